import pytest

from ogdplan.report.segments import (
    Segment,
    Style,
    part_of,
    parted,
    plain,
    shown,
    trimmed,
    words,
)


def test_plain_text_has_the_parts_in_order_and_ends_each_line() -> None:
    lines = ((Segment("plans/a.toml", Style.PATH), Segment(": fine")), (), (Segment("end"),))

    assert plain(lines) == "plans/a.toml: fine\n\nend\n"


def test_no_lines_are_no_text() -> None:
    assert plain(()) == ""


LINE = (Segment("late ", Style.LATE), Segment("since June", is_bold=True), Segment("  "))


def test_words_of_a_line_are_its_text() -> None:
    assert words(LINE) == "late since June  "


def test_part_of_a_line_keeps_its_styles() -> None:
    assert part_of(LINE, slice(2, 10)) == (
        Segment("te ", Style.LATE),
        Segment("since", is_bold=True),
    )
    assert part_of(LINE, slice(5, None)) == LINE[1:]
    assert part_of(LINE, slice(3, 3)) == ()


def test_trimmed_line_has_no_blanks_at_its_end() -> None:
    assert trimmed(LINE) == LINE[:2]
    assert trimmed((Segment("  "),)) == ()


def test_shown_line_steers_nothing_and_keeps_its_styles() -> None:
    assert shown((Segment("a\x1b\n", Style.LATE), Segment("\u202e", is_bold=True))) == (
        Segment(r"a\u001b⏎", Style.LATE),
        Segment(r"\u202e", is_bold=True),
    )


LAW, PORTAL = Segment("قانون", language="ar", is_quoted=True), Segment("Portal", is_quoted=True)


def test_sentence_is_parted_around_what_it_quotes() -> None:
    assert parted("waits for قانون and Portal", [LAW, PORTAL], Style.MUTED) == (
        Segment("waits for ", Style.MUTED),
        LAW,
        Segment(" and ", Style.MUTED),
        PORTAL,
    )
    assert parted("PortalPortal.", [PORTAL, PORTAL]) == (PORTAL, PORTAL, Segment("."))
    assert parted("Nothing", []) == (Segment("Nothing"),)


def test_what_a_sentence_does_not_quote_in_this_order_parts_nothing() -> None:
    with pytest.raises(ValueError, match="not found"):
        parted("waits for قانون and Portal", [PORTAL, LAW])
