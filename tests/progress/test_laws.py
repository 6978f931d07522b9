"""What holds for any plan at any date."""

from datetime import date
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import ChallengeStatus, NextStepStatus, Status
from ogdplan.model.work import Commitment, Milestone
from ogdplan.progress.agenda import agenda_of
from ogdplan.progress.burndown import month_ends, points_at
from ogdplan.progress.health import Health
from ogdplan.progress.plan import Progress, progress_of, subtotal
from ogdplan.progress.slips import slips_of
from ogdplan.progress.timeline import state_at, states_of, updates_by_subject

Records = list[dict[str, object]]

DAYS = st.one_of(
    st.dates(), st.dates(date(2018, 1, 1), date(2018, 3, 1)), st.sampled_from([date.min, date.max])
)
NEAR_DAYS = st.dates(date(2016, 1, 1), date(2019, 12, 31))
PERIODS = st.sampled_from(["0001", "9999", "9999-12", "2018", "2018-02", "2018-Q1", "2018-H1"])
WHENS = st.one_of(DAYS, PERIODS)
MILESTONE_IDS = st.sampled_from(["m0", "m1", "m2", "m3", "m4", "m-ghost"])
STEP_IDS = st.sampled_from(["n0", "n1", "n-ghost"])
COMMITMENT_IDS = st.sampled_from(["c0", "c1", "c-ghost"])
STATUSES = st.sampled_from([status.value for status in Status])
WEIGHTS = st.one_of(st.integers(1, 2**63 - 1), st.floats(0, exclude_min=True, allow_infinity=False))
ENTRIES = st.lists(st.sampled_from(["Minutes", "https://example.org"]), unique=True)


def records(
    name: str, most: int, **fields: st.SearchStrategy[object]
) -> st.SearchStrategy[Records]:
    """Return lists of records `name0`, `name1`, … in which each of the fields may be absent."""
    each = st.fixed_dictionaries({}, optional=fields)
    return st.lists(each, max_size=most).map(
        lambda found: [{"id": f"{name}{n}", "title": "x"} | one for n, one in enumerate(found)]
    )


MILESTONES = records(
    "m",
    5,
    due=WHENS,
    started=WHENS,
    completed=WHENS,
    withdrawn=WHENS,
    status=STATUSES,
    weight=WEIGHTS,
    commitment=COMMITMENT_IDS,
    depends_on=st.lists(MILESTONE_IDS, unique=True),
    evidence=ENTRIES,
)
COMMITMENTS = records("c", 2, status=STATUSES, completed=WHENS, withdrawn=WHENS)
CHALLENGES = records(
    "h",
    3,
    category=st.just("other"),
    status=st.sampled_from([status.value for status in ChallengeStatus]),
    raised=WHENS,
    resolved=WHENS,
    mitigations=st.lists(st.one_of(MILESTONE_IDS, STEP_IDS), unique=True),
).map(lambda found: [{"category": "other"} | one for one in found])
NEXT_STEPS = records(
    "n", 2, due=WHENS, status=st.sampled_from([status.value for status in NextStepStatus])
)
DATASETS = records(
    "d",
    3,
    planned=WHENS,
    released=WHENS,
    url=st.just("https://example.org"),
    licence=st.sampled_from(["CC0-1.0", "CC-BY-NC-4.0", "https://example.org/terms"]),
    formats=st.lists(st.sampled_from(["csv", ".PDF", "rdf", ""]), unique=True),
    sdgs=st.just(["16"]),
)
UPDATES = st.lists(
    st.fixed_dictionaries(
        {"on": WHENS, "text": st.just("x")},
        optional={
            "about": st.one_of(MILESTONE_IDS, COMMITMENT_IDS),
            "status": STATUSES,
            "due_from": WHENS,
            "due_to": WHENS,
            "evidence": ENTRIES,
        },
    ),
    max_size=6,
).map(lambda found: [{"id": f"u{n}"} | one for n, one in enumerate(found)])
HEADER = {"title": "A plan", "country": "PAN", "lead": "office"}
HEADERS = st.fixed_dictionaries(
    {name: st.just(value) for name, value in HEADER.items()},
    optional={
        "start": WHENS,
        "end": WHENS,
        "stage": st.sampled_from(["adopted", "closed"]),
        "reporting": st.sampled_from(["monthly", "quarterly", "half-yearly", "yearly"]),
    },
)
DATA = st.fixed_dictionaries(
    {"format": st.just(1), "plan": HEADERS},
    optional={
        "milestones": MILESTONES,
        "commitments": COMMITMENTS,
        "updates": UPDATES,
        "challenges": CHALLENGES,
        "next_steps": NEXT_STEPS,
        "datasets": DATASETS,
    },
)


