"""The examples of docs/definitions.md say what the program says.

Notation of the page: TOML blocks that follow one another are the plans of an example; every
table after them whose first column is "at" asserts figures, one date a row. The column "of"
names a record; each further column is a figure, by the names below.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from builders import a_plan
from ogdplan.model.plan import Plan
from ogdplan.model.terms import Term
from ogdplan.progress.asks import asks_of
from ogdplan.progress.burndown import Point, month_ends, points_at
from ogdplan.progress.challenges import ChallengeProgress
from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.concerns import concerns_of
from ogdplan.progress.health import health_label
from ogdplan.progress.indicators import IndicatorProgress, indicators_of
from ogdplan.progress.interval import Interval, reporting_interval
from ogdplan.progress.judgements import Judgement, judgements_of
from ogdplan.progress.late import late_besides
from ogdplan.progress.measures import measures_of
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.openness import is_open, stars
from ogdplan.progress.owed import reports_owed
from ogdplan.progress.plan import Progress, Subtotal, progress_of, subtotal

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "definitions.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```toml\n(?:.*\n)+?```$|(?:^\|.+\n)+", re.MULTILINE)
HEADINGS = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)


@dataclass(frozen=True)
class Claim:
    """One row of an example's table."""

    section: str
    plans: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{self.section}: " + ", ".join(f"{name} {value}" for name, value in self.cells)


def claims() -> Iterator[Claim]:
    for section in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]:
        plans: tuple[str, ...] = ()
        is_new_example = True
        for block in BLOCK.findall(section):
            if block.startswith("```"):
                plans = (*(() if is_new_example else plans), block[8:-3])
                is_new_example = False
            elif block.startswith("| at |"):
                is_new_example = True
                yield from claims_of_table(section.partition("\n")[0], plans, block)


def claims_of_table(section: str, plans: tuple[str, ...], table: str) -> Iterator[Claim]:
    names, _, *rows = ([cell.strip() for cell in row[1:-1].split("|")] for row in table.split("\n"))
    for row in rows:
        if any(row):
            yield Claim(section, plans, tuple(zip(names, row, strict=True)))


def milestone(progress: Progress, record: str) -> MilestoneProgress:
    return next(each for each in progress.milestones if each.milestone.id == record)


def commitment(progress: Progress, record: str) -> CommitmentProgress:
    return next(each for each in progress.commitments if each.commitment.id == record)


def challenge(progress: Progress, record: str) -> ChallengeProgress:
    return next(each for each in progress.challenges if each.challenge.id == record)


def status(progress: Progress, record: str) -> Term:
    """Return the status of whichever record has the id."""
    by_id: dict[str, Term] = {each.challenge.id: each.status for each in progress.challenges}
    by_id |= {each.commitment.id: each.status for each in progress.commitments}
    by_id |= {each.milestone.id: each.status for each in progress.milestones}
    return by_id[record]


def is_open_record(progress: Progress, record: str) -> bool:
    """Return whether the dataset or challenge with the id is open."""
    by_id = {each.id: is_open(each, progress.as_of) for each in progress.plan.datasets}
    by_id |= {each.challenge.id: each.is_open for each in progress.challenges}
    return by_id[record]


def stars_of(plan: Plan, record: str) -> int:
    return next(stars(dataset) for dataset in plan.datasets if dataset.id == record)


def judgement(progress: Progress, record: str) -> Judgement:
    return next(each for each in judgements_of(progress) if each.assessment.id == record)


def indicator(progress: Progress, record: str) -> IndicatorProgress:
    return next(each for each in indicators_of(progress) if each.indicator.id == record)


def waits_for(progress: Progress, record: str) -> str | None:
    """Return the ids that a milestone waits for; of one that is no concern there are none."""
    concerns = concerns_of(progress)
    every = (*concerns.overdue, *concerns.blocked, *concerns.unconfirmed, *concerns.due)
    for concern in every:
        if concern.progress.milestone.id == record:
            return ", ".join(each.id for each in concern.waits_for) or None
    return None


def interval(progress: Progress) -> Interval:
    return reporting_interval(progress.plan.header, progress.as_of)


def owed(progress: Progress) -> str | None:
    return ", ".join(str(each.lead) for each in reports_owed(progress, interval(progress))) or None


def asked(progress: Progress) -> str | None:
    concerns, reports = concerns_of(progress), reports_owed(progress, interval(progress))
    found = asks_of(progress, concerns, reports, late_besides(progress))
    return ", ".join(str(each.lead) for each in found) or None


def late(progress: Progress) -> str | None:
    return ", ".join(each.record.id for each in late_besides(progress)) or None


def burndown(progress: Progress) -> Point:
    """Return the last point of the plan's burn-down."""
    as_of = progress.as_of
    return points_at(progress.plan, month_ends(progress.plan, as_of))[-1]


