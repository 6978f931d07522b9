from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.vocabularies import Framework
from ogdplan.progress.burndown import points_at
from ogdplan.progress.health import Health
from ogdplan.progress.measures import Freshness, Independent, Measures, Schedule, measures_of
from ogdplan.progress.plan import progress_of

AS_OF = date(2018, 6, 15)


def measures(toml: str) -> Measures:
    return measures_of(progress_of(a_plan(toml), AS_OF))


def test_schedule_counts_the_unfinished_once_each() -> None:
    found = measures(
        """
        milestones = [
            { id = "a", title = "x", due = 2018-12-31 },
            { id = "b", title = "x", due = 2018-07-01 },
            { id = "c", title = "x", due = 2018-06-01 },
            { id = "c-2", title = "x", due = 2018-06-01, status = "unclear" },
            { id = "d", title = "x", depends_on = ["c"] },
            { id = "e", title = "x", status = "unclear" },
            { id = "f", title = "x" },
            { id = "g", title = "x", completed = 2018-06-01 },
            { id = "h", title = "x", withdrawn = 2018-06-01 },
        ]
        [[updates]]
        id = "u"
        about = "a"
        on = 2018-01-01
        text = "x"
        due_from = 2018-12-01
        due_to = 2018-12-31
        [[updates]]
        id = "v"
        about = "b"
        on = 2018-06-16
        text = "x"
        due_from = 2018-01-01
        due_to = 2018-07-01
        """
    )

    assert found.schedule == Schedule(
        7, 1, 1, 2, 1, 1, 1, moved=1, longest_slip_days=30, overdue_unclear=1
    )
    assert found.completion.completed == 1
    assert found.schedule.health is Health.OVERDUE


@pytest.mark.parametrize(
    ("fields", "health"),
    [
        ('depends_on = ["late"]', Health.BLOCKED),
        ('status = "unclear"', Health.UNCONFIRMED),
        ("due = 2018-07-01", Health.DUE_SOON),
        ("", Health.UNSCHEDULED),
        ("due = 2018-12-31", Health.ON_TRACK),
        ("completed = 2018-06-01", None),
    ],
)
def test_schedule_is_on_track_only_where_all_that_is_unfinished_is(
    fields: str, health: Health | None
) -> None:
    well = '[[milestones]]\nid = "well"\ntitle = "x"\ndue = 2018-12-31\n'
    other = f'[[milestones]]\nid = "other"\ntitle = "x"\n{fields}\n'
    late = '[[milestones]]\nid = "late"\ntitle = "x"\ndue = 2018-06-01\n'

    found = measures(other + (late if "late" in fields else "" if health is None else well))

    assert found.schedule._replace(overdue=0).health is health


@pytest.mark.parametrize(
    ("fields", "promised"),
    [
        ("due = 2018-06-15", 1),
        ("due = 2018-06-16", 0),
        ("due = 2018-06-16\ncompleted = 2018-06-01", 0),
        ("due = 2018-06-15\nwithdrawn = 2018-06-01", None),
        ("completed = 2018-06-01", None),
        ("", None),
    ],
)
def test_promised_is_what_the_deadlines_say(fields: str, promised: int | None) -> None:
    assert measures(f'[[milestones]]\nid = "a"\ntitle = "x"\n{fields}').promised == promised


def test_promised_is_what_the_burn_down_has_as_planned() -> None:
    plan = a_plan(
        """
        milestones = [
            { id = "a", title = "x", due = 2018-06-15 },
            { id = "b", title = "x", due = 2018-06-16 },
            { id = "c", title = "x", completed = 2018-06-01 },
            { id = "d", title = "x", due = 2018-06-01, withdrawn = 2018-06-01 },
        ]
        """
    )
    (point,) = points_at(plan, [AS_OF])

    assert measures_of(progress_of(plan, AS_OF)).promised == point.active - point.planned == 2


@pytest.mark.parametrize(
    ("weights", "expected"), [((1, 1), False), ((2, 2), False), ((1, 2), True)]
)
def test_weights_count_where_they_differ(weights: tuple[int, int], expected: bool) -> None:
    toml = "".join(
        f'[[milestones]]\nid = "m{n}"\ntitle = "x"\nweight = {weight}\n'
        for n, weight in enumerate(weights)
    )
    gone = '[[milestones]]\nid = "gone"\ntitle = "x"\nweight = 9\nstatus = "withdrawn"\n'

    assert measures(toml + gone).is_weighted is expected


def test_freshness_is_the_days_since_the_last_report() -> None:
    update = "updates = [{ id = 'u', on = 2018-06-05, text = 'x' }]"

    assert measures(update).freshness == Freshness(date(2018, 6, 5), 10, stale=False)
    assert measures("").freshness == Freshness(None, None, stale=True)


def test_plan_without_assessments_is_judged_by_nobody() -> None:
    assert measures("").independent == Independent(0, 0, (), 0, 0, 0)


def test_assessments_are_counted_with_what_they_are_about_and_whose_they_are() -> None:
    found = measures(
        """
        milestones = [{ id = "m", title = "x", status = "completed" }]
        assessments = [
            { id = "a", about = "m", framework = "gdb", criterion = "Status", rating = "Limited" },
            { id = "b", about = "m", framework = "irm", criterion = "Status", rating = "Complete" },
            { id = "c", framework = "irm", criterion = "Ambition", rating = "High" },
            { id = "d", framework = "irm", criterion = "Verifiable", rating = "Yes" },
            { id = "e", framework = "odb", criterion = "Score", value = 1, on = 2018-06-16 },
        ]
        """
    )

    frameworks = (Framework.IRM, Framework.GDB)
    assert found.independent == Independent(
        4, 2, frameworks, compared=2, differing=1, only_by_others=0
    )
