"""`site`: real folders, written by the real command line, read as a browser reads them."""

import csv
import io
import json
import os
import shutil
import sys
from contextlib import chdir
from datetime import date
from pathlib import Path

import pytest

from cli.asking import AS_OF, Answer, ask, in_terminal, write_plan
from cli.sites import Page, broken_links, names, pages, texts, touched, traces
from ogdplan.actions.site_sources import sources
from ogdplan.cli.site_order import Order
from ogdplan.cli.site_pages import Building
from ogdplan.model.kinds import KINDS
from ogdplan.report.site.basis import Basis
from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.site_folder import open_site
from ogdplan.workspace.site_manifest import MANIFEST

DAY = date.fromisoformat(AS_OF)
SHIPPED = Path(__file__).parents[2] / "plans"
SHARED = {
    "index.html",
    "lessons.html",
    "sdgs.html",
    "about.html",
    "data/status.json",
    "data/status.csv",
    *(f"data/{kind.name}.csv" for kind in KINDS),
}
"""The files of every site, whatever plans there are."""

TOML = """
[[milestones]]
id = "decree"
title = "Adopt the decree"
lead = "office"
due = "2017-01"
completed = 2017-02-01

[[milestones]]
id = "portal"
title = "Launch the portal"
lead = "office"
due = 2017-12-31
sdgs = ["16.10"]

[[challenges]]
id = "fear"
title = "Offices fear to open their data"
category = "fear-to-release"

[[lessons]]
id = "ask"
title = "Ask users first"
category = "prioritise-with-users"
helps_with = ["fear-to-release"]

[[datasets]]
id = "budget"
title = "The budget"
sdgs = ["16"]
"""
BROKEN = 'format = 1\n[plan\ntitle = "secret words"\n'

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")


def site(*words: str) -> Answer:
    return ask("site", "--as-of", AS_OF, *words)


def of_plan(plan_id: str) -> set[str]:
    return {f"plans/{plan_id}.html", f"data/plans/{plan_id}.json"}


def write_two(plans: Path) -> None:
    write_plan(plans, "nepal", TOML)
    write_plan(plans, "panama", TOML, country='"PAN"', title='"Another plan"')


