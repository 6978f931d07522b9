import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from ogdplan.model.faults import Fault
from ogdplan.model.text import Chosen, Text, parse_text, plain

BOTH = parse_text({"en": "Portal", "es": "Portal de datos"})


def faults_of(value: object) -> tuple[Fault, ...]:
    with pytest.raises(PydanticCustomError) as refused:
        parse_text(value)
    assert refused.value.context
    faults: tuple[Fault, ...] = refused.value.context["faults"]
    return faults


def test_string_is_a_text_in_the_first_language() -> None:
    assert parse_text("Portal") == plain("Portal") == Text(((None, "Portal"),))


def test_table_is_a_text_in_several_languages_in_the_order_of_the_file() -> None:
    text = parse_text({"pt-BR": "Portal", "en": "The portal", "zh-Hant": "入口網站"})

    assert text.languages == ("pt-BR", "en", "zh-Hant")
    assert text.versions == (("pt-BR", "Portal"), ("en", "The portal"), ("zh-Hant", "入口網站"))


def test_space_around_words_is_kept() -> None:
    assert str(parse_text(" Portal\n")) == " Portal\n"


@pytest.mark.parametrize("words", ["", " ", "\n\t ", "\N{NO-BREAK SPACE}"])
def test_text_without_words_is_refused(words: str) -> None:
    assert faults_of(words) == (Fault("empty-text", "the text is empty"),)


def test_text_without_words_in_one_language_is_refused_there() -> None:
    assert faults_of({"en": "Portal", "es": " "}) == (
        Fault("empty-text", "the text is empty", within=("es",)),
    )


def test_table_without_languages_is_refused() -> None:
    assert faults_of({}) == (Fault("empty-text", "the text has no wording in any language"),)


def test_key_that_is_no_language_is_refused_at_the_key() -> None:
    assert faults_of({"english": "Portal", "xx": "Portal"}) == (
        Fault("bad-language", '"english" is no language tag', within=("english",), aim="key"),
        Fault("bad-language", '"xx" is no language tag', within=("xx",), aim="key"),
    )


def test_all_faults_of_a_table_are_told() -> None:
    assert faults_of({"english": 3, "es": ""}) == (
        Fault("bad-language", '"english" is no language tag', within=("english",), aim="key"),
        Fault("wrong-type", "a text is expected here, not a whole number", within=("english",)),
        Fault("empty-text", "the text is empty", within=("es",)),
    )


@pytest.mark.parametrize(
    ("value", "name"),
    [(3, "a whole number"), (True, "true or false"), (["Portal"], "a list"), (1.5, "a number")],
)
def test_value_of_another_type_is_refused(value: object, name: str) -> None:
    assert faults_of(value) == (Fault("wrong-type", f"a text is expected here, not {name}"),)


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        ("es", Chosen("Portal de datos", "es")),
        ("ES", Chosen("Portal de datos", "es")),
        ("es-PA", Chosen("Portal de datos", "es")),
        ("en", Chosen("Portal", "en")),
        ("ne", Chosen("Portal", "en")),
        (None, Chosen("Portal", "en")),
    ],
)
def test_reader_gets_the_language_wanted_or_the_first_of_the_plan(
    wanted: str | None, chosen: Chosen
) -> None:
    assert BOTH.choose(wanted, primary="en") == chosen


def test_regional_wording_comes_before_that_of_the_language() -> None:
    text = parse_text({"pt": "Autocarro", "pt-BR": "Ônibus"})

    assert text.choose("pt-BR") == Chosen("Ônibus", "pt-BR")


def test_reader_of_a_language_is_not_given_a_regional_wording_before_the_first_language() -> None:
    text = parse_text({"pt-BR": "Ônibus", "en": "Bus"})

    assert text.choose("pt", primary="en") == Chosen("Bus", "en")


def test_reader_gets_what_stands_first_when_the_first_language_is_absent() -> None:
    assert BOTH.choose("ne", primary="bn") == Chosen("Portal", "en")


def test_plain_string_is_taken_for_the_first_language_of_the_plan() -> None:
    assert plain("Portal").choose("es", primary="es") == Chosen("Portal", None)


def test_text_reads_as_its_first_wording() -> None:
    assert str(BOTH) == "Portal"


@given(st.text())
def test_string_is_kept_or_refused(words: str) -> None:
    if words.strip():
        assert str(parse_text(words)) == words
    else:
        assert [fault.rule for fault in faults_of(words)] == ["empty-text"]


@given(
    st.dictionaries(st.sampled_from(["en", "es", "pt-BR", "ne"]), st.just("words"), min_size=1),
    st.sampled_from(["en", "es", "es-MX", "pt", "zz", None]),
    st.sampled_from(["en", "es", "bn"]),
)
def test_what_is_chosen_stands_in_the_text(
    versions: dict[str, str], wanted: str | None, primary: str
) -> None:
    chosen = parse_text(versions).choose(wanted, primary)

    assert (chosen.language, chosen.words) in versions.items()
