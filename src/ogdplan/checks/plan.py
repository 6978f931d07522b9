"""Everything that can be said about one plan file without the others."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from ogdplan.checks import advice, language, openness, record, schedule
from ogdplan.checks.context import Context, Past
from ogdplan.checks.errors import contradictions, trusted
from ogdplan.findings import Problem
from ogdplan.model.plan import Accepted
from ogdplan.planfile.reading import Reading
from ogdplan.planfile.shape import Faulty
from ogdplan.progress.plan import Progress


class Checked(NamedTuple):
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


def check_plan(reading: Reading, *, as_of: date, past: Past | None = None) -> Checked:
    """Return what is wrong with one file, mistakes in its text and shape included.

    Of a file with such mistakes the rest is checked as far as it can be trusted. With `past`
    also what changed since without a word.
    """
    plan = reading.plan or reading.draft
    if plan is None:
        return Checked(reading.problems, faulty=reading.faulty)
    context = Context(plan, as_of, past)
    doubts = chain(_doubts(context, with_advice=reading.plan is not None), _changes(context))
    found, faulty = trusted(reading, plan, (*contradictions(context, reading), doubts))
    progress = context.progress if reading.plan else None
    return Checked((*reading.problems, *found), plan.accepted, faulty, progress)


def _doubts(context: Context, *, with_advice: bool) -> Iterator[Problem]:
    """Yield all warnings about the plan, and advice; none of it where there is but a draft."""
    modules = [record, schedule, openness, language, *([advice] if with_advice else [])]
    return chain.from_iterable(module.check(context) for module in modules)


def _changes(context: Context) -> Iterator[Problem]:
    """Yield what changed without a word, where the plan is compared with what it was."""
    if context.past is None:
        return
    from ogdplan.checks import history  # noqa: PLC0415 - comparing takes 10 ms to import

    yield from history.check(context, context.past)
