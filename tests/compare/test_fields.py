import pytest

from builders_compare import changed, told, told_of_milestone
from ogdplan.compare.changes import FieldChange

URL = f"https://www.example.org/{'data/' * 20}"
LONG = "word " * 40


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('due_text = "soon"', 'due_text = "mid 2018"', 'due_text changed from soon to "mid 2018"'),
        ("", 'number = "2.1"', "number set to 2.1"),
        ('number = "2.1"', "", "number removed (was 2.1)"),
        ("progress = 40", "progress = 60", "progress from 40 % to 60 %"),
        ("", "progress = 60", "progress set to 60 %"),
        ("weight = 2", "", "weight changed from 2 to 1"),
        ('timing = "ongoing"', "", "timing changed from ongoing to fixed"),
        ("", 'kind = "co-creation"', "kind set to co-creation"),
        ('lead = "mef"', 'lead = "antai"', "lead changed from MEF to Transparency Authority"),
        ("", 'lead = "mef"', "lead set to MEF"),
        ('lead = "nobody"', 'lead = "mef"', "lead changed from nobody to MEF"),
        ("", 'supporting = ["mef"]', "supporting: MEF added"),
        ('supporting = ["mef"]', 'supporting = ["antai"]', "supporting: 1 added, 1 removed"),
        ('supporting = ["mef"]', "", "supporting: MEF removed"),
        ('sources = ["a"]', 'sources = ["b", "c"]', "sources: 2 added, 1 removed"),
        ('sdgs = ["1", "2"]', 'sdgs = ["2", "1"]', "sdgs in another order"),
        ("", f'evidence = ["{URL}", "the gazette"]', f'evidence added: {URL}, "the gazette"'),
        ('evidence = ["minutes"]', "", "evidence removed: minutes"),
        ('evidence = ["a"]', 'evidence = ["b"]', "evidence added: b; evidence removed: a"),
        ('evidence = ["a", "b"]', 'evidence = ["b", "a"]', "evidence in another order"),
        ("", 'note = "Between us"', "note set"),
        ('note = "A"', 'note = "B"', "note changed"),
        ('note = "A"', 'note.en = "A"\nnote.es = "B"', "note changed"),
        ('note = "A"', "", "note removed"),
        ("", 'expected_output = "A remark"', 'expected_output set to "A remark"'),
        ('expected_output = "A remark"', "", 'expected_output removed (was "A remark")'),
        (
            'expected_output = "A"',
            'expected_output = "B"',
            'expected_output changed from "A" to "B"',
        ),
        (
            f'expected_output = "{LONG} A"',
            f'expected_output = "{LONG} B"',
            "expected_output reworded",
        ),
        (
            'expected_output = "A"',
            'expected_output.en = "A"\nexpected_output.es = "B"',
            "expected_output in Spanish added",
        ),
        (
            'expected_output = "A"',
            'expected_output.en = "B"\nexpected_output.es = "B"',
            'expected_output changed from "A" to "B"; expected_output in Spanish added',
        ),
        (
            'expected_output.en = "A"\nexpected_output.pt-BR = "B"',
            'expected_output = "A"',
            "expected_output in Portuguese (pt-BR) removed",
        ),
        (
            'expected_output.en = "A"\nexpected_output.bn = "B"',
            'expected_output.en = "A"\nexpected_output.bn = "C"',
            'expected_output in Bangla changed from "B" to "C"',
        ),
        (
            'expected_output.bn = "A"\nexpected_output.en = "A"',
            'expected_output.bn = "B"\nexpected_output.en = "B"',
            (
                'expected_output changed from "A" to "B"; '
                'expected_output in Bangla changed from "A" to "B"'
            ),
        ),
        (
            'expected_output.es = "A"\nexpected_output.fr = "A"',
            'expected_output.pt = "A"\nexpected_output.bn = "A"',
            (
                "expected_output in Bangla added; expected_output in Portuguese added; "
                "expected_output in Spanish removed; expected_output in French removed"
            ),
        ),
    ],
)
def test_field_of_a_milestone_is_told(old: str, new: str, words: str) -> None:
    assert told_of_milestone(old, new) == words


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "released = 2018-06-30", "released on 30 June 2018"),
        (
            'released = "2018"',
            "released = 2018-06-30",
            "released changed from 2018 to 30 June 2018",
        ),
        ('released = "2018"', "", "released removed (was 2018)"),
        ('licence = "CC0-1.0"', 'licence = "MIT"', "licence changed from CC0-1.0 to MIT"),
    ],
)
def test_field_of_a_dataset_is_told(old: str, new: str, words: str) -> None:
    head = '[[datasets]]\nid = "budget"\ntitle = "Budget"\n'

    assert told(head + old, head + new) == [f"budget: {words}"]


def test_truth_and_shares_are_told_in_words() -> None:
    office = '[[institutions]]\nid = "a"\nname = "A"\nsector = "government"\nchampion = {}\n'
    event = '[[events]]\nid = "e"\ntitle = "E"\nkind = "other"\nstart = "2018"\nratings = {}\n'

    found = told(
        office.format("true") + event.format("{ good = 90, bad = 10 }"),
        office.format("false") + event.format("{ bad = 10, good = 90, fair = 0.5 }"),
    )

    assert found == ["a: champion changed from yes to no", "e: ratings: fair 0.5 % added"]


def test_institutions_of_one_short_name_are_told_by_their_ids() -> None:
    offices = "".join(
        f'[[institutions]]\nid = "{name}"\nname = "{name}"\nacronym = "MEF"\nsector = "{sector}"\n'
        for name, sector in (("old", "media"), ("new", "academia"))
    )
    milestone = '[[milestones]]\nid = "portal"\ntitle = "x"\nlead = "{}"\n'

    found = told(milestone.format("old"), milestone.format("new"), offices)

    assert found == ["portal: lead changed from old to new"]


def test_entry_that_goes_is_told_by_its_name_then() -> None:
    office = '[[institutions]]\nid = "{}"\nname = "{}"\nsector = "media"\n'
    milestone = '[[milestones]]\nid = "portal"\ntitle = "x"\nsupporting = [{}]\n'

    found = told(
        office.format("old", "The office") + milestone.format('"old"'),
        office.format("new", "The office") + milestone.format(""),
    )

    assert found == [
        "institution renamed from old to new",
        "portal: supporting: The office removed",
    ]


def test_values_are_those_of_the_file() -> None:
    head = '[[milestones]]\nid = "portal"\ntitle = "x"\n'
    old = 'note = "A"\nweight = 2\nevidence = ["a"]\ndue = 2018-06-30\nkind = "training"'
    new = 'note.es = "B"\ntiming = "ongoing"\nevidence = []\ndue = "2018-Q3"'

    (change,) = changed(head + old, head + new)

    assert change.fields == (
        FieldChange("kind", "training", None),
        FieldChange("timing", None, "ongoing"),
        FieldChange("due", "2018-06-30", "2018-Q3"),
        FieldChange("weight", 2, None),
        FieldChange("evidence", ["a"], []),
        FieldChange("note", "A", {"es": "B"}),
    )


def test_ratings_are_a_table_as_in_the_file() -> None:
    head = '[[events]]\nid = "e"\ntitle = "E"\nkind = "other"\nstart = "2018"\n'

    (change,) = changed(head, f"{head}ratings = {{ good = 90.5 }}")

    assert change.fields == (FieldChange("ratings", None, {"good": 90.5}),)
