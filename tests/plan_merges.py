"""Random versions of random plans, for the laws of merging.

A plan is drawn as data and written record by record, with comments of its own. Each side is made
of it by edits of the kinds that people make, so that it is known what a side did.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

import tomli
from hypothesis import strategies as st

from ogdplan.planfile import written
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.operations import AddRecord, Operation, RemoveRecord, SetFields, Value
from planfile_documents import Document, documents
from planfile_edits import Edit, additions, changes_of, edits

Picked = TypeVar("Picked")
Fields = Mapping[str, Value]

CHOICES = st.binary(min_size=300, max_size=300)
"""Drawn at once, which takes a tenth of the time of as many draws."""

TABLES = ("institutions", "milestones", "updates", "challenges", "events", "accepted")
IDS: Mapping[str, tuple[str, ...]] = {
    "institutions": ("office", "bureau", "union"),
    "milestones": ("law", "portal", "training", "census"),
    "updates": ("law-1", "portal-1", "portal-2", "plan-1"),
    "challenges": ("fear", "paper"),
    "events": ("meeting", "hackathon"),
}
WHENS: tuple[Value, ...] = ("2018", "2018-06", "2019-Q2", date(2018, 12, 31), date(2019, 6, 30))
TEXTS: tuple[Value, ...] = ("A", "B", "C", {"en": "A", "es": "B"}, {"en": "C"}, {"es": "D"})
STATES: tuple[Value, ...] = ("limited", "completed", "not-started")
ONE_OF: Mapping[str, tuple[Value, ...]] = {
    **dict.fromkeys(("due", "raised"), WHENS),
    **dict.fromkeys(("title", "text", "note", "reason", "name"), TEXTS),
    "progress": (0, 50, 100),
    "status": STATES,
    "severity": ("low", "high"),
    "champion": (True, False),
}
"""The fields that refer to nothing, and are no lists."""

URLS = ("https://example.org/a", "https://example.org/b", "a letter", "c")
ALWAYS: Mapping[str, Fields] = {
    "institutions": {"name": "An office", "sector": "government"},
    "milestones": {"title": "A step"},
    "updates": {"on": "2018-05", "text": "News"},
    "challenges": {"title": "A trap", "category": "other"},
    "events": {"title": "A day", "kind": "other", "start": "2018"},
    "accepted": {"reason": "So it is"},
}


@dataclass
class Author:
    """Picks by a row of bytes."""

    choices: Iterator[int]
    comments: int = 0

    def pick(self, *choices: Picked) -> Picked:
        """Return one of the choices; the first when there are no bytes left."""
        return choices[next(self.choices, 0) % len(choices)]

    def some(self, *choices: Picked) -> list[Picked]:
        return [each for each in choices if self.pick(False, True)]

    def value(self, name: str, known: Mapping[str, list[str]]) -> Value | None:
        """Return a value for a field, None where there is nothing that it could refer to."""
        if name in ONE_OF:
            return self.pick(*ONE_OF[name])
        if name == "ratings":
            return {label: self.pick(1, 2, 3) for label in self.some("good", "bad")} or None
        choices = known[REFERENCES[name]] if name in REFERENCES else [*URLS]
        if name in ("lead", "about"):
            return self.pick(*choices) if choices else None
        return self.some(*choices) or None

    def fields(self, table: str, known: Mapping[str, list[str]]) -> dict[str, Value]:
        """Return the fields of a new record but its id."""
        found = dict(ALWAYS[table])
        for name in self.some(*FIELDS[table]):
            value = self.value(name, known)
            if value is not None:
                found[name] = value
        return found


FIELDS: Mapping[str, tuple[str, ...]] = {
    "plan": ("title", "note"),
    "institutions": ("name", "champion", "note"),
    "milestones": ("title", "due", "status", "progress", "lead", "evidence", "depends_on", "note"),
    "updates": ("text", "about", "status", "evidence"),
    "challenges": ("title", "severity", "raised", "affects"),
    "events": ("title", "ratings", "note"),
    "accepted": ("reason",),
}
"""The fields that edits change."""

REFERENCES: Mapping[str, str] = {
    "lead": "institutions",
    "about": "milestones",
    "depends_on": "milestones",
    "affects": "milestones",
}


@dataclass(frozen=True)
class Three:
    """Three versions of a plan file as text; iterated, as data."""

    base: str
    ours: str
    theirs: str

    @property
    def swapped(self) -> "Three":
        return Three(self.base, self.theirs, self.ours)

    def __iter__(self) -> Iterator[dict[str, object]]:
        return map(tomli.loads, (self.base, self.ours, self.theirs))


@dataclass(frozen=True)
class SideChange:
    """Versions of which theirs has one edit only, and that edit as if made to ours."""

    three: Three
    edit: Edit


def rows(data: Mapping[str, object], table: str) -> list[dict[str, Value]]:
    """Return the records of a kind."""
    found = data.get(table, [])
    assert isinstance(found, list)
    return found


def known_ids(data: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the ids of the records of each kind."""
    return {table: [str(row["id"]) for row in rows(data, table)] for table in IDS}


