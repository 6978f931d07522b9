"""E-mail addresses and phone numbers in the texts of a plan, which is public."""

import re
from collections.abc import Iterator

from ogdplan.checks.context import Context
from ogdplan.checks.phrases import listed
from ogdplan.checks.texts import all_texts
from ogdplan.findings import DataPath, Problem

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
# Only the last character before the @ is looked at, so that long words cost no more than short.
_EMAIL = re.compile(r"(?<=[\w.%+-])@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")

# What people write between the digits of a phone number; a line break ends it.
_GAP = r"[ \t\u00a0\u202f().\-\u2010-\u2013/]"
_WORDS = (
    "tel|tél|telf|telephone|téléphone|telefone|telefono|teléfono|telefon|telepon|phone|fax"
    "|whatsapp|mobile|móvil|celular|cell|call|ring|फोन|ফোন|전화"
)
_PHONE = re.compile(
    # international: a plus sign or two zeros, and 8 to 15 digits
    rf"(?<![\w+])(?<!\d[ \u00a0\u202f])(?P<plus>(?:\+|00)\d(?:{_GAP}{{0,3}}\d){{7,14}})(?!\d)"
    # a word such as "tel.", perhaps "no." and a colon, and 7 digits or more
    rf"|(?<!\w)(?:{_WORDS})(?:\s+(?:n[o°ºr]|num|number|número|numéro))?[\s.:]{{0,3}}"
    rf"(?P<named>\(?\d(?:{_GAP}{{0,3}}\d){{6,14}})(?!\d)"
    # an area code in brackets: (01) 421-1700
    rf"|(?<!\w)(?P<area>\(0?\d{{2,4}}\){_GAP}?\d{{2,4}}{_GAP}?\d{{2,4}}(?:{_GAP}?\d{{2,4}})?)(?!\d)",
    re.IGNORECASE,
)
_MANY_DIGITS = re.compile(rf"\d(?:{_GAP}{{0,3}}\d){{6,}}")

# What looks like a number and is a date or a span of years: "fax 2015-2017", "(01) 30/06/2018".
_YEAR = r"(?:19|20)\d\d"
_DATES = re.compile(
    rf"\+?(?:\(\d+\)\s*)?"
    rf"(?:{_YEAR}\D{{1,3}}{_YEAR}|{_YEAR}\D\d\d?\D\d\d?|\d\d?\D\d\d?\D{_YEAR})"
)
_DECIMAL = re.compile(r"\+\d+\.\d+")


def check(context: Context) -> Iterator[Problem]:
    """Yield a problem for each wording with something personal in it; it is not repeated there."""
    for table, field, text in all_texts(context.plan):
        for language, words in text.versions:
            if found := personal_data(words):
                within: DataPath = () if language is None else (language,)
                message = f"the text has {listed(found)}"
                yield context.problem("personal-data", table, field, message, within=within)


def personal_data(words: str) -> tuple[str, ...]:
    """Return which kinds of personal data stand in the words, outside of web addresses."""
    if not _is_suspicious(words):
        return ()
    plain = _ADDRESS.sub(" ", words)
    kinds = (("an e-mail address", _has_email(plain)), ("a phone number", _has_phone(plain)))
    return tuple(kind for kind, is_there in kinds if is_there)


def _is_suspicious(words: str) -> bool:
    """Return whether there is an @, or many digits and no date; nearly all texts end here."""
    return "@" in words or any(
        not _DATES.fullmatch(digits) for digits in _MANY_DIGITS.findall(words)
    )


def _has_email(words: str) -> bool:
    return "@" in words and _EMAIL.search(words) is not None


def _has_phone(words: str) -> bool:
    return any(_is_phone(match) for match in _PHONE.finditer(words))


def _is_phone(match: re.Match[str]) -> bool:
    """Return whether a likely number is one: not a date, a decimal number, or too short."""
    number: str = match["plus"] or match["named"] or match["area"]
    if _DATES.fullmatch(number) or _DECIMAL.fullmatch(number):
        return False
    return sum(character.isdigit() for character in number) >= 7
