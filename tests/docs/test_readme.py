"""README.md and what it leads to: examples run, links resolve, nothing private is given away."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from console_examples import ROOT, Example, changes_with_time, check_example, examples

README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
EXAMPLES = examples(README)
DOCS = sorted((ROOT / "docs").glob("**/*.md"))
PAGES = [README, ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *DOCS]

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def links(page: Path) -> list[str]:
    """Return where the links of a page lead, but for those to other sites."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    return [target for target in LINK.findall(text) if "://" not in target]


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives the headings of a page."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example_shows_what_the_program_prints(example: Example, tmp_path: Path) -> None:
    check_example(example, tmp_path)


def test_readme_has_examples_that_show_the_same_tomorrow() -> None:
    commands = [command for example in EXAMPLES for command in example.commands]

    assert commands
    assert [command for command in commands if changes_with_time(command)] == []


def test_readme_says_in_one_line_each_how_to_start_and_how_to_test() -> None:
    start, test = re.findall(r"^python3 -m venv .+$", TEXT, re.MULTILINE)

    assert start.endswith("ogdplan status")
    assert " -m pytest" in test


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)

    assert dead == []


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_page_is_linked_from_the_readme(page: Path) -> None:
    linked = {link.partition("#")[0] for link in links(README)}

    assert page.relative_to(ROOT).as_posix() in linked


def test_changelog_has_an_entry_for_the_version() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    first, *_ = re.findall(r"^## (\S+)", changelog, re.MULTILINE)

    assert first == project["version"]


# The runner of the examples is no rubber stamp.


def a_page(folder: Path, *lines: str) -> Path:
    page = folder / "page.md"
    text = "".join(f"{line}\n" for line in lines)
    page.write_text(f"Words\n\n```console\n{text}```\n\nmore\n", encoding="utf-8")
    return page


def test_page_that_shows_something_else_fails(tmp_path: Path) -> None:
    (example,) = examples(a_page(tmp_path, "$ ogdplan explain overdue | head -n 1", "overdue: x"))

    with pytest.raises(pytest.fail.Exception, match=r"\+overdue: a deadline has passed"):
        check_example(example, tmp_path, renews=False)


def test_page_is_written_anew_and_then_passes(tmp_path: Path) -> None:
    page = a_page(
        tmp_path, "$ ogdplan show x", "$ echo $?", "$ ogdplan explain overdue | head -n 1"
    )

    check_example(examples(page)[0], tmp_path / "one", renews=True)

    check_example(examples(page)[0], tmp_path / "two", renews=False)
    assert page.read_text(encoding="utf-8") == (
        "Words\n\n```console\n"
        "$ ogdplan show x\n"
        'error: no plan called "x"\n'
        "hint: there are bangladesh, brazil, brazil/planejamento, costa-rica, indonesia, nepal, "
        "panama,\n"
        "philippines, south-korea, undesa … and 1 more; `ogdplan status` lists all plans\n"
        "$ echo $?\n"
        "2\n"
        "$ ogdplan explain overdue | head -n 1\n"
        "overdue: a deadline has passed\n"
        "```\n\nmore\n"
    )


SESSION = (
    "Words\n\n```console\n"
    "$ git status --short\n"
    "$ ogdplan challenge set nepal no-open-data-law --unset mitigations\n"
    "```\n\nmore\n\n```console continued\n"
    "$ git diff --stat | head -n 1\n"
    "```\n\n```console continued\n"
    "$ git checkout --quiet .\n"
    "$ git status --short\n"
    "```\n"
)


def test_block_goes_on_where_the_one_before_it_ended(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(SESSION, encoding="utf-8")
    first, second, third = examples(page)

    for folder, example in (("one", first), ("two", second), ("three", third)):
        check_example(example, tmp_path / folder, renews=True)

    assert examples(page)[1].text == ("$ git diff --stat | head -n 1\n plans/nepal.toml | 1 -\n")
    assert examples(page)[2].text == third.text
    assert "\n```console continued\n$ git diff" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "lines",
    [["$ ogdplan show x"], ["$ ogdplan show x", "$ ogdplan explain overdue"], ["$ rm -r plans"]],
)
def test_page_that_hides_a_failure_or_runs_something_else_fails(
    lines: list[str], tmp_path: Path
) -> None:
    (example,) = examples(a_page(tmp_path, *lines))

    with pytest.raises(AssertionError):
        check_example(example, tmp_path, renews=False)


@pytest.mark.parametrize(
    ("command", "changes"),
    [
        ("ogdplan status", True),
        ("ogdplan explain overdue --format json", True),
        ("ogdplan status --as-of 2018-01-31", False),
        ("ogdplan explain overdue", False),
        ("ogdplan milestone set nepal portal --lead nic", False),
        ("ogdplan milestone set nepal portal --lead nic --format json", True),
        ("ogdplan update add nepal Done", True),
        ("ogdplan milestone start nepal portal", True),
        ("ogdplan milestone start nepal portal --on 2018-01-31", False),
        ("git diff", False),
        ("echo $?", False),
    ],
)
def test_example_that_shows_something_else_tomorrow_is_known(command: str, changes: bool) -> None:
    assert changes_with_time(command) is changes


# What no file may hold.

FOLDER = re.compile(
    r"(?<![\w.:/~-])(?:/(?:home|Users|root|work|tmp)/\w|file:///\w|[A-Za-z]:[\\/]+Users[\\/]+\w)"
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}\b")
REGISTRY = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|crates|rubygems|anaconda)\.(?:org|com|io)\b"
    r"|--(?:extra-)?index-url|\bproxy\.golang\b",
)
RESERVED = re.compile(r"[@.]example(?:\.(?:org|com|net))?$|\.(?:example|invalid|test)$")
"""Names that RFC 2606 keeps for examples: nobody's address."""

WEB_ADDRESS = re.compile(r"https?://\S+")
FROM_ELSEWHERE = ("plans/", "tests/data/")
"""Where the web addresses are those of sources."""


def secrets(text: str) -> Iterator[str]:
    """Yield what gives away a person or a machine, or leads to a registry."""
    yield from (found[0] for pattern in (FOLDER, REGISTRY) for found in pattern.finditer(text))
    yield from (found for found in ADDRESS.findall(text) if not RESERVED.search(found))


def texts() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that git knows or would take up."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    for name in sorted(filter(None, listed.decode().split("\0"))):
        path = ROOT / name
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            is_sourced = name.startswith(FROM_ELSEWHERE)
            yield name, WEB_ADDRESS.sub("", text) if is_sourced else text


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the files are not under version control")
def test_no_file_gives_away_a_person_a_machine_or_a_registry() -> None:
    assert {name: found for name, text in texts() if (found := list(secrets(text)))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "see /" + "home/ana/plans",
        "path = '/" + "work/main'",
        '"/' + 'Users/ana"',
        "C:\\" + "Users\\ana",
        "file://" + "/srv/plans",
        "ana@" + "agency.gob.pa",
        "https://py" + "pi.org/simple",
        "pip install --index" + "-url x",
    ],
)
def test_what_may_not_stand_in_a_file_is_found(text: str) -> None:
    assert len(list(secrets(text))) == 1


@pytest.mark.parametrize(
    "text",
    ["src/work/plan", "https://a.example/home/x", "ana@example.org", "@pytest.mark.x", "a @ b.org"],
)
def test_what_only_looks_alike_is_let_stand(text: str) -> None:
    assert list(secrets(text)) == []
