"""Kinds of change in records and fields of any sort."""

from dataclasses import dataclass
from typing import ClassVar

# As in `points_of_work`, what says the same of a field inherits it.


@dataclass(frozen=True, slots=True)
class LeadChanged:
    """Another institution is in charge."""

    name: ClassVar = "lead-changed"
    old: str
    new: str

    def __str__(self) -> str:
        return f"lead changed from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class _Record:
    name: ClassVar[str]
    kind: str
    title: str


class Added(_Record):
    """A record is new; `kind` is its kind in words."""

    name = "added"

    def __str__(self) -> str:
        return f"{self.kind} added: {self.title}"


class Removed(_Record):
    """A record is gone."""

    name = "removed"

    def __str__(self) -> str:
        return f"{self.kind} removed: {self.title}"


@dataclass(frozen=True, slots=True)
class Renamed:
    """A record has another id, and so have all references to it."""

    name: ClassVar = "renamed"
    kind: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.kind} renamed from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class FieldSet:
    """A field that was absent has a value; `new` is None where it is not for publication."""

    name: ClassVar = "field-set"
    field: str
    new: str | None

    def __str__(self) -> str:
        return f"{self.field} set{'' if self.new is None else f' to {self.new}'}"


@dataclass(frozen=True, slots=True)
class FieldChanged:
    """A field has another value; both are None where they are not for publication."""

    name: ClassVar = "field-changed"
    field: str
    old: str | None
    new: str | None

    def __str__(self) -> str:
        if self.old is None or self.new is None:
            return f"{self.field} changed"
        return f"{self.field} changed from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class FieldRemoved:
    """A field is absent that had a value; `old` is None where it is not for publication."""

    name: ClassVar = "field-removed"
    field: str
    old: str | None

    def __str__(self) -> str:
        return f"{self.field} removed{'' if self.old is None else f' (was {self.old})'}"


@dataclass(frozen=True, slots=True)
class _Field:
    name: ClassVar[str]
    field: str


class Reworded(_Field):
    """A long text differs further on than a line can show."""

    name = "reworded"

    def __str__(self) -> str:
        return f"{self.field} reworded"


@dataclass(frozen=True, slots=True)
class ListChanged:
    """A list has other entries; a single one is named, several are counted."""

    name: ClassVar = "list-changed"
    field: str
    added: tuple[str, ...]
    removed: tuple[str, ...]

    def __str__(self) -> str:
        changes = ((self.added, "added"), (self.removed, "removed"))
        is_one = len(self.added) + len(self.removed) == 1
        parts = (f"{each[0] if is_one else len(each)} {word}" for each, word in changes if each)
        return f"{self.field}: {', '.join(parts)}"


class Reordered(_Field):
    """A list has the same entries in another order."""

    name = "reordered"

    def __str__(self) -> str:
        return f"{self.field} in another order"


@dataclass(frozen=True, slots=True)
class _Translation:
    name: ClassVar[str]
    field: str
    language: str


class TranslationAdded(_Translation):
    """A text can be read in one more language."""

    name = "translation-added"

    def __str__(self) -> str:
        return f"{self.field} in {self.language} added"


class TranslationRemoved(_Translation):
    """A text cannot be read in a language any more."""

    name = "translation-removed"

    def __str__(self) -> str:
        return f"{self.field} in {self.language} removed"
