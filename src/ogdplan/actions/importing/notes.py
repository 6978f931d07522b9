"""What someone should know of an import that no cell is at fault for."""

from collections.abc import Iterator, Sequence

from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.cells.faults import Remark, begun
from ogdplan.actions.importing.own.baseline import Baseline, ids_of
from ogdplan.actions.importing.records.days import outside_of_forms
from ogdplan.actions.importing.records.drafting import Draft
from ogdplan.actions.importing.records.identities import wanted_id
from ogdplan.actions.importing.records.second_look import noted
from ogdplan.actions.importing.tables.given_values import notes_of_unused
from ogdplan.actions.importing.tables.guessing import target_of_headings
from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.rows import TableRow
from ogdplan.actions.importing.tables.sources import Source
from ogdplan.actions.importing.tables.targets import ColumnField
from ogdplan.errors import first_of
from ogdplan.planfile import written
from ogdplan.workspace.spreadsheets.cells import Book

_CUT = 40
"""A cell that a note names is cut to so many letters."""

_ROWS = 3
"""So many rows of each of several institutions are named."""

_NAMES = 8
"""So many columns that become nothing are named."""


def notes_of(
    subject: Subject, sources: Sequence[Source], found: Draft, baseline: Baseline | None
) -> list[str]:
    """Return what is to be known of an import, each a sentence without a full stop."""
    notes = [f'"{new}" is new; it is called much like "{known}"' for new, known in found.near]
    new = [each for each in found.entries if each.kind.name == "institution" and not each.has_row]
    if any(each.place is None for each in new):
        count = sum(each.place is None for each in new)
        what = (
            "institution is new, taken to be" if count == 1 else "institutions are new, taken to be"
        )
        notes.append(f"{count} {what} of the sector government")
    notes += [note for source in sources if (note := _left_out(source))]
    notes += [note for source in sources for note in _doubted(source)]
    if found.joined:
        notes.append(_of_joined(found))
    if found.unsaid:
        what = "row reports" if found.unsaid == 1 else "rows report"
        notes.append(f"{found.unsaid} {what} nothing")
    notes += _of_cells(found.remarks)
    notes += noted(found, sources)
    notes += outside_of_forms(found, sources, subject.as_of)
    notes += [note for source in sources for note in source.notes]
    for source in sources:
        notes += notes_of_unused(source.values, [used.target for used in source.fields])
    return notes + list(_gone(subject, sources, found, baseline))


def _of_cells(remarks: Sequence[Remark]) -> Iterator[str]:
    """Yield what is noted of cells, each sentence once, with the cells that it is about."""
    for sentence in dict.fromkeys(each.sentence for each in remarks):
        rows = [
            f'row {spot.row} "{" ".join(text.split())[:_CUT]}"'
            for said, spot, text in remarks
            if said == sentence
        ]
        yield f"{sentence}: {first_of(rows)}"


def _of_joined(found: Draft) -> str:
    names = []
    for name, spots in found.joined:
        rows = [str(each.row) for each in spots]
        word = "row" if len(rows) == 1 else "rows"
        names.append(f'"{name}" ({word} {first_of(rows, _ROWS)})')
    shown = first_of(names, _NAMES)
    return f"taken as one new institution each: {shown}; several stand apart by ;"


def _left_out(source: Source) -> str:
    """Return what is said of columns that nobody left out, yet become nothing."""
    left = [guess.column for guess in source.guesses if guess.is_left]
    if not left:
        return ""
    columns = [each.heading or each.letters for each in left]
    word = "column becomes" if len(columns) == 1 else "columns become"
    names = begun(columns, _NAMES)
    if source.is_ours or source.is_form:
        return f"{source.name}: {len(columns)} {word} nothing: {names}"
    first = source.called(left[0])
    return f'{len(columns)} {word} nothing: {names}; --map "{first}=FIELD" takes one in'


def notes_of_colours(book: Book, sources: Sequence[Source]) -> Iterator[str]:
    """Yield which columns of a workbook are empty: they may say by colours what nobody reads."""
    for source in sources:
        if book.format == "csv" or source.is_ours or source.is_form:
            continue
        columns = [guess.column for guess in source.guesses if guess.is_empty]
        if columns:
            names = begun([f"{each.letters} ({each.heading})" for each in columns], _NAMES)
            what = "column is" if len(columns) == 1 else "columns are"
            yield f"{len(columns)} {what} empty: {names}; colours are not read"


def _doubted(source: Source) -> Iterator[str]:
    """Yield what is said of columns that are called like a closed list and have no word of it."""
    for guess in source.guesses:
        if guess.doubted and guess.is_left:
            field, name = guess.doubted.text, guess.column.heading
            word = written.key(" ".join(str(guess.column.first).split())[:_CUT])
            table = f"[words.{written.key(field)}]"
            line = _line(source, guess.column, guess.doubted)
            yield (
                f'no value under "{name}" is a word for {field}; '
                f"if it is meant, say what each means under {table} of a mapping file, "
                f'such as {word} = "…"; where that has [columns], add {line} there'
            )


def notes_of_words(mapping: ColumnMapping, sources: Sequence[Source]) -> Iterator[str]:
    """Yield for which fields a mapping has words though no column becomes them.

    A column that is called like the field, and is left out, is named with what takes it in.
    """
    used = {name for each in sources for field in each.fields for name in _names(field.target)}
    for name in mapping.words:
        if name in used or any(each.is_ours or each.is_form for each in sources):
            continue
        lines = [
            _line(source, guess.column, target)
            for source in sources
            for guess in source.guesses
            if (target := target_of_headings(guess.column, source.kind)[0])
            and guess.target is None
            and name in _names(target)
        ]
        table = f"[words.{written.key(name)}]"
        hint = f"; {lines[0]} under [columns] takes one in" if lines else ""
        yield f"{table} changes nothing: no column becomes {name}{hint}"


def _names(target: ColumnField) -> tuple[str, str]:
    """Return what words for a field can stand under in a mapping."""
    return target.name, target.text


def _line(source: Source, column: Column, target: ColumnField) -> str:
    """Return the line of a mapping file by which a column becomes a field."""
    return f"{written.key(source.called(column))} = {written.value(target.text)}"


def _gone(
    subject: Subject, sources: Sequence[Source], found: Draft, baseline: Baseline | None
) -> list[str]:
    """Return what is said of records that a workbook of ours no longer has."""
    kept = {entry.id for entry in found.entries}
    notes = []
    for source in sources:
        # Also those of rows that are left out: a row at fault is in the table.
        named = {wanted_id(TableRow(source, line), "") for line in source.lines}
        records = getattr(subject.plan, source.kind.table) if source.is_ours else ()
        gone = [record.id for record in records if record.id not in kept | named]
        if baseline is not None:
            # Others may have been added to the plan since.
            gone = [each for each in gone if each in ids_of(baseline, source.kind)]
        if gone and not found.faults:
            shown = f"{len(gone)} not in the table stay ({begun(gone)})"
            notes.append(f"{source.name}: {shown}; ogdplan {source.kind.name} remove")
    return notes
