"""What holds for the report of any plan at any date."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ogdplan.model.plan import Plan
from ogdplan.progress.achieved import achieved_in
from ogdplan.progress.concerns import concerns_of
from ogdplan.progress.facts import Happening, facts_in
from ogdplan.progress.freshness import last_report
from ogdplan.progress.health import Health
from ogdplan.progress.interval import Interval, reporting_interval
from ogdplan.progress.measures import measures_of
from ogdplan.progress.owed import reports_owed
from ogdplan.progress.plan import progress_of
from progress.test_laws import DAYS, PLANS

REPORTS = frozenset(Happening) - {
    Happening.PLAN_ADOPTED,
    Happening.HELD,
    Happening.IN_FORCE,
    Happening.LEARNED,
    Happening.ASSESSED,
}
"""What counts as a report on the plan."""


@given(PLANS, DAYS)
def test_six_counts_of_the_schedule_are_the_unfinished(plan: Plan, as_of: date) -> None:
    schedule = measures_of(progress_of(plan, as_of)).schedule

    assert sum(schedule[1:7]) == schedule.unfinished
    assert schedule.moved <= len(plan.milestones)


@given(PLANS, st.tuples(DAYS, DAYS, DAYS).map(sorted))
def test_facts_of_an_interval_in_two_parts_are_those_of_the_whole(
    plan: Plan, days: list[date]
) -> None:
    first, middle, last = days
    whole = facts_in(plan, Interval(first, last))
    if middle == date.max:
        return
    parts = Interval(first, middle), Interval(middle + timedelta(days=1), last)

    assert tuple(fact for part in parts for fact in facts_in(plan, part)) == whole


@given(PLANS, DAYS, DAYS)
def test_what_was_achieved_is_among_what_happened_and_stands_completed(
    plan: Plan, first: date, as_of: date
) -> None:
    progress, interval = progress_of(plan, as_of), Interval(first, as_of)
    facts = facts_in(plan, interval)
    happened = {
        (fact.record.id, fact.on)
        for fact in facts
        if fact.record and fact.happening is Happening.COMPLETED
    }
    achieved = achieved_in(progress, interval)
    done = {each.milestone.id for each in progress.milestones if each.is_completed}
    done |= {each.commitment.id for each in progress.commitments if each.completed}

    assert {(each.record.id, each.on) for each in achieved} <= happened
    assert {each.record.id for each in achieved} <= done
    assert [(each.on.last, each.record.id) for each in achieved] == sorted(
        (each.on.last, each.record.id) for each in achieved
    )


@given(PLANS, DAYS, st.integers(0, 10**4))
def test_no_milestone_is_a_concern_twice_and_none_waits_for_itself(
    plan: Plan, as_of: date, within_days: int
) -> None:
    progress = progress_of(plan, as_of)
    found = concerns_of(progress, within_days=within_days)
    every = (*found.overdue, *found.blocked, *found.unconfirmed, *found.due)
    ids = [each.progress.milestone.id for each in every]
    schedule = measures_of(progress).schedule

    assert len(ids) == len(set(ids))
    assert len(found.overdue) == schedule.overdue
    assert len(found.blocked) == schedule.blocked
    assert len(found.unconfirmed) == schedule.unconfirmed
    assert len(found.due) <= schedule.due_soon + schedule.on_track
    assert all(each.progress.milestone not in each.waits_for for each in every)
    overdue = {each.progress.milestone.id for each in found.overdue}
    assert all({one.id for one in each.waits_for} <= overdue for each in every)
    assert all(each.waits_for for each in found.blocked if each.progress.health is Health.BLOCKED)


@given(PLANS, DAYS)
def test_last_report_is_the_last_of_the_facts_that_report(plan: Plan, as_of: date) -> None:
    facts = facts_in(plan, Interval(date.min, as_of))
    days = (fact.day for fact in facts if fact.happening in REPORTS)

    assert max(days, default=None) == last_report(plan, as_of)


@given(PLANS, DAYS)
def test_who_owes_a_report_was_not_heard_of_in_the_interval(plan: Plan, as_of: date) -> None:
    progress = progress_of(plan, as_of)
    interval = reporting_interval(plan.header, as_of)
    owed = reports_owed(progress, interval)
    running = [each for one in owed for each in one.milestones]

    assert interval.last == as_of
    assert interval.first <= as_of
    assert all(each.is_active and not each.is_completed for each in running)
    assert len({each.index for each in running}) == len(running)
    assert all(one.last_report is None or one.last_report < interval.first for one in owed)
