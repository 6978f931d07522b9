"""What the columns of a spreadsheet are called, and which field a heading names."""

import re
from functools import cache, lru_cache

from ogdplan.model.kinds import KINDS, FieldSpec, Kind, fields_of
from ogdplan.model.record import Table
from ogdplan.reference.columns import synonyms_of
from ogdplan.reference.languages import is_language_tag

COMPUTED = "Computed"
"""How the heading of a column begins that only shows how something stands; never read back."""

_WORDS = {
    "id": "ID",
    "url": "URL",
    "sdg": "SDG",
    "sdgs": "SDGs",
    "ogp_id": "OGP ID",
    "sdg_portal": "SDG portal",
}
_LONGEST = 200
"""A longer text is no heading."""

_IN_LANGUAGE = re.compile(r"(?P<name>.+?)\s*(?:\(\s*(?P<bracket>[\w-]+)\s*\)|\.(?P<dot>[\w-]+))")


def heading(spec: FieldSpec, language: str | None = None) -> str:
    """Return the heading of a field's column: `Depends on`, or `Title (es)` for one language."""
    words = _WORDS.get(spec.name) or spec.name.replace("_", " ").capitalize()
    return f"{words} ({language})" if language else words


def field_named(heading_text: str, kind: Kind | type[Table]) -> tuple[str, str | None] | None:
    """Return the key of the field that a heading names, and its language; None for no field.

    The inverse of `heading`. Any case will do, spaces, hyphens or underscores, and the key as
    the file has it: `depends_on`, `title.es`. The language is as the heading writes it.
    """
    model = kind.model if isinstance(kind, Kind) else kind
    text = heading_text.strip()
    if spec := _by_words(model).get(_plain(text)):
        return spec.name, None
    name, language = _parted(text)
    spec = _by_words(model).get(_plain(name))
    if spec is None or not spec.is_text or not is_language_tag(language):
        return None
    return spec.name, language


def is_heading(text: str) -> bool:
    """Return whether a text is known as the heading of a column, in any kind and language."""
    # Of all cells of a table this is asked: to look into each kind would take its time.
    if len(text) > _LONGEST:
        return False
    if _plain(text) in _all_names() or synonyms_of(text):
        return True
    return bool(_parted(text)[0]) and any(field_named(text, kind) for kind in KINDS)


def fields_meant(text: str, kind: Kind | None = None) -> frozenset[str]:
    """Return the keys of all fields of a kind, or of any, that a text is known as the heading of.

    In a kind a key may name a field of a record beside it, such as `commitment.title`.
    """
    if len(text) > _LONGEST:
        return frozenset()
    named = (field_named(text, each) for each in ((kind,) if kind else KINDS))
    names = (found[0] for found in named if found)
    synonyms = (each for each in synonyms_of(text) if kind is None or each.is_of(kind.name))
    return frozenset((*names, *(synonym.field for synonym in synonyms)))


def sheet_name(kind: Kind) -> str:
    """Return the name of a kind's sheet in a workbook: `Next steps`."""
    return kind.plural.capitalize()


def kind_called(text: str) -> Kind | None:
    """Return the kind that a word or the name of a sheet means: `milestones`, `Next step`."""
    words = _plain(text)
    return next((kind for kind in KINDS if words in (kind.words, kind.plural)), None)


def is_computed(heading_text: str) -> bool:
    """Return whether a column of our own workbooks is one that is never read back."""
    return _plain(heading_text).startswith(f"{COMPUTED.casefold()} ")


@cache
def _by_words(model: type[Table]) -> dict[str, FieldSpec]:
    return {_plain(spec.name): spec for spec in fields_of(model)}


@cache
def _all_names() -> frozenset[str]:
    return frozenset(name for kind in KINDS for name in _by_words(kind.model))


# One text is asked of each kind in turn.
@lru_cache(maxsize=1024)
def _parted(text: str) -> tuple[str, str]:
    """Return a heading as the name of a field and a language, both "" where it names none."""
    match = _IN_LANGUAGE.fullmatch(text)
    if match is None:
        return "", ""
    return match["name"], (match["bracket"] or match["dot"]).replace("_", "-")


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return " ".join(re.split(r"[\s_-]+", text.strip().casefold()))
