from collections import Counter

import pytest

from ogdplan.reference import licences
from ogdplan.reference.licences import (
    Conformance,
    Licence,
    is_no_licence,
    licence,
    licence_called,
    licence_ids,
)
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.tables import read_table

LICENCES = [found for each in licence_ids() if (found := licence(each))]


def test_licence_is_found_by_its_id() -> None:
    assert licence("ODbL-1.0") == Licence(
        "ODbL-1.0",
        Conformance.OPEN,
        "Open Data Commons Open Database License 1.0",
        "https://opendefinition.org/licenses/odc-odbl",
    )


@pytest.mark.parametrize(
    "licence_id", ["", "odbl-1.0", "ODbL", " ODbL-1.0", "https://example.org/licence"]
)
def test_licence_id_must_be_exact(licence_id: str) -> None:
    assert licence(licence_id) is None


@pytest.mark.parametrize(
    ("words", "licence_id"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc-by-sa-4.0", "CC-BY-SA-4.0"),
        ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
        ("ODbL", "ODbL-1.0"),
        ("cc0", "CC0-1.0"),
        ("Open License 2.0", "LO-FR-2.0"),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("OGL 3.0", "OGL-UK-3.0"),
        ("Open Government Licence - Canada 2.0", "OGL-Canada-2.0"),
        ("Open Government Licence v2.0", None),
        ("Creative Commons Atribución 4.0", "CC-BY-4.0"),
        ("Creative Commons Atribución-CompartirIgual 4.0 Internacional", "CC-BY-SA-4.0"),
        ("Creative Commons Atribuição-CompartilhaIgual 4.0", "CC-BY-SA-4.0"),
        ("Creative Commons Attribution 4.0", "CC-BY-4.0"),
        ("CC BY 4.0 Internacional", "CC-BY-4.0"),
        ("CC-BY-NC-SA 4.0 International", "CC-BY-NC-SA-4.0"),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0"),
        ("Open Data Commons Open Database License (ODbL)", "ODbL-1.0"),
        ("Open Database License (ODbL) v1.0", "ODbL-1.0"),
        ("CC BY 4.0 (CC BY-SA 4.0)", None),
        ("CC BY 4.0 (see annex)", None),
        ("Public data (data)", None),
        ("CC-BY", None),
        ("CC BY 3.0", None),
        ("GPL", None),
        ("", None),
    ],
)
def test_licence_is_known_by_what_people_call_it(words: str, licence_id: str | None) -> None:
    found = licence_called(words)

    assert (found.id if found else None) == licence_id


@pytest.mark.parametrize(
    "words",
    [
        *("None", "No", "no licence", "No license", "without a licence", "Unlicensed"),
        *("sin licencia", "No tiene licencia", "Ninguna", "sans licence", "Pas de licence"),
        *("Sem licença", "não tem"),
    ],
)
def test_that_there_is_no_licence_is_known(words: str) -> None:
    assert is_no_licence(words)
    assert licence_called(words) is None


@pytest.mark.parametrize(
    "words", ["", "?", "License", "Unlicense", "No Rights Reserved", "no-profit", "CC BY 4.0"]
)
def test_other_words_do_not_say_that_there_is_no_licence(words: str) -> None:
    assert not is_no_licence(words)


def test_every_name_is_of_a_licence_that_is_listed() -> None:
    rows = read_table(licences.SYNONYMS)

    assert {each for _, each in rows} <= set(licence_ids())
    assert len({plain_words(words) for words, _ in rows}) == len(rows)


def test_no_two_licences_are_called_alike() -> None:
    titles = Counter(plain_words(each.title) for each in LICENCES)
    assert {title for title, count in titles.items() if count > 1} == set()


@pytest.mark.parametrize(
    ("licence_id", "conformance"),
    [
        ("CC0-1.0", Conformance.OPEN),
        ("CC-BY-4.0", Conformance.OPEN),
        ("CC-BY-SA-4.0", Conformance.OPEN),
        ("CC-BY-NC-4.0", Conformance.NOT_OPEN),
        ("CC-BY-ND-4.0", Conformance.NOT_OPEN),
        ("OGL-UK-1.0", Conformance.NOT_REVIEWED),
        ("notspecified", Conformance.NOT_REVIEWED),
    ],
)
def test_conformance_is_what_the_open_definition_says(
    licence_id: str, conformance: Conformance
) -> None:
    found = licence(licence_id)

    assert found
    assert found.conformance is conformance


def test_licence_without_a_page_has_no_url() -> None:
    found = licence("other-open")

    assert found
    assert found.url is None


def test_all_licences_are_shipped_with_title_and_web_address() -> None:
    counts = Counter(each.conformance for each in LICENCES)

    assert counts == {
        Conformance.OPEN: 21,
        Conformance.NOT_OPEN: 7,
        Conformance.NOT_REVIEWED: 86,
    }
    assert all(each.title for each in LICENCES)
    assert all(each.url.startswith(("https://", "http://")) for each in LICENCES if each.url)
