import re

import pytest

from ogdplan.reference.countries import (
    Country,
    country,
    country_codes,
    country_names,
    find_country,
)
from ogdplan.reference.tables import read_table


def code_of(words: str) -> str | None:
    found = find_country(words)
    return found.alpha3 if found else None


def test_country_is_found_by_alpha3_code() -> None:
    assert country("URY") == Country("URY", "UY", "Uruguay", "Eastern Republic of Uruguay")


def test_missing_official_name_is_none() -> None:
    assert country("KOR") == Country("KOR", "KR", "Korea, Republic of", None)


@pytest.mark.parametrize("code", ["ury", "UY", "XXX", "", "858"])
def test_country_takes_nothing_but_an_alpha3_code_in_capitals(code: str) -> None:
    assert country(code) is None


def test_all_249_countries_are_shipped_with_wellformed_codes() -> None:
    rows = read_table("countries.csv")

    assert len(rows) == len(country_codes()) == 249
    for alpha3, alpha2, numeric, name, _ in rows:
        assert re.fullmatch("[A-Z]{3} [A-Z]{2} [0-9]{3}", f"{alpha3} {alpha2} {numeric}")
        assert name == name.strip() != ""


@pytest.mark.parametrize("column", ["alpha3", "alpha2", "numeric", "name"])
def test_no_two_countries_share_a_code_or_name(column: str) -> None:
    at = ["alpha3", "alpha2", "numeric", "name"].index(column)
    cells = [row[at] for row in read_table("countries.csv")]

    assert len(set(cells)) == len(cells)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("NPL", "NPL"),
        ("np", "NPL"),
        ("Nepal", "NPL"),
        ("  federal democratic  republic of NEPAL ", "NPL"),
        ("Côte d'Ivoire", "CIV"),
        ("cote d\N{RIGHT SINGLE QUOTATION MARK}ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Czech Republic", "CZE"),
        ("United States of America", "USA"),
        ("USA", "USA"),
        ("UK", "GBR"),
        ("Great Britain", "GBR"),
        ("DR Congo", "COD"),
        ("Congo", "COG"),
        ("North Korea", "PRK"),
        ("Holland", "NLD"),
        ("Swaziland", "SWZ"),
        ("Bolivia", "BOL"),
        ("bolivia (plurinational state of)", "BOL"),
        ("Viet Nam", "VNM"),
        ("Vietnam", "VNM"),
    ],
)
def test_country_is_found_by_code_name_official_name_or_alias(words: str, code: str) -> None:
    assert code_of(words) == code


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("BGD", ["Bangladesh", "Bangladés", "Bangladexe", "বাংলাদেশ"]),
        ("BRA", ["Brazil", "Brasil", "Brésil"]),
        ("CRI", ["Costa Rica", "República de Costa Rica"]),
        ("IDN", ["Indonesia", "Indonésia", "Indonésie"]),
        ("KOR", ["South Korea", "Republic of Korea", "Corea del Sur", "Coreia do Sul", "한국"]),
        ("KOR", ["Corée du Sud", "Korea, South", "República de Corea"]),
        ("NPL", ["Nepal", "Népal", "नेपाल"]),
        ("PAN", ["Panama", "Panamá", "República de Panamá"]),
        ("PHL", ["Philippines", "the Philippines", "Filipinas", "Pilipinas"]),
        ("URY", ["Uruguay", "Uruguai", "República Oriental del Uruguay"]),
    ],
)
def test_countries_of_the_workshop_are_found_in_the_languages_of_the_region(
    code: str, names: list[str]
) -> None:
    assert {code_of(name) for name in names} == {code}


@pytest.mark.parametrize(
    "words", ["", " ", "Korea", "Nepall", "Uru", "Atlantis", "Republic", "নেপাল", "858", "Panama!"]
)
def test_country_is_never_guessed(words: str) -> None:
    assert find_country(words) is None


def test_vowel_signs_are_letters_and_no_accents() -> None:
    assert find_country("नपाल") is None


def test_each_name_leads_to_the_one_country_it_belongs_to() -> None:
    for alpha3, alpha2, _, name, official_name in read_table("countries.csv"):
        for words in filter(None, (alpha3, alpha2, name, official_name)):
            assert code_of(words.upper()) == alpha3


def test_aliases_are_sorted_by_country_and_each_is_needed() -> None:
    aliases = read_table("country-aliases.csv")
    named = {name.casefold() for row in read_table("countries.csv") for name in row}

    assert aliases == sorted(aliases, key=lambda row: (row[1], row[0]))
    for alias, alpha3 in aliases:
        assert code_of(alias) == alpha3
        assert alias.casefold() not in named


def test_country_names_lists_what_can_be_typed_once() -> None:
    names = country_names()

    assert names[:4] == ("ABW", "AW", "Aruba", "AFG")
    assert {"Panama", "Republic of Panama", "South Korea", "Brasil"} <= set(names)
    assert len(set(names)) == len(names)
    assert all(find_country(name) for name in names)
