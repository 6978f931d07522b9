from datetime import date

import pytest

from builders_loaded import a_loaded
from ogdplan.report import dashboard
from ogdplan.report.page import Heading, Lines, Page, Sheet
from ogdplan.report.segments import plain, words
from ogdplan.report.terminal.pages import laid_out
from report.finding_samples import a_finding

AS_OF = date(2018, 6, 30)


def page(toml: str, *rules: str) -> Page:
    findings = [a_finding(rule) for rule in rules]
    return dashboard.view(a_loaded(toml), findings, as_of=AS_OF, language=None).page


def figures(toml: str, *rules: str) -> dict[str, str]:
    """Return the figures by name."""
    found = [block for block in page(toml, *rules).blocks if isinstance(block, Lines)][1]
    lines = plain(found.lines).splitlines()
    return {line[:13].rstrip(): line[13:] for line in lines}


def facts(toml: str) -> list[str]:
    found = next(block for block in page(toml).blocks if isinstance(block, Lines))
    return plain(found.lines).splitlines()


def tables(toml: str) -> list[str]:
    """Return the tables and what stands below them."""
    blocks = page(toml).blocks[3:]
    return [words(line) for line in laid_out(Page(blocks), width=200)]


def milestones(number: int, keys: str = "") -> str:
    return "".join(
        f'[[milestones]]\nid = "m{n}"\ntitle = "M{n}"\ndue = 2018-01-{n:02}\n{keys}\n'
        for n in range(1, number + 1)
    )


def test_header_names_plan_country_kind_period_stage_and_lead() -> None:
    toml = '[plan]\ntitle = "Open data plan"\nstart = "2017"\nend = "2018"\nstage = "draft"'

    assert page(toml).blocks[0] == Heading("Open data plan, on 2018-06-30", 1)
    assert facts(toml) == [
        "nepal · Panama · National OGD plan · 2017 – 2018 · Draft · lead An office"
    ]


@pytest.mark.parametrize(
    ("toml", "fact"),
    [
        ('[plan]\nstart = "2017"', " · 2017 – ? · "),
        ('[plan]\nend = "2018"', " · ? – 2018 · "),
        ("", " · no start and no end given · "),
        ('[plan]\nkind = "programme"\ncountries = ["BGD", "NPL"]', " · Bangladesh; Nepal · "),
    ],
)
def test_what_is_open_in_the_header_is_said(toml: str, fact: str) -> None:
    assert fact in facts(toml)[0]


def test_file_that_is_not_the_official_plan_says_so() -> None:
    assert facts('[plan]\nbasis = "reconstructed"')[1].startswith("This file is reconstructed: ")


def test_figures_of_an_empty_plan() -> None:
    assert figures("") == {
        "Completed": "············ – by weight: 0 of 0 milestones",
        "Time passed": "not known without a start and an end",
        "Last report": "never ◆ too long ago",
        "Evidence": "–",
        "Challenges": "0 of 0 open",
        "Next steps": "0 of 0 open",
        "Lessons": "0",
        "Findings": "0 errors, 0 warnings",
    }


def test_figures_of_a_plan_in_full() -> None:
    toml = """
    [plan]
    start = "2017"
    end = 2018-06-29

    [[milestones]]
    id = "a"
    title = "A"
    completed = 2018-06-01
    evidence = ["https://example.org"]

    [[milestones]]
    id = "b"
    title = "B"
    status = "substantial"
    weight = 2

    [[challenges]]
    id = "c"
    title = "C"
    category = "other"

    [[next_steps]]
    id = "n"
    title = "N"

    [[lessons]]
    id = "l"
    title = "L"
    category = "other"

    [[datasets]]
    id = "d"
    title = "D"
    sdgs = ["1"]
    """

    assert figures(toml, "overdue", "due-before-start", "no-training") == {
        "Completed": "███░░░░░░░░┃ 33 % by weight: 1 of 2 milestones, 1 more substantial",
        "Time passed": "100 %, the plan has ended",
        "Last report": "2018-06-01",
        "Evidence": "public for 1 of 1 completed milestone",
        "Challenges": "1 of 1 open, 1 not mitigated",
        "Next steps": "1 of 1 open",
        "Lessons": "1",
        "Data": "0 of 1 dataset open; of those linked to the SDGs 0 of 1, 0 % "
        "(in the best cases about 50 %, workshop of 2017)",
        "Findings": "1 error, 1 warning: ogdplan check nepal --as-of 2018-06-30",
    }


def test_plan_without_records_has_no_tables() -> None:
    assert tables("") == []


def test_table_has_its_first_rows_and_says_where_the_rest_is() -> None:
    shown = tables(milestones(8))

    assert shown[0].split() == ["Needs", "attention", "Health", "Due", "In", "charge", "Id"]
    assert [line.split()[0] for line in shown[2:7]] == ["M1", "M2", "M3", "M4", "M5"]
    assert shown[7:] == ["… and 3 more: ogdplan agenda nepal --as-of 2018-06-30"]


def test_table_that_is_short_has_no_rest() -> None:
    assert tables(milestones(5))[-1].split()[0] == "M5"


def test_challenge_says_what_is_done_about_it() -> None:
    toml = """
    [[milestones]]
    id = "a"
    title = "Train"
    due = 2020-01-01

    [[next_steps]]
    id = "b"
    title = "Ask"

    [[challenges]]
    id = "none"
    title = "No law"
    category = "other"

    [[challenges]]
    id = "two"
    title = "No data"
    category = "other"
    mitigations = ["a", "b"]
    """

    assert tables(toml) == [
        "Open challenges  Severity  What is done about it",
        "─" * 48,
        "No law           Medium    ▲ nothing",
        "No data          Medium    Train (+1 more)",
    ]


def test_commitment_says_how_many_of_its_milestones_are_done() -> None:
    toml = """
    [[commitments]]
    id = "a"
    title = "Law"

    [[commitments]]
    id = "b"
    title = "Nothing yet"

    [[milestones]]
    id = "m"
    title = "M"
    commitment = "a"
    completed = 2018-01-01
    """

    assert tables(toml)[2:4] == [
        "Law          ✔ Complete               ████████████ 1 of 1",
        "Nothing yet  ? No evidence available  –",
    ]


def test_commitment_whose_milestones_weigh_differently_says_what_its_bar_counts() -> None:
    toml = """
    [[commitments]]
    id = "a"
    title = "Law"

    [[milestones]]
    id = "m"
    title = "M"
    commitment = "a"
    completed = 2018-01-01
    weight = 3

    [[milestones]]
    id = "n"
    title = "N"
    commitment = "a"
    """

    assert tables(toml)[2].endswith("█████████░░░ 1 of 2 (75 % by weight)")


def test_reports_name_what_they_are_about() -> None:
    toml = """
    [[updates]]
    id = "a"
    on = 2018-01-01
    text = "All goes well"

    [[updates]]
    id = "b"
    about = "portal"
    on = 2018-02-01
    text = "It is late"
    """

    assert tables(toml)[2:] == [
        "It is late      2018-02-01  portal",
        "All goes well   2018-01-01  the plan",
    ]


def test_deadline_of_a_plan_that_is_over_was_not_kept() -> None:
    toml = '[plan]\nend = "2017"\n' + milestones(1)

    assert "▲ Not delivered" in tables(toml)[2]
    assert "▲ Overdue" in tables(milestones(1))[2]


def test_tables_hold_rows_as_wide_as_their_columns() -> None:
    for block in page(milestones(3)).blocks:
        if isinstance(block, Sheet):
            assert {len(row) for row in block.rows} == {len(block.columns)}
