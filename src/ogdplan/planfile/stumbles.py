r"""Where people stumble over TOML, and what helps them.

tomli says where it gave up and in its own terms. The line tells more: what was meant is mostly
plain to see. Each stumble looks at the line and, when it knows what happened, says where and how.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ogdplan.planfile.scanner import STRING


@dataclass(frozen=True, slots=True)
class Line:
    """The line on which tomli gave up.

    `start` is its offset in `text`, `at` where tomli gave up, from the start of the line;
    `complaint` its own words.
    """

    text: str
    start: int
    words: str
    at: int
    complaint: str


@dataclass(frozen=True, slots=True)
class Stumble:
    """What happened: a stretch of the line, from its start, and words."""

    start: int
    end: int
    message: str
    help: str


_VALUE = r"(?:=|\[|,)\s*"
_PERIOD = re.compile(_VALUE + r"(?P<it>\d{4}-(?:\d\d|Q\d|H\d|q\d|h\d))\s*(?=$|[#,\]}])")
_OTHER_DATE = re.compile(_VALUE + r"(?P<it>\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})\s*(?=$|[#,\]}])")
_DECIMAL_COMMA = re.compile(r"=\s*(?P<it>[+-]?\d+,\d+)\s*(?=$|#)")
_CURLY = re.compile(r"(?P<it>[“”„‟‘’‚«»])")
_APOSTROPHE = re.compile(_VALUE + r"(?P<it>'[^']*'[^\s#,\]}'].*?'?)\s*$")
_CAPITAL = re.compile(_VALUE + r"(?P<it>TRUE|FALSE|True|False|yes|no|Yes|No)\s*(?=$|[#,\]}])")
_BARE = re.compile(_VALUE + r"(?P<it>[^\W\d][^\"'#\[\]{}=]*?)(?P<quote>\"?)\s*(?=$|[#,\]}])")
_BLANK_IN_KEY = re.compile(r"^\s*(?P<it>[\w-]+(?:[ \t]+[\w-]+)+)\s*=")
_COLON = re.compile(r"^\s*(?P<key>[\w.-]+)\s*(?P<it>:)")
_NO_EQUALS = re.compile(r"^\s*(?P<it>[\w.-]+)\s*(?=$|#|[\"'\d\[{])")
_HEADER = re.compile(r"^\s*(?P<it>(?P<open>\[{1,2})(?P<name>[^\[\]#]*)(?P<close>\]*))\s*(?:#.*)?$")
_EMPTY_VALUE = re.compile(r"^\s*(?P<it>[\w.-]+)\s*=\s*(?=$|#)")
_WORD = re.compile(rf"{STRING}|#[^\n]*|(?P<open>[\[{{])|(?P<close>[\]}}])")
_BACKSLASH = ("Unescaped", "Invalid hex value", "Escaped character is not")


def stumble_of(line: Line) -> Stumble:
    """Return what happened on a line that tomli refuses."""
    for look in _LOOKS:
        if found := look(line):
            return found
    end = max(line.at + 1, len(line.words))
    message = "this does not fit here" if line.at < len(line.words) else "the line ends too early"
    return Stumble(line.at, end, message, "look at the line for a missing quote, bracket or comma")


def _control(line: Line) -> Stumble | None:
    character = line.text[line.start + line.at : line.start + line.at + 1]
    if not character or character in "\n\t" or not (character < " " or character == "\x7f"):
        return None
    message = f"the character U+{ord(character):04X} cannot stand in a plan file"
    return Stumble(line.at, line.at + 1, message, "remove it; it cannot be seen in most editors")


def _curly_quotes(line: Line) -> Stumble | None:
    if line.complaint not in ("Invalid value", "Unclosed array", "Invalid statement"):
        return None
    found = _CURLY.match(line.words, line.at)
    if not found:
        return None
    message = f"{found['it']} is a typographic quote"
    return Stumble(*found.span("it"), message, 'use straight quotes: "…"')


def _no_day(line: Line) -> Stumble | None:
    if line.complaint != "Invalid date or datetime":
        return None
    words = re.match(r"[\d-]+", line.words[line.at :])
    shown = words[0] if words else "this"
    end = line.at + len(shown)
    return Stumble(line.at, end, f"there is no day {shown}", "correct the day or the month")


def _period(line: Line) -> Stumble | None:
    found = _reaching(_PERIOD, line)
    if not found:
        return None
    text = found["it"].upper()
    help_text = f'write the period in quotes: {_key(line)}"{text}"'
    return Stumble(*found.span("it"), f"the period {text} has no quotes", help_text)


def _other_date(line: Line) -> Stumble | None:
    found = _reaching(_OTHER_DATE, line)
    if not found:
        return None
    message = f"{found['it']} is no date as a plan file has it"
    return Stumble(*found.span("it"), message, f"write year, month, day: {_key(line)}2018-06-30")


def _decimal_comma(line: Line) -> Stumble | None:
    found = _reaching(_DECIMAL_COMMA, line)
    if not found:
        return None
    number = found["it"].replace(",", ".")
    help_text = f"write the number with a point: {_key(line)}{number}"
    return Stumble(*found.span("it"), f"{found['it']} has a decimal comma", help_text)


def _capital(line: Line) -> Stumble | None:
    found = _reaching(_CAPITAL, line)
    if not found:
        return None
    right = "true" if found["it"].lower() in ("true", "yes") else "false"
    message = f"{found['it']} is not how yes and no are written"
    return Stumble(*found.span("it"), message, f"write {_key(line)}{right}")


def _unclosed_quote(line: Line) -> Stumble | None:
    """A text that runs into the end of its line, or one of several lines into the end of file."""
    if line.complaint == "Illegal character '\\n'" or (
        line.complaint.startswith("Illegal character") and line.at >= len(line.words.rstrip("\r"))
    ):
        start = line.words.find('"')
        start = start if start >= 0 else line.words.find("'")
        message = "the text that begins here has no closing quote"
        help_text = "add the quote at its end; a text of several lines stands between three quotes"
        return Stumble(max(0, start), len(line.words.rstrip()), message, help_text)
    return None


def _apostrophe(line: Line) -> Stumble | None:
    found = _reaching(_APOSTROPHE, line)
    if not found or line.words[: line.at].count("'") < 2:
        return None
    message = "an apostrophe ends this text too early"
    return Stumble(*found.span("it"), message, 'put the text between double quotes: "…"')


def _backslash(line: Line) -> Stumble | None:
    if not line.complaint.startswith(_BACKSLASH):
        return None
    start = line.words.rfind("\\", 0, line.at + 1)
    message = "a backslash has a meaning of its own between double quotes"
    help_text = r"write two of them, \\, or put the text between single quotes"
    return Stumble(max(0, start), max(start + 2, line.at), message, help_text)


def _bare_text(line: Line) -> Stumble | None:
    if line.complaint not in ("Invalid value", "Unclosed array"):
        return None
    found = _reaching(_BARE, line)
    if not found:
        return None
    words = found["it"].strip()
    missing = "opening quote" if found["quote"] else "quotes"
    help_text = f'write {_key(line)}"{words}"'
    return Stumble(*found.span("it"), f"the text {words} has no {missing}", help_text)


def _no_value(line: Line) -> Stumble | None:
    found = _EMPTY_VALUE.match(line.words)
    if not found:
        return None
    message = f"{found['it']} has no value"
    return Stumble(*found.span("it"), message, "write a value after the =, or remove the line")


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
    start = opening(line.text, line.start + line.at) - line.start
    message = f"{what} begins here and is not closed"
    return Stumble(start, start + 1, message, f"add {bracket} at its end")


def opening(text: str, end: int) -> int:
    """Return the offset of the last bracket before `end` that is still open; `end` when none."""
    still_open: list[int] = []
    for word in _WORD.finditer(text, 0, end):
        if word["open"]:
            still_open.append(word.start())
        elif word["close"] and still_open:
            still_open.pop()
    return still_open[-1] if still_open else end


def _unterminated(line: Line) -> Stumble | None:
    if line.complaint != "Unterminated string":
        return None
    start = max(line.text.rfind('"""'), line.text.rfind("'''"))
    if start < 0:
        return None
    message = "the text that begins here has no closing quotes"
    help_text = f"add {line.text[start : start + 3]} at its end"
    return Stumble(start - line.start, start - line.start + 3, message, help_text)


