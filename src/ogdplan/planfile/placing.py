"""Where a new record goes: after the last of its kind, else where the order of kinds puts it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ogdplan.model.kinds import TABLES
from ogdplan.planfile import written
from ogdplan.planfile.anatomy import Anatomy, is_comment, line_end, next_line
from ogdplan.planfile.operations import AddRecord, Value
from ogdplan.planfile.splices import Splice


def addition(anatomy: Anatomy, operations: Sequence[AddRecord]) -> Splice:
    """Return what puts new records of one kind into the text, a blank line above each."""
    table = operations[0].table
    if numbers := anatomy.within((table,)):
        indent = anatomy.indent_of(_header(anatomy, numbers[-1]))
        return _below(anatomy, anatomy.bottom(numbers[-1]), operations, indent)
    place = _first_place(anatomy, table)
    if place is None:
        return _on_top(anatomy, operations)
    return _below(anatomy, place, operations, "")


def header(anatomy: Anatomy, fields: Mapping[str, Value]) -> Splice:
    """Return what puts `[plan]` into a text that has none."""
    return addition(anatomy, [AddRecord("plan", fields)])


def _below(anatomy: Anatomy, place: int, operations: Sequence[AddRecord], indent: str) -> Splice:
    """Return the records below the line that ends at a place."""
    ending = anatomy.ending_at(place)
    lines = [line for each in operations for line in ("", *_record(each, indent, ending))]
    return Splice(place, place, "".join(f"{ending}{line}" for line in lines))


def _on_top(anatomy: Anatomy, operations: Sequence[AddRecord]) -> Splice:
    """Return the records above the first header of a text that has nothing else above it."""
    ending = anatomy.ending
    place = anatomy.start(1) if len(anatomy.parts) > 1 else len(anatomy.text)
    below = ending if len(anatomy.parts) > 1 else ""
    blocks = (ending.join(_record(each, "", ending)) for each in operations)
    return Splice(place, place, f"{ending}{ending}".join(blocks) + ending + below)


def _record(operation: AddRecord, indent: str, ending: str) -> list[str]:
    """Return the lines of a new record; those of another file keep their indentation."""
    if operation.text is not None:
        return operation.text.replace("\r\n", "\n").split("\n")
    return written.record(operation.table, operation.fields, indent=indent, ending=ending)


def _header(anatomy: Anatomy, number: int) -> int:
    """Return where the header of the record begins that a part is in."""
    while anatomy.parts[number].section.opening != "[[":
        number -= 1
    return anatomy.parts[number].section.header.start


def _first_place(anatomy: Anatomy, table: str) -> int | None:
    """Return the end of the line below which the first record of a kind goes, None for the top."""
    guides = _guides(anatomy, table)
    if (guide := next(guides, None)) is not None:
        return guide
    rank = TABLES.index(table) if table in TABLES else len(TABLES)
    for name in reversed(TABLES[:rank]):
        if numbers := anatomy.within((name,)):
            return anatomy.bottom(numbers[-1])
    if anatomy.parts[0].entries:
        return anatomy.bottom(0)
    above = anatomy.text[: anatomy.start(1)] if len(anatomy.parts) > 1 else anatomy.text
    return line_end(anatomy.text, len(above.rstrip())) if above.strip() else None


def _guides(anatomy: Anatomy, table: str) -> Iterator[int]:
    """Yield the ends of comment blocks of their own that begin by naming the table."""
    text = anatomy.text
    for match in re.finditer(rf"^[ \t]*# \[\[{table}\]\]", text, re.MULTILINE):
        number = _part_at(anatomy, match.start())
        end = _block_end(text, line_end(text, match.start()))
        following = number + 1
        is_apart = following == len(anatomy.parts) or end < anatomy.start(following)
        if match.start() >= anatomy.parts[number].end and is_apart:
            yield end


def _part_at(anatomy: Anatomy, offset: int) -> int:
    """Return the number of the last part whose header stands before an offset."""
    return max(n for n, part in enumerate(anatomy.parts) if part.section.header.start <= offset)


def _block_end(text: str, end: int) -> int:
    """Return where the comment lines end that follow a line, the line included."""
    while (after := next_line(text, end)) is not None and is_comment(text, after):
        end = line_end(text, after)
    return end
