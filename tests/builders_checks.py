"""Checks of plan files for tests, from text to findings, as a command runs them."""

from collections.abc import Mapping
from datetime import date

from ogdplan.checks import portfolio
from ogdplan.checks.acceptance import settle
from ogdplan.checks.context import Past
from ogdplan.checks.plan import Checked, check_plan
from ogdplan.compare.matching import successors_between
from ogdplan.compare.sides import Side
from ogdplan.findings import Finding, Problem
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import Reading, read
from ogdplan.rules.history import SLUGS, UNACCEPTABLE

PLAN_ID = "nepal"
"""The id of the plan that is examined, for other plans that refer to it."""

PATH = f"plans/{PLAN_ID}.toml"
TODAY = date(2018, 1, 31)


def examine(
    text: str,
    others: Mapping[str, str] | None = None,
    as_of: date = TODAY,
    *,
    before: str | None = None,
) -> tuple[Finding, ...]:
    """Return the findings in the file of the plan `nepal`, which lies in a folder with others.

    `others` gives the text of further plans by their ids, `before` what the plan was.
    """
    texts = {**(others or {}), PLAN_ID: text}
    readings = {plan_id: _read(each) for plan_id, each in texts.items()}
    checked = {plan_id: check_plan(reading, as_of=as_of) for plan_id, reading in readings.items()}
    own = check_plan(readings[PLAN_ID], as_of=as_of, past=_past(before, readings[PLAN_ID]))
    between = _between(readings, checked).get(PLAN_ID, ())
    problems = settle(own.accepted, (*own.problems, *between), unasked=SLUGS - UNACCEPTABLE)
    return findings_of(problems, readings[PLAN_ID].text, PATH)


def problems_alone(text: str, as_of: date = TODAY) -> tuple[Problem, ...]:
    """Return the problems of one plan that is not in a folder with others."""
    checked = check_plan(_read(text), as_of=as_of)
    return settle(checked.accepted, checked.problems, unasked=portfolio.SLUGS)


def _read(text: str) -> Reading:
    """Read a text; what stands for a byte that is no UTF-8 becomes that byte."""
    return read(text.encode("utf-8", "surrogateescape"))


def _past(before: str | None, reading: Reading) -> Past | None:
    """Return what a plan was; a plan that is none any more is compared with nothing."""
    if before is None or reading.plan is None:
        return None
    plan = _read(before).plan
    assert plan is not None
    return Past(plan, successors_between(Side(plan), Side(reading.plan)))


def _between(
    readings: Mapping[str, Reading], checked: Mapping[str, Checked]
) -> dict[str, tuple[Problem, ...]]:
    cards = {
        plan_id: portfolio.card_of(plan_id, plan, checked[plan_id].faulty)
        for plan_id, reading in readings.items()
        if (plan := reading.plan or reading.draft)
    }
    return portfolio.check(cards, readings.keys())
