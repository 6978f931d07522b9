from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.facts import Happening, facts_in
from ogdplan.progress.interval import Interval

EVER = Interval(date.min, date.max)
PORTAL = '[[milestones]]\nid = "portal"\ntitle = "The portal"\n'


def report(record: str, on: str, fields: str = "", about: str = "portal") -> str:
    return f'[[updates]]\nid = "{record}"\non = {on}\nabout = "{about}"\ntext = "x"\n{fields}\n'


def told(toml: str, interval: Interval = EVER) -> list[tuple[str, str | None, str, str | None]]:
    """Return each fact as what happened, to which record, when, and the report that says so."""
    return [
        (
            fact.happening.value,
            fact.record.id if fact.record else None,
            fact.on.text,
            fact.update.id if fact.update else None,
        )
        for fact in facts_in(a_plan(toml), interval)
    ]


def test_every_kind_of_record_tells_its_dates_by_day_then_by_kind() -> None:
    toml = """
        plan = { adopted = 2018-05-01 }
        instruments = [{ id = "decree", title = "x", kind = "decree", on = 2018-05-01 }]
        commitments = [{ id = "policy", title = "x", completed = 2018-05-01 }]
        milestones = [
            { id = "portal", title = "x", started = 2018-04-01, completed = 2018-05-01 },
            { id = "tour", title = "x", withdrawn = 2018-05-01 },
        ]
        updates = [{ id = "may", on = 2018-05-01, text = "x" }]
        lessons = [{ id = "first", title = "x", category = "other", on = 2018-05-01 }]
        datasets = [{ id = "budget", title = "x", released = 2018-05-01 }]
        indicators = [{ id = "use", title = "x", level = "output" }]
        measurements = [{ id = "use-1", indicator = "use", on = 2018-05-01, value = 1 }]
        events = [
            { id = "day", title = "x", kind = "workshop", start = 2018-05-01 },
            { id = "tours", title = "x", kind = "other", start = 2018-04-01, end = 2018-05-03 },
        ]
        assessments = [
            { id = "irm", framework = "irm", criterion = "x", rating = "x", on = 2018-05-01 },
        ]
        [[challenges]]
        id = "fear"
        title = "x"
        category = "other"
        raised = "2018-05"
        resolved = "2018-06"
    """

    assert told(toml) == [
        ("started", "portal", "2018-04-01", None),
        ("plan-adopted", None, "2018-05-01", None),
        ("completed", "policy", "2018-05-01", None),
        ("completed", "portal", "2018-05-01", None),
        ("withdrawn", "tour", "2018-05-01", None),
        ("reported", None, "2018-05-01", "may"),
        ("raised", "fear", "2018-05", None),
        ("released", "budget", "2018-05-01", None),
        ("measured", "use-1", "2018-05-01", None),
        ("held", "day", "2018-05-01", None),
        ("in-force", "decree", "2018-05-01", None),
        ("learned", "first", "2018-05-01", None),
        ("assessed", "irm", "2018-05-01", None),
        ("held", "tours", "2018-05-03", None),
        ("resolved", "fear", "2018-06", None),
    ]
    assert {each for each, *_ in told(toml)} == set(Happening) - {"deadline-moved"}


def test_what_began_counts_from_its_first_day_and_all_else_from_its_last() -> None:
    toml = f'{PORTAL}started = "2018-05"\ncompleted = "2018-06"\n'

    first, last = Interval(date(2018, 5, 1), date(2018, 5, 1)), date(2018, 6, 30)
    assert [each for each, *_ in told(toml, first)] == ["started"]
    assert [each for each, *_ in told(toml, Interval(last, last))] == ["completed"]
    assert told(toml, Interval(date(2018, 5, 2), date(2018, 6, 29))) == []


def test_days_in_no_order_have_no_facts() -> None:
    assert told(f"{PORTAL}started = 2018-05-01\n", Interval(date.max, date.min)) == []


def test_report_that_first_says_done_is_that_and_later_ones_are_reports() -> None:
    toml = PORTAL + "".join(
        report(record, on, f'status = "{status}"')
        for record, on, status in [
            ("a", "2018-01-01", "limited"),
            ("b", "2018-02-01", "completed"),
            ("c", "2018-03-01", "completed"),
            ("d", "2018-04-01", "in-progress"),
            ("e", "2018-05-01", "completed"),
            ("f", "2018-06-01", "withdrawn"),
        ]
    )

    assert told(toml) == [
        ("reported", "portal", "2018-01-01", "a"),
        ("completed", "portal", "2018-02-01", "b"),
        ("reported", "portal", "2018-03-01", "c"),
        ("reported", "portal", "2018-04-01", "d"),
        ("completed", "portal", "2018-05-01", "e"),
        ("withdrawn", "portal", "2018-06-01", "f"),
    ]


def test_milestone_with_a_date_of_its_own_is_not_completed_twice() -> None:
    toml = f"{PORTAL}completed = 2018-03-01\n" + report("a", "2018-02-01", 'status = "completed"')

    assert told(toml) == [
        ("reported", "portal", "2018-02-01", "a"),
        ("completed", "portal", "2018-03-01", None),
    ]


@pytest.mark.parametrize(
    ("status", "happenings"),
    [("limited", ["deadline-moved"]), ("completed", ["completed", "deadline-moved"])],
)
def test_report_that_moves_a_deadline_is_told_as_that(status: str, happenings: list[str]) -> None:
    move = f'due_from = "2018-01"\ndue_to = "2018-02"\nstatus = "{status}"'

    found = told(PORTAL + report("a", "2018-01-05", move))

    assert [each for each, *_ in found] == happenings
    assert {record for _, record, *_ in found} == {"portal"}


def test_report_about_what_is_nowhere_stands_for_itself() -> None:
    assert told(report("a", "2018-01-05", about="ghost")) == [
        ("reported", "a", "2018-01-05", "a"),
    ]


def test_facts_of_one_day_and_kind_come_by_id_of_the_record_then_of_the_report() -> None:
    tour = PORTAL.replace("portal", "tour")
    reports = (("b", "tour"), ("d", "portal"), ("c", "portal"), ("a", "tour"))

    found = told(
        tour + PORTAL + "".join(report(name, "2018-05-01", about=work) for name, work in reports)
    )

    assert [(record, by) for _, record, _, by in found] == [
        ("portal", "c"),
        ("portal", "d"),
        ("tour", "a"),
        ("tour", "b"),
    ]
