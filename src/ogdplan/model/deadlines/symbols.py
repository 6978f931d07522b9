"""A text cut into symbols: numbers, and words of four languages by what they mean in a date."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ogdplan.model.deadlines.words import Kind, meaning

LONGEST = 300
"""Nobody writes a deadline longer than this; what is longer is prose and is not read."""


class Symbol(NamedTuple):
    """A number, word or mark.

    `value` is the number of a number, month or ordinal, the months of a unit, the index of a
    season. `is_glued` says that no space stands before it.
    """

    kind: Kind
    text: str
    value: int = 0
    is_glued: bool = False


def folded(text: str) -> str:
    """Return the text in small letters without accents, odd spaces, dashes and footnote marks."""
    shown = (_plain(letter) for letter in unicodedata.normalize("NFKC", text.translate(_MARKS)))
    decomposed = unicodedata.normalize("NFKD", "".join(shown).casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def symbols(text: str) -> tuple[Symbol, ...]:
    """Return the symbols of a folded text, in their order."""
    return tuple(_merged(_cut(text)))


# Superscript digits are footnotes; the ordinal signs are letters of "1º" and "1ª".
_MARKS = dict.fromkeys(map(ord, "¹²³⁰⁴⁵⁶⁷⁸⁹*†‡"), " ") | {
    ord("º"): "o",
    ord("ª"): "a",
    ord("°"): "o",
}
_DASHES = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}~"
_QUOTES = "\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}`"
_ENDINGS = frozenset(
    (
        *("st", "nd", "rd", "th"),
        *("er", "ere", "re", "e", "eme"),
        *("o", "a", "ro", "ra"),
        *("do", "da", "to", "ta", "mo", "ma"),
    )
)


def _plain(letter: str) -> str:
    if letter in _DASHES or letter == "\N{HORIZONTAL BAR}":
        return "-"
    if letter in _QUOTES:
        return "'"
    match unicodedata.category(letter):
        case "Cf":
            return ""
        case "Cc" | "Zs" | "Zl" | "Zp":
            return " "
    return letter


@cache
def _pattern() -> re.Pattern[str]:
    # Compiled when the first date in words is read: most commands read none.
    return re.compile(r"[0-9]+|[^\W\d_]+|\S")


def _cut(text: str) -> Iterator[Symbol]:
    end = -1
    for match in _pattern().finditer(text):
        yield _symbol(match[0], is_glued=match.start() == end)
        end = match.end()


def _symbol(text: str, *, is_glued: bool) -> Symbol:
    if text[0] in "0123456789":
        # Longer numbers name no date, and a very long one would be slow to read.
        value = int(text) if len(text) <= len("20181231") else 0
        return Symbol(Kind.NUMBER, text, value, is_glued)
    kind, value = meaning(text)
    return Symbol(kind, text, value, is_glued)


def _merged(found: Iterator[Symbol]) -> Iterator[Symbol]:
    """Yield the symbols, with the ending of "1st" or "1er" taken into its number."""
    before: Symbol | None = None
    for symbol in found:
        if before and before.kind is Kind.NUMBER and symbol.is_glued and symbol.text in _ENDINGS:
            before = before._replace(kind=Kind.ORDINAL)
            continue
        if before:
            yield before
        before = symbol
    if before:
        yield before
