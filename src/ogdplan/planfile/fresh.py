"""The text of a new plan file: complete and valid, with comments that guide its writer."""

from collections.abc import Iterator, Mapping
from textwrap import fill

from ogdplan.model.kinds import KINDS, FieldSpec, Kind, fields_of
from ogdplan.model.plan import FORMAT, Header
from ogdplan.planfile import written
from ogdplan.planfile.operations import Value

_WIDTH = 100
_INDENT = "#     "

_ABOUT = """\
#
# What stands after # is a note for the people who edit this file; delete what you no longer need.
# `ogdplan check {name}` says what is wrong with the plan,
# `ogdplan show {name}` how it stands.
# `ogdplan catalogue` lists the words for which SECTOR, KIND, CATEGORY and the like stand below.
# The first line helps editors: `ogdplan schema --output docs/plan.schema.json` writes that file."""

_ABOUT_HEADER = """\
# [plan] what the plan is, whose, and for how long. A date is a day such as 2018-06-30, without
# quotes, or a period in quotes: "2018", "2018-Q2", "2018-06". The stage goes from draft to
# consultation, submitted, adopted and closed; deadlines are watched once it is adopted."""

_WORDS = {
    "measurement": "INDICATOR NUMBER --on DATE",
    "assessment": '"Criterion" --framework FRAMEWORK --rating "Rating"',
}
"""What to say of kinds that are not named by a heading alone, or need one field of several."""

_ABOUT_ACCEPTED = "findings that someone answers for"


def text_of(plan_id: str, header: Mapping[str, Value], lead: Mapping[str, Value]) -> str:
    """Return the file of a new plan: its header, the institution in charge, a guide to the rest.

    Fields come in the order of the format. Each guide begins with the table that it is about,
    such as `# [[milestones]]`: the first record of that kind goes below it.
    """
    return "\n\n".join(_blocks(plan_id, header, lead)) + "\n"


def _blocks(plan_id: str, header: Mapping[str, Value], lead: Mapping[str, Value]) -> Iterator[str]:
    yield f"#:schema {_schema(plan_id)}\n" + _ABOUT.format(name=plan_id)
    yield f"format = {FORMAT}"
    yield f"{_ABOUT_HEADER}\n{_further(header)}"
    yield "\n".join(["[plan]", *_fields(header)])
    for kind in KINDS:
        yield _guide(kind, plan_id)
        if kind.table == "institutions":
            yield "\n".join(written.record(kind.table, _ordered(lead, kind)))
    command = f'ogdplan accept {plan_id} RULE ID --reason "Reason"'
    yield _in_lines(f"# [[accepted]] {_ABOUT_ACCEPTED}:", command)


def _schema(plan_id: str) -> str:
    """Return the way from the plan's file to the schema, beside the folder of plans."""
    return "../" * (1 + plan_id.count("/")) + "docs/plan.schema.json"


def _fields(header: Mapping[str, Value]) -> list[str]:
    names = [spec.name for spec in fields_of(Header) if spec.name in header]
    return [line for name in names for line in written.field(name, header[name])]


def _ordered(fields: Mapping[str, Value], kind: Kind) -> dict[str, Value]:
    names = [spec.name for spec in fields_of(kind.model)]
    return {name: fields[name] for name in names if name in fields}


def _further(header: Mapping[str, Value]) -> str:
    """Return the comment that names the fields of `[plan]` that this kind of plan may yet have."""
    unfit = {"country", "countries"}
    if header.get("kind") not in {"agency", "local"}:
        unfit.add("parent")
    names = [spec.name for spec in fields_of(Header) if spec.name not in {*header, *unfit}]
    return fill(
        f"When known, also: {', '.join(names)}.",
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_on_hyphens=False,
    )


def _guide(kind: Kind, plan_id: str) -> str:
    """Return the comment that says what a kind of record is for, and how one is added."""
    words = _WORDS.get(kind.name) or _words(kind)
    command = f"ogdplan {kind.name} add {plan_id} {words}"
    return _in_lines(f"# [[{kind.table}]] {kind.summary}:", command)


def _words(kind: Kind) -> str:
    """Return the heading of a record, then the options for what else it has to have."""
    needed = [spec for spec in fields_of(kind.model) if spec.required and spec.name != "id"]
    options = (_option(spec) for spec in needed if spec.name != kind.heading)
    return " ".join([f'"{kind.heading.capitalize()}"', *options])


def _in_lines(about: str, command: str) -> str:
    line = f"{about} {command}"
    return line if len(line) <= _WIDTH else f"{about}\n{_INDENT}{command}"


def _option(spec: FieldSpec) -> str:
    return f"--{spec.name} {'DATE' if spec.is_when else spec.name.upper()}"
