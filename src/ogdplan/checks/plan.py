"""Everything that can be said about one plan file without the others."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from ogdplan.checks import (
    advice,
    dates,
    deadlines,
    language,
    openness,
    record,
    references,
    schedule,
)
from ogdplan.checks.context import Context
from ogdplan.checks.doubt import fault_of, faults_of, trustworthy
from ogdplan.findings import Place, Problem
from ogdplan.model.plan import Accepted
from ogdplan.planfile.reading import Reading
from ogdplan.planfile.shape import Faulty
from ogdplan.progress.plan import Progress


@dataclass(frozen=True, slots=True)
class Checked:
    """What one file shows by itself; small enough to keep while other plans are read.

    `problems` are not settled: hand them with those found between plans to
    `acceptance.settle`, together with `accepted`, the file's entries. `faulty` names every
    value that has an error, as `portfolio.card_of` wants it; `progress` how the plan stands,
    None where the file yields none.
    """

    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...] = ()
    faulty: frozenset[Faulty] = frozenset()
    progress: Progress | None = None


def check_plan(reading: Reading, *, as_of: date) -> Checked:
    """Return what is wrong with one file, mistakes in its text and shape included.

    Of a file with such mistakes the rest is checked as far as it can be trusted.
    """
    plan = reading.plan or reading.draft
    if plan is None:
        return Checked(reading.problems, faulty=reading.faulty)
    context = Context(plan, as_of)
    found: tuple[Problem, ...] = ()
    faulty = reading.faulty
    # A deadline that lies before the start is no news again as the end of a chain of moves.
    doubts = _doubts(context, with_advice=reading.plan is not None)
    for problems in (_contradictions(context, reading), deadlines.check(context), doubts):
        kept = trustworthy(problems, faulty, plan)
        faulty |= faults_of(kept)
        found += kept
    if reading.plan is None:
        found = tuple(_without_stand_in(problem, reading.faulty) for problem in found)
    progress = context.progress if reading.plan else None
    return Checked((*reading.problems, *found), plan.accepted, faulty, progress)


def _contradictions(context: Context, reading: Reading) -> Iterator[Problem]:
    if reading.ids is not None:
        yield from references.check(context, reading.ids)
    yield from dates.check(context)


def _doubts(context: Context, *, with_advice: bool) -> Iterator[Problem]:
    """Yield all warnings about the plan, and advice; none of it where there is but a draft."""
    modules = [record, schedule, openness, language, *([advice] if with_advice else [])]
    return chain.from_iterable(module.check(context) for module in modules)


def _without_stand_in(problem: Problem, faulty: frozenset[Faulty]) -> Problem:
    """Return the problem without the id that a draft makes up for a record that has none."""
    if isinstance(problem.place, Place):
        own = fault_of(problem.place)
        if own.index is not None and Faulty(own.table, own.index, "id") in faulty:
            return replace(problem, record=None)
    return problem
