"""Institutions that cells name."""

import pytest

from ogdplan.actions.importing.cells.faults import Bad, Spot
from ogdplan.actions.importing.records.institution_names import several
from ogdplan.actions.importing.records.institutions import Decisions, Institutions, Question

HERE = Spot("Sheet", 2)


def institutions(
    *names: tuple[str, ...], ask: Question | None = None, said: dict[str, str] | None = None
) -> Institutions:
    found = Institutions(Decisions(said or {}, ask))
    for record_id, *others in names:
        found.know(record_id, others)
    return found


def called(known: Institutions, name: str) -> str | Bad:
    return known.called(name, HERE, {*known.ids})


def test_institution_is_known_by_id_acronym_and_name_without_case_and_accents() -> None:
    known = institutions(("saude", "Ministério da Saúde", "Ministry of Health", "MS"))

    for name in ("saude", "MINISTERIO DA SAUDE", "ms", "ministry of health", "MS (MS)"):
        assert called(known, name) == "saude"
    assert not known.new


def test_unknown_institution_is_new_once() -> None:
    known = institutions()

    assert called(known, "Ministry of Planning (MP)") == "ministry-of-planning"
    assert called(known, "mp") == "ministry-of-planning"
    assert known.new["ministry-of-planning"].fields == {
        "id": "ministry-of-planning",
        "name": "Ministry of Planning",
        "acronym": "MP",
        "sector": "government",
    }


def test_name_that_two_institutions_have_is_not_decided() -> None:
    known = institutions(("a", "Planning Office"), ("b", "Planning Office"))

    found = called(known, "Planning office")
    assert isinstance(found, Bad)
    assert found.message == '"Planning office" fits a and b'


def test_slip_of_the_pen_is_not_merged_silently() -> None:
    known = institutions(("eop", "Executive Office of the President"))

    found = called(known, "Exeecutive Office of the President")
    assert isinstance(found, Bad)
    assert found.message == (
        '"Exeecutive Office of the President" may be the same institution as '
        '"Executive Office of the President"'
    )
    assert not known.new


def test_name_that_is_only_like_another_is_new_and_listed() -> None:
    known = institutions(("justice", "Department of Justice and Peace"))

    assert called(known, "Department of Justice and Police") == "department-of-justice-and-police"
    assert list(known.near) == ["Department of Justice and Police"]


def test_names_that_differ_by_a_number_are_others() -> None:
    known = institutions(("one", "Regional Directorate 1"))

    assert called(known, "Regional Directorate 2") == "regional-directorate-2"
    assert not known.near


def test_acronyms_are_never_taken_for_misspelt() -> None:
    known = institutions(("seges", "SEGES"))

    assert called(known, "SEGEP") == "segep"


def test_decision_of_someone_settles_a_name() -> None:
    names = ("eop", "Executive Office of the President")
    slip = "Exeecutive Office of the President"

    same = institutions(names, said={slip: "Executive Office of the President"})
    other = institutions(names, said={slip: slip})
    assert called(same, slip) == "eop"
    assert called(other, slip) == "exeecutive-office-of-the-president"


def test_someone_is_asked_once_and_the_answer_is_kept() -> None:
    asked = []

    def ask(name: str, known: str) -> bool:
        asked.append((name, known))
        return True

    known = institutions(("eop", "Executive Office of the President"), ask=ask)
    slip = "Exeecutive Office of the President"
    assert [called(known, slip), called(known, slip)] == ["eop", "eop"]
    assert asked == [(slip, "Executive Office of the President")]
    assert known.decisions.said == {slip: "Executive Office of the President"}


def test_acronym_that_two_share_is_settled_by_who_says_so() -> None:
    name = "Ministry of Environment (MoE)"
    known = institutions(("education", "Ministry of Education", "MoE"), said={name: name})

    assert called(known, name) == "ministry-of-environment"
    assert known.new["ministry-of-environment"].fields["acronym"] == "MoE"


def test_place_in_brackets_tells_institutions_apart() -> None:
    known = institutions(("council", "City Council", "Nairobi"), ("county", "County Government"))

    assert called(known, "County Government (Mombasa)") == "county-government-mombasa"
    assert called(known, "County Government (MOM)") == "county"
    assert "acronym" not in known.new["county-government-mombasa"].fields
    found = called(known, "Water Board (Nairobi)")
    assert isinstance(found, Bad)
    assert found.message == '"Water Board (Nairobi)" shares the acronym of "City Council"'


