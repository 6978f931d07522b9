import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ogdplan.errors import FileError
from ogdplan.planfile.reading import SIZE_LIMIT
from ogdplan.workspace.folder import (
    NoPlansFolderError,
    PlanPath,
    PlansFolder,
    Unreadable,
    find_folder,
    outside_path,
    plan_paths,
    read_plan,
)

COPY_IT = "put a copy of the file into the plans folder instead of the link"
REPLACE_IT = "put a file in its place, or remove it"

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")
not_as_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything"
)


@pytest.fixture
def folder(tmp_path: Path) -> PlansFolder:
    root = tmp_path / "plans"
    root.mkdir()
    return PlansFolder(root)


def write(path: Path, content: bytes = b"format = 1\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def link(path: Path, target: Path | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.symlink_to(target, target_is_directory=(path.parent / target).is_dir())
    except OSError as error:
        pytest.skip(f"this system lets nobody make links: {error}")
    return path


def ids(folder: PlansFolder) -> list[str]:
    return [each.plan_id for each in plan_paths(folder)]


def read(folder: PlansFolder, plan_id: str) -> bytes | Unreadable:
    [found] = [each for each in plan_paths(folder) if each.plan_id == plan_id]
    return read_plan(folder, found)


def test_folder_is_found_beside_and_above_the_start(folder: PlansFolder) -> None:
    deep = folder.root.parent / "docs" / "drafts"
    deep.mkdir(parents=True)

    assert find_folder(folder.root.parent, given=None) == folder
    assert find_folder(deep, given=None) == folder


def test_folder_is_found_from_itself_and_from_inside(folder: PlansFolder) -> None:
    (folder.root / "brazil").mkdir()

    assert find_folder(folder.root, given=None) == folder
    assert find_folder(folder.root / "brazil", given=None) == folder


def test_nearest_folder_wins(folder: PlansFolder) -> None:
    nearer = folder.root.parent / "drafts" / "plans"
    nearer.mkdir(parents=True)

    assert find_folder(nearer.parent, given=None) == PlansFolder(nearer)


def test_start_named_plans_wins_over_a_folder_of_that_name_in_it(folder: PlansFolder) -> None:
    (folder.root / "plans").mkdir()

    assert find_folder(folder.root, given=None) == folder


def test_start_may_be_relative(folder: PlansFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.root.parent)

    assert find_folder(Path(), given=None) == folder
    assert find_folder(folder.root, given=Path("plans")) == folder


def test_file_named_plans_is_no_plans_folder(folder: PlansFolder) -> None:
    inner = write(folder.root.parent / "notes" / "plans").parent

    assert find_folder(inner, given=None) == folder


def test_no_folder_up_to_the_top_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    # From the top: there may be a folder of that name above the one for tests.
    with pytest.raises(NoPlansFolderError) as caught:
        find_folder(Path(tmp_path.anchor), given=None)

    assert caught.value.message == "no plans folder found from here upwards"
    assert caught.value.hint == ("go to the folder that holds plans/, or name it with --plans DIR")
    assert caught.value.exit_code == 3


def test_folder_given_wins_over_the_nearest(folder: PlansFolder, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()

    assert find_folder(tmp_path, given=tmp_path / "data") == PlansFolder(tmp_path / "data")


def test_folder_given_keeps_the_name_of_the_link_it_was_called_by(
    folder: PlansFolder, tmp_path: Path
) -> None:
    write(folder.root / "nepal.toml")
    given = link(tmp_path / "asia", folder.root)

    found = find_folder(tmp_path, given=given)

    assert [each.shown for each in plan_paths(found)] == ["asia/nepal.toml"]
    assert read(found, "nepal") == b"format = 1\n"


def test_folder_given_by_dots_has_its_own_name(
    folder: PlansFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.root / "brazil").mkdir()
    monkeypatch.chdir(folder.root)
    assert find_folder(Path.cwd(), given=Path()).root.name == "plans"
    monkeypatch.chdir("brazil")
    assert find_folder(Path.cwd(), given=Path("..")).root.name == "plans"


def test_folder_given_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        find_folder(tmp_path, given=tmp_path / "nowhere")

    assert caught.value.message == f"cannot use {tmp_path / 'nowhere'}: there is no such folder"
    assert caught.value.hint == (
        "name the folder that holds the plan files, with --plans DIR or in OGDPLAN_PLANS"
    )


def test_folder_given_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    given = write(tmp_path / "nepal.toml")

    with pytest.raises(FileError, match=r"nepal\.toml: it is no folder$"):
        find_folder(tmp_path, given=given)


@not_as_root
def test_folder_given_that_may_not_be_reached_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "locked" / "plans").mkdir(parents=True)
    (tmp_path / "locked").chmod(0)
    try:
        with pytest.raises(FileError, match=r"permission denied$"):
            find_folder(tmp_path, given=tmp_path / "locked" / "plans")
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_empty_folder_has_no_plans(folder: PlansFolder) -> None:
    assert plan_paths(folder) == ()


def test_plans_are_listed_by_id_at_any_depth(folder: PlansFolder) -> None:
    nepal = write(folder.root / "nepal.toml")
    health = write(folder.root / "brazil" / "federal" / "saude.toml")
    brazil = write(folder.root / "brazil.toml")

    assert plan_paths(folder) == (
        PlanPath("brazil", brazil, "plans/brazil.toml"),
        PlanPath("brazil/federal/saude", health, "plans/brazil/federal/saude.toml"),
        PlanPath("nepal", nepal, "plans/nepal.toml"),
    )


def test_other_and_hidden_files_and_folders_are_passed_over(folder: PlansFolder) -> None:
    for name in ("README.md", "nepal.toml~", ".nepal.toml", ".toml", ".git/nepal.toml", "toml"):
        write(folder.root / name)

    assert ids(folder) == []


def test_folder_with_the_name_of_a_plan_is_not_listed_but_looked_into(
    folder: PlansFolder,
) -> None:
    write(folder.root / "nepal.toml" / "health.toml")

    assert ids(folder) == ["nepal.toml/health"]


@pytest.mark.parametrize(
    ("name", "plan_id"),
    [
        ("Nepal 2018.toml", "Nepal 2018"),
        ("São Tomé.toml", "São Tomé"),
        ("नेपाल.toml", "नेपाल"),
        ("Brasil/saúde.toml", "Brasil/saúde"),
        ("nepal.TOML", "nepal.TOML"),
        ("nepal.v2.toml", "nepal.v2"),
    ],
)
def test_file_without_a_valid_plan_id_is_listed_and_read(
    folder: PlansFolder, name: str, plan_id: str
) -> None:
    write(folder.root / name)

    assert [(each.plan_id, each.shown) for each in plan_paths(folder)] == [
        (plan_id, f"plans/{name}")
    ]
    assert read(folder, plan_id) == b"format = 1\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only here names are any bytes")
