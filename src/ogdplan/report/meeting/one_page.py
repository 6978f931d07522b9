"""The summary for those who read one page: the worst, and what comes next."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.concerns import Concern, Concerns
from ogdplan.report.meeting.attention import concern_table
from ogdplan.report.meeting.measures import measures
from ogdplan.report.meeting.obstacles import challenge_table, open_challenges
from ogdplan.report.meeting.parts import nothing
from ogdplan.report.meeting.section import Section
from ogdplan.report.meeting.summary import summary
from ogdplan.report.meeting.table import Table
from ogdplan.report.meeting.teller import Teller

MOST = 3
"""How many of each the page has."""


def one_page(plan: PlanReport, teller: Teller) -> tuple[Section, ...]:
    """Return the sections of the page."""
    return (
        summary(plan, teller),
        measures(plan, teller),
        *_worst(plan, teller),
    )


def _worst(plan: PlanReport, teller: Teller) -> Iterator[Section]:
    say, concerns = teller.tongue.say, plan.concerns
    late = concern_table(concerns.overdue[:MOST], "overdue", teller)
    yield _piece("late", say("Late the longest"), late, say("Nothing is overdue."))
    unmitigated = tuple(each for each in open_challenges(plan) if each.unmitigated)
    yield _piece(
        "unmitigated",
        say("Challenges that nothing is done about"),
        challenge_table(unmitigated[:MOST], teller),
        say("Something is being done about every open challenge."),
    )
    yield _piece(
        "deadlines",
        say("The next deadlines"),
        concern_table(_ahead(concerns)[:MOST], "due", teller),
        say(
            "No deadline in the next {days} days.", days=teller.tongue.number(concerns.within_days)
        ),
    )


def _ahead(concerns: Concerns) -> tuple[Concern, ...]:
    """Return what has a deadline in the next days, whatever else is the matter with it."""
    found = (*concerns.due, *concerns.blocked, *concerns.unconfirmed)
    ahead = ((each.days_left, each.progress.milestone.id, each) for each in found)
    near = [item for item in ahead if item[0] is not None and item[0] <= concerns.within_days]
    return tuple(each for _, _, each in sorted(near, key=lambda item: item[:2]))


def _piece(name: str, title: str, table: Table, none: str) -> Section:
    block = table.shown() if table.rows else nothing(none)
    return Section(name, title, (block,), table.sheet(), table.values())
