from itertools import chain

import pytest

from ogdplan.model.vocabularies import ChallengeStatus, NextStepStatus, Status
from ogdplan.progress.health import Health
from ogdplan.report.cells import cell_width
from ogdplan.report.marks import CHALLENGE, HEALTH, NEXT_STEP, STATUS, health_cell, status_cell
from ogdplan.report.page import Cell
from ogdplan.report.segments import Style
from ogdplan.report.terminal.paint import COLOURS


def test_every_state_has_a_mark_of_one_cell() -> None:
    assert set(HEALTH) == set(Health)
    assert set(STATUS) == set(Status)
    assert set(CHALLENGE) == set(ChallengeStatus)
    assert set(NEXT_STEP) == set(NextStepStatus)
    marks = chain(HEALTH.values(), STATUS.values(), CHALLENGE.values(), NEXT_STEP.values())
    assert {cell_width(mark) for mark, _ in marks} == {1}


def test_no_two_healths_have_the_same_mark() -> None:
    assert len({mark for mark, _ in HEALTH.values()}) == len(Health)


@pytest.mark.parametrize(
    ("health", "colour"),
    [
        (Health.COMPLETED, "blue"),
        (Health.WITHDRAWN, "bright_black"),
        (Health.OVERDUE, "red"),
        (Health.BLOCKED, "yellow"),
        (Health.UNCONFIRMED, "yellow"),
        (Health.DUE_SOON, "yellow"),
        (Health.UNSCHEDULED, "yellow"),
        (Health.ON_TRACK, "green"),
    ],
)
def test_health_has_the_colour_of_its_definition(health: Health, colour: str) -> None:
    assert COLOURS[HEALTH[health][1]] == colour


def test_nothing_but_what_is_on_track_is_green() -> None:
    styles = [style for table in (STATUS, CHALLENGE, NEXT_STEP) for _, style in table.values()]

    assert Style.GOOD not in styles


def test_cell_of_a_health_has_the_label_given_and_the_value_of_programs() -> None:
    assert health_cell(Health.OVERDUE, "Not delivered") == Cell(
        "Not delivered", Style.LATE, "▲", value="overdue"
    )


@pytest.mark.parametrize(
    ("status", "cell"),
    [
        (Status.COMPLETED, Cell("Complete", Style.DONE, "✔", value="completed")),
        (ChallengeStatus.OPEN, Cell("Open", Style.LATE, "▲", value="open")),
        (NextStepStatus.DONE, Cell("Done", Style.DONE, "✔", value="done")),
    ],
)
def test_cell_of_a_status_has_its_label(
    status: Status | ChallengeStatus | NextStepStatus, cell: Cell
) -> None:
    assert status_cell(status) == cell
