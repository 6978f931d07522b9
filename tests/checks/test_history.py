"""The rules of history, where a case of tests/rulecases cannot show it."""

from datetime import date

import pytest

from builders_checks import examine
from ogdplan.findings import Finding
from ogdplan.rules.history import SLUGS
from rulecases.history import HEADER, challenge, commitment, milestone, report

EVIDENCE = "evidence = ['https://example.org']"
DONE = f"completed = 2017-12-06\n{EVIDENCE}"


def found(before: str, after: str, *, as_of: date = date(2018, 1, 31)) -> tuple[Finding, ...]:
    """Return what the rules of history find between two plans."""
    before, after = (text if "format" in text else HEADER + text for text in (before, after))
    findings = examine(after, as_of=as_of, before=before)
    return tuple(each for each in findings if each.rule in SLUGS)


def rules(before: str, after: str, *, as_of: date = date(2018, 1, 31)) -> list[str]:
    return [each.rule for each in found(before, after, as_of=as_of)]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("draft", []),
        ("consultation", []),
        ("submitted", ["due-moved-silently"]),
        ("adopted", ["due-moved-silently"]),
        ("closed", ["due-moved-silently"]),
    ],
)
def test_deadline_counts_from_the_stage_in_which_it_is_promised(
    stage: str, expected: list[str]
) -> None:
    before = HEADER.replace("submitted", stage) + milestone('due = "2018-03"')
    after = HEADER.replace("submitted", "adopted") + milestone('due = "2018-06"')

    assert rules(before, after) == expected


def test_first_deadline_is_no_move() -> None:
    assert rules(milestone(), milestone('due = "2018-06"')) == []


def test_report_of_a_move_must_leave_from_the_old_deadline() -> None:
    move = report("later", 'due_from = "2018-04"\ndue_to = "2018-06"')

    assert rules(milestone('due = "2018-03"'), milestone('due = "2018-06"') + move) == [
        "due-moved-silently"
    ]


def test_what_is_not_recorded_of_a_move_is_named() -> None:
    moves = report("a", 'due_from = "2018-04"\ndue_to = "2018-06"')
    moves += report("b", 'on = 2018-01-21\ndue_from = "2018-06"\ndue_to = "2018-09"')

    (finding,) = found(milestone('due = "2018-03"'), milestone('due = "2018-09"') + moves)

    assert finding.message.endswith("no report records the move from 2018-03 to 2018-04")


def test_both_ends_of_a_move_can_be_missing() -> None:
    moved = 'on = 2018-01-21\ndue_from = "2018-02"\ndue_to = "{}"'
    before = milestone('due = "2018-03"') + report("old", moved.format("2018-03"))
    # The old report was rewritten to fit, and one that is new stands before it.
    new = report("new", 'due_from = "2018-01"\ndue_to = "2018-02"')
    after = milestone('due = "2018-09"') + new + report("old", moved.format("2018-09"))

    moves = [each.message for each in found(before, after) if each.rule == "due-moved-silently"]

    assert [each.partition("records ")[2] for each in moves] == [
        "the move from 2018-03 to 2018-01 and from 2018-02 to 2018-09"
    ]


def test_report_about_something_else_records_no_move() -> None:
    gate = milestone('due = "2018-06"', name="gate", title="A gate")
    move = report("later", 'due_from = "2018-03"\ndue_to = "2018-06"', about="gate")
    portal = 'due = "2018-03"', 'due = "2018-06"'

    before, after = (milestone(due) + gate for due in portal)

    assert rules(before, after + move) == ["due-moved-silently"]


def test_report_with_another_id_is_not_new() -> None:
    move = 'due_from = "2018-03"\ndue_to = "2018-06"'
    before = milestone('due = "2018-03"') + report("old", move)
    after = milestone('due = "2018-06"') + report("new", move)

    assert rules(before, after) == ["due-moved-silently"]


def test_what_is_completed_after_the_day_is_not_reopened() -> None:
    assert rules(milestone(DONE), milestone(), as_of=date(2017, 12, 5)) == []
    assert rules(milestone(DONE), milestone(), as_of=date(2017, 12, 6)) == ["reopened-silently"]


def test_report_that_repeats_the_end_does_not_say_that_it_is_open() -> None:
    again = report("again", "status = 'completed'")

    assert rules(milestone(DONE), milestone("status = 'limited'") + again) == ["reopened-silently"]


def test_commitment_that_its_milestones_complete_is_opened_by_one_more() -> None:
    of = 'commitment = "publish"\n'
    before = commitment() + milestone(of + DONE)

    assert rules(before, before + milestone(of, name="gate", title="A gate")) == []


