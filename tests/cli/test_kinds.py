import csv
import io
import json
from pathlib import Path

import pytest

from cli.asking import AS_OF, ask, write_plan
from golden_files import check_golden
from ogdplan.cli.kinds import FILTERS, filter_values, has_filter
from ogdplan.model.kinds import KINDS, Kind, fields_of, kind_named
from ogdplan.report.standing import KEYS

TWO_LEADS = """
[[institutions]]
id = "statistics"
name = "Statistics"
acronym = "StatO"
sector = "government"

[[commitments]]
id = "data"
title = "More data"
lead = "statistics"

[[milestones]]
id = "by-commitment"
title = "A"
commitment = "data"
due = "2018-12"
sdgs = ["16.10"]

[[milestones]]
id = "by-itself"
title = "B"
lead = "office"
due = "2018-03"
kind = "training"
dimension = "policy"
sdgs = ["1"]

[[milestones]]
id = "done"
title = "C"
lead = "office"
due = "2018-03"
completed = 2018-04-01
sdgs = ["17.18.1"]

[[datasets]]
id = "census"
title = "Census"
publisher = "statistics"
sdgs = ["16"]

[[challenges]]
id = "paper"
title = "Paper"
category = "paper-based-culture"
raised = 2017-01-01
resolved = 2018-05-01
"""

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def listed(*words: str) -> list[str]:
    document = ask(*words, "--as-of", AS_OF, "--format", "json").document
    return [record["id"] for record in document["records"]]


@every_kind
def test_list_of_every_kind_says_the_same_in_all_voices(samples: Path, kind: Kind) -> None:
    words = [kind.name, "list", "nepal", "brazil", "--as-of", AS_OF]
    table, markdown = ask(*words), ask(*words, "--format", "markdown")
    document = ask(*words, "--format", "json").document
    rows = list(csv.DictReader(io.StringIO(ask(*words, "--format", "csv").out)))

    ids = [record["id"] for record in document["records"]]
    assert (table.code, table.err, markdown.code, markdown.err) == (0, "", 0, "")
    assert document["schema"] == f"ogdplan/{kind.name}-list/1"
    assert [row["id"] for row in rows] == ids
    assert len(ids) > 0
    assert table.lines[0].startswith(f"{len(ids)} ")
    assert all(any(each in line for line in table.lines[4:]) for each in ids)
    assert all(any(each in line for line in markdown.lines[4:]) for each in ids)


@every_kind
def test_json_has_every_field_of_the_kind_and_its_figures(samples: Path, kind: Kind) -> None:
    document = ask(kind.name, "list", "nepal", "--as-of", AS_OF, "--format", "json").document

    fields = [spec.name for spec in fields_of(kind.model)]
    figures = KEYS.get(kind.name, ())
    for record in document["records"]:
        assert list(record) == ["plan", *fields, *(["at_date"] if figures else [])]
        assert tuple(record.get("at_date", ())) == figures


@every_kind
def test_csv_has_the_same_columns_with_and_without_rows(plans: Path, kind: Kind) -> None:
    write_plan(plans, "nepal")

    with_none = ask(kind.name, "list", "nepal", "--format", "csv").lines[0].split(",")

    fields = [spec.name for spec in fields_of(kind.model)]
    assert with_none == ["plan", *fields, *(f"{key}_at_date" for key in KEYS.get(kind.name, ()))]


