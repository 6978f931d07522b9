from datetime import date
from typing import NamedTuple

from builders import a_plan
from ogdplan.progress.kin import above, in_order, under
from ogdplan.progress.known import Known, known_of
from ogdplan.progress.plan import progress_of

DAY = date(2018, 6, 30)


def known(plan_id: str, *, parent: str = "") -> Known:
    header = f'[plan]\nkind = "agency"\nparent = "{parent}"\n' if parent else ""
    return known_of(plan_id, progress_of(a_plan(header), DAY))


def listed(*plans: Known) -> list[tuple[str, int]]:
    return [
        (each.plan.plan_id if each.plan else f"{len(each.under)} under", each.depth)
        for each in in_order(plans)
    ]


def test_plans_stand_below_the_one_they_are_under_and_then_their_subtotal() -> None:
    plans = (
        known("a"),
        known("a/x", parent="a"),
        known("a/x/y", parent="a/x"),
        known("b"),
        known("c", parent="a"),
    )

    assert listed(*plans) == [
        ("a", 0),
        ("a/x", 1),
        ("a/x/y", 2),
        ("1 under", 2),
        ("c", 1),
        ("2 under", 1),
        ("b", 0),
    ]


def test_plan_under_one_that_is_not_there_stands_on_top() -> None:
    assert listed(known("a", parent="gone")) == [("a", 0)]


def test_plans_under_each_other_in_a_circle_come_once_each() -> None:
    plans = (known("a", parent="b"), known("b", parent="a"), known("c", parent="c"))

    assert [name for name, _ in listed(*plans) if "under" not in name] == ["c", "a", "b"]
    assert [each.plan_id for each in under("a", plans)] == ["b"]
    assert [each.plan_id for each in above("a", plans)] == ["b"]
    assert above("c", plans) == ()


def test_plans_under_one_are_all_of_them_and_the_one_above_is_the_nearest() -> None:
    plans = (known("a"), known("b", parent="a"), known("c", parent="b"), known("d"))

    assert [each.plan_id for each in under("a", plans)] == ["b", "c"]
    assert [each.plan_id for each in above("c", plans)] == ["b"]
    assert under("d", plans) == ()


def test_thousands_of_plans_are_each_looked_at_a_few_times() -> None:
    class Counted(NamedTuple):
        plan_id: str

        @property
        def parent(self) -> None:
            looked.append(self.plan_id)

    looked: list[str] = []

    assert len(list(in_order([Counted(f"plan-{number}") for number in range(2_000)]))) == 2_000
    assert len(looked) < 20_000
