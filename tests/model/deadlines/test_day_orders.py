"""Day or month first, over a whole column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.model.deadlines.day_orders import DayOrder, day_order

DATES = st.lists(
    st.sampled_from(["31/12/2019", "12/31/2019", "03/04/2019", "2019-12-31", "June 2018", "", "x"])
    | st.text(alphabet="0123456789/-. ", max_size=14)
)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2019", "31/12/2019"], DayOrder.DAY_FIRST),
        (["03/04/2019", "12/31/2019"], DayOrder.MONTH_FIRST),
        (["31.12.19"], DayOrder.DAY_FIRST),
        (["12-31-19"], DayOrder.MONTH_FIRST),
        (["from 1/1/2019 to 12/31/2022"], DayOrder.MONTH_FIRST),
        (["３１/１２/２０１９"], DayOrder.DAY_FIRST),
        (["31/12/2019", "12/31/2019"], DayOrder.UNKNOWN),
        (["03/04/2019", "05/06/2019"], DayOrder.UNKNOWN),
        (["2019-12-31", "2019/31/12", "31 December 2019"], DayOrder.UNKNOWN),
        (
            ["32/12/2019", "00/31/2019", "13/13/2019", "131/12/2019", "31/12/20191"],
            DayOrder.UNKNOWN,
        ),
        ([], DayOrder.UNKNOWN),
    ],
)
def test_column_proves_its_order(texts: list[str], order: DayOrder) -> None:
    assert day_order(texts) is order


@given(DATES)
def test_order_of_rows_and_repeats_do_not_matter(texts: list[str]) -> None:
    assert day_order(texts) is day_order(reversed(texts)) is day_order(texts * 2)


@given(DATES, DATES)
def test_two_columns_that_agree_agree_together(left: list[str], right: list[str]) -> None:
    orders = {day_order(left), day_order(right)}
    together = day_order([*left, *right])

    if len(orders) == 1 and DayOrder.UNKNOWN not in orders:
        assert {together} == orders
    if orders == {DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST}:
        assert together is DayOrder.UNKNOWN


@given(DATES)
def test_dates_that_tell_nothing_change_nothing(texts: list[str]) -> None:
    assert day_order([*texts, "03/04/2019", "June 2018"]) is day_order(texts)
