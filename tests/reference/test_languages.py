import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.reference import languages
from ogdplan.reference.languages import (
    is_language_tag,
    is_right_to_left,
    language_codes,
    language_name,
    primary_language,
    recommended_tag,
)
from ogdplan.reference.tables import read_table


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "es-PA",
        "es-419",
        "pt-BR",
        "ne",
        "bn-BD",
        "fil",
        "zh-Hant-TW",
        "zh-yue",
        "sr-Latn",
        "ca-valencia",
        "de-CH-1996",
        "sl-rozaj-biske",
        "EN-us",
        "en-840",
    ],
)
def test_known_language_script_and_region_make_a_tag(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "e",
        "english",
        "xx",
        "qqq",
        "eng",
        "en-",
        "-en",
        "en--US",
        "en_US",
        " en",
        "en\n",
        "en-XX",
        "en-999",
        "en-Xxxx",
        "en-eng",
        "zh-qqq",
        "en-US-Latn",
        "de-1996-1996",
        "en-u-ca-buddhist",
        "x-private",
        "en-x-private",
        "i-klingon",
        "\N{KELVIN SIGN}o",
        "é",
        "en-٤١٩",
    ],
)
def test_anything_else_is_no_language_tag(tag: str) -> None:
    assert not is_language_tag(tag)


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("en", "en"),
        ("EN_us", "en-US"),
        ("pt-br", "pt-BR"),
        ("ZH-HANT-tw", "zh-Hant-TW"),
        ("ca-VALENCIA", "ca-valencia"),
        ("zh-YUE", "zh-yue"),
        ("spa", "es"),
        ("spa-PA", "es-PA"),
        ("spanish", "es"),
        ("Bangla", "bn"),
        ("Bengali", "bn"),
        (" Nepali ", "ne"),
        ("Haitian Creole", "ht"),
        ("fil", "fil"),
    ],
)
def test_recommended_tag_is_the_usual_spelling(words: str, tag: str) -> None:
    assert recommended_tag(words) == tag


@pytest.mark.parametrize("words", ["", "-", "_", "xx", "Klingon", "-PA", "spanish-XX", "en us"])
def test_there_is_no_recommended_tag_for_what_is_no_language(words: str) -> None:
    assert recommended_tag(words) is None


@given(st.text(max_size=20) | st.from_regex(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,5}){0,3}"))
def test_recommended_tag_is_a_language_tag_and_its_own_recommendation(words: str) -> None:
    tag = recommended_tag(words)

    assert tag is None or (is_language_tag(tag) and recommended_tag(tag) == tag)


@given(st.sampled_from(["en", "es-419", "zh-hant-tw", "fil", "zz", "en-qq"]), st.data())
def test_letter_case_of_a_tag_does_not_count(tag: str, data: st.DataObject) -> None:
    mixed = "".join(data.draw(st.sampled_from([each, each.upper()])) for each in tag)

    assert is_language_tag(mixed) == is_language_tag(tag)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("ES-pa", "Spanish"),
        ("ne", "Nepali"),
        ("fil", "Filipino"),
        ("prs", "Dari"),
        ("nah", "Nahuatl languages"),
        ("el", "Greek"),
        ("xx", None),
        ("", None),
    ],
)
def test_language_name_is_the_english_name_of_the_primary_language(
    tag: str, name: str | None
) -> None:
    assert language_name(tag) == name


@pytest.mark.parametrize(
    ("tag", "primary"),
    [("pt", "pt"), ("pt-BR", "pt"), ("PT_br", "pt"), ("zh-Hant-TW", "zh"), ("", "")],
)
def test_primary_language_is_the_first_part_of_a_tag(tag: str, primary: str) -> None:
    assert primary_language(tag) == primary


def test_two_letter_codes_are_listed_in_order() -> None:
    codes = language_codes()

    assert len(codes) == 184
    assert list(codes) == sorted(codes)
    assert all(is_language_tag(code) for code in codes)


@pytest.mark.parametrize(
    "tag",
    [
        *("ar", "ar-EG", "AR", "he", "fa", "ur-PK", "ps", "dv", "yi", "sd", "ckb", "prs", "arb"),
        *("pa-PK", "uz-AF", "az-Arab", "en-Hebr", "ff-Adlm", "pa-Arab-IN"),
    ],
)
def test_language_or_script_is_right_to_left(tag: str) -> None:
    assert is_right_to_left(tag)


@pytest.mark.parametrize(
    "tag", ["en", "ne", "bn", "pa", "pa-IN", "ar-Latn", "sd-IN", "uz", "fil", "und", "", "arabic"]
)
def test_language_or_script_is_left_to_right(tag: str) -> None:
    assert not is_right_to_left(tag)


def test_language_is_either_in_the_short_table_or_in_the_long_one() -> None:
    short = {code for row in read_table("languages.csv") for code in row[:2]}
    long = {row[0] for row in read_table("languages-alpha3.csv")}

    assert len(long) > 7000
    assert not short & long


def test_directions_are_of_known_tags() -> None:
    assert all(is_language_tag(tag) for tag in languages._directions())
    assert set(languages._directions().values()) == {"ltr", "rtl"}
    assert set(languages._scripts().values()) == {"ltr", "rtl"}
