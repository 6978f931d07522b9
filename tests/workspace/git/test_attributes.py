"""The line of `.gitattributes`, in files of every kind and for folders of every name."""

import os
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ogdplan.errors import FileError
from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.git import attributes
from ogdplan.workspace.git.attributes import Applied, line_for, with_line, without_line
from ogdplan.workspace.git.repository import repository_of
from repositories import Repo, a_repo

LINE = line_for("plans/")

PREFIXES = [
    "",
    "plans/",
    "data/plans/",
    "mes données/plans/",
    "योजना/plans/",
    "#first/plans/",
    "!first/plans/",
    "[attr]x/plans/",
    "a*b?[c]/plans/",
    'say "yes"/plans/',
    "back\\slash/plans/",
    "back \\ slash/plans/",
    "tab\tand\nline/plans/",
]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_line_is_about_the_plans_of_the_folder_and_no_other_file(
    tmp_path: Path, prefix: str
) -> None:
    repo = a_repo(tmp_path / "plans")
    folder = repo.root / prefix
    folder.mkdir(parents=True, exist_ok=True)
    repo.write(".gitattributes", os.fsdecode(line_for(prefix) + b"\n"))

    # Not by git rev-parse, which cannot say a name with a line break.
    found = attributes.applied(
        repository_of(PlansFolder(repo.root)),
        [f"{prefix}nepal.toml", f"{prefix}brazil/são paulo.toml", f"{prefix}notes.txt", "x.ini"],
    )

    assert [each.is_ours for each in found] == [True, True, False, False]


def test_plans_beside_the_folder_are_left_alone(repo: Repo) -> None:
    repo.write(".gitattributes", os.fsdecode(LINE))
    top = repository_of(PlansFolder(repo.root))

    found = attributes.applied(top, ["pyproject.toml", "old/plans/nepal.toml", "plans.toml"])

    assert [each.is_ours for each in found] == [False, False, False]


def test_what_git_does_instead_is_said(repo: Repo) -> None:
    repo.write(".gitattributes", "*.toml merge=union -diff\nplans/b.toml merge=ogdplan\n")
    found = attributes.applied(
        repository_of(PlansFolder(repo.root / "plans")), ["a.toml", "b.toml"]
    )

    assert found == (
        Applied("plans/a.toml", "union", "unset"),
        Applied("plans/b.toml", "ogdplan", "unset"),
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", LINE + b"\n"),
        (b"*.png binary\n", b"*.png binary\n" + LINE + b"\n"),
        (b"*.png binary", b"*.png binary\n" + LINE),
        (b"*.png binary\r\n", b"*.png binary\r\n" + LINE + b"\r\n"),
        (b"*.png binary\r\n*.x -text", b"*.png binary\r\n*.x -text\r\n" + LINE),
        (b"\xef\xbb\xbf# words\n\n", b"\xef\xbb\xbf# words\n\n" + LINE + b"\n"),
        (b"*.toml text eol=lf\n", b"*.toml text eol=lf\n" + LINE + b"\n"),
        (b"plans/**/*.toml merge=ogdplan\n", b"plans/**/*.toml merge=ogdplan\n" + LINE + b"\n"),
    ],
)
def test_line_is_added_at_the_end_and_taken_away_again(before: bytes, after: bytes) -> None:
    assert with_line(before, LINE) == after
    assert without_line(after, LINE) == before


@pytest.mark.parametrize(
    "content",
    [
        LINE,
        LINE + b"\n*.png binary\n",
        b"  " + LINE.replace(b" ", b"\t\t") + b" \r\n",
        b"plans/**/*.toml diff=ogdplan text merge=ogdplan\n",
    ],
)
def test_line_that_is_there_in_any_layout_is_not_added_again(content: bytes) -> None:
    assert with_line(content, LINE) == content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"# " + LINE + b"\n",
        line_for("other/") + b"\n",
        b"plans/**/*.toml merge=ogdplan\n",
        b"plans/**/*.tomlx merge=ogdplan diff=ogdplan\n",
    ],
)
def test_what_is_no_line_of_ours_stays(content: bytes) -> None:
    assert without_line(content, LINE) == content


def test_attributes_that_someone_added_to_the_line_stay() -> None:
    content = b"plans/**/*.toml diff=ogdplan text  merge=ogdplan eol=lf\r\n"

    assert without_line(content, LINE) == b"plans/**/*.toml text eol=lf\r\n"


lines = st.lists(st.binary(max_size=12) | st.just(b"*.png binary"), max_size=4)


@given(lines, st.sampled_from([b"\n", b"\r\n"]), st.sampled_from(PREFIXES))
def test_install_and_uninstall_give_back_every_byte(
    parts: list[bytes], ending: bytes, prefix: str
) -> None:
    content, line = ending.join(parts), line_for(prefix)
    # A lone CR at the end would become part of a line ending.
    assume(not content.endswith(b"\r"))
    assume(without_line(content, line) == content)

    added = with_line(content, line)

    assert without_line(added, line) == content
    assert with_line(added, line) == added
    assert added.startswith(content)


@pytest.mark.parametrize("make", ["folder", "link", "link to nowhere"])
def test_what_is_no_file_is_refused(repo: Repo, make: str) -> None:
    path = repo.root / ".gitattributes"
    if make == "folder":
        path.mkdir()
    else:
        target = repo.root.parent / "elsewhere"
        if make == "link":
            target.write_bytes(b"")
        path.symlink_to(target)

    with pytest.raises(FileError) as caught:
        attributes.read(repository_of(PlansFolder(repo.root / "plans")))

    what = "no file" if make == "folder" else "a link, which git does not follow"
    assert caught.value.message == f"cannot use .gitattributes: it is {what}"


def test_file_that_is_read_only_is_refused_before_anything_is_written(repo: Repo) -> None:
    repo.write(".gitattributes", "*.png binary\n").chmod(0o444)

    with pytest.raises(FileError, match="it is read-only"):
        attributes.read(repository_of(PlansFolder(repo.root / "plans")))


def test_file_is_shared_when_it_is_committed_as_it_is(repo: Repo) -> None:
    repository = repository_of(PlansFolder(repo.root / "plans"))
    repo.write(".gitattributes", "*.png binary\n")
    assert not attributes.is_committed(repository)

    repo.commit()
    assert attributes.is_committed(repository)

    repo.write(".gitattributes", "*.png -text\n")
    assert not attributes.is_committed(repository)


def test_file_that_git_ignores_is_not_shared(repo: Repo) -> None:
    repo.write(".gitignore", ".gitattributes\n")
    repo.write(".gitattributes", "*.png binary\n")

    assert not attributes.is_committed(repository_of(PlansFolder(repo.root / "plans")))
