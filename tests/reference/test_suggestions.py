from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.reference.suggestions import closest

STATUSES = ("not-started", "in-progress", "limited", "substantial", "completed", "withdrawn")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("complete", "completed"),
        ("compelted", "completed"),
        ("done-completed", "completed"),
        ("withdraw", "withdrawn"),
        ("in_progress", "in-progress"),
        ("In Progress", "in-progress"),
        ("not started", "not-started"),
        ("notstarted", "not-started"),
        ("SUBST", "substantial"),
    ],
)
def test_near_word_is_suggested(word: str, meant: str) -> None:
    assert closest(word, STATUSES) == (meant,)


@pytest.mark.parametrize("word", ["", " ", "-", "finished", "c", "x"])
def test_nothing_is_suggested_for_a_word_unlike_all(word: str) -> None:
    assert closest(word, STATUSES) == ()


def test_same_word_in_another_spelling_comes_before_a_longer_one() -> None:
    assert closest("due", ["due-text", "DUE", "sue"], limit=3) == ("DUE", "due-text", "sue")


def test_one_letter_is_the_beginning_of_nothing_but_may_be_a_candidate() -> None:
    assert closest("A", ["ab", "a"]) == ("a",)
    assert closest("A", ["abc"]) == ()


def test_beginning_comes_before_a_smaller_difference() -> None:
    assert closest("lead", ["load", "leadership-buy-in"]) == ("leadership-buy-in",)


def test_of_equally_near_words_the_first_in_the_alphabet_is_suggested() -> None:
    assert closest("ab-cd", ["ab-cf", "ab-ce"]) == ("ab-ce",)
    assert closest("ab-cd", ["ab-ce", "ab-cf"], limit=2) == ("ab-ce", "ab-cf")


def test_word_of_81_characters_gets_no_suggestion() -> None:
    assert closest("x" * 80, ["x" * 80]) == ("x" * 80,)
    assert closest("x" * 81, ["x" * 80]) == ()
    assert closest("x" * 80, ["x" * 81]) == ()


WORDS = st.text("ab-_ C", max_size=8)


@given(WORDS, st.lists(WORDS, max_size=8), st.randoms(use_true_random=False))
def test_order_and_repetition_of_candidates_do_not_count(
    word: str, candidates: list[str], random: Random
) -> None:
    shuffled = candidates * 2
    random.shuffle(shuffled)

    assert closest(word, shuffled, limit=3) == closest(word, candidates, limit=3)


@given(WORDS, st.lists(WORDS, max_size=8), st.integers(0, 8))
def test_a_smaller_limit_gives_the_first_of_a_larger_one(
    word: str, candidates: list[str], limit: int
) -> None:
    assert closest(word, candidates, limit=limit) == closest(word, candidates, limit=9)[:limit]
