"""A new plan: what it is to be, and the file that it becomes."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ogdplan.actions.errors_found import errors_of
from ogdplan.errors import FileError, UnknownNameError, UsageError
from ogdplan.model.slugs import slug
from ogdplan.model.values import is_plan_id
from ogdplan.model.vocabularies import PlanKind, Sector, Stage
from ogdplan.model.when import When
from ogdplan.planfile.fresh import text_of
from ogdplan.planfile.operations import Value
from ogdplan.reference.countries import Country, country_names, find_country
from ogdplan.reference.spoken_names import spoken_name
from ogdplan.reference.suggestions import closest
from ogdplan.workspace.files import AlreadyThereError, create_plan
from ogdplan.workspace.folder import NoPlansFolderError, PlanPath, PlansFolder, outside_path

_ACRONYM = re.compile(r"(?P<name>.*\S)\s+\((?P<acronym>[^\s()]+)\)")
_BELOW = (PlanKind.AGENCY, PlanKind.LOCAL)
"""Kinds of plans that stand under a national one."""

_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{each}{n}" for each in ("com", "lpt") for n in range(1, 10)))
)
"""Names that Windows keeps for its devices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a new plan is to be.

    `lead` is the name of the institution in charge, with an acronym in brackets or without;
    `parent` the id of a plan, `plan_id` the one to take, None for one made of names. `id_given`
    says in hints how someone gives another.
    """

    countries: tuple[Country, ...]
    title: str
    lead: str
    sector: Sector
    kind: PlanKind
    stage: Stage
    start: When | None
    end: When | None
    languages: tuple[str, ...]
    parent: str | None
    plan_id: str | None
    id_given: str = "with --id"


@dataclass(frozen=True, slots=True)
class NewPlan:
    """The file of a new plan, not written yet; `folder_is_new` says that there is no `plans/`."""

    wanted: Wanted
    folder: PlansFolder
    place: PlanPath
    text: str
    folder_is_new: bool


def countries_called(names: Sequence[str]) -> tuple[Country, ...]:
    """Return the countries of these names or codes, each once; raises UnknownNameError."""
    return tuple(dict.fromkeys(map(_country, names)))


def usual_title(countries: Sequence[Country]) -> str:
    """Return what a plan of these countries could be called."""
    return f"{' and '.join(map(spoken_name, countries))}: Open Government Data Action Plan"


def compose(
    wanted: Wanted, find_folder: Callable[[], PlansFolder], *, here: Callable[[], Path], as_of: date
) -> NewPlan:
    """Return the file that a new plan becomes; without a folder of plans, in `plans/` here.

    Raises UsageError where it would not be valid, or would have no usable plan id.
    """
    _refuse_misfits(wanted)
    plan_id = _plan_id(wanted)
    folder, is_new = _folder(find_folder, here)
    _, place = outside_path(folder.root / f"{plan_id}.toml", known=folder)
    text = text_of(plan_id, _header(wanted), _lead(wanted))
    _refuse_errors(text, place, None if is_new else folder, as_of)
    return NewPlan(wanted, folder, place, text, folder_is_new=is_new)


def refuse_taken(new: NewPlan) -> None:
    """Raise AlreadyThereError where something has the name of a new plan's file."""
    if os.path.lexists(new.place.path):
        raise AlreadyThereError(new.place.shown, id_given=new.wanted.id_given)


def write(new: NewPlan) -> None:
    """Write the file of a new plan, with the folders it needs; never over one that is there."""
    real = Path(os.path.realpath(new.place.path.parent))
    if not real.is_relative_to(new.folder.target):
        reason = f"the link leads out of {new.folder.shown('')}/"
        hint = f"choose another id {new.wanted.id_given}"
        raise FileError("write", new.place.shown, reason, hint=hint)
    refuse_taken(new)
    create_plan(new.place.path, new.text.encode(), shown=new.place.shown)


