"""Each section of a report, for one plan that has something for all of them."""

import re
from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.actions.reporting import Report
from ogdplan.report.meeting.section import SectionName
from ogdplan.report.meeting.view import page
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.segments import words
from ogdplan.report.terminal.pages import laid_out
from report_plans import report_of, shown, write_full_plan

HEAD = [
    "A plan: report on 30 June 2018",
    "",
    "Nepal · National OGD plan · 2017 – 2018 · Adopted · lead: An office",
    "Period of this report: from 1 April 2018 to 30 June 2018",
    "",
]

SECTIONS = {
    SectionName.SUMMARY: """
Summary
1 of 5 milestones is completed (20 %); by their deadlines it would be 2; 74 % of
  the plan's time has passed.
4 milestones are unfinished: 1 overdue, 1 waiting for one that is overdue, 1 of
  unclear status and 1 on track; the next deadline is August 2018: Launch the
  portal (NSO).
1 milestone or commitment was completed from 1 April 2018 to 30 June 2018; the
  last report is of 1 June 2018; 1 of 1 completed milestone has public evidence.
2 challenges are open; nothing is being done about 1 of them; 1 is resolved.
1 of 2 datasets is open; of 2 linked to the SDGs 1 is open (50 %, where the best
  cases of 2017 had about 50 %).
""",
    SectionName.MEASURES: """
Five measures, side by side
Measure                    Figure             What it says
────────────────────────────────────────────────────────────────────────────────
Completion, self-reported  ██░░░░░░┃░░░ 20 %  1 of 5 milestones by the plan's
                                              own account; 74 % of the time has
                                              passed
Schedule health            ▲ 1 of 4 on track  1 overdue, 1 blocked, 1
                                              unconfirmed; 1 deadline moved, by
                                              92 days at most
Freshness of reporting     1 June 2018        last report 29 days ago
Public evidence            100 %              1 of 1 completed milestone has
                                              evidence that everyone can look at
Independent assessment     2 assessments      of 2 subjects, by IRM; 1 of 1 that
                                              can be compared differs from the
                                              self-report

Each measure says something else: they are not to be added up, nor merged into
one score.
""",
    SectionName.COMMITMENTS: """
Progress by commitment
No.  Commitment                      Status         Done                 Overdue
────────────────────────────────────────────────────────────────────────────────
1    A legal basis                   ◔ In progress  ███░░░░░░░░░ 1 of 3      ▲ 1
     Milestones without a                           ░░░░░░░░░░░░ 0 of 2        0
     commitment
""",
    SectionName.ATTENTION: """
Overdue, blocked, and due next
▲ Overdue: 1

Milestone          Due                         In charge  Reason
──────────────────────────────────────────────────────────────────────────────
Publish the rules  10 June 2018: 20 days late  An office  challenge: No budget

■ Blocked: 1

Milestone           Due                            Reason
──────────────────────────────────────────────────────────────────────────────
Train the officers  31 December 2018: in 184 days  waits for Publish the rules

? Unconfirmed: 1

Milestone         In charge
───────────────────────────
Survey the users  NSO

◆ Due in the next 90 days: 1

Milestone          Due                      In charge  Reason
────────────────────────────────────────────────────────────────────────────────
Launch the portal  August 2018: in 62 days  NSO        moved on 10 May 2018: The
                                                       tender failed

Note on “Publish the rules”: The minister waits for the budget
""",
    SectionName.ALSO_LATE: """
Also late: commitments, next steps and data releases
What is late  Kind     Due
───────────────────────────────────────────────
Schools       Dataset  ▲ May 2018: 30 days late
""",
    SectionName.WHO_MUST_ACT: """
What is needed, and from whom
Who               Overdue  What is needed
────────────────────────────────────────────────────────────────────────────────
An office             ▲ 1  complete 1 overdue milestone, or set another
                           deadline; report on the period
NSO                     0  say how 1 milestone stands: its outcome is not known;
                           see to 1 milestone that waits for an overdue one;
                           complete 1 milestone due in the next 90 days
nobody in charge        0  An office must name someone for 1 challenge that
                           nothing is done about and 1 late data release
""",
    SectionName.COMPLETED: """
Completed in the period
Completed on  What              In charge  Against the deadline  Evidence
─────────────────────────────────────────────────────────────────────────
1 May 2018    Adopt the decree  An office  30 days early         Public

Evidence for “Adopt the decree”: https://example.org/decree · minutes of the
  meeting
""",
    SectionName.CHANGES: """
What changed
By the dates in the plan file, from 1 April 2018 to 30 June 2018:

On             What happened   To what
───────────────────────────────────────────────────────
2 April 2018   Raised          No budget
12 April 2018  Held            Workshop of the officers
1 May 2018     Completed       Adopt the decree
1 May 2018     Resolved        No law
10 May 2018    Deadline moved  Launch the portal
31 May 2018    Measured        Users of the portal
1 June 2018    Reported        the plan
15 June 2018   Assessed        Adopt the decree
""",
    SectionName.CHALLENGES: """
Open challenges
Challenge        Severity  Since         What is done about it         In charge
────────────────────────────────────────────────────────────────────────────────
No budget        High      2 April 2018  ▲ nothing
Fear to release  Medium                  Train the officers and Talk   NSO
                                         to the ministries

Note on “No budget”: Ask the finance ministry
""",
    SectionName.LESSONS: """
Lessons
Kind    Lesson               Category               Learned
─────────────────────────────────────────────────────────────────
Repeat  Train in pairs       Champions
Avoid   Talk to users early  Coordinate with users  February 2018
""",
    SectionName.NEXT_STEPS: """
Next steps
Done: 1 of 2.

Next step               Status  Due                In charge
────────────────────────────────────────────────────────────
Talk to the ministries  ○ Open  30 September 2018  An office

Note on “Talk to the ministries”: Begin with health
""",
    SectionName.DATASETS: """
Datasets
1 of 2 datasets is open; of 2 linked to the SDGs 1 is open (50 %, where the best
cases of 2017 had about 50 %).

Dataset     Open   Stars  Licence    Available  Release                Publisher
────────────────────────────────────────────────────────────────────────────────
The budget  ✔ yes  ★★★    CC-BY-4.0  Online     March 2018             NSO
Schools     no     –                 Paper      ▲ late since May 2018
""",
    SectionName.INDICATORS: """
Indicators
Indicator            Baseline      Latest               Target        Met
─────────────────────────────────────────────────────────────────────────
Users of the portal  1,000 (2017)  1,250 (31 May 2018)  2,000 (2018)  no
""",
    SectionName.EVENTS: """
Events
From           Event                     Kind      Place        When
─────────────────────────────────────────────────────────────────────────────
10 April 2018  Workshop of the officers  Workshop  Panama City
October 2018   Data fair                 Other                  still to come
""",
    SectionName.ASSESSMENTS: """
Assessments by others, beside the self-report
1 of 1 that can be compared differs from the self-report.

Of what           By   Criterion   Judgement  Self-report  Compared
────────────────────────────────────────────────────────────────────
Adopt the decree  IRM  Completion  Limited    ✔ Complete   ≠ differs
A legal basis     IRM  Ambition    3 of 4
""",
    SectionName.FINDINGS: """
What the check finds in the plan file
Severity  What was found                Found  Accepted  Rule
────────────────────────────────────────────────────────────────────────────────
Warning   a grave challenge that            1         0  challenge-unmitigated
          nobody works on
Warning   a deadline has passed             1         0  overdue
Warning   a dataset should have been        1         0  release-overdue
          released
Warning   no deadline                       1         0  missing-due
Warning   texts are missing in a            1         0  missing-translation
          language that the plan
          promises
Advice    no champion inside                1         0  no-champion-inside
          government
Advice    no champion outside               1         0  no-champion-outside
          government
Advice    no legal basis                    1         0  no-legal-basis
Advice    the statistics office has no      1         0  no-statistics-office
          part
Advice    nobody who uses data has a        1         0  no-user-community
          part
Advice    few agencies take part            1         0  few-agencies
Advice    no readiness assessment           1         0  no-readiness-assessment
Advice    no training                       1         0  no-training
Advice    no work on data quality           1         0  no-data-quality-work
Advice    no dataset has priority           1         0  no-priority-datasets
Advice    no indicator of impact            1         0  no-impact-indicator
Advice    no governance structure           1         0  no-governance
Advice    milestones do not say what        1         0  no-expected-output
          one will be able to see
""",
    SectionName.REPORTS_OWED: """
Who owes a report
In charge  Last report  Under way  Milestones
────────────────────────────────────────────────────
An office  never                1  Publish the rules
""",
    SectionName.AGENCIES: """
Plans under this one
Plan             Completed         Time    Done  Overdue  Due soon  Last report
────────────────────────────────────────────────────────────────────────────────
nepal/office     ░░░░░░░░┃░░░ 0 %  74 %  0 of 1      ▲ 1         0  20 June 2018
────────────────────────────────────────────────────────────────────────────────
1 plan together  ░░░░░░░░░░░░ 0 %        0 of 1      ▲ 1         0

These figures stand beside those of the plan; they are no part of them.
""",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    plans = tmp_path_factory.mktemp("sections") / "plans"
    write_full_plan(plans)
    return report_of(plans, "nepal")


@pytest.mark.parametrize("name", SectionName)
def test_section_of_the_plan(report: Report, name: SectionName) -> None:
    lines = shown(report, Wishes(sections=(name,)))

    assert lines == [*HEAD, *SECTIONS[name].strip("\n").split("\n")]


def test_whole_report_has_the_sections_in_order(report: Report) -> None:
    wanted = "".join(SECTIONS[name] for name in SectionName)

    assert shown(report, Wishes()) == [*HEAD, *wanted.strip("\n").split("\n")]


UNCLEAR = """
[[milestones]]
id = "survey"
title = "Une enquête"
status = "unclear"
due = 2018-06-10

[[updates]]
id = "news"
about = "survey"
on = 2018-05-10
text = "En cours"
"""


def in_french(report: Report) -> str:
    return "\n".join(map(words, laid_out(page(report, Wishes(language="fr")), width=None)))


def test_french_has_a_space_before_every_semicolon(report: Report, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "nepal", UNCLEAR)
    unclear = in_french(report_of(tmp_path / "plans", "nepal"))
    text = in_french(report) + unclear

    assert re.findall(r"[^\N{NO-BREAK SPACE}]; ", text) == []
    for told in ("1 sans confirmation", "autre échéance", "issue inconnue"):
        assert f"{told}\N{NO-BREAK SPACE}; " in text
