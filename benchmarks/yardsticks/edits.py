"""An edit of plan data as JSON: the table, the ids of the old and new record, and the fields.

What diff_with_deepdiff.py and diff_with_graphtage.py print of what those programs find.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Link(NamedTuple):
    """Two values that are held against each other, None where there is none; and their key.

    They have two keys where a key was changed, none as items of a list.
    """

    keys: tuple[str, ...]
    old: object
    new: object


def edit_of(way: Sequence[Link]) -> dict[str, object]:
    """Return the edit at the end of a way that leads from a table of the plan to the place."""
    table, *below = way
    is_header = isinstance(table.old, dict) or isinstance(table.new, dict)
    record = table if is_header or not below else below.pop(0)
    return {
        "table": table.keys[0],
        "old": [] if is_header else _ids(record.old),
        "new": [] if is_header else _ids(record.new),
        "fields": below[0].keys if below else (),
    }


def _ids(value: object) -> list[str]:
    """Return the id of a record, or of all records of a table."""
    records = value if isinstance(value, list) else [value]
    return [record["id"] for record in records if isinstance(record, dict) and "id" in record]
