from dataclasses import FrozenInstanceError
from datetime import date
from fractions import Fraction

import pytest

from builders import a_plan
from ogdplan.model.vocabularies import Status
from ogdplan.progress.completion import Completion
from ogdplan.progress.counts import (
    ChallengeCounts,
    CommitmentCounts,
    DatasetCounts,
    EvidenceCounts,
    NextStepCounts,
)
from ogdplan.progress.health import Health
from ogdplan.progress.plan import progress_of, subtotal

MIXED = a_plan("""
    plan.start = "2018"
    plan.end = "2018"
    plan.reporting = "quarterly"
    milestones = [
        { id = "done", title = "x", completed = 2018-02-01, evidence = ["https://example.org"] },
        { id = "said-done", title = "x", status = "completed", evidence = ["Minutes"] },
        { id = "nearly", title = "x", status = "substantial", due = 2018-07-01, weight = 2 },
        { id = "late", title = "x", started = 2018-01-10, due = 2018-03-31 },
        { id = "waiting", title = "x", depends_on = ["late"] },
        { id = "dark", title = "x", status = "unclear" },
        { id = "gone", title = "x", withdrawn = 2018-03-01 },
        { id = "soon", title = "x", due = 2018-07-01 },
        { id = "whenever", title = "x" },
    ]
    commitments = [
        { id = "stated", title = "x", status = "completed" },
        { id = "empty", title = "x" },
    ]
    challenges = [
        { id = "c1", title = "x", category = "other" },
        { id = "c2", title = "x", category = "other", mitigations = ["soon"] },
        { id = "c3", title = "x", category = "other", resolved = 2018-05-01 },
        { id = "c4", title = "x", category = "other", raised = 2018-07-01 },
        { id = "c5", title = "x", category = "other", status = "accepted" },
    ]
    lessons = [{ id = "l1", title = "x", category = "other" }]
    next_steps = [
        { id = "n1", title = "x" },
        { id = "n2", title = "x", status = "in-progress" },
        { id = "n3", title = "x", status = "done" },
        { id = "n4", title = "x", status = "dropped" },
    ]

    [[datasets]]
    id = "budget"
    title = "Budget"
    url = "https://example.org/budget"
    licence = "CC0-1.0"
    formats = ["csv"]
    released = 2018-03-01
    sdgs = ["16.6"]

    [[datasets]]
    id = "bus-stops"
    title = "Bus stops"
    url = "https://example.org/stops"
    licence = "CC0-1.0"
    formats = ["csv"]
    released = 2018-03-01

    [[datasets]]
    id = "schools"
    title = "Schools"
    sdgs = ["4"]

    [[datasets]]
    id = "wells"
    title = "Wells"
    sdgs = ["6"]
""")
JUNE = progress_of(MIXED, date(2018, 6, 15))


def test_milestones_are_counted_by_status_and_health_with_zeros() -> None:
    counts = JUNE.milestone_counts

    assert (counts.total, counts.active, counts.completed) == (9, 8, 2)
    assert (counts.withdrawn, counts.undated, counts.substantial_or_completed) == (1, 1, 3)
    assert list(counts.by_status.items()) == [
        (Status.NOT_STARTED, 3),
        (Status.IN_PROGRESS, 1),
        (Status.LIMITED, 0),
        (Status.SUBSTANTIAL, 1),
        (Status.COMPLETED, 2),
        (Status.WITHDRAWN, 1),
        (Status.UNCLEAR, 1),
    ]
    assert list(counts.by_health.items()) == [
        (Health.COMPLETED, 2),
        (Health.WITHDRAWN, 1),
        (Health.OVERDUE, 1),
        (Health.BLOCKED, 1),
        (Health.UNCONFIRMED, 1),
        (Health.DUE_SOON, 1),
        (Health.UNSCHEDULED, 1),
        (Health.ON_TRACK, 1),
    ]


