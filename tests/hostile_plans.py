"""Plans in which every text tries to be more than a text, for whatever prints plans.

The fields are read off the models, so that a new one is hostile too.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, cycle

from hypothesis import strategies as st

from ogdplan.model.kinds import KINDS, FieldSpec, Kind, fields_of
from ogdplan.model.plan import Header
from ogdplan.model.vocabularies import PlanKind
from toml_text import as_toml
from types_in_words import type_of

Fields = dict[str, object]

WORD = "trap"
"""What every second text ends with, to be found by."""

CONTROLS = ("\x1b[2J", "\x1b]0;owned\x07", "\x9b31m", "\x00", "\x7f", "\b", "\r", "\t", "\x85")
BREAKS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\v", "\f")
HIDDEN = ("\u202eelif", "\u2066", "\u200f", "\u061c", "\ufeff", "\u2060", "\U000e0041")
FORMULAE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '","=1', "\n=1", ' "\n=1', "=", "-")
MARKDOWN = (
    *("|", "| a | b |\n|---|---|", "\n\n# Heading\n", "\n- item", "1. ", "+ ", "---", "==="),
    *("\n```\n", "`", "~~~", "*", "_x_", "~~x~~", "$x$", "\\", "\\|", "    code", "> quoted"),
    *("![x](https://example.org/x.png)", "[x](javascript:alert(1))", "<https://example.org>"),
    *("https://example.org", "www.example.org", "@someone", "#1", "[x]: https://example.org"),
)
HTML = ("<script>alert(1)</script>", "<!--", "&lt;", "<img src=x onerror=alert(1)>", "</td>")
CONSOLE = ("[red]", "[/]", "[link=https://example.org]x", ":warning:", "{0}", "%s", "$HOME")
GITHUB = (
    *("::error::x", "\n::error file=a::x", "\r::add-mask::x", "::stop-commands::x"),
    *("%0A::error::x", "##[error]x", ",title=x::y", "::set-output name=a::b"),
)
TRAPS = (*CONTROLS, *BREAKS, *HIDDEN, *FORMULAE, *MARKDOWN, *HTML, *CONSOLE, *GITHUB)

ENDS = {"completed", "withdrawn", "resolved", "released"}
"""Days that are left out: what is done is printed by fewer commands."""

BIDIRECTIONAL = {*"\u061c\u200e\u200f", *map(chr, range(0x202A, 0x202F))} | {
    *map(chr, range(0x2066, 0x206A))
}

hostile_texts = st.lists(st.sampled_from(TRAPS) | st.text(max_size=3), min_size=1, max_size=4).map(
    "".join
)


def steers(character: str) -> bool:
    """Return whether a character is obeyed by a terminal or turns the writing, line feeds too."""
    return character in BIDIRECTIONAL or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def hostile_plan(texts: Sequence[str], *, is_valid: bool = True) -> str:
    """Return a plan with a record of each kind, these texts in turn in all of its fields.

    One that is not valid has them where ids, dates, terms and keys are expected too.
    """
    drawn = chain.from_iterable(
        (text if text.strip() else f"{text}{text}{WORD}", f"{text}{WORD}") for text in cycle(texts)
    )
    fill = _Fill(drawn, is_valid=is_valid)
    blocks = [("[plan]", fill.header())]
    blocks += [(f"[[{kind.table}]]", fill.record(kind)) for kind in KINDS]
    blocks += [("[[accepted]]", {"rule": "overdue", "about": "lesson", "reason": next(drawn)})]
    return "format = 1\n" + "".join(f"\n{name}\n{_lines(fields)}" for name, fields in blocks)


class _Fill:
    """Fills the fields of tables, each text taken from those that are drawn."""

    def __init__(self, drawn: Iterator[str], *, is_valid: bool) -> None:
        self.drawn = drawn
        self.is_valid = is_valid

    def header(self) -> Fields:
        """Return the table of the plan."""
        own = {"country": "NPL", "start": "2016", "end": "2018", "languages": ["en", "es"]}
        return {**self._values(fields_of(Header)), **own, "kind": PlanKind.NATIONAL_OGD.value}

    def record(self, kind: Kind) -> Fields:
        """Return a record whose id is the name of its kind."""
        found = self._values(fields_of(kind.model))
        if not self.is_valid:
            return {**found, next(self.drawn): next(self.drawn)}
        own = {
            name: value for name, value in found.items() if value not in (kind.name, [kind.name])
        }
        return {**own, "id": kind.name}

    def _values(self, specs: Sequence[FieldSpec]) -> Fields:
        values = {spec.name: self._value(spec) for spec in specs if spec.name not in ENDS}
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, spec: FieldSpec) -> object:
        if type_of(spec) == "ratings":
            return {next(self.drawn): 3}
        value = self._single(spec)
        return [value] if spec.repeated and value is not None else value

    def _single(self, spec: FieldSpec) -> object:
        if spec.is_text:
            return {"en": next(self.drawn), "es": next(self.drawn)}
        if type_of(spec) in {"string", "list of string"}:
            return next(self.drawn)
        return self._right(spec) if self.is_valid else next(self.drawn)

    def _right(self, spec: FieldSpec) -> object:
        """Return a value of a field that is not free; hostile where an address can be."""
        if spec.vocabulary:
            return next(iter(spec.vocabulary)).value
        if spec.refers_to:
            return spec.refers_to[0]
        if spec.is_when:
            return date(2017, 6, 1)
        if type_of(spec) == "Url":
            rest = "".join(next(self.drawn).split())
            return f"https://example.org/{rest}"
        return _PLAIN.get(type_of(spec).rpartition(" ")[2] if spec.repeated else type_of(spec))


_PLAIN: Mapping[str, object] = {
    "boolean": True,
    "integer 0–100": 40,
    "integer ≥ 0": 12,
    "number": -2.5,
    "number > 0": 1,
    "Sdg": "16.10",
    "licence": "CC-BY-4.0",
    "language": "en",
    "period": "2017-Q2",
}


def _lines(fields: Fields) -> str:
    return "".join(f"{as_toml(name)} = {as_toml(value)}\n" for name, value in fields.items())
