"""The value of a field that one cell gives; what has to be looked up in the plan stays a name."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from math import floor
from typing import NamedTuple

from ogdplan.actions.importing.cells.faults import Bad, choice_of, shortened
from ogdplan.actions.importing.cells.forms import ENTRIES, goal, ratings, yes_or_no
from ogdplan.actions.importing.cells.links import addresses_apart, entries_of
from ogdplan.actions.importing.cells.numbers import percent, typed_number
from ogdplan.actions.importing.cells.spoilt_numbers import names_status, spoilt
from ogdplan.model.kinds import FieldSpec
from ogdplan.model.terms import Term
from ogdplan.model.values import Rating
from ogdplan.model.vocabularies import (
    ChallengeStatus,
    Frequency,
    NextStepStatus,
    Status,
    vocabulary_name,
)
from ogdplan.planfile.operations import Value
from ogdplan.reference.frequencies import frequency_word
from ogdplan.reference.licences import is_no_licence, licence_called
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.statuses import status_word
from ogdplan.reference.sure_words import sure_words
from ogdplan.reference.term_labels import term_called
from ogdplan.workspace.spreadsheets.cells import CellError, CellValue, Percentage

_NOTHING = frozenset(
    {"n a", "na", "none", "nil", "ninguno", "ninguna", "nenhum", "nenhuma", "aucun", "aucune"}
)
"""Words that say in a list, or where one value is wanted, that there is none."""

_SPLIT = re.compile(r"[;\n]")
_CODES = ("sdgs", "formats", "languages", "applied_in")

_OF_STEPS = {
    Status.COMPLETED: NextStepStatus.DONE,
    Status.IN_PROGRESS: NextStepStatus.IN_PROGRESS,
    Status.NOT_STARTED: NextStepStatus.OPEN,
    Status.WITHDRAWN: NextStepStatus.DROPPED,
}
_OF_CHALLENGES = {
    Status.COMPLETED: ChallengeStatus.RESOLVED,
    Status.IN_PROGRESS: ChallengeStatus.MITIGATING,
    Status.NOT_STARTED: ChallengeStatus.OPEN,
}


PROGRESS = "progress"
"""The field of a percentage, which is whole."""


class Manner(NamedTuple):
    """How cells are to be taken.

    With `is_ours` they are those of our own workbook, to the letter. `words` are what someone
    says that words of a field mean; `are_shares` that numbers up to 1 are shares of a whole,
    `is_unclear` that a 1 may be all of it or 1 %. `offered` are the words of a form's drop-down.
    `mark` stands before the decimals of its texts.
    """

    is_ours: bool = False
    words: Mapping[str, str] = {}
    are_shares: bool = False
    is_unclear: bool = False
    offered: tuple[str, ...] = ()
    mark: str | None = None


def plain_text(value: CellValue) -> str:
    """Return the words of a cell: a whole number without decimals, a date as ISO 8601."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Percentage):
        return str(value)
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    text = "" if value is None else str(value)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def is_nothing(spec: FieldSpec, value: CellValue, manner: Manner) -> bool:
    """Return whether a cell says nothing for a field: it is empty, or has a dash or the like."""
    if isinstance(value, CellError):
        return False
    text = plain_text(value)
    if not text or manner.is_ours:
        return not text
    words = plain_words(text)
    is_free = spec.is_text or (spec.base is str and not spec.repeated and not spec.refers_to)
    return not words or (words in _NOTHING and not is_free) or (is_free and words == "n a")


def is_none(value: CellValue) -> bool:
    """Return whether a text says that there is nothing to report: a dash, "n/a", "Ninguna"."""
    words = plain_words(value) if isinstance(value, str) else None
    return words == "" or words in _NOTHING


def read_cell(spec: FieldSpec, value: CellValue, manner: Manner) -> Value | Bad:
    """Return the value of a cell that is not empty, or why it is none; dates are read elsewhere.

    Of a list it is one of values. Names of records stay as they are.
    """
    if isinstance(value, CellError):
        hint = value.help or "mend the formula, or type the value"
        return Bad(f"{value.code} is an error of the spreadsheet", hint)
    text = plain_text(value)
    if spec.name in ("id", "number") and (bad := spoilt(value)):
        return bad
    if spec.name == "number" and not manner.is_ours and (bad := names_status(text)):
        return bad
    if issubclass(spec.base, Rating):
        return ratings(text)
    if spec.repeated:
        return _list(spec, value, text, manner)
    return _one(spec, value, text, manner)


