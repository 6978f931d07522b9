import os
import stat
import tempfile
from pathlib import Path

import pytest

from actions.edits.changing import (
    AS_OF,
    HEAD,
    a_folder,
    change_panama,
    contents,
    edited,
    place_in,
    refused,
)
from ogdplan.actions.change import NotEditableError, Setting, Task, change
from ogdplan.actions.edits.notes import Note
from ogdplan.actions.edits.subject import Decision, Edit, Subject
from ogdplan.errors import UsageError
from ogdplan.planfile.operations import AddRecord, Operation, RemoveRecord, SetFields
from ogdplan.workspace.files import ChangedOnDiskError
from ogdplan.workspace.folder import outside_path

PORTAL = """
[[milestones]]
id = "portal"
title = "The portal"
"""
BEFORE = HEAD + PORTAL
AFTER = BEFORE + 'due = "2018"\n'

NOTHING: Decision = lambda _: Edit(())  # noqa: E731 - beside its fellow
DUE: Decision = lambda _: Edit((SetFields("milestones", 0, {"due": "2018"}),))  # noqa: E731


def facts(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, stat.S_IMODE(found.st_mode)


@pytest.fixture
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where locks are made, for one test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


# What comes of a change.


def test_change_is_told_with_the_file_before_and_after(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE})
    edit = Edit((SetFields("milestones", 0, {"due": "2018"}),), (Note("", "a note"),), "a hint")

    changed = change_panama(folder, lambda _: edit)

    assert (changed.before, changed.after, changed.written) == (BEFORE, AFTER, True)
    assert changed.edit is edit
    assert [each.summary for each in changed.changes] == ["portal: deadline set: 2018"]
    assert contents(folder) == {"panama.toml": AFTER}


def test_change_of_a_broken_plan_is_told_too(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE + 'kind = "none"\n'})

    changed = change_panama(folder, DUE)

    assert [each.summary for each in changed.changes] == ["portal: deadline set: 2018"]


def test_change_that_mends_a_plan_is_told_too(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE + 'kind = "none"\n'})
    edit = Edit((SetFields("milestones", 0, {"kind": "standards"}),))

    changed = change_panama(folder, lambda _: edit)

    assert [each.summary for each in changed.changes] == [
        'portal: kind changed from "none" to "standards"'
    ]


def test_several_operations_are_one_change(tmp_path: Path) -> None:
    law = PORTAL.replace('"portal"', '"law"')
    operations = (
        RemoveRecord("milestones", 0),
        SetFields("milestones", 1, {"due": "2018"}),
        AddRecord("milestones", {"id": "door", "title": "x"}),
        SetFields("plan", None, {"end": "2019"}),
    )

    folder = a_folder(tmp_path, {"panama": BEFORE + law})
    changed = change_panama(folder, lambda _: Edit(operations))

    assert changed.after == (
        HEAD.replace('"PAN"\n', '"PAN"\nend = "2019"\n')
        + law
        + 'due = "2018"\n\n[[milestones]]\nid = "door"\ntitle = "x"\n'
    )


def test_permissions_stay(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE})
    (folder.root / "panama.toml").chmod(0o640)

    change_panama(folder, DUE)

    assert facts(folder.root / "panama.toml")[2] == 0o640


@pytest.mark.parametrize(
    "edit",
    [
        Edit(()),
        Edit((SetFields("milestones", 0, {"title": "The portal"}),)),
        Edit((SetFields("milestones", 0, {"due": None}),)),
    ],
)
def test_no_change_writes_nothing(tmp_path: Path, edit: Edit) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE})
    path = folder.root / "panama.toml"
    os.utime(path, ns=(1, 1))
    before = facts(path)

    changed = change_panama(folder, lambda _: edit)

    assert facts(path) == before
    assert (changed.is_changed, changed.written, changed.changes) == (False, False, ())


def test_no_change_is_none_to_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE})
    (folder.root / "panama.toml").chmod(0o444)

    assert not change_panama(folder, NOTHING).written


