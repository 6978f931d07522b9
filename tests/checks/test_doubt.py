"""One cause gives one error, and no warning follows from a value that has an error."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders_checks import PLAN_ID, examine
from ogdplan.checks.doubt import trustworthy
from ogdplan.checks.plan import check_plan
from ogdplan.findings import Severity
from ogdplan.planfile.reading import read_text
from ogdplan.planfile.shape import Faulty

HEADER = """\
format = 1
[plan]
title = "Open data plan"
country = "NPL"
start = "2017"
end = "2018"
lead = "office"
reporting = "yearly"
{lines}

[[institutions]]
id = "office"
name = "Office"
sector = "government"
"""
LATE = '[[milestones]]\nid = "{id}"\ntitle = "Work"\nlead = "office"\ndue = "2017-06"\n'
DATASET = '[[datasets]]\nid = "budget"\ntitle = "Budget"\nplanned = "2017-03"\n'


def found(text: str, lines: str = "", as_of: date = date(2018, 1, 31)) -> list[str]:
    """Return the errors and warnings of a plan as `rule record`, in the order of the file."""
    whole = text if text.startswith("format") else HEADER.format(lines=lines) + text
    return [
        f"{finding.rule} {finding.record or '-'}"
        for finding in examine(whole, as_of=as_of)
        if finding.severity is not Severity.ADVICE
    ]


def errors(text: str) -> list[str]:
    """Return the rules of the errors in a plan."""
    return [
        finding.rule
        for finding in examine(HEADER.format(lines="") + text)
        if finding.severity is Severity.ERROR
    ]


def late(own_id: str = "portal") -> str:
    return LATE.format(id=own_id)


def report(lines: str, own_id: str = "report", on: str = "2017-05-01") -> str:
    return f'[[updates]]\nid = "{own_id}"\non = {on}\ntext = "News"\n{lines}\n'


def test_preamble_of_these_tests_is_sound() -> None:
    assert found("") == []
    assert found(late()) == ["overdue portal"]


@pytest.mark.parametrize("due", ['"2017-13"', '"June"', "2017", "[]", "2017-06-30T10:00:00"])
def test_bad_deadline_is_neither_missing_nor_overdue(due: str) -> None:
    text = late().replace('"2017-06"', due)

    assert [each.rpartition(" ")[2] for each in found(text)] == ["portal"]
    assert found(text)[0] in ("bad-when portal", "wrong-type portal")


@pytest.mark.parametrize(
    ("key", "misspelt"), [("due", "dew"), ("lead", "led"), ("title", "titel"), ("id", "ident")]
)
def test_misspelt_key_gives_no_warning(key: str, misspelt: str) -> None:
    rules = {each.partition(" ")[0] for each in found(late().replace(f"{key} =", f"{misspelt} ="))}

    # With its deadline the milestone is late whoever leads it.
    certain = {"overdue"} if key in ("lead", "title") else set()
    assert "unknown-field" in rules
    assert rules - certain <= {"unknown-field", "missing-field"}


def test_misspelt_key_beside_sound_values_hides_no_other_error() -> None:
    text = late() + 'stat = "limited"\nstart = 2018-01-01\nsupporting = ["nobody"]\n'

    assert found(text) == [
        "due-before-start portal",
        "unknown-field portal",
        "unknown-reference portal",
    ]


@pytest.mark.parametrize("stage", ['"adoptd"', "1", '""'])
def test_bad_stage_gives_no_warning_about_the_schedule(stage: str) -> None:
    rules = found(
        late() + DATASET + LATE.format(id="x").replace("due", "start"), f"stage = {stage}"
    )

    assert len(rules) == 1
    assert rules[0] in ("bad-value -", "wrong-type -")


def test_bad_stage_leaves_other_warnings() -> None:
    rules = found(late() + 'status = "completed"\n', 'stage = "adoptd"')

    assert sorted(rules) == [
        "bad-value -",
        "completed-without-date portal",
        "completed-without-evidence portal",
    ]


def test_unknown_key_in_the_header_silences_what_reads_the_header() -> None:
    assert found(late() + DATASET, 'staage = "draft"') == ["unknown-field -"]


def test_report_with_a_bad_date_gives_no_warning_about_its_milestone() -> None:
    done = 'about = "portal"\nstatus = "completed"\nevidence = ["https://data.gov.np/"]'

    assert found(late() + report(done, on='"2017-5"')) == ["bad-when report"]
    assert found(late() + report(done, on="'2017-05'")) == []


def test_report_with_a_bad_date_leaves_the_stated_status_alone() -> None:
    stated = late() + 'status = "limited"\n'
    other = report('about = "portal"\nstatus = "substantial"', on='"soon"')

    assert found(stated + other) == ["bad-when report"]
    assert "status-behind-update portal" in found(stated + other.replace('"soon"', "2017-05-01"))


def test_bad_status_of_a_report_concerns_its_milestone_only() -> None:
    text = late() + late("training") + report('about = "portal"\nstatus = "done"')

    assert found(text) == ["overdue training", "bad-value report"]


def test_report_about_a_misspelt_milestone_concerns_the_one_that_is_meant() -> None:
    text = late() + late("training") + report('about = "portall"\nstatus = "limited"')

    assert found(text) == ["overdue training", "unknown-reference report"]


def test_report_about_nothing_known_concerns_no_milestone() -> None:
    text = late() + report('about = "decree"\nstatus = "limited"')

    assert found(text) == ["overdue portal", "unknown-reference report"]


@pytest.mark.parametrize("about", ["about = 5", 'abuot = "portal"'])
def test_report_that_may_be_about_any_milestone_concerns_all(about: str) -> None:
    done = late() + report(f'{about}\nstatus = "completed"')

    assert [each.rpartition(" ")[2] for each in found(done)] == ["report"]


def test_unrelated_warnings_still_come() -> None:
    text = (
        late()
        + late("broken").replace('"2017-06"', '"soon"')
        + DATASET
        + 'access = "closed"\n'
        + report('progress = "much"')
    )

    assert found(text) == [
        "overdue portal",
        "bad-when broken",
        "release-overdue budget",
        "restricted-without-reason budget",
        "wrong-type report",
    ]


def test_bad_deadline_of_a_dependency_leaves_the_milestone_overdue() -> None:
    text = late() + 'depends_on = ["first"]\n' + late("first").replace('"2017-06"', '"soon"')

    assert found(text) == ["overdue portal", "bad-when first"]


def test_unknown_name_in_a_list_leaves_what_the_others_stand_for() -> None:
    challenge = '[[challenges]]\nid = "paper"\ntitle = "Paper"\ncategory = "paper-based-culture"\n'
    text = late() + late("training") + challenge + 'affects = ["portal", "trainin"]\n'

    assert found(text) == ["overdue portal", "unknown-reference paper"]


def test_bad_date_of_a_dependency_says_nothing_about_the_order() -> None:
    done = 'evidence = ["https://data.gov.np/"]\ncompleted = {day}\n'
    text = late() + 'depends_on = ["first"]\n' + done.format(day="2017-04-01") + late("first")

    assert "completed-before-dependency portal" in found(text + done.format(day="2017-05-01"))
    assert found(text + done.format(day='"May"')) == ["bad-when first"]


def test_draft_is_given_no_advice() -> None:
    def advice(text: str) -> set[str]:
        return {each.rule for each in examine(HEADER.format(lines="") + text)}

    training = late() + 'kind = "{kind}"\n'

    assert {"no-training", "no-governance"} <= advice(training.format(kind="other"))
    assert not {"no-training", "no-governance"} & advice(training.format(kind="trainin"))
    assert not {"no-training", "no-governance"} & advice(late() + DATASET + 'access = "open"\n')


def test_unknown_lead_leaves_the_milestone_overdue() -> None:
    text = late().replace('"office"', '"ministry"')

    assert sorted(found(text)) == ["overdue portal", "unknown-reference portal"]


def test_bad_lead_of_the_commitment_is_not_missing() -> None:
    commitment = '[[commitments]]\nid = "supply"\ntitle = "More data"\nlead = {lead}\n'
    work = late().replace('lead = "office"', 'commitment = "supply"\nstatus = "limited"')

    assert "missing-lead portal" in found(work + commitment.replace("lead = {lead}\n", ""))
    rules = found(work + commitment.format(lead="7"))
    assert sorted(rules) == ["overdue portal", "wrong-type supply"]


def test_unknown_commitment_gives_no_missing_lead() -> None:
    work = late().replace('lead = "office"', 'commitment = "nothing"')

    rules = found(work)

    assert "unknown-reference portal" in rules
    assert "missing-lead portal" not in rules
    assert "missing-lead portal" in found(work.replace('commitment = "nothing"', ""))


def test_deadline_before_the_start_is_not_overdue() -> None:
    assert found(late() + "start = 2018-01-01\n") == ["due-before-start portal"]


def test_deadline_before_the_start_is_no_broken_chain_as_well() -> None:
    moved = report('about = "portal"\ndue_from = "2018-01"\ndue_to = "2018-06"')

    assert found(late() + "start = 2018-01-01\n" + moved) == ["due-before-start portal"]


def test_end_of_the_plan_before_its_start_puts_nothing_outside() -> None:
    text = HEADER.format(lines="").replace('"2018"', '"2015"') + late()

    assert found(text) == ["end-before-start -"]


def test_completion_that_the_status_denies_gives_no_warning() -> None:
    text = late() + 'status = "not-started"\ncompleted = 2017-05-01\n'

    assert found(text) == ["date-without-status portal"]


@pytest.mark.parametrize(
    "broken",
    [
        'due_too = "2017-06"',
        'due_to = "soon"',
        "due_to = 2",
    ],
)
def test_bad_half_of_a_move_is_not_missing(broken: str) -> None:
    text = late() + report(f'about = "portal"\ndue_from = "2017-03"\n{broken}')

    assert len(errors(text)) == 1


MOVES = report('about = "portal"\ndue_from = "2017-03"\ndue_to = "2017-05"', "one") + report(
    'about = "portal"\ndue_from = "2017-05"\ndue_to = "2017-06"', "two", on="2017-06-01"
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("on = 2017-06-01", 'on = "June"'),
        ("on = 2017-05-01", 'on = "May"'),
        ('due_to = "2017-05"', 'due_to = "May"'),
        ('due_from = "2017-05"', 'due_from = "May"'),
        ('about = "portal"\ndue_from = "2017-05"', 'about = "portl"\ndue_from = "2017-05"'),
        ('about = "portal"\ndue_from = "2017-05"', 'about = 5\ndue_from = "2017-05"'),
        ('about = "portal"\ndue_from = "2017-05"', 'abuot = "portal"\ndue_from = "2017-05"'),
        ('due = "2017-06"', 'due = "June"'),
        ('due = "2017-06"', 'deu = "2017-06"'),
    ],
)
def test_one_bad_value_in_a_chain_of_moves_is_one_error(right: str, wrong: str) -> None:
    text = late() + MOVES
    assert text.count(right) == 1

    assert errors(text) == []
    assert len(errors(text.replace(right, wrong))) == 1


def test_required_date_that_is_bad_is_compared_with_nothing() -> None:
    event = '[[events]]\nid = "talks"\ntitle = "Talks"\nkind = "workshop"\nend = 1999-01-01\n'

    # An end so far away is a warning of its own.
    assert "bad-when talks" in found(event + 'start = "soon"\n')
    assert "end-before-start talks" not in found(event + 'start = "soon"\n')


def test_required_reference_that_is_missing_is_not_unknown_as_well() -> None:
    measured = '[[measurements]]\nid = "first"\non = 2017-05-01\nvalue = 1\n'

    assert found(measured) == ["missing-field first"]


def test_plan_without_lead_has_no_unknown_one() -> None:
    assert found(HEADER.format(lines="").replace('lead = "office"', "")) == ["missing-field -"]


@pytest.mark.parametrize(
    "second",
    [
        late().replace('"Work"', '"Other"'),
        '[[datasets]]\nid = "portal"\ntitle = "Data"\n',
    ],
)
def test_duplicate_id_is_the_only_finding_about_what_refers_to_it(second: str) -> None:
    text = late() + second + report('about = "portal"\nstatus = "limited"')

    assert found(text) == ["duplicate-id portal"]


def test_evidence_may_be_in_a_report_about_either_record_of_one_id() -> None:
    done = late() + "completed = 2017-05-01\n"

    assert found(done) == ["completed-without-evidence portal"]
    assert found(done + done).count("completed-without-evidence portal") == 2
    assert found(done + done + report('about = "portal"')) == ["duplicate-id portal"]


def test_reference_to_a_record_with_a_bad_id_gives_no_warning() -> None:
    commitment = '[[commitments]]\nid = "Supply!"\ntitle = "More data"\nlead = "office"\n'
    work = late().replace('lead = "office"', 'commitment = "Supply!"')

    assert [each.partition(" ")[0] for each in found(work + commitment)] == ["bad-id"]


def test_missing_id_is_the_only_finding_about_what_may_have_meant_it() -> None:
    text = late().replace('id = "portal"\n', "") + report('about = "portal"\nstatus = "limited"')

    assert found(text) == ["missing-field -"]


def test_record_without_id_has_no_made_up_one() -> None:
    text = late().replace('id = "portal"\n', "start = 2018-01-01\n")

    assert sorted(found(text)) == ["due-before-start -", "missing-field -"]


def test_table_with_a_wrong_name_silences_what_its_records_may_explain() -> None:
    reported = late() + report('about = "portal"\nstatus = "completed"')

    assert found(reported.replace("[[updates]]", "[[update]]")) == ["unknown-field -"]
    assert found(late() + DATASET + "[[update]]\n") == ["release-overdue budget", "unknown-field -"]


def test_table_that_cannot_be_read_silences_what_reads_it() -> None:
    text = 'format = 1\nupdates = "none"\n' + HEADER.format(lines="").replace("format = 1\n", "")

    assert found(text + late() + DATASET) == ["wrong-type -", "release-overdue budget"]


def test_nothing_is_doubted_while_nothing_is_at_fault() -> None:
    reading = read_text(HEADER.format(lines="") + late())
    checked = check_plan(reading, as_of=date(2018, 1, 31))

    assert reading.plan is not None
    assert checked.faulty == frozenset()
    assert trustworthy(checked.problems, frozenset(), reading.plan) == checked.problems


def test_what_is_wrong_with_the_text_itself_is_never_doubted() -> None:
    text = HEADER.format(lines="") + late() + "# CONFLICT theirs: due = 2018-01-01\n"
    reading = read_text(text)
    [conflict] = reading.problems
    assert reading.plan is not None

    faulty = frozenset({Faulty("plan"), Faulty("milestones")})

    assert trustworthy([conflict], faulty, reading.plan) == (conflict,)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_breaking_a_value_of_a_sound_plan_gives_no_warning(data: st.DataObject) -> None:
    sound = late().replace("2017-06", "2018-06") + report('about = "portal"\nstatus = "limited"')
    text = HEADER.format(lines="") + sound
    spots = [index for index in range(len(text)) if text.startswith("= ", index)]
    spot = data.draw(st.sampled_from(spots)) + 2
    end = text.index("\n", spot)
    wrong = data.draw(st.sampled_from(("[[1]]", "{ a = 1 }", "''", "true", "1979-05-27T07:32:00")))

    findings = examine(text[:spot] + wrong + text[end:], as_of=date(2018, 1, 31))

    assert [each for each in findings if each.severity is Severity.WARNING] == []
    assert [each.path for each in findings][:1] == [f"plans/{PLAN_ID}.toml"]
