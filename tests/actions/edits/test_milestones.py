from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from actions.edits.changing import edited, refused
from ogdplan.actions.edits.milestones import complete, reschedule, start, withdraw
from ogdplan.actions.edits.subject import Decision, Edit, Subject
from ogdplan.planfile.operations import Value

DAY = date(2018, 5, 2)
PORTAL = """
[[milestones]]
id = "portal"
title = "The portal"
"""
TWO = """
[[milestones]]
id = "portal"
number = "1.1"
title = "The portal"

[[milestones]]
id = "law"
title = "The law"
"""


# Start.


@pytest.mark.parametrize(
    ("before", "after", "notes"),
    [
        ("", "started = 2018-05-02\n", ()),
        ('status = "limited"\n', 'status = "limited"\nstarted = 2018-05-02\n', ()),
        (
            'status = "not-started"\n',
            'status = "in-progress"\nstarted = 2018-05-02\n',
            ("portal: the stated status moves along, from Not started to In progress",),
        ),
    ],
)
def test_start_notes_the_day_and_moves_not_started_along(
    tmp_path: Path, before: str, after: str, notes: tuple[str, ...]
) -> None:
    found = edited(tmp_path, PORTAL + before, lambda plan: start(plan, ["portal"], on=DAY))

    assert found.body == PORTAL + after
    assert found.notes == notes
    assert found.hint == "ogdplan milestone report panama portal --text …"


def test_start_of_a_month_is_a_month(tmp_path: Path) -> None:
    found = edited(tmp_path, PORTAL, lambda plan: start(plan, ["portal"], on="2018-05"))

    assert found.body == PORTAL + 'started = "2018-05"\n'


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("started = 2018-01-31\n", "portal was started on 2018-01-31 already"),
        ("completed = 2018-01-31\n", "portal was completed on 2018-01-31 already"),
        ("withdrawn = 2018-01-31\n", "portal was withdrawn on 2018-01-31 already"),
        ('status = "completed"\n', "portal is completed already"),
        ('status = "withdrawn"\n', "portal is withdrawn already"),
    ],
)
def test_start_of_what_is_begun_or_over_is_refused(
    tmp_path: Path, fields: str, message: str
) -> None:
    error = refused(tmp_path, PORTAL + fields, lambda plan: start(plan, ["portal"], on=DAY))

    assert (error.message, error.exit_code) == (message, 2)


def test_refusal_tells_how_to_correct_the_date(tmp_path: Path) -> None:
    body = PORTAL + "started = 2018-01-31\n"

    error = refused(tmp_path, body, lambda plan: start(plan, ["portal"], on=DAY))

    assert error.hint == (
        "to correct that: ogdplan milestone set panama portal --started DATE, or --unset started"
    )


# Complete.


@pytest.mark.parametrize(
    ("before", "after", "notes"),
    [
        ("", "completed = 2018-05-02\n", ()),
        ("progress = 100\n", "completed = 2018-05-02\nprogress = 100\n", ()),
        (
            'status = "substantial"\nprogress = 80 # of all pages\n',
            'status = "completed"\ncompleted = 2018-05-02\nprogress = 100 # of all pages\n',
            (
                "portal: the stated status moves along, from Substantial to Complete",
                "portal: the stated progress moves along, from 80 to 100",
            ),
        ),
        (
            'status = "completed"\n',
            'status = "completed"\ncompleted = 2018-05-02\n',
            (),
        ),
    ],
)
def test_complete_notes_the_day_and_moves_status_and_progress_along(
    tmp_path: Path, before: str, after: str, notes: tuple[str, ...]
) -> None:
    found = edited(tmp_path, PORTAL + before, lambda plan: complete(plan, ["portal"], on=DAY))

    assert found.body == PORTAL + after
    assert found.notes == notes
    assert found.hint == "ogdplan milestone set panama portal --add-evidence https://…"


