import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ogdplan.errors import AmbiguousNameError, UnknownNameError
from ogdplan.model.vocabularies import PlanKind
from ogdplan.workspace.names import HeaderFacts, PlanNames


def facts(
    country: str | None, kind: PlanKind = PlanKind.NATIONAL_OGD, *, running: bool = True
) -> HeaderFacts:
    return HeaderFacts(country, kind, running)


PLANS = {
    "bolivia-2018": facts("BOL"),
    "brazil/planejamento": facts("BRA", PlanKind.AGENCY),
    "brazil/saude": facts("BRA", PlanKind.AGENCY),
    "kenya/saude": facts("KEN", PlanKind.AGENCY),
    "nepal": facts("NPL"),
    "panama-2015": facts("PAN", running=False),
    "panama-2017": facts("PAN"),
    "panama-city": facts("PAN", PlanKind.LOCAL),
    "undesa": facts(None, PlanKind.PROGRAMME),
}


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(plans: Mapping[str, HeaderFacts] = PLANS) -> PlanNames:
    return PlanNames(plans, lambda: plans)


def unread(*plan_ids: str) -> PlanNames:
    """Names that settle without the headers."""

    def read() -> Mapping[str, HeaderFacts]:
        pytest.fail("the headers were read")

    return PlanNames(plan_ids or PLANS, read)


def refusal(name: str, plans: Mapping[str, HeaderFacts] = PLANS) -> tuple[str, str | None]:
    with pytest.raises(UnknownNameError) as caught:
        names(plans).resolve(name)
    assert caught.value.exit_code == 2
    assert str(caught.value) == caught.value.message
    return caught.value.message, caught.value.hint


def candidates(name: str, plans: Mapping[str, HeaderFacts] = PLANS) -> str:
    with pytest.raises(AmbiguousNameError) as caught:
        names(plans).resolve(name)
    return caught.value.message


@pytest.mark.parametrize(
    ("name", "plan_id"),
    [
        ("nepal", "nepal"),
        ("brazil/saude", "brazil/saude"),
        ("brazil\\saude", "brazil/saude"),
        ("planejamento", "brazil/planejamento"),
    ],
)
def test_plan_id_or_its_last_part_is_enough_without_reading_a_plan(name: str, plan_id: str) -> None:
    assert unread().resolve(name) == plan_id


def test_plan_id_wins_over_a_last_part_and_over_a_folder() -> None:
    plans = unread("brazil", "brazil/planejamento", "ogp/brazil")

    assert plans.resolve("brazil") == "brazil"


def test_id_that_is_no_valid_one_can_be_named() -> None:
    assert unread("Nepal 2018", "nepal").resolve("Nepal 2018") == "Nepal 2018"


def test_last_part_of_two_plans_is_ambiguous() -> None:
    assert candidates("saude") == '"saude" fits more than one plan: brazil/saude, kenya/saude'


def test_part_in_the_middle_is_no_last_part() -> None:
    plans = {"brazil/federal/saude": facts(None), "brazil/federal/educacao": facts(None)}

    assert refusal("federal/saude", plans)[0] == 'no plan called "federal/saude"'


@pytest.mark.parametrize(
    "name", ["NPL", "np", "Nepal", "NEPAL", " nepal ", "Federal Democratic Republic of Nepal"]
)
def test_country_with_one_plan_is_that_plan(name: str) -> None:
    assert names().resolve(name) == "nepal"


def test_country_is_known_by_an_alias_and_whatever_the_kind_of_its_one_plan() -> None:
    plans = {"rok": facts("KOR", PlanKind.LOCAL, running=False), "dprk": facts("PRK")}

    assert names(plans).resolve("South Korea") == "rok"


def test_country_with_several_plans_is_the_one_national_plan_that_is_running() -> None:
    assert names().resolve("Panama") == "panama-2017"


