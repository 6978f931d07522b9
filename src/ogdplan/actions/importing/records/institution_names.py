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
_UNDECIDED = {
    *("tbd", "t b d", "tba", "tbc", "unassigned", "pending", "pendiente", "pendente"),
    *(f"to be {word}" for word in ("determined", "decided", "defined", "confirmed", "agreed")),
    *("to be announced", "to be assigned", "not yet assigned", "not yet determined"),
    *(f"por {word}" for word in ("definir", "determinar", "confirmar", "designar", "asignar")),
    *(f"a {word}" for word in ("definir", "determinar", "confirmar", "designar", "indicar")),
    *(f"a {word}" for word in ("determiner", "confirmer", "designer", "preciser")),
    *("sin definir", "sin asignar", "no definido", "nao definido", "non defini"),
    *("not yet", "aun no", "todavia no", "ainda nao", "pas encore"),
}
"""What stands where nobody knows yet who it will be, or when, in four languages."""
_LIST = r"[,/](?:\s*(?:and|y|e|et|&)\s)?"
_WORD = r"\s(?:and|y|e|et)(?=\s)|&"
_BY_LIST, _BY_WORD, _BY_BOTH = (
    # What is in brackets is passed over, not divided.
    re.compile(rf"\([^()]*\)|(?P<divider>{each})", re.IGNORECASE)
    for each in (_LIST, _WORD, f"{_LIST}|{_WORD}")
)
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


def is_undecided(name: str) -> bool:
    """Return whether a name only says that it is not known yet: TBD, por definir."""
    return plain_words(name) in _UNDECIDED


def can_be_several(name: str) -> bool:
    """Return whether a name has a comma, a slash or an "and" in it, which may divide names."""
    return len(_parts(_BY_BOTH, name)) > 1


def can_be_unit(name: str) -> bool:
    """Return whether a name may be a unit's before that of the one above it: DEIOP/SETIC."""
    parts = name.split("/")
    return len(parts) > 1 and all(looks_like_acronym(part.strip()) for part in parts)


def several(name: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the institutions that a name without semicolons lists; none where it is one name.

    Of a list with commas or slashes one known name is enough. "and" stands in many a name, so all
    that it joins must be known or begin alike, or one be known among acronyms and single words.
    """
    parts = _parts(_BY_BOTH, name)
    known = [is_known(part) for part in parts]
    if any(known) and all(known[at] or looks_like_acronym(part) for at, part in enumerate(parts)):
        return parts if len(parts) > 1 else ()
    for pattern in (_BY_LIST, _BY_WORD):
        parts = _parts(pattern, name)
        if len(parts) > 1 and _are_several(parts, is_known, is_list=pattern is _BY_LIST):
            return parts
    return ()


def _are_several(parts: tuple[str, ...], is_known: Callable[[str], bool], *, is_list: bool) -> bool:
    known = [is_known(part) for part in parts]
    words = [len(part.split()) for part in parts]
    begin_alike = len({plain_words(part).partition(" ")[0] for part in parts}) == 1
    are_short = max(words) == 1 or any(map(looks_like_acronym, parts))
    return all(known) or (min(words) > 1 and begin_alike) or (any(known) and (is_list or are_short))


def _parts(pattern: re.Pattern[str], name: str) -> tuple[str, ...]:
    parts, start = [], 0
    for match in pattern.finditer(name):
        if match["divider"]:
            parts.append(name[start : match.start()].strip())
            start = match.end()
    parts.append(name[start:].strip())
    return tuple(filter(None, parts))
