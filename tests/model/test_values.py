import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ogdplan.model.faults import FAULTS, Fault, shown, type_name
from ogdplan.model.forms import ID_PATTERN
from ogdplan.model.record import Percent, Strings
from ogdplan.model.values import (
    CountryCode,
    FarRef,
    Id,
    Language,
    LicenceId,
    Number,
    Period,
    Rating,
    Ratings,
    RuleSlug,
    Sdg,
    Url,
    is_id,
    is_plan_id,
    is_url,
)
from ogdplan.model.vocabularies import Frequency
from ogdplan.reference.countries import country_codes
from ogdplan.reference.licences import licence_ids
from ogdplan.reference.sdg import sdg_codes
from ogdplan.rules.catalogue import RULES

# Any: a type of a field is an Annotated form, for which Python has no type.
SOME: dict[Any, list[object]] = {
    Id: ["a", "0", "antai", "open-data-2017", "2018-06-30", "a" * 64],
    Url: [
        "https://datos.gob.pa",
        "http://localhost:8000/a?b=c#d",
        "HTTPS://Example.org/",
        "https://ru.wikipedia.org/wiki/Открытые_данные",
        "https://xn--80aswg.xn--p1ai?q",
        "https://192.0.2.1/#top",
    ],
    CountryCode: ["NPL", "PAN", "KOR", "PRK", "ALA"],
    Language: ["en", "es", "ne", "pt-BR", "PT-br", "zh-Hant-TW", "es-419", "zh-yue", "quc"],
    LicenceId: ["CC-BY-4.0", "CC0-1.0", "OGL-UK-3.0", "https://example.org/licence"],
    Sdg: ["1", "17", "16.10", "1.a", "16.10.2", "17.19.99"],
    FarRef: ["nepal#portal", "brazil/planejamento#open-data-2017", "2017/a#1"],
    Period: ["2018", "2018-06", "2018-Q2", "2018-H1"],
    RuleSlug: ["overdue", "completed-without-evidence", "toml-syntax"],
    Percent: [0, 1, 100],
    Number: [0, -1, 1.5, 2**63 - 1, 1 - 2**63, 1e300],
    Strings: [(), ("csv", "CSV", "xlsx")],
}
BAD: dict[Any, tuple[str, list[object]]] = {
    Id: (
        "bad-id",
        ["", "A", "antai_1", "-a", "a-", "a--b", "a b", "é", "a.b", "a\n", "٣", "a" * 65],
    ),
    Url: (
        "bad-url",
        [
            *("", "datos.gob.pa", "www.datos.gob.pa", "ftp://example.org", "//example.org"),
            *("https:/example.org", "https://", "https:///a", "https://?q", "https:// a.org"),
            *("https://a.org/b c", "https://user@example.org", "javascript:alert(1)"),
            *(" https://a.org", "https://a.org\n", "mailto:office@example.org"),
        ],
    ),
    CountryCode: ("bad-country", ["", "NP", "npl", "Nepal", "XXX", "NPL ", "524"]),
    Language: (
        "bad-language",
        ["", "english", "xx", "en_GB", "eng", "en-XX", "en-", "-en", "x-private", "e", "en-u-ca"],
    ),
    LicenceId: ("bad-licence", ["", "cc-by-4.0", "CC BY 4.0", "MPL", "www.example.org"]),
    Sdg: (
        "bad-sdg",
        [
            *("", "0", "18", "01", "16.", "16.99", "16.10.", "16.10.100", "16.10.a", "1.A"),
            *("SDG 16", "Goal 16", "16,10", " 16", "16\n", "１６", "16.10.２", "99.1.1"),
        ],
    ),
    FarRef: (
        "bad-value",
        ["", "nepal", "nepal#", "#portal", "Nepal#portal", "nepal#a#b", "nepal/#a", "nepal #a"],
    ),
    Period: ("bad-when", ["", "2018-06-30", "2018-13", "0000", "２０１８"]),
    RuleSlug: ("bad-value", ["", "Overdue", "no-such-rule", "overdue "]),
    Number: (
        "bad-value",
        [2**63, -(2**63), 10**400, float("nan"), float("inf"), float("-inf")],
    ),
    Strings: ("duplicate-value", [("csv", "csv")]),
}
# No coercion: what TOML has as another type is refused, however near it comes.
WRONG: dict[Any, list[object]] = {
    Id: [1, True, None, ["a"], b"a"],
    Url: [1, ["https://a.org"]],
    CountryCode: [524, ["NPL"]],
    Sdg: [16, 16.1, True],
    Language: [1, ["en"]],
    Period: [2018, 2018.5],
    Percent: ["1", 1.0, 50.5, True, False, None],
    Number: ["1", True, None, [1], "nan"],
    Strings: ["csv", {"csv": 1}, [1], ["csv", None], [True]],
    Ratings: ["good", [("good", 91)], 91, {"good": "91"}, {"good": True}, {"good": None}],
}


