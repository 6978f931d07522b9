"""The shape of a plan: types, required fields, allowed values. Data → plan, or problems."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ogdplan.findings import Aim, DataPath, Place, Problem
from ogdplan.model.faults import Fault, shown
from ogdplan.model.kinds import KINDS, TABLES, FieldSpec, fields_of, table_model
from ogdplan.model.plan import FORMAT, Plan
from ogdplan.model.vocabularies import PlanKind
from ogdplan.planfile import wording
from ogdplan.planfile.slips import Data, is_stray, meant_path, table_at
from ogdplan.rules.catalogue import RULES

GUESSES = 100
"""How many mistakes of a file are thought about until guessing what was meant stops.

A broken file may have thousands; each is named, and the help is then that of the rule.
"""


@dataclass(frozen=True, slots=True)
class Faulty:
    """A value that has an error.

    `index` is None for `[plan]` and where the whole table is meant, `field` None where any of
    the fields may be. A key at the top of the file that the format lacks is the table "".
    """

    table: str
    index: int | None = None
    field: str | None = None


class Shaped(NamedTuple):
    """The plan, or what can be made of it and what is wrong.

    `draft` is the plan with the values at fault left out or, where required, filled in.
    """

    plan: Plan | None
    draft: Plan | None
    problems: tuple[Problem, ...] = ()
    faulty: frozenset[Faulty] = frozenset()


def unsupported_format(data: Data) -> Problem | None:
    """Return the problem of a file in a format of another version, None for ours."""
    version = data.get("format")
    if version == FORMAT or not isinstance(version, int) or isinstance(version, bool):
        return None
    rule = RULES["unsupported-format"]
    message = f"the file has format {shown(version)}; this program knows format {FORMAT}"
    return Problem(rule, Place(("format",)), message, rule.fix, field="format")


def check(data: Data) -> Shaped:
    """Return the plan of the data, or all that is wrong with their shape."""
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        return _misshapen(data, error.errors(include_url=False))
    if further := tuple(_further(data)):
        problems, faults = zip(*further, strict=True)
        return Shaped(None, plan, problems, frozenset(faults))
    return Shaped(plan, plan)


def _misshapen(data: Data, errors: list[ErrorDetails]) -> Shaped:
    """Return what is wrong; what is missing only because its key is misspelt is not said."""
    further = tuple(_further(data))
    meant = _meanings(data, errors[:GUESSES])
    found = (_faulty(error, data, guess=n < GUESSES) for n, error in enumerate(errors))
    faulty = frozenset([*found, *(fault for _, fault in further)])
    problems = [
        problem
        for count, error in enumerate(errors)
        if not _follows(error, data, meant)
        for problem in wording.problems_of(error, data, guess=count < GUESSES)
    ]
    problems += [problem for problem, fault in further if not meant & _answers(fault)]
    if not data:
        problems = [_nothing()]
    return Shaped(None, _draft(data, faulty), tuple(problems), faulty)


def _meanings(data: Data, errors: Iterable[ErrorDetails]) -> frozenset[DataPath]:
    """Return where the values of unknown keys belong."""
    unknown = (tuple(error["loc"]) for error in errors if error["type"] == "extra_forbidden")
    return frozenset(meant for path in unknown if (meant := meant_path(path, data)))


def _follows(error: ErrorDetails, data: Data, meant: frozenset[DataPath]) -> bool:
    """Return whether another error says all: of a misspelt key, or that the line [plan] lacks."""
    path = tuple(error["loc"])
    if error["type"] == "missing":
        return path in meant
    lacks_plan = "plan" not in data and ("plan",) not in meant
    return lacks_plan and len(path) == 1 and is_stray(str(path[0]), data[str(path[0])])


def _answers(fault: Faulty) -> frozenset[DataPath]:
    """Return the paths of the fields that a condition asks for, any of which is enough."""
    if fault.table == "assessments":
        return frozenset((fault.table, fault.index or 0, name) for name in ("rating", "value"))
    return frozenset([(fault.table, fault.field or "")])


def _nothing() -> Problem:
    rule = RULES["missing-field"]
    help_text = (
        "begin with the line format = 1, or delete the file and have one made: "
        "`ogdplan new COUNTRY`"
    )
    return Problem(rule, Place((), Aim.HEADER), "the file holds no plan", help_text)


def _faulty(error: ErrorDetails, data: Data, *, guess: bool) -> Faulty:
    """Return the field that an error makes useless; that of an unknown key is the one it means.

    Where nobody guesses it may be any.
    """
    path = tuple(error["loc"])
    if error["type"] == "extra_forbidden" and len(path) > 1:
        if not guess:
            return Faulty(str(path[0]), path[1] if isinstance(path[1], int) else None)
        path = _in_doubt(path, data)
    match path:
        case (str(),) if error["type"] == "extra_forbidden":
            return Faulty("")
        case ("plan", str(field), *_):
            return Faulty("plan", None, field)
        case (str(table), int(index), str(field), *_):
            return Faulty(table, index, field)
        case (str(table), *_):
            return Faulty(table)
    return Faulty("")


def _in_doubt(path: DataPath, data: Data) -> DataPath:
    """Return the field that an unknown key leaves out; the key itself where that is none."""
    meant = meant_path(path, data)
    if meant is None or meant[:-1] != path[:-1] or meant[-1] in table_at(path[:-1], data):
        return path
    return meant


def _further(data: Data) -> Iterator[tuple[Problem, Faulty]]:
    """Yield what the types cannot say: what is required under a condition, and 1 that is no 1."""
    version = data.get("format")
    if isinstance(version, (bool, float)) and version == FORMAT:
        fault = wording.wrong_type(("format",), version)
        yield wording.problem(fault, Place(("format",)), ("format",), data), Faulty("format")
    header = data.get("plan")
    if isinstance(header, dict) and "country" not in header and _needs_country(header.get("kind")):
        fault = _missing("country", 'add the three-letter code, such as country = "NPL"')
        path = ("plan", "country")
        problem = wording.problem(fault, Place(("plan",), Aim.HEADER), path, data)
        yield problem, Faulty("plan", None, "country")
    assessments = data.get("assessments")
    for index, record in enumerate(assessments if isinstance(assessments, list) else ()):
        if isinstance(record, dict) and not {"rating", "value"} & record.keys():
            yield _judgement_missing(index, record, data), Faulty("assessments", index, "rating")


def _needs_country(kind: object) -> bool:
    """Return whether a plan of this kind is of one country; a kind that is none may be meant so."""
    return kind is None or (kind in list(PlanKind) and kind != PlanKind.PROGRAMME)


def _judgement_missing(index: int, record: dict[str, object], data: Data) -> Problem:
    """Return the problem of an assessment without judgement; `out_of` alone asks for a value."""
    path = ("assessments", index)
    if isinstance(record.get("out_of"), (int, float)):
        fault = _missing("value", f"add the value that is out of {shown(record['out_of'])}")
        return wording.problem(fault, Place((*path, "out_of")), (*path, "value"), data)
    fault = _missing("rating", "add the judgement: a `rating` in words, or a `value`")
    return wording.problem(fault, Place(path, Aim.HEADER), (*path, "rating"), data)


def _missing(field: str, help_text: str) -> Fault:
    return Fault("missing-field", f"{field} is missing", help_text)


def _draft(data: Data, faulty: frozenset[Faulty]) -> Plan | None:
    """Return the plan without the values at fault; None when nothing can be made of it."""
    mended: dict[str, object] = {
        table: value
        for table, value in data.items()
        if table in TABLES and Faulty(table) not in faulty
    }
    mended["format"] = FORMAT
    mended["plan"] = _mend("plan", None, mended.get("plan", {}), faulty)
    for table in (*(kind.table for kind in KINDS), "accepted"):
        records = mended.get(table)
        if isinstance(records, list):
            mended[table] = [
                _mend(table, index, record, faulty) for index, record in enumerate(records)
            ]
    try:
        return Plan.model_validate(mended)
    except ValidationError:
        return None


def _mend(table: str, index: int | None, record: object, faulty: frozenset[Faulty]) -> object:
    model = table_model(table)
    if model is None or not isinstance(record, dict):
        return record
    specs = {spec.name: spec for spec in fields_of(model)}
    sound = {
        name: value
        for name, value in record.items()
        if name in specs and Faulty(table, index, name) not in faulty
    }
    return sound | {
        name: _stand_in(spec, table, index)
        for name, spec in specs.items()
        if spec.required and name not in sound
    }


def _stand_in(spec: FieldSpec, table: str, index: int | None) -> object:
    """Return a value of the right shape for a required field; what follows from it is not said."""
    if spec.name == "id":
        return f"faulty-{table.replace('_', '-')}-{index}"
    if spec.name == "rule":
        return "toml-syntax"
    if spec.vocabulary:
        return next(iter(spec.vocabulary))
    if spec.is_when:
        return date(2000, 1, 1)
    return 0 if issubclass(spec.base, float) else "?"
