"""What a column of a table can become: a field of a record, of its parent, or of a report."""

from dataclasses import dataclass
from functools import cache

from ogdplan.errors import UnknownNameError, UsageError
from ogdplan.model.headings import field_named as heading_named
from ogdplan.model.kinds import FieldSpec, Kind, field_named, fields_of, kind_named
from ogdplan.reference.languages import is_language_tag
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.suggestions import closest

UPDATE = kind_named("update")
DIFFICULTIES = "difficulties"
"""What agencies write of difficulties: no field, but a part of the text of a report."""

_REPORTED = ("milestone", "commitment")


@dataclass(frozen=True, slots=True)
class ColumnField:
    """A field, and the language of its texts where one is named.

    `via` says of which record beside the row's own: the field that refers to it, such as
    `commitment`, or `update` for a report about the record; "" is the row's own.
    """

    kind: Kind
    name: str
    language: str | None = None
    via: str = ""

    @property
    def spec(self) -> FieldSpec:
        """Return what the field is; difficulties are text of a report."""
        name = "text" if self.name == DIFFICULTIES else self.name
        found = field_named(self.kind.model, name)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def text(self) -> str:
        """Return it as a mapping has it: `title`, `title.es`, `commitment.number`."""
        return ".".join(part for part in (self.via, self.name, self.language) if part)


def target_called(kind: Kind, words: str) -> ColumnField:
    """Return the field of a kind, or of a record beside it, that a mapping names.

    Raises UsageError with what was meant, or with all fields.
    """
    if found := find_target(kind, words):
        return found
    raise _unknown(kind, words)


def find_target(kind: Kind, words: str) -> ColumnField | None:
    """Return the field of a kind, or of a record beside it, that a mapping names; else None."""
    first, dot, rest = words.strip().partition(".")
    if dot and (other := beside(kind).get(plain_words(first).replace(" ", "_"))):
        return _own(other, rest, via=plain_words(first).replace(" ", "_"))
    return _own(kind, words)


@cache
def beside(kind: Kind) -> dict[str, Kind]:
    """Return the records that a row can make beside its own, by how mappings name them."""
    found = {
        spec.name: kind_named(spec.refers_to[0])
        for spec in fields_of(kind.model)
        if spec.refers_to and len(spec.refers_to) == 1 and not spec.repeated
        if spec.refers_to[0] not in ("institution", "milestone")
    }
    return found | ({"update": UPDATE} if kind.name in _REPORTED else {})


def _own(kind: Kind, words: str, *, via: str = "") -> ColumnField | None:
    if kind is UPDATE and plain_words(words) == DIFFICULTIES:
        return ColumnField(kind, DIFFICULTIES, None, via)
    if found := heading_named(words, kind):
        return ColumnField(kind, *found, via)
    return None


def _unknown(kind: Kind, words: str) -> UsageError:
    name, _, language = words.rpartition(".")
    if name and heading_named(name, kind) and not is_language_tag(language):
        hint = "write a tag such as title.es or title.pt-BR"
        return UsageError(f'"{language}" is no language tag', hint=hint)
    names = [spec.name for spec in fields_of(kind.model)]
    names += [
        f"{via}.{spec.name}"
        for via, other in beside(kind).items()
        for spec in fields_of(other.model)
    ]
    meant = closest(words, names, limit=2)
    otherwise = f"{kind.plural} have {', '.join(spec.name for spec in fields_of(kind.model))}"
    return UnknownNameError(f"field of {kind.plural}", words, candidates=meant, otherwise=otherwise)
