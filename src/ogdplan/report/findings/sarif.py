"""Findings as SARIF 2.1.0, the format of code-scanning services.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote

from ogdplan.findings import Finding, Rule, Severity
from ogdplan.report.findings.words import message_and_help
from ogdplan.rules.catalogue import RULES

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_RULE_INDEX = {slug: index for index, slug in enumerate(RULES)}


def document(findings: Iterable[Finding], *, version: str) -> dict[str, object]:
    """Return the log of one run of this program: the whole catalogue and a result a finding.

    Accepted findings are results with a suppression.
    """
    driver = {
        "name": "ogdplan",
        "version": version,
        "rules": [_descriptor(rule) for rule in RULES.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _descriptor(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.slug,
        "shortDescription": _message(rule.title),
        "fullDescription": _message(rule.why),
        "help": _message(rule.fix),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group.value]},
    }


def _result(finding: Finding) -> dict[str, object]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": _RULE_INDEX[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": _message(message_and_help(finding)),
        "locations": [_location(finding)],
        "partialFingerprints": {"ruleRecordField/v1": _fingerprint(finding)},
        # An empty list says "not suppressed"; once one result has a list, all must (3.27.23).
        "suppressions": [{"kind": "inSource"}] if finding.accepted else [],
    }


def _message(text: str) -> dict[str, object]:
    """Return text as a message in which nothing is a placeholder (3.11.5) or a link (3.11.6)."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _location(finding: Finding) -> dict[str, object]:
    physical = {
        "artifactLocation": {
            # Names that are not UTF-8 reach us as lone surrogates; this gives their bytes back.
            "uri": quote(finding.path, safe="/", errors="surrogateescape"),
            "uriBaseId": "%SRCROOT%",
        },
        "region": {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endColumn": finding.column + finding.width,
        },
    }
    return {"physicalLocation": physical} | _logical_location(finding)


def _logical_location(finding: Finding) -> dict[str, object]:
    names = [name for name in (finding.record, finding.field) if name]
    if not names:
        return {}
    kind = "property" if finding.field else "object"
    location = {"name": names[-1], "fullyQualifiedName": ".".join(names), "kind": kind}
    return {"logicalLocations": [location]}


def _fingerprint(finding: Finding) -> str:
    """Return what stays the same when lines are added above the finding."""
    identity = json.dumps([finding.rule, finding.path, finding.record, finding.field])
    return sha256(identity.encode()).hexdigest()
