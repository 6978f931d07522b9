"""Deadlines as people write them, in a table of forms (forms.csv) and as laws.

The table's `expected` is a period of a plan file, "A or B" where two readings are possible,
"from A to B" for a span, a timing before it, "nothing" where the text says that nothing is
known, and "unreadable".
"""

import csv
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.model.deadlines.day_orders import DayOrder
from ogdplan.model.deadlines.deadline import Ambiguous, Deadline, deadline, when_in_words
from ogdplan.model.vocabularies import Timing
from ogdplan.model.when import When, on_day, period

with (Path(__file__).with_name("forms.csv")).open(encoding="utf-8", newline="") as file:
    FORMS = [tuple(row.values()) for row in csv.DictReader(file)]

YEARS = st.integers(1000, 9999)
PERIODS = st.one_of(
    YEARS.map(str),
    st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{:04}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{:04}-H{}".format, YEARS, st.integers(1, 2)),
).map(lambda text: period(text) or on_day(date.min))
DAYS = st.dates(min_value=date(1000, 1, 1)).map(on_day)
WHENS = PERIODS | DAYS
COUNTRIES = st.none() | st.sampled_from(["URY", "USA", "NPL", "JPN", "BRA", "PAN", "nowhere", ""])
WORDS = st.sampled_from(sorted({word for form in FORMS for word in (form[0], *form[0].split())}))
TEXTS = (
    st.text()
    | st.text(alphabet="0123456789 -/.,()'qhtsº²፩JunFYa\N{EN DASH}\N{NO-BREAK SPACE}\x00")
    | st.lists(WORDS, max_size=12).map(" ".join)
    | st.lists(WORDS, max_size=8).map("".join)
)


@pytest.mark.parametrize(("text", "country", "order", "expected"), FORMS)
def test_form_that_people_write_is_read(text: str, country: str, order: str, expected: str) -> None:
    found = deadline(text, country=country or None, order=DayOrder(order or "unknown"))

    assert in_short(found) == expected
    assert found is None or found.text == text


def test_table_has_enough_forms() -> None:
    assert len(FORMS) >= 120
    assert len(set(FORMS)) == len(FORMS)


@pytest.mark.parametrize(
    "text", [text for text, country, order, _ in FORMS if not country and not order]
)
def test_capitals_and_spaces_around_change_nothing(text: str) -> None:
    shouted = f" \N{NO-BREAK SPACE}{text.upper()}\t"

    assert in_short(deadline(shouted)) == in_short(deadline(text))


def test_deadline_has_all_that_a_span_with_a_rhythm_says() -> None:
    assert deadline("Quarterly, from 2018 to 2020") == Deadline(
        period("2020"), Timing.RECURRING, period("2018"), "Quarterly, from 2018 to 2020"
    )


@pytest.mark.parametrize(
    ("text", "country", "beginning"),
    [
        ("FY 2024/25", "KEN", "2024-07"),
        ("FY 2024/25", "NPL", "2024-07-16"),
        ("Q1 FY2025/26", "KEN", "2025-07"),
        ("summer 2019", "URY", "2019-12"),
        ("2024-2025", None, "2024"),
        ("Jan-Jun 2025", None, "2025-01"),
        ("from June 2018", None, "2018-06"),
        ("primera semana de julio de 2019", None, "2019-07-01"),
        ("last week of May 2019", None, "2019-05-25"),
        ("segunda quincena de junio de 2018", None, "2018-06-16"),
        ("end of 2019", None, "2019-Q4"),
        ("end of FY 2024/25", "KEN", "2025-06"),
        ("mid-2025", None, "2025-06"),
        ("2025", None, "2025"),
        ("ongoing", None, "None"),
    ],
)
def test_what_starts_in_a_period_starts_with_it(
    text: str, country: str | None, beginning: str
) -> None:
    found = deadline(text, country=country)

    assert isinstance(found, Deadline)
    assert str(found.beginning) == beginning


def test_ambiguous_deadline_has_its_readings_by_day() -> None:
    assert deadline("12/07/2022") == Ambiguous(
        "12/07/2022", (on_day(date(2022, 7, 12)), on_day(date(2022, 12, 7)))
    )


def test_one_end_of_a_span_proves_the_order_of_the_other() -> None:
    assert in_short(deadline("1/4/2019 - 12/31/2022")) == "from 2019-01-04 to 2022-12-31"


