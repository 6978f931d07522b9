"""What a workbook keeps of its cells as they were exported, in a hidden sheet."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, time

BASELINE_SHEET = "ogdplan baseline"
"""The hidden sheet: a row for each record, under the headings `kind`, `id` and `cells`."""

HEADER = "plan"
"""What stands for the kind in the row of the plan's header; its id is that of the plan."""

Held = str | int | float | date | None


def sums_of(cells: Iterable[tuple[str, Held]]) -> str:
    """Return what the sheet keeps of a record: the sum of each cell with the name of its field."""
    return " ".join(f"{name}={found}" for name, value in cells if (found := sum_of(value)))


def read_sums(text: str) -> dict[str, str]:
    """Return the sums by field, of what `sums_of` says."""
    return dict(part.rpartition("=")[::2] for part in text.split())


def sum_of(value: Held) -> str:
    """Return a short sum of what a cell says, the same in any program; "" where it is empty."""
    words = _words(value)
    return hashlib.sha256(words.encode()).hexdigest()[:12] if words else ""


def _words(value: Held) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time.min:
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    text = "" if value is None else str(value)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
