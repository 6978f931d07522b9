import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.asking import Answer, ask, write_plan
from golden_files import check_golden
from ogdplan.report.meeting.section import SectionName
from report.html.parsed import Element, parsed
from report_plans import DAY, write_full_plan
from repositories import a_repo

ROOT = Path(__file__).parents[2]
SHIPPED = "2018-01-31"
SECRET = "halcyon"
"""A word that stands in no text of a plan but in what is not for publication."""

NAMES = ", ".join(SectionName)


def report(*words: str) -> Answer:
    return ask("report", *words, "--as-of", DAY)


def told(*words: str) -> str:
    """Return what a report says, when there is nothing else to say."""
    answer = report(*words)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# Whole reports


@pytest.mark.parametrize(("voice", "ending"), [("terminal", "txt"), ("markdown", "md")])
def test_report_on_a_shipped_plan(monkeypatch: pytest.MonkeyPatch, voice: str, ending: str) -> None:
    monkeypatch.chdir(ROOT)

    answer = ask("report", "panama", "--as-of", SHIPPED, "--format", voice)

    assert (answer.code, answer.err) == (0, "")
    check_golden(f"report-panama.{ending}", answer.out)


def test_document_has_every_figure_of_every_section(plans: Path) -> None:
    write_full_plan(plans)

    check_golden("report.json", told("nepal", "--format", "json"))


@pytest.mark.parametrize(("voice", "ending"), [("terminal", "txt"), ("json", "json")])
def test_one_page_has_the_worst_of_each(plans: Path, voice: str, ending: str) -> None:
    write_full_plan(plans)

    check_golden(f"report-one-page.{ending}", told("nepal", "--one-page", "--format", voice))


def test_one_page_in_markdown_says_the_same(plans: Path) -> None:
    write_full_plan(plans)

    markdown = told("nepal", "--one-page", "--format", "markdown")

    assert [line for line in markdown.splitlines() if line.startswith("#")] == [
        "# A plan: summary on 30 June 2018",
        "## Summary",
        "## Five measures, side by side",
        "## Late the longest",
        "## Challenges that nothing is done about",
        "## What is needed, and from whom",
        "## The next deadlines",
    ]


def test_one_page_names_three_of_each_at_most(plans: Path) -> None:
    late = "".join(
        f'[[milestones]]\nid = "m{n}"\ntitle = "M{n}"\nlead = "office"\ndue = 2018-0{n}-01\n'
        for n in range(1, 6)
    )
    ahead = late.replace('id = "m', 'id = "n').replace("due = 2018-0", "due = 2018-07-0")
    ahead = "".join(
        line.removesuffix("-01\n") + "\n" if "due" in line else line
        for line in ahead.splitlines(keepends=True)
    )
    write_plan(plans, "nepal", late + ahead)

    document = report("nepal", "--one-page", "--format", "json").document
    sections = document["plans"][0]["sections"]

    assert [each["id"] for each in sections["late"]] == ["m1", "m2", "m3"]
    assert [each["id"] for each in sections["deadlines"]] == ["n1", "n2", "n3"]


def test_one_page_names_the_next_deadlines_however_far_they_are(plans: Path) -> None:
    far = "".join(
        f'[[milestones]]\nid = "m{n}"\ntitle = "M{n}"\nlead = "office"\ndue = 202{n}-01-01\n'
        for n in range(1, 6)
    )
    write_plan(plans, "nepal", far)

    found = told("nepal", "--one-page").partition("The next deadlines\n")[2].splitlines()

    assert found[0] == "None in the next 90 days; the next:"
    assert [line.split()[0] for line in found[4:]] == ["M1", "M2", "M3"]


def test_one_page_of_a_plan_without_deadlines_says_so(plans: Path) -> None:
    write_plan(plans, "nepal")

    assert told("nepal", "--one-page").endswith(
        "\nThe next deadlines\nNo milestone has a deadline ahead.\n"
    )


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("", "The plan names no challenges."),
        ('status = "resolved"', "No challenge is open."),
        ('mitigations = ["m"]', "Something is being done about every open challenge."),
    ],
)
def test_one_page_says_of_challenges_only_what_is_so(plans: Path, toml: str, words: str) -> None:
    named = challenge("c", toml) + milestone("m") if toml else ""
    write_plan(plans, "nepal", named)

    found = told("nepal", "--one-page")

    assert f"\nChallenges that nothing is done about\n{words}\n" in found


def test_one_page_asks_three_institutions_at_most(plans: Path) -> None:
    late = "".join(
        f'[[institutions]]\nid = "i{n}"\nname = "I{n}"\nsector = "government"\n'
        f'[[milestones]]\nid = "m{n}"\ntitle = "M{n}"\nlead = "i{n}"\ndue = 2018-01-01\n'
        for n in range(4)
    )
    write_plan(plans, "nepal", late)

    document = report("nepal", "--one-page", "--format", "json").document

    asked = document["plans"][0]["sections"]["who_must_act"]
    assert [each["lead"] for each in asked] == ["i0", "i1", "i2"]


