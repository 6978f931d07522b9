from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.ends import ends_of
from ogdplan.progress.late import late_besides
from ogdplan.progress.plan import progress_of

AS_OF = date(2018, 6, 30)


def late(toml: str) -> list[tuple[str, str, int, str | None]]:
    found = late_besides(progress_of(a_plan(toml), AS_OF))
    return [(each.kind, each.record.id, each.days_left, each.lead) for each in found]


def test_commitments_next_steps_and_releases_are_late_the_longest_first() -> None:
    assert late(
        """
        commitments = [{ id = "law", title = "x", lead = "a", end = "2018-05" }]
        next_steps = [{ id = "talks", title = "x", lead = "b", due = 2018-06-29 }]
        datasets = [{ id = "budget", title = "x", publisher = "c", planned = 2018-06-01 }]
        milestones = [{ id = "m", title = "x", due = 2018-06-01 }]
        """
    ) == [
        ("commitment", "law", -30, "a"),
        ("dataset", "budget", -29, "c"),
        ("next-step", "talks", -1, "b"),
    ]


@pytest.mark.parametrize(
    ("fields", "is_late"),
    [
        ("due = 2018-06-29", True),
        ("due = 2018-06-30", False),
        ("", False),
        ('due = 2018-06-29\nstatus = "in-progress"', True),
        ('due = 2018-06-29\nstatus = "done"', False),
        ('due = 2018-06-29\nstatus = "dropped"', False),
        ('due = 2018-06-29\npromoted_to = "m"', False),
    ],
)
def test_next_step_is_late_while_it_is_open_and_no_milestone(fields: str, is_late: bool) -> None:
    assert bool(late(f'[[next_steps]]\nid = "s"\ntitle = "x"\n{fields}\n')) is is_late


@pytest.mark.parametrize(
    ("fields", "milestone", "is_late"),
    [
        ("end = 2018-06-29", "", True),
        ("end = 2018-06-30", "", False),
        ('end = 2018-06-29\nstatus = "limited"', "", True),
        ("end = 2018-06-29\ncompleted = 2018-06-30", "", False),
        ("end = 2018-06-29\nwithdrawn = 2018-06-30", "", False),
        ("end = 2018-06-29", "due = 2018-07-01", False),
        (
            'end = 2018-06-29\nstatus = "limited"',
            "due = 2018-07-01\nwithdrawn = 2018-06-01",
            True,
        ),
        ('end = 2018-06-29\nstatus = "limited"', 'status = "limited"', True),
    ],
)
def test_commitment_is_past_its_end_where_no_milestone_has_a_deadline(
    fields: str, milestone: str, is_late: bool
) -> None:
    toml = f'[[commitments]]\nid = "law"\ntitle = "x"\n{fields}\n'
    if milestone:
        toml += f'[[milestones]]\nid = "m"\ntitle = "x"\ncommitment = "law"\n{milestone}\n'

    assert bool(late(toml)) is is_late


def test_ends_ahead_are_those_not_past_in_their_order() -> None:
    plan = a_plan(
        """
        commitments = [
            { id = "far", title = "x", end = 2019-06-30 },
            { id = "past", title = "x", end = 2018-06-29 },
            { id = "today", title = "x", end = 2018-06-30 },
            { id = "open", title = "x" },
        ]
        """
    )

    found = ends_of(progress_of(plan, AS_OF))

    assert [each.commitment.id for each in found.past] == ["past"]
    assert [each.commitment.id for each in found.ahead] == ["today", "far"]
