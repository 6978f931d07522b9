import pytest

from ogdplan.report.markdown import page
from ogdplan.report.markdown_text import escaped
from ogdplan.report.page import Cell, Chart, Column, Gauge, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Style


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("**bold** _it_ `code` ~~gone~~", r"\*\*bold\*\* \_it\_ \`code\` \~\~gone\~\~"),
        ("[x](http://evil.example)", r"\[x\]\(http:\//evil.example\)"),
        ("![x](y)", r"\!\[x\]\(y\)"),
        ("<script>alert(1)</script>", r"\<script\>alert\(1\)\</script\>"),
        ("<http://evil.example>", r"\<http:\//evil.example\>"),
        ("see https://evil.example", r"see https:\//evil.example"),
        ("see www.evil.example", r"see www\.evil.example"),
        ("mail@evil.example", r"mail\@evil.example"),
        ("&lt;b&gt; &#65;", r"\&lt;b\&gt; \&\#65;"),
        ("a | b", r"a \| b"),
        ("a\\| b", r"a\\\| b"),
        ("one\ntwo\r\nthree", "one⏎two⏎three"),
        ("# heading", r"\# heading"),
        ("> quote", r"\> quote"),
        ("- item", r"\- item"),
        ("-", r"\-"),
        ("---", r"\---"),
        ("- - -", r"\- - -"),
        ("===", r"\==="),
        ("+ item", r"\+ item"),
        ("1. item", r"1\. item"),
        ("12) item", r"12\) item"),
        ("$x$", r"\$x\$"),
        ("\x1b[2J\u202e", r"\\u001b\[2J\\u202e"),
    ],
)
def test_nothing_of_a_text_is_markup_html_or_a_link(text: str, safe: str) -> None:
    assert escaped(text) == safe


@pytest.mark.parametrize(
    "text", ["-5", "-3 days", "1.5", "2018-06-30", "a - b", "नेपाल", "50 %", "a: b", "16.10.2"]
)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert escaped(text) == text


def test_blocks_stand_apart_and_have_their_form() -> None:
    columns = (Column("Plan", "plan"), Column("Due\nsoon", "due", "right"))
    rows = ((Cell("a|b"), Cell("1", Style.LATE, "▲")), (Cell("two\nlines"), Cell("")))
    content = Page(
        (
            Heading("Where *plans* stand", 1),
            Heading("Below"),
            Sheet(columns, rows, (Cell("2 plans"), Cell("1"))),
            Lines((said("one ", ("two", Style.LATE)), (), said("- three"))),
        )
    )

    assert page(content) == (
        "# Where \\*plans\\* stand\n"
        "\n"
        "## Below\n"
        "\n"
        "| Plan | Due soon |\n"
        "| --- | ---: |\n"
        "| a\\|b | ▲ 1 |\n"
        "| two⏎lines |  |\n"
        "| 2 plans | 1 |\n"
        "\n"
        "- one two\n"
        "\n"
        "- \\- three\n"
    )


def test_blanks_that_align_a_terminal_are_left_out() -> None:
    assert page(Page((Lines((said("Lead       ", "NIC  "),)),))) == "- Lead NIC\n"


def test_bar_of_a_gauge_is_drawn() -> None:
    sheet = Sheet((Column("Done", "done"),), ((Cell("  50 %", gauge=Gauge(50, None)),),))

    assert page(Page((sheet,))).splitlines()[-1] == "| ██████░░░░░░ 50 % |"


def test_chart_keeps_its_blanks_in_a_block_of_its_own() -> None:
    chart = Chart(("2018-01",), (1,), (0,))

    assert page(Page((chart,))) == ("```text\n1 ┤████████████\n0 └┯━━━━━━━━━━━\n   2018-01\n```\n")


def test_every_row_has_as_many_cells_as_there_are_columns() -> None:
    columns = (Column("A", "a"), Column("B", "b"))
    hostile = ["|", "\\|", "\\", "||", "a\n| b |\n| --- |", "`|`"]
    table = page(Page((Sheet(columns, tuple((Cell(text), Cell("x")) for text in hostile)),)))

    for line in table.splitlines():
        bare = line.replace("\\\\", "").replace("\\|", "")
        assert (bare.count("|"), bare[0], bare[-1]) == (3, "|", "|")


def test_web_addresses_in_the_style_of_a_link_lead_where_they_say() -> None:
    line = said("See ", ("https://example.org/a_b", Style.LINK), ("javascript:x", Style.LINK))

    assert page(Page((Lines((line,)),))) == "- See <https://example.org/a_b>javascript:x\n"


@pytest.mark.parametrize(
    ("href", "cell"),
    [
        ("https://example.org/a", "[a\\|b](<https://example.org/a>)"),
        ("javascript:alert(1)", "a\\|b"),
        ("https://example.org/a> b", "a\\|b"),
    ],
)
def test_cell_leads_to_a_web_address_and_nowhere_else(href: str, cell: str) -> None:
    sheet = Sheet((Column("A", "a"),), ((Cell("a|b", href=href),),))

    assert page(Page((sheet,))).splitlines()[-1] == f"| {cell} |"
