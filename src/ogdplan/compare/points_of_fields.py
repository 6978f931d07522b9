"""Kinds of change in records and fields of any sort."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class LeadChanged:
    """Another institution is in charge."""

    name: ClassVar = "lead-changed"
    old: str
    new: str

    def __str__(self) -> str:
        return f"lead changed from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class Added:
    """A record is new; `kind` is its kind in words."""

    name: ClassVar = "added"
    kind: str
    title: str

    def __str__(self) -> str:
        return f"{self.kind} added: {self.title}"


@dataclass(frozen=True, slots=True)
class Removed:
    """A record is gone."""

    name: ClassVar = "removed"
    kind: str
    title: str

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
    """A field that was absent has a value."""

    name: ClassVar = "field-set"
    field: str
    new: str

    def __str__(self) -> str:
        return f"{self.field} set to {self.new}"


@dataclass(frozen=True, slots=True)
class FieldChanged:
    """A field has another value."""

    name: ClassVar = "field-changed"
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.field} changed from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class FieldRemoved:
    """A field is absent that had a value."""

    name: ClassVar = "field-removed"
    field: str
    old: str

    def __str__(self) -> str:
        return f"{self.field} removed (was {self.old})"


@dataclass(frozen=True, slots=True)
class Reworded:
    """A long text differs further on than a line can show."""

    name: ClassVar = "reworded"
    field: str

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


@dataclass(frozen=True, slots=True)
class Reordered:
    """A list has the same entries in another order."""

    name: ClassVar = "reordered"
    field: str

    def __str__(self) -> str:
        return f"{self.field} in another order"


@dataclass(frozen=True, slots=True)
class TranslationAdded:
    """A text can be read in one more language."""

    name: ClassVar = "translation-added"
    field: str
    language: str

    def __str__(self) -> str:
        return f"{self.field} in {self.language} added"


@dataclass(frozen=True, slots=True)
class TranslationRemoved:
    """A text cannot be read in a language any more."""

    name: ClassVar = "translation-removed"
    field: str
    language: str

    def __str__(self) -> str:
        return f"{self.field} in {self.language} removed"
