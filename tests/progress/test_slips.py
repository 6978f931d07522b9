from datetime import date

from builders import a_plan
from ogdplan.progress.plan import progress_of
from ogdplan.progress.slips import Slip, slips_of, total_days


def milestone(name: str, due: str | None) -> str:
    deadline = f"due = {due}\n" if due else ""
    return f'[[milestones]]\nid = "{name}"\ntitle = "M"\n{deadline}'


def move(about: str, on: str, old: str, new: str) -> str:
    return (
        f'[[updates]]\nid = "{about}-{on}"\nabout = "{about}"\non = {on}\ntext = "Late"\n'
        f"due_from = {old}\ndue_to = {new}\n"
    )


TOML = (
    milestone("portal", "2018-06-30")
    + milestone("decree", "2017-12-31")
    + milestone("guide", '"2018-12"')
    + milestone("kept", "2018-01-01")
    + move("portal", "2018-02-01", '"2018-03"', "2018-06-30")
    + move("portal", "2017-11-01", '"2017-12"', '"2018-03"')
    + move("decree", "2017-06-01", '"2018-03"', "2017-12-31")
    + move("guide", "2018-06-01", '"2018-06"', '"2018-12"')
)


def test_slips_say_first_and_present_deadline_days_and_moves_the_furthest_first() -> None:
    plan = a_plan(TOML)

    found = slips_of(plan)

    assert [
        (slip.milestone.id, str(slip.first), str(slip.present), slip.days) for slip in found
    ] == [
        ("guide", "2018-06", "2018-12", 184),
        ("portal", "2017-12", "2018-06-30", 181),
        ("decree", "2018-03", "2017-12-31", -90),
    ]
    assert [move.on.text for move in found[1].moves] == ["2017-11-01", "2018-02-01"]


def test_slip_is_the_one_that_a_milestone_has_everywhere() -> None:
    plan = a_plan(TOML)
    progress = progress_of(plan, date(2017, 1, 1))

    for slip in slips_of(plan):
        found = progress.milestone(slip.milestone.id)
        assert found is not None
        assert (found.slip_days, found.moves) == (slip.days, slip.moves)


def test_milestone_that_has_no_deadline_any_more_comes_last_without_days() -> None:
    toml = milestone("a", None) + milestone("z", "2018-01-02")
    toml += move("a", "2018-01-01", '"2018"', '"2019"') + move(
        "z", "2018-01-01", '"2018"', '"2018"'
    )

    *_, last = slips_of(a_plan(toml))

    assert (last.milestone.id, last.present, last.days) == ("a", None, None)


def test_equal_slips_come_by_id() -> None:
    toml = milestone("b", "2018-01-02") + milestone("a", "2018-01-02")
    toml += move("b", "2018-01-01", "2018-01-01", "2018-01-02")
    toml += move("a", "2018-01-01", "2018-01-01", "2018-01-02")

    assert [slip.milestone.id for slip in slips_of(a_plan(toml))] == ["a", "b"]


def test_report_without_a_move_makes_no_slip() -> None:
    toml = milestone("a", "2018-01-02")
    toml += '[[updates]]\nid = "u"\nabout = "a"\non = 2018-01-01\ntext = "On the way"\n'

    assert slips_of(a_plan(toml)) == ()


def test_days_of_slips_are_added_up_those_that_came_forward_too() -> None:
    plan = a_plan(TOML)
    gone = Slip(plan.milestones[0], slips_of(plan)[0].first, None, None, ())

    assert total_days((*slips_of(plan), gone)) == 184 + 181 - 90
    assert total_days(()) == 0
