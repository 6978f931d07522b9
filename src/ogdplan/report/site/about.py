"""What the figures mean, where they come from, and of which day they are."""

from collections.abc import Iterator

from ogdplan.model.site_names import ABOUT
from ogdplan.report.html.chapters import Paper
from ogdplan.report.meeting.heading import is_official
from ogdplan.report.meeting.measures import COMPLETION
from ogdplan.report.meeting.parts import line
from ogdplan.report.meeting.section import Section
from ogdplan.report.page import Cell, Column, Fit, Lines, Sheet, said
from ogdplan.report.site.frame import Portfolio, paper
from ogdplan.report.tongue import mark

_COMPLETED = {
    True: mark(
        "The weight of the milestones that the plan's own office calls completed, over the "
        "weight of all that were not withdrawn."
    ),
    False: mark(
        "The weight of the milestones that public sources show to be completed, over the weight "
        "of all that were not withdrawn."
    ),
}
"""What completion is, of plans whose files are official and of others."""

_FURTHER = (
    (
        mark("Schedule health"),
        mark(
            "How the unfinished milestones stand against their deadlines: on track, due soon, "
            "overdue, waiting for an overdue one, of unclear status, or without a deadline."
        ),
    ),
    (
        mark("Freshness of reporting"),
        mark(
            "The day of the latest dated fact in the plan; marked when a running plan has been "
            "silent for two reporting periods."
        ),
    ),
    (
        mark("Public evidence"),
        mark(
            "How many of the completed milestones have evidence that everyone can look at, by a "
            "web address."
        ),
    ),
    (
        mark("Independent assessment"),
        mark("What others have said, beside the plan's own account, and how often they differ."),
    ),
)
"""The other measures and what they are, to be said in the language of the page."""


def about_page(portfolio: Portfolio) -> Paper:
    """Return the page that explains the others."""
    words = portfolio.tongue
    sections = (_measures(portfolio), _origin(portfolio))
    return paper(portfolio, ABOUT, words.say("About these pages"), sections)


def _measures(portfolio: Portfolio) -> Section:
    words = portfolio.tongue
    columns = (
        Column(words.say("Measure"), "measure"),
        Column(words.say("What it is"), "what", fit=Fit.WRAPPED),
    )
    rows = tuple(
        (Cell(words.say(name)), Cell(words.say(meaning))) for name, meaning in _meanings(portfolio)
    )
    says = words.say(
        "Each measure says something else: they are not to be added up, nor merged into one score."
    )
    blocks = (line(says), Sheet(columns, rows))
    return Section("meanings", words.say("The five measures"), blocks)


def _meanings(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    """Yield each measure with what it is; completion for each kind of plan that there is."""
    found = {is_official(each.plan.header) for each in portfolio.plans} or {True}
    yield from ((COMPLETION[each], _COMPLETED[each]) for each in sorted(found, reverse=True))
    yield from _FURTHER


def _keepers(portfolio: Portfolio) -> Iterator[str]:
    """Yield who wrote the files: the coordinators of the plans, or others from what is public."""
    words, whole = portfolio.tongue, len(portfolio.plans)
    others = sum(not is_official(each.plan.header) for each in portfolio.plans)
    if others < whole:
        yield words.say("Files written from a plan's own text are kept by its coordinators.")
    if others:
        yield words.count(
            "The files of {part} of {n} plan are put together from public sources, and are no "
            "statement of a government; the page of the plan says so at its top.",
            "The files of {part} of {n} plans are put together from public sources, and are no "
            "statement of a government; the page of each such plan says so at its top.",
            whole,
            part=words.number(others),
        )


def _origin(portfolio: Portfolio) -> Section:
    words = portfolio.tongue
    lines = (
        words.say(
            "Every figure is computed from one text file for each plan, and is as true as that "
            "file."
        ),
        *_keepers(portfolio),
        words.say(
            "All of it tells how things stood on {day}; what happened later is not in it.",
            day=words.day(portfolio.as_of),
        ),
        words.say(
            "A dataset is open when it is released to all, with an address, an open licence and a "
            "format that any software can read."
        ),
        words.say("Notes for internal use and contact addresses are not published."),
    )
    title = words.say("Where the figures come from")
    return Section("origin", title, (Lines(tuple(said(each) for each in lines)),))
