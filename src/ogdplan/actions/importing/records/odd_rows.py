"""Rows of a table that may be no records: headings of sections, footnotes."""

from collections.abc import Iterator, Sequence

from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.records.dated import DATED
from ogdplan.actions.importing.records.drafting import Draft
from ogdplan.actions.importing.tables.sources import Line, Source
from ogdplan.errors import first_of

_LETTERS = 40
"""A title is cut to so many letters."""


def titles_alone(found: Draft, sources: Sequence[Source]) -> Iterator[str]:
    """Yield what is said of new records of which a row has but the title, while others have more.

    They may be the headings of sections, or notes below the table.
    """
    new = {(each.spot.sheet, each.spot.row) for each in found.entries if each.place is None}
    for source in sources:
        if source.is_ours or source.kind.name in DATED:
            continue
        bare = [line for line in source.lines if is_bare(line, source)]
        rows = [_row(line, source) for line in bare if (source.name, line.number) in new]
        if rows and len(bare) < len(source.lines):
            what = "row has" if len(rows) == 1 else "rows have"
            shown = first_of(rows)
            yield f"{len(rows)} {what} a title and nothing else: {shown}; delete what is no record"


def is_bare(line: Line, source: Source) -> bool:
    """Return whether a row has nothing but a title, and a number or an id."""
    names = ("id", "number", source.kind.heading)
    own = {each.guess.column.index for each in source.fields if each.target.text in names}
    return all(value is None or index in own for index, value in enumerate(line.cells))


def _row(line: Line, source: Source) -> str:
    heading = source.kind.heading
    title = next(each for each in source.fields if each.target.text == heading)
    return f'row {line.number} "{" ".join(plain_text(line.value(title)).split())[:_LETTERS]}"'