def test_several_plans_begin_with_a_comparison(plans: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(plans, "panama", country='"PAN"', title='"Another plan"')

    lines = told("panama", "nepal", "--sections", "lessons").splitlines()

    assert lines[0] == "Report on 2 plans, 30 June 2018"
    assert [line.split()[0] for line in lines[4:6]] == ["panama", "nepal"]
    assert [line for line in lines if "report on" in line] == [
        "Another plan: report on 30 June 2018",
        "A plan: report on 30 June 2018",
    ]


def test_all_is_every_plan_of_the_folder(plans: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(plans, "panama", country='"PAN"')

    document = report("--all", "--format", "json").document

    assert [each["id"] for each in document["plans"]] == ["nepal", "panama"]
    assert [each["plan"] for each in document["comparison"]] == ["nepal", "panama"]


def test_plan_with_only_what_is_required_has_a_report(plans: Path) -> None:
    path = plans / "nepal.toml"
    office = '[[institutions]]\nid = "office"\nname = "An office"\nsector = "government"\n'
    header = '[plan]\ntitle = "A plan"\ncountry = "NPL"\nlead = "office"\n'
    path.write_text(f"format = 1\n{header}{office}", encoding="utf-8")

    check_golden("report-empty.txt", told("nepal"))


def test_section_that_is_named_says_that_there_is_nothing(plans: Path) -> None:
    write_plan(plans, "nepal")

    found = told("nepal", *(f"--sections={name}" for name in SectionName if name != "summary"))

    for words in (
        "The plan names no commitments and no milestones.",
        "No milestone is overdue or blocked, and none is due in the next 90 days.",
        "Nothing was completed from 1 April 2018 to 30 June 2018.",
        "Nothing in the plan file is dated from 1 April 2018 to 30 June 2018.",
        "The plan names no challenges.",
        "The plan names no lessons.",
        "No next step is named.",
        "The plan lists no datasets.",
        "The plan names no indicators.",
        "The plan names no events.",
        "No assessment by others is known.",
        "Nothing is needed of anyone now.",
        "Nobody owes a report: no milestone is under way.",
        "No commitment, next step or data release is late.",
        "No plan stands under this one.",
    ):
        assert f"\n{words}\n" in found


def test_plan_with_errors_of_meaning_is_reported(plans: Path) -> None:
    toml = """
    [[milestones]]
    id = "a"
    title = "A"
    commitment = "nowhere"
    lead = "nobody"
    due = 2018-01-01
    depends_on = ["a", "gone"]
    [[updates]]
    id = "u"
    about = "gone"
    on = 2018-06-01
    text = "T"
    [[challenges]]
    id = "c"
    title = "C"
    category = "other"
    affects = ["gone"]
    mitigations = ["gone"]
    [[assessments]]
    id = "s"
    about = "gone"
    framework = "irm"
    criterion = "Completion"
    rating = "Complete"
    """
    write_plan(plans, "nepal", toml)

    answer = report("nepal")

    assert (answer.code, answer.err) == (0, "")
    assert "Milestones without a commitment" in answer.out
    assert "Error" in answer.out


# Sections and formats


def test_sections_come_in_the_order_of_the_report_each_once(plans: Path) -> None:
    write_full_plan(plans)

    found = told("nepal", "--sections", "lessons,attention", "--sections=attention")

    titles = "Overdue, blocked, and due next", "Lessons"
    assert tuple(line for line in found.splitlines() if line in titles) == titles
    assert "Summary" not in found


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (
            [],
            "no plan is named",
            "name plans as `ogdplan status` lists them, or say --all for one report of all",
        ),
        (
            ["nepal", "--all"],
            "--all and plans by name exclude each other",
            "leave out one of them",
        ),
        (
            ["nepal", "--sections", "lesons"],
            'no section called "lesons"',
            f"did you mean lessons? there are: {NAMES}",
        ),
        (["nepal", "--sections", "zzz"], 'no section called "zzz"', f"there are: {NAMES}"),
        (["nepal", "--sections", ","], "--sections names no section", f"there are: {NAMES}"),
        (
            ["nepal", "--one-page", "--sections", "lessons"],
            "--one-page and --sections exclude each other",
            "leave out one of them: the page has its own sections",
        ),
        (
            ["nepal", "--output", "plan.pdf"],
            "ogdplan cannot write .pdf",
            "write plan.html, open it in a browser and print it as PDF",
        ),
        (
            ["nepal", "--output", "x.DOCX", "--format", "html"],
            "ogdplan cannot write .docx",
            "endings that it knows: .html, .htm, .md, .markdown, .json, .csv, .txt, or none",
        ),
        (
            ["nepal", "--output", "x.md", "--format", "json"],
            "--format json contradicts the ending .md",
            "leave out --format for markdown, or give the file another ending",
        ),
        (
            ["nepal", "--one-page", "--output", "x.csv"],
            "CSV is one table, and --one-page has several",
            "leave out --one-page, or use --format json",
        ),
        (
            ["nepal", "--format", "csv", "--sections", "lessons,events"],
            "CSV is one table, and several are named: lessons, events",
            "name one section, none for the milestones, or use --format json",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(
    plans: Path, words: list[str], message: str, hint: str
) -> None:
    write_plan(plans, "nepal")

    answer = report(*words)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"error: {message}\nhint: {hint}\n"
    assert [path.name for path in Path.cwd().iterdir()] == ["plans"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.json", "{"),
        ("a.csv", "\ufeffplan,id,"),
        ("a.md", "# A plan"),
        ("a.MD", "# A plan"),
        ("a.html", "<!doctype html>"),
        ("a.htm", "<!doctype html>"),
        ("a.txt", "A plan: report on"),
        ("a", "A plan: report on"),
    ],
)
def test_ending_of_the_file_says_the_voice(plans: Path, name: str, begins: str) -> None:
    write_full_plan(plans)

    answer = report("nepal", "--output", name)

    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert Path(name).read_text(encoding="utf-8").lower().startswith(begins.lower())


@pytest.mark.parametrize("name", ["a", "a.txt", "a.json"])
def test_format_can_be_named_beside_an_ending_that_says_nothing_else(
    plans: Path, name: str
) -> None:
    write_full_plan(plans)

    assert report("nepal", "--output", name, "--format", "json").code == 0

    assert Path(name).read_text(encoding="utf-8").startswith("{")


def test_csv_has_a_row_for_each_milestone_of_each_plan(plans: Path) -> None:
    write_full_plan(plans)

    rows = rows_of(told("nepal", "nepal/office", "--format", "csv"))

    assert [(row["plan"], row["id"]) for row in rows] == [
        ("nepal", "decree"),
        ("nepal", "rules"),
        ("nepal", "training"),
        ("nepal", "survey"),
        ("nepal", "portal"),
        ("nepal/office", "own"),
    ]
    assert rows[4] == {
        "plan": "nepal",
        "id": "portal",
        "number": "",
        "title": "Launch the portal",
        "commitment": "",
        "kind": "",
        "dimension": "",
        "lead": "stats",
        "timing": "fixed",
        "start": "2018",
        "due": "2018-08",
        "status": "not-started",
        "since": "",
        "health": "on-track",
        "slip_days": "92",
        "moves": "1",
        "delay_days": "",
        "started": "",
        "completed": "",
        "withdrawn": "",
        "undated": "false",
        "progress": "",
        "weight": "1",
        "evidence": "none",
        "last_report": "2018-05-10",
    }


@pytest.mark.parametrize("name", SectionName)
def test_csv_of_a_section_has_its_rows_with_english_keys_in_every_language(
    plans: Path, name: SectionName
) -> None:
    write_full_plan(plans)

    texts = [
        report("nepal", "--sections", name, "--format", "csv", "--lang", language).out
        for language in ("en", "es")
    ]

    assert rows_of(texts[0])
    assert texts[0].splitlines()[0] == texts[1].splitlines()[0]
    header = next(csv.reader(io.StringIO(texts[0])))
    assert len(set(header)) == len(header)
    assert all(key.replace("_", "").isalpha() and key.islower() for key in header)


# Numbers


def figures(document: object, key: str = "") -> list[tuple[str, float]]:
    """Return the numbers of a document with their keys."""
    match document:
        case dict():
            return [found for name, each in document.items() for found in figures(each, name)]
        case list():
            return [found for each in document for found in figures(each, key)]
        case bool():
            return []
        case int() | float():
            return [(key, document)]
    return []


UNSAID = {
    "summary": set(),
    "measures": {"withdrawn", "undated", "substantial_or_completed", "unscheduled", "due_soon"},
    "commitments": {"completed_percent"},
    "attention": {"delay_days", "slip_days"},
    "challenges": {"total", "open", "unmitigated", "resolved"},
    "next_steps": {"total", "open", "done"},
    "datasets": {"stars"},
    "findings": {"error", "warning", "advice", "accepted"},
    "agencies": {"milestones", "unmitigated_challenges"},
    "assessments": set(),
}
"""The figures that people are not told, or are told by the rows or stars themselves."""


@pytest.mark.parametrize("name", SectionName)
def test_every_number_is_the_same_for_people_and_for_programs(
    plans: Path, name: SectionName
) -> None:
    write_full_plan(plans)
    key = name.replace("-", "_")
    document = report("nepal", "--format", "json", "--sections", name).document
    terminal = told("nepal", "--sections", name)
    markdown = told("nepal", "--sections", name, "--format", "markdown")
    page = section_of(parsed(told("nepal", "--sections", name, "--format", "html")), name)

    for field, number in figures(document["plans"][0]["sections"][key]):
        if field in UNSAID.get(key, set()):
            continue
        assert f"{abs(number):,}" in terminal, field
        assert f"{abs(number):,}" in markdown, field
        assert f"{abs(number):,}" in page, field
    assert numbers(terminal) == numbers(markdown)
    heading, *_ = (line for line in markdown.splitlines() if line.startswith("## "))
    assert numbers(markdown.partition(heading)[2]) == numbers(page)


def section_of(document: Element, name: str) -> str:
    """Return the words of a section of a page, but its heading, drawings and unseen captions."""
    return " ".join(seen(document.one("section", class_=f"section-{name}")))


def seen(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.name not in ("h2", "figure", "caption"):
            yield from seen(child)


def numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"[0-9]+", text))


# What is not for publication

HIDDEN = f"""
[[institutions]]
id = "agency"
name = "An agency"
sector = "government"
contact = "{SECRET}@agency.example.org"
note = "{SECRET}"

[[instruments]]
id = "act"
title = "An act"
kind = "law"
on = 2018-05-01
note = "{SECRET}"

[[commitments]]
id = "law"
title = "A law"
note = "{SECRET}"

[[milestones]]
id = "late"
title = "Late"
commitment = "law"
lead = "agency"
due = 2018-05-01
note = "{SECRET}"

[[milestones]]
id = "done"
title = "Done"
completed = 2018-05-01
note = "{SECRET}"

[[updates]]
id = "report"
on = 2018-05-02
text = "A report"
note = "{SECRET}"

[[challenges]]
id = "money"
title = "Money"
category = "other"
affects = ["late"]
note = "{SECRET}"

[[lessons]]
id = "lesson"
title = "A lesson"
category = "other"
note = "{SECRET}"

[[next_steps]]
id = "step"
title = "A step"
note = "{SECRET}"

[[datasets]]
id = "data"
title = "Data"
note = "{SECRET}"

[[indicators]]
id = "users"
title = "Users"
level = "output"
note = "{SECRET}"

[[measurements]]
id = "m"
indicator = "users"
on = 2018-05-01
value = 5
note = "{SECRET}"

[[events]]
id = "fair"
title = "Fair"
kind = "other"
start = 2018-05-01
note = "{SECRET}"

[[resources]]
id = "guide"
title = "Guide"
kind = "guideline"
note = "{SECRET}"

[[assessments]]
id = "irm"
framework = "irm"
criterion = "Completion"
rating = "Limited"
note = "{SECRET}"
"""
VOICES = ("terminal", "markdown", "html", "json", "csv")
WITH_NOTES = (
    SectionName.ATTENTION,
    SectionName.CHALLENGES,
    SectionName.NEXT_STEPS,
    SectionName.REPORTS_OWED,
)


UNREADABLE = f"""
[[institutions]]
id = "{SECRET}"
name = "An agency"
sector = "government"
contact = 5551234567
note = 77
"""


def write_hidden_plan(plans: Path) -> None:
    write_plan(plans, "nepal", HIDDEN, note=f'"{SECRET}"')


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", SectionName)
def test_public_report_tells_no_note_and_no_contact(
    plans: Path, name: SectionName, voice: str
) -> None:
    write_hidden_plan(plans)

    inside = told("nepal", "--format", voice, "--sections", name)
    public = told("nepal", "--format", voice, "--sections", name, "--public")

    assert SECRET not in public
    assert (SECRET in inside) is (name in WITH_NOTES)


@pytest.mark.parametrize("voice", VOICES[:-1])
def test_public_page_tells_no_note_and_no_contact(plans: Path, voice: str) -> None:
    write_hidden_plan(plans)

    assert SECRET not in told("nepal", "--format", voice, "--one-page", "--public")


@pytest.mark.parametrize("voice", VOICES)
def test_public_report_tells_of_no_note_that_changed(plans: Path, voice: str) -> None:
    repo = a_repo(plans.parent)
    write_plan(plans, "nepal")
    repo.commit(day="2018-05-01")
    write_hidden_plan(plans)
    words = ["nepal", "--format", voice, "--sections", "changes", "--since", "HEAD"]

    public = ask("report", *words, "--public")
    inside = ask("report", *words)

    assert (public.code, inside.code) == (0, 0)
    assert SECRET not in public.out
    assert "note" not in public.out.replace("notes", "")
    assert (SECRET in inside.out) is (voice == "json")


@pytest.mark.parametrize("voice", VOICES)
def test_public_report_says_of_an_old_version_that_cannot_be_read_only_which_it_is(
    plans: Path, voice: str
) -> None:
    repo = a_repo(plans.parent)
    write_plan(plans, "nepal", f"[[lessons]]\nnote = {SECRET}\n")
    repo.commit(day="2018-05-01")
    write_plan(plans, "nepal")
    words = ("report", "nepal", "--sections", "changes", "--since", "HEAD", "--format", voice)
    note = "note: plans/nepal.toml in HEAD cannot be compared"

    public, inside = ask(*words, "--public"), ask(*words)

    assert (public.code, public.err) == (0, f"{note}\n")
    assert SECRET not in public.out + inside.out
    assert inside.err.startswith(f"{note}: line ")
    assert SECRET in inside.err


@pytest.mark.parametrize("voice", VOICES)
def test_public_report_tells_of_no_accepted_finding(plans: Path, voice: str) -> None:
    """The reason is for those who keep the plan."""
    repo = a_repo(plans.parent)
    write_plan(plans, "nepal")
    repo.commit(day="2018-05-01")
    accepted = f'[[accepted]]\nrule = "missing-due"\nreason = "It is {SECRET}"\n'
    milestone = '[[milestones]]\nid = "ask"\ntitle = "Ask users"\nlead = "office"\n'
    write_plan(plans, "nepal", accepted + milestone)
    words = ("report", "nepal", "--sections", "changes", "--since", "HEAD", "--format", voice)

    public, inside = ask(*words, "--public"), ask(*words)

    assert (public.code, inside.code) == (0, 0)
    assert "accepted" not in public.out
    assert SECRET not in public.out
    assert "ask" in public.out
    assert "accepted" in inside.out


# Since


def test_changes_since_a_commit_are_told_in_the_words_of_diff(plans: Path) -> None:
    repo = a_repo(plans.parent)
    toml = '[[milestones]]\nid = "m"\ntitle = "Launch it"\nlead = "office"\ndue = 2018-09-01\n'
    write_plan(plans, "nepal", toml)
    repo.commit("Begin", day="2018-05-01")
    write_plan(plans, "nepal", f"{toml}completed = 2018-06-01\n")
    repo.commit("Go on", day="2018-06-02")

    answer = report("nepal", "--sections", "changes", "--since", "HEAD~1")
    document = report("nepal", "--format", "json", "--since", "HEAD~1").document

    assert (answer.code, answer.err) == (0, "")
    latest = repo.git("rev-parse", "HEAD")[: len("0123456")]
    assert answer.out.partition("What changed\n")[2] == (
        f"Compared: from HEAD~1 (1 May 2018, “Begin”) to {latest}"
        " (2 June 2018, “Go on”; the last commit until 30 June 2018)\n\n"
        "Launch it: completed on 1 June 2018 (m)\n"
    )
    changes = document["plans"][0]["sections"]["changes"]
    assert changes["from"]["revision"] == "HEAD~1"
    assert [each["id"] for each in changes["changes"]] == ["m"]
    assert [each["happening"] for each in changes["facts"]] == ["completed"]
    assert document["plans"][0]["from"] == "2018-05-02"


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        (
            "en",
            "(1 May 2018, “Begin”; the last commit before 1 June 2018)",
            "(2 June 2018, “Go on”; the last commit until 30 June 2018)",
        ),
        (
            "es",
            "(1 de mayo de 2018, “Begin”; el último cambio registrado antes del 1 de junio de",
            "(2 de junio de 2018, “Go on”; el último cambio registrado hasta el 30 de junio de",
        ),
    ],
)
def test_what_is_compared_is_said_in_the_language_of_the_report(
    plans: Path, language: str, old: str, new: str
) -> None:
    repo = a_repo(plans.parent)
    write_plan(plans, "nepal")
    repo.commit("Begin", day="2018-05-01")
    write_plan(plans, "nepal", '[[milestones]]\nid = "m"\ntitle = "Launch it"\nlead = "office"\n')
    repo.commit("Go on", day="2018-06-02")
    words = ("nepal", "--sections", "changes", "--since", "2018-06-01", "--lang", language)

    html = report(*words, "--format", "html").out

    assert old in html
    assert new in html


