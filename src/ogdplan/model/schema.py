"""The file format as a JSON Schema, for editors that complete and check as one types.

Where JSON Schema leaves a choice, it is made for Taplo and Tombi, with which editors read TOML
(docs/file-format.md, "Editors"): Taplo ignores what stands beside a `$ref`, so that a field
holds its schema itself, and only long lists are shared. Both show a `oneOf` badly, so that
values are explained in the description of their field, and one by one under `x-taplo`.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby

from pydantic import WithJsonSchema

from ogdplan.model.evidence import Assessment
from ogdplan.model.forms import ID_LENGTH, ID_PATTERN, URL_PATTERN
from ogdplan.model.kinds import KINDS, FieldSpec, fields_of
from ogdplan.model.plan import FORMAT, Accepted, Header
from ogdplan.model.record import Table
from ogdplan.model.terms import Term
from ogdplan.model.values import Rating
from ogdplan.model.vocabularies import PlanKind
from ogdplan.reference.countries import country, country_codes
from ogdplan.reference.licences import licence, licence_ids
from ogdplan.reference.sdg import SdgLevel, goal_name, goals, sdg_code, sdg_codes
from ogdplan.rules.catalogue import RULES

Schema = dict[str, object]


def json_schema() -> Schema:
    """Return the JSON Schema of plan files, draft 2020-12, as what `json` writes.

    A TOML date is a string, as check-jsonschema and Taplo have it, or what has the format
    `date`, as Tombi has it.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Open government data action plan",
        "description": f"A plan file of ogdplan, format {FORMAT}: see docs/file-format.md",
        "x-tombi-toml-version": "v1.0.0",
        "type": "object",
        "required": ["format", "plan"],
        "additionalProperties": False,
        "properties": {
            "format": {
                "description": "The version of the file format",
                "type": "integer",
                "const": FORMAT,
            },
            "plan": _table(Header),
            **{kind.table: _tables(kind.model, kind.summary) for kind in KINDS},
            "accepted": _tables(Accepted, "findings someone answers for"),
        },
        "$defs": {
            "country": _countries(),
            "licence": _licences(),
            "sdg": _sdgs(),
            "rule": _rules(),
        },
    }


# What is required only under a condition. `additionalProperties` says nothing here; without it
# Tombi takes every other key for an unknown one.
_CONDITIONS: dict[type[Table], Schema] = {
    Header: {
        "if": {
            "properties": {"kind": {"const": PlanKind.PROGRAMME.value}},
            "required": ["kind"],
            "additionalProperties": True,
        },
        "else": {"required": ["country"], "additionalProperties": True},
    },
    Assessment: {"anyOf": [{"required": ["rating"]}, {"required": ["value"]}]},
}


def _tables(model: type[Table], summary: str) -> Schema:
    return {
        "description": f"{summary[0].upper()}{summary[1:]}",
        "type": "array",
        "items": _table(model),
    }


def _table(model: type[Table]) -> Schema:
    specs = fields_of(model)
    return {
        "description": (model.__doc__ or "").rstrip("."),
        "type": "object",
        "required": [spec.name for spec in specs if spec.required],
        "additionalProperties": False,
        "properties": {spec.name: _field(spec) | _default(model, spec) for spec in specs},
        **_CONDITIONS.get(model, {}),
    }


def _default(model: type[Table], spec: FieldSpec) -> Schema:
    """Return the value of a field that is left out, where that means something."""
    value = model.model_fields[spec.attribute].default
    if spec.required or value is None or value == ():
        return {}
    return {"default": list(value) if isinstance(value, tuple) else value}


def _field(spec: FieldSpec) -> Schema:
    value = _value(spec)
    if not spec.repeated or spec.base is Rating:
        return _described(spec.description, value)
    return {
        "description": _described(spec.description, value)["description"],
        "type": "array",
        "uniqueItems": True,
        "items": value,
    }


