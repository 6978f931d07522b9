"""Changes of records that have mistakes are told from what the file has."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from actions.edits.changing import HEAD, a_folder, change_panama
from ogdplan.actions.edits.renaming import rename
from ogdplan.actions.edits.subject import Decision, Edit
from ogdplan.compare.changes import What
from ogdplan.model.kinds import kind_named
from ogdplan.planfile.operations import AddRecord, Operation, RemoveRecord, SetFields, Value

MILESTONE = kind_named("milestone")
FAULTY = '\n[[milestones]]\nid = "portal"\ntitle = "The portal"\nkind = "none"\nweight = "much"\n'


def decided(*operations: Operation) -> Decision:
    return lambda _: Edit(operations)


def told(tmp_path: Path, body: str, decide: Decision) -> list[tuple[What, str | None, str]]:
    changed = change_panama(a_folder(tmp_path, {"panama": HEAD + body}), decide)
    return [(each.what, each.id, each.summary) for each in changed.changes]


@pytest.mark.parametrize(
    ("fields", "summary"),
    [
        ({"kind": "standards"}, 'portal: kind changed from "none" to "standards"'),
        ({"kind": None}, 'portal: kind removed (was "none")'),
        ({"weight": 2}, 'portal: weight changed from "much" to 2'),
        (
            {"kind": "other", "due": "2018", "evidence": ["é"]},
            'portal: kind changed from "none" to "other"; due set to "2018"; evidence set to ["é"]',
        ),
    ],
)
def test_mended_fields_are_told_from_what_the_file_has(
    tmp_path: Path, fields: Mapping[str, Value | None], summary: str
) -> None:
    found = told(tmp_path, FAULTY, decided(SetFields("milestones", 0, fields)))

    assert found == [(What.CHANGED, "portal", summary)]


def test_fields_without_a_mistake_are_told_as_ever(tmp_path: Path) -> None:
    found = told(tmp_path, FAULTY, decided(SetFields("milestones", 0, {"due": "2018"})))

    assert found == [(What.CHANGED, "portal", "portal: deadline set: 2018")]


def test_removal_of_what_is_faulty_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, FAULTY, decided(RemoveRecord("milestones", 0)))

    assert found == [(What.REMOVED, "portal", "milestone removed: portal")]


def test_other_records_are_told_as_ever_beside(tmp_path: Path) -> None:
    law = AddRecord("milestones", {"id": "law", "title": "The law"})
    found = told(tmp_path, FAULTY, decided(law, SetFields("milestones", 0, {"kind": "other"})))

    assert found == [
        (What.CHANGED, "portal", 'portal: kind changed from "none" to "other"'),
        (What.ADDED, "law", "milestone added: The law"),
    ]


@pytest.mark.parametrize(
    ("old", "name", "summary"),
    [
        ('id = "L l"\n', "L l", "milestone renamed from L l to law"),
        ("number = '3'\n", "3", "milestone renamed from no id to law"),
    ],
)
def test_first_good_id_is_told_as_a_new_name(
    tmp_path: Path, old: str, name: str, summary: str
) -> None:
    body = f'\n[[milestones]]\n{old}title = "The law"\n'

    found = told(tmp_path, body, lambda plan: rename(plan, MILESTONE, name, "law"))

    assert found == [(What.RENAMED, "law", summary)]


def test_one_of_two_with_one_id_is_told_as_renamed(tmp_path: Path) -> None:
    body = "".join(
        f'\n[[milestones]]\nid = "a"\nnumber = "{number}"\ntitle = "T{number}"\n'
        for number in (1, 2)
    )

    found = told(tmp_path, body, lambda plan: rename(plan, MILESTONE, "2", "b"))

    assert found == [(What.RENAMED, "b", "milestone renamed from a to b")]
