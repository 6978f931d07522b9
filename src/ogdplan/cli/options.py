"""The options that every command has, written once, and the session they become."""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, wraps
from pathlib import Path
from typing import Annotated

import typer

from ogdplan.actions.languages import has_language
from ogdplan.actions.library import Failed, Selection, select
from ogdplan.actions.watching import Watch
from ogdplan.cli import streams
from ogdplan.cli.completion import complete_plan
from ogdplan.cli.dates import read_date
from ogdplan.cli.group import COLOURLESS, DEBUG
from ogdplan.cli.unreadable import finish
from ogdplan.errors import FileError, UsageError
from ogdplan.model.record import Table
from ogdplan.reference.languages import is_language_tag
from ogdplan.report.page import Page
from ogdplan.report.view import View
from ogdplan.workspace.folder import PlansFolder, find_folder

EVERYWHERE = "Options of every command"


class Format(StrEnum):
    """The voices in which a table can be had."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class PageFormat(StrEnum):
    """The voices in which a page that is no table can be had."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


# The metavar is bare: Typer itself marks what is optional or repeated.
Plans = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PLAN",
        help="Plans by id, file or country; all plans when left out.",
        autocompletion=complete_plan,
        show_default=False,
    ),
]
OnePlan = Annotated[
    str,
    typer.Argument(
        metavar="PLAN", help="A plan by id, file or country.", autocompletion=complete_plan
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="How to print it.", show_default=True)
]
PageFormatOption = Annotated[
    PageFormat, typer.Option("--format", "-f", help="How to print it.", show_default=True)
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.", show_default=False),
]

_PlansFolder = Annotated[
    Path | None,
    typer.Option(
        "--plans",
        metavar="DIR",
        envvar="OGDPLAN_PLANS",
        help="The folder of plans; else the nearest plans/ from here upwards.",
        rich_help_panel=EVERYWHERE,
        show_default=False,
    ),
]
_AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help='The day to look at: 2018-06-30, "June 2018", 2018-Q2; else today.',
        rich_help_panel=EVERYWHERE,
        show_default=False,
    ),
]
_NoColor = Annotated[
    bool,
    typer.Option("--no-color", help="Print without colours.", rich_help_panel=EVERYWHERE),
]
_Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="LANGUAGE",
        help="Show texts in this language where a plan has it: es, ne, …",
        rich_help_panel=EVERYWHERE,
        show_default=False,
    ),
]
_Debug = Annotated[
    bool,
    typer.Option(
        "--debug", help="Show the program's own trace when it fails.", rich_help_panel=EVERYWHERE
    ),
]


@dataclass(frozen=True)
class Session:
    """What the options of every command say.

    `as_of` is the day to look at, `language` the one that texts are wanted in, None for each
    plan's first.
    """

    as_of: date
    language: str | None
    colour: bool
    given_folder: Path | None

    @cached_property
    def folder(self) -> PlansFolder:
        """The folder of plans; looked for when first asked for."""
        try:
            here = Path.cwd()
        except OSError as error:
            raise FileError("use", "the current folder", "it is no longer there") from error
        return find_folder(here, given=self.given_folder)

    def select(self, plans: Sequence[str] | None) -> Selection:
        """Return the plans that these names mean; without names all of the folder."""
        return select(plans or (), lambda: self.folder, as_of=self.as_of)

    def show(self, view: View, voice: Format | PageFormat, output: Path | None) -> None:
        """Print a view in a voice, or write it to a file."""
        streams.deliver(view, voice.value, output=output, colour=self.colour)

    def say(self, content: Page | str, output: Path | None) -> None:
        """Print a page or a text, or write it to a file."""
        streams.deliver_content(content, output=output, colour=self.colour)

    def finish(self, failed: Sequence[Failed]) -> None:
        """Name the files that yield no plan; exit with 1 when there is one."""
        finish(failed, colour=self.colour)

    def watch(self, words: str) -> Watch:
        """Return what shows a bar called so on a terminal, when work takes over a second."""
        from ogdplan.cli.progress_bar import with_bar  # noqa: PLC0415 - few commands take long

        return lambda items, total: with_bar(items, words, total=total, colour=self.colour)

    def note_language(self, tables: Iterable[Table]) -> None:
        """Say so when texts are wanted in a language that none of these headers and records has."""
        if self.language and not has_language(self.language, tables):
            what = f'no text of the plans is in the language "{self.language}"'
            streams.note(f"{what}; texts are in the first of their plan", colour=self.colour)


def open_session(
    *,
    plans: Path | None = None,
    as_of: str | None = None,
    no_color: bool = False,
    lang: str | None = None,
) -> Session:
    """Return the session that the options ask for; says which day a date in words became."""
    day = date.today() if as_of is None else read_date(as_of).last
    if as_of is not None and as_of != day.isoformat():
        streams.note(f"as of {day.isoformat()}", colour=not no_color)
    if lang and not is_language_tag(lang):
        raise UsageError(f'"{lang}" is no language tag', hint="write a tag such as es or pt-BR")
    return Session(day, lang, not no_color, plans)


def one_command(
    function: Callable[..., None], help_text: str | None = None, *, negative: bool = False
) -> typer.Typer:
    """Return the program of one command; its help is the docstring where no other is given.

    With `negative` an argument can be a number below zero, which looks like an option.
    """
    app = typer.Typer(rich_markup_mode="markdown", add_completion=False)
    app.command(help=help_text, context_settings={"ignore_unknown_options": negative})(function)
    return app


def _refuse_unreadable(options: Mapping[str, object]) -> None:
    """Refuse what the system could not read as text; a plan may be called by such a file."""
    for name, given in options.items():
        texts = given if isinstance(given, list) else [given]
        for text in texts if name not in ("plan", "plans") else ():
            if isinstance(text, str) and not text.isascii() and not _is_unicode(text):
                shown = text.encode("utf-8", "replace").decode()
                hint = "type it in a terminal that is set to UTF-8"
                raise UsageError(f'"{shown}" is not UTF-8', hint=hint)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that every command has; it is handed the session they make."""
    own = [
        parameter
        for name, parameter in inspect.signature(function, eval_str=True).parameters.items()
        if name != "session"
    ]

    @wraps(function)
    def run(ctx: typer.Context, **options: object) -> None:
        ctx.meta[DEBUG] = options.pop("debug")
        ctx.meta[COLOURLESS] = options["no_color"]
        shared = {name: options.pop(name) for name in ("plans_folder", "as_of", "no_color", "lang")}
        shared["plans"] = shared.pop("plans_folder")
        _refuse_unreadable(options)
        function(open_session(**shared), **options)  # type: ignore[arg-type]  # Typer checked them

    keyword = inspect.Parameter.KEYWORD_ONLY
    context = inspect.Parameter(
        "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    parameters = [
        context,
        *(parameter.replace(kind=keyword) for parameter in own),
        inspect.Parameter("plans_folder", keyword, default=None, annotation=_PlansFolder),
        inspect.Parameter("as_of", keyword, default=None, annotation=_AsOf),
        inspect.Parameter("lang", keyword, default=None, annotation=_Lang),
        inspect.Parameter("no_color", keyword, default=False, annotation=_NoColor),
        inspect.Parameter("debug", keyword, default=False, annotation=_Debug),
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    del run.__wrapped__  # Typer would read the options off it
    return run
