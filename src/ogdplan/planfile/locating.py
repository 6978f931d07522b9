"""From places in the data to lines and columns of the text."""

from collections.abc import Iterable
from functools import cached_property
from typing import assert_never

from ogdplan.findings import Aim, DataPath, Finding, Place, Problem, Span
from ogdplan.planfile.positions import Lines, Positions, locate


class Locator:
    """Finds the lines of one file; nothing is scanned before the first place is asked for."""

    def __init__(self, text: str) -> None:
        """Take the text of the file, without a byte-order mark."""
        self._text = text
        self._excerpts: dict[int, str] = {}

    @cached_property
    def _positions(self) -> Positions:
        return locate(self._text)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def line(self, path: DataPath) -> int:
        """Return the line, counted from 1, on which the table or value at a path begins."""
        start, _ = self._span(Place(path, Aim.HEADER))
        return self._lines.position(start)[0]

    def finding(self, problem: Problem, path: str) -> Finding:
        """Return the problem as a finding in the file that is shown as `path`."""
        start, end = self._span(problem.place)
        line, column = self._lines.position(start)
        excerpt = self._excerpt(line)
        return Finding(
            rule=problem.rule.slug,
            group=problem.rule.group,
            severity=problem.rule.severity,
            path=path,
            line=line,
            column=column,
            record=problem.record,
            field=problem.field,
            message=problem.message,
            help=problem.help,
            accepted=problem.accepted,
            width=max(1, min(end - start, len(excerpt) - column + 1)),
            excerpt=excerpt,
        )

    def _excerpt(self, line: int) -> str:
        """Return a line; the same object for all its findings, since it may be very long."""
        if line not in self._excerpts:
            self._excerpts[line] = self._lines.text_of(line)
        return self._excerpts[line]

    def _span(self, place: Place | Span) -> tuple[int, int]:
        if isinstance(place, Span):
            return place.start, place.end
        for length in range(len(place.path), -1, -1):
            if found := self._look_up(Place(place.path[:length], place.aim)):
                return found
        return 0, 0

    def _look_up(self, place: Place) -> tuple[int, int] | None:
        match place.aim:
            case Aim.VALUE:
                return self._positions.value(place.path)
            case Aim.KEY:
                return self._positions.key(place.path)
            case Aim.HEADER:
                return self._positions.header(place.path)
        assert_never(place.aim)


def findings_of(problems: Iterable[Problem], text: str, path: str) -> tuple[Finding, ...]:
    """Return the problems of a file as findings, sorted by line, column and rule."""
    locator = Locator(text)
    found = [locator.finding(problem, path) for problem in problems]
    return tuple(sorted(found, key=lambda finding: finding.order))