@pytest.fixture
def two(plans: Path) -> Path:
    """Return a folder of two plans."""
    write_two(plans)
    return plans


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two plans and their site, to be copied."""
    folder = tmp_path_factory.mktemp("built")
    with chdir(folder):
        write_two(Path("plans"))
        assert site().code == 0
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two plans, beside which their site lies already."""
    shutil.copytree(built_once, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "plans"


@pytest.fixture(scope="module")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of some shipped plans, one of an agency among them; no test changes it."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("brazil", "brazil/planejamento", "nepal", "panama"):
        (folder / "plans" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / f"{name}.toml", folder / "plans" / f"{name}.toml")
    answer = ask("site", "--plans", str(folder / "plans"), "--output", str(folder / "out"))
    assert (answer.code, answer.err) == (0, "")
    return folder / "out"


def test_site_has_a_page_a_plan_the_pages_about_all_and_the_data(two: Path) -> None:
    answer = site()

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "site: 24 files written, 0 unchanged, 0 removed\n"
    assert names(Path("site")) == SHARED | of_plan("nepal") | of_plan("panama")


def test_site_lies_beside_the_plans_wherever_one_is(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two)

    site()

    assert (two.parent / "site" / "index.html").is_file()
    assert not (two / "site").exists()


def test_site_can_be_written_to_another_folder_made_for_it(two: Path) -> None:
    answer = site("--output", "public/plans")

    assert answer.out.startswith("public/plans: 24 files written")
    assert "index.html" in names(Path("public/plans"))


def test_every_link_leads_to_a_file_and_a_place_in_it(shipped_site: Path) -> None:
    assert broken_links(shipped_site) == []
    assert "plans/brazil/planejamento.html" in names(shipped_site)


def test_broken_link_would_be_found(built: Path) -> None:
    page = Path("site/index.html")
    page.write_text(page.read_text(encoding="utf-8") + '<a href="no.html"></a><a href="#no"></a>',
                    encoding="utf-8")  # fmt: skip

    assert broken_links(Path("site")) == ["index.html: no.html", "index.html: #no"]


def test_every_page_can_be_reached_and_leads_to_the_others(built: Path) -> None:
    found = pages(Path("site"))

    for name, page in found.items():
        way = "../" * name.count("/")
        main = {
            f"{way}{each}" for each in ("index.html", "lessons.html", "sdgs.html", "about.html")
        }
        assert main <= set(page.links), name
    links = set(found["index.html"].links)
    assert {name for name in SHARED if name.startswith("data/")} <= links
    assert {"plans/nepal.html", "plans/panama.html"} <= links
    assert "../data/plans/nepal.json" in found["plans/nepal.html"].links


def test_nothing_is_loaded_and_nothing_runs(shipped_site: Path) -> None:
    for name, text in texts(shipped_site).items():
        if name.endswith(".html"):
            assert "<script" not in text
            assert "src=" not in text
            assert "<link" not in text


# What is for the public.


SECRET = """
[[institutions]]
id = "office"
name = "An office"
sector = "government"
contact = "SECRET-contact"
note = "SECRET-institution"

[[commitments]]
id = "openness"
title = "Openness"
note = "SECRET-commitment"
lead = "office"

[[milestones]]
id = "portal"
title = "Launch the portal"
commitment = "openness"
lead = "office"
due = 2018-01-31
sdgs = ["16"]
note = { en = "SECRET-milestone", es = "SECRET-hito" }

[[milestones]]
id = "decree"
title = "Adopt it"
commitment = "openness"
lead = "office"
completed = 2018-06-01
note = "SECRET-done"

[[updates]]
id = "u1"
about = "portal"
on = 2018-06-02
text = "Late"
note = "SECRET-update"

[[challenges]]
id = "fear"
title = "Fear"
category = "fear-to-release"
mitigations = ["talk"]
note = "SECRET-challenge"

[[lessons]]
id = "ask"
title = "Ask"
category = "champions"
note = "SECRET-lesson"

[[next_steps]]
id = "talk"
title = "Talk"
note = "SECRET-step"

[[datasets]]
id = "budget"
title = "The budget"
sdgs = ["16"]
note = "SECRET-dataset"

[[indicators]]
id = "users"
title = "Users"
level = "outcome"
note = "SECRET-indicator"

[[measurements]]
id = "users-1"
indicator = "users"
on = 2018-06-01
value = 1
note = "SECRET-measurement"

[[events]]
id = "day"
title = "A day"
kind = "hackathon"
start = 2018-06-03
note = "SECRET-event"

[[resources]]
id = "guide"
title = "A guide"
kind = "guideline"
note = "SECRET-resource"

[[assessments]]
id = "irm-1"
framework = "irm"
criterion = "Completion"
rating = "Limited"
about = "portal"
note = "SECRET-assessment"

[[instruments]]
id = "law"
title = "The law"
kind = "law"
note = "SECRET-instrument"

[[accepted]]
rule = "missing-due"
about = "decree"
reason = "SECRET-reason"
"""


def test_notes_contacts_and_findings_are_in_no_file(plans: Path) -> None:
    header = 'title = "A plan"\ncountry = "NPL"\nlead = "office"\nnote = "SECRET-plan"\n'
    text = f'format = 1\n[plan]\n{header}start = "2018"\n'
    (plans / "nepal.toml").write_text(text + SECRET, encoding="utf-8")
    wrong = '[[lessons]]\nid = "x"\nnote = ["SECRET-wrong-type"]\n"SECRET-key" = 1\n'
    (plans / "broken.toml").write_text(text + SECRET + wrong, encoding="utf-8")

    answer = site()

    assert answer.code == 1
    leaks = [name for name, content in texts(Path("site")).items() if "SECRET" in content]
    assert leaks == []


def test_tables_are_those_of_list_without_note_and_contact(built: Path) -> None:
    for kind in KINDS:
        listed = ask(kind.name, "list", "--format", "csv", "--as-of", AS_OF).out
        published = Path(f"site/data/{kind.name}.csv").read_text(encoding="utf-8")
        assert published.startswith("\ufeffplan,id,")
        rows = list(csv.DictReader(io.StringIO(published.removeprefix("\ufeff"))))
        without = [
            {key: value for key, value in row.items() if key not in {"note", "contact"}}
            for row in csv.DictReader(io.StringIO(listed))
        ]
        assert rows == without, kind.name


def test_status_is_that_of_the_command(built: Path) -> None:
    wanted = ask("status", "--format", "json", "--as-of", AS_OF).document
    assert json.loads(Path("site/data/status.json").read_text(encoding="utf-8")) == wanted
    table = Path("site/data/status.csv").read_text(encoding="utf-8")
    assert table == "\ufeff" + ask("status", "--format", "csv", "--as-of", AS_OF).out


def test_report_of_a_plan_is_the_public_one_without_what_is_internal(built: Path) -> None:
    found = json.loads(Path("site/data/plans/nepal.json").read_text(encoding="utf-8"))
    assert (found["schema"], found["public"]) == ("ogdplan/report/1", True)
    assert [each["id"] for each in found["plans"]] == ["nepal"]
    sections = found["plans"][0]["sections"]
    assert {"summary", "measures", "datasets"} <= sections.keys()
    assert not {"findings", "reports_owed"} & sections.keys()


def test_page_of_a_plan_has_the_public_sections_that_it_has_something_for(built: Path) -> None:
    ids = pages(Path("site"))["plans/nepal.html"].ids
    assert {"nepal-summary", "nepal-measures", "nepal-datasets", "nepal-further"} <= set(ids)
    assert not {"nepal-findings", "nepal-reports-owed", "nepal-events", "nepal-agencies"} & set(ids)


def test_texts_that_are_markup_are_shown_as_texts(plans: Path) -> None:
    hostile = "<script>alert(1)</script>"
    toml = TOML.replace("Adopt the decree", hostile).replace("Offices fear", hostile)
    write_plan(plans, "nepal", toml.replace("Ask users", hostile), title=f'"{hostile}"')

    site()

    for name, page in pages(Path("site")).items():
        assert "<script" not in page.text, name
    for name in ("index.html", "lessons.html", "plans/nepal.html"):
        assert hostile in Page(Path(f"site/{name}").read_text(encoding="utf-8")).words


# What is written again.


def test_second_run_writes_nothing(built: Path) -> None:
    before = traces(Path("site"))
    manifest = Path("site", MANIFEST).stat().st_mtime_ns

    answer = site()

    assert (answer.code, answer.out) == (0, "site: 0 files written, 24 unchanged, 0 removed\n")
    assert touched(Path("site"), before) == set()
    assert Path("site", MANIFEST).stat().st_mtime_ns == manifest


def test_same_plans_give_the_same_bytes_anywhere(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "elsewhere" / "plans")

    site("--plans", str(tmp_path / "elsewhere" / "plans"), "--output", "other")

    assert texts(Path("other")) == texts(Path("site"))


def test_change_of_a_plan_touches_its_page_the_pages_about_all_and_its_data(built: Path) -> None:
    before = traces(Path("site"))

    ask("milestone", "complete", "nepal", "portal", "--on", "2018-06-01")
    answer = site()

    assert touched(Path("site"), before) == {
        *of_plan("nepal"),
        "index.html",
        "sdgs.html",
        "data/status.json",
        "data/status.csv",
        "data/milestone.csv",
    }
    assert answer.out == "site: 7 files written, 17 unchanged, 0 removed\n"


def test_page_of_another_plan_is_not_even_made(built: Path) -> None:
    """A page that were made would find that someone has changed it, and say so."""
    ask("milestone", "complete", "nepal", "portal", "--on", "2018-06-01")
    before = json.loads(Path("site", MANIFEST).read_text(encoding="utf-8"))["files"]

    site()

    after = json.loads(Path("site", MANIFEST).read_text(encoding="utf-8"))["files"]
    assert before["plans/panama.html"] == after["plans/panama.html"]
    assert before["plans/nepal.html"][0] != after["plans/nepal.html"][0]


def test_page_of_a_plan_whose_data_someone_removed_stays_and_is_named_once(built: Path) -> None:
    data, before = "data/plans/nepal.json", traces(Path("site"))
    Path("site", data).unlink()

    document = site("--format", "json").document

    assert touched(Path("site"), before) == {data}
    assert document["written"] == [data]
    assert document["unchanged"] == sorted({*before} - {data})


def test_pages_name_their_files_anew_where_the_folder_of_plans_has_another_name(
    two: Path,
) -> None:
    site("--output", "out")
    two.rename(two.parent / "files")

    answer = site("--output", "out", "--plans", "files")

    assert answer.code == 0
    assert "plans/nepal.toml" not in "".join(texts(Path("out")).values())
    assert "files/nepal.toml" in texts(Path("out"))["plans/nepal.html"]


def test_another_day_is_another_site(built: Path) -> None:
    answer = ask("site", "--as-of", "2018-07-01")

    assert answer.out.endswith(" unchanged, 0 removed\n")
    assert "1 July 2018" in Path("site/plans/nepal.html").read_text(encoding="utf-8")


def test_files_of_a_plan_that_is_gone_are_removed(built: Path) -> None:
    (built / "panama.toml").unlink()

    answer = site()

    assert answer.out.endswith(", 2 removed\n")
    assert names(Path("site")) == SHARED | of_plan("nepal")


def test_plan_that_is_renamed_has_its_page_at_the_new_address(built: Path) -> None:
    (built / "brazil").mkdir()
    (built / "panama.toml").rename(built / "brazil" / "saude.toml")

    site()

    assert names(Path("site")) == SHARED | of_plan("nepal") | of_plan("brazil/saude")
    assert broken_links(Path("site")) == []


def test_page_that_someone_changed_is_replaced_by_force_only(built: Path) -> None:
    whole = texts(Path("site"))
    Path("site/index.html").write_text("mine", encoding="utf-8")

    answer = site()

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "error: cannot write site: changed since ogdplan wrote it: index.html\n"
        "hint: --force writes it anew, and what was changed is lost\n"
    )
    assert Path("site/index.html").read_text(encoding="utf-8") == "mine"
    assert site("--force").out == (
        "site: 1 file written, 23 made anew with the same content, 0 removed\n"
    )
    assert texts(Path("site")) == whole


