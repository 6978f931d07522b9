import re

import pytest

from ogdplan.report.html.chapters import Chapter, Link
from ogdplan.report.html.render import render
from ogdplan.report.meeting.section import Section
from ogdplan.report.page import (
    EMPTY,
    Block,
    Cell,
    Chart,
    Column,
    Fit,
    Gauge,
    Heading,
    Lines,
    Sheet,
    quoting,
    said,
)
from ogdplan.report.segments import Segment, Style
from ogdplan.report.tongue import tongue
from report.html.papers import a_chapter, a_paper, a_sheet, assert_safe, assert_well_built
from report.html.parsed import Element, parsed


def shown(*blocks: Block, section: str = "changes") -> Element:
    """Return the section of a paper that has these blocks."""
    document = parsed(render(a_paper(a_chapter(*blocks, section=section))))
    assert_safe(document)
    assert_well_built(document)
    (found,) = document.all("section")
    return found


def test_paper_is_one_document_that_says_what_it_is() -> None:
    html = render(a_paper(a_chapter(Lines((said("Nothing."),)))))
    document = parsed(html)

    assert html.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">')
    assert html.endswith("</html>\n")
    assert document.one("title").text == "Panama"
    assert document.one("h1").text == "Panama"
    assert document.one("header").one("p", class_="day").text == "As of 30 June 2018"
    assert document.one("footer").text == (
        "Read from plans/panama.toml."
        " Tells how things stood on 30 June 2018. Written by ogdplan 1.2.3."
    )
    assert [each.name for each in document.one("body").children if isinstance(each, Element)] == [
        *("a", "header", "main", "footer")
    ]


def test_nothing_may_run_or_be_loaded_even_if_markup_got_in() -> None:
    document = parsed(render(a_paper(a_chapter())))

    (policy,) = (e["content"] for e in document.all("meta") if e["http-equiv"])
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_same_paper_gives_the_same_bytes() -> None:
    paper = a_paper(a_chapter(a_sheet("A", "B", "C", "D", rows=(("1", "2", "3", "4"),))))

    assert render(paper) == render(paper)


def test_first_link_skips_to_the_content() -> None:
    document = parsed(render(a_paper(a_chapter())))

    first = next(document.all("a"))
    assert (first["href"], first.text) == ("#content", "Skip to the content")
    assert document.one("main")["id"] == "content"


def test_line_is_a_paragraph_and_several_are_a_list() -> None:
    found = shown(Lines((said("One."),)), Lines((said("Two."), (), said("Three."))))

    assert [each.text for each in found.all("p")] == ["One."]
    assert [each.text for each in found.all("li")] == ["Two.", "Three."]


def test_whole_lines_keep_their_breaks() -> None:
    found = shown(Lines((said("  a"), said("b")), are_whole=True))

    (text,) = (each for each in found.one("pre").children if str(each).strip())
    assert text == "  a\nb\n"


def test_text_of_a_plan_is_never_markup() -> None:
    text = "<script>alert(1)</script> & \"q\" 'a' {{7*7}} {% x %} ]]> </style></title>"
    html = render(
        a_paper(
            a_chapter(
                Heading(text),
                Lines((said(text),)),
                Sheet((Column(text, "x"),), ((Cell(text),),)),
                title=text,
            ),
            title=text,
        )
    )
    document = parsed(html)

    assert_safe(document)
    for name in ("title", "h1", "h3", "p", "caption"):
        assert text in [each.text for each in document.all(name)]
    assert [row[0] for row in document.one("table").rows()] == [text, text]
    assert "49" not in html


def test_controls_and_overrides_are_seen_as_escapes() -> None:
    found = shown(Lines((said("a\x1b[2J\u202eb\x00c"),)))

    assert found.one("p").text == r"a\u001b[2J\u202eb\u0000c"


def test_text_in_another_language_says_so() -> None:
    line = (Segment("Plan: "), Segment("خطة", language="ar"))
    found = shown(Lines((line,)), Sheet((Column("A", "a"),), ((Cell("योजना", language="ne"),),)))

    (arabic, nepali) = found.all("span")
    assert (arabic["lang"], arabic["dir"], arabic.text) == ("ar", "auto", "خطة")
    assert (nepali["lang"], nepali["dir"], nepali.text) == ("ne", "auto", "योजना")


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        'https://a.example/" onclick="x',
        "https://user:word@a.example/",
        "https://a.example/ b",
        "//a.example/",
        "ftp://a.example/",
        "https://",
    ],
)
def test_what_is_no_web_address_stays_text(text: str) -> None:
    found = shown(
        Lines((said((text, Style.LINK)),)), Sheet((Column("A", "a"),), ((Cell(text, href=text),),))
    )

    assert list(found.all("a")) == []
    assert found.one("p").text == text


def test_web_address_is_a_link_that_tells_nobody_who_follows() -> None:
    url = "https://a.example/b?c=d&e=f#g"
    found = shown(Lines((said(("See ", Style.PLAIN), (url, Style.LINK)),)))

    (link,) = found.all("a")
    assert (link["href"], link["rel"], link.text) == (url, "noopener noreferrer nofollow", url)


