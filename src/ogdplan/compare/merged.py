"""What a merge changed by itself, apart from what it took from one of its parents."""

from collections.abc import Iterator, Sequence

from ogdplan.compare.changes import Change, What

_Key = tuple[str, str]


def by_the_merge_itself(against: Sequence[Sequence[Change]]) -> tuple[Change, ...]:
    """Return the changes that stand against every parent of a merge.

    `against` has the changes from each parent to the merge. A change stands against all of them
    when each has one of the same record in which the same field got the same value; of a list
    the same entry came or went, of a text the same language. Where a record changed more against
    one parent than against another, the lesser change is the merge's.
    """
    first, *others = ({_key(each): each for each in changes} for changes in against)
    found = (
        _common([first[key], *(other[key] for other in others)])
        for key in first
        if all(key in other for other in others)
    )
    return tuple(each for each in found if each)


def _key(change: Change) -> _Key:
    return change.kind, change.id or change.title


def _common(changes: Sequence[Change]) -> Change | None:
    """Return the change that a merge made to a record itself, None for none."""
    least = min(changes, key=lambda change: (change.what is not What.CHANGED, len(change.fields)))
    if all(change.what is least.what for change in changes) and not least.fields:
        return least
    shared = set.intersection(*(set(_parts(change)) for change in changes))
    return least if shared else None


def _parts(change: Change) -> Iterator[tuple[str, str, str]]:
    """Yield what is new in each field, in its smallest parts: field, part, value."""
    for field in change.fields:
        match field.old, field.new:
            case (list() | None) as old, list() as new:
                yield from _entries(field.field, old or [], new)
            case list() as old, None:
                yield from _entries(field.field, old, [])
            case (dict() | None) as old, dict() as new:
                before = old or {}
                for name in before.keys() | new.keys():
                    if before.get(name) != new.get(name):
                        yield field.field, str(name), repr(new.get(name))
            case _, new:
                yield field.field, "", repr(new)


def _entries(field: str, old: list[object], new: list[object]) -> Iterator[tuple[str, str, str]]:
    yield from ((field, "added", repr(each)) for each in new if each not in old)
    yield from ((field, "removed", repr(each)) for each in old if each not in new)
