"""Challenges and lessons over all plans, by category: who met it, who has solved it."""

from collections.abc import Iterator, Sequence

from ogdplan.model.knowledge import Lesson
from ogdplan.model.site_names import LESSONS
from ogdplan.model.terms import Term
from ogdplan.progress.across import (
    ChallengeTopic,
    LessonTopic,
    Of,
    challenge_topics,
    lesson_topics,
)
from ogdplan.progress.challenges import ChallengeProgress
from ogdplan.report.html.chapters import Paper
from ogdplan.report.meeting import entries
from ogdplan.report.meeting.parts import line
from ogdplan.report.meeting.section import Section
from ogdplan.report.meeting.table import without_empty
from ogdplan.report.page import Block, Cell, Column, Fit, Heading, Sheet
from ogdplan.report.segments import Style
from ogdplan.report.site.frame import Portfolio, paper
from ogdplan.report.tongue import Tongue


def lessons_page(portfolio: Portfolio) -> Paper:
    """Return the page of challenges and lessons."""
    words = portfolio.tongue
    challenges, lessons = challenge_topics(portfolio.plans), lesson_topics(portfolio.plans)
    sections = (
        _at_a_glance(challenges, words),
        _challenges(portfolio, challenges),
        _lessons(portfolio, lessons),
    )
    return paper(portfolio, LESSONS, words.say("Challenges and lessons of all plans"), sections)


def _at_a_glance(topics: Sequence[ChallengeTopic], words: Tongue) -> Section:
    title = words.say("At a glance")
    if not topics:
        return Section("glance", title, (line(words.say("No plan names a challenge.")),))
    columns = (
        Column(words.say("Challenge"), "category"),
        Column(words.say("Open, not mitigated"), "unmitigated", "right"),
        Column(words.say("Open, mitigated"), "mitigated", "right"),
        Column(words.say("Resolved"), "resolved", "right"),
        Column(words.say("Lessons that help"), "lessons", "right"),
    )
    rows = tuple(
        (
            Cell(words.term(topic.category)),
            Cell(words.number(topic.unmitigated), Style.RISK if topic.unmitigated else Style.MUTED),
            Cell(words.number(topic.mitigated)),
            Cell(words.number(len(topic.solved))),
            Cell(words.number(len(topic.lessons))),
        )
        for topic in topics
    )
    says = words.say(
        "The first nine kinds of challenge, and the first ten of lesson, are those that "
        "coordinators from nine countries named at a workshop in The Hague in June 2017."
    )
    return Section("glance", title, (line(says), Sheet(columns, rows)))


def _challenges(portfolio: Portfolio, topics: Sequence[ChallengeTopic]) -> Section:
    words = portfolio.tongue
    blocks = tuple(block for topic in topics for block in _of_challenges(portfolio, topic))
    nothing = (line(words.say("No plan names a challenge.")),)
    return Section("challenges", words.say("Challenges"), blocks or nothing)


def _of_challenges(portfolio: Portfolio, topic: ChallengeTopic) -> Iterator[Block]:
    words = portfolio.tongue
    yield from _category(topic.category, words)
    columns = (
        Column(words.say("Challenge"), "title", fit=Fit.WRAPPED),
        Column(words.say("Plan"), "plan", fit=Fit.WRAPPED),
        Column(words.say("State"), "status"),
        Column(words.say("What works against it"), "mitigations", fit=Fit.WRAPPED),
        Column(words.say("How it was resolved"), "resolution", fit=Fit.WRAPPED),
        Column(words.say("Solved one like it"), "solved_by", fit=Fit.WRAPPED),
    )
    rows = tuple(_challenge_row(portfolio, topic, each) for each in topic.challenges)
    yield without_empty(Sheet(columns, rows))
    if topic.lessons:
        yield line(words.say("Lessons that help:"))
        yield _lesson_sheet(portfolio, topic.lessons, in_full=False)


def _challenge_row(
    portfolio: Portfolio, topic: ChallengeTopic, found: Of[ChallengeProgress]
) -> tuple[Cell, ...]:
    words, teller, progress = portfolio.tongue, portfolio.teller(found.known), found.matter
    solved = [portfolio.plain_name(each) for each in topic.solved_elsewhere(found.known)]
    return (
        teller.title_cell(progress.challenge),
        portfolio.name(found.known, here=LESSONS),
        entries.status(words, progress.status).cell,
        _mitigations(portfolio, found),
        teller.cell(progress.challenge.resolution),
        Cell(words.listed(solved) if progress.is_open else ""),
    )


def _mitigations(portfolio: Portfolio, found: Of[ChallengeProgress]) -> Cell:
    if found.matter.unmitigated:
        return Cell(portfolio.tongue.say("nothing"), Style.RISK)
    return entries.titles(portfolio.teller(found.known), found.matter.mitigations).cell


def _lessons(portfolio: Portfolio, topics: Sequence[LessonTopic]) -> Section:
    words = portfolio.tongue
    blocks: list[Block] = []
    for topic in topics:
        blocks += [
            *_category(topic.category, words),
            _lesson_sheet(portfolio, topic.lessons, in_full=True),
        ]
    nothing = (line(words.say("No plan names a lesson.")),)
    return Section("lessons", words.say("Lessons"), tuple(blocks) or nothing)


def _lesson_sheet(portfolio: Portfolio, lessons: Sequence[Of[Lesson]], *, in_full: bool) -> Sheet:
    words = portfolio.tongue
    columns = (
        Column(words.say("Lesson"), "title", fit=Fit.WRAPPED),
        Column(words.say("Plan"), "plan", fit=Fit.WRAPPED),
        Column(words.say("Kind"), "kind"),
        Column(words.say("In full"), "description", fit=Fit.WRAPPED),
    )
    rows = tuple(_lesson_row(portfolio, each, in_full=in_full) for each in lessons)
    return without_empty(Sheet(columns, rows))


def _lesson_row(portfolio: Portfolio, found: Of[Lesson], *, in_full: bool) -> tuple[Cell, ...]:
    teller, lesson = portfolio.teller(found.known), found.matter
    return (
        teller.title_cell(lesson),
        portfolio.name(found.known, here=LESSONS),
        Cell(portfolio.tongue.term(lesson.kind)),
        teller.cell(lesson.description if in_full else None),
    )


def _category(category: Term, words: Tongue) -> tuple[Block, ...]:
    return Heading(words.term(category), 2), line(words.describe(category), Style.MUTED)
