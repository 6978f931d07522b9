"""The kinds of value a field can have, each checked once, with its form in the JSON Schema."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, GetCoreSchemaHandler, Strict
from pydantic_core import CoreSchema, core_schema

from ogdplan.model import forms
from ogdplan.model.faults import Fault, refuse, shown, type_name
from ogdplan.model.text import Text, parse_text
from ogdplan.model.when import When, parse_when, period
from ogdplan.reference.countries import country, find_country
from ogdplan.reference.languages import is_language_tag
from ogdplan.reference.licences import licence
from ogdplan.reference.sdg import sdg_code
from ogdplan.rules.catalogue import RULES

ID_LENGTH = forms.ID_LENGTH
"""How many characters an id has at most."""

_ID = re.compile(forms.ID_PATTERN)
_PLAN_ID = re.compile(forms.PLAN_ID_PATTERN)
_URL = re.compile(forms.URL_PATTERN)
_SDG = re.compile(r"[0-9]{1,2}(\.[0-9a-z]{1,2}(\.[0-9]{1,2})?)?")
_NUMBER_LIMIT = 2**63


def is_id(text: str) -> bool:
    """Return whether the text can be the id of a record."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None


def is_plan_id(text: str) -> bool:
    """Return whether the text can be the id of a plan: segments like an Id, between slashes."""
    return _PLAN_ID.fullmatch(text) is not None


def is_url(text: str) -> bool:
    """Return whether the text is an absolute http or https URL."""
    return _URL.fullmatch(text) is not None


def _check_id(value: str) -> str:
    if not is_id(value):
        raise refuse(Fault("bad-id", f"{shown(value)} cannot be an id"))
    return value


def _check_url(value: str) -> str:
    if not is_url(value):
        raise refuse(Fault("bad-url", f"{shown(value)} is no web address"))
    return value


def _check_country(value: str) -> str:
    if country(value) is None:
        meant = find_country(value)
        help_text = f'write the three-letter code: "{meant.alpha3}"' if meant else ""
        raise refuse(Fault("bad-country", f"{shown(value)} is no country code", help_text))
    return value


@cache
def _is_known_language(tag: str) -> bool:
    return is_language_tag(tag)


def _check_language(value: str) -> str:
    if not _is_known_language(value):
        raise refuse(Fault("bad-language", f"{shown(value)} is no language tag"))
    return value


def _check_licence(value: str) -> str:
    if licence(value) is None and not is_url(value):
        raise refuse(Fault("bad-licence", f"{shown(value)} is no known licence"))
    return value


@cache
def sdg_fault(value: str) -> str | None:
    """Return what is wrong with a goal, target or indicator; None when nothing is.

    An indicator is right when its target exists: the frameworks of 2017, 2020 and 2025 differ.
    """
    if not _SDG.fullmatch(value):
        return f"{shown(value)} is no goal, target or indicator"
    parts = value.split(".")
    if sdg_code(parts[0]) is None:
        return f"there is no goal {parts[0]}"
    if len(parts) > 1 and sdg_code(".".join(parts[:2])) is None:
        return f"there is no target {'.'.join(parts[:2])}"
    return None


def _check_sdg(value: str) -> str:
    if message := sdg_fault(value):
        raise refuse(Fault("bad-sdg", message))
    return value


def _check_period(value: str) -> str:
    if period(value) is None:
        raise refuse(Fault("bad-when", f"{shown(value)} is no period"))
    return value


def _check_far(value: str) -> str:
    plan_id, mark, record_id = value.partition("#")
    if not (mark and is_plan_id(plan_id) and is_id(record_id)):
        raise refuse(Fault("bad-value", f"{shown(value)} does not name a record of another plan"))
    return value


def _check_rule(value: str) -> str:
    if value not in RULES:
        raise refuse(Fault("bad-value", f"{shown(value)} is no rule"))
    return value


