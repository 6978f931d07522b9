import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.report.cells import cell_width
from ogdplan.report.page import Cell, Column, Fit, Gauge, Sheet
from ogdplan.report.segments import Segment, Style, words
from ogdplan.report.terminal.tables import NARROWEST, drawn, fitted

SCRIPTS = (
    "Abrir los datos",
    "공공데이터 포털을 열고",
    "বাংলাদেশের উন্মুক্ত তথ্য",
    "राष्ट्रिय कार्ययोजना",
    "e\u0301te\u0301",
    "데이터 ক্ষ क्ष plan",
)


def lines(sheet: Sheet, width: int | None = None) -> list[str]:
    return [words(line) for line in drawn(sheet, width=width)]


def sheet_of(*texts: str, fit: Fit = Fit.WHOLE) -> Sheet:
    columns = (Column("Title", "title", fit=fit), Column("No", "no", "right"), Column("X", "x"))
    return Sheet(columns, tuple((Cell(text), Cell(str(len(text))), Cell("!")) for text in texts))


def cell_of(line: str, character: str) -> int:
    """Return the cell of the line in which the last such character stands."""
    return cell_width(line[: line.rindex(character)])


def test_table_has_headings_a_rule_rows_and_totals_below_a_rule() -> None:
    columns = (Column("Plan", "plan"), Column("Due\nsoon", "due", "right"), Column("On", "on"))
    rows = (
        (Cell("nepal"), Cell("3", Style.LATE, "▲"), Cell("2018")),
        (Cell("uruguay"), Cell("12"), Cell("")),
    )

    assert lines(Sheet(columns, rows, (Cell("2 plans"), Cell("15"), Cell("")))) == [
        "          Due",
        "Plan     soon  On",
        "───────────────────",
        "nepal     ▲ 3  2018",
        "uruguay    12",
        "───────────────────",
        "2 plans    15",
    ]


def test_table_without_rows_is_its_headings() -> None:
    assert lines(Sheet((Column("Plan", "plan"), Column("On", "on")), ())) == [
        "Plan  On",
        "────────",
    ]


def test_headings_of_several_lines_stand_at_the_bottom() -> None:
    columns = (Column("a\nb\nc", "a"), Column("d", "d"), Column("e\nf", "e"))

    assert lines(Sheet(columns, ()))[:3] == ["a", "b     e", "c  d  f"]


def test_centred_column_has_as_much_room_on_each_side() -> None:
    sheet = Sheet((Column("Middle", "m", "center"), Column("X", "x")), ((Cell("ab"), Cell("x")),))

    assert lines(sheet)[2] == "  ab    x"


@pytest.mark.parametrize("width", [None, 40, 30])
@pytest.mark.parametrize("fit", Fit)
def test_columns_begin_and_end_in_the_same_cell_in_every_script(
    width: int | None, fit: Fit
) -> None:
    table = lines(sheet_of(*SCRIPTS, fit=fit), width)[2:]

    marks = [line for line in table if "!" in line]
    assert len(marks) == len(SCRIPTS)
    assert len({cell_of(line, "!") for line in marks}) == 1
    # The number before stands to the right, so it ends where the last column begins.
    assert {
        cell_of(line, "!") - cell_width(line[: line.rindex("!")].rstrip()) for line in marks
    } == {2}


def test_combining_marks_count_as_terminals_count_them() -> None:
    # Of its five characters three are spacing marks, which fill a cell in xterm, VTE, Windows
    # Terminal and glibc. Rich counts them as nothing: with its count the columns behind this
    # word would stand three cells to the right of those behind the other.
    assert lines(sheet_of("বাংলা", "abcde"))[2:] == ["বাংলা   5  !", "abcde   5  !"]
    assert lines(sheet_of("क्ष", "ab"))[2:] == ["क्ष      3  !", "ab      2  !"]


def test_wide_letters_leave_half_the_blanks() -> None:
    assert lines(sheet_of("개방", "abcdef"))[2:] == ["개방     2  !", "abcdef   6  !"]


def test_no_line_ends_in_blanks() -> None:
    sheet = Sheet((Column("A", "a"), Column("B", "b")), ((Cell("x"), Cell("")),))

    assert lines(sheet) == ["A  B", "────", "x"]


def test_long_words_wrap_below_their_column() -> None:
    text = "Write the national action plan on open government data"

    assert lines(sheet_of(text, fit=Fit.WRAPPED), 40)[2:] == [
        "Write the national action plan on  54  !",
        "open government data",
    ]


def test_long_words_are_clipped_where_one_line_is_wanted() -> None:
    text = "Write the national action plan on open government data"

    assert lines(sheet_of(text, fit=Fit.CLIPPED), 40)[2:] == [
        "Write the national action plan o…  54  !"
    ]