def test_page_of_a_plan_that_is_gone_stays_when_someone_changed_it(built: Path) -> None:
    (built / "panama.toml").unlink()
    Path("site/plans/panama.html").write_text("mine", encoding="utf-8")

    answer = site()

    assert answer.code == 0
    assert answer.out.endswith(", 1 removed\n")
    assert answer.err == (
        "note: site/plans/panama.html belongs to no plan, and stays since someone changed it\n"
    )
    assert Path("site/plans/panama.html").read_text(encoding="utf-8") == "mine"


def test_folder_of_someone_else_is_refused(two: Path) -> None:
    Path("site").mkdir()
    Path("site/thesis.doc").write_text("mine", encoding="utf-8")

    answer = site()

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "error: cannot write site: the folder holds other files: thesis.doc\n"
        "hint: choose another folder with --output DIR\n"
    )
    assert names(Path("site")) == {"thesis.doc"}


def test_folder_with_nothing_but_files_of_hosts_is_taken_and_they_stay(two: Path) -> None:
    (Path("site") / ".git").mkdir(parents=True)
    hosts = ("CNAME", ".nojekyll", "robots.txt", "favicon.ico", ".git/HEAD", ".well-known")
    for name in hosts:
        Path("site", name).write_text("mine", encoding="utf-8")

    assert site().code == 0
    assert site("--force").code == 0
    assert "index.html" in names(Path("site"))
    assert [Path("site", name).read_text(encoding="utf-8") for name in hosts] == ["mine"] * 6


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for /proc")
def test_folder_that_the_system_does_not_allow_is_said_to_be_that(two: Path) -> None:
    answer = site("--output", "/proc/no-such-folder")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "error: cannot create the folder /proc/no-such-folder: the system allows no folder there\n"
        "hint: choose another folder with --output DIR\n"
    )


