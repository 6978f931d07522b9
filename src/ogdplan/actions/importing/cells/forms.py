"""Values that are written in a form of their own: yes and no, goals, ratings."""

import re

from ogdplan.actions.importing.cells.faults import Bad, shortened
from ogdplan.actions.importing.cells.numbers import typed_number
from ogdplan.planfile.operations import Value
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.sdg import sdg_code
from ogdplan.workspace.spreadsheets.cells import CellValue

_YES = frozenset({"yes", "true", "y", "si", "sim", "oui", "x", "1"})
_NO = frozenset({"no", "false", "n", "nao", "non", "0"})
_GOAL = re.compile(
    r"(?:sdgs?|ods|odd|goal|target|meta|objetivo|objectif)?\s*#?\s*(?P<code>\d[\w.]*)\.?",
    re.IGNORECASE,
)
ENTRIES = re.compile(r"\n|;\s")
"""What divides entries that may hold web addresses, in which a semicolon can stand."""


def yes_or_no(text: str) -> bool | Bad:
    """Return whether a word is one for yes, in four languages."""
    words = plain_words(text)
    if words in _YES | _NO:
        return words in _YES
    return Bad(f'"{shortened(text)}" is neither yes nor no', "write yes or no")


def goal(value: CellValue, text: str) -> str | Bad:
    """Return a goal, target or indicator; a number 16.1 may have been 16.10 before Excel had it."""
    match = _GOAL.fullmatch(text.strip())
    code = match["code"].rstrip(".") if match else text.strip()
    if isinstance(value, float) and sdg_code(f"{code}0"):
        return Bad(f"{code} could be {code} or {code}0", "make the cells text, and write it again")
    return code


def ratings(text: str) -> dict[str, Value] | Bad:
    """Return answers with their percentages, each "Useful = 60"."""
    found: dict[str, Value] = {}
    for line in ENTRIES.split(text):
        label, mark, share = line.rpartition("=")
        number = typed_number(share.strip())
        if isinstance(number, Bad):
            return number
        if not (mark and label.strip()) or number is None:
            return Bad(
                f'"{shortened(line)}" is no rating',
                'write the answer and its percentage: "Useful = 60"',
            )
        found[label.strip()] = number
    return found
