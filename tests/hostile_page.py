"""A plan whose every text tries to become markup, as someone who means harm would write it."""

from collections.abc import Iterable
from datetime import date

import tomli_w

from ogdplan.model import forms
from ogdplan.model.kinds import KINDS, FieldSpec, Kind, fields_of
from ogdplan.model.plan import Header

TEXT = (
    "<script>window.fired = 1; alert(1)</script>"
    '"><img src=x onerror="window.fired = 1; alert(2)">'
    "' onmouseover='window.fired = 1' autofocus onfocus='alert(3)' "
    "</style></title></table></svg><svg onload=alert(4)>"
    "javascript:alert(5) {{7*7}} {% raw %} ]]> <!-- &lt;b&gt; \x1b[2J \u202egnp.exe \x00 --!>"
)
URL = 'https://example.org/"><img/src=x/onerror=alert(6)>'
LISTED = (TEXT, "javascript:alert(7)", URL, "data:text/html,<script>alert(8)</script>")

SHOWN = "<script>window.fired = 1; alert(1)</script>"
"""A part of the text that is seen as it is."""

_DAY = date(2018, 1, 31)
_MONTH_LATER = date(2018, 2, 28)
_LEFT_OUT = {"withdrawn", "depends_on", "number", "due_from", "due_to", "countries", "sdg", "start"}
_PLAIN = {"sdgs": ["16"], "languages": ["en"], "progress": 50, "participants": 50}


def hostile_plan() -> str:
    """Return the text of a plan file with a record of each kind, all their texts hostile."""
    header = _fields(fields_of(Header)) | {
        "country": "PAN",
        "stage": "adopted",
        "start": date(2017, 1, 1),
        "end": date(2019, 12, 31),
        "sdgs": ["16"],
        "languages": ["en", "ar"],
    }
    tables = {kind.table: _records(kind) for kind in KINDS}
    return tomli_w.dumps({"format": 1, "plan": header, **tables})


def _records(kind: Kind) -> list[dict[str, object]]:
    first = _fields(fields_of(kind.model)) | {"id": f"{kind.name}-1"}
    match kind.name:
        case "milestone":
            late = {
                key: value for key, value in first.items() if key not in ("completed", "status")
            }
            return [
                first | {"status": "completed"},
                late | {"id": "milestone-2"},
                late | {"id": "milestone-3", "due": date(2018, 7, 1)},
                late
                | {"id": "milestone-4", "due": date(2018, 9, 1), "depends_on": ["milestone-2"]},
            ]
        case "update":
            moved = {"id": "update-2", "about": "milestone-2", "on": _MONTH_LATER}
            return [first, first | moved | {"due_from": date(2017, 6, 1), "due_to": _DAY}]
        case "commitment":
            return [{key: value for key, value in first.items() if key != "completed"}]
        case "event":
            return [first | {"start": _DAY}]
    return [first]


def _fields(specs: Iterable[FieldSpec]) -> dict[str, object]:
    pairs = ((spec.name, _value(spec)) for spec in specs if spec.name not in _LEFT_OUT)
    return {name: value for name, value in pairs if value is not None}


def _value(spec: FieldSpec) -> object:
    """Return a value as hostile as the field allows, None for what no text can be in."""
    if spec.name in _PLAIN:
        return _PLAIN[spec.name]
    if spec.name in ("evidence", "sources"):
        return list(LISTED)
    if spec.refers_far or spec.names_plan:
        return None
    value = _one(spec)
    return [value] if spec.repeated and value is not None else value


def _one(spec: FieldSpec) -> object:
    if spec.refers_to:
        return f"{spec.refers_to[0]}-1"
    if spec.vocabulary:
        return next(iter(spec.vocabulary)).value
    if spec.is_when:
        return _DAY
    if forms.URL in spec.marks:
        return URL
    if spec.is_text or (spec.base is str and (spec.repeated or not spec.marks)):
        return TEXT
    return 5 if spec.required else None
