"""Findings for tests: each call names what matters, the rest is a finding that could be."""

from dataclasses import replace

from ogdplan.findings import Finding
from ogdplan.rules.catalogue import RULES

DUE_BEFORE_START = Finding(
    rule="due-before-start",
    group=RULES["due-before-start"].group,
    severity=RULES["due-before-start"].severity,
    path="plans/panama.toml",
    line=41,
    column=7,
    record="open-data-decree",
    field="due",
    message="due 2017-03-01 is before the start 2017-05-01",
    help="correct one of the two dates",
    width=10,
    excerpt="due = 2017-03-01",
)


def a_finding(rule: str = "overdue", **changes: object) -> Finding:
    """Return a finding of the rule, with its group and severity, at a milestone of Panama."""
    kind = RULES[rule]
    base = replace(DUE_BEFORE_START, rule=rule, group=kind.group, severity=kind.severity)
    return replace(base, **changes)  # type: ignore[arg-type]  # the names are the fields'
