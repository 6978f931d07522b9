from pathlib import Path

import pytest

from cli.asking import AS_OF, ask, write_plan

RECORDS = """
[[milestones]]
id = "portal"
number = "1.1"
title = { en = "Launch the portal", pt = "Publicação do portal" }
lead = "office"
due = "2018-12"
expected_output = "A portal with 50 datasets, in Kathmandu"

[[challenges]]
id = "no-money"
title = "There is no money"
category = "funding-and-staff"
"""


def hits(*words: str) -> list[tuple[str, str]]:
    document = ask("find", *words, "--format", "json").document
    return [(hit["id"], hit["field"]) for hit in document["hits"]]


def test_records_are_found_by_a_word_of_their_texts(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    answer = ask("find", "datasets", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "1 record with “datasets”\n"
        "\n"
        "Plan   Kind       Id      Title              Found in         "
        "Words\n" + "─" * 101 + "\n"
        "nepal  milestone  portal  Launch the portal  expected_output  "
        "A portal with 50 datasets, in Kathmandu\n"
    )


def test_json_has_exactly_the_keys_that_are_promised(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    assert ask("find", "MONEY", "there", "--as-of", AS_OF, "--format", "json").document == {
        "schema": "ogdplan/find/1",
        "as_of": "2018-06-30",
        "words": ["MONEY", "there"],
        "hits": [
            {
                "plan": "nepal",
                "kind": "challenge",
                "id": "no-money",
                "title": "There is no money",
                "field": "title",
                "text": "There is no money",
            }
        ],
        "unreadable": [],
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["PORTAL"], [("portal", "title")]),
        (["publicacao"], [("portal", "title")]),
        (["kathmandu", "launch"], [("portal", "title")]),
        (["no-money"], [("no-money", "id")]),
        (["1.1"], [("portal", "number")]),
        (["portal", "money"], []),
    ],
)
def test_all_words_count_in_any_language_and_field_whatever_case_and_accents(
    plans: Path, words: list[str], found: list[tuple[str, str]]
) -> None:
    write_plan(plans, "nepal", RECORDS)

    assert hits(*words) == found


def test_nothing_found_is_said_so(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    answer = ask("find", "zebra")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "0 records with “zebra”\n\nNo record has all of these words.\n"


def test_kind_narrows_the_search(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    assert hits("o", "--kind", "challenge") == [("no-money", "title")]


def test_kind_that_is_none_is_refused(plans: Path) -> None:
    answer = ask("find", "o", "--kind", "milestnoe")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines() == [
        'error: no kind of record called "milestnoe"',
        "hint: did you mean milestone?",
    ]


@pytest.mark.parametrize("words", [["find"], ["find", "--kind", "milestone"]])
def test_no_words_are_a_wrong_usage(plans: Path, words: list[str]) -> None:
    answer = ask(*words)

    assert (answer.code, answer.out) == (2, "")
    assert "Missing argument 'WORDS'" in answer.err


@pytest.mark.parametrize("words", [[""], [" ", "\t"]])
def test_empty_words_are_a_wrong_usage(plans: Path, words: list[str]) -> None:
    write_plan(plans, "nepal", RECORDS)

    answer = ask("find", *words)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: there are no words to look for\nhint: say one: ogdplan find portal\n"
    )


def test_plan_that_cannot_be_read_is_named(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)
    (plans / "broken.toml").write_text("format = 1\n", encoding="utf-8")

    answer = ask("find", "money")

    assert answer.code == 1
    assert "no-money" in answer.out
    assert "plans/broken.toml" in answer.err
