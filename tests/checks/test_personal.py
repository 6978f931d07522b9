from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders_checks import examine
from ogdplan.checks.personal import personal_data

EMAIL = "an e-mail address"
PHONE = "a phone number"

# Numbers of documents, amounts, spans and dates as plans write them.
YEARS = st.integers(1900, 2099)
SMALL = st.integers(1, 99)
WRITTEN = st.one_of(
    st.builds("{}-{}".format, YEARS, YEARS),
    st.builds("{}/{}".format, YEARS, YEARS),
    st.builds("{}–{}".format, YEARS, YEARS),
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat),
    st.builds("{}.{}.{}".format, SMALL, SMALL, YEARS),
    st.builds("DS-{}-{}".format, st.integers(1, 9999), YEARS),
    st.builds("Ley {:,} de {}".format, st.integers(1, 99_999), YEARS),
    st.builds("No. {} of {}".format, st.integers(1, 999_999), YEARS),
    st.builds("{:,}".format, st.integers(0, 10**12)),
    st.integers(0, 10**12).map(lambda number: f"{number:,}".replace(",", " ")),
    st.integers(0, 10**12).map(lambda number: f"US$ {number}"),
    st.builds("10.{}/{}".format, st.integers(1000, 99_999), st.integers(1, 10**9)),
    st.builds("ISBN 978-{}-{}-{}-1".format, SMALL, st.integers(1, 999), st.integers(1, 99_999)),
    st.builds("ISO {}-{}".format, st.integers(1, 99_999), SMALL),
    st.builds("{}.{}".format, st.integers(1, 17), SMALL),
    st.builds("+{} %".format, SMALL),
)
WORDS = st.sampled_from(["the plan", "by telephone", "tel", "fax", "hotel", "@nic", "", "(", "+"])


@given(st.lists(st.tuples(WORDS, WRITTEN), max_size=4))
def test_numbers_of_plans_are_not_personal(parts: list[tuple[str, str]]) -> None:
    # A word such as "tel" makes a number of the right length a phone number, and so it should.
    words = " and ".join(f"{word}, {number}" for word, number in parts)

    assert personal_data(words) == ()


@given(st.text())
def test_any_text_can_be_looked_at(words: str) -> None:
    assert set(personal_data(words)) <= {EMAIL, PHONE}


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Po", "Zs"], exclude_characters="@")))
def test_text_without_digits_and_at_sign_is_not_personal(words: str) -> None:
    assert personal_data(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "+977 1 4211700",
        "+977-1-441-3461",
        "(+507) 6000-1234",
        "+50760001234",
        "+598 2901 2929",
        "+880 2 55006931, ext. 4",
        "00 and then +62 (21) 345-6789",
        "Tel: 4413461",
        "TEL. 01 441 3461",
        "tel 98-4123-4567",
        "Phone no. 4413461",
        "Teléfono: 2901 2929",
        "Telefone (61) 2020-1234",
        "Téléphone : 01 23 45 67 89",
        "Fax\u00a0441\u00a03461",
        "WhatsApp 6000-1234",
        "फोन: ०१४४१३४६१",
        "ফোন ০২-৫৫০০৬৯৩১",
        "Call (01) 441-3461 or come by",
        "(021) 345 6789",
    ],
)
def test_phone_number_is_found(words: str) -> None:
    assert personal_data(words) == (PHONE,)


@pytest.mark.parametrize(
    "words",
    [
        "office@example.org",
        "mailto:Jane.Doe+ogd@data.example.org.",
        "<josé@ejemplo.example>",
        "सम्पर्क: office@example.org",
        "a@example.org",
    ],
)
def test_email_address_is_found(words: str) -> None:
    assert personal_data(words) == (EMAIL,)


@pytest.mark.parametrize(
    "words",
    [
        "follow @nic_nepal and @antai",
        "5 @ 3.50",
        "user@localhost",
        "https://medium.com/@nic/data-441-3461-2018?to=office@example.org",
        "https://wa.me/+50760001234",
        "coordinates +51.507351, +0.127758",
        "from 2014+2015-2017",
        "C++20112017",
        "hotel 4413461",
        "+1234567",
        "+1234567890123456",
        "Resolution 4413461",
        "telephone lines: 4413461",
        "fax 2015-2017",
        "Tel. 30/06/2018",
        "(01) 2018-2019",
        "(0) 441-3461",
    ],
)
def test_what_only_looks_like_it_is_left_alone(words: str) -> None:
    assert personal_data(words) == ()


PLAN = """\
format = 1
[plan]
title = "Open data plan"
country = "NPL"
stage = "draft"
lead = "office"
note = "office@example.org"
[[institutions]]
id = "office"
name = "An office"
sector = "government"
contact = "office@example.org, +977 1 4211700"
[[milestones]]
id = "portal"
title.en = "Call +50760001234"
title.es = "Llamar al +50760001234"
[[accepted]]
rule = "missing-lead"
about = "portal"
reason = "Ask office@example.org"
"""


def test_every_wording_is_looked_at_and_none_is_repeated() -> None:
    found = [finding for finding in examine(PLAN) if finding.rule == "personal-data"]

    assert [(each.line, each.column, each.record, each.message) for each in found] == [
        (7, 8, None, "the text has an e-mail address"),
        (15, 12, "portal", "the text has a phone number"),
        (16, 12, "portal", "the text has a phone number"),
        (20, 10, "portal", "the text has an e-mail address"),
    ]


def test_zeros_within_a_number_begin_no_telephone_number() -> None:
    assert personal_data("it costs 1 000 000 000 000 in all") == ()
