import sys
from types import ModuleType

import pytest

from ogdplan.model.slugs import SLUG_LENGTH, slug
from ogdplan.model.values import is_id


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("National Information Commission", "national-information-commission"),
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("Łódź 2018!", "lodz-2018"),
        ("a_b  --  c", "a-b-c"),
        ("R&amp;D &#65; &#x41;", "r-amp-d-65-x41"),
    ],
)
def test_words_become_small_letters_and_hyphens(words: str, expected: str) -> None:
    assert slug(words) == expected


@pytest.mark.parametrize("words", ["राष्ट्रिय सूचना आयोग", "과학기술정보통신부", "বাংলাদেশ", "وزارة"])
def test_words_of_any_script_become_an_id(words: str) -> None:
    assert is_id(slug(words))


def test_long_words_are_cut_behind_a_whole_word() -> None:
    words = "Ministry of Planning, Development and Management of the Union"

    assert slug(words) == "ministry-of-planning-development-and"


def test_nothing_stands_behind_the_cut() -> None:
    assert slug("Ministry of Information and Communications by sea") == (
        "ministry-of-information-and"
    )


def test_one_word_that_is_too_long_is_cut_within() -> None:
    assert slug("x" * 60) == "x" * SLUG_LENGTH


def test_words_without_a_letter_or_digit_give_nothing() -> None:
    assert slug("–!?") == ""


def test_other_packages_that_write_letters_as_they_sound_change_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = ModuleType("unidecode")
    monkeypatch.setattr(other, "unidecode", lambda _: "other", raising=False)
    monkeypatch.setitem(sys.modules, "unidecode", other)

    assert slug("Ministère") == "ministere"
