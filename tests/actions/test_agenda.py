from datetime import date

from builders_loaded import a_loaded
from ogdplan.actions.agenda import agenda_over

AS_OF = date(2018, 6, 30)


def due(name: str, day: str) -> str:
    return f'[[milestones]]\nid = "{name}"\ntitle = "M"\ndue = {day}\n'


def test_items_of_all_plans_come_by_day() -> None:
    plans = [
        a_loaded(due("b", "2018-07-02") + due("far", "2018-12-31"), "nepal"),
        a_loaded(due("a", "2018-07-01") + due("late", "2018-01-01"), "panama"),
    ]

    found = agenda_over(plans, as_of=AS_OF, within_days=10)

    assert [(item.plan_id, item.record.id) for item in found.items] == [
        ("panama", "late"),
        ("panama", "a"),
        ("nepal", "b"),
    ]
    assert (found.as_of, found.within_days) == (AS_OF, 10)
    assert found.plans == {each.plan_id: each.plan for each in plans}


def test_plans_that_have_ended_are_told() -> None:
    plans = [a_loaded('[plan]\nend = "2017"', "over"), a_loaded('[plan]\nend = "2018"', "on")]

    assert agenda_over(plans, as_of=AS_OF, within_days=0).over == {"over"}


def test_no_plans_have_nothing_to_do() -> None:
    found = agenda_over([], as_of=AS_OF, within_days=90)

    assert (found.items, found.plans, found.over) == ((), {}, frozenset())
