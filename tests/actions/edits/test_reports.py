from datetime import date
from pathlib import Path

import pytest

from actions.edits.changing import HEAD, edited, refused
from ogdplan.actions.edits.reports import Report, report
from ogdplan.actions.edits.subject import Decision, Edit, Subject
from ogdplan.model.vocabularies import Status

DAY = date(2018, 5, 2)
PORTAL = """
[[milestones]]
id = "portal"
title = "The portal"
"""


def reported(given: Report, *names: str) -> Decision:
    def decide(plan: Subject) -> Edit:
        return report(plan, names or ["portal"], given)

    return decide


def test_report_is_appended_with_all_that_is_said(tmp_path: Path) -> None:
    given = Report(
        DAY,
        text="Half of the pages",
        status=Status.LIMITED,
        progress=50,
        evidence=("https://example.org/", "https://example.org/"),
        reported_by="ANTAI",
        period="2018-Q1",
    )

    found = edited(tmp_path, PORTAL, reported(given))

    assert (
        found.body
        == f"""{PORTAL}
[[updates]]
id = "portal-2018-05-02"
about = "portal"
on = 2018-05-02
period = "2018-Q1"
status = "limited"
progress = 50
text = "Half of the pages"
evidence = ["https://example.org/"]
reported_by = "antai"
"""
    )
    assert (found.notes, found.hint) == ((), None)


def test_report_of_little_has_little(tmp_path: Path) -> None:
    found = edited(tmp_path, PORTAL, reported(Report("2018-Q1", text="En marcha", language="es")))

    assert (
        found.body
        == f"""{PORTAL}
[[updates]]
id = "portal-2018-q1"
about = "portal"
on = "2018-Q1"
text.es = "En marcha"
"""
    )


def test_second_report_of_a_day_has_a_name_of_its_own(tmp_path: Path) -> None:
    once = edited(tmp_path, PORTAL, reported(Report(DAY, text="First"))).body

    twice = edited(tmp_path, once, reported(Report(DAY, text="Second"))).body

    assert twice == (
        once
        + """
[[updates]]
id = "portal-2018-05-02-2"
about = "portal"
on = 2018-05-02
text = "Second"
"""
    )


def test_reports_about_several_have_each_a_name_of_their_own(tmp_path: Path) -> None:
    names = [f"{'a' * 62}-{number}" for number in (1, 2)]
    body = "".join(f'\n[[milestones]]\nid = "{name}"\ntitle = "x"\n' for name in names)

    found = edited(tmp_path, body, reported(Report(DAY, text="x"), *names))

    assert [line for line in found.body.splitlines() if line.startswith("about")] == [
        f'about = "{name}"' for name in names
    ]


def test_report_of_completion_hints_at_the_date(tmp_path: Path) -> None:
    found = edited(tmp_path, PORTAL, reported(Report(DAY, text="x", status=Status.COMPLETED)))

    assert found.hint == "ogdplan milestone complete panama portal"


# What is overtaken.


@pytest.mark.parametrize(
    ("before", "after", "notes"),
    [
        (
            'status = "limited"\nprogress = 20\n',
            'status = "substantial"\nprogress = 80\n',
            (
                "portal: the stated status moves along, from Limited to Substantial",
                "portal: the stated progress moves along, from 20 to 80",
            ),
        ),
        ('status = "substantial"\nprogress = 80\n', 'status = "substantial"\nprogress = 80\n', ()),
        ("progress = 0\n", "progress = 80\n", None),
        ("", "", ()),
        (
            'status = "limited"\nstarted = 2018-05-02\n',
            'status = "substantial"\nstarted = 2018-05-02\n',
            None,
        ),
        (
            'status = "limited"\nstarted = 2018-05-03\n',
            'status = "limited"\nstarted = 2018-05-03\n',
            (),
        ),
    ],
)
def test_stated_status_and_progress_move_along_unless_there_is_later_news(
    tmp_path: Path, before: str, after: str, notes: tuple[str, ...] | None
) -> None:
    given = Report(DAY, text="x", status=Status.SUBSTANTIAL, progress=80)

    found = edited(tmp_path, PORTAL + before, reported(given))

    assert found.body.startswith(f"{PORTAL}{after}\n[[updates]]\n")
    if notes is not None:
        assert found.notes == notes


