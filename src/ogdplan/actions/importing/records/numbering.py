"""Whether a table numbers the records of a plan anew: titles stand beside other numbers."""

from dataclasses import dataclass

from ogdplan.actions.importing.cells.faults import Bad
from ogdplan.actions.importing.records.known import Found, Known
from ogdplan.actions.importing.tables.rows import TableRow
from ogdplan.actions.importing.tables.sources import Field
from ogdplan.model.kinds import Kind


@dataclass(slots=True)
class Numbering:
    """The numbers and titles of a table's rows, beside those of the plan."""

    pairs: frozenset[tuple[str, str]]
    is_anew: bool

    def moved(self, row: TableRow, kind: Kind, known: Known, scope: str | None) -> Bad | None:
        """Return why a row with a new number is no new record: its title is that of another.

        It is one where the other number has a row of its own, or where someone said that records
        are known by their numbers.
        """
        number, title = row.field("", "number"), row.field("", kind.heading)
        if number is None or title is None or number.guess.is_key or row.source.is_ours:
            return None
        words, name = row.words("", "number"), row.words("", kind.heading)
        found = [each for each in known.titled(kind, name, scope) if _is_other(each, words, scope)]
        if len(found) != 1 or row.field("", "id") or (found[0].number, name) in self.pairs:
            return None
        what = f"{number.target.name} {words} is new, yet the title is that of {found[0].id}"
        return Bad(f"{what} (number {found[0].number})", by_titles(title))


def numbering_of(row: TableRow, kind: Kind, known: Known) -> Numbering:
    """Return how the table of a row numbers its records."""
    rows = [TableRow(row.source, line) for line in row.source.lines]
    pairs = [(each.words("", "number"), each.words("", kind.heading)) for each in rows]
    is_anew = any(
        number and title and _is_moved(number, title, kind, known) for number, title in pairs
    )
    return Numbering(frozenset(pairs), is_anew)


def by_titles(title: Field) -> str:
    """Return what to do about a table that was numbered anew."""
    return f'--key "{title.guess.column.heading}" goes by titles, and takes the new numbers'


def _is_moved(number: str, title: str, kind: Kind, known: Known) -> bool:
    titled = [each for each in known.titled(kind, title, None) if each.target]
    return bool(titled) and all(_is_other(each, number, None) for each in titled)


def _is_other(found: Found, number: str, scope: str | None) -> bool:
    """Return whether a record of the plan has another number, in the scope where there is one."""
    is_near = scope is None or found.scope == scope
    return found.target is not None and is_near and found.number not in (None, number)
