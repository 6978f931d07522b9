import pytest

from builders_compare import a_move, a_report, changed, told
from ogdplan.compare.changes import told_once, with_words

PORTAL = '[[milestones]]\nid = "portal"\ntitle = "The portal"\n'


def test_report_is_told_with_all_that_it_states() -> None:
    fields = 'on = 2018-02-01\nstatus = "unclear"\nprogress = 60\n'
    report = a_report(
        "june", f'{fields}due_from = "2018-03"\ndue_to = "2018-06"', "All\\n\\tis well"
    )

    (words,) = told("", report)

    assert words == (
        "report of 1 February 2018 about portal "
        "(no evidence available, 60 %, deadline from March 2018 to June 2018): All is well"
    )


def test_report_about_the_plan_is_told() -> None:
    found = told("", '[[updates]]\nid = "u"\non = "2018-06"\ntext = "The tender is out"')

    assert found == ["report of June 2018 about the plan: The tender is out"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('[[lessons]]\nid = "a"\ntitle = "Talk"\ncategory = "other"', "lesson added: Talk"),
        ('[[next_steps]]\nid = "a"\ntitle = "Go"', "next step added: Go"),
        (
            '[[challenges]]\nid = "a"\ntitle = "Fear\\nof all"\ncategory = "other"',
            "challenge added: Fear of all",
        ),
        (
            '[[measurements]]\nid = "a"\nindicator = "users"\non = "2018"\nvalue = 4.5',
            "measurement added: 4.5 for users, 2018",
        ),
        (
            '[[assessments]]\nid = "a"\nframework = "irm"\ncriterion = "On time"\nrating = "no"',
            "assessment added: On time",
        ),
        (
            '[[accepted]]\nrule = "overdue"\nreason = "x"',
            "accepted finding added: overdue of the plan",
        ),
    ],
)
def test_record_that_is_new_is_told(table: str, words: str) -> None:
    assert told("", table) == [words]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('[[next_steps]]\nid = "a"\ntitle = "Go"', "next step removed: Go"),
        (a_report("june", ""), "update removed: It went on"),
        (
            '[[measurements]]\nid = "a"\nindicator = "users"\non = "2018"\nvalue = 4.5',
            "measurement removed: 4.5 for users, 2018",
        ),
    ],
)
def test_record_that_is_gone_is_told(table: str, words: str) -> None:
    assert told(table, "") == [words]


def told_beside(old: str, new: str, reports: str, before: str = "") -> list[str | None]:
    """Return the ids of what is told once of a milestone that changed and of the reports."""
    found = changed(f"{PORTAL}{old}\n{before}", f"{PORTAL}{new}\n{before}{reports}")
    return [change.id for change in told_once(found)]


def test_move_that_the_milestone_tells_is_told_once() -> None:
    move = a_move("move", "2018-06", "2018-07")

    assert told_beside('due = "2018-06"', 'due = "2018-07"', move) == ["portal"]


def test_move_that_the_milestone_does_not_tell_stays() -> None:
    move = a_move("move", "2018-06", "2018-07")

    assert told_beside('due = "2018-07"', 'due = "2018-07"', move) == ["move"]
    assert told_beside("", "progress = 1", move) == ["move", "portal"]


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("", "completed = 2018-03-01", "completed"),
        ("", "withdrawn = 2018-03-01", "withdrawn"),
        ('status = "completed"', 'status = "limited"', "limited"),
        ('status = "limited"', 'status = "substantial"', "substantial"),
        ("", "started = 2018-01-01", "in-progress"),
    ],
)
def test_report_behind_the_status_of_the_milestone_is_told_once(
    old: str, new: str, status: str
) -> None:
    assert told_beside(old, new, a_report("june", f'status = "{status}"')) == ["portal"]


def test_report_behind_the_status_of_a_commitment_is_told_once() -> None:
    head = '[[commitments]]\nid = "portal"\ntitle = "x"\n'
    report = a_report("june", 'status = "completed"')

    found = changed(head, f"{head}completed = 2018-03-01\n{report}")

    assert [change.id for change in told_once(found)] == ["portal"]


def test_report_of_another_status_than_the_last_stays() -> None:
    report = a_report("june", 'status = "limited"')

    assert told_beside("", "completed = 2018-03-01", report) == ["portal", "june"]


def test_report_of_a_status_that_the_milestone_does_not_tell_stays() -> None:
    report = a_report("june", 'status = "limited"')

    assert told_beside("", "progress = 1", report) == ["june", "portal"]


@pytest.mark.parametrize(
    "fields", ['evidence = ["a"]', "progress = 100", 'due_from = "2018"\ndue_to = "2018"']
)
def test_report_that_says_more_than_the_milestone_stays(fields: str) -> None:
    report = a_report("june", f'status = "completed"\n{fields}')

    assert told_beside("", "completed = 2018-03-01", report) == ["portal", "june"]


def test_report_of_a_move_and_a_status_is_told_once_when_both_are() -> None:
    report = a_report("june", 'status = "limited"\ndue_from = "2018"\ndue_to = "2019"')

    assert told_beside('due = "2018"', 'due = "2019"\nstatus = "limited"', report) == ["portal"]
    assert told_beside(
        'status = "limited"\ndue = "2018"', 'status = "limited"\ndue = "2019"', report
    ) == ["portal", "june"]


def test_report_without_a_status_stays() -> None:
    assert told_beside("", "completed = 2018-03-01", a_report("june", "")) == ["portal", "june"]


def test_report_that_changed_stays() -> None:
    old, new = (a_report("june", f'status = "{status}"') for status in ("limited", "completed"))

    found = changed(PORTAL + old, f"{PORTAL}completed = 2018-03-01\n{new}")

    assert [change.id for change in told_once(found)] == ["portal", "june"]


def test_report_about_a_milestone_that_is_new_stays() -> None:
    found = changed(
        "", f"{PORTAL}completed = 2018-03-01\n" + a_report("june", 'status = "completed"')
    )

    assert [change.id for change in told_once(found)] == ["june", "portal"]


def test_readers_are_told_the_words_of_a_report_but_for_the_reason_of_a_move() -> None:
    found = changed(
        f'{PORTAL}due = "2018-06"\n',
        f'{PORTAL}due = "2018-09"\nwithdrawn = 2018-07-02\n'
        + a_move("moved", "2018-06", "2018-09")
        + a_report("given-up", 'on = 2018-07-02\nstatus = "withdrawn"', "Covered by the decree"),
    )

    assert [change.id for change in told_once(found)] == ["portal"]
    assert [change.id for change in with_words(found)] == ["portal", "given-up"]
