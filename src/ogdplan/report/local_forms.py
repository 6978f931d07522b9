"""Dates, numbers, lists and countries in the forms of a language, by Unicode CLDR."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

# Babel is loaded late: most commands need none of these forms.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from babel import Locale

_MOST_DIGITS = 700
"""Digits enough for any float: 309 before the point, 324 and 17 more after it."""

_LOCALES = {"en": "en_GB"}
# CLDR writes the first day of a month as a plain number; French and Portuguese say "the first".
_FIRST_DAYS = {"fr": "1er", "pt": "1º"}
# Spanish says "e" for "y" before the sound of i.
_SOUND_OF_I = re.compile(r"(?:i|í|hi(?!e)|hí)", re.IGNORECASE)


def day(value: date, language: str) -> str:
    """Return a day: `6 December 2017`, `6 de diciembre de 2017`."""
    from babel.dates import format_date

    words = format_date(value, "long", locale=_locale(language))
    if value.day == 1 and language in _FIRST_DAYS:
        return _FIRST_DAYS[language] + words.removeprefix("1")
    return words


def month(value: date, language: str) -> str:
    """Return the month of a day: `June 2018`, `junio de 2018`."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", value, locale=_locale(language))


def number(value: float, language: str) -> str:
    """Return a number with all its digits: `12,345.6`, `12.345,6`."""
    from babel.numbers import format_decimal

    # A plan may hold 1e300: Babel computes with the digits that the context allows, as a rule 28.
    with localcontext(prec=_MOST_DIGITS):
        return format_decimal(_decimal(value), locale=_locale(language), decimal_quantization=False)


def signed(value: int, language: str) -> str:
    """Return a number with its sign, 0 without one: `+12`, `-1,200`."""
    return f"+{number(value, language)}" if value > 0 else number(value, language)


def percent(value: int, language: str) -> str:
    """Return a percentage: `26 %` with a space that does not break, in Portuguese `26%`.

    In English as all commands write it, where Babel leaves out the space.
    """
    from babel.numbers import format_percent

    if language == "en":
        return f"{number(value, language)}\u00a0%"
    with localcontext(prec=_MOST_DIGITS):
        return format_percent(Decimal(value) / 100, locale=_locale(language))


def listed(items: Sequence[str], language: str) -> str:
    """Return the items as one enumeration: `a, b and c`."""
    from babel.lists import format_list

    words = format_list(items, locale=_locale(language))
    if language == "es" and len(items) > 1 and _SOUND_OF_I.match(items[-1]):
        return f"{words.removesuffix(f'y {items[-1]}')}e {items[-1]}"
    return words


def territory(alpha2: str, language: str) -> str | None:
    """Return the name of the country with an ISO 3166-1 alpha-2 code, None for none."""
    return _locale(language).territories.get(alpha2)


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale

    return Locale.parse(_LOCALES.get(language, language))


def _decimal(value: float) -> Decimal:
    """Return the number that the value is written as: 0.1 is one tenth, 3.0 is 3."""
    exact = Decimal(str(value))
    return Decimal(int(exact)) if exact == exact.to_integral_value() else exact
