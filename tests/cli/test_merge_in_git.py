"""The nine ordinary concurrent edits, merged by git with ogdplan as its merge driver.

The texts of one plan: the one that both sides began with, those of the two sides, and what git
has to leave when theirs is merged, or picked, into ours. In a rebase of ours onto theirs git has
the sides the other way round: what it calls ours is theirs.
"""

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import tomli

from cli.asking import ask
from repositories import Repo, a_repo

PLAN = "plans/népal plan.toml"
PROGRAM = f'"{sys.executable}" -c "from ogdplan.cli.main import main; main()"'
DRIVER = f"{PROGRAM} merge --path %P --marker-size %L -- %O %A %B"
ENVIRONMENT = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}

BASE = """\
format = 1

[plan]
title = "A plan"
country = "NPL"
lead = "office"

[[institutions]]
id = "office"
name = "An office"
sector = "government"

# the first step
[[milestones]]
id = "law"
title = "Pass a law"
lead = "office"
due = "2018"  # of the parliament
status = "not-started"

[[milestones]]
id = "portal"
title = "Open the portal"  # in two languages
lead = "office"
due = "2018"
evidence = ["https://example.org/a"]

# for all agencies
[[milestones]]
id = "training"
title = "Train officers"
lead = "office"
due = "2018"

# what is in the way
[[challenges]]
id = "fear"
title = "Officers fear mistakes"
category = "other"
"""
LAW = BASE[BASE.index("# the first") : BASE.index('[[milestones]]\nid = "portal"')]
TRAINING = BASE[BASE.index("# for all agencies") : BASE.index("# what is in the way")]
AUDIT = """\
# asked for by the auditors
[[milestones]]
id = "audit"
title = "Audit the portal"
lead = "office"
due = "2018"

"""
SURVEY = """\
# see the minutes of May
[[milestones]]
id = "survey"
title = "Ask the users"  # by telephone
lead = "office"
due = "2018"

"""
END = "# what is in the way\n"


def after(*changes: tuple[str, str], text: str = BASE) -> str:
    """Return a text with pieces of it changed, each of which it has once."""
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def line_of(milestone: str, old: str, new: str) -> tuple[str, str]:
    """Return the change of the piece from the id of a milestone to the end of its record."""
    start = BASE.index(f'id = "{milestone}"')
    record = BASE[start : BASE.index("\n\n", start)]
    assert record.count(old) == 1
    return record, record.replace(old, new)


@dataclass(frozen=True)
class Concurrent:
    """Edits of two sides, and the plan when theirs comes into ours, and ours into theirs."""

    ours: str
    theirs: str
    merged: str
    rebased: str
    conflicts: tuple[str, ...] = field(default=())


DUE = line_of("portal", 'due = "2018"', 'due = "2018-06"')
TITLE = line_of("training", "Train officers", "Train all officers")
STATUS = line_of("law", 'status = "not-started"', 'status = "limited"  # second reading')
LAW_DUE = line_of("law", 'due = "2018"', 'due = "2019"')
STATUS_AND_DUE = (STATUS[0], STATUS[1].replace('due = "2018"', 'due = "2019"'))

