from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from ogdplan.model.faults import Fault
from ogdplan.model.when import Precision, When, day_of, on_day, parse_when, period, period_between

YEARS = st.integers(1, 9999)
FORMS = 'write a day as 2018-06-30, or a period in quotes: "2018", "2018-06", "2018-Q2", "2018-H1"'


def fault_of(value: object) -> Fault:
    with pytest.raises(PydanticCustomError) as refused:
        parse_when(value)
    assert refused.value.context
    (fault,) = refused.value.context["faults"]
    assert isinstance(fault, Fault)
    return fault


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31), Precision.YEAR),
        ("2018-06", date(2018, 6, 1), date(2018, 6, 30), Precision.MONTH),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31), Precision.MONTH),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28), Precision.MONTH),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), Precision.MONTH),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), Precision.MONTH),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29), Precision.MONTH),
        ("2018-Q1", date(2018, 1, 1), date(2018, 3, 31), Precision.QUARTER),
        ("2018-Q2", date(2018, 4, 1), date(2018, 6, 30), Precision.QUARTER),
        ("2018-Q3", date(2018, 7, 1), date(2018, 9, 30), Precision.QUARTER),
        ("2018-Q4", date(2018, 10, 1), date(2018, 12, 31), Precision.QUARTER),
        ("2018-H1", date(2018, 1, 1), date(2018, 6, 30), Precision.HALF),
        ("2018-H2", date(2018, 7, 1), date(2018, 12, 31), Precision.HALF),
        ("0001", date(1, 1, 1), date(1, 12, 31), Precision.YEAR),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), Precision.MONTH),
    ],
)
def test_period_has_first_and_last_day(
    text: str, first: date, last: date, precision: Precision
) -> None:
    assert parse_when(text) == When(first, last, text, precision)


def test_day_is_its_own_first_and_last() -> None:
    day = date(2016, 2, 29)

    assert parse_when(day) == When(day, day, "2016-02-29", Precision.DAY) == on_day(day)


def test_when_reads_as_in_the_file() -> None:
    assert [str(parse_when(value)) for value in (date(812, 1, 2), "2018-Q2")] == [
        "0812-01-02",
        "2018-Q2",
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("2018-00", "2018-13", "2018-6", "2018-006", "2018-Q0", "2018-Q5", "2018-H0", "2018-H3"),
        *("2018-q2", "2018-h1", "2018Q2", "2018-2Q", "2018 Q2", "2018/06", "2018-06-", "-2018"),
        *("18", "218", "02018", " 2018", "2018 ", "2018\n", "June 2018", "06-2018", "2018-Q2-06"),
        *("", " ", "soon", "２０１８", "2018-०६", "0000", "0000-01", "0000-Q1", "0000-H1"),
    ],
)
def test_other_text_is_no_period(text: str) -> None:
    assert period(text) is None
    assert fault_of(text) == Fault("bad-when", f'"{text}" is no period', FORMS)


@pytest.mark.parametrize("text", ["2018-06-30", "2018-06-30T10:00:00", "2018-06-30 10:00:00Z"])
def test_full_date_in_quotes_is_no_period_and_told_to_lose_them(text: str) -> None:
    assert fault_of(text) == Fault(
        "bad-when",
        f'"{text}" is no period',
        "write the day without quotes and without a time: 2018-06-30",
    )


def test_day_that_does_not_exist_is_not_offered_as_a_date() -> None:
    assert fault_of("2018-02-30").help == FORMS


def test_long_text_is_cut_in_the_message() -> None:
    assert fault_of("x" * 5000).message == f'"{"x" * 40}" is no period'


@pytest.mark.parametrize(
    "value",
    [
        datetime(2018, 6, 30, 10),
        datetime(2018, 6, 30, 10, tzinfo=UTC),
    ],
)
def test_date_with_a_time_is_of_the_wrong_type(value: datetime) -> None:
    assert fault_of(value) == Fault(
        "wrong-type",
        "a date is expected here, not a date with a time",
        "write the day without quotes and without a time: 2018-06-30",
    )


def test_year_without_quotes_is_told_to_have_them() -> None:
    assert fault_of(2018) == Fault(
        "wrong-type",
        "a date is expected here, not a whole number",
        'write the year in quotes: "2018"',
    )


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (0, "a whole number"),
        (True, "true or false"),
        (2018.5, "a number"),
        (time(10), "a time"),
        (["2018"], "a list"),
        ({"year": 2018}, "a table"),
    ],
)
def test_value_of_another_type_is_refused(value: object, name: str) -> None:
    assert fault_of(value) == Fault("wrong-type", f"a date is expected here, not {name}", FORMS)


@given(st.dates())
def test_every_day_reads_back(day: date) -> None:
    assert date.fromisoformat(on_day(day).text) == day


@given(st.text(max_size=10) | st.from_regex(r"[0-9]{4}(-[QH0-9]{1,2})?", fullmatch=True))
def test_text_of_a_period_is_kept_and_its_days_are_in_order(text: str) -> None:
    found = period(text)

    assert found is None or (found.text == text and found.first < found.last)


@given(YEARS)
def test_periods_of_a_year_cover_it_without_gap_or_overlap(year: int) -> None:
    whole = period(f"{year:04}")
    assert whole

    for parts in (
        [f"{year:04}-{month:02}" for month in range(1, 13)],
        [f"{year:04}-Q{quarter}" for quarter in range(1, 5)],
        [f"{year:04}-H{half}" for half in range(1, 3)],
    ):
        found = [part for part in map(period, parts) if part]
        joints = pairwise(found)
        assert (found[0].first, found[-1].last) == (whole.first, whole.last)
        assert all(before.last + timedelta(1) == after.first for before, after in joints)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2017, 12, 6), "6 December 2017"),
        ("2018-01", "January 2018"),
        ("2018-07", "July 2018"),
        ("2018-Q1", "the first quarter of 2018"),
        ("2018-Q4", "the fourth quarter of 2018"),
        ("2018-H1", "the first half of 2018"),
        ("2018-H2", "the second half of 2018"),
        ("2018", "2018"),
    ],
)
def test_day_or_period_is_said_as_people_say_it(value: object, words: str) -> None:
    assert parse_when(value).words == words


def test_days_are_dates_in_the_file_and_periods_words() -> None:
    assert parse_when(date(2018, 6, 30)).value == date(2018, 6, 30)
    assert parse_when("2018-Q2").value == "2018-Q2"


@given(st.integers(1, 9999), st.sampled_from(["", "-H1", "-H2", "-Q1", "-Q4", "-01", "-12"]))
def test_period_is_known_by_its_days(year: int, part: str) -> None:
    found = period(f"{year:04}{part}")

    assert found is not None
    assert period_between(found.first, found.last) == found
    if found.last < date.max:
        assert period_between(found.first, found.last + timedelta(days=1)) is None


def test_day_is_read_in_its_one_form() -> None:
    day = day_of("2018-06-30")

    assert day is not None
    assert day.precision is Precision.DAY
    for text in ("2018-06-31", "2018-6-30", "20180630", " 2018-06-30", "2018-06", "２018-06-30"):
        assert day_of(text) is None
