"""How many findings there are of each kind."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ogdplan.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """The number of plans checked, and of findings by severity.

    Accepted findings are counted as accepted and nowhere else.
    """

    plans: int
    error: int
    warning: int
    advice: int
    accepted: int


def count(findings: Iterable[Finding], *, plans: int) -> FindingCounts:
    """Return the counts of the findings that so many plans gave."""
    kinds = Counter("accepted" if finding.accepted else finding.severity for finding in findings)
    return FindingCounts(
        plans,
        error=kinds[Severity.ERROR],
        warning=kinds[Severity.WARNING],
        advice=kinds[Severity.ADVICE],
        accepted=kinds["accepted"],
    )
