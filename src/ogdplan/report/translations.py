"""The shipped catalogues of translated words, and the contexts that terms have in them."""

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import VOCABULARIES
from ogdplan.progress.facts import Happening
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import Evidence

CATALOGUES = Path(__file__).with_name("catalogues")
"""The folder of the catalogues, one `.po` file a language."""

SOURCE_LANGUAGE = "en"
"""The language that messages are written in; it needs no catalogue."""

GOALS_CONTEXT = "goal"
"""The context of the short names of goals."""

ABOUT_CONTEXT = "vocabulary"
"""The context of what vocabularies list."""

RULES_CONTEXT = "rule"
"""The context of the titles of rules."""

TERMS: Mapping[str, type[Term]] = {
    **VOCABULARIES,
    "evidence": Evidence,
    "happening": Happening,
    "health": Health,
}
"""All closed lists whose labels and descriptions are translated, by their context."""

_CONTEXTS = {terms: context for context, terms in TERMS.items()}


def context_of(term: Term) -> str:
    """Return the context of a term's words: the same word is another one in another list."""
    return _CONTEXTS[type(term)]


def about(vocabulary: str) -> str:
    """Return in English what a vocabulary lists, as a clause: `where a plan stands …`."""
    first = (VOCABULARIES[vocabulary].__doc__ or "").partition("\n")[0].rstrip(".")
    return first[:1].lower() + first[1:]


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, sorted, without the source language."""
    return tuple(sorted(path.stem for path in CATALOGUES.glob("*.po")))


@cache
def translations(language: str) -> NullTranslations:
    """Return the translated words of a language; for any without a catalogue, no translation.

    The text form is what is shipped, so that who mends a word sees it at once and no built file
    can be older than its source. To read it takes some hundredths of a second.
    """
    if language not in languages():
        return NullTranslations()
    # Babel is loaded late: most commands speak only English.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with (CATALOGUES / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    built = BytesIO()
    write_mo(built, catalogue)
    built.seek(0)
    return GNUTranslations(built)
