"""The first sheet of a workbook: what it is, and how each sheet and column is read and filled."""

from collections.abc import Iterable, Iterator

from ogdplan.actions.exporting import Export
from ogdplan.model.book_marks import GUIDE_SHEET
from ogdplan.model.headings import COMPUTED, heading, sheet_name
from ogdplan.model.kinds import FieldSpec, Kind, fields_of
from ogdplan.model.text import Text
from ogdplan.model.values import Rating
from ogdplan.report.words import Reader, counted
from ogdplan.workspace.spreadsheets.outgoing import OutCell, OutColumn, OutSheet

_COLUMNS = (
    OutColumn("Sheet", 18),
    OutColumn("Column", 26),
    OutColumn("What it says", 60),
    OutColumn("How to fill it", 60),
)
_HERE = "This workbook"

_ONE_PLAN = (
    ("Change a cell", "Write over it. `ogdplan import` changes only what you changed."),
    ("Empty a cell", "This takes the value away, when the workbook is imported again."),
    ("Add a record", "Write below the last row of a sheet. Leave its ID empty to get one."),
    (
        "Remove a record",
        "Removing a row removes nothing: use `ogdplan KIND remove`.",
    ),
    (
        "Changed since",
        (
            "A hidden sheet knows what each cell held. So an old workbook takes nothing back; a "
            "cell changed here and in the plan is said, and nothing is written."
        ),
    ),
    ("Headings and IDs", "Leave the headings and the IDs as they are: rows are known by them."),
    ("Several values", "One on each line of the cell (Alt+Enter makes a new line)."),
    (
        "Several languages",
        'A column for each: "Title (es)". You can add such a column for one more language.',
    ),
    (
        "Dates",
        (
            "A day is a date. A period is text: 2018, 2018-Q2, 2018-H1 or '2018-06 (with the "
            "apostrophe, or the program makes a day of it). A period means its last day."
        ),
    ),
    ("Grey columns", f'They begin with "{COMPUTED}" and are worked out anew; nobody reads them.'),
    ("Read me, Plan", "These two sheets only explain: import does not read them."),
    (
        "Take it back",
        "`ogdplan import {plan} FILE` shows what has changed, then writes it into the plan.",
    ),
)
_SEVERAL_PLANS = (
    (
        "Several plans",
        (
            "The first column says of which plan a row is. Such a workbook is for reading: export "
            "one plan by itself to change it and import it again."
        ),
    ),
)
_PUBLIC = (("Left out", "Notes and contacts are left out, since they are not for publication."),)


def guide_sheet(export: Export, kinds: Iterable[Kind]) -> OutSheet:
    """Return the sheet that explains a workbook with the sheets of these kinds."""
    is_one = len(export.plans) == 1
    plan = export.plans[0].plan_id if is_one else ""
    hints = (*(_ONE_PLAN if is_one else _SEVERAL_PLANS), *(_PUBLIC if export.is_public else ()))
    rows: list[tuple[OutCell, ...]] = [
        *_plans(export),
        (_HERE, "As of", export.as_of, "The day for which the grey columns are worked out"),
        *((_HERE, topic, words.format(plan=plan)) for topic, words in hints),
    ]
    for kind in kinds:
        rows.extend(_kind(export, kind))
    return OutSheet(GUIDE_SHEET, _COLUMNS, tuple(rows), spare_rows=0)


def _plans(export: Export) -> Iterator[tuple[OutCell, ...]]:
    for one in export.plans:
        title = Reader(one.plan, None).text(one.plan.header.title)
        milestones = counted(len(one.plan.milestones), "milestone", "milestones")
        yield (_HERE, "Plan", f"{title} ({one.plan_id})", milestones)
    if not export.plans:
        yield (_HERE, "Plan", "none")


def _kind(export: Export, kind: Kind) -> Iterator[tuple[OutCell, ...]]:
    name = sheet_name(kind)
    yield (name, None, f"{kind.summary[:1].upper()}{kind.summary[1:]}")
    shown = {spec.name for spec in export.fields(kind.model)}
    for spec in fields_of(kind.model):
        if spec.name in shown:
            yield (name, heading(spec), spec.description, _how(kind, spec))


def _how(kind: Kind, spec: FieldSpec) -> str:
    """Return how a field is written, and what it means when it is empty."""
    parts = [_form(spec)]
    default = kind.model.model_fields[spec.attribute].default
    if spec.name == "id":
        parts.append("leave it empty in a new row")
    elif spec.required:
        parts.append("must be filled")
    elif default not in (None, ()):
        parts.append(f"empty means {getattr(default, 'label', default)}")
    return "; ".join(filter(None, parts))


def _form(spec: FieldSpec) -> str:
    form = _single(spec)
    return f"{form}, one a line" if spec.repeated and spec.base is not Rating else form


def _single(spec: FieldSpec) -> str:
    if spec.vocabulary:
        labels = ", ".join(term.label for term in spec.vocabulary)
        return f"One of: {labels}"
    if spec.refers_to:
        names = [name.replace("-", " ") for name in spec.refers_to]
        return f"The ID of a record: {', '.join(names)}"
    if spec.refers_far:
        return "plan-id#record-id of another plan"
    forms: dict[type, str] = {
        bool: "yes or no",
        int: "A whole number",
        float: "A number",
        Text: "Text",
        Rating: "label = percent, one a line",
    }
    return "A day or a period" if spec.is_when else forms.get(spec.base, "Text")
