import re
from datetime import date
from typing import get_args

import pytest

from ogdplan.compare import (
    points_of_deadlines,
    points_of_faults,
    points_of_fields,
    points_of_plans,
    points_of_work,
)
from ogdplan.compare.points import RANKS, Point
from ogdplan.compare.points_of_deadlines import DeadlineMoved
from ogdplan.model.when import on_day

KINDS: tuple[type[Point], ...] = get_args(Point)
MODULES = (points_of_deadlines, points_of_faults, points_of_fields, points_of_plans, points_of_work)


def test_set_of_kinds_is_closed() -> None:
    declared = {
        each
        for module in MODULES
        for name, each in vars(module).items()
        if isinstance(each, type) and each.__module__ == module.__name__ and name[0] != "_"
    }

    assert declared == set(KINDS) == set(RANKS)


def test_every_kind_is_counted_under_a_name_of_its_own() -> None:
    names = [kind.name for kind in KINDS]

    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch("[a-z]+(-[a-z]+)*", name)] == []


def test_kinds_that_a_meeting_asks_for_come_first() -> None:
    assert [kind.name for kind in KINDS][:7] == [
        "completed",
        "reopened",
        "withdrawn",
        "deadline-moved",
        "deadline-set",
        "deadline-removed",
        "status-changed",
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (9, "ninth"),
        (10, "10th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (24, "24th"),
        (111, "111th"),
    ],
)
def test_moves_of_a_deadline_can_be_many(number: int, words: str) -> None:
    move = DeadlineMoved(
        on_day(date(2018, 6, 1)), on_day(date(2018, 6, 3)), 2, 2, (number,), ("x",), ()
    )

    assert str(move).startswith(f"{words} move of the deadline, from 1 June 2018 to 3 June 2018")