@pytest.mark.parametrize(
    "cell",
    [
        "Ministry of Education, Ministry of Finance",
        "Ministry of Education / Office of Statistics",
        "Ministry of Education and the-office",
        "Ministerio de Salud y Ministerio de Hacienda",
    ],
)
def test_several_names_in_a_cell_are_never_one_institution(cell: str) -> None:
    known = institutions(("education", "Ministry of Education"), ("the-office", "An office"))

    found = called(known, cell)
    assert isinstance(found, Bad)
    assert found.message == f'"{cell}" names 2 institutions'
    assert found.help.startswith("write them with ; between: Minist")
    assert not known.new


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Education and Sports",
        "Office of Management and Budget",
        "Department of Trade, Investment",
        "Ministry of Finance, Planning and Economic Development",
    ],
)
def test_comma_and_conjunction_in_one_name_divide_nothing(name: str) -> None:
    known = institutions(("education", "Ministry of Education"))

    assert isinstance(called(known, name), str)
    assert len(known.new) == 1


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("KNBS/MoJ", ("KNBS", "MoJ")),
        ("KNBS,MoJ", ("KNBS", "MoJ")),
        ("MoJ and ANSD", ("MoJ", "ANSD")),
        ("MoJ y Catastro", ("MoJ", "Catastro")),
        ("ANSD & MoJ", ("ANSD", "MoJ")),
        ("Salud e Educação", ("Salud", "Educação")),
        ("KNBS, ANSD and MoJ", ("KNBS", "ANSD", "MoJ")),
        ("KNBS, Ministry of Justice, and ANSD", ("KNBS", "Ministry of Justice", "ANSD")),
        ("Ministry of Justice et ANSD", ("Ministry of Justice", "ANSD")),
        (
            "Ministry of Justice (MoJ, Kenya) / Treasury",
            ("Ministry of Justice (MoJ, Kenya)", "Treasury"),
        ),
        # One name, or nothing in it is known.
        ("Ministry of Justice and Peace", ()),
        ("KNBS/ANSD", ()),
        ("Treasury (KNBS, MoJ)", ()),
    ],
)
def test_one_known_name_among_several_is_enough(cell: str, parts: tuple[str, ...]) -> None:
    known = {"MoJ", "Ministry of Justice", "Ministry of Justice (MoJ, Kenya)", "Salud"}

    assert several(cell, known.__contains__) == parts


def test_part_of_a_name_that_a_later_row_makes_known_is_found_at_the_end() -> None:
    known = institutions()
    joined, other = "KNBS, ANSD", "INAP, MGD"

    names = [joined, other, joined.lower(), "KNBS"]
    assert all(
        isinstance(known.called(name, Spot("Sheet", row), set()), str)
        for row, name in enumerate(names, start=2)
    )

    assert [(each.spot.row, each.message) for each in known.found_several()] == [
        (2, '"KNBS, ANSD" names 2 institutions'),
        (4, '"KNBS, ANSD" names 2 institutions'),
    ]
    assert known.found_several()[0].help == (
        "write them with ; between: KNBS; ANSD; if it is one, say so under [institutions] in a "
        'mapping file: "KNBS, ANSD" = "KNBS, ANSD"'
    )


def test_unit_before_the_one_above_it_is_a_name_unless_the_plan_has_one_of_them() -> None:
    known = institutions(("mp", "MP"))

    assert called(known, "DEIOP/SETIC") == "deiop-setic"
    assert called(known, "SETIC") == "setic"
    assert not known.found_several()
    assert isinstance(called(known, "SETIC/MP"), Bad)


def test_name_that_someone_says_is_one_is_one() -> None:
    name = "DEIOP/SETIC"
    known = institutions(("setic", "SETIC"), said={name: name})

    assert called(known, name) == "deiop-setic"
    assert not known.found_several()


def test_name_is_known_without_the_capitals_behind_it() -> None:
    known = institutions()

    assert called(known, "Ministerio de Educación (MEP)") == "ministerio-de-educacion"
    assert called(known, "MEP") == "ministerio-de-educacion"
    first = called(known, "Ministry of Health (XQZ)")
    assert called(known, "Ministry of Health") == first
    assert "acronym" not in known.new[str(first)].fields


@pytest.mark.parametrize("name", ["Q4 2025", "31 Dec 2025", "2025-12-31"])
def test_date_is_no_institution_unless_someone_says_so(name: str) -> None:
    known = institutions()

    found = called(known, name)

    assert isinstance(found, Bad)
    assert found.message == f'"{name}" is a date, no institution'
    assert f'under [institutions] in a mapping file: "{name}" = "{name}"' in found.help
    assert not known.new
    assert isinstance(called(institutions(said={name: name}), name), str)


@pytest.mark.parametrize("name", ["SEP", "Agenda 2030", "Universidad 9 de Octubre", "G20"])
def test_name_with_a_date_in_it_may_be_an_institution(name: str) -> None:
    assert isinstance(called(institutions(), name), str)
