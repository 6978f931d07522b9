"""An import made ready: what would be done, and every row that keeps it from being done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.actions.importing.cells.faults import RowFault, RowKey, rows_at_fault
from ogdplan.actions.importing.notes import notes_of, notes_of_colours, notes_of_words
from ogdplan.actions.importing.outcomes import edit_of, errors_by_row
from ogdplan.actions.importing.own.baseline import Baseline, baseline_of, merged
from ogdplan.actions.importing.own.header import changed_header
from ogdplan.actions.importing.records.drafting import Draft, draft
from ogdplan.actions.importing.records.institutions import Decisions
from ogdplan.actions.importing.records.left_out import left_out_with
from ogdplan.actions.importing.records.second_look import looked_at
from ogdplan.actions.importing.tables.books import Ready, sources_of
from ogdplan.actions.importing.tables.guessing import saved
from ogdplan.actions.importing.tables.kind_guessing import column_of_titles
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.sources import Source
from ogdplan.actions.watching import Watch, unwatched
from ogdplan.errors import UsageError
from ogdplan.planfile.operations import Value
from ogdplan.workspace.spreadsheets.cells import Book


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an import would do.

    `faults` are in the order of the table; `edit` leaves out the rows that have one. `again`
    prepares it for the plan as it has become since; nobody is asked anything then.
    """

    book: Book
    sources: tuple[Source, ...]
    draft: Draft
    edit: Edit
    faults: tuple[RowFault, ...]
    notes: tuple[str, ...]
    mapping: ColumnMapping
    again: Callable[[Subject], "Prepared"]

    @property
    def can_be_partial(self) -> bool:
        """Whether all that is at fault are rows, which can be left out."""
        return all(fault.spot.row for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Terms:
    """How rows are taken.

    `day` is that of reports that name none; else that of the form, else `subject.as_of`. With
    `partial` all is said that is wrong with further rows once those at fault are left out. `watch`
    sees the rows go by.
    """

    day: Value | None = None
    partial: bool = False
    watch: Watch = unwatched


def prepare(
    subject: Subject, book: Book, mapping: ColumnMapping, decisions: Decisions, terms: Terms
) -> Prepared:
    """Return what the tables of a book become in a plan.

    Raises UsageError where it is not clear which table, kind or column is meant.
    """
    header = subject.plan.header
    ready = sources_of(
        book,
        mapping,
        plan_id=subject.plan_id,
        country=header.country,
        languages=header.languages or (header.language,),
    )
    baseline = baseline_of(book)
    ready = _merged(subject, ready, baseline)
    header_note = changed_header(book, subject.plan_id, baseline or {})
    day = terms.day if terms.day is not None else ready.day
    words = tuple(notes_of_words(mapping, ready.sources))
    sources = looked_at(subject, ready.sources, is_day_said=day is not None)
    ready = replace(ready, sources=sources)
    found, edit, faults = _settled(subject, ready, decisions, replace(terms, day=day))
    _require_heading(ready.sources, faults)
    notes = (
        *(*ready.notes, *header_note, *notes_of_colours(book, ready.sources), *words),
        *notes_of(subject, ready.sources, found, baseline),
    )
    return Prepared(
        book,
        ready.sources,
        found,
        edit,
        _ordered(faults, ready.sources),
        notes,
        _saved(ready.sources, mapping, decisions),
        lambda now: prepare(
            now, book, mapping, Decisions(decisions.said), replace(terms, watch=unwatched)
        ),
    )


def _merged(subject: Subject, ready: Ready, baseline: Baseline | None) -> Ready:
    """Return what is wrong with rows at once, and our own workbook merged with the plan of now."""
    wrong = tuple(fault for source in ready.sources for fault in source.faults)
    ready = replace(ready, faults=wrong)
    if not any(source.is_ours for source in ready.sources):
        return ready
    if baseline is None:
        lost = "what this workbook held at first is lost: each cell unlike the plan is a change"
        return replace(ready, notes=(*ready.notes, lost))
    found = merged(subject, ready.sources, baseline)
    return replace(
        ready, sources=found.sources, faults=found.faults, notes=(*ready.notes, *found.notes)
    )


def _settled(
    subject: Subject, ready: Ready, decisions: Decisions, terms: Terms
) -> tuple[Draft, Edit, list[RowFault]]:
    """Leave out rows that are at fault until none is.

    What is wrong with further rows only because those are left out is said only where they are
    to stay out.
    """
    faults: list[RowFault] = []
    clashes = ready.faults
    skipped: frozenset[RowKey] = frozenset()
    while True:
        found = draft(subject, ready.sources, decisions, terms.day, skipped, terms.watch)
        edit, refused = edit_of(subject, found)
        bad = [*clashes, *found.faults, *refused]
        clashes = ()
        if not skipped or terms.partial:
            faults += bad
        if not bad:
            bad = list(errors_by_row(subject, found, edit))
            faults += bad
        more = rows_at_fault(bad) - skipped
        if not more or any(not fault.spot.row for fault in bad):
            return found, edit, list(dict.fromkeys(faults))
        further = tuple(left_out_with(found.references, more))
        if terms.partial:
            faults += further
        skipped |= more | rows_at_fault(further)


def _require_heading(sources: Sequence[Source], faults: Sequence[RowFault]) -> None:
    """Raise UsageError where all rows lack their title, since no column became it."""
    for source in sources:
        name = source.kind.heading
        lacking = {
            fault.spot.row
            for fault in faults
            if fault.spot.sheet == source.name and name in fault.lacks
        }
        if source.has(name) or len(lacking) < len(source.lines):
            continue
        free = column_of_titles([each.column for each in source.guesses if not each.target])
        called = source.called(free) if free else "COLUMN"
        raise UsageError(
            f'no column of "{source.name}" became the {name}', hint=f'--map "{called}={name}"'
        )


def _ordered(faults: Sequence[RowFault], sources: Sequence[Source]) -> tuple[RowFault, ...]:
    places = {source.name: place for place, source in enumerate(sources)}
    return tuple(sorted(faults, key=lambda each: (places.get(each.spot.sheet, -1), each.spot.row)))


def _saved(
    sources: Sequence[Source], mapping: ColumnMapping, decisions: Decisions
) -> ColumnMapping:
    """Return the mapping that does the same again; that of the first table."""
    first = sources[0] if sources else None
    if first is None:
        return mapping
    names = {**mapping.institutions, **decisions.said}
    whole = saved(first.guesses, first.kind, mapping.sheet, mapping)
    return replace(whole, institutions=names, language=first.language)
