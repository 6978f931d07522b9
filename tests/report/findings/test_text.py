from hypothesis import given
from hypothesis import strategies as st

from ogdplan.findings import Finding, count
from ogdplan.report.findings import text
from ogdplan.report.segments import Segment, Style, plain
from report.finding_samples import DUE_BEFORE_START, a_finding

any_text = st.text(st.characters(exclude_categories=()))


def printed(
    *findings: Finding,
    plans: int = 1,
    show_all: bool = False,
    show_advice: bool = False,
    new_since: str | None = None,
) -> str:
    counts = count(findings, plans=plans)
    lines = text.lines(
        findings, counts, show_all=show_all, show_advice=show_advice, new_since=new_since
    )
    return plain(lines)


def overdue(record: str | None, *, path: str = "plans/nepal.toml") -> Finding:
    return a_finding("overdue", path=path, record=record)


def test_error_is_printed_in_full() -> None:
    assert printed(DUE_BEFORE_START) == (
        "plans/panama.toml:41:7: error: due 2017-03-01 is before the start 2017-05-01 "
        "[due-before-start]\n"
        "   41 | due = 2017-03-01\n"
        "      |       ^^^^^^^^^^\n"
        "  help: correct one of the two dates\n"
        "\n"
        "1 error in 1 plan\n"
    )


def test_warnings_are_one_line_for_a_rule_and_plan() -> None:
    findings = (
        overdue("approve-plan"),
        a_finding("missing-due", path="plans/nepal.toml", record="training"),
        overdue("legal-framework"),
        overdue("amend-rti-act"),
        overdue("portal"),
        overdue("portal", path="plans/uruguay.toml"),
    )

    assert printed(*findings, plans=5) == (
        "plans/nepal.toml: warning: 4 × overdue: a deadline has passed "
        "(approve-plan, legal-framework, amend-rti-act, …)\n"
        "plans/nepal.toml: warning: 1 × missing-due: no deadline (training)\n"
        "plans/uruguay.toml: warning: 1 × overdue: a deadline has passed (portal)\n"
        "--all shows each with its line; ogdplan explain RULE says why\n"
        "\n"
        "6 warnings in 5 plans\n"
    )


def test_record_with_two_findings_of_a_rule_is_named_once() -> None:
    assert printed(overdue("a"), overdue("b"), overdue("a"), overdue("c")).splitlines()[0] == (
        "plans/nepal.toml: warning: 4 × overdue: a deadline has passed (a, b, c)"
    )


def test_finding_about_the_plan_names_no_record() -> None:
    assert printed(a_finding("stale-plan", record=None)).splitlines()[0] == (
        "plans/panama.toml: warning: 1 × stale-plan: no report for a long time"
    )


def test_finding_without_a_line_says_itself() -> None:
    gone = a_finding("evidenced-record-removed", record=None, excerpt="", message="it is\x1b gone")

    assert printed(gone).splitlines()[0] == (
        "plans/panama.toml: warning: 1 × evidenced-record-removed: it is\\u001b gone"
    )


def test_errors_of_all_plans_stand_before_folded_warnings() -> None:
    error = a_finding("bad-id", path="plans/uruguay.toml", excerpt="", help="")

    assert printed(overdue("portal"), error, plans=2) == (
        "plans/uruguay.toml:41:7: error: due 2017-03-01 is before the start 2017-05-01 [bad-id]\n"
        "\n"
        "plans/nepal.toml: warning: 1 × overdue: a deadline has passed (portal)\n"
        "--all shows each with its line; ogdplan explain RULE says why\n"
        "\n"
        "1 error, 1 warning in 2 plans\n"
    )


def test_all_prints_warnings_in_full_in_their_order() -> None:
    warning = a_finding("overdue", line=7, message="it is late", excerpt="due = 2017-03-01")

    assert printed(warning, DUE_BEFORE_START, show_all=True) == (
        "plans/panama.toml:7:7: warning: it is late [overdue]\n"
        "    7 | due = 2017-03-01\n"
        "      |       ^^^^^^^^^^\n"
        "  help: correct one of the two dates\n"
        "\n"
        "plans/panama.toml:41:7: error: due 2017-03-01 is before the start 2017-05-01 "
        "[due-before-start]\n"
        "   41 | due = 2017-03-01\n"
        "      |       ^^^^^^^^^^\n"
        "  help: correct one of the two dates\n"
        "\n"
        "1 error, 1 warning in 1 plan\n"
    )


