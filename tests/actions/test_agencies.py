from pathlib import Path

from builders import a_plan
from ogdplan.actions.agencies import family_of
from ogdplan.actions.examination import Examined, Surveyed
from ogdplan.checks.portfolio import card_of
from ogdplan.findings import count
from ogdplan.workspace.folder import PlanPath


def examined(plan_id: str, parent: str | None = None, *, is_read: bool = True) -> Examined:
    shown = f"plans/{plan_id}.toml"
    place = PlanPath(plan_id, Path(shown), shown)
    header = f'plan = {{ parent = "{parent}" }}' if parent else ""
    card = card_of(plan_id, a_plan(header)) if is_read else None
    return Examined(Surveyed(place, (), count((), plans=1)), card)


def under(plan_id: str, *files: Examined) -> list[str]:
    return [place.plan_id for place in family_of(files).under(plan_id)]


def test_plans_under_one_come_by_id_those_further_down_too() -> None:
    files = (examined("z", "a"), examined("b", "z"), examined("a"), examined("c", "other"))

    assert under("a", *files) == ["b", "z"]
    assert under("b", *files) == []


def test_plan_whose_path_lies_below_another_is_under_it_only_when_it_says_so() -> None:
    assert under("brazil", examined("brazil/health")) == []


def test_file_that_says_nothing_may_be_under_all_that_its_path_goes_through() -> None:
    file = examined("brazil/south/health", is_read=False)

    assert under("brazil", file) == ["brazil/south/health"]
    assert under("brazil/south", file) == ["brazil/south/health"]
    assert under("nepal", file) == []
