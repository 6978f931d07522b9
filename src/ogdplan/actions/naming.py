"""What people mean by a name: a record by its id, number or beginning of an id; a kind."""

from collections.abc import Sequence

from ogdplan.errors import AmbiguousNameError, UnknownNameError, UsageError
from ogdplan.model.headings import kind_called
from ogdplan.model.kinds import PLURAL_NAMES, Kind, all_records, records_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record
from ogdplan.model.work import Institution
from ogdplan.reference.suggestions import closest


def find(plan: Plan, name: str, *, plan_id: str, kind: Kind | None = None) -> Record:
    """Return the record that someone names by id, number or unique beginning of an id.

    Raises UnknownNameError or AmbiguousNameError with the candidates.
    """
    return find_among(plan, name, [kind] if kind else (), plan_id=plan_id)


def find_among(plan: Plan, name: str, kinds: Sequence[Kind], *, plan_id: str) -> Record:
    """Return the record of one of these kinds that someone names; without kinds of any.

    An institution can be called by its acronym or full name too, in any case. Raises as `find`.
    """
    what = " or ".join(kind.words for kind in kinds) or "record"
    records = tuple(each for kind in kinds for each in records_of(plan, kind))
    records = records if kinds else tuple(all_records(plan))
    for found in (
        [record for record in records if record.id == name],
        [record for record in records if getattr(record, "number", None) == name],
        [record for record in records if _is_called(record, name)],
        [record for record in records if name and record.id.startswith(name)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(what, name, found, plan_id)
    meant = closest(name, [record.id for record in records], limit=3)
    otherwise = "`ogdplan find WORDS` finds records by their words"
    if kinds:
        otherwise = f"`ogdplan {kinds[0].name} list {plan_id}` lists them"
    raise UnknownNameError(what, name, where=plan_id, candidates=meant, otherwise=otherwise)


def kind_of_name(name: str, names: Sequence[str] = PLURAL_NAMES) -> Kind:
    """Return the kind that someone names, by its name, its plural or its table.

    Raises UnknownNameError with what was meant of these `names`, else with all of them.
    """
    if found := kind_called(name):
        return found
    meant = closest(name, names, limit=2)
    otherwise = f"choose one of: {', '.join(names)}"
    raise UnknownNameError("kind of record", name, candidates=meant, otherwise=otherwise)


def _ambiguous(what: str, name: str, found: Sequence[Record], plan_id: str) -> UsageError:
    ids = tuple(record.id for record in found)
    if len(set(ids)) > 1:
        return AmbiguousNameError(what, name, ids)
    hint = f"give each another id: ogdplan edit {plan_id}"
    return UsageError(f"{len(ids)} records have the id {ids[0]}", hint=hint)


def _is_called(record: Record, name: str) -> bool:
    if not isinstance(record, Institution):
        return False
    names = (record.acronym, *(words for _, words in record.name.versions))
    return name.casefold() in {each.casefold() for each in names if each}
