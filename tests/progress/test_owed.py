from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.interval import Interval
from ogdplan.progress.owed import Owed, reports_owed
from ogdplan.progress.plan import progress_of

AS_OF = date(2018, 6, 30)
JUNE = Interval(date(2018, 6, 1), AS_OF)
COMMITMENT = '[[commitments]]\nid = "policy"\ntitle = "x"\nlead = "ministry"\n'


def milestone(record: str, fields: str = 'lead = "ministry"') -> str:
    return f'[[milestones]]\nid = "{record}"\ntitle = "x"\n{fields}\n'


def report(on: str, fields: str) -> str:
    return f'[[updates]]\nid = "u-{on}"\non = {on}\ntext = "x"\n{fields}\n'


def owed(toml: str, interval: Interval = JUNE) -> tuple[Owed, ...]:
    return reports_owed(progress_of(a_plan(toml), AS_OF), interval)


def leads(toml: str, interval: Interval = JUNE) -> list[str | None]:
    return [each.lead for each in owed(toml, interval)]


@pytest.mark.parametrize(
    ("fields", "runs"),
    [
        ("", True),
        ("start = 2018-06-30", True),
        ('start = "2018"', True),
        ("start = 2018-07-01", False),
        ("completed = 2018-06-30", False),
        ("withdrawn = 2018-06-30", False),
        ("completed = 2018-07-01", True),
    ],
)
def test_report_is_owed_for_milestones_that_run(fields: str, runs: bool) -> None:
    assert leads(milestone("portal", f'lead = "ministry"\n{fields}')) == ["ministry"] * runs


@pytest.mark.parametrize(
    ("fields", "is_heard"),
    [
        ('about = "portal"', True),
        ('about = "policy"', True),
        ('reported_by = "ministry"', True),
        ('about = "other"\nreported_by = "ministry"', True),
        ('about = "other"', False),
        ("", False),
        ('about = "portal"\nreported_by = "archive"', True),
    ],
)
def test_report_on_its_work_or_by_itself_is_enough(fields: str, is_heard: bool) -> None:
    work = milestone("portal", 'commitment = "policy"') + milestone("other", 'lead = "archive"')
    found = leads(COMMITMENT + work + report("2018-06-10", fields))

    assert ("ministry" not in found) == is_heard


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2018-05-31", ["ministry"]),
        ("2018-06-01", []),
        ("2018-06-30", []),
        ("2018-07-01", ["ministry"]),
        ('"2018-06"', []),
    ],
)
def test_only_reports_of_the_interval_count(on: str, expected: list[str]) -> None:
    update = f'[[updates]]\nid = "u"\non = {on}\ntext = "x"\nabout = "portal"\n'

    assert leads(milestone("portal") + update) == expected


def test_longest_silence_comes_first_and_says_since_when() -> None:
    toml = (
        milestone("a", 'lead = "archive"')
        + milestone("b")
        + milestone("b-2")
        + milestone("c", "")
        + milestone("d", 'lead = "zoo"')
        + report("2018-05-01", 'about = "a"')
        + report("2018-04-01", 'about = "b"')
        + report("2018-04-03", 'about = "b-2"')
        + report("2018-07-02", 'about = "d"')
    )

    found = [
        (each.lead, [one.milestone.id for one in each.milestones], each.last_report)
        for each in owed(toml)
    ]
    assert found == [
        (None, ["c"], None),
        ("zoo", ["d"], None),
        ("ministry", ["b", "b-2"], date(2018, 4, 3)),
        ("archive", ["a"], date(2018, 5, 1)),
    ]


@pytest.mark.parametrize("header", ['end = "2017"', 'start = "2019"', 'stage = "draft"'])
def test_nothing_is_owed_for_a_plan_that_does_not_run(header: str) -> None:
    assert leads(f"[plan]\n{header}\n" + milestone("portal")) == []
