"""Stumbles over values: quotes, dates, numbers, characters that cannot be."""

import re

from ogdplan.planfile.stumble import Line, Look, Stumble, key_of, reaching

_VALUE = r"(?:=|\[|,)\s*"
_PERIOD = re.compile(_VALUE + r"(?P<it>\d{4}-(?:\d\d|Q\d|H\d|q\d|h\d))\s*(?=$|[#,\]}])")
_OTHER_DATE = re.compile(_VALUE + r"(?P<it>\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})\s*(?=$|[#,\]}])")
_DECIMAL_COMMA = re.compile(r"=\s*(?P<it>[+-]?\d+,\d+)\s*(?=$|#)")
_CURLY = re.compile(r"(?P<it>[“”„‟‘’‚«»])")
_APOSTROPHE = re.compile(_VALUE + r"(?P<it>'[^']*'[^\s#,\]}'].*?'?)\s*$")
_CAPITAL = re.compile(_VALUE + r"(?P<it>TRUE|FALSE|True|False|yes|no|Yes|No)\s*(?=$|[#,\]}])")
_BARE = re.compile(_VALUE + r"(?P<it>[^\W\d][^\"'#\[\]{}=]*?)(?P<quote>\"?)\s*(?=$|[#,\]}])")
_BACKSLASH = ("Unescaped", "Invalid hex value", "Escaped character is not")


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
    found = reaching(_PERIOD, line)
    if not found:
        return None
    text = found["it"].upper()
    help_text = f'write the period in quotes: {key_of(line)}"{text}"'
    return Stumble(*found.span("it"), f"the period {text} has no quotes", help_text)


def _other_date(line: Line) -> Stumble | None:
    found = reaching(_OTHER_DATE, line)
    if not found:
        return None
    message = f"{found['it']} is no date as a plan file has it"
    return Stumble(*found.span("it"), message, f"write year, month, day: {key_of(line)}2018-06-30")


def _decimal_comma(line: Line) -> Stumble | None:
    found = reaching(_DECIMAL_COMMA, line)
    if not found:
        return None
    number = found["it"].replace(",", ".")
    help_text = f"write the number with a point: {key_of(line)}{number}"
    return Stumble(*found.span("it"), f"{found['it']} has a decimal comma", help_text)


def _capital(line: Line) -> Stumble | None:
    found = reaching(_CAPITAL, line)
    if not found:
        return None
    right = "true" if found["it"].lower() in ("true", "yes") else "false"
    message = f"{found['it']} is not how yes and no are written"
    return Stumble(*found.span("it"), message, f"write {key_of(line)}{right}")


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
    found = reaching(_APOSTROPHE, line)
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
    found = reaching(_BARE, line)
    if not found:
        return None
    words = found["it"].strip()
    missing = "opening quote" if found["quote"] else "quotes"
    help_text = f'write {key_of(line)}"{words}"'
    return Stumble(*found.span("it"), f"the text {words} has no {missing}", help_text)


def _unterminated(line: Line) -> Stumble | None:
    if line.complaint != "Unterminated string":
        return None
    start = max(line.text.rfind('"""'), line.text.rfind("'''"))
    if start < 0:
        return None
    message = "the text that begins here has no closing quotes"
    help_text = f"add {line.text[start : start + 3]} at its end"
    return Stumble(start - line.start, start - line.start + 3, message, help_text)


VALUES: tuple[Look, ...] = (
    _unterminated,
    _no_day,
    _unclosed_quote,
    _control,
    _curly_quotes,
    _backslash,
    _period,
    _other_date,
    _decimal_comma,
    _capital,
    _apostrophe,
    _bare_text,
)
"""What is looked for in a value, the plainest first."""
