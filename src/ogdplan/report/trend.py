"""Work over time: what remains at each date beside the planned line, and deadlines that moved."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ogdplan.actions.library import Failed
from ogdplan.actions.trend import Trend, Trends
from ogdplan.progress.burndown import Point
from ogdplan.progress.slips import Slip, longest_slip
from ogdplan.report.chart import COLUMN, LINE, spark
from ogdplan.report.page import Block, Cell, Chart, Column, Fit, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.trend_document import document
from ogdplan.report.unreadable import unread
from ogdplan.report.view import View
from ogdplan.report.words import Reader, counted, when

COLUMNS = (
    Column("Plan", "plan"),
    Column("From", "from", priority=4),
    Column("Completed", "trend"),
    Column("Done", "done", "right", 2),
    Column("Remain", "remaining", "right", 1),
    Column("Planned", "planned", "right", 1),
    Column("Deadlines\nmoved", "moved", "right", 5),
    Column("Longest\nslip, days", "longest_slip", "right", 3),
)
"""The columns of the table of several plans."""

POINTS = (
    Column("Plan", "plan"),
    Column("Date", "date"),
    Column("Milestones", "total", "right", 3),
    Column("Completed", "completed", "right"),
    Column("Withdrawn", "withdrawn", "right", 1),
    Column("Undated", "undated", "right", 2),
    Column("Remain", "remaining", "right"),
    Column("Planned", "planned", "right"),
)
"""The columns of the points, those of CSV."""

SLIPS = (
    Column("Milestone", "title", fit=Fit.WRAPPED),
    Column("First\ndeadline", "first"),
    Column("Present\ndeadline", "present"),
    Column("Days\nlater", "days", "right"),
    Column("Moves", "moves", "right", 1),
    Column("Id", "id", priority=2),
)
"""The columns of the deadlines that moved."""

_LEGEND_OF_SEVERAL = (
    "Completed: the share of milestones done at each date, · where there are none.",
    "Planned: would remain with all deadlines kept; what has no deadline counts as it stands.",
)
_SELDOM = ("withdrawn", "undated")
_MOST_ROWS = 24
_MOST_COLUMNS_IN_CELL = 24
_FROM_GIT = "Each figure is what the file said on that day, as git has it."


def view(found: Trends, language: str | None, failed: Sequence[Failed] = ()) -> View:
    """Return the trends for readers of a language, None for that of each plan.

    One plan has a page of its own, several are a row each.
    """
    points = _all_points(found.plans)
    match found.plans:
        case (trend,):
            blocks = _of_one(trend, points, found.last, Reader(trend.plan, language))
        case _:
            blocks = _of_several(found)
    said_of = (Lines((said((_FROM_GIT, Style.MUTED)),)),) if found.from_git else ()
    page = Page((*blocks, *said_of, *unread(failed)))
    return View(page, document(found, language, failed), points)


def _of_one(trend: Trend, points: Sheet, last: date, reader: Reader) -> tuple[Block, ...]:
    heading = Heading(f"What remains of {trend.plan_id}: {reader.text(trend.plan.header.title)}", 1)
    unknown = tuple(_unknown(trend))
    if not trend.points:
        return heading, Lines(unknown)
    slips = () if trend.ends_unknown else _slips(trend.slips, last, reader)
    if not any(point.total for point in trend.points):
        return heading, Lines((said(("The plan has no milestones.", Style.MUTED)),)), *slips
    chart = Chart(
        tuple(_month(point.date) for point in trend.points),
        tuple(point.remaining for point in trend.points),
        tuple(point.planned for point in trend.points),
    )
    return (
        heading,
        Lines((*_standing(trend), *unknown)),
        chart,
        Lines(LEGEND),
        _points(points),
        *slips,
    )


LEGEND: tuple[Line, ...] = (
    said(
        (COLUMN, Style.RULE),
        " remain   ",
        (LINE, Style.EMPHASIS),
        " planned: would remain with all deadlines kept",
    ),
)


def _standing(trend: Trend) -> tuple[Line, ...]:
    """Return in words where the chart ends."""
    point = trend.points[-1]
    active = counted(point.active, "milestone", "milestones")
    remain = f"Remaining on {point.date.isoformat()}: {point.remaining} of {active}"
    kept = f"{point.planned} if all deadlines had been kept"
    # What was done early hides what is late, and what is due today is not yet late.
    late = "" if point.overdue == point.behind else f"; {point.overdue} overdue"
    lines = [said(f"{remain}; {kept}{late}.")]
    if trend.without_deadline:
        which = counted(trend.without_deadline, "milestone", "milestones")
        lines.append(said(f"Without a deadline: {which}; what has none is planned as it stands."))
    return tuple(lines)


def _unknown(trend: Trend) -> Iterator[Line]:
    """Yield why nothing is known of the last dates, where that is so."""
    for dates, reason in trend.gaps[-1:] if trend.ends_unknown else ():
        first, last = dates[0].isoformat(), dates[-1].isoformat()
        days = f"on {last}" if first == last else f"from {first} to {last}"
        yield said(f"Nothing is known of it {days}: {reason}.")


def _month(day: date) -> str:
    """Return the name of a date in the chart: of the last day of a month, that month."""
    is_end = (day + timedelta(days=1)).day == 1 if day < date.max else True
    return day.isoformat()[:7] if is_end else day.isoformat()


def _points(sheet: Sheet) -> Sheet:
    """Return the points of one plan for people, without the columns in which there is nothing."""
    kept = [
        at
        for at, column in enumerate(sheet.columns)
        if column.key not in _SELDOM or any(row[at].value for row in sheet.rows)
    ][1:]
    every = -(-len(sheet.rows) // _MOST_ROWS)
    return Sheet(
        tuple(sheet.columns[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in sheet.rows),
        every=every,
        rest=said((f"One date of {every} is shown; --format csv has all.", Style.MUTED)),
    )


def _all_points(trends: Iterable[Trend]) -> Sheet:
    rows = ((Cell(each.plan_id), *_point_cells(point)) for each in trends for point in each.points)
    return Sheet(POINTS, tuple(rows))


def _point_cells(point: Point) -> tuple[Cell, ...]:
    values = point._asdict()
    numbers = [values[column.key] for column in POINTS[2:]]
    return (
        Cell(point.date.isoformat()),
        *(Cell(str(number), value=number) for number in numbers),
    )


def _slips(slips: Sequence[Slip], last: date, reader: Reader) -> tuple[Block, ...]:
    until = last.isoformat()
    if not slips:
        return (Lines((said((f"No deadline moved up to {until}.", Style.MUTED)),)),)
    sheet = Sheet(SLIPS, tuple(_slip(slip, reader) for slip in slips))
    reasons = Lines(tuple(_reasons(slips, reader)), indent=2)
    return (Heading(f"Deadlines that moved up to {until}"), sheet, reasons)


def _slip(slip: Slip, reader: Reader) -> tuple[Cell, ...]:
    return (
        Cell(reader.text(slip.milestone.title)),
        Cell(when(slip.first)),
        Cell(when(slip.present)) if slip.present else _NOTHING,
        Cell(str(slip.days)) if slip.days is not None else _NOTHING,
        Cell(str(len(slip.moves))),
        Cell(slip.milestone.id, Style.MUTED),
    )


def _reasons(slips: Iterable[Slip], reader: Reader) -> Iterator[Line]:
    """Yield a line a milestone with what was given as the reason of each move."""
    for slip in slips:
        reasons = ", then: ".join(reader.text(move.text) for move in slip.moves)
        if reasons:
            yield said((reader.text(slip.milestone.title), Style.EMPHASIS), f": {reasons}")


def _of_several(found: Trends) -> tuple[Block, ...]:
    heading = Heading(_went_on(found), 1)
    if not found.plans:
        return heading, Lines((said(("No plan could be read.", Style.MUTED)),))
    sheet = Sheet(COLUMNS, tuple(_row(trend) for trend in found.plans))
    return heading, sheet, Lines(tuple(said((words, Style.MUTED)) for words in _LEGEND_OF_SEVERAL))


def _went_on(found: Trends) -> str:
    """Return the title of several plans: with the dates that were asked for, else the last."""
    last = found.last.isoformat()
    if not found.dates:
        return f"How plans went on, up to {last}"
    if len(found.dates) == 1:
        return f"How plans stood on {last}"
    return f"How plans went on, from {found.dates[0].isoformat()} to {last}"


def _row(trend: Trend) -> tuple[Cell, ...]:
    slipped = _slipped(trend)
    name = Cell(trend.plan_id, Style.EMPHASIS)
    if not trend.points:
        return (name, *[_NOTHING] * (len(COLUMNS) - 3), *slipped)
    first, last = trend.points[0], trend.points[-1]
    shares = [point.completed_percent for point in trend.points]
    return (
        name,
        Cell(_month(first.date)),
        Cell(spark(shares, most=_MOST_COLUMNS_IN_CELL), Style.DONE),
        Cell(f"{first.completed} → {last.completed} of {last.active}"),
        Cell(str(last.remaining)),
        Cell(str(last.planned)),
        *slipped,
    )


def _slipped(trend: Trend) -> tuple[Cell, Cell]:
    if trend.ends_unknown:
        return _NOTHING, _NOTHING
    moved, longest = len(trend.slips), longest_slip(trend.slips)
    return (
        Cell(str(moved)) if moved else _ZERO,
        _NOTHING if longest is None else Cell(str(longest)),
    )


_NOTHING = Cell("–", Style.MUTED)
_ZERO = Cell("0", Style.MUTED)
