"""`KIND add`, `set`, `remove` and `rename`: one implementation for every kind of record."""

import inspect
from collections.abc import Callable
from typing import Annotated

import typer

from ogdplan.actions.editing import remove_records, rename_record
from ogdplan.actions.edits import records as decide
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.cli import field_options
from ogdplan.cli.changing import (
    ChangeFormat,
    ChangeFormatOption,
    DryRun,
    InLanguage,
    NewId,
    Record,
    Records,
    change_one,
    given_by,
    place_of,
    show,
)
from ogdplan.cli.completion import complete_reference
from ogdplan.cli.field_values import typed
from ogdplan.cli.options import OnePlan, Session, command, one_command
from ogdplan.errors import UsageError
from ogdplan.model.kinds import Kind, field_named, kind_named
from ogdplan.planfile.operations import Value

_EXAMPLES = {
    "institution": 'nepal "Ministry of Health" --acronym MOH --sector government',
    "instrument": 'nepal "Right to Information Act" --kind law --on 2007-07-21',
    "commitment": 'nepal "Open the budget" --lead nic --end 2028',
    "milestone": 'nepal "Publish the budget as CSV" --due "June 2027" --lead nic',
    "update": 'nepal "The portal is tested" --about portal --status limited',
    "challenge": 'nepal "Data only on paper" --category paper-based-culture',
    "lesson": 'nepal "Ask users first" --category prioritise-with-users',
    "next-step": 'nepal "Appoint a champion" --theme appoint-champion --due 2027',
    "dataset": 'nepal "Budget" --publisher nic --formats csv,xlsx',
    "indicator": 'nepal "Datasets published" --level output --target 100',
    "measurement": "nepal datasets-published 42 --on 2027-01-31",
    "event": 'nepal "Launch workshop" --kind workshop --start 2027-03-01',
    "resource": 'nepal "Guide to open data" --kind guideline --url https://example.org',
    "assessment": 'nepal "Early results" --framework irm --rating marginal',
}
"""An example of `add` for each kind."""

_DAY_BY_ITSELF = ("update", "measurement")
"""Kinds whose records are of the day they are written, unless another is given."""


def build_add(name: str) -> typer.Typer:
    """Return the command that adds a record of a kind."""
    kind = kind_named(name)
    text = (
        f"Add {_one(kind)} to a plan.\n\n"
        f"The id is made of {_named_by(kind)} unless you choose one.\n\n"
        f"Example: `ogdplan {name} add {_EXAMPLES[name]}`"
    )
    return one_command(_add(kind), text, negative=name == "measurement")


def _one(kind: Kind) -> str:
    """Return one of a kind with its article: `a milestone`, `an event`."""
    return f"{'an' if kind.words[0] in 'aeiou' else 'a'} {kind.words}"


def _named_by(kind: Kind) -> str:
    """Return what ids of a kind are made of."""
    is_titled = kind.heading in ("title", "name")
    return f"the {kind.heading}" if is_titled else "what it is about and when"


def build_set(name: str) -> typer.Typer:
    """Return the command that changes records of a kind."""
    kind = kind_named(name)
    text = (
        f"Change fields of a record, or of several {kind.plural} at once.\n\n"
        f'Example: `ogdplan {name} set nepal ID --note "Ask the ministry"`'
    )
    return one_command(_set(kind), text)


def build_remove(name: str) -> typer.Typer:
    """Return the command that removes records of a kind."""
    kind = kind_named(name)
    text = (
        f"Remove {kind.plural} that nothing refers to.\n\nExample: `ogdplan {name} remove nepal ID`"
    )
    return one_command(_remove(kind), text)


def build_rename(name: str) -> typer.Typer:
    """Return the command that gives a record of a kind another id."""
    kind = kind_named(name)
    text = (
        "Give a record another id, and all that refers to it with it.\n\n"
        f"Example: `ogdplan {name} rename nepal OLD NEW`"
    )
    return one_command(_rename(kind), text)


