"""What the cells of an ods file show of their dates, as its styles say: days, months or years."""

from bisect import bisect_right
from collections.abc import Mapping

from ogdplan.workspace.spreadsheets.number_formats import Kind
from ogdplan.workspace.spreadsheets.xml_parts import Handler

_DAYS = frozenset({"day", "day-of-week", "hours", "week-of-year"})
_PARENTS = 8
"""So many styles are followed that each take what they do not say from another."""


class DateStyles(Handler):
    """Takes the styles of a file, and the columns and rows that have one for all their cells."""

    def __init__(self) -> None:
        self._parts: dict[str, set[str]] = {}
        self._forms: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._form: set[str] = set()
        self._columns: list[tuple[int, str]] = []
        self._width = 0
        self._row = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""
        if name == "date-style":
            self._form = self._parts.setdefault(attributes.get("style:name", ""), set())
        elif name.endswith("-style"):
            # Of times and numbers; what is in them says nothing of a date.
            self._form = set()
        elif name in _DAYS or name in ("month", "year"):
            self._form.add(name)
        elif name == "style":
            style = attributes.get("style:name", "")
            self._forms[style] = attributes.get("style:data-style-name", "")
            self._parents[style] = attributes.get("style:parent-style-name", "")

    def start_table(self) -> None:
        """Take the beginning of a table."""
        self._columns, self._width, self._row = [], 0, ""

    def start_columns(self, attributes: Mapping[str, str], times: int) -> None:
        """Take the style of so many columns."""
        self._columns.append((self._width, attributes.get("table:default-cell-style-name", "")))
        self._width += times

    def start_row(self, attributes: Mapping[str, str]) -> None:
        """Take the style of a row."""
        self._row = attributes.get("table:default-cell-style-name", "")

    def kind(self, attributes: Mapping[str, str], column: int) -> Kind:
        """Return what a cell of the row shows of a date."""
        style = attributes.get("table:style-name") or self._row or self._of_column(column)
        for _ in range(_PARENTS):
            if form := self._forms.get(style):
                return self._kind_of(form)
            style = self._parents.get(style, "")
        return Kind.DATE

    def _of_column(self, column: int) -> str:
        place = bisect_right(self._columns, column, key=lambda each: each[0])
        return self._columns[place - 1][1] if place else ""

    def _kind_of(self, form: str) -> Kind:
        parts = self._parts.get(form, set())
        if not parts or parts & _DAYS:
            return Kind.DATE
        return Kind.MONTH if "month" in parts else Kind.YEAR
