"""Random edits of random plan files, for the laws of the edit engine."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import assume
from hypothesis import strategies as st

from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.operations import AddRecord, Operation, RemoveRecord, SetFields, Value
from planfile_documents import (
    CHOICES,
    FIELDS,
    KINDS,
    VALUES,
    WORDS,
    Author,
    Document,
    Owner,
    Statement,
    documents,
    record,
)


@dataclass(frozen=True)
class Edit:
    """A document and what is done to it."""

    document: Document
    operations: tuple[Operation, ...]

    @property
    def result(self) -> str:
        return rewrite(self.document.text, self.operations)


@dataclass(frozen=True)
class ChangeOfList:
    """An array with a line for each of its elements, and what its elements are to be."""

    array: str
    old: list[str]
    new: list[str]

    @property
    def lines(self) -> list[str]:
        """The lines of the elements, comments beside them included."""
        return [line for line in self.array.splitlines() if line.strip()[:1] in {'"', "'"}]


@st.composite
def changes_of_a_list(draw: st.DrawFn) -> ChangeOfList:
    """Draw a list over several lines of which some elements go, and some join it."""
    old = draw(st.lists(st.sampled_from(WORDS), min_size=1, unique=True))
    author = Author(draw, iter(draw(CHOICES)))
    array = author.long_array([author.string(each) for each in old], "")
    new = [each for each in old if draw(st.booleans())]
    return ChangeOfList(array, old, [*new, *draw(st.lists(st.just("new"), max_size=1))])


@st.composite
def new_values(draw: st.DrawFn, table: str, name: str, old: Value | None) -> Value | None:
    """Draw what a field gets: often something near to what it has, or nothing."""
    fresh: Value = draw(VALUES[FIELDS[table][name]])
    choices: list[Value | None] = [fresh, fresh, None]
    match old:
        case list() if isinstance(fresh, list):
            kept = [each for each in old if draw(st.booleans())]
            choices += [kept, [*old, *fresh], [*kept, *fresh]]
        case dict() if isinstance(fresh, Mapping):
            choices += [{**old, **fresh}, {**fresh, **old}]
        case str() if isinstance(fresh, Mapping):
            choices += [{**fresh, "en": old}, {"en": old, **fresh}]
    return draw(st.sampled_from(choices))


@st.composite
def changes_of(draw: st.DrawFn, document: Document, owner: Owner) -> SetFields:
    """Draw changes of one or two fields of a record."""
    table, place = owner
    old = record(document.data, owner)
    names = draw(st.lists(st.sampled_from([*FIELDS[table]]), min_size=1, max_size=2, unique=True))
    fields = {name: draw(new_values(table, name, old.get(name))) for name in names}
    return SetFields(table, place, fields)


@st.composite
def additions(draw: st.DrawFn) -> AddRecord:
    """Draw a new record."""
    table = draw(st.sampled_from(KINDS))
    names = draw(st.lists(st.sampled_from([*FIELDS[table]]), unique=True, max_size=4))
    return AddRecord(table, {name: draw(VALUES[FIELDS[table][name]]) for name in names})


@st.composite
def edits(draw: st.DrawFn, most: int = 4) -> Edit:
    """Draw a document and operations on it, not two on one record."""
    document = draw(documents())
    owners = document.owners()
    touched = draw(st.lists(st.sampled_from(owners), max_size=most, unique=True)) if owners else []
    operations: list[Operation] = []
    for owner in touched:
        table, place = owner
        if place is not None and draw(st.sampled_from([False, False, True])):
            operations.append(RemoveRecord(table, place))
        else:
            operations.append(draw(changes_of(document, owner)))
    if len(operations) < most:
        operations += draw(st.lists(additions(), max_size=most - len(operations)))
    return Edit(document, tuple(operations))


@st.composite
def changes_of_one_record(draw: st.DrawFn) -> Edit:
    """Draw a document and changes of one record's fields."""
    document = draw(documents().filter(Document.owners))
    owner = draw(st.sampled_from(document.owners()))
    return Edit(document, (draw(changes_of(document, owner)),))


@st.composite
def new_fields_of_one_record(draw: st.DrawFn) -> Edit:
    """Draw a document and fields that one of its records does not have yet."""
    document = draw(documents().filter(Document.owners))
    table, place = owner = draw(st.sampled_from(document.owners()))
    missing = [name for name in FIELDS[table] if name not in record(document.data, owner)]
    assume(missing)
    names = draw(st.lists(st.sampled_from(missing), min_size=1, max_size=2, unique=True))
    fields = {name: draw(VALUES[FIELDS[table][name]]) for name in names}
    return Edit(document, (SetFields(table, place, fields),))


@st.composite
def additions_of_one_record(draw: st.DrawFn) -> Edit:
    """Draw a document and a new record."""
    return Edit(draw(documents()), (draw(additions()),))


def is_touched(statement: Statement, operation: Operation, document: Document) -> bool:
    """Say whether an operation may change or take away a line that belongs to no other."""
    if statement.is_whole:
        return statement.owner == (operation.table, None)
    match operation:
        case SetFields(table, index, fields):
            its = [
                each
                for each in document.statements
                if each.owner == (table, index) and each.path[:1] in {(name,) for name in fields}
            ]
            # A text in a table of its own goes with the blank lines above its header.
            has_header = any(each.text.lstrip().startswith("[") for each in its)
            return statement in its or (statement.is_blank and has_header)
        case RemoveRecord(table, index):
            return statement.is_blank or statement.owner == (table, index)
    return False


def untouched(edit: Edit) -> list[Statement]:
    """Return the statements that no operation of the edit may change, in order."""
    return [
        statement
        for statement in edit.document.statements
        if not any(is_touched(statement, each, edit.document) for each in edit.operations)
    ]


def is_in_order(part: str, text: str) -> bool:
    """Say whether all lines are in the text, in their order, with others between them."""
    rest = iter(re.findall(r".*\n|.+", text))
    return all(line in rest for line in re.findall(r".*\n|.+", part))


def comparable(text: str, edit: Edit) -> str:
    """Return the text; where a last line has no ending, another may lose its own, or it get one.

    A blank line that becomes the last is then none.
    """
    if edit.document.text.endswith("\n"):
        return text
    text = text.replace("\r", "")
    return f"{text.rstrip(chr(10))}\n" if text else text
