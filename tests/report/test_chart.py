from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.report.cells import cell_width
from ogdplan.report.chart import COLUMN, LINE, WIDEST, drawn, spark, thinned
from ogdplan.report.page import Chart
from ogdplan.report.segments import Segment, Style, words


def a_chart(columns: Sequence[int], line: Sequence[int] | None = None) -> Chart:
    labels = tuple(f"{2015 + at // 12}-{at % 12 + 1:02}" for at in range(len(columns)))
    return Chart(labels, tuple(columns), tuple(columns if line is None else line))


def picture(chart: Chart, width: int | None) -> str:
    """Return a chart as text that begins with a line break, as it is written in the tests."""
    return "\n" + "\n".join(words(line) for line in drawn(chart, width=width))


def test_columns_stand_under_the_line_and_rise_above_it() -> None:
    chart = a_chart([6, 6, 5, 3, 3, 0], [6, 5, 4, 3, 2, 1])

    assert picture(chart, 60) == (
        """
6 ┤━━━━━━━━━█████████
5 ┤█████████━━━━━━━━━█████████
4 ┤██████████████████━━━━━━━━━
3 ┤███████████████████████████━━━━━━━━━█████████
2 ┤████████████████████████████████████━━━━━━━━━
1 ┤█████████████████████████████████████████████━━━━━━━━━
0 └┬────────┬────────┬────────┬────────┬────────┬────────
   2015-01  2015-02  2015-03  2015-04  2015-05  2015-06"""
    )


def test_one_column_has_its_name() -> None:
    assert picture(a_chart([2], [1]), 40) == (
        """
2 ┤████████████
1 ┤━━━━━━━━━━━━
0 └┬───────────
   2015-01"""
    )


def test_nothing_left_shows_the_axis_and_the_line_on_it() -> None:
    assert picture(a_chart([0, 0], [0, 1]), 40) == (
        """
1 ┤            ━━━━━━━━━━━━
0 └┯━━━━━━━━━━━┬───────────
   2015-01     2015-02"""
    )


def test_flat_columns_stay_flat() -> None:
    found = picture(a_chart([5] * 30, [9] * 30), 40).split("\n")

    assert found[1] == f"9 ┤{LINE * 30}"
    assert found[2:5] == ["  │", "7 ┤", "  │"]
    assert found[5:10] == [f"{scale}{COLUMN * 30}" for scale in ("5 ┤", "  │", "3 ┤", "  │", "1 ┤")]


def test_part_of_a_row_is_drawn_as_a_part_and_never_as_all_or_nothing() -> None:
    marks = [picture(a_chart([height], [100]), 20).split("\n")[-3][-1] for height in range(1, 11)]

    assert "".join(marks) == "▁▁▂▃▄▄▅▆▇█"


@pytest.mark.parametrize(
    ("highest", "top", "rows"),
    [
        *((0, 1, 1), (1, 1, 1), (14, 14, 14), (15, 16, 8), (29, 32, 8), (56, 56, 14), (57, 60, 12)),
        *((71, 80, 8), (141, 160, 8), (10_000, 10_000, 10), (12_345, 13_000, 13)),
    ],
)
def test_rows_stand_for_round_numbers(highest: int, top: int, rows: int) -> None:
    found = picture(a_chart([highest], [highest]), 60).split("\n")[1:-2]

    assert (found[0].split()[0], len(found)) == (str(top), rows)


def test_many_columns_are_thinned_to_the_room_with_the_first_and_the_last() -> None:
    chart = a_chart([*range(400, 1, -1), 0])

    found = picture(chart, 60).split("\n")

    assert max(map(len, found)) == 60
    assert found[-1].split()[0] == "2015-01"
    assert found[-1].split()[-1] == "2048-04"
    assert found[-2].endswith("┯")


def test_pipe_and_wide_terminals_get_the_widest_chart() -> None:
    chart = a_chart(range(400))

    assert picture(chart, None) == picture(chart, WIDEST) == picture(chart, 300)
    assert max(map(len, picture(chart, None).split("\n"))) == WIDEST


def test_marks_have_styles_of_their_own() -> None:
    top, *_, axis, names = drawn(a_chart([2, 2], [2, 0]), width=30)

    assert top == (
        Segment("2 ┤", Style.MUTED),
        Segment(LINE * 12, Style.EMPHASIS),
        Segment(COLUMN * 12, Style.RULE),
    )
    assert axis == (
        Segment("0 └", Style.MUTED),
        Segment("┬───────────", Style.MUTED),
        Segment(f"┯{LINE * 11}", Style.EMPHASIS),
    )
    assert names == (Segment("   2015-01     2015-02", Style.MUTED),)


HEIGHTS = st.one_of(st.integers(0, 40), st.integers(0, 10**7))


@given(st.lists(st.tuples(HEIGHTS, HEIGHTS), min_size=1, max_size=450), st.integers(8, 160))
def test_any_chart_fits_and_no_line_ends_in_blanks(
    pairs: list[tuple[int, int]], width: int
) -> None:
    columns, line = zip(*pairs, strict=True)
    found = picture(a_chart(columns, line), width).split("\n")[1:]

    room = max(width, len(found[-1].split()[-1]) + len(found[0].split("┤")[0]) + 2)
    assert all(cell_width(each) <= room for each in found)
    assert all(each == each.rstrip() for each in found)
    assert 3 <= len(found) <= 16
    assert found[-1].split()[-1] == a_chart(columns).labels[-1]


@pytest.mark.parametrize(
    ("shares", "drawing"),
    [
        ([0, 1, 14, 15, 50, 99, 100], "▁▁▁▂▄▇█"),
        ([None, 0, None], "·▁·"),
        ([], ""),
        (list(range(101)), "▁▁▂▃▄▄▅▆▇█"),
    ],
)
def test_spark_is_full_at_a_hundred_only(shares: list[int | None], drawing: str) -> None:
    assert spark(shares, most=10) == drawing


@given(st.lists(st.integers()), st.integers(1, 30))
def test_thinned_keeps_the_order_the_first_and_the_last(items: list[int], most: int) -> None:
    found = list(thinned(list(enumerate(items)), most))

    assert len(found) == min(len(items), most)
    assert found == sorted(found)
    assert not items or found[-1] == (len(items) - 1, items[-1])
    assert not items or most == 1 or found[0] == (0, items[0])
