"""Bring the catalogues of translated words into step with the code.

    python scripts/make_catalogues.py             bring all into step, say what is untranslated
    python scripts/make_catalogues.py --check     write nothing; fail when one is out of step
    python scripts/make_catalogues.py --new LANG  begin a catalogue, such as nl, and do the same

The catalogues are `src/ogdplan/report/catalogues/*.po`; `--folder` names another place. Messages
are what `say`, `count` and `mark` are called with in Python modules and Jinja templates of
`report/` and `actions/`, the labels and descriptions of all vocabularies, the titles of all rules,
and the short names of goals where the table of goals lacks the language. Translations stay, what
is not said any more goes. The same code gives the same bytes. Needs ogdplan itself, Babel and
Jinja2.
"""

import argparse
import ast
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import jinja2
from babel.localedata import locale_identifiers
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

from ogdplan.model.vocabularies import VOCABULARIES
from ogdplan.reference import sdg
from ogdplan.report import translations
from ogdplan.rules.catalogue import RULES

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "ogdplan"
ROOMS = ("report", "actions")
TEMPLATES = frozenset({".html", ".j2", ".jinja", ".svg"})
MESSAGES_OF = {"say": 1, "mark": 1, "count": 2}
"""The calls that hold messages, and how many of their first arguments are messages."""

HEADER = """\
# The words of ogdplan's reports in: {language}. docs/languages.md says how to mend them.
# Only the lines that begin with msgstr are written by hand, all others by
# scripts/make_catalogues.py.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


class Message(NamedTuple):
    """What is to be translated: one form, or two for a number; the context of a term, else None."""

    forms: tuple[str, ...]
    context: str | None = None


Places = Mapping[Message, tuple[str, ...]]
"""All messages, each with the files that say it."""


def places_for(language: str) -> Places:
    """Return what a catalogue of the language holds."""
    found: dict[Message, set[str]] = {each: set() for each in (*terms(), *rules())}
    found |= {each: set() for each in goals(language)}
    for message, place in said():
        found.setdefault(message, set()).add(place)
    return {message: tuple(sorted(places)) for message, places in found.items()}


@cache
def said() -> tuple[tuple[Message, str], ...]:
    """Return what the code says, each time with the file that says it; read once."""
    return tuple(
        (message, path.relative_to(PACKAGE).as_posix())
        for path in sources()
        for message in messages_of(path)
    )


def terms() -> Iterator[Message]:
    """Yield the labels and descriptions of all closed lists, and what `catalogue` says of each."""
    for context, vocabulary in translations.TERMS.items():
        for term in vocabulary:
            yield Message((term.label,), context)
            if term.description:
                yield Message((term.description,), context)
    for name in VOCABULARIES:
        yield Message((translations.about(name),), translations.ABOUT_CONTEXT)


def rules() -> Iterator[Message]:
    """Yield the titles of all rules."""
    for rule in RULES.values():
        yield Message((rule.title,), translations.RULES_CONTEXT)


def goals(language: str) -> Iterator[Message]:
    """Yield the short names of goals that the shipped table has not in this language."""
    for goal in sdg.goals():
        if language not in goal.names:
            name = goal.names[translations.SOURCE_LANGUAGE]
            yield Message((name,), translations.GOALS_CONTEXT)


def sources() -> Iterator[Path]:
    """Yield the modules and templates that may say something, in order."""
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*")):
            if path.suffix == ".py" or path.suffix in TEMPLATES:
                yield path


def messages_of(path: Path) -> Iterator[Message]:
    """Yield the messages of one module or template.

    Babel's own extraction is not used: it makes one message of the two in
    `say("a" if late else "b")`, passes over f-strings, and knows no `tongue.say` in templates.
    """
    text = path.read_text(encoding="utf-8")
    calls = _python_calls(text) if path.suffix == ".py" else _template_calls(text)
    for line, name, arguments in calls:
        wanted = MESSAGES_OF[name]
        # `"…".count(x)` and `itertools.count(n)` share the name only.
        if name == "count" and len(arguments) < wanted + 1:
            continue
        try:
            choices = [tuple(_strings(each)) for each in arguments[:wanted]]
        except TypeError:
            sys.exit(f"{path}:{line}: {name} of an f-string cannot be translated; use {{names}}")
        if choices and all(choices):
            yield from (Message(forms) for forms in zip(*choices, strict=True))


Call = tuple[int, str, list[ast.expr] | list[nodes.Expr]]


def _python_calls(text: str) -> Iterator[Call]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            if name in MESSAGES_OF:
                yield node.lineno, name, node.args


def _template_calls(text: str) -> Iterator[Call]:
    environment = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.do"])
    for node in environment.parse(text).find_all(nodes.Call):
        name = getattr(node.node, "attr", getattr(node.node, "name", None))
        if name in MESSAGES_OF:
            yield node.lineno, name, node.args


def _strings(node: object) -> Iterator[str]:
    """Yield the text that an argument is, or the two that it chooses from; none of a variable."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case nodes.Const(value=str() as text):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_strings(one), *_strings(other))
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from (*_strings(one), *_strings(other))
        case ast.JoinedStr():
            raise TypeError


