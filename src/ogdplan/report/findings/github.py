"""Findings as GitHub workflow commands, which become annotations beside the lines of a file.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterable, Mapping

from ogdplan.findings import Finding, Severity
from ogdplan.report.findings.words import message_and_help
from ogdplan.report.safety import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def commands(findings: Iterable[Finding]) -> str:
    """Return one command a line for each finding in the order given, accepted ones left out."""
    return "".join(_command(finding) for finding in findings if not finding.accepted)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "endColumn": str(finding.column + finding.width),
        "title": finding.rule,
    }
    return command(_COMMANDS[finding.severity], properties, message_and_help(finding))


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """Return one workflow command as a line, whatever its properties and message hold."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    """Escape text so that it is one line; `visible` has taken the line breaks out already."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    """Escape the value of a property, which a colon or a comma would end."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
