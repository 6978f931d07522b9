import pytest

from builders import a_plan
from ogdplan.model.kinds import all_records
from ogdplan.model.when import period
from ogdplan.report.words import Reader, counted, days, when

PLAN = a_plan(
    """
    [plan]
    languages = ["es", "en"]
    title = { en = "A plan", es = "Un plan" }

    [[institutions]]
    id = "nic"
    name = { en = "Commission", es = "Comisión" }
    acronym = "NIC"
    sector = "government"

    [[institutions]]
    id = "office"
    name = { en = "Office", es = "Oficina" }
    sector = "government"

    [[updates]]
    id = "u"
    on = 2018-01-01
    text = "It goes on"

    [[measurements]]
    id = "m"
    indicator = "i"
    on = 2018-01-01
    value = 1.5
    """
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (None, "Un plan"),
        ("es", "Un plan"),
        ("en", "A plan"),
        ("en-GB", "A plan"),
        ("fr", "Un plan"),
    ],
)
def test_text_is_in_the_language_of_the_reader_else_in_the_first(
    language: str | None, words: str
) -> None:
    assert Reader(PLAN, language).text(PLAN.header.title) == words


def test_no_text_is_no_words() -> None:
    assert Reader(PLAN, None).text(None) == ""


@pytest.mark.parametrize(
    ("institution", "name"),
    [("nic", "NIC"), ("office", "Oficina"), ("unknown", "unknown"), (None, "")],
)
def test_institution_is_called_by_acronym_else_name_else_id(
    institution: str | None, name: str
) -> None:
    assert Reader(PLAN, None).institution(institution) == name


def test_record_is_called_by_what_its_kind_is_named_by() -> None:
    titles = {record.id: Reader(PLAN, "en").title(record) for record in all_records(PLAN)}

    assert titles == {"nic": "Commission", "office": "Office", "u": "It goes on", "m": "1.5"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (-2, "2 days late"),
        (-1, "1 day late"),
        (0, "today"),
        (1, "in 1 day"),
        (2, "in 2 days"),
    ],
)
def test_days_are_said_from_today(number: int, words: str) -> None:
    assert days(number) == words


def test_number_has_its_noun() -> None:
    assert [counted(number, "plan", "plans") for number in (0, 1, 2)] == [
        "0 plans",
        "1 plan",
        "2 plans",
    ]


def test_date_is_as_in_the_file() -> None:
    assert when(period("2018-Q2")) == "2018-Q2"
    assert when(None) == ""
