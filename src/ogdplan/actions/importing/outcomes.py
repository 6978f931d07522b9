"""From records that rows make to an edit of the plan, and to the errors that it would bring."""

from collections.abc import Iterator, Sequence

from ogdplan.actions.edits.corrections import (
    corrected_deadline,
    reopened_challenge,
    rewritten_report,
)
from ogdplan.actions.edits.subject import Edit, Subject, joined
from ogdplan.actions.importing.cells.faults import RowFault, Spot
from ogdplan.actions.importing.overtaking import overtaken_by_rows
from ogdplan.actions.importing.records.drafting import Draft
from ogdplan.actions.importing.records.entries import Entry
from ogdplan.actions.importing.records.known import known_records
from ogdplan.actions.proof import new_errors
from ogdplan.errors import UsageError
from ogdplan.findings import Problem
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.operations import Operation, SetFields, Value
from ogdplan.planfile.reading import read_text


def edit_of(subject: Subject, found: Draft) -> tuple[Edit, tuple[RowFault, ...]]:
    """Return the edit that a draft is, with what follows from it, and what is refused of it."""
    edits: list[Edit] = []
    faults: list[RowFault] = []
    for entry in found.entries:
        operation = entry.operation
        if operation is None:
            continue
        edits.append(Edit((operation,)))
        try:
            edits += _taken_along(subject, entry)
        except UsageError as error:
            faults.append(RowFault(entry.spot, error.message, error.hint or ""))
    whole = joined([*edits, *overtaken_by_rows(subject, found.entries, known_records(subject))])
    return Edit(tuple(_merged(whole.operations)), whole.notes), tuple(faults)


def errors_by_row(subject: Subject, found: Draft, edit: Edit) -> tuple[RowFault, ...]:
    """Return the errors that an edit would put into the plan, each at the cell it comes from."""
    if not edit.operations:
        return ()
    new = read_text(rewrite(subject.reading.text, edit.operations))
    problems = new_errors(subject.reading, new, edit.operations, as_of=subject.as_of)
    if not problems:
        return ()
    by_id = {entry.id: entry for entry in found.entries}
    return tuple(
        dict.fromkeys(_at(problem, by_id.get(problem.record or "")) for problem in problems)
    )


def _at(problem: Problem, entry: Entry | None) -> RowFault:
    if entry is None:
        where = f"{problem.record}: " if problem.record else ""
        return RowFault(Spot("", 0), f"{where}{problem.message}", problem.help)
    spot = entry.spots.get(problem.field or "", entry.spot)
    return RowFault(spot, problem.message, problem.help)


def _taken_along(subject: Subject, entry: Entry) -> Iterator[Edit]:
    """Yield what a change takes along, as with the commands that make it by hand."""
    if entry.place is not None:
        yield corrected_deadline(subject, entry.place, entry.fields)
        yield reopened_challenge(subject, entry.place, entry.fields)
        yield rewritten_report(entry.place)


def _merged(operations: Sequence[Operation]) -> Iterator[Operation]:
    """Yield the operations, all on one record as one."""
    together: dict[tuple[str, int | None], dict[str, Value | None]] = {}
    for each in operations:
        if isinstance(each, SetFields):
            together.setdefault((each.table, each.index), {}).update(each.fields)
    for each in operations:
        if not isinstance(each, SetFields):
            yield each
        elif fields := together.pop((each.table, each.index), None):
            yield SetFields(each.table, each.index, fields)