def test_address_of_a_link_with_a_name_of_its_own_is_printed() -> None:
    cells = ((Cell("Decree", href="https://a.example/"), Cell("Nepal", href="plans/nepal.html")),)
    found = shown(Sheet((Column("A", "a"), Column("B", "b")), cells))

    outside, inside = found.all("a")
    assert (outside["class"], outside["rel"]) == ("named", "noopener noreferrer nofollow")
    assert (inside["href"], inside["class"], inside["rel"]) == ("plans/nepal.html", None, None)


def test_address_that_is_not_styled_as_a_link_stays_text() -> None:
    assert not list(shown(Lines((said("https://a.example/"),))).all("a"))


def test_table_has_heads_for_its_columns_and_rows() -> None:
    columns = (
        Column("No.", "no"),
        Column("Plan\nof work", "plan", fit=Fit.WRAPPED),
        Column("Done", "done", "right"),
    )
    rows = ((Cell("1"), Cell("Law"), Cell("3")), (Cell("2"), EMPTY, Cell("4")))
    table = shown(Sheet(columns, rows, (Cell("All"), EMPTY, Cell("7")))).one("table")

    assert table.rows() == [
        ["No.", "Plan of work", "Done"],
        ["1", "Law", "3"],
        ["2", "", "4"],
        ["All", "", "7"],
    ]
    heads = [(each.text, each["scope"], each["class"]) for each in table.all("th")]
    assert heads == [
        ("No.", "col", None),
        ("Plan of work", "col", "wrap"),
        ("Done", "col", "number"),
        ("Law", "row", "wrap"),
        ("All", "row", None),
    ]
    assert table.one("tfoot").text == "All 7"


def test_wide_table_scrolls_in_a_region_that_keys_can_reach() -> None:
    wide = a_sheet("A", "B", "C", "D", rows=(("1", "2", "3", "4"),))
    narrow = a_sheet("A", "B", rows=(("1", "2"),))
    found = shown(Heading("Late"), wide, Heading("Late"), wide, narrow)

    regions = [each for each in found.all("div") if each["role"] == "region"]
    assert [each["tabindex"] for each in regions] == ["0", "0"]
    assert [each.text for each in found.all("caption")] == ["Late", "Late (2)", "Late (3)"]


def test_each_of_several_tables_is_called_by_the_line_above_it() -> None:
    table = a_sheet("A", "B", rows=(("1", "2"),))
    late, blocked = (Lines((said(text),)) for text in ("Overdue: 1", "Blocked: 1"))

    several = shown(Heading("Late"), late, table, blocked, table)
    one = shown(Heading("Late"), late, table)

    assert [each.text for each in several.all("caption")] == ["Overdue: 1", "Blocked: 1"]
    assert [each.text for each in one.all("caption")] == ["Late"]


def test_column_without_a_heading_has_no_empty_head() -> None:
    table = shown(a_sheet("", "B", rows=(("1", "2"),))).one("table")

    assert [each.text for each in table.one("thead").all("th")] == ["B"]


def test_table_without_rows_is_left_out() -> None:
    assert not list(shown(a_sheet("A", "B", rows=())).all("table"))


def test_mark_stands_before_words_and_is_not_read_out() -> None:
    table = shown(Sheet((Column("H", "h"),), ((Cell("Overdue", Style.LATE, "▲"),),))).one("table")

    (mark,) = (each for each in table.all("span") if each["aria-hidden"])
    assert mark.text == "▲"
    assert table.rows()[1] == ["▲ Overdue"]


def test_what_a_sentence_quotes_has_its_own_direction_and_language() -> None:
    line = (
        Segment("waits for "),
        Segment("قانون", Style.MUTED, language="ar", is_quoted=True),
        Segment(" and "),
        Segment("Portal", is_quoted=True),
    )
    found = shown(Lines((line,)), Sheet((Column("A", "a"),), ((quoting(line),),)))

    for place in (found.one("p"), found.one("tbody")):
        assert place.text == "waits for قانون and Portal"
        assert [(each.text, each.attributes) for each in place.all("bdi")] == [
            ("قانون", {"class": "muted", "lang": "ar"}),
            ("Portal", {}),
        ]


def test_gauge_is_a_drawing_with_words() -> None:
    cells = (Cell("26%", gauge=Gauge(26, 70)), Cell("–", gauge=Gauge(None, None)))
    table = shown(Sheet((Column("A", "a"), Column("B", "b")), (cells,))).one("table")

    known, unknown = table.all("svg")
    assert known["aria-label"] == "Done: 26\u00a0%. Time passed: 70\u00a0%."
    assert [each["width"] for each in known.all("rect")] == ["100%", "26%"]
    assert known.one("line")["x1"] == "70%"
    assert unknown["aria-label"] == "Done: not known."
    assert [each["class"] for each in unknown.all()] == ["room unknown"]
    assert table.rows()[1] == ["26%", "–"]


