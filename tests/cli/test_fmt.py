import subprocess
import sys
from pathlib import Path

import pytest

from cli.asking import ask, start, write_plan
from ogdplan.planfile.formatting import formatted
from ogdplan.workspace.locks import locked

ROOT = Path(__file__).parents[2]

BAD_LAYOUT = '[[milestones]]\ntitle="First"\nid = "m1"\n\n\n# the end'
GOOD_LAYOUT = '[[milestones]]\nid = "m1"\ntitle = "First"\n\n# the end\n'


@pytest.fixture
def nepal(plans: Path) -> Path:
    """Return a plan that is to be laid out anew, beside one that is not."""
    write_plan(plans, "panama", GOOD_LAYOUT)
    return write_plan(plans, "nepal", BAD_LAYOUT)


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def test_plan_is_laid_out_anew_and_named(nepal: Path) -> None:
    before = text_of(nepal)

    answer = ask("fmt")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == [
        "plans/nepal.toml: laid out anew (1 line)",
        "1 other plan needs no new layout",
    ]
    assert text_of(nepal) == before.replace(BAD_LAYOUT, GOOD_LAYOUT)
    assert sorted(path.name for path in nepal.parent.iterdir()) == ["nepal.toml", "panama.toml"]


def test_one_line_is_counted_as_one(plans: Path) -> None:
    write_plan(plans, "nepal", "# the end  \n")

    assert ask("fmt").lines == ["plans/nepal.toml: laid out anew (1 line)"]


def test_plan_that_is_laid_out_well_is_not_written(plans: Path) -> None:
    path = write_plan(plans, "nepal", GOOD_LAYOUT)
    before = path.stat()

    answer = ask("fmt", "nepal")

    assert (answer.code, answer.lines) == (0, ["1 plan needs no new layout"])
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_only_the_plans_that_are_named_are_laid_out(nepal: Path) -> None:
    before = text_of(nepal)

    assert ask("fmt", "panama").lines == ["1 plan needs no new layout"]
    assert text_of(nepal) == before


def test_check_names_what_would_change_and_writes_nothing(nepal: Path) -> None:
    before = text_of(nepal)

    answer = ask("fmt", "--check")

    assert (answer.code, answer.err) == (1, "")
    assert answer.lines == [
        "plans/nepal.toml: to be laid out anew (1 line)",
        "1 other plan needs no new layout",
    ]
    assert text_of(nepal) == before


def test_check_is_content_with_a_good_layout(plans: Path) -> None:
    write_plan(plans, "nepal", GOOD_LAYOUT)
    write_plan(plans, "panama", GOOD_LAYOUT)

    answer = ask("fmt", "--check")

    assert (answer.code, answer.lines) == (0, ["2 plans need no new layout"])


@pytest.mark.parametrize("option", ["--diff", "--dry-run"])
def test_difference_is_printed_and_nothing_written(nepal: Path, option: str) -> None:
    before = text_of(nepal)

    answer = ask("fmt", option)

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == [
        "--- a/plans/nepal.toml",
        "+++ b/plans/nepal.toml",
        "@@ -13,8 +13,7 @@",
        ' sector = "government"',
        " ",
        " [[milestones]]",
        '-title="First"',
        ' id = "m1"',
        "+title = \"First\"",
        " ",
        "-",
        "-# the end",
        "\\ No newline at end of file",
        "+# the end",
    ]  # fmt: skip
    assert text_of(nepal) == before


def test_difference_can_be_checked_too(nepal: Path) -> None:
    answer = ask("fmt", "--diff", "--check")

    assert (answer.code, answer.lines[0]) == (1, "--- a/plans/nepal.toml")


def test_without_a_difference_none_is_printed(plans: Path) -> None:
    write_plan(plans, "nepal", GOOD_LAYOUT)

    answer = ask("fmt", "--diff")

    assert (answer.code, answer.out.strip()) == (0, "")


def test_byte_order_mark_and_line_endings_stay(plans: Path) -> None:
    path = plans / "nepal.toml"
    path.write_bytes(b"\xef\xbb\xbfformat=1\r\n\r\n\r\n# the end\r\n")

    assert ask("fmt").code == 0
    assert path.read_bytes() == b"\xef\xbb\xbfformat = 1\r\n\r\n# the end\r\n"


