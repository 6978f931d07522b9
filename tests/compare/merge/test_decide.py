from collections.abc import Mapping, Sequence

import pytest

from builders_merge import HEAD, a_reading, conflicts, merged, result
from ogdplan.compare.merge.decide import merge
from ogdplan.planfile.operations import Value
from ogdplan.planfile.reading import read_text

PORTAL = '[[milestones]]\nid = "portal"\ntitle = "A"\ndue = "2018"\n'
LAW = '[[milestones]]\nid = "law"\ntitle = "L"\n'
LATER = PORTAL.replace("2018", "2019")
RENAMED = PORTAL.replace("portal", "gate")
REPORT = '[[updates]]\nid = "news"\nabout = "portal"\non = "2018"\ntext = "N"\n'


def ids(found: Mapping[str, Sequence[Mapping[str, Value]]]) -> list[Value]:
    return [row["id"] for row in found.get("milestones", [])]


def test_tables_of_ours_stay_in_their_order_and_new_ones_of_theirs_follow() -> None:
    found = merged(PORTAL + LAW, LAW + PORTAL, PORTAL + LAW.replace("law", "new") + LAW)

    assert conflicts(found) == []
    assert ids(result(found)) == ["law", "portal", "new"]


def test_table_that_one_side_removed_and_the_other_left_alone_goes() -> None:
    assert result(merged(PORTAL + LAW, LAW, PORTAL + LAW)) == result(merged(LAW, LAW, LAW))
    assert result(merged(PORTAL + LAW, PORTAL + LAW, LAW)) == result(merged(LAW, LAW, LAW))
    assert result(merged(PORTAL + LAW, LAW, LAW)) == result(merged(LAW, LAW, LAW))


@pytest.mark.parametrize(
    ("ours", "theirs", "removed_by"), [("", LATER, "ours"), (LATER, "", "theirs")]
)
def test_table_that_one_side_removed_and_the_other_changed_stays(
    ours: str, theirs: str, removed_by: str
) -> None:
    found = merged(PORTAL, ours, theirs)

    assert conflicts(found) == [("portal", removed_by, False)]
    assert result(found)["milestones"][0]["due"] == "2019"


def test_fields_of_both_sides_come_together() -> None:
    found = merged(PORTAL, LATER, PORTAL.replace('"A"', '"B"') + "progress = 1\n")

    assert conflicts(found) == []
    assert result(found)["milestones"] == [
        {"id": "portal", "title": "B", "due": "2019", "progress": 1}
    ]


def test_field_that_both_sides_changed_is_ours_and_a_conflict() -> None:
    found = merged(PORTAL, LATER, PORTAL.replace("2018", "2017"))

    assert conflicts(found) == [("portal", "due", "2018", "2019", "2017")]
    assert result(found)["milestones"][0]["due"] == "2019"


def test_field_that_one_side_removed_is_gone() -> None:
    gone = PORTAL.replace('due = "2018"\n', "")

    assert result(merged(PORTAL, gone, PORTAL + "progress = 1\n"))["milestones"] == [
        {"id": "portal", "title": "A", "progress": 1}
    ]


def test_field_that_is_unknown_is_merged_like_others() -> None:
    found = merged(*(PORTAL + f"x = {number}\n" for number in (1, 2, 3)))

    assert conflicts(found) == [("portal", "x", 1, 2, 3)]


def test_conflict_about_a_table_whose_id_is_no_string_names_none() -> None:
    odd = PORTAL.replace('"portal"', "3")
    [conflict] = merged(*(odd.replace("2018", year) for year in ("2018", "2019", "2020"))).conflicts

    assert (conflict.record, conflict.subject) == (None, "milestones")


def test_header_is_merged_by_fields() -> None:
    base = a_reading("")
    sides = [read_text(HEAD.replace(*each)) for each in (('"A plan"', '"B"'), ("NPL", "PAN"))]

    found = merge(base, *sides)

    assert found.outcomes[0].fields == {"title": "B", "country": "PAN", "lead": "office"}


def test_texts_merge_in_the_languages_of_their_plans() -> None:
    nepali = HEAD.replace('lead = "office"', 'lead = "office"\nlanguages = ["ne"]')
    base, ours, theirs = (
        read_text(nepali + PORTAL.replace('title = "A"', title))
        for title in ('title.ne = "A"', 'title = "B"', 'title.ne = "A"\ntitle.en = "C"')
    )

    found = merge(base, ours, theirs)

    assert found.conflicts == ()
    assert result(found)["milestones"][0]["title"] == {"ne": "B", "en": "C"}


