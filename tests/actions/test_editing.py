from pathlib import Path

import pytest

from actions.edits.changing import AS_OF, HEAD, a_folder, contents, place_in
from ogdplan.actions.change import Changed, NotEditableError, Setting
from ogdplan.actions.editing import remove_records, rename_record
from ogdplan.actions.edits.removal import StillReferredToError
from ogdplan.errors import FileError, UsageError
from ogdplan.model.kinds import kind_named
from ogdplan.workspace.folder import PlansFolder, outside_path

MILESTONE = kind_named("milestone")
PORTAL = """
[[milestones]]
id = "portal"
number = "1"
title = "The portal"
"""
LESSON = """
[[lessons]]
id = "ask"
title = "Ask first"
category = "other"
applied_in = ["panama#portal"] # since 2016
"""
PLANS = {"panama": HEAD + PORTAL, "brazil": HEAD + LESSON, "nepal": HEAD}


def renamed(folder: PlansFolder, *, trial: bool = False) -> tuple[Changed, ...]:
    setting = Setting(folder, AS_OF, trial=trial)
    return rename_record(setting, place_in(folder), MILESTONE, "portal", "door")


def removed(folder: PlansFolder, *names: str, cascade: bool = False) -> tuple[Changed, ...]:
    setting = Setting(folder, AS_OF)
    found = names or ["portal"]
    return remove_records(setting, place_in(folder), MILESTONE, found, cascade=cascade)


# Renaming.


def test_name_changes_in_all_plans_that_refer_to_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, PLANS)

    changed = renamed(folder)

    assert contents(folder) == {
        "panama.toml": PLANS["panama"].replace('"portal"', '"door"'),
        "brazil.toml": PLANS["brazil"].replace("panama#portal", "panama#door"),
        "nepal.toml": HEAD,
    }
    assert [(each.place.plan_id, each.written) for each in changed] == [
        ("panama", True),
        ("brazil", True),
    ]


def test_name_changes_in_plans_of_agencies_too(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"panama": HEAD + PORTAL})
    agency = folder.root / "panama" / "health.toml"
    agency.parent.mkdir()
    agency.write_text(
        HEAD.replace("lead", 'kind = "agency"\nparent = "panama"\nlead', 1)
        + PORTAL
        + 'contributes_to = "panama#portal"\n'
    )

    renamed(folder)

    assert agency.read_text().endswith(
        'id = "portal"\nnumber = "1"\ntitle = "The portal"\ncontributes_to = "panama#door"\n'
    )


def test_name_that_another_one_begins_with_is_not_that_one(tmp_path: Path) -> None:
    other = HEAD + LESSON.replace("portal", "portal-2")
    two = HEAD + PORTAL + PORTAL.replace('"portal"', '"portal-2"').replace('"1"', '"2"')
    folder = a_folder(tmp_path, {"panama": two, "brazil": other})

    _, unchanged = renamed(folder)

    assert contents(folder)["brazil.toml"] == other
    assert not unchanged.is_changed
    assert not unchanged.written


def test_plan_that_cannot_be_written_keeps_all_as_they_are(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, PLANS)
    (folder.root / "brazil.toml").chmod(0o444)

    with pytest.raises(FileError, match=r"cannot write plans/brazil\.toml: it is read-only"):
        renamed(folder)

    assert contents(folder) == {f"{name}.toml": text for name, text in PLANS.items()}


def test_broken_plan_that_refers_keeps_all_as_they_are(tmp_path: Path) -> None:
    plans = {**PLANS, "brazil": PLANS["brazil"] + "broken\n"}
    folder = a_folder(tmp_path, plans)

    with pytest.raises(NotEditableError, match=r"cannot change plans/brazil\.toml: line 19"):
        renamed(folder)

    assert contents(folder) == {f"{name}.toml": text for name, text in plans.items()}


def test_broken_plan_that_does_not_refer_is_nobody_s_business(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**PLANS, "nepal": "broken"})
    (folder.root / "nowhere.toml").symlink_to("gone.toml")

    renamed(folder)

    assert '"door"' in (folder.root / "panama.toml").read_text()


def test_renaming_on_trial_writes_nothing(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, PLANS)

    changed = renamed(folder, trial=True)

    assert [each.is_changed for each in changed] == [True, True]
    assert [each.written for each in changed] == [False, False]
    assert contents(folder) == {f"{name}.toml": text for name, text in PLANS.items()}


def test_second_name_of_a_file_in_the_folder_is_no_second_file(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, PLANS)
    (folder.root / "br.toml").symlink_to("brazil.toml")
    (folder.root / "pa.toml").symlink_to("panama.toml")

    renamed(folder)

    assert (folder.root / "br.toml").is_symlink()
    assert 'applied_in = ["panama#door"]' in (folder.root / "brazil.toml").read_text()


