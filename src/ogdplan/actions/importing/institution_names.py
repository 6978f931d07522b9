"""What the name of an institution in a cell is made of: a bracket behind it, several names."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher

from ogdplan.reference.plain_words import plain_words

_BRACKET = re.compile(r"(?P<name>.*\S)\s*\((?P<inside>[^()]+)\)")
_ROLES = {
    *("lead", "leading", "lead agency", "lead institution", "support", "supporting"),
    *("coordinator", "coordinating", "responsible", "lider", "responsable", "apoyo"),
    *("coordinador", "coordina", "coordenador", "responsavel", "apoio", "chef de file", "appui"),
}
"""What brackets say of the part an institution has in the work."""
_LISTED = re.compile(r"\s*,\s+|\s*/\s*")
_JOINED = re.compile(r"\s+(?:and|y|e|et)\s+|\s*&\s*", re.IGNORECASE)
_ALIKE = 0.88


def bracketed(name: str) -> tuple[str, str | None]:
    """Return a name without the bracket behind it, and what the bracket holds."""
    match = _BRACKET.fullmatch(name)
    return (match["name"], match["inside"].strip()) if match else (name, None)


def without_role(name: str) -> str:
    """Return a name without a bracket that only says who leads or supports."""
    bare, inside = bracketed(name)
    return bare if inside is not None and plain_words(inside) in _ROLES else name


def looks_like_acronym(text: str) -> bool:
    """Return whether a text is one word, mostly of capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return " " not in text and len(letters) > 1 and capitals * 2 > len(letters)


def is_acronym_of(text: str, name: str) -> bool:
    """Return whether most of a text is a name's letters in their order, from an initial on.

    Not all need be: the Ministerio de Educación is called MEP, for it is one of public education.
    """
    letters = plain_words(text).replace(" ", "")
    words = plain_words(name)
    if not (looks_like_acronym(text) and any(each[0] == letters[0] for each in words.split())):
        return False
    found, place = 0, 0
    for letter in letters:
        at = words.find(letter, place)
        if at >= 0:
            found, place = found + 1, at + 1
    return found * 3 >= len(letters) * 2


def are_alike(one: str, other: str) -> bool:
    """Return whether two names can be spellings of one: much alike, or one is within the other."""
    words = plain_words(one), plain_words(other)
    within = set(words[0].split()) <= set(words[1].split())
    within = within or set(words[1].split()) <= set(words[0].split())
    return within or SequenceMatcher(a=words[0], b=words[1], autojunk=False).ratio() >= _ALIKE


def several(name: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the institutions that a name without semicolons lists; none where it is one name.

    "and" stands in many a name, so all that it joins must be known or begin alike; of a list with
    commas or slashes one known name is enough where no part is a single word.
    """
    for pattern, needs_all in ((_LISTED, False), (_JOINED, True)):
        parts = tuple(part for part in pattern.split(name) if part)
        if len(parts) < 2:
            continue
        known = [is_known(part) for part in parts]
        are_long = all(len(part.split()) > 1 for part in parts)
        begin_alike = len({plain_words(part).partition(" ")[0] for part in parts}) == 1
        if all(known) or (are_long and (begin_alike or (any(known) and not needs_all))):
            return parts
    return ()
