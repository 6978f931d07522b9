from collections.abc import Mapping

import pytest

from builders_merge import conflicts, merged, result

MOVE = (
    '[[updates]]\nid = "{id}"\nabout = "{about}"\non = "2018"\ntext = "T"\n'
    'due_from = "{old}"\ndue_to = "{new}"\n'
)


def due(when: str, *moves: str, kind: str = "milestones", name: str = "due") -> str:
    """Return a record that is due then, and the reports that moved it: `m1 2018 2019`."""
    record = f'[[{kind}]]\nid = "portal"\ntitle = "A"\n{name} = "{when}"\n'
    parts = (move.split() for move in moves)
    return record + "".join(
        MOVE.format(id=name, about="portal", old=old, new=new) for name, old, new in parts
    )


def state(base: str, ours: str, theirs: str) -> tuple[object, Mapping[str, object]]:
    """Return the deadline that is decided, and the end of each move."""
    tables = result(merged(base, ours, theirs))
    reports = tables.get("updates", [])
    assert not any(None in row.values() for row in reports)
    moves = {str(row["id"]): row.get("due_to") for row in reports}
    return tables["milestones"][0]["due"], moves


BASE = due("2018")
MOVED = due("2019", "m1 2018 2019")
MOVED_ON = due("2019", "m1 2018 2019", "m2 2019 2020", "m3 2020 2019")
ALL_MOVES = {"m1": "2019", "m2": "2020", "m3": "2019"}


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "deadline", "moves"),
    [
        # One side.
        (BASE, MOVED, BASE, "2019", {"m1": "2019"}),
        (BASE, BASE, MOVED, "2019", {"m1": "2019"}),
        (BASE, due("2019"), BASE, "2019", {}),
        # Both alike.
        (BASE, MOVED, MOVED, "2019", {"m1": "2019"}),
        (BASE, due("2019"), due("2019"), "2019", {}),
        # The same day, which one side has recorded.
        (BASE, due("2019"), MOVED, "2019", {"m1": "2019"}),
        (BASE, MOVED, due("2019"), "2019", {"m1": "2019"}),
        # The same move, and one side went on from there and came back to the day.
        (BASE, MOVED, MOVED_ON, "2019", ALL_MOVES),
        (BASE, MOVED_ON, MOVED, "2019", ALL_MOVES),
        # Only a report is mended.
        (MOVED, MOVED, due("2019", "m1 2017 2019"), "2019", {"m1": "2019"}),
        (due("2019"), due("2019"), MOVED, "2019", {"m1": "2019"}),
    ],
)
def test_deadline_and_moves_that_fit_together_are_taken(
    base: str, ours: str, theirs: str, deadline: str, moves: Mapping[str, object]
) -> None:
    assert conflicts(merged(base, ours, theirs)) == []
    assert state(base, ours, theirs) == (deadline, moves)


def test_two_moves_to_different_days_leave_ours_and_theirs_report_without_its_move() -> None:
    theirs = due("2020", "m2 2018 2020")

    assert conflicts(merged(BASE, MOVED, theirs)) == [
        ("portal", "due", "2018", "2019", "2020"),
        ("m2", "due_from", None, None, "2018"),
        ("m2", "due_to", None, None, "2020"),
    ]
    assert state(BASE, MOVED, theirs) == ("2019", {"m1": "2019", "m2": None})


@pytest.mark.parametrize(
    "theirs",
    [due("2020", "m1 2018 2019", "m2 2019 2020"), due("2020", "m1 2018 2019")],
    ids=["recorded", "silent"],
)
def test_same_move_and_another_day_is_a_conflict(theirs: str) -> None:
    found = merged(BASE, due("2018", "m1 2018 2019", "m3 2019 2018"), theirs)

    assert conflicts(found) != []
    assert state(BASE, MOVED, theirs)[0] == "2019"


def test_two_moves_in_reports_of_one_id() -> None:
    theirs = due("2020", "m1 2018 2020")

    assert conflicts(merged(BASE, MOVED, theirs)) == [
        ("portal", "due", "2018", "2019", "2020"),
        ("m1-theirs", "due_from", None, None, "2018"),
        ("m1-theirs", "due_to", None, None, "2020"),
        ("m1-theirs", "id", "same id", "m1"),
    ]
    assert state(BASE, MOVED, theirs) == ("2019", {"m1": "2019", "m1-theirs": None})


def test_two_reports_of_the_same_move() -> None:
    theirs = due("2019", "m2 2018 2019")

    assert conflicts(merged(BASE, MOVED, theirs)) == [
        ("m2", "due_from", None, None, "2018"),
        ("m2", "due_to", None, None, "2019"),
    ]
    assert state(BASE, MOVED, theirs) == ("2019", {"m1": "2019", "m2": None})


