"""Whether what there was evidence for is still there."""

from collections.abc import Iterable, Iterator

from ogdplan.checks.versions import Versions
from ogdplan.compare.sides import quoted
from ogdplan.findings import Problem
from ogdplan.model.kinds import all_records, kind_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record
from ogdplan.model.work import Milestone, Update
from ogdplan.progress.timeline import updates_by_subject


def evidenced(plan: Plan) -> tuple[Record, ...]:
    """Return the records that have evidence, their own or in a report about them.

    A report's evidence is that of what it is about; that the report itself stays is another rule.
    """
    updates = updates_by_subject(plan.updates)
    return tuple(
        record for record in all_records(plan) if _has_evidence(record, updates.get(record.id, ()))
    )


def _has_evidence(record: Record, reports: Iterable[Update]) -> bool:
    own = isinstance(record, Milestone) and record.evidence
    return bool(own) or any(report.evidence for report in reports)


def removed(versions: Versions) -> Iterator[Problem]:
    """Yield the evidenced records that are gone, each by the id it had, at the plan's header."""
    for record in evidenced(versions.before.plan):
        if versions.now(record) is None:
            title = quoted(versions.old_side.title(record))
            message = f"the {kind_of(record).words} {title} ({record.id}) had evidence and is gone"
            problem = versions.after.of_plan("evidenced-record-removed", message)
            yield problem._replace(record=record.id)
