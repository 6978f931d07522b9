"""The errors of a plan's bytes, and those of them that a change has brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.new_findings import new_findings
from ogdplan.checks import errors, portfolio
from ogdplan.checks.portfolio import Card, card_of
from ogdplan.findings import Finding, Problem, Severity
from ogdplan.model.plan import Plan
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import Reading, read
from ogdplan.workspace.folder import PlanPath, PlansFolder, Unreadable, plan_paths, read_plan


@dataclass(frozen=True, slots=True)
class Errors:
    """The errors of a file by line.

    `is_whole` is False where some may hide others: while a shape is wrong, or an id cannot be
    relied on, not all is looked for. `visible` are those that are found in any case.
    """

    findings: tuple[Finding, ...]
    visible: tuple[Finding, ...]
    is_toml: bool
    is_whole: bool


def errors_of(
    content: bytes, place: PlanPath, folder: PlansFolder | None, *, as_of: date
) -> Errors:
    """Return the errors that a plan would have with this content, whatever its file holds.

    References to other plans of the folder count; nothing is said of those plans themselves.
    """
    reading = read(content)
    problems = list(errors.errors_of(reading, as_of=as_of))
    plan = reading.plan or reading.draft
    if plan and folder:
        problems += errors_between(place.plan_id, reading, folder)
    found, visible = (
        tuple(sorted(findings_of(some, reading.text, place.shown), key=lambda each: each.order))
        for some in (problems, reading.problems)
    )
    is_whole = reading.plan is not None and reading.ids is not None
    return Errors(found, visible, is_toml=plan is not None, is_whole=is_whole)


def errors_between(
    plan_id: str, reading: Reading, folder: PlansFolder, changed: Mapping[str, Plan] | None = None
) -> list[Problem]:
    """Return the errors in what a plan says of others; only those that it names are read.

    `changed` are plans as they are to be, whatever their files hold.
    """
    plan = reading.plan or reading.draft
    if plan is None:
        return []
    card = card_of(plan_id, plan, reading.faulty)
    places = {place.plan_id: place for place in plan_paths(folder)}
    named = {link.target.partition("#")[0] for link in card.far_links} & places.keys() - {plan_id}
    others = {name: _card(name, places[name], folder, changed or {}) for name in named}
    cards = {name: other for name, other in others.items() if other} | {plan_id: card}
    found = portfolio.check(cards, places).get(plan_id, ())
    return [problem for problem in found if problem.severity is Severity.ERROR]


def brought(before: Errors, after: Errors) -> tuple[Finding, ...]:
    """Return the errors that were not there before, compared by rule, record and field.

    What mending a file brings to light is not new: all of it where no TOML could be read, and
    where some errors may have hidden others, those that they may have hidden.
    """
    if after.is_toml and not before.is_toml:
        return ()
    found = after.findings if before.is_whole else after.visible
    return new_findings(found, before.findings)


def _card(
    name: str, place: PlanPath, folder: PlansFolder, changed: Mapping[str, Plan]
) -> Card | None:
    """Return what is to be known of another plan, None where its file yields nothing."""
    if name in changed:
        return card_of(name, changed[name])
    content = read_plan(folder, place)
    if isinstance(content, Unreadable):
        return None
    reading = read(content)
    plan = reading.plan or reading.draft
    return card_of(name, plan, reading.faulty) if plan else None
