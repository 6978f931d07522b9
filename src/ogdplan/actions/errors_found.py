"""The errors of a plan's bytes, and those of them that a change has brought."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ogdplan.checks import errors, portfolio
from ogdplan.checks.portfolio import Card, card_of
from ogdplan.findings import Finding, Problem, Severity
from ogdplan.model.plan import Plan
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import Reading, read
from ogdplan.workspace.folder import PlanPath, PlansFolder, Unreadable, plan_paths, read_plan


@dataclass(frozen=True, slots=True)
class Errors:
    """The errors of a file by line; `is_toml` is False where they may hide others."""

    findings: tuple[Finding, ...]
    is_toml: bool = True


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
    found = findings_of(problems, reading.text, place.shown)
    return Errors(tuple(sorted(found, key=lambda each: each.order)), is_toml=plan is not None)


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

    Where no TOML could be read before, what comes to light once it can is not new.
    """
    if after.is_toml and not before.is_toml:
        return ()
    known = Counter(map(_key, before.findings))
    new = []
    for finding in after.findings:
        known[_key(finding)] -= 1
        if known[_key(finding)] < 0:
            new.append(finding)
    return tuple(new)


def _key(finding: Finding) -> tuple[str, str | None, str | None]:
    return finding.rule, finding.record, finding.field


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