def test_record_of_a_file_in_no_folder_is_renamed_there(tmp_path: Path) -> None:
    file = tmp_path / "panama.toml"
    file.write_text(HEAD + PORTAL)
    folder, place = outside_path(file)
    assert folder is None

    rename_record(Setting(None, AS_OF), place, MILESTONE, "1", "door")

    assert file.read_text() == (HEAD + PORTAL).replace('"portal"', '"door"')


def test_one_of_two_records_with_one_name_is_renamed_by_its_number(tmp_path: Path) -> None:
    second = PORTAL.replace('"1"', '"2"')
    folder = a_folder(tmp_path, {"panama": HEAD + PORTAL + second})

    rename_record(Setting(folder, AS_OF), place_in(folder), MILESTONE, "2", "door")

    assert contents(folder) == {"panama.toml": HEAD + PORTAL + second.replace('"portal"', '"door"')}


def test_name_that_is_taken_changes_no_plan(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, PLANS)

    with pytest.raises(UsageError, match='a record called "antai" already'):
        rename_record(Setting(folder, AS_OF), place_in(folder), MILESTONE, "portal", "antai")

    assert contents(folder) == {f"{name}.toml": text for name, text in PLANS.items()}


# Removing.


def test_record_that_another_plan_refers_to_stays(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, PLANS)

    with pytest.raises(StillReferredToError) as caught:
        removed(folder)

    assert caught.value.message == "portal is referred to by brazil#ask (applied_in)"
    assert contents(folder) == {f"{name}.toml": text for name, text in PLANS.items()}


def test_cascade_removes_references_of_other_plans(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, PLANS)

    removed(folder, "1", cascade=True)

    assert contents(folder) == {
        "panama.toml": HEAD,
        "brazil.toml": HEAD + LESSON.replace('applied_in = ["panama#portal"] # since 2016\n', ""),
        "nepal.toml": HEAD,
    }


def test_cascade_removes_references_of_other_plans_to_what_goes_along(tmp_path: Path) -> None:
    update = '\n[[updates]]\nid = "may"\nabout = "portal"\non = "2018-05"\ntext = "Half"\n'
    lesson = LESSON.replace("panama#portal", "panama#may")
    folder = a_folder(tmp_path, {"panama": HEAD + PORTAL + update, "brazil": HEAD + lesson})

    removed(folder, cascade=True)

    assert "panama#may" not in contents(folder)["brazil.toml"]


def test_one_of_two_records_with_one_name_is_removed_by_its_number(tmp_path: Path) -> None:
    second = PORTAL.replace('"1"', '"2"')
    folder = a_folder(tmp_path, {"panama": HEAD + PORTAL + second})

    removed(folder, "2")

    assert contents(folder) == {"panama.toml": HEAD + PORTAL}


def test_several_records_go_at_once(tmp_path: Path) -> None:
    law = PORTAL.replace('"portal"', '"law"').replace('"1"', '"2"')
    folder = a_folder(tmp_path, {"panama": HEAD + PORTAL + law})

    (changed,) = removed(folder, "law", "portal")

    assert contents(folder) == {"panama.toml": HEAD}
    assert len(changed.changes) == 2


def test_references_of_other_plans_to_what_only_loses_its_own_stay(tmp_path: Path) -> None:
    law = PORTAL.replace('"portal"', '"law"').replace('"1"', '"2"')
    lesson = HEAD + LESSON.replace("panama#portal", "panama#law")
    folder = a_folder(
        tmp_path, {"panama": f'{HEAD}{PORTAL}{law}depends_on = ["portal"]\n', "brazil": lesson}
    )

    removed(folder, cascade=True)

    assert contents(folder) == {"panama.toml": HEAD + law, "brazil.toml": lesson}


def test_file_in_no_folder_loses_its_record_alone(tmp_path: Path) -> None:
    file = tmp_path / "panama.toml"
    file.write_text(HEAD + PORTAL)
    folder, place = outside_path(file)

    remove_records(Setting(folder, AS_OF), place, MILESTONE, ["1"], cascade=False)

    assert file.read_text() == HEAD


def test_all_who_refer_are_named_those_of_other_plans_too(tmp_path: Path) -> None:
    own = LESSON.replace("applied_in", "from").replace("panama#portal", "portal")
    texts = {"panama": HEAD + PORTAL + own, "brazil": HEAD + LESSON}
    folder = a_folder(tmp_path, texts)

    with pytest.raises(StillReferredToError) as caught:
        removed(folder)

    assert caught.value.message == "portal is referred to by ask (from), brazil#ask (applied_in)"
    assert contents(folder) == {f"{name}.toml": text for name, text in texts.items()}
