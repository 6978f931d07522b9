from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.evidence import Dataset
from ogdplan.progress.openness import is_open, stars


def a_dataset(**changes: str) -> Dataset:
    """Return a dataset open since 2018-06-30; a changed field is given as TOML, "" takes it out."""
    fields = {
        "url": '"https://example.org/data"',
        "licence": '"CC-BY-4.0"',
        "formats": '["csv"]',
        "released": '"2018-06"',
    } | changes
    lines = "\n".join(f"{name} = {value}" for name, value in fields.items() if value)
    return a_plan(f'[[datasets]]\nid = "budget"\ntitle = "Budget"\n{lines}').datasets[0]


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        ("[]", 0),
        ('["pdf"]', 1),
        ('["docx", "html"]', 1),
        *[(f'["{name}"]', 2) for name in ("xls", "xlsx", "shp", "mdb", "sav")],
        *[
            (f'["{name}"]', 3)
            for name in (
                "csv", "tsv", "json", "geojson", "xml", "ods", "kml", "gpkg", "parquet",
            )
        ],
        *[(f'["{name}"]', 4) for name in ("rdf", "ttl", "nt", "jsonld", "n3")],
        ('["pdf", "xlsx"]', 2),
        ('["xlsx", "csv", "pdf"]', 3),
        ('["csv", "rdf"]', 4),
        ('["CSV"]', 3),
        ('[".csv"]', 3),
        ('[".XLSX"]', 2),
        ('["csv.zip"]', 1),
    ],
)  # fmt: skip
def test_stars_are_those_of_the_best_format(formats: str, expected: int) -> None:
    assert stars(a_dataset(formats=formats)) == expected


@pytest.mark.parametrize(
    "licence", ["", '"CC-BY-NC-4.0"', '"OGL-UK-1.0"', '"https://example.org/terms"']
)
def test_no_stars_and_not_open_without_a_licence_known_to_be_open(licence: str) -> None:
    dataset = a_dataset(licence=licence, formats='["csv", "rdf"]')

    assert stars(dataset) == 0
    assert not is_open(dataset, date(2019, 1, 1))


def test_stars_ask_for_no_release() -> None:
    assert stars(a_dataset(released="", url="")) == 3


def test_dataset_is_open_from_the_last_day_of_its_release_on() -> None:
    assert not is_open(a_dataset(), date(2018, 6, 29))
    assert is_open(a_dataset(), date(2018, 6, 30))


@pytest.mark.parametrize(
    "change",
    [
        {"released": ""},
        {"url": ""},
        {"formats": ""},
        {"formats": '["pdf", "xlsx"]'},
        {"access": '"restricted"'},
        {"access": '"closed"'},
    ],
)
def test_dataset_is_not_open_when_one_condition_fails(change: dict[str, str]) -> None:
    assert not is_open(a_dataset(**change), date(2019, 1, 1))


@pytest.mark.parametrize("formats", ['["xlsx", "CSV"]', '[".Json"]', '["ttl"]'])
def test_one_format_for_any_software_is_enough(formats: str) -> None:
    assert is_open(a_dataset(formats=formats), date(2019, 1, 1))
