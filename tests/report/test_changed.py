import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders_loaded import a_place
from ogdplan.actions.change import Changed, Setting, Task, change
from ogdplan.actions.edits.notes import Note
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.planfile.operations import AddRecord, Operation, SetFields
from ogdplan.report import changed as report
from ogdplan.report.page import Lines, Page
from ogdplan.report.segments import Style, plain
from ogdplan.workspace.folder import PlanPath

DAY = date(2018, 6, 30)
TOML = """format = 1

[plan]
title = "A plan"
country = "NPL"
start = "2017"
lead = "office"

[[institutions]]
id = "office"
name = "An office"
sector = "government"

[[milestones]]
id = "portal"
title = "A portal"
due = "2018-03"
"""
RAISED = SetFields("milestones", 0, {"due": "2018-06", "weight": 2})
NEWS = AddRecord(
    "updates", {"id": "news", "about": "portal", "on": DAY, "text": "It is [bold] red"}
)


@pytest.fixture
def place(tmp_path: Path) -> PlanPath:
    path = tmp_path / "nepal.toml"
    path.write_text(TOML, encoding="utf-8", newline="\n")
    return PlanPath("nepal", path, "plans/nepal.toml")


def made(
    place: PlanPath,
    *operations: Operation,
    trial: bool = False,
    notes: tuple[str, ...] = (),
    hint: str | None = None,
) -> tuple[Changed, ...]:
    """Return what an edit makes of the plan."""

    def decide(subject: Subject) -> Edit:
        return Edit(operations, tuple(Note("", note) for note in notes), hint)

    return change(Setting(None, DAY, trial), [Task(place, decide)])


def words(page: Page) -> str:
    """Return a page of nothing but lines."""
    return "".join(plain(block.lines) for block in page.blocks if isinstance(block, Lines))


# Any: JSON is whatever it is.
def changes_in(changed: tuple[Changed, ...]) -> Any:
    """Return the changes in the document, as a program reads them."""
    return json.loads(json.dumps(report.document(changed, command="x", as_of=DAY)))["changes"]


def test_what_changed_is_said_in_words(place: PlanPath) -> None:
    assert words(report.page(made(place, RAISED, NEWS))) == (
        "nepal: portal: first move of the deadline, from March 2018 to June 2018, 91 days later: "
        "no reason recorded; weight changed from 1 to 2\n"
        "nepal: report of 30 June 2018 about portal: It is [bold] red (news)\n"
    )


def test_report_that_only_tells_the_move_is_not_said_twice(place: PlanPath) -> None:
    move = {"due_from": "2018-03", "due_to": "2018-06", "text": "No bidder"}
    moved = AddRecord("updates", {"id": "move", "about": "portal", "on": DAY, **move})
    to_june = SetFields("milestones", 0, {"due": "2018-06"})

    done = made(place, to_june, moved)

    assert words(report.page(done)).splitlines() == [
        (
            "nepal: portal: first move of the deadline, from March 2018 to June 2018, "
            "91 days later: No bidder"
        )
    ]
    assert [each["id"] for each in changes_in(done)] == ["portal", "move"]


def test_trial_shows_the_lines_in_the_colours_of_a_diff(place: PlanPath) -> None:
    page = report.page(made(place, RAISED, trial=True))

    (block,) = page.blocks
    assert isinstance(block, Lines)
    assert [(line[0].text, line[0].style) for line in block.lines] == [
        ("--- a/plans/nepal.toml", Style.HEADING),
        ("+++ b/plans/nepal.toml", Style.HEADING),
        ("@@ -14,4 +14,5 @@", Style.MUTED),
        (" [[milestones]]", Style.PLAIN),
        (' id = "portal"', Style.PLAIN),
        (' title = "A portal"', Style.PLAIN),
        ('-due = "2018-03"', Style.LATE),
        ('+due = "2018-06"', Style.GOOD),
        ("+weight = 2", Style.GOOD),
    ]


def test_patch_is_the_same_before_and_after_writing(place: PlanPath) -> None:
    trial, done = made(place, RAISED, trial=True), made(place, RAISED)

    assert report.patch(trial) == report.patch(done) == words(report.page(trial))
    assert place.path.read_text(encoding="utf-8") == done[0].after


