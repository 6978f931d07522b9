"""Which field each column of a table means: as someone says, else as its heading says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ogdplan.actions.importing.tables.closed_lists import may_be_meant
from ogdplan.actions.importing.tables.heading_rows import Column, name_of
from ogdplan.actions.importing.tables.mapped_words import mapped_words
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.matters import ABOUT, matter_column, naming
from ogdplan.actions.importing.tables.targets import ColumnField, find_target, target_called
from ogdplan.errors import UnknownNameError, UsageError
from ogdplan.model.headings import field_named, is_computed
from ogdplan.model.kinds import Kind
from ogdplan.reference.columns import Synonym, synonyms_of
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.suggestions import closest
from ogdplan.workspace.spreadsheets.cells import Row

_SPOKEN = {"en": "English", "es": "Spanish", "fr": "French", "pt": "Portuguese"}
_NAMED = "the name of the field"
_COMPUTED = "computed, never read"
_UNMAPPED = "not in the mapping"
_NEVER = (_COMPUTED, _UNMAPPED, "only shown")


@dataclass(frozen=True, slots=True)
class Guess:
    """A column and the field that it becomes, None for none; `why` says how that is known.

    `is_key`: rows are known again by it. `is_open`: it is of texts, and nobody has said in which
    language. `doubted` is the closed list that it is called like, without any word of it.
    """

    column: Column
    target: ColumnField | None
    why: str
    is_said: bool = False
    is_key: bool = False
    is_open: bool = False
    doubted: ColumnField | None = None

    @property
    def is_left(self) -> bool:
        """Whether a column with values becomes nothing, though nobody said so."""
        has_values = self.column.first is not None
        return has_values and not (self.target or self.is_said or self.why in _NEVER)

    @property
    def is_empty(self) -> bool:
        """Whether a column has a heading and no value, and nobody left it out."""
        is_free = self.target or not (self.is_said or self.why in _NEVER)
        return bool(self.column.heading and self.column.first is None and is_free)


def guesses(
    columns: Sequence[Column],
    rows: Sequence[Row],
    kind: Kind,
    mapping: ColumnMapping,
    *,
    is_ours: bool = False,
) -> tuple[Guess, ...]:
    """Return what each column becomes, in their order; no heading of our own misleads.

    Raises UsageError for a column or field that is not there, and for two columns said to be
    one field.
    """
    said = _said(columns, kind, mapping)
    found: list[Guess] = []
    taken = {guess.target for guess in said.values() if guess.target}
    free = [column for column in columns if column.index not in said]
    named = {_own_name(column, kind) for column in free}
    matter = matter_column(free, kind)
    for column in columns:
        guess = said.get(column.index) or _guess(column, kind, mapping)
        guess = guess if is_ours or guess.is_said else _unless_misled(guess, rows, mapping)
        is_other = guess.why != _NAMED and (
            guess.target in named or (_is_about(guess) and column is not (matter or column))
        )
        if guess.target and not guess.is_said and (guess.target in taken or is_other):
            guess = Guess(column, None, f"{guess.target.text} is taken already")
        if guess.target:
            taken.add(guess.target)
        found.append(guess)
    return tuple(found)


def target_of_headings(column: Column, kind: Kind) -> tuple[ColumnField | None, str]:
    """Return what a column means in a kind, and how that is known; None where nobody can tell.

    It is what both of its headings say, else the lower one, else that of its group.
    """
    for heading in (column.heading, column.under, column.over):
        target, why = _by_heading(heading, kind)
        if target:
            return target, why
    return None, ""


def key_column(columns: Sequence[Column], name: str) -> Column:
    """Return the column that someone names by heading or letters; raises UnknownNameError."""
    found = [each for each in columns if plain_words(each.heading) == plain_words(name) != ""]
    exact = [each for each in columns if each.heading == name]
    found = exact or found or [each for each in columns if each.letters == name.upper()]
    if len(found) == 1:
        return found[0]
    if found:
        letters = " or ".join(each.letters for each in found)
        raise UsageError(f'{len(found)} columns are called "{name}"', hint=f"name one: {letters}")
    meant = closest(name, [each.heading for each in columns], limit=2)
    otherwise = f"there are {', '.join(each.heading or each.letters for each in columns)}"
    raise UnknownNameError("column", name, candidates=meant, otherwise=otherwise)


def _said(columns: Sequence[Column], kind: Kind, mapping: ColumnMapping) -> dict[int, Guess]:
    found: dict[int, Guess] = {}
    fields: dict[ColumnField, Column] = {}
    for name, words in mapping.columns.items():
        column = key_column(columns, name)
        if column.index in found:
            hint = "leave out one of the two"
            raise UsageError(f'the column "{column.heading}" is mapped twice', hint=hint)
        target = target_called(kind, words) if words else None
        if target and target in fields:
            both = f'"{fields[target].heading}" and "{column.heading}"'
            raise UsageError(f"{both} are both mapped to {target.text}", hint="leave out one")
        if target:
            fields[target] = column
        why = "as you said" if target else "left out, as you said"
        found[column.index] = Guess(column, target, why, is_said=True)
    return found


def _guess(column: Column, kind: Kind, mapping: ColumnMapping) -> Guess:
    if mapping.is_whole:
        return Guess(column, None, _UNMAPPED)
    if is_computed(column.heading):
        return Guess(column, None, _COMPUTED)
    target, why = target_of_headings(column, kind)
    if target is None:
        return Guess(column, None, "not known" if column.heading else "has no heading")
    return Guess(column, target, why)


def _unless_misled(guess: Guess, rows: Sequence[Row], mapping: ColumnMapping) -> Guess:
    target = guess.target
    cells = (row[guess.column.index] for row in rows)
    if target is None or may_be_meant(target, cells, mapped_words(mapping, target)):
        return guess
    return Guess(guess.column, None, f"its values are no words for {target.text}", doubted=target)


def _own_name(column: Column, kind: Kind) -> ColumnField | None:
    """Return the field that a column has the very name of; it goes before other words for it."""
    found = field_named(column.heading, kind)
    return ColumnField(kind, *found) if found else None


def _is_about(guess: Guess) -> bool:
    return guess.target is not None and guess.target.name == ABOUT


def _by_heading(heading: str, kind: Kind) -> tuple[ColumnField | None, str]:
    if found := field_named(heading, kind):
        return ColumnField(kind, *found), _NAMED
    if synonym := _synonym(heading, kind):
        target = target_called(kind, synonym.field)
        return target, f"{_SPOKEN[synonym.language]} for {synonym.field}"
    if named := naming(heading, kind):
        return ColumnField(kind, ABOUT), f"{_SPOKEN[named.language]} for {ABOUT}"
    return None, ""


def _synonym(heading: str, kind: Kind) -> Synonym | None:
    """Return what a heading means in a kind; what is said of the kind itself goes first.

    A column of percentages is no status: "% execução" is the progress, "Execução" is not.
    """
    known = [each for each in synonyms_of(heading) if each.is_of(kind.name)]
    known = [each for each in known if find_target(kind, each.field)]
    found = min(known, key=lambda each: not each.kinds, default=None)
    if found and found.field == "status" and "%" in heading and find_target(kind, "progress"):
        return found._replace(field="progress")
    return found


def saved(
    found: Sequence[Guess], kind: Kind, sheet: str | None, mapping: ColumnMapping
) -> ColumnMapping:
    """Return the mapping that says all that was guessed, to be used again."""
    every = [guess.column for guess in found]
    columns = {
        name_of(guess.column, every): guess.target.text if guess.target else "" for guess in found
    }
    return replace(mapping, kind=kind.plural_name, sheet=sheet, columns=columns, is_whole=True)
