import pytest
import tomli

from ogdplan.planfile.remarks import Remark, remarked, remarks_in

TEXT = """\
format = 1

[plan]
title = "A plan"

# about the portal
[[milestones]]
id = "portal"
title.en = "Open"
title.es = "Abrir"  # still to come
due = "2018"

[[milestones]]
id = "law"

[milestones.title]
en = "Law"
"""


def about(place: int | None, *path: str, table: str = "milestones") -> Remark:
    return Remark(table, place, path, "theirs: x = 1", "portal")


def mark(before: str, text: str = TEXT, indent: str = "") -> str:
    """Return the text with the comment above a line that it has once."""
    assert text.count(before) == 1
    return text.replace(before, f"{indent}# CONFLICT theirs: x = 1\n{before}")


@pytest.mark.parametrize(
    ("remark", "line"),
    [
        (about(0, "due"), 'due = "2018"'),
        (about(0, "title"), 'title.en = "Open"'),
        (about(0, "title", "es"), "title.es"),
        (about(0, "title", "fr"), 'title.en = "Open"'),
        (about(0, "note"), 'id = "portal"'),
        (about(0), '[[milestones]]\nid = "portal"'),
        (about(1, "title", "en"), 'en = "Law"'),
        (about(1, "due"), 'id = "law"'),
        (about(1), '[[milestones]]\nid = "law"'),
        (about(None, "title", table="plan"), 'title = "A plan"'),
        (about(None, "end", table="plan"), 'title = "A plan"'),
    ],
)
def test_comment_stands_above_what_it_is_about_or_below_the_header(
    remark: Remark, line: str
) -> None:
    assert remarked(TEXT, [remark]) == mark(line)


def test_several_comments_stand_in_the_order_given() -> None:
    words = ("theirs: due_from = 1", "theirs: due_to = 2")

    found = remarked('[[updates]]\nid = "u"\n', [Remark("updates", 0, ("x",), w) for w in words])

    assert found == (
        '[[updates]]\n# CONFLICT theirs: due_from = 1\n# CONFLICT theirs: due_to = 2\nid = "u"\n'
    )


def test_comment_has_the_indentation_and_the_line_ending_of_its_place() -> None:
    text = '  [[milestones]]\r\n\tid = "m"\r\n'

    assert remarked(text, [about(0, "id")]) == text.replace(
        "\tid", "\t# CONFLICT theirs: x = 1\r\n\tid"
    )
    assert remarked(text, [about(0, "due")]) == text.replace(
        "\tid", "  # CONFLICT theirs: x = 1\r\n\tid"
    )


def test_header_may_be_the_last_line_without_an_ending() -> None:
    assert remarked("[[milestones]]", [about(0, "due")]) == (
        "[[milestones]]\n# CONFLICT theirs: x = 1"
    )


@pytest.mark.parametrize(
    ("record", "shown"), [("portal", "portal"), ("a b", '"a b"'), ("a\nb", '"a\\nb"')]
)
def test_comment_about_an_inline_record_stands_above_the_array_and_names_it(
    record: str, shown: str
) -> None:
    text = 'format = 1\nmilestones = [\n  { id = "portal" },\n]\n'

    found = remarked(text, [about(0, "id")._replace(record=record)])

    assert found == text.replace("milestones", f"# CONFLICT theirs: x = 1 (in {shown})\nmilestones")
    assert tomli.loads(found) == tomli.loads(text)


def test_comment_about_a_plan_without_a_header() -> None:
    dotted = 'format = 1\nplan.title = "A"\nplan.lead = "b"\n'

    assert remarked(dotted, [about(None, "lead", table="plan")]) == mark("plan.lead", dotted)
    assert remarked(dotted, [about(None, "end", table="plan")]) == mark("plan.title", dotted)


def test_comment_about_a_plan_that_has_only_tables_in_it() -> None:
    text = '[plan.title]\nen = "A"\n'

    assert remarked(text, [about(None, "end", table="plan")]) == mark("en = ", text)


def test_comment_about_nothing_that_is_there_stands_at_the_top() -> None:
    assert remarked("format = 1\n", [about(None, "end", table="plan")._replace(record="plan")]) == (
        "# CONFLICT theirs: x = 1 (in plan)\nformat = 1\n"
    )


def test_nothing_changes_without_a_conflict() -> None:
    assert remarked(TEXT, []) == TEXT


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ('theirs: due = "2018"', ("due",)),
        ("ours: removed due", ("due",)),
        ('theirs: title.es = "A"', ("title", "es")),
        ('theirs: ratings."Very good" = 1', ("ratings", "Very good")),
        ('theirs: "x extra" = 1', ("x extra",)),
        ("theirs: removed = 1", ("removed",)),
        ("ours: removed", ()),
        ("theirs: removed", ()),
    ],
)
def test_comment_is_found_again_with_what_it_is_about(words: str, path: tuple[str, ...]) -> None:
    remark = Remark("milestones", 1, path, words)

    assert remarks_in(remarked(TEXT, [remark])) == (remark,)


def test_comments_of_the_plan_are_found() -> None:
    for text in (TEXT, 'plan.title = "A"\nformat = 1\n'):
        remark = Remark("plan", None, ("title",), "theirs: title = 1")
        assert remarks_in(remarked(text, [remark])) == (remark,)


def test_comment_below_the_last_line_of_a_record_is_of_that_record() -> None:
    [found] = remarks_in('[[milestones]]\nid = "a"\n# CONFLICT theirs: due = 1\n\n[plan]\n')

    assert (found.table, found.place, found.path) == ("milestones", 0, ("due",))


@pytest.mark.parametrize(
    "text",
    [
        'note = """\n# CONFLICT theirs: due = 1\n"""\n',
        "# CONFLICT of interest: none\n",
        "# CONFLICT theirs\n",
        "due = 1 # CONFLICT theirs: due = 2\n",
        "## CONFLICT theirs: due = 2\n",
        "[money]\n# CONFLICT theirs: due = 2\nx = 1\n",
    ],
)
def test_what_only_looks_like_a_comment_of_a_merge_is_none(text: str) -> None:
    assert remarks_in(text) == ()


def test_line_endings_of_windows_are_no_part_of_a_comment() -> None:
    [found] = remarks_in("[plan]\r\n# CONFLICT theirs: due = 1\r\nx = 1\r\n")

    assert found.words == "theirs: due = 1"
