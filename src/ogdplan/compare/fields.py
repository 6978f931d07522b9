"""What one field that differs tells."""

from collections.abc import Iterator

from ogdplan.compare.matching import Pair
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_fields import (
    FieldChanged,
    FieldRemoved,
    FieldSet,
    LeadChanged,
    ListChanged,
    Reordered,
    Reworded,
    TranslationAdded,
    TranslationRemoved,
)
from ogdplan.compare.points_of_work import (
    EvidenceAdded,
    EvidenceRemoved,
    ProgressChanged,
    Promoted,
    Released,
)
from ogdplan.compare.sides import Side, quoted
from ogdplan.compare.values import by_language
from ogdplan.model.kinds import FieldSpec
from ogdplan.model.text import Text
from ogdplan.model.when import When
from ogdplan.reference.languages import language_name

PRIVATE = "note"
"""The field that is not for publication: it is told that it changed, not from what to what."""


def field_points(pair: Pair, spec: FieldSpec) -> Iterator[Point]:
    """Yield what happened to a field whose values differ; one point, but for texts and evidence."""
    old, new = pair.values(spec)
    if spec.name == PRIVATE:
        yield private_point(spec.name, is_old=old is not None, is_new=new is not None)
    elif isinstance(old, Text) and isinstance(new, Text):
        yield from _text_points(pair, spec.name, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _list_points(pair, spec, old, new)
    elif spec.name == "released" and old is None and isinstance(new, When):
        yield Released(new)
    elif spec.name == "promoted_to" and old is None and isinstance(new, str):
        yield Promoted(new)
    else:
        yield _value_point(pair, spec)


def private_point(field: str, *, is_old: bool, is_new: bool) -> Point:
    """Return what happened to a field whose words are not for publication."""
    if not is_old:
        return FieldSet(field, None)
    return FieldChanged(field, None, None) if is_new else FieldRemoved(field, None)


def _value_point(pair: Pair, spec: FieldSpec) -> Point:
    old, new = (getattr(table, spec.attribute) for table in (pair.old, pair.new))
    old_words, new_words = pair.before.said(old, spec), pair.after.said(new, spec)
    if old_words is None:
        return FieldSet(spec.name, new_words or "")
    if new_words is None:
        return FieldRemoved(spec.name, old_words)
    if old_words == new_words and spec.refers_to:
        # Two institutions can have one short name.
        old_words, new_words = old, new
    return _changed(spec.name, old_words, new_words)


def _changed(field: str, old: str, new: str) -> Point:
    if old == new:
        return Reworded(field)
    match field:
        case "lead":
            return LeadChanged(old, new)
        case "progress":
            return ProgressChanged(old, new)
    return FieldChanged(field, old, new)


def _list_points(
    pair: Pair, spec: FieldSpec, old: tuple[object, ...], new: tuple[object, ...]
) -> Iterator[Point]:
    as_it_was = getattr(pair.old, spec.attribute)
    gone = (was for was, each in zip(as_it_was, old, strict=True) if each not in new)
    added = _said(pair.after, spec, (each for each in new if each not in old))
    removed = _said(pair.before, spec, gone)
    if not added and not removed:
        yield Reordered(spec.name)
    elif spec.name != "evidence":
        yield ListChanged(spec.name, added, removed)
    else:
        if added:
            yield EvidenceAdded(added)
        if removed:
            yield EvidenceRemoved(removed)


def _said(side: Side, spec: FieldSpec, values: Iterator[object]) -> tuple[str, ...]:
    return tuple(side.said(value, spec) or "" for value in values)


def _text_points(pair: Pair, field: str, old: Text, new: Text) -> Iterator[Point]:
    """Yield what happened to each wording, the plan's first language first."""
    first = pair.after.language
    olds, news = by_language(old, first), by_language(new, first)
    for tag in sorted(olds.keys() | news.keys(), key=lambda tag: (tag != first, tag)):
        if tag not in olds:
            yield TranslationAdded(field, _language(tag))
        elif tag not in news:
            yield TranslationRemoved(field, _language(tag))
        elif olds[tag] != news[tag]:
            name = field if tag == first else f"{field} in {_language(tag)}"
            yield _changed(name, quoted(olds[tag]), quoted(news[tag]))


def _language(tag: str) -> str:
    """Return the name of a language, with its tag when that says more: `Portuguese (pt-BR)`."""
    name = language_name(tag) or tag
    return f"{name} ({tag})" if "-" in tag else name