def test_files_that_are_compared_with_are_named_in_the_language_of_the_report(
    plans: Path,
) -> None:
    repo = a_repo(plans.parent)
    write_plan(plans, "nepal")
    repo.commit("Begin", day="2018-05-01")
    words = ("report", "nepal", "--sections", "changes", "--since", "HEAD")

    assert "Compared: from HEAD (1 May 2018, “Begin”) to the working tree\n" in ask(*words).out
    french = " ".join(ask(*words, "--lang", "fr").out.split())
    assert "Comparaison : de HEAD (1er mai 2018, « Begin ») aux fichiers actuels" in french


def test_since_a_day_without_git_tells_by_dates_and_says_so(plans: Path) -> None:
    write_full_plan(plans)

    answer = report("nepal", "--sections", "changes", "--since", "June 2018")

    assert answer.code == 0
    assert answer.err.startswith("note: ")
    assert "By the dates in the plan file, from 1 June 2018 to 30 June 2018:" in answer.out
    assert "Deadline moved" not in answer.out


@pytest.mark.parametrize("voice", ["terminal", "markdown", "html", "json", "csv"])
def test_why_changes_are_told_by_dates_is_said_beside_the_report_in_every_voice(
    plans: Path, voice: str
) -> None:
    write_full_plan(plans)

    answer = report("nepal", "--sections", "changes", "--since", "June 2018", "--format", voice)

    assert "what changed is told by the dates in the plans alone\n" in answer.err
    assert "what changed is told by the dates in the plans alone" not in answer.out