def plan(author: Author) -> str:
    """Return a plan with records of some kinds."""
    lines = ["format = 1", "", "[plan]", 'title = "A plan"', 'country = "NPL"', 'lead = "office"']
    ids = {table: author.some(*names) for table, names in IDS.items()}
    ids["institutions"] = ["office", *author.some("bureau")]
    for table, names in ids.items():
        for name in names:
            lines += ["", *comment(author)]
            lines += written.record(table, {"id": name, **author.fields(table, ids)})
    return "\n".join([*lines, ""])


def comment(author: Author) -> list[str]:
    author.comments += 1
    return author.pick([], [f"# comment {author.comments}"])


Step = Callable[[Author, Mapping[str, object]], list[Operation]]


def edited(author: Author, base: str, steps: tuple[Step, ...], most: int) -> str:
    """Return a plan after some edits."""
    text = base
    for _ in range(author.pick(*range(most + 1))):
        text = rewrite(text, author.pick(*steps)(author, tomli.loads(text)))
    if author.pick(False, False, False, True):
        text = reordered(author, text)
    return text


def reordered(author: Author, text: str) -> str:
    """Return a plan with the records of each kind in another order."""
    top, header, *records = text.strip().split("\n\n")
    records.sort(key=lambda _: author.pick(*range(9)))
    return "\n\n".join([top, header, *records]) + "\n"


def change(author: Author, data: Mapping[str, object]) -> list[Operation]:
    """Change or take away a field of a record, or of the plan."""
    table = author.pick(*(each for each in TABLES if rows(data, each)), "plan")
    place = author.pick(*range(len(rows(data, table)))) if table != "plan" else None
    name = author.pick(*FIELDS[table])
    value = author.value(name, known_ids(data))
    optional = name not in ("title", "name", "text", "reason")
    if optional and author.pick(False, False, True):
        value = None
    return [SetFields(table, place, {name: value})]


def extend(author: Author, data: Mapping[str, object]) -> list[Operation]:
    """Put something into a list of a milestone."""
    milestones = rows(data, "milestones")
    if not milestones:
        return []
    place = author.pick(*range(len(milestones)))
    old = milestones[place].get("evidence", [])
    assert isinstance(old, list)
    new = [each for each in author.some(*URLS) if each not in old]
    return [SetFields("milestones", place, {"evidence": [*old, *new] or None})]


def add(author: Author, data: Mapping[str, object]) -> list[Operation]:
    """Add a record, often with an id that the other side may use too."""
    table, known = author.pick(*IDS), known_ids(data)
    taken = {each for ids in known.values() for each in ids}
    free = [
        name
        for name in (*IDS[table], "new", *(f"{table}-{n}" for n in range(9)))
        if name not in taken
    ]
    return [AddRecord(table, {"id": author.pick(*free), **author.fields(table, known)})]


def accept(author: Author, data: Mapping[str, object]) -> list[Operation]:
    """Accept a finding."""
    fields: dict[str, Value] = {"rule": author.pick("missing-due", "missing-lead")}
    about = author.pick(None, *known_ids(data)["milestones"])
    if about:
        fields["about"] = about
    there = [(row["rule"], row.get("about")) for row in rows(data, "accepted")]
    if (fields["rule"], about) in there:
        return []
    return [AddRecord("accepted", {**fields, "reason": author.pick("A", "B")})]


def remove(author: Author, data: Mapping[str, object]) -> list[Operation]:
    """Remove a record and all that refers to it."""
    table = author.pick("milestones", "updates", "challenges", "events")
    if not rows(data, table):
        return []
    place = author.pick(*range(len(rows(data, table))))
    gone = str(rows(data, table)[place]["id"])
    operations: list[Operation] = [RemoveRecord(table, place)]
    for name, index, fields in referring(data, gone, None):
        if "about" in fields and index is not None:
            operations.append(RemoveRecord(name, index))
        elif (name, index) != (table, place):
            operations.append(SetFields(name, index, fields))
    return operations


