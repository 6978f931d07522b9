"""How much of the work is completed, by weight and exactly."""

from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.percentages import percent_of


class Completion(NamedTuple):
    """The weight of the milestones not withdrawn (active), and of those completed."""

    active_weight: Fraction
    completed_weight: Fraction

    @property
    def percent(self) -> int | None:
        """Return how many percent are completed, rounded down; None when nothing is active."""
        return percent_of(self.completed_weight, self.active_weight)


def completion_of(milestones: Iterable[MilestoneProgress]) -> Completion:
    """Return the completion of some milestones.

    Source: docs/definitions.md, "Completion".
    """
    active = [each for each in milestones if each.is_active]
    return Completion(_weight(active), _weight(each for each in active if each.is_completed))


def is_weighted(milestones: Iterable[MilestoneProgress]) -> bool:
    """Return whether the weights of the active differ, so that no number tells their completion."""
    return len({each.milestone.weight for each in milestones if each.is_active}) > 1


def total_completion(parts: Iterable[Completion]) -> Completion:
    """Return the completion of all parts together."""
    parts = tuple(parts)
    return Completion(
        sum((part.active_weight for part in parts), Fraction()),
        sum((part.completed_weight for part in parts), Fraction()),
    )


def _weight(milestones: Iterable[MilestoneProgress]) -> Fraction:
    """Return the sum of the weights as the file writes them: ten times 0.1 is 1.

    Adding decimals, not fractions, takes a tenth of the time.
    """
    weights = [each.milestone.weight for each in milestones]
    whole = sum(weight for weight in weights if isinstance(weight, int))
    parts = (Decimal(repr(weight)) for weight in weights if isinstance(weight, float))
    return whole + Fraction(reduce(_EXACT.add, parts, Decimal()))


# From the largest float to the smallest there are 650 digits: no sum of floats is rounded.
_EXACT = Context(prec=1000)