PLANS = DATA.map(Plan.model_validate)


@given(PLANS, DAYS, st.integers(-10, 10**7))
def test_no_dates_make_it_fail(plan: Plan, as_of: date, within_days: int) -> None:
    progress = progress_of(plan, as_of)
    items = agenda_of("panama", progress, within_days=within_days)

    assert all(item.days <= within_days for item in items)
    assert all(0 <= (each.completed_percent or 0) <= 100 for each in progress.commitments)


@given(PLANS, DAYS)
def test_counts_by_status_and_by_health_sum_to_the_total(plan: Plan, as_of: date) -> None:
    counts = progress_of(plan, as_of).milestone_counts

    assert sum(counts.by_status.values()) == counts.total == len(plan.milestones)
    assert sum(counts.by_health.values()) == counts.total
    assert counts.active + counts.withdrawn == counts.total


@given(PLANS, DAYS)
def test_parts_of_commitments_and_the_rest_are_all_milestones(plan: Plan, as_of: date) -> None:
    progress = progress_of(plan, as_of)
    known = {commitment.id for commitment in plan.commitments}

    parts = [part for commitment in progress.commitments for part in commitment.milestones]
    rest = [each for each in progress.milestones if each.milestone.commitment not in known]

    assert sorted(each.index for each in [*parts, *rest]) == list(range(len(plan.milestones)))


@given(PLANS, DAYS)
def test_percentages_lie_between_nothing_and_all(plan: Plan, as_of: date) -> None:
    progress = progress_of(plan, as_of)
    counts = progress.milestone_counts
    percent = progress.completed_percent

    assert (percent is None) == (counts.active == 0)
    assert (percent == 100) == (counts.completed == counts.active > 0)
    assert progress.elapsed_percent is None or 0 <= progress.elapsed_percent <= 100


@given(PLANS, DAYS)
def test_parts_never_exceed_their_whole(plan: Plan, as_of: date) -> None:
    progress = progress_of(plan, as_of)
    counts = progress.milestone_counts
    challenges, datasets = progress.challenge_counts, progress.dataset_counts
    evidence = progress.evidence_counts

    assert counts.undated <= counts.completed <= counts.substantial_or_completed <= counts.active
    assert challenges.unmitigated <= challenges.open
    assert challenges.open + challenges.resolved <= challenges.total
    assert datasets.sdg_linked_open <= min(datasets.open, datasets.sdg_linked)
    assert evidence.with_public_evidence <= evidence.completed == counts.completed


@given(PLANS, DAYS)
def test_last_report_is_never_after_the_date(plan: Plan, as_of: date) -> None:
    reported = progress_of(plan, as_of).last_report

    assert reported is None or reported <= as_of


@given(PLANS, DAYS, st.randoms(use_true_random=False))
def test_updates_of_different_days_may_stand_in_any_order(
    plan: Plan, as_of: date, random: Random
) -> None:
    assume(len({update.on.last for update in plan.updates}) == len(plan.updates))
    shuffled = list(plan.updates)
    random.shuffle(shuffled)
    other = plan.model_copy(update={"updates": tuple(shuffled)})

    assert figures(progress_of(other, as_of)) == figures(progress_of(plan, as_of))


@given(PLANS, DAYS)
def test_records_may_stand_in_any_order(plan: Plan, as_of: date) -> None:
    other = plan.model_copy(
        update={
            "milestones": plan.milestones[::-1],
            "commitments": plan.commitments[::-1],
            "next_steps": plan.next_steps[::-1],
        }
    )

    assert counted(progress_of(other, as_of)) == counted(progress_of(plan, as_of))


@given(
    st.lists(WHENS, max_size=5).map(
        lambda found: [
            {"id": f"m{n}", "title": "x", "completed": day} for n, day in enumerate(found)
        ]
    ),
    DAYS,
    DAYS,
)
def test_what_only_completion_dates_say_never_becomes_undone(
    milestones: Records, one: date, other: date
) -> None:
    plan = Plan.model_validate({"format": 1, "plan": HEADER, "milestones": milestones})
    earlier, later = (progress_of(plan, day) for day in sorted([one, other]))

    assert earlier.milestone_counts.completed <= later.milestone_counts.completed


