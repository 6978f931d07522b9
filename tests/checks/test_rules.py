"""Every rule by example: the cases of tests/rulecases, run from text to findings."""

from importlib import import_module
from importlib.util import find_spec

import pytest

from builders_checks import examine
from ogdplan.findings import Finding, Severity
from ogdplan.rules.catalogue import RULES
from rulecases.case import Case, marked, whole

MODULES = (
    "reading",
    "shape",
    "meaning",
    "record",
    "history",
    "schedule",
    "openness",
    "language",
    "advice",
    "portfolio",
    "acceptance",
)
SHOWN_ELSEWHERE = ("file-too-large", "link-outside")
"""Rules about files: tests/planfile/test_reading.py and tests/cli/test_bad_input.py."""

ABSENT = [name for name in MODULES if find_spec(f"rulecases.{name}") is None]
CASES: list[Case] = [
    case
    for name in MODULES
    if name not in ABSENT
    for case in import_module(f"rulecases.{name}").CASES
]

each_case = pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case.rule}-{number}") for number, case in enumerate(CASES)]
)


@each_case
def test_rule_fires_once_where_the_mark_is(case: Case) -> None:
    text, line, column, width = marked(whole(case.fires))

    found = examine(text, case.others, case.as_of, before=before(case))

    expected = [finding for finding in found if counts(finding, case)]
    assert [finding.rule for finding in expected] == [case.rule], found
    [finding] = expected
    assert (finding.line, finding.column, finding.width) == (line, column, width)
    if case.message is not None:
        assert finding.message == case.message
    if case.help is not None:
        assert finding.help == case.help
    if case.record is not None:
        assert finding.record == case.record


@each_case
def test_near_miss_is_left_in_peace(case: Case) -> None:
    text = marked(whole(case.near_miss))[0]

    found = examine(text, case.others, case.as_of, before=before(case))

    assert [
        finding
        for finding in found
        if finding.rule == case.rule or finding.severity is Severity.ERROR
    ] == []


@pytest.mark.skipif(bool(ABSENT), reason=f"without the cases of {', '.join(ABSENT)}")
def test_every_rule_of_the_catalogue_has_a_case() -> None:
    assert {*SHOWN_ELSEWHERE, *(case.rule for case in CASES)} == set(RULES)


def before(case: Case) -> str | None:
    """Return the whole text of the plan as it was, in cases that have one."""
    return None if case.before is None else whole(case.before)


def counts(finding: Finding, case: Case) -> bool:
    """Return whether a finding matters in a case; advice is given to every small plan."""
    return finding.severity is not Severity.ADVICE or finding.rule == case.rule
