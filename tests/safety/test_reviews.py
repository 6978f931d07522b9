"""docs/safety.md#reviews: annotations of GitHub, SARIF and JSON say only what they mean."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # it has no types
import pytest

from cli.asking import ask, write_plan
from repositories import Repo
from safety.commands import DAY
from safety.hostile import TEXT, hostile_plan, steering, wrong_plan

INJECTIONS = (
    TEXT,
    "one\n::error file=x,line=1::injected",
    "one\r\n::error::injected",
    "one\r::error::injected",
    "one\u2028::error::injected",
    "%0A::error::injected",
    "%0D%0A::stop-commands::x",
    "%25 100 % %",
    "::error::injected",
    "##[error]injected",
    "a,line=99,title=x::y",
    "x::y::z, a=b",
    "{0} {1} {{0}} [x](https://evil.example) [a](1)",
)

_COMMAND = re.compile(
    r"::(?P<name>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)", re.DOTALL
)
_PROPERTIES = ("file", "line", "col", "endColumn", "title")

SCHEMA = Path(__file__).parents[1] / "data" / "sarif-2.1.0.schema.json"


def commands_in(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield the commands of an output, read as GitHub's runner does: line by line."""
    # As the runner does, at every sign that any program takes for the end of a line.
    for line in text.splitlines():
        found = _COMMAND.fullmatch(line)
        assert found, line
        pairs = dict(pair.split("=", 1) for pair in found["properties"].split(","))
        yield found["name"], pairs, found["message"]


@pytest.fixture
def one_text(repo: Repo, request: pytest.FixtureRequest) -> str:
    """Return a text that stands wherever it may, and wherever it is an error."""
    hostile_plan(repo.root / "plans", "nepal", "before")
    wrong_plan(repo.root / "plans", "panama", "before")
    repo.commit()
    hostile_plan(repo.root / "plans", "nepal", request.param)
    wrong_plan(repo.root / "plans", "panama", request.param)
    return str(request.param)


every_injection = pytest.mark.parametrize(
    "one_text", INJECTIONS, indirect=True, ids=range(len(INJECTIONS))
)


@every_injection
def test_annotations_of_a_check_have_one_line_each(one_text: str) -> None:
    answer = ask("check", "--format", "github", "--advice", *DAY)

    count = len(json.loads(ask("check", "--format", "json", "--advice", *DAY).out)["findings"])
    found = list(commands_in(answer.out))
    assert count - 1 <= len(found) <= count  # those that the plan answers for have none
    for _, pairs, message in found:
        assert tuple(pairs) == _PROPERTIES
        assert pairs["file"] in ("plans/nepal.toml", "plans/panama.toml")
        assert pairs["line"].isdigit()
        # A percent sign begins what the runner turns back into a sign.
        assert re.search(r"%(?!25)", message) is None
    assert steering(answer.out) == []


@every_injection
def test_annotations_of_a_diff_have_one_line_each(one_text: str) -> None:
    answer = ask("diff", "--format", "github", *DAY)

    found = list(commands_in(answer.out))
    assert len(found) > 5
    for _, pairs, message in found:
        assert set(pairs) <= set(_PROPERTIES)
        assert pairs["file"] in ("plans/nepal.toml", "plans/panama.toml")
        assert re.search(r"%(?!25)", message) is None
    assert steering(answer.out) == []


@every_injection
def test_sarif_is_valid_and_its_messages_hold_no_link_and_no_placeholder(one_text: str) -> None:
    answer = ask("check", "--format", "sarif", "--advice", *DAY)

    document = answer.document
    jsonschema.validate(document, json.loads(SCHEMA.read_text(encoding="utf-8")))
    messages = [result["message"]["text"] for result in document["runs"][0]["results"]]
    assert len(messages) > 5
    for message in messages:
        bare = message.replace("{{", "").replace("}}", "")
        assert not re.search(r"[{}]|\]\(", bare), message
    assert steering(answer.out) == []


@every_injection
def test_json_gives_the_text_back_and_is_safe_on_a_terminal(one_text: str) -> None:
    answer = ask("milestone", "list", "nepal", "--format", "json", *DAY)

    assert answer.document["records"][0]["title"] == one_text
    assert steering(answer.out) == []


NAMES = ("a,line=9,title=x::y", "50%0A", "#x?y=z", "two words", "[x](y) {0}", "::error::x")
WINDOWS_HAS_NO = ("new\nline::error::x", "car\r", "esc\x1b[2J", "\u202egnp", "a\\b")


@pytest.mark.parametrize("name", NAMES if sys.platform == "win32" else NAMES + WINDOWS_HAS_NO)
def test_name_of_a_file_stays_within_its_property(repo: Repo, name: str) -> None:
    if sys.platform == "win32" and set(name) & set(':?"'):
        pytest.skip("Windows has no such names")
    write_plan(repo.root / "plans", name, "wrong = 1\n")

    for _, pairs, _ in commands_in(ask("check", "--format", "github", *DAY).out):
        assert tuple(pairs) == _PROPERTIES
        assert re.search(r"%(?!25|3A|2C)|[\r\n\x1b\u202e]", pairs["file"]) is None

    sarif = ask("check", "--format", "sarif", *DAY)
    results = sarif.document["runs"][0]["results"]
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results
    }
    assert all(re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri) for uri in uris)
    assert steering(sarif.out) == []
