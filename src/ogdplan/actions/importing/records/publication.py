"""Whether a column such as "Fecha de publicación" says what was published or what is planned."""

from datetime import date

from ogdplan.actions.importing.cells.deadlines import read_deadline
from ogdplan.actions.importing.cells.faults import Bad
from ogdplan.actions.importing.tables.sources import Field, Source, with_target
from ogdplan.actions.importing.tables.targets import ColumnField
from ogdplan.errors import UsageError
from ogdplan.model.headings import field_named

_DONE, _PLANNED = "released", "planned"


def with_publication(source: Source, as_of: date) -> Source:
    """Return a table of datasets whose dates of publication are planned where all lie ahead.

    Raises UsageError where some do.
    """
    column = next((each for each in source.fields if _is_guessed(each)), None)
    if column is None or source.is_ours or source.kind.name != "dataset":
        return source
    ahead = {first > as_of for first in _days(source, column)}
    if True not in ahead:
        return source
    name = source.called(column.guess.column)
    if ahead != {True} or source.has(_PLANNED):
        raise UsageError(
            f'"{name}" has dates after {as_of}: were datasets released then, or is it planned?',
            hint=f'--map "{name}={_DONE}" or --map "{name}={_PLANNED}"',
        )
    return with_target(
        source, column, ColumnField(source.kind, _PLANNED), "its dates lie in the future"
    )


def _is_guessed(column: Field) -> bool:
    """Return whether a column is of releases by other words than the name of the field."""
    is_named = field_named(column.guess.column.heading, column.target.kind) is not None
    return column.target.text == _DONE and not (is_named or column.guess.is_said)


def _days(source: Source, column: Field) -> list[date]:
    read = (
        read_deadline(line.value(column), source.calendar, column.order)
        for line in source.lines
        if line.value(column) is not None
    )
    return [each.due.first for each in read if not isinstance(each, Bad) and each.due]