def test_nothing_changed_since_a_commit_says_so(plans: Path) -> None:
    repo = a_repo(plans.parent)
    write_full_plan(plans)
    repo.commit(day="2018-06-30")

    answer = report("nepal", "--sections", "changes", "--since", "HEAD")

    assert "Nothing changed in the plan file.\n" in answer.out
    assert "Period of this report: since the version of 30 June 2018\n" in answer.out


def test_what_is_recorded_since_a_commit_is_told_though_it_was_completed_before(
    plans: Path,
) -> None:
    repo = a_repo(plans.parent)
    toml = '[[milestones]]\nid = "m"\ntitle = "Launch it"\nlead = "office"\n'
    new = toml.replace('"m"', '"n"').replace("Launch", "Print") + "completed = 2018-02-02\n"
    write_plan(plans, "nepal", toml)
    commit = repo.commit("Begin", day="2018-06-01")
    write_plan(plans, "nepal", f"{toml}completed = 2018-01-01\n{new}")

    words = ["report", "nepal", "--since", commit, "--as-of", "2018-06-30"]
    repo.commit("Go on", day="2018-06-29")
    found = ask(*words, "--sections", "summary,completed,changes")
    document = ask(*words, "--format", "json").document

    assert found.code == 0
    assert "2 completed earlier were recorded since then" in found.out
    assert "1 January 2018: recorded since then" in found.out
    assert commit not in found.out
    assert f"from {commit[:7]} (1 June 2018" in found.out
    completed = document["plans"][0]["sections"]["completed"]
    assert [(each["id"], each["recorded_since"]) for each in completed] == [
        ("m", True),
        ("n", True),
    ]