OF_RECORD: dict[str, Callable[[Progress, str], object]] = {
    "status": status,
    "undated": lambda progress, record: milestone(progress, record).state.undated,
    "health": lambda progress, record: milestone(progress, record).health,
    "label": lambda progress, record: health_label(
        milestone(progress, record).health, plan_over=progress.over
    ),
    "slip": lambda progress, record: milestone(progress, record).slip_days,
    "delay": lambda progress, record: milestone(progress, record).delay_days,
    "evidence": lambda progress, record: milestone(progress, record).evidence,
    "reported": lambda progress, record: commitment(progress, record).reported,
    "open": is_open_record,
    "stars": lambda progress, record: stars_of(progress.plan, record),
    "unmitigated": lambda progress, record: challenge(progress, record).unmitigated,
    "waits for": waits_for,
    "judged": lambda progress, record: judgement(progress, record).judged,
    "self-reported": lambda progress, record: judgement(progress, record).self_reported,
    "differs": lambda progress, record: judgement(progress, record).differs,
    "share of the way %": lambda progress, record: indicator(progress, record).way_percent,
    "met": lambda progress, record: indicator(progress, record).is_met,
}
OF_PLAN: dict[str, Callable[[Progress], object]] = {
    "milestones": lambda progress: progress.milestone_counts.total,
    "active": lambda progress: progress.milestone_counts.active,
    "completed": lambda progress: progress.milestone_counts.completed,
    "withdrawn": lambda progress: progress.milestone_counts.withdrawn,
    "remaining": lambda progress: burndown(progress).remaining,
    "planned": lambda progress: burndown(progress).planned,
    "overdue": lambda progress: burndown(progress).overdue,
    "completed %": lambda progress: progress.completed_percent,
    "substantial or completed": lambda p: p.milestone_counts.substantial_or_completed,
    "commitments completed": lambda progress: progress.commitment_counts.completed,
    "elapsed %": lambda progress: progress.elapsed_percent,
    "with public evidence": lambda progress: progress.evidence_counts.with_public_evidence,
    "with public evidence %": lambda progress: progress.evidence_counts.public_percent,
    "running": lambda progress: progress.running,
    "last report": lambda progress: progress.last_report,
    "stale": lambda progress: progress.stale,
    "datasets open": lambda progress: progress.dataset_counts.open,
    "SDG-linked": lambda progress: progress.dataset_counts.sdg_linked,
    "SDG-linked and open": lambda progress: progress.dataset_counts.sdg_linked_open,
    "SDG-linked open share %": lambda p: p.dataset_counts.sdg_linked_open_percent,
    "challenges": lambda progress: progress.challenge_counts.total,
    "open challenges": lambda progress: progress.challenge_counts.open,
    "unmitigated challenges": lambda progress: progress.challenge_counts.unmitigated,
    "resolved challenges": lambda progress: progress.challenge_counts.resolved,
    "interval from": lambda progress: interval(progress).first,
    "interval to": lambda progress: interval(progress).last,
    "reports owed by": owed,
    "late besides milestones": late,
    "who must act": asked,
    "promised": lambda progress: measures_of(progress).promised,
    "unfinished": lambda progress: measures_of(progress).schedule.unfinished,
    "on track": lambda progress: measures_of(progress).schedule.on_track,
    "due soon": lambda progress: measures_of(progress).schedule.due_soon,
    "blocked": lambda progress: measures_of(progress).schedule.blocked,
    "unconfirmed": lambda progress: measures_of(progress).schedule.unconfirmed,
    "unscheduled": lambda progress: measures_of(progress).schedule.unscheduled,
    "moved": lambda progress: measures_of(progress).schedule.moved,
    "longest slip": lambda progress: measures_of(progress).schedule.longest_slip_days,
    "days since report": lambda progress: measures_of(progress).freshness.days,
    "assessments": lambda progress: measures_of(progress).independent.assessments,
    "compared": lambda progress: measures_of(progress).independent.compared,
    "differing": lambda progress: measures_of(progress).independent.differing,
}
OF_PLANS: dict[str, Callable[[Subtotal], object]] = {
    "subtotal milestones": lambda parts: parts.total,
    "subtotal completed": lambda parts: parts.completed,
    "subtotal overdue": lambda parts: parts.overdue,
    "subtotal completed %": lambda parts: parts.completed_percent,
}


def figure(name: str, record: str, parts: list[Progress]) -> object:
    """Return a figure by its name on the page; KeyError when the page makes up a name."""
    if name in OF_PLANS:
        return OF_PLANS[name](subtotal([part.milestone_counts for part in parts]))
    (progress,) = parts
    return OF_RECORD[name](progress, record) if record else OF_PLAN[name](progress)


def shown(value: object) -> str:
    """Return a figure as the page writes it."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.label if isinstance(value, Term) else str(value)


@pytest.mark.parametrize("claim", tuple(claims()), ids=str)
def test_figures_of_the_examples_are_right(claim: Claim) -> None:
    asserted = dict(claim.cells)
    as_of = date.fromisoformat(asserted.pop("at"))
    record = asserted.pop("of", "")
    parts = [progress_of(a_plan(toml), as_of) for toml in claim.plans]

    assert {name: shown(figure(name, record, parts)) for name in asserted} == asserted


def test_every_definition_has_an_example() -> None:
    assert list(dict.fromkeys(claim.section for claim in claims())) == HEADINGS


def test_sources_named_in_the_code_are_sections_of_the_page() -> None:
    code = (ROOT / "src" / "ogdplan" / "progress").glob("*.py")
    named = {
        heading
        for module in code
        for heading in re.findall(
            r'Source: docs/definitions\.md, "([^"]+)"', module.read_text(encoding="utf-8")
        )
    }

    assert named
    assert named <= set(HEADINGS)
