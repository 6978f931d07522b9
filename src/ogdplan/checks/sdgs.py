"""Indicators of the Sustainable Development Goals that the global framework does not have."""

from collections.abc import Iterator
from functools import cache

from ogdplan.checks.context import Context
from ogdplan.checks.phrases import listed
from ogdplan.findings import DataPath, Problem
from ogdplan.model.kinds import all_records
from ogdplan.model.record import Table
from ogdplan.reference.sdg import SdgLevel, SdgStatus, sdg_code, sdg_codes


def check(context: Context) -> Iterator[Problem]:
    """Yield a problem for each indicator that is retired or that no framework has."""
    for table in (context.plan.header, *all_records(context.plan)):
        codes: tuple[str, ...] = getattr(table, "sdgs", ())
        for index, code in enumerate(codes):
            yield from _judge(context, table, "sdgs", code, within=(index,))
    for indicator in context.plan.indicators:
        if indicator.sdg:
            yield from _judge(context, indicator, "sdg", indicator.sdg)


def _judge(
    context: Context, table: Table, field: str, code: str, *, within: DataPath = ()
) -> Iterator[Problem]:
    if code.count(".") < 2:
        return
    target = code.rpartition(".")[0]
    current = _indicators_of(target)
    if code in current:
        return
    choices = [f'"{each}"' for each in current] + [f'the target "{target}"']
    help_text = f"use {listed(choices, last='or')}"
    if sdg_code(code):
        message = f"indicator {code} has been retired"
        yield context.problem(
            "retired-sdg", table, field, message, within=within, help_text=help_text
        )
        return
    message = f"target {target} has no indicator {code}"
    yield context.problem(
        "unknown-sdg-indicator", table, field, message, within=within, help_text=help_text
    )


@cache
def _indicators_of(target: str) -> tuple[str, ...]:
    """Return the indicators that a target has today, in the order of the framework."""
    known = (sdg_code(code) for code in sdg_codes())
    return tuple(
        each.code
        for each in known
        if each and each.level is SdgLevel.INDICATOR
        if each.parent == target and each.status is SdgStatus.CURRENT
    )