@every_kind
def test_no_records_are_said_so(plans: Path, kind: Kind) -> None:
    write_plan(plans, "nepal")
    if kind.name == "institution":
        return

    answer = ask(kind.name, "list", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (f"0 {kind.plural} on 2018-06-30\n\nThere are no {kind.plural} to list.\n")


@every_kind
def test_record_of_every_kind_is_shown(samples: Path, kind: Kind) -> None:
    (name, *_) = listed(kind.name, "list", "nepal")

    answer = ask(kind.name, "show", "nepal", name, "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[2] == f"{kind.words} {name} of nepal"


def test_list_of_milestones_over_all_plans(samples: Path) -> None:
    answer = ask("milestone", "list", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    check_golden("milestone-list.txt", answer.out)


def test_list_of_one_plan_does_not_repeat_its_name(samples: Path) -> None:
    assert "Plan" not in ask("milestone", "list", "nepal").lines[2]
    assert "Plan" in ask("milestone", "list", "nepal", "scripts").lines[2]


def test_numbers_stand_to_the_right_and_negative_ones_stay_numbers(samples: Path) -> None:
    lines = ask("measurement", "list", "nepal").lines[2:]
    rows = ask("measurement", "list", "nepal", "--format", "csv").lines

    assert [line[:20].rstrip() for line in lines] == [
        "Id             Value",
        "─" * 20,
        "datasets-june     12",
        "trust-2017      -0.5",
    ]
    assert rows[2].startswith("nepal,trust-2017,trust,2017,-0.5,")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["milestone", "list", "--lead", "statistics"], ["by-commitment"]),
        (["milestone", "list", "--lead", "stato"], ["by-commitment"]),
        (["milestone", "list", "--lead", "office"], ["by-itself", "done"]),
        (["milestone", "list", "--health", "overdue"], ["by-itself"]),
        (["milestone", "list", "--status", "completed"], ["done"]),
        (["milestone", "list", "--status", "completed", "--as-of", "2018-03-31"], []),
        (["milestone", "list", "--sdg", "16"], ["by-commitment"]),
        (["milestone", "list", "--sdg", "16.10"], ["by-commitment"]),
        (["milestone", "list", "--sdg", "1"], ["by-itself"]),
        (["milestone", "list", "--sdg", "17.18.1"], ["done"]),
        (["milestone", "list", "--kind", "training"], ["by-itself"]),
        (["milestone", "list", "--dimension", "policy"], ["by-itself"]),
        (["milestone", "list", "--lead", "office", "--health", "overdue"], ["by-itself"]),
        (["dataset", "list", "--lead", "StatO"], ["census"]),
        (["dataset", "list", "--sdg", "16"], ["census"]),
        (["challenge", "list", "--status", "resolved"], ["paper"]),
        (["challenge", "list", "--category", "paper-based-culture"], ["paper"]),
        (["challenge", "list", "--category", "other"], []),
        (["commitment", "list", "--status", "not-started"], ["data"]),
    ],
)
def test_filters_keep_what_has_the_value_at_the_date(
    plans: Path, words: list[str], ids: list[str]
) -> None:
    write_plan(plans, "nepal", TWO_LEADS)
    day = [] if "--as-of" in words else ["--as-of", AS_OF]

    document = ask(*words, *day, "--format", "json").document

    assert [record["id"] for record in document["records"]] == ids


def test_kinds_have_the_filters_that_their_fields_allow() -> None:
    found = {kind.name: [name for name in FILTERS if has_filter(kind, name)] for kind in KINDS}

    assert found == {
        "institution": ["sdg"],
        "instrument": ["kind"],
        "commitment": ["status", "lead", "sdg"],
        "milestone": ["status", "health", "lead", "sdg", "dimension", "kind"],
        "update": ["status"],
        "challenge": ["status", "lead", "category"],
        "lesson": ["category", "kind"],
        "next-step": ["status", "lead", "theme"],
        "dataset": ["lead", "sdg"],
        "indicator": ["sdg"],
        "measurement": [],
        "event": ["kind"],
        "resource": ["kind"],
        "assessment": [],
    }


def test_values_of_a_filter_are_those_of_its_vocabulary() -> None:
    assert filter_values(kind_named("milestone"), "dimension") == (
        "technology",
        "policy",
        "operation",
    )
    assert filter_values(kind_named("milestone"), "lead") == ()
    assert "overdue" in filter_values(kind_named("milestone"), "health")


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (
            ["milestone", "list", "--status", "Completed"],
            'error: "Completed" is no status\nhint: did you mean completed?\n',
        ),
        (
            ["milestone", "list", "--dimension", "xyz"],
            'error: "xyz" is no dimension\nhint: choose one of: technology, policy, operation\n',
        ),
        (
            ["milestone", "list", "--sdg", "SDG"],
            (
                'error: "SDG" is no goal, target or indicator\n'
                "hint: write a goal, target or indicator: 16, 16.10 or 16.10.2\n"
            ),
        ),
        (
            ["milestone", "list", "--sdg", "18"],
            (
                "error: there is no goal 18\n"
                "hint: write a goal, target or indicator: 16, 16.10 or 16.10.2\n"
            ),
        ),
        (
            ["milestone", "list", "--lead", "zzz"],
            (
                'error: no institution called "zzz" in nepal\n'
                "hint: `ogdplan institution list` lists them\n"
            ),
        ),
        (
            ["milestone", "list", "--lead", "offcie"],
            'error: no institution called "offcie" in nepal\nhint: did you mean office?\n',
        ),
    ],
)
def test_value_that_a_filter_cannot_have_is_a_wrong_usage(
    plans: Path, words: list[str], err: str
) -> None:
    write_plan(plans, "nepal", TWO_LEADS)

    answer = ask(*words)

    assert (answer.code, answer.out, answer.err) == (2, "", err)


