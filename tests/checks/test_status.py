from datetime import date

from builders_checks import examine

PLAN = """\
format = 1
[plan]
title = "Open data plan"
country = "NPL"
stage = "draft"
lead = "office"
[[institutions]]
id = "office"
name = "Office of Open Data"
sector = "government"
"""

WORK = """
[[milestones]]
id = "{}"
title = "Some work"
lead = "office"
evidence = ["https://data.gov.np"]
"""


def warnings_about(text: str, as_of: date = date(2018, 1, 31)) -> list[tuple[str, str]]:
    found = examine(PLAN + text, as_of=as_of)
    return [(each.rule, each.message) for each in found if each.severity == "warning"]


def test_percentage_of_later_says_nothing_of_an_earlier_day() -> None:
    text = WORK.format("portal") + "progress = 60\nstarted = 2017-06-01\n"

    assert warnings_about(text) == []
    assert warnings_about(text, date(2017, 5, 31)) == [
        ("date-in-future", "started 2017-06-01 is later than 2017-05-31")
    ]


def test_stated_status_is_not_held_against_a_report_to_come() -> None:
    text = WORK.format("portal") + 'status = "limited"\n'
    text += '[[updates]]\nid = "r"\nabout = "portal"\non = 2018-01-31\ntext = "x"\n'
    text += 'status = "substantial"\n'

    assert [rule for rule, _ in warnings_about(text)] == ["status-behind-update"]
    assert [rule for rule, _ in warnings_about(text, date(2018, 1, 30))] == ["date-in-future"]


def test_each_dependency_out_of_turn_is_named() -> None:
    text = (
        WORK.format("portal")
        + 'completed = 2018-01-10\ndepends_on = ["licence", "server", "course"]\n'
        + WORK.format("licence")
        + "completed = 2018-01-11\n"
        + WORK.format("server")
        + WORK.format("course")
        + "completed = 2018-01-09\n"
    )

    assert warnings_about(text) == [
        (
            "completed-before-dependency",
            'completed 2018-01-10, and "licence", on which it depends, only 2018-01-11',
        ),
        (
            "completed-before-dependency",
            'completed 2018-01-10, and "server", on which it depends, is not-started',
        ),
    ]


def test_dependency_that_was_reopened_had_been_done_in_time() -> None:
    text = (
        WORK.format("portal")
        + 'completed = 2018-01-10\ndepends_on = ["licence"]\n'
        + WORK.format("licence")
        + "completed = 2018-01-09\n"
        + '[[updates]]\nid = "r"\nabout = "licence"\non = 2018-01-20\ntext = "x"\n'
        + 'status = "in-progress"\n'
    )

    assert warnings_about(text) == []


def test_percentage_without_a_word_of_a_start_is_a_contradiction_for_milestones_only() -> None:
    commitment = '[[commitments]]\nid = "publish"\ntitle = "Publish"\nprogress = 30\n'

    assert warnings_about(WORK.format("portal") + "progress = 30\n" + commitment) == [
        ("progress-contradicts-status", "progress is 30, and the status not-started")
    ]