def test_day_that_is_not_known_exactly_is_no_exact_claim(plans: Path) -> None:
    done = '[[milestones]]\nid = "{0}"\ntitle = "{0}"\nlead = "office"\ncompleted = {1}\n'
    exact, perhaps = done.format("a", "2018-06-01"), done.format("b", '"2018-H1"')
    write_plan(plans, "nepal", exact + perhaps)

    both = told("nepal", "--sections", "summary,completed")
    write_plan(plans, "nepal", perhaps)
    one = told("nepal", "--sections", "summary")

    span = "from 1 April 2018 to 30 June 2018"
    assert (
        f"1 milestone or commitment was completed {span} and"
        " 1 more at a day that is not known exactly;"
    ) in both
    assert "the first half of 2018: day not known exactly" in both
    assert (
        "1 milestone or commitment was completed at a day that is not known exactly,"
        f" perhaps {span};"
    ) in one


# Agencies and files that cannot be read


def test_agencies_can_be_left_out(plans: Path) -> None:
    write_full_plan(plans)

    assert "Plans under this one" in told("nepal")
    assert "Plans under this one" not in told("nepal", "--no-agencies")


def test_file_that_cannot_be_read_is_named_and_the_others_are_reported(plans: Path) -> None:
    write_plan(plans, "nepal")
    (plans / "panama.toml").write_text("format = 1\n[plan\n", encoding="utf-8")

    answer = report("--all", "--sections", "summary")
    document = report("--all", "--format", "json").document

    assert answer.code == 1
    assert answer.err.startswith("error: cannot read plans/panama.toml: line 2: ")
    assert answer.out.endswith("\nplans/panama.toml could not be read and is not included\n")
    assert [each["id"] for each in document["plans"]] == ["nepal"]
    assert [each["path"] for each in document["unreadable"]] == ["plans/panama.toml"]


@pytest.mark.parametrize("voice", ["terminal", "markdown", "html", "csv"])
def test_of_files_that_cannot_be_read_there_is_no_report(plans: Path, voice: str) -> None:
    (plans / "panama.toml").write_text("format = 1\n[plan\n", encoding="utf-8")

    answer = report("panama", "--format", voice, "--output", "x")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("error: cannot read plans/panama.toml: line 2: ")
    assert not Path("x").exists()


def test_of_files_that_cannot_be_read_there_is_a_document_still(plans: Path) -> None:
    (plans / "panama.toml").write_text("format = 1\n[plan\n", encoding="utf-8")

    answer = report("panama", "--format", "json")

    assert (answer.code, answer.document["plans"]) == (1, [])
    assert [each["path"] for each in answer.document["unreadable"]] == ["plans/panama.toml"]


@pytest.mark.parametrize("voice", VOICES)
def test_public_report_says_of_a_file_that_cannot_be_read_only_which_it_is(
    plans: Path, voice: str
) -> None:
    """What is wrong in a file quotes it."""
    write_plan(plans, "nepal")
    write_plan(plans, "panama", UNREADABLE)

    public = report("--all", "--format", voice, "--public")

    assert (public.code, "5551234567" in public.err) == (1, True)
    assert "5551234567" not in public.out
    assert SECRET not in public.out
    if voice == "json":
        inside = report("--all", "--format", voice).document
        assert public.document["unreadable"] == [{"path": "plans/panama.toml", "findings": []}]
        assert "5551234567" in inside["unreadable"][0]["findings"][0]["message"]


# What a plan is not


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (
            {"stage": '"draft"'},
            "Reports are owed once the plan is adopted; it is still a draft.",
        ),
        (
            {"stage": '"consultation"'},
            "Reports are owed once the plan is adopted; it is in consultation.",
        ),
        (
            {"stage": '"submitted"'},
            "Reports are owed once the plan is adopted; it has been submitted.",
        ),
        ({"stage": '"closed"'}, "Nobody owes a report: the plan is closed."),
        ({"start": "2018-07-01", "end": "2019-01-01"}, "The plan begins on 1 July 2018."),
        ({"start": "2017-01-01", "end": '"2017"'}, "The plan ended on 31 December 2017."),
    ],
)
def test_plan_that_does_not_run_says_why_no_report_is_owed(
    plans: Path, keys: dict[str, str], words: str
) -> None:
    write_plan(plans, "nepal", **keys)

    assert told("nepal", "--sections", "reports-owed").endswith(f"\n{words}\n")


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("reconstructed", "This page was put together from public sources; it is no statement of"),
        (
            "partial",
            "This page was put together from parts of the plan's own text and from public sources;",
        ),
    ],
)
def test_plan_from_public_sources_does_not_speak_for_the_government(
    plans: Path, basis: str, words: str
) -> None:
    toml = '[[milestones]]\nid = "m"\ntitle = "M"\nlead = "office"\n'
    write_plan(plans, "nepal", toml, basis=f'"{basis}"', summary='"What it is about"')

    found = told("nepal", "--sections", "measures")

    assert f"\n{words}" in found
    assert "\nWhat it is about\n" in found
    assert "Completion, by public sources" in found
    assert "0 of 1 milestone, as far as public sources show" in found
    assert "own account" not in found
    assert "What it is about" not in told("nepal", "--one-page")


def test_plan_of_the_government_speaks_for_itself(plans: Path) -> None:
    write_plan(plans, "nepal")

    assert "Completion, self-reported" in told("nepal", "--sections", "measures")
    assert "public sources" not in told("nepal", "--sections", "measures")


@pytest.mark.parametrize("day", ["2018-06-30", "2018-07-01"])
def test_indicators_that_nobody_measured_by_then_say_so(plans: Path, day: str) -> None:
    measured = f'[[measurements]]\nid = "a-1"\nindicator = "a"\non = {day}\nvalue = 1\n'
    indicator = '[[indicators]]\nid = "a"\ntitle = "A"\nlevel = "outcome"\nunit = "users"\n'
    write_plan(plans, "nepal", indicator + measured)

    found = told("nepal", "--sections", "indicators")

    assert ("\nNo measurement is known yet.\n" in found) is (day > DAY)


# Sentences of the summary


def sentence(plans: Path, number: int, toml: str) -> str:
    write_plan(plans, "nepal", toml)
    document = report("nepal", "--sections", "summary", "--format", "json").document
    sentences = document["plans"][0]["sections"]["summary"]["sentences"]
    assert len(sentences) == 5
    return str(sentences[number - 1])


def commitment(record: str, fields: str = "") -> str:
    return f'[[commitments]]\nid = "{record}"\ntitle = "C {record}"\n{fields}\n'


def milestone(record: str, fields: str = "") -> str:
    return f'[[milestones]]\nid = "{record}"\ntitle = "T {record}"\n{fields}\n'


