"""How far each indicator has come from its baseline to its target."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ogdplan.model.evidence import Indicator, Measurement
from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import Direction
from ogdplan.progress.percentages import percent_of, written
from ogdplan.progress.plan import Progress


@dataclass(frozen=True, slots=True)
class IndicatorProgress:
    """An indicator at a date.

    `way_percent` is the share of the way from baseline to target, rounded down: below 0 when it
    went the other way, above 100 beyond the target; None where baseline, target or value are not
    known or the two are the same. `is_met`: the target is reached; None where nobody can tell.

    Source: docs/definitions.md, "Share of the way of an indicator".
    """

    indicator: Indicator
    latest: Measurement | None
    way_percent: int | None
    is_met: bool | None


def indicators_of(progress: Progress) -> tuple[IndicatorProgress, ...]:
    """Return how each indicator of the plan stands, in the order of the file."""
    values: dict[str, list[Measurement]] = {}
    for each in progress.plan.measurements:
        values.setdefault(each.indicator, []).append(each)
    return tuple(
        _measure(each, _last(values.get(each.id, ()), progress.as_of))
        for each in progress.plan.indicators
    )


def latest(plan: Plan, indicator_id: str, as_of: date) -> Measurement | None:
    """Return the last measurement up to `as_of`, of one day the later in the file."""
    return _last((each for each in plan.measurements if each.indicator == indicator_id), as_of)


def _last(measurements: Iterable[Measurement], as_of: date) -> Measurement | None:
    found = [each for each in measurements if each.on.last <= as_of]
    return max(reversed(found), key=lambda each: each.on.last, default=None)


def _measure(indicator: Indicator, last: Measurement | None) -> IndicatorProgress:
    baseline, target = indicator.baseline, indicator.target
    if last is None or target is None:
        return IndicatorProgress(indicator, last, None, None)
    value, aim = written(last.value), written(target)
    is_met = value >= aim if indicator.direction is Direction.INCREASE else value <= aim
    way = None
    if baseline is not None:
        way = percent_of(value - written(baseline), aim - written(baseline))
    return IndicatorProgress(indicator, last, way, is_met)
