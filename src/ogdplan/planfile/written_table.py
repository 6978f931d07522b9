"""One table of a plan file as it is written: its keys, wherever in the text they stand."""

from collections.abc import Sequence
from functools import cached_property

from ogdplan.model.kinds import fields_of, table_model
from ogdplan.planfile.anatomy import Anatomy, Entry
from ogdplan.planfile.scanner import Path


class WrittenTable:
    """The keys of `[plan]`, a record or an accepted finding, which may stand in several parts.

    Those of a text in several languages may be under a header of their own, those of `[plan]`
    dotted at the top. `kind` is the key of the table at the top of the file.
    """

    def __init__(self, anatomy: Anatomy, path: Path, kind: str) -> None:
        """Look for nothing yet."""
        self.anatomy = anatomy
        self.path = path
        model = table_model(kind)
        self._order = [spec.name for spec in fields_of(model)] if model else []

    @cached_property
    def parts(self) -> Sequence[int]:
        """The numbers of the parts that its headers, and those of tables in it, open."""
        return self.anatomy.within(self.path)

    @cached_property
    def places(self) -> Sequence[int]:
        """The numbers of all parts that may have keys of it."""
        return self.parts if len(self.path) > 1 else [0, *self.parts]

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """All that is written for it, in the order of the text."""
        length = len(self.path)
        return [
            entry
            for number in self.places
            for entry in self.anatomy.parts[number].entries
            if entry.path[:length] == self.path and len(entry.path) > length
        ]

    @property
    def is_there(self) -> bool:
        """Whether the text has a header, or a key, of the table."""
        return bool(self.parts or self.entries)

    @cached_property
    def header(self) -> int | None:
        """The number of the part with its own header, None where it has none."""
        return next((n for n in self.parts if self.anatomy.parts[n].path == self.path), None)

    @cached_property
    def own(self) -> Sequence[Entry]:
        """The entries under its own header, or dotted at the top; none of tables in it."""
        numbers = [number for number in (0, self.header) if number is not None]
        there = {entry for number in numbers for entry in self.anatomy.parts[number].entries}
        return [entry for entry in self.entries if entry in there]

    def named(self, field: str) -> Sequence[Entry]:
        """Return what is written for a field: one entry, or one a language."""
        return [entry for entry in self.entries if self.field(entry) == field]

    def field(self, entry: Entry) -> str:
        """Return the field that an entry is about."""
        return str(entry.path[len(self.path)])

    def rank(self, field: str) -> int:
        """Return the place of a field in the order of the format."""
        return self._order.index(field) if field in self._order else len(self._order)

    def nearest_before(self, field: str) -> Entry | None:
        """Return the last entry of the nearest field that the format writes before this one."""
        before = [entry for entry in self.own if self.rank(self.field(entry)) < self.rank(field)]
        # The last of several with the same rank: those of one text stay together.
        return max(reversed(before), key=lambda entry: self.rank(self.field(entry)), default=None)

    def prefix(self, entry: Entry) -> str:
        """Return what a key beside this one has before its field: `plan.` at the top."""
        is_at_top = entry in self.anatomy.parts[0].entries
        return ".".join(map(str, self.path)) + "." if is_at_top else ""
