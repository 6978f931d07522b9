from datetime import date
from pathlib import Path

import pytest

from builders_merge import HEAD
from ogdplan.actions.merge import Merged, UnmergeableError, merge_versions
from ogdplan.actions.merged_file import Contents

AS_OF = date(2018, 6, 30)
PORTAL = '\n[[milestones]]\nid = "portal"\ntitle = "A"\ndue = "2018"\n'
LAW = '\n[[milestones]]\nid = "law"\ntitle = "L"\n'
BASE = HEAD + PORTAL + LAW


def merged(base: str | bytes, ours: str | bytes, theirs: str | bytes) -> Merged:
    one, two, three = (
        each.encode() if isinstance(each, str) else each for each in (base, ours, theirs)
    )
    place = Path("nepal.toml"), "plans/nepal.toml", "nepal"
    versions = Contents(one, two, three, *place, is_plan=True)
    return merge_versions(versions, as_of=AS_OF)


def with_layout(text: str) -> str:
    return text.replace("due =", "due   =")


def test_side_that_is_as_base_gives_way_whatever_the_other_holds() -> None:
    for content in (b"\xff\0", b"[x", BASE.encode() + b"\n\n"):
        assert merged(BASE, BASE, content).content == content
        assert merged(BASE, content, BASE).content == content
        assert merged(BASE, content, content).content == content
        assert merged(BASE, BASE, content).is_clean


def test_what_ours_takes_over_is_told() -> None:
    told = {
        "theirs alone": merged(BASE, BASE, BASE.replace('"A"', '"B"')),
        "of both": merged(BASE, BASE.replace('"L"', '"M"'), BASE.replace('"A"', '"B"')),
    }

    for found in told.values():
        assert [change.summary for change in found.changes] == [
            'portal: title changed from "A" to "B"'
        ]
    assert merged(BASE, BASE.replace('"A"', '"B"'), BASE).changes == ()


def test_lines_are_merged_where_they_say_what_is_decided() -> None:
    theirs = with_layout(BASE).replace("# ", "#  ")
    found = merged(BASE, BASE.replace('"L"', '"M"'), theirs)

    assert found.content.decode() == theirs.replace('"L"', '"M"')
    assert found.is_clean
    assert not found.by_lines


def test_lines_are_not_merged_where_they_say_something_else() -> None:
    """Git puts both evidence lines in, one below the other's record: another plan, or none."""
    ours, theirs = (BASE.replace(LAW, "") + "progress = 1\n", BASE + PORTAL.replace("al", "als"))

    found = merged(BASE, ours, theirs)

    assert found.content.decode() == ours + PORTAL.replace("al", "als")


def test_record_with_the_same_id_in_two_places_of_the_lines_comes_once() -> None:
    new = '\n[[events]]\nid = "day"\ntitle = "D"\nkind = "other"\nstart = "2018"\n'
    ours, theirs = HEAD + new + PORTAL + LAW, BASE + new

    assert merged(BASE, ours, theirs).content.decode() == ours


def test_mark_of_ours_stays_and_that_of_theirs_does_not_come() -> None:
    mark = b"\xef\xbb\xbf"
    ours, theirs = BASE.replace('"A"', '"B"'), BASE.replace('"L"', '"M"')

    assert merged(BASE, mark + ours.encode(), theirs).content.startswith(mark + b"format")
    assert merged(BASE, ours, mark + theirs.encode()).content.startswith(b"format")


def test_conflicts_are_in_the_content_and_in_the_values() -> None:
    found = merged(BASE, BASE.replace('"A"', '"B"'), BASE.replace('"A"', '"C"'))

    assert not found.is_clean
    assert [conflict.subject for conflict in found.conflicts] == ["portal"]
    assert b'# CONFLICT theirs: title = "C"\ntitle = "B"\n' in found.content
    assert found.errors == ()


def test_error_that_neither_side_had_is_found_at_its_line() -> None:
    ours = BASE.replace('due = "2018"\n', 'due = "2018"\ndepends_on = ["law"]\n')
    theirs = BASE + 'depends_on = ["portal"]\n'

    found = merged(BASE, ours, theirs)

    assert not found.is_clean
    [error] = found.errors
    assert (error.rule, error.path, error.line) == ("dependency-cycle", "plans/nepal.toml", 17)


def test_errors_that_a_side_had_are_no_news() -> None:
    ours = BASE.replace('"2018"', '"soon"')
    theirs = BASE.replace("law", "laws") + 'depends_on = ["ghost"]\n'

    assert merged(BASE, ours, theirs).errors == ()


def test_conflicts_of_earlier_merges_are_no_errors_of_this_one() -> None:
    opened = BASE.replace("due", '# CONFLICT theirs: due = "2017"\ndue')

    found = merged(BASE, opened, BASE.replace('"L"', '"M"'))

    assert found.is_clean
    assert b"# CONFLICT theirs" in found.content


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "broken"),
    [
        (BASE, "[x", BASE.replace('"A"', '"B"'), ["ours"]),
        (BASE, BASE.replace('"A"', '"B"'), "[x", ["theirs"]),
        (BASE, "[y", "[x", ["ours", "theirs"]),
        ("[x", BASE, BASE.replace('"A"', '"B"'), ["base"]),
    ],
)
def test_what_is_no_toml_is_merged_by_lines(
    base: str, ours: str, theirs: str, broken: list[str]
) -> None:
    found = merged(base, ours, theirs)

    assert found.by_lines
    assert [side for side, _ in found.broken] == broken
    assert {finding.rule for _, finding in found.broken} == {"toml-syntax"}
    assert found.marked == 1
    assert not found.is_clean
    assert b"<<<<<<< ours\n" in found.content


def test_base_that_is_no_toml_does_not_matter_where_lines_merge() -> None:
    base = BASE.replace('due = "2018"', "due = 2018-06")
    ours = BASE.replace('"L"', '"M"')

    assert merged(base, ours, BASE).is_clean


def test_side_that_is_no_toml_is_no_clean_merge_although_its_lines_are() -> None:
    broken = BASE.replace('"L"', '"L')

    assert merged(BASE, BASE.replace('"A"', '"B"'), broken).marked == 0
    assert not merged(BASE, BASE.replace('"A"', '"B"'), broken).is_clean


@pytest.mark.parametrize("odd", ["milestones = 3\n", "plan = 3\n", "milestones = [1]\n"])
def test_what_has_no_tables_to_merge_is_merged_by_lines(odd: str) -> None:
    assert merged("x = 1\n" + odd, "x = 2\n" + odd, "x = 1\n" + odd + "# end\n").by_lines


def test_what_stands_beside_the_tables_is_merged_by_lines() -> None:
    money = "\n[money]\nbudget = 100\n"
    changed = BASE + money.replace("100", "150")
    ours = BASE.replace('"A"', '"B"') + money

    assert merged(BASE + money, ours, changed).by_lines
    assert merged(BASE + money, ours, changed).is_clean
    assert not merged(BASE + money, changed, ours).by_lines
    assert not merged(BASE + money, changed, ours + LAW.replace("law", "new")).by_lines
    assert b"150" in merged(BASE + money, changed, ours).content


def test_what_is_no_number_merges_too() -> None:
    base = BASE + "weight = nan\n"

    found = merged(base, base.replace('"A"', '"B"'), base.replace("2018", "2019"))

    assert (found.by_lines, found.conflicts) == (False, ())


def test_what_git_does_not_merge_is_said() -> None:
    with pytest.raises(UnmergeableError, match="Cannot merge binary files"):
        merged(BASE, BASE + "# end\n", b"\0")