CASES = {
    "different milestones": Concurrent(
        after(DUE), after(TITLE), after(DUE, TITLE), after(DUE, TITLE)
    ),
    "both append": Concurrent(
        after((END, AUDIT + END)),
        after((END, SURVEY + END)),
        after((END, AUDIT + SURVEY + END)),
        after((END, SURVEY + AUDIT + END)),
    ),
    "status against due on one milestone": Concurrent(
        after(STATUS),
        after(LAW_DUE),
        after(STATUS_AND_DUE),
        after((STATUS_AND_DUE[0], STATUS_AND_DUE[1].replace("  # second reading", ""))),
    ),
    "both extend one list": Concurrent(
        after(('/a"]', '/a", "https://example.org/b"]')),
        after(('/a"]', '/a", "https://example.org/c"]')),
        after(('/a"]', '/a", "https://example.org/b", "https://example.org/c"]')),
        after(('/a"]', '/a", "https://example.org/c", "https://example.org/b"]')),
    ),
    "reorder against edit": Concurrent(
        after((LAW, ""), (END, LAW + END)),
        after(LAW_DUE),
        after((LAW, ""), (END, LAW + END), text=BASE).replace(*LAW_DUE),
        after(LAW_DUE),
    ),
    "same edit plus one more": Concurrent(
        after(DUE),
        after((DUE[0], f'{DUE[1]}\nnote = "Agreed in May"  # with all')),
        after((DUE[0], f'{DUE[1]}\nnote = "Agreed in May"  # with all')),
        after((DUE[0], f'{DUE[1]}\nnote = "Agreed in May"  # with all')),
    ),
    "delete against edit": Concurrent(
        after((TRAINING, "")),
        after(TITLE),
        after(
            (
                TRAINING,
                TRAINING.replace("[[", "# CONFLICT ours: removed\n[[").replace(*TITLE),
            )
        ),
        after(TITLE, ("agencies\n", "agencies\n# CONFLICT theirs: removed\n")),
        conflicts=("training",),
    ),
    "one field with two values": Concurrent(
        after(DUE),
        after(line_of("portal", 'due = "2018"', "due = 2018-09-30  # the last day")),
        after(
            line_of(
                "portal", 'due = "2018"', '# CONFLICT theirs: due = 2018-09-30\ndue = "2018-06"'
            )
        ),
        after(
            line_of(
                "portal",
                'due = "2018"',
                '# CONFLICT theirs: due = "2018-06"\ndue = 2018-09-30  # the last day',
            )
        ),
        conflicts=("portal",),
    ),
    "one new id for two records": Concurrent(
        after((END, AUDIT + END)),
        after((END, SURVEY.replace("survey", "audit") + END)),
        after((END, AUDIT + SURVEY + END)).replace(
            'id = "survey"', '# CONFLICT theirs: id = "audit"\nid = "audit-theirs"'
        ),
        after((END, SURVEY.replace("survey", "audit") + AUDIT + END)).replace(
            'id = "audit"\ntitle = "Audit',
            '# CONFLICT theirs: id = "audit"\nid = "audit-theirs"\ntitle = "Audit',
        ),
        conflicts=("audit-theirs",),
    ),
}


