"""Write the country and language tables that ogdplan ships.

    python scripts/make_countries.py [FOLDER]

FOLDER is `src/ogdplan/reference` unless given. Needs pycountry (the ISO 639, 3166 and 15924
lists) and Babel (Unicode CLDR: English language names, the world's regions, which language is
written in which script); reading the tables needs neither. With the versions of `MADE_WITH` it
writes the bytes that are shipped. `country-aliases.csv` is kept by hand.

    countries.csv           alpha3, alpha2, numeric, name, official_name
    regions.csv             code, name                    UN M49 areas larger than a country
    languages.csv           code, alpha3, name, iso_name  languages with a two-letter code
    languages-alpha3.csv    code, name                    all others, and language families
    scripts.csv             code, name, direction
    right-to-left.csv       tag, direction                where not given by the script subtag
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_global

REFERENCE = Path(__file__).resolve().parent.parent / "src" / "ogdplan" / "reference"

MADE_WITH = {"pycountry": "26.2.16", "babel": "2.18.0"}
"""The versions that the shipped tables were made with; to be kept up by who makes them anew."""

# Neither pycountry nor Babel says which scripts run from right to left.
# Source: ISO 15924 codes of the scripts with bidirectional class R or AL in Unicode 16.
RIGHT_TO_LEFT_SCRIPTS = """
    Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero
    Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phlv Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Syre Syrj
    Syrn Thaa Yezi
"""

Row = tuple[str, ...]


def country_rows() -> Iterator[Row]:
    """Yield the countries of ISO 3166-1, sorted by alpha-3 code."""
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_3):
        official_name = getattr(country, "official_name", "").removeprefix("the ")
        yield country.alpha_3, country.alpha_2, country.numeric, country.name, official_name


def region_rows() -> Iterator[Row]:
    """Yield the areas of UN M49 that hold several countries, sorted by code."""
    territories = Locale("en").territories
    yield from sorted((code, name) for code, name in territories.items() if code.isdigit())


def language_rows() -> Iterator[Row]:
    """Yield the languages of ISO 639-1; `iso_name` only where it says something else."""
    for language in sorted(_two_letter_languages(), key=lambda language: language.alpha_2):
        name = _english_name(language.alpha_2, language.name)
        iso_name = _without_scope(language.name)
        yield language.alpha_2, language.alpha_3, name, "" if iso_name == name else iso_name


def long_language_rows() -> Iterator[Row]:
    """Yield the languages that only ISO 639-3 or 639-5 lists, sorted by code.

    A language with a two-letter code is left out: BCP 47 wants the shortest code.
    """
    short = {language.alpha_3 for language in _two_letter_languages()}
    listed = {each.alpha_3: each.name for each in pycountry.language_families}
    listed |= {each.alpha_3: each.name for each in pycountry.languages}
    for code in sorted(listed.keys() - short):
        yield code, _english_name(code, listed[code])


def script_rows() -> Iterator[Row]:
    """Yield the scripts of ISO 15924 with their direction, sorted by code."""
    for script in sorted(pycountry.scripts, key=lambda script: script.alpha_4):
        yield script.alpha_4, script.name, _direction(script.alpha_4)


def right_to_left_rows() -> Iterator[Row]:
    """Yield the languages written from right to left, and the regions that differ.

    `pa-PK` is such a region: Punjabi runs from right to left in Pakistan, not elsewhere.
    """
    directions = dict(_usual_directions())
    for tag in sorted(directions):
        language, _, region = tag.partition("-")
        usual = directions.get(language, "ltr") if region else "ltr"
        if directions[tag] != usual:
            yield tag, directions[tag]


def _usual_directions() -> Iterator[tuple[str, str]]:
    known = {row[0] for rows in (language_rows(), long_language_rows()) for row in rows}
    likely = {key: value.split("_")[1] for key, value in get_global("likely_subtags").items()}
    for alias, tag in get_global("language_aliases").items():
        language = tag.partition("_")[0]
        if language in likely:
            likely.setdefault(alias, likely[language])
    for key, script in likely.items():
        language, _, rest = key.partition("_")
        # A four-letter rest is a script, which speaks for itself.
        if language in known and language != "und" and len(rest) != 4 and "_" not in rest:
            yield key.replace("_", "-"), _direction(script)


def _two_letter_languages() -> list[pycountry.db.Data]:
    return [language for language in pycountry.languages if hasattr(language, "alpha_2")]


def _english_name(code: str, iso_name: str) -> str:
    return Locale("en").languages.get(code) or _without_scope(iso_name)


def _without_scope(iso_name: str) -> str:
    return iso_name.removesuffix(" (macrolanguage)")


def _direction(script: str) -> str:
    return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS.split() else "ltr"


def write_table(path: Path, header: str, rows: Iterable[Row]) -> None:
    """Write one CSV table in UTF-8 with LF line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def write_tables(folder: Path) -> None:
    """Write the six tables into `folder`."""
    write_table(
        folder / "countries.csv", "alpha3 alpha2 numeric name official_name", country_rows()
    )
    write_table(folder / "regions.csv", "code name", region_rows())
    write_table(folder / "languages.csv", "code alpha3 name iso_name", language_rows())
    write_table(folder / "languages-alpha3.csv", "code name", long_language_rows())
    write_table(folder / "scripts.csv", "code name direction", script_rows())
    write_table(folder / "right-to-left.csv", "tag direction", right_to_left_rows())


if __name__ == "__main__":
    write_tables(Path(sys.argv[1]) if len(sys.argv) > 1 else REFERENCE)
