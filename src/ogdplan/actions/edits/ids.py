"""Ids of new records, derived from their titles in any script."""

from collections.abc import Collection, Mapping

from ogdplan.errors import UsageError
from ogdplan.model.kinds import Kind
from ogdplan.model.slugs import slug
from ogdplan.model.values import ID_LENGTH, is_id
from ogdplan.planfile.operations import Value

_FEW = 20
"""So many numbers are tried one by one."""

_ENDING = 5
"""Characters that a number takes at least, with its hyphen: so names are cut alike."""


def id_from(title: str, taken: Collection[str], *, otherwise: str) -> str:
    """Return an id like the title, cut at a word, that no record has; at most 64 characters.

    `otherwise` is what it begins with where no letter of the title can be written in ASCII.
    """
    return unique(slug(title) or otherwise, taken)


def id_for(kind: Kind, fields: Mapping[str, Value], taken: Collection[str]) -> str:
    """Return an id for a new record; of kinds without a title from what it is about and when."""
    match kind.name:
        case "update":
            parts = [fields.get("about", "plan"), fields["on"]]
        case "measurement":
            parts = [fields["indicator"], fields["on"]]
        case "assessment":
            parts = [fields.get("about", "plan"), fields["framework"], fields.get("on", "")]
        case _:
            return id_from(_words(fields[kind.heading]), taken, otherwise=kind.name)
    name = "-".join(str(part) for part in parts if part)
    return unique(slug(name, length=ID_LENGTH), taken)


def numbered(name: str, number: int, taken: Collection[str]) -> str:
    """Return the name, cut where it must be, with a free number from one on: `portal-2`.

    It is the first free one, or where many are taken the one behind them.
    """
    few = (_with_number(name, each) for each in range(number, number + _FEW))
    return next((each for each in few if each not in taken), None) or _behind(name, number, taken)


def _behind(name: str, number: int, taken: Collection[str]) -> str:
    """Return a name whose number is free while the one before is taken, in few steps.

    Thousands of rows may begin alike; to try every number for each takes their square.
    """
    used, free = number, number + _FEW
    while _with_number(name, free) in taken:
        used, free = free, free + 2 * (free - number)
    while free - used > 1:
        middle = (used + free) // 2
        if _with_number(name, middle) in taken:
            used = middle
        else:
            free = middle
    return _with_number(name, free)


def _with_number(name: str, number: int) -> str:
    ending = f"-{number}"
    return name[: ID_LENGTH - max(len(ending), _ENDING)].rstrip("-") + ending


def unique(name: str, taken: Collection[str]) -> str:
    """Return the name, with the first number behind it that makes it new where it is taken."""
    return numbered(name, 2, taken) if name in taken else name


def chosen(name: str, taken: Collection[str]) -> str:
    """Return an id that someone chose; raises UsageError when it is none, or taken."""
    if not is_id(name):
        hint = f"write small letters, digits and single hyphens, at most {ID_LENGTH} characters"
        raise UsageError(f'"{name}" cannot be an id', hint=hint)
    if name in taken:
        raise UsageError(f'there is a record called "{name}" already', hint="choose another id")
    return name


def _words(value: Value) -> str:
    """Return the first wording of a text; that in English where it has one."""
    if isinstance(value, Mapping):
        return str(value.get("en") or next(iter(value.values())))
    return str(value)
