from datetime import date

from ogdplan.findings import Group, Rule, Severity
from ogdplan.report import rules
from ogdplan.report.segments import Segment, Style, plain
from ogdplan.rules.catalogue import RULES

FEAR = Rule(
    "no-fear", Group.ADVICE, Severity.ADVICE, "no word on fear", "it holds", "say it", session="II"
)
LATE = Rule("late", Group.SCHEDULE, Severity.WARNING, "it is late", "people wait", "hurry")
LOST = Rule("lost-lead", Group.RECORD, Severity.WARNING, "no lead", "nobody acts", "name one")
WRONG = Rule("wrong", Group.VALIDITY, Severity.ERROR, "it is wrong", "it misleads", "correct it")


def test_rule_is_explained_with_why_and_fix() -> None:
    assert plain(rules.explain(LATE)) == (
        "late: it is late\n  kind: warning, group schedule\n   why: people wait\n   fix: hurry\n"
    )


def test_advice_names_the_session_it_comes_from() -> None:
    assert plain(rules.explain(FEAR)) == (
        "no-fear: no word on fear\n"
        "  kind: advice, group advice\n"
        "   why: it holds\n"
        "   fix: say it\n"
        "  from: workshop of The Hague, June 2017, session II\n"
    )


def test_severity_of_an_explained_rule_has_its_own_style() -> None:
    assert rules.explain(WRONG)[1][1] == Segment("error", Style.ERROR)


def test_list_is_grouped_by_severity_and_group_and_aligned() -> None:
    assert plain(rules.rule_list((LATE, FEAR, LOST, WRONG))) == (
        "errors\n"
        "  wrong      it is wrong\n"
        "\n"
        "warnings, record\n"
        "  lost-lead  no lead\n"
        "\n"
        "warnings, schedule\n"
        "  late       it is late\n"
        "\n"
        "advice\n"
        "  no-fear    no word on fear\n"
        "\n"
        "ogdplan explain RULE says why, and what to do\n"
    )


def test_list_of_the_catalogue_names_every_rule_once() -> None:
    slugs = [
        segment.text.strip()
        for line in rules.rule_list()
        for segment in line
        if segment.style is Style.RULE
    ]

    assert sorted(slugs) == sorted(RULES)


def test_document_has_every_key_of_a_rule() -> None:
    assert rules.document((LATE, FEAR), as_of=date(2018, 6, 30)) == {
        "schema": "ogdplan/explain/1",
        "as_of": "2018-06-30",
        "rules": [
            {
                "rule": "late",
                "group": "schedule",
                "severity": "warning",
                "title": "it is late",
                "why": "people wait",
                "fix": "hurry",
                "session": None,
            },
            {
                "rule": "no-fear",
                "group": "advice",
                "severity": "advice",
                "title": "no word on fear",
                "why": "it holds",
                "fix": "say it",
                "session": "II",
            },
        ],
    }
