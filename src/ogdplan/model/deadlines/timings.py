"""Deadlines that are no date: ongoing, every quarter, 90 days after approval, to be decided."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.deadlines.words import Kind
from ogdplan.model.vocabularies import Timing

_NOTHING = """
na|n a|n d|nd|s d|sd|none|nil|tbd|tbc|tba|t b d|x|to be determined|to be defined|to be decided
to be confirmed|to be announced|to be agreed|to be set|not applicable|not specified|unspecified
not defined|not set|unknown|no date|no deadline|pending
a definir|por definir|a determinar|por determinar|a confirmar|por confirmar|no definido|sin definir
sin fecha|sin plazo|no aplica|no especificado|pendiente|desconocido|se definira
a determiner|a preciser|a confirmer|non defini|non determine|non precise|sans objet|sans date
sem data|sem prazo|nao definido|nao se aplica|nao informado|pendente
"""
_ONGOING = (
    "ongoing continuous continuously continuing continual continually permanent permanently "
    "permanente permanentes permanentemente permanence continuo continua continuos continuas "
    "continu continue continuamente continuada throughout indefinite indefinitely indefinido "
    "underway todo curso cours andamento"
)
_RECURRING = (
    "annual annually yearly anual anuales anualmente annuel annuelle annuellement monthly "
    "mensual mensuales mensualmente mensal mensalmente mensuel mensuelle mensuellement "
    "quarterly trimestral trimestrales trimestralmente trimestriel trimestrielle "
    "trimestriellement weekly semanal semanalmente hebdomadaire daily diario diaria "
    "diariamente quotidien quotidienne biannual biannually semiannual semiannually semestral "
    "semestralmente semestriel semestrielle biennial bienal biennale bimonthly bimensual "
    "bimestral regularly regular periodic periodically periodico periodica periodicamente "
    "periodique recurring recurrent recurrente recorrente"
)
_REAL_TIME = (["real", "time"], ["tempo", "real"], ["tiempo", "real"], ["temps", "reel"])
_EVERY = "every each cada chaque tous toutes todos todas per twice times veces vezes fois"
_WHEN = (
    "once after upon when following subject pending depending depends conditional if una tras "
    "luego despues posterior cuando sujeto sujeta dependiendo depende segun condicionado apres "
    "lorsque quand suite sous une apos depois quando sujeito sujeita mediante assim uma si se "
    "des"
)
_AFTER = (
    "after following from upon partir despues tras desde contados contado apres suivant "
    "depuis apos depois posterior posteriores contar since"
)
_WITHIN = "within in dentro dans sous em en un uma um"
_LENGTHS = (
    "day days week weeks dias dia jours jour semaines semanas meses months month mois year years "
    "ano anos an ans annee annees"
)


def says_nothing(found: Sequence[Symbol]) -> bool:
    """Whether the text is empty or a way to write that nothing is known."""
    words = " ".join(symbol.text for symbol in found if symbol.text.isalnum())
    return not words or words in _nothing()


def is_conditional(found: Sequence[Symbol]) -> bool:
    """Whether it waits for something: "once the law is passed", "90 days after approval"."""
    words = [symbol.text for symbol in found]
    if _counts_from(words):
        return True
    if _names_date(found) or len(words) == 1:
        return False
    is_length = not _set(_LENGTHS).isdisjoint(words)
    if is_length and (words[0] in _set(_WITHIN) or _counts_of(found)):
        return True
    return words[0] in _set(_WHEN) or (_says_from(found) and _has_other_words(found))


def _counts_from(words: Sequence[str]) -> bool:
    """Whether a length of time is counted from something, which may be a date."""
    place = next((place for place, word in enumerate(words) if word in _set(_LENGTHS)), 0)
    return place > 0 and not _set(_AFTER).isdisjoint(words[place:])


def _counts_of(found: Sequence[Symbol]) -> bool:
    """Whether a number of days is of something: "30 days of approval"."""
    rest = found[found[0].kind in (Kind.TO, Kind.BY) :]
    return rest[0].kind is Kind.NUMBER and _has_other_words(rest[2:])


def _names_date(found: Sequence[Symbol]) -> bool:
    return any(
        symbol.kind is Kind.MONTH or (symbol.kind is Kind.NUMBER and len(symbol.text) > 2)
        for symbol in found
    )


def _has_other_words(found: Sequence[Symbol]) -> bool:
    return any(symbol.kind is Kind.OTHER for symbol in found)


def counts_a_length(found: Sequence[Symbol]) -> bool:
    """Whether a number counts months or years, and names none: "6 months 2019"."""
    return any(
        one.kind is Kind.NUMBER and len(one.text) <= 2 and other.text in _set(_LENGTHS)
        for one, other in pairwise(found)
    )


def timing_said(found: Sequence[Symbol]) -> tuple[Timing | None, tuple[Symbol, ...]]:
    """Return what the text says of repeating or going on, and the symbols that are left."""
    words = [symbol.text for symbol in found]
    if not _set(_EVERY).isdisjoint(words):
        return Timing.RECURRING, _without_repeated(found)
    for timing, known in ((Timing.RECURRING, _RECURRING), (Timing.ONGOING, _ONGOING)):
        if not _set(known).isdisjoint(words):
            return timing, tuple(each for each in found if each.text not in _set(known))
    if words in _REAL_TIME:
        return Timing.ONGOING, ()
    return None, tuple(found)


def _without_repeated(found: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return the symbols without "every" and what it repeats: a unit, a length, how many."""
    names_month = any(each.kind is Kind.MONTH for each in found)
    return tuple(
        each
        for each in found
        if each.kind is not Kind.UNIT
        and each.text not in _set(_EVERY) | _set(_LENGTHS)
        and (names_month or each.kind is not Kind.NUMBER or len(each.text) > 2)
    )


def _says_from(found: Sequence[Symbol]) -> bool:
    return found[0].kind is Kind.FROM or [symbol.text for symbol in found[:2]] == ["a", "partir"]


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _nothing() -> frozenset[str]:
    return frozenset(_NOTHING.strip().replace("\n", "|").split("|"))