def test_complete_adds_each_evidence_once_and_then_hints_at_nothing(tmp_path: Path) -> None:
    body = PORTAL + 'evidence = ["minutes of March"]\n'
    evidence = ["minutes of March", "https://example.org/", "https://example.org/"]

    found = edited(
        tmp_path, body, lambda plan: complete(plan, ["portal"], on=DAY, evidence=evidence)
    )

    assert found.body == (
        PORTAL
        + "completed = 2018-05-02\n"
        + 'evidence = ["minutes of March", "https://example.org/"]\n'
    )
    assert found.hint is None


def test_evidence_that_is_no_list_yet_is_kept(tmp_path: Path) -> None:
    body = PORTAL + 'evidence = "a letter"\n'

    found = edited(
        tmp_path, body, lambda plan: complete(plan, ["portal"], on=DAY, evidence=["a decree"])
    )

    assert found.body == PORTAL + 'completed = 2018-05-02\nevidence = ["a letter", "a decree"]\n'


def test_evidence_of_another_kind_is_kept(tmp_path: Path) -> None:
    body = PORTAL + "evidence = [{ a = 1 }]\n"

    found = edited(
        tmp_path, body, lambda plan: complete(plan, ["portal"], on=DAY, evidence=["a decree"])
    )

    assert found.body == PORTAL + 'completed = 2018-05-02\nevidence = [{ a = 1 }, "a decree"]\n'


def test_evidence_that_is_not_public_still_hints_at_some_that_is(tmp_path: Path) -> None:
    found = edited(
        tmp_path, PORTAL, lambda plan: complete(plan, ["portal"], on=DAY, evidence=["a letter"])
    )

    assert found.body == PORTAL + 'completed = 2018-05-02\nevidence = ["a letter"]\n'
    assert found.hint == "ogdplan milestone set panama portal --add-evidence https://…"


def test_several_are_completed_at_once_each_once_by_id_number_or_beginning(tmp_path: Path) -> None:
    names = ["la", "1.1", "portal"]

    found = edited(tmp_path, TWO, lambda plan: complete(plan, names, on=DAY))

    assert found.body == (
        TWO.replace('portal"\n\n', 'portal"\ncompleted = 2018-05-02\n\n')
        + "completed = 2018-05-02\n"
    )
    assert found.hint == "ogdplan milestone set panama law --add-evidence https://…"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("completed = 2018-01-31\n", "portal was completed on 2018-01-31 already"),
        ("withdrawn = 2018-01-31\n", "portal was withdrawn on 2018-01-31 already"),
        ('status = "withdrawn"\n', "portal is withdrawn already"),
    ],
)
def test_complete_of_what_is_over_is_refused(tmp_path: Path, fields: str, message: str) -> None:
    error = refused(tmp_path, PORTAL + fields, lambda plan: complete(plan, ["portal"], on=DAY))

    assert error.message == message


def test_one_that_cannot_be_keeps_all_from_it(tmp_path: Path) -> None:
    body = TWO + "completed = 2018-01-31\n"

    error = refused(tmp_path, body, lambda plan: complete(plan, ["portal", "law"], on=DAY))

    assert error.message == "law was completed on 2018-01-31 already"


def test_what_a_report_withdrew_cannot_be_completed(tmp_path: Path) -> None:
    body = f"""{PORTAL}
[[updates]]
id = "portal-2018-02"
about = "portal"
on = "2018-02"
status = "withdrawn"
text = "No money"
"""

    error = refused(tmp_path, body, lambda plan: complete(plan, ["portal"], on=DAY))

    assert error.message == "portal is withdrawn already"


def test_completion_before_the_start_is_refused_with_the_finding(tmp_path: Path) -> None:
    body = PORTAL + "started = 2018-06-01\n"

    error = refused(tmp_path, body, lambda plan: complete(plan, ["portal"], on=DAY))

    assert error.message.startswith("this would make the plan panama invalid: portal: ")
    assert error.message.endswith("[completed-before-started]; nothing is changed")
    assert error.exit_code == 3


