"""Stumbles over what holds values together: headers, keys, lists."""

import re

from ogdplan.planfile.scanner import STRING
from ogdplan.planfile.stumble import Line, Look, Stumble

_BLANK_IN_KEY = re.compile(r"^\s*(?P<it>[\w-]+(?:[ \t]+[\w-]+)+)\s*=")
_COLON = re.compile(r"^\s*(?P<key>[\w.-]+)\s*(?P<it>:)")
_NO_EQUALS = re.compile(r"^\s*(?P<it>[\w.-]+)\s*(?=$|#|[\"'\d\[{])")
_HEADER = re.compile(r"^\s*(?P<it>(?P<open>\[{1,2})(?P<name>[^\[\]#]*)(?P<close>\]*))\s*(?:#.*)?$")
_EMPTY_VALUE = re.compile(r"^\s*(?P<it>[\w.-]+)\s*=\s*(?=$|#)")
_WORD = re.compile(rf"{STRING}|#[^\n]*|(?P<open>[\[{{])|(?P<close>[\]}}])")


def _header(line: Line) -> Stumble | None:
    found = _HEADER.match(line.words)
    if not found or len(found["open"]) == len(found["close"]):
        return None
    name = found["name"].strip()
    message = "the brackets of this header do not match"
    help_text = f"write [{name}] for one table, [[{name}]] for one of several"
    return Stumble(*found.span("it"), message, help_text)


def _header_twice(line: Line) -> Stumble | None:
    found = _HEADER.match(line.words)
    if not found or not line.complaint.startswith("Cannot"):
        return None
    name, span = found["name"].strip(), found.span("it")
    several = re.search(rf"(?m)^[ \t]*\[\[\s*{re.escape(name)}\s*\]\]", line.text)
    if several and found["open"] == "[":
        help_text = f"write [[{name}]], with two brackets, as above"
        return Stumble(*span, f"[{name}] is a list of records elsewhere in the file", help_text)
    if found["open"] == "[[":
        help_text = f"write [[{name}]], with two brackets, everywhere"
        return Stumble(*span, f"[{name}] is a single table elsewhere in the file", help_text)
    help_text = f"move its lines under the first [{name}]"
    return Stumble(*span, f"the table [{name}] stands in the file twice", help_text)


def _key_twice(line: Line) -> Stumble | None:
    found = re.match(r"\s*(?P<it>[^=\s]+(?:\s*\.\s*[^=\s]+)*)\s*=", line.words)
    if not found or not line.complaint.startswith("Cannot"):
        return None
    key = found["it"]
    help_text = "keep one of the two lines; records of a kind begin with a [[header]] each"
    return Stumble(*found.span("it"), f"{key} is given twice in this table", help_text)


def _key_with_blank(line: Line) -> Stumble | None:
    found = _BLANK_IN_KEY.match(line.words)
    if not found:
        return None
    right = re.sub(r"\s+", "_", found["it"])
    message = f"the name {found['it']} has a blank in it"
    return Stumble(*found.span("it"), message, f"write it as one word, such as {right}")


def _colon(line: Line) -> Stumble | None:
    found = _COLON.match(line.words)
    if not found:
        return None
    message = f"a colon stands where = belongs, after {found['key']}"
    return Stumble(*found.span("it"), message, f"write {found['key']} = …")


def _no_equals(line: Line) -> Stumble | None:
    found = _NO_EQUALS.match(line.words)
    if not found or not line.complaint.startswith("Expected '='"):
        return None
    message = f"there is no = after {found['it']}"
    return Stumble(*found.span("it"), message, f"write {found['it']} = and its value")


def _list(line: Line) -> Stumble | None:
    """A list without a comma between two elements, or without its closing bracket."""
    if not line.complaint.startswith("Unclosed"):
        return None
    what, bracket = ("a list", "]") if "array" in line.complaint else ("an inline table", "}")
    ahead = line.words[line.at : line.at + 1]
    is_next_line = (
        re.match(r"\s*([\w.-]+\s*=|\[)", line.words) and not line.words[: line.at].strip()
    )
    if ahead and ahead not in "\r#" and not is_next_line:
        message = f"a comma is missing in front of this, in {what}"
        help_text = f"put a comma between the parts of {what}"
        return Stumble(line.at, len(line.words.rstrip()), message, help_text)
    start = _opening(line.text, line.start + line.at) - line.start
    message = f"{what} begins here and is not closed"
    return Stumble(start, start + 1, message, f"add {bracket} at its end")


def _opening(text: str, end: int) -> int:
    """Return the offset of the last bracket before `end` that is still open; `end` when none."""
    still_open: list[int] = []
    for word in _WORD.finditer(text, 0, end):
        if word["open"]:
            still_open.append(word.start())
        elif word["close"] and still_open:
            still_open.pop()
    return still_open[-1] if still_open else end


def _left_over(line: Line) -> Stumble | None:
    if not line.complaint.startswith("Expected newline") or line.at >= len(line.words):
        return None
    rest = line.words[line.at :].strip()
    message = f"{rest[:40]} is left over behind the value"
    help_text = "put a text between quotes, a remark behind #, and each key on a line of its own"
    return Stumble(line.at, line.at + len(rest), message, help_text)


def _no_value(line: Line) -> Stumble | None:
    found = _EMPTY_VALUE.match(line.words)
    if not found:
        return None
    message = f"{found['it']} has no value"
    return Stumble(*found.span("it"), message, "write a value after the =, or remove the line")


HEADERS_AND_KEYS: tuple[Look, ...] = (
    _header_twice,
    _key_twice,
    _header,
    _no_value,
    _key_with_blank,
    _colon,
    _no_equals,
)
"""What is looked for in front of a value."""

LISTS_AND_REST: tuple[Look, ...] = (_list, _left_over)
"""What is looked for when the value itself is right."""
