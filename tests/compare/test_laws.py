"""What holds for the changes between any two plans."""

from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ogdplan.compare.changes import Change, What, between
from ogdplan.compare.ordering import HEADER_FIRST
from ogdplan.compare.points import RANKS, Point
from ogdplan.compare.points_of_fields import LeadChanged
from ogdplan.compare.points_of_work import Started
from ogdplan.compare.values import in_file
from ogdplan.model.kinds import KINDS, all_records, fields_of, records_of
from ogdplan.model.plan import Accepted, Header, Plan
from ogdplan.model.record import Table
from ogdplan.model.vocabularies import ChallengeStatus, Status

Data = dict[str, object]
WHENS = st.sampled_from(["2018", "2018-06", "2018-Q2", "2019-H1", "9999"])
TEXTS = st.one_of(
    st.sampled_from(["A", "B", "two\nlines\u2028or three", "long " * 30]),
    st.dictionaries(
        st.sampled_from(["en", "es", "pt-BR"]), st.sampled_from(["A", "B"]), min_size=1
    ),
)
WORK_IDS = st.sampled_from(["a", "b", "c", "ghost"])
LISTS = st.lists(st.sampled_from(["a", "b", "https://example.org"]), unique=True, max_size=3)
STATUSES = st.sampled_from([status.value for status in Status])
MILESTONE: dict[str, st.SearchStrategy[object]] = {
    "title": TEXTS,
    "due": WHENS,
    "started": WHENS,
    "completed": WHENS,
    "withdrawn": WHENS,
    "status": STATUSES,
    "progress": st.integers(0, 100),
    "weight": st.sampled_from([1, 1.0, 2]),
    "lead": st.sampled_from(["x", "y"]),
    "evidence": LISTS,
    "depends_on": st.lists(WORK_IDS, unique=True, max_size=2),
    "note": TEXTS,
}
UPDATE: dict[str, st.SearchStrategy[object]] = {
    "text": TEXTS,
    "about": WORK_IDS,
    "status": STATUSES,
    "due_from": WHENS,
    "due_to": WHENS,
    "evidence": LISTS,
}
CHALLENGE: dict[str, st.SearchStrategy[object]] = {
    "title": TEXTS,
    "status": st.sampled_from([status.value for status in ChallengeStatus]),
    "resolved": WHENS,
    "affects": st.lists(WORK_IDS, unique=True, max_size=2),
}
EVENT: dict[str, st.SearchStrategy[object]] = {
    "ratings": st.dictionaries(st.sampled_from(["good", "bad"]), st.integers(0, 2)),
}


def tables(
    ids: str, always: Data, fields: dict[str, st.SearchStrategy[object]]
) -> st.SearchStrategy[list[Data]]:
    """Return lists of records with some of these letters as ids and some of these fields."""
    each = st.fixed_dictionaries({"id": st.sampled_from(ids)}, optional=fields)
    found = st.lists(each, max_size=4, unique_by=lambda record: str(record["id"]))
    return found.map(lambda records: [always | record for record in records])


DATA: st.SearchStrategy[Data] = st.fixed_dictionaries(
    {
        "format": st.just(1),
        "plan": st.fixed_dictionaries(
            {"title": TEXTS, "kind": st.just("programme"), "lead": st.sampled_from(["x", "y"])},
            optional={"languages": st.sampled_from([["en"], ["es", "en"]])},
        ),
        "institutions": tables("xyz", {"name": "An office", "sector": "media"}, {}),
        "milestones": tables("abcd", {"title": "x"}, MILESTONE),
        "updates": tables("efgh", {"on": "2018-05", "text": "x"}, UPDATE),
        "challenges": tables("ijk", {"title": "x", "category": "other"}, CHALLENGE),
        "events": tables("lm", {"title": "x", "kind": "other", "start": "2018"}, EVENT),
        "accepted": st.lists(
            st.fixed_dictionaries(
                {"rule": st.sampled_from(["overdue", "stale-plan"]), "reason": TEXTS},
                optional={"about": WORK_IDS},
            ),
            max_size=3,
        ),
    }
)
PLANS = DATA.map(Plan.model_validate)


def is_of_all(change: Change) -> bool:
    """Return whether a change of the header is one that a meeting cares for."""
    return change.kind == "plan" and any(each.field in HEADER_FIRST for each in change.fields)


def is_start_or_first(point: Point) -> bool:
    """Return whether what happened is told before what matters more."""
    is_lead = isinstance(point, LeadChanged)
    return is_lead or isinstance(point, Started) or getattr(point, "field", "") in HEADER_FIRST


