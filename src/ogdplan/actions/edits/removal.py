"""Removing records, with or without what refers to them."""

from collections.abc import Collection, Iterable, Sequence

from ogdplan.actions.edits.records import each_once
from ogdplan.actions.edits.references import (
    Reference,
    far_references,
    references,
    references_to,
    replaced,
)
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.errors import OgdplanError, first_of
from ogdplan.model.kinds import Kind
from ogdplan.planfile.operations import RemoveRecord

Place = tuple[str, int | None]
"""The table of a record and its place there."""


class StillReferredToError(OgdplanError):
    """Records that others refer to were to be removed."""

    def __init__(self, names: Sequence[str], referrers: Iterable[str]) -> None:
        verb = "is" if len(names) == 1 else "are"
        who = first_of(tuple(dict.fromkeys(referrers)))
        super().__init__(
            f"{first_of(tuple(names))} {verb} referred to by {who}",
            hint="change those first, or remove the references too with --cascade",
        )


class PlanLeadError(OgdplanError):
    """The institution in charge of the plan was to be removed."""

    def __init__(self, plan_id: str, name: str) -> None:
        super().__init__(
            f"{name} is in charge of the plan, and every plan has a lead",
            hint=f"name another first: ogdplan plan set {plan_id} --lead ID",
        )


def remove(
    subject: Subject,
    kind: Kind,
    names: Sequence[str],
    *,
    cascade: bool,
    outside: Iterable[str] = (),
) -> Edit:
    """Remove records; with `cascade` the references to them too.

    What would mean nothing without its reference goes with it: the measurements of an
    indicator, the reports about a milestone. `outside` says who refers to them in other plans.
    Raises StillReferredToError without `cascade`, and PlanLeadError for the lead of the plan.
    """
    gone: dict[Place, str] = {}
    loose: list[Reference] = []
    known = tuple(references(subject))
    targets = each_once(subject, kind, names)
    waiting: dict[Place, str] = {(kind.table, each.index): each.id for each in targets}
    while waiting:
        gone |= waiting
        found = [
            reference
            for (table, _), record_id in waiting.items()
            for reference in references_to(subject, table, record_id, among=known)
        ]
        _refuse_the_lead(subject, found)
        found = [each for each in found if (each.table, each.index) not in gone]
        who = [*(each.words for each in found), *outside]
        if who and not cascade:
            asked = dict.fromkeys(each.target.rpartition("#")[2] for each in found)
            raise StillReferredToError(tuple(asked) or tuple(gone.values()), who)
        loose += [each for each in found if not each.is_essential]
        waiting = {(each.table, each.index): each.owner for each in found if each.is_essential}
    kept = replaced(subject, loose, dict.fromkeys(each.target for each in loose))
    return Edit((*kept, *(RemoveRecord(table, index or 0) for table, index in gone)))


def forget(subject: Subject, names: Iterable[str]) -> Edit:
    """Drop the references of a plan to records of another, each `plan-id#record-id`."""
    wanted = dict.fromkeys(names)
    return Edit(tuple(replaced(subject, referrers(subject, wanted), wanted)))


def referrers(subject: Subject, names: Collection[str]) -> list[Reference]:
    """Return the references of a plan to records of another, each `plan-id#record-id`."""
    return [each for each in far_references(subject) if each.target in names]


def _refuse_the_lead(subject: Subject, found: Iterable[Reference]) -> None:
    for reference in found:
        if reference.table == "plan" and reference.spec.required:
            raise PlanLeadError(subject.plan_id, reference.target)
