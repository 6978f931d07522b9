"""Many versions of one plan file, read piece by piece: what they have in common is read once.

A year of work changes a few lines a week. To read every version from its first byte to its last
would read the same records a thousand times.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable
from itertools import accumulate, groupby
from operator import attrgetter
from typing import NamedTuple

from pydantic import ValidationError

from ogdplan.model.kinds import table_model
from ogdplan.model.plan import Plan
from ogdplan.model.record import Table
from ogdplan.planfile.reading import BYTE_ORDER_MARK, SIZE_LIMIT, Reading, read
from ogdplan.planfile.slips import Data
from ogdplan.planfile.syntax import parse

# A text of several lines may hold such a line too. Then the piece before it ends within the
# text, is no TOML by itself, and the file is read as a whole.
_HEADER = b"\n[["
_AT_TOP = frozenset({"format", "plan"})


class _Row(NamedTuple):
    """A piece that holds one record, and nothing else."""

    table: str
    record: Table


_TABLE, _RECORD = attrgetter("table"), attrgetter("record")


class _Cut(NamedTuple):
    """A file cut at the headers of its records: where pieces start, and what each is.

    The first piece is what stands above them: the plan without records. None is a piece that is
    nothing by itself.
    """

    content: bytes
    starts: list[int]
    found: list[Plan | _Row | None]


class VersionReader:
    """Reads versions of a plan file; records of the same text are one object."""

    def __init__(self) -> None:
        self._known: dict[bytes, _Row | None] = {}
        self._last = _Cut(b"", [0], [None])

    def read(self, content: bytes) -> Reading:
        """Return the reading of a file; of one that its pieces make it has the plan alone."""
        if plan := self._pieced(content.removeprefix(BYTE_ORDER_MARK.encode())):
            return Reading("", plan=plan)
        return read(content)

    def _pieced(self, content: bytes) -> Plan | None:
        """Return the plan that the pieces make; None where the file is to be read as a whole."""
        # A carriage return alone ends no line: only at the end of the file would it seem to.
        if len(content) > SIZE_LIMIT or content.endswith(b"\r"):
            return None
        self._last = self._cut(content)
        top, *rows = self._last.found
        return _joined(top, rows) if isinstance(top, Plan) else None

    def _cut(self, content: bytes) -> _Cut:
        """Return the pieces of a file; those it begins and ends with as the last one are known."""
        before, starts, found = self._last
        same, end = _same_ends(before, content)
        # Whole pieces only, each with the beginning of the header that parts it from the rest.
        first = bisect_right(starts, same) - 1
        last = bisect_left(starts, len(before) - end + len(_HEADER))
        moved = len(content) - len(before)
        stop = starts[last] + moved - len(_HEADER) if last < len(starts) else len(content)
        pieces = content[starts[first] : stop].split(_HEADER)
        sizes = (len(piece) + len(_HEADER) for piece in pieces[:-1])
        new = [self._read(piece, is_top=not first and not n) for n, piece in enumerate(pieces)]
        return _Cut(
            content,
            [
                *starts[:first],
                *accumulate(sizes, initial=starts[first]),
                *(start + moved for start in starts[last:]),
            ],
            [*found[:first], *new, *found[last:]],
        )

    def _read(self, piece: bytes, *, is_top: bool) -> Plan | _Row | None:
        if is_top:
            return _read_top(piece)
        if piece not in self._known:
            self._known[piece] = _read_row(piece)
        return self._known[piece]


def _same_ends(old: bytes, new: bytes) -> tuple[int, int]:
    """Return how many bytes two texts have in common before, and behind, all that differs."""
    most = min(len(old), len(new))
    start = _longest(most, lambda low, high: old[low:high] == new[low:high])
    ends = len(old), len(new)
    end = _longest(
        most - start,
        lambda low, high: (
            old[ends[0] - high : ends[0] - low] == new[ends[1] - high : ends[1] - low]
        ),
    )
    return start, end


def _longest(most: int, is_same: Callable[[int, int], bool]) -> int:
    """Return how long the part is that is the same, at most so long; it is halved until found."""
    same = 0
    while same < most:
        middle = (same + most + 1) // 2
        if is_same(same, middle):
            same = middle
        else:
            most = middle - 1
    return same


def _joined(plan: Plan, rows: list[Plan | _Row | None]) -> Plan | None:
    """Return the plan with its records; None where a piece is none by itself."""
    if None in rows:
        return None
    tables: dict[str, list[Table]] = defaultdict(list)
    # By runs of one kind: to look at each row counts at a thousand versions of a hundred rows.
    for table, run in groupby(rows, key=_TABLE):
        tables[table].extend(map(_RECORD, run))
    return plan.model_copy(update={name: tuple(records) for name, records in tables.items()})


def _read_top(piece: bytes) -> Plan | None:
    """Return the plan that stands above the records, None where it is not one alone."""
    data = _data(piece)
    if data is None or data.keys() != _AT_TOP:
        return None
    try:
        return Plan.model_validate(data)
    except ValidationError:
        return None


def _read_row(piece: bytes) -> _Row | None:
    """Return the record of a piece, None where it is not one alone, or a wrong one."""
    data = _data(b"[[" + piece)
    if data is None or len(data) != 1:
        return None
    ((table, records),) = data.items()
    model = table_model(table)
    if model is None or not isinstance(records, list) or len(records) != 1:
        return None
    try:
        return _Row(table, model.model_validate(records[0]))
    except ValidationError:
        return None


def _data(piece: bytes) -> Data | None:
    """Return the data of a piece with the line end that it was cut from; None for no TOML."""
    try:
        data = parse(f"{piece.decode()}\n")
    except UnicodeDecodeError:
        return None
    return None if isinstance(data, tuple) else data
