"""The summary for those who read one page: the worst, and what comes next."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.challenges import open_challenges
from ogdplan.report.meeting import entries
from ogdplan.report.meeting.also_late import also_late
from ogdplan.report.meeting.attention import concern_table
from ogdplan.report.meeting.measures import measures
from ogdplan.report.meeting.obstacles import challenge_table, none_open
from ogdplan.report.meeting.parts import line, shown_or_nothing
from ogdplan.report.meeting.section import Section
from ogdplan.report.meeting.summary import summary
from ogdplan.report.meeting.table import Entry, Field, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.meeting.who_must_act import who_must_act
from ogdplan.report.page import Fit

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
    yield from _late(plan, teller)
    yield _unmitigated(plan, teller)
    yield who_must_act(plan, teller, most=MOST)
    yield from _next(plan, teller)


def _late(plan: PlanReport, teller: Teller) -> Iterator[Section]:
    """Yield the milestones that are late the longest; people read what else is, where none is."""
    say, overdue = teller.tongue.say, plan.concerns.overdue
    title, table = say("Late the longest"), concern_table(overdue[:MOST], "overdue", teller)
    others_tell = not overdue and (bool(plan.late) or _has_only_commitments(plan))
    found = _piece("late", title, table, say("No milestone is overdue."))
    yield found._replace(is_empty=others_tell)
    others = also_late(plan, teller, most=MOST)
    yield others._replace(title=title, is_empty=not others_tell)


def _has_only_commitments(plan: PlanReport) -> bool:
    return bool(plan.progress.commitments) and not plan.measures.completion.active


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


def _next(plan: PlanReport, teller: Teller) -> Iterator[Section]:
    """Yield the next deadlines; people read the next ends of commitments, where there are none."""
    ends_tell = not plan.concerns.ahead and (bool(plan.ends.ahead) or _has_only_commitments(plan))
    yield _deadlines(plan, teller)._replace(is_empty=ends_tell)
    yield _ends(plan, teller)._replace(is_empty=not ends_tell)


def _ends(plan: PlanReport, teller: Teller) -> Section:
    """Return the commitments that end next by their own word."""
    say = teller.tongue.say
    fields = (
        Field("title", say("Commitment"), fit=Fit.WRAPPED),
        Field("end", say("Due"), priority=1, fit=Fit.WRAPPED),
        Field("lead", say("In charge"), priority=2, fit=Fit.WRAPPED),
        Field("id"),
    )
    rows = (
        (
            entries.title(teller, each.commitment),
            entries.when(teller.tongue, each.commitment.end),
            entries.institution(teller, each.lead),
            Entry(each.commitment.id),
        )
        for each in plan.ends.ahead[:MOST]
    )
    none = say("No commitment has an end ahead.")
    return _piece("ends", say("The next deadlines"), Table(fields, tuple(rows)), none)


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
