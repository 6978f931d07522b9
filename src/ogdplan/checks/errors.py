"""The errors of one plan file, without its warnings: all that an edit is held against."""

from collections.abc import Iterable, Iterator
from datetime import date

from ogdplan.checks import dates, deadlines, references
from ogdplan.checks.context import Context
from ogdplan.checks.doubt import fault_of, faults_of, trustworthy
from ogdplan.findings import Place, Problem
from ogdplan.model.plan import Plan
from ogdplan.planfile.reading import Reading
from ogdplan.planfile.shape import Faulty


def errors_of(reading: Reading, *, as_of: date) -> tuple[Problem, ...]:
    """Return the errors of one file alone; to look for warnings takes most of the time."""
    plan = reading.plan or reading.draft
    if plan is None:
        return reading.problems
    context = Context(plan, as_of)
    checks = contradictions(context, reading)
    found, _ = trusted(reading, plan, checks)
    return (*reading.problems, *found)


def trusted(
    reading: Reading, plan: Plan, checks: Iterable[Iterable[Problem]]
) -> tuple[tuple[Problem, ...], frozenset[Faulty]]:
    """Return what the checks find, each told what those before it have found, and all at fault."""
    found: tuple[Problem, ...] = ()
    faulty = reading.faulty
    for problems in checks:
        kept = trustworthy(problems, faulty, plan)
        faulty |= faults_of(kept)
        found += kept
    if reading.plan is None:
        found = tuple(_without_stand_in(problem, reading.faulty) for problem in found)
    return found, faulty


def contradictions(context: Context, reading: Reading) -> Iterator[Iterable[Problem]]:
    """Yield the checks for errors, each to be told what those before it have found."""
    yield _links_and_dates(context, reading)
    # A deadline that lies before the start is no news again as the end of a chain of moves.
    yield deadlines.check(context)


def _links_and_dates(context: Context, reading: Reading) -> Iterator[Problem]:
    if reading.ids is not None:
        yield from references.check(context, reading.ids)
    yield from dates.check(context)


def _without_stand_in(problem: Problem, faulty: frozenset[Faulty]) -> Problem:
    """Return the problem without the id that a draft makes up for a record that has none."""
    if isinstance(problem.place, Place):
        own = fault_of(problem.place)
        if own.index is not None and Faulty(own.table, own.index, "id") in faulty:
            return problem._replace(record=None)
    return problem
