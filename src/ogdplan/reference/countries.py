"""Countries by ISO 3166-1 code or by a name that people type."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ogdplan.reference.tables import read_table


class Country(NamedTuple):
    """A country of ISO 3166-1, under the English names of the standard.

    `name` is the short name ("Bolivia, Plurinational State of"); `official_name` is None where
    the standard gives none.
    """

    alpha3: str
    alpha2: str
    name: str
    official_name: str | None


def country(alpha3: str) -> Country | None:
    """Return the country with exactly this alpha-3 code, in capitals."""
    return _countries().get(alpha3)


def country_codes() -> frozenset[str]:
    """Return all alpha-3 codes."""
    return frozenset(_countries())


def country_names() -> tuple[str, ...]:
    """Return all that `find_country` understands, as written: codes, names, then aliases."""
    named = [name for country in _countries().values() for name in _names(country)]
    return tuple(dict.fromkeys([*named, *(alias for alias, _ in read_table(_ALIASES))]))


def find_country(words: str) -> Country | None:
    """Return the country called `words`: a code, a name, an official name or a listed alias.

    Letter case, accents and spacing do not count; everything else does. There is no guessing:
    "Korea" alone is no country.
    """
    return _countries_by_name().get(_folded(words))


_ALIASES = "country-aliases.csv"
# Accents go, but only those of Latin, Greek and Cyrillic: the vowel signs of Bangla and Nepali
# are letters.
_PLAIN = dict.fromkeys(range(0x300, 0x370)) | {ord("\N{RIGHT SINGLE QUOTATION MARK}"): "'"}


@cache
def _countries() -> dict[str, Country]:
    return {
        alpha3: Country(alpha3, alpha2, name, official_name or None)
        for alpha3, alpha2, _, name, official_name in read_table("countries.csv")
    }


@cache
def _countries_by_name() -> dict[str, Country]:
    countries = _countries()
    found = {_folded(name): each for each in countries.values() for name in _names(each)}
    aliases = {_folded(alias): countries[alpha3] for alias, alpha3 in read_table(_ALIASES)}
    return found | aliases


def _names(country: Country) -> Iterator[str]:
    yield from (country.alpha3, country.alpha2, country.name)
    if country.official_name:
        yield country.official_name


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).translate(_PLAIN)
    return " ".join(plain.casefold().split())
