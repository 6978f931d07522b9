from collections import Counter

import pytest

from ogdplan.reference.licences import Conformance, Licence, licence, licence_ids

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