def test_plan_with_errors_is_laid_out_all_the_same(plans: Path) -> None:
    path = plans / "nepal.toml"
    path.write_text("format=1\nx=2", encoding="utf-8")

    assert ask("fmt").code == 0
    assert text_of(path) == "format = 1\nx = 2\n"


def test_file_that_is_no_toml_is_named_and_the_others_go_on(nepal: Path) -> None:
    broken = {
        "brazil.toml": b"x = [",
        "kenya.toml": b"title=\xff",
        "uruguay.toml": b"format=2",
    }
    for name, content in broken.items():
        (nepal.parent / name).write_bytes(content)

    answer = ask("fmt")

    assert answer.code == 1
    assert answer.lines == [
        "plans/nepal.toml: laid out anew (1 line)",
        "1 other plan needs no new layout",
    ]
    errors = [line for line in answer.err.splitlines() if line.startswith("error: ")]
    assert [error.partition(":")[2][:32] for error in errors] == [
        " cannot read plans/brazil.toml: ",
        " cannot read plans/kenya.toml: l",
        " cannot read plans/uruguay.toml:",
    ]
    for name, content in broken.items():
        assert (nepal.parent / name).read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_link_out_of_the_folder_is_not_followed(plans: Path) -> None:
    path = plans.parent / "elsewhere.toml"
    path.write_text("format=1", encoding="utf-8")
    (plans / "nepal.toml").symlink_to(path)

    answer = ask("fmt")

    assert (answer.code, answer.lines) == (1, [])
    assert "the link leads out of plans/" in answer.err
    assert text_of(path) == "format=1"


def test_file_that_may_not_be_written_is_left_as_it_is(nepal: Path) -> None:
    before = text_of(nepal)
    nepal.chmod(0o444)

    answer = ask("fmt")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: cannot write plans/nepal.toml: it is read-only")
    assert text_of(nepal) == before


def lay_out_while_another_writes(path: Path, text: str) -> int:
    """Return the exit code of a layout that has to wait for another writer of that text."""
    with locked(path, shown="plans/nepal.toml"):
        process = start("fmt", cwd=path.parents[1], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=2)
        path.write_text(text, encoding="utf-8", newline="\n")
    process.communicate(timeout=60)
    return process.returncode


def test_layout_waits_for_another_writer_and_keeps_what_it_wrote(nepal: Path) -> None:
    renamed = text_of(nepal).replace("First", "Renamed")

    assert lay_out_while_another_writes(nepal, renamed) == 0

    assert text_of(nepal) == formatted(renamed)
    assert text_of(nepal) != renamed


def test_layout_leaves_what_another_writer_has_broken(nepal: Path) -> None:
    assert lay_out_while_another_writes(nepal, "x = [") == 1

    assert text_of(nepal) == "x = ["


NEPAL_FILE = {"id": "nepal", "path": "plans/nepal.toml"}


def test_layouts_are_had_as_json(nepal: Path) -> None:
    (nepal.parent / "brazil.toml").write_text("x = [", encoding="utf-8")

    answer = ask("fmt", "--check", "--format", "json", "--as-of", "2018-06-30")

    assert answer.code == 1
    unreadable = answer.document.pop("unreadable")
    assert [each["path"] for each in unreadable] == ["plans/brazil.toml"]
    assert [each["rule"] for each in unreadable[0]["findings"]] == ["toml-syntax"]
    assert {**answer.document, "unreadable": []} == {
        "schema": "ogdplan/fmt/1",
        "as_of": "2018-06-30",
        "plans": [
            {
                "id": "nepal",
                "path": "plans/nepal.toml",
                "changed": True,
                "diff": ask("fmt", "nepal", "--diff").out,
            },
            {"id": "panama", "path": "plans/panama.toml", "changed": False, "diff": ""},
        ],
        "unreadable": [],
    }


def test_new_plan_is_laid_out_well(plans: Path) -> None:
    ask("new", "Kenya", "--title", "Plan", "--lead", "ICT Authority", "--language", "en")

    assert ask("fmt", "--check").lines == ["1 plan needs no new layout"]


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.toml")), ids=lambda p: p.stem)
def test_plans_of_the_repository_are_laid_out_well(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert formatted(text) == text
