import sys
from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.actions.site_sources import misnamed, sources
from ogdplan.workspace.folder import PlansFolder


def digests(folder: Path) -> dict[str, str]:
    found = sources(PlansFolder(folder))
    return {each.plan_id: each.digest for each in found if not each.is_misnamed}


def test_digest_is_of_the_name_and_the_bytes_of_a_file(tmp_path: Path) -> None:
    path = write_plan(tmp_path, "nepal")
    write_plan(tmp_path, "panama")
    before = digests(tmp_path)

    path.write_bytes(path.read_bytes() + b"# A remark.\n")

    after = digests(tmp_path)
    assert before.keys() == after.keys() == {"nepal", "panama"}
    assert before["nepal"] != before["panama"] == after["panama"]
    assert before["nepal"] != after["nepal"]


@pytest.mark.skipif(sys.platform == "win32", reason="asks for links")
def test_file_that_cannot_be_read_has_a_digest_of_why(tmp_path: Path) -> None:
    (tmp_path / "nepal.toml").symlink_to("nowhere")
    before = digests(tmp_path)

    write_plan(tmp_path, "nowhere").rename(tmp_path / "nowhere")

    assert before["nepal"] != digests(tmp_path)["nepal"]


def test_file_whose_name_is_no_id_is_named(tmp_path: Path) -> None:
    write_plan(tmp_path, "nepal")
    write_plan(tmp_path, "Nepal 2018")

    (failed,) = misnamed(sources(PlansFolder(tmp_path)))

    assert list(digests(tmp_path)) == ["nepal"]
    assert failed.place.plan_id == "Nepal 2018"
    assert failed.words == "its name cannot be the id of a plan, nor the address of a page"
    assert failed.hint.startswith("rename the file: ")
