"""How often each rule found something in a plan, and where first."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ogdplan.findings import Finding, Rule
from ogdplan.rules.catalogue import RULES

SHOWN_RECORDS = 3
"""How many records are named of those in which a rule found something."""


class RuleCount(NamedTuple):
    """How often a rule found something in a plan, and in which records.

    `accepted` are the findings that someone answers for, `open` all others; `records` the ids
    of the first three records, those of open findings first, in the order of the file.
    """

    rule: Rule
    open: int
    accepted: int
    records: tuple[str, ...]


def rule_counts(findings: Iterable[Finding]) -> tuple[RuleCount, ...]:
    """Return how often each rule found something, in the order of the catalogue.

    The findings are those of one plan, sorted by line; a rule without any is left out.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda each: each.accepted):
        by_rule.setdefault(finding.rule, []).append(finding)
    return tuple(
        _rule_count(rule, by_rule[slug]) for slug, rule in RULES.items() if slug in by_rule
    )


def _rule_count(rule: Rule, findings: Sequence[Finding]) -> RuleCount:
    accepted = sum(each.accepted for each in findings)
    records = dict.fromkeys(each.record for each in findings if each.record)
    return RuleCount(rule, len(findings) - accepted, accepted, tuple(records)[:SHOWN_RECORDS])
