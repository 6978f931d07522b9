import os
from pathlib import Path

from ogdplan.report.rules_page import rules_page
from ogdplan.rules.catalogue import RULES

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_page_is_what_the_catalogue_says() -> None:
    if os.environ.get("OGDPLAN_RENEW"):
        PAGE.write_text(rules_page(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == rules_page(), "OGDPLAN_RENEW=1 writes it anew"


def test_each_rule_has_one_heading() -> None:
    headings = [line[4:] for line in rules_page().splitlines() if line.startswith("### ")]

    assert sorted(headings) == sorted(RULES)


def test_rule_stands_with_severity_title_why_and_fix() -> None:
    assert (
        "### overdue\n"
        "\n"
        "**Warning**: A deadline has passed.\n"
        "\n"
        "- **Why:** A late milestone needs a word: how it stands, until when, and what "
        "holds it up.\n"
        "- **What to do:** Report how it stands, move the deadline with a reason, or name the "
        "challenge.\n"
    ) in rules_page()


def test_question_keeps_its_mark() -> None:
    assert "**Warning**: Completed, but when?\n" in rules_page()


def test_advice_names_its_session() -> None:
    assert (
        "- **Why:** Officers can only open data when they have learned how "
        "(from the workshop of The Hague, June 2017, session III).\n"
    ) in rules_page()
