"""The report of plans as a paper, asked for by its command."""

import re
from functools import cache
from pathlib import Path

import pytest

from cli.asking import ask, write_plan
from hostile_page import SHOWN, TEXT, hostile_plan
from ogdplan.report.safety import visible
from report.html.papers import assert_safe, assert_well_built
from report.html.parsed import Element, parsed

PLANS = Path(__file__).parents[3] / "plans"
DAY = "2018-06-30"


@cache
def report(*words: str, plans: Path = PLANS) -> Element:
    """Return the HTML of a report, built as every one has to be; it is asked for once."""
    answer = ask(
        *("report", *words, "--format", "html", "--plans", str(plans), "--as-of", DAY)
    )  # fmt: skip
    assert answer.code == 0, answer.err
    document = parsed(answer.out)
    assert_safe(document)
    assert_well_built(document)
    return document


@pytest.mark.parametrize(
    "words",
    [
        ("panama",),
        ("brazil", "--lang", "pt"),
        ("uruguay", "--one-page"),
        ("undesa", "--public"),
        ("nepal", "--lang", "ar"),
        ("--all",),
    ],
    ids=" ".join,
)
def test_report_is_safe_and_well_built(words: tuple[str, ...]) -> None:
    assert report(*words).one("h1").text


def test_plan_is_a_chapter_with_its_facts_and_drawings() -> None:
    document = report("panama")

    assert document.one("h1").text == document.one("title").text
    assert document.one("header").one("ul", class_="facts").text.startswith("Panama ·")
    assert [re.sub("drawing ", "", each["class"] or "") for each in document.all("figure")] == [
        *("burn-down", "status-by-commitment", "time-line")
    ]
    assert document.one("footer").text.startswith("Read from ")


def test_five_measures_are_five_cards() -> None:
    cards = report("panama").one("section", class_="section-measures").one("ul", class_="cards")

    assert len(list(cards.all("li"))) == 5


def test_one_page_has_no_drawings() -> None:
    document = report("panama", "--one-page")

    assert document.one("body")["class"] == "one-page"
    assert not list(document.all("figure"))


def test_several_plans_begin_with_their_comparison() -> None:
    document = report("panama", "nepal")

    assert document.one("h1").text == "Report on 2 plans, 30 June 2018"
    table = document.one("section", class_="section-comparison").one("table")
    assert [row[0] for row in table.rows()] == [
        "Plan",
        "National Open Government Data Action Plan 2017-2018",
        "National Action Plan on Open Government Data",
    ]
    assert [each["href"] for each in table.all("a")] == ["#panama", "#nepal"]
    assert [each["aria-labelledby"] for each in document.all("article")] == ["panama", "nepal"]


def test_each_of_several_plans_says_its_file_and_leads_back_to_the_top() -> None:
    document = report("panama", "nepal")

    for each, plan in zip(document.all("article"), ("panama", "nepal"), strict=True):
        assert each.one("p", class_="source").text.endswith(f"{plan}.toml.")
        assert each.one("p", class_="up").one("a")["href"] == "#top"
    assert document.one("header")["id"] == "top"
    assert "Read from" not in document.one("footer").text


def test_names_of_plans_lead_to_their_chapters_whatever_plans_are_called(tmp_path: Path) -> None:
    for name in ("comparison", "top", "content", "nepal-summary", "nepal"):
        (tmp_path / f"{name}.toml").write_bytes((PLANS / "nepal.toml").read_bytes())
    document = report("--all", plans=tmp_path)

    links = document.one("section", class_="section-comparison").one("table").all("a")
    chapters = [f"#{each['aria-labelledby']}" for each in document.all("article")]
    assert [each["href"] for each in links] == chapters
    assert len(chapters) == 5


def test_plan_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "nepal.toml").write_bytes((PLANS / "nepal.toml").read_bytes())
    (tmp_path / "broken.toml").write_text("format = ", encoding="utf-8")
    place = ("--plans", str(tmp_path), "--as-of", DAY)
    answer = ask("report", "nepal", "broken", "--format", "html", *place)

    assert answer.code == 1
    (note,) = (
        each.text for each in parsed(answer.out).one("header").all("p") if each["class"] == "note"
    )
    assert note.endswith("broken.toml could not be read and is not included")


def test_hostile_plan_is_text_in_every_place(tmp_path: Path) -> None:
    (tmp_path / "hostile.toml").write_text(hostile_plan(), encoding="utf-8")
    document = report("hostile", plans=tmp_path)

    shown = " ".join(visible(TEXT).split())
    assert document.one("title").text == shown
    assert document.one("h1").text == shown
    assert document.text.count(SHOWN) > 20
    for each in document.all("a"):
        assert SHOWN not in (each["href"] or "")


def test_hostile_title_of_a_plan_is_text_beside_others(tmp_path: Path) -> None:
    (tmp_path / "hostile.toml").write_text(hostile_plan(), encoding="utf-8")
    (tmp_path / "nepal.toml").write_bytes((PLANS / "nepal.toml").read_bytes())
    document = report("hostile", "nepal", plans=tmp_path)

    assert SHOWN in document.one("nav").text


ARABIC = """
[[commitments]]
id = "portal"
title.ar = "بوابة"
[[milestones]]
id = "launch"
title.ar = "إطلاق البوابة data.gov.tn (النسخة 2)"
commitment = "portal"
lead = "office"
due = 2018-06-20
[[milestones]]
id = "law"
title.ar = "قانون"
due = 2018-12-31
depends_on = ["launch"]
note = "Ask again"
[[milestones]]
id = "decree"
title.ar = "مرسوم"
completed = 2018-05-01
evidence = ["minutes"]
[[updates]]
id = "later"
about = "launch"
on = 2018-06-01
text.ar = "تأخر الشراء"
due_from = 2018-06-10
due_to = 2018-06-20
[[challenges]]
id = "money"
title = "No money"
category = "funding-and-staff"
mitigations = ["law", "decree"]
"""


def test_texts_of_a_plan_within_sentences_run_in_their_own_direction(tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "tunisia", ARABIC, languages='["ar", "en"]')
    document = report("tunisia", "--lang", "en", plans=tmp_path / "plans")

    launch = "إطلاق البوابة data.gov.tn (النسخة 2) [ar]"
    found = {
        (section["class"], each.text, each["lang"])
        for section in document.all("section")
        for each in section.all("bdi")
    }
    assert found == {
        ("section-summary", "قانون [ar]", "ar"),
        ("section-attention", launch, "ar"),
        ("section-attention", "تأخر الشراء [ar]", "ar"),
        ("section-attention", "قانون [ar]", "ar"),
        ("section-completed", "مرسوم [ar]", "ar"),
        ("section-changes", "تأخر الشراء [ar]", "ar"),
        ("section-challenges", "قانون [ar]", "ar"),
        ("section-challenges", "مرسوم [ar]", "ar"),
        ("section-reports-owed", "قانون [ar]", "ar"),
    }
