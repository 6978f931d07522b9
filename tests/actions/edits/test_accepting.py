from pathlib import Path

import pytest

from actions.edits.changing import edited, refused
from ogdplan.actions.edits.accepting import accept
from ogdplan.actions.edits.subject import Decision, Edit, Subject

UNSCHEDULED = """
[[milestones]]
id = "portal"
number = "1"
title = "The portal"
lead = "antai"

[[milestones]]
id = "law"
title = "The law"
lead = "antai"
due = "2019"
"""


def accepted(rule: str, name: str | None = None, language: str | None = None) -> Decision:
    def decide(plan: Subject) -> Edit:
        return accept(plan, rule, name, reason="It may stay so", language=language)

    return decide


def test_finding_about_a_record_is_accepted_by_its_id(tmp_path: Path) -> None:
    found = edited(tmp_path, UNSCHEDULED, accepted("missing-due", "1"))

    assert (
        found.body
        == f"""{UNSCHEDULED}
[[accepted]]
rule = "missing-due"
about = "portal"
reason = "It may stay so"
"""
    )
    assert found.hint == "ogdplan check panama"


def test_finding_about_the_plan_is_accepted_without_a_record(tmp_path: Path) -> None:
    found = edited(tmp_path, UNSCHEDULED, accepted("no-training", language="es"))

    assert (
        found.body
        == f"""{UNSCHEDULED}
[[accepted]]
rule = "no-training"
reason.es = "It may stay so"
"""
    )


@pytest.mark.parametrize(
    ("rule", "name", "message", "hint"),
    [
        (
            "missing-due",
            "law",
            "missing-due finds nothing about law in panama",
            "it is found for portal",
        ),
        (
            "missing-due",
            None,
            "missing-due finds nothing about the plan as a whole in panama",
            "it is found for portal",
        ),
        (
            "no-training",
            "law",
            "no-training finds nothing about law in panama",
            "ogdplan check panama",
        ),
        (
            "overdue",
            "law",
            "overdue finds nothing about law in panama",
            "ogdplan check panama",
        ),
        (
            "misisng-due",
            "portal",
            'no rule called "misisng-due"',
            "did you mean missing-due?",
        ),
        ("zzz", None, 'no rule called "zzz"', "`ogdplan explain` lists all rules"),
        (
            "unknown-reference",
            "portal",
            "unknown-reference is an error, and errors cannot be accepted",
            "mend it: `ogdplan explain unknown-reference` says how",
        ),
        (
            "missing-due",
            "potral",
            'no record called "potral" in panama',
            "did you mean portal?",
        ),
    ],
)
def test_what_cannot_be_accepted_is_refused_with_what_to_do(
    tmp_path: Path, rule: str, name: str | None, message: str, hint: str
) -> None:
    error = refused(tmp_path, UNSCHEDULED, accepted(rule, name))

    assert (error.message, error.hint, error.exit_code) == (message, hint, 2)


@pytest.mark.parametrize(("rule", "name"), [("missing-due", "portal"), ("no-training", None)])
def test_finding_is_accepted_once(tmp_path: Path, rule: str, name: str | None) -> None:
    body = edited(tmp_path, UNSCHEDULED, accepted(rule, name)).body

    error = refused(tmp_path, body, accepted(rule, name))

    assert error.message == f"{rule} is accepted already for {name or 'the plan'}"


def test_record_whose_finding_is_accepted_is_not_offered(tmp_path: Path) -> None:
    body = edited(tmp_path, UNSCHEDULED, accepted("missing-due", "portal")).body

    error = refused(tmp_path, body, accepted("missing-due", "law"))

    assert error.hint == "ogdplan check panama"


def test_what_only_several_plans_show_is_taken_on_trust(tmp_path: Path) -> None:
    found = edited(tmp_path, "", accepted("overlapping-plans"))

    assert (
        found.body
        == """
[[accepted]]
rule = "overlapping-plans"
reason = "It may stay so"
"""
    )


def test_what_only_several_plans_show_is_accepted_once(tmp_path: Path) -> None:
    body = edited(tmp_path, "", accepted("overlapping-plans")).body

    error = refused(tmp_path, body, accepted("overlapping-plans"))

    assert error.message == "overlapping-plans is accepted already for the plan"


def test_what_only_several_plans_show_is_about_no_record(tmp_path: Path) -> None:
    error = refused(tmp_path, UNSCHEDULED, accepted("overlapping-plans", "portal"))

    assert error.message == "overlapping-plans finds nothing about portal in panama"


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("due-moved-silently", "portal"),
        ("reopened-silently", "portal"),
        ("update-rewritten", "portal"),
        ("update-rewritten", None),
    ],
)
def test_what_only_an_earlier_version_shows_is_taken_on_trust(
    tmp_path: Path, rule: str, name: str | None
) -> None:
    body = edited(tmp_path, UNSCHEDULED, accepted(rule, name)).body

    assert f'[[accepted]]\nrule = "{rule}"\n' in body


@pytest.mark.parametrize(
    ("rule", "name"), [("reopened-silently", None), ("due-moved-silently", None)]
)
def test_what_an_earlier_version_never_shows_is_refused(
    tmp_path: Path, rule: str, name: str | None
) -> None:
    error = refused(tmp_path, UNSCHEDULED, accepted(rule, name))

    assert error.message.startswith(f"{rule} finds nothing about ")


@pytest.mark.parametrize("name", [None, "portal"])
def test_removal_of_what_had_evidence_cannot_be_accepted(tmp_path: Path, name: str | None) -> None:
    error = refused(tmp_path, UNSCHEDULED, accepted("evidenced-record-removed", name))

    assert error.message == (
        "evidenced-record-removed cannot be accepted: it is told only while REV of "
        "`check --since REV` still has the record"
    )
    assert error.hint == "put the record back; set `withdrawn`, or say in a report why it had to go"
    assert error.exit_code == 2
