"""What to do next about a value that is not right, as its field and its mistake ask for."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import datetime

from ogdplan.model.faults import shown
from ogdplan.model.kinds import FieldSpec
from ogdplan.model.terms import Term
from ogdplan.model.values import ID_LENGTH, Rating, is_id, is_url, sdg_fault
from ogdplan.model.vocabularies import vocabulary_name
from ogdplan.model.when import Precision
from ogdplan.reference.countries import country_names, find_country
from ogdplan.reference.languages import recommended_tag
from ogdplan.reference.licences import (
    can_be_meant,
    is_no_licence,
    licence,
    licence_called,
    licence_ids,
)
from ogdplan.reference.suggestions import closest
from ogdplan.rules.catalogue import RULES

_SHORT_LIST = 8
_SHORT_VALUE = 40
_LONGEST_CODE = 3
_PERIODS = 'write a period in quotes, such as "2018", "2018-06", "2018-Q2" or "2018-H1"'


def did_you_mean(words: Iterable[str]) -> str:
    """Return the question whether one of the words was meant; nothing without a word."""
    return _question([f'"{word}"' for word in words])


def for_term(word: str, terms: type[Term]) -> str:
    """Return what to do about a word that a closed list lacks; a label stands for its value."""
    values = {each.label: each.value for each in terms} | {each.value: each.value for each in terms}
    catalogue = f"`ogdplan catalogue {vocabulary_name(terms)}`"
    found = closest(word, values)
    if not found:
        return f"choose one of: {', '.join(terms)}; {catalogue} explains them"
    question = did_you_mean([values[found[0]]])
    if len(terms) <= _SHORT_LIST:
        return f"{question} allowed are {', '.join(terms)}"
    return f"{question} {catalogue} prints all that are allowed"


def for_absent(spec: FieldSpec) -> str:
    """Return what to add where a required field is missing."""
    if spec.name == "id":
        return 'add a name of its own, such as id = "open-data-decree"'
    words = f"add {spec.name}: {spec.description[0].lower()}{spec.description[1:]}"
    if spec.refers_to:
        return f"{words}, by its id"
    if spec.vocabulary is None:
        return words
    if len(spec.vocabulary) <= _SHORT_LIST:
        return f"{words}; one of {', '.join(spec.vocabulary)}"
    return f"{words}; `ogdplan catalogue {vocabulary_name(spec.vocabulary)}` prints all"


def for_word(rule: str, word: str, spec: FieldSpec) -> str:
    """Return what to do about a word that breaks a rule; nothing where the rule says it all."""
    hint = _HINTS.get(rule)
    return hint(word, spec) if hint else ""


def for_number(spec: FieldSpec) -> str:
    """Return which numbers a field takes that found one out of its range."""
    if spec.base is Rating:
        return "write a percentage from 0 to 100"
    return "write an ordinary number"


def for_type(value: object, spec: FieldSpec, *, inside: bool) -> str:
    """Return how to write a value that has the wrong type; nothing where the value knows better.

    `inside` says that the value is one of a list or of a table.
    """
    if spec.repeated and not inside:
        is_ratings = spec.base is Rating
        return f"write a line for each: {spec.name}.useful = 80" if is_ratings else _for_list(value)
    if spec.vocabulary:
        return f"choose one of: {', '.join(spec.vocabulary)}"
    if spec.base is bool:
        return "write true or false, without quotes"
    if spec.base in (int, float, Rating):
        return _for_number(value, whole=spec.base is int)
    return "" if spec.is_when else _for_text(value)


def _question(words: list[str]) -> str:
    if not words:
        return ""
    *most, last = words
    return f"did you mean {', '.join(most)} or {last}?" if most else f"did you mean {last}?"


def _for_list(value: object) -> str:
    if isinstance(value, str) and len(value) <= _SHORT_VALUE:
        return f'write a list in brackets: ["{value}"]'
    return "write a list in brackets"


def _for_text(value: object) -> str:
    match value:
        case [str(word)] if len(word) <= _SHORT_VALUE:
            return f'write it without brackets: "{word}"'
        case list() | dict():
            return "write one text in quotes"
        # A float has forgotten its zeros: the target 16.10 would be proposed as "16.1".
        case float():
            return "write it in quotes, with all its digits"
        case bool() | datetime():
            return "write it in quotes"
    return f'write it in quotes: "{shown(value)}"'


def _for_number(value: object, *, whole: bool) -> str:
    """Return the number that hides in quotes or behind decimals that are none."""
    written = value.strip().rstrip("% ").replace(",", ".") if isinstance(value, str) else ""
    if re.fullmatch(r"-?[0-9]{1,15}", written) or (
        re.fullmatch(r"-?[0-9]{1,15}\.[0-9]{1,15}", written) and not whole
    ):
        return f"write it without quotes: {written}"
    if isinstance(value, float) and value.is_integer():
        return f"write it without decimals: {value:.0f}"
    return f"write a {'whole number' if whole else 'number'} without quotes"


def _for_date(word: str, spec: FieldSpec) -> str:
    # Dates in words are read for a mistake alone, not at the start of every command.
    from ogdplan.model.deadlines.deadline import when_in_words  # noqa: PLC0415

    found = when_in_words(word)
    if found and found.precision is not Precision.DAY:
        return did_you_mean([found.text])
    if not spec.is_when:
        return _PERIODS
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
        return ""  # the fault itself says it best
    return f"write the day as {found}, without quotes" if found else ""


def _for_country(word: str, _: FieldSpec) -> str:
    """Return the countries that may be meant; by name, since any letters are like some code."""
    if find_country(word):
        return ""
    names = _nearest(word, [name for name in country_names() if len(name) > _LONGEST_CODE])
    found = dict.fromkeys(find_country(name) for name in names)
    return _question([f'"{each.alpha3}" ({each.name})' for each in found if each])


def _for_language(word: str, _: FieldSpec) -> str:
    tag = recommended_tag(word)
    return did_you_mean([tag] if tag else [])


def _for_licence(word: str, spec: FieldSpec) -> str:
    if is_no_licence(word):
        return "leave it out where there is no licence"
    if known := licence_called(word):
        return did_you_mean([known.id])
    names = {each: each for each in licence_ids()}
    names |= {each.title: each.id for each in map(licence, names) if each}
    found = dict.fromkeys(
        names[name] for name in _nearest(word, names) if _may_be_licence(word, name, names[name])
    )
    return _for_address(word, spec) or did_you_mean(found)


def _may_be_licence(word: str, name: str, licence_id: str) -> bool:
    """Return whether a word may mean a licence with a name like it; a few letters a part of it.

    What is only spelled much alike would state the licence of another country, or any for "Sí".
    """
    if len(word) > _LONGEST_CODE:
        return _begins(name, word) or can_be_meant(word, licence_id)
    return _begins(name, word) and not name[len(word) :][:1].isalpha()


def _for_address(word: str, _: FieldSpec) -> str:
    whole = f"https://{word}"
    is_host = re.match(r"[\w-]+(\.[\w-]+)+(/|$)", word) is not None
    return f'write the whole address: "{whole}"' if is_host and is_url(whole) else ""


def _for_sdg(word: str, _: FieldSpec) -> str:
    """Return the goal, target or indicator that stands among other words, if it is one."""
    if re.fullmatch("[0-9]{2}", word):
        return "the goals are 1 to 17"
    numbers = re.findall(r"[0-9]+(?:\.[0-9a-z]+)*", word)
    code = numbers[0].lstrip("0") if len(numbers) == 1 else ""
    return did_you_mean([code] if code and sdg_fault(code) is None else [])


def _for_id(word: str, _: FieldSpec) -> str:
    plain = unicodedata.normalize("NFKD", word[: 2 * ID_LENGTH]).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = "-".join(re.findall("[a-z0-9]+", letters))
    return did_you_mean([found] if letters.isascii() and is_id(found) else [])


def _for_name(word: str, spec: FieldSpec) -> str:
    """Return what to do about what should name a record of another plan, or a rule."""
    if spec.refers_far:
        return 'write plan id, # and record id, such as "nepal-2013#portal"'
    return did_you_mean(closest(word, RULES)) or "`ogdplan explain` lists the rules"


def _for_nothing(_: str, spec: FieldSpec) -> str:
    return "write the text" if spec.required else ""


def _nearest(word: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that begin with the word, at most three; else the one most like it."""
    found = closest(word, names, limit=3)
    return tuple(name for name in found if _begins(name, word)) or found[:1]


def _begins(name: str, word: str) -> bool:
    return name.casefold().startswith(word.casefold())


_HINTS: dict[str, Callable[[str, FieldSpec], str]] = {
    "bad-id": _for_id,
    "bad-when": _for_date,
    "bad-country": _for_country,
    "bad-language": _for_language,
    "bad-sdg": _for_sdg,
    "bad-url": _for_address,
    "bad-licence": _for_licence,
    "bad-value": _for_name,
    "empty-text": _for_nothing,
}