def listed(spec: FieldSpec, text: str, manner: Manner) -> list[str]:
    """Return the entries that a cell lists, each once: one a line, or apart by semicolons.

    In our own workbook only marks part entries that those cannot hold: a semicolon may stand in
    the name of a record, or in words of evidence.
    """
    if spec.name in _CODES or spec.vocabulary:
        parts = re.split(r"[;,\n|]", text)
    elif manner.is_ours and spec.name in ("evidence", "sources"):
        parts = [part for line in text.split("\n") for part in addresses_apart(line)]
    elif manner.is_ours and spec.refers_to:
        parts = text.split("\n")
    elif spec.name in ("evidence", "sources"):
        parts = [part for entry in ENTRIES.split(text) for part in entries_of(entry)]
    else:
        parts = _SPLIT.split(text)
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _list(spec: FieldSpec, value: CellValue, text: str, manner: Manner) -> list[Value] | Bad:
    found: list[Value] = []
    for part in listed(spec, text, manner):
        read = goal(value, part) if spec.name == "sdgs" else _one(spec, part, part, manner)
        if isinstance(read, Bad):
            return read
        if read not in found:
            found.append(read)
    return found


def _one(spec: FieldSpec, value: CellValue, text: str, manner: Manner) -> Value | Bad:
    if spec.vocabulary:
        return _term(spec, spec.vocabulary, text, manner)
    if issubclass(spec.base, bool):
        return yes_or_no(text)
    if issubclass(spec.base, (int, float)):
        return _number(spec, value, text, manner)
    if spec.name == "sdg":
        return goal(value, text)
    return _licence(text) if spec.name == "licence" else text


def _licence(text: str) -> str | Bad:
    if is_no_licence(text):
        return Bad(f'"{shortened(text)}" is no licence', "leave the cell empty where there is none")
    known = licence_called(text)
    return known.id if known else text


def _term(spec: FieldSpec, vocabulary: type[Term], text: str, manner: Manner) -> str | Bad:
    words = sure_words(text)
    meant = next((to for word, to in manner.words.items() if sure_words(word) == words), text)
    for term in vocabulary:
        if sure_words(meant) in (sure_words(term.value), sure_words(term.label)):
            return str(term.value)
    if known := _known(vocabulary, meant):
        return known
    if manner.offered:
        return Bad(f'"{shortened(text)}" is not known here', choice_of(text, manner.offered))
    hint = choice_of(meant, [str(term.value) for term in vocabulary])
    if not manner.is_ours:
        hint += f"; or say what it means, under [words.{spec.name}] of a mapping file"
    return Bad(f'"{shortened(text)}" is not known here', hint)


def _known(vocabulary: type[Term], words: str) -> str | None:
    """Return the value that a translated label means, or a word that people use; else None."""
    if label := term_called(vocabulary_name(vocabulary), words):
        return label
    return frequency_word(words) if vocabulary is Frequency else _status(vocabulary, words)


def _status(vocabulary: type[Term], text: str) -> str | None:
    """Return what the shipped table knows of a word for a status."""
    known = status_word(text)
    if known is None:
        return None
    status = Status(known.status)
    if vocabulary is Status:
        return status.value
    if vocabulary is NextStepStatus and status in _OF_STEPS:
        return _OF_STEPS[status].value
    if vocabulary is ChallengeStatus and status in _OF_CHALLENGES:
        return _OF_CHALLENGES[status].value
    return None


def _number(spec: FieldSpec, value: CellValue, text: str, manner: Manner) -> int | float | Bad:
    if spec.name == PROGRESS:
        number = percentage(value, manner)
        if isinstance(number, float) and number >= 0:
            return floor(number)
    else:
        number = typed_number(text, manner.mark) if isinstance(value, str) else _plain(value)
    if number is None:
        return Bad(
            f'"{shortened(text)}" is no number', "write digits, with a point before decimals"
        )
    if isinstance(number, float) and number == int(number):
        number = int(number)
    if issubclass(spec.base, int) and isinstance(number, float):
        return Bad(f"{number} is no whole number", "leave out the decimals")
    return number


def percentage(value: CellValue, manner: Manner) -> int | float | Bad | None:
    """Return the exact percentage of a cell; a plan has it rounded down."""
    return percent(
        value,
        plain_text(value),
        are_shares=manner.are_shares,
        is_unclear=manner.is_unclear,
        mark=manner.mark,
    )


def _plain(value: CellValue) -> int | float | None:
    if isinstance(value, Percentage):
        return round(value * 100, 6)
    return None if isinstance(value, bool) or not isinstance(value, (int, float)) else value
