from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.achieved import achieved_in
from ogdplan.progress.interval import Interval
from ogdplan.progress.plan import progress_of

JUNE = Interval(date(2018, 6, 1), date(2018, 6, 30))


def milestone(record: str, fields: str) -> str:
    return f'[[milestones]]\nid = "{record}"\ntitle = "x"\n{fields}\n'


def report(record: str, about: str, on: str, fields: str) -> str:
    return f'[[updates]]\nid = "{record}"\nabout = "{about}"\non = {on}\ntext = "x"\n{fields}\n'


def ids(toml: str, interval: Interval = JUNE, as_of: date = date(2018, 6, 30)) -> list[str]:
    found = achieved_in(progress_of(a_plan(toml), as_of), interval)
    return [each.record.id for each in found]


def test_what_was_completed_inside_is_told_by_day_then_id() -> None:
    toml = "".join(
        milestone(record, f"completed = {on}")
        for record, on in [
            ("after", "2018-07-01"),
            ("late", "2018-06-30"),
            ("june", '"2018-06"'),
            ("early", "2018-06-01"),
            ("before", "2018-05-31"),
        ]
    )

    assert ids(toml, as_of=date(2018, 12, 31)) == ["early", "june", "late"]


def test_commitment_with_a_date_is_achieved_and_one_kept_by_its_milestones_is_not() -> None:
    toml = """
        [[commitments]]
        id = "policy"
        title = "x"
        completed = 2018-06-05
        [[commitments]]
        id = "skills"
        title = "x"
    """

    found = toml + milestone("training", 'commitment = "skills"\ncompleted = 2018-06-04')
    assert ids(found) == ["training", "policy"]


def test_evidence_is_its_own_and_that_of_reports_up_to_the_date_each_once() -> None:
    toml = milestone("portal", 'due = 2018-06-20\ncompleted = 2018-06-25\nevidence = ["Minutes"]')
    toml += report("a", "portal", "2018-06-26", 'evidence = ["https://example.org", "Minutes"]')
    toml += report("b", "portal", "2018-07-02", 'evidence = ["https://example.org/later"]')

    (found,) = achieved_in(progress_of(a_plan(toml), JUNE.last), JUNE)

    assert found.evidence == ("Minutes", "https://example.org")
    assert found.is_public
    assert found.delay_days == 5


def test_minutes_alone_are_no_public_evidence() -> None:
    toml = milestone("portal", 'completed = 2018-06-25\nevidence = ["Minutes"]')

    (found,) = achieved_in(progress_of(a_plan(toml), JUNE.last), JUNE)

    assert not found.is_public


@pytest.mark.parametrize(
    ("status", "on", "expected"),
    [
        ("completed", "2018-06-10", ["portal"]),
        ("completed", "2018-05-10", []),
        ("substantial", "2018-06-10", []),
    ],
)
def test_milestone_without_a_date_is_achieved_when_a_report_says_so(
    status: str, on: str, expected: list[str]
) -> None:
    assert ids(milestone("portal", "") + report("a", "portal", on, f'status = "{status}"')) == (
        expected
    )


def test_what_was_reopened_is_not_achieved_until_it_is_done_again() -> None:
    toml = milestone("portal", "completed = 2018-06-02")
    toml += report("a", "portal", "2018-06-10", 'status = "in-progress"')

    assert ids(toml) == []
    toml += report("b", "portal", "2018-07-20", 'status = "completed"')
    assert ids(toml, as_of=date(2018, 7, 31)) == []
    july = Interval(date(2018, 7, 1), date(2018, 7, 31))
    assert ids(toml, july, as_of=july.last) == ["portal"]


def test_milestone_completed_without_any_date_is_not_among_them() -> None:
    assert ids(milestone("portal", 'status = "completed"')) == []


@pytest.mark.parametrize(
    ("on", "is_exact"), [('"2018-06"', True), ("2018-06-01", True), ('"2018-Q2"', False)]
)
def test_date_that_begins_before_the_days_asked_for_is_not_exact(on: str, is_exact: bool) -> None:
    progress = progress_of(a_plan(milestone("a", f"completed = {on}")), date(2018, 6, 30))

    (found,) = achieved_in(progress, JUNE)

    assert (found.is_exact, found.is_recorded_since) == (is_exact, False)


def test_what_was_completed_earlier_is_told_where_it_is_recorded_since() -> None:
    toml = milestone("early", "completed = 2018-03-01") + milestone("new", "completed = 2018-06-02")
    toml += milestone("other", "completed = 2018-03-01") + milestone("open", "")
    progress = progress_of(a_plan(toml), date(2018, 6, 30))

    found = achieved_in(progress, JUNE, {"early", "new", "open"})

    assert [(each.record.id, each.is_recorded_since) for each in found] == [
        ("early", True),
        ("new", False),
    ]