def test_patch_of_several_files_has_one_after_another() -> None:
    both = [
        Changed(a_place(name), "1\n", "2\n", (), Edit(()), written=False)
        for name in ("nepal", "brazil")
    ]

    assert report.patch(both) == (
        "--- a/plans/nepal.toml\n+++ b/plans/nepal.toml\n@@ -1 +1 @@\n-1\n+2\n"
        "--- a/plans/brazil.toml\n+++ b/plans/brazil.toml\n@@ -1 +1 @@\n-1\n+2\n"
    )
    assert words(report.page(both)) == report.patch(both)


def test_document_has_every_change_with_its_fields(place: PlanPath) -> None:
    done = made(place, RAISED, NEWS, notes=("mind this",), hint="ogdplan check nepal")

    document = report.document(done, command="milestone-set", as_of=DAY)

    assert {key: value for key, value in document.items() if key != "changes"} == {
        "schema": "ogdplan/milestone-set/1",
        "as_of": "2018-06-30",
        "plan": "nepal",
        "written": True,
        "notes": ["mind this"],
        "hint": "ogdplan check nepal",
        "diff": report.patch(done),
    }
    portal, news = changes_in(done)
    assert portal == {
        "plan": "nepal",
        "kind": "milestone",
        "id": "portal",
        "change": "changed",
        "fields": [
            {"field": "due", "old": "2018-03", "new": "2018-06"},
            {"field": "weight", "old": None, "new": 2},
        ],
        "summary": done[0].changes[0].summary,
    }
    assert (news["change"], news["id"], news["summary"]) == (
        "added",
        "news",
        "report of 30 June 2018 about portal: It is [bold] red",
    )
    assert {"field": "on", "old": None, "new": "2018-06-30"} in news["fields"]


def test_keys_of_the_document_have_one_order(place: PlanPath) -> None:
    document = report.document(made(place, RAISED, trial=True), command="x", as_of=DAY)

    keys = ["schema", "as_of", "plan", "written", "changes", "notes", "hint", "diff"]
    assert list(document) == keys
    assert document["written"] is False


def test_notes_and_the_next_command_are_said_beside(place: PlanPath) -> None:
    page = report.aside(made(place, RAISED, notes=("one", "two"), hint="ogdplan check nepal"))

    assert words(page) == "note: one\nnote: two\nnext: ogdplan check nepal\n"


def test_trial_has_no_next_command(place: PlanPath) -> None:
    trial = made(place, RAISED, trial=True, notes=("one",), hint="ogdplan check nepal")

    assert words(report.aside(trial)) == "note: one\n"
    assert report.document(trial, command="x", as_of=DAY)["hint"] is None


def test_nothing_beside_is_an_empty_page(place: PlanPath) -> None:
    assert report.aside(made(place, RAISED)) == Page(())


def test_no_change_is_said_and_its_notes_are_not(place: PlanPath) -> None:
    same = SetFields("milestones", 0, {"due": "2018-03"})

    for trial in (True, False):
        nothing = made(place, same, trial=trial, notes=("mind this",), hint="ogdplan check nepal")

        assert report.page(nothing) == Page(())
        assert words(report.aside(nothing)) == "nothing to change\n"
        document = report.document(nothing, command="x", as_of=DAY)
        assert (document["written"], document["changes"], document["notes"]) == (False, [], [])
        assert (document["hint"], document["diff"]) == (None, "")


def test_file_that_did_not_change_says_nothing_beside_one_that_did(place: PlanPath) -> None:
    (done,) = made(place, RAISED, notes=("one",))
    other = Changed(a_place("brazil"), "1\n", "1\n", (), Edit((), (Note("", "two"),), "three"))

    assert words(report.aside([other, done])) == "note: one\n"
    assert len(words(report.page([other, done])).splitlines()) == 1
    assert report.document([other, done], command="x", as_of=DAY)["plan"] == "brazil"


def test_layout_that_changed_is_said_so(place: PlanPath) -> None:
    (done,) = made(place, RAISED)

    page = report.page([replace(done, changes=())])

    assert words(page) == "plans/nepal.toml: layout or comments changed\n"
