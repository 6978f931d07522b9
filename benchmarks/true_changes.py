"""The changes that changed_plans.py makes in a plan.

Each works on the data of a plan of make_plans.py and yields what really changed, so that the truth
is not what any of the compared programs says. In a plan of 50 and in one of 500 milestones the same
happens, spread over the file.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from statements import Statement, kind_of, renamed

Fields = dict[str, object]

_NAMES = {"next_steps": "step"}
"""What ids begin with, where it is not the kind."""


@dataclass(frozen=True)
class Draft:
    """The data of a plan that is being changed, and which references followed a rename."""

    data: dict[str, object]
    milestones: int
    echoes: set[Statement] = field(default_factory=set)

    @property
    def header(self) -> Fields:
        """Return the header of the plan."""
        header = self.data["plan"]
        assert isinstance(header, dict)
        return header

    def table(self, name: str) -> list[Fields]:
        """Return the records of a table, in the order of the file."""
        records = self.data[name]
        assert isinstance(records, list)
        return records

    def tables(self) -> Iterator[tuple[str, list[Fields]]]:
        """Yield the tables of records by name."""
        yield from ((name, self.table(name)) for name in self.data if name not in _HEADERS)

    def one(self, table: str, name: str) -> Fields:
        """Return the record with an id."""
        return next(record for record in self.table(table) if record["id"] == name)

    def id(self, table: str, quarter: int, place: int) -> str:
        """Return the id of a record: in which quarter of the plan, and its place in a dozen.

        make_plans.py makes of a milestone's number what it is, and what is about it: every third is
        completed, every second has a report, every sixth a challenge. A dozen has all.
        """
        first = 12 * (self.milestones // 12 * quarter // 4)
        return f"{_NAMES.get(table, kind_of(table))}-{first + place}"


_HEADERS = ("format", "plan")
Change = Callable[[Draft], Iterator[Statement]]


def _changed(table: str, record: Fields, **fields: object) -> Iterator[Statement]:
    """Set fields of a record, or take them away when they are None."""
    for name, value in fields.items():
        if value is None:
            del record[name]
        else:
            record[name] = value
        is_record = table != "plan"
        yield Statement("changed", kind_of(table), str(record["id"]) if is_record else "", name)


def _sets(table: str, quarter: int, place: int, **fields: object) -> Change:
    """Return the change that sets these fields of a record."""
    return lambda draft: _changed(
        table, draft.one(table, draft.id(table, quarter, place)), **fields
    )


def _sets_of(table: str, record: str, **fields: object) -> Change:
    return lambda draft: _changed(table, draft.one(table, record), **fields)


def _added(draft: Draft, table: str, at: int, **fields: object) -> Iterator[Statement]:
    draft.table(table).insert(at, fields)
    yield Statement("added", kind_of(table), str(fields["id"]))


def _removes(table: str, quarter: int, place: int) -> Change:
    """Return the change that removes a record to which no other refers."""

    def remove(draft: Draft) -> Iterator[Statement]:
        name = draft.id(table, quarter, place)
        draft.table(table).remove(draft.one(table, name))
        yield Statement("removed", kind_of(table), name)

    return remove


def _move_deadline(draft: Draft) -> Iterator[Statement]:
    name = draft.id("milestones", 0, 1)
    milestone, due = draft.one("milestones", name), date(2027, 6, 30)
    moved = {"due_from": milestone["due"], "due_to": due, "text": "The tender failed."}
    yield from _changed("milestones", milestone, due=due)
    report = {"id": "tender-failed", "about": name, "on": date(2026, 5, 4), **moved}
    yield from _added(draft, "updates", 0, **report)


def _add_milestone(draft: Draft) -> Iterator[Statement]:
    yield from _added(
        draft,
        "milestones",
        draft.milestones // 2,
        id="open-budget",
        number="0.1",
        title="The budget is published as open data.",
        commitment="commitment-1",
        kind="data-publication",
        expected_output="A file for each chapter of the budget.",
        start=date(2026, 1, 1),
        due=date(2027, 3, 31),
    )


def _raise_challenge(draft: Draft) -> Iterator[Statement]:
    yield from _added(
        draft,
        "challenges",
        1,
        id="no-inventory",
        title="Nobody knows which data there are.",
        category="unknown-holdings",
        raised=date(2026, 6, 1),
        affects=[draft.id("milestones", 2, 3)],
    )


def _report(draft: Draft) -> Iterator[Statement]:
    about = draft.id("milestones", 3, 4)
    words = {"text": "Half of the registers are done.", "progress": 50}
    yield from _added(draft, "updates", 4, id="half", about=about, on=date(2026, 6, 2), **words)


def _measure(draft: Draft) -> Iterator[Statement]:
    measured = {"indicator": "reuse", "on": date(2026, 6, 30), "value": 17.5}
    yield from _added(draft, "measurements", 1, id="reuse-june", **measured)


def _rename_milestone(draft: Draft) -> Iterator[Statement]:
    old, new = draft.id("milestones", 1, 8), "publish-the-register"
    draft.one("milestones", old)["id"] = new
    _follow(draft, old, new)
    yield renamed("milestone", old, new)


def _rename_institution(draft: Draft) -> Iterator[Statement]:
    old, new = "institution-2", "ministry-of-finance"
    draft.one("institutions", old)["id"] = new
    _follow(draft, old, new)
    yield renamed("institution", old, new)


def _follow(draft: Draft, old: str, new: str) -> None:
    """Make every reference to a record follow its new id; no other text is an id."""
    for table, records in draft.tables():
        for record in records:
            for name, value in record.items():
                if value == old or (isinstance(value, list) and old in value):
                    record[name] = _replaced(value, old, new)
                    echo = Statement("changed", kind_of(table), str(record["id"]), name)
                    draft.echoes.add(echo)


def _replaced(value: object, old: str, new: str) -> object:
    if isinstance(value, list):
        return [new if each == old else each for each in value]
    return new


def _begin_translation(draft: Draft) -> Iterator[Statement]:
    milestone = draft.one("milestones", draft.id("milestones", 2, 9))
    for table, record, words in (
        ("plan", draft.header, "Plan de acción de datos abiertos."),
        ("milestones", milestone, "El portal está abierto."),
    ):
        yield from _changed(table, record, title={"en": record["title"], "es": words})
    yield from _changed("plan", draft.header, languages=["en", "es"])


def _add_evidence(draft: Draft) -> Iterator[Statement]:
    milestone = draft.one("milestones", draft.id("milestones", 2, 11))
    links = milestone["evidence"]
    assert isinstance(links, list)
    links = [*links, "https://www.example.org/launch"]
    yield from _changed("milestones", milestone, evidence=links)


def _add_supporting(draft: Draft) -> Iterator[Statement]:
    milestone = draft.one("milestones", draft.id("milestones", 2, 7))
    yield from _changed("milestones", milestone, supporting=["institution-3", "institution-5"])


def _wait_for(draft: Draft) -> Iterator[Statement]:
    milestone = draft.one("milestones", draft.id("milestones", 3, 7))
    needed = [draft.id("milestones", 3, 3)]
    yield from _changed("milestones", milestone, depends_on=needed)


def _reprioritise(draft: Draft) -> Iterator[Statement]:
    yield from _changed("plan", draft.header, sdgs=["17", "16"])


def _prolong(draft: Draft) -> Iterator[Statement]:
    yield from _changed("plan", draft.header, end="2028-06")


CHANGES: Mapping[str, Change] = {
    "a deadline moved, with its report": _move_deadline,
    "a deadline corrected": _sets("milestones", 1, 3, due=date(2027, 2, 28)),
    "a milestone completed, with evidence": _sets(
        "milestones", 0, 3, completed=date(2026, 6, 15), evidence=["https://www.example.org/done"]
    ),
    "a milestone begun": _sets("milestones", 0, 7, started=date(2026, 5, 11)),
    "a milestone withdrawn": _sets("milestones", 1, 9, withdrawn=date(2026, 4, 30)),
    "a milestone reopened": _sets("milestones", 1, 5, completed=None, status="in-progress"),
    "a milestone renamed": _rename_milestone,
    "a milestone added in the middle": _add_milestone,
    "a milestone removed": _removes("milestones", 2, 1),
    "a milestone reworded": _sets("milestones", 3, 1, title="All registers are open."),
    "a milestone planned anew": _sets(
        "milestones",
        1,
        1,
        title="The companies' register is open to all.",
        expected_output="A file of all companies, renewed each night.",
        lead="institution-5",
        due=date(2027, 9, 30),
    ),
    "a milestone's own lead": _sets("milestones", 2, 3, lead="institution-4"),
    "another institution supports it": _add_supporting,
    "evidence added to a list": _add_evidence,
    "a dependency": _wait_for,
    "an institution renamed": _rename_institution,
    "another lead of a commitment": _sets_of("commitments", "commitment-5", lead="institution-3"),
    "a report": _report,
    "a report rewritten": _sets("updates", 3, 2, text="The survey is late."),
    "a challenge resolved": _sets(
        "challenges", 1, 0, status="resolved", resolved=date(2026, 3, 2), resolution="A decree."
    ),
    "a challenge raised": _raise_challenge,
    "a next step done": _sets("next_steps", 2, 0, status="done"),
    "a lesson removed": _removes("lessons", 2, 6),
    "a dataset restricted": _sets(
        "datasets", 1, 4, access="restricted", access_reason="It names patients."
    ),
    "a target raised": _sets_of("indicators", "reuse", target=95),
    "a measurement": _measure,
    "a plan in a second language": _begin_translation,
    "the plan's goals in another order": _reprioritise,
    "the plan prolonged": _prolong,
}
"""What is done, in words, in this order."""
