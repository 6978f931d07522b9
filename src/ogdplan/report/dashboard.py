"""One plan on one screen: how far, what is late, what stands in the way, what was reported."""

from collections.abc import Iterator, Sequence
from datetime import date

from ogdplan.actions.library import Loaded
from ogdplan.findings import Finding
from ogdplan.model.plan import Header
from ogdplan.model.vocabularies import Basis
from ogdplan.progress.counts import DatasetCounts
from ogdplan.progress.health import Health
from ogdplan.progress.plan import Progress
from ogdplan.reference.countries import country
from ogdplan.reference.workshop import SDG_OPEN_SHARE_BENCHMARK_PERCENT
from ogdplan.report import dashboard_tables as tables
from ogdplan.report.board import Board, board_of, document
from ogdplan.report.gauges import bar
from ogdplan.report.marks import HEALTH
from ogdplan.report.page import Block, Gauge, Heading, Lines, Page, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.view import View
from ogdplan.report.words import counted, when

_LABEL = 13
"""The cells that the names of the figures take."""


def view(loaded: Loaded, findings: Sequence[Finding], *, as_of: date, language: str | None) -> View:
    """Return the plan on one screen; `findings` are those of its file."""
    board = board_of(loaded, findings, as_of=as_of, language=language)
    blocks = (
        *_header(board),
        Lines(tuple(_figures(board)), indent=_LABEL),
        *tables.commitments(board),
        *tables.attention(board),
        *tables.challenges(board),
        *tables.reports(board),
    )
    return View(Page(blocks), document(board))


def _header(board: Board) -> Iterator[Block]:
    header = board.progress.plan.header
    facts = (
        board.plan_id,
        _countries(header),
        header.kind.label,
        _period(header),
        header.stage.label,
        f"lead {board.reader.institution(header.lead)}",
    )
    lines = [said((" · ".join(fact for fact in facts if fact), Style.MUTED))]
    if header.basis is not Basis.OFFICIAL:
        basis = f"This file is {header.basis.value}: {header.basis.description}."
        lines.append(said((basis, Style.MUTED)))
    as_of = board.progress.as_of.isoformat()
    yield Heading(f"{board.reader.text(header.title)}, on {as_of}", 1)
    yield Lines(tuple(lines))


def _countries(header: Header) -> str:
    codes = (header.country,) if header.country else header.countries
    return "; ".join(found.name if (found := country(code)) else code for code in codes)


def _period(header: Header) -> str:
    if header.start is None and header.end is None:
        return "no start and no end given"
    return f"{when(header.start) or '?'} – {when(header.end) or '?'}"


def _figures(board: Board) -> Iterator[Line]:
    progress = board.progress
    yield _figure("Completed", *_completed(progress))
    yield _figure("Time passed", *_time_passed(progress))
    yield _figure("Last report", *_last_report(progress))
    yield _figure("Evidence", _evidence(progress))
    yield _figure("Challenges", *_open_and_unmitigated(progress))
    steps = progress.next_step_counts
    yield _figure("Next steps", f"{steps.open} of {steps.total} open")
    yield _figure("Lessons", str(progress.lessons))
    if progress.dataset_counts.total:
        yield _figure("Data", *_data(progress.dataset_counts))
    yield _figure("Findings", *_findings(board))


def _figure(name: str, *parts: str | tuple[str, Style]) -> Line:
    return said((f"{name:<{_LABEL}}", Style.MUTED), *parts)


def _completed(progress: Progress) -> Iterator[str | tuple[str, Style]]:
    counts = progress.milestone_counts
    gauge = Gauge(counts.completed_percent, progress.elapsed_percent)
    yield from ((segment.text, segment.style) for segment in bar(gauge))
    whole = counted(counts.active, "milestone", "milestones")
    further = counts.substantial_or_completed - counts.completed
    yield (f" {_percent(counts.completed_percent)}", Style.DONE)
    yield f" by weight: {counts.completed} of {whole}"
    yield f", {further} more substantial" if further else ""


def _time_passed(progress: Progress) -> Iterator[str | tuple[str, Style]]:
    if progress.elapsed_percent is None:
        yield ("not known without a start and an end", Style.MUTED)
    else:
        yield _percent(progress.elapsed_percent)
        yield ", the plan has ended" if progress.over else ""


def _percent(number: int | None) -> str:
    return "–" if number is None else f"{number} %"


def _last_report(progress: Progress) -> Iterator[str | tuple[str, Style]]:
    yield progress.last_report.isoformat() if progress.last_report else "never"
    if progress.stale:
        mark, style = HEALTH[Health.DUE_SOON]
        yield (f" {mark} too long ago", style)


def _evidence(progress: Progress) -> str:
    counts = progress.evidence_counts
    if counts.completed == 0:
        return "–"
    whole = counted(counts.completed, "completed milestone", "completed milestones")
    return f"public for {counts.with_public_evidence} of {whole}"


def _open_and_unmitigated(progress: Progress) -> Iterator[str | tuple[str, Style]]:
    counts = progress.challenge_counts
    yield f"{counts.open} of {counts.total} open"
    if counts.unmitigated:
        yield ", "
        yield (f"{counts.unmitigated} not mitigated", Style.RISK)


def _data(counts: DatasetCounts) -> Iterator[str | tuple[str, Style]]:
    yield f"{counts.open} of {counted(counts.total, 'dataset', 'datasets')} open"
    if counts.sdg_linked:
        yield f"; of those linked to the SDGs {counts.sdg_linked_open} of {counts.sdg_linked}, "
        yield (f"{counts.sdg_linked_open_percent} %", Style.EMPHASIS)
        yield f" (in the best cases about {SDG_OPEN_SHARE_BENCHMARK_PERCENT} %, workshop of 2017)"


def _findings(board: Board) -> Iterator[str | tuple[str, Style]]:
    counts = board.row.findings
    errors = counted(counts.error, "error", "errors")
    yield f"{errors}, {counted(counts.warning, 'warning', 'warnings')}"
    if counts.error + counts.warning:
        yield (f": {tables.command('check', board)}", Style.MUTED)