def test_nothing_is_cut_where_there_is_no_terminal() -> None:
    text = "x " * 500

    for fit in Fit:
        assert lines(sheet_of(text, fit=fit))[2].startswith(text)


def test_gauge_is_drawn_before_its_words() -> None:
    sheet = Sheet((Column("Done", "done"),), ((Cell(" 50 %", gauge=Gauge(50, 75)),),))

    assert lines(sheet)[2] == "██████░░░┃░░  50 %"


def test_colours_stay_with_their_words_when_cut() -> None:
    sheet = Sheet(
        (Column("A", "a", fit=Fit.CLIPPED), Column("B", "b")),
        ((Cell("x" * 40, Style.LATE), Cell("y", Style.GOOD)),),
    )

    *_, row = drawn(sheet, width=30)

    assert [segment for segment in row if segment.text.strip()] == [
        Segment("x" * 26, Style.LATE),
        Segment("…"),
        Segment("y", Style.GOOD),
    ]


def test_totals_are_bold_beside_their_colours() -> None:
    sheet = Sheet((Column("A", "a"),), ((Cell("x"),),), (Cell("y", Style.LATE),))

    *_, totals = drawn(sheet, width=None)

    assert totals[-1] == Segment("y", Style.LATE, is_bold=True)


def test_text_in_cells_steers_nothing() -> None:
    sheet = Sheet((Column("A", "a"),), ((Cell("\x1b[31m\u202e"),),), (Cell("\x07"),))

    assert lines(sheet)[2::2] == [r"\u001b[31m\u202e", r"\u0007"]


COLUMNS = (
    Column("Plan", "plan"),
    Column("Title", "title", priority=2, fit=Fit.WRAPPED),
    Column("Due", "due", priority=1),
    Column("Id", "id", priority=3),
)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (200, {0: 10, 1: 60, 2: 10, 3: 20}),
        (106, {0: 10, 1: 60, 2: 10, 3: 20}),
        (100, {0: 10, 1: 54, 2: 10, 3: 20}),
        (70, {0: 10, 1: 24, 2: 10, 3: 20}),
        (69, {0: 10, 1: 45, 2: 10}),
        (48, {0: 10, 1: 24, 2: 10}),
        (47, {0: 10, 2: 10}),
        (22, {0: 10, 2: 10}),
        (21, {0: 10}),
        (10, {0: 10}),
        (7, {0: 7}),
    ],
)
def test_columns_give_way_by_priority(room: int, widths: dict[int, int]) -> None:
    assert fitted(COLUMNS, (10, 60, 10, 20), room) == widths


def test_of_equal_columns_the_last_goes_first() -> None:
    columns = tuple(Column(name, name, priority=1) for name in "abc")

    assert fitted(columns, (10, 10, 10), 25) == {0: 10, 1: 10}


def test_spare_room_goes_first_to_who_needs_least() -> None:
    columns = tuple(Column(name, name, fit=Fit.WRAPPED) for name in "ab")

    assert fitted(columns, (26, 100), 80) == {0: 26, 1: 52}


def test_widest_of_the_weightiest_columns_are_cut_where_all_else_fails() -> None:
    columns = (Column("a", "a"), Column("b", "b"))

    assert fitted(columns, (50, 12), 40) == {0: 26, 1: 12}
    assert fitted(columns, (50, 12), 20) == {0: 9, 1: 9}
    assert fitted(columns, (50, 12), 3) == {0: 1, 1: 1}


columns_of_any_kind = st.lists(
    st.builds(
        Column,
        st.sampled_from(["A", "Due\nsoon", "개방"]),
        st.just("x"),
        st.sampled_from(["left", "right", "center"]),
        st.integers(0, 3),
        st.sampled_from(Fit),
    ),
    min_size=1,
    max_size=5,
)


@given(columns_of_any_kind, st.data(), st.integers(30, 120))
def test_no_line_is_wider_than_the_terminal(
    columns: list[Column], data: st.DataObject, width: int
) -> None:
    texts = st.text(st.sampled_from("ab 데ক্ানé\u0301"), max_size=60).map(Cell)
    row = st.tuples(*[texts] * len(columns))
    rows = data.draw(st.lists(row, max_size=3))

    for line in lines(Sheet(tuple(columns), tuple(rows)), width):
        assert cell_width(line) <= width
        assert line == line.rstrip(" ")


def test_narrowest_is_what_words_keep() -> None:
    assert fitted(COLUMNS, (10, 60, 10, 20), 70)[1] == NARROWEST