def test_date_against_the_order_of_its_column_is_not_read() -> None:
    assert deadline("12/31/2019", order=DayOrder.DAY_FIRST) is None
    assert deadline("31/12/2019", order=DayOrder.MONTH_FIRST) is None


def test_season_and_fiscal_year_need_a_country() -> None:
    for text in ("fall 2023", "FY 2023-24", "FY2024"):
        assert deadline(text) is None
        assert deadline(text, country="XXX") is None


@given(TEXTS, COUNTRIES, st.sampled_from(DayOrder))
def test_no_text_is_too_strange(text: str, country: str | None, order: DayOrder) -> None:
    found = deadline(text, country=country, order=order)

    assert found is None or found.text == text
    assert deadline(text, country=country, order=order) == found


@given(TEXTS, COUNTRIES)
def test_span_begins_before_it_ends(text: str, country: str | None) -> None:
    match deadline(text, country=country):
        case Deadline(When() as due, _, When() as start, _):
            assert start.first < due.last
        case Ambiguous(_, readings):
            assert len(set(readings)) == len(readings) > 1


SHORT = st.integers(0, 40)


@given(
    st.tuples(st.integers(1990, 2060), SHORT, SHORT) | st.tuples(SHORT, SHORT, YEARS),
    st.sampled_from("-/"),
    st.sampled_from(DayOrder),
)
def test_numbers_with_the_same_mark_twice_are_never_a_span(
    numbers: tuple[int, int, int], mark: str, order: DayOrder
) -> None:
    match deadline(mark.join(map(str, numbers)), order=order):
        case Deadline(_, _, start, _):
            assert start is None


@given(WHENS, COUNTRIES, st.sampled_from(DayOrder))
def test_form_of_a_plan_file_is_read_back(when: When, country: str | None, order: DayOrder) -> None:
    assert deadline(when.text, country=country, order=order) == Deadline(
        when, None, None, when.text
    )


@given(WHENS)
def test_english_words_of_a_date_are_read_back(when: When) -> None:
    assert deadline(when.words) == Deadline(when, None, None, when.words)
    assert when_in_words(when.words) == when


@given(TEXTS, COUNTRIES)
def test_what_was_read_reads_as_itself(text: str, country: str | None) -> None:
    match deadline(text, country=country):
        case Deadline(When() as due, _, _, _):
            assert deadline(due.text, country=country) == Deadline(due, None, None, due.text)


@pytest.mark.parametrize(
    "piece",
    ["9", "1/", "2018 - ", "(", "June ", "a", " ", "\x00", "12:", "Q1-", "ﷺ", "every ", "é", "1er"],
)
def test_very_long_text_is_left_alone_at_once(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = process_time()

    deadline(text)
    deadline(f"June 2018 {text}")
    deadline(text[:300])

    assert process_time() - start < 1


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("June 2018", "2018-06"),
        ("june, 2018", "2018-06"),
        ("Jun. 2018", "2018-06"),
        ("2018-6", "2018-06"),
        ("2018.06", "2018-06"),
        ("q2/2018", "2018-Q2"),
        ("June 30th, 2018", "2018-06-30"),
        ("1st of March 2018", "2018-03-01"),
        ("By 2023", "2023"),
    ],
)
def test_one_date_in_words_is_a_when(words: str, text: str) -> None:
    assert str(when_in_words(words)) == text


@pytest.mark.parametrize(
    "words",
    [
        *("", "soon", "2018-13", "13 2018", "2018-00", "2018-Q5", "2017-2018", "from 2018"),
        *("05/06/2018", "31 June 2018", "0 June 2018", "ju 2018", "ma 2018", "June June 2018"),
        *("30 June", "June 18", "0000 June", "፩ June 2018", "9" * 50 + " June 2018", "43465"),
        *("ongoing", "annually until 2020", "n/a", "90 days after approval"),
        "June 2018 " + "x" * 100,
    ],
)
def test_what_is_no_single_date_is_no_when(words: str) -> None:
    assert when_in_words(words) is None


def in_short(found: Deadline | Ambiguous | None) -> str:
    """Return what was read in the words of the table."""
    match found:
        case None:
            return "unreadable"
        case Ambiguous(_, readings):
            return " or ".join(map(str, readings))
        case Deadline(due, timing, start, _):
            words = (
                timing.value if timing else "",
                f"from {start}" if start else "",
                f"{'to ' if start else ''}{due}" if due else "",
            )
            return " ".join(filter(None, words)) or "nothing"