def _described(words: str, value: Schema) -> Schema:
    """Return the schema of a value under the words of its field, and below them its own."""
    if "$ref" in value:
        return {"description": words, "anyOf": [value]}
    own = value.get("description")
    return {**value, "description": f"{words}\n\n{own}" if own else words}


def _value(spec: FieldSpec) -> Schema:
    """Return the schema of a single value of a field."""
    if spec.vocabulary:
        return _vocabulary(spec.vocabulary)
    if spec.refers_to:
        return _reference(spec.refers_to)
    declared = (mark.json_schema for mark in spec.marks if isinstance(mark, WithJsonSchema))
    own = next(declared, None) or {"type": _TYPES[spec.base]}
    return {**own, **_bounds(spec.marks)}


_TYPES: dict[type, str] = {str: "string", int: "integer", bool: "boolean"}
_BOUNDS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum"}


def _bounds(marks: Iterable[object]) -> Schema:
    return {
        keyword: getattr(mark, bound)
        for mark in marks
        for bound, keyword in _BOUNDS.items()
        if hasattr(mark, bound)
    }


def _reference(kinds: tuple[str, ...]) -> Schema:
    return {
        "description": f"The id of {_one_of(kinds)}",
        "type": "string",
        "pattern": f"^{ID_PATTERN}$",
        "maxLength": ID_LENGTH,
    }


def _one_of(kinds: tuple[str, ...]) -> str:
    """Return the kinds in words: `a milestone, a commitment or a dataset`."""
    if len(kinds) == len(KINDS):
        return "a record"
    *others, last = (f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in kinds)
    words = f"{', '.join(others)} or {last}" if others else last
    return words.replace("-", " ")


def _vocabulary(terms: type[Term]) -> Schema:
    return _explained({term.value: f"{term.label}: {term.description}" for term in terms})


def _explained(meanings: Mapping[str, str]) -> Schema:
    """Return the schema of a short list of values, with a description that explains them all."""
    lines = (f"- `{value}` {meaning}" for value, meaning in meanings.items())
    return {"description": "\n".join(lines), **_closed_list(meanings)}


def _closed_list(meanings: Mapping[str, str]) -> Schema:
    return {
        "type": "string",
        "enum": list(meanings),
        "x-taplo": {"docs": {"enumValues": list(meanings.values())}},
    }


def _countries() -> Schema:
    found = (country(code) for code in sorted(country_codes()))
    return {
        "description": "A three-letter code of ISO 3166-1, such as NPL",
        **_closed_list({each.alpha3: each.name for each in found if each}),
    }


def _licences() -> Schema:
    found = (licence(licence_id) for licence_id in licence_ids())
    titles = {each.id: f"{each.title} ({each.conformance})" for each in found if each}
    return {
        "description": "An id from `ogdplan catalogue licences`, or a whole web address",
        "anyOf": [_closed_list(titles), {"type": "string", "pattern": f"^{URL_PATTERN}$"}],
    }


def _sdgs() -> Schema:
    """Return the schema of goals, targets and indicators.

    Of an indicator only its target has to exist, as the frameworks of several years differ.
    """
    codes = (code for code in map(sdg_code, sdg_codes()) if code)
    targets = (code.code.split(".") for code in codes if code.level is SdgLevel.TARGET)
    by_goal = groupby(targets, key=lambda parts: parts[0])
    branches = (rf"{number}\.({'|'.join(last for _, last in parts)})" for number, parts in by_goal)
    return {
        "description": 'A goal such as "16", a target "16.10" or an indicator "16.10.2"',
        "anyOf": [
            _explained({str(goal.number): goal_name(goal.number) for goal in goals()}),
            {"type": "string", "pattern": rf"^({'|'.join(branches)})(\.[0-9]{{1,2}})?$"},
        ],
    }


def _rules() -> Schema:
    return {
        "description": "A rule from `ogdplan explain`",
        **_closed_list({rule.slug: rule.title for rule in RULES.values()}),
    }
