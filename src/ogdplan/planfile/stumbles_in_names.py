"""What people stumble over in headers and in the names before an equals sign."""

import re

from ogdplan.planfile.fault import Fault, Stumble, shown
from ogdplan.planfile.positions import Positions, locate
from ogdplan.planfile.scanner import KEY, Path, Place, key_parts

_REPEATED = ("Cannot ", "Duplicate ")
_HEADER = re.compile(
    r"(?P<open>\[[\[ \t]*)(?P<name>[^\[\]#\n=]*)(?P<close>[\] \t]*)(?P<rest>[^#\n]*)"
)
_NAME = re.compile(KEY)
_COLON = re.compile(rf"(?P<key>{KEY})[ \t]*(?P<colon>:)[ \t]*(?P<value>[^\n]*)")
_SPACED = re.compile(r"[\w-]+(?:[ \t]+[\w-]+)+")
_BEFORE_EQUALS = re.compile(r"(?P<name>[^=\n\"'\[\]{}#]*?)[ \t]*=")
_WITHOUT_EQUALS = re.compile(
    rf"(?P<key>{KEY})(?:[ \t]+(?P<value>[\"'\[{{\d][^\n]*)|[ \t]*(?=\n|\Z|#))"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-\w+)*")


def repeated(fault: Fault) -> Stumble | None:
    """A name or a header that the table or the document has already."""
    if not fault.reason.startswith(_REPEATED):
        return None
    known = locate(fault.text[: fault.start])
    if match := _HEADER.match(fault.text, fault.start):
        return _repeated_header(fault, known, match)
    return _repeated_key(fault, known) or _repeated_entry(fault)


def _repeated_key(fault: Fault, known: Positions) -> Stumble | None:
    if fault.key is None:
        return None
    path, parts = known.last_table, key_parts(fault.text, fault.key)
    for part in parts:
        path = (*path, part.name)
        place = known.value(path)
        if place and (part is parts[-1] or not _is_dotted_table(fault, known, path)):
            break
    else:
        return None
    name, first = fault.text[slice(*fault.key)], known.key(path) or place
    line = fault.line_number(first.start)
    if len(parts) == 1 and not _is_dotted_table(fault, known, path):
        message = f"{name} is given twice, first in line {line}"
        return Stumble(
            fault.key, message, "keep one of the two lines; each record has its own header"
        )
    before = fault.text[slice(*fault.rest_of_line(fault.text.rfind("\n", 0, first.start) + 1))]
    before = before.split("=")[0].strip()
    message = f"{name} cannot stand beside {shown(before)} in line {line}"
    return Stumble(fault.key, message, _beside_help(parts[-1].name, parts[0].name, before))


def _beside_help(name: str, first: str, before: str) -> str:
    language = name if name != first else before.rpartition(".")[2].strip()
    if _LANGUAGE.fullmatch(language):
        return f"name the language in each line, as in {first}.{language} = …"
    return "remove one of the two lines, or rename it"


def _is_dotted_table(fault: Fault, known: Positions, path: Path) -> bool:
    header = known.header(path)
    return header is not None and not fault.text.startswith(("[", "{"), header.start)


def _repeated_entry(fault: Fault) -> Stumble:
    match = _NAME.match(fault.text, fault.around.entry)
    place = match.span() if match else (fault.at, fault.at + 1)
    message = f"{shown(fault.text[slice(*place)])} is given twice between the braces"
    return Stumble(place, message, "keep one of the two")


def _repeated_header(fault: Fault, known: Positions, match: re.Match[str]) -> Stumble:
    name = match["name"].strip()
    place = fault.start, fault.start + len(match[0].rstrip())
    names = tuple(part.name for part in key_parts(fault.text, match.span("name")))
    first = known.value(known.resolve(names)) or known.value(names[:1])
    line = fault.line_number(first.start) if first else 1
    before = fault.text[slice(*first)] if first else ""
    double, is_double = f"[[{name}]]", match["open"].count("[") > 1
    if not (before.startswith("[") and _is_header(fault.text, first)):
        message = f"{match[0].rstrip()} cannot stand beside {name} in line {line}"
        return Stumble(place, message, "remove one of the two, or rename it")
    if before.startswith("[[") and not is_double:
        message = f"[{name}] has single brackets, and {double} in line {line} has double ones"
        return Stumble(place, message, f"use double brackets: {double}")
    if is_double:
        message = f"{double} has double brackets, and [{name}] in line {line} has single ones"
        return Stumble(place, message, f"use double brackets in line {line} too: {double}")
    message = f"[{name}] stands twice, first in line {line}"
    return Stumble(place, message, f"put the lines of both under the first [{name}]")


def _is_header(text: str, place: Place | None) -> bool:
    return place is not None and not text[: place[0]].rpartition("\n")[2].strip()


def in_header(fault: Fault) -> Stumble | None:
    """A header with the wrong brackets, a wrong name, or something behind it."""
    match = _HEADER.match(fault.text, fault.start)
    if match is None or fault.key:
        return None
    if match["name"].strip():
        return _wrong_name(fault, match) or _wrong_brackets(fault, match) or _behind(match)
    place = _header_place(fault, match)
    message = f"{shown(fault.text[slice(*place)])} has no name"
    return Stumble(place, message, "write the name of a table in the brackets")