def test_gauge_without_a_line_says_nothing_of_the_time() -> None:
    column = (Column("A", "a"),)
    gauge = shown(Sheet(column, ((Cell("26%", gauge=Gauge(26, None)),),))).one("svg")

    assert gauge["aria-label"] == "Done: 26\u00a0%."
    assert not list(gauge.all("line"))


def test_measures_are_cards_side_by_side() -> None:
    rows = (("Completion", "26%", "6 of 23"), ("Freshness", "3 May", "by the plan"))
    found = shown(a_sheet("Measure", "Figure", "Says", rows=rows), section="measures")

    (cards,) = found.all("ul")
    assert [[part.text for part in card.all("h3", "p")] for card in cards.all("li")] == [
        list(row) for row in rows
    ]


def test_chart_of_letters_has_a_name_and_is_left_as_it_is() -> None:
    found = shown(Heading("Months"), Chart(("Jan", "Feb"), (2, 1), (1, 1)))

    chart = found.one("pre")
    assert (chart["role"], chart["aria-label"]) == ("img", "Months")
    assert "Jan" in chart.text


def test_headings_go_down_step_by_step() -> None:
    found = shown(Heading("One", 1), Heading("Two"), Heading("Three"))

    assert [(each.name, each.text) for each in found.all("h2", "h3", "h4")] == [
        ("h2", "What changed"),
        ("h3", "One"),
        ("h4", "Two"),
        ("h4", "Three"),
    ]


def test_several_plans_are_articles_below_one_title() -> None:
    wide = a_sheet("A", "B", "C", "D", rows=(("1", "2", "3", "4"),))
    chapters = (
        a_chapter(wide),
        a_chapter(wide, anchor="brazil/agency", title="An agency"),
        a_chapter(wide, anchor="brazil-agency", title="An agency"),
    )
    document = parsed(render(a_paper(*chapters, title="Three plans")))

    assert_safe(document)
    assert_well_built(document)
    assert [each.one("h2").text for each in document.all("article")] == [
        "Panama",
        "An agency",
        "An agency",
    ]
    assert [each["id"] for each in document.all("h2") if each["id"] != "contents"] == [
        "panama",
        "brazil-agency",
        "brazil-agency-2",
    ]
    assert [each.text.count("Read from") for each in document.all("article")] == [1, 1, 1]


def test_long_paper_has_its_contents() -> None:
    sections = tuple(Section(name, name.title(), (Lines((said("x"),)),)) for name in "abcd")
    document = parsed(render(a_paper(Chapter("panama", "Panama", (), sections, {}))))

    nav = document.one("nav")
    assert [(each["href"], each.text) for each in nav.all("a")] == [
        ("#panama-a", "A"),
        ("#panama-b", "B"),
        ("#panama-c", "C"),
        ("#panama-d", "D"),
    ]


def test_links_of_a_site_say_where_one_is() -> None:
    links = (Link("All plans", "../index.html"), Link("Panama", "panama.html", is_here=True))
    document = parsed(render(a_paper(a_chapter())._replace(links=links)))

    assert [(a["href"], a["aria-current"]) for a in document.one("nav").all("a")] == [
        ("../index.html", None),
        ("panama.html", "page"),
    ]


def test_one_page_shows_the_most_of_each_table_and_no_contents() -> None:
    sheet = a_sheet("A", "B", rows=(("1", "a"), ("2", "b"), ("3", "c")))
    sheet = sheet._replace(most=2, rest=said("and 1 more"))
    document = parsed(render(a_paper(a_chapter(sheet))._replace(one_page=True)))

    assert document.one("body")["class"] == "one-page"
    assert [row[0] for row in document.one("table").rows()] == ["A", "1", "2"]
    assert document.one("section").one("p").text == "and 1 more"
    assert not list(document.all("nav"))


def test_whole_report_shows_all_rows() -> None:
    sheet = a_sheet("A", "B", rows=(("1", "a"), ("2", "b")))._replace(most=1, rest=said("more"))

    assert len(shown(sheet).one("table").rows()) == 3


def test_words_are_in_the_language_of_the_paper() -> None:
    document = parsed(render(a_paper(a_chapter(), language="es")))

    html = document.one("html")
    assert (html["lang"], html["dir"]) == ("es", "ltr")
    assert document.one("p", class_="day").text == tongue("es").say(
        "As of {day}", day="30 de junio de 2018"
    )


def test_page_runs_from_right_to_left_where_its_readers_read_so() -> None:
    document = parsed(render(a_paper(a_chapter(), language="ar")))

    html = document.one("html")
    assert (html["lang"], html["dir"]) == ("en", "rtl")


def test_title_says_its_language() -> None:
    paper = a_paper(a_chapter())._replace(title="خطة", language="ar")
    title = parsed(render(paper)).one("h1")

    assert (title["lang"], title["dir"]) == ("ar", "auto")


def test_notes_stand_in_the_head() -> None:
    paper = a_paper(a_chapter())._replace(notes=(said("A file is missing"),))

    assert "A file is missing" in parsed(render(paper)).one("header").text


def test_no_template_leaves_an_expression_behind() -> None:
    assert not re.search(r"\{\{|\{%|\{#", render(a_paper(a_chapter())))
