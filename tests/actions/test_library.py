import os
import sys
from datetime import date
from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.actions.library import Failed, NoPlansError, Selection, load, select, total_size
from ogdplan.errors import AmbiguousNameError, UnknownNameError
from ogdplan.workspace.folder import PlansFolder, find_folder

AS_OF = date(2018, 6, 30)


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


def chosen(*names: str, given: Path | None = None) -> Selection:
    return select(names, lambda: find_folder(Path.cwd(), given=given), as_of=AS_OF)


def ids(*names: str, given: Path | None = None) -> list[str]:
    return [place.plan_id for place in chosen(*names, given=given).paths]


def test_all_plans_are_meant_without_names(plans: Path) -> None:
    for plan_id in ("nepal", "brazil/saude", "brazil"):
        write_plan(plans, plan_id)

    assert ids() == ["brazil", "brazil/saude", "nepal"]


def test_named_plans_come_in_the_order_asked_for(plans: Path) -> None:
    for plan_id in ("nepal", "panama"):
        write_plan(plans, plan_id)

    assert ids("panama", "nepal") == ["panama", "nepal"]


def test_plan_named_in_several_ways_comes_once_where_it_is_first(plans: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(plans, "panama", country='"PAN"')

    names = ("nepal", "panama", "plans/nepal.toml", "Nepal", "./plans/../plans/panama.toml")
    assert ids(*names) == ["nepal", "panama"]


def test_file_named_twice_comes_once(plans: Path) -> None:
    path = write_plan(plans, "nepal")

    assert ids("plans/nepal.toml", str(path), "./plans/nepal.toml") == ["nepal"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_two_ids_of_one_file_are_two_plans(plans: Path) -> None:
    path = write_plan(plans, "nepal")
    (plans / "alias.toml").symlink_to(path)

    assert ids("nepal", "plans/alias.toml") == ["nepal", "alias"]


def test_country_means_its_plan_that_runs_on_the_day(plans: Path) -> None:
    write_plan(plans, "nepal-2013", start='"2013"', end='"2016"')
    write_plan(plans, "nepal-2017")

    assert ids("Nepal") == ["nepal-2017"]


def test_files_need_no_plans_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan(tmp_path / "drafts", "nepal")
    monkeypatch.chdir(tmp_path)

    found = chosen("drafts/nepal.toml")

    assert found.folder is None
    assert [(place.plan_id, place.shown) for place in found.paths] == [
        ("nepal", "drafts/nepal.toml")
    ]


def test_file_in_the_folder_given_has_its_id_below_it(plans: Path, tmp_path: Path) -> None:
    write_plan(tmp_path / "data", "brazil/saude")
    given = tmp_path / "data"

    found = chosen("data/brazil/saude.toml", given=given)

    assert found.folder == PlansFolder(given)
    assert found.paths[0].plan_id == "brazil/saude"


def test_files_of_two_folders_have_no_folder_in_common(plans: Path, tmp_path: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(tmp_path / "other" / "plans", "panama")

    found = chosen("plans/nepal.toml", "other/plans/panama.toml")

    assert found.folder is None
    assert [place.plan_id for place in found.paths] == ["nepal", "panama"]


def test_empty_folder_is_refused(plans: Path) -> None:
    with pytest.raises(NoPlansError) as caught:
        chosen()

    assert caught.value.message == "there are no plans in plans/"
    assert caught.value.exit_code == 3


def test_names_that_fit_nothing_or_too_much_are_refused(plans: Path) -> None:
    write_plan(plans, "brazil/saude", country='"BRA"')
    write_plan(plans, "peru/saude", country='"PER"')

    with pytest.raises(UnknownNameError):
        chosen("nepal")
    with pytest.raises(AmbiguousNameError):
        chosen("saude")


def test_header_that_cannot_be_read_does_not_hide_the_others(plans: Path) -> None:
    write_plan(plans, "nepal")
    (plans / "broken.toml").write_text("x", encoding="utf-8")

    assert ids("Nepal") == ["nepal"]


def test_plans_are_loaded_and_failures_stand_beside(plans: Path) -> None:
    write_plan(plans, "nepal")
    (plans / "broken.toml").write_text("format = 1\n[plan\n", encoding="utf-8")

    library = load(chosen())

    assert [each.plan_id for each in library.plans] == ["nepal"]
    assert [each.place.plan_id for each in library.failed] == ["broken"]


def test_failure_says_its_first_error_and_counts_the_others(plans: Path) -> None:
    text = 'format = 1\n[plan]\ntitle = "A"\nlead = "x"\nstart = 5\nend = 6\n'
    (plans / "broken.toml").write_text(text, encoding="utf-8")

    (failed,) = load(chosen()).failed

    errors = failed.findings
    assert len(errors) > 1
    assert failed.words == (
        f"line {errors[0].line}: {errors[0].message}, and {len(errors) - 1} more"
    )
    assert failed.hint == "run: ogdplan check broken"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_file_that_the_system_does_not_give_says_why(plans: Path) -> None:
    (plans / "gone.toml").symlink_to("nowhere")

    (failed,) = load(chosen()).failed

    assert failed.findings == ()
    assert (failed.words, failed.hint) == (
        "the link leads nowhere",
        "put a file in its place, or remove it",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_link_that_leads_out_of_the_folder_is_a_finding(plans: Path, tmp_path: Path) -> None:
    outside = write_plan(tmp_path / "elsewhere", "nepal")
    (plans / "nepal.toml").symlink_to(outside)

    (failed,) = load(chosen()).failed

    assert isinstance(failed, Failed)
    assert [finding.rule for finding in failed.findings] == ["link-outside"]
    assert failed.words == "the link leads out of plans/"


def test_size_counts_what_is_there(plans: Path) -> None:
    path = write_plan(plans, "nepal")
    places = chosen().paths
    size = path.stat().st_size

    assert total_size(places) == size
    os.remove(path)  # noqa: PTH107 - the file goes under the listing
    assert total_size(places) == 0