def read(annotation: Any, value: object) -> object:
    return TypeAdapter(annotation).validate_python(value, strict=None)


def faults_of(annotation: Any, value: object) -> tuple[Fault, ...]:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(annotation).validate_python(value, strict=True)
    (error,) = refused.value.errors()
    assert error["type"] == FAULTS
    faults: tuple[Fault, ...] = error["ctx"]["faults"]
    return faults


@pytest.mark.parametrize(
    ("annotation", "value"),
    [(annotation, value) for annotation, listed in SOME.items() for value in listed],
)
def test_good_value_is_kept_as_it_is(annotation: Any, value: object) -> None:
    kept = TypeAdapter(annotation).validate_python(value, strict=True)

    assert (kept, type(kept)) == (value, type(value))


@pytest.mark.parametrize(
    ("annotation", "rule", "value"),
    [(annotation, rule, value) for annotation, (rule, listed) in BAD.items() for value in listed],
)
def test_bad_value_breaks_the_rule_of_its_type(annotation: Any, rule: str, value: object) -> None:
    assert [fault.rule for fault in faults_of(annotation, value)] == [rule]


@pytest.mark.parametrize(
    ("annotation", "value"),
    [(annotation, value) for annotation, listed in WRONG.items() for value in listed],
)
def test_value_of_another_type_is_not_converted(annotation: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(annotation).validate_python(value, strict=True)


@pytest.mark.parametrize("value", [-1, 101, 10**30])
def test_percentage_out_of_bounds_is_refused(value: int) -> None:
    with pytest.raises(ValidationError, match="equal to"):
        TypeAdapter(Percent).validate_python(value, strict=True)


@pytest.mark.parametrize(
    ("annotation", "value", "fault"),
    [
        (Id, "Antai", Fault("bad-id", '"Antai" cannot be an id')),
        (Url, "datos.gob.pa", Fault("bad-url", '"datos.gob.pa" is no web address')),
        (
            CountryCode,
            "South Korea",
            Fault(
                "bad-country",
                '"South Korea" is no country code',
                'write the three-letter code: "KOR"',
            ),
        ),
        (CountryCode, "Korea", Fault("bad-country", '"Korea" is no country code')),
        (Language, "english", Fault("bad-language", '"english" is no language tag')),
        (LicenceId, "CC-BY", Fault("bad-licence", '"CC-BY" is no known licence')),
        (Sdg, "sixteen", Fault("bad-sdg", '"sixteen" is no goal, target or indicator')),
        (Sdg, "18.1.1", Fault("bad-sdg", "there is no goal 18")),
        (Sdg, "16.99.1", Fault("bad-sdg", "there is no target 16.99")),
        (Period, "June", Fault("bad-when", '"June" is no period')),
        (FarRef, "x", Fault("bad-value", '"x" does not name a record of another plan')),
        (RuleSlug, "late", Fault("bad-value", '"late" is no rule')),
        (Number, "1", Fault("wrong-type", "a number is expected here, not a text")),
        (Number, float("nan"), Fault("bad-value", "nan is out of range")),
    ],
)
def test_fault_says_what_is_wrong_with_the_value(
    annotation: Any, value: object, fault: Fault
) -> None:
    assert faults_of(annotation, value) == (fault,)


def test_every_listed_country_licence_sdg_and_rule_is_good() -> None:
    for annotation, listed in (
        (CountryCode, country_codes()),
        (LicenceId, licence_ids()),
        (Sdg, sdg_codes()),
        (RuleSlug, RULES),
    ):
        adapter = TypeAdapter[str](annotation)
        assert [adapter.validate_python(value, strict=True) for value in listed] == list(listed)


def test_list_becomes_a_tuple_and_names_each_repetition() -> None:
    assert read(Strings, ["csv", "xlsx"]) == ("csv", "xlsx")
    assert faults_of(Strings, ("csv", "pdf", "csv", "csv")) == (
        Fault("duplicate-value", '"csv" stands in this list twice', within=(2,)),
        Fault("duplicate-value", '"csv" stands in this list twice', within=(3,)),
    )


def test_ratings_are_labels_with_percentages_in_the_order_of_the_file() -> None:
    assert read(Ratings, {"excellent": 55, "very good": 36.5, "": 0}) == (
        Rating("excellent", 55),
        Rating("very good", 36.5),
        Rating("", 0),
    )


def test_rating_that_is_no_percentage_is_refused_at_its_label() -> None:
    ratings = {"good": 101, "bad": "9", "fair": -0.5, "poor": float("nan"), "fine": 100}

    assert faults_of(Ratings, ratings) == (
        Fault("bad-value", "101 is no percentage from 0 to 100", within=("good",)),
        Fault("wrong-type", "a number is expected here, not a text", within=("bad",)),
        Fault("bad-value", "-0.5 is no percentage from 0 to 100", within=("fair",)),
        Fault("bad-value", "nan is no percentage from 0 to 100", within=("poor",)),
    )


@given(st.text(alphabet="ab9-A_ é\n", max_size=70))
def test_id_is_words_of_small_letters_and_digits_joined_by_hyphens(text: str) -> None:
    words = text.split("-")
    wanted = len(text) <= 64 and all(re.fullmatch("[ab9]+", word) for word in words)

    assert is_id(text) == wanted


@given(st.lists(st.from_regex(ID_PATTERN, fullmatch=True), min_size=1, max_size=3))
def test_plan_id_is_ids_between_slashes(parts: list[str]) -> None:
    assert is_plan_id("/".join(parts))
    assert not is_plan_id("/" + "/".join(parts))
    assert not is_plan_id("/".join(parts) + "/")
    assert not is_plan_id("../" + "/".join(parts))


@given(st.text())
def test_text_with_space_or_without_scheme_is_no_url(text: str) -> None:
    assert not is_url(text) or (
        re.match("https?://", text, re.IGNORECASE) and not re.search(r"\s", text)
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("NPL", '"NPL"'),
        (101, "101"),
        (True, "True"),
        (Frequency.ONCE, '"once"'),
        ("x" * 57, f'"{"x" * 57}"'),
        ("x" * 58, f'"{"x" * 57}…"'),
        (10**60, f"1{'0' * 56}…"),
    ],
)
def test_value_is_shown_short_in_messages(value: object, words: str) -> None:
    assert shown(value) == words


def test_number_that_python_refuses_to_write_is_shown_as_the_file_may_have_it() -> None:
    assert shown(16**9999) == f"0x1{'0' * 54}…"
    assert [fault.rule for fault in faults_of(Number, 16**9999)] == ["bad-value"]


def test_type_that_toml_does_not_have_gets_a_name_too() -> None:
    assert type_name(None) == "something else"
