"""The parts of a plan file as a person sees them: sections, their lines and their comments.

Made for text that tomli has accepted, its byte-order mark removed. Offsets count in that text.
A line ends before its line ending; a section begins with the comment lines that stand directly
above its header and ends with those directly below its last line.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ogdplan.planfile.positions import Tables
from ogdplan.planfile.scanner import Path, Place, Section, items, key_parts, sections
from ogdplan.planfile.splices import Splice

_COMMENT_LINE = re.compile(r"[ \t]*#")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key = value`: the path it sets, its key as a whole, the key's last name, the value."""

    path: Path
    key: Place
    name: Place
    value: Place


class Part:
    """A header and the lines below it, up to the next; `path` is the table it opens."""

    def __init__(self, text: str, section: Section, path: Path) -> None:
        self._text = text
        self.path = path
        self.section = section

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The keys and values of the part, in order."""
        return tuple(self._entries())

    @cached_property
    def end(self) -> int:
        """The end of its last line with a value, or of its header."""
        last = self.entries[-1].value[1] if self.entries else self.section.header.end
        return line_end(self._text, last) if last else 0

    @property
    def has_header(self) -> bool:
        """Whether it is not the first part, which has none."""
        return bool(self.section.opening)

    def _entries(self) -> Iterator[Entry]:
        for key, value in items(self._text, self.section.body):
            if key is not None:
                names = key_parts(self._text, key)
                path = (*self.path, *(part.name for part in names))
                yield Entry(path, key, names[-1].place, value)


class Anatomy:
    """The parts of one text, in its order."""

    def __init__(self, text: str) -> None:
        """Read the headers."""
        self.text = text
        self.parts = tuple(_parts(text))
        self.ending = "\r\n" if "\r\n" in text else "\n"

    def within(self, path: Path) -> Sequence[int]:
        """Return the numbers of the parts that open the table at a path, or a table within it."""
        return self._within.get(path, [])

    @cached_property
    def _within(self) -> Mapping[Path, list[int]]:
        found: dict[Path, list[int]] = defaultdict(list)
        for number, part in enumerate(self.parts):
            for length in range(len(part.path) + 1):
                found[part.path[:length]].append(number)
        return dict(found)

    def runs(self, path: Path) -> Iterator[tuple[int, int]]:
        """Yield the first and last of the parts of a table that follow each other without a gap."""
        for _, run in groupby(enumerate(self.within(path)), key=lambda pair: pair[1] - pair[0]):
            found = [number for _, number in run]
            yield found[0], found[-1]

    def lines_of(self, path: Path) -> str | None:
        """Return a table as it is written, with its comments and without its last line ending.

        None where it has no header of its own.
        """
        runs = [self.text[self.start(first) : self.bottom(last)] for first, last in self.runs(path)]
        return self.ending.join(runs) or None

    def start(self, number: int) -> int:
        """Return where a part begins: with the comment lines directly above its header."""
        floor = self.parts[number - 1].end if number else 0
        start = line_start(self.text, self.parts[number].section.header.start)
        while (above := line_start(self.text, start - 1)) >= floor and start > floor:
            if not is_comment(self.text, above):
                break
            start = above
        return start

    def bottom(self, number: int) -> int:
        """Return where a part ends: with the comment lines directly below its last line."""
        following = number + 1
        limit = self.start(following) if following < len(self.parts) else len(self.text)
        end = self.parts[number].end
        while (after := next_line(self.text, end)) is not None and after < limit:
            if not is_comment(self.text, after):
                break
            end = line_end(self.text, after)
        return end

    def blank_above(self, start: int) -> int:
        """Return where the blank lines begin that stand above the line that begins here."""
        content = len(self.text[:start].rstrip())
        after = next_line(self.text, line_end(self.text, content))
        return start if after is None else after

    def cut(self, start: int, end: int) -> Splice:
        """Return the cut of whole lines, from the start of a line to the end of one.

        They go with their endings; the last line of a text that has none goes with the ending
        above it.
        """
        after = next_line(self.text, end)
        if after is not None or start == 0:
            return Splice(start, len(self.text) if after is None else after)
        return Splice(line_end(self.text, line_start(self.text, start - 1)), end)

    def ending_at(self, offset: int) -> str:
        """Return the line ending that stands at an offset, that of the text where none does."""
        if self.text.startswith("\r\n", offset):
            return "\r\n"
        return "\n" if self.text.startswith("\n", offset) else self.ending

    def indent_of(self, offset: int) -> str:
        """Return the spaces that the line of an offset begins with."""
        return indent_at(self.text, line_start(self.text, offset))


def indent_at(text: str, start: int) -> str:
    """Return the spaces and tabs that a line begins with."""
    line = text[start : line_end(text, start)]
    return line[: len(line) - len(line.lstrip(" \t"))]


def line_start(text: str, offset: int) -> int:
    """Return where the line of an offset begins."""
    return text.rfind("\n", 0, max(offset, 0)) + 1


def line_end(text: str, offset: int) -> int:
    """Return where the line of an offset ends, before its line ending."""
    end = text.find("\n", offset)
    if end < 0:
        return len(text)
    return end - 1 if end > offset and text[end - 1] == "\r" else end


def next_line(text: str, end: int) -> int | None:
    """Return where the line after the one that ends here begins, None after the last."""
    if end >= len(text):
        return None
    return end + (2 if text.startswith("\r\n", end) else 1)


def is_comment(text: str, start: int) -> bool:
    """Return whether the line that begins here has a comment and nothing else."""
    return _COMMENT_LINE.match(text, start) is not None


def _parts(text: str) -> Iterator[Part]:
    tables = Tables()
    for section in sections(text):
        path: Path = ()
        if section.opening:
            path = tables.resolve(tuple(part.name for part in key_parts(text, section.key)))
            if section.opening == "[[":
                path = tables.append(path)
        yield Part(text, section, path)
