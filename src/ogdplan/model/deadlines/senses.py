"""Small words that turn the sense of a date round, or that make a number no part of one."""

from collections.abc import Sequence

from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.deadlines.words import EARLY, Kind, glued_unit

# Portuguese "no" is "in the"; before any other word it denies, or stands for "number".
_AFTER_IN_THE = frozenset(
    (
        *("ano", "mes", "dia", "exercicio", "prazo", "transcurso"),
        *("final", "inicio", "fim", "comeco"),
    )
)
_AFTER_NO = frozenset(("later", "mas", "mais"))
_YEARS = frozenset(("year", "years", "ano", "anos", "annee", "annees"))
_ARTICLES = frozenset("dl")


def with_senses(found: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return the symbols, those as unknown words that would change a date if they were left out.

    They are "no" in "no antes de 2020" and "No. 5/2020", "than" in "later than 2020", "year" in
    "Year 1 (2020)", "start" in "Start: 2020", and Spanish "o" between two years.
    """
    return tuple(_in_its_place(found, place) for place in range(len(found)))


def _in_its_place(found: Sequence[Symbol], place: int) -> Symbol:
    symbol, rest = found[place], found[place + 1 :]
    before = found[place - 1] if place else None
    after = rest[0] if rest else None
    match symbol.text:
        case "not" if [each.text for each in rest[:2]] == ["later", "than"]:
            return symbol._replace(kind=Kind.BY)
        case "no":
            is_other = not _is_harmless_no(rest)
        case "than":
            is_other = place < 2 or found[place - 2].text not in ("no", "not")
        case "o":
            is_other = before is not None and _is_year(before) and not symbol.is_glued
        case text if text in _ARTICLES:
            is_other = after is None or after.text != "'"
        case text if text in _YEARS:
            is_fiscal = before is not None and before.kind is Kind.FISCAL
            is_other = after is not None and _is_small(after) and not is_fiscal
        case _:
            is_start = symbol.kind is Kind.VAGUE and symbol.value == EARLY
            is_other = is_start and after is not None and after.text == ":"
    return symbol._replace(kind=Kind.OTHER) if is_other else symbol


def _is_harmless_no(rest: Sequence[Symbol]) -> bool:
    if not rest:
        return True
    if rest[0].kind is Kind.NUMBER:
        after = rest[1] if len(rest) > 1 else None
        return after is not None and (after.kind is Kind.UNIT or bool(glued_unit(after.text)))
    is_part = rest[0].kind in (Kind.ORDINAL, Kind.UNIT, Kind.SEASON)
    return is_part or rest[0].text in _AFTER_IN_THE | _AFTER_NO


def _is_small(symbol: Symbol) -> bool:
    return symbol.kind is Kind.NUMBER and len(symbol.text) <= 2


def _is_year(symbol: Symbol) -> bool:
    return symbol.kind is Kind.NUMBER and len(symbol.text) == 4