def test_name_that_is_no_utf8_is_listed_so_that_it_can_be_printed(folder: PlansFolder) -> None:
    write(folder.root / os.fsdecode(b"s\xe3o.toml"))

    assert [each.shown for each in plan_paths(folder)] == ["plans/s?o.toml"]
    assert read(folder, "s?o") == b"format = 1\n"


@not_as_root
def test_folder_that_may_not_be_listed_is_an_error_and_not_passed_over(
    folder: PlansFolder,
) -> None:
    locked = folder.root / "brazil"
    locked.mkdir()
    locked.chmod(0)
    try:
        with pytest.raises(FileError) as caught:
            plan_paths(folder)
    finally:
        locked.chmod(0o700)

    assert caught.value.message == "cannot read plans/brazil: permission denied"
    assert caught.value.hint == "check that it is there and that you may read it"


def test_folder_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"^cannot read plans: "):
        plan_paths(PlansFolder(tmp_path / "plans"))


@pytest.mark.parametrize("target", [".", "brazil", "brazil/.."])
def test_link_to_a_folder_inside_is_passed_over(folder: PlansFolder, target: str) -> None:
    write(folder.root / "brazil" / "saude.toml")
    link(folder.root / "link", target)

    assert ids(folder) == ["brazil/saude"]


def test_link_to_the_folder_above_it_makes_no_loop(folder: PlansFolder) -> None:
    write(folder.root / "brazil" / "saude.toml")
    link(folder.root / "brazil" / "again", "..")

    assert ids(folder) == ["brazil/saude"]


@pytest.mark.parametrize("name", ["link", "link.toml"])
def test_link_to_a_folder_outside_is_refused_and_not_looked_into(
    folder: PlansFolder, tmp_path: Path, name: str
) -> None:
    write(tmp_path / "elsewhere" / "secret.toml")
    path = link(folder.root / name, tmp_path / "elsewhere")

    assert plan_paths(folder) == (PlanPath("link", path, f"plans/{name}"),)
    assert read(folder, "link") == Unreadable(
        "link-outside", "the link leads out of plans/", COPY_IT
    )


def test_link_to_a_folder_whose_name_begins_alike_leads_outside(
    folder: PlansFolder, tmp_path: Path
) -> None:
    write(tmp_path / "plans-of-others" / "secret.toml")
    link(folder.root / "others", tmp_path / "plans-of-others")

    assert ids(folder) == ["others"]


