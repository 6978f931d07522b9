from datetime import date
from pathlib import Path

import pytest

from actions.edits.changing import AS_OF, HEAD, a_folder, edited, place_in, refused
from ogdplan.actions.change import Setting, subject_of
from ogdplan.actions.edits.milestones import reschedule, withdraw
from ogdplan.actions.edits.renaming import rename
from ogdplan.actions.edits.reports import Report, report
from ogdplan.actions.edits.subject import Decision, Subject
from ogdplan.model.kinds import kind_named

DAY = date(2018, 5, 2)
PORTAL = """
[[milestones]]
id = "portal"
title = "The portal"
"""
NAMELESS = """
[[milestones]]
number = "1"
title = "The portal"
due = "2018-03"
"""


def a_subject(tmp_path: Path, text: str) -> Subject:
    folder = a_folder(tmp_path, {"panama": text})
    return subject_of(Setting(folder, AS_OF), place_in(folder))


def test_subject_is_the_plan_at_the_date(tmp_path: Path) -> None:
    subject = a_subject(tmp_path, HEAD.replace("lead", 'languages = ["es"]\nlead', 1) + PORTAL)

    assert (subject.plan_id, subject.as_of, subject.language) == ("panama", AS_OF, "es")
    assert subject.ids == {"antai", "portal"}
    assert subject.far("portal") == "panama#portal"


def test_target_is_where_the_record_stands_with_all_that_the_file_has(tmp_path: Path) -> None:
    body = PORTAL + PORTAL.replace('"portal"', '"law"') + 'due = "never"\ntitel = "x"\n'

    target = a_subject(tmp_path, HEAD + body).find("la")

    assert (target.kind.name, target.index, target.id) == ("milestone", 1, "law")
    assert target.raw == {"id": "law", "title": "The portal", "due": "never", "titel": "x"}


def test_file_is_looked_into_table_by_table(tmp_path: Path) -> None:
    subject = a_subject(tmp_path, HEAD + PORTAL)

    assert subject.raw("milestones", 0) == {"id": "portal", "title": "The portal"}
    assert subject.raw("plan", None) == {"title": "A plan", "country": "PAN", "lead": "antai"}
    assert subject.raw("lessons", 0) == {}


@pytest.mark.parametrize(
    "decide",
    [
        lambda plan: report(plan, ["1"], Report(DAY, text="x")),
        lambda plan: reschedule(plan, ["1"], due="2019", reason="x", on=DAY),
        lambda plan: withdraw(plan, ["1"], reason="x", on=DAY),
    ],
)
def test_record_without_an_id_cannot_be_referred_to(tmp_path: Path, decide: Decision) -> None:
    refused(tmp_path, NAMELESS, decide)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('number = "1"', 'id = "portal"\nnumber = "1"'),
        ('id = "The Portal" # !\nnumber = "1"', 'id = "portal" # !\nnumber = "1"'),
    ],
)
def test_record_without_an_id_gets_one_by_its_number(
    tmp_path: Path, before: str, after: str
) -> None:
    body = NAMELESS.replace('number = "1"', before)

    found = edited(
        tmp_path, body, lambda plan: rename(plan, kind_named("milestone"), "1", "portal")
    )

    assert found.body == NAMELESS.replace('number = "1"', after)
