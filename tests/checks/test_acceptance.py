from datetime import date

from builders_checks import examine, problems_alone
from ogdplan.findings import Finding, Severity
from rulecases.case import PREAMBLE

MILESTONE = '[[milestones]]\nid = "portal"\ntitle = "Work"\nlead = "office"\n'
OTHER = MILESTONE.replace("portal", "training")
DAY = date(2017, 6, 1)


def entry(rule: str, about: str | None = None) -> str:
    subject = f'about = "{about}"\n' if about else ""
    return f'[[accepted]]\nrule = "{rule}"\n{subject}reason = "Agreed"\n'


def findings(text: str) -> list[Finding]:
    """Return the findings but for advice that nobody answers for."""
    return [
        finding
        for finding in examine(PREAMBLE + text, as_of=DAY)
        if finding.severity is not Severity.ADVICE or finding.accepted
    ]


def told(text: str) -> list[tuple[str, str | None, bool]]:
    return [(finding.rule, finding.record, finding.accepted) for finding in findings(text)]


def test_entry_accepts_the_finding_of_its_record_only() -> None:
    text = MILESTONE + OTHER + entry("missing-due", "portal")

    assert told(text) == [("missing-due", "portal", True), ("missing-due", "training", False)]


def test_entry_without_record_accepts_what_concerns_the_plan() -> None:
    assert told(entry("no-training")) == [("no-training", None, True)]
    assert told(MILESTONE + entry("missing-due")) == [
        ("missing-due", "portal", False),
        ("accepted-nothing", None, False),
    ]


def test_entry_for_what_only_several_plans_show_is_settled_with_them() -> None:
    assert told(entry("no-agency-plans")) == [("no-agency-plans", None, True)]
    assert told(entry("overlapping-plans")) == [("accepted-nothing", None, False)]


def test_entry_for_what_only_several_plans_show_is_trusted_for_one_alone() -> None:
    text = PREAMBLE + entry("no-agency-plans") + entry("overlapping-plans")

    assert [
        each for each in problems_alone(text, DAY) if each.rule.slug == "accepted-nothing"
    ] == []


def test_errors_are_never_accepted() -> None:
    text = MILESTONE + 'start = 2018-01-01\ndue = "2017"\n' + entry("due-before-start", "portal")

    assert told(text) == [("due-before-start", "portal", False)]


def test_no_entry_is_idle_while_an_error_may_be_why() -> None:
    text = MILESTONE + 'due = "someday"\n' + entry("missing-due", "portal")

    assert [finding.rule for finding in findings(text)] == ["bad-when"]


def test_two_entries_for_one_finding_are_both_in_use() -> None:
    text = MILESTONE + 2 * entry("missing-due", "portal")

    assert told(text) == [("missing-due", "portal", True)]


def test_idle_entry_can_be_answered_for() -> None:
    text = MILESTONE + 'due = "2018"\n' + entry("overdue", "portal")

    assert told(text) == [("accepted-nothing", "portal", False)]
    assert told(text + entry("accepted-nothing", "portal")) == [
        ("accepted-nothing", "portal", True)
    ]


def test_entry_that_answers_for_no_idle_entry_is_idle() -> None:
    assert told(entry("accepted-nothing")) == [("accepted-nothing", None, False)]