def test_changes_come_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE, "nepal": BEFORE, "brazil": BEFORE})
    tasks = [
        Task(place_in(folder, "panama"), DUE),
        Task(place_in(folder, "brazil"), NOTHING),
        Task(place_in(folder, "nepal"), DUE),
    ]

    changed = change(Setting(folder, AS_OF), tasks)

    assert [(each.place.plan_id, each.written) for each in changed] == [
        ("panama", True),
        ("brazil", False),
        ("nepal", True),
    ]


def test_what_is_decided_against_in_one_file_is_done_in_none(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE, "nepal": BEFORE})

    def refuse(_: Subject) -> Edit:
        raise UsageError("no")

    tasks = [Task(place_in(folder), DUE), Task(place_in(folder, "nepal"), refuse)]
    with pytest.raises(UsageError):
        change(Setting(folder, AS_OF), tasks)

    assert contents(folder) == {"panama.toml": BEFORE, "nepal.toml": BEFORE}


def test_error_in_one_file_keeps_all_as_they_are(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE, "nepal": BEFORE})
    wrong = Edit((SetFields("milestones", 0, {"due": "never"}),))
    tasks = [Task(place_in(folder), DUE), Task(place_in(folder, "nepal"), lambda _: wrong)]

    with pytest.raises(Exception, match="this would make the plan nepal invalid"):
        change(Setting(folder, AS_OF), tasks)

    assert contents(folder) == {"panama.toml": BEFORE, "nepal.toml": BEFORE}


# Trials and locks.


def test_trial_tells_the_change_and_writes_nothing(tmp_path: Path, locks: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE})
    before = facts(folder.root / "panama.toml")

    (changed,) = change(Setting(folder, AS_OF, trial=True), [Task(place_in(folder), DUE)])

    assert (changed.after, changed.is_changed, changed.written) == (AFTER, True, False)
    assert len(changed.changes) == 1
    assert facts(folder.root / "panama.toml") == before
    assert contents(folder) == {"panama.toml": BEFORE}
    assert list(locks.iterdir()) == []


def test_change_holds_a_lock_outside_of_the_folder(tmp_path: Path, locks: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE})

    change_panama(folder, DUE)

    assert list(locks.iterdir()) != []
    assert contents(folder) == {"panama.toml": AFTER}


def test_file_that_changes_in_between_stays_as_it_is_then(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE})

    def meanwhile(subject: Subject) -> Edit:
        a_folder(tmp_path, {"panama": BEFORE + "# someone was here\n"})
        return DUE(subject)

    with pytest.raises(ChangedOnDiskError, match=r"plans/panama\.toml changed since it was read"):
        change_panama(folder, meanwhile)

    assert contents(folder) == {"panama.toml": BEFORE + "# someone was here\n"}


# Bytes that stay.


def test_byte_order_mark_stays(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": "\ufeff" + BEFORE})

    changed = change_panama(folder, DUE)

    assert contents(folder) == {"panama.toml": "\ufeff" + AFTER}
    assert (changed.before, changed.after) == ("\ufeff" + BEFORE, "\ufeff" + AFTER)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_of_windows_stay(tmp_path: Path, mark: str) -> None:
    folder = a_folder(tmp_path, {"panama": mark + BEFORE.replace("\n", "\r\n")})

    change_panama(folder, DUE)

    assert contents(folder) == {"panama.toml": mark + AFTER.replace("\n", "\r\n")}


def test_missing_end_of_the_last_line_stays_missing(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE.removesuffix("\n")})

    change_panama(folder, DUE)

    assert contents(folder) == {"panama.toml": AFTER.removesuffix("\n")}


# Where files lie.


def test_link_in_the_folder_is_followed_and_stays(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama-2018": BEFORE})
    (folder.root / "panama.toml").symlink_to("panama-2018.toml")

    changed = change_panama(folder, DUE)

    assert changed.written
    assert (folder.root / "panama.toml").is_symlink()
    assert contents(folder) == {"panama-2018.toml": AFTER, "panama.toml": AFTER}


def test_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {})
    outside = tmp_path / "outside.toml"
    outside.write_text(BEFORE)
    (folder.root / "panama.toml").symlink_to(outside)

    with pytest.raises(NotEditableError) as caught:
        change_panama(folder, DUE)

    assert caught.value.message == ("cannot change plans/panama.toml: the link leads out of plans/")
    assert outside.read_text() == BEFORE