def test_later_report_keeps_an_earlier_one_from_moving_the_status(tmp_path: Path) -> None:
    body = f"""{PORTAL}status = "limited"

[[updates]]
id = "portal-june"
about = "portal"
on = 2018-06-01
status = "limited"
text = "Later"
"""
    given = Report(DAY, text="x", status=Status.SUBSTANTIAL)

    found = edited(tmp_path, body, reported(given))

    assert found.body.startswith(body)
    assert found.notes == ()


def test_status_beside_a_date_that_it_contradicts_goes(tmp_path: Path) -> None:
    body = PORTAL + 'status = "completed"\ncompleted = 2018-04-01\n'

    found = edited(tmp_path, body, reported(Report(DAY, text="x", status=Status.LIMITED)))

    assert found.body.startswith(f"{PORTAL}completed = 2018-04-01\n\n[[updates]]\n")
    assert len(found.notes) == 1


# Nothing new.


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "No change since the last report."),
        ("es-PA", "Sin cambios desde el último informe."),
        ("fr", "Aucun changement depuis le dernier rapport."),
        ("PT", "Sem alterações desde o último relatório."),
    ],
)
def test_no_change_is_said_in_the_first_language_of_the_plan(
    tmp_path: Path, language: str, words: str
) -> None:
    head = HEAD.replace('lead = "antai"\n', f'lead = "antai"\nlanguages = ["{language}"]\n', 1)

    found = edited(tmp_path, PORTAL, reported(Report(DAY, no_change=True)), head=head)

    assert (
        found.body
        == f"""{PORTAL}
[[updates]]
id = "portal-2018-05-02"
about = "portal"
on = 2018-05-02
status = "not-started"
text = "{words}"
"""
    )


def test_no_change_repeats_how_it_stood_on_the_day_of_the_report(tmp_path: Path) -> None:
    body = f"""{PORTAL}
[[updates]]
id = "portal-april"
about = "portal"
on = 2018-04-01
status = "limited"
text = "Begun"

[[updates]]
id = "portal-june"
about = "portal"
on = 2018-06-01
status = "substantial"
text = "Nearly"
"""

    found = edited(tmp_path, body, reported(Report(DAY, no_change=True, language="es")))

    assert found.body == (
        body
        + """
[[updates]]
id = "portal-2018-05-02"
about = "portal"
on = 2018-05-02
status = "limited"
text.es = "Sin cambios desde el último informe."
"""
    )


def test_no_change_keeps_words_that_are_given(tmp_path: Path) -> None:
    found = edited(tmp_path, PORTAL, reported(Report(DAY, no_change=True, text="As it was")))

    assert found.body.endswith('status = "not-started"\ntext = "As it was"\n')


@pytest.mark.parametrize(
    "given",
    [Report(DAY, no_change=True, status=Status.UNCLEAR), Report(DAY, no_change=True, progress=0)],
)
def test_no_change_and_a_change_are_refused(tmp_path: Path, given: Report) -> None:
    error = refused(tmp_path, PORTAL, reported(given))

    assert (error.message, error.exit_code) == ("a report of no change cannot say what changed", 2)


def test_no_change_in_a_language_that_has_no_words_for_it_asks_for_some(tmp_path: Path) -> None:
    error = refused(tmp_path, PORTAL, reported(Report(DAY, no_change=True, language="ne")))

    assert error.message == "nothing is said about portal"
    assert error.hint == "say it in a few words with --text"


def test_report_without_words_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, PORTAL, reported(Report(DAY, status=Status.LIMITED)))

    assert error.message == "nothing is said about portal"
    assert error.hint == "say it in a few words with --text, or --no-change"


def test_report_by_nobody_known_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, PORTAL, reported(Report(DAY, text="x", reported_by="AITNA")))

    assert error.message == 'no institution called "AITNA" in panama'


def test_progress_beyond_all_is_refused_with_the_finding(tmp_path: Path) -> None:
    error = refused(tmp_path, PORTAL, reported(Report(DAY, text="x", progress=120)))

    assert "portal-2018-05-02: " in error.message
    assert "[bad-value]" in error.message


def test_report_that_reopens_takes_status_and_full_progress_away(tmp_path: Path) -> None:
    body = PORTAL + 'status = "completed"\ncompleted = 2018-01-01\nprogress = 100\n'

    found = edited(tmp_path, body, reported(Report(DAY, text="Not yet", status=Status.LIMITED)))

    assert found.body.startswith(PORTAL + "completed = 2018-01-01\n\n[[updates]]\n")
    assert found.notes == (
        "portal: the stated status goes, the report says how it stands",
        "portal: the stated progress of 100 goes, the work is not done",
    )
