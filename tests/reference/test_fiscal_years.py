import pytest

from ogdplan.reference.countries import country_codes
from ogdplan.reference.fiscal_years import FiscalYear, fiscal_year
from ogdplan.reference.tables import read_table


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("USA", FiscalYear(10, 1, is_named_after_end=True)),
        ("GBR", FiscalYear(4, 1, is_named_after_end=True)),
        ("BGD", FiscalYear(7, 1, is_named_after_end=True)),
        ("NPL", FiscalYear(7, 16, is_named_after_end=True)),
        ("JPN", FiscalYear(4, 1, is_named_after_end=False)),
        ("CAN", FiscalYear(4, 1, is_named_after_end=None)),
        ("MMR", None),
        ("XXX", None),
        ("", None),
    ],
)
def test_fiscal_year_of_a_country(country: str, expected: FiscalYear | None) -> None:
    assert fiscal_year(country) == expected


@pytest.mark.parametrize("country", ["BRA", "CRI", "IDN", "KOR", "PAN", "PHL", "URY", "FRA"])
def test_other_countries_have_calendar_years(country: str) -> None:
    found = fiscal_year(country)

    assert found is not None
    assert found.is_calendar_year


def test_table_names_countries_once_with_a_source() -> None:
    rows = read_table("fiscal-years.csv")
    codes = [row[0] for row in rows]

    assert codes == sorted(set(codes) & country_codes())
    assert all(source for *_, source in rows)
    assert {named for _, _, named, _ in rows} == {"", "start", "end"}
