"""The shipped catalogues are whole, and in step with the code."""

from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from make_catalogues import written
from ogdplan.report.translations import CATALOGUES, languages

LANGUAGES = pytest.mark.parametrize("language", ["es", "fr", "pt"])


@cache
def catalogue(language: str) -> Catalog:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def entries(language: str) -> list[Entry]:
    return [entry for entry in catalogue(language) if entry.id]


def forms(words: object) -> list[str]:
    """Return the forms of a message or translation, one or several."""
    return [each or "" for each in words] if isinstance(words, list | tuple) else [str(words or "")]


def fields(text: str) -> set[str]:
    """Return the names that `str.format` fills in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_catalogues_are_spanish_french_and_portuguese() -> None:
    assert languages() == ("es", "fr", "pt")


@LANGUAGES
def test_catalogue_is_in_step_with_the_code(language: str) -> None:
    shipped = (CATALOGUES / f"{language}.po").read_bytes()

    assert written(shipped, language) == shipped, "run: python scripts/make_catalogues.py"


@LANGUAGES
def test_no_message_is_untranslated(language: str) -> None:
    untranslated = [each.id for each in entries(language) if not all(forms(each.string))]

    assert untranslated == []


@LANGUAGES
def test_no_translation_is_in_doubt(language: str) -> None:
    assert [each.id for each in entries(language) if each.fuzzy] == []


@LANGUAGES
def test_translation_fills_in_what_its_message_does(language: str) -> None:
    differing = [
        each.id
        for each in entries(language)
        if {frozenset(fields(form)) for form in forms(each.string)}
        != {frozenset(fields(form)) for form in forms(each.id)}
    ]

    assert differing == []


@LANGUAGES
def test_translation_has_a_form_for_every_kind_of_number(language: str) -> None:
    expected = catalogue(language).num_plurals

    assert [
        each.id
        for each in entries(language)
        if each.pluralizable and len(forms(each.string)) != expected
    ] == []


@LANGUAGES
def test_translation_begins_and_ends_as_its_message_does(language: str) -> None:
    def shape(text: str) -> tuple[bool, bool, bool]:
        return text != text.strip(), text.endswith("."), text.endswith(":")

    assert [
        (each.id, each.string)
        for each in entries(language)
        if {shape(form) for form in forms(each.string)} != {shape(form) for form in forms(each.id)}
    ] == []


@LANGUAGES
def test_catalogue_has_no_day_and_no_program_in_it(language: str) -> None:
    head = (CATALOGUES / f"{language}.po").read_text(encoding="utf-8").partition("\n\n")[0]

    assert f'"Language: {language}\\n"' in head
    assert not [word for word in ("Date", "Generated", "Translator") if word in head]