def test_silent_change_against_a_recorded_move() -> None:
    assert conflicts(merged(BASE, due("2020"), MOVED)) == [
        ("portal", "due", "2018", "2020", "2019"),
        ("m1", "due_from", None, None, "2018"),
        ("m1", "due_to", None, None, "2019"),
    ]
    assert state(BASE, due("2020"), MOVED) == ("2020", {"m1": None})
    assert conflicts(merged(BASE, MOVED, due("2020"))) == [
        ("portal", "due", "2018", "2019", "2020")
    ]
    assert state(BASE, MOVED, due("2020")) == ("2019", {"m1": "2019"})


def test_one_side_sets_the_deadline_while_the_other_mends_its_moves() -> None:
    mended, silent = due("2019", "m1 2017 2019"), due("2020", "m1 2018 2019")

    assert conflicts(merged(MOVED, silent, mended)) == [("m1", "due_from", "2018", "2018", "2017")]
    assert conflicts(merged(MOVED, mended, silent)) == [("portal", "due", "2019", "2019", "2020")]
    assert state(MOVED, mended, silent) == ("2019", {"m1": "2019"})


def test_both_mended_one_move_differently() -> None:
    ours, theirs = due("2019", "m1 2016 2019"), due("2019", "m1 2017 2019")

    assert conflicts(merged(MOVED, ours, theirs)) == [("m1", "due_from", "2018", "2016", "2017")]


def test_what_one_side_says_of_a_move_like_the_other_is_no_conflict() -> None:
    ours = due("2021", "m1 2018 2020", "m2 2020 2021")
    theirs = due("2022", "m1 2018 2020", "m3 2020 2022")

    assert [each[0] for each in conflicts(merged(MOVED, ours, theirs))] == ["portal", "m3", "m3"]
    assert state(MOVED, ours, theirs)[1] == {"m1": "2020", "m2": "2021", "m3": None}


def test_report_of_a_move_that_theirs_removed_stays_when_ours_moved_on() -> None:
    ours = due("2020", "m1 2018 2019", "m2 2019 2020")

    assert conflicts(merged(MOVED, ours, BASE)) == [
        ("portal", "due", "2019", "2020", "2018"),
        ("m1", "theirs", True),
    ]
    assert state(MOVED, ours, BASE) == ("2020", {"m1": "2019", "m2": "2020"})


def test_report_of_a_move_that_theirs_removed_and_ours_changed_is_one_conflict() -> None:
    ours = due("2020", "m1 2018 2020")

    assert conflicts(merged(MOVED, ours, BASE)) == [
        ("portal", "due", "2019", "2020", "2018"),
        ("m1", "theirs", False),
    ]


def test_report_of_a_move_that_both_removed_is_gone() -> None:
    assert state(MOVED, BASE, due("2020", "m2 2018 2020"))[1] == {"m2": None}
    assert state(MOVED, due("2020", "m2 2018 2020"), BASE) == ("2020", {"m2": "2020"})


def test_report_of_a_move_that_ours_removed_comes_back_without_the_move() -> None:
    assert conflicts(merged(MOVED, BASE, due("2020", "m1 2018 2020"))) == [
        ("portal", "due", "2019", "2018", "2020"),
        ("m1", "ours", False),
        ("m1", "due_from", "2018", None, "2018"),
        ("m1", "due_to", "2019", None, "2020"),
    ]
    assert state(MOVED, BASE, due("2020", "m1 2018 2020")) == ("2018", {"m1": None})


def test_deadline_that_theirs_took_away_is_a_conflict_too() -> None:
    gone = BASE.replace('due = "2018"\n', "")

    assert conflicts(merged(BASE, MOVED, gone)) == [("portal", "due", "2018", "2019", None)]


def test_end_of_a_commitment_is_a_deadline() -> None:
    base, ours, theirs = (
        due(when, *moves, kind="commitments", name="end")
        for when, *moves in (("2018",), ("2019", "m1 2018 2019"), ("2020", "m2 2018 2020"))
    )

    assert conflicts(merged(base, ours, theirs)) == [
        ("portal", "end", "2018", "2019", "2020"),
        ("m2", "due_from", None, None, "2018"),
        ("m2", "due_to", None, None, "2020"),
    ]


def test_reports_that_move_nothing_have_nothing_to_do_with_it() -> None:
    report = '[[updates]]\nid = "{}"\nabout = "portal"\non = "2018"\ntext = "T"\n'
    ours, theirs = BASE + report.format("r1"), due("2019") + report.format("r2")

    assert conflicts(merged(BASE, ours, theirs)) == []
    assert state(BASE, ours, theirs) == ("2019", {"r1": None, "r2": None})


def test_same_move_on_both_sides_leaves_the_deadline_to_the_one_that_set_it() -> None:
    base, ours, theirs = due("2019"), MOVED, due("2020", "m1 2018 2019")

    assert conflicts(merged(base, ours, theirs)) == []
    assert state(base, ours, theirs) == ("2020", {"m1": "2019"})


def test_moves_of_other_milestones_have_nothing_to_do_with_it() -> None:
    law = MOVED.replace("portal", "law").replace("m1", "l1")

    found = merged(BASE + law, MOVED + law, due("2018") + law.replace("2019", "2020"))

    assert conflicts(found) == []
