"""The options of `add` and `set`, read off the fields of a kind's model."""

import inspect
from collections.abc import Callable, Mapping
from enum import Enum
from functools import wraps
from typing import Annotated, Any

import typer

from ogdplan.actions.edits.given import Given
from ogdplan.cli.completion import complete_goal, complete_reference, complete_values
from ogdplan.cli.field_values import is_table, listed, ratings, typed
from ogdplan.errors import UsageError
from ogdplan.model.kinds import FieldSpec, fields_of
from ogdplan.model.record import Table
from ogdplan.planfile.operations import Value

FIELDS = "Fields"
"""The part of help that lists the options of fields."""

_PREFIX = "field_{}_"
"""How the parameters of fields begin, by what they do."""


def complete_field(ctx: typer.Context) -> list[str]:
    """Return the fields that the command can set; Typer picks those that begin as typed."""
    mark = _PREFIX.format("set")
    options = (each for each in ctx.command.params if str(each.name).startswith(mark))
    return [option.opts[0].removeprefix("--") for option in options]


Unset = Annotated[
    list[str] | None,
    typer.Option(
        "--unset",
        metavar="FIELD",
        help="Take a field away; with --in only its text in that language.",
        autocompletion=complete_field,
        show_default=False,
    ),
]


class Part(Enum):
    """What an option does to a field: of a new record, or of one that is there."""

    GIVE = "give"
    SET = "set"
    ADD = "add"
    REMOVE = "remove"


_CHANGES = (Part.SET, Part.ADD, Part.REMOVE)


def of_new(
    model: type[Table], *, without: tuple[str, ...] = (), optional: tuple[str, ...] = ()
) -> list[inspect.Parameter]:
    """Return an option for each field of a new record.

    Those `without` are given otherwise, those `optional` need not be given although every record
    has them.
    """
    return [
        _parameter(spec, Part.GIVE, must=spec.required and spec.name not in optional)
        for spec in fields_of(model)
        if spec.name not in ("id", *without)
    ]


def of_known(model: type[Table]) -> list[inspect.Parameter]:
    """Return an option for each field of a record that is there, and two more for each list."""
    return [
        _parameter(spec, part)
        for spec in fields_of(model)
        if spec.name != "id"
        for part in (_CHANGES if _is_list(spec) else (Part.SET,))
    ]


def given(
    model: type[Table],
    options: Mapping[str, object],
    *,
    unset: tuple[str, ...] = (),
    language: str | None = None,
    values: Mapping[str, Value] | None = None,
) -> Given:
    """Return what the options say, as typed values; `values` are those given otherwise."""
    found: dict[Part, dict[str, Value]] = {part: {} for part in _CHANGES}
    for spec in fields_of(model):
        for part in _CHANGES:
            text = options.get(_name(spec, part))
            if text is not None and text != []:
                found[part][spec.name] = _value(spec, text)
    return Given(
        {**(values or {}), **found[Part.SET]},
        found[Part.ADD],  # type: ignore[arg-type]  # elements of lists come as tuples
        found[Part.REMOVE],  # type: ignore[arg-type]
        tuple(name.replace("-", "_") for name in unset),
        language,
    )


def dates(model: type[Table], options: Mapping[str, object]) -> dict[str, str]:
    """Return the dates that the options give, as they were typed, by option."""
    return {
        spec.option: str(text)
        for spec in fields_of(model)
        if spec.is_when and (text := options.get(_name(spec, Part.SET))) is not None
    }


def refuse_empty(found: Given, name: str) -> None:
    """Refuse a change that changes nothing."""
    if found.is_empty:
        hint = f"`ogdplan {name} --help` lists the fields"
        raise UsageError("nothing is given that should change", hint=hint)


def accepting(function: Callable[..., None], own: list[inspect.Parameter]) -> Callable[..., None]:
    """Return a function with these parameters in place of its catch-all one."""

    @wraps(function)
    def accept(*arguments: object, **options: object) -> None:
        function(*arguments, **options)

    *named, _ = inspect.signature(function, eval_str=True).parameters.values()
    accept.__signature__ = inspect.Signature([*named, *own])  # type: ignore[attr-defined]
    return accept


def _is_list(spec: FieldSpec) -> bool:
    return spec.repeated and not is_table(spec)


def _name(spec: FieldSpec, part: Part) -> str:
    what = Part.SET if part is Part.GIVE else part
    return _PREFIX.format(what.value) + spec.attribute


def _value(spec: FieldSpec, given_text: object) -> Value:
    if isinstance(given_text, bool):
        return given_text
    if isinstance(given_text, list):
        return ratings(given_text) if is_table(spec) else listed(spec, given_text)
    return typed(spec, str(given_text))


def _parameter(spec: FieldSpec, part: Part, *, must: bool = False) -> inspect.Parameter:
    kind: Any = str | None
    if issubclass(spec.base, bool):
        kind = bool | None
    elif spec.repeated:
        kind = list[str] | None
    return inspect.Parameter(
        _name(spec, part),
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[kind, _option(spec, part, must=must)],
    )


def _option(spec: FieldSpec, part: Part, *, must: bool) -> object:
    key = spec.option.removeprefix("--")
    flag = spec.option if part in (Part.GIVE, Part.SET) else f"--{part.value}-{key}"
    is_flag = issubclass(spec.base, bool)
    return typer.Option(
        f"{flag}/--no-{key}" if is_flag else flag,
        metavar=None if is_flag else _metavar(spec),
        help=_help(spec, part, must=must),
        autocompletion=_completion(spec),
        show_default=False,
        rich_help_panel=FIELDS,
    )


def _metavar(spec: FieldSpec) -> str:
    if spec.is_when or spec.name == "period":
        return "DATE"
    if spec.refers_to or spec.refers_far:
        return "ID"
    if is_table(spec):
        return "LABEL=PERCENT"
    if issubclass(spec.base, (int, float)):
        return "NUMBER"
    return "TEXT" if spec.is_text else spec.name.upper()


def _help(spec: FieldSpec, part: Part, *, must: bool) -> str:
    match part:
        case Part.ADD:
            return f"Add to {spec.name}."
        case Part.REMOVE:
            return f"Take out of {spec.name}."
    choices = f": {', '.join(term.value for term in spec.vocabulary)}" if spec.vocabulary else ""
    all_of = "; replaces all there are" if _is_list(spec) and part is Part.SET else ""
    needed = " (required)" if must else ""
    return f"{spec.description}{choices}{all_of}{needed}."


def _completion(spec: FieldSpec) -> Callable[..., Any] | None:
    if spec.vocabulary:
        return complete_values(tuple(term.value for term in spec.vocabulary))
    if spec.refers_to:
        return complete_reference(spec.refers_to)
    return complete_goal if spec.name in ("sdg", "sdgs") else None
