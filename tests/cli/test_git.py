import re
import sys
from pathlib import Path

import pytest

from cli.asking import Answer, ask, in_terminal, run, write_plan
from drivers import a_driver
from ogdplan.workspace.git import settings
from repositories import Repo, a_repo

LINE = "plans/**/*.toml merge=ogdplan diff=ogdplan"
NOT_SHARED = "settings are not shared: each clone runs `ogdplan git install` once"
SITES = (
    "the merge buttons of GitHub, GitLab and other sites do not: they merge line by line; "
    "where they see a conflict, merge on your computer and push"
)
KEYS = "merge.ogdplan.name, merge.ogdplan.driver, diff.ogdplan.xfuncname, diff.ogdplan.wordRegex"


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the program that stands in for the one that runs."""
    found = a_driver(tmp_path / "my programs")
    monkeypatch.setattr(sys, "argv", [str(found)])
    return found


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of the settings for all clones; it is not there yet."""
    path = tmp_path / "settings"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(path))
    return path


@pytest.fixture
def nepal(repo: Repo) -> Repo:
    """Return a repository with a plan in it that is committed."""
    write_plan(repo.root / "plans", "nepal")
    repo.commit()
    return repo


def local(repo: Repo) -> str:
    return (repo.root / ".git" / "config").read_text(encoding="utf-8")


def attributes(repo: Repo) -> bytes | None:
    path = repo.root / ".gitattributes"
    return path.read_bytes() if path.exists() else None


# Install.


def test_install_tells_git_and_says_so(nepal: Repo, program: Path) -> None:
    answer = ask("git", "install")

    assert answer.code == 0
    assert answer.lines == [
        f"git, for this clone: set {KEYS}",
        f".gitattributes: added: {LINE}",
    ]
    assert answer.err.splitlines() == [
        "note: commit .gitattributes, so that all clones have it: git add .gitattributes",
        f"note: {NOT_SHARED}",
        "next: ogdplan git doctor",
    ]
    assert attributes(nepal) == f"{LINE}\n".encode()
    wanted = settings.wanted((str(program),))
    assert {key: nepal.git("config", key)[:-1] for key in wanted} == wanted


def test_install_makes_git_merge_what_it_could_not(nepal: Repo) -> None:
    ask("git", "install")
    nepal.commit()
    sides = {"theirs": 'start = "2016"', "main": 'end = "2019"'}
    nepal.git("branch", "theirs")
    for branch, new in sides.items():
        nepal.git("checkout", "--quiet", branch)
        path = nepal.root / "plans" / "nepal.toml"
        text = path.read_text(encoding="utf-8")
        key = new.partition(" ")[0]
        nepal.write("plans/nepal.toml", re.sub(rf"(?m)^{key} = .*$", new, text))
        nepal.commit()

    nepal.git("merge", "--quiet", "--no-edit", "theirs")

    text = (nepal.root / "plans" / "nepal.toml").read_text(encoding="utf-8")
    assert 'start = "2016"\nend = "2019"\n' in text


def test_second_install_changes_nothing(nepal: Repo) -> None:
    ask("git", "install")
    nepal.commit()
    before = local(nepal), attributes(nepal)

    answer = ask("git", "install")

    assert (answer.code, answer.lines) == (
        0,
        ["nothing to change: git was told already, for this clone"],
    )
    assert (
        answer.err == "note: settings are not shared: each clone runs `ogdplan git install` once\n"
    )
    assert (local(nepal), attributes(nepal)) == before


def test_uncommitted_line_is_still_spoken_of(nepal: Repo) -> None:
    ask("git", "install")

    assert "commit .gitattributes" in ask("git", "install").err


def test_older_program_is_replaced_and_named(nepal: Repo, program: Path) -> None:
    ask("git", "install")
    older = "/older/ogdplan merge --path %P -- %O %A %B"
    nepal.git("config", "merge.ogdplan.driver", older)
    nepal.git("config", "--add", "merge.ogdplan.recursive", "binary")

    answer = ask("git", "install")

    assert answer.lines == [
        "git, for this clone: changed merge.ogdplan.driver",
        f"  it was: {older}",
    ]
    assert nepal.git("config", "merge.ogdplan.driver")[:-1] == settings.driver_of((str(program),))
    assert nepal.git("config", "merge.ogdplan.recursive") == "binary\n"


