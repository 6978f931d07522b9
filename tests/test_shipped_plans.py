"""The plans that come with the program: whose they are, and that they say what they rest on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from cli.asking import ask
from ogdplan.model.kinds import all_records
from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import PlanKind, Status

ROOT = Path(__file__).parents[1]
PATHS = {
    path.relative_to(ROOT / "plans").with_suffix("").as_posix(): path
    for path in sorted((ROOT / "plans").rglob("*.toml"))
}
"""Each file by the plan's id."""

AS_OF = "2026-11-30"

ACTIONS = """
MP_I_01 2018-09 spu     MP_I_02 2018-09 spu     MP_I_03 2018-09 spu     MP_I_04 2018-09 sgp
MP_I_05 2018-09 sgp     MP_I_06 2018-11 seplan  MP_I_07 2018-11 seplan  MP_I_08 2018-09 setic
MP_I_09 2018-12 spu     MP_I_10 2018-09 setic   MP_I_11 2019-05 setic   MP_I_12 2019-07 seges
MP_I_13 2019-07 sgp     MP_I_14 2019-11 sest    MP_I_15 2019-11 sof     MP_I_16 2019-12 sgp
MP_I_17 2019-01 deiop   MP_M_01 2019-07 seges   MP_M_02 2018-09 seain   MP_M_03 2019-08 seges
MP_M_04 2018-09 se      MP_M_05 2018-12 deiop
"""
"""Number, month and unit of each action in the open data plan of Brazil's Ministry of Planning."""


def plan(plan_id: str) -> Plan:
    return Plan.model_validate(tomli.loads(PATHS[plan_id].read_text(encoding="utf-8")))


def actions() -> Iterator[tuple[str, str, str]]:
    words = iter(ACTIONS.split())
    yield from zip(words, words, words, strict=True)


def test_every_country_of_the_workshop_has_one_national_plan() -> None:
    headers = [plan(plan_id).header for plan_id in PATHS]
    (programme,) = (header for header in headers if header.kind is PlanKind.PROGRAMME)

    national = [header.country for header in headers if header.kind.is_national]

    assert len(national) == 9
    assert sorted(national, key=str) == sorted(programme.countries)


@pytest.mark.parametrize("plan_id", PATHS)
def test_every_record_says_what_it_rests_on(plan_id: str) -> None:
    shipped = plan(plan_id)

    assert shipped.header.sources
    assert [record.id for record in all_records(shipped) if not record.sources] == []


def test_plans_have_no_errors_nothing_personal_and_the_layout_of_fmt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)

    checked = ask("check", "--as-of", AS_OF, "--format", "json")

    assert checked.code == 0
    rules = {finding["rule"] for finding in checked.document["findings"]}
    assert rules.isdisjoint({"personal-data", "accepted-nothing"})
    assert ask("fmt", "--check").code == 0


def test_ministry_plan_has_the_actions_of_its_source() -> None:
    ministry = plan("brazil/planejamento")

    found = [(each.number, str(each.due), each.lead) for each in ministry.milestones]

    assert found == list(actions())
    assert len(found) == 22


def test_nothing_is_said_of_what_became_of_the_actions_of_the_ministry() -> None:
    ministry = plan("brazil/planejamento")

    assert {each.status for each in ministry.milestones} == {Status.UNCLEAR}
    assert [each.id for each in ministry.milestones if each.completed or each.evidence] == []


def test_ministry_plan_stands_below_the_national_one() -> None:
    header = plan("brazil/planejamento").header

    assert (header.kind, header.parent) == (PlanKind.AGENCY, "brazil")
    assert header.country == plan("brazil").header.country
