"""What reports are about where a table names it twice, or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ogdplan.actions.importing.cells.faults import rows_named
from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.records.drafting import Draft
from ogdplan.actions.importing.records.entries import Entry
from ogdplan.actions.importing.records.known import Found, Known
from ogdplan.actions.importing.tables.guessing import Guess
from ogdplan.actions.importing.tables.matters import ABOUT, naming
from ogdplan.actions.importing.tables.sources import Field, Line, Source
from ogdplan.errors import UsageError
from ogdplan.model.kinds import field_named, kind_named


def require_matter(source: Source) -> None:
    """Raise UsageError where no column says what records are about, though one that is left may.

    They would be about the plan itself, and nobody would see that a column was not known.
    """
    is_about = field_named(source.kind.model, ABOUT) is not None
    if source.is_ours or not is_about or source.has(ABOUT) or source.has("id"):
        return
    left = next((each.column for each in source.guesses if _may_name(each, source.lines)), None)
    if left is None:
        return
    name = source.called(left)
    raise UsageError(
        f'no column of "{source.name}" says what the {source.kind.plural} are about',
        hint=f'--map "{name}={ABOUT}" if it is this one, --map "{name}=" to leave it out',
    )


def with_numbers(source: Source, known: Known) -> Source:
    """Name records by their ids where the number beside a title says which is meant.

    The title may be reworded, or that of several.
    """
    if (found := number_beside(source)) is None:
        return source
    lines = tuple(_told(line, *found, known) for line in source.lines)
    return replace(source, lines=lines)


def number_beside(source: Source) -> tuple[Field, Guess] | None:
    """Return the column that says by title what rows are about, and a free one of numbers."""
    about = next((each for each in source.fields if each.target.name == ABOUT), None)
    if about is None or source.is_ours or _is_number(about.guess, source):
        return None
    numbers = (each for each in source.guesses if each.is_left and _is_number(each, source))
    number = next(numbers, None)
    return (about, number) if number else None


def about_the_plan(found: Draft, sources: Sequence[Source]) -> Iterator[str]:
    """Yield what is said of new reports that name nothing they are about."""
    for source in sources:
        rows = [each.spot.row for each in found.entries if _is_of_plan(each, source)]
        if rows and not source.is_ours:
            one, several = f"{source.kind.words} is", f"{source.kind.plural} are"
            counted = f"{len(rows)} {one if len(rows) == 1 else several}"
            yield f"{counted} about the plan itself: {rows_named(rows)}"


def _may_name(guess: Guess, lines: Sequence[Line]) -> bool:
    values = (line.cells[guess.column.index] for line in lines)
    return guess.is_left and any(isinstance(each, str) for each in values)


def _is_number(guess: Guess, source: Source) -> bool:
    found = naming(guess.column.heading, source.kind)
    return found is not None and found.is_number


def _told(line: Line, about: Field, number: Guess, known: Known) -> Line:
    title = plain_text(line.value(about))
    words = plain_text(line.cells[number.column.index])
    kinds = [kind_named(name) for name in about.target.spec.refers_to or ()]
    numbered = [each for kind in kinds for each in known.numbered(kind, words, None)]
    titled = [each for kind in kinds for each in known.titled(kind, title, None)]
    if len(titled) == 1 or title in known.by_id:
        return line
    same = [each for each in numbered if _is_meant(each, title, titled, known)]
    if not (title and words) or len(same) != 1:
        return line
    cells = list(line.cells)
    cells[about.guess.column.index] = same[0].id
    return replace(line, cells=tuple(cells))


def _is_meant(numbered: Found, title: str, titled: Sequence[Found], known: Known) -> bool:
    if titled:
        return numbered in titled
    return not known.is_called_otherwise(numbered, title, None)


def _is_of_plan(entry: Entry, source: Source) -> bool:
    is_row = entry.spot.sheet == source.name and entry.kind is source.kind
    is_about = field_named(source.kind.model, ABOUT) is not None
    return is_row and is_about and entry.place is None and ABOUT not in entry.fields
