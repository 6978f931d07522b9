"""Finding records: by id, number or beginning of an id, by words, and by what refers to them."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.library import Loaded
from ogdplan.actions.naming import find
from ogdplan.errors import UnknownNameError
from ogdplan.model.kinds import FieldSpec, Kind, all_records, fields_of, kind_of, records_of
from ogdplan.model.knowledge import Challenge
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record
from ogdplan.model.text import Text
from ogdplan.model.work import Commitment, Milestone
from ogdplan.progress.plan import Progress, progress_of
from ogdplan.reference.suggestions import closest


@dataclass(frozen=True, slots=True)
class Referrer:
    """A record that refers to another, and the field in which it does."""

    record: Record
    field: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A record whose texts have the words looked for, and the field that shows them best."""

    record: Record
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that was asked for, and the plan it is of at the date."""

    plan_id: str
    record: Record
    progress: Progress


@dataclass(frozen=True, slots=True)
class Card:
    """One record, and the records that refer to it in the order of the file."""

    kept: Kept
    referrers: tuple[Referrer, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A record that has the words looked for, the plan it is of, and where they stand."""

    plan_id: str
    plan: Plan
    hit: Hit


def card(loaded: Loaded, name: str, *, kind: Kind | None, as_of: date) -> Card:
    """Return the record of a plan that someone names, with what refers to it."""
    record = find(loaded.plan, name, plan_id=loaded.plan_id, kind=kind)
    kept = Kept(loaded.plan_id, record, progress_of(loaded.plan, as_of))
    return Card(kept, referrers(loaded.plan, record.id))


def keep(
    plans: Iterable[Loaded], kind: Kind, filters: Mapping[str, str], *, as_of: date
) -> tuple[Kept, ...]:
    """Return the records of a kind that pass all filters, in the order of plans and files.

    Filters are by name of a field, and by `health`, `lead` and `sdg`; a status and a health
    are those at the date, a lead that of the commitment too. An institution is named by its id
    or acronym; raises UnknownNameError when none of the plans has it.
    """
    plans = tuple(plans)
    if "lead" in filters:
        _refuse_unknown_institution(plans, filters["lead"])
    kept = (
        Kept(each.plan_id, record, progress)
        for each in plans
        for progress in [progress_of(each.plan, as_of)]
        for record in records_of(each.plan, kind)
    )
    return tuple(each for each in kept if all(_passes(each, *wanted) for wanted in filters.items()))


def search_all(
    plans: Iterable[Loaded], words: Sequence[str], kind: Kind | None
) -> tuple[Found, ...]:
    """Return the records of all plans in whose texts all the words occur."""
    return tuple(
        Found(each.plan_id, each.plan, hit)
        for each in plans
        for hit in search(each.plan, words, kind)
    )


def _passes(each: Kept, name: str, wanted: str) -> bool:
    record = each.record
    match name:
        case "status" | "health":
            return wanted == _standing(each, name) and _is_there(each)
        case "lead":
            leads = _named(each.progress.plan, wanted)
            return bool({_lead(each), getattr(record, "publisher", None)} & leads)
        case "sdg":
            codes = (*getattr(record, "sdgs", ()), getattr(record, "sdg", None) or "")
            return any(code == wanted or code.startswith(f"{wanted}.") for code in codes)
    return bool(wanted == getattr(record, name))


def _is_there(each: Kept) -> bool:
    """Return whether a record counts at the date: a challenge does from when it was raised."""
    record = each.record
    return not isinstance(record, Challenge) or each.progress.challenge(record.id).raised


def _refuse_unknown_institution(plans: Sequence[Loaded], wanted: str) -> None:
    if plans and not any(_named(each.plan, wanted) for each in plans):
        institutions = [found for each in plans for found in each.plan.institutions]
        names = {name for found in institutions for name in (found.id, found.acronym) if name}
        raise UnknownNameError(
            "institution",
            wanted,
            where="these plans" if len(plans) > 1 else plans[0].plan_id,
            candidates=closest(wanted, names, limit=3),
            otherwise="`ogdplan institution list` lists them",
        )


def _named(plan: Plan, wanted: str) -> set[str]:
    """Return the ids of the institutions that are called so: by id, or by acronym in any case."""
    word = wanted.casefold()
    return {
        each.id
        for each in plan.institutions
        if each.id == wanted or (each.acronym or "").casefold() == word
    }


def _standing(each: Kept, name: str) -> object:
    """Return the status or health of a record at the date; the status stated where none is."""
    record, progress = each.record, each.progress
    standing: object = record
    match record:
        case Milestone():
            standing = progress.milestone(record.id)
        case Commitment():
            standing = progress.commitment(record.id)
        case Challenge():
            standing = progress.challenge(record.id)
    found: object = getattr(standing, name)
    return found


def _lead(each: Kept) -> str | None:
    milestone = each.progress.milestone(each.record.id)
    lead: str | None = milestone.lead if milestone else getattr(each.record, "lead", None)
    return lead


def referrers(plan: Plan, record_id: str) -> tuple[Referrer, ...]:
    """Return the records that refer to a record, in the order of the file."""
    return tuple(
        Referrer(record, spec.name)
        for record in all_records(plan)
        for spec in fields_of(type(record))
        if spec.refers_to and record_id in _values(record, spec)
    )


def search(plan: Plan, words: Sequence[str], kind: Kind | None) -> Iterator[Hit]:
    """Yield the records in whose texts all the words occur, accents and case aside.

    Texts are all fields that hold text, in every language, ids and numbers.
    """
    wanted = [_folded(word) for word in words]
    for record in records_of(plan, kind) if kind else all_records(plan):
        texts = list(_texts(record))
        folded = [_folded(text) for _, text in texts]
        if all(any(word in text for text in folded) for word in wanted):
            yield _best(record, texts, folded, wanted)


def _best(
    record: Record, texts: list[tuple[str, str]], folded: list[str], wanted: list[str]
) -> Hit:
    """Return the hit with the field that has most of the words, the first of several."""
    counts = [sum(word in text for word in wanted) for text in folded]
    field, words = texts[counts.index(max(counts))]
    return Hit(record, field, words)


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    heading = kind_of(record).heading
    for spec in sorted(fields_of(type(record)), key=lambda spec: spec.name != heading):
        value = getattr(record, spec.attribute)
        if isinstance(value, Text):
            yield from ((spec.name, words) for _, words in value.versions)
        elif isinstance(value, str) and spec.vocabulary is None and spec.refers_to is None:
            yield spec.name, value


def _values(record: Record, spec: FieldSpec) -> tuple[object, ...]:
    value = getattr(record, spec.attribute)
    return value if isinstance(value, tuple) else (value,)


def _folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
