from datetime import date

from builders import a_plan
from ogdplan.progress.plan import progress_of
from ogdplan.progress.slips import Slip, longest_slip, slips_of


def milestone(name: str, due: str | None) -> str:
    deadline = f"due = {due}\n" if due else ""
    return f'[[milestones]]\nid = "{name}"\ntitle = "M"\n{deadline}'


def move(about: str, on: str, old: str, new: str) -> str:
    name = f"{about}-{on}".replace('"', "")
    return (
        f'[[updates]]\nid = "{name}"\nabout = "{about}"\non = {on}\ntext = "Late"\n'
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

    found = slips_of(plan, date.max)

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

    for slip in slips_of(plan, date.max):
        found = progress.milestone(slip.milestone.id)
        assert found is not None
        assert (found.slip_days, found.moves) == (slip.days, slip.moves)


def test_milestone_that_has_no_deadline_any_more_comes_last_without_days() -> None:
    toml = milestone("a", None) + milestone("z", "2018-01-02")
    toml += move("a", "2018-01-01", '"2018"', '"2019"') + move(
        "z", "2018-01-01", '"2018"', '"2018"'
    )

    *_, last = slips_of(a_plan(toml), date.max)

    assert (last.milestone.id, last.present, last.days) == ("a", None, None)


def test_equal_slips_come_by_id() -> None:
    toml = milestone("b", "2018-01-02") + milestone("a", "2018-01-02")
    toml += move("b", "2018-01-01", "2018-01-01", "2018-01-02")
    toml += move("a", "2018-01-01", "2018-01-01", "2018-01-02")

    assert [slip.milestone.id for slip in slips_of(a_plan(toml), date.max)] == ["a", "b"]


def test_report_without_a_move_makes_no_slip() -> None:
    toml = milestone("a", "2018-01-02")
    toml += '[[updates]]\nid = "u"\nabout = "a"\non = 2018-01-01\ntext = "On the way"\n'

    assert slips_of(a_plan(toml), date.max) == ()


def slips_on(toml: str, day: date) -> list[tuple[str, str, str, int | None, int]]:
    return [
        (slip.milestone.id, str(slip.first), str(slip.present), slip.days, len(slip.moves))
        for slip in slips_of(a_plan(toml), day)
    ]


def test_at_an_earlier_day_only_moves_up_to_it_count() -> None:
    toml = milestone("portal", "2018-06-30")
    toml += move("portal", "2018-02-01", '"2018-03"', "2018-06-30")
    toml += move("portal", '"2017-11"', '"2017-12"', '"2018-03"')

    assert slips_on(toml, date(2017, 11, 29)) == []
    assert slips_on(toml, date(2017, 11, 30)) == [("portal", "2017-12", "2018-03", 90, 1)]
    assert slips_on(toml, date(2018, 1, 31)) == [("portal", "2017-12", "2018-03", 90, 1)]
    assert slips_on(toml, date(2018, 2, 1)) == [("portal", "2017-12", "2018-06-30", 181, 2)]


def test_deadline_that_was_given_up_later_without_a_move_is_not_known_earlier_either() -> None:
    toml = milestone("portal", None) + move("portal", "2018-02-01", '"2018-03"', "2018-06-30")

    assert slips_on(toml, date(2018, 2, 1)) == [("portal", "2018-03", "None", None, 1)]


def test_longest_slip_is_that_of_one_deadline_and_not_a_sum() -> None:
    plan = a_plan(TOML)
    found = slips_of(plan, date.max)
    gone = Slip(plan.milestones[0], found[0].first, None, None, ())

    assert longest_slip((gone, *found)) == 184
    assert longest_slip(found[2:]) == -90
    assert longest_slip([gone]) is None
    assert longest_slip(()) is None
