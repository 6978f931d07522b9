"""The milestones of each commitment by their status, as bars."""

from collections.abc import Iterator, Mapping, Sequence

from ogdplan.model.vocabularies import Status
from ogdplan.progress.counts import count_milestones
from ogdplan.progress.parts import without_commitment
from ogdplan.progress.plan import Progress
from ogdplan.report.html.drawings.drawing import Box, Drawing, Key, Row, Rows
from ogdplan.report.marks import STATUS
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Cell, Column, Sheet
from ogdplan.report.segments import Segment, Style
from ogdplan.report.tongue import Tongue

MOST = 40
"""The most commitments that have a bar."""

ORDER = (
    Status.COMPLETED,
    Status.SUBSTANTIAL,
    Status.LIMITED,
    Status.IN_PROGRESS,
    Status.NOT_STARTED,
    Status.UNCLEAR,
    Status.WITHDRAWN,
)
"""From done to given up: the order within a bar."""

_Counts = Mapping[Status, int]
_Bars = Sequence[tuple[Segment, _Counts]]


def statuses(progress: Progress, teller: Teller) -> Drawing | None:
    """Return a bar a commitment that has milestones, None without any."""
    bars = tuple(_bars(progress, teller))
    if not bars:
        return None
    tongue = teller.tongue
    longest = max(sum(counts.values()) for _, counts in bars)
    rows = tuple(_row(name, counts, longest, tongue) for name, counts in bars[:MOST])
    return Drawing(
        "status-by-commitment",
        tongue.say("Milestones of each commitment by status"),
        tongue.count(
            "The longest bar stands for {n} milestone.",
            "The longest bar stands for {n} milestones.",
            longest,
        ),
        Rows(rows),
        _table(bars, tongue),
        tuple(_legend(bars, tongue)),
        _note(len(bars), tongue),
    )


def _bars(progress: Progress, teller: Teller) -> Iterator[tuple[Segment, _Counts]]:
    for each in progress.commitments:
        if each.milestones:
            yield teller.segment(each.commitment.title), count_milestones(each.milestones).by_status
    if rest := without_commitment(progress.milestones, progress.commitments):
        name = Segment(teller.tongue.say("No commitment"), Style.MUTED)
        yield name, count_milestones(rest).by_status


def _row(name: Segment, counts: _Counts, longest: int, tongue: Tongue) -> Row:
    return Row((name,), tuple(_boxes(counts, longest)), tuple(_words(counts, tongue)))


def _boxes(counts: _Counts, longest: int) -> Iterator[Box]:
    x = 0.0
    for status in ORDER:
        if counts[status]:
            width = 100 * counts[status] / longest
            yield Box(x, 8, width, 84, f"status-{status.value}")
            x += width


def _words(counts: _Counts, tongue: Tongue) -> Iterator[Segment]:
    """Yield the numbers of a bar, in its order: `✔ Completed: 3`."""
    gap = ""
    for status in ORDER:
        if counts[status]:
            mark, style = STATUS[status]
            number = tongue.number(counts[status])
            words = tongue.say("{status}: {n}", status=tongue.term(status), n=number)
            yield Segment(f"{gap}{mark} ", style)
            yield Segment(words)
            gap = "   "


def _legend(bars: _Bars, tongue: Tongue) -> Iterator[Key]:
    for status in ORDER:
        if any(counts[status] for _, counts in bars):
            mark, _ = STATUS[status]
            yield Key(Box(0, 5, 100, 90, f"status-{status.value}"), f"{mark} {tongue.term(status)}")


def _note(bars: int, tongue: Tongue) -> str:
    if bars <= MOST:
        return ""
    return tongue.say("Only the first {n} rows are drawn.", n=tongue.number(MOST))


def _table(bars: _Bars, tongue: Tongue) -> Sheet:
    shown = [status for status in ORDER if any(counts[status] for _, counts in bars)]
    columns = (
        Column(tongue.say("Commitment"), "commitment"),
        *(Column(tongue.term(status), status.value, "right") for status in shown),
        Column(tongue.say("Milestones"), "milestones", "right"),
    )
    return Sheet(columns, tuple(_cells(name, counts, shown, tongue) for name, counts in bars))


def _cells(
    name: Segment, counts: _Counts, shown: Sequence[Status], tongue: Tongue
) -> tuple[Cell, ...]:
    return (
        Cell(name.text, name.style, language=name.language),
        *(Cell(tongue.number(counts[status])) for status in shown),
        Cell(tongue.number(sum(counts.values()))),
    )
