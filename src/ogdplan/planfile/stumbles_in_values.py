"""What people stumble over in the values behind an equals sign and in lists."""

import re
from calendar import monthrange

from ogdplan.planfile.fault import Fault, Stumble, shown
from ogdplan.planfile.scanner import KEY, STRING, Place, container_end

CURLY = "“”„‟‘’‚‛«»`´"
"""Signs that look like quotes, or are quotes elsewhere."""

CLOSING = {"[": "]", "{": "}"}
"""What closes a list and a table in braces."""

_QUOTES = CURLY + "\"'"
_DAY = "write year, month and day: {assign}2018-06-30"
_PERIOD = 'write the period in quotes: {assign}"{year}-{part}"'
_BARE_PERIOD = "the period {text} has no quotes"
_NO_NUMBER = "{text} is not how a number is written"

# Tried in order on the whole value, without regard to case. Named groups fill the words;
# so do text, the value as it stands, and assign, the key with its equals sign.
_TABLE: tuple[tuple[str, str, str], ...] = (
    (r"(?P<year>\d{4})-(?P<part>0[1-9]|1[0-2])", _BARE_PERIOD, _PERIOD),
    (r"(?P<year>\d{4})-(?P<part>[1-9])", _BARE_PERIOD, _PERIOD.replace("{part}", "0{part}")),
    (r"(?P<year>\d{4})[-/. ]?(?P<part>Q[1-4]|H[12])", _BARE_PERIOD, _PERIOD),
    (r"(?P<part>Q[1-4]|H[12])[-/. ]?(?P<year>\d{4})", _BARE_PERIOD, _PERIOD),
    (r"(?P<part>0[1-9]|1[0-2])[/.](?P<year>\d{4})", _BARE_PERIOD, _PERIOD),
    (r"(?P<year>\d{4})/(?P<part>0[1-9]|1[0-2])", _BARE_PERIOD, _PERIOD),
    (r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", "{text} is not how a day is written", _DAY),
    (r"(?P<whole>[+-]?\d+),(?P<rest>\d{3})", "{text} has a comma in it",
     "write {whole}{rest}, or with a decimal point {whole}.{rest}"),
    (r"(?P<whole>[+-]?\d+),(?P<rest>\d+)", "{text} has a decimal comma",
     "write a decimal point: {assign}{whole}.{rest}"),
    (r"[+-]?\d{1,3}(?:[., '’]\d{3})+(?:[.,]\d+)?", _NO_NUMBER,
     "write the digits without anything between them, and a point before decimals"),
    (r"(?P<whole>[+-]?\d+(?:\.\d+)?) ?%", "{text} has a percent sign",
     "write the number alone: {assign}{whole}"),
    (r"0+(?P<whole>\d+)", "{text} begins with a zero",
     'write {assign}{whole}, or in quotes {assign}"{text}"'),
    (r"(?P<whole>[+-]?\d+)\.", _NO_NUMBER, "write {assign}{whole}.0 or {assign}{whole}"),
    (r"(?P<sign>[+-]?)\.(?P<rest>\d+)", _NO_NUMBER, "write {assign}{sign}0.{rest}"),
    (r"true|yes", "{text} is not how yes is written", "write {assign}true"),
    (r"false|no", "{text} is not how no is written", "write {assign}false"),
    (r"null|none|nil|n/?a|tbd|tbc|[-–—?…]+|\.{2,}", "{text} is no value",
     "leave out what is not known"),
    (r"\((?P<rest>[^()]*)\)", "{text} stands between round brackets",
     "write a list between square brackets: {assign}[{rest}]"),
    (r"(?P<sign>[=>:])+.*", "there is one {sign} too many", "write a single equals sign"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(it, re.IGNORECASE), message, help_) for it, message, help_ in _TABLE)
_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?:[T ].*)?")
_ITEM_IN_LIST = re.compile(r"[^,\[\]{}#\n]*")
_VALUE = re.compile(
    rf"{STRING}|\d{{4}}-\d\d-\d\d(?![\w-])|(?:true|false)\b"
    # a number, if what follows looks like a remark or like the next key
    r"|[+-]?\d+(?:\.\d+)?(?=\s*(?:[(;*]|//|--|[\w-]+[ \t]*=))"
)
_ENTRY = re.compile(rf"({KEY})[ \t]*=")
_NEXT_KEY = re.compile(r"[\w.-]+[ \t]*=")


def quoted(fault: Fault, text: str) -> str:
    """Return the text between straight quotes, behind its key."""
    inner = text.strip(_QUOTES + " \t")
    if '"' not in inner and "\\" not in inner:
        return f'{fault.assignment}"{shown(inner)}"'
    if "'" not in inner:
        return f"{fault.assignment}'{shown(inner)}'"
    inner = inner.replace("\\", "\\\\").replace('"', '\\"')
    return f'{fault.assignment}"{shown(inner)}"'


def in_value(fault: Fault) -> Stumble | None:
    """A value that is none as it stands."""
    start = fault.around.item
    if fault.key is None or fault.text[start : start + 1] in {'"', "'", "[", "{"}:
        return None
    place = _item_place(fault, start)
    if start < place[1] < fault.at:
        return None
    if start == place[1]:
        return _nothing(fault, start)
    return _no_day(fault, start) or _from_table(fault, place) or _bare(fault, place)


