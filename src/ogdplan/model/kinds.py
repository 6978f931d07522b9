"""The one table of record kinds, and what their fields are, read off the models."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from types import NoneType
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from ogdplan.model import evidence, knowledge, work
from ogdplan.model.plan import Accepted, Header, Plan
from ogdplan.model.record import Record, Table
from ogdplan.model.terms import Term
from ogdplan.model.text import Text
from ogdplan.model.values import NamesPlan, RefersFar, RefersTo
from ogdplan.model.when import When


class Kind(NamedTuple):
    """One kind of record.

    `name` is the word of the command line (`next-step`), `table` the key in the file
    (`next_steps`), `heading` the attribute that names a record to people.
    """

    name: str
    table: str
    model: type[Record]
    summary: str
    heading: str = "title"

    @property
    def words(self) -> str:
        """Return the kind in words: `next step`."""
        return self.name.replace("-", " ")

    @property
    def plural(self) -> str:
        """Return several of the kind in words: `next steps`."""
        return self.table.replace("_", " ")

    @property
    def plural_name(self) -> str:
        """Return several of the kind in the word of the command line: `next-steps`."""
        return self.table.replace("_", "-")


KINDS: tuple[Kind, ...] = (
    Kind("institution", "institutions", work.Institution, "who has a part in the plan", "name"),
    Kind("instrument", "instruments", work.Instrument, "laws, decrees and policies behind it"),
    Kind("commitment", "commitments", work.Commitment, "what the plan promises"),
    Kind("milestone", "milestones", work.Milestone, "the work, step by step, with deadlines"),
    Kind("update", "updates", work.Update, "dated reports of progress", "text"),
    Kind("challenge", "challenges", knowledge.Challenge, "what stands in the way"),
    Kind("lesson", "lessons", knowledge.Lesson, "what was learned"),
    Kind("next-step", "next_steps", knowledge.NextStep, "what has to happen next"),
    Kind("dataset", "datasets", evidence.Dataset, "data opened, or to be opened"),
    Kind("indicator", "indicators", evidence.Indicator, "what is measured"),
    Kind("measurement", "measurements", evidence.Measurement, "values of the indicators", "value"),
    Kind("event", "events", knowledge.Event, "workshops, trainings and other meetings"),
    Kind("resource", "resources", knowledge.Resource, "guides, tools and reports to keep"),
    Kind("assessment", "assessments", evidence.Assessment, "what others say", "criterion"),
)
"""Every kind of record, in the order of the file."""

NOT_PUBLIC = frozenset({"note", "contact"})
"""The fields, of a plan and of its records, that are not for publication."""

TABLES: tuple[str, ...] = ("format", "plan", *(kind.table for kind in KINDS), "accepted")
"""The keys at the top of a plan file, in the order of the file."""

PLURAL_NAMES: tuple[str, ...] = tuple(kind.plural_name for kind in KINDS)
"""Several of each kind in the word of the command line, in the order of the file."""

_BY_NAME = {kind.name: kind for kind in KINDS}
_BY_MODEL = {kind.model: kind for kind in KINDS}
_BY_TABLE = {kind.table: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """Return the kind of the command line's word; KeyError when there is none."""
    return _BY_NAME[name]


def kind_at(table: str) -> Kind | None:
    """Return the kind whose records stand under this key at the top of a file; None for none."""
    return _BY_TABLE.get(table)


def kind_of(record: Record) -> Kind:
    """Return the kind of a record."""
    return _BY_MODEL[type(record)]


def records_of(plan: Plan, kind: Kind) -> tuple[Record, ...]:
    """Return the plan's records of a kind, in the order of the file."""
    found: tuple[Record, ...] = getattr(plan, kind.table)
    return found


def all_records(plan: Plan) -> Iterator[Record]:
    """Yield every record of the plan, kind by kind, in the order of the file."""
    for kind in KINDS:
        yield from records_of(plan, kind)


def records_by_id(plan: Plan) -> dict[str, Record]:
    """Return the records of the plan by id; of two with one id the first."""
    found: dict[str, Record] = {}
    for record in all_records(plan):
        found.setdefault(record.id, record)
    return found


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a table, as files, help texts and checks need to know it.

    `name` is the key in the file, `attribute` the name in Python; `base` the type of a single
    value; `refers_to` the kinds whose ids it may hold, None when it refers to nothing.
    `marks` is all that the annotation says beside the type: bounds, the form in a JSON Schema.
    """

    name: str
    attribute: str
    description: str
    base: type
    required: bool
    repeated: bool
    refers_to: tuple[str, ...] | None
    refers_far: bool
    names_plan: bool
    marks: tuple[object, ...] = field(default=(), repr=False, compare=False)

    @property
    def option(self) -> str:
        """Return how it is given on the command line: `--due-text`."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def vocabulary(self) -> type[Term] | None:
        """Return the closed list of its values, None when they are free."""
        return self.base if issubclass(self.base, Term) else None

    @property
    def is_text(self) -> bool:
        """Whether it can hold several languages."""
        return issubclass(self.base, Text)

    @property
    def is_when(self) -> bool:
        """Whether it holds a date or period."""
        return issubclass(self.base, When)


@cache
def fields_of(model: type[Table]) -> tuple[FieldSpec, ...]:
    """Return the fields of a table in the order in which a file is written.

    The format's page puts `sources` and `note` last, the model declares them first.
    """
    specs = [_spec(model, attribute) for attribute in model.model_fields]
    last = ("sources", "note")
    return tuple(sorted(specs, key=lambda spec: spec.name in last and issubclass(model, Record)))


@cache
def table_model(table: str) -> type[Table] | None:
    """Return the model of the table that stands under this key at the top of a file."""
    if kind := kind_at(table):
        return kind.model
    others: dict[str, type[Table]] = {"plan": Header, "accepted": Accepted}
    return others.get(table)


@cache
def field_named(model: type[Table], name: str) -> FieldSpec | None:
    """Return the field with this key in the file."""
    return next((spec for spec in fields_of(model) if spec.name == name), None)


def _spec(model: type[Table], attribute: str) -> FieldSpec:
    info = model.model_fields[attribute]
    base, marks, repeated = _unwrap(info.annotation, list(info.metadata))
    refers = next((mark.kinds for mark in marks if isinstance(mark, RefersTo)), None)
    return FieldSpec(
        name=info.alias or attribute,
        attribute=attribute,
        description=info.description or "",
        base=base,
        required=info.is_required(),
        repeated=repeated,
        refers_to=tuple(_BY_NAME) if refers == () else refers,
        refers_far=any(isinstance(mark, RefersFar) for mark in marks),
        names_plan=any(isinstance(mark, NamesPlan) for mark in marks),
        marks=tuple(marks),
    )


# Any: an annotation is whatever Python allows there, and is taken apart here only.
def _unwrap(annotation: Any, marks: list[object]) -> tuple[type, list[object], bool]:
    """Take `Annotated`, optional and tuple off an annotation, collecting the marks."""
    repeated = False
    while not isinstance(annotation, type) or get_origin(annotation) is tuple:
        if get_origin(annotation) is Annotated:
            annotation, *found = get_args(annotation)
            for mark in found:
                marks.extend(mark.metadata if isinstance(mark, FieldInfo) else [mark])
        elif get_origin(annotation) is tuple:
            annotation, repeated = get_args(annotation)[0], True
        else:
            annotation = [part for part in get_args(annotation) if part is not NoneType][-1]
    return annotation, marks, repeated
