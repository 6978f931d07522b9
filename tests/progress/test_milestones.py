from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.vocabularies import Status
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import Evidence, MilestoneProgress
from ogdplan.progress.plan import progress_of


def measured(toml: str, as_of: date = date(2018, 6, 15)) -> MilestoneProgress:
    """Return the milestone whose fields, then the plan's other tables, are given."""
    plan = a_plan(f'[[milestones]]\nid = "portal"\ntitle = "Portal"\n{toml}')
    return progress_of(plan, as_of).milestones[0]


def healths(toml: str, as_of: date) -> dict[str, Health]:
    return {each.milestone.id: each.health for each in progress_of(a_plan(toml), as_of).milestones}


def move(update_id: str, on: str, due_from: str, due_to: str) -> str:
    return f"""
        [[updates]]
        id = "{update_id}"
        about = "portal"
        on = {on}
        text = "Procurement took longer"
        due_from = {due_from}
        due_to = {due_to}
    """


@pytest.mark.parametrize(
    ("as_of", "health"),
    [
        (date(2018, 5, 1), Health.ON_TRACK),  # 61 days ahead
        (date(2018, 5, 2), Health.DUE_SOON),  # 60
        (date(2018, 7, 1), Health.DUE_SOON),  # due on the day itself
        (date(2018, 7, 2), Health.OVERDUE),
    ],
)
def test_health_changes_around_the_deadline(as_of: date, health: Health) -> None:
    assert measured("due = 2018-07-01", as_of).health is health


def test_deadline_that_is_a_period_holds_until_its_last_day() -> None:
    assert measured('due = "2018-Q2"', date(2018, 6, 30)).health is Health.DUE_SOON
    assert measured('due = "2018-Q2"', date(2018, 7, 1)).health is Health.OVERDUE


def test_milestone_completed_after_the_date_is_overdue_at_the_date() -> None:
    toml = "due = 2018-03-31\ncompleted = 2018-08-01"

    assert measured(toml, date(2018, 7, 31)).health is Health.OVERDUE
    assert measured(toml, date(2018, 8, 1)).health is Health.COMPLETED


def test_blocked_reaches_through_dependencies_whatever_the_file_order() -> None:
    found = healths(
        """
        milestones = [
            { id = "last", title = "x", due = 2030-01-01, depends_on = ["middle"] },
            { id = "middle", title = "x", depends_on = ["late", "free"] },
            { id = "late", title = "x", due = 2018-01-01 },
            { id = "free", title = "x", due = 2030-01-01 },
        ]
        """,
        date(2018, 1, 2),
    )

    assert found == {
        "last": Health.BLOCKED,
        "middle": Health.BLOCKED,
        "late": Health.OVERDUE,
        "free": Health.ON_TRACK,
    }


def test_nothing_is_blocked_on_the_day_of_the_deadline() -> None:
    toml = """
        milestones = [
            { id = "first", title = "x", due = 2018-01-01 },
            { id = "second", title = "x", due = 2030-01-01, depends_on = ["first"] },
        ]
    """

    assert healths(toml, date(2018, 1, 1))["second"] is Health.ON_TRACK
    assert healths(toml, date(2018, 1, 2))["second"] is Health.BLOCKED


def test_blocked_ends_when_the_overdue_one_is_completed() -> None:
    toml = """
        milestones = [
            { id = "late", title = "x", due = 2018-01-01, completed = 2018-02-01 },
            { id = "next", title = "x", due = 2030-01-01, depends_on = ["late"] },
        ]
    """

    assert healths(toml, date(2018, 1, 31))["next"] is Health.BLOCKED
    assert healths(toml, date(2018, 2, 1))["next"] is Health.ON_TRACK


def test_cycles_and_unknown_dependencies_come_to_an_end() -> None:
    found = healths(
        """
        milestones = [
            { id = "a", title = "x", depends_on = ["b"] },
            { id = "b", title = "x", depends_on = ["a", "a-ghost"] },
            { id = "c", title = "x", depends_on = ["d", "c"] },
            { id = "d", title = "x", depends_on = ["c", "late"] },
            { id = "late", title = "x", due = 2018-01-01, depends_on = ["d"] },
        ]
        """,
        date(2018, 6, 1),
    )

    assert found == {
        "a": Health.UNSCHEDULED,
        "b": Health.UNSCHEDULED,
        "c": Health.BLOCKED,
        "d": Health.BLOCKED,
        "late": Health.OVERDUE,
    }


def test_long_chain_of_dependencies_is_followed_to_its_end() -> None:
    chain = "\n".join(
        f'{{ id = "m{n}", title = "x", depends_on = ["m{n - 1}"] }},' for n in range(1, 3001)
    )
    toml = f'milestones = [ {{ id = "m0", title = "x", due = 2018-01-01 }},\n{chain} ]'

    assert healths(toml, date(2018, 1, 2))["m3000"] is Health.BLOCKED