def _from_table(fault: Fault, place: Place) -> Stumble | None:
    text = fault.text[slice(*place)]
    words = {"text": shown(text), "assign": fault.assignment}
    for pattern, message, help_text in _PATTERNS:
        if match := pattern.fullmatch(text):
            words |= match.groupdict()
            words["part"] = words.get("part", "").upper()
            return Stumble(place, message.format(**words), help_text.format(**words))
    return None


def _item_place(fault: Fault, start: int) -> Place:
    """Return the place of a value without quotes, without the remark behind it."""
    if fault.is_in_container:
        match = _ITEM_IN_LIST.match(fault.text, start)
        text = match[0] if match else ""
    else:
        text = fault.text[slice(*fault.rest_of_line(start))].partition("#")[0]
    return start, start + len(text.rstrip())


def _nothing(fault: Fault, start: int) -> Stumble | None:
    sign = fault.text[start : start + 1]
    key = fault.key
    if fault.is_in_container:
        entry = _ENTRY.match(fault.text, fault.around.entry)
        key = entry.span(1) if entry and entry.end() <= start else None
    if key:
        help_text = "write a value behind the equals sign, or remove the name with it"
        return Stumble(key, f"{shown(fault.text[slice(*key)])} has no value", help_text)
    if sign == ",":
        return Stumble((start, start + 1), "there is nothing before this comma", "remove it")
    if sign in {")", "]", "}"}:
        bracket = fault.text[fault.around.brackets[-1]]
        message = f"{sign} cannot close what {bracket} opens"
        return Stumble((start, start + 1), message, f"write {CLOSING[bracket]} instead")
    return None


def _no_day(fault: Fault, start: int) -> Stumble | None:
    """A day that no calendar has, such as the 30th of February."""
    match = _DATE.match(fault.text, start)
    if match is None or fault.at != start or int(match["year"]) == 0:
        return None
    day = match[0][:10]
    last = monthrange(int(match["year"]), int(match["month"]))[1]
    message = f"there is no day {day}"
    return Stumble((start, start + 10), message, f"the last day of that month is {day[:8]}{last}")


def _bare(fault: Fault, place: Place) -> Stumble | None:
    """A text without quotes, with curly ones, or without the first of them."""
    text = fault.text[slice(*place)]
    is_read = fault.is_in_container and fault.at > place[0] and fault.text[fault.at - 1] in " \t\n"
    if _VALUE.match(text) or is_read:
        return None
    if text[0] in CURLY:
        sign = place[0], place[0] + 1
        return Stumble(
            sign,
            f"{text[0]} is not a straight quote",
            f"use straight quotes: {quoted(fault, text)}",
        )
    if text[-1] in _QUOTES and not any(sign in text[:-1] for sign in '"“'):
        message = f"the text {shown(text)} has no opening quote"
        return Stumble(place, message, f"write {quoted(fault, text)}")
    message = f"the text {shown(text)} has no quotes"
    return Stumble(place, message, f"put a text between quotes: {quoted(fault, text)}")


def after_value(fault: Fault) -> Stumble | None:
    """Something behind a value on its line."""
    if fault.key is None:
        return None
    start = fault.around.item
    value = start, _value_end(fault.text, start)
    place = fault.rest_of_line(fault.at)
    if place[0] == place[1] or value[0] == value[1]:
        return None
    return _ended_early(fault, value, place) or _behind(fault, value, place)


def _behind(fault: Fault, value_place: Place, place: Place) -> Stumble:
    value, rest = fault.text[slice(*value_place)], fault.text[slice(*place)]
    message = f"{shown(rest)} stands behind the value"
    if rest in {",", ";", "."}:
        return Stumble(place, message, "remove it")
    if rest.startswith(("]", "}")):
        return Stumble(place, f"{shown(rest)} closes nothing here", "remove it")
    if rest.startswith(",") or value[0] == rest[0] in "\"'":
        help_text = f"put several values in a list: {fault.assignment}[{shown(value)}, …]"
        return Stumble(place, message, help_text)
    if _NEXT_KEY.match(rest):
        return Stumble(place, f"{message} {shown(value)}", "begin a new line for it")
    help_text = "put # before a remark, and a text between quotes as a whole"
    return Stumble(place, f"{message} {shown(value)}", help_text)


def _value_end(text: str, start: int) -> int:
    if text.startswith(("[", "{"), start):
        return container_end(text, start)
    match = _VALUE.match(text, start)
    return match.end() if match else start


def _ended_early(fault: Fault, value: Place, rest: Place) -> Stumble | None:
    """A quote within a text that is the same as those around it."""
    (start, end), quote = value, fault.text[value[0]]
    behind = fault.text[slice(*rest)]
    if quote not in "\"'" or quote not in behind or behind[0] in f",{quote}":
        return None
    whole = fault.text[start : rest[1]]
    if fault.is_in_container:
        whole = whole[: max(whole.rfind(quote), end - start) + 1]
    what = "quote" if quote == '"' else "apostrophe"
    message = f"the {what} within {shown(whole)} ends the text too early"
    return Stumble((end - 1, end), message, f"use other quotes around it: {quoted(fault, whole)}")
