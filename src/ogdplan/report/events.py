"""How often something happened, in words: `3 deadlines moved`."""

from collections.abc import Mapping
from typing import NamedTuple

from ogdplan.model.kinds import KINDS
from ogdplan.report.words import counted


class _Words(NamedTuple):
    """What happened; to `one` or `several` of what, where that is not the kind of the record."""

    verb: str
    one: str = ""
    several: str = ""


_FIELD = ("field", "fields")
_LIST = ("list", "lists")
_WORDS: Mapping[str, _Words] = {
    "deadline-moved": _Words("moved", "deadline", "deadlines"),
    "deadline-set": _Words("set", "deadline", "deadlines"),
    "deadline-removed": _Words("removed", "deadline", "deadlines"),
    "status-changed": _Words("changed", "status", "statuses"),
    "unreadable": _Words("that cannot be read", "value", "values"),
    "readable-again": _Words("that can be read again", "value", "values"),
    "progress-changed": _Words("changed", "percentage", "percentages"),
    "reported": _Words("added", "report", "reports"),
    "evidence-added": _Words("with evidence added"),
    "evidence-removed": _Words("with evidence removed"),
    "challenge-raised": _Words("added"),
    "promoted": _Words("become a milestone"),
    "lead-changed": _Words("changed", "lead", "leads"),
    "plan-added": _Words("added"),
    "plan-removed": _Words("removed"),
    "plan-moved": _Words("moved"),
    "field-changed": _Words("changed", *_FIELD),
    "field-set": _Words("set", *_FIELD),
    "field-removed": _Words("removed", *_FIELD),
    "reworded": _Words("reworded", "text", "texts"),
    "list-changed": _Words("changed", *_LIST),
    "reordered": _Words("in another order", *_LIST),
    "translation-added": _Words("added", "translation", "translations"),
    "translation-removed": _Words("removed", "translation", "translations"),
}
"""The words of the kinds of change whose name is not the word for what happened to the record."""

_NOUNS = {
    "plan": ("plan", "plans"),
    "accepted": ("accepted finding", "accepted findings"),
    **{kind.name: (kind.words, kind.plural) for kind in KINDS},
}


def event_words(event: str, kind: str, number: int) -> str:
    """Return how often a kind of change happened to records of a kind, both by their names."""
    words = _WORDS.get(event, _Words(event))
    one, several = (words.one, words.several) if words.one else _NOUNS[kind]
    return f"{counted(number, one, several)} {words.verb}"
