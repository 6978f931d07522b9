"""Plans as JSON, complete: every record with every field that its file says, all languages."""

from ogdplan.actions.exporting import Export, Exported
from ogdplan.model.kinds import KINDS, records_of
from ogdplan.model.record import Table
from ogdplan.model.text import Text
from ogdplan.report.values import as_json

SCHEMA = "ogdplan/export/1"
"""The form of the document."""


def export_document(export: Export) -> dict[str, object]:
    """Return the plans as what `json` writes: keys and values as in their files.

    Days are text, as JSON has none.
    """
    return {
        "schema": SCHEMA,
        "as_of": export.as_of.isoformat(),
        "plans": [{"id": one.plan_id, "data": _plan(export, one)} for one in export.plans],
        "unreadable": [each.place.shown for each in export.failed],
    }


def _plan(export: Export, one: Exported) -> dict[str, object]:
    plan = one.plan
    tables = {
        kind.table: [_table(export, each) for each in records]
        for kind in KINDS
        if (records := records_of(plan, kind))
    }
    accepted = [_table(export, each) for each in export.accepted(plan)]
    last = {"accepted": accepted} if accepted else {}
    return {"format": plan.format, "plan": _table(export, plan.header), **tables, **last}


def _table(export: Export, table: Table) -> dict[str, object]:
    return {
        spec.name: as_json(getattr(table, spec.attribute), _text)
        for spec in export.fields(type(table))
        if spec.attribute in table.model_fields_set
    }


def _text(text: Text) -> str | dict[str, str]:
    if text.languages == (None,):
        return text.versions[0][1]
    return {tag: words for tag, words in text.versions if tag}
