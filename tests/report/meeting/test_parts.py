from builders import a_plan
from ogdplan.report.meeting.parts import notes, shortened_line
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.segments import Segment, Style, words


def test_record_that_comes_twice_is_named_once_before_its_note() -> None:
    plan = a_plan('[[milestones]]\nid = "m"\ntitle = "The portal"\nnote = "Ask again"\n')
    (portal,) = plan.milestones

    (found,) = notes(teller_of(plan, Wishes()), [portal, portal])

    assert [words(line) for line in found.lines] == ["Note on “The portal”: Ask again"]


def test_line_is_cut_where_its_words_are_and_keeps_what_it_quotes_apart() -> None:
    line = (Segment("waits for ", Style.MUTED), Segment("the portal", is_quoted=True))

    assert shortened_line(line, 20) == line
    assert shortened_line(line, 15) == (*line[:1], line[1]._replace(text="the"), Segment(" …"))
