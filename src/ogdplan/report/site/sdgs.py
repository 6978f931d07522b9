"""What all plans do for each of the goals, and how much of the data for them is open."""

from collections.abc import Iterator, Sequence

from ogdplan.model.site_names import SDGS
from ogdplan.progress.across import GoalTopic, goal_topics, totals
from ogdplan.progress.counts import DatasetCounts
from ogdplan.reference.workshop import SDG_OPEN_SHARE_BENCHMARK_PERCENT
from ogdplan.report.html.chapters import Paper
from ogdplan.report.html.drawings.drawing import Drawing
from ogdplan.report.html.drawings.goals import goal_cells, goal_columns, goals, numbered_goal
from ogdplan.report.meeting.parts import line
from ogdplan.report.meeting.section import Section
from ogdplan.report.page import Cell, Column, Fit, Lines, Sheet, said
from ogdplan.report.segments import Style
from ogdplan.report.site.frame import Portfolio, paper
from ogdplan.report.tongue import Tongue


def sdgs_page(portfolio: Portfolio) -> Paper:
    """Return the page of the goals."""
    words, topics = portfolio.tongue, goal_topics(portfolio.plans)
    sections = (
        _share(portfolio),
        _goals(topics, words),
        *((_by_goal(portfolio, topics),) if topics else ()),
    )
    title = words.say("Plans and the Sustainable Development Goals")
    tiles = _tiles(topics, words)
    drawings = {"goals": (tiles,)} if tiles else {}
    return paper(portfolio, SDGS, title, sections, drawings=drawings)


def _share(portfolio: Portfolio) -> Section:
    """Return how many of the datasets linked to a goal are open, beside the benchmark."""
    words, total = portfolio.tongue, totals(portfolio.plans).datasets
    title = words.say("How much of the data for the goals is open")
    linked = [each for each in portfolio.plans if each.summary.datasets.sdg_linked]
    benchmark = words.say(
        "At the workshop of The Hague in June 2017 the countries found that even in the best "
        "cases only about {benchmark} of the datasets for the goals are open: a rough figure, "
        "and no target.",
        benchmark=words.percent(SDG_OPEN_SHARE_BENCHMARK_PERCENT),
    )
    if not linked:
        nothing = words.say("No plan links a dataset to a goal.")
        return Section("share", title, (Lines((said(nothing), said(benchmark))),))
    columns = (
        Column(words.say("Plan"), "plan", fit=Fit.WRAPPED),
        Column(words.say("Datasets for the goals"), "sdg_linked", "right"),
        Column(words.say("of these open"), "sdg_linked_open", "right"),
        Column(words.say("Open share"), "open_percent", "right"),
    )
    rows = tuple(
        (portfolio.name(each, here=SDGS), *_shares(each.summary.datasets, words)) for each in linked
    )
    all_plans = Cell(words.count("{n} plan", "{n} plans", len(linked)))
    sheet = Sheet(columns, rows, (all_plans, *_shares(total, words)))
    return Section("share", title, (line(benchmark), sheet))


def _shares(counts: DatasetCounts, words: Tongue) -> tuple[Cell, ...]:
    return (
        Cell(words.number(counts.sdg_linked)),
        Cell(words.number(counts.sdg_linked_open)),
        Cell(words.percent(counts.sdg_linked_open_percent)),
    )


def _goals(topics: Sequence[GoalTopic], words: Tongue) -> Section:
    """Return the goals; the drawing has the figures, and their table behind it."""
    missing = 17 - len(topics)
    says = words.count(
        "No plan names {n} of the 17 goals.", "No plan names {n} of the 17 goals.", missing
    )
    return Section("goals", words.say("Goal by goal"), (line(says),) if missing else ())


def _tiles(topics: Sequence[GoalTopic], words: Tongue) -> Drawing | None:
    found = goals([topic.total for topic in topics], words)
    says = words.count(
        "The plans name {n} of the 17 goals; a record counts once for each goal it names.",
        "The plans name {n} of the 17 goals; a record counts once for each goal it names.",
        len(topics),
    )
    return found._replace(description=says) if found else None


def _by_goal(portfolio: Portfolio, topics: Sequence[GoalTopic]) -> Section:
    """Return a row for each goal and each plan that has something for it."""
    words = portfolio.tongue
    columns = (
        Column(words.say("Goal"), "goal", fit=Fit.WRAPPED),
        Column(words.say("Plan"), "plan", fit=Fit.WRAPPED),
        *goal_columns(words),
    )
    rows = tuple(row for topic in topics for row in _rows(portfolio, topic))
    return Section("by-goal", words.say("Which plan works for which goal"), (Sheet(columns, rows),))


def _rows(portfolio: Portfolio, topic: GoalTopic) -> Iterator[tuple[Cell, ...]]:
    """Yield the plans of a goal; the first of them is where `#goal-4` leads."""
    words, goal = portfolio.tongue, topic.goal
    name = numbered_goal(goal, words)
    first = Cell(name, Style.EMPHASIS, anchor=f"goal-{goal}")
    again = Cell(name, Style.MUTED)
    for index, each in enumerate(topic.plans):
        plan = portfolio.name(each.known, here=SDGS)
        yield (again if index else first, plan, *goal_cells(each.matter, words))
