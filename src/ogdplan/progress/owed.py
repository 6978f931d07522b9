"""Who owes a report: institutions with work at hand of which nobody has heard."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.progress.interval import Interval
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.plan import Progress


@dataclass(frozen=True, slots=True)
class Owed:
    """An institution that owes a report.

    `lead` is its id, None for the milestones that nobody is in charge of. `milestones` are its
    running ones, in the order of the file. `last_report` is the day of the last report about one
    of them or its commitment, or by the institution, up to the date; None when there is none.

    Source: docs/definitions.md, "Owes a report".
    """

    lead: str | None
    milestones: tuple[MilestoneProgress, ...]
    last_report: date | None


def reports_owed(progress: Progress, interval: Interval) -> tuple[Owed, ...]:
    """Return who has running milestones and no report in an interval; the longest silence first.

    Who never reported comes first of all; of one day, by id. Nothing is owed for a plan that
    does not run.
    """
    if not progress.running:
        return ()
    days = _Days.of(progress)
    owed = (
        Owed(lead, tuple(milestones), max(days.up_to_date(lead, milestones), default=None))
        for lead, milestones in running_milestones(progress).items()
        if not any(map(interval.has, days.up_to_date(lead, milestones)))
    )
    return tuple(sorted(owed, key=lambda each: (each.last_report or date.min, each.lead or "")))


def running_milestones(
    progress: Progress,
) -> Mapping[str | None, Sequence[MilestoneProgress]]:
    """Return the milestones neither done nor given up that have begun by plan, by their lead.

    Those of one lead are in the order of the file; None has those that nobody is in charge of.
    """
    found: dict[str | None, list[MilestoneProgress]] = defaultdict(list)
    for each in progress.milestones:
        start = each.milestone.start
        if (
            each.is_active
            and not each.is_completed
            and (not start or start.first <= progress.as_of)
        ):
            found[each.lead].append(each)
    return found


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of reports up to the date, by what they are about and by who reported."""

    about: Mapping[str, Sequence[date]]
    by: Mapping[str, Sequence[date]]

    @classmethod
    def of(cls, progress: Progress) -> "_Days":
        about: dict[str, list[date]] = defaultdict(list)
        by: dict[str, list[date]] = defaultdict(list)
        for update in progress.plan.updates:
            day = update.on.last
            if day <= progress.as_of:
                about[update.about or ""].append(day)
                by[update.reported_by or ""].append(day)
        return cls(about, by)

    def up_to_date(self, lead: str | None, milestones: Sequence[MilestoneProgress]) -> set[date]:
        """Return the days on which something was reported that counts for a lead."""
        works = {each.milestone.id for each in milestones}
        works |= {each.milestone.commitment for each in milestones if each.milestone.commitment}
        days = {day for work in works for day in self.about.get(work, ())}
        return days.union(self.by.get(lead, ()) if lead else ())
