import pytest

from builders_compare import a_move, a_report, told, told_of_milestone


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "completed = 2017-12-06", "completed on 6 December 2017"),
        ("", 'completed = "2017-12"', "completed in December 2017"),
        ('status = "limited"', 'status = "completed"', "completed"),
        ('status = "limited"', "completed = 2017-12-06", "completed on 6 December 2017"),
        ("withdrawn = 2017-12-06", "completed = 2018-01-01", "completed on 1 January 2018"),
        ("", 'withdrawn = "2018"', "withdrawn in 2018"),
        ("completed = 2017-12-06", "withdrawn = 2018-01-01", "withdrawn on 1 January 2018"),
        ("completed = 2017-12-06", "", "reopened (was completed on 6 December 2017)"),
        ('status = "completed"', 'status = "limited"', "reopened (was completed)"),
        (
            "withdrawn = 2018-01-01",
            "started = 2017-01-01",
            "reopened (was withdrawn on 1 January 2018); started on 1 January 2017",
        ),
        ('status = "limited"', 'status = "substantial"', "status from limited to substantial"),
        ("", 'status = "unclear"', "status from not started to no evidence available"),
        ('status = "limited"', 'status = "in-progress"', "status from limited to in progress"),
        ('status = "in-progress"', "", "status from in progress to not started"),
        ("", "started = 2017-12-06", "started on 6 December 2017"),
        ("", 'started = 2017-12-06\nstatus = "in-progress"', "started on 6 December 2017"),
        (
            "",
            'started = 2017-12-06\nstatus = "limited"',
            "status from not started to limited; started on 6 December 2017",
        ),
        (
            "started = 2017-12-06",
            "started = 2017-12-07",
            "started changed from 6 December 2017 to 7 December 2017",
        ),
        (
            'started = 2017-12-06\nstatus = "limited"',
            'started = 2017-12-07\nstatus = "in-progress"',
            (
                "status from limited to in progress; "
                "started changed from 6 December 2017 to 7 December 2017"
            ),
        ),
        ("started = 2017-12-06", "", "started removed (was 6 December 2017)"),
        ("", 'status = "not-started"', "status set to not started"),
    ],
)
def test_standing_of_a_milestone_is_told(old: str, new: str, words: str) -> None:
    assert told_of_milestone(old, new) == words


def test_another_date_of_completion_does_not_complete_again() -> None:
    words = told_of_milestone("completed = 2017-12-06", "completed = 2017-12-08")

    assert words == "completed changed from 6 December 2017 to 8 December 2017"


def test_date_beside_the_one_that_decides_is_told_by_itself() -> None:
    words = told_of_milestone("", "completed = 2017-12-06\nwithdrawn = 2018-01-01")

    assert words == "withdrawn on 1 January 2018; completed set to 6 December 2017"


def test_date_that_goes_while_another_fact_decides_is_told() -> None:
    words = told_of_milestone(
        "completed = 2017-12-06",
        "",
        before=a_report("later", 'on = 2018-01-01\nstatus = "completed"'),
    )

    assert words == "completed removed (was 6 December 2017)"


def test_status_before_is_that_of_the_reports_known_then() -> None:
    words = told_of_milestone(
        "", 'status = "substantial"', before=a_report("june", 'status = "limited"')
    )

    assert words == "status from limited to substantial"


@pytest.mark.parametrize("status", ["limited", "completed"])
def test_status_that_only_a_report_changes_is_told_by_the_report(status: str) -> None:
    report = a_report("june", f'status = "{status}"')

    assert told_of_milestone("progress = 1", "progress = 2", report) == "progress from 1 % to 2 %"


def test_date_that_a_new_report_overrules_is_told_as_a_field() -> None:
    report = a_report("later", 'on = 2018-06-01\nstatus = "limited"')

    words = told_of_milestone("", "completed = 2018-01-01", report)

    assert words == "completed set to 1 January 2018"


def test_commitment_stands_as_a_milestone_does() -> None:
    head = '[[commitments]]\nid = "policy"\ntitle = "x"\n'

    assert told(head, f"{head}completed = 2018-01-01") == ["policy: completed on 1 January 2018"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "resolved = 2018-02-01", "resolved on 1 February 2018"),
        ("", 'status = "resolved"\nresolved = 2018-02-01', "resolved on 1 February 2018"),
        ("", 'status = "resolved"', "resolved"),
        ("", 'status = "mitigating"', "status from open to mitigating"),
        ('status = "mitigating"', 'status = "accepted"', "status from mitigating to accepted"),
        ("resolved = 2018-02-01", "", "reopened (was resolved on 1 February 2018)"),
    ],
)
def test_standing_of_a_challenge_is_told(old: str, new: str, words: str) -> None:
    head = '[[challenges]]\nid = "fear"\ntitle = "x"\ncategory = "other"\n'

    assert told(head + old, head + new) == [f"fear: {words}"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", 'status = "in-progress"', "status from open to in progress"),
        ("", 'status = "done"', "done"),
        ("", 'status = "dropped"', "dropped"),
        ('status = "done"', "", "reopened (was done)"),
        ('due = "2018"', 'due = "2019"', "due changed from 2018 to 2019"),
    ],
)
def test_standing_of_a_next_step_is_told(old: str, new: str, words: str) -> None:
    head = '[[next_steps]]\nid = "guide"\ntitle = "x"\n'

    assert told(head + old, head + new) == [f"guide: {words}"]