@pytest.mark.parametrize(
    ("toml", "begins"),
    [
        ("", "The plan has no milestones yet."),
        (
            commitment("a", 'status = "completed"') + commitment("b"),
            (
                "The plan has no milestones; 1 of 2 commitments is completed,"
                " 1 does not say how it stands; 74\xa0%"
            ),
        ),
        (
            commitment("a", 'status = "limited"'),
            "The plan has no milestones; 0 of 1 commitment is completed; 74\xa0%",
        ),
        (milestone("a", 'status = "withdrawn"'), "All milestones of the plan were withdrawn."),
        (milestone("a"), "0 of 1 milestone is completed (0\xa0%); 74\xa0%"),
        (milestone("a") + milestone("b"), "0 of 2 milestones are completed (0\xa0%); 74\xa0%"),
        (
            milestone("a", "completed = 2018-06-01\nweight = 3") + milestone("b"),
            "1 of 2 milestones is completed (75\xa0% by weight); 74\xa0%",
        ),
        (
            milestone("a", "due = 2018-06-01") + milestone("b", "due = 2018-07-01"),
            "0 of 2 milestones are completed (0\xa0%); by their deadlines it would be 1; 74\xa0%",
        ),
    ],
)
def test_first_sentence_says_what_is_completed_and_what_was_promised(
    plans: Path, toml: str, begins: str
) -> None:
    assert sentence(plans, 1, toml).startswith(begins)


def test_first_sentence_after_the_end_of_an_empty_plan_awaits_no_milestones(plans: Path) -> None:
    write_plan(plans, "nepal", end="2018-05-31")

    assert "\nThe plan has no milestones; the plan ended on 31 May 2018.\n" in told("nepal")


@pytest.mark.parametrize(
    ("toml", "figure"),
    [
        (milestone("a", 'status = "unclear"'), "? 0 of 1 on track"),
        (milestone("a", "due = 2019-06-01") + milestone("b"), "○ 1 of 2 on track"),
        (milestone("a", "due = 2019-06-01"), "● 1 of 1 on track"),
    ],
)
def test_schedule_looks_well_only_where_all_is_on_track(
    plans: Path, toml: str, figure: str
) -> None:
    write_plan(plans, "nepal", toml)

    assert figure in told("nepal", "--sections", "measures")


LATE = milestone("a", "due = 2018-06-01")
DARK = milestone("b", 'due = 2018-06-01\nstatus = "unclear"')
UNCLEAR = milestone("c", 'status = "unclear"')
NEAR = milestone("d", 'due = 2018-07-01\nlead = "office"')
HELD = milestone("e", 'due = 2019-07-01\ndepends_on = ["a"]')


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("", "No milestone has a deadline to keep."),
        (
            commitment("a", "end = 2018-06-29"),
            "1 commitment is past its end; no other end is ahead.",
        ),
        (
            commitment("a", 'end = "2018-07"\nlead = "office"'),
            "No commitment is past its end; the next end is July 2018: C a (An office).",
        ),
        (
            commitment("a", "end = 2018-06-29\ncompleted = 2018-06-01"),
            "No milestone has a deadline to keep.",
        ),
        (milestone("a", "completed = 2018-06-01"), "No milestone is unfinished."),
        (LATE, "1 milestone is unfinished: 1 overdue; no deadline is ahead."),
        (
            DARK,
            (
                "1 milestone is unfinished: 1 overdue (its outcome is not known);"
                " no deadline is ahead."
            ),
        ),
        (
            DARK + DARK.replace('"b"', '"b2"') + UNCLEAR,
            (
                "3 milestones are unfinished: 2 overdue (the outcome of all 2 is not known) and"
                " 1 more of unclear status; no deadline is ahead."
            ),
        ),
        (
            LATE + UNCLEAR + HELD,
            (
                "3 milestones are unfinished: 1 overdue, 1 waiting for one that is overdue and 1 of"
                " unclear status; the next deadline is 1 July 2019: T e."
            ),
        ),
        (
            LATE + DARK + NEAR + milestone("f") + milestone("g", "due = 2019-01-01"),
            (
                "5 milestones are unfinished: 2 overdue (the outcome of 1 of them is not known),"
                " 1 due soon, 1 without a deadline and 1 on track; the next deadline is"
                " 1 July 2018: T d (An office)."
            ),
        ),
    ],
)
def test_second_sentence_accounts_for_all_that_is_unfinished(
    plans: Path, toml: str, words: str
) -> None:
    assert sentence(plans, 2, toml) == words


def challenge(record: str, fields: str = "") -> str:
    return f'[[challenges]]\nid = "{record}"\ntitle = "C"\ncategory = "other"\n{fields}\n'


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("", "The plan names no challenges."),
        (challenge("a", "raised = 2018-07-01"), "No challenge is open."),
        (challenge("a", 'status = "resolved"'), "No challenge is open, 1 is resolved."),
        (
            challenge("a") + challenge("b") + challenge("c", 'status = "resolved"'),
            "2 challenges are open; nothing is being done about any of them; 1 is resolved.",
        ),
        (challenge("a"), "1 challenge is open; nothing is being done about it."),
        (
            challenge("a", 'mitigations = ["m"]') + milestone("m"),
            "1 challenge is open; something is being done about it.",
        ),
        (
            challenge("a", 'mitigations = ["m"]') + challenge("b") + milestone("m"),
            "2 challenges are open; nothing is being done about 1 of them.",
        ),
        (
            challenge("a", 'mitigations = ["m"]')
            + challenge("b", 'mitigations = ["m"]')
            + milestone("m"),
            "2 challenges are open; something is being done about each of them.",
        ),
    ],
)
def test_fourth_sentence_tells_open_and_resolved_challenges(
    plans: Path, toml: str, words: str
) -> None:
    assert sentence(plans, 4, toml) == words


OPEN = (
    'url = "https://example.org"\nlicence = "CC0-1.0"\nformats = ["csv"]\nreleased = 2018-06-01\n'
)


def dataset(record: str, fields: str) -> str:
    return f'[[datasets]]\nid = "{record}"\ntitle = "D"\n{fields}\n'


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        (dataset("a", ""), "0 of 1 dataset is open; none is linked to the SDGs."),
        (
            dataset("a", "") + dataset("b", 'sdgs = ["4"]'),
            "0 of 2 datasets are open; the one linked to the SDGs is not open (0\xa0%,",
        ),
        (
            dataset("a", f'{OPEN}sdgs = ["4"]'),
            "1 of 1 dataset is open; the one linked to the SDGs is open (100\xa0%,",
        ),
        (
            dataset("a", 'sdgs = ["4"]') + dataset("b", 'sdgs = ["4"]'),
            "0 of 2 datasets are open; of 2 linked to the SDGs 0 are open (0\xa0%,",
        ),
    ],
)
def test_fifth_sentence_tells_open_datasets_and_those_for_the_goals(
    plans: Path, toml: str, words: str
) -> None:
    assert sentence(plans, 5, toml).startswith(words)


