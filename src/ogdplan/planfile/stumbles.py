"""What people stumble over when they write TOML, told from the text around the fault."""

import re
from collections.abc import Callable

from ogdplan.planfile.fault import Fault, Stumble, shown
from ogdplan.planfile.scanner import COMMENT, KEY, STRING, Place, container_end
from ogdplan.planfile.stumbles_in_names import in_header, in_name, repeated
from ogdplan.planfile.stumbles_in_values import CLOSING, CURLY, after_value, in_value, quoted

_STATEMENT = re.compile(
    rf"[ \t]*+(?:{KEY}[ \t]*+=|\[\[?[ \t]*+{KEY}[ \t]*+\]\]?[ \t]*+(?:#|\n|\Z))"
)
_ELEMENT = re.compile(rf"{STRING}|[^\s,#\[\]{{}}]++")
_GAP = re.compile(rf"(?:[ \t\n]++|{COMMENT})*")
_OPENERS = {"”": "“", "»": "«", "“": "„", "‘": "‚"}
_RUN_ON = re.compile(rf"((?P<quote>[\"']).*?),\s*(?:{KEY}\s*=\s*)?(?P=quote)")
_WHOLE = {"[": "list", "{": "table in braces"}


def stumble_at(fault: Fault) -> Stumble:
    """Return the stumble at the place where tomli gave up."""
    return next(found for look in _LOOKS if (found := look(fault)))


def _character(fault: Fault) -> Stumble | None:
    character = fault.text[fault.at : fault.at + 1]
    if character in {"", "\n", "\t"} or character.isprintable():
        return None
    message = f"the character U+{ord(character):04X} cannot stand here"
    help_text = "delete it, it may be invisible; where a space is meant, type one"
    return Stumble((fault.at, fault.at + 1), message, help_text)


def _open_text(fault: Fault) -> Stumble | None:
    """A text without its closing quote, which runs into the end of the line or of the file."""
    start = fault.around.string
    if start is None or fault.text[fault.at : fault.at + 1] not in {"", "\n"}:
        return None
    quote, place = fault.text[start], fault.rest_of_line(start)
    if fault.text.startswith(quote * 3, start):
        message = f"the text that begins with {quote * 3} has no end"
        return Stumble((start, start + 3), message, f"write {quote * 3} where the text ends")
    text = fault.text[slice(*place)]
    if text[-1] in CURLY and _OPENERS.get(text[-1], "") not in text[1:-1]:
        message = f"{text[-1]} cannot close a text that {quote} opens"
        return Stumble(
            (place[1] - 1, place[1]), message, f"use straight quotes: {quoted(fault, text)}"
        )
    if text.endswith('\\"') and quote == '"':
        return _backslash_at(fault, place[1] - 2)
    return Stumble(
        place, f"the text {shown(text)} has no closing quote", _closing_help(fault, text, place[1])
    )


def _closing_help(fault: Fault, text: str, end: int) -> str:
    quote = text[0]
    next_line = fault.text[slice(*fault.rest_of_line(end + 1))]
    if next_line and not _STATEMENT.match(f"{next_line}\n") and not next_line.startswith("#"):
        return f"put {quote * 3} before and after a text of several lines, or end it with {quote}"
    if fault.is_in_container or "#" in text:
        return f"write {quote} where the text ends"
    return f"write {quote} where the text ends: {fault.assignment}{shown(text)}{quote}"


def _backslash(fault: Fault) -> Stumble | None:
    """A backslash that begins no known code; the place of the fault is behind it."""
    start = fault.around.string
    if start is None or "\\" not in fault.text[start : fault.at]:
        return None
    return _backslash_at(fault, fault.text.rindex("\\", start, fault.at))


def _backslash_at(fault: Fault, start: int) -> Stumble:
    code = fault.text[start : start + 2]
    message = f"{code} does not stand for itself between double quotes"
    help_text = "write the backslash twice, \\\\, or put the text between single quotes"
    return Stumble((start, start + 2), message, help_text)


def _open_container(fault: Fault) -> Stumble | None:
    """A list without its closing bracket, found out only at the next statement or the end."""
    line = fault.text.rfind("\n", 0, fault.at) + 1
    before = [it for it in fault.around.brackets if it < line]
    if not fault.is_in_container:
        return None
    if not fault.text[fault.at :].strip():
        start = fault.around.brackets[-1]
    elif before and _STATEMENT.match(fault.text, line):
        start = before[-1]
    else:
        return None
    bracket = fault.text[start]
    message = f"the {_WHOLE[bracket]} that begins here is not closed"
    return Stumble((start, start + 1), message, f"write {CLOSING[bracket]} at its end")


def _instead_of_comma(fault: Fault) -> Stumble | None:
    """A sign that is no comma after an element of a list or an entry of an inline table."""
    sign = fault.text[fault.at : fault.at + 1]
    if _element(fault) is None or sign not in {";", ")", "]", "}"}:
        return None
    place, bracket = (fault.at, fault.at + 1), fault.text[fault.around.brackets[-1]]
    if sign == ";":
        return Stumble(place, "a semicolon stands where a comma belongs", "write ,")
    message = f"{sign} cannot close what {bracket} opens"
    return Stumble(place, message, f"write {CLOSING[bracket]} instead")


def _missing_comma(fault: Fault) -> Stumble | None:
    """Two elements or entries without a comma between them, or only one that looks like two."""
    place = _element(fault)
    if place is None:
        return None
    (start, end), element = place, fault.text[slice(*place)]
    is_joined = end == fault.at and element[0] in "\"'"
    if is_joined and (match := _RUN_ON.fullmatch(element)):
        text = match[1].rstrip()
        message = f"the text {shown(text)} has no closing quote"
        help_text = f"write {text[0]} where the text ends: {shown(text)}{text[0]}"
        return Stumble((start, start + len(text)), message, help_text)
    if is_joined:
        return None
    return Stumble(
        place, f"a comma is missing after {shown(element)}", f"write a comma: {shown(element)},"
    )


def _element(fault: Fault) -> Place | None:
    """Return the place of an element or an entry's value that only blanks part from the fault."""
    start = fault.around.item
    if not fault.is_in_container or fault.at <= start:
        return None
    end = _element_end(fault.text, start)
    return None if _GAP.sub("", fault.text[end : fault.at]) else (start, end)


def _element_end(text: str, start: int) -> int:
    if text[start] in CLOSING:
        return container_end(text, start)
    match = _ELEMENT.match(text, start)
    return match.end() if match else start


def _anything(fault: Fault) -> Stumble:
    """What no other look explains."""
    place = fault.rest_of_line(fault.at)
    if place[0] == place[1]:
        place = fault.line
    message = f"{shown(fault.text[slice(*place)]) or 'this'} does not belong here"
    help_text = "look for a missing quote, bracket, comma or equals sign, or put # before a remark"
    return Stumble(place, message, help_text)


_LOOKS: tuple[Callable[[Fault], Stumble | None], ...] = (
    _character,
    _open_text,
    _backslash,
    repeated,
    in_header,
    in_name,
    _open_container,
    in_value,
    _instead_of_comma,
    _missing_comma,
    after_value,
    _anything,
)