def test_own_files_in_a_site_stay(built: Path) -> None:
    Path("site/CNAME").write_text("example.org", encoding="utf-8")
    (built / "panama.toml").unlink()

    assert site().code == 0
    assert Path("site/CNAME").read_text(encoding="utf-8") == "example.org"


@pytest.mark.parametrize("where", ["plans", "plans/site", ".", "plans/nepal.toml"])
def test_place_where_plans_are_is_refused(two: Path, where: str) -> None:
    before = texts(two)

    answer = site("--output", where)

    assert (answer.code, answer.out) == (3, "")
    assert "hint: choose another folder with --output DIR\n" in answer.err
    assert texts(two) == before


@on_posix
@pytest.mark.parametrize("mode", ["000", "755"])
def test_folder_that_cannot_be_one_is_no_mistake_on_the_command_line(two: Path, mode: str) -> None:
    Path("out").mkdir(int(mode, 8))
    Path("out").chmod(int(mode, 8))

    answer = site("--output", f"out/{'x' * 300}")

    Path("out").chmod(0o755)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.endswith("hint: choose another folder with --output DIR\n")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to root"
)
def test_closed_folder_is_refused(two: Path) -> None:
    Path("closed").mkdir(0o000)

    answer = site("--output", "closed")

    Path("closed").chmod(0o755)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: cannot write closed/: permission denied\nhint: ")