def test_move_of_a_deadline_is_told_with_its_reason() -> None:
    move = a_move("move", "2018-06", "2018-07", "Procurement took longer")

    words = told_of_milestone('due = "2018-06"', 'due = "2018-07"', move)

    assert words == (
        "first move of the deadline, from June 2018 to July 2018, 31 days later: "
        "Procurement took longer"
    )


def test_moves_are_counted_and_measured_from_the_first_promise() -> None:
    words = told_of_milestone(
        'due = "2018-06"',
        "due = 2018-12-31",
        reports=a_move("c", "2018-06", "2018-12", "Procurement took longer"),
        before=a_move("b", "2018-04", "2018-06") + a_move("a", "2018-03", "2018-04"),
    )

    assert words == (
        "third move of the deadline, from June 2018 to 31 December 2018, 184 days later, "
        "275 later than first promised: Procurement took longer"
    )


def test_several_moves_since_are_told_together() -> None:
    words = told_of_milestone(
        'due = "2018-03"',
        'due = "2018-12"',
        a_move("c", "2018-06", "2018-12", "No money")
        + a_move("b", "2018-05", "2018-06", "No staff")
        + a_move("a", "2018-03", "2018-05", "No time"),
    )

    assert words == (
        "first, second and third move of the deadline, from March 2018 to December 2018, "
        "275 days later: No time, then: No staff, then: No money"
    )


def test_move_without_a_report_has_no_reason() -> None:
    words = told_of_milestone('due = "2018-06"', "due = 2018-07-01")

    assert words == (
        "first move of the deadline, from June 2018 to 1 July 2018, 1 day later: no reason recorded"
    )


def test_move_without_a_report_comes_after_those_that_have_one() -> None:
    words = told_of_milestone(
        'due = "2018-06"', 'due = "2018-05"', before=a_move("a", "2018-03", "2018-06")
    )

    assert words == (
        "second move of the deadline, from June 2018 to May 2018, 30 days earlier, "
        "61 later than first promised: no reason recorded"
    )


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2018-03", "122 days earlier, as first promised"),
        ("2018-02", "153 days earlier, 31 earlier than first promised"),
    ],
)
def test_move_back_is_measured_from_the_first_promise(due: str, words: str) -> None:
    found = told_of_milestone(
        'due = "2018-07"', f'due = "{due}"', before=a_move("a", "2018-03", "2018-07")
    )

    assert f", {words}: no reason" in found


def test_report_about_the_milestone_that_moves_nothing_is_no_reason() -> None:
    words = told_of_milestone(
        'due = "2018-06"', 'due = "2018-07"', a_report("june", 'status = "limited"')
    )

    assert words.endswith("31 days later: no reason recorded")


def test_same_last_day_said_otherwise_is_no_move() -> None:
    words = told_of_milestone('due = "2018-06"', "due = 2018-06-30")

    assert words == "due changed from June 2018 to 30 June 2018"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", 'due = "2018-Q2"', "deadline set: the second quarter of 2018"),
        ('due = "2018-H1"', "", "deadline removed (was the first half of 2018)"),
    ],
)
def test_deadline_that_comes_or_goes_is_told(old: str, new: str, words: str) -> None:
    assert told_of_milestone(old, new) == words


def test_move_without_a_report_before_one_that_has_it_is_counted() -> None:
    words = told_of_milestone(
        'due = "2018-06"',
        'due = "2018-12"',
        a_move("b", "2018-08", "2018-12", "No staff"),
    )

    assert words == (
        "first and second move of the deadline, from June 2018 to December 2018, 184 days later: "
        "no reason recorded, then: No staff"
    )


def test_move_without_a_report_behind_one_that_has_it_is_counted() -> None:
    words = told_of_milestone(
        'due = "2018-06"', 'due = "2018-12"', a_move("b", "2018-06", "2018-08", "No staff")
    )

    assert words.endswith("184 days later: No staff, then: no reason recorded")
    assert words.startswith("first and second move of the deadline")


def test_move_without_a_report_that_both_plans_know_of_is_counted() -> None:
    words = told_of_milestone(
        'due = "2018-08"',
        'due = "2018-12"',
        a_move("c", "2018-08", "2018-12", "No staff"),
        before=a_move("a", "2018-03", "2018-06"),
    )

    assert words == (
        "third move of the deadline, from August 2018 to December 2018, 122 days later, "
        "275 later than first promised: No staff"
    )


def test_move_that_is_reported_late_is_not_told_again() -> None:
    words = told_of_milestone(
        'due = "2018-06"',
        'due = "2018-12"',
        a_move("a", "2018-03", "2018-06", "No time")
        + a_move("b", "2018-06", "2018-12", "No staff"),
    )

    assert words == (
        "second move of the deadline, from June 2018 to December 2018, 184 days later, "
        "275 later than first promised: No staff"
    )
