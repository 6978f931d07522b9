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
        "Nothing is overdue or blocked, and nothing is due in the next 90 days.",
        "Nothing was completed from 1 April 2018 to 30 June 2018.",
        "Nothing in the plan file is dated from 1 April 2018 to 30 June 2018.",
        "The plan names no challenges.",
        "The plan names no lessons.",
        "No next step is named.",
        "The plan lists no datasets.",
        "The plan names no indicators.",
        "The plan names no events.",
        "No assessment by others is known.",
        "Nobody owes a report.",
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
    assert not Path("x.csv").exists()


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


def test_format_says_more_than_the_ending(plans: Path) -> None:
    write_full_plan(plans)

    assert report("nepal", "--output", "a.md", "--format", "json").code == 0

    assert Path("a.md").read_text(encoding="utf-8").startswith("{")


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


def test_nothing_changed_since_a_commit_says_so(plans: Path) -> None:
    repo = a_repo(plans.parent)
    write_full_plan(plans)
    repo.commit(day="2018-06-30")

    answer = report("nepal", "--sections", "changes", "--since", "HEAD")

    assert "Nothing changed in the plan file.\n" in answer.out
    assert "Period of this report: after 30 June 2018\n" in answer.out


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


def test_only_files_that_cannot_be_read_give_an_empty_report(plans: Path) -> None:
    (plans / "panama.toml").write_text("format = 1\n[plan\n", encoding="utf-8")

    answer = report("panama", "--format", "csv")

    assert (answer.code, rows_of(answer.out)) == (1, [])
    assert answer.out.startswith("plan,id,number,title,")
    assert report("panama").out.startswith("Report on 0 plans, 30 June 2018\n")
    assert report("panama", "--format", "html").code == 1


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

    assert answer.err == (
        'note: the labels of reports are not there in "ne": they are in English\n'
    )
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

    answer = in_terminal("report", "nepal", "--as-of", DAY, columns=columns, cwd=plans.parent)

    assert max(cell_width(line) for line in answer.lines) <= columns
