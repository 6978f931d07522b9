"""The rule of the group language: texts in every language that the plan promises."""

from collections.abc import Iterator, Sequence

from ogdplan.checks.context import Context
from ogdplan.checks.texts import NamedText, published_texts
from ogdplan.findings import Problem
from ogdplan.model.record import Record
from ogdplan.model.text import Text
from ogdplan.reference.languages import primary_language


def check(context: Context) -> Iterator[Problem]:
    """Yield one problem for each promised language in which published texts are missing."""
    header = context.plan.header
    texts = tuple(published_texts(context.plan))
    for index, language in enumerate(header.languages):
        wanted = frozenset({language.lower(), primary_language(language)})
        lacking = [named for named in texts if not _has(named[2], wanted, header.language)]
        if lacking:
            yield _missing(context, index, lacking, total=len(texts))


def _has(text: Text, wanted: frozenset[str], primary: str) -> bool:
    """Return whether one of the languages wanted is there; `Text.choose` would pick it too."""
    return any((language or primary).lower() in wanted for language, _ in text.versions)


def _missing(context: Context, index: int, lacking: Sequence[NamedText], *, total: int) -> Problem:
    header = context.plan.header
    language = header.languages[index]
    message = f"{len(lacking)} of {total} texts lack {language}; the first is {_named(lacking[0])}"
    if "languages" not in header.model_fields_set:
        help_text = "say in `languages` in which languages the plan is written"
        return context.lacking(
            "missing-translation", header, "languages", message, help_text=help_text
        )
    field = lacking[0][1]
    help_text = f"write it as in `{field}.{language} = …`, or take {language} out of `languages`"
    return context.problem("missing-translation", header, "languages", message, help_text=help_text)


def _named(named: NamedText) -> str:
    table, field, _ = named
    return f'the {field} of "{table.id}"' if isinstance(table, Record) else f"the plan's {field}"