# Withdraw.


@pytest.mark.parametrize(
    ("before", "after", "notes"),
    [
        ("", "withdrawn = 2018-05-02\n", ()),
        (
            'status = "limited"\n',
            'status = "withdrawn"\nwithdrawn = 2018-05-02\n',
            ("portal: the stated status moves along, from Limited to Withdrawn",),
        ),
        ('status = "withdrawn"\n', 'status = "withdrawn"\nwithdrawn = 2018-05-02\n', ()),
    ],
)
def test_withdraw_notes_the_day_and_moves_the_status_along(
    tmp_path: Path, before: str, after: str, notes: tuple[str, ...]
) -> None:
    found = edited(tmp_path, PORTAL + before, lambda plan: withdraw(plan, ["portal"], on=DAY))

    assert found == (PORTAL + after, notes, None)


def test_withdrawal_of_what_is_completed_without_a_date_is_refused(tmp_path: Path) -> None:
    body = PORTAL + 'status = "completed"\n'

    error = refused(tmp_path, body, lambda plan: withdraw(plan, ["portal"], on=DAY))

    assert error.message == "portal is completed already"


def test_reason_of_a_withdrawal_becomes_a_report_of_that_day(tmp_path: Path) -> None:
    def decide(plan: Subject) -> Edit:
        return withdraw(plan, ["portal"], on=DAY, reason="Sin fondos", language="es")

    assert (
        edited(tmp_path, PORTAL, decide).body
        == f"""{PORTAL}withdrawn = 2018-05-02

[[updates]]
id = "portal-2018-05-02"
about = "portal"
on = 2018-05-02
status = "withdrawn"
text.es = "Sin fondos"
"""
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("withdrawn = 2018-01-31\n", "portal was withdrawn on 2018-01-31 already"),
        ("completed = 2018-01-31\n", "portal was completed on 2018-01-31 already"),
    ],
)
def test_withdrawal_of_what_is_over_is_refused(tmp_path: Path, fields: str, message: str) -> None:
    error = refused(tmp_path, PORTAL + fields, lambda plan: withdraw(plan, ["portal"], on=DAY))

    assert error.message == message


# Reschedule.


def move(name: str = "portal", due: Value = "2018-09", language: str | None = None) -> Decision:
    def decide(plan: Subject) -> Edit:
        reason = "Procurement took longer"
        return reschedule(plan, [name], due=due, reason=reason, on=DAY, language=language)

    return decide


def test_reschedule_sets_the_deadline_and_reports_the_move(tmp_path: Path) -> None:
    found = edited(tmp_path, PORTAL + 'due = "2018-03"  # of the plan\n', move())

    assert (
        found.body
        == f"""{PORTAL}due = "2018-09"  # of the plan

[[updates]]
id = "portal-move-1"
about = "portal"
on = 2018-05-02
text = "Procurement took longer"
due_from = "2018-03"
due_to = "2018-09"
"""
    )
    assert (found.notes, found.hint) == ((), None)


def test_next_move_goes_on_from_the_last(tmp_path: Path) -> None:
    once = edited(tmp_path, PORTAL + "due = 2018-03-31\n", move()).body

    twice = edited(tmp_path, once, move(due=date(2018, 12, 31), language="es")).body

    assert twice == (
        once.replace('due = "2018-09"', "due = 2018-12-31")
        + """
[[updates]]
id = "portal-move-2"
about = "portal"
on = 2018-05-02
text.es = "Procurement took longer"
due_from = "2018-09"
due_to = 2018-12-31
"""
    )


def test_move_takes_the_next_number_that_is_free(tmp_path: Path) -> None:
    body = """
[[milestones]]
id = "portal"
title = "The portal"
due = "2018-03"

[[lessons]]
id = "portal-move-1"
title = "A name like a move's"
category = "other"
"""

    assert '\nid = "portal-move-2"\nabout = "portal"\n' in edited(tmp_path, body, move()).body


