from ogdplan.report.page import Block, Cell, Chart, Column, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Segment, Style, plain
from ogdplan.report.terminal.pages import laid_out

SHEET = Sheet((Column("Plan", "plan"),), ((Cell("nepal"),),))


def text(*blocks: Block, width: int | None = None) -> str:
    return plain(laid_out(Page(blocks), width=width))


def test_blocks_have_a_blank_line_between_them() -> None:
    assert text(Heading("Plans", 1), SHEET, Lines((said("one"), (), said("two")))) == (
        "Plans\n\nPlan\n─────\nnepal\n\none\n\ntwo\n"
    )


def test_what_is_under_a_heading_of_the_second_level_follows_at_once() -> None:
    assert text(Heading("Below"), SHEET) == "Below\nPlan\n─────\nnepal\n"


def test_table_with_more_rows_than_a_screen_holds_says_on_a_terminal_where_the_rest_is() -> None:
    rows = ((Cell("nepal"),), (Cell("uruguay"),))
    sheet = Sheet((Column("Plan", "plan"),), rows, most=1, rest=said("… and 1 more"))

    assert text(sheet, width=80) == "Plan\n─────\nnepal\n… and 1 more\n"
    assert text(sheet) == "Plan\n───────\nnepal\nuruguay\n"


def test_table_that_a_screen_holds_has_no_rest() -> None:
    sheet = Sheet((Column("Plan", "plan"),), ((Cell("nepal"),),), most=1, rest=said("… more"))

    assert text(sheet, width=80) == "Plan\n─────\nnepal\n"


def test_long_series_is_thinned_on_a_terminal_only_and_ends_with_its_last_row() -> None:
    rows = tuple((Cell(str(number)),) for number in range(7))
    sheet = Sheet((Column("N", "n"),), rows, every=3, rest=said("one of 3"))

    assert text(sheet, width=80) == "N\n─\n0\n3\n6\none of 3\n"
    assert text(sheet._replace(rows=rows[:6]), width=80) == "N\n─\n2\n5\none of 3\n"
    assert text(sheet).split("\n")[2:-1] == [*"0123456"]


def test_chart_fits_the_terminal() -> None:
    chart = Chart(("2018-01", "2018-02"), (1, 0), (1, 1))

    assert text(chart, width=20) == (
        "1 ┤━━━━━━━━━━━━━━━━\n0 └────────┬───────\n           2018-02\n"
    )
    assert text(chart).split("\n")[0] == f"1 ┤{'━' * 24}"


def test_page_without_blocks_is_no_text() -> None:
    assert text() == ""


def test_nothing_wraps_without_a_terminal() -> None:
    long = "word " * 100

    assert text(Lines((said(long),), indent=4)) == long.rstrip() + "\n"


def test_lines_and_headings_wrap_at_the_margin() -> None:
    assert text(Heading("Where plans stand", 1), Lines((said("one two three"),)), width=10) == (
        "Where\nplans\nstand\n\none two\nthree\n"
    )


def test_what_wraps_begins_under_the_indent() -> None:
    line = said(("Lead  ", Style.MUTED), "Central Bureau of Statistics")

    assert text(Lines((line,), indent=6), width=20) == (
        "Lead  Central Bureau\n      of Statistics\n"
    )


def test_what_wraps_begins_under_the_first_word() -> None:
    assert text(Lines((said("  help: set the date"),)), width=14) == ("  help: set\n  the date\n")


def test_indent_leaves_half_the_line() -> None:
    assert text(Lines((said("Label         value of it"),), indent=14), width=10) == (
        "Label\n     value\n     of it\n"
    )


def test_styles_stay_with_their_words_when_they_wrap() -> None:
    page = Page((Lines((said("one ", ("two", Style.LATE)),)),))

    assert list(laid_out(page, width=4)) == [
        (Segment("one"),),
        (Segment(""), Segment("two", Style.LATE)),
    ]


def test_text_steers_nothing() -> None:
    assert text(Lines((said("\x1b[31m\x07 \u202e\n\t."),))) == "\\u001b[31m\\u0007 \\u202e⏎ .\n"