def without_standing(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes without how what is gone stood: of reports of one day the last counts."""
    return tuple(replace(change, was="") for change in changes)


def compare(old: Plan, new: Plan) -> tuple[Change, ...]:
    return between(old, new, plan_id="x")


def shuffled(plan: Plan, random: Random) -> Plan:
    """Return the plan with the records of each kind in another order."""
    mixed = {}
    for name in [*(kind.table for kind in KINDS), "accepted"]:
        records = list(getattr(plan, name))
        random.shuffle(records)
        mixed[name] = tuple(records)
    return plan.model_copy(update=mixed)


@settings(deadline=None)
@given(PLANS)
def test_plan_does_not_differ_from_itself(plan: Plan) -> None:
    assert compare(plan, plan.model_copy(deep=True)) == ()


@settings(deadline=None)
@given(PLANS, PLANS, st.randoms(use_true_random=False))
def test_order_of_records_does_not_count(old: Plan, new: Plan, random: Random) -> None:
    found = compare(shuffled(old, random), shuffled(new, random))

    assert without_standing(found) == without_standing(compare(old, new))


@settings(deadline=None)
@given(PLANS, PLANS)
def test_changes_say_themselves_in_one_line_in_the_order_of_what_matters(
    old: Plan, new: Plan
) -> None:
    changes = compare(old, new)
    leads = [
        0 if is_of_all(change) else 1 + min(RANKS[type(point)] for point in change.points)
        for change in changes
    ]

    assert leads == sorted(leads)
    for change in changes:
        ranks = [RANKS[type(point)] for point in change.points if not is_start_or_first(point)]
        assert ranks == sorted(ranks)
        assert len(f"{change.summary}\n{change.title}\n".splitlines()) == 2


@settings(deadline=None)
@given(PLANS, PLANS)
def test_every_record_and_field_that_differs_stands_in_the_changes_once(
    old: Plan, new: Plan
) -> None:
    changes = compare(old, new)
    records = [change.id for change in changes if change.id]

    assert len(set(records)) == len(records)
    for change in changes:
        names = [field.field for field in change.fields]
        assert len(set(names)) == len(names)
        assert [field for field in change.fields if field.old == field.new] == []


def values_of(table: Table) -> Data:
    """Return what the file says in a table."""
    found = {spec.name: in_file(table, spec) for spec in fields_of(type(table))}
    return {name: value for name, value in found.items() if value is not None}


def with_followed(model: type[Table], table: Data, renames: dict[str, str]) -> Data:
    """Return a table with its references to records that were renamed following."""
    table = dict(table)
    for spec in fields_of(model):
        value = table.get(spec.name)
        if spec.refers_to and isinstance(value, list):
            table[spec.name] = [renames.get(each, each) for each in value]
        elif spec.refers_to and isinstance(value, str):
            table[spec.name] = renames.get(value, value)
    return table


def with_fields(table: Data, change: Change) -> Data:
    changed = table | {field.field: field.new for field in change.fields}
    return {name: value for name, value in changed.items() if value is not None}


def holds(table: Data, change: Change, renames: dict[str, str]) -> bool:
    """Return whether a table is the one that a change found in the old plan."""
    if change.id:
        return table["id"] == change.id
    if change.what is What.REMOVED:
        was = {field.field: field.old for field in change.fields}
        return table == with_followed(Accepted, was, renames)
    title = f"{table.get('rule')} of {table.get('about', 'the plan')}"
    was = {field.field: field.old for field in change.fields}
    return change.title == title and table | was == table


def applied(plan: Plan, changes: tuple[Change, ...]) -> Plan:
    """Return the plan after the changes, made from their data alone."""
    renames = {str(each.fields[0].old): each.id or "" for each in changes if each.what == "renamed"}
    (header,) = _tables_after([values_of(plan.header)], "plan", Header, changes, renames)
    data: Data = {"format": 1, "plan": header}
    for kind in KINDS:
        old = [values_of(record) for record in records_of(plan, kind)]
        old = [record | {"id": renames.get(str(record["id"]), record["id"])} for record in old]
        data[kind.table] = _tables_after(old, kind.name, kind.model, changes, renames)
    entries = [values_of(entry) for entry in plan.accepted]
    data["accepted"] = _tables_after(entries, "accepted", Accepted, changes, renames)
    return Plan.model_validate(data)


def _tables_after(
    tables: list[Data],
    kind: str,
    model: type[Table],
    changes: tuple[Change, ...],
    renames: dict[str, str],
) -> list[Data]:
    after = [with_followed(model, table, renames) for table in tables]
    for change in (each for each in changes if each.kind == kind and each.what != "renamed"):
        if change.what is What.ADDED:
            after.append(with_fields({"id": change.id} if change.id else {}, change))
            continue
        place = (
            0 if kind == "plan" else [holds(table, change, renames) for table in after].index(True)
        )
        table = after.pop(place)
        if change.what is What.CHANGED:
            after.append(with_fields(table, change))
    return after


def refers_to(plan: Plan, ids: set[str]) -> bool:
    """Return whether anything in the plan refers to one of these ids."""
    tables = [plan.header, *all_records(plan), *plan.accepted]
    return any(
        ids & set(value if isinstance(value, tuple) else (value,))
        for table in tables
        for spec in fields_of(type(table))
        if spec.refers_to and (value := getattr(table, spec.attribute))
    )


@settings(deadline=None)
@given(PLANS, PLANS)
def test_changes_applied_to_the_old_plan_give_the_new_one(old: Plan, new: Plan) -> None:
    changes = compare(old, new)
    # References that stay behind with an id that is gone are no change, and not to be followed.
    assume(not refers_to(new, {str(e.fields[0].old) for e in changes if e.what == "renamed"}))

    assert compare(applied(old, changes), new) == ()
