"""Whether a column of commitments names those of the plan, or gives the titles of new ones."""

import re
from collections.abc import Iterator, Sequence

from ogdplan.actions.importing.cells.faults import rows_named
from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.records.drafting import Draft
from ogdplan.actions.importing.records.known import Known
from ogdplan.actions.importing.records.odd_rows import is_bare
from ogdplan.actions.importing.tables.sources import Field, Source, with_target
from ogdplan.actions.importing.tables.targets import ColumnField
from ogdplan.model.kinds import kind_named
from ogdplan.model.values import is_id

_PARENT = kind_named("commitment")
_VIA = "commitment"
_WORD = re.compile(r"[^\W\d_]{3}")


def has_parents(source: Source) -> bool:
    """Return whether a column guessed by its heading is of commitments beside other records."""
    return not source.is_ours and any(_is_guessed(each) for each in source.fields)


def with_parents(source: Source, known: Known) -> Source:
    """Return a table whose column of commitments is of titles where the plan has none of them.

    Where it has them by number or id alone, the column names them.
    """
    column = next((each for each in source.fields if _is_guessed(each)), None)
    others = [each for each in source.fields if each is not column and _is_of_parent(each.target)]
    if column is None or others:
        return source
    names = {plain_text(line.value(column)) for line in source.lines} - {""}
    if column.target.via and names and all(_is_numbered(each, known) for each in names):
        target, why = ColumnField(source.kind, _VIA), "commitments of the plan"
    elif not column.target.via and names and all(_is_new(each, known) for each in names):
        target = ColumnField(_PARENT, _PARENT.heading, via=_VIA)
        why = "no such commitments are known"
    else:
        return source
    return with_target(source, column, target, why)


def without_parents(found: Draft, sources: Sequence[Source]) -> Iterator[str]:
    """Yield what is said of new records without a commitment among others that have one."""
    new = {(each.spot.sheet, each.spot.row) for each in found.entries if each.place is None}
    for source in sources:
        columns = [each for each in source.fields if _is_of_parent(each.target)]
        if source.is_ours or not columns:
            continue
        alone = [
            line
            for line in source.lines
            if all(line.value(each) is None for each in columns) and not is_bare(line, source)
        ]
        rows = [line.number for line in alone if (source.name, line.number) in new]
        if rows and len(alone) < len(source.lines):
            what = "names no commitment" if len(rows) == 1 else "name no commitment"
            yield (
                f"{rows_named(rows)} {what}, though others do; a cell does not go for those below "
                "it: write it in each row, or merge the cells"
            )


def _is_guessed(column: Field) -> bool:
    target = column.target
    is_title = target.via == _VIA and target.name == _PARENT.heading
    is_free = not column.guess.is_said and not column.guess.is_key
    return is_free and (is_title or (not target.via and target.name == _VIA))


def _is_of_parent(target: ColumnField) -> bool:
    return target.via == _VIA or (not target.via and target.name == _VIA)


def _is_numbered(name: str, known: Known) -> bool:
    found = known.by_id.get(name)
    is_there = found is not None and found.kind is _PARENT
    return not known.titled(_PARENT, name, None) and (
        is_there or len(known.numbered(_PARENT, name, None)) == 1
    )


def _is_new(name: str, known: Known) -> bool:
    """Return whether a name is a title that no commitment has; neither a number nor an id is."""
    is_title = _WORD.search(name) is not None and not is_id(name)
    is_known = known.titled(_PARENT, name, None) or known.numbered(_PARENT, name, None)
    return is_title and not is_known