@pytest.mark.skipif(sys.platform != "win32", reason="junctions are links of Windows")
def test_junction_inside_is_passed_over_like_a_link(folder: PlansFolder) -> None:
    if sys.platform == "win32":
        import _winapi  # noqa: PLC0415 - there on Windows only

        write(folder.root / "brazil" / "saude.toml")
        _winapi.CreateJunction(str(folder.root), str(folder.root / "brazil" / "again"))

    assert ids(folder) == ["brazil/saude"]


def test_bytes_of_a_file_are_read_as_they_are(folder: PlansFolder) -> None:
    write(folder.root / "nepal.toml", b"\xef\xbb\xbfformat = 1\r\n\xff")

    assert read(folder, "nepal") == b"\xef\xbb\xbfformat = 1\r\n\xff"


def test_empty_file_is_read(folder: PlansFolder) -> None:
    write(folder.root / "nepal.toml", b"")

    assert read(folder, "nepal") == b""


def test_file_of_16_mib_is_read_and_one_byte_more_is_too_large(folder: PlansFolder) -> None:
    path = write(folder.root / "nepal.toml")
    os.truncate(path, SIZE_LIMIT)
    content = read(folder, "nepal")
    assert isinstance(content, bytes)
    assert len(content) == 16 * 1024 * 1024

    os.truncate(path, SIZE_LIMIT + 1)
    assert read(folder, "nepal") == Unreadable(
        "file-too-large",
        "the file has 16,777,217 bytes; a plan has at most 16,777,216",
        "split the plan, or remove what is no part of it",
    )


@on_posix
def test_file_of_a_terabyte_is_refused_without_reading_it(folder: PlansFolder) -> None:
    os.truncate(write(folder.root / "nepal.toml"), 10**12)

    refused = read(folder, "nepal")

    assert isinstance(refused, Unreadable)
    assert refused.message.startswith("the file has 1,000,000,000,000 bytes")


@pytest.mark.skipif(sys.platform != "linux", reason="reads a file whose size is not known before")
def test_file_that_has_more_than_its_size_says_is_read_to_the_end() -> None:
    content = read_plan(None, PlanPath("status", Path("/proc/self/status"), "status"))

    assert isinstance(content, bytes)
    assert content.startswith(b"Name:")
    assert content.endswith(b"\n")


@pytest.mark.skipif(sys.platform != "linux", reason="reads a file that never ends")
def test_file_that_has_more_than_its_size_says_is_read_to_the_limit_and_no_further() -> None:
    # 8 bytes for each page that could be: a regular file of size 0 and no end within reach.
    refused = read_plan(None, PlanPath("pagemap", Path("/proc/self/pagemap"), "pagemap"))

    assert isinstance(refused, Unreadable)
    assert refused.rule == "file-too-large"


def test_link_to_a_file_inside_is_read(folder: PlansFolder) -> None:
    write(folder.root / "brazil" / "saude.toml", b"here")
    link(folder.root / "health.toml", "brazil/saude.toml")

    assert ids(folder) == ["brazil/saude", "health"]
    assert read(folder, "health") == b"here"


def test_link_to_a_file_outside_is_refused(folder: PlansFolder, tmp_path: Path) -> None:
    link(folder.root / "nepal.toml", write(tmp_path / "nepal.toml"))
    link(folder.root / "again.toml", "nepal.toml")

    refusal = Unreadable("link-outside", "the link leads out of plans/", COPY_IT)
    assert read(folder, "nepal") == refusal
    assert read(folder, "again") == refusal


def test_link_that_leads_nowhere_is_listed_and_says_so(folder: PlansFolder) -> None:
    link(folder.root / "nepal.toml", "gone.toml")
    link(folder.root / "gone", "nowhere")

    assert ids(folder) == ["nepal"]
    assert read(folder, "nepal") == Unreadable(None, "the link leads nowhere", REPLACE_IT)


@on_posix
def test_link_that_leads_in_a_circle_is_listed_and_says_so(folder: PlansFolder) -> None:
    link(folder.root / "nepal.toml", "panama.toml")
    link(folder.root / "panama.toml", "nepal.toml")
    link(folder.root / "circle", "circle")

    assert ids(folder) == ["nepal", "panama"]
    assert read(folder, "nepal") == Unreadable(None, "the link leads in a circle", REPLACE_IT)


def test_pipe_is_listed_and_never_opened(folder: PlansFolder) -> None:
    if sys.platform == "win32":
        pytest.skip("asks for POSIX files")
    os.mkfifo(folder.root / "nepal.toml")

    assert read(folder, "nepal") == Unreadable(None, "it is a pipe, not a file", REPLACE_IT)