def test_completion_of_the_plan_is_by_weight_of_the_active() -> None:
    counts = JUNE.milestone_counts

    assert counts.completion == Completion(Fraction(9), Fraction(2))
    assert JUNE.completed_percent == counts.completed_percent == 22


def test_everything_else_is_counted_at_the_date() -> None:
    assert JUNE.commitment_counts == CommitmentCounts(total=2, completed=1, reported=1)
    assert JUNE.challenge_counts == ChallengeCounts(total=5, open=2, unmitigated=1, resolved=1)
    assert JUNE.lessons == 1
    assert JUNE.next_step_counts == NextStepCounts(total=4, open=2, done=1)
    assert JUNE.evidence_counts == EvidenceCounts(completed=2, with_public_evidence=1)
    assert JUNE.dataset_counts == DatasetCounts(total=4, open=2, sdg_linked=3, sdg_linked_open=1)


def test_counts_follow_the_date() -> None:
    january = progress_of(MIXED, date(2018, 1, 31))

    assert january.milestone_counts.completed == 1
    assert january.milestone_counts.withdrawn == 0
    assert january.challenge_counts.resolved == 0
    assert january.dataset_counts.open == 0


def test_shares_are_whole_percentages() -> None:
    assert JUNE.evidence_counts.public_percent == 50
    assert JUNE.dataset_counts.sdg_linked_open_percent == 33


def test_period_and_freshness_are_part_of_the_progress() -> None:
    assert (JUNE.elapsed_percent, JUNE.running, JUNE.over) == (45, True, False)
    assert (JUNE.last_report, JUNE.stale) == (date(2018, 5, 1), False)


def test_empty_plan_has_nothing_to_divide_by() -> None:
    empty = progress_of(a_plan(), date(2018, 1, 1))

    assert empty.completed_percent is None
    assert empty.elapsed_percent is None
    assert empty.evidence_counts.public_percent is None
    assert empty.dataset_counts.sdg_linked_open_percent is None
    assert set(empty.milestone_counts.by_status.values()) == {0}
    assert empty.last_report is None


def test_milestone_is_found_by_its_id() -> None:
    found = JUNE.milestone("late")

    assert found is JUNE.milestones[3]
    assert found.index == 3
    assert JUNE.milestone("a-ghost") is None


def test_commitment_and_challenge_are_found_by_their_ids() -> None:
    assert JUNE.commitment("empty") is JUNE.commitments[1]
    assert JUNE.challenge("c3") is JUNE.challenges[2]


def test_first_of_two_milestones_with_one_id_is_found() -> None:
    twice = a_plan(
        'milestones = [{ id = "m", title = "x" }, { id = "m", title = "x", status = "unclear" }]'
    )
    progress = progress_of(twice, date(2018, 1, 1))

    assert progress.milestone("m") is progress.milestones[0]


def test_progress_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        JUNE.stale = True  # type: ignore[misc]  # that is what is tested


def test_subtotal_adds_weights_and_counts_of_agency_plans() -> None:
    heavy = a_plan("""
        milestones = [
            { id = "a", title = "x", weight = 2.5, completed = 2018-01-01 },
            { id = "b", title = "x", weight = 0.5, due = 2018-01-01 },
            { id = "c", title = "x", status = "withdrawn" },
        ]
    """)
    light = a_plan('milestones = [{ id = "a", title = "x", due = 2018-07-31 }]')

    parts = [progress_of(plan, date(2018, 6, 1)) for plan in (heavy, light)]
    found = subtotal([part.milestone_counts for part in parts])

    assert (found.plans, found.total, found.active) == (2, 4, 3)
    assert (found.completed, found.overdue, found.due_soon) == (1, 1, 1)
    assert found.completed_percent == 62  # 2.5 of 4


def test_subtotal_of_no_plans_is_zero_and_no_percentage() -> None:
    found = subtotal([])

    assert (found.plans, found.total, found.completed_percent) == (0, 0, None)
