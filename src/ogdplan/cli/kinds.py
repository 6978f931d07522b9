"""The commands of a kind of record; `list` and `show`, one implementation for every kind."""

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
from ogdplan.cli.group import CommandTable, LazyGroup, Place
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
    one_command,
)
from ogdplan.errors import UsageError
from ogdplan.model.kinds import Kind, field_named, kind_named
from ogdplan.model.terms import Term
from ogdplan.model.values import sdg_fault
from ogdplan.progress.health import Health
from ogdplan.reference.suggestions import closest

FILTERS = ("status", "health", "lead", "category", "theme", "sdg", "dimension", "kind")
"""The filters of `list`, where a kind has the field."""

READ = "Read"
HAPPENS = "What happens"
CHANGE = "Add and change"

VERBS: Mapping[str, Mapping[str, str]] = {
    "milestone": dict.fromkeys(
        ("start", "complete", "withdraw", "reschedule", "report"), "ogdplan.cli.milestone_verbs"
    ),
    "challenge": {"resolve": "ogdplan.cli.step_verbs"},
    "next-step": dict.fromkeys(("done", "promote"), "ogdplan.cli.step_verbs"),
}
"""The commands that only some kinds have, and where they are built."""

_COMPLETIONS: Mapping[str, Callable[..., Any]] = {
    "lead": complete_institution,
    "sdg": complete_goal,
}


def build(name: str) -> typer.Typer:
    """Return the group of commands of a kind."""
    kind = kind_named(name)
    group = type("KindGroup", (LazyGroup,), {"table": _table(name)})
    app = typer.Typer(
        cls=group, help=_group_help(kind), rich_markup_mode="markdown", add_completion=False
    )
    # Without it Typer would make one command of a group that has none yet.
    app.callback()(lambda: None)
    return app


def _table(name: str) -> CommandTable:
    """Return the commands of a kind: those that all have, then its own."""
    here, edits = __name__, "ogdplan.cli.record_edits"
    verbs = VERBS.get(name, {})
    return {
        "list": Place(here, READ, name, "build_list"),
        "show": Place(here, READ, name, "build_show"),
        **{verb: Place(module, HAPPENS, builder=f"build_{verb}") for verb, module in verbs.items()},
        "add": Place(edits, CHANGE, name, "build_add"),
        "set": Place(edits, CHANGE, name, "build_set"),
        "remove": Place(edits, CHANGE, name, "build_remove"),
        "rename": Place(edits, CHANGE, name, "build_rename"),
    }


def build_list(name: str) -> typer.Typer:
    """Return the command that lists records of a kind."""
    kind = kind_named(name)
    return one_command(_list(kind), help_text=_list_help(kind))


def build_show(name: str) -> typer.Typer:
    """Return the command that shows a record of a kind."""
    kind = kind_named(name)
    return one_command(_show(kind), help_text=_show_help(kind))


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
        from ogdplan.cli.records import list_records  # noqa: PLC0415 - 15 ms that no edit needs

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
        from ogdplan.cli.records import show_record  # noqa: PLC0415 - as above

        show_record(session, plan, record, kind=kind, voice=voice, output=output)

    return show
