from builders import a_plan
from ogdplan.report.meeting.parts import notes
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.segments import words


def test_record_that_comes_twice_is_named_once_before_its_note() -> None:
    plan = a_plan('[[milestones]]\nid = "m"\ntitle = "The portal"\nnote = "Ask again"\n')
    (portal,) = plan.milestones

    (found,) = notes(teller_of(plan, Wishes()), [portal, portal])

    assert [words(line) for line in found.lines] == ["Note on “The portal”: Ask again"]
