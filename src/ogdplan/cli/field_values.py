"""Values of fields as people type them, made into what a plan file has."""

from collections.abc import Iterable
from contextlib import suppress

from ogdplan.cli.dates import read_date
from ogdplan.errors import UnknownNameError, UsageError
from ogdplan.model.kinds import FieldSpec
from ogdplan.model.terms import Term
from ogdplan.model.values import Rating
from ogdplan.planfile.operations import Value
from ogdplan.reference.suggestions import closest

_CODES = ("sdgs", "languages", "countries", "formats")
"""Lists whose elements have no comma in them, beside those of terms and references."""


_LIMIT = 2**63
"""What other programs could not hold as a whole number."""
_SHOWN = 40


def typed(spec: FieldSpec, text: str) -> Value:
    """Return the value that someone typed for a field, or for one element of a list.

    References stay as typed: what they name depends on the plan. Raises UsageError for what the
    field cannot have.
    """
    if spec.vocabulary:
        return _term(spec, text, spec.vocabulary)
    if spec.is_when:
        return read_date(text).value
    if spec.name == "period":
        return read_date(text).text
    if issubclass(spec.base, (int, float)):
        return _number(spec, text)
    # The ellipsis is what a hint has in the place of words.
    if not text.strip(" .…"):
        hint = "say it in a few words" if spec.required else "take it away with --unset"
        raise UsageError(f"{spec.name} cannot be empty", hint=hint)
    return text


def listed(spec: FieldSpec, texts: Iterable[str]) -> tuple[Value, ...]:
    """Return the elements that someone typed for a list; codes may stand behind one another."""
    found = [part for text in texts for part in _elements(spec, text)]
    return tuple(typed(spec, part) for part in found)


def ratings(texts: Iterable[str]) -> dict[str, Value]:
    """Return the table of ratings of `LABEL=PERCENT`."""
    found: dict[str, Value] = {}
    for text in texts:
        label, mark, share = text.rpartition("=")
        if not (mark and label.strip()):
            hint = 'write the answer and its percentage: "Very useful=60"'
            raise UsageError(f'"{text}" is no rating', hint=hint)
        found[label.strip()] = _plain_number(share, "a percentage")
    return found


def is_table(spec: FieldSpec) -> bool:
    """Return whether the field is a table of labels."""
    return issubclass(spec.base, Rating)


def _elements(spec: FieldSpec, text: str) -> list[str]:
    if spec.vocabulary or spec.refers_to or spec.name in _CODES:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        return parts if text.strip() else [text]
    return [text]


def _term(spec: FieldSpec, text: str, vocabulary: type[Term]) -> str:
    """Return the value of a closed list; its label will do, in any case."""
    word = text.strip().casefold()
    for term in vocabulary:
        if word in {term.value, term.label.casefold()}:
            return str(term.value)
    values = [str(term.value) for term in vocabulary]
    what = spec.name.replace("_", " ")
    meant = closest(word.replace(" ", "-"), values)
    otherwise = f"choose one of: {', '.join(values)}"
    raise UnknownNameError(what, text, candidates=meant, otherwise=otherwise)


def _number(spec: FieldSpec, text: str) -> int | float:
    number = _plain_number(text, spec.name)
    if issubclass(spec.base, int) and not isinstance(number, int):
        raise UsageError(
            f"{spec.name} is a whole number, not {text}", hint="leave out the decimals"
        )
    return number


def _plain_number(text: str, what: str) -> int | float:
    """Return a number; a percent sign behind it does no harm."""
    bare = text.strip().removesuffix("%").strip()
    for read in (int, float):
        with suppress(ValueError):
            number = read(bare)
            if abs(number) < _LIMIT:  # neither inf nor nan is
                return number
    hint = "write digits, with a point before decimals: 12.5"
    raise UsageError(f'"{text[:_SHOWN]}" is no number for {what}', hint=hint)