def test_read_only_folder_is_refused(two: Path) -> None:
    Path("site").mkdir()
    Path("site").chmod(0o555)

    answer = site()

    Path("site").chmod(0o755)
    assert answer.code == 3
    assert answer.err.startswith("error: cannot write site/: its folder is read-only\nhint: ")
    assert names(Path("site")) == set()


def test_trial_says_what_would_be_written_and_writes_nothing(two: Path) -> None:
    answer = site("--dry-run")

    assert answer.code == 0
    assert answer.lines[0] == "site: would be written: 24 files; 0 unchanged, 0 removed"
    assert "write site/plans/nepal.html" in answer.lines
    assert not Path("site").exists()

    site()
    (two / "panama.toml").unlink()
    before = traces(Path("site"))

    assert "remove site/plans/panama.html" in site("--dry-run").lines
    assert touched(Path("site"), before) == set()


def test_json_names_each_file(built: Path) -> None:
    (built / "panama.toml").unlink()

    document = site("--format", "json").document

    assert {key: document[key] for key in ("schema", "as_of", "folder", "dry_run")} == {
        "schema": "ogdplan/site/1",
        "as_of": AS_OF,
        "folder": "site",
        "dry_run": False,
    }
    assert document["removed"] == sorted(of_plan("panama"))
    assert {*document["written"], *document["unchanged"]} == names(Path("site"))
    assert (document["kept"], document["unreadable"]) == ([], [])


# Plans of all sorts.


def test_plan_that_cannot_be_read_has_a_page_that_says_so_and_others_are_built(two: Path) -> None:
    (two / "broken.toml").write_text(BROKEN, encoding="utf-8")

    answer = site()

    assert answer.code == 1
    assert answer.out == "site: 25 files written, 0 unchanged, 0 removed\n"
    assert answer.err.startswith("error: cannot read plans/broken.toml: line 2: ")
    found = pages(Path("site"))
    words = found["plans/broken.html"].words
    assert "This plan cannot be shown at present. Please come back later." in words
    assert (
        "For those who keep it: plans/broken.toml could not be read; "
        "this says why: ogdplan check broken"
    ) in words
    assert "Plans not shown at present" in found["index.html"].words
    assert "plans/broken.html" in found["index.html"].links
    assert "plans/broken.toml" in found["index.html"].words
    assert broken_links(Path("site")) == []
    assert not any("secret words" in text for text in texts(Path("site")).values())
    again = site()
    assert (again.code, again.out) == (1, "site: 0 files written, 25 unchanged, 0 removed\n")


@pytest.mark.parametrize(
    ("stage", "notice"),
    [
        ("draft", "This plan is a draft: nobody has adopted it yet."),
        ("consultation", "This plan is out for comments: nobody has adopted it yet."),
        (
            "submitted",
            "This plan was handed to those who decide on it: they have not adopted it yet.",
        ),
        ("adopted", ""),
        ("closed", ""),
    ],
)
def test_page_of_a_plan_says_at_its_top_that_nobody_has_adopted_it(
    plans: Path, stage: str, notice: str
) -> None:
    write_plan(plans, "nepal", TOML, stage=f'"{stage}"')

    site()

    found = pages(Path("site"))
    top = found["plans/nepal.html"].words.split("Contents")[0]
    assert notice in top
    assert ("adopted it" in top) == bool(notice)
    row = found["index.html"].text.split('href="plans/nepal.html"')[1].split("</tr>")[0]
    assert f'data-label="Stage">{stage.capitalize()}<' in row


@pytest.mark.parametrize(
    ("basis", "notice"),
    [
        ("official", ""),
        (
            "partial",
            "put together from parts of the plan's own text and from public sources; it is",
        ),
        ("reconstructed", "put together from public sources; it is"),
    ],
)
def test_site_says_once_which_plans_are_put_together_from_public_sources(
    plans: Path, basis: str, notice: str
) -> None:
    write_plan(plans, "nepal", TOML, basis=f'"{basis}"')
    write_plan(plans, "panama", TOML, country='"PAN"', basis='"official"')

    site()

    found, is_official = pages(Path("site")), basis == "official"
    every = "it is no statement of the government."
    assert notice in found["plans/nepal.html"].words
    assert found["plans/nepal.html"].words.count(every) == (not is_official)
    assert every not in found["plans/panama.html"].words
    row = found["index.html"].text.split('href="plans/nepal.html"')[1].split("</tr>")[0]
    assert ("public sources" in row) != is_official
    assert ("The files of 1 of 2 plans are put together" in found["about.html"].words) != (
        is_official
    )
    assert "are kept by its coordinators" in found["about.html"].words


