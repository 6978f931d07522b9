from datetime import date

from builders_loaded import a_loaded
from ogdplan.report.board import Board, board_of

AS_OF = date(2018, 6, 30)


def board(toml: str) -> Board:
    return board_of(a_loaded(toml), [], as_of=AS_OF, language=None)


def milestone(name: str, keys: str) -> str:
    return f'[[milestones]]\nid = "{name}"\ntitle = "M"\n{keys}\n'


def challenge(name: str, keys: str) -> str:
    return f'[[challenges]]\nid = "{name}"\ntitle = "C"\ncategory = "other"\n{keys}\n'


def update(name: str, on: str) -> str:
    return f'[[updates]]\nid = "{name}"\ntext = "U"\non = {on}\n'


def test_worst_milestones_come_first_then_the_earliest_deadline() -> None:
    found = board(
        milestone("soon", "due = 2018-07-10")
        + milestone("unclear", 'status = "unclear"\ndue = 2019-01-01')
        + milestone("unclear-undated", 'status = "unclear"')
        + milestone("late", "due = 2018-05-01")
        + milestone("latest", "due = 2018-01-01")
        + milestone("blocked", 'due = 2019-01-01\ndepends_on = ["late"]')
        + milestone("fine", "due = 2019-01-01")
        + milestone("unscheduled", "")
        + milestone("done", "completed = 2018-01-01")
    ).attention

    assert [each.milestone.id for each in found] == [
        "latest",
        "late",
        "blocked",
        "unclear",
        "unclear-undated",
        "soon",
    ]


def test_gravest_challenges_come_first_and_unmitigated_before_mitigated() -> None:
    found = board(
        challenge("low", 'severity = "low"')
        + challenge("mitigated", 'severity = "high"\nmitigations = ["m"]')
        + challenge("high", 'severity = "high"')
        + challenge("medium", "")
        + challenge("resolved", 'status = "resolved"\nseverity = "high"')
        + milestone("m", "")
    ).open_challenges

    assert [each.challenge.id for each in found] == ["high", "mitigated", "medium", "low"]


def test_latest_three_reports_up_to_the_day_come_the_newest_first() -> None:
    found = board(
        update("a", "2018-01-01")
        + update("future", "2018-07-01")
        + update("b", "2018-06-01")
        + update("same-day-first", "2018-06-30")
        + update("same-day-later", "2018-06-30")
        + update("old", "2017-01-01")
    ).latest_reports

    assert [each.id for each in found] == ["same-day-later", "same-day-first", "b"]
