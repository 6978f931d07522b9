import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.report.cells import cell_width
from ogdplan.report.findings.excerpt import Excerpt, around


def marked(excerpt: Excerpt) -> str:
    """Return the characters that stand over the carets."""
    left, right = excerpt.carets.index("^"), len(excerpt.carets)
    cell = 0
    over = ""
    for character in excerpt.text:
        if left <= cell < right and cell_width(character):
            over += character
        cell += cell_width(character)
    return over


def test_carets_stand_under_the_value() -> None:
    assert around("due = 2017-03-01", 7, 10) == Excerpt("due = 2017-03-01", "      ^^^^^^^^^^")


def test_tab_fills_up_to_the_next_stop_in_text_and_carets() -> None:
    assert around('\tid\t= "X"', 7, 3) == Excerpt('    id  = "X"', "          ^^^")


def test_caret_under_a_tab_is_as_wide_as_the_tab() -> None:
    assert around("\tid", 1, 1) == Excerpt("    id", "^^^^")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('title = "데이터", due = 0', "due"),
        ('title = "데이터"', "데이터"),
        ('title = "नेपाल सरकार", due = 0', "due"),
        ('title = "বাংলাদেশ", due = 0', "due"),
        ('title = "Cafe\u0301", due = 0', "due"),
    ],
)
def test_carets_stand_under_the_value_in_every_script(line: str, value: str) -> None:
    assert marked(around(line, line.index(value) + 1, len(value))) == value


def test_hidden_characters_are_shown_and_marked_in_full() -> None:
    assert around('"\u202e" # x', 2, 1) == Excerpt(r'"\u202e" # x', " ^^^^^^")


def test_column_behind_the_end_points_behind_the_end() -> None:
    assert around("due =", 6, 1) == Excerpt("due =", "     ^")
    assert around("due =", 60, 4) == Excerpt("due =", "     ^")


def test_carets_end_with_the_line() -> None:
    assert around('text = """', 8, 500) == Excerpt('text = """', "       ^^^")


def test_beginning_of_a_long_line_is_shown_up_to_a_hundred_cells() -> None:
    excerpt = around("x" * 300, 3, 2)

    assert excerpt == Excerpt("x" * 100 + "…", "  ^^")


def test_middle_of_a_long_line_is_cut_on_both_sides() -> None:
    line = "a" * 150 + "HERE" + "b" * 150

    assert around(line, 151, 4) == Excerpt(
        "…" + "a" * 40 + "HERE" + "b" * 56 + "…", " " * 41 + "^^^^"
    )


def test_end_of_a_long_line_is_shown_with_what_stands_before() -> None:
    assert around("a" * 150 + "END", 151, 3) == Excerpt("…" + "a" * 97 + "END", " " * 98 + "^^^")


def test_line_of_a_megabyte_is_cut_like_any_other() -> None:
    line = "a" * 1_000_000 + "HERE" + "b" * 1_000_000

    assert around(line, 1_000_001, 4) == Excerpt(
        "…" + "a" * 40 + "HERE" + "b" * 56 + "…", " " * 41 + "^^^^"
    )


def test_cut_never_parts_a_mark_from_its_letter() -> None:
    line = "e\u0301" * 100 + "HERE" + "b" * 150

    excerpt = around(line, 201, 4)

    assert excerpt.text.startswith("…e\u0301")
    assert marked(excerpt) == "HERE"


@given(
    st.text(st.characters(exclude_categories=()), max_size=300),
    st.integers(1, 320),
    st.integers(1, 320),
)
def test_excerpt_of_any_line_is_one_short_line_with_carets_below_it(
    line: str, column: int, width: int
) -> None:
    excerpt = around(line, column, width)

    assert cell_width(excerpt.text) <= 104
    assert excerpt.carets.strip(" ").strip("^") == ""
    assert 0 <= excerpt.carets.index("^") <= cell_width(excerpt.text)
    assert len(excerpt.carets) <= cell_width(excerpt.text) + 1