def _add(kind: Kind) -> Callable[..., None]:
    positions = _positions(kind)

    def add(
        session: Session,
        plan: OnePlan,
        record_id: NewId = None,
        in_language: InLanguage = None,
        dry_run: DryRun = False,
        voice: ChangeFormatOption = ChangeFormat.TABLE,
        **options: object,
    ) -> None:
        values = {field: _position(kind, field, options[f"heading_{field}"]) for field in positions}
        if kind.name in _DAY_BY_ITSELF:
            values.setdefault("on", session.as_of)
        given = given_by(session, kind.model, options, in_language=in_language, values=values)

        def add_it(subject: Subject) -> Edit:
            return decide.add(subject, kind, given, record_id=record_id)

        name = f"{kind.name}-add"
        change_one(session, plan, add_it, command=name, dry_run=dry_run, voice=voice)

    by_itself = ("on",) if kind.name in _DAY_BY_ITSELF else ()
    own = field_options.of_new(kind.model, without=positions, optional=by_itself)
    arguments = [_argument(kind, field) for field in positions]
    return command(field_options.accepting(add, [*arguments, *own]))


def _set(kind: Kind) -> Callable[..., None]:
    def set_(  # noqa: PLR0913, PLR0917 - an option each
        session: Session,
        plan: OnePlan,
        records: Records,
        unset: field_options.Unset = None,
        in_language: InLanguage = None,
        dry_run: DryRun = False,
        voice: ChangeFormatOption = ChangeFormat.TABLE,
        **options: object,
    ) -> None:
        given = given_by(session, kind.model, options, unset=unset, in_language=in_language)
        field_options.refuse_empty(given, f"{kind.name} set")

        def change_them(subject: Subject) -> Edit:
            return decide.change(subject, kind, records, given)

        name = f"{kind.name}-set"
        change_one(session, plan, change_them, command=name, dry_run=dry_run, voice=voice)

    own = field_options.of_known(kind.model)
    return command(field_options.accepting(set_, own))


def _remove(kind: Kind) -> Callable[..., None]:
    @command
    def remove(
        session: Session,
        plan: OnePlan,
        records: Records,
        cascade: Annotated[
            bool,
            typer.Option(
                "--cascade",
                help="Remove the references to it too, and what is only about it.",
            ),
        ] = False,
        dry_run: DryRun = False,
        voice: ChangeFormatOption = ChangeFormat.TABLE,
    ) -> None:
        setting, place = place_of(session, plan, trial=dry_run)
        changed = remove_records(setting, place, kind, records, cascade=cascade)
        show(session, changed, command=f"{kind.name}-remove", voice=voice)

    return remove


def _rename(kind: Kind) -> Callable[..., None]:
    @command
    def rename(
        session: Session,
        plan: OnePlan,
        old: Record,
        new: Annotated[str, typer.Argument(metavar="NEW", help="The new id.")],
        dry_run: DryRun = False,
        voice: ChangeFormatOption = ChangeFormat.TABLE,
    ) -> None:
        setting, place = place_of(session, plan, trial=dry_run)
        changed = rename_record(setting, place, kind, old, new)
        show(session, changed, command=f"{kind.name}-rename", voice=voice)

    return rename


def _positions(kind: Kind) -> tuple[str, ...]:
    """Return the fields that `add` takes as arguments."""
    return ("indicator", "value") if kind.name == "measurement" else (kind.heading,)


def _argument(kind: Kind, name: str) -> inspect.Parameter:
    spec = field_named(kind.model, name)
    refers = spec.refers_to if spec else None
    return inspect.Parameter(
        f"heading_{name}",
        inspect.Parameter.KEYWORD_ONLY,
        annotation=Annotated[
            str,
            typer.Argument(
                metavar=name.upper(),
                help=f"{spec.description}." if spec else None,
                autocompletion=complete_reference(refers) if refers else None,
            ),
        ],
    )


def _position(kind: Kind, name: str, text: object) -> Value:
    spec = field_named(kind.model, name)
    if spec is None or not str(text).strip():
        raise UsageError(f"the {name} is empty", hint="say it in a few words")
    return typed(spec, str(text))
