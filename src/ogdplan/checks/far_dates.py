"""Dates that cannot be: of things done in the future, and far away from the plan."""

from collections.abc import Iterator
from functools import cache

from ogdplan.checks.context import Context
from ogdplan.checks.plan_period import FAR_YEARS, period_of
from ogdplan.findings import Problem
from ogdplan.model.kinds import KINDS, fields_of, kind_of, records_of
from ogdplan.model.record import Record, Table
from ogdplan.model.when import When

# Where what was planned belongs, for each date of something done.
_DONE: dict[str, dict[str, str | None]] = {
    "milestones": {"started": "start", "completed": "due", "withdrawn": None},
    "commitments": {"completed": "end", "withdrawn": None},
    "updates": {"on": None},
    "challenges": {"resolved": None},
    "datasets": {"released": "planned"},
    "measurements": {"on": None},
}

# Laws are old by nature; figures reach back to a census and ahead to 2030.
_TIMELESS = frozenset({"instruments", "indicators", "measurements"})

# Moves of a deadline follow `due`, where the slip is shown; deadline-chain-broken watches them.
_FOLLOWING = frozenset({"due_from", "due_to"})


def check(context: Context) -> Iterator[Problem]:
    """Yield the dates of things done that lie ahead, and the dates far away from the plan."""
    yield from _in_future(context)
    yield from _far_from_plan(context)


def _in_future(context: Context) -> Iterator[Problem]:
    for table, fields in _DONE.items():
        for record in getattr(context.plan, table):
            for field, planned in fields.items():
                when: When | None = getattr(record, field)
                if when and when.first > context.as_of:
                    yield _ahead(context, record, field, planned)


def _ahead(context: Context, record: Record, field: str, planned: str | None) -> Problem:
    words = "the date" if field == "on" else field
    message = f"{words} {getattr(record, field)} is later than {context.as_of}"
    help_text = "correct the date"
    if planned:
        help_text += f"; one that is planned goes into `{planned}`"
    return context.problem("date-in-future", record, field, message, help_text=help_text)


def _far_from_plan(context: Context) -> Iterator[Problem]:
    period = period_of(context.plan.header)
    for table, field, when in _dates(context):
        if period.is_far(when) and not _is_ahead(context, table, field, when):
            message = f"{field} {when} is over {FAR_YEARS} years {period.side(when)}"
            yield context.problem("when-far-from-plan", table, field, message)


def _dates(context: Context) -> Iterator[tuple[Table, str, When]]:
    header = context.plan.header
    if header.adopted:
        yield header, "adopted", header.adopted
    for kind in KINDS:
        if kind.table in _TIMELESS:
            continue
        for record in records_of(context.plan, kind):
            for field in _when_fields(kind.model):
                when: When | None = getattr(record, field)
                if when:
                    yield record, field, when


@cache
def _when_fields(model: type[Record]) -> tuple[str, ...]:
    names = (spec.name for spec in fields_of(model) if spec.is_when)
    return tuple(name for name in names if name not in _FOLLOWING)


def _is_ahead(context: Context, table: Table, field: str, when: When) -> bool:
    """Return whether the date is one that date-in-future speaks of."""
    if not isinstance(table, Record) or when.first <= context.as_of:
        return False
    return field in _DONE.get(kind_of(table).table, {})
