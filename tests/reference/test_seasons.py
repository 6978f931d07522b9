import pytest

from ogdplan.reference.countries import country_codes
from ogdplan.reference.seasons import first_month_of_season
from ogdplan.reference.tables import read_table


@pytest.mark.parametrize(
    ("country", "firsts"),
    [
        ("USA", (3, 6, 9, 12)),
        ("NPL", (3, 6, 9, 12)),
        ("KOR", (3, 6, 9, 12)),
        ("URY", (9, 12, 3, 6)),
        ("BRA", (9, 12, 3, 6)),
    ],
)
def test_seasons_follow_the_hemisphere(country: str, firsts: tuple[int, ...]) -> None:
    assert tuple(first_month_of_season(country, season) for season in range(4)) == firsts


@pytest.mark.parametrize("country", ["PAN", "CRI", "IDN", "ATA", "XXX", ""])
def test_no_season_is_told_where_the_words_mean_something_else(country: str) -> None:
    assert first_month_of_season(country, 1) is None


def test_table_names_each_country_once_and_a_hemisphere() -> None:
    rows = read_table("hemispheres.csv")
    codes = [alpha3 for alpha3, _ in rows]

    assert codes == sorted(set(codes) & country_codes())
    assert {hemisphere for _, hemisphere in rows} == {"north", "south"}