def test_file_in_no_plans_folder_is_changed_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "panama.toml").write_text(BEFORE + 'contributes_to = "nepal#door"\n')
    monkeypatch.chdir(tmp_path)
    folder, place = outside_path(Path("panama.toml"))

    (changed,) = change(Setting(folder, AS_OF), [Task(place, DUE)])

    assert folder is None
    assert changed.place.plan_id == "panama"
    assert (tmp_path / "panama.toml").read_text() == (AFTER + 'contributes_to = "nepal#door"\n')


def test_reference_to_other_plans_is_not_looked_for_without_a_folder(tmp_path: Path) -> None:
    (tmp_path / "panama.toml").write_text(BEFORE)
    folder, place = outside_path(tmp_path / "panama.toml")
    edit = Edit((SetFields("milestones", 0, {"contributes_to": "nepal#door"}),))

    change(Setting(folder, AS_OF), [Task(place, lambda _: edit)])

    assert (tmp_path / "panama.toml").read_text() == BEFORE + 'contributes_to = "nepal#door"\n'


# Files that cannot be changed.


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (BEFORE.encode() + b"due = 2018-06\n", "line 17: "),
        (BEFORE.encode() + b"due\n", "line 17: there is no equals sign after due"),
        (BEFORE.replace("= 1", "= 2", 1).encode(), "line 1: the file has format 2; "),
        (BEFORE.replace("The", "Él").encode("latin-1"), "line 16: byte 0xC9 is not UTF-8"),
        (
            BEFORE.encode() + b"<<<<<<< ours\n=======\n>>>>>>> theirs\n",
            "line 17: ",
        ),
    ],
)
def test_file_that_is_no_plan_is_refused_with_the_line(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    folder = a_folder(tmp_path, {"panama": ""})
    path = folder.root / "panama.toml"
    path.write_bytes(content)

    with pytest.raises(NotEditableError) as caught:
        change_panama(folder, DUE)

    assert caught.value.message.startswith(f"cannot change plans/panama.toml: {reason}")
    assert caught.value.hint
    assert caught.value.exit_code == 3
    assert path.read_bytes() == content


def test_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": BEFORE})
    place = place_in(folder)
    place.path.unlink()

    with pytest.raises(NotEditableError) as caught:
        change(Setting(folder, AS_OF), [Task(place, DUE)])

    assert caught.value.message == "cannot change plans/panama.toml: there is no such file"
    assert caught.value.hint == "check its name and where it lies"


@pytest.mark.parametrize(
    ("before", "after"),
    [("", '[plan]\ntitle = "x"\n'), ("# mine\n", '# mine\n\n[plan]\ntitle = "x"\n')],
)
def test_file_without_anything_in_it_can_be_begun(tmp_path: Path, before: str, after: str) -> None:
    edit = Edit((SetFields("plan", None, {"title": "x"}),))

    assert edited(tmp_path, before, lambda _: edit, head="").body == after


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("plan = 3\n", SetFields("plan", None, {"title": "x"})),
        (
            HEAD + '\n[milestones]\nid = "portal"\ntitle = "x"\n',
            AddRecord("milestones", {"id": "law", "title": "x"}),
        ),
        (f"milestones = 3\n{HEAD}", AddRecord("milestones", {"id": "law", "title": "x"})),
    ],
)
def test_table_that_is_none_cannot_be_changed(
    tmp_path: Path, text: str, operation: Operation
) -> None:
    refused(tmp_path, text, lambda _: Edit((operation,)), head="")


def test_error_in_the_text_before_is_told_before_the_decision(tmp_path: Path) -> None:
    error = refused(tmp_path, "broken", DUE)

    assert error.message == (
        "cannot change plans/panama.toml: line 13: there is no equals sign after broken"
    )


def test_conflict_that_a_merge_left_goes_with_its_field(tmp_path: Path) -> None:
    body = PORTAL + '# CONFLICT theirs: due = "2019"\ndue = "2017"\n'

    assert edited(tmp_path, body, DUE).body == PORTAL + 'due = "2018"\n'
