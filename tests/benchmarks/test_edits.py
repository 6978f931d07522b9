"""What the yardsticks of benchmarks/compare_diffs.py print of an edit."""

from edits import Link, edit_of

OLD: dict[str, object] = {"id": "a", "tags": ["x"]}
NEW: dict[str, object] = {"id": "b", "tags": ["x", "y"]}
TABLE = Link(("lessons",), [OLD], [NEW])


def test_edit_below_a_field_is_one_of_the_field() -> None:
    way = (TABLE, Link((), OLD, NEW), Link(("tags",), ["x"], ["x", "y"]), Link((), None, "y"))

    assert edit_of(way) == {"table": "lessons", "old": ["a"], "new": ["b"], "fields": ("tags",)}


def test_edit_of_a_record_or_of_a_table_has_no_field() -> None:
    record = (TABLE, Link((), None, NEW))
    table = (Link(("lessons",), [OLD, NEW], None),)

    assert edit_of(record) == {"table": "lessons", "old": [], "new": ["b"], "fields": ()}
    assert edit_of(table) == {"table": "lessons", "old": ["a", "b"], "new": [], "fields": ()}


def test_header_has_fields_and_no_id() -> None:
    way = (Link(("plan",), {"end": "2027"}, {"end": "2028"}), Link(("end",), "2027", "2028"))

    assert edit_of(way) == {"table": "plan", "old": [], "new": [], "fields": ("end",)}