@given(st.lists(PLANS, max_size=3), DAYS)
def test_subtotal_is_the_sum_of_its_parts(plans: list[Plan], as_of: date) -> None:
    parts = [progress_of(plan, as_of).milestone_counts for plan in plans]
    found = subtotal(parts)

    assert found.total == sum(part.total for part in parts)
    assert found.completed == sum(part.completed for part in parts)
    assert (found.completed_percent == 100) == (found.completed == found.active > 0)


@given(PLANS, DAYS)
def test_measuring_twice_gives_the_same(plan: Plan, as_of: date) -> None:
    assert progress_of(plan, as_of) == progress_of(plan, as_of)


@given(PLANS, st.lists(DAYS, max_size=4))
def test_points_have_the_figures_of_the_plan_at_their_dates(plan: Plan, days: list[date]) -> None:
    points = points_at(plan, days)

    assert [point.date for point in points] == sorted(set(days))
    for point in points:
        counts = progress_of(plan, point.date).milestone_counts
        assert (point.total, point.active) == (counts.total, counts.active)
        assert (point.completed, point.withdrawn) == (counts.completed, counts.withdrawn)
        assert point.undated == counts.undated
        assert point.overdue == counts.by_health[Health.OVERDUE]
        assert point.remaining + point.completed + point.withdrawn == point.total


@given(PLANS, DAYS)
def test_what_remains_beyond_the_plan_is_overdue_less_what_was_done_early(
    plan: Plan, day: date
) -> None:
    (point,) = points_at(plan, [day])
    left = [each for each in progress_of(plan, day).milestones if each.is_active]
    dues = [(each, each.milestone.due.last) for each in left if each.milestone.due]
    # On its last day a milestone is not late, and would have been done at the end of that day.
    late = [each for each, due in dues if due <= day and not each.is_completed]
    early = [each for each, due in dues if due > day and each.is_completed]

    assert point.behind == len(late) - len(early)


@given(PLANS, DAYS)
def test_milestones_without_a_deadline_make_no_gap(plan: Plan, day: date) -> None:
    free = tuple(each.model_copy(update={"due": None}) for each in plan.milestones)
    (point,) = points_at(plan.model_copy(update={"milestones": free}), [day])

    assert (point.behind, point.overdue) == (0, 0)


# A plan may have begun in the year 1, two thousand times twelve months before.
@settings(max_examples=10, deadline=None)
@given(PLANS, NEAR_DAYS)
def test_burn_down_ends_as_the_plan_stands(plan: Plan, as_of: date) -> None:
    days = month_ends(plan, as_of)
    points = points_at(plan, days)

    assert list(days) == sorted(set(days))
    assert days[-1] == as_of
    assert points[-1] == points_at(plan, [as_of])[0]
    assert points_at(plan, reversed(days)) == points


@settings(deadline=None)
@given(PLANS, NEAR_DAYS, st.randoms(use_true_random=False))
def test_trend_is_the_same_in_whatever_order_records_stand(
    plan: Plan, as_of: date, random: Random
) -> None:
    assume(len({update.on.last for update in plan.updates}) == len(plan.updates))
    updates, milestones = list(plan.updates), list(plan.milestones)
    random.shuffle(updates)
    random.shuffle(milestones)
    new = {"updates": tuple(updates), "milestones": tuple(milestones)}
    other = plan.model_copy(update=new)

    assert slips_of(other, as_of) == slips_of(plan, as_of)
    assert month_ends(other, as_of) == month_ends(plan, as_of)
    assert points_at(other, [as_of]) == points_at(plan, [as_of])


@given(PLANS, DAYS)
def test_states_by_day_are_the_states_at_every_date(plan: Plan, day: date) -> None:
    updates = updates_by_subject(plan.updates)
    works: list[Milestone | Commitment] = [*plan.milestones, *plan.commitments]
    for work in works:
        about = updates.get(work.id, ())
        held = [state for since, state in states_of(work, about) if since <= day]

        assert held[-1] == state_at(work, about, day)


def counted(progress: Progress) -> tuple[object, ...]:
    """Return the figures of the plan as a whole."""
    return (
        progress.milestone_counts,
        progress.commitment_counts,
        progress.challenge_counts,
        progress.evidence_counts,
        progress.last_report,
        progress.stale,
    )


def figures(progress: Progress) -> tuple[object, ...]:
    """Return every figure, those of each record too, without the plan itself."""
    return (counted(progress), progress.milestones, progress.commitments, progress.challenges)