def test_institution_of_one_of_several_plans_is_known(plans: Path) -> None:
    write_plan(plans, "nepal", TWO_LEADS)
    write_plan(plans, "panama", country='"PAN"')

    assert listed("milestone", "list", "--lead", "statistics") == ["by-commitment"]


def test_list_is_in_the_order_of_plans_and_files(plans: Path) -> None:
    write_plan(plans, "b", TWO_LEADS)
    write_plan(plans, "a", '[[milestones]]\nid = "z"\ntitle = "z"\n')

    assert listed("milestone", "list") == ["z", "by-commitment", "by-itself", "done"]
    assert listed("milestone", "list", "b", "a")[-1] == "z"


def test_list_names_files_that_yield_no_plan(plans: Path) -> None:
    write_plan(plans, "nepal", TWO_LEADS)
    (plans / "broken.toml").write_text("format = 1\n", encoding="utf-8")

    answer = ask("milestone", "list", "--format", "json")

    assert answer.code == 1
    assert len(answer.document["records"]) == 3
    assert answer.err.startswith("error: cannot read plans/broken.toml: ")


def test_record_of_another_kind_is_not_shown(plans: Path) -> None:
    write_plan(plans, "nepal", TWO_LEADS)

    answer = ask("milestone", "show", "nepal", "paper")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        'error: no milestone called "paper" in nepal\n'
        "hint: `ogdplan milestone list nepal` lists them\n"
    )


def test_kind_show_says_the_same_as_show(samples: Path) -> None:
    words = ["nepal", "portal-built", "--as-of", AS_OF, "--format", "json"]

    assert ask("milestone", "show", *words) == ask("show", *words)


def test_text_is_neutralised_in_csv_and_stays_in_json(plans: Path) -> None:
    title = json.dumps('=1+1 "x"\nsecond \x1b[2J')
    write_plan(plans, "nepal", f'[[lessons]]\nid = "a"\ntitle = {title}\ncategory = "other"\n')

    (row,) = csv.DictReader(io.StringIO(ask("lesson", "list", "--format", "csv").out))
    (record,) = ask("lesson", "list", "--format", "json").document["records"]

    assert row["title"] == '\'=1+1 "x"\nsecond \\u001b[2J'
    assert record["title"] == '=1+1 "x"\nsecond \x1b[2J'


def test_challenge_is_not_open_before_it_was_raised(plans: Path) -> None:
    challenge = '[[challenges]]\nid = "late"\ntitle = "Late"\ncategory = "other"\nraised = "2019"\n'
    write_plan(plans, "nepal", challenge)

    words = ("challenge", "list", "--as-of", AS_OF)

    assert "Not yet raised" in ask(*words).out
    assert ask(*words, "--status", "open", "--format", "json").document["records"] == []
    (late,) = ask(*words, "--format", "json").document["records"]
    assert late["at_date"] == {"status": "open", "open": False, "unmitigated": False}


def test_list_names_the_files_that_are_not_included(plans: Path) -> None:
    write_plan(plans, "nepal")
    (plans / "broken.toml").write_text("format = 1\n[plan\n", encoding="utf-8")

    for words in (("challenge", "list"), ("agenda",), ("find", "plan")):
        answer = ask(*words, "--as-of", AS_OF)
        assert answer.code == 1
        assert "plans/broken.toml could not be read and is not included" in answer.out
        (unread,) = ask(*words, "--as-of", AS_OF, "--format", "json").document["unreadable"]
        assert [each["rule"] for each in unread["findings"]] == ["toml-syntax"]
