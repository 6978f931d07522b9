"""Language tags of BCP 47, checked against ISO 639, ISO 15924 and ISO 3166-1."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ogdplan.reference.tables import read_row, read_table


def is_language_tag(tag: str) -> bool:
    """Whether `tag` is a BCP 47 tag made of known language, script and region codes.

    Letter case does not count, as the standard says (`recommended_tag` gives the usual one).
    Variants are checked for form only. A three-letter code is refused where a two-letter one
    exists ("eng"), as are private use, extensions and the irregular tags of old.
    """
    return _subtags(tag) is not None


def recommended_tag(words: str) -> str | None:
    """Return the usual spelling of the tag that `words` can only mean, else None.

    Understands any letter case, underscores ("pt_br": "pt-BR"), three-letter codes that have a
    two-letter one ("spa": "es") and English names of such languages ("Bengali": "bn").
    """
    plain = words.strip().lower().replace("_", "-")
    language, hyphen, rest = plain.partition("-")
    for tag in (plain, _short_codes().get(plain), _short_codes().get(language, "") + hyphen + rest):
        subtags = _subtags(tag or "")
        if subtags:
            return "-".join(_usual_case(subtags))
    return None


def primary_language(tag: str) -> str:
    """Return what a tag says of the language alone, in small letters: "pt" of "pt-BR"."""
    return tag.replace("_", "-").partition("-")[0].lower()


def language_codes() -> tuple[str, ...]:
    """Return the two-letter language codes, sorted."""
    return tuple(_two_letter_names())


def language_name(tag: str) -> str | None:
    """Return the English name of the primary language of `tag`, None for no language tag."""
    subtags = _subtags(tag)
    return _name(subtags[0]) if subtags else None


def is_right_to_left(tag: str) -> bool:
    """Whether text in the language of `tag` is written from right to left.

    The script decides if the tag has one, else the region ("pa-PK"), else the language; anything
    that is no language tag runs from left to right.
    """
    language, _, script, region, _ = _subtags(tag) or _NO_SUBTAGS
    if script:
        return _scripts()[script] == "rtl"
    directions = _directions()
    return directions.get(f"{language}-{region}", directions.get(language)) == "rtl"


# Language, extended language, script, region, variants; in lower case, "" for what is absent.
_Subtags = tuple[str, str, str, str, str]
_NO_SUBTAGS: _Subtags = ("", "", "", "", "")

_FORM = (
    r"([a-z]{2,3})(?:-([a-z]{3}))?(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?"
    r"((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
)
# Source: the prefixes that the IANA language subtag registry gives to extended languages.
_EXTENDED_LANGUAGES = frozenset({"ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"})


@lru_cache(maxsize=512)
def _subtags(tag: str) -> _Subtags | None:
    # Lowering turns the Kelvin sign into a k, so what is not ASCII goes first.
    form = re.fullmatch(_FORM, tag.lower()) if tag.isascii() else None
    if form is None:
        return None
    language, extended, script, region, variants = form.groups(default="")
    known = (
        _name(language)
        and (not extended or (language in _EXTENDED_LANGUAGES and _name(extended)))
        and (not script or script in _scripts())
        and (not region or region in _regions())
        and _are_distinct(variants.split("-")[1:])
    )
    return (language, extended, script, region, variants) if known else None


def _are_distinct(variants: list[str]) -> bool:
    return len(set(variants)) == len(variants)


def _usual_case(subtags: _Subtags) -> Iterator[str]:
    language, extended, script, region, variants = subtags
    parts = (language, extended, script.title(), region.upper(), *variants.split("-"))
    return (part for part in parts if part)


def _name(code: str) -> str | None:
    """Return the English name of a language; the long table is read for three letters only."""
    if len(code) == 2:
        return _two_letter_names().get(code)
    row = read_row("languages-alpha3.csv", code)
    return row[1] if row else None


@cache
def _two_letter_names() -> dict[str, str]:
    return {code: name for code, _, name, _ in read_table("languages.csv")}


@cache
def _short_codes() -> dict[str, str]:
    """Return the two-letter codes by three-letter code and by English name, in lower case."""
    return {
        word.lower(): code for code, *words in read_table("languages.csv") for word in words if word
    }


@cache
def _scripts() -> dict[str, str]:
    return {code.lower(): direction for code, _, direction in read_table("scripts.csv")}


@cache
def _regions() -> frozenset[str]:
    """Return the codes of countries and, by number, of them and of larger areas (UN M49)."""
    areas = [code for code, _ in read_table("regions.csv")]
    countries = [(alpha2.lower(), number) for _, alpha2, number, *_ in read_table("countries.csv")]
    return frozenset(areas).union(*countries)


@cache
def _directions() -> dict[str, str]:
    return {tag.lower(): direction for tag, direction in read_table("right-to-left.csv")}
