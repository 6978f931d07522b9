from ogdplan.checks.phrases import counted, listed


def test_words_are_listed_as_people_do() -> None:
    words = ["a", "b", "c"]

    assert [listed(words[:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listed(words, last="or") == "a, b or c"


def test_one_has_no_plural() -> None:
    assert [counted(count, "day") for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
