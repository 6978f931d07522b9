from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.agenda import AgendaItem, agenda_of, merge
from ogdplan.progress.health import Health
from ogdplan.progress.plan import progress_of

JUNE = date(2018, 6, 15)


def agenda(toml: str, within_days: int = 90, plan_id: str = "panama") -> tuple[AgendaItem, ...]:
    return agenda_of(plan_id, progress_of(a_plan(toml), JUNE), within_days=within_days)


def ids(items: tuple[AgendaItem, ...]) -> list[str]:
    return [item.record.id for item in items]


def test_item_says_what_is_due_when_and_by_whom() -> None:
    (item,) = agenda("""
        [[milestones]]
        id = "portal"
        title = "Launch the portal"
        lead = "ministry"
        due = "2018-05"
    """)

    assert (item.plan_id, item.kind, item.record.id) == ("panama", "milestone", "portal")
    assert (str(item.title), str(item.when)) == ("Launch the portal", "2018-05")
    assert (item.day, item.days) == (date(2018, 5, 31), -15)
    assert (item.health, item.lead) == (Health.OVERDUE, "ministry")


def test_next_steps_and_releases_stand_beside_milestones() -> None:
    items = agenda("""
        next_steps = [{ id = "step", title = "x", due = 2018-07-01, lead = "office" }]
        datasets = [{ id = "budget", title = "x", planned = "2018-06", publisher = "treasury" }]
        milestones = [{ id = "portal", title = "x", due = 2018-07-02 }]
    """)

    assert [(item.kind, item.record.id, item.lead, item.health) for item in items] == [
        ("dataset", "budget", "treasury", None),
        ("next-step", "step", "office", None),
        ("milestone", "portal", None, Health.DUE_SOON),
    ]


@pytest.mark.parametrize(
    ("fields", "listed"),
    [
        ("due = 2018-07-01", True),
        ("due = 2018-07-01\ncompleted = 2018-06-15", False),
        ("due = 2018-07-01\ncompleted = 2018-06-16", True),
        ("due = 2018-07-01\nwithdrawn = 2018-06-15", False),
        ("", False),
    ],
)
def test_only_unfinished_milestones_with_a_deadline_are_listed(
    fields: str, *, listed: bool
) -> None:
    assert bool(agenda(f'[[milestones]]\nid = "m"\ntitle = "x"\n{fields}')) is listed


@pytest.mark.parametrize(
    ("fields", "listed"),
    [
        ("due = 2018-07-01", True),
        ("due = 2018-07-01\nstatus = 'in-progress'", True),
        ("due = 2018-07-01\nstatus = 'done'", False),
        ("due = 2018-07-01\nstatus = 'dropped'", False),
        ("", False),
    ],
)
def test_only_open_next_steps_with_a_deadline_are_listed(fields: str, *, listed: bool) -> None:
    assert bool(agenda(f'[[next_steps]]\nid = "n"\ntitle = "x"\n{fields}')) is listed


@pytest.mark.parametrize(
    ("fields", "listed"),
    [
        ("planned = 2018-06-01", True),
        ("planned = 2018-06-01\nreleased = 2018-06-15", False),
        ("planned = 2018-06-01\nreleased = 2018-06-16", True),
        ("planned = 2018-06-01\nreleased = '2018-06'", False),
        ("planned = 2018-06-01\nreleased = '2018-07'", True),
        ("", False),
    ],
)
def test_only_planned_datasets_surely_not_released_are_listed(fields: str, *, listed: bool) -> None:
    assert bool(agenda(f'[[datasets]]\nid = "d"\ntitle = "x"\n{fields}')) is listed


def test_agenda_reaches_from_everything_late_to_the_last_day_asked_for() -> None:
    toml = """
        milestones = [
            { id = "ages-ago", title = "x", due = 1999-01-01 },
            { id = "today", title = "x", due = 2018-06-15 },
            { id = "last-day", title = "x", due = 2018-06-25 },
            { id = "too-far", title = "x", due = 2018-06-26 },
        ]
    """

    assert ids(agenda(toml, within_days=10)) == ["ages-ago", "today", "last-day"]
    assert ids(agenda(toml, within_days=0)) == ["ages-ago", "today"]


def test_items_are_ordered_by_day_then_id_across_kinds() -> None:
    items = agenda("""
        milestones = [
            { id = "z", title = "x", due = 2018-07-01 },
            { id = "m", title = "x", due = 2018-07-31 },
        ]
        next_steps = [{ id = "b", title = "x", due = "2018-07" }]
        datasets = [{ id = "n", title = "x", planned = 2018-07-31 }]
    """)

    assert ids(items) == ["z", "b", "m", "n"]


def test_agendas_of_several_plans_merge_by_day_then_plan_then_id() -> None:
    toml = """
        milestones = [
            { id = "b", title = "x", due = 2018-07-01 },
            { id = "a", title = "x", due = 2018-07-01 },
            { id = "c", title = "x", due = 2018-06-30 },
        ]
    """

    merged = merge([agenda(toml, plan_id="uruguay"), agenda(toml, plan_id="nepal")])

    assert [(item.plan_id, item.record.id) for item in merged] == [
        ("nepal", "c"),
        ("uruguay", "c"),
        ("nepal", "a"),
        ("nepal", "b"),
        ("uruguay", "a"),
        ("uruguay", "b"),
    ]


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_far_ends_of_the_calendar_overflow_nothing(as_of: date) -> None:
    plan = a_plan(
        'milestones = [{ id = "a", title = "x", due = 0001-01-01 }, '
        '{ id = "b", title = "x", due = 9999-12-31 }]'
    )

    items = agenda_of("panama", progress_of(plan, as_of), within_days=10**9)

    assert ids(items) == ["a", "b"]
