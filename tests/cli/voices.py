"""What no voice may hold, whatever the texts of plans are."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hostile_plans import steers
from report.html.papers import assert_safe
from report.html.parsed import parsed

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_COMMAND = re.compile(r"::(error|warning|notice) [^:]*::.+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
_OF_PLANS = ("html", "image", "link", "code_inline", "s_open", "em_", "strong_", "blockquote", "hr")
"""Tokens of Markdown that only the text of a plan could have brought in."""


def check_plain(out: str) -> None:
    """Check that nothing steers a terminal, and that no line is a command to GitHub."""
    assert [each for each in out if each != "\n" and steers(each)] == []
    assert [line for line in out.splitlines() if line.lstrip().startswith("::")] == []
    assert "##[" not in out


def check_markdown(out: str) -> None:
    """Check that texts are texts: no markup, no address but of ours, tables in their columns."""
    check_plain(out)
    tokens = list(_all_tokens(_MARKDOWN.parse(out)))
    assert [each for each in tokens if each.type.startswith(_OF_PLANS) and not _is_ours(each)] == []
    lines = out.splitlines()
    for table in (each for each in tokens if each.type == "table_open"):
        assert table.map
        rows = lines[slice(*table.map)]
        assert len({len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}) == 1
    shown = sum(slice_[1] - slice_[0] for each in tokens if (slice_ := _table(each)))
    assert shown == sum(line.startswith("|") for line in lines)


def _table(token: Token) -> list[int] | None:
    return token.map if token.type == "table_open" else None


def _all_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all_tokens(token.children or [])


def _is_ours(token: Token) -> bool:
    """Return whether a link shows its whole address, as evidence is linked."""
    return token.type.startswith("link") and token.info == "auto"


def check_csv(out: str) -> None:
    """Check that no cell begins a formula, that rows are whole, and nothing hides."""
    assert [each for each in out if each != "\n" and steers(each)] == []
    header, *rows = csv.reader(io.StringIO(out))
    for row in rows:
        assert len(row) == len(header)
        begun = [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert [cell for cell in begun if not _NUMBER.fullmatch(cell)] == []


def check_json(out: str) -> None:
    """Check that it is one JSON document in which nothing hides or steers as it stands."""
    json.loads(out)
    assert [each for each in out if each != "\n" and steers(each)] == []


def check_github(out: str) -> None:
    """Check that every line is one annotation of ours, with no second one in it."""
    assert [each for each in out if each != "\n" and steers(each)] == []
    assert [line for line in out.splitlines() if not _COMMAND.fullmatch(line)] == []
    assert "##[" not in out


def check_html(out: str) -> None:
    """Check that it is built of our own elements, runs nothing and fetches nothing."""
    assert [each for each in out if each != "\n" and steers(each)] == []
    assert_safe(parsed(out))


CHECKS: Mapping[str, Callable[[str], None]] = {
    "table": check_plain,
    "terminal": check_plain,
    "text": check_plain,
    "html": check_html,
    "markdown": check_markdown,
    "csv": check_csv,
    "json": check_json,
    "sarif": check_json,
    "github": check_github,
}
"""What is checked of each `--format`."""
