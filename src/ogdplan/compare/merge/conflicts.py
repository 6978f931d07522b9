"""What a merge cannot decide, as values that say themselves."""

from dataclasses import dataclass
from enum import StrEnum

from ogdplan.compare.merge.documents import Key
from ogdplan.compare.merge.fields import Path
from ogdplan.planfile.operations import Value


class Side(StrEnum):
    """The two sides of a merge: the version that takes in, and the one that is taken in."""

    OURS = "ours"
    THEIRS = "theirs"


class What(StrEnum):
    """The kinds of conflict."""

    VALUE = "value"
    REMOVED = "removed"
    SAME_ID = "same-id"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that two sides want differently; the merged file has ours.

    `key` names the table in the merge, `record` is the id that its record has in the merged file,
    None where it has none. VALUE: `path` is the field, and a language or label in it; the values
    are those of each version, None where it is absent. REMOVED: `removed_by` took the record
    away, while the other side changed it or came to rely on it (`is_needed`); it stays. SAME_ID:
    both sides gave one id to a new record; theirs has another now.
    """

    what: What
    key: Key
    path: Path = ()
    base: Value | None = None
    ours: Value | None = None
    theirs: Value | None = None
    removed_by: Side | None = None
    is_needed: bool = False
    record: str | None = None

    @property
    def subject(self) -> str:
        """Return what it is about in a word or two: an id, the accepted finding, the table."""
        return self.record or self.key.name or self.key.table

    @property
    def field(self) -> str | None:
        """Return the field as a file has its key: `due`, `title.es`; None for the record."""
        return ".".join(self.path) or None
