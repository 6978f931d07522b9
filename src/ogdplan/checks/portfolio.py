"""What only several plans together show: links between plans, plans at the same time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ogdplan.checks.links import Guesses, did_you_mean, far_links_of
from ogdplan.findings import Aim, DataPath, Place, Problem
from ogdplan.model.kinds import KINDS, all_records, records_of
from ogdplan.model.plan import Header, Plan
from ogdplan.model.vocabularies import PlanKind, Stage
from ogdplan.model.when import Precision, When
from ogdplan.planfile.identity import is_reliable
from ogdplan.planfile.shape import Faulty
from ogdplan.rules.catalogue import RULES

SLUGS = frozenset({"overlapping-plans", "no-agency-plans"})
"""The rules about several plans whose findings can be accepted."""


class FarLink(NamedTuple):
    """A reference to another plan; to a record of it where `target` is `plan-id#record-id`."""

    path: DataPath
    record: str | None
    field: str
    target: str


class Card(NamedTuple):
    """What other plans, and the checks between plans, need to know of a plan.

    A value that has an error is None here, like one that is absent, so that nothing is said
    because of it. `record_ids` is None while the ids of the file cannot be relied on.
    """

    plan_id: str
    country: str | None
    kind: PlanKind | None
    stage: Stage | None
    start: When | None
    end: When | None
    parent: str | None
    previous: str | None
    record_ids: frozenset[str] | None
    far_links: tuple[FarLink, ...]

    @property
    def is_agency(self) -> bool:
        """Whether it is the plan of an agency, or under another plan."""
        return self.kind is PlanKind.AGENCY or self.parent not in (None, self.plan_id)


def card_of(plan_id: str, plan: Plan, faulty: frozenset[Faulty] = frozenset()) -> Card:
    """Return the card of a plan; `faulty` names its values that have an error."""
    header = plan.header
    spoilt = {fault.field for fault in faulty if fault.table == "plan"}
    if None in spoilt:
        spoilt = set(Header.model_fields)
    return Card(
        plan_id,
        country=None if "country" in spoilt else header.country,
        kind=None if "kind" in spoilt else header.kind,
        stage=None if "stage" in spoilt else header.stage,
        start=None if "start" in spoilt else header.start,
        end=None if "end" in spoilt else header.end,
        parent=None if "parent" in spoilt else header.parent,
        previous=None if "previous" in spoilt else header.previous,
        record_ids=_record_ids(plan) if is_reliable(faulty) else None,
        far_links=tuple(_far_links(plan, faulty)),
    )


def check(cards: Mapping[str, Card], in_folder: Collection[str]) -> dict[str, tuple[Problem, ...]]:
    """Return what is wrong between plans, by the id of the plan in whose file it is.

    `cards` are those of all plans that could be read, `in_folder` the ids of all plan files,
    read or not: about a plan that is there and could not be read nothing is said.
    """
    known = {*in_folder, *cards}
    found: dict[str, list[Problem]] = defaultdict(list)
    guesses = Guesses()
    for plan_id, card in cards.items():
        found[plan_id] += _misdirected(card, cards, known=known, guesses=guesses)
    for plan_id, problem in (*_overlapping(cards.values()), *_without_agencies(cards, known)):
        found[plan_id].append(problem)
    return {plan_id: tuple(problems) for plan_id, problems in found.items() if problems}


def _record_ids(plan: Plan) -> frozenset[str]:
    return frozenset(record.id for record in all_records(plan))


def _far_links(plan: Plan, faulty: frozenset[Faulty]) -> Iterator[FarLink]:
    for kind in KINDS:
        for index, record in enumerate(records_of(plan, kind)):
            own_id = None if Faulty(kind.table, index, "id") in faulty else record.id
            for spec, within, target in far_links_of(record):
                path = (kind.table, index, spec.name, *within)
                yield FarLink(path, own_id, spec.name, target)


def _misdirected(
    card: Card, cards: Mapping[str, Card], *, known: Collection[str], guesses: Guesses
) -> Iterator[Problem]:
    """Yield the references of one plan that lead to no other plan, or to no record of it."""
    yield from _misdirected_header(card, known, guesses)
    for link in card.far_links:
        target, _, record_id = link.target.partition("#")
        other = cards.get(target)
        if (target, record_id) == (card.plan_id, link.record):
            message = f'"{link.target}" is this record itself'
            yield _problem("self-reference", link, message, "name a record of another plan")
        elif target not in known:
            meant = guesses.nearest(target, known, among="plans")
            yield _unknown_plan(link, target, meant and did_you_mean(f"{meant}#{record_id}"))
        elif other and other.record_ids is not None and record_id not in other.record_ids:
            meant = guesses.nearest(record_id, other.record_ids, among=target)
            message = f'there is no record "{record_id}" in the plan {target}'
            help_text = meant and did_you_mean(f"{target}#{meant}")
            yield _problem("unknown-reference", link, message, help_text)


def _misdirected_header(card: Card, known: Collection[str], guesses: Guesses) -> Iterator[Problem]:
    for field, plan_id in (("previous", card.previous), ("parent", card.parent)):
        if plan_id is None:
            continue
        link = FarLink(("plan", field), None, field, plan_id)
        if plan_id == card.plan_id:
            message = f'"{plan_id}" is this plan itself'
            yield _problem("self-reference", link, message, "name another plan, or remove the line")
        elif plan_id not in known:
            meant = guesses.nearest(plan_id, known, among="plans")
            yield _unknown_plan(link, plan_id, did_you_mean(meant))


def _unknown_plan(link: FarLink, plan_id: str, help_text: str | None) -> Problem:
    return _problem("unknown-plan", link, f'there is no plan "{plan_id}"', help_text)


def _problem(slug: str, link: FarLink, message: str, help_text: str | None) -> Problem:
    rule = RULES[slug]
    message = f"{link.field}: {message}"
    return Problem(rule, Place(link.path), message, help_text or rule.fix, link.record, link.field)


def _overlapping(cards: Iterable[Card]) -> Iterator[tuple[str, Problem]]:
    """Yield for each plan that begins in the time of an earlier one a problem; its id first.

    Only of plans that speak for the whole country there is one at a time; agencies and cities
    each have their own.
    """
    groups: dict[tuple[str | None, PlanKind], list[Card]] = defaultdict(list)
    for card in cards:
        if card.start and card.kind and card.kind.is_national and _is_in_force(card):
            groups[card.country, card.kind].append(card)
    for group in groups.values():
        lasting: Card | None = None
        for card in sorted(group, key=_beginning):
            if lasting and _is_within(card, lasting):
                yield card.plan_id, _overlap(card, lasting)
            lasting = max(lasting or card, card, key=_ending)


def _is_in_force(card: Card) -> bool:
    return card.country is not None and card.stage in (Stage.ADOPTED, Stage.CLOSED)


def _beginning(card: Card) -> tuple[date, str]:
    return (card.start.first if card.start else date.max, card.plan_id)


def _ending(card: Card) -> date:
    """Return the last day; an end that is not known overlaps with nothing for certain."""
    return card.end.last if card.end else date.min


def _is_within(card: Card, earlier: Card) -> bool:
    """Return whether a plan begins for certain before the earlier one is over.

    It may begin in the very year, or other period, in which the earlier one ends.
    """
    if card.start is None or earlier.end is None:
        return False
    is_handover = card.start == earlier.end and card.start.precision is not Precision.DAY
    return card.start.last <= earlier.end.last and not is_handover


def _overlap(card: Card, earlier: Card) -> Problem:
    rule = RULES["overlapping-plans"]
    message = f"start {card.start} is before the plan {earlier.plan_id} ends, {earlier.end}"
    return Problem(rule, Place(("plan", "start")), message, rule.fix, field="start")


def _without_agencies(
    cards: Mapping[str, Card], known: Collection[str]
) -> Iterator[tuple[str, Problem]]:
    """Yield for each national plan without agency plans the advice to have some; its id first.

    A plan file below a plan's own id that could not be read may be one of them.
    """
    rule = RULES["no-agency-plans"]
    parents = {card.parent for card in cards.values() if card.parent != card.plan_id}
    parents |= {above for plan_id in known if plan_id not in cards for above in _above(plan_id)}
    for plan_id, card in cards.items():
        is_open = card.stage is not None and card.stage is not Stage.CLOSED
        if is_open and card.kind and card.kind.is_national and plan_id not in parents:
            place = Place(("plan",), Aim.HEADER)
            yield plan_id, Problem(rule, place, "no plan names this one as its parent", rule.fix)


def _above(plan_id: str) -> Iterator[str]:
    while plan_id := plan_id.rpartition("/")[0]:
        yield plan_id
