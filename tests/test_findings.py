from ogdplan.findings import FindingCounts, count
from report.finding_samples import a_finding


def test_findings_are_counted_by_severity_and_accepted_ones_apart() -> None:
    findings = (
        a_finding("bad-id"),
        a_finding("overdue"),
        a_finding("missing-due"),
        a_finding("overdue", accepted=True),
        a_finding("no-training", accepted=True),
        a_finding("no-governance"),
    )

    assert count(findings, plans=3) == FindingCounts(
        plans=3, error=1, warning=2, advice=1, accepted=2
    )


def test_no_findings_are_zeros() -> None:
    assert count((), plans=5) == FindingCounts(plans=5, error=0, warning=0, advice=0, accepted=0)
