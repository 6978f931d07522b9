from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.vocabularies import Status
from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.plan import progress_of


def measured(
    commitment: str, *statuses: str, as_of: date = date(2018, 6, 15)
) -> CommitmentProgress:
    """Return a commitment with these fields and a milestone of each of these statuses."""
    milestones = "".join(
        f"""
        [[milestones]]
        id = "m{number}"
        title = "x"
        commitment = "promise"
        status = "{status}"
        """
        for number, status in enumerate(statuses)
    )
    plan = a_plan(f'{milestones}\n[[commitments]]\nid = "promise"\ntitle = "x"\n{commitment}')
    return progress_of(plan, as_of).commitments[0]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ((), Status.UNCLEAR),
        (("completed",), Status.COMPLETED),
        (("completed", "completed"), Status.COMPLETED),
        (("completed", "withdrawn"), Status.COMPLETED),
        (("completed", "substantial"), Status.IN_PROGRESS),
        (("completed", "not-started"), Status.IN_PROGRESS),
        (("withdrawn",), Status.WITHDRAWN),
        (("withdrawn", "withdrawn"), Status.WITHDRAWN),
        (("not-started", "not-started"), Status.NOT_STARTED),
        (("not-started", "withdrawn"), Status.NOT_STARTED),
        (("not-started", "unclear"), Status.IN_PROGRESS),
        (("unclear", "withdrawn"), Status.UNCLEAR),
        (("limited",), Status.IN_PROGRESS),
        (("substantial", "substantial"), Status.IN_PROGRESS),
        (("in-progress",), Status.IN_PROGRESS),
    ],
)
def test_status_is_read_off_the_milestones(statuses: tuple[str, ...], status: Status) -> None:
    found = measured("", *statuses)

    assert (found.status, found.completed, found.reported) == (
        status,
        status is Status.COMPLETED,
        False,
    )


REPORT = """
    [[updates]]
    id = "report"
    about = "promise"
    on = {on}
    status = "substantial"
    text = "x"
"""


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ('status = "limited"', Status.LIMITED),
        ("completed = 2018-06-15", Status.COMPLETED),
        ("completed = 2018-06-16", Status.NOT_STARTED),
        ("withdrawn = 2018-06-15", Status.WITHDRAWN),
        (REPORT.format(on="2018-06-15"), Status.SUBSTANTIAL),
        (REPORT.format(on="2018-06-16"), Status.NOT_STARTED),
    ],
)
def test_commitment_that_states_its_own_status_stands_as_stated(
    fields: str, status: Status
) -> None:
    found = measured(fields, "limited", "limited")

    assert (found.reported, found.status) == (True, status)


def test_update_without_status_leaves_the_status_to_the_milestones() -> None:
    found = measured(
        "[[updates]]\nid = 'u'\nabout = 'promise'\non = 2018-06-15\ntext = 'x'", "completed"
    )

    assert (found.reported, found.completed) == (False, True)


def test_reported_completion_stands_beside_unfinished_milestones() -> None:
    found = measured('status = "completed"', "completed", "limited")

    assert (found.completed, found.completed_percent) == (True, 50)


def test_percent_is_unknown_without_active_milestones() -> None:
    assert measured("").completed_percent is None
    assert measured("", "withdrawn").completed_percent is None


def test_commitment_lists_its_own_milestones_in_file_order() -> None:
    progress = progress_of(
        a_plan("""
            commitments = [
                { id = "first", title = "x", lead = "ministry" },
                { id = "second", title = "x" },
            ]
            milestones = [
                { id = "b", title = "x", commitment = "first" },
                { id = "z", title = "x", commitment = "second" },
                { id = "a", title = "x", commitment = "first" },
                { id = "n", title = "x" },
                { id = "g", title = "x", commitment = "a-ghost" },
            ]
        """),
        date(2018, 1, 1),
    )

    assert [
        (each.commitment.id, each.index, each.lead, [m.milestone.id for m in each.milestones])
        for each in progress.commitments
    ] == [("first", 0, "ministry", ["b", "a"]), ("second", 1, None, ["z"])]
