"""Laws of merging, over random plans and over random files of any layout."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import tomli

from laws import holds, runs
from ogdplan.actions.merge import Merged, merge_versions
from ogdplan.actions.merged_file import Contents
from ogdplan.actions.merged_text import merged_text
from ogdplan.compare.merge.conflicts import Conflict, What
from ogdplan.compare.merge.decide import merge
from ogdplan.findings import Problem
from ogdplan.planfile.operations import is_same
from ogdplan.planfile.reading import read_text
from plan_merges import (
    REFERENCES,
    TABLES,
    Fields,
    SideChange,
    Three,
    layouts,
    merges,
    rows,
    side_changes,
)
from planfile_edits import comparable, is_in_order, untouched

AS_OF = date(2018, 6, 30)
Data = Mapping[str, object]


def merged(three: Three) -> Merged:
    base, ours, theirs = (each.encode() for each in (three.base, three.ours, three.theirs))
    place = Path("nepal.toml"), "plans/nepal.toml", "nepal"
    return merge_versions(Contents(base, ours, theirs, *place, is_plan=True), as_of=AS_OF)


def text_of(found: Merged) -> str:
    return found.content.decode()


def unchanged_side_gives_the_other(three: Three) -> None:
    base, ours, theirs = three.base, three.ours, three.theirs

    assert text_of(merged(Three(base, ours, base))) == ours
    assert text_of(merged(Three(base, base, theirs))) == theirs
    assert text_of(merged(Three(base, ours, ours))) == ours


def decisions_take_the_side_that_changed(three: Three) -> None:
    """As above, for the decisions themselves: same bytes are not even read."""
    base, theirs = read_text(three.base), read_text(three.theirs)
    for versions in ((base, base, theirs), (base, theirs, base), (base, theirs, theirs)):
        decided = merge(*versions)
        assert decided.conflicts == ()
        text = merged_text(decided, versions[1], versions[2])
        assert text is not None
        assert in_any_order(tomli.loads(text)) == in_any_order(theirs.data or {})


def in_any_order(data: Data) -> dict[str, object]:
    """Return what can be compared of data where the order of records and fields says nothing."""
    return {name: told(value) for name, value in data.items() if value}


def told(value: object) -> object:
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return sorted(repr(told(row)) for row in value)
    if isinstance(value, dict):
        return [(name, told(value[name])) for name in sorted(value)]
    return value


def merge_reads_without_new_mistakes(three: Three) -> None:
    found = merged(three)
    problems = read_text(text_of(found)).problems
    new = Counter(map(key_of, problems))
    for side in (three.ours, three.theirs):
        new -= Counter(map(key_of, read_text(side).problems))

    assert not found.by_lines
    assert {rule for rule, _, _ in new} == ({"unresolved-merge"} if found.conflicts else set())


def key_of(problem: Problem) -> tuple[str, str | None, str | None]:
    return problem.rule.slug, problem.record, problem.field


def any_layout_is_merged_by_records(three: Three) -> None:
    found = merged(three)

    assert not found.by_lines
    assert tomli.loads(text_of(found)) is not None
    if three.ours.endswith("\n") and "\r" not in three.ours + three.theirs:
        assert text_of(found)[-1:] in ("\n", "")
        assert "\r" not in text_of(found)


def swapped_sides_swap_the_conflicts(three: Three) -> None:
    abouts = {(row["id"], row.get("about")) for side in three for row in rows(side, "updates")}
    if len({report for report, _ in abouts}) < len(abouts):
        # Of two reports with one id about different work the second is kept under another id:
        # which one that is, and so whose move gives way, depends on the side.
        return
    one = {place_of(each, three) for each in merged(three).conflicts}
    other = {place_of(each, three) for each in merged(three.swapped).conflicts}

    assert one == {swapped(each) for each in other}


Place = tuple[object, ...]
SWAPPED = {"ours": "theirs", "theirs": "ours", None: None}


def place_of(conflict: Conflict, three: Three) -> Place:
    """Return what conflicts, and the values of both sides.

    Of a deadline only that it does: which of its reports has the comments depends on the side.
    """
    name = re.sub(r"-theirs$", "", conflict.key.name)
    field = conflict.path[:1]
    if conflict.key.table == "updates" and field in {("due_from",), ("due_to",)}:
        about = {row["id"]: row.get("about") for side in three for row in rows(side, "updates")}
        return ("due", about[name])
    if conflict.key.table == "milestones" and field == ("due",):
        return ("due", name)
    if conflict.what is What.SAME_ID:
        return (conflict.what, name)
    values = (repr(conflict.ours), repr(conflict.theirs))
    removed_by = conflict.removed_by.value if conflict.removed_by else None
    return (conflict.what, conflict.key.table, name, field, *values, removed_by)


def swapped(place: Place) -> Place:
    if place[0] not in (What.VALUE, What.REMOVED):
        return place
    *start, ours, theirs, removed_by = place
    return (*start, theirs, ours, SWAPPED[str(removed_by) if removed_by else None])


def no_change_of_one_side_is_lost(three: Three) -> None:
    found = merged(three)
    disputed = {re.sub(r"-theirs$", "", conflict.key.name) for conflict in found.conflicts}
    result = tomli.loads(text_of(found))
    for table in ("plan", *TABLES):
        base, ours, theirs, after = (named(each, table) for each in (*three, result))
        for name in {*base, *ours, *theirs} - disputed:
            if name in ours and name in theirs:
                has_the_changes_of_both(base.get(name), ours[name], theirs[name], after[name])
            else:
                there = ours.get(name, theirs.get(name))
                assert is_kept_or_gone(base.get(name), there, after.get(name), result)


def named(data: Data, table: str) -> dict[str, Fields]:
    """Return the tables of a kind by what names them; each is there once."""
    header = data["plan"]
    assert isinstance(header, dict)
    found: list[Fields] = [header] if table == "plan" else [*rows(data, table)]
    result = {name_of(row): row for row in found}
    assert len(result) == len(found)
    return result


def name_of(row: Fields) -> str:
    if "rule" in row:
        return f"{row['rule']} {row.get('about', '')}"
    return str(row.get("id", ""))


def is_kept_or_gone(
    base: Fields | None, there: Fields | None, after: Fields | None, result: Data
) -> bool:
    """Return whether a record that one side does not have is there if, and only if, it should."""
    if base is None:
        return is_same(after, there)
    return after is None or str(base.get("id")) in references(result)


def has_the_changes_of_both(
    base: Fields | None, ours: Fields, theirs: Fields, after: Fields
) -> None:
    for field in {*(base or {}), *ours, *theirs}:
        was, own, other, now = (each.get(field) for each in (base or {}, ours, theirs, after))
        if is_same(own, was):
            assert is_same(now, other)
        elif is_same(other, was) or is_same(own, other):
            assert is_same(now, own)
        elif isinstance(own, list) and isinstance(other, list) and isinstance(now, list):
            old = was if isinstance(was, list) else []
            assert {*now} == ({*own} & {*other}) | ({*own, *other} - {*old})


def references(data: Data) -> set[str]:
    """Return the ids that something refers to."""
    return {str(name) for table in TABLES for row in rows(data, table) for name in named_by(row)}


def named_by(row: Fields) -> Iterator[object]:
    for field in REFERENCES:
        value = row.get(field, [])
        yield from value if isinstance(value, list) else [value]


def references_lead_to_what_is_there(three: Three) -> None:
    for data in (*three, tomli.loads(text_of(merged(three)))):
        assert references(data) <= ids(data)


def ids(data: Data) -> set[str]:
    return {str(row["id"]) for table in TABLES for row in rows(data, table) if "id" in row}


def comments_come_once(three: Three) -> None:
    text = text_of(merged(three))
    comments = Counter(re.findall(r"# comment \d+", text))
    gone = {*comments_of(three.base), *comments_of(three.ours)} - comments.keys()

    assert {*comments.values()} <= {1}
    assert not gone & {*comments_of(three.ours)} & {*comments_of(three.theirs)}


def comments_of(text: str) -> list[str]:
    return re.findall(r"# comment \d+", text)


def other_lines_of_ours_stay(change: SideChange) -> None:
    kept = "".join(statement.text for statement in untouched(change.edit))
    result = text_of(merged(change.three))

    assert is_in_order(comparable(kept, change.edit), comparable(result, change.edit))


RUNS = runs(20, 3_000)


@RUNS
def test_merging_with_an_unchanged_side_gives_the_bytes_of_the_other(runs: int) -> None:
    holds(unchanged_side_gives_the_other, merges(renames=True), runs)


@RUNS
def test_decisions_take_the_side_that_changed(runs: int) -> None:
    holds(decisions_take_the_side_that_changed, merges(renames=True) | layouts(), runs)


@RUNS
def test_merged_plan_reads_without_new_mistakes_of_shape(runs: int) -> None:
    holds(merge_reads_without_new_mistakes, merges(renames=True), runs)


@RUNS
def test_files_of_any_layout_are_merged_by_records(runs: int) -> None:
    holds(any_layout_is_merged_by_records, layouts(), runs)


@RUNS
def test_swapping_the_sides_swaps_the_conflicts(runs: int) -> None:
    holds(swapped_sides_swap_the_conflicts, merges(), runs)


@RUNS
def test_no_change_of_one_side_is_lost_and_the_same_on_both_comes_once(runs: int) -> None:
    holds(no_change_of_one_side_is_lost, merges(), runs)


@RUNS
def test_references_lead_to_what_is_there_also_after_renames(runs: int) -> None:
    holds(references_lead_to_what_is_there, merges(renames=True), runs)


@RUNS
def test_comments_come_once_and_those_of_both_stay(runs: int) -> None:
    holds(comments_come_once, merges(), runs)


@RUNS
def test_lines_of_ours_that_theirs_did_not_change_stay_as_they_are(runs: int) -> None:
    holds(other_lines_of_ours_stay, side_changes(), runs)
