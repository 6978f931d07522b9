"""Whether what there was evidence for is still there."""

from collections.abc import Iterable, Iterator

from ogdplan.checks.versions import Versions
from ogdplan.compare.sides import quoted
from ogdplan.errors import first_of
from ogdplan.findings import Problem, Span
from ogdplan.model.kinds import all_records, kind_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record
from ogdplan.model.work import Milestone, Update
from ogdplan.progress.timeline import updates_by_subject
from ogdplan.rules.catalogue import RULES

_RULE = "evidenced-record-removed"


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


def plan_gone(plan: Plan) -> Problem | None:
    """Return the problem that a whole plan is gone, where records of it had evidence."""
    ids = tuple(record.id for record in evidenced(plan))
    if not ids:
        return None
    records = "a record that" if len(ids) == 1 else f"{len(ids)} records that"
    message = f"the plan is gone, and with it {records} had evidence: {first_of(ids)}"
    fix = "put the plan back; where its file only has another name, `git add` both names"
    return Problem(RULES[_RULE], Span(0, 0), message, fix)


def removed(versions: Versions) -> Iterator[Problem]:
    """Yield the evidenced records that are gone, each by the id it had, at the plan's header."""
    for record in evidenced(versions.before.plan):
        if versions.now(record) is None:
            title = quoted(versions.old_side.title(record))
            message = f"the {kind_of(record).words} {title} ({record.id}) had evidence and is gone"
            problem = versions.after.of_plan(_RULE, message)
            yield problem._replace(record=record.id)
