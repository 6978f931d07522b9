"""Texts of a plan, in one language or several."""

from dataclasses import dataclass
from typing import NamedTuple

from ogdplan.model.faults import Fault, refuse, type_name
from ogdplan.reference.languages import is_language_tag, primary_language


class Chosen(NamedTuple):
    """The wording picked for a reader, and its language (None: the plan's first)."""

    words: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the file has it.

    `versions` holds language tag and words in the order of the file; a plain string has the
    one tag None and is in the plan's first language.
    """

    versions: tuple[tuple[str | None, str], ...]

    @property
    def languages(self) -> tuple[str | None, ...]:
        """Return the languages of the text; None is the plan's first."""
        return tuple(language for language, _ in self.versions)

    def choose(self, wanted: str | None, primary: str = "en") -> Chosen:
        """Return the wording for a reader of `wanted` in a plan whose first language is `primary`.

        Falls back from a regional tag to its language, then to the plan's first language,
        then to whatever comes first in the file.
        """
        for tag in (wanted, primary_language(wanted) if wanted else None, primary):
            for language, words in self.versions:
                if tag and (language or primary).lower() == tag.lower():
                    return Chosen(words, language)
        language, words = self.versions[0]
        return Chosen(words, language)

    def __str__(self) -> str:
        """Return the first wording of the file."""
        return self.versions[0][1]


def plain(words: str) -> Text:
    """Return a text in the plan's first language."""
    return Text(((None, words),))


def parse_text(value: object) -> Text:
    """Return the text of a TOML value; refuse what is neither a string nor a table of languages."""
    if isinstance(value, str):
        if not value.strip():
            raise refuse(Fault("empty-text", "the text is empty"))
        return plain(value)
    if isinstance(value, dict):
        return _parse_languages(value)
    raise refuse(Fault("wrong-type", f"a text is expected here, not {type_name(value)}"))


def _parse_languages(table: dict[str, object]) -> Text:
    faults = [fault for tag, words in table.items() for fault in _faults_of_version(tag, words)]
    if not table:
        faults.append(Fault("empty-text", "the text has no wording in any language"))
    if faults:
        raise refuse(*faults)
    return Text(tuple((tag, str(words)) for tag, words in table.items()))


def _faults_of_version(tag: str, words: object) -> list[Fault]:
    faults = []
    if not is_language_tag(tag):
        faults.append(
            Fault("bad-language", f'"{tag}" is no language tag', within=(tag,), aim="key")
        )
    if not isinstance(words, str):
        message = f"a text is expected here, not {type_name(words)}"
        faults.append(Fault("wrong-type", message, within=(tag,)))
    elif not words.strip():
        faults.append(Fault("empty-text", "the text is empty", within=(tag,)))
    return faults
