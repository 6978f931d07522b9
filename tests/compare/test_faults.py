"""What is told of values that cannot be read."""

import pytest

from ogdplan.compare.changes import Change, between_sides
from ogdplan.compare.sides import Side
from ogdplan.planfile.reading import read
from ogdplan.planfile.unread import unread_values

HEAD = 'format = 1\n[plan]\ntitle = "A"\ncountry = "NPL"\nlead = "x"\n'
PORTAL = '[[milestones]]\nid = "portal"\ntitle = "The portal"\n'


def side(toml: str) -> Side:
    reading = read(toml.encode())
    plan = reading.plan or reading.draft
    assert plan is not None
    return Side(plan, unread_values(reading))


def changed(old: str, new: str) -> tuple[Change, ...]:
    return between_sides(side(old), side(new), plan_id="nepal")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('due = "2018"', 'due = "x"', 'due can no longer be read: "x" is no period'),
        ("", 'due = "x"', 'due cannot be read: "x" is no period'),
        ('due = "y"', 'due = "x"', 'due cannot be read: "x" is no period'),
        ('due = "x"', 'due = "2018"', "due can be read again: 2018"),
        ('due = "x"', "", 'due removed (was "x")'),
        (
            "completed = 2018-01-01",
            "completed = 7",
            "completed can no longer be read: 7 is a whole number, not a date",
        ),
        (
            'completed = "x"',
            "completed = 2018-01-01",
            "completed can be read again: 1 January 2018",
        ),
        (
            'started = "x"\nstatus = "limited"',
            'started = 2018-01-01\nstatus = "in-progress"',
            "started can be read again: 1 January 2018; status changed from limited to in progress",
        ),
        ("note = 'a'", "note = 3", "note changed"),
    ],
)
def test_value_at_fault_is_told_as_what_it_is(old: str, new: str, words: str) -> None:
    (change,) = changed(HEAD + PORTAL + old, HEAD + PORTAL + new)

    assert change.summary == f"portal: {words}"


def test_same_value_at_fault_is_no_change() -> None:
    toml = HEAD + PORTAL + 'due = "x"\n'

    assert changed(toml, f"# More.\n{toml}") == ()


def test_field_that_has_to_be_there_and_is_not_is_told_as_removed() -> None:
    (change,) = changed(HEAD + PORTAL, HEAD + PORTAL.replace('title = "The portal"\n', ""))

    assert change.summary == 'portal: title removed (was "The portal")'
    assert (
        changed(HEAD + PORTAL.replace('title = "The portal"\n', ""), HEAD + PORTAL)[0].summary
        == 'portal: title set to "The portal"'
    )


def test_header_tells_its_values_at_fault_too() -> None:
    (change,) = changed(HEAD, HEAD.replace('"NPL"', '"XYZ"'))

    assert change.summary.startswith("plan: country can no longer be read: ")
    assert [tuple(each) for each in change.fields] == [("country", "NPL", "XYZ")]


def test_id_that_cannot_be_read_is_no_new_name() -> None:
    (change,) = changed(HEAD + PORTAL, HEAD + PORTAL.replace('"portal"', '"The Portal"'))

    assert (change.id, change.fields[0].new) == ("portal", "The Portal")
    assert change.summary.startswith("portal: id can no longer be read: ")
    (back,) = changed(HEAD + PORTAL.replace('"portal"', '"The Portal"'), HEAD + PORTAL)
    assert back.summary == "milestone renamed from The Portal to portal"


def test_new_record_has_its_values_at_fault_as_the_file_has_them() -> None:
    (change,) = changed(HEAD, HEAD + PORTAL + "due = 2018-13\n".replace("2018-13", '"2018-13"'))

    assert ("due", None, "2018-13") in [tuple(each) for each in change.fields]
