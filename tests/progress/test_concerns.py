from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.concerns import Concern, Concerns, concerns_of
from ogdplan.progress.plan import progress_of

AS_OF = date(2018, 6, 15)


def milestone(record: str, fields: str = "") -> str:
    return f'[[milestones]]\nid = "{record}"\ntitle = "x"\n{fields}\n'


def report(record: str, on: str, fields: str = "") -> str:
    return f'[[updates]]\nid = "{record}"\nabout = "portal"\non = {on}\ntext = "x"\n{fields}\n'


def concerns(toml: str, within_days: int = 90) -> Concerns:
    return concerns_of(progress_of(a_plan(toml), AS_OF), within_days=within_days)


def ids(found: tuple[Concern, ...]) -> list[str]:
    return [each.progress.milestone.id for each in found]


def waiting(toml: str) -> dict[str, list[str]]:
    found = concerns(toml)
    return {
        each.progress.milestone.id: [one.id for one in each.waits_for]
        for each in (*found.overdue, *found.blocked)
    }


def portal(toml: str) -> Concern:
    """Return the concern of a late portal, with what else is in its plan."""
    return concerns(milestone("portal", 'due = 2018-06-01\ncommitment = "policy"') + toml).overdue[
        0
    ]


def test_each_milestone_to_talk_about_stands_in_one_place_by_deadline_then_id() -> None:
    found = concerns(
        milestone("late-b", "due = 2018-05-31")
        + milestone("late-a", "due = 2018-05-31")
        + milestone("later", "due = 2018-04-30")
        + milestone("held", 'due = 2018-07-01\ndepends_on = ["late-a"]')
        + milestone("held-undated", 'depends_on = ["late-a"]')
        + milestone("dark", 'status = "unclear"\ndue = 2018-07-01')
        + milestone("ahead", 'due = 2018-09-13\nstatus = "in-progress"')
        + milestone("near", "due = 2018-06-15")
        + milestone("beyond", "due = 2018-09-14")
        + milestone("open")
        + milestone("done", "due = 2018-06-20\ncompleted = 2018-06-01")
        + milestone("gone", 'due = 2018-06-20\nstatus = "withdrawn"')
    )

    assert ids(found.overdue) == ["later", "late-a", "late-b"]
    assert ids(found.blocked) == ["held", "held-undated"]
    assert ids(found.unconfirmed) == ["dark"]
    assert ids(found.due) == ["near", "ahead"]
    assert found.within_days == 90
    assert [each.days_left for each in found.due] == [0, 90]
    assert [each.days_left for each in found.blocked] == [16, None]


def test_substantial_work_is_due_all_the_same() -> None:
    found = concerns(milestone("portal", 'due = 2018-06-20\nstatus = "substantial"'))

    assert ids(found.due) == ["portal"]


@pytest.mark.parametrize(("within_days", "expected"), [(5, ["portal"]), (4, [])])
def test_days_ahead_can_be_chosen(within_days: int, expected: list[str]) -> None:
    assert ids(concerns(milestone("portal", "due = 2018-06-20"), within_days).due) == expected


def test_milestone_waits_for_the_nearest_that_is_overdue_behind_others_by_deadline() -> None:
    toml = (
        milestone("end", 'due = 2018-12-31\ndepends_on = ["between", "ghost", "c"]')
        + milestone("between", 'completed = 2018-06-01\ndepends_on = ["a"]')
        + milestone("a", 'due = 2018-06-01\ndepends_on = ["b"]')
        + milestone("b", "due = 2018-05-30")
        + milestone("c", "due = 2018-05-31")
    )

    assert waiting(toml) == {"b": [], "c": [], "a": ["b"], "end": ["c", "a"]}


def test_of_many_that_it_waits_for_the_first_ten_are_listed_and_all_are_counted() -> None:
    toml = "".join(milestone(f"m{day:02}", f"due = 2018-05-{day:02}") for day in range(31, 0, -1))
    names = ", ".join(f'"m{day:02}"' for day in range(1, 32))
    found = concerns(toml + milestone("end", f"depends_on = [{names}]")).blocked[0]

    assert [each.id for each in found.waits_for] == [f"m{day:02}" for day in range(1, 11)]
    assert found.waits_for_total == 31
    assert found.open_dependencies == ()


def test_what_a_long_chain_waits_for_grows_with_its_length_alone() -> None:
    late = [milestone("m0", "due = 2018-05-31")]
    late += [
        milestone(f"m{n}", f'due = 2018-05-31\ndepends_on = ["m{n - 1}"]') for n in range(1, 999)
    ]
    held = [
        milestone(f"h{n}", f'depends_on = ["{f"h{n - 1}" if n else "m998"}"]') for n in range(999)
    ]
    ring = [milestone(f"r{n}", f'depends_on = ["r{(n + 1) % 999}", "m{n}"]') for n in range(999)]
    found = concerns("".join((*reversed(held), *late, *ring)))

    assert sum(each.waits_for_total for each in found.overdue) == 998
    assert {each.waits_for_total for each in found.blocked} == {1, 999}
    assert all(len(each.waits_for) <= 10 for each in found.blocked)