def test_socket_is_listed_and_never_opened(
    folder: PlansFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("asks for POSIX files")
    monkeypatch.chdir(folder.root)  # the names of sockets have to be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("nepal.toml")

    assert read(folder, "nepal") == Unreadable(None, "it is a socket, not a file", REPLACE_IT)


@on_posix
def test_device_is_never_opened() -> None:
    _, device = outside_path(Path("/dev/zero"))

    assert read_plan(None, device) == Unreadable(None, "it is a device, not a file", REPLACE_IT)


def test_folder_given_as_a_file_says_so(folder: PlansFolder) -> None:
    (folder.root / "brazil").mkdir()

    assert read_plan(*outside_path(folder.root / "brazil")) == Unreadable(
        None, "it is a folder, not a file", REPLACE_IT
    )


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.rename(path.with_suffix(""))])
def test_file_that_vanished_after_the_listing_says_so(
    folder: PlansFolder, spoil: Callable[[Path], object]
) -> None:
    path = write(folder.root / "nepal.toml")
    [listed] = plan_paths(folder)
    spoil(path)

    assert read_plan(folder, listed) == Unreadable(
        None, "there is no such file", "check its name and where it lies"
    )


@not_as_root
def test_file_that_may_not_be_read_says_so(folder: PlansFolder) -> None:
    write(folder.root / "nepal.toml").chmod(0)

    assert read(folder, "nepal") == Unreadable(
        None, "permission denied", "check that you may read it and no program locks it"
    )


def test_file_in_a_folder_named_plans_is_a_plan_of_that_folder(
    folder: PlansFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(folder.root / "brazil" / "saude.toml")
    expected = (folder, PlanPath("brazil/saude", path, "plans/brazil/saude.toml"))

    assert outside_path(path) == expected
    monkeypatch.chdir(folder.root / "brazil")
    assert outside_path(Path("saude.toml")) == expected
    assert outside_path(Path("../brazil/saude.toml")) == expected


def test_file_in_two_folders_named_plans_belongs_to_the_nearer(folder: PlansFolder) -> None:
    path = write(folder.root / "drafts" / "plans" / "nepal.toml")

    assert outside_path(path) == (
        PlansFolder(path.parent),
        PlanPath("nepal", path, "plans/nepal.toml"),
    )


def test_file_in_the_folder_known_is_a_plan_of_that_folder(
    folder: PlansFolder, tmp_path: Path
) -> None:
    known = PlansFolder(tmp_path / "data")
    path = write(tmp_path / "data" / "nepal.toml")
    other = write(folder.root / "nepal.toml")

    assert outside_path(path, known=known) == (known, PlanPath("nepal", path, "data/nepal.toml"))
    assert outside_path(other, known=known)[0] == folder


def test_file_outside_is_shown_as_given_and_named_by_its_stem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "drafts" / "Nepal 2.toml", b"here")
    monkeypatch.chdir(tmp_path)

    found = outside_path(Path("drafts") / "Nepal 2.toml")

    assert found == (None, PlanPath("Nepal 2", path, "drafts/Nepal 2.toml"))
    assert read_plan(*found) == b"here"


def test_way_up_out_of_a_plans_folder_is_not_in_it(
    folder: PlansFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "nepal.toml")
    monkeypatch.chdir(tmp_path)

    assert outside_path(Path("plans/../nepal.toml")) == (
        None,
        PlanPath("nepal", path, "plans/../nepal.toml"),
    )


def test_link_outside_is_followed_when_the_file_is_in_no_plans_folder(tmp_path: Path) -> None:
    write(tmp_path / "a" / "nepal.toml", b"here")

    assert read_plan(*outside_path(link(tmp_path / "b" / "x.toml", "../a/nepal.toml"))) == b"here"


@pytest.mark.parametrize("way", ["plans/nepal.toml", "docs/../plans/nepal.toml"])
def test_link_that_leads_out_is_refused_on_any_way_to_it(
    folder: PlansFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    (tmp_path / "docs").mkdir()
    link(folder.root / "nepal.toml", write(tmp_path / "nepal.toml"))
    monkeypatch.chdir(tmp_path)

    refused = read_plan(*outside_path(Path(way)))

    assert isinstance(refused, Unreadable)
    assert refused.rule == "link-outside"


def test_file_below_a_folder_that_is_a_link_outside_is_refused(
    folder: PlansFolder, tmp_path: Path
) -> None:
    write(tmp_path / "elsewhere" / "nepal.toml")
    link(folder.root / "link", tmp_path / "elsewhere")

    refused = read_plan(*outside_path(folder.root / "link" / "nepal.toml"))

    assert isinstance(refused, Unreadable)
    assert refused.rule == "link-outside"
