"""The form on which an institution has reported: its columns go by their order."""

from ogdplan.actions.importing.cells import Manner, plain_text
from ogdplan.actions.importing.deadline_cells import Calendar, order_of
from ogdplan.actions.importing.guessing import Guess
from ogdplan.actions.importing.heading_rows import Column
from ogdplan.actions.importing.sources import (
    Field,
    Line,
    NoTableError,
    Source,
    are_all_or_none,
    links_by_row,
)
from ogdplan.actions.importing.targets import UPDATE, Target
from ogdplan.errors import UsageError
from ogdplan.model.book_marks import Mark
from ogdplan.model.updates_form import CODE_SHEET, FormColumn
from ogdplan.model.when import period_between
from ogdplan.workspace.spreadsheets.cells import Book, Row, Table

_READ = (FormColumn.ABOUT, *(column for column in FormColumn if column.is_asked))
_ANSWERS = tuple(at for at, column in enumerate(FormColumn) if column.is_asked)
_SPOKEN = (FormColumn.TEXT, FormColumn.DIFFICULTIES)


def form_source(book: Book, calendar: Calendar, mark: Mark, languages: tuple[str, ...]) -> Source:
    """Return the reports of a form; who reported is the institution it was made for.

    What is written is in the form's language, as one of the plan's `languages` has it. The reports
    name the period where the form asked about one. A row whose id is gone is about what its title
    names.

    Raises UsageError where its headings are no longer there.
    """
    language = _language_of(mark.language, languages)
    codes = _codes(book)
    headings = [word for what, _, word in codes if what == "column"]
    words = {word: value for what, value, word in codes if what == "status"}
    table, top = _filled_table(book, headings)
    links = links_by_row(table)
    lines = tuple(
        Line(table.row_number(index), _with_title_for_id(row), links.get(index, {}))
        for index, row in enumerate(table.rows)
        if index > top and (row[0] is not None or any(row[at] is not None for at in _ANSWERS))
    )
    if not lines:
        raise NoTableError(table.name)
    guesses = tuple(
        _guess(at, column, headings[at], lines, language) for at, column in enumerate(FormColumn)
    )
    fields = tuple(_field(guess, guess.target, lines, words) for guess in guesses if guess.target)
    values = [(Target(UPDATE, "reported_by"), mark.lead)]
    if mark.days and (asked := period_between(*mark.days)):
        values.append((Target(UPDATE, "period"), str(asked)))
    return Source(
        table.name,
        UPDATE,
        guesses,
        fields,
        lines,
        calendar,
        table.row_number(top),
        values=tuple(values),
        needed=("about",),
    )


def _language_of(language: str, languages: tuple[str, ...]) -> str | None:
    """Return the language of a form's answers; None for the first of the plan's `languages`.

    Where the plan has a regional kind of that of the form, such as pt-BR, it is meant. A form
    that names no language ("") is answered in the first.
    """
    wanted = language.lower()
    exact = [tag for tag in languages if tag.lower() == wanted]
    near = [tag for tag in languages if _primary(tag) == _primary(wanted)]
    found = next(iter(exact + near), language)
    return None if found in ("", languages[0]) else found


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _field(guess: Guess, target: Target, lines: tuple[Line, ...], words: dict[str, str]) -> Field:
    cells = [line.cells[guess.column.index] for line in lines]
    manner = Manner(
        words=words if target.name == "status" else {},
        is_unclear=target.name == "progress" and are_all_or_none(cells),
    )
    order = order_of(cells)
    return Field(guess, target, manner, order)


def _with_title_for_id(row: Row) -> Row:
    about, title, *_ = row
    return row if plain_text(about) else (title, *row[1:])


def _guess(
    at: int, column: FormColumn, heading: str, lines: tuple[Line, ...], language: str | None
) -> Guess:
    first = next((line.cells[at] for line in lines if line.cells[at] is not None), None)
    tongue = language if column in _SPOKEN else None
    target = Target(UPDATE, column.value, tongue) if column in _READ else None
    why = "the form" if target else "only shown"
    return Guess(Column(at, heading, first), target, why)


def _codes(book: Book) -> list[tuple[str, str, str]]:
    table = next((each for each in book.tables if each.name == CODE_SHEET), None)
    if table is None:
        hint = "make the form anew, and copy the answers into it"
        raise UsageError(f"the hidden sheet {CODE_SHEET} of this form is gone", hint=hint)
    rows = ([plain_text(value) for value in row[:3]] for row in table.rows[1:])
    return [(row[0], row[1], row[2]) for row in rows if len(row) == 3]


def _filled_table(book: Book, headings: list[str]) -> tuple[Table, int]:
    """Return the sheet of the form that has the headings in their order, and their row."""
    for table in book.tables:
        for index, row in enumerate(table.rows[:20]):
            if [plain_text(value) for value in row[: len(headings)]] == headings:
                return table, index
    hint = f"the headings are, from left to right: {', '.join(headings)}"
    raise UsageError("the headings of this form were changed", hint=hint)
