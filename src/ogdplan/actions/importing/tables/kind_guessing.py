"""Of which kind the rows of a table are, as its columns say."""

from collections.abc import Sequence

from ogdplan.actions.importing.tables.guessing import target_of_headings
from ogdplan.actions.importing.tables.heading_rows import Column, name_of
from ogdplan.actions.importing.tables.targets import Target
from ogdplan.errors import UsageError
from ogdplan.model.kinds import KINDS, Kind, kind_named

_MILESTONE = kind_named("milestone")
_WORK = {Target(_MILESTONE, "due"), Target(_MILESTONE, "lead")}
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


def kind_guessed(sheet: str, columns: Sequence[Column]) -> Kind:
    """Return the kind that understands most columns; raises UnknownKindError or NoTitlesError.

    Where several do, it is milestones if there are deadlines or someone in charge.
    """
    best = _best([kind for kind in KINDS if _is_enough(columns, kind)], columns)
    if not best:
        _refuse_untitled(sheet, columns)
    if len(best) != 1:
        raise UnknownKindError(sheet, sorted(best, key=lambda kind: kind is not _MILESTONE))
    return best[0]


def column_of_titles(columns: Sequence[Column]) -> Column | None:
    """Return which of the columns may have the titles of records: the first of words, if any."""
    of_words = (each for each in columns if any(map(str.isalpha, str(each.first or ""))))
    return next(of_words, next(iter(columns), None))


def _best(kinds: Sequence[Kind], columns: Sequence[Column]) -> list[Kind]:
    known = {kind: len(_meant(columns, kind)) for kind in kinds}
    best = [kind for kind in kinds if known[kind] == max(known.values())]
    if _MILESTONE in best and _WORK & _meant(columns, _MILESTONE):
        return [_MILESTONE]
    return best


def _refuse_untitled(sheet: str, columns: Sequence[Column]) -> None:
    """Raise NoTitlesError where only the titles are missing of what tells a kind."""
    able = [kind for kind in KINDS if kind.name not in _NEEDED]
    best = _best([kind for kind in able if len(_meant(columns, kind)) >= _ENOUGH], columns)
    if len(best) != 1:
        return
    free = [each for each in columns if target_of_headings(each, best[0])[0] is None]
    if column := column_of_titles(free):
        raise NoTitlesError(sheet, best[0], name_of(column, columns))


def _meant(columns: Sequence[Column], kind: Kind) -> set[Target]:
    """Return the fields that columns mean in a kind."""
    found = (target_of_headings(column, kind)[0] for column in columns)
    return {target for target in found if target}


def _is_enough(columns: Sequence[Column], kind: Kind) -> bool:
    """Return whether the columns have what names a record of the kind."""
    names = {target.name for target in _meant(columns, kind)}
    return _NEEDED.get(kind.name, {kind.heading}) <= names
