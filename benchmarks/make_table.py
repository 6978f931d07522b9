"""Write a workbook of activities as a ministry keeps one, to be imported.

    python benchmarks/make_table.py FILE.xlsx --rows 10000

The same rows for the same number: a number and a title, who leads, two days, a state, the progress
as a percentage, a link and two texts. Every fifth is done.
"""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from xlsxwriter import Workbook

HEADINGS = (
    "No.",
    "Activity",
    "Lead institution",
    "Start date",
    "Deadline",
    "Status",
    "% complete",
    "Evidence",
    "Expected result",
    "Remarks",
)
Row = tuple[str | float | date, ...]

_START = date(2025, 1, 1)
_LEADS = ("Ministry of Planning", "Ministry of Finance", "Statistics Office", "Land Registry")
_STATES = ("Completed", "In progress", "In progress", "Not started", "Delayed")
_FORMATS = {date: {"num_format": "yyyy-mm-dd"}, float: {"num_format": "0%"}}


def rows(count: int) -> Iterator[Row]:
    """Yield so many activities, each in the order of the headings."""
    for index in range(count):
        state = _STATES[index % len(_STATES)]
        begins = _START + timedelta(days=index % 300)
        yield (
            f"{index // 20 + 1}.{index % 20 + 1}",
            f"Publish data set {index + 1} in an open format",
            _LEADS[index % len(_LEADS)],
            begins,
            begins + timedelta(days=180),
            state,
            1.0 if state == "Completed" else index % 4 / 4,
            f"https://data.example.org/datasets/{index + 1}",
            f"Data set {index + 1} is on the portal, with a licence and a description",
            f"Agreed in meeting {index % 12 + 1}",
        )


def write(path: Path, count: int) -> None:
    """Write the workbook, dates as dates and percentages as percentages."""
    with Workbook(path) as book:
        formats = {kind: book.add_format(look) for kind, look in _FORMATS.items()}
        sheet = book.add_worksheet("Activities")
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(rows(count), start=1):
            for column, value in enumerate(row):
                sheet.write(number, column, value, formats.get(type(value)))


def main() -> None:
    """Read the name and the number of rows, and write the workbook."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path, help="the workbook to write")
    parser.add_argument("--rows", type=int, default=10_000, help="how many activities")
    given = parser.parse_args()
    write(given.file, given.rows)


if __name__ == "__main__":
    main()
