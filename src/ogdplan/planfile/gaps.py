"""What stands between the statements of a plan file: blank lines and comments, and whose they are.

A statement is a header, or a key with its value. The text has line feeds only, and its last line
has one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ogdplan.planfile.anatomy import Part

Block = tuple[str, ...]
"""Comment lines without a blank line between them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The comments between two statements, by where they belong.

    A comment is `beside` the first, directly `below` it, directly `above` the second, or `apart`
    from both. What touches both is above the second.
    """

    beside: str
    below: Block
    apart: tuple[Block, ...]
    above: Block


def gaps(text: str, part: Part, following: Part | None) -> Iterator[Gap]:
    """Yield what stands behind the header of a part, then behind each of its entries.

    `following` is the next part, None where the file ends. The first part has no header; its
    first gap begins with the file.
    """
    position = part.section.header.end
    for entry in part.entries:
        yield _gap(text[position : entry.key[0]], begins_file=position == 0)
        position = entry.value[1]
    end = following.section.header.start if following else len(text)
    yield _gap(text[position:end], begins_file=position == 0, ends_file=following is None)


def _gap(text: str, *, begins_file: bool, ends_file: bool = False) -> Gap:
    # The last line is nothing but the indentation of what follows.
    lines = [line.strip(" \t") for line in text.split("\n")][:-1]
    beside = "" if begins_file else lines.pop(0)
    blocks = [tuple(block) for is_comment, block in groupby(lines, key=bool) if is_comment]
    above: Block = ()
    below: Block = ()
    if blocks and lines[-1] and not ends_file:
        above = blocks.pop()
    if blocks and lines[0] and not begins_file:
        below = blocks.pop(0)
    return Gap(beside, below, tuple(blocks), above)
