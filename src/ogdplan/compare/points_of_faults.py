"""Kinds of change in values that cannot be read: they stand in the file, and in no plan."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A value cannot be read; `was_readable` is false where there was none, or another such one."""

    name: ClassVar = "unreadable"
    field: str
    why: str
    was_readable: bool

    def __str__(self) -> str:
        verb = "can no longer" if self.was_readable else "cannot"
        return f"{self.field} {verb} be read{f': {self.why}' if self.why else ''}"


@dataclass(frozen=True, slots=True)
class ReadableAgain:
    """A value can be read that could not be; `new` is that value in words."""

    name: ClassVar = "readable-again"
    field: str
    new: str

    def __str__(self) -> str:
        return f"{self.field} can be read again: {self.new}"
