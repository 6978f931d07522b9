"""The form on which an institution has reported: its columns go by their order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ogdplan.actions.importing.cells.deadlines import Calendar, order_of
from ogdplan.actions.importing.cells.faults import Spot
from ogdplan.actions.importing.cells.numbers import are_all_or_none
from ogdplan.actions.importing.cells.reading import Manner, is_none, plain_text
from ogdplan.actions.importing.tables.guessing import Guess
from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.actions.importing.tables.sources import (
    Field,
    Line,
    NoTableError,
    Source,
    links_by_row,
)
from ogdplan.actions.importing.tables.targets import UPDATE, ColumnField
from ogdplan.errors import UsageError
from ogdplan.model.baseline import read_sums, sum_of
from ogdplan.model.book_marks import Mark
from ogdplan.model.updates_form import CODE_SHEET, SHOWN, FormColumn
from ogdplan.model.when import period_between
from ogdplan.reference.languages import primary_language
from ogdplan.workspace.spreadsheets.cells import Book, Row, Table

READ = (FormColumn.ABOUT, *(column for column in FormColumn if column.is_asked))
"""The columns that become a report."""
_ANSWERS = tuple(at for at, column in enumerate(FormColumn) if column.is_asked)
_LONGEST, _MOST = 60, 10
"""A cell is cut to so many letters in a note; so many cells are each named."""
_LOOKED_AT = 20
"""Headings are looked for in so many rows from the top."""
_SPOKEN = (FormColumn.TEXT, FormColumn.DIFFICULTIES)


def form_source(book: Book, calendar: Calendar, mark: Mark, languages: tuple[str, ...]) -> Source:
    """Return the reports of a form; who reported is the institution it was made for.

    What is written is in the form's language, as one of the plan's `languages` has it. The reports
    name the period where the form asked about one. A row whose id is gone is about what its title
    names.

    Raises UsageError where its headings, or those on its hidden sheet, are no longer there.
    """
    language = _language_of(mark.language, languages)
    codes = _codes(book)
    headings = [word for what, _, word in codes if what == "column"]
    if len(headings) != len(FormColumn):
        raise _gone()
    words = {word: value for what, value, word in codes if what == "status"}
    table, top = _filled_table(book, headings)
    lines = _lines(table, top)
    of_form = (
        _guess(at, each, headings[at], lines, language) for at, each in enumerate(FormColumn)
    )
    guesses = (*of_form, *_further(table, top))
    fields = tuple(_field(guess, guess.target, lines, words) for guess in guesses if guess.target)
    values = [(ColumnField(UPDATE, "reported_by"), mark.lead)]
    if mark.days and (asked := period_between(*mark.days)):
        values.append((ColumnField(UPDATE, "period"), str(asked)))
    return Source(
        table.name,
        UPDATE,
        guesses,
        fields,
        lines,
        calendar,
        table.row_number(top),
        values=tuple(values),
        notes=_fewer(_of_grey_cells(table.name, lines, guesses, _shown(codes))),
        days=mark.days,
        is_form=True,
    )


def heading_row(table: Table, headings: Sequence[str]) -> int | None:
    """Return the row that has the headings of a form in their order, near the top; else None."""
    for index, row in enumerate(table.rows[:_LOOKED_AT]):
        if [plain_text(value) for value in row[: len(headings)]] == list(headings):
            return index
    return None


def _lines(table: Table, top: int) -> tuple[Line, ...]:
    links = links_by_row(table)
    lines = tuple(
        _line(table.row_number(index), row, links.get(index, {}))
        for index, row in enumerate(table.rows)
        if index > top and (row[0] is not None or any(row[at] is not None for at in _ANSWERS))
    )
    if not lines:
        raise NoTableError(table.name)
    return lines


def _language_of(language: str, languages: tuple[str, ...]) -> str | None:
    """Return the language of a form's answers; None for the first of the plan's `languages`.

    Where the plan has a regional kind of that of the form, such as pt-BR, it is meant. A form
    that names no language ("") is answered in the first.
    """
    wanted = language.lower()
    exact = [tag for tag in languages if tag.lower() == wanted]
    near = [tag for tag in languages if primary_language(tag) == primary_language(wanted)]
    found = next(iter(exact + near), language)
    return None if found in ("", languages[0]) else found


def _field(
    guess: Guess, target: ColumnField, lines: tuple[Line, ...], words: dict[str, str]
) -> Field:
    cells = [line.cells[guess.column.index] for line in lines]
    manner = Manner(
        words=words if target.name == "status" else {},
        offered=tuple(words) if target.name == "status" else (),
        is_unclear=target.name == "progress" and are_all_or_none(cells),
    )
    order = order_of(cells)
    return Field(guess, target, manner, order)


def _line(number: int, row: Row, links: Mapping[int, str]) -> Line:
    """Return a row without answers that are none.

    Where its id is gone, the title beside it stands for that.
    """
    row = tuple(
        None if at in _ANSWERS and is_none(value) else value for at, value in enumerate(row)
    )
    about, title, *_ = row
    if plain_text(about):
        return Line(number, row, links)
    return Line(number, (title, *row[1:]), links, {0: 1} if plain_text(title) else {})


def _guess(
    at: int, column: FormColumn, heading: str, lines: tuple[Line, ...], language: str | None
) -> Guess:
    first = next((line.cells[at] for line in lines if line.cells[at] is not None), None)
    tongue = language if column in _SPOKEN else None
    target = ColumnField(UPDATE, column.value, tongue) if column in READ else None
    why = "the form" if target else "only shown"
    return Guess(Column(at, heading, first), target, why)


def _further(table: Table, top: int) -> Iterator[Guess]:
    """Yield the columns that someone has added to the right; they become nothing."""
    for at in range(len(FormColumn), len(table.rows[top])):
        value = next((row[at] for row in table.rows[top + 1 :] if row[at] is not None), None)
        yield Guess(Column(at, plain_text(table.rows[top][at]), value), None, "not of the form")


def _shown(codes: Sequence[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """Return for each milestone the sums of its grey cells; forms of old have none."""
    return {record_id: read_sums(sums) for what, record_id, sums in codes if what == "shown"}


def _of_grey_cells(
    sheet: str,
    lines: Sequence[Line],
    guesses: Sequence[Guess],
    shown: Mapping[str, Mapping[str, str]],
) -> Iterator[str]:
    """Yield what is said of cells that were changed, though the form only shows them."""
    for line in lines:
        known = shown.get(plain_text(line.cells[0]))
        for guess, column in zip(guesses[1:], SHOWN[1:], strict=False):
            cell = line.cells[guess.column.index]
            text = " ".join(plain_text(cell).split())
            if known is not None and sum_of(text) != known.get(column.value, ""):
                spot = Spot(sheet, line.number, guess.column.letters, guess.column.heading)
                said = f'"{text[:_LONGEST]}"' if text else "empty"
                yield f"not read: {spot.words} was changed, and is {said}"


def _fewer(found: Iterable[str]) -> tuple[str, ...]:
    notes = tuple(found)
    more = len(notes) - _MOST
    return notes if more <= 0 else (*notes[:_MOST], f"{more} more grey cells were changed")


def _codes(book: Book) -> list[tuple[str, str, str]]:
    table = next((each for each in book.tables if each.name == CODE_SHEET), None)
    if table is None:
        raise _gone()
    rows = ([plain_text(value) for value in row[:3]] for row in table.rows[1:])
    return [(row[0], row[1], row[2]) for row in rows if len(row) == 3]


def _gone() -> UsageError:
    hint = "make the form anew, and copy the answers into it"
    return UsageError(f"the hidden sheet {CODE_SHEET} of this form is gone", hint=hint)


def _filled_table(book: Book, headings: list[str]) -> tuple[Table, int]:
    """Return the sheet of the form that has the headings in their order, and their row."""
    for table in book.tables:
        if (top := heading_row(table, headings)) is not None:
            return table, top
    hint = f"the headings are, from left to right: {', '.join(headings)}"
    raise UsageError("the headings of this form were changed", hint=hint)
