"""Which record a row is about: one of the plan, one of an earlier row, or a new one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ogdplan.actions.edits.ids import chosen, id_for
from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.cells.faults import Bad, RowFault, Spot
from ogdplan.actions.importing.cells.spoilt_numbers import may_be_cut
from ogdplan.actions.importing.records.entries import Entry
from ogdplan.actions.importing.records.institutions import Institutions
from ogdplan.actions.importing.records.known import Found, Known
from ogdplan.actions.importing.records.numbering import Numbering, by_titles, numbering_of
from ogdplan.actions.importing.tables.rows import TableRow
from ogdplan.actions.importing.tables.targets import UPDATE, beside
from ogdplan.errors import UsageError
from ogdplan.model.kinds import Kind
from ogdplan.model.slugs import slug
from ogdplan.model.values import is_id

_TWICE = "leave out one of the two, or give each its own id or number"
_CUT = "spreadsheets make 1.1 of 1.10: if so, make the column text, and write the number again"


@dataclass(slots=True)
class Identities:
    """The records that rows are about, by id, in the order of the rows; faults are collected.

    `claimed` are the ids that rows give.
    """

    subject: Subject
    known: Known
    institutions: Institutions
    taken: set[str]
    claimed: frozenset[str] = frozenset()
    entries: dict[str, Entry] = field(default_factory=dict)
    parents: dict[tuple[str, int, str], Entry] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)
    _numberings: dict[str, Numbering] = field(default_factory=dict)

    def of(self, row: TableRow) -> Entry | None:
        """Return the record of a row by id, number, key or title; None where it is none."""
        for via, kind in beside(row.source.kind).items():
            if kind is not UPDATE and (parent := self._parent(row, via, kind)):
                self.parents[row.source.name, row.line.number, via] = parent
        scope = next((parent.id for _, parent in self.parents_of(row)), None)
        key = next((each for each in row.fields("") if each.guess.is_key), None)
        if key and not row.words("", key.target.name):
            spot = row.source.spot(row.line, key)
            self.faults.append(RowFault(spot, "the key is empty", "write it, or delete the row"))
            return None
        found = self._found(row, "", row.source.kind, scope)
        is_cut = may_be_cut(row.words("", "number"))
        twice = f"{_TWICE}; {_CUT}" if is_cut else _TWICE
        entry = self.begin(found, row.spot, twice) if found else None
        if entry and entry.kind.name == "institution":
            self.institutions.know(entry.id, row.all_words("", "name", "acronym"))
        return entry

    def parents_of(self, row: TableRow) -> Iterator[tuple[str, Entry]]:
        """Yield the records that a row names beside its own, by the field that refers to each."""
        for via in beside(row.source.kind):
            parent = self.parents.get((row.source.name, row.line.number, via))
            if parent is not None:
                yield via, parent

    def begin(self, found: Found, spot: Spot, twice: str = _TWICE) -> Entry | None:
        """Return the record that a row is about; None where an earlier row is, and say `twice`."""
        entry = self._entry(found, spot)
        if entry.has_row:
            self._refuse_twice(entry, spot, twice)
            return None
        entry.has_row, entry.spot = True, spot
        self.taken.add(entry.id)
        return entry

    def _refuse_twice(self, entry: Entry, spot: Spot, hint: str) -> None:
        """Note that two rows are about one record."""
        same = f"the same {entry.kind.words}: {entry.id}"
        one, other = entry.spot, spot
        self.faults.append(RowFault(one, f"row {other.row} is {same}", hint))
        self.faults.append(RowFault(other, f"row {one.row} is {same}", hint))

    def chosen(self, wanted: str) -> str | Bad:
        """Return a new id that a table gives."""
        try:
            return chosen(wanted, self.taken)
        except UsageError as error:
            return Bad(error.message, error.hint or "")

    def _parent(self, row: TableRow, via: str, kind: Kind) -> Entry | None:
        if not any(row.words(via, each.target.name) for each in row.fields(via)):
            return None
        found = self._found(row, via, kind, None)
        return self._entry(found, row.spot) if found else None

    def _entry(self, found: Found, spot: Spot) -> Entry:
        return self.entries.setdefault(found.id, Entry(found.kind, found.id, found.target, spot))

    def _found(self, row: TableRow, via: str, kind: Kind, scope: str | None) -> Found | None:
        found = self._search(row, via, kind, scope)
        if isinstance(found, Bad):
            heading = row.field(via, kind.heading)
            spot = row.spot_of(via, "id", "number", kind.heading)
            if heading and found.lacks:
                spot = row.source.spot(row.line, heading)
            lacks = () if via else found.lacks
            self.faults.append(RowFault(spot, found.message, found.help, lacks))
            return None
        return found

    def _search(self, row: TableRow, via: str, kind: Kind, scope: str | None) -> Found | Bad:
        heading = row.field(via, kind.heading)
        is_by_title = heading is not None and heading.guess.is_key
        number = None if is_by_title else row.words(via, "number") or None
        title = row.words(via, kind.heading)
        wanted = wanted_id(row, via)
        if known := self.known.by_id.get(wanted):
            what = f"{wanted} is the id of another record, a {known.kind.words}"
            return known if known.kind is kind else Bad(what, "choose another id")
        if wanted and (bad := self._mistyped(row, via, kind, wanted)):
            return bad
        candidates: list[Found] = []
        if not wanted and number:
            candidates = self.known.numbered(kind, number, scope)
            if bad := self._of_another(row, via, kind, candidates):
                return bad
        if not wanted and not candidates and title:
            candidates = self.known.titled(kind, title, scope, number)
            moved = number and not candidates and not via
            if moved and (bad := self._numbering(row, kind).moved(row, kind, self.known, scope)):
                return bad
        # Not those that another row names by their id: it is about them.
        candidates = [each for each in candidates if each.id not in self.claimed] or candidates
        if len(candidates) > 1:
            ids = " and ".join(each.id for each in candidates[:5])
            return Bad(f"it fits {ids}", "write the id of one of them in a column called ID")
        return candidates[0] if candidates else self._new(kind, wanted, number, title, scope)

    def _of_another(self, row: TableRow, via: str, kind: Kind, numbered: list[Found]) -> Bad | None:
        """Return why a number is no proof: the title is another's, or quite unlike.

        It is taken where someone has said that records are known by it.
        """
        number, title = row.field(via, "number"), row.field(via, kind.heading)
        has_ids = row.field(via, "id") is not None and not row.source.is_ours
        found = numbered[0] if len(numbered) == 1 else None
        if found is None or number is None or title is None or number.guess.is_key or has_ids:
            return None
        words = row.words(via, kind.heading)
        language = title.target.language
        if title.guess.is_open or language == self.subject.language:
            language = None
        if not words or not self.known.is_called_otherwise(found, words, language):
            return None
        others = [each.id for each in self.known.titled(kind, words, None) if each is not found]
        whose = f"that of {others[0]}" if others else "quite another"
        what = f'{number.target.name} {row.words(via, "number")} is "{self.known.title_of(found)}"'
        hint = f'--key "{row.source.called(number.guess.column)}" takes it all the same'
        if via:
            hint = "write its id in a column, or another number"
        elif self._numbering(row, kind).is_anew:
            hint = by_titles(title)
        return Bad(f"{what} ({found.id}); the title is {whose}", hint)

    def _numbering(self, row: TableRow, kind: Kind) -> Numbering:
        if row.source.name not in self._numberings:
            self._numberings[row.source.name] = numbering_of(row, kind, self.known)
        return self._numberings[row.source.name]

    def _mistyped(self, row: TableRow, via: str, kind: Kind, wanted: str) -> Bad | None:
        """Return what was meant by an id that nothing has, where a record is called like the row.

        Only a record that no row names by its id can be meant.
        """
        title = row.words(via, kind.heading)
        if not title or any(each.guess.is_key for each in row.fields(via)):
            return None
        found = [
            each
            for each in self.known.titled(kind, title, None)
            if each.target and each.id not in self.claimed
        ]
        if len(found) != 1:
            return None
        return Bad(f'no {kind.words} has the id "{wanted}"', f"did you mean {found[0].id}?")

    def _new(
        self, kind: Kind, wanted: str, number: str | None, title: str, scope: str | None
    ) -> Found | Bad:
        if not title:
            return _nameless(kind)
        made = id_for(kind, {kind.heading: title}, self.taken)
        new_id = self.chosen(wanted) if wanted else made
        if isinstance(new_id, Bad):
            return new_id
        self.taken.add(new_id)
        found = Found(new_id, kind, None, number, scope)
        self.known.add(found, [title])
        return found


def _nameless(kind: Kind) -> Bad:
    return Bad(f"the {kind.heading} is empty", f"every {kind.words} has one", (kind.heading,))


def wanted_id(row: TableRow, via: str) -> str:
    """Return the id that a row gives; the value of a key becomes one."""
    words = row.words(via, "id")
    field = row.field(via, "id")
    return slug(words) if field and field.guess.is_key and not is_id(words) else words
