"""How each challenge stands, and what works against it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.model.knowledge import Challenge, NextStep
from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import ChallengeStatus, Level, NextStepStatus
from ogdplan.model.work import Milestone
from ogdplan.progress.milestones import MilestoneProgress


@dataclass(frozen=True, slots=True)
class ChallengeProgress:
    """A challenge at a date.

    `index` is its place in the file. `raised`: by the date. `is_open`: raised, and neither
    resolved nor accepted.
    `mitigations` are those in force at the date, neither dropped nor withdrawn, in the order
    in which the challenge names them.
    """

    challenge: Challenge
    index: int
    status: ChallengeStatus
    raised: bool
    is_open: bool
    mitigations: tuple[Milestone | NextStep, ...]

    @property
    def unmitigated(self) -> bool:
        """Whether it is open and nothing works against it."""
        return self.is_open and not self.mitigations


def measure(
    plan: Plan, milestones: Sequence[MilestoneProgress], as_of: date
) -> tuple[ChallengeProgress, ...]:
    """Return how each challenge of the plan stands at `as_of`, in the order of the file.

    `milestones` are those of the whole plan at the same date.
    """
    in_force: dict[str, Milestone | NextStep] = {
        step.id: step for step in plan.next_steps if step.status is not NextStepStatus.DROPPED
    }
    in_force |= {each.milestone.id: each.milestone for each in milestones if each.is_active}
    return tuple(
        _measure_one(challenge, index, in_force, as_of)
        for index, challenge in enumerate(plan.challenges)
    )


def open_challenges(challenges: Iterable[ChallengeProgress]) -> tuple[ChallengeProgress, ...]:
    """Return the open ones, the gravest first; of one severity those that nothing works against.

    What is alike stays in the order given.
    """
    return tuple(sorted((each for each in challenges if each.is_open), key=_gravity))


def _gravity(each: ChallengeProgress) -> tuple[int, bool]:
    return -list(Level).index(each.challenge.severity), not each.unmitigated


def _measure_one(
    challenge: Challenge, index: int, in_force: Mapping[str, Milestone | NextStep], as_of: date
) -> ChallengeProgress:
    mitigations = tuple(in_force[name] for name in challenge.mitigations if name in in_force)
    status = _status(challenge, as_of, is_mitigated=bool(mitigations))
    is_raised = challenge.raised is None or challenge.raised.first <= as_of
    is_open = is_raised and status in (ChallengeStatus.OPEN, ChallengeStatus.MITIGATING)
    return ChallengeProgress(challenge, index, status, is_raised, is_open, mitigations)


def _status(challenge: Challenge, as_of: date, *, is_mitigated: bool) -> ChallengeStatus:
    """Return the status at a date; a `resolved` date says more than a stated status."""
    if challenge.resolved is None:
        return challenge.status
    if challenge.resolved.last <= as_of:
        return ChallengeStatus.RESOLVED
    if challenge.status is not ChallengeStatus.RESOLVED:
        return challenge.status
    return ChallengeStatus.MITIGATING if is_mitigated else ChallengeStatus.OPEN
