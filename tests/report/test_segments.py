from ogdplan.report.segments import Segment, Style, plain


def test_plain_text_has_the_parts_in_order_and_ends_each_line() -> None:
    lines = ((Segment("plans/a.toml", Style.PATH), Segment(": fine")), (), (Segment("end"),))

    assert plain(lines) == "plans/a.toml: fine\n\nend\n"


def test_no_lines_are_no_text() -> None:
    assert plain(()) == ""