def test_language_is_known_of_plans_with_mistakes_too() -> None:
    nepali = HEAD.replace('lead = "office"', 'lead = "office"\nlanguages = ["ne"]\nx = 1')
    base, ours, theirs = (
        read_text(nepali + PORTAL.replace('title = "A"', title))
        for title in ('title = "A"', 'title = "B"', 'title.ne = "A"\ntitle.en = "C"')
    )

    assert base.plan is None
    assert result(merge(base, ours, theirs))["milestones"][0]["title"] == {"ne": "B", "en": "C"}


def test_ids_that_are_no_strings_name_nothing() -> None:
    odd = PORTAL + 'depends_on = [""]\n' + LAW.replace('"law"', "3")

    found = merged(odd, odd.replace('"A"', '"B"'), odd.replace('"L"', '"M"'))

    assert result(found)["milestones"][0]["depends_on"] == [""]


def test_plan_that_both_sides_made_has_the_fields_of_both() -> None:
    ours, theirs = (read_text(f"format = 1\n[plan]\n{each}\n") for each in ("a = 1", "b = 2"))

    found = merge(read_text(""), ours, theirs)

    assert (found.outcomes[0].fields, found.conflicts) == ({"a": 1, "b": 2}, ())


def test_plain_field_is_no_text_of_several_languages() -> None:
    found = merged(*(PORTAL + f"due_text = {each}\n" for each in ('"A"', '"B"', '{ es = "C" }')))

    assert conflicts(found) == [("portal", "due_text", "A", "B", {"es": "C"})]


def test_accepted_findings_go_by_rule_and_record() -> None:
    entry = '[[accepted]]\nrule = "{}"\nabout = "portal"\nreason = "{}"\n'
    base = PORTAL + entry.format("overdue", "A") + entry.format("missing-due", "B")

    found = merged(
        base,
        PORTAL + entry.format("missing-due", "B") + entry.format("overdue", "C"),
        base.replace('"B"', '"D"'),
    )

    assert conflicts(found) == []
    reasons = [(row["rule"], row["reason"]) for row in result(found)["accepted"]]
    assert reasons == [("missing-due", "D"), ("overdue", "C")]


def test_tables_without_an_id_and_those_of_one_id_go_by_their_place_among_these() -> None:
    nameless = PORTAL.replace('id = "portal"\n', "")
    base = nameless + PORTAL + nameless.replace('"A"', '"N"') + PORTAL.replace('"A"', '"P"')

    found = merged(base, base.replace('"N"', '"O"'), base.replace('"P"', '"Q"'))

    assert conflicts(found) == []
    assert [row["title"] for row in result(found)["milestones"]] == ["A", "A", "O", "Q"]


@pytest.mark.parametrize("swap", [False, True])
def test_record_that_one_side_renamed_takes_what_the_other_did_with_it(swap: bool) -> None:
    renamed, used = RENAMED + LAW, LATER + LAW + 'depends_on = ["portal"]\n' + REPORT
    ours, theirs = (used, renamed) if swap else (renamed, used)

    found = merged(PORTAL + LAW, ours, theirs)

    assert conflicts(found) == []
    tables = result(found)
    assert tables["milestones"] == [
        {"id": "gate", "title": "A", "due": "2019"},
        {"id": "law", "title": "L", "depends_on": ["gate"]},
    ]
    assert tables["updates"][0]["about"] == "gate"


def test_record_without_an_id_that_both_sides_give_one_comes_once() -> None:
    nameless = PORTAL.replace('id = "portal"\n', "")

    found = merged(nameless, PORTAL + nameless, PORTAL)

    assert (conflicts(found), ids(result(merged(nameless, PORTAL, PORTAL)))) == ([], ["portal"])
    assert ids(result(found)) == ["portal"]


def test_record_that_both_sides_renamed_alike_has_the_new_id() -> None:
    found = merged(PORTAL, RENAMED, RENAMED)

    assert (conflicts(found), ids(result(found))) == ([], ["gate"])


def test_record_that_both_sides_renamed_differently_has_the_id_of_ours() -> None:
    other = RENAMED.replace("gate", "door") + REPORT.replace("portal", "door")

    found = merged(PORTAL, RENAMED, other)

    assert conflicts(found) == [("gate", "id", "portal", "gate", "door")]
    assert ids(result(found)) == ["gate"]
    assert result(found)["updates"][0]["about"] == "gate"


def test_record_that_theirs_renamed_and_ours_removed_stays() -> None:
    found = merged(PORTAL, "", RENAMED)

    assert conflicts(found) == [("gate", "ours", False)]
    assert ids(result(found)) == ["gate"]