def test_goals_are_one_table_with_a_row_a_plan_and_an_address_a_goal(built: Path) -> None:
    page = pages(Path("site"))["sdgs.html"]
    assert page.ids.count("goal-16") == 1
    table = page.text.split('id="about-by-goal"')[1].split("</table>")[0]
    assert table.count('scope="row"') == 2
    assert "plans/nepal.html" in table
    assert "plans/panama.html" in table


def test_plan_that_is_mended_has_its_report_again(two: Path) -> None:
    right = (two / "nepal.toml").read_text(encoding="utf-8")
    site()
    (two / "nepal.toml").write_text(BROKEN, encoding="utf-8")
    assert site().out.endswith(", 1 removed\n")
    assert "data/plans/nepal.json" not in names(Path("site"))
    (two / "nepal.toml").write_text(right, encoding="utf-8")

    assert site().code == 0
    assert names(Path("site")) == SHARED | of_plan("nepal") | of_plan("panama")


def test_site_of_broken_plans_alone_is_built_too(plans: Path) -> None:
    (plans / "broken.toml").write_text(BROKEN, encoding="utf-8")

    assert site().code == 1
    assert "No plan could be read." in pages(Path("site"))["index.html"].words
    assert broken_links(Path("site")) == []


def test_file_whose_name_is_no_plan_id_has_no_page_and_is_named(two: Path) -> None:
    write_plan(two, "Costa Rica & <b>", TOML) if os.name != "nt" else write_plan(two, "Costa Rica")

    answer = site()

    assert answer.code == 1
    assert "its name cannot be the id of a plan" in answer.err
    assert names(Path("site")) == SHARED | of_plan("nepal") | of_plan("panama")
    page = pages(Path("site"))["index.html"]
    assert "plans/Costa Rica" in page.words
    assert "<b>" not in page.text


def test_file_whose_name_is_no_plan_id_is_named_where_the_site_was_whole_without_it(
    built: Path,
) -> None:
    write_plan(built, "Costa Rica")

    answer = site()

    assert answer.code == 1
    assert "its name cannot be the id of a plan" in answer.err
    assert "plans/Costa Rica.toml" in pages(Path("site"))["index.html"].words


def test_site_is_made_of_what_was_read_when_it_was_looked_at(two: Path) -> None:
    """A digest is of the very bytes that are published, whatever happens to the file meanwhile."""
    order = Order(
        PlansFolder(two.absolute()), Path("site").absolute(), "site", DAY, None, colour=False
    )
    found = sources(order.folder)
    (two / "nepal.toml").write_text(BROKEN, encoding="utf-8")

    with open_site(order.path, plans=two, shown="site") as folder:
        built = Building(order, folder, Basis("program", AS_OF, "", ())).run(found)

    assert built.failed == ()
    assert names(Path("site")) == SHARED | of_plan("nepal") | of_plan("panama")
    status = json.loads(Path("site/data/status.json").read_text(encoding="utf-8"))
    assert status["unreadable"] == []


def test_no_plans_at_all_is_said(plans: Path) -> None:
    answer = site()

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: there are no plans in plans/\n")
    assert not Path("site").exists()


@pytest.fixture
def family(two: Path) -> Path:
    """Return a folder in which one plan has two under it, one of them under the other."""
    write_plan(two, "nepal/health", TOML, kind='"agency"', parent='"nepal"', title='"Health"')
    write_plan(
        two, "nepal/health/hospital", kind='"agency"', parent='"nepal/health"', title='"Hospital"'
    )
    return two


def test_agency_plans_stand_under_their_country_with_a_subtotal(family: Path) -> None:
    site()

    page = pages(Path("site"))["index.html"]
    order = [link for link in page.links if link.startswith("plans/")]
    status = order[:4]
    assert status == [
        "plans/nepal.html",
        "plans/nepal/health.html",
        "plans/nepal/health/hospital.html",
        "plans/panama.html",
    ]
    assert page.words.count("1 plan under it") == 2


