"""Tables of ours with the records of several plans, which are for reading only."""

from collections.abc import Collection, Sequence

from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.tables.renamed_sheets import kind_of_columns
from ogdplan.errors import UsageError
from ogdplan.model.values import is_plan_id
from ogdplan.workspace.spreadsheets.cells import Table

_PLAN = "plan"


def refuse_several(tables: Sequence[Table], wanted: str, said: Collection[str]) -> None:
    """Raise UsageError where a column says that rows are of another plan than the one wanted.

    A CSV file has no mark, so its columns tell that it is ours: the plan, the id, then fields.
    Nothing is refused where the column is among those `said`, which someone maps.
    """
    if _PLAN in map(str.casefold, said):
        return
    for table in tables:
        plans = _plans_of(table)
        if set(plans) - {wanted}:
            what = f'the column Plan of "{table.name}" names {" and ".join(plans[:3])}'
            raise UsageError(
                f"a table of several plans is not read back: {what}",
                hint="export one plan: ogdplan export PLAN --to FILE; where the column says "
                'something else, leave it out: --map "Plan="',
            )


def _plans_of(table: Table) -> tuple[str, ...]:
    """Return the plans that the rows of a table of ours are of; none for a table of others."""
    first, *rows = table.rows or ((),)
    headings = [plain_text(value) for value in first]
    if not headings or headings[0].casefold() != _PLAN or kind_of_columns(headings[1:]) is None:
        return ()
    found = tuple(dict.fromkeys(plain_text(row[0]) for row in rows if row[0] is not None))
    return found if all(map(is_plan_id, found)) else ()
