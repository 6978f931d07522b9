"""What people are told when a value has the wrong shape."""

from collections.abc import Iterator

from pydantic_core import ErrorDetails

from ogdplan.findings import Aim, DataPath, Place, Problem
from ogdplan.model.faults import FAULTS, Fault, shown, type_name
from ogdplan.model.kinds import FieldSpec, field_named, table_model
from ogdplan.model.values import Rating
from ogdplan.model.vocabularies import vocabulary_name
from ogdplan.planfile import hints
from ogdplan.planfile.slips import Data, shortened, stray_keys, table_at, unknown_key
from ogdplan.rules.catalogue import RULES

_BOUNDS = {
    "less_than_equal": ("le", "more than {}", "write {} or less"),
    "greater_than_equal": ("ge", "less than {}", "write {} or more"),
    "greater_than": ("gt", "not more than {}", "write a number above {}"),
}
_PLAN_HELP = "and below it the plan's title, country and lead"


def problems_of(error: ErrorDetails, data: Data, *, guess: bool) -> Iterator[Problem]:
    """Yield the problems that one error of pydantic stands for; one but for values with several.

    Without `guess` nobody asks what a word may have been meant to be, which takes its time.
    """
    path: DataPath = tuple(error["loc"])
    for fault, place in _faults(error, path, data, guess=guess):
        yield problem(fault, place, path, data)


def problem(fault: Fault, place: Place, path: DataPath, data: Data) -> Problem:
    """Return the problem of a fault in the field at a path."""
    rule = RULES[fault.rule]
    help_text = fault.help or rule.fix
    return Problem(rule, place, fault.message, help_text, _record_name(path, data), _field(path))


def wrong_type(
    path: DataPath, value: object, *, within: DataPath = (), help_text: str = ""
) -> Fault:
    """Return the fault of a value of the wrong type, or of what is within it."""
    for step in within:
        value = value[step]  # type: ignore[index]  # the fault was found on this way
    spec = _spec(path)
    inside = bool(within) or isinstance(path[-1], int)
    if spec:
        expected = _expected(spec, inside=inside)
        hint = hints.for_type(value, spec, inside=inside) or help_text
    else:
        expected, hint = _expected_table(path, value)
    return Fault("wrong-type", f"{_name(path, within)}: {_misfit(value, expected)}", hint, within)


def _faults(
    error: ErrorDetails, path: DataPath, data: Data, *, guess: bool
) -> Iterator[tuple[Fault, Place]]:
    value = error["input"]
    match error["type"]:
        case "missing":
            yield _missing(path, data), Place(path[:-1], Aim.HEADER)
        case "extra_forbidden":
            yield unknown_key(path, value, data, guess=guess), Place(path, Aim.KEY)
        case "enum" if isinstance(value, str):
            yield _not_in_list(path, value, guess=guess), Place(path)
        case bound if bound in _BOUNDS:
            name, words, help_text = _BOUNDS[bound]
            limit = error["ctx"][name]
            message = f"{_name(path)}: {shown(value)} is {words.format(limit)}"
            yield Fault("bad-value", message, help_text.format(limit)), Place(path)
        case kind if kind == FAULTS:
            for fault in error["ctx"]["faults"]:
                yield (
                    _own(path, fault, value, guess=guess),
                    Place((*path, *fault.within), Aim(fault.aim)),
                )
        case _:
            yield wrong_type(path, value), Place(path)


def _own(path: DataPath, fault: Fault, value: object, *, guess: bool) -> Fault:
    """Return a fault that a value found in itself, with the field's name and a suggestion."""
    if fault.rule == "wrong-type":
        return wrong_type(path, value, within=fault.within, help_text=fault.help)
    is_key = fault.aim == "key"
    message = f"{_name(path, () if is_key else fault.within)}: {fault.message}"
    spec = _spec(path)
    word = str(fault.within[-1]) if is_key else value
    help_text = ""
    if spec and guess and isinstance(word, str):
        help_text = hints.for_word(fault.rule, word, spec)
    elif spec and fault.rule == "bad-value" and not isinstance(word, str):
        help_text = hints.for_number(spec)
    return Fault(fault.rule, message, help_text or fault.help, fault.within, fault.aim)


def _missing(path: DataPath, data: Data) -> Fault:
    name = str(path[-1])
    if spec := _spec(path):
        help_text = hints.for_absent(spec)
    elif name == "format":
        help_text = "add the line format = 1 at the top of the file"
    elif strays := stray_keys(data):
        help_text = f"add the line [plan] above {strays[0]}"
    else:
        help_text = f"add the line [plan], {_PLAN_HELP}"
    return Fault("missing-field", f"{name} is missing", help_text)


def _not_in_list(path: DataPath, word: str, *, guess: bool) -> Fault:
    spec = _spec(path)
    if spec is None or spec.vocabulary is None:
        return wrong_type(path, word)
    name = vocabulary_name(spec.vocabulary).replace("-", " ")
    message = f"{_name(path)}: {shown(word)} is no {name}"
    return Fault("bad-value", message, hints.for_term(word if guess else "", spec.vocabulary))


def _expected(spec: FieldSpec, *, inside: bool) -> str:
    if spec.repeated and not inside:
        return "a table" if spec.base is Rating else "a list"
    if spec.is_when:
        return "a date"
    names = {bool: "true or false", int: "a whole number", float: "a number", Rating: "a number"}
    return names.get(spec.base, "a text")


def _expected_table(path: DataPath, value: object) -> tuple[str, str]:
    """Return what stands at a path that leads to no field, and how to write it."""
    name = path[0]
    if name == "format":
        return "a whole number", "write format = 1"
    if name == "plan" and isinstance(value, list):
        return "a table", "write [plan], with single brackets"
    if name == "plan":
        return "a table", f"write the line [plan], {_PLAN_HELP}"
    if len(path) == 1:
        return "a list of records", f"write [[{name}]], with double brackets, above each record"
    return "a table", f"write each record below a line [[{name}]] of its own"


def _misfit(value: object, expected: str) -> str:
    if isinstance(value, bool):
        return f"{str(value).lower()} is not {expected}"
    if isinstance(value, (list, dict)):
        return f"{expected} is expected here, not {type_name(value)}"
    return f"{shown(value)} is {type_name(value)}, not {expected}"


def _name(path: DataPath, within: DataPath = ()) -> str:
    """Return the field that a path leads to, with the keys within its value."""
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    return ".".join([field, *(shortened(part) for part in within if isinstance(part, str))])


def _field(path: DataPath) -> str | None:
    """Return the key that a problem is about: that of the record, not one within its value."""
    if len(path) == 1:
        return str(path[0])
    inner = path[1:] if path[0] == "plan" else path[2:]
    return str(inner[0]) if inner else None


def _spec(path: DataPath) -> FieldSpec | None:
    model = table_model(str(path[0]))
    inner = path[1:] if path[0] == "plan" else path[2:]
    return field_named(model, str(inner[0])) if model and inner else None


def _record_name(path: DataPath, data: Data) -> str | None:
    """Return the id of the record that a path leads into, None where it has none.

    An accepted finding has no id of its own; it is known by that of its record.
    """
    if len(path) < 2 or not isinstance(path[1], int):
        return None
    name = table_at(path[:2], data).get("about" if path[0] == "accepted" else "id")
    return name if isinstance(name, str) else None
