"""One field in three versions: the value it gets, and where two sides want different ones."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from ogdplan.planfile.operations import Value, is_same

Path = tuple[str, ...]
Element = TypeVar("Element")


class Clash(NamedTuple):
    """Two sides gave a field, or a part of it, different values; None where it is absent.

    `path` names the part: the field, and the language of a text or the label of a rating.
    """

    path: Path
    base: Value | None
    ours: Value | None
    theirs: Value | None


class Values(NamedTuple):
    """A value in three versions; None where it is absent."""

    base: Value | None
    ours: Value | None
    theirs: Value | None


class Languages(NamedTuple):
    """The first language of each version: that of its plain strings."""

    base: str
    ours: str
    theirs: str


Decided = tuple[Value | None, tuple[Clash, ...]]
"""The value, None for none, and where it is ours' because the sides differ."""


def decide(field: str, versions: Values, languages: Languages | None) -> Decided:
    """Return what becomes of a field; `languages` only for a text.

    Lists merge as ordered sets, texts by language, other tables by key. Of two different values
    ours stays, and there is a clash.
    """
    if settled := _one_sided(versions):
        return settled[0], ()
    given = [each for each in versions if each is not None]
    if all(isinstance(each, list) for each in given):
        return as_set(*(each if isinstance(each, list) else [] for each in versions)) or None, ()
    if languages and all(isinstance(each, str | dict) for each in given):
        return _text(field, versions, languages)
    if all(isinstance(each, dict) for each in given):
        parts = (each if isinstance(each, dict) else {} for each in versions)
        merged, clashes = _parts(field, *parts)
        return merged or None, clashes
    return versions.ours, (Clash((field,), *versions),)


def _one_sided(versions: Values) -> tuple[Value | None] | None:
    """Return the value that one side wants, or both do; in a tuple, since it may be None."""
    base, ours, theirs = versions
    if is_same(ours, theirs) or is_same(theirs, base):
        return (ours,)
    return (theirs,) if is_same(ours, base) else None


def as_set(
    base: Sequence[Element], ours: Sequence[Element], theirs: Sequence[Element]
) -> list[Element]:
    """Return ours without what theirs took out, with what theirs put in behind."""
    # By what they print, since not all values can be looked up: a list of thousands is one too.
    old, own, other = ({repr(each) for each in some} for some in (base, ours, theirs))
    stay = [each for each in ours if repr(each) in other or repr(each) not in old]
    known = old | own
    come = {repr(each): each for each in theirs if repr(each) not in known}
    return [*stay, *come.values()]


def _text(field: str, versions: Values, languages: Languages) -> Decided:
    """Return a text merged by language; a plain string stays one where nothing else came."""
    base, ours, theirs = (
        {tag: each} if isinstance(each, str) else each if isinstance(each, dict) else {}
        for each, tag in zip(versions, languages, strict=True)
    )
    merged, clashes = _parts(field, base, ours, theirs)
    given = [each for each in versions if each is not None]
    if not merged and all(isinstance(each, str) for each in given):
        return None, (Clash((field,), *versions),)
    if not isinstance(versions.ours, dict) and merged.keys() == {languages.ours}:
        return merged[languages.ours], tuple(each._replace(path=(field,)) for each in clashes)
    return merged or None, clashes


def _parts(
    field: str,
    base: Mapping[str, Value],
    ours: Mapping[str, Value],
    theirs: Mapping[str, Value],
) -> tuple[dict[str, Value], tuple[Clash, ...]]:
    merged: dict[str, Value] = {}
    clashes: list[Clash] = []
    for name in dict.fromkeys((*ours, *theirs)):
        versions = Values(base.get(name), ours.get(name), theirs.get(name))
        settled = _one_sided(versions)
        value = settled[0] if settled else versions.ours
        if settled is None:
            clashes.append(Clash((field, name), *versions))
        if value is not None:
            merged[name] = value
    return merged, tuple(clashes)


def changed(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[str]:
    """Yield the names of the fields that differ, in the order of the old and then of the new."""
    for name in dict.fromkeys((*old, *new)):
        if not is_same(old.get(name), new.get(name)):
            yield name
