"""The tables of the dashboard: the first rows of each, and where the rest is to be seen."""

from collections.abc import Iterator, Sequence

from ogdplan.progress.challenges import ChallengeProgress
from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.completion import is_weighted
from ogdplan.progress.health import Health, health_label
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.report.board import Board
from ogdplan.report.marks import health_cell, status_cell
from ogdplan.report.page import Block, Cell, Column, Fit, Gauge, Sheet, said
from ogdplan.report.segments import Style
from ogdplan.report.words import Reader, days, when

MOST = 5
"""How many rows of each table a terminal shows."""


def commitments(board: Board) -> Iterator[Block]:
    """Yield the commitments, in the order of the file."""
    found = board.progress.commitments
    columns = (
        Column("Commitments", "title", fit=Fit.CLIPPED),
        Column("Status", "status"),
        Column("Done", "completed_percent", priority=1),
        Column("In charge", "lead", priority=2, fit=Fit.CLIPPED),
    )
    rows = [_commitment(each, board.reader) for each in found]
    yield from _table(columns, rows, command("commitment list", board))


def _commitment(each: CommitmentProgress, reader: Reader) -> tuple[Cell, ...]:
    gauge = Gauge(each.completed_percent, None)
    done = f"{each.completed_milestones} of {each.active_milestones}"
    if is_weighted(each.milestones):
        done += f" ({each.completed_percent} % by weight)"
    return (
        Cell(reader.text(each.commitment.title)),
        status_cell(each.status),
        Cell(done, gauge=gauge) if each.active_milestones else Cell("–", Style.MUTED),
        Cell(reader.institution(each.lead)),
    )


def attention(board: Board) -> Iterator[Block]:
    """Yield the milestones to look at, the worst first."""
    columns = (
        Column("Needs attention", "title", fit=Fit.CLIPPED),
        Column("Health", "health"),
        Column("Due", "due"),
        Column("", "days", "right", 1),
        Column("In charge", "lead", priority=2, fit=Fit.CLIPPED),
        Column("Id", "id", priority=3),
    )
    rows = [_milestone(each, board) for each in board.attention]
    yield from _table(columns, rows, command("agenda", board))


def _milestone(each: MilestoneProgress, board: Board) -> tuple[Cell, ...]:
    due = each.milestone.due
    label = health_label(each.health, plan_over=board.progress.over)
    late = Style.LATE if each.health is Health.OVERDUE else Style.PLAIN
    left = days((due.last - board.progress.as_of).days) if due else ""
    return (
        Cell(board.reader.text(each.milestone.title)),
        health_cell(each.health, label),
        Cell(when(due)),
        Cell(left, late),
        Cell(board.reader.institution(each.lead)),
        Cell(each.milestone.id, Style.MUTED),
    )


def challenges(board: Board) -> Iterator[Block]:
    """Yield the open challenges, the gravest first."""
    columns = (
        Column("Open challenges", "title", fit=Fit.CLIPPED),
        Column("Severity", "severity"),
        Column("What is done about it", "mitigations", fit=Fit.CLIPPED),
    )
    rows = [_challenge(each, board.reader) for each in board.open_challenges]
    yield from _table(columns, rows, command("challenge list", board))


def _challenge(each: ChallengeProgress, reader: Reader) -> tuple[Cell, ...]:
    titles = [reader.text(mitigation.title) for mitigation in each.mitigations]
    more = f" (+{len(titles) - 1} more)" if len(titles) > 1 else ""
    return (
        Cell(reader.text(each.challenge.title)),
        Cell(each.challenge.severity.label),
        Cell("nothing", Style.LATE, "▲") if each.unmitigated else Cell(f"{titles[0]}{more}"),
    )


def reports(board: Board) -> Iterator[Block]:
    """Yield the latest reports."""
    columns = (
        Column("Latest reports", "text", fit=Fit.CLIPPED),
        Column("On", "on"),
        Column("About", "about", priority=1),
    )
    rows = [
        (
            Cell(board.reader.text(each.text)),
            Cell(each.on.text),
            Cell(each.about or "the plan", Style.MUTED),
        )
        for each in board.latest_reports
    ]
    yield from _table(columns, rows, command("update list", board))


def command(words: str, board: Board) -> str:
    """Return the command that shows more of the plan, at the same date."""
    return f"ogdplan {words} {board.plan_id} --as-of {board.progress.as_of.isoformat()}"


def _table(
    columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]], where: str
) -> Iterator[Block]:
    """Yield the rows, and for a terminal where those are to be seen that it leaves out."""
    if rows:
        rest = said((f"… and {len(rows) - MOST} more: {where}", Style.MUTED))
        yield Sheet(columns, tuple(rows), most=MOST, rest=rest)