def test_challenge_that_was_lived_with_is_not_reopened() -> None:
    assert rules(challenge("status = 'accepted'"), challenge()) == []
    assert rules(challenge("status = 'resolved'"), challenge("status = 'accepted'")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NOBODY  knows what there is, again", []),
        ("about no-list: it is back", []),
        ("about no-list-2", ["reopened-silently"]),
    ],
)
def test_challenge_is_named_by_whole_words(text: str, expected: list[str]) -> None:
    said = report("said", text=text, about="")

    assert rules(challenge("status = 'resolved'"), challenge() + said) == expected


def test_old_report_that_names_a_challenge_says_nothing_new() -> None:
    said = report("said", text="no-list is hard", about="")

    assert rules(challenge("status = 'resolved'") + said, challenge() + said) == [
        "reopened-silently"
    ]


def test_report_that_follows_other_records_is_not_rewritten() -> None:
    by = report("first", 'reported_by = "office"')
    before = milestone() + by
    after = HEADER.replace('"office"', '"bureau"') + milestone().replace("office", "bureau")

    assert rules(before, after + by.replace("office", "bureau")) == []


def test_report_is_told_once_for_all_that_was_changed() -> None:
    before = milestone() + report("first", "status = 'limited'")
    after = milestone() + report("first", "on = 2018-01-21\nstatus = 'limited'\nprogress = 5")

    (finding,) = found(before, after)

    assert (finding.record, finding.field) == ("first", "on")
    assert finding.message == (
        "this report was rewritten: on changed from 20 January 2018 to 21 January 2018; "
        "progress set to 5 %"
    )


def test_lost_translation_is_a_rewrite_and_a_free_note_is_none() -> None:
    both = report("first").replace("text =", "text.es = 'Sigue'\ntext.en =")
    only = report("first").replace("text =", "text.en =")

    assert rules(milestone() + both, milestone() + only) == ["update-rewritten"]
    assert rules(milestone() + report("first"), milestone() + only) == []
    noted = report("first", "note = 'One'")
    assert rules(milestone() + noted, milestone() + noted.replace("One", "Two")) == []


def test_lost_source_is_a_rewrite() -> None:
    before = milestone() + report("first", "sources = ['Minutes', 'Letter']")
    after = milestone() + report("first", "sources = ['Minutes']")

    assert [each.field for each in found(before, after)] == ["sources"]


def test_report_lost_with_work_without_evidence_is_told_at_the_plan() -> None:
    (finding,) = found(milestone() + report("first"), HEADER)

    assert (finding.rule, finding.record, finding.line) == ("update-rewritten", None, 3)


def test_work_with_evidence_that_has_another_id_and_is_changed_is_not_gone() -> None:
    before = milestone(DONE) + report("first")
    after = milestone(f"{DONE}\nweight = 2", name="site") + report("first", about="site")

    assert rules(before, after) == []


def test_what_two_records_are_called_is_no_sign_of_which_is_which() -> None:
    before = milestone(DONE) + milestone(name="gate")
    after = milestone(f"{DONE}\nweight = 2", name="site")

    assert rules(before, after) == ["evidenced-record-removed"]


def test_record_of_another_kind_with_the_same_id_is_not_what_was_there() -> None:
    office = '[[institutions]]\nid = "portal"\nname = "Open the portal"\nsector = "media"\n'

    assert rules(milestone(DONE), office) == ["evidenced-record-removed"]


def test_move_whose_reports_do_not_join_up_has_an_error_and_no_warning() -> None:
    move = report("later", 'due_from = "2018-03"\ndue_to = "2018-05"')

    assert rules(milestone('due = "2018-03"'), milestone('due = "2018-06"') + move) == []


def test_warning_about_a_value_with_an_error_is_left_out() -> None:
    before = milestone('start = 2018-01-01\ndue = "2018-03"')
    after = milestone('start = 2018-01-01\ndue = "2017"')

    assert rules(before, after) == []


def test_nothing_changed_and_nothing_is_found() -> None:
    plan = milestone(DONE) + report("first", EVIDENCE) + challenge("status = 'resolved'")

    assert rules(plan, plan) == []


def test_no_entry_answers_for_what_had_evidence_and_is_gone() -> None:
    entry = '[[accepted]]\nrule = "evidenced-record-removed"\nreason = "Agreed"\n{}\n'
    other = challenge().replace("no-list", "portal")

    for after in (entry.format(""), other + entry.format('about = "portal"')):
        (gone,) = found(milestone(DONE), after)
        assert (gone.rule, gone.record, gone.accepted) == (
            "evidenced-record-removed",
            "portal",
            False,
        )