def test_moves_and_withdrawals_of_records_with_long_names_have_names_of_their_own(
    tmp_path: Path,
) -> None:
    names = [f"{'a' * 62}-{number}" for number in (1, 2)]
    fields = 'title = "x"\ndue = "2018-03"\n'
    body = "".join(f'\n[[milestones]]\nid = "{name}"\n{fields}' for name in names)

    moved = edited(
        tmp_path, body, lambda plan: reschedule(plan, names, due="2018-09", reason="x", on=DAY)
    )
    left = edited(tmp_path, body, lambda plan: withdraw(plan, names, on=DAY, reason="x"))

    assert moved.body.count("[[updates]]") == left.body.count("[[updates]]") == 2


def test_own_words_of_the_plan_stay_and_this_is_said(tmp_path: Path) -> None:
    found = edited(tmp_path, PORTAL + 'due = "2018-03"\ndue_text = "first quarter"\n', move())

    assert '\ndue = "2018-09"\ndue_text = "first quarter"\n' in found.body
    assert found.notes == ('portal: the plan\'s own words for the deadline stay: "first quarter"',)


def test_what_has_no_deadline_cannot_be_moved(tmp_path: Path) -> None:
    error = refused(tmp_path, PORTAL, move())

    assert error.message == "portal has no deadline to move"
    assert error.hint == "give it one: ogdplan milestone set panama portal --due 2018-09"


def test_move_to_the_same_day_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, PORTAL + 'due = "2018-09"\n', move())

    assert error.message == "portal is due 2018-09 already"


@pytest.mark.parametrize("status", ["completed", "withdrawn"])
def test_deadline_of_what_is_over_is_not_moved(tmp_path: Path, status: str) -> None:
    error = refused(tmp_path, f'{PORTAL}due = "2018-03"\nstatus = "{status}"\n', move())

    assert error.message == f"portal is {status} already"


def test_move_before_the_start_is_refused_with_the_finding(tmp_path: Path) -> None:
    body = PORTAL + 'start = "2018-02"\ndue = "2018-03"\n'

    error = refused(tmp_path, body, move(due=date(2018, 1, 31)))

    assert "portal: " in error.message
    assert "[due-before-start]" in error.message


def test_unknown_milestone_is_refused_with_what_is_like_it(tmp_path: Path) -> None:
    error = refused(tmp_path, PORTAL, move(name="potral"))

    assert error.message == 'no milestone called "potral" in panama'
    assert error.hint == "did you mean portal?"


# Days that a later report overtakes.

LATER = PORTAL + '\n[[updates]]\nid = "may"\nabout = "portal"\non = 2018-05-20\ntext = "Half"\n'


@pytest.mark.parametrize("verb", [complete, withdraw])
def test_day_before_a_report_that_says_otherwise_is_refused(
    tmp_path: Path, verb: Callable[..., Edit]
) -> None:
    body = LATER + 'status = "limited"\n'

    error = refused(tmp_path, body, lambda plan: verb(plan, ["portal"], on=DAY))

    says = "portal: the report may of 20 May 2018 says Limited, and is later"
    assert (error.message, error.exit_code) == (says, 2)
    assert error.hint == "give a later day with --on, or correct it: ogdplan update set panama …"


def test_later_report_without_a_status_says_nothing_otherwise(tmp_path: Path) -> None:
    found = edited(tmp_path, LATER, lambda plan: complete(plan, ["portal"], on=DAY))

    assert found.body == LATER.replace('portal"\n\n', 'portal"\ncompleted = 2018-05-02\n\n')


def test_report_of_the_same_day_is_overtaken(tmp_path: Path) -> None:
    body = LATER.replace("05-20", "05-02") + 'status = "limited"\n'

    assert (
        "completed = 2018-05-02"
        in edited(tmp_path, body, lambda plan: complete(plan, ["portal"], on=DAY)).body
    )
