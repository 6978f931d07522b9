"""The values of a plan file that are at fault: its draft lacks them, yet they stand in the file."""

from collections.abc import Iterator
from datetime import date, datetime, time
from math import isfinite
from typing import NamedTuple

from ogdplan.findings import Place
from ogdplan.model.kinds import kind_at
from ogdplan.model.plan import Plan
from ogdplan.planfile.reading import Reading
from ogdplan.planfile.shape import Faulty


class Unread(NamedTuple):
    """A value that cannot be read, of a record or (with no id) of the plan's header.

    `kind` is the word of the command line, `id` what the record is called in the draft. `raw` is
    the value as JSON has it, None where a required one is missing. `why` says what is wrong.
    """

    kind: str
    id: str | None
    field: str
    raw: object
    why: str


def unread_values(reading: Reading) -> tuple[Unread, ...]:
    """Return the values at fault of a file with a draft, in the order of the file's format."""
    if reading.draft is None or reading.plan is not None:
        return ()
    reasons = dict(_reasons(reading))
    faults = sorted(reading.faulty, key=lambda each: (each.table, each.index or 0, str(each.field)))
    found = (_unread(fault, reading, reading.draft, reasons.get(fault, "")) for fault in faults)
    return tuple(each for each in found if each)


def _reasons(reading: Reading) -> Iterator[tuple[Faulty, str]]:
    for problem in reversed(reading.problems):
        if not isinstance(problem.place, Place):
            continue
        words = problem.message.removeprefix(f"{problem.field}: ")
        match problem.place.path:
            case ("plan", str(field), *_):
                yield Faulty("plan", None, field), words
            case (str(table), int(index), str(field), *_):
                yield Faulty(table, index, field), words


def _unread(fault: Faulty, reading: Reading, draft: Plan, why: str) -> Unread | None:
    """Return the value that is meant; None where it is no single field of a table."""
    data = reading.data or {}
    if fault.field is None:
        return None
    if fault.table == "plan" and fault.index is None:
        return _value("plan", None, fault.field, data.get("plan"), why)
    kind = kind_at(fault.table)
    if kind is None or fault.index is None:
        return None
    rows = data.get(fault.table)
    record_id = getattr(draft, fault.table)[fault.index].id
    row = rows[fault.index] if isinstance(rows, list) else None
    return _value(kind.name, record_id, fault.field, row, why)


def _value(kind: str, record_id: str | None, field: str, table: object, why: str) -> Unread | None:
    raw = table.get(field) if isinstance(table, dict) else None
    if field == "id" and raw == record_id:
        return None
    return Unread(kind, record_id, field, as_json(raw), why)


def as_json(raw: object) -> object:
    """Return a value of TOML as JSON can have it: days, times and infinite numbers are strings."""
    match raw:
        case date() | datetime() | time():
            return raw.isoformat()
        case float() if not isfinite(raw):
            return str(raw)
        case list():
            return [as_json(each) for each in raw]
        case dict():
            return {name: as_json(each) for name, each in raw.items()}
    return raw
