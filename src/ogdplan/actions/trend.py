"""How the work of plans went on over time, by the dates in the plans or by their history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ogdplan.actions.library import Failed, Loaded
from ogdplan.model.plan import Plan
from ogdplan.progress.burndown import Point, month_ends, points_at, without_deadline
from ogdplan.progress.slips import Slip, slips_of


class Gap(NamedTuple):
    """Dates for which a plan has no point, and why."""

    dates: tuple[date, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Trend:
    """One plan over time: its points and the dates without one, and how its deadlines moved.

    `without_deadline` is how many milestones have none. Where the points come from history,
    `plan`, that number and the slips are of the file as it was at the last date; where there was
    none that can be read, `plan` is the plan as it is now, and the two are None and empty. Only
    there are `gaps`, and `failed`, the versions of the file that could not be read.
    """

    plan_id: str
    plan: Plan
    points: tuple[Point, ...]
    slips: tuple[Slip, ...]
    without_deadline: int | None
    gaps: tuple[Gap, ...] = ()
    failed: tuple[Failed, ...] = ()

    @property
    def ends_unknown(self) -> bool:
        """Return whether nothing is known of the plan at the last date."""
        return self.without_deadline is None


@dataclass(frozen=True, slots=True)
class Trends:
    """The trends of plans, in the order asked for, up to a day.

    `dates` are those asked for, sorted and each once; without any, each plan has its month ends
    up to `as_of`. `notes` say what is good to know about where they come from.
    """

    as_of: date
    plans: tuple[Trend, ...]
    dates: tuple[date, ...] = ()
    from_git: bool = False
    notes: tuple[str, ...] = ()

    @property
    def last(self) -> date:
        """Return the last date that is looked at."""
        return self.dates[-1] if self.dates else self.as_of

    @property
    def failed(self) -> tuple[Failed, ...]:
        """Return the versions of plans that could not be read."""
        return tuple(failed for each in self.plans for failed in each.failed)


def trends_of(plans: Sequence[Loaded], dates: Iterable[date], *, as_of: date) -> Trends:
    """Return the trends of plans by the dates that stand in them.

    They are at the dates given, sorted and each once; without any, at each plan's month ends.
    Deadlines are shown as they had moved at the last of the dates.
    """
    asked = tuple(sorted(set(dates)))
    return Trends(as_of, tuple(_trend(each, asked, as_of) for each in plans), asked)


def _trend(loaded: Loaded, asked: tuple[date, ...], as_of: date) -> Trend:
    plan = loaded.plan
    points = points_at(plan, asked or month_ends(plan, as_of))
    slips = slips_of(plan, points[-1].date)
    return Trend(loaded.plan_id, plan, points, slips, without_deadline(plan))
