"""What a program tells of two plans, as statements that can be held against what is true.

A statement names a record and says that it was added, removed or renamed, or that one of its
fields changed. What the field held is no part of it: all programs take the values from the same two
files. An addition to a list, a wording in one language, another value: each is a change of its
field.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

What = Literal["added", "removed", "renamed", "changed"]


class Statement(NamedTuple):
    """That something happened to a record, or to one of its fields.

    `id` is empty for the header, whose kind is `plan`; of a rename it is the old and the new id.
    """

    what: What
    kind: str
    id: str
    field: str = ""

    def __str__(self) -> str:
        """Return it in words: `milestone milestone-7 changed: due`."""
        subject = f"{self.kind} {self.id}".rstrip()
        return f"{subject} {self.what}" + (f": {self.field}" if self.field else "")


@dataclass(frozen=True)
class Edit:
    """One difference in the data, as a program without knowledge of plans tells it.

    `old` and `new` are the ids of the records that it lies in, or that are added or removed as a
    whole; the header has none. `fields` are the keys below the record, none for the whole of it.
    """

    table: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """How a program's statements stand to the truth; an echo is neither right nor wrong."""

    right: frozenset[Statement]
    missed: frozenset[Statement]
    wrong: frozenset[Statement]
    echoes: frozenset[Statement]


def score(
    told: Collection[Statement], true: Collection[Statement], echoes: Collection[Statement]
) -> Score:
    """Hold what was told against what is true; told twice counts once."""
    said, facts = frozenset(told), frozenset(true)
    others = said - facts
    return Score(said & facts, facts - said, others - frozenset(echoes), others & frozenset(echoes))


def kind_of(table: str) -> str:
    """Return the kind of the records in a table: `next-step` for `next_steps`."""
    return table.removesuffix("s").replace("_", "-")


def renamed(kind: str, old: str, new: str) -> Statement:
    """Return the statement that a record has another id."""
    return Statement("renamed", kind, f"{old} > {new}")


def of_changes(changes: Iterable[Mapping[str, object]]) -> Iterator[Statement]:
    """Yield what the changes say that `ogdplan diff --format json` prints."""
    for change in changes:
        match change:
            case {"change": "added", "kind": str(kind), "id": str(record)}:
                yield Statement("added", kind, record)
            case {"change": "removed", "kind": str(kind), "id": str(record)}:
                yield Statement("removed", kind, record)
            case {"change": "renamed", "kind": str(kind), "fields": [{"old": old, "new": new}]}:
                yield renamed(kind, str(old), str(new))
            case {"change": "changed", "kind": str(kind), "id": record, "fields": [*fields]}:
                for field in fields:
                    name = field["field"] if isinstance(field, dict) else ""
                    yield Statement("changed", kind, str(record or ""), name)
            case _:
                raise ValueError(f"no change as ogdplan prints it: {change}")


def of_edits(edits: Iterable[Edit]) -> Iterator[Statement]:
    """Yield what edits say, as somebody reads them who knows that a record is what its id says.

    Another `id` is a rename, all else below a record a change of its field. A program that holds
    one record against another and tells how they differ has said nothing true of either.
    """
    for edit in edits:
        if not edit.fields:
            yield from (Statement("removed", kind_of(edit.table), each) for each in edit.old)
            yield from (Statement("added", kind_of(edit.table), each) for each in edit.new)
        yield from (_of_field(edit, name) for name in edit.fields)


def _of_field(edit: Edit, field: str) -> Statement:
    old, new = "".join(edit.old), "".join(edit.new)
    if field == "id":
        return renamed(kind_of(edit.table), old, new)
    return Statement("changed", kind_of(edit.table), old if old == new else f"{old} > {new}", field)
