"""`KIND list` and `KIND show`: one implementation for every kind of record."""

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from ogdplan.cli.completion import (
    complete_goal,
    complete_institution,
    complete_record,
    complete_values,
)
from ogdplan.cli.group import HelpfulGroup
from ogdplan.cli.options import (
    Format,
    FormatOption,
    OnePlan,
    OutputOption,
    PageFormat,
    PageFormatOption,
    Plans,
    Session,
    command,
)
from ogdplan.cli.records import list_records, show_record
from ogdplan.errors import UsageError
from ogdplan.model.kinds import Kind, field_named, kind_named
from ogdplan.model.terms import Term
from ogdplan.model.values import sdg_fault
from ogdplan.progress.health import Health
from ogdplan.reference.suggestions import closest

FILTERS = ("status", "health", "lead", "category", "theme", "sdg", "dimension", "kind")
"""The filters of `list`, where a kind has the field."""

_COMPLETIONS: Mapping[str, Callable[..., Any]] = {
    "lead": complete_institution,
    "sdg": complete_goal,
}


def build(name: str) -> typer.Typer:
    """Return the group of commands of a kind."""
    kind = kind_named(name)
    app = typer.Typer(
        cls=HelpfulGroup,
        help=_group_help(kind),
        rich_markup_mode="markdown",
        add_completion=False,
    )
    app.command("list", help=_list_help(kind))(_list(kind))
    app.command("show", help=_show_help(kind))(_show(kind))
    return app


def _group_help(kind: Kind) -> str:
    return (
        f"{kind.plural.capitalize()}: {kind.summary}.\n\nExample: `ogdplan {kind.name} list nepal`"
    )


def _list_help(kind: Kind) -> str:
    return (
        f"The {kind.plural} of one plan, several or all.\n\n"
        f"Example: `ogdplan {kind.name} list nepal --format csv`"
    )


def _show_help(kind: Kind) -> str:
    return (
        f"One {kind.words} in full, and all that refers to it.\n\n"
        f"Example: `ogdplan {kind.name} show nepal ID`"
    )


def _list(kind: Kind) -> Callable[..., None]:
    def list_(
        session: Session,
        plans: Plans = None,
        voice: FormatOption = Format.TABLE,
        output: OutputOption = None,
        **given: str | None,
    ) -> None:
        filters = {name: value for name, value in given.items() if value is not None}
        for name, value in filters.items():
            _refuse(name, value, filter_values(kind, name))
        list_records(session, plans, kind, filters=filters, voice=voice, output=output)

    return command(_with_filters(list_, kind))


def _with_filters(function: Callable[..., None], kind: Kind) -> Callable[..., None]:
    """Replace the catch-all parameter by an option for each filter that the kind has."""
    *own, _ = inspect.signature(function, eval_str=True).parameters.values()
    options = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[str | None, _option(kind, name)],
        )
        for name in FILTERS
        if has_filter(kind, name)
    ]
    function.__signature__ = inspect.Signature([*own, *options])  # type: ignore[attr-defined]
    return function


def _option(kind: Kind, name: str) -> object:
    values = filter_values(kind, name)
    words = {
        "lead": "Only those that this institution leads, by id or acronym.",
        "sdg": "Only those linked to this goal, target or indicator.",
    }
    return typer.Option(
        f"--{name}",
        metavar=name.upper(),
        help=words.get(name) or f"Only those with: {', '.join(values)}.",
        autocompletion=_COMPLETIONS.get(name) or complete_values(values),
        show_default=False,
        rich_help_panel="Filters",
    )


def has_filter(kind: Kind, name: str) -> bool:
    """Return whether the records of a kind have what a filter looks at."""
    match name:
        case "health":
            return kind.name == "milestone"
        case "sdg":
            return any(field_named(kind.model, key) for key in ("sdgs", "sdg"))
        case "lead":
            return any(field_named(kind.model, key) for key in ("lead", "publisher"))
    return field_named(kind.model, name) is not None


def filter_values(kind: Kind, name: str) -> tuple[str, ...]:
    """Return the values that a filter can have; () when they are free."""
    vocabulary: type[Term] | None = Health if name == "health" else None
    if spec := field_named(kind.model, name):
        vocabulary = spec.vocabulary
    return tuple(term.value for term in vocabulary) if vocabulary else ()


def _refuse(name: str, value: str, values: tuple[str, ...]) -> None:
    """Refuse a value that the filter cannot have; an institution depends on the plans."""
    if name == "sdg" and (fault := sdg_fault(value)):
        raise UsageError(fault, hint="write a goal, target or indicator: 16, 16.10 or 16.10.2")
    if values and value not in values:
        meant = closest(value, values)
        hint = f"did you mean {meant[0]}?" if meant else f"choose one of: {', '.join(values)}"
        raise UsageError(f'"{value}" is no {name}', hint=hint)


def _show(kind: Kind) -> Callable[..., None]:
    @command
    def show(
        session: Session,
        plan: OnePlan,
        record: Annotated[
            str,
            typer.Argument(
                metavar="ID",
                help="By id, number or beginning of its id.",
                autocompletion=complete_record,
            ),
        ],
        voice: PageFormatOption = PageFormat.TABLE,
        output: OutputOption = None,
    ) -> None:
        show_record(session, plan, record, kind=kind, voice=voice, output=output)

    return show
