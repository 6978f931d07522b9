"""Of which kind the rows of a table are, as its columns say."""

from collections.abc import Iterable, Mapping, Sequence

from ogdplan.actions.importing.tables.guessing import key_column, target_of_headings
from ogdplan.actions.importing.tables.heading_rows import Column, name_of
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.targets import ColumnField, find_target
from ogdplan.errors import UsageError
from ogdplan.model.kinds import KINDS, Kind, kind_named

Meant = Mapping[Kind, Mapping[int, ColumnField]]
"""The fields that columns mean in each kind, by the indexes of the columns."""

_MILESTONE = kind_named("milestone")
_WORK = {ColumnField(_MILESTONE, "due"), ColumnField(_MILESTONE, "lead")}
_NEEDED = {
    "update": {"text"},
    "measurement": {"indicator", "value"},
    "assessment": {"criterion", "framework"},
}
"""What a table of a kind has where the title of the kind would not do."""
_ENOUGH = 2
"""A table without titles is of a kind that knows so many of its columns."""


class UnknownKindError(UsageError):
    """Nobody said of which kind the records of a table are, and its columns fit several."""

    def __init__(self, sheet: str, fitting: Sequence[Kind]) -> None:
        names = [kind.plural_name for kind in fitting or KINDS]
        what = f"its columns fit {', '.join(names)}" if fitting else "its columns fit no kind"
        choice = names[0] if fitting else "milestones"
        hint = f"say what the rows are: --as {choice}"
        super().__init__(f'what are the rows of "{sheet}"? {what}', hint=hint)


class NoTitlesError(UsageError):
    """The columns of a table are those of a kind, but none of them has the titles."""

    def __init__(self, sheet: str, kind: Kind, column: str) -> None:
        super().__init__(
            f'no column of "{sheet}" is known as the {kind.heading}; the others fit {kind.plural}',
            hint=f"say which is, and what the rows are: --as {kind.plural_name} "
            f'--map "{column}={kind.heading}"',
        )


def kind_guessed(sheet: str, columns: Sequence[Column], mapping: ColumnMapping) -> Kind:
    """Return the kind that understands most columns; raises UnknownKindError or NoTitlesError.

    Columns that someone says mean what they say. Where several kinds know as many, it is
    milestones if there are deadlines or someone in charge.
    """
    meant = _meant(columns, mapping)
    best = _best(meant, [kind for kind in meant if _is_enough(meant[kind].values(), kind)])
    if not best:
        _refuse_untitled(sheet, columns, meant)
    if len(best) != 1:
        raise UnknownKindError(sheet, sorted(best, key=lambda kind: kind is not _MILESTONE))
    return best[0]


def column_of_titles(columns: Sequence[Column]) -> Column | None:
    """Return which of the columns may have the titles of records: the first of words, if any."""
    of_words = (each for each in columns if any(map(str.isalpha, str(each.first or ""))))
    return next(of_words, next(iter(columns), None))


def _meant(columns: Sequence[Column], mapping: ColumnMapping) -> Meant:
    """Return for each kind that has all fields which are said the fields that columns mean in it.

    They go by the indexes of the columns. A field that no kind has excludes none.
    """
    said = {key_column(columns, name).index: words for name, words in mapping.columns.items()}
    fitting = [
        kind for kind in KINDS if all(find_target(kind, each) for each in said.values() if each)
    ]
    return {
        kind: {
            column.index: target
            for column in columns
            if (target := _target(column, kind, said.get(column.index)))
        }
        for kind in fitting or KINDS
    }


def _target(column: Column, kind: Kind, said: str | None) -> ColumnField | None:
    if said is None:
        return target_of_headings(column, kind)[0]
    return find_target(kind, said) if said else None


def _best(meant: Meant, kinds: Sequence[Kind]) -> list[Kind]:
    known = {kind: set(meant[kind].values()) for kind in kinds}
    most = max(map(len, known.values()), default=0)
    best = [kind for kind in kinds if len(known[kind]) == most]
    return [_MILESTONE] if _MILESTONE in best and _WORK & known[_MILESTONE] else best


def _refuse_untitled(sheet: str, columns: Sequence[Column], meant: Meant) -> None:
    """Raise NoTitlesError where only the titles are missing of what tells a kind."""
    able = [kind for kind in meant if kind.name not in _NEEDED]
    best = _best(meant, [kind for kind in able if len(set(meant[kind].values())) >= _ENOUGH])
    if len(best) != 1:
        return
    free = [each for each in columns if each.index not in meant[best[0]]]
    if column := column_of_titles(free):
        raise NoTitlesError(sheet, best[0], name_of(column, columns))


def _is_enough(targets: Iterable[ColumnField], kind: Kind) -> bool:
    """Return whether there is what names a record of the kind."""
    return _NEEDED.get(kind.name, {kind.heading}) <= {target.name for target in targets}
