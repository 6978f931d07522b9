"""Commits by the names that people give them, and files by their ids."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ogdplan.workspace.folder import PlansFolder, Unreadable
from ogdplan.workspace.git.objects import (
    AmbiguousRevisionError,
    Objects,
    UnbornError,
    UnknownRevisionError,
    objects_of,
)
from ogdplan.workspace.git.process import GitError
from ogdplan.workspace.git.repository import repository_of
from repositories import Repo, two_commits_that_begin_alike

if sys.platform == "linux":
    import fcntl


@pytest.fixture
def objects(repo: Repo) -> Iterator[Objects]:
    with objects_of(repository_of(PlansFolder(repo.root / "plans"))) as found:
        yield found


def test_commit_has_the_day_of_its_committer_and_the_first_line_of_its_message(
    repo: Repo, objects: Objects
) -> None:
    made = repo.commit("Move a deadline\n\nNobody was there.", day="2018-03-05")

    found = objects.commit("HEAD")

    assert found == (made, date(2018, 3, 5), "Move a deadline")
    assert found.short == made[:7]


def test_day_is_that_of_the_place_where_the_commit_was_made(repo: Repo, objects: Objects) -> None:
    late = {"GIT_COMMITTER_DATE": "2018-03-05T23:30:00-0330"}
    repo.git("commit", "--allow-empty", "-qm", "Late", env=late)

    assert objects.commit("HEAD").day == date(2018, 3, 5)


@pytest.mark.parametrize("name", ["HEAD~1", "main^", "first", "before/the meeting", "{id}"])
def test_revision_is_whatever_git_takes_for_one(repo: Repo, objects: Objects, name: str) -> None:
    first = repo.commit("First")
    repo.git("tag", "--annotate", "first", "--message", "The first")
    repo.git("branch", "before/the-meeting")
    repo.commit("Second")
    name = name.replace("the meeting", "the-meeting").format(id=first[:9])

    assert objects.commit(name).id == first


@pytest.mark.parametrize(
    "name", ["nothing", "--all", "-p", "HEAD~9", "a\nb", "HEAD:plans", "", "höher", "HEAD "]
)
def test_what_is_no_commit_is_refused(repo: Repo, objects: Objects, name: str) -> None:
    repo.commit("First")

    with pytest.raises(UnknownRevisionError) as caught:
        objects.commit(name)

    assert caught.value.message == f'no revision called "{name}"'


def test_refusal_leaves_the_next_answer_right(repo: Repo, objects: Objects) -> None:
    made = repo.commit("First")

    with pytest.raises(UnknownRevisionError):
        objects.commit("HEAD\nHEAD")

    assert objects.commit("HEAD").id == made


def test_beginning_of_two_ids_is_ambiguous(repo: Repo, objects: Objects) -> None:
    tree = repo.git("write-tree").strip()
    beginning = two_commits_that_begin_alike(repo, tree)

    with pytest.raises(AmbiguousRevisionError, match=f'"{beginning}" fits more than one commit'):
        objects.commit(beginning)


def test_nothing_was_committed_yet(objects: Objects) -> None:
    with pytest.raises(UnbornError, match="there is no commit yet"):
        objects.commit("HEAD")


def test_file_is_read_by_its_id_as_often_as_one_likes(repo: Repo, objects: Objects) -> None:
    repo.write("plans/nepal.toml", "# één\r\nformat = 1\n")
    repo.commit()
    blob = repo.git("rev-parse", "HEAD:plans/nepal.toml").strip()

    assert [objects.file(blob) for _ in range(3)] == ["# één\r\nformat = 1\n".encode()] * 3
    assert objects.blob_at("HEAD", "plans/nepal.toml") == blob
    assert objects.blob_at("HEAD", "plans/panama.toml") is None
    assert objects.commit("HEAD").subject == "A change"


def test_file_that_is_too_large_for_a_plan_is_passed_over(repo: Repo, objects: Objects) -> None:
    repo.write("plans/large.toml", "#" * (16 * 1024 * 1024 + 1))
    repo.write("plans/nepal.toml", "format = 1\n")
    repo.commit()
    large = objects.blob_at("HEAD", "plans/large.toml")
    small = objects.blob_at("HEAD", "plans/nepal.toml")

    found = objects.file(large or "")

    assert isinstance(found, Unreadable)
    assert found.rule == "file-too-large"
    assert objects.file(small or "") == b"format = 1\n"


def test_object_that_is_not_there_is_a_failure(objects: Objects) -> None:
    with pytest.raises(GitError, match="lacks the object 1111"):
        objects.file("1" * 40)


def test_commit_is_found_by_words_of_its_message(repo: Repo, objects: Objects) -> None:
    made = repo.commit("Move a deadline")
    repo.commit("Something else")

    assert objects.commit(":/Move a").id == made


def test_name_that_ends_git_itself_is_no_revision(repo: Repo, objects: Objects) -> None:
    repo.commit()

    with pytest.raises(UnknownRevisionError, match=r'no revision called "@{u}"'):
        objects.commit("@{u}")


def test_commit_that_is_lost_is_not_the_first_to_come(repo: Repo, objects: Objects) -> None:
    repo.commit()
    repo.write(".git/refs/heads/main", "1" * 40 + "\n")

    with pytest.raises(UnknownRevisionError):
        objects.commit("HEAD")


def test_subject_is_read_in_the_encoding_that_the_commit_names(
    repo: Repo, objects: Objects
) -> None:
    repo.git("config", "i18n.commitEncoding", "ISO-8859-1")
    (repo.root / "message").write_bytes("Actualización".encode("latin-1"))
    repo.git("commit", "-q", "--allow-empty", "-F", "message")

    assert objects.commit("HEAD").subject == "Actualización"


def test_history_is_cut_where_a_parent_is_not_here(repo: Repo, tmp_path: Path) -> None:
    for number in range(3):
        repo.commit(f"Commit {number}")
    repo.git("clone", "-q", "--depth=2", f"file://{repo.root}", str(tmp_path / "clone"))
    (tmp_path / "clone" / "plans").mkdir(exist_ok=True)
    repository = repository_of(PlansFolder(tmp_path / "clone" / "plans"))

    with objects_of(repository) as found:
        cut = [found.is_cut(found.commit(name).id) for name in ("HEAD", "HEAD~1")]

    assert cut == [False, True]


def test_file_that_was_looked_for_ahead_comes_whatever_is_asked_between(
    repo: Repo, objects: Objects
) -> None:
    repo.write("plans/nepal.toml", "a = 1\n" * 50_000)
    repo.write("plans/panama.toml", "b = 1\n")
    repo.commit()
    large = objects.blob_at("HEAD", "plans/nepal.toml") or ""
    small = objects.blob_at("HEAD", "plans/panama.toml") or ""

    objects.look_ahead(large)
    objects.look_ahead(small)
    first = objects.file(large)
    objects.look_ahead(large)
    second = objects.file(small)
    objects.look_ahead("1" * 40)

    assert (first, second) == (b"a = 1\n" * 50_000, b"b = 1\n")
    assert objects.commit("HEAD").subject == "A change"
    objects.look_ahead(large)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can widen a pipe")
def test_git_may_be_a_whole_plan_ahead(objects: Objects) -> None:
    assert fcntl.fcntl(objects._answers, fcntl.F_GETPIPE_SZ) >= 1 << 20


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can widen a pipe")
def test_where_no_pipe_can_be_wider_all_is_read_all_the_same(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(fcntl, "fcntl", refuse)
    made = repo.commit("Move a deadline")

    with objects_of(repository_of(PlansFolder(repo.root / "plans"))) as found:
        assert found.commit("HEAD").id == made