def test_advice_is_counted_with_a_hint_how_to_see_it() -> None:
    findings = (a_finding("no-training"), a_finding("no-governance"))

    assert printed(*findings) == "2 pieces of advice in 1 plan (--advice shows the advice)\n"
    assert printed(*findings, show_all=True) == printed(*findings)


def test_advice_is_folded_like_warnings_when_asked_for() -> None:
    assert printed(a_finding("no-training", record=None), show_advice=True) == (
        "plans/panama.toml: advice: 1 × no-training: no training\n"
        "--all shows each with its line; ogdplan explain RULE says why\n"
        "\n"
        "1 piece of advice in 1 plan\n"
    )


def test_accepted_findings_are_only_counted() -> None:
    accepted = (a_finding(accepted=True), a_finding("no-training", accepted=True))

    assert printed(*accepted, plans=2, show_all=True, show_advice=True) == (
        "2 accepted in 2 plans\n"
    )


def test_last_line_counts_everything_in_words() -> None:
    findings = (
        *[a_finding("bad-id")] * 2,
        *[a_finding("overdue")] * 14,
        *[a_finding("no-training")] * 9,
        a_finding("overdue", accepted=True),
    )

    last = printed(*findings, plans=5, show_advice=True).splitlines()[-1]

    assert last == "2 errors, 14 warnings, 9 pieces of advice, 1 accepted in 5 plans"


def test_plans_without_findings_have_nothing_to_report() -> None:
    assert printed(plans=5) == "5 plans checked, nothing to report\n"
    assert printed(plans=1) == "1 plan checked, nothing to report\n"


def test_gutter_grows_with_the_line_number() -> None:
    lines = printed(a_finding("bad-id", line=1234567, excerpt="id = 1", column=6, width=1))

    assert lines.splitlines()[1:3] == ["1234567 | id = 1", "        |      ^"]


def test_each_part_has_its_style() -> None:
    head, line, carets, advice = text.in_full_lines(DUE_BEFORE_START)

    assert head == (
        Segment("plans/panama.toml:41:7", Style.PATH),
        Segment(": "),
        Segment("error", Style.ERROR),
        Segment(": "),
        Segment("due 2017-03-01 is before the start 2017-05-01", Style.EMPHASIS),
        Segment(" "),
        Segment("[due-before-start]", Style.RULE),
    )
    assert line == (Segment("   41 | ", Style.GUTTER), Segment("due = 2017-03-01"))
    assert carets == (Segment("      | ", Style.GUTTER), Segment("      ^^^^^^^^^^", Style.CARET))
    assert advice == (Segment("  help: ", Style.HELP), Segment("correct one of the two dates"))


@given(any_text, any_text, any_text)
def test_text_of_a_plan_neither_breaks_a_line_nor_steers_the_terminal(
    path: str, words: str, excerpt: str
) -> None:
    error = a_finding(
        "bad-id", path=path, message=words, help=f"x{words}", excerpt=f"x{excerpt}", record=words
    )
    warning = a_finding("overdue", path=path, record=f"x{words}")

    lines = printed(error, warning).split("\n")

    assert len(lines) == 10
    assert not any(control in "".join(lines) for control in ("\x1b", "\r", "\x9b", "\u202e"))


def test_last_line_says_since_when_findings_are_new() -> None:
    assert printed(plans=2, new_since="v1.0") == "2 plans checked, nothing new since v1.0\n"
    assert printed(overdue("a"), a_finding("no-training"), new_since="main").splitlines()[-1] == (
        "1 warning, 1 piece of advice in 1 plan, new since main (--advice shows the advice)"
    )


def test_revision_is_shown_so_that_it_does_nothing() -> None:
    assert "\x1b" not in printed(new_since="\x1b[31m")
    assert "\x1b" not in printed(overdue("a"), new_since="\x1b[31m")
