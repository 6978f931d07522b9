from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from ogdplan.actions.new_plan import (
    NewPlan,
    Wanted,
    compose,
    countries_called,
    usual_title,
    write,
)
from ogdplan.errors import UnknownNameError, UsageError
from ogdplan.model.vocabularies import PlanKind, Sector, Stage
from ogdplan.model.when import on_day, period
from ogdplan.workspace.folder import NoPlansFolderError, PlansFolder

HERE = Path("/somewhere")


# Any: the fields that matter, of whatever type they have.
def a_plan(*countries: str, **given: Any) -> NewPlan:
    usual: Mapping[str, Any] = {
        "title": "A plan",
        "lead": "An office",
        "sector": Sector.GOVERNMENT,
        "kind": PlanKind.NATIONAL_OGD,
        "stage": Stage.DRAFT,
        "start": None,
        "end": None,
        "languages": ("en",),
        "parent": None,
        "plan_id": None,
    }
    wanted = Wanted(countries=countries_called(countries or ("Nepal",)), **{**usual, **given})
    return compose(wanted, no_folder, here=lambda: HERE, as_of=date(2018, 6, 30))


def no_folder() -> PlansFolder:
    raise NoPlansFolderError(Path())


def header(new: NewPlan) -> Any:
    return tomli.loads(new.text)["plan"]


def lead(new: NewPlan) -> Any:
    (found,) = tomli.loads(new.text)["institutions"]
    return found


@pytest.mark.parametrize(
    ("country", "plan_id"),
    [
        ("NPL", "nepal"),
        ("KOR", "south-korea"),
        ("Corea del Sur", "south-korea"),
        ("CIV", "cote-d-ivoire"),
        ("TUR", "turkiye"),
    ],
)
def test_plan_id_is_made_of_what_people_call_the_country(country: str, plan_id: str) -> None:
    assert a_plan(country).place.plan_id == plan_id


@pytest.mark.parametrize("kind", [PlanKind.AGENCY, PlanKind.LOCAL])
def test_plan_under_a_national_one_is_called_after_its_lead(kind: PlanKind) -> None:
    given = {"kind": kind, "lead": "Ministry of Health (MOH)"}

    assert a_plan("Brazil", **given).place.plan_id == "brazil/ministry-of-health"
    assert a_plan("Brazil", parent="br-2018", **given).place.plan_id == "br-2018/ministry-of-health"


def test_programme_of_several_countries_is_called_after_its_title() -> None:
    new = a_plan("Kenya", "UGA", "KEN", kind=PlanKind.PROGRAMME, title="East Africa")

    assert new.place.plan_id == "east-africa"
    assert header(new)["countries"] == ["KEN", "UGA"]
    assert "country" not in header(new)


def test_programme_of_one_country_is_called_after_it() -> None:
    assert a_plan("Kenya", kind=PlanKind.PROGRAMME).place.plan_id == "kenya"


def test_day_is_written_as_a_date_and_a_period_as_words() -> None:
    new = a_plan(start=on_day(date(2018, 6, 30)), end=period("2019-Q2"))

    assert (header(new)["start"], header(new)["end"]) == (date(2018, 6, 30), "2019-Q2")


@pytest.mark.parametrize(
    ("words", "institution_id", "name", "acronym"),
    [
        ("National Commission (NIC)", "national-commission", "National Commission", "NIC"),
        ("National Commission", "national-commission", "National Commission", None),
        ("Commission (of the state)", "commission-of-the-state", "Commission (of the state)", None),
        ("(NIC)", "nic", "(NIC)", None),
        ("सूचना आयोग", "suucnaa-aayog", "सूचना आयोग", None),
        ("–", "lead", "–", None),
    ],
)
def test_lead_gets_an_id_of_its_name_without_the_acronym(
    words: str, institution_id: str, name: str, acronym: str | None
) -> None:
    new = a_plan(lead=words)

    assert header(new)["lead"] == lead(new)["id"] == institution_id
    assert (lead(new)["name"], lead(new).get("acronym")) == (name, acronym)


def test_plan_that_would_have_an_error_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError) as raised:
        a_plan(title=" ")

    assert (raised.value.message, raised.value.hint) == (
        "title: the text is empty",
        "write the text",
    )


def test_lead_without_a_letter_gives_no_id_to_an_agency_plan() -> None:
    with pytest.raises(UsageError, match='"nepal/" cannot be the id of a plan'):
        a_plan(kind=PlanKind.AGENCY, lead="–")


def test_without_a_folder_of_plans_it_is_to_be_made_here() -> None:
    new = a_plan()

    assert (new.folder.root, new.folder_is_new) == (HERE / "plans", True)
    assert (new.place.path, new.place.shown) == (HERE / "plans/nepal.toml", "plans/nepal.toml")


def test_file_holds_exactly_the_text(tmp_path: Path) -> None:
    folder = PlansFolder(tmp_path)
    wanted = a_plan(title="गणतन्त्र").wanted

    new = compose(wanted, lambda: folder, here=lambda: HERE, as_of=date(2018, 6, 30))
    write(new)

    assert not new.folder_is_new
    assert (tmp_path / "nepal.toml").read_bytes() == new.text.encode()


def test_country_that_is_unknown_is_refused_with_what_may_be_meant() -> None:
    with pytest.raises(UnknownNameError, match='no country called "Neapl"') as raised:
        countries_called(["Panama", "Neapl"])

    assert "Nepal" in str(raised.value.hint)


def test_usual_title_names_all_countries() -> None:
    assert usual_title(countries_called(["KOR", "NPL"])) == (
        "South Korea and Nepal: Open Government Data Action Plan"
    )
