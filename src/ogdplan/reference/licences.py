"""Licences, and whether the Open Definition calls them open."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.tables import read_table

SYNONYMS = "licence-synonyms.csv"


_UK, _CANADA = ("uk", "united kingdom"), ("canada", "canadian")
_OF_ONE_COUNTRY = {
    "LO-FR-2.0": ("fr", "france", "ouverte", "etalab"),
    "OGL-Canada-2.0": _CANADA,
    "OGL-UK-1.0": _UK,
    "OGL-UK-2.0": _UK,
    "OGL-UK-3.0": _UK,
    "dli-model-use": _CANADA,
    "ukclickusepsi": _UK,
    "ukcrown": _UK,
    "ukcrown-withrights": _UK,
    "ukpsi": _UK,
}
"""Licences of one country's data, and what words name when that is meant."""

_NEGATIONS = frozenset(
    (
        *("no", "none", "nil", "without", "unlicensed", "sin", "ninguno", "ninguna"),
        *("non", "sans", "aucun", "aucune", "pas", "nao", "sem", "nenhum", "nenhuma"),
    )
)
"""What words begin with that say that there is none, in four languages."""

_BESIDE = frozenset(("licence", "license", "licencia", "licenca", "any", "a", "de", "tiene", "tem"))
"""What may stand beside a negation that is about a licence as such."""


class Conformance(StrEnum):
    """What the Open Definition says of a licence; not reviewed is unknown, never "not open"."""

    OPEN = "open"
    NOT_OPEN = "not-open"
    NOT_REVIEWED = "not-reviewed"


class Licence(NamedTuple):
    """A licence of the Open Definition's list; `url` is None where the list gives none."""

    id: str
    conformance: Conformance
    title: str
    url: str | None


def licence(licence_id: str) -> Licence | None:
    """Return the licence with exactly this id, letter case included."""
    return _licences().get(licence_id)


def licence_called(words: str) -> Licence | None:
    """Return the licence that people call so: by its id or title in any case, or a usual name.

    A name without its version is known only where there has never been but one: "CC BY" is not.
    What stands in brackets behind a name has to mean the same licence.
    """
    if found := _by_words().get(_without_reach(words)):
        return licence(found)
    name, _, short = words.strip().removesuffix(")").rpartition("(")
    both = {_by_words().get(_without_reach(each)) for each in (name, short)}
    found = both.pop() if len(both) == 1 else None
    return licence(found) if found else None


def is_no_licence(words: str) -> bool:
    """Return whether words say that there is no licence: "None", "sin licencia"."""
    said = plain_words(words).split()
    return _negates(said) and set(said) <= _NEGATIONS | _BESIDE


def can_be_meant(words: str, licence_id: str) -> bool:
    """Return whether words that are like the name of a licence may mean it.

    That of a country only where they name it, and none where they begin with a negation.
    """
    if _negates(plain_words(words).split()):
        return False
    named = _OF_ONE_COUNTRY.get(licence_id)
    return named is None or any(f" {each} " in f" {plain_words(words)} " for each in named)


def licence_ids() -> tuple[str, ...]:
    """Return the ids of all listed licences, sorted."""
    return tuple(_licences())


def _negates(said: Sequence[str]) -> bool:
    return bool(said) and said[0] in _NEGATIONS


def _without_reach(words: str) -> str:
    """Return plain words without "International", which all of Creative Commons 4.0 are."""
    return re.sub(r" 4 0 interna[ct]ionale?$", " 4 0", plain_words(words))


@cache
def _by_words() -> dict[str, str]:
    names = {plain_words(each.title): each.id for each in _licences().values()}
    names |= {plain_words(each): each for each in _licences()}
    return names | {plain_words(words): each for words, each in read_table(SYNONYMS)}


@cache
def _licences() -> dict[str, Licence]:
    return {
        licence_id: Licence(licence_id, Conformance(conformance), title, url or None)
        for licence_id, conformance, title, url in read_table("licences.csv")
    }
