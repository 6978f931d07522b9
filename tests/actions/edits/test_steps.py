from datetime import date
from pathlib import Path

import pytest

from actions.edits.changing import edited, refused
from ogdplan.actions.edits.given import Given
from ogdplan.actions.edits.steps import finish, promote, resolve
from ogdplan.actions.edits.subject import Decision, Edit, Subject

DAY = date(2018, 5, 2)
FEAR = """
[[challenges]]
id = "fear"
title = "Fear to release"
category = "fear-to-release"
"""
STEP = """
[[next_steps]]
id = "open-portal"
title = "Open the portal"
"""


# Challenges.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'status = "resolved"\nresolved = 2018-05-02\n'),
        (
            'status = "mitigating" # since May\n',
            'status = "resolved" # since May\nresolved = 2018-05-02\n',
        ),
    ],
)
def test_challenge_is_resolved_on_a_day(tmp_path: Path, before: str, after: str) -> None:
    found = edited(tmp_path, FEAR + before, lambda plan: resolve(plan, ["fear"], on=DAY))

    assert found.body == FEAR + after
    assert found.hint == 'ogdplan lesson add panama "What we learned" …'


@pytest.mark.parametrize(
    ("before", "language", "after"),
    [
        ("", None, 'resolution = "A decree"\n'),
        ("", "es", 'resolution.es = "A decree"\n'),
        ('resolution = "A law"\n', None, 'resolution = "A decree"\n'),
        ('resolution = "A law"\n', "es", 'resolution.en = "A law"\nresolution.es = "A decree"\n'),
    ],
)
def test_resolution_is_said_in_its_language(
    tmp_path: Path, before: str, language: str | None, after: str
) -> None:
    def decide(plan: Subject) -> Edit:
        return resolve(plan, ["fear"], on=DAY, resolution="A decree", language=language)

    found = edited(tmp_path, FEAR + before, decide)

    assert found.body == f'{FEAR}status = "resolved"\nresolved = 2018-05-02\n{after}'
    assert found.hint is None


def test_challenge_that_is_resolved_is_refused(tmp_path: Path) -> None:
    body = FEAR + 'status = "resolved"\n'

    error = refused(tmp_path, body, lambda plan: resolve(plan, ["fear"], on=DAY))

    assert error.message == "fear is resolved already"
    assert error.hint == "ogdplan challenge show panama fear"


def test_resolution_before_it_was_raised_is_refused_with_the_finding(tmp_path: Path) -> None:
    body = FEAR + "raised = 2018-06-01\n"

    error = refused(tmp_path, body, lambda plan: resolve(plan, ["fear"], on=DAY))

    assert "[resolved-before-raised]" in error.message


# Next steps.


def test_next_steps_are_done_each_once(tmp_path: Path) -> None:
    body = STEP + 'status = "open"\n' + STEP.replace("open-portal", "law")

    found = edited(tmp_path, body, lambda plan: finish(plan, ["law", "open-portal", "law"]))

    assert found == (body.replace('"open"', '"done"') + 'status = "done"\n', (), None)


def test_next_step_that_is_done_is_refused(tmp_path: Path) -> None:
    error = refused(
        tmp_path, STEP + 'status = "done"\n', lambda plan: finish(plan, ["open-portal"])
    )

    assert error.message == "open-portal is done already"
    assert error.hint == "ogdplan next-step show panama open-portal"


# Next steps that become milestones.


def promoted(given: Given | None = None, record_id: str | None = None) -> Decision:
    def decide(plan: Subject) -> Edit:
        return promote(plan, "open-portal", given or Given(), record_id=record_id)

    return decide


def test_next_step_becomes_a_milestone_with_its_title_lead_and_deadline(tmp_path: Path) -> None:
    body = STEP + 'theme = "ict-infrastructure"\nlead = "antai"\ndue = "2018"\n'

    found = edited(tmp_path, body, promoted())

    assert (
        found.body
        == f"""
[[milestones]]
id = "open-the-portal"
title = "Open the portal"
lead = "antai"
due = "2018"
{body}status = "in-progress"
promoted_to = "open-the-portal"
"""
    )
    assert found.hint == (
        "ogdplan milestone set panama open-the-portal --commitment ID --expected-output …"
    )


def test_what_is_given_goes_before_what_the_next_step_says(tmp_path: Path) -> None:
    body = STEP + 'due = "2018"\n'
    given = Given({"title": "Portal", "due": "2019", "lead": "ANTAI", "kind": "infrastructure"})

    found = edited(tmp_path, body, promoted(given, record_id="door"))

    assert found.body.startswith("""
[[milestones]]
id = "door"
title = "Portal"
kind = "infrastructure"
lead = "antai"
due = "2019"
""")


def test_title_in_several_languages_is_taken_over_whole(tmp_path: Path) -> None:
    body = """
[[next_steps]]
id = "open-portal"
title.es = "Abrir el portal"
title.en = "Open the portal"
"""

    found = edited(tmp_path, body, promoted())

    assert (
        found.body
        == f"""
[[milestones]]
id = "open-the-portal"
title.es = "Abrir el portal"
title.en = "Open the portal"
{body}status = "in-progress"
promoted_to = "open-the-portal"
"""
    )


def test_status_of_a_step_in_progress_stays(tmp_path: Path) -> None:
    body = f'{STEP}status = "in-progress"\n'

    assert edited(tmp_path, body, promoted()).body.endswith(
        f'{body}promoted_to = "open-the-portal"\n'
    )


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_step_at_its_end_becomes_no_milestone(tmp_path: Path, status: str) -> None:
    error = refused(tmp_path, f'{STEP}status = "{status}"\n', promoted())

    assert error.message == f"open-portal is {status} already"


def test_step_that_is_stated_to_be_open_is_in_progress(tmp_path: Path) -> None:
    found = edited(tmp_path, STEP + 'status = "open"\n', promoted())

    assert found.body.endswith(f'{STEP}status = "in-progress"\npromoted_to = "open-the-portal"\n')


def test_step_becomes_a_milestone_only_once(tmp_path: Path) -> None:
    body = f"""
[[milestones]]
id = "portal"
title = "The portal"
{STEP}promoted_to = "portal"
"""

    error = refused(tmp_path, body, promoted())

    assert error.message == "open-portal has become a milestone already: portal"
    assert error.hint == "ogdplan milestone show panama portal"


def test_milestone_of_a_step_cannot_have_a_name_that_is_taken(tmp_path: Path) -> None:
    error = refused(tmp_path, STEP, promoted(record_id="antai"))

    assert error.message == 'there is a record called "antai" already'
