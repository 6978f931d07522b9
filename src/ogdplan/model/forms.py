"""How each kind of value is written: patterns, and its form in the JSON Schema.

A description says how to write the value; editors show it below that of the field. Patterns do
without what only some engines understand, as every editor brings an engine of its own.
"""

from pydantic import WithJsonSchema

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = 64
PLAN_ID_PATTERN = rf"{ID_PATTERN}(/{ID_PATTERN})*"
URL_PATTERN = r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@]+([/?#]\S*)?"

_TAG_PATTERN = (
    "^[A-Za-z]{2,3}(-[A-Za-z]{3})?(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*$"
)
_PERIODS = '"2018", "2018-06", "2018-Q2" or "2018-H1"'
_PERIOD = {
    "type": "string",
    "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$",
    "not": {"pattern": "^0000"},
}
# Tombi takes a string with the format date for a TOML date, and for nothing else; to others a
# date is a string, and the format may be a remark that nobody checks.
_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

PERIOD = WithJsonSchema({"description": f"A period in quotes: {_PERIODS}", **_PERIOD})
WHEN = WithJsonSchema(
    {
        "description": f"A day without quotes, as in 2018-06-30, or a period in quotes: {_PERIODS}",
        "anyOf": [_DAY, _PERIOD],
    }
)
# Each keyword concerns only one of the two types, so no anyOf is needed, and errors stay clear.
TEXT = WithJsonSchema(
    {
        "description": 'A text, or a text for each language, as in `title.en = "…"`',
        "type": ["string", "object"],
        "pattern": r"\S",
        "minProperties": 1,
        "propertyNames": {"pattern": _TAG_PATTERN},
        "additionalProperties": {"type": "string", "pattern": r"\S"},
    }
)
NUMBER = WithJsonSchema({"type": "number"})
RATINGS = WithJsonSchema(
    {
        "description": 'Labels with a percentage from 0 to 100, as in `ratings."very good" = 91`',
        "type": "object",
        "additionalProperties": {"type": "number", "minimum": 0, "maximum": 100},
    }
)
ID = WithJsonSchema(
    {
        "description": f"Small letters a to z, digits and single hyphens, at most {ID_LENGTH} "
        "characters; no two records of the file have the same",
        "type": "string",
        "pattern": f"^{ID_PATTERN}$",
        "maxLength": ID_LENGTH,
    }
)
URL = WithJsonSchema(
    {
        "description": "A whole web address, with http:// or https://",
        "type": "string",
        "pattern": f"^{URL_PATTERN}$",
    }
)
LANGUAGE = WithJsonSchema(
    {
        "description": "A language tag of BCP 47, such as en, es, ne or pt-BR",
        "type": "string",
        "pattern": _TAG_PATTERN,
    }
)
FAR_REF = WithJsonSchema({"type": "string", "pattern": f"^{PLAN_ID_PATTERN}#{ID_PATTERN}$"})
PLAN_ID = WithJsonSchema(
    {
        "description": "The path of another plan below plans/, without .toml",
        "type": "string",
        "pattern": f"^{PLAN_ID_PATTERN}$",
    }
)


def _listed(name: str) -> WithJsonSchema:
    """Return the reference to a long list, which is read only when the schema is asked for."""
    return WithJsonSchema({"$ref": f"#/$defs/{name}"})


COUNTRY = _listed("country")
LICENCE = _listed("licence")
SDG = _listed("sdg")
RULE = _listed("rule")