def _parse_number(value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise refuse(Fault("wrong-type", f"a number is expected here, not {type_name(value)}"))
    if not math.isfinite(value) if isinstance(value, float) else abs(value) >= _NUMBER_LIMIT:
        raise refuse(Fault("bad-value", f"{shown(value)} is out of range"))
    return value


def _check_range(value: int) -> int:
    if value >= _NUMBER_LIMIT:
        raise refuse(Fault("bad-value", f"{shown(value)} is out of range"))
    return value


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer of an evaluation and the share of participants who gave it, 0 to 100."""

    label: str
    percent: int | float


def _parse_ratings(value: object) -> tuple[Rating, ...]:
    if not isinstance(value, Mapping):
        raise refuse(Fault("wrong-type", f"a table is expected here, not {type_name(value)}"))
    faults = [fault for label, share in value.items() for fault in _faults_of_share(label, share)]
    if faults:
        raise refuse(*faults)
    return tuple(Rating(label, share) for label, share in value.items())


def _faults_of_share(label: str, share: object) -> list[Fault]:
    if isinstance(share, bool) or not isinstance(share, (int, float)):
        message = f"a number is expected here, not {type_name(share)}"
        return [Fault("wrong-type", message, within=(label,))]
    if not 0 <= share <= 100:
        message = f"{shown(share)} is no percentage from 0 to 100"
        return [Fault("bad-value", message, within=(label,))]
    return []


def without_duplicates(values: tuple[object, ...]) -> tuple[object, ...]:
    """Return the values; refuse each that stands in the list before."""
    seen: set[object] = set()
    faults = []
    for index, value in enumerate(values):
        if value in seen:
            message = f"{shown(value)} stands in this list twice"
            faults.append(Fault("duplicate-value", message, within=(index,)))
        seen.add(value)
    if faults:
        raise refuse(*faults)
    return values


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose value is the id of a record of this file, of one of these kinds.

    No kinds means any.
    """

    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefersFar:
    """Marks a field whose value names a record of another plan."""


@dataclass(frozen=True, slots=True)
class NamesPlan:
    """Marks a field whose value is the id of another plan."""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Marks a type whose values one function makes of what the file has, or refuses.

    As `pydantic.PlainValidator`, which also works out the schema that it then replaces: a
    quarter of the time that the models take to build.
    """

    parse: Callable[[object], object]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema that pydantic asks a mark for."""
        return core_schema.no_info_plain_validator_function(self.parse)


WhenValue = Annotated[When, ReadBy(parse_when), forms.WHEN]
Period = Annotated[str, AfterValidator(_check_period), forms.PERIOD]
TextValue = Annotated[Text, ReadBy(parse_text), forms.TEXT]
Number = Annotated[int | float, ReadBy(_parse_number), forms.NUMBER]
Ratings = Annotated[tuple[Rating, ...], ReadBy(_parse_ratings), forms.RATINGS]
Id = Annotated[str, AfterValidator(_check_id), forms.ID]
Url = Annotated[str, AfterValidator(_check_url), forms.URL]
Language = Annotated[str, AfterValidator(_check_language), forms.LANGUAGE]
FarRef = Annotated[str, AfterValidator(_check_far), RefersFar(), forms.FAR_REF]
PlanId = Annotated[str, NamesPlan(), forms.PLAN_ID]
CountryCode = Annotated[str, AfterValidator(_check_country), forms.COUNTRY]
LicenceId = Annotated[str, AfterValidator(_check_licence), forms.LICENCE]
Sdg = Annotated[str, AfterValidator(_check_sdg), forms.SDG]
RuleSlug = Annotated[str, AfterValidator(_check_rule), forms.RULE]

FROM_TOML = Strict(False)
"""Lets a TOML list become a tuple and a string a term; all other types stay strict."""
IN_RANGE = AfterValidator(_check_range)
"""Refuses a whole number that other programs, and the JSON of this one, could not hold."""
