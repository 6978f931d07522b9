from ogdplan.report.page import EMPTY, Cell, Gauge, said
from ogdplan.report.segments import Segment, Style


def test_mark_stands_before_the_words_of_a_cell() -> None:
    assert Cell("3", Style.LATE, "▲").words == "▲ 3"
    assert Cell("3").words == "3"
    assert EMPTY.words == ""


def test_value_and_gauge_are_no_words() -> None:
    assert Cell("–", gauge=Gauge(None, 10), value=0).words == "–"


def test_line_is_said_in_words_with_and_without_a_style() -> None:
    assert said("late: ", ("portal", Style.LATE)) == (
        Segment("late: "),
        Segment("portal", Style.LATE),
    )
    assert said() == ()
