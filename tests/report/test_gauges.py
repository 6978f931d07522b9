import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.report.gauges import DONE, GAUGE_CELLS, NOW, bar, cell_line
from ogdplan.report.page import Cell, Gauge
from ogdplan.report.segments import Segment, Style

percents = st.none() | st.integers(0, 100)


def drawn(done: int | None, elapsed: int | None) -> str:
    return "".join(segment.text for segment in bar(Gauge(done, elapsed)))


@pytest.mark.parametrize(
    ("done", "elapsed", "expected"),
    [
        (0, None, "░░░░░░░░░░░░"),
        (50, None, "██████░░░░░░"),
        (99, None, "███████████░"),
        (100, None, "████████████"),
        (None, None, "············"),
        (0, 0, "┃░░░░░░░░░░░"),
        (70, 50, "██████┃█░░░░"),
        (100, 100, "███████████┃"),
        (None, 25, "···┃········"),
    ],
)
def test_bar_is_filled_as_far_as_work_is_done_with_a_stroke_for_the_time(
    done: int | None, elapsed: int | None, expected: str
) -> None:
    assert drawn(done, elapsed) == expected


@given(percents, percents)
def test_bar_has_one_length_and_one_stroke_and_only_all_fills_it(
    done: int | None, elapsed: int | None
) -> None:
    text = drawn(done, elapsed)

    assert len(text) == GAUGE_CELLS
    assert text.count(NOW) == (elapsed is not None)
    assert (text.replace(NOW, DONE) == DONE * GAUGE_CELLS) == (
        done == 100 or (done is not None and done >= 92 and elapsed is not None and elapsed >= 92)
    )


def test_parts_of_the_bar_say_what_they_mean() -> None:
    assert bar(Gauge(50, 75)) == (
        Segment("██████", Style.DONE),
        Segment("░░░", Style.MUTED),
        Segment("┃", Style.EMPHASIS),
        Segment("░░", Style.MUTED),
    )


def test_cell_with_a_gauge_is_the_bar_and_its_words() -> None:
    cell = Cell("50 %", Style.GOOD, gauge=Gauge(100, None))

    assert cell_line(cell) == (
        Segment("████████████", Style.DONE),
        Segment(" "),
        Segment("50 %", Style.GOOD),
    )


def test_cell_without_a_gauge_is_its_mark_and_words() -> None:
    assert cell_line(Cell("3", Style.LATE, "▲")) == (Segment("▲ 3", Style.LATE),)