def test_trial_writes_nothing(nepal: Repo, config: Path) -> None:
    before = local(nepal)

    for scope in ("--local", "--global"):
        answer = ask("git", "install", scope, "--dry-run")

        whose = "this clone" if scope == "--local" else "all your clones on this computer"
        assert answer.code == 0
        assert answer.lines == [
            f"git, for {whose}: would set {KEYS}",
            f".gitattributes: would be added: {LINE}",
        ]
        assert "next:" not in answer.err
    assert (local(nepal), attributes(nepal), config.exists()) == (before, None, False)


def test_install_for_all_clones_leaves_this_one_as_it_is(nepal: Repo, config: Path) -> None:
    before = local(nepal)

    answer = ask("git", "install", "--global")

    assert answer.lines[0] == f"git, for all your clones on this computer: set {KEYS}"
    assert "settings are not shared" not in answer.err
    assert local(nepal) == before
    assert '[merge "ogdplan"]' in config.read_text(encoding="utf-8")
    assert attributes(nepal) == f"{LINE}\n".encode()


def test_install_for_all_clones_says_when_this_one_has_its_own(nepal: Repo) -> None:
    ask("git", "install")

    answer = ask("git", "install", "--global")

    assert (
        "warning: this clone has settings of its own, and they count here; "
        "`ogdplan git uninstall --local` removes them\n"
    ) in answer.err


@pytest.mark.parametrize("has_plans", [False, True])
def test_install_for_all_clones_needs_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: Path, has_plans: bool
) -> None:
    folder = tmp_path / "here"
    (folder / "plans" if has_plans else folder).mkdir(parents=True)
    monkeypatch.chdir(folder)

    answer = ask("git", "install", "--global")

    assert answer.code == 0
    assert answer.lines == [f"git, for all your clones on this computer: set {KEYS}"]
    assert "declared in .gitattributes when you install in their repository" in answer.err
    assert config.exists()
    assert not (folder / ".gitattributes").exists()


def test_other_lines_stay_and_one_that_overrides_is_told_of(nepal: Repo) -> None:
    nepal.write(".gitattributes", f"*.png binary\r\n{LINE}\r\n*.toml merge=union")
    nepal.write("plans/.gitattributes", "*.toml text eol=lf\n")

    answer = ask("git", "install")

    assert answer.lines == [f"git, for this clone: set {KEYS}"]
    assert answer.err.splitlines()[0] == (
        "warning: git does not use ogdplan for plans/nepal.toml (merge=union, diff=ogdplan); "
        "look for a line that says so further down in .gitattributes, in a .gitattributes nearer "
        "to the plans, or in .git/info/attributes"
    )
    assert attributes(nepal) == f"*.png binary\r\n{LINE}\r\n*.toml merge=union".encode()


def test_line_before_ours_is_no_trouble(nepal: Repo) -> None:
    nepal.write(".gitattributes", "*.toml merge=union text eol=lf")

    answer = ask("git", "install")

    assert "warning" not in answer.err
    assert attributes(nepal) == f"*.toml merge=union text eol=lf\n{LINE}".encode()
    shown = nepal.git("check-attr", "merge", "eol", "--", "plans/nepal.toml")
    assert shown == "plans/nepal.toml: merge: ogdplan\nplans/nepal.toml: eol: lf\n"


def test_plan_with_an_ending_in_capitals_is_told_of(nepal: Repo) -> None:
    write_plan(nepal.root / "plans", "x").rename(nepal.root / "plans" / "KENYA.TOML")

    err = ask("git", "install").err

    assert "plans/KENYA.TOML (merge=unspecified, diff=unspecified)" in err
    assert "give them names that end in .toml, in small letters" in err


def test_install_is_had_as_json(nepal: Repo, program: Path) -> None:
    nepal.git("config", "merge.ogdplan.name", "older")
    wanted = settings.wanted((str(program),))

    answer = ask("git", "install", "--format", "json", "--as-of", "2018-06-30")

    note = "commit .gitattributes, so that all clones have it: git add .gitattributes"
    assert answer.document == {
        "schema": "ogdplan/git-install/1",
        "as_of": "2018-06-30",
        "written": True,
        "settings": [
            {
                "scope": "local",
                "key": key,
                "old": "older" if key == "merge.ogdplan.name" else None,
                "new": value,
            }
            for key, value in wanted.items()
        ],
        "attributes": {
            "path": ".gitattributes",
            "line": LINE,
            "changed": True,
            "removed": False,
        },
        "notes": [note, NOT_SHARED],
        "warnings": [],
    }


