"""The ids that records go by in a merge: those of ours, whoever renamed what."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from ogdplan.compare.matching import Renames, renames_between
from ogdplan.compare.merge.documents import Fields, Names, followed, rows_by_id
from ogdplan.compare.sides import Side
from ogdplan.planfile.operations import is_same
from ogdplan.planfile.reading import Reading

_MARK = "-theirs"
_LONGEST = 64


class Naming(NamedTuple):
    """How the ids of base and theirs read in the merge; those of ours are as they are.

    `clashing` has theirs' new id for each record to which both sides gave the same, by that id.
    """

    base: Names
    theirs: Names
    clashing: Names


def naming(base: Reading, ours: Reading, theirs: Reading) -> Naming:
    """Return the names of a merge of three versions that are TOML.

    Records that one side renamed go by ours' id. Where both sides made a record with one id, and
    the two are not the same, theirs' goes by another one.
    """
    known, own, others = (rows_by_id(each.data or {}) for each in (base, ours, theirs))
    in_ours = _written(_renames(base, ours), known, own)
    in_theirs = _written(_renames(base, theirs), known, others)
    names = {old: new for old, new in in_ours.items() if old not in in_theirs}
    names |= {new: in_ours.get(old, old) for old, new in in_theirs.items()}
    made = {each: own[each] for each in own.keys() - known.keys() - {*in_ours.values()}}
    old = {*known, *in_theirs.values()}
    waiting = [each for each in others if each in own and each not in old]
    clashing: dict[str, str] = {}
    taken = {*known, *own, *others}
    # What refers to a record that goes by another id now is not the same any more.
    while clashes := [each for each in waiting if not _is_one(each, made, others, names)]:
        for each in clashes:
            clashing[each] = names[each] = _free(each, taken)
            taken.add(names[each])
        waiting = [each for each in waiting if each not in clashing]
    return Naming(in_ours, names, clashing)


def _renames(base: Reading, side: Reading) -> Renames:
    old, new = base.plan or base.draft, side.plan or side.draft
    return renames_between(Side(old), Side(new)) if old and new else {}


_Rows = Mapping[str, tuple[str, Fields]]


def _written(renames: Renames, olds: _Rows, news: _Rows) -> Renames:
    """Return the renames of ids that are written; a draft makes up those that are missing."""
    return {old: new for old, new in renames.items() if old in olds and new in news}


def _is_one(own_id: str, made: _Rows, theirs: _Rows, names: Names) -> bool:
    """Return whether both sides made the same record, in all that it says."""
    if own_id not in made:
        return False
    (table, fields), (other_table, others) = made[own_id], theirs[own_id]
    return table == other_table and is_same(fields, followed(other_table, others, names))


def _free(own_id: str, taken: Collection[str]) -> str:
    """Return an id that nothing has: `portal-theirs`, `portal-theirs-2`."""
    number = 1
    while True:
        ending = _MARK if number == 1 else f"{_MARK}-{number}"
        found = own_id[: _LONGEST - len(ending)].rstrip("-") + ending
        if found not in taken:
            return found
        number += 1