def _left_over(line: Line) -> Stumble | None:
    if not line.complaint.startswith("Expected newline") or line.at >= len(line.words):
        return None
    rest = line.words[line.at :].strip()
    message = f"{rest[:40]} is left over behind the value"
    help_text = "put a text between quotes, a remark behind #, and each key on a line of its own"
    return Stumble(line.at, line.at + len(rest), message, help_text)


def _reaching(pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
    """Return the match that holds the place at which tomli gave up."""
    for found in pattern.finditer(line.words):
        if found.start("it") <= line.at <= found.end("it"):
            return found
    return None


def _key(line: Line) -> str:
    """Return the key of the line with its =, "" where there is none."""
    found = re.match(r"\s*([\w.-]+)\s*=", line.words)
    is_list = re.match(r"\s*[\w.-]+\s*=\s*\[", line.words)
    return f"{found[1]} = " if found and not is_list else ""


_LOOKS: tuple[Callable[[Line], Stumble | None], ...] = (
    _unterminated,
    _no_day,
    _unclosed_quote,
    _control,
    _curly_quotes,
    _backslash,
    _header_twice,
    _key_twice,
    _header,
    _period,
    _other_date,
    _decimal_comma,
    _capital,
    _apostrophe,
    _bare_text,
    _no_value,
    _key_with_blank,
    _colon,
    _no_equals,
    _list,
    _left_over,
)