@pytest.mark.parametrize("kind", [PlanKind.NATIONAL_OGD, PlanKind.OGP_NATIONAL])
def test_country_with_two_national_plans_running_is_ambiguous(kind: PlanKind) -> None:
    plans = PLANS | {"panama-ogp": facts("PAN", kind)}

    assert candidates("PAN", plans) == (
        '"PAN" fits more than one plan: panama-2015, panama-2017, panama-city, panama-ogp'
    )


def test_country_with_several_plans_and_no_national_one_running_is_ambiguous() -> None:
    assert candidates("Brasil", PLANS) == (
        '"Brasil" fits more than one plan: brazil/planejamento, brazil/saude'
    )


def test_running_agency_plan_does_not_stand_for_its_country() -> None:
    plans = {
        "peru-2015": facts("PER", running=False),
        "peru-health": facts("PER", PlanKind.AGENCY),
    }

    assert candidates("Peru", plans) == '"Peru" fits more than one plan: peru-2015, peru-health'


def test_country_without_a_plan_is_named_as_people_know_it() -> None:
    message, hint = refusal("URY")

    assert message == "no plan for Uruguay"
    assert hint == (
        "there are bolivia-2018, brazil/planejamento, brazil/saude, kenya/saude, nepal, "
        "panama-2015, panama-2017, panama-city, undesa; `ogdplan status` lists all plans"
    )


def test_country_whose_plan_cannot_be_read_leads_to_the_plan_id() -> None:
    plans = PlanNames(["nepal"], dict)

    with pytest.raises(UnknownNameError) as caught:
        plans.resolve("Nepal")

    assert caught.value.message == "no plan for Nepal"
    assert caught.value.hint == "did you mean nepal?"


def test_headers_are_read_once() -> None:
    calls = []

    def read() -> Mapping[str, HeaderFacts]:
        calls.append("read")
        return PLANS

    plans = PlanNames(PLANS, read)

    assert plans.resolve_all(["Nepal", "PAN", "BOL"]) == ("nepal", "panama-2017", "bolivia-2018")
    assert calls == ["read"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("nepla", "nepal"),
        ("Undesa", "undesa"),
        ("brazil-saude", "brazil/saude"),
        ("planejamneto", "planejamento"),
        ("brazil/federal/saude", "brazil/saude"),
        ("Bolivia, State of", "Bolivia, Plurinational State of"),
    ],
)
def test_misspelt_name_is_not_resolved_but_leads_to_the_nearest(name: str, meant: str) -> None:
    assert refusal(name) == (f'no plan called "{name}"', f"did you mean {meant}?")


def test_country_that_has_no_plan_is_never_suggested() -> None:
    message, hint = refusal("Urugay", {"x": facts("NPL")})

    assert message == 'no plan called "Urugay"'
    assert hint == "there are x; `ogdplan status` lists all plans"


def test_name_unlike_all_lists_ten_plans_and_counts_the_others() -> None:
    plans = {f"plan-{number}": facts(None) for number in range(10, 32)}

    assert refusal("zzz", plans)[1] == (
        "there are plan-10, plan-11, plan-12, plan-13, plan-14, plan-15, plan-16, plan-17, "
        "plan-18, plan-19 … and 12 more; `ogdplan status` lists all plans"
    )
    del plans["plan-31"], plans["plan-30"]
    ten = dict(list(plans.items())[:10])
    assert "more" not in str(refusal("zzz", ten)[1])


@pytest.mark.parametrize("name", ["nepal", "", "."])
def test_folder_without_plans_leads_to_making_one(name: str) -> None:
    hint = "there are no plans yet; `ogdplan new COUNTRY` makes one"
    assert refusal(name, {})[1] == hint


@pytest.mark.parametrize("name", ["brazil/", "brazil\\"])
def test_folder_of_plans_is_no_plan_but_lists_them(name: str) -> None:
    plans = PLANS | {"brazil": facts("BRA")}

    assert candidates(name, plans) == (
        '"brazil/" fits more than one plan: brazil/planejamento, brazil/saude'
    )


