import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.report.cells import Align, cell_width, clipped, fitting, pad, wrapped

scripts = st.text(st.sampled_from("ab c-é데방নপালাি্नेीक्\u200d\u0301ｆ👍"), max_size=40)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("plan", 4),
        ("Año", 3),
        ("An\u0303o", 3),
        ("개방", 4),
        ("\u1100\u1161\u11a8", 2),
        ("ｆｕｌｌ", 8),
        ("데이터 plan", 11),
        ("नेपाल", 4),
        ("বাংলাদেশ", 8),
        ("क\u200dष", 2),
        ("Українa", 7),
        ("co\u00adoperate", 10),
        ("\u0600١٢", 3),
        ("\ud7b0", 0),
        ("राष्ट्रिय कार्ययोजना", 17),
    ],
)
def test_width_counts_cells_not_characters(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("align", "padded"), [("left", "개방   "), ("right", "   개방"), ("center", " 개방  ")]
)
def test_padding_fills_up_to_the_width_in_cells(align: Align, padded: str) -> None:
    assert pad("개방", 7, align) == padded


def test_padding_starts_at_the_left_edge_unless_told() -> None:
    assert pad("a", 3) == "a  "


def test_text_that_is_too_long_is_not_cut() -> None:
    assert pad("개방", 3) == "개방"


@given(st.text(), st.integers(0, 40), st.sampled_from(["left", "right", "center"]))
def test_padded_text_is_as_wide_as_asked_or_as_the_text(
    text: str, width: int, align: Align
) -> None:
    assert cell_width(pad(text, width, align)) == max(width, cell_width(text))


@pytest.mark.parametrize(
    ("text", "width", "parts"),
    [
        ("", 5, [""]),
        ("one", 5, ["one"]),
        ("one two", 5, ["one", "two"]),
        ("one two", 7, ["one two"]),
        ("one  two", 4, ["one", "two"]),
        ("a b c d", 3, ["a b", "c d"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a bcdefgh", 4, ["a", "bcde", "fgh"]),
        ("  help: one", 8, ["  help:", "one"]),
        ("  help", 3, ["  h", "elp"]),
        ("개방 데이터", 5, ["개방", "데이", "터"]),
        ("개방", 1, ["개", "방"]),
        ("क\u094dक\u094d", 1, ["क\u094d", "क\u094d"]),
        ("নেপাল", 3, ["নে", "পাল"]),
        ("e\u0301e\u0301", 1, ["e\u0301", "e\u0301"]),
    ],
)
def test_text_wraps_at_spaces_and_inside_what_is_longer_than_a_line(
    text: str, width: int, parts: list[str]
) -> None:
    assert [text[part] for part in wrapped(text, width)] == parts


@given(scripts, st.integers(2, 12))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    parts = [text[part] for part in wrapped(text, width)]

    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    for part in parts:
        # A letter with its marks stays together, even where it is wider than the line.
        assert cell_width(part) <= width or fitting(part, width) == len(part)


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("portal", 6, "portal"),
        ("portal", 5, "port…"),
        ("the portal", 5, "the…"),
        ("portal", 1, "…"),
        ("개방", 4, "개방"),
        ("개방", 3, "개…"),
        ("개방", 2, "…"),
        ("নেপাল", 4, "নে…"),
        ("ae\u0301b", 2, "a…"),
    ],
)
def test_text_is_clipped_between_letters(text: str, width: int, short: str) -> None:
    assert clipped(text, width) == short


@given(scripts, st.integers(1, 12))
def test_clipped_text_fits(text: str, width: int) -> None:
    assert cell_width(clipped(text, width)) <= width
