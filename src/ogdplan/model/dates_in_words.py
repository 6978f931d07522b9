"""Dates as people write them: "30 June 2018", "Setembro/2018", "2018 Q2"."""

import re
import unicodedata
from datetime import date

from ogdplan.model.when import When, on_day, period

_MONTHS = tuple(
    names.split()
    for names in (
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    )
)
_SHORTEST = 3
_LONGEST_DATE = 60
_LINKS = {"de", "of", "del", "do", "the"}


def day_of(text: str) -> When | None:
    """Return the day that is written as 2018-06-30, None when there is no such day."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return on_day(date.fromisoformat(text))
    except ValueError:
        return None


def when_in_words(text: str) -> When | None:
    """Return the day or period that someone wrote, None when it can be read in no or two ways.

    Reads days, months, quarters and half-years in any order, with the months as numbers or in
    English, Spanish, French and Portuguese, short or long. Where two numbers may be day and
    month or month and day there is no guessing.
    """
    if len(text) > _LONGEST_DATE:
        return None
    words = [word for word in re.split(r"[\s,./-]+", _folded(text)) if word not in _LINKS | {""}]
    years = [word for word in words if re.fullmatch("[0-9]{4}", word)]
    if len(years) != 1:
        return None
    match [word for word in words if word not in years]:
        case [part] if re.fullmatch("[qh][0-9]", part):
            return period(f"{years[0]}-{part.upper()}")
        case [name] if month := _month(name) or _number(name):
            return period(f"{years[0]}-{month:02}")
        case [one, other] if month := _month(one) or _month(other):
            return day_of(f"{years[0]}-{month:02}-{_number(one) or _number(other) or 0:02}")
    return None


def _folded(text: str) -> str:
    """Return the text in small letters without accents and ordinal endings."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"\b([0-9]{1,2})(?:st|nd|rd|th|er)\b", r"\1", plain)


def _number(word: str) -> int | None:
    return int(word) if re.fullmatch("[0-9]{1,2}", word) else None


def _month(name: str) -> int | None:
    """Return the number of a month by its name or a beginning of it that fits no other."""
    if len(name) < _SHORTEST:
        return None
    found = {
        number
        for names in _MONTHS
        for number, month in enumerate(names, start=1)
        if month.startswith(name)
    }
    return found.pop() if len(found) == 1 else None
