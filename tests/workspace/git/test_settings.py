"""The settings by which git merges plans and shows differences."""

import re
import shutil
from pathlib import Path

import pytest
import tomli

from drivers import a_driver
from ogdplan.workspace.git import settings
from ogdplan.workspace.git.settings import Scope, SettingsError
from repositories import Repo

ROOT = Path(__file__).parents[3]
PLANS = sorted((ROOT / "plans").glob("*.toml"))

ODD_NAMES = ["with spaces", "it's", 'say "yes"', "100% A %A", "$HOME `x` ;&", "données", "a\\b"]


@pytest.fixture
def _is_set(repo: Repo) -> None:
    for key, value in settings.wanted(("ogdplan",)).items():
        settings.store(repo.root, Scope.LOCAL, key, value)
    repo.write(".gitattributes", "*.toml merge=ogdplan diff=ogdplan\n")


def test_line_of_the_driver_names_the_files_and_where_they_are() -> None:
    assert settings.driver_of(("/opt/ogdplan",)) == (
        "/opt/ogdplan merge --path %P --marker-size %L -- %O %A %B"
    )


@pytest.mark.parametrize("name", ODD_NAMES)
def test_program_in_a_folder_of_any_name_is_started(repo: Repo, tmp_path: Path, name: str) -> None:
    program = a_driver(tmp_path / name)
    driver = settings.driver_of((str(program),))
    settings.store(repo.root, Scope.LOCAL, settings.DRIVER, driver)
    repo.write(".gitattributes", "*.toml merge=ogdplan\n")
    repo.write("plans/a b's.toml", "a = 1\nb = 1\n")
    repo.commit()
    repo.git("checkout", "--quiet", "-b", "theirs")
    repo.write("plans/a b's.toml", "a = 1\nb = 2\n")
    repo.commit()
    repo.git("checkout", "--quiet", "main")
    repo.write("plans/a b's.toml", "a = 2\nb = 1\n")
    repo.commit()

    repo.git("merge", "--quiet", "--no-edit", "theirs")

    assert (repo.root / "plans" / "a b's.toml").read_text(encoding="utf-8") == "a = 2\nb = 2\n"


@pytest.mark.parametrize("name", ODD_NAMES)
def test_program_of_a_line_is_the_one_it_was_made_of(name: str) -> None:
    for program in ((f"/opt/{name}/ogdplan",), (f"/opt/{name}/python", "-m", "ogdplan")):
        assert settings.program_of(settings.driver_of(program)) == program


@pytest.mark.parametrize("line", ["", "git merge-file %A %O %B", "x 'y merge %A", "x merge"])
def test_line_that_is_none_of_ours_names_no_program(line: str) -> None:
    assert settings.program_of(line) == ()


def test_what_is_stored_is_found_and_forgotten(repo: Repo) -> None:
    wanted = settings.wanted(("/opt/my programs/ogdplan",))
    assert settings.stored(repo.root, Scope.LOCAL) == {}

    for key, value in wanted.items():
        settings.store(repo.root, Scope.LOCAL, key, value)

    assert settings.stored(repo.root, Scope.LOCAL) == {
        key.lower(): (value,) for key, value in wanted.items()
    }
    for key in wanted:
        settings.forget(repo.root, Scope.LOCAL, key)
    assert settings.stored(repo.root, Scope.LOCAL) == {}


def test_several_values_become_one(repo: Repo) -> None:
    for value in ("one", "two"):
        repo.git("config", "--add", settings.DRIVER, value)

    assert settings.stored(repo.root, Scope.LOCAL) == {settings.DRIVER: ("one", "two")}
    settings.store(repo.root, Scope.LOCAL, settings.DRIVER, "three")

    assert settings.stored(repo.root, None) == {settings.DRIVER: ("three",)}


def test_settings_of_all_clones_count_where_this_one_has_none(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    settings.store(repo.root, Scope.GLOBAL, settings.DRIVER, "for all")

    assert settings.stored(repo.root, Scope.LOCAL) == {}
    assert settings.stored(repo.root, Scope.GLOBAL) == {settings.DRIVER: ("for all",)}
    assert settings.stored(repo.root, None)[settings.DRIVER][-1] == "for all"

    settings.store(repo.root, Scope.LOCAL, settings.DRIVER, "here")
    assert settings.stored(repo.root, None)[settings.DRIVER][-1] == "here"


def test_settings_that_cannot_be_written_are_a_failure(repo: Repo) -> None:
    (repo.root / ".git" / "config.lock").touch()

    with pytest.raises(SettingsError) as caught:
        settings.store(repo.root, Scope.LOCAL, settings.DRIVER, "x")

    assert "could not lock config file" in caught.value.message
    assert "may write the file" in (caught.value.hint or "")


def test_version_of_git_is_a_number(repo: Repo) -> None:
    assert re.match(r"\d+\.\d+", settings.git_version(repo.root))


# What git makes of them.


def headers(repo: Repo) -> list[str]:
    """Return what git writes behind the places of differences."""
    shown = repo.git("diff", "-U0")
    return re.findall(r"^@@ .+? @@ ?(.*)$", shown, re.MULTILINE)


@pytest.mark.usefixtures("_is_set")
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_difference_in_a_shipped_plan_names_its_record(repo: Repo, path: Path) -> None:
    shutil.copy(path, repo.root / "plans")
    repo.commit()
    text = path.read_text(encoding="utf-8")
    repo.write(f"plans/{path.name}", re.sub(r"(?m)^(title\S* = .+)", r"\1 # changed", text))

    plan = tomli.loads(text)
    records = [record for kind in plan.values() if isinstance(kind, list) for record in kind]
    with_title = [f'id = "{record["id"]}"' for record in records if "title" in record]
    assert list(dict.fromkeys(headers(repo))) == ["[plan]", *with_title]


@pytest.mark.usefixtures("_is_set")
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_difference_is_named_by_plan_id_or_acceptance_and_by_no_text(
    repo: Repo, ending: str
) -> None:
    lines = [
        "[plan]",
        "lead = 1",
        "[[milestones]]",
        '  id="portal" # first',
        'title.id = "Bahasa"',
        "due = 1",
        "[[accepted]]",
        'rule = "overdue"',
        "x = 1",
    ]
    repo.write("plans/nepal.toml", ending.join([*lines, ""]))
    repo.commit()
    repo.write("plans/nepal.toml", ending.join([*lines, ""]).replace("= 1", "= 2"))

    assert headers(repo) == ["[plan]", 'id="portal" # first', "[[accepted]]"]


@pytest.mark.usefixtures("_is_set")
@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("due = 2018-06-30", "due = 2018-09-30", "due = [-2018-06-30-]{+2018-09-30+}"),
        ('r = ["a", "b-c"]', 'r = ["a", "b-c", "d"]', 'r = ["a", "b-c"{+, "d"+}]'),
        ('t = "is open"', 't = "is open now"', 't = "is open {+now+}"'),
        ('u = "http://a.example/x"', 'u = "http://b.example"', None),
        ('t = "खुला डाटा"', 't = "खुला तथ्याङ्क"', 't = "खुला [-डाटा-]{+तथ्याङ्क+}"'),
    ],
)
def test_difference_by_words_marks_what_differs(
    repo: Repo, before: str, after: str, shown: str | None
) -> None:
    repo.write("plans/nepal.toml", f"{before}\n")
    repo.commit()
    repo.write("plans/nepal.toml", f"{after}\n")

    last = repo.git("diff", "--word-diff").splitlines()[-1]
    assert last == (shown or 'u = "[-http://a.example/x-]{+http://b.example+}"')
