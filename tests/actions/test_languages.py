import pytest

from builders_loaded import a_loaded
from ogdplan.actions.languages import has_language, tables_of

PLAN = a_loaded(
    """
    [plan]
    languages = ["pt-BR", "en"]

    [[lessons]]
    id = "a"
    title = { en = "A", ne = "क" }
    category = "other"
    """
)


@pytest.mark.parametrize("wanted", ["en", "EN", "en-GB", "pt-br", "ne", "ne-IN"])
def test_language_that_is_promised_or_that_a_text_has_is_there(wanted: str) -> None:
    assert has_language(wanted, tables_of([PLAN]))


@pytest.mark.parametrize("wanted", ["es", "pt", "fr-CA"])
def test_language_that_nothing_is_in_is_not_there(wanted: str) -> None:
    assert not has_language(wanted, tables_of([PLAN]))


def test_no_plans_have_no_language() -> None:
    assert not has_language("en", tables_of([]))
