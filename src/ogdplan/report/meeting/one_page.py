"""The summary for those who read one page: the worst, and what comes next."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.challenges import open_challenges
from ogdplan.report.meeting.attention import concern_table
from ogdplan.report.meeting.measures import measures
from ogdplan.report.meeting.obstacles import challenge_table, none_open
from ogdplan.report.meeting.parts import line, shown_or_nothing
from ogdplan.report.meeting.section import Section
from ogdplan.report.meeting.summary import summary
from ogdplan.report.meeting.table import Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.meeting.who_must_act import who_must_act

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
    yield _piece("late", say("Late the longest"), late, say("No milestone is overdue."))
    yield _unmitigated(plan, teller)
    yield who_must_act(plan, teller, most=MOST)
    yield _deadlines(plan, teller)


def _unmitigated(plan: PlanReport, teller: Teller) -> Section:
    """Return the gravest challenges that nothing is done about."""
    say, found = teller.tongue.say, open_challenges(plan.progress.challenges)
    unmitigated = tuple(each for each in found if each.unmitigated)
    none = say("Something is being done about every open challenge.")
    return _piece(
        "unmitigated",
        say("Challenges that nothing is done about"),
        challenge_table(unmitigated[:MOST], teller),
        none if found else none_open(plan, teller.tongue),
    )


def _deadlines(plan: PlanReport, teller: Teller) -> Section:
    """Return the next deadlines, however far they are; and says so where none is near."""
    say, concerns = teller.tongue.say, plan.concerns
    table = concern_table(concerns.ahead[:MOST], "due", teller)
    found = _piece(
        "deadlines", say("The next deadlines"), table, say("No milestone has a deadline ahead.")
    )
    if not concerns.ahead or (concerns.ahead[0].days_left or 0) <= concerns.within_days:
        return found
    days = teller.tongue.number(concerns.within_days)
    words = say("None in the next {days} days; the next:", days=days)
    return found._replace(blocks=(line(words), *found.blocks))


def _piece(name: str, title: str, table: Table, none: str) -> Section:
    block = shown_or_nothing(table, none)
    return Section(name, title, (block,), table.sheet(), table.values())
