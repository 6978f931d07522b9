from datetime import date

import pytest

from ogdplan.model.book_marks import BookKind, Mark, read_mark

FORM = Mark(BookKind.FORM, "nepal/health", "moe", "2018-04-01", "2018-06-30", "es")


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (Mark(BookKind.ONE_PLAN, "nepal"), "workbook/1 nepal"),
        (Mark(BookKind.SEVERAL_PLANS), "tables/1"),
        (FORM, "updates/1 nepal/health moe 2018-04-01 2018-06-30 es"),
        (FORM._replace(language=""), "updates/1 nepal/health moe 2018-04-01 2018-06-30"),
    ],
)
def test_mark_is_read_as_it_was_written(mark: Mark, text: str) -> None:
    assert mark.text == text
    assert read_mark(text) == mark


@pytest.mark.parametrize("text", ["", "x", "workbook/2 nepal", "nepal workbook/1"])
def test_mark_of_another_program_is_none(text: str) -> None:
    assert read_mark(text) is None


def test_what_stands_behind_a_mark_is_left_out() -> None:
    assert read_mark(f"{FORM.text} more words") == FORM


@pytest.mark.parametrize(
    ("mark", "days"),
    [
        (FORM, (date(2018, 4, 1), date(2018, 6, 30))),
        (FORM._replace(first="soon"), None),
        (FORM._replace(last="soon"), None),
        (Mark(BookKind.FORM, "nepal"), None),
    ],
)
def test_days_are_those_of_the_form(mark: Mark, days: tuple[date, date] | None) -> None:
    assert mark.days == days
