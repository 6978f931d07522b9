from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.vocabularies import ChallengeStatus
from ogdplan.progress.challenges import ChallengeProgress, open_challenges
from ogdplan.progress.plan import progress_of


def measured(fields: str, as_of: date = date(2018, 6, 15)) -> ChallengeProgress:
    """Return a challenge with these fields beside milestones and next steps of every sort."""
    plan = a_plan(f"""
        milestones = [
            {{ id = "training", title = "x" }},
            {{ id = "decree", title = "x", status = "completed" }},
            {{ id = "given-up", title = "x", withdrawn = 2018-06-15 }},
        ]
        next_steps = [
            {{ id = "champion", title = "x" }},
            {{ id = "done", title = "x", status = "done" }},
            {{ id = "dropped", title = "x", status = "dropped" }},
        ]
        [[challenges]]
        id = "fear"
        title = "Fear"
        category = "fear-to-release"
        {fields}
    """)
    return progress_of(plan, as_of).challenges[0]


@pytest.mark.parametrize(
    ("status", "is_open"),
    [("open", True), ("mitigating", True), ("resolved", False), ("accepted", False)],
)
def test_stated_status_holds_without_a_date(status: str, *, is_open: bool) -> None:
    found = measured(f'status = "{status}"')

    assert (found.status, found.is_open) == (ChallengeStatus(status), is_open)


def test_challenge_is_open_from_the_first_day_it_was_raised() -> None:
    assert not measured('raised = "2018-06"', date(2018, 5, 31)).is_open
    assert measured('raised = "2018-06"', date(2018, 6, 1)).is_open


def test_resolved_date_counts_from_its_last_day_whatever_is_stated() -> None:
    before, after = (measured('resolved = "2018-06"', day) for day in _AROUND_JUNE)

    assert (before.status, before.is_open) == (ChallengeStatus.OPEN, True)
    assert (after.status, after.is_open) == (ChallengeStatus.RESOLVED, False)


@pytest.mark.parametrize(
    ("mitigations", "status"),
    [
        ("[]", ChallengeStatus.OPEN),
        ('["training"]', ChallengeStatus.MITIGATING),
        ('["dropped"]', ChallengeStatus.OPEN),
    ],
)
def test_stated_resolved_reads_open_or_mitigating_before_its_date(
    mitigations: str, status: ChallengeStatus
) -> None:
    fields = f'status = "resolved"\nresolved = "2018-06"\nmitigations = {mitigations}'
    before, after = (measured(fields, day) for day in _AROUND_JUNE)

    assert (before.status, before.is_open) == (status, True)
    assert after.status is ChallengeStatus.RESOLVED


def test_other_stated_status_stands_before_the_resolved_date() -> None:
    fields = 'status = "mitigating"\nresolved = 2018-06-30'

    assert measured(fields, date(2018, 6, 29)).status is ChallengeStatus.MITIGATING


@pytest.mark.parametrize(
    ("mitigation", "unmitigated"),
    [
        ("training", False),
        ("decree", False),
        ("champion", False),
        ("done", False),
        ("given-up", True),
        ("dropped", True),
        ("a-ghost", True),
    ],
)
def test_only_what_is_neither_dropped_nor_withdrawn_mitigates(
    mitigation: str, *, unmitigated: bool
) -> None:
    found = measured(f'mitigations = ["{mitigation}"]')

    assert found.unmitigated is unmitigated
    assert [each.id for each in found.mitigations] == ([] if unmitigated else [mitigation])


def test_milestone_mitigates_until_the_day_it_is_withdrawn() -> None:
    fields = 'mitigations = ["given-up"]'

    assert not measured(fields, date(2018, 6, 14)).unmitigated
    assert measured(fields, date(2018, 6, 15)).unmitigated


def test_mitigations_keep_the_order_of_the_challenge() -> None:
    found = measured('mitigations = ["champion", "dropped", "decree", "training"]')

    assert [each.id for each in found.mitigations] == ["champion", "decree", "training"]


@pytest.mark.parametrize("fields", ['status = "accepted"', "raised = 2018-06-16"])
def test_challenge_that_is_not_open_is_never_unmitigated(fields: str) -> None:
    assert not measured(fields).unmitigated


_AROUND_JUNE = (date(2018, 6, 29), date(2018, 6, 30))


def test_open_challenges_come_the_gravest_first_then_those_that_nothing_works_against() -> None:
    def challenge(name: str, fields: str) -> str:
        return f'[[challenges]]\nid = "{name}"\ntitle = "C"\ncategory = "other"\n{fields}\n'

    plan = a_plan(
        challenge("low", 'severity = "low"')
        + challenge("mitigated", 'severity = "high"\nmitigations = ["m"]')
        + challenge("resolved", 'severity = "high"\nstatus = "resolved"')
        + challenge("high", 'severity = "high"')
        + challenge("medium", "")
        + challenge("also-medium", "")
        + '[[milestones]]\nid = "m"\ntitle = "M"\n'
    )

    found = open_challenges(progress_of(plan, date(2018, 6, 15)).challenges)

    names = ["high", "mitigated", "medium", "also-medium", "low"]
    assert [each.challenge.id for each in found] == names
