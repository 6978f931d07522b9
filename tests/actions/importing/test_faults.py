import pytest

from ogdplan.actions.importing.cells.faults import rows_named, shortened


def test_text_for_a_message_is_cut_to_sixty_letters() -> None:
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 61) == "x" * 59 + "…"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "row 1"),
        (2, "rows 1 and 2"),
        (10, "rows 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10"),
        (12, "rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 … and 2 more"),
    ],
)
def test_rows_are_named_and_of_many_the_first_ten(count: int, words: str) -> None:
    assert rows_named(range(1, count + 1)) == words