def test_pages_of_kin_lead_to_each_other(family: Path) -> None:
    site()

    found = pages(Path("site"))
    assert {"../plans/nepal/health.html", "../plans/nepal/health/hospital.html"} <= set(
        found["plans/nepal.html"].links
    )
    assert "../../plans/nepal.html" in found["plans/nepal/health.html"].links
    assert "../../../plans/nepal/health.html" in found["plans/nepal/health/hospital.html"].links
    assert broken_links(Path("site")) == []


def test_change_of_an_agency_plan_is_one_of_those_above_it(family: Path) -> None:
    site()
    before = traces(Path("site"))

    ask("milestone", "complete", "nepal/health", "portal", "--on", "2018-06-01")
    site()

    written = touched(Path("site"), before)
    assert of_plan("nepal") | of_plan("nepal/health") <= written
    assert not (of_plan("panama") | of_plan("nepal/health/hospital")) & written


def test_title_of_a_plan_is_one_of_the_pages_under_it(family: Path) -> None:
    site()
    before = traces(Path("site"))

    write_plan(family, "nepal", TOML, title='"Renamed"')
    site()

    written = touched(Path("site"), before)
    assert "plans/nepal/health.html" in written
    assert "plans/nepal/health/hospital.html" not in written
    assert "Renamed" in pages(Path("site"))["plans/nepal/health.html"].words


def test_plans_under_each_other_in_a_circle_are_all_there(plans: Path) -> None:
    write_plan(plans, "nepal", TOML, kind='"agency"', parent='"panama"')
    write_plan(plans, "panama", TOML, kind='"agency"', parent='"nepal"')

    answer = site()

    assert answer.code == 0
    assert {"plans/nepal.html", "plans/panama.html"} <= set(pages(Path("site"))["index.html"].links)


def test_challenges_say_who_has_solved_one_like_it(two: Path) -> None:
    solved = 'category = "fear-to-release"\nstatus = "resolved"\nresolution = "A decree"\n'
    toml = TOML.replace('category = "fear-to-release"\n', solved)
    write_plan(two, "uruguay", toml, country='"URY"')

    site()

    words = " ".join(pages(Path("site"))["lessons.html"].words.split())
    assert "Fear to release offices fear poor quality, gaps in the data, or misuse" in words
    assert "Nepal ▲ Open nothing Uruguay" in words
    assert "A decree" in words


def test_challenge_that_is_no_longer_open_needs_nobody_who_has_solved_one(plans: Path) -> None:
    solved = 'category = "fear-to-release"\nstatus = "resolved"\n'
    toml = TOML.replace('category = "fear-to-release"\n', solved)
    write_plan(plans, "nepal", toml)
    write_plan(plans, "uruguay", toml, country='"URY"')

    site()

    assert "Solved one like it" not in pages(Path("site"))["lessons.html"].words


def test_programme_of_several_countries_has_their_number(plans: Path) -> None:
    path = write_plan(plans, "un", kind='"programme"', countries='["NPL", "PAN", "URY"]')
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('country = "NPL"\n', ""), encoding="utf-8")

    site()

    assert "3 countries" in pages(Path("site"))["index.html"].words


def test_words_are_in_the_language_that_is_asked_for(two: Path) -> None:
    write_plan(two, "uruguay", TOML, country='"URY"', title='{ en = "A plan", es = "Un plan" }')

    answer = site("--lang", "es")

    assert (answer.code, answer.err) == (0, "")
    found = pages(Path("site"))
    assert all('<html lang="es"' in page.text for page in found.values())
    assert "Un plan" in found["index.html"].words
    assert "A plan [en]" in found["index.html"].words
    assert "los hitos de todos los planes" in found["index.html"].words
    assert site().out.endswith(" unchanged, 0 removed\n")


def test_language_that_no_plan_has_is_noted(two: Path) -> None:
    labels, texts_of_plans = site("--lang", "ne").err.splitlines()

    assert labels == 'labels are not translated into the language "ne"; they are in English'
    assert texts_of_plans.startswith('no text of the plans is in the language "ne"')


@on_posix
def test_terminal_shows_what_came_of_it_last_whether_or_not_a_bar_was_there(two: Path) -> None:
    answer = in_terminal("site", "--as-of", AS_OF, columns=80)

    assert answer.code == 0
    assert answer.out.endswith("site: 24 files written, 0 unchanged, 0 removed\n")