def reasons(plans: Path, toml: str) -> dict[str, str]:
    write_plan(plans, "nepal", toml)
    rows = rows_of(told("nepal", "--sections", "attention", "--format", "csv"))
    return {row["id"]: row["reason"] for row in rows}


def judged(about: str, on: str) -> str:
    return (
        f'[[assessments]]\nid = "{about}-irm"\nabout = "{about}"\nframework = "irm"\n'
        f'criterion = "Completion"\nrating = "Complete"\n{on}\n'
    )


def test_reason_says_that_the_outcome_is_not_known_and_what_others_found(plans: Path) -> None:
    late = milestone("late", 'due = 2018-06-01\nstatus = "unclear"')
    named = challenge("c", 'affects = ["late"]')

    assert reasons(plans, late) == {"late": "outcome not known"}
    assert reasons(plans, late + judged("late", 'on = "2017"') + named) == {
        "late": "outcome not known; IRM 2017: Complete; challenge: C"
    }
    dark = milestone("dark", 'status = "unclear"')
    assert reasons(plans, dark) == {"dark": ""}
    assert reasons(plans, dark + judged("dark", "")) == {"dark": "IRM: Complete"}


def test_reason_of_what_is_due_is_what_it_waits_for_or_none(plans: Path) -> None:
    toml = (
        milestone("late", "due = 2018-06-01")
        + milestone("near", "due = 2018-07-01")
        + milestone("held", 'due = 2018-07-02\ndepends_on = ["near"]')
    )

    assert reasons(plans, toml) == {"late": "", "near": "", "held": "waits for T near"}
    found = told("nepal", "--sections", "attention")
    assert found.count("no reason recorded") == 1


def test_what_only_others_know_is_marked_and_stands_first(plans: Path) -> None:
    ambition = judged("other", "").replace("Completion", "Ambition")
    dark = milestone("dark", 'status = "unclear"')
    write_plan(plans, "nepal", dark + milestone("other") + ambition + judged("dark", ""))

    found = told("nepal", "--sections", "assessments")
    rows = rows_of(told("nepal", "--sections", "assessments", "--format", "csv"))

    assert "\n1 says what the self-report does not know.\n" in found
    assert "+ known by others only" in found
    assert [(row["id"], row["known_by_others_only"]) for row in rows] == [
        ("dark-irm", "true"),
        ("other-irm", "false"),
    ]


def test_what_nobody_is_in_charge_of_asks_the_lead_of_the_plan(plans: Path) -> None:
    write_plan(plans, "nepal", milestone("a") + milestone("b") + challenge("c"))

    found = told("nepal", "--sections", "who-must-act")

    assert (
        "An office must name someone for 2 milestones and 1 challenge that nothing is done about"
    ) in found


def test_what_is_overdue_after_the_end_of_the_plan_was_not_delivered(plans: Path) -> None:
    named = '[[commitments]]\nid = "law"\ntitle = "Law"\nlead = "office"\n'
    of_law = 'commitment = "law"\n'
    late = milestone("late", f"{of_law}due = 2018-06-01")
    told_of = milestone("told", f"{of_law}due = 2018-06-02")
    held = milestone("held", f'{of_law}due = 2019-01-01\ndepends_on = ["late"]')
    dark = milestone("dark", f'{of_law}due = 2018-06-01\nstatus = "unclear"')
    toml = named + late + told_of + held + dark + challenge("c", 'affects = ["told"]')
    write_plan(plans, "nepal", toml, start='"2017"', end="2018-06-15")

    found = re.sub(r"\s+", " ", told("nepal"))
    page = report("nepal", "--format", "html").out

    for words in (
        "(the outcome of 1 of them is not known) and 1 waiting for one that was not delivered",
        "3 not delivered (1 with unclear status), 1 blocked",
        "Commitment Status Done Not delivered",
        "say why 1 milestone was not delivered",
        "decide what becomes of 1 milestone that was not delivered",
        "decide what becomes of 1 milestone that waits for one that was not delivered",
    ):
        assert words in found
    sections = found.partition("What the check finds")[0].replace("Overdue, blocked, and due", "")
    assert "verdue" not in sections
    assert "set another deadline" not in page


LATE_BESIDES = (
    commitment("law", 'end = 2018-05-31\nlead = "office"')
    + '[[next_steps]]\nid = "talks"\ntitle = "Talk"\ndue = 2018-06-29\nlead = "office"\n'
    + dataset("budget", 'planned = "2018-05"\npublisher = "office"')
)


def test_what_is_late_besides_milestones_is_told_and_asked_for(plans: Path) -> None:
    write_plan(plans, "nepal", LATE_BESIDES)

    found, page = told("nepal"), told("nepal", "--one-page")
    sections = report("nepal", "--format", "json").document["plans"][0]["sections"]

    asked = (
        "complete 1 commitment past its end, or set another end; take 1 next step that is late;"
        " release 1 dataset that is late"
    )
    assert (asked in found, asked in page) == (True, True)
    assert "▲ 29 June 2018: 1 day late" in found
    assert [(each["kind"], each["days_left"]) for each in sections["also_late"]] == [
        ("dataset", -30),
        ("commitment", -30),
        ("next-step", -1),
    ]
    (ask,) = sections["who_must_act"]
    assert [ask[f"late_{name}"] for name in ("commitments", "next_steps", "datasets")] == [1, 1, 1]


ONLY_COMMITMENTS = commitment("law", 'end = 2018-05-31\nlead = "office"') + commitment(
    "portal", 'end = 2018-09-30\nlead = "office"'
)


@pytest.mark.parametrize("end", ["2018-12-31", "2018-05-31"])
def test_plan_without_milestones_has_no_number_of_late_ones(plans: Path, end: str) -> None:
    write_plan(plans, "nepal", ONLY_COMMITMENTS, end=end)

    found = told("nepal")

    assert "\nWho        What is needed\n" in found
    for heading in (" Overdue ", " Not delivered "):
        assert heading not in found


