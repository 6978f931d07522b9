"""Numbers such as 1.10 that a spreadsheet took for others: for 1.1, or for a date."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ogdplan.actions.importing.cells.faults import Bad
from ogdplan.workspace.spreadsheets.cells import CellValue, ShownPeriod

_WITH_ONE_DIGIT = re.compile(r"(?P<before>.*\d[.])(?P<digit>[1-9])")


def spoilt(value: CellValue) -> Bad | None:
    """Return why a number of a record is none: a spreadsheet made a date of it; None for others."""
    if not isinstance(value, (date, ShownPeriod)):
        return None
    what = f"{value} is a date, which spreadsheets make of numbers such as 12.1"
    return Bad(what, "make the column text, and write the number again")


def may_be_cut(number: str) -> bool:
    """Return whether a number ends in one digit, as a spreadsheet leaves it of 1.10."""
    return _WITH_ONE_DIGIT.fullmatch(number) is not None


def notes_of_cut(numbers: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Yield what is said of numbers, each with its row, that were perhaps cut: 1.1 after 1.9."""
    before = ""
    for row, number in numbers:
        match = _WITH_ONE_DIGIT.fullmatch(number)
        if match and before == f"{match['before']}{int(match['digit'] + '0') - 1}":
            yield (
                f"row {row} is {number} after {before}: was it {number}0, which spreadsheets cut? "
                "then make the column text, and write it again"
            )
        before = number or before
