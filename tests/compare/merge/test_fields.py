from datetime import date

import pytest

from ogdplan.compare.merge.fields import Clash, Languages, Values, as_set, changed, decide
from ogdplan.planfile.operations import Value

ENGLISH = Languages("en", "en", "en")


def decided(
    base: Value | None, ours: Value | None, theirs: Value | None, languages: Languages | None = None
) -> tuple[Value | None, tuple[Clash, ...]]:
    return decide("f", Values(base, ours, theirs), languages)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result"),
    [
        ("a", "b", "a", "b"),
        ("a", "a", "b", "b"),
        ("a", "b", "b", "b"),
        ("a", None, "a", None),
        ("a", "a", None, None),
        ("a", None, None, None),
        (None, "b", None, "b"),
        (None, None, "b", "b"),
        (1, True, 1, True),
        (1, 1, 1.0, 1.0),
        (date(2018, 1, 1), date(2018, 1, 1), "2018", "2018"),
    ],
)
def test_what_one_side_changed_or_both_alike_is_taken(
    base: Value | None, ours: Value | None, theirs: Value | None, result: Value | None
) -> None:
    found, clashes = decided(base, ours, theirs)

    assert (repr(found), clashes) == (repr(result), ())


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("a", "b", "c"),
        ("a", None, "c"),
        ("a", "b", None),
        (None, "b", "c"),
        (2, 1, True),
        (["a"], "b", ["c"]),
        ({"x": 1}, {"x": 2}, "c"),
    ],
)
def test_of_two_values_ours_stays_and_they_clash(
    base: Value | None, ours: Value | None, theirs: Value | None
) -> None:
    assert decided(base, ours, theirs) == (ours, (Clash(("f",), base, ours, theirs),))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result"),
    [
        (["a", "b"], ["a", "b", "c"], ["a", "b", "d"], ["a", "b", "c", "d"]),
        (["a", "b"], ["b", "c"], ["a"], ["c"]),
        (["a", "b"], ["b", "a", "c"], ["a", "b", "c", "d"], ["b", "a", "c", "d"]),
        (["a"], ["b"], [], ["b"]),
        (["a"], None, ["a", "b"], ["b"]),
        (["a"], [], ["b", "b"], ["b"]),
        (["a", "b"], ["a"], ["b"], None),
        (None, ["a"], ["b"], ["a", "b"]),
        ([1], [1, True], [1, 1.0], [1, True, 1.0]),
        ([], [{"x": 1}], [{"y": 1}], [{"x": 1}, {"y": 1}]),
    ],
)
def test_lists_merge_as_ordered_sets(
    base: Value | None, ours: Value | None, theirs: Value | None, result: Value | None
) -> None:
    found, clashes = decided(base, ours, theirs)

    assert (repr(found), clashes) == (repr(result), ())


def test_a_set_keeps_the_order_of_ours_and_has_theirs_behind() -> None:
    assert as_set("ab", "cba", "abd") == ["c", "b", "a", "d"]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result"),
    [
        ("A", {"en": "A", "es": "B"}, "C", {"en": "C", "es": "B"}),
        ("A", "C", {"en": "A", "es": "B"}, {"en": "C", "es": "B"}),
        ("A", {"en": "A", "es": "B"}, {"en": "A", "fr": "D"}, {"en": "A", "es": "B", "fr": "D"}),
        ({"en": "A", "es": "B"}, {"es": "B"}, {"en": "A"}, None),
        ({"en": "A", "es": "B"}, {"es": "B"}, {"en": "A", "es": "C"}, {"es": "C"}),
        ({"en": "A", "es": "B"}, "A", {"en": "C", "es": "B"}, "C"),
        (None, None, {"es": "B"}, {"es": "B"}),
        (None, "A", {"es": "B"}, {"en": "A", "es": "B"}),
    ],
)
def test_texts_merge_by_language(
    base: Value | None, ours: Value | None, theirs: Value | None, result: Value | None
) -> None:
    assert decided(base, ours, theirs, ENGLISH) == (result, ())


def test_plain_text_is_in_the_first_language_of_its_version() -> None:
    nepali = Languages("en", "ne", "en")

    assert decided({"en": "A"}, {"en": "A", "fr": "D"}, {"en": "A", "ne": "C"}, nepali) == (
        {"en": "A", "fr": "D", "ne": "C"},
        (),
    )
    assert decided({"ne": "A"}, "A", {"ne": "C"}, nepali) == ("C", ())


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "path", "result"),
    [
        ("A", "B", "C", ("f",), "B"),
        ("A", None, "C", ("f",), None),
        ({"en": "A"}, {"en": "B"}, {"en": "C"}, ("f", "en"), {"en": "B"}),
        ("A", {"en": "B", "es": "D"}, "C", ("f", "en"), {"en": "B", "es": "D"}),
        ({"en": "A", "es": "D"}, "B", {"en": "C"}, ("f",), "B"),
    ],
)
def test_texts_clash_in_a_language(
    base: Value, ours: Value | None, theirs: Value, path: tuple[str, ...], result: Value | None
) -> None:
    found, [clash] = decided(base, ours, theirs, ENGLISH)

    assert (found, clash.path) == (result, path)


def test_text_that_is_none_clashes_as_a_whole() -> None:
    assert decided("A", 3, "C", ENGLISH) == (3, (Clash(("f",), "A", 3, "C"),))


def test_text_that_is_gone_from_ours_clashes_by_language_when_theirs_has_several() -> None:
    found = decided({"en": "A", "es": "B"}, None, {"en": "A", "es": "C"}, ENGLISH)

    assert found == (None, (Clash(("f", "es"), "B", None, "C"),))


def test_other_tables_merge_by_key() -> None:
    assert decided({"x": 1}, {"x": 1, "y": 2}, {"z": 3}) == ({"y": 2, "z": 3}, ())
    assert decided({"x": 1}, {"x": 2}, {"x": 3}) == ({"x": 2}, (Clash(("f", "x"), 1, 2, 3),))
    assert decided({"x": 1, "y": 1}, {"x": 1}, {"y": 1}) == (None, ())
    assert decided(None, {"x": 1}, {"y": 2}) == ({"x": 1, "y": 2}, ())


def test_changed_fields_are_named_in_the_order_of_the_old_and_then_of_the_new() -> None:
    old, new = {"a": 1, "b": 2, "c": 3}, {"d": 1, "c": 3, "b": 2.0}

    assert list(changed(old, new)) == ["a", "b", "d"]
