"""The types of fields as the page of the file format names them, read off the model."""

from typing import get_args

from ogdplan.model import values
from ogdplan.model.kinds import KINDS, FieldSpec
from ogdplan.model.values import Rating
from ogdplan.model.vocabularies import vocabulary_name

_NAMED = {
    values.Id: "Id",
    values.Url: "Url",
    values.CountryCode: "country",
    values.Language: "language",
    values.LicenceId: "licence",
    values.Sdg: "Sdg",
    values.FarRef: "FarRef",
    values.PlanId: "plan id",
    values.RuleSlug: "rule",
    values.Period: "period",
}


def type_of(spec: FieldSpec) -> str:
    """Return the type of a field: `Text`, `Ref[institution]`, `list of Sdg`."""
    if spec.base is Rating:
        return "ratings"
    return f"list of {_single(spec)}" if spec.repeated else _single(spec)


def _single(spec: FieldSpec) -> str:
    if spec.vocabulary:
        return vocabulary_name(spec.vocabulary)
    if spec.refers_to:
        kinds = ", ".join(spec.refers_to) if len(spec.refers_to) < len(KINDS) else "any"
        return f"Ref[{kinds}]"
    if spec.is_text or spec.is_when:
        return "Text" if spec.is_text else "When"
    return _named(spec) or _plain(spec)


def _named(spec: FieldSpec) -> str | None:
    marks = [id(mark) for mark in spec.marks]
    found = (
        name
        for annotation, name in _NAMED.items()
        if all(id(mark) in marks for mark in get_args(annotation)[1:])
    )
    return next(found, None)


def _plain(spec: FieldSpec) -> str:
    words = {str: "string", bool: "boolean", int: "integer", float: "number"}[spec.base]
    bounds = {
        sign: getattr(mark, bound)
        for mark in spec.marks
        for bound, sign in (("ge", "≥"), ("gt", ">"), ("le", "≤"))
        if hasattr(mark, bound)
    }
    match bounds:
        case {"≥": low, "≤": high}:
            return f"{words} {low}–{high}"
        case {"≥": low}:
            return f"{words} ≥ {low}"
        case {">": low}:
            return f"{words} > {low}"
    return words
