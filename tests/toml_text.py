"""TOML text of values, for tests that make plan files from data."""

import json
from collections.abc import Mapping
from datetime import date, time


def as_toml(value: object) -> str:
    """Return a value as TOML writes it in one line; tables are inline tables."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            # JSON escapes the same characters as TOML but for this one.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(as_toml, value))}]"
        case dict():
            pairs = (f"{as_toml(str(key))} = {as_toml(each)}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
    return str(value)


def document(data: Mapping[str, object]) -> str:
    """Return the text of a file with this data."""
    return "".join(f"{as_toml(key)} = {as_toml(value)}\n" for key, value in data.items())
