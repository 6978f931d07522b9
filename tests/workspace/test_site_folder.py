"""A site's folder: what was written is replaced and removed, what is someone's own never."""

import os
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from ogdplan.errors import FileError
from ogdplan.workspace.site_folder import SiteFolder, open_site
from ogdplan.workspace.site_manifest import (
    JOURNAL,
    MANIFEST,
    Manifest,
    WrittenFile,
    journal_line,
    manifest_text,
    read_manifest,
)
from workspace.changing import start

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for links and POSIX modes")
not_as_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to root"
)

PAGES = {"index.html": "start", "plans/nepal.html": "Nepal", "plans/brazil/saude.html": "Saúde"}

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from ogdplan.workspace.site_folder import open_site

left = int(sys.argv[1])

def count(event, arguments):
    global left
    if event.partition(".")[0] in {"open", "os", "tempfile", "pathlib"}:
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

pages = {"index.html": "start", "plans/nepal.html": "Nepal", "plans/brazil/saude.html": "Saúde"}
with open_site(Path(sys.argv[2]), plans=Path(sys.argv[3]), shown="site") as folder:
    sys.addaudithook(count)
    for name, text in pages.items():
        folder.write(name, "0" * 64, text.encode())
    folder.finish("0" * 64)
"""
"""Writes a site and is killed at its n-th request to the system for a file."""

WRITES = """
import sys
from pathlib import Path
from ogdplan.workspace.site_folder import open_site

with open_site(Path(sys.argv[2]), plans=Path(sys.argv[3]), shown="site") as folder:
    for name in ("index.html", "plans/nepal.html", "lessons.html"):
        folder.write(name, sys.argv[1] * 64, sys.argv[1].encode() * 100_000)
    folder.finish(sys.argv[1] * 64)