def test_folder_with_spaces_quotes_and_other_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = a_repo(tmp_path / "una copia")
    folder = repo.root / 'año "2018" [x]' / "plans"
    write_plan(folder, "brasil/são paulo")
    monkeypatch.chdir(folder)

    assert ask("git", "install").code == 0
    assert ask("git", "doctor").code == 0

    assert attributes(repo) == (
        '"año \\"2018\\" \\\\[x\\\\]/plans/**/*.toml" merge=ogdplan diff=ogdplan\n'.encode()
    )
    assert ask("git", "uninstall").code == 0
    assert attributes(repo) is None


def test_plans_can_be_the_top_of_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = Repo(tmp_path / "plans")
    write_plan(repo.root, "nepal")
    repo.git("init", "--quiet")
    monkeypatch.chdir(repo.root)

    assert ask("git", "install").code == 0
    assert ask("git", "doctor").code == 0
    assert attributes(repo) == b"**/*.toml merge=ogdplan diff=ogdplan\n"


def test_another_checkout_of_a_clone_shares_its_settings(
    nepal: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nepal.git("worktree", "add", "--quiet", str(tmp_path / "second"))
    monkeypatch.chdir(tmp_path / "second")

    assert ask("git", "install").code == 0

    assert attributes(nepal) is None
    assert (tmp_path / "second" / ".gitattributes").exists()
    assert "merge --path" in nepal.git("config", "merge.ogdplan.driver")
    assert ask("git", "doctor").code == 0


def test_plans_in_a_submodule_are_set_up_there(
    nepal: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    above = a_repo(tmp_path / "above")
    words = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add")
    above.git(*words, str(nepal.root), "module")
    monkeypatch.chdir(above.root / "module")

    assert ask("git", "install").code == 0
    assert ask("git", "doctor").code == 0

    assert (above.root / "module" / ".gitattributes").exists()
    assert attributes(above) is None
    assert "ogdplan" not in local(above)


# Uninstall.


def test_uninstall_takes_back_all_and_no_more(nepal: Repo, config: Path) -> None:
    nepal.write(".gitattributes", "*.png binary")
    nepal.git("config", "merge.ogdplan.recursive", "binary")
    before = local(nepal), attributes(nepal)
    config.write_text("[user]\n\tname = Someone\n", encoding="utf-8")
    ask("git", "install")
    ask("git", "install", "--global")

    answer = ask("git", "uninstall")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == [
        f"git, for this clone: took away {KEYS}",
        f"git, for all your clones on this computer: took away {KEYS}",
        f".gitattributes: taken away: {LINE}",
    ]
    assert (local(nepal), attributes(nepal)) == before
    assert config.read_text(encoding="utf-8") == "[user]\n\tname = Someone\n"


def test_file_goes_with_its_only_line(nepal: Repo) -> None:
    ask("git", "install")

    answer = ask("git", "uninstall")

    assert answer.lines[1:] == [
        f".gitattributes: taken away: {LINE}",
        ".gitattributes: removed, since nothing else was in it",
    ]
    assert attributes(nepal) is None


def test_file_that_others_have_too_is_spoken_of(nepal: Repo) -> None:
    ask("git", "install")
    nepal.commit()

    assert ask("git", "uninstall").err == (
        "note: others share .gitattributes: commit it only if nobody merges with ogdplan any more\n"
    )


def test_uninstall_of_nothing_changes_nothing(nepal: Repo) -> None:
    nepal.write(".gitattributes", "")
    before = local(nepal)

    answer = ask("git", "uninstall")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == ["nothing to change: git was not told to use ogdplan"]
    assert (local(nepal), attributes(nepal)) == (before, b"")


@pytest.mark.parametrize(("goes", "stays"), [("local", "global"), ("global", "local")])
def test_one_scope_can_be_uninstalled_and_the_line_stays_for_the_other(
    nepal: Repo, goes: str, stays: str
) -> None:
    ask("git", "install")
    ask("git", "install", "--global")

    answer = ask("git", "uninstall", f"--{goes}")

    assert len(answer.lines) == 1
    assert "note: the line in .gitattributes stays: git is told of ogdplan for " in answer.err
    assert attributes(nepal) is not None
    found = {scope: settings.stored(nepal.root, scope) for scope in settings.Scope}
    assert {scope.value for scope, stored in found.items() if stored} == {stays}


def test_trial_of_uninstall_writes_nothing(nepal: Repo) -> None:
    ask("git", "install")
    before = local(nepal), attributes(nepal)

    answer = ask("git", "uninstall", "--dry-run")

    assert answer.lines == [
        f"git, for this clone: would take away {KEYS}",
        f".gitattributes: would be taken away: {LINE}",
        ".gitattributes: would be removed, since nothing else was in it",
    ]
    assert (local(nepal), attributes(nepal)) == before


def test_uninstall_without_a_repository_is_about_all_clones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: Path
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    ask("git", "install", "--global")

    assert ask("git", "uninstall").lines == [
        f"git, for all your clones on this computer: took away {KEYS}"
    ]
    assert config.read_text(encoding="utf-8") == ""
    assert ask("git", "uninstall", "--local").code == 3


def test_uninstall_is_had_as_json(nepal: Repo) -> None:
    ask("git", "install")

    document = ask("git", "uninstall", "--format", "json").document

    assert document["schema"] == "ogdplan/git-uninstall/1"
    assert {each["new"] for each in document["settings"]} == {None}
    assert document["attributes"] == {
        "path": ".gitattributes",
        "line": LINE,
        "changed": True,
        "removed": True,
    }


# Doctor.


def states(answer: Answer) -> dict[str, str]:
    return {each["check"]: each["state"] for each in answer.document["checks"]}


def test_doctor_finds_all_right(nepal: Repo) -> None:
    ask("git", "install")
    nepal.commit()
    before = nepal.git("status", "--porcelain"), nepal.git("log", "--all", "--format=%H")

    answer = ask("git", "doctor")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[:-1] == [
        "Does git merge the plans here with ogdplan?",
        "",
        "✔ attributes: they leave all plans to ogdplan",
        "✔ driver: git was told how to merge plans",
        "✔ program: it is there, and this version: 0.1.0",
        "✔ trial: a real merge kept both of two changes side by side",
        "✔ differences: git diff names the record in which a line changed",
        "✔ conflicts: no plan has an unresolved merge",
        "",
        "Good to know",
        "git rebase, cherry-pick, revert and stash merge plans as git merge does",
        SITES,
        "settings are not shared: each clone needs `ogdplan git install` once",
    ]
    assert re.fullmatch(r"this is git \d+\.\d\S*", answer.lines[-1])
    assert (nepal.git("status", "--porcelain"), nepal.git("log", "--all", "--format=%H")) == before


def test_doctor_before_an_install_says_what_to_do(nepal: Repo) -> None:
    answer = ask("git", "doctor")

    assert (answer.code, answer.err) == (1, "")
    assert answer.lines[2:11] == [
        "✘ attributes: no line in .gitattributes leaves plans to ogdplan",
        "  hint: run: ogdplan git install",
        "✘ driver: git was not told how to merge plans",
        "  hint: run: ogdplan git install",
        "– program: not looked at, since there is no driver",
        "– trial: not tried, since there is no driver that starts",
        "✘ differences: git diff names no records",
        "  hint: run: ogdplan git install",
        "✔ conflicts: no plan has an unresolved merge",
    ]


def test_doctor_of_a_clone_whose_colleague_installed_misses_the_settings(nepal: Repo) -> None:
    nepal.write(".gitattributes", f"{LINE}\n")
    nepal.commit()

    answer = ask("git", "doctor", "--format", "json")

    assert answer.code == 1
    assert states(answer) == {
        "attributes": "right",
        "driver": "wrong",
        "program": "untried",
        "trial": "untried",
        "differences": "wrong",
        "conflicts": "right",
    }


def test_doctor_is_content_with_settings_for_all_clones(nepal: Repo) -> None:
    ask("git", "install", "--global")

    assert ask("git", "doctor").code == 0


def test_doctor_misses_a_program_that_has_gone(nepal: Repo, program: Path) -> None:
    ask("git", "install")
    program.unlink()

    answer = ask("git", "doctor")

    assert answer.code == 1
    assert f"✘ program: it does not start: {program}" in answer.lines
    assert "– trial: not tried, since there is no driver that starts" in answer.lines


def test_doctor_knows_another_version(nepal: Repo, program: Path) -> None:
    ask("git", "install")
    a_driver(program.parent, version="0.0.9")

    answer = ask("git", "doctor")

    assert answer.code == 1
    assert "✘ program: it says it is 0.0.9, and this is 0.1.0" in answer.lines
    assert "✔ trial: a real merge kept both of two changes side by side" in answer.lines


def test_doctor_finds_that_this_very_program_merges(nepal: Repo) -> None:
    assert run("git", "install", cwd=nepal.root).code == 0

    answer = run("git", "doctor", "--format", "json", cwd=nepal.root)

    assert answer.code == 0, answer.out
    assert {each["check"]: each["state"] for each in answer.document["checks"]} == dict.fromkeys(
        ("attributes", "driver", "program", "trial", "differences", "conflicts"), "right"
    )


def test_doctor_finds_a_driver_that_does_nothing(nepal: Repo, program: Path) -> None:
    ask("git", "install")
    (program.parent / "merging.py").write_text('print("ogdplan 0.1.0")\n', encoding="utf-8")

    answer = ask("git", "doctor")

    assert answer.code == 1
    what = "a real merge failed: the result lacks what one of two branches changed"
    assert f"✘ trial: {what}" in answer.lines


def test_doctor_finds_a_driver_that_is_none_of_ours(nepal: Repo) -> None:
    ask("git", "install")
    nepal.git("config", "merge.ogdplan.driver", "git merge-file \x1b[2J %A %O %B")

    answer = ask("git", "doctor")

    assert answer.code == 1
    assert "✘ program: the driver is another than the one ogdplan sets" in answer.lines
    assert any(line.startswith("✘ trial: a real merge failed: ") for line in answer.lines)
    assert "\x1b" not in answer.out


def test_doctor_finds_attributes_that_override(nepal: Repo) -> None:
    write_plan(nepal.root / "plans", "kenya/health")
    ask("git", "install")
    nepal.write("plans/kenya/.gitattributes", "*.toml -merge\n")

    answer = ask("git", "doctor", "--format", "json")

    assert answer.code == 1
    assert answer.document["checks"][0] == {
        "check": "attributes",
        "state": "wrong",
        "message": (
            "they leave these to something else: "
            "plans/kenya/health.toml (merge=unset, diff=ogdplan)"
        ),
        "help": (
            "look for a line that says so further down in .gitattributes, in a .gitattributes "
            "nearer to the plans, or in .git/info/attributes"
        ),
    }


def test_doctor_names_three_of_many(nepal: Repo) -> None:
    for name in ("a", "b", "c", "d"):
        write_plan(nepal.root / "plans", name)
    ask("git", "install")
    nepal.write(".git/info/attributes", "*.toml merge=union\n")

    assert "plans/c.toml (merge=union, diff=ogdplan) and 2 more" in ask("git", "doctor").out


def test_doctor_finds_merges_that_are_not_settled(nepal: Repo) -> None:
    write_plan(nepal.root / "plans", "kenya", "# CONFLICT theirs: due = 2018-06-30\n")
    write_plan(nepal.root / "plans", "peru", "<<<<<<< ours\na = 1\n=======\n>>>>>>> theirs\n")
    write_plan(nepal.root / "plans", "chad", summary='"The word CONFLICT"')
    for branch, title in (("theirs", '"T"'), ("main", '"M"')):
        nepal.git("checkout", "--quiet", *(["-b"] if branch == "theirs" else []), branch)
        write_plan(nepal.root / "plans", "nepal", title=title)
        nepal.commit()
    nepal.git("merge", "theirs", fails=True)
    ask("git", "install")

    answer = ask("git", "doctor")

    assert answer.code == 1
    names = ("kenya", "nepal", "peru")
    where = ", ".join(f"plans/{name}.toml (1 conflict)" for name in names)
    assert answer.lines[7:9] == [
        f"✘ conflicts: a merge is unresolved in {where}",
        "  hint: `ogdplan check` shows the lines; settle them, then git add and git commit",
    ]

    nepal.write("plans/nepal.toml", "format = 1\n")
    assert "plans/nepal.toml, plans/peru.toml" in ask("git", "doctor").out


def test_doctor_speaks_of_submodules_and_of_what_is_not_committed(
    nepal: Repo, tmp_path: Path
) -> None:
    other = a_repo(tmp_path / "other")
    other.write("kenya.toml", "format = 1\n")
    other.commit()
    words = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add")
    nepal.git(*words, str(other.root), "plans/africa")
    ask("git", "install")

    assert ask("git", "doctor").lines[-3:-1] == [
        ".gitattributes is not committed as it is now: other clones do not have it",
        "plans/africa is a submodule: its plans are merged in it, and it needs an install too",
    ]


def test_doctor_without_plans_looks_at_one_to_come(repo: Repo) -> None:
    assert ask("git", "doctor").code == 1
    ask("git", "install")

    assert ask("git", "doctor").code == 0


def test_doctor_works_on_an_unborn_branch_a_detached_head_and_in_a_hook(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(repo.root / "plans", "nepal")
    ask("git", "install")
    assert ask("git", "doctor").code == 0

    repo.git("checkout", "--quiet", "--detach", repo.commit())
    monkeypatch.setenv("GIT_DIR", str(repo.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repo.root))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repo.root / ".git" / "index"))
    assert ask("git", "doctor").code == 0


def test_doctor_is_had_as_json_and_markdown(nepal: Repo, tmp_path: Path) -> None:
    ask("git", "install")

    document = ask("git", "doctor", "--format", "json", "--as-of", "2018-06-30").document

    assert list(document) == ["schema", "as_of", "git", "right", "checks", "notes"]
    assert (document["schema"], document["as_of"]) == ("ogdplan/git-doctor/1", "2018-06-30")
    assert document["right"] is True
    assert set(map(tuple, document["checks"])) == {("check", "state", "message", "help")}
    markdown = ask("git", "doctor", "--format", "markdown", "--output", str(tmp_path / "a.md"))
    assert (markdown.code, markdown.out) == (0, "")
    assert "\n- ✔ driver: " in (tmp_path / "a.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
@pytest.mark.parametrize("columns", [60, 140])
def test_output_keeps_to_the_width(nepal: Repo, columns: int) -> None:
    for words in (["install", "--global"], ["doctor"], ["uninstall"]):
        answer = in_terminal("git", *words, columns=columns)

        assert answer.out.strip()
        assert max(map(len, answer.out.splitlines())) <= columns


# What cannot be.


@pytest.mark.parametrize("verb", ["install", "doctor"])
def test_folder_in_no_repository_is_a_failure(plans: Path, verb: str) -> None:
    answer = ask("git", verb)

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: plans/ is in no git repository")
    assert "git init" in answer.err


def test_bare_repository_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = a_repo(tmp_path / "first")
    repo.git("clone", "--quiet", "--bare", ".", "../bare.git")
    (tmp_path / "bare.git" / "plans").mkdir()
    monkeypatch.chdir(tmp_path / "bare.git")

    for verb in ("install", "doctor"):
        answer = ask("git", verb)
        assert (answer.code, answer.out) == (3, "")
        assert answer.err.startswith("error: this git repository is a bare one")


@pytest.mark.parametrize("verb", ["install", "uninstall", "doctor"])
def test_missing_git_is_a_failure(nepal: Repo, verb: str) -> None:
    answer = ask("git", verb, env={"PATH": str(nepal.root)})

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: git is not installed here")


def test_settings_that_are_locked_stop_before_anything_is_written(nepal: Repo) -> None:
    (nepal.root / ".git" / "config.lock").touch()
    before = local(nepal)

    answer = ask("git", "install")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: git could not write its settings: could not lock")
    assert (local(nepal), attributes(nepal)) == (before, None)


@pytest.mark.parametrize("make", ["folder", "link", "read-only"])
@pytest.mark.parametrize("verb", ["install", "uninstall"])
def test_attributes_that_cannot_be_written_stop_before_anything_is_written(
    nepal: Repo, tmp_path: Path, verb: str, make: str
) -> None:
    path = nepal.root / ".gitattributes"
    match make:
        case "folder":
            path.mkdir()
        case "link":
            (tmp_path / "elsewhere").write_text(f"{LINE}\n", encoding="utf-8")
            path.symlink_to(tmp_path / "elsewhere")
        case _:
            path.write_text("*.png binary\n", encoding="utf-8")
            path.chmod(0o444)
    before = local(nepal)

    answer = ask("git", verb)

    assert (answer.code, answer.out) == (3, "")
    assert re.match(r"error: cannot (use|write) \.gitattributes: it is ", answer.err)
    assert "then run the command again" in answer.err
    assert local(nepal) == before
    if make == "link":
        assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == f"{LINE}\n"


def test_folder_that_may_not_be_changed_stops_before_anything_is_written(nepal: Repo) -> None:
    before = local(nepal)
    nepal.root.chmod(0o555)

    answer = ask("git", "install")

    nepal.root.chmod(0o755)
    assert (answer.code, answer.out) == (3, "")
    assert "its folder is read-only" in answer.err
    assert (local(nepal), attributes(nepal)) == (before, None)


def test_last_of_two_scopes_counts(nepal: Repo) -> None:
    answer = ask("git", "install", "--local", "--global", "--dry-run")

    assert answer.lines[0].startswith("git, for all your clones on this computer: would set")