# Each merge of git's is a process of the program: two cases show the way, clean and in conflict.
few_cases = pytest.mark.parametrize("name", ["both append", "one field with two values"])


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Return a repository with the driver, and a branch for each side of each case."""
    repo = a_repo(tmp_path_factory.mktemp("origin"))
    repo.git("config", "merge.ogdplan.driver", DRIVER)
    repo.write(".gitattributes", "plans/**/*.toml merge=ogdplan\n")
    repo.write(PLAN, BASE)
    repo.commit("A plan")
    for number, case in enumerate(CASES.values()):
        for name, text in (("ours", case.ours), ("theirs", case.theirs)):
            repo.git("checkout", "--quiet", "-b", f"{name}-{number}", "main")
            repo.write(PLAN, text)
            repo.git("commit", "--quiet", "--all", "--message", name)
    return repo


@pytest.fixture
def clone(origin: Repo, tmp_path: Path) -> Repo:
    """Return a copy of the repository to work in."""
    shutil.copytree(origin.root, tmp_path / "a copy")
    return Repo(tmp_path / "a copy")


def left_by(repo: Repo, case: str, *command: str) -> tuple[str, str]:
    """Return what git says of a command on the branch of ours, and the plan that it leaves."""
    number = list(CASES).index(case)
    repo.git("checkout", "--quiet", f"ours-{number}")
    said = repo.git(*command, f"theirs-{number}", env=ENVIRONMENT, fails=True)
    return said, (repo.root / PLAN).read_bytes().decode()


def is_as_told(repo: Repo, case: Concurrent, said: str, text: str, wanted: str) -> None:
    assert text == wanted
    assert tomli.loads(text)
    unmerged = repo.git("-c", "core.quotePath=false", "ls-files", "--unmerged")
    assert (PLAN in unmerged) == bool(case.conflicts)
    for record in case.conflicts:
        assert f"conflict: {record}: " in said
    if not case.conflicts:
        assert repo.git("status", "--porcelain") == ""


@pytest.mark.parametrize("name", CASES)
def test_git_merge(clone: Repo, name: str) -> None:
    said, text = left_by(clone, name, "merge", "--quiet", "--no-edit")

    is_as_told(clone, CASES[name], said, text, CASES[name].merged)


@few_cases
def test_git_cherry_pick(clone: Repo, name: str) -> None:
    said, text = left_by(clone, name, "cherry-pick")

    is_as_told(clone, CASES[name], said, text, CASES[name].merged)


@few_cases
def test_git_rebase(clone: Repo, name: str) -> None:
    said, text = left_by(clone, name, "rebase", "--quiet")

    is_as_told(clone, CASES[name], said, text, CASES[name].rebased)


@pytest.mark.parametrize("name", CASES)
def test_rebase_has_the_sides_the_other_way_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    case = CASES[name]
    for file, text in (("base", BASE), ("ours", case.theirs), ("theirs", case.ours)):
        Path(file).write_text(text, encoding="utf-8", newline="")

    answer = ask("merge", "--path", PLAN, "--", "base", "ours", "theirs")

    assert answer.code == bool(case.conflicts)
    assert Path("ours").read_text(encoding="utf-8") == case.rebased


def test_both_sides_made_the_plan(clone: Repo) -> None:
    clone.git("checkout", "--quiet", "--orphan", "other")
    clone.write(PLAN, BASE.replace("Open the portal", "Open a portal"))
    clone.commit("Made again")

    said = clone.git(
        "merge", "--quiet", "--allow-unrelated-histories", "--no-edit", "main",
        env=ENVIRONMENT, fails=True,
    )  # fmt: skip

    assert "conflict: portal-theirs: both sides gave a new record the id portal" in said
    assert 'id = "portal-theirs"' in (clone.root / PLAN).read_text(encoding="utf-8")


def test_sides_that_were_merged_crosswise_before(clone: Repo) -> None:
    """Git merges the two ancestors first, for a base of its own; that one may have conflicts."""
    number = list(CASES).index("one field with two values")
    for one, other in (("ours", "theirs"), ("theirs", "ours")):
        clone.git("checkout", "--quiet", "-b", f"cross-{one}", f"{one}-{number}")
        settled = CASES["one field with two values"].ours.replace("Train", f"Train {one}:")
        clone.git("merge", "--quiet", f"{other}-{number}", env=ENVIRONMENT, fails=True)
        clone.write(PLAN, settled)
        clone.git("commit", "--quiet", "--all", "--message", "settled")

    said = clone.git("merge", "--quiet", "cross-ours", env=ENVIRONMENT, fails=True)

    assert "conflict: training: title: ours" in said
    text = (clone.root / PLAN).read_text(encoding="utf-8")
    assert text.count("# CONFLICT") == 1
    assert 'due = "2018-06"' in text


def test_a_driver_that_cannot_do_it_leaves_a_conflict_and_ours(clone: Repo) -> None:
    clone.git("checkout", "--quiet", "-b", "binary", "main")
    clone.root.joinpath(PLAN).write_bytes(b"\0\1\2")
    clone.git("commit", "--quiet", "--all", "--message", "binary")
    clone.git("checkout", "--quiet", "ours-0")

    said = clone.git("merge", "--quiet", "binary", env=ENVIRONMENT, fails=True)

    assert "error: plans/népal plan.toml can only be merged line by line" in said
    assert (clone.root / PLAN).read_text(encoding="utf-8") == CASES["different milestones"].ours
    assert PLAN in clone.git("-c", "core.quotePath=false", "ls-files", "--unmerged")
