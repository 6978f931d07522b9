from ogdplan.reference.countries import Country, country, country_codes, find_country
from ogdplan.reference.spoken_names import spoken_name


def each() -> list[Country]:
    return [found for code in sorted(country_codes()) if (found := country(code))]


def test_name_of_the_standard_stays_where_people_say_it() -> None:
    assert {spoken_name(found) for found in each()} >= {"Nepal", "Côte d'Ivoire", "Congo"}


def test_name_that_reads_like_an_index_is_turned_round() -> None:
    assert {spoken_name(found) for found in each()} >= {"South Korea", "DR Congo", "Bolivia"}


def test_no_name_reads_like_an_index() -> None:
    assert [found.name for found in each() if set("(,") & set(spoken_name(found))] == []


def test_no_two_countries_are_called_the_same() -> None:
    assert len({spoken_name(found) for found in each()}) == len(each())


def test_spoken_name_is_understood_as_no_other_country() -> None:
    for one in each():
        assert find_country(spoken_name(one)) in (one, None)
