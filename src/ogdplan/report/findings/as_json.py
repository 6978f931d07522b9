"""Findings as the JSON document of `check --format json`."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from ogdplan.findings import Finding, FindingCounts


def document(
    findings: Iterable[Finding], counts: FindingCounts, *, as_of: date
) -> dict[str, object]:
    """Return the document `ogdplan/check/1`: all findings in the order given, and their counts."""
    return {
        "schema": "ogdplan/check/1",
        "as_of": as_of.isoformat(),
        "findings": [finding_value(finding) for finding in findings],
        "summary": asdict(counts),
    }


def finding_value(finding: Finding) -> dict[str, object]:
    """Return one finding as it stands in every JSON document; absent is None."""
    return {
        "rule": finding.rule,
        "group": finding.group.value,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "record": finding.record,
        "field": finding.field,
        "message": finding.message,
        "help": finding.help,
        "accepted": finding.accepted,
    }
