from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.vocabularies import Status
from ogdplan.progress.timeline import Fact, State, facts_of, state_at, states_of, updates_by_subject


def state(toml: str, as_of: date) -> State:
    """Return the state of the milestone whose fields, then the plan's other tables, are given."""
    plan = a_plan(f'[[milestones]]\nid = "portal"\ntitle = "Portal"\n{toml}')
    return state_at(plan.milestones[0], plan.updates, as_of)


def report(update_id: str, on: str, status: str, about: str = "portal") -> str:
    return f"""
        [[updates]]
        id = "{update_id}"
        about = "{about}"
        on = {on}
        status = "{status}"
        text = "A report"
    """


def test_facts_of_one_day_keep_the_order_started_updates_completed_withdrawn() -> None:
    plan = a_plan(f"""
        [[milestones]]
        id = "portal"
        title = "Portal"
        withdrawn = 2018-03-31
        completed = "2018-Q1"
        started = 2018-03-31
        {report("second", "'2018-03'", "substantial")}
        {report("third", "2018-03-31", "limited")}
    """)

    assert facts_of(plan.milestones[0], plan.updates) == (
        Fact(date(2018, 3, 31), Status.IN_PROGRESS, "portal"),
        Fact(date(2018, 3, 31), Status.SUBSTANTIAL, "second"),
        Fact(date(2018, 3, 31), Status.LIMITED, "third"),
        Fact(date(2018, 3, 31), Status.COMPLETED, "portal"),
        Fact(date(2018, 3, 31), Status.WITHDRAWN, "portal"),
    )


def test_facts_are_ordered_by_day_before_anything_else() -> None:
    plan = a_plan(f"""
        [[milestones]]
        id = "portal"
        title = "Portal"
        started = 2018-06-01
        completed = 2018-05-01
        {report("later", "2018-04-02", "limited")}
        {report("earlier", "2018-04-01", "substantial")}
    """)

    records = [fact.record for fact in facts_of(plan.milestones[0], plan.updates)]

    assert records == ["earlier", "later", "portal", "portal"]


def test_updates_without_status_or_about_something_else_are_no_facts() -> None:
    plan = a_plan(f"""
        [[milestones]]
        id = "portal"
        title = "Portal"
        {report("other", "2018-01-01", "limited", about="decree")}
        [[updates]]
        id = "silent"
        about = "portal"
        on = 2018-01-01
        text = "Nothing about how it stands"
        [[updates]]
        id = "of-the-plan"
        on = 2018-01-01
        status = "limited"
        text = "About the plan"
    """)

    assert facts_of(plan.milestones[0], plan.updates) == ()


def test_commitment_has_facts_too() -> None:
    plan = a_plan(f"""
        [[commitments]]
        id = "openness"
        title = "Openness"
        completed = "2018-06"
        withdrawn = 2018-09-01
        {report("half", "2018-02-01", "limited", about="openness")}
    """)

    assert facts_of(plan.commitments[0], plan.updates) == (
        Fact(date(2018, 2, 1), Status.LIMITED, "half"),
        Fact(date(2018, 6, 30), Status.COMPLETED, "openness"),
        Fact(date(2018, 9, 1), Status.WITHDRAWN, "openness"),
    )


def test_started_counts_from_the_first_day_of_its_period() -> None:
    assert state('started = "2018-H1"', date(2017, 12, 31)).status is Status.NOT_STARTED
    assert state('started = "2018-H1"', date(2018, 1, 1)).status is Status.IN_PROGRESS


@pytest.mark.parametrize(
    ("toml", "status"),
    [
        ('completed = "2018-06"', Status.COMPLETED),
        ('withdrawn = "2018-06"', Status.WITHDRAWN),
        (report("level", '"2018-06"', "limited"), Status.LIMITED),
    ],
)
def test_everything_else_counts_from_the_last_day_of_its_period(toml: str, status: Status) -> None:
    assert state(toml, date(2018, 6, 29)) == State(Status.NOT_STARTED, None, undated=False)
    assert state(toml, date(2018, 6, 30)) == State(status, date(2018, 6, 30), undated=False)