def test_folder_of_plans_without_a_country_lists_them() -> None:
    plans = {"un/desa": facts(None), "un/undp": facts(None), "union/x": facts(None)}

    assert candidates("un", plans) == '"un" fits more than one plan: un/desa, un/undp'


def test_country_goes_before_a_folder_of_its_name() -> None:
    plans = PLANS | {"brazil-ogp": facts("BRA", PlanKind.OGP_NATIONAL)}

    assert names(plans).resolve("brazil") == "brazil-ogp"


def test_folder_with_one_plan_leads_to_it() -> None:
    assert refusal("kenya/") == ('no plan called "kenya/"', "did you mean kenya/saude?")


@pytest.mark.parametrize("name", ["draft.toml", "Draft 2.TOML", "drafts/nepal", "./nepal"])
def test_file_that_is_there_is_its_path(tmp_path: Path, name: str) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / name).touch()

    assert unread().resolve(name) == Path(name)


def test_file_above_or_named_from_the_top_is_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "nepal").touch()
    monkeypatch.chdir(tmp_path / "plans")

    assert unread().resolve("../nepal") == Path("../nepal")
    assert unread().resolve(str(tmp_path / "nepal")) == tmp_path / "nepal"


def test_plan_id_wins_over_a_file_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "brazil").mkdir()
    (tmp_path / "brazil" / "saude").touch()

    assert unread().resolve("brazil/saude") == "brazil/saude"


def test_file_without_suffix_or_folder_is_no_plan(tmp_path: Path) -> None:
    (tmp_path / "README").touch()

    assert refusal("README")[0] == 'no plan called "README"'


def test_folder_on_disk_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.toml").mkdir()
    (tmp_path / "kenya").mkdir()

    assert refusal("x.toml")[0] == 'no plan file called "x.toml"'
    assert refusal("./kenya")[0] == 'no plan called "./kenya"'
    assert refusal(str(tmp_path))[0] == f'no plan file called "{tmp_path}"'


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_link_that_leads_nowhere_is_a_path_for_the_reader_to_judge(tmp_path: Path) -> None:
    (tmp_path / "x.toml").symlink_to("gone")

    assert unread().resolve("x.toml") == Path("x.toml")


def test_file_that_is_not_there_leads_to_the_plan_of_its_name() -> None:
    assert refusal("drafts/nepal.toml") == (
        'no plan file called "drafts/nepal.toml"',
        "did you mean nepal?",
    )
    assert refusal("x.toml", {"nepal": facts("NPL")})[1] == (
        "there are nepal; `ogdplan status` lists all plans"
    )


@pytest.mark.parametrize(
    "name",
    ["../nepal", "..", "a/../../nepal", "..\\nepal", "/nepal", "\\nepal", "C:nepal", "C:/nepal"],
)
def test_name_that_leaves_the_folder_is_never_a_plan_id(name: str) -> None:
    plans = PLANS | {name: facts("NPL"), name.replace("\\", "/"): facts("NPL")}

    assert refusal(name, plans)[0] == f'no plan file called "{name}"'


@pytest.mark.parametrize("name", ["a\0b", "a\0b.toml", "/\0", "x" * 5000, "/".join("x" * 5000)])
def test_name_that_no_file_can_have_is_unknown(name: str) -> None:
    assert name in refusal(name)[0]


def test_names_keep_their_order_and_each_plan_comes_once(tmp_path: Path) -> None:
    (tmp_path / "draft.toml").touch()

    found = names().resolve_all(
        ["undesa", "./draft.toml", "Nepal", "planejamento", "nepal", "draft.toml"]
    )

    assert found == ("undesa", Path("draft.toml"), "nepal", "brazil/planejamento")


def test_no_names_are_no_plans() -> None:
    assert unread().resolve_all([]) == ()


def test_first_name_that_is_wrong_is_refused() -> None:
    with pytest.raises(UnknownNameError, match='"zzz"'):
        names().resolve_all(["nepal", "zzz", "saude"])