def rename(author: Author, data: Mapping[str, object]) -> list[Operation]:
    """Give a record another id; what refers to it follows."""
    table = author.pick("milestones", "institutions", "challenges")
    if not rows(data, table):
        return []
    place = author.pick(*range(len(rows(data, table))))
    old = str(rows(data, table)[place]["id"])
    taken = {each for ids in known_ids(data).values() for each in ids}
    free = ("renamed", "other", *(f"{old}-{number}" for number in range(9)))
    new = author.pick(*(each for each in free if each not in taken))
    changes = {(name, index): fields for name, index, fields in referring(data, old, new)}
    changes[table, place] = {"id": new, **changes.get((table, place), {})}
    return [SetFields(*where, fields) for where, fields in changes.items()]


def referring(
    data: Mapping[str, object], old: str, new: str | None
) -> Iterator[tuple[str, int | None, dict[str, Value | None]]]:
    """Yield what is to be set where something refers to an id: another id, or none."""
    header = data["plan"]
    assert isinstance(header, dict)
    if new and header["lead"] == old:
        yield "plan", None, {"lead": new}
    for table in TABLES:
        for place, row in enumerate(rows(data, table)):
            fields: dict[str, Value | None] = {}
            for name in REFERENCES:
                value = row.get(name)
                if value == old:
                    fields[name] = new
                elif isinstance(value, list) and old in value:
                    kept = [new if each == old else each for each in value]
                    fields[name] = [each for each in kept if each] or None
            if fields:
                yield table, place, fields


def reschedule(author: Author, data: Mapping[str, object]) -> list[Operation]:
    """Move a deadline and say so in a report."""
    dated = [n for n, row in enumerate(rows(data, "milestones")) if "due" in row]
    if not dated:
        return []
    place = author.pick(*dated)
    row = rows(data, "milestones")[place]
    due = author.pick(*(each for each in WHENS if each != row["due"]))
    start = f"{row['id']}-move-"
    ids = [str(each["id"]) for each in rows(data, "updates")]
    # An earlier move may have been removed, and a later one kept.
    last = max((int(each.removeprefix(start)) for each in ids if each.startswith(start)), default=0)
    update = {
        "id": f"{start}{last + 1}",
        "about": row["id"],
        "on": date(2018, 1, 1 + last),
        "text": author.pick("Late", "Later"),
        "due_from": row["due"],
        "due_to": due,
    }
    return [SetFields("milestones", place, {"due": due}), AddRecord("updates", update)]


STEPS: tuple[Step, ...] = (
    *(change, change, change),
    *(extend, extend),
    *(add, add),
    *(remove, remove),
    accept,
    *(reschedule, reschedule),
)


@st.composite
def merges(draw: st.DrawFn, *, renames: bool = False, most: int = 4) -> Three:
    """Draw a plan and what became of it on two sides."""
    author = Author(iter(draw(CHOICES)))
    base = plan(author)
    steps = STEPS + ((rename,) * 3 if renames else ())
    ours, theirs = (edited(author, base, steps, most) for _ in range(2))
    return Three(base, ours, theirs)


@st.composite
def layouts(draw: st.DrawFn) -> Three:
    """Draw a file of any layout, which may have many mistakes, and two sides of it."""
    one = draw(edits())
    owners = one.document.owners()
    touched = draw(st.lists(st.sampled_from(owners), max_size=3, unique=True)) if owners else []
    operations: list[Operation] = []
    for table, place in touched:
        if place is not None and draw(st.sampled_from([False, False, True])):
            operations.append(RemoveRecord(table, place))
        else:
            operations.append(draw(changes_of(one.document, (table, place))))
    operations += draw(st.lists(additions(), max_size=2))
    base = one.document.text
    return Three(base, one.result, rewrite(base, operations))


@st.composite
def side_changes(draw: st.DrawFn) -> SideChange:
    """Draw ours, a base of which it has other fields, and one change of fields by theirs."""
    ours = draw(documents().filter(Document.owners))
    old, owner = (draw(st.sampled_from(ours.owners())) for _ in range(2))
    base = rewrite(ours.text, [without_id(draw(changes_of(ours, old)))])
    change = without_id(draw(changes_of(ours, owner)))
    return SideChange(Three(base, ours.text, rewrite(base, [change])), Edit(ours, (change,)))


def without_id(change: SetFields) -> SetFields:
    """Return the change of the fields that do not name the table."""
    names = ("id", "rule", "about")
    return replace(change, fields={n: each for n, each in change.fields.items() if n not in names})
