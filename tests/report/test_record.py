from datetime import date

from builders_loaded import a_loaded
from ogdplan.actions.records import card
from ogdplan.report import record
from ogdplan.report.segments import words
from ogdplan.report.terminal.pages import laid_out
from ogdplan.report.view import View

AS_OF = date(2018, 6, 30)
TOML = """
[[institutions]]
id = "nic"
name = "National Information Commission"
acronym = "NIC"
sector = "government"

[[milestones]]
id = "portal"
title = "Launch the portal"
lead = "nic"
supporting = ["nic"]
due = "2018-Q2"
sdgs = ["16"]
sources = ["https://example.org/one", "A very long citation of a book that nobody has ever read"]

[[challenges]]
id = "money"
title = "No money"
category = "other"
mitigations = ["portal"]
affects = ["portal"]
"""


def view(name: str) -> View:
    found = card(a_loaded(TOML), name, kind=None, as_of=AS_OF)
    return record.view(found, as_of=AS_OF, language=None)


def shown(name: str, *, width: int | None = None) -> list[str]:
    return [words(line) for line in laid_out(view(name).page, width=width)]


def test_record_is_shown_with_its_fields_its_standing_and_its_referrers() -> None:
    assert shown("portal") == [
        "Launch the portal",
        "",
        "milestone portal of nepal",
        "",
        "Lead                     NIC",
        "Supporting               NIC",
        "Timing                   Fixed",
        "Due                      2018-Q2",
        "Weight                   1",
        "SDGs                     16",
        "Sources                  https://example.org/one",
        "                         A very long citation of a book that nobody has ever read",
        "Status on 2018-06-30     ○ Not started",
        "Health on 2018-06-30     ◆ Due soon",
        "Slip on 2018-06-30       0",
        "Delay on 2018-06-30      –",
        "In charge on 2018-06-30  NIC",
        "Evidence on 2018-06-30   No evidence",
        "",
        "Referred to by",
        "Kind       Title     In           Id",
        "─" * 39,
        "challenge  No money  affects      money",
        "challenge  No money  mitigations  money",
    ]


def test_long_values_wrap_below_where_they_begin() -> None:
    narrow = shown("portal", width=50)

    start = narrow.index("                         A very long citation of a")
    assert narrow[start + 1 : start + 3] == [
        "                         book that nobody has ever",
        "                         read",
    ]


def test_record_that_nothing_refers_to_ends_with_its_standing() -> None:
    assert "Referred to by" not in shown("money")
    assert shown("money")[-1] == "Mitigations on 2018-06-30  1"


def test_document_names_the_kind_and_the_referrers() -> None:
    document = view("portal").document

    assert list(document) == ["schema", "as_of", "kind", "record", "referred_to_by"]
    assert document["kind"] == "milestone"
    assert document["referred_to_by"] == [
        {"kind": "challenge", "id": "money", "field": "affects"},
        {"kind": "challenge", "id": "money", "field": "mitigations"},
    ]