"""
"""Writes a site in which every file is full of one letter."""


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def publish(
    site: Path, plans: Path, pages: Mapping[str, str] = PAGES, **how: bool
) -> tuple[list[str], tuple[str, ...], tuple[str, ...]]:
    """Write pages as the command does; return what was written, removed and kept."""
    with open_site(site, plans=plans, shown="site", **how) as folder:
        folder.require_free(pages)
        written = [name for name, text in pages.items() if wrote(folder, name, text)]
        return written, *folder.finish(digest("all"))


def wrote(folder: SiteFolder, name: str, text: str) -> bool:
    made_of = digest(f"of {text}")
    return not folder.is_current(name, made_of) and folder.write(name, made_of, text.encode())


def files(site: Path) -> dict[str, str]:
    """Return the texts of all files, those of this program's own apart."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def traces(site: Path) -> dict[str, tuple[int, int]]:
    """Return what shows that a file was written again: its inode and its time."""
    return {
        path.name: (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in site.rglob("*")
        if path.is_file()
    }


def test_new_site_has_the_pages_and_a_manifest_and_nothing_else(site: Path, plans: Path) -> None:
    assert publish(site, plans) == (list(PAGES), (), ())
    assert files(site) == PAGES
    assert [path.name for path in site.iterdir() if path.name.startswith(".")] == [MANIFEST]


def test_second_run_touches_no_file_at_all(site: Path, plans: Path) -> None:
    publish(site, plans)
    before = traces(site)

    assert publish(site, plans) == ([], (), ())
    assert traces(site) == before


def test_page_made_of_something_else_is_written_only_when_its_bytes_differ(
    site: Path, plans: Path
) -> None:
    publish(site, plans)
    before = traces(site)

    with open_site(site, plans=plans, shown="site") as folder:
        assert not folder.is_current("index.html", digest("other"))
        assert not folder.write("index.html", digest("other"), b"start")
        assert folder.is_current("plans/nepal.html", digest("of Nepal"))
        assert folder.write("plans/brazil/saude.html", digest("other"), b"new")
        folder.finish(digest("all"))

    after = traces(site)
    assert {name for name in before if before[name] != after[name]} == {"saude.html", MANIFEST}
    with open_site(site, plans=plans, shown="site") as folder:
        assert folder.is_current("index.html", digest("other"))


def test_page_that_is_made_no_more_goes_with_its_empty_folder(site: Path, plans: Path) -> None:
    publish(site, plans)
    left = {"index.html": "start"}

    assert publish(site, plans, left) == (
        [],
        ("plans/brazil/saude.html", "plans/nepal.html"),
        (),
    )
    assert files(site) == left
    assert not (site / "plans").exists()


def test_page_that_is_made_no_more_stays_when_someone_changed_it(site: Path, plans: Path) -> None:
    publish(site, plans)
    (site / "plans" / "nepal.html").write_text("mine", encoding="utf-8")

    assert publish(site, plans, {"index.html": "start"})[1:] == (
        ("plans/brazil/saude.html",),
        ("plans/nepal.html",),
    )
    assert files(site) == {"index.html": "start", "plans/nepal.html": "mine"}


def test_someones_own_files_in_the_site_stay(site: Path, plans: Path) -> None:
    publish(site, plans)
    (site / "plans" / "mine.html").write_text("mine", encoding="utf-8")
    (site / "CNAME").write_text("example.org", encoding="utf-8")

    publish(site, plans, {"index.html": "new"})

    own = {"CNAME": "example.org", "plans/mine.html": "mine"}
    assert files(site) == {"index.html": "new", **own}


@pytest.mark.parametrize("force", [False, True])
def test_someones_own_file_where_a_page_would_be_is_never_replaced(
    site: Path, plans: Path, *, force: bool
) -> None:
    publish(site, plans, {"index.html": "start"})
    (site / "plans").mkdir()
    (site / "plans" / "nepal.html").write_text("mine", encoding="utf-8")

    with pytest.raises(FileError) as caught:
        publish(site, plans, force=force)

    assert caught.value.message == ("cannot write site: not written by ogdplan: plans/nepal.html")
    assert caught.value.hint == "move that file, or choose another folder with --output DIR"
    assert files(site) == {"index.html": "start", "plans/nepal.html": "mine"}


def test_file_that_appears_while_a_site_is_made_is_not_replaced(site: Path, plans: Path) -> None:
    with open_site(site, plans=plans, shown="site") as folder:
        folder.require_free(PAGES)
        (site / "index.html").write_text("mine", encoding="utf-8")

        with pytest.raises(FileError, match=r"not written by ogdplan: index\.html"):
            wrote(folder, "index.html", "start")

    assert (site / "index.html").read_text(encoding="utf-8") == "mine"


def test_page_that_someone_changed_is_replaced_by_force_only(site: Path, plans: Path) -> None:
    publish(site, plans)
    (site / "index.html").write_text("mine", encoding="utf-8")

    with pytest.raises(FileError) as caught:
        publish(site, plans)
    assert caught.value.message == "cannot write site: changed since ogdplan wrote it: index.html"
    assert caught.value.hint == "--force writes it anew, and what was changed is lost"
    assert files(site)["index.html"] == "mine"

    assert publish(site, plans, force=True) == (["index.html"], (), ())
    assert files(site) == PAGES


def test_page_that_someone_removed_is_written_again(site: Path, plans: Path) -> None:
    publish(site, plans)
    (site / "plans" / "nepal.html").unlink()

    assert publish(site, plans)[0] == ["plans/nepal.html"]


def test_same_bytes_in_someones_file_are_taken_as_they_are(site: Path, plans: Path) -> None:
    publish(site, plans, {"index.html": "start"})
    (site / "about.html").write_text("about", encoding="utf-8")

    with open_site(site, plans=plans, shown="site") as folder:
        assert not folder.write("about.html", digest("x"), b"about")


def test_folder_with_other_files_is_refused_and_left_alone(site: Path, plans: Path) -> None:
    site.mkdir()
    (site / "thesis.doc").write_text("mine", encoding="utf-8")

    with pytest.raises(FileError) as caught:
        publish(site, plans)

    assert caught.value.message == "cannot write site: the folder holds other files: thesis.doc"
    assert files(site) == {"thesis.doc": "mine"}


def test_empty_folder_is_taken(site: Path, plans: Path) -> None:
    site.mkdir()

    assert publish(site, plans)[0] == list(PAGES)


def test_manifest_of_another_program_is_refused(site: Path, plans: Path) -> None:
    site.mkdir()
    (site / MANIFEST).write_text("{}", encoding="utf-8")

    with pytest.raises(FileError, match="it is no list of files"):
        publish(site, plans)

    assert (site / MANIFEST).read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize(
    ("below", "reason"),
    [
        ("plans", "it lies in the folder of plans"),
        ("plans/site", "it lies in the folder of plans"),
        (".", "the folder of plans lies in it"),
        ("a file", "it is no folder"),
    ],
)
def test_place_where_a_site_cannot_be_is_refused(
    tmp_path: Path, plans: Path, below: str, reason: str
) -> None:
    (tmp_path / "a file").touch()

    with pytest.raises(FileError, match=reason):
        publish(tmp_path / below, plans)

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a file", "plans"]


@on_posix
def test_link_is_refused_as_the_folder_of_a_site(site: Path, plans: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    site.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(FileError, match="it is a link"):
        publish(site, plans)


@on_posix
@pytest.mark.parametrize("force", [False, True])
def test_nothing_is_written_or_removed_through_a_link_in_the_site(
    site: Path, plans: Path, tmp_path: Path, *, force: bool
) -> None:
    publish(site, plans)
    (site / "plans").rename(tmp_path / "elsewhere")
    (site / "plans").symlink_to(tmp_path / "elsewhere")
    outside = files(tmp_path / "elsewhere")

    with pytest.raises(FileError, match="not written by ogdplan"):
        publish(site, plans, force=force)
    publish(site, plans, {"index.html": "start"}, force=force)

    assert files(tmp_path / "elsewhere") == outside


@on_posix
@pytest.mark.parametrize("name", [MANIFEST, JOURNAL])
def test_nothing_is_added_to_what_a_link_leads_to(
    site: Path, plans: Path, tmp_path: Path, name: str
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine", encoding="utf-8")
    publish(site, plans, {"index.html": "start"})
    (site / name).unlink(missing_ok=True)
    (site / name).symlink_to(precious)

    with pytest.raises(FileError, match="it is a link"):
        publish(site, plans)

    assert precious.read_text(encoding="utf-8") == "mine"


@on_posix
def test_read_only_folder_is_refused_and_nothing_is_written(site: Path, plans: Path) -> None:
    site.mkdir()
    site.chmod(0o555)

    with pytest.raises(FileError) as caught:
        publish(site, plans)

    site.chmod(0o755)
    assert caught.value.message == "cannot write site/: its folder is read-only"
    assert list(site.iterdir()) == []


@on_posix
@pytest.mark.parametrize(
    "pages", [{**PAGES, "plans/panama.html": "Panama"}, {"index.html": "start"}]
)
def test_nothing_is_written_into_nor_removed_from_a_folder_in_it_that_is_read_only(
    site: Path, plans: Path, pages: Mapping[str, str]
) -> None:
    publish(site, plans)
    before = files(site)
    for name in ("plans", "plans/brazil"):
        (site / name).chmod(0o555)

    with pytest.raises(FileError, match=r"site/plans/.*: its folder is read-only"):
        publish(site, plans, pages)

    for name in ("plans", "plans/brazil"):
        (site / name).chmod(0o755)
    assert files(site) == before


def test_trial_says_what_would_be_and_changes_nothing(site: Path, plans: Path) -> None:
    assert publish(site, plans, is_trial=True) == (list(PAGES), (), ())
    assert not site.exists()

    publish(site, plans)
    before = traces(site)

    assert publish(site, plans, {"index.html": "new"}, is_trial=True) == (
        ["index.html"],
        ("plans/brazil/saude.html", "plans/nepal.html"),
        (),
    )
    assert traces(site) == before


def test_site_is_whole_when_it_was_made_of_the_same_and_no_file_differs(
    site: Path, plans: Path
) -> None:
    publish(site, plans)

    def is_whole(made_of: str, **how: bool) -> bool:
        with open_site(site, plans=plans, shown="site", **how) as folder:
            return folder.is_whole(digest(made_of))

    assert is_whole("all")
    assert not is_whole("other")
    assert not is_whole("all", force=True)
    (site / "plans" / "nepal.html").write_text("mine", encoding="utf-8")
    assert not is_whole("all")


def test_run_after_a_killed_one_knows_its_files(site: Path, plans: Path) -> None:
    with open_site(site, plans=plans, shown="site") as folder:
        wrote(folder, "index.html", "start")
        wrote(folder, "plans/nepal.html", "Nepal")
    assert read_manifest((site / MANIFEST).read_text(encoding="utf-8")) == Manifest()

    assert publish(site, plans)[0] == ["plans/brazil/saude.html"]
    assert not (site / JOURNAL).exists()


def test_file_that_a_journal_only_promises_is_nobodys(site: Path, plans: Path) -> None:
    """A killed run had said what it would write, and then someone else was there first."""
    publish(site, plans, {"index.html": "start"})
    promised = journal_line("about.html", WrittenFile(digest("x"), digest("about")))
    (site / JOURNAL).write_text(promised, encoding="utf-8")
    (site / "about.html").write_text("mine", encoding="utf-8")

    with pytest.raises(FileError, match=r"not written by ogdplan: about\.html"):
        publish(site, plans, {"about.html": "about"})


@pytest.mark.parametrize("name", ["readme.md", "index.html"])
def test_journal_alone_makes_no_site_of_someones_folder(site: Path, plans: Path, name: str) -> None:
    site.mkdir()
    (site / name).write_text("mine", encoding="utf-8")
    planted = journal_line(name, WrittenFile(digest("x"), digest("mine")))
    (site / JOURNAL).write_text(planted, encoding="utf-8")

    with pytest.raises(FileError, match="the folder holds other files"):
        publish(site, plans)

    assert files(site) == {name: "mine"}


def test_journal_without_a_manifest_is_no_longer_there_once_a_run_has_begun(
    site: Path, plans: Path
) -> None:
    site.mkdir()
    planted = journal_line("about.html", WrittenFile(digest("x"), digest("mine")))
    (site / JOURNAL).write_text(planted, encoding="utf-8")
    with open_site(site, plans=plans, shown="site"):
        (site / "about.html").write_text("mine", encoding="utf-8")

    with pytest.raises(FileError, match=r"not written by ogdplan: about\.html"):
        publish(site, plans, {"about.html": "about"})


def test_manifest_or_journal_that_names_what_no_site_has_removes_nothing(
    site: Path, plans: Path
) -> None:
    publish(site, plans)
    (site / "readme.md").write_text("mine", encoding="utf-8")
    written = WrittenFile(digest("x"), digest("mine"))
    (site / JOURNAL).write_text(journal_line("readme.md", written), encoding="utf-8")

    assert publish(site, plans) == ([], (), ())
    (site / MANIFEST).write_text(manifest_text(Manifest("", {"readme.md": written})))
    with pytest.raises(FileError, match="it is no list of files"):
        publish(site, plans)

    assert files(site) == {**PAGES, "readme.md": "mine"}


@on_posix
@pytest.mark.parametrize("name", [MANIFEST, JOURNAL])
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_not_waited_for(
    site: Path, plans: Path, name: str, make: Callable[[Path], None]
) -> None:
    publish(site, plans)
    (site / name).unlink(missing_ok=True)
    make(site / name)

    with pytest.raises(FileError) as caught:
        publish(site, plans)

    assert caught.value.message == f"cannot write site/{name}: it is no file"
    assert caught.value.hint == "remove it, then run the command again"


def test_place_with_a_name_that_is_too_long_is_refused(site: Path, plans: Path) -> None:
    site.mkdir()

    with pytest.raises(FileError) as caught:
        publish(site / ("x" * 300), plans)

    assert caught.value.hint == "choose another folder with --output DIR"


@not_as_root
@pytest.mark.parametrize("below", [".", "site"])
def test_place_that_may_not_be_entered_is_refused(site: Path, plans: Path, below: str) -> None:
    site.mkdir()
    site.chmod(0o000)

    with pytest.raises(FileError, match="permission denied") as caught:
        publish(site / below, plans)

    site.chmod(0o755)
    assert caught.value.hint == "choose another folder with --output DIR"


@not_as_root
def test_page_that_may_not_be_read_is_said_to_be_so(site: Path, plans: Path) -> None:
    publish(site, plans)
    (site / "index.html").chmod(0o000)

    with pytest.raises(FileError) as caught:
        publish(site, plans)

    assert caught.value.message == "cannot write site: cannot be read: index.html"
    assert publish(site, plans, force=True)[0] == ["index.html"]


@on_posix
def test_page_that_is_replaced_gets_the_permissions_of_a_new_file(site: Path, plans: Path) -> None:
    publish(site, plans)
    (site / "index.html").chmod(0o000)

    publish(site, plans, {**PAGES, "index.html": "new"}, force=True)

    (site / "new").touch()
    modes = {(site / name).stat().st_mode for name in ("new", "index.html")}
    assert len(modes) == 1


@on_posix
@pytest.mark.parametrize("moment", range(1, 61, 6))
def test_run_killed_at_any_moment_leaves_whole_files_and_the_next_completes(
    site: Path, plans: Path, tmp_path: Path, moment: int
) -> None:
    publish(site, plans, {"index.html": "old", "plans/gone.html": "gone"})

    process = start(KILLED_AT, str(moment), site, plans, temporary=tmp_path)
    process.communicate()

    wholes = {"index.html": {"old", "start"}, "plans/gone.html": {"gone"}}
    for name, text in files(site).items():
        assert text in wholes.get(name, {PAGES.get(name)})
    publish(site, plans)
    assert files(site) == PAGES
    assert [path.name for path in site.rglob(".*")] == [MANIFEST]


def test_two_runs_at_once_do_not_mix(site: Path, plans: Path, tmp_path: Path) -> None:
    runs = [start(WRITES, letter, site, plans, temporary=tmp_path) for letter in "ab" * 3]

    ends = [run.communicate()[1] or run.returncode for run in runs]

    assert ends == [0] * 6
    assert len(set(files(site).values())) == 1
    with open_site(site, plans=plans, shown="site") as folder:
        assert folder.is_whole(folder.before.made_of)


@on_posix
def test_pages_can_be_read_by_a_web_server(site: Path, plans: Path) -> None:
    mask = os.umask(0o022)
    try:
        publish(site, plans)
    finally:
        os.umask(mask)

    assert {path.stat().st_mode & 0o777 for path in site.rglob("*.html")} == {0o644}