def test_record_that_theirs_gave_an_id_of_ours_keeps_its_own() -> None:
    new = LAW.replace("law", "gate") + LAW.replace('"law"', '"next"') + 'depends_on = ["gate"]\n'

    found = merged(PORTAL, PORTAL + new, RENAMED + REPORT.replace("portal", "gate"))

    assert conflicts(found) == [("portal", "id", "portal", "portal", "gate")]
    assert ids(result(found)) == ["portal", "gate", "next"]
    assert result(found)["milestones"][2]["depends_on"] == ["gate"]
    assert result(found)["updates"][0]["about"] == "portal"


def test_record_that_theirs_gave_an_id_of_ours_and_ours_removed_stays() -> None:
    found = merged(PORTAL, LAW.replace("law", "gate"), RENAMED)

    assert conflicts(found) == [
        ("portal", "ours", False),
        ("portal", "id", "portal", "portal", "gate"),
    ]
    assert ids(result(found)) == ["gate", "portal"]


def test_two_new_records_with_one_id_are_both_kept() -> None:
    found = merged(PORTAL, PORTAL + LAW, PORTAL + LAW.replace('"L"', '"M"') + "progress = 1\n")

    assert conflicts(found) == [("law-theirs", "id", "same id", "law")]
    assert ids(result(found)) == ["portal", "law", "law-theirs"]


@pytest.mark.parametrize("swap", [False, True])
def test_record_that_one_side_removed_stays_when_the_other_relies_on_it(swap: bool) -> None:
    sides = [PORTAL, PORTAL + 'depends_on = ["law"]\n' + LAW]
    ours, theirs = reversed(sides) if swap else sides

    found = merged(PORTAL + LAW, ours, theirs)

    assert conflicts(found) == [("law", "theirs" if swap else "ours", True)]
    assert sorted(map(str, ids(result(found)))) == ["law", "portal"]


def test_record_that_stays_keeps_those_on_which_it_relies() -> None:
    law = LAW + 'depends_on = ["census"]\n'
    census = LAW.replace('"law"', '"census"')

    found = merged(PORTAL + law + census, PORTAL, PORTAL + 'depends_on = ["law"]\n' + law + census)

    assert conflicts(found) == [("law", "ours", True), ("census", "ours", True)]


def test_reference_that_was_left_behind_keeps_nothing() -> None:
    referring = PORTAL + 'depends_on = ["law"]\n'

    found = merged(referring + LAW, referring, referring.replace('"A"', '"B"') + LAW)

    assert (conflicts(found), ids(result(found))) == ([], ["portal"])


def test_reference_to_what_both_sides_removed_keeps_nothing() -> None:
    found = merged(PORTAL + LAW, PORTAL, PORTAL + 'depends_on = ["law"]\n')

    assert (conflicts(found), ids(result(found))) == ([], ["portal"])


def test_conflicts_come_in_the_order_of_the_tables_and_fields() -> None:
    base = PORTAL + "progress = 1\n" + LAW
    ours = PORTAL.replace("2018", "2019") + "progress = 2\n" + LAW.replace('"L"', '"M"')
    theirs = LAW.replace('"L"', '"N"') + PORTAL.replace("2018", "2020") + "progress = 3\n"

    found = merged(base, ours, theirs)

    assert [each[:2] for each in conflicts(found)] == [
        ("portal", "due"),
        ("portal", "progress"),
        ("law", "title"),
    ]


OPEN = '# CONFLICT theirs: due = "2017"\ndue'


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "left"),
    [
        (PORTAL, PORTAL.replace("due", OPEN), LATER, 1),
        (PORTAL, LATER, PORTAL.replace("due", OPEN), 1),
        (PORTAL.replace("due", OPEN), PORTAL.replace("due", OPEN), LATER, 0),
        (PORTAL.replace("due", OPEN), LATER.replace("due", OPEN), LATER.replace("due", OPEN), 1),
        (PORTAL, PORTAL.replace("due", OPEN), PORTAL.replace("due", OPEN), 1),
    ],
)
def test_conflicts_of_earlier_merges_are_a_set_of_their_own(
    base: str, ours: str, theirs: str, left: int
) -> None:
    found = merged(base, ours, theirs)

    [outcome] = [each for each in found.outcomes if each.key.name == "portal"]
    assert [each.words for each in outcome.open] == ['theirs: due = "2017"'] * left


def test_record_that_stays_keeps_its_earlier_conflicts() -> None:
    opened = LAW.replace("title", '# CONFLICT theirs: title = "M"\ntitle')
    needed = merged(PORTAL + opened, PORTAL, PORTAL + 'depends_on = ["law"]\n' + opened)
    changed = merged(PORTAL + LAW, PORTAL, PORTAL + opened + "progress = 1\n")

    for found in (needed, changed):
        assert [each.open[0].words for each in found.outcomes if each.open] == [
            'theirs: title = "M"'
        ]
