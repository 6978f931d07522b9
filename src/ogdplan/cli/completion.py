"""What a shell offers when someone presses the tab key; never fails, at worst offers nothing."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ogdplan.errors import OgdplanError
from ogdplan.workspace.folder import PlansFolder, find_folder, plan_paths

if TYPE_CHECKING:
    from ogdplan.actions.library import Loaded
    from ogdplan.model.record import Record

Offer = list[tuple[str, str]]
"""Words and what they mean."""

_LONGEST = 60
_UNSAFE = re.compile(r"""["'`$\\\[\]<>|&;{}()*?!#~:\t\n\r]+""")
"""What the shell that is handed the text of a plan, or the library that hands it, may act on."""


def complete_plan(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the plan ids that begin so."""
    try:
        ids = [place.plan_id for place in plan_paths(_folder(ctx))]
    except (OgdplanError, OSError):
        return []
    return [plan_id for plan_id in ids if plan_id.startswith(incomplete) and _is_harmless(plan_id)]


def complete_revision(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the branches and tags that begin so, and HEAD."""
    from ogdplan.workspace.git.references import reference_names  # noqa: PLC0415 - asks git
    from ogdplan.workspace.git.repository import repository_of  # noqa: PLC0415

    try:
        names: tuple[str, ...] = ("HEAD", *reference_names(repository_of(_folder(ctx))))
    except (OgdplanError, OSError):
        names = ()
    return [name for name in names if name.startswith(incomplete) and _is_harmless(name)]


def complete_revision_or_plan(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the revisions that begin so, then the plans."""
    return [*complete_revision(ctx, incomplete), *complete_plan(ctx, incomplete)]


def complete_record(ctx: typer.Context, incomplete: str) -> Offer:
    """Return the ids of the named plan that begin so, of the kind the command is about."""
    return _records(ctx, incomplete, (ctx.parent.info_name or "",) if ctx.parent else ())


def complete_reference(kinds: tuple[str, ...]) -> Callable[[typer.Context, str], Offer]:
    """Return a completion over the ids of these kinds in the named plan."""

    def complete(ctx: typer.Context, incomplete: str) -> Offer:
        return _records(ctx, incomplete, kinds)

    return complete


def _records(ctx: typer.Context, incomplete: str, kinds: tuple[str, ...]) -> Offer:
    from ogdplan.model.kinds import KINDS, all_records, kind_of  # noqa: PLC0415 - only here

    wanted = [kind for kind in KINDS if kind.name in kinds] or KINDS
    return [
        _offered(loaded, record)
        for loaded in _plans(ctx, [_plan_named(ctx)])
        for record in all_records(loaded.plan)
        if record.id.startswith(incomplete) and kind_of(record) in wanted
    ]


def complete_institution(ctx: typer.Context, incomplete: str) -> Offer:
    """Return the ids of institutions that begin so, of the plans named or of all."""
    found: dict[str, str] = {}
    for loaded in _plans(ctx, ctx.params.get("plans") or []):
        for institution in loaded.plan.institutions:
            if institution.id.startswith(incomplete):
                found.setdefault(*_offered(loaded, institution))
    return list(found.items())


def complete_goal(incomplete: str) -> Offer:
    """Return the Sustainable Development Goals whose numbers begin so."""
    from ogdplan.reference.sdg import goal_name, goals  # noqa: PLC0415

    numbers = [goal.number for goal in goals() if str(goal.number).startswith(incomplete)]
    return [(str(number), _harmless(goal_name(number))) for number in numbers]


def complete_rule(incomplete: str) -> Offer:
    """Return the rules that begin so."""
    from ogdplan.rules.catalogue import RULES  # noqa: PLC0415

    rules = [rule for rule in RULES.values() if rule.slug.startswith(incomplete)]
    return [(rule.slug, _harmless(rule.title)) for rule in rules]


def complete_kind(incomplete: str) -> Offer:
    """Return the kinds of record that begin so."""
    from ogdplan.model.kinds import KINDS  # noqa: PLC0415

    return [(kind.name, kind.summary) for kind in KINDS if kind.name.startswith(incomplete)]


def complete_kinds(incomplete: str) -> Offer:
    """Return the kinds of record that begin so, in the plural, as tables are called."""
    from ogdplan.model.kinds import KINDS  # noqa: PLC0415

    return [
        (kind.plural_name, kind.summary)
        for kind in KINDS
        if kind.plural_name.startswith(incomplete)
    ]


def complete_country(incomplete: str) -> list[str]:
    """Return the codes and names of countries that begin so and need no quotes."""
    from ogdplan.reference.countries import country_names  # noqa: PLC0415 - only here

    names = [name for name in country_names() if name.isalpha() and name.isascii()]
    return [name for name in names if name.startswith(incomplete)]


def complete_catalogue(incomplete: str) -> list[str]:
    """Return the names of catalogues that begin so."""
    from ogdplan.report.catalogue import names  # noqa: PLC0415

    return [name for name in names() if name.startswith(incomplete)]


def complete_section(incomplete: str) -> list[str]:
    """Return the sections of a report that begin so; after a comma one more."""
    from ogdplan.cli.report_wishes import offered_sections  # noqa: PLC0415

    return list(offered_sections(incomplete))


def complete_values(values: tuple[str, ...]) -> Callable[[str], list[str]]:
    """Return a completion over fixed values."""

    def complete(incomplete: str) -> list[str]:
        return [value for value in values if value.startswith(incomplete)]

    return complete


def _plans(ctx: typer.Context, names: list[str]) -> Iterator["Loaded"]:
    """Yield the plans that are named and can be read, all plans without a name."""
    from ogdplan.actions.library import load, select  # noqa: PLC0415 - reads plans: only here

    try:
        yield from load(select(names, lambda: _folder(ctx), as_of=date.today())).plans
    except (OgdplanError, OSError):
        return


def _plan_named(ctx: typer.Context) -> str:
    # Behind an option whose value is still to come the parser has not told arguments apart.
    return ctx.params.get("plan") or next(iter(ctx.args), "")


def _offered(loaded: "Loaded", record: "Record") -> tuple[str, str]:
    from ogdplan.report.words import Reader  # noqa: PLC0415

    return record.id, _harmless(Reader(loaded.plan, None).title(record))


def _is_harmless(name: str) -> bool:
    """Return whether a name of a file or of git, which whoever made it chose, can be offered."""
    from ogdplan.report.safety import visible  # noqa: PLC0415

    return visible(name) == name and not _UNSAFE.search(name)


def _harmless(text: str) -> str:
    """Return a text of a plan, short and without what a shell or a terminal would obey."""
    from ogdplan.report.safety import visible  # noqa: PLC0415

    return " ".join(_UNSAFE.sub(" ", visible(text)).split())[:_LONGEST].strip()


def _folder(ctx: typer.Context) -> PlansFolder:
    return find_folder(Path.cwd(), given=ctx.params.get("plans_folder"))