def _country(name: str) -> Country:
    if found := find_country(name):
        return found
    meant = closest(name, country_names(), limit=3)
    raise UnknownNameError(
        "country", name, candidates=meant, otherwise="`ogdplan catalogue countries` lists them"
    )


def _refuse_misfits(wanted: Wanted) -> None:
    """Refuse what only some kinds of plan have."""
    if len(wanted.countries) > 1 and wanted.kind is not PlanKind.PROGRAMME:
        names = " and ".join(map(spoken_name, wanted.countries))
        hint = "make a plan for each, or a programme with --kind programme"
        raise UsageError(f"one plan cannot be that of {names}", hint=hint)
    if wanted.parent is not None and wanted.kind not in _BELOW:
        hint = "add --kind agency or --kind local, or leave out --parent"
        raise UsageError(f"a plan of the kind {wanted.kind.value} has no parent", hint=hint)


def _plan_id(wanted: Wanted) -> str:
    """Return the id that was chosen, or one made of the country, the lead or the title."""
    plan_id = _usual_id(wanted) if wanted.plan_id is None else wanted.plan_id
    if reserved := _RESERVED & set(plan_id.split("/")):
        hint = f"choose another id {wanted.id_given}"
        raise UsageError(f"no file can be called {min(reserved)} on Windows", hint=hint)
    if not is_plan_id(plan_id):
        hint = f"choose one {wanted.id_given}: small letters a to z, digits and single hyphens"
        raise UsageError(f'"{plan_id}" cannot be the id of a plan', hint=hint)
    return plan_id


def _usual_id(wanted: Wanted) -> str:
    country = slug(spoken_name(wanted.countries[0]))
    if wanted.kind in _BELOW:
        return f"{wanted.parent or country}/{slug(_name_and_acronym(wanted.lead)[0])}"
    return slug(wanted.title) if len(wanted.countries) > 1 else country


def _folder(
    find_folder: Callable[[], PlansFolder], here: Callable[[], Path]
) -> tuple[PlansFolder, bool]:
    """Return the folder of plans, and whether it has yet to be made."""
    try:
        return find_folder(), False
    except NoPlansFolderError:
        return PlansFolder(here() / "plans"), True


def _header(wanted: Wanted) -> dict[str, Value]:
    codes = [country.alpha3 for country in wanted.countries]
    is_programme = wanted.kind is PlanKind.PROGRAMME
    found: dict[str, Value | None] = {
        "title": wanted.title,
        "country": None if is_programme else codes[0],
        "countries": codes if is_programme else None,
        "kind": wanted.kind.value,
        "stage": wanted.stage.value,
        "start": wanted.start.value if wanted.start else None,
        "end": wanted.end.value if wanted.end else None,
        "lead": _lead_id(wanted),
        "languages": wanted.languages,
        "parent": wanted.parent,
    }
    return {name: value for name, value in found.items() if value is not None}


def _lead(wanted: Wanted) -> dict[str, Value]:
    name, acronym = _name_and_acronym(wanted.lead)
    known: dict[str, Value] = {"acronym": acronym} if acronym else {}
    return {
        "id": _lead_id(wanted),
        "name": name,
        **known,
        "sector": wanted.sector.value,
        "roles": ["coordinator"],
    }


def _lead_id(wanted: Wanted) -> str:
    return slug(_name_and_acronym(wanted.lead)[0]) or "lead"


def _name_and_acronym(words: str) -> tuple[str, str | None]:
    """Return a name apart from the acronym that stands behind it in brackets."""
    match = _ACRONYM.fullmatch(words.strip())
    return (match["name"], match["acronym"]) if match else (words, None)


def _refuse_errors(text: str, place: PlanPath, folder: PlansFolder | None, as_of: date) -> None:
    errors = errors_of(text.encode(), place, folder, as_of=as_of).findings
    if errors:
        raise UsageError(errors[0].message, hint=errors[0].help)
