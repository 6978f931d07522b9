"""Numbers of records that are none: 1.10 as a spreadsheet spoils it, and words for a status."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ogdplan.actions.importing.cells.faults import Bad
from ogdplan.reference.statuses import status_word
from ogdplan.workspace.spreadsheets.cells import CellValue, ShownPeriod

_WITH_ONE_DIGIT = re.compile(r"(?P<before>.*\d[.])(?P<digit>[1-9])")

_LONGEST_CODE = 3
"""Words for a status of so few letters may be numbers all the same: "C", "NS"."""


def spoilt(value: CellValue) -> Bad | None:
    """Return why a number of a record is none: a spreadsheet made a date of it; None for others."""
    if not isinstance(value, (date, ShownPeriod)):
        return None
    what = f"{value} is a date, which spreadsheets make of numbers such as 12.1"
    return Bad(what, "make the column text, and write the number again")


def names_status(text: str) -> Bad | None:
    """Return why a number of a record is none: it is a word for a status, as in a legend."""
    if len(text) <= _LONGEST_CODE or not text[0].isalpha() or status_word(text) is None:
        return None
    what = f'"{text}" is a word for a status, no number'
    return Bad(what, "leave the row out where it explains the table, else leave the cell empty")


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
