import io

import pytest

from ogdplan.report.segments import Segment, Style
from ogdplan.report.terminal.paint import COLOURS, coloured, painted


def test_every_style_has_a_colour() -> None:
    assert set(COLOURS) == set(Style)


def test_line_is_its_text_with_a_colour_for_each_part() -> None:
    text = painted((Segment("late: ", Style.LATE), Segment("portal")))

    assert text.plain == "late: portal"
    assert [(span.start, span.end, str(span.style)) for span in text.spans] == [(0, 6, "red")]


def test_text_is_never_markup_and_steers_nothing() -> None:
    hostile = "[bold]x[/bold] [/y] \x1b[31m\x07 \u202e :smile: \n\t."

    text = painted((Segment(hostile, Style.EMPHASIS),))

    assert text.plain == r"[bold]x[/bold] [/y] \u001b[31m\u0007 \u202e :smile: ⏎ ."


def test_no_line_is_empty_text() -> None:
    assert painted(()).plain == ""


def test_bold_is_added_to_the_colour() -> None:
    text = painted((Segment("15", Style.LATE, is_bold=True), Segment("!", is_bold=True)))

    assert [str(span.style).strip() for span in text.spans] == ["bold red", "bold"]


def test_lines_are_coloured_as_the_stream_has_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ((Segment("late", Style.LATE),), ())
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")

    assert coloured(lines, io.StringIO()) == "\x1b[31mlate\x1b[0m\n\n"

    monkeypatch.setenv("TERM", "dumb")

    assert coloured(lines, io.StringIO()) == "late\n\n"