def _wrong_name(fault: Fault, match: re.Match[str]) -> Stumble | None:
    name = match["name"].rstrip()
    if _NAME.fullmatch(name):
        return None
    place = match.start("name"), match.start("name") + len(name)
    message = f"{shown(name)} cannot be the name of a table"
    right = _right_name(name)
    if right == name:
        return Stumble(place, message, "write a name without quotes in the brackets")
    return Stumble(place, message, f"write {_right_header(fault, match, right)}")


def _wrong_brackets(fault: Fault, match: re.Match[str]) -> Stumble | None:
    opened, closed = match["open"].strip(), match["close"].strip()
    if (opened, closed) in {("[", "]"), ("[[", "]]")}:
        return None
    place = _header_place(fault, match)
    message = f"the brackets of {shown(fault.text[slice(*place)])} do not match"
    return Stumble(place, message, f"write {_right_header(fault, match, match['name'].rstrip())}")


def _behind(match: re.Match[str]) -> Stumble | None:
    rest = match["rest"].rstrip()
    place = match.start("rest"), match.start("rest") + len(rest)
    header = f"{match['open']}{match['name']}{match['close']}".strip()
    message = f"{shown(rest)} stands behind the header {header}"
    help_text = "begin a new line for it, or put # before a remark"
    return Stumble(place, message, help_text) if rest else None


def _header_place(fault: Fault, match: re.Match[str]) -> Place:
    """Return the place of a header, to the end of its line when nothing closes it."""
    if not match["close"].strip():
        return fault.rest_of_line(fault.start)
    return fault.start, match.start("close") + len(match["close"].rstrip())


def _right_header(fault: Fault, match: re.Match[str], name: str) -> str:
    """Return the header as it has to be written, with double brackets if any are."""
    is_list = max(match["open"].count("["), match["close"].count("]")) > 1
    return f"[[{name}]]" if is_list or _is_list(fault, name) else f"[{name}]"


def _is_list(fault: Fault, name: str) -> bool:
    """Say whether the document has an array of tables of that name."""
    return re.search(rf"^[ \t]*\[\[{re.escape(name)}\]\]", fault.text, re.MULTILINE) is not None


def _right_name(name: str) -> str:
    """Return the name as it has to be written."""
    if _NAME.fullmatch(name):
        return name
    bare = name.strip("“”„‘’«»\"' \t.")
    if _SPACED.fullmatch(bare) and bare.isascii():
        return "_".join(bare.split())
    return bare if _NAME.fullmatch(bare) or '"' in bare else f'"{bare}"'


def in_name(fault: Fault) -> Stumble | None:
    """A statement that does not begin with a name and an equals sign."""
    if fault.key:
        return _in_entry(fault)
    if fault.text.startswith("[", fault.start):
        return None
    return (
        _colon(fault, fault.start) or _before_equals(fault) or _without_equals(fault, fault.start)
    )


def _in_entry(fault: Fault) -> Stumble | None:
    """The same between the braces of an inline table."""
    if not fault.is_in_container or fault.text[fault.around.brackets[-1]] != "{":
        return None
    if fault.around.item != fault.around.entry:
        return None
    return _colon(fault, fault.around.entry) or _without_equals(fault, fault.around.entry)


def _colon(fault: Fault, start: int) -> Stumble | None:
    match = _COLON.match(fault.text, start)
    if match is None or not start <= fault.at <= match.end("colon"):
        return None
    message = f"{match['key']} is followed by a colon"
    help_text = f"write an equals sign: {match['key']} = {_as_value(match['value'])}"
    return Stumble(match.span("colon"), message, help_text)


def _before_equals(fault: Fault) -> Stumble | None:
    match = _BEFORE_EQUALS.match(fault.text, fault.start)
    if match is None:
        return None
    name, place = match["name"], match.span("name")
    if not name:
        place = fault.start, match.end()
        return Stumble(place, "there is no name before the equals sign", "write name = value")
    message = f"{shown(name)} cannot be a name as it stands"
    right = _right_name(name)
    also = ", or in quotes if it has to be so" if "_" in right else ""
    return Stumble(place, message, f"write {shown(right)} = …{also}")


def _without_equals(fault: Fault, start: int) -> Stumble:
    match = _WITHOUT_EQUALS.match(fault.text, start)
    if match:
        key = match["key"]
        message = f"there is no equals sign after {shown(key)}"
        return Stumble(
            match.span("key"), message, f"write {shown(key)} = {_as_value(match['value'])}"
        )
    place = fault.rest_of_line(start)
    text = fault.text[slice(*place)]
    if text.startswith(("]", "}")):
        return Stumble((start, start + 1), f"{text[0]} closes nothing here", "remove it")
    message = f'the line "{shown(text)}" is neither a header nor a name with a value'
    return Stumble(place, message, "write name = value, or put # before a remark")


def _as_value(text: str | None) -> str:
    """Return what a value should look like, as far as can be told from its text."""
    text = (text or "").strip()
    if not text or "#" in text or "}" in text:
        return "…"
    return shown(text if text[0] in "\"'[{" or text[0].isdigit() else f'"{text}"')
