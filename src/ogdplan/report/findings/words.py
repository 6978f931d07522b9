"""The words of a finding for formats that have one place for them."""

from ogdplan.findings import Finding


def message_and_help(finding: Finding) -> str:
    """Return what is wrong and, in parentheses, what to do next."""
    return f"{finding.message} ({finding.help})" if finding.help else finding.message
