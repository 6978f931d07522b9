"""Rows of tables by what they say: of the record itself, and of those beside it."""

from typing import NamedTuple

from ogdplan.actions.importing.cells.faults import Spot
from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.tables.sources import Field, Line, Source
from ogdplan.planfile.operations import Value


class TableRow(NamedTuple):
    """One row of a table."""

    source: Source
    line: Line

    @property
    def spot(self) -> Spot:
        """Return what people call it."""
        return self.source.spot(self.line)

    def fields(self, via: str) -> list[Field]:
        """Return the columns that are about the record itself, or about one beside it."""
        return [each for each in self.source.fields if each.target.via == via]

    def given(self, via: str) -> dict[str, Value]:
        """Return what every record is given beside its cells."""
        return {target.name: value for target, value in self.source.values if target.via == via}

    def words(self, via: str, name: str) -> str:
        """Return the words of the cell for a field, "" where there is none."""
        field = self.field(via, name)
        return plain_text(self.line.value(field)) if field else ""

    def all_words(self, via: str, *names: str) -> list[str]:
        """Return what the cells for these fields say, of a text in every language."""
        cells = (self.line.value(each) for each in self.fields(via) if each.target.name in names)
        return [words for cell in cells if (words := plain_text(cell))]

    def field(self, via: str, name: str) -> Field | None:
        """Return the column of a field; of a text in several languages the first that is filled."""
        found = [each for each in self.fields(via) if each.target.name == name]
        filled = (each for each in found if plain_text(self.line.value(each)))
        return next(filled, next(iter(found), None))

    def spot_of(self, via: str, *names: str) -> Spot:
        """Return the cell of the first of these fields that says something, else the row."""
        found = (self.field(via, name) for name in names if self.words(via, name))
        field = next(found, None)
        return self.source.spot(self.line, field) if field else self.spot
