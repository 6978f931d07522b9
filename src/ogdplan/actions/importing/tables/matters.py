"""Which column says what reports and assessments are about.

It is called as in a table of that: "Activity", "Compromiso" or "No.", not "About".
"""

from collections.abc import Sequence
from typing import NamedTuple

from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.model.headings import field_named as heading_named
from ogdplan.model.kinds import Kind, field_named, kind_named
from ogdplan.reference.columns import synonyms_of

ABOUT = "about"
_AROUND = "commitment"
"""A row that names a milestone too is about that, not about the commitment around it."""


class Naming(NamedTuple):
    """How a heading names a record; the least is the one that says best which it is.

    With `is_any` it says of no kind that it is meant, as "No." and "Title".
    """

    is_any: bool
    is_around: bool
    is_number: bool
    language: str


def naming(heading: str, kind: Kind) -> Naming | None:
    """Return how a heading names what a record of a kind is about; None where it does not.

    A mere number in a table of assessments is that of the row.
    """
    about = field_named(kind.model, ABOUT)
    if about is None or heading_named(heading, kind):
        return None
    others = about.refers_to or ()
    found = min((each for name in others if (each := _of(heading, name, others))), default=None)
    is_of_row = found and found.is_any and found.is_number and kind.name == "assessment"
    return None if is_of_row else found


def matter_column(columns: Sequence[Column], kind: Kind) -> Column | None:
    """Return the column that says best what the records are about; None where none does."""
    ranked = [(found, each) for each in columns if (found := naming(each.heading, kind))]
    return min(ranked, key=lambda each: each[0])[1] if ranked else None


def _of(heading: str, name: str, others: Sequence[str]) -> Naming | None:
    """Return how a heading names a record of a kind, one of several, by its title or number."""
    kind = kind_named(name)
    names = (kind.heading, "number")
    is_around = name == _AROUND
    if (own := heading_named(heading, kind)) and own[0] in names:
        return Naming(is_any=True, is_around=is_around, is_number=own[0] == "number", language="en")
    for each in synonyms_of(heading):
        if each.is_of(name) and each.field in names:
            is_any = sum(each.is_of(other) for other in others) > 1
            return Naming(is_any, is_around, each.field == "number", each.language)
    return None