def written(old: bytes, language: str) -> bytes:
    """Return a catalogue in step with the code, with the translations and plural rule of `old`."""
    before = read_po(BytesIO(old), locale=language)
    now = Catalog(locale=language)
    now.mime_headers = [("Plural-Forms", before.plural_forms)]
    for message, places in places_for(language).items():
        name = message.forms if len(message.forms) > 1 else message.forms[0]
        known = before.get(message.forms[0], message.context)
        kept = known if known and known.pluralizable == (len(message.forms) > 1) else None
        now.add(
            name,
            kept.string if kept else None,
            locations=[(place, 0) for place in places],
            flags=kept.flags & {"fuzzy"} if kept else (),
            user_comments=kept.user_comments if kept else (),
            context=message.context,
        )
    body = BytesIO()
    write_po(body, now, width=0, omit_header=True, sort_output=True, include_lineno=False)
    header = HEADER.format(language=language, plurals=before.plural_forms)
    return header.encode() + body.getvalue().strip() + b"\n"


def untranslated(catalogue: bytes) -> Iterator[str]:
    """Yield the messages that a catalogue has no translation of."""
    for message in read_po(BytesIO(catalogue)):
        if message.id and not all(_forms(message.string)):
            yield _forms(message.id)[0] or ""


def _forms(words: Iterable[str | None] | str | None) -> tuple[str | None, ...]:
    """Return the forms of a message or translation that may have several."""
    return (words,) if isinstance(words, str) or words is None else tuple(words)


def bring_into_step(paths: Iterable[Path], *, only_check: bool) -> bool:
    """Bring catalogues into step and report; return whether all were so already."""
    in_step = True
    for path in paths:
        old = path.read_bytes()
        new = written(old, path.stem)
        missing = list(untranslated(new))
        print(f"{path.name}: {'in step' if new == old else 'out of step'}", end=", ")
        print(f"{len(missing)} untranslated", *missing, sep="\n    ")
        in_step &= new == old
        if not only_check:
            path.write_bytes(new)
    return in_step


def begin(path: Path, language: str, parser: argparse.ArgumentParser) -> None:
    """Make an empty catalogue, or leave with what stands against it."""
    if not language.isalpha() or language not in locale_identifiers():
        parser.error(f'"{language}" is no language that Babel knows: write a code such as nl')
    if path.exists():
        parser.error(f"{path.name} is there already")
    path.touch()


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks, or these words; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--new", metavar="LANG", help="begin a catalogue of this language")
    parser.add_argument("--folder", type=Path, default=translations.CATALOGUES)
    asked = parser.parse_args(words)
    if asked.new:
        begin(asked.folder / f"{asked.new}.po", asked.new, parser)
    in_step = bring_into_step(sorted(asked.folder.glob("*.po")), only_check=asked.check)
    if asked.check and not in_step:
        print("run: python scripts/make_catalogues.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