def test_of_many_challenges_the_first_ten_of_the_file_are_listed_and_all_are_counted() -> None:
    affects = ['"policy"', '"portal"', '"portal", "policy"', '"training"']
    toml = "".join(
        f'[[challenges]]\nid = "c{n:02}"\ntitle = "x"\ncategory = "other"\n'
        f"affects = [{affects[n % 4]}]\n"
        for n in range(40)
    )
    found = portal(toml)

    listed = [f"c{n:02}" for n in range(14) if n % 4 != 3][:10]
    assert [each.id for each in found.challenges] == listed
    assert found.challenges_total == 30


def test_milestones_in_a_circle_wait_for_each_other_and_none_for_itself() -> None:
    toml = (
        milestone("a", 'due = 2018-05-31\ndepends_on = ["b"]')
        + milestone("b", 'due = 2018-05-30\ndepends_on = ["c"]')
        + milestone("c", 'due = 2018-12-31\ndepends_on = ["a"]')
    )

    assert waiting(toml) == {"b": ["a"], "a": ["b"], "c": ["a"]}


def test_open_challenges_of_it_and_of_its_commitment_bear_on_it_in_file_order() -> None:
    challenges = [
        ("of-both", 'affects = ["policy", "portal"]'),
        ("of-portal", 'affects = ["portal"]\nstatus = "mitigating"'),
        ("resolved", 'affects = ["portal"]\nresolved = 2018-06-15'),
        ("later", 'affects = ["portal"]\nraised = 2018-06-16'),
        ("of-other", 'affects = ["training"]'),
        ("of-policy", 'affects = ["policy"]'),
    ]
    toml = "".join(
        f'[[challenges]]\nid = "{record}"\ntitle = "x"\ncategory = "other"\n{fields}\n'
        for record, fields in challenges
    )

    assert [each.id for each in portal(toml).challenges] == ["of-both", "of-portal", "of-policy"]


def test_last_move_and_last_report_are_those_up_to_the_date() -> None:
    move = "due_from = 2018-05-01\ndue_to = 2018-06-01"
    found = portal(
        report("second", "2018-03-01", move)
        + report("first", "2018-02-01", move)
        + report("words", "2018-06-15")
        + report("to-come", "2018-06-16", move)
    )

    assert found.last_move is not None
    assert found.last_move.id == "second"
    assert found.last_report is not None
    assert found.last_report.id == "words"


def test_milestone_nobody_reported_on_has_no_last_report() -> None:
    assert (portal("").last_move, portal("").last_report) == (None, None)


def test_open_dependencies_are_the_unfinished_it_names_itself_and_does_not_wait_for() -> None:
    found = concerns(
        milestone("late", "due = 2018-06-01")
        + milestone("open")
        + milestone("behind", 'depends_on = ["open"]')
        + milestone("done", "completed = 2018-06-01")
        + milestone("gone", 'status = "withdrawn"')
        + milestone(
            "held",
            'due = 2018-07-01\ndepends_on = ["late", "behind", "done", "gone", "ghost", "held"]',
        )
        + milestone("near", 'due = 2018-07-01\ndepends_on = ["open"]')
    )

    assert [each.id for each in found.blocked[0].open_dependencies] == ["behind"]
    assert [each.id for each in found.due[0].open_dependencies] == ["open"]
    assert found.due[0].is_explained


def test_all_that_has_a_deadline_ahead_is_named_however_far_it_is() -> None:
    found = concerns(
        milestone("late", "due = 2018-06-14")
        + milestone("held", 'due = 2018-07-01\ndepends_on = ["late"]')
        + milestone("dark", 'status = "unclear"\ndue = 2018-06-20')
        + milestone("far", "due = 2030-01-01")
        + milestone("today", "due = 2018-06-15")
        + milestone("open")
        + milestone("done", "due = 2018-07-01\ncompleted = 2018-06-01")
    )

    assert ids(found.ahead) == ["today", "dark", "held", "far"]


def assessment(record: str, about: str, rating: str, on: str = "") -> str:
    told = f"on = {on}\n" if on else ""
    return (
        f'[[assessments]]\nid = "{record}"\nabout = "{about}"\nframework = "irm"\n'
        f'criterion = "Completion"\nrating = "{rating}"\n{told}'
    )


def test_latest_status_that_others_name_of_it_or_its_commitment_is_its_judgement() -> None:
    found = portal(
        assessment("undated", "portal", "Limited")
        + assessment("newest", "policy", "Complete", '"2017"')
        + assessment("old", "portal", "Limited", '"2016"')
        + assessment("dark", "portal", "No evidence", "2018-06-01")
        + assessment("high", "portal", "High", "2018-06-01")
        + assessment("to-come", "portal", "Limited", "2018-06-16")
    )

    assert found.judged is not None
    assert found.judged.assessment.id == "newest"
    assert portal("").judged is None


def test_unclear_is_what_its_status_says() -> None:
    found = concerns(
        milestone("a", 'due = 2018-06-01\nstatus = "unclear"') + milestone("b", "due = 2018-06-01")
    )

    assert [each.is_unclear for each in found.overdue] == [True, False]
    assert [each.is_explained for each in found.overdue] == [False, False]