def test_one_page_of_a_plan_without_milestones_tells_of_its_commitments(plans: Path) -> None:
    write_plan(plans, "nepal", ONLY_COMMITMENTS)

    page = told("nepal", "--one-page")
    sections = report("nepal", "--one-page", "--format", "json").document["plans"][0]["sections"]

    late = page.partition("Late the longest\n")[2].splitlines()
    assert [" ".join(line.split()) for line in late[:4:2]] == [
        "What is late Kind Due In charge",
        "C law Commitment ▲ 31 May 2018: 30 days late An office",
    ]
    ahead = page.partition("The next deadlines\n")[2].splitlines()
    assert [" ".join(line.split()) for line in ahead[::2]] == [
        "Commitment Due In charge",
        "C portal 30 September 2018 An office",
    ]
    assert (sections["late"], sections["deadlines"]) == ([], [])
    assert [each["id"] for each in sections["also_late"]] == ["law"]
    assert [each["id"] for each in sections["ends"]] == ["portal"]


def test_one_page_says_so_where_no_commitment_is_late_or_has_an_end_ahead(plans: Path) -> None:
    write_plan(plans, "nepal", commitment("law"))

    page = told("nepal", "--one-page")

    assert "\nLate the longest\nNo commitment, next step or data release is late.\n" in page
    assert page.endswith("\nThe next deadlines\nNo commitment has an end ahead.\n")


def test_one_page_with_late_milestones_tells_of_these_alone(plans: Path) -> None:
    late = '[[milestones]]\nid = "m"\ntitle = "M"\nlead = "office"\ndue = 2018-06-01\n'
    write_plan(plans, "nepal", ONLY_COMMITMENTS + late)

    page = told("nepal", "--one-page")

    assert page.count("Late the longest\n") == page.count("The next deadlines\n") == 1
    assert "\nLate the longest\nMilestone " in page


def test_what_is_late_besides_milestones_needs_someone_in_charge(plans: Path) -> None:
    led = 'lead = "office"\n'
    toml = LATE_BESIDES.replace(led, "").replace('lead = "office"', "")
    write_plan(plans, "nepal", toml.replace('publisher = "office"', ""))

    assert (
        "An office must name someone for 1 commitment past its end, 1 late next step and"
        " 1 late data release"
    ) in told("nepal", "--sections", "who-must-act")


def test_commitment_past_its_end_after_that_of_the_plan_is_to_be_decided_on(plans: Path) -> None:
    write_plan(plans, "nepal", LATE_BESIDES, start='"2017"', end="2018-06-15")

    found = told("nepal", "--sections", "who-must-act")

    assert "decide what becomes of 1 commitment past its end; take 1 next step" in found


def test_late_next_step_is_told_by_a_sign_and_a_word_in_every_voice(plans: Path) -> None:
    write_plan(plans, "nepal", LATE_BESIDES)
    words = ("nepal", "--sections", "next-steps")

    for voice in ("terminal", "markdown"):
        assert "▲ 29 June 2018: 1 day late" in told(*words, "--format", voice)
    page = report(*words, "--format", "html").out
    assert '<span class="late">29 June 2018: 1 day late</span>' in page.replace("\xa0", " ")
    (row,) = rows_of(told(*words, "--format", "csv"))
    assert row["late"] == "true"


# Languages


def test_text_that_is_not_in_the_language_is_marked(plans: Path) -> None:
    write_full_plan(plans)

    found = told("nepal", "--lang", "es", "--sections", "attention")

    assert "Publicar las reglas  " in found
    assert "Train the officers [en]" in found
    assert "10 de junio de 2018" in found


def test_findings_are_named_in_the_language_of_the_report(plans: Path) -> None:
    write_full_plan(plans)
    words = ("nepal", "--sections", "findings", "--lang", "fr", "--format")
    title = "a deadline has passed"

    html, english = report(*words, "html").out, report("nepal", "--format", "json").document

    assert "une échéance est dépassée" in html
    assert title not in html
    # What programs read is the same in every language.
    document = report(*words, "json").document
    (rules, others) = (
        each["plans"][0]["sections"]["findings"]["rules"] for each in (document, english)
    )
    assert rules == others
    assert title in [each["title"] for each in rules]


def test_quotes_are_those_of_the_language(plans: Path) -> None:
    toml = '[[milestones]]\nid = "m"\ntitle = "Ask"\ndue = 2018-05-01\nnote = "Heard in Paris"\n'
    write_plan(plans, "nepal", toml)

    found = report("nepal", "--lang", "fr", "--sections", "attention").out

    space = "\N{NO-BREAK SPACE}"
    assert f"Note sur «{space}Ask [en]{space}»{space}: Heard in Paris" in found


def test_without_lang_nothing_is_marked(plans: Path) -> None:
    write_full_plan(plans)

    assert "[en]" not in told("nepal")


def test_language_without_labels_says_that_they_are_in_english(plans: Path) -> None:
    write_plan(plans, "nepal", title='{ en = "A plan", ne = "योजना" }')

    answer = report("nepal", "--lang", "ne", "--sections", "summary")

    assert answer.err == 'labels are not translated into the language "ne"; they are in English\n'
    assert answer.out.startswith("योजना: report on 30 June 2018\n")


# Hostile text


def test_text_of_a_plan_is_text_in_every_voice(plans: Path) -> None:
    evil = r'"\u001b[2J<script>alert(1)</script>\u202e|[x](javascript:alert(1))\r\n# H"'
    toml = f"""
    [[milestones]]
    id = "m"
    title = {evil}
    lead = "office"
    due = 2018-05-01
    note = {evil}
    evidence = ["javascript:alert(1)"]
    [[challenges]]
    id = "c"
    title = {evil}
    category = "other"
    affects = ["m"]
    [[lessons]]
    id = "l"
    title = "=1+1"
    category = "other"
    """
    write_plan(plans, "nepal", toml, title=evil)

    for voice in VOICES:
        found = told("nepal", "--format", voice)
        assert "\x1b" not in found
        assert "\u202e" not in found
    assert "<script>" not in told("nepal", "--format", "markdown")
    assert "\n# H" not in told("nepal", "--format", "markdown")
    assert "<script>alert" not in told("nepal", "--format", "html")
    lessons = rows_of(told("nepal", "--format", "csv", "--sections", "lessons"))
    assert lessons[0]["title"] == "'=1+1"


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
@pytest.mark.parametrize("columns", [60, 100])
def test_no_line_on_a_terminal_is_wider_than_it(plans: Path, columns: int) -> None:
    from cli.asking import in_terminal  # noqa: PLC0415 - not on Windows
    from ogdplan.report.cells import cell_width  # noqa: PLC0415

    write_full_plan(plans)

    answer = in_terminal("report", "nepal", "--as-of", DAY, columns=columns)

    assert max(cell_width(line) for line in answer.lines) <= columns