def test_milestone_without_status_and_dates_is_not_started() -> None:
    assert state("", date(2018, 1, 1)) == State(Status.NOT_STARTED, None, undated=False)


@pytest.mark.parametrize("as_of", [date.min, date(2018, 1, 1), date.max])
def test_stated_status_without_facts_holds_always(as_of: date) -> None:
    assert state('status = "unclear"', as_of) == State(Status.UNCLEAR, None, undated=False)


def test_stated_status_holds_from_the_last_fact_on() -> None:
    toml = f"""
        status = "substantial"
        started = 2018-01-01
        {report("level", "2018-02-01", "limited")}
    """

    assert state(toml, date(2017, 12, 31)).status is Status.NOT_STARTED
    assert state(toml, date(2018, 1, 31)).status is Status.IN_PROGRESS
    assert state(toml, date(2018, 2, 1)).status is Status.SUBSTANTIAL


def test_milestone_reopened_by_a_report_is_in_progress_again() -> None:
    toml = f"""
        completed = 2018-03-01
        {report("reopened", "2018-04-01", "in-progress")}
    """

    assert state(toml, date(2018, 3, 31)).status is Status.COMPLETED
    assert state(toml, date(2018, 4, 1)).status is Status.IN_PROGRESS


def test_since_is_the_first_day_of_an_unbroken_run() -> None:
    toml = f"""
        started = 2018-01-01
        {report("a", "2018-02-01", "limited")}
        {report("b", "2018-03-01", "in-progress")}
        {report("c", "2018-04-01", "in-progress")}
    """

    assert state(toml, date(2018, 4, 2)).since == date(2018, 3, 1)


def test_since_of_a_stated_status_is_the_last_fact_when_that_says_otherwise() -> None:
    toml = 'status = "limited"\nstarted = 2018-01-01'

    assert state(toml, date(2018, 4, 2)).since == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("toml", "undated"),
    [
        ('status = "completed"', True),
        ('status = "completed"\nstarted = 2018-01-01', True),
        ('status = "completed"' + report("level", "2018-02-01", "limited"), True),
        ('status = "completed"\ncompleted = 2018-02-01', False),
        ('status = "completed"' + report("done", "2018-02-01", "completed"), False),
        (report("done", "2018-02-01", "completed"), False),
        ('status = "limited"', False),
    ],
)
def test_completed_is_undated_when_neither_date_nor_update_says_when(
    toml: str, *, undated: bool
) -> None:
    assert state(toml, date(2018, 12, 31)).undated is undated


def test_stated_completion_is_not_undated_before_its_first_fact() -> None:
    toml = 'status = "completed"\nstarted = 2018-01-01'

    assert state(toml, date(2017, 12, 31)) == State(Status.NOT_STARTED, None, undated=False)


def test_updates_are_grouped_by_subject_and_ordered_by_last_day_then_file() -> None:
    plan = a_plan(
        report("c", '"2018"', "limited")
        + report("a", "2018-12-31", "limited")
        + report("b", "2018-01-01", "limited")
        + report("d", "2018-01-01", "limited", about="openness")
        + '[[updates]]\nid = "e"\non = 2018-01-01\ntext = "About the plan"'
    )

    found = updates_by_subject(plan.updates)

    assert {subject: [each.id for each in about] for subject, about in found.items()} == {
        "portal": ["b", "c", "a"],
        "openness": ["d"],
    }


def test_states_are_told_by_the_days_on_which_they_begin() -> None:
    plan = a_plan(f"""
        [[milestones]]
        id = "portal"
        title = "Portal"
        started = 2018-01-01
        completed = 2018-03-01
        {report("same-day", "2018-03-01", "substantial")}
    """)

    found = tuple(states_of(plan.milestones[0], plan.updates))

    assert found == (
        (date.min, State(Status.NOT_STARTED, None, undated=False)),
        (date(2018, 1, 1), State(Status.IN_PROGRESS, date(2018, 1, 1), undated=False)),
        (date(2018, 3, 1), State(Status.COMPLETED, date(2018, 3, 1), undated=False)),
    )
