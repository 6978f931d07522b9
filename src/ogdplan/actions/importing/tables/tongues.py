"""The language that somebody's table is in, by its headings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ogdplan.actions.importing.tables.guessing import Guess
from ogdplan.actions.importing.tables.heading_rows import Column, headed
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.model.headings import field_named
from ogdplan.model.kinds import KINDS
from ogdplan.reference.columns import synonyms_of
from ogdplan.reference.languages import language_name, primary_language
from ogdplan.reference.plain_words import plain_words
from ogdplan.workspace.spreadsheets.cells import Book, Table

_USUAL = "en"
_OURS = ""
"""Stands for headings that are names of fields: our own tables have them in any language."""
_SHORTEST = 3
_SHARED = 2
"""The table of headings has words that Spanish and Portuguese share ("Título") as Spanish: one that
is Portuguese only says what so many of them are."""


class Spoken(NamedTuple):
    """Columns with the language of their texts, that of other names in the table, and notes.

    A language is None where it is the plan's first.
    """

    guesses: tuple[Guess, ...]
    language: str | None = None
    notes: tuple[str, ...] = ()


def language_of_headings(book: Book, sheet: str | None) -> str:
    """Return the language that most headings are in; English where that is not clear.

    Looks at the sheet that is named, else at all that are shown.
    """
    found = (headed(table) for table in _tables(book, sheet))
    columns = (column for each in found if each for column in each.columns)
    return _most(columns, ours=_USUAL) or _USUAL


def spoken(found: tuple[Guess, ...], mapping: ColumnMapping, languages: tuple[str, ...]) -> Spoken:
    """Return columns with texts in the language that is said, else in that of their headings.

    That has to be one of the plan's `languages`; otherwise texts count as its first. Columns that
    name their language keep it, and so does the one beside such columns for the same text. With
    a whole mapping nothing is guessed.
    """
    plain = tuple(guess for guess in found if _is_plain(guess, found))
    if mapping.language:
        return Spoken(_with(found, dict.fromkeys(plain, mapping.language)), mapping.language)
    opened = tuple(replace(g, is_open=True) if g in plain else g for g in found)
    if mapping.is_whole:
        return Spoken(opened)
    most = _most(guess.column for guess in found)
    tongues = {
        guess: tongue
        for guess in opened
        if guess.is_open and (tongue := _tongue(guess.column, most, languages))
    }
    tags = {guess: tag for guess, tongue in tongues.items() if (tag := _of(tongue, languages))}
    language = _of(most, languages) if most else None
    notes = tuple(_notes(tongues, languages))
    return Spoken(_with(opened, tags), language, notes)


def _is_plain(guess: Guess, found: Sequence[Guess]) -> bool:
    """Return whether a column is of a text, and no language is named here or beside it."""
    target = guess.target
    if target is None or not target.spec.is_text or target.language:
        return False
    others = (each.target for each in found if each.target)
    same = (each for each in others if (each.via, each.name) == (target.via, target.name))
    return not any(each.language for each in same)


def _with(found: Sequence[Guess], languages: dict[Guess, str]) -> tuple[Guess, ...]:
    return tuple(
        replace(guess, target=replace(guess.target, language=languages[guess]))
        if guess.target and guess in languages
        else guess
        for guess in found
    )


def _tongue(column: Column, most: str | None, languages: Sequence[str]) -> str | None:
    """Return the language of a heading; of one that says none or several, that of the table."""
    own = _languages(column.heading, _OURS) or _languages(column.under, _OURS)
    own -= {_OURS}
    if most == "pt" and "es" in own:
        return most
    if len(own) == 1:
        return next(iter(own))
    if most and (not own or most in own):
        return most
    near = own & set(map(primary_language, languages))
    return next(iter(near)) if len(near) == 1 else None


def _of(tongue: str, languages: Sequence[str]) -> str | None:
    """Return the tag by which a plan has a language; None for its first, or one it has not."""
    if tongue == primary_language(languages[0]):
        return None
    return next((tag for tag in languages if primary_language(tag) == tongue), None)


def _notes(tongues: dict[Guess, str], languages: Sequence[str]) -> Iterator[str]:
    """Yield what each language makes of the texts, where it is not just the plan's first."""
    first = primary_language(languages[0])
    for tongue in dict.fromkeys(tongues.values()):
        columns = [each.column for each, other in tongues.items() if other == tongue]
        names = ", ".join(each.heading or each.letters for each in columns)
        if _of(tongue, languages):
            yield (
                f"{names}: texts are taken as {_name(tongue)}, as the heading is; "
                "--in says another language"
            )
        elif tongue != first:
            yield (
                f"{names}: the heading is in {_name(tongue)}, no language of the plan; "
                f"texts count as {_name(first)}, --in says another"
            )


def _name(tag: str) -> str:
    return language_name(tag) or tag


def _tables(book: Book, sheet: str | None) -> Iterable[Table]:
    if sheet is None:
        return [table for table in book.tables if not table.is_hidden]
    return [table for table in book.tables if table.name.casefold() == sheet.strip().casefold()]


def _most(columns: Iterable[Column], ours: str = _OURS) -> str | None:
    """Return the language that most headings are in; None where that is not clear."""
    votes: Counter[str] = Counter()
    for column in columns:
        found = _languages(column.heading, ours) or _languages(column.under, ours)
        votes.update(found - {"pt"} if "es" in found else found)
    if votes["pt"] and votes["pt"] * _SHARED >= votes["es"]:
        votes["pt"] += votes.pop("es", 0)
    first = votes.most_common(2)
    is_clear = first and (len(first) == 1 or first[0][1] > first[1][1])
    return first[0][0] if is_clear else None


def _languages(heading: str, ours: str) -> frozenset[str]:
    """Return the languages in which a heading means a field; `ours` for the name of a field."""
    if len(plain_words(heading)) < _SHORTEST:
        return frozenset()
    if any(field_named(heading, kind) for kind in KINDS):
        return frozenset({ours})
    return frozenset(synonym.language for synonym in synonyms_of(heading))
