"""How a value says what is wrong with it, in a form that survives pydantic."""

from typing import Literal, NamedTuple

from pydantic_core import PydanticCustomError

FAULTS = "ogdplan-faults"
"""The pydantic error type whose context carries faults."""


class Fault(NamedTuple):
    """One mistake within a value: the slug of the rule it breaks, and words.

    `within` is the way from the value down to the part at fault, `aim` whether that part's
    key or its value is meant. An empty `help` means the rule's own.
    """

    rule: str
    message: str
    help: str = ""
    within: tuple[str | int, ...] = ()
    aim: Literal["value", "key"] = "value"


def refuse(*faults: Fault) -> PydanticCustomError:
    """Return the exception with which a validator reports its faults."""
    return PydanticCustomError(FAULTS, "see the faults", {"faults": faults})


def type_name(value: object) -> str:
    """Return what a TOML value is, as people call it, with its article."""
    return _NAMES.get(type(value).__name__, "something else")


_LONGEST = 57
_MANY_BITS = 1000
_NAMES = {
    "bool": "true or false",
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "list": "a list",
    "dict": "a table",
    "date": "a date",
    "datetime": "a date with a time",
    "time": "a time",
}


def shown(value: object) -> str:
    """Return a short value as the file has it, for a message; long ones are cut."""
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= _LONGEST else f'"{value[:_LONGEST]}…"'
    if isinstance(value, int) and value.bit_length() > _MANY_BITS:
        # Python refuses to write thousands of digits in tens; the file had them as 0x….
        return f"{hex(value)[:_LONGEST]}…"
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