def test_lead_is_the_milestones_own_else_its_commitments() -> None:
    progress = progress_of(
        a_plan("""
            milestones = [
                { id = "own", title = "x", commitment = "promise", lead = "agency" },
                { id = "inherited", title = "x", commitment = "promise" },
                { id = "alone", title = "x" },
                { id = "lost", title = "x", commitment = "a-ghost" },
            ]
            [[commitments]]
            id = "promise"
            title = "x"
            lead = "ministry"
        """),
        date(2018, 1, 1),
    )

    assert [each.lead for each in progress.milestones] == ["agency", "ministry", None, None]


def test_slip_is_zero_without_moves_and_unknown_without_deadline() -> None:
    assert measured('due = "2018-06"').slip_days == 0
    assert measured("").slip_days is None
    assert measured(move("m", "2018-01-01", '"2018"', '"2019"')).slip_days is None


def test_slip_runs_from_the_last_day_first_promised_to_the_last_day_of_the_deadline() -> None:
    moves = (
        move("second", "2018-02-01", '"2018-02"', '"2018-Q2"')
        + move("first", "2017-11-01", '"2017-12"', '"2018-02"')
    )  # fmt: skip

    found = measured(f'due = "2018-Q2"\n{moves}')

    assert found.slip_days == 181  # 2017-12-31 to 2018-06-30: 31+28+31+30+31+30
    assert [each.id for each in found.moves] == ["first", "second"]


def test_deadline_brought_forward_is_a_negative_slip() -> None:
    found = measured(f"due = 2018-05-31\n{move('m', '2018-01-01', '2018-06-30', '2018-05-31')}")

    assert found.slip_days == -30


@pytest.mark.parametrize(("end", "slip"), [("due_from", 91), ("due_to", 0)])
def test_report_with_one_end_of_a_move_is_no_move_yet_tells_the_first_promise(
    end: str, slip: int
) -> None:
    found = measured(f"""
        due = 2018-06-30
        [[updates]]
        id = "half"
        about = "portal"
        on = 2018-01-01
        text = "x"
        {end} = 2018-03-31
    """)

    assert (found.slip_days, found.moves) == (slip, ())


def test_update_about_the_deadline_of_another_is_no_move() -> None:
    found = measured(
        """
        due = 2018-06-30
        [[updates]]
        id = "other"
        about = "decree"
        on = 2018-01-01
        text = "x"
        due_from = 2018-01-31
        due_to = 2018-03-31
        """
    )

    assert (found.slip_days, found.moves, found.updates) == (0, (), ())


@pytest.mark.parametrize(
    ("toml", "as_of", "delay"),
    [
        ("due = 2018-03-31\ncompleted = 2018-04-10", date(2018, 4, 10), 10),
        ("due = 2018-03-31\ncompleted = 2018-03-31", date(2018, 4, 10), 0),
        ('due = "2018-03"\ncompleted = "2018-02"', date(2018, 4, 10), -31),
        ("due = 2018-03-31\ncompleted = 2018-04-10", date(2018, 4, 9), 9),  # overdue then
        ("due = 2018-03-31", date(2018, 4, 1), 1),
        ("due = 2018-03-31", date(2018, 3, 31), None),
        ("due = 2018-03-31\nstatus = 'completed'", date(2018, 4, 10), None),
        ("completed = 2018-03-31", date(2018, 4, 10), None),
        ("due = 2018-03-31\nwithdrawn = 2018-04-01", date(2018, 4, 10), None),
        ("", date(2018, 4, 10), None),
    ],
)
def test_delay_runs_from_the_deadline_to_completion_or_to_the_date(
    toml: str, as_of: date, delay: int | None
) -> None:
    assert measured(toml, as_of).delay_days == delay


@pytest.mark.parametrize(
    ("toml", "evidence"),
    [
        ("", Evidence.NONE),
        ('evidence = ["Minutes of 3 May 2018"]', Evidence.PRIVATE),
        ('evidence = ["Minutes", "https://example.org/minutes"]', Evidence.PUBLIC),
        ('evidence = ["see https://example.org/minutes"]', Evidence.PRIVATE),
    ],
)
def test_only_a_web_address_is_public_evidence(toml: str, evidence: Evidence) -> None:
    assert measured(toml).evidence is evidence


@pytest.mark.parametrize(
    ("about", "entry", "evidence"),
    [
        ("portal", "https://example.org", Evidence.PUBLIC),
        ("portal", "Minutes", Evidence.PRIVATE),
        ("decree", "https://example.org", Evidence.NONE),
    ],
)
def test_updates_bring_evidence_for_what_they_are_about(
    about: str, entry: str, evidence: Evidence
) -> None:
    found = measured(f"""
        [[updates]]
        id = "report"
        about = "{about}"
        on = 2018-01-01
        text = "x"
        evidence = ["{entry}"]
    """)

    assert found.evidence is evidence


@pytest.mark.parametrize(
    ("status", "completed", "active"),
    [("completed", True, True), ("withdrawn", False, False), ("unclear", False, True)],
)
def test_completed_and_active_follow_the_status(
    status: str, *, completed: bool, active: bool
) -> None:
    found = measured(f'status = "{status}"')

    assert (found.status, found.is_completed, found.is_active) == (
        Status(status),
        completed,
        active,
    )
