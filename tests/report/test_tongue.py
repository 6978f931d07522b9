import os
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from ogdplan.model.vocabularies import (
    ChallengeStatus,
    Framework,
    NextStepStatus,
    Status,
)
from ogdplan.model.when import When, on_day, period
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import Evidence
from ogdplan.reference.countries import country_codes
from ogdplan.report.tongue import Tongue, tongue
from ogdplan.report.words import days
from ogdplan.rules.catalogue import RULES

SPACE = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"


def when(text: str) -> When:
    found = period(text)
    return found or on_day(date.fromisoformat(text))


# Which language it is.


@pytest.mark.parametrize(
    ("tag", "language", "has_catalogue"),
    [
        (None, "en", True),
        ("en", "en", True),
        ("en-GB", "en", True),
        ("es", "es", True),
        ("es-UY", "es", True),
        ("FR", "fr", True),
        ("pt-BR", "pt", True),
        ("pt_BR", "pt", True),
        ("pt-Latn-BR", "pt", True),
        ("ne", "en", False),
        ("est", "en", False),
        ("zz", "en", False),
    ],
)
def test_words_are_in_the_language_of_the_tag_or_english(
    tag: str | None, language: str, has_catalogue: bool
) -> None:
    found = tongue(tag)

    assert (found.tag, found.language) == (tag or "en", language)
    assert found.has_catalogue is has_catalogue


@pytest.mark.parametrize("tag", ["ar", "fa", "he", "ur", "ur-PK", "pa-PK"])
def test_language_asked_for_is_right_to_left(tag: str) -> None:
    assert tongue(tag).is_right_to_left


@pytest.mark.parametrize("tag", [None, "en", "es", "ne", "pt-BR", "pa", "nonsense"])
def test_language_asked_for_is_left_to_right(tag: str | None) -> None:
    assert not tongue(tag).is_right_to_left


def test_tongue_is_made_once() -> None:
    assert tongue("es") is tongue("es")


def test_english_loads_no_catalogue_and_no_babel() -> None:
    program = """
import sys
from ogdplan.model.vocabularies import Status
from ogdplan.report.tongue import tongue
spoken = tongue(None)
print(spoken.say("Not delivered"), spoken.term(Status.COMPLETED), spoken.days(0), spoken.sdg(1))
print([name for name in sys.modules if name.partition(".")[0] == "babel"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )

    assert done.stdout.splitlines() == ["Not delivered Complete today No poverty", "[]"]


# What is said.


def test_message_is_translated_then_filled() -> None:
    message = "the second quarter of {year}"

    assert tongue("es").say(message, year=2018) == "el segundo trimestre de 2018"
    assert tongue("ne").say(message, year=2018) == "the second quarter of 2018"


@pytest.mark.parametrize("tag", ["en", "es"])
def test_message_that_no_catalogue_has_is_said_as_it_is(tag: str) -> None:
    assert tongue(tag).say("{what} for nobody", what="words") == "words for nobody"


@pytest.mark.parametrize("tag", ["en", "es"])
def test_nothing_is_said_as_nothing(tag: str) -> None:
    # gettext gives the header of the catalogue for an empty message.
    assert tongue(tag).say("") == ""


@pytest.mark.parametrize(
    ("tag", "none", "one", "many"),
    [
        ("en", "in 0 days", "in 1 day", "in 12,000 days"),
        ("es", "en 0 días", "en 1 día", "en 12.000 días"),
        ("fr", "dans 0 jour", "dans 1 jour", f"dans 12{THIN}000 jours"),
        ("pt", "em 0 dia", "em 1 dia", "em 12.000 dias"),
    ],
)
def test_counted_message_has_the_form_of_its_number(
    tag: str, none: str, one: str, many: str
) -> None:
    said = [tongue(tag).count("in {n} day", "in {n} days", each) for each in (0, 1, 12000)]

    assert said == [none, one, many]


def test_counted_message_is_filled_with_other_values_too() -> None:
    said = tongue("es").count("{n} plan of {who}", "{n} plans of {who}", 2, who="{all}")

    assert said == "2 plans of {all}"


@pytest.mark.parametrize("number", [-400, -2, -1, 0, 1, 2, 400])
def test_days_in_english_are_those_of_other_tables(number: int) -> None:
    assert tongue(None).days(number) == days(number)


@pytest.mark.parametrize(
    ("tag", "late", "today", "ahead"),
    [
        ("es", "3 días de atraso", "hoy", "en 1 día"),
        ("fr", "3 jours de retard", "aujourd’hui", "dans 1 jour"),
        ("pt", "3 dias de atraso", "hoje", "em 1 dia"),
    ],
)
def test_days_from_today(tag: str, late: str, today: str, ahead: str) -> None:
    assert [tongue(tag).days(number) for number in (-3, 0, 1)] == [late, today, ahead]


# Terms.


@pytest.mark.parametrize(
    ("tag", "label", "description"),
    [
        ("en", "Complete", "done"),
        ("es", "Completo", "realizado"),
        ("fr-CA", "Achevé", "réalisé"),
        ("pt-BR", "Completo", "realizado"),
        ("ne", "Complete", "done"),
    ],
)
def test_term_has_label_and_description(tag: str, label: str, description: str) -> None:
    spoken = tongue(tag)

    assert (spoken.term(Status.COMPLETED), spoken.describe(Status.COMPLETED)) == (
        label,
        description,
    )


def test_same_word_differs_by_its_vocabulary() -> None:
    spoken = tongue("fr")

    assert spoken.term(ChallengeStatus.OPEN) == "Ouvert"
    assert spoken.term(NextStepStatus.OPEN) == "À faire"


def test_terms_of_figures_are_translated_too() -> None:
    spoken = tongue("es")

    assert spoken.term(Health.DUE_SOON) == "Próximo a vencer"
    assert spoken.describe(Health.DUE_SOON).startswith("vence en 60 días")
    assert spoken.term(Evidence.NONE) == "Sin evidencia"


def test_review_mechanism_goes_by_the_name_it_has_in_the_language() -> None:
    assert tongue("es").term(Framework.IRM) == "MRI"
    assert "Mecanismo de Revisión Independiente" in tongue("es").describe(Framework.IRM)


@pytest.mark.parametrize(
    ("tag", "before", "after"),
    [
        ("en", "Overdue", "Not delivered"),
        ("es", "Atrasado", "No cumplido"),
        ("fr", "En retard", "Non réalisé"),
        ("pt", "Atrasado", "Não entregue"),
    ],
)
def test_overdue_is_not_delivered_after_the_end_of_the_plan(
    tag: str, before: str, after: str
) -> None:
    spoken = tongue(tag)

    assert spoken.health(Health.OVERDUE, plan_over=False) == before
    assert spoken.health(Health.OVERDUE, plan_over=True) == after
    assert spoken.health(Health.BLOCKED, plan_over=True) == spoken.term(Health.BLOCKED)


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("en", "no deadline"),
        ("es", "sin fecha límite"),
        ("fr", "sans échéance"),
        ("pt", "sem prazo"),
        ("ne", "no deadline"),
    ],
)
def test_title_of_a_rule(tag: str, title: str) -> None:
    assert tongue(tag).rule(RULES["missing-due"]) == title


def test_vocabulary_says_what_it_lists() -> None:
    assert tongue(None).about("access") == "who may use a dataset"
    assert tongue("es").about("access") == "quién puede usar un conjunto de datos"


# Dates.

PERIODS = [
    *("2018", "2018-06", "0987-01", "2018-H1", "2018-H2"),
    *(f"2018-Q{number}" for number in (1, 2, 3, 4)),
    *("2017-12-06", "2018-01-01", "2018-05-31", "0001-01-01"),
]


@pytest.mark.parametrize("text", PERIODS)
@pytest.mark.parametrize("tag", [None, "en-US", "ne"])
def test_dates_in_english_are_those_of_the_model(tag: str | None, text: str) -> None:
    assert tongue(tag).when(when(text)) == when(text).words


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("es", "2017-12-06", "6 de diciembre de 2017"),
        ("es", "2017-12-01", "1 de diciembre de 2017"),
        ("es", "2018-06", "junio de 2018"),
        ("es", "2018-Q1", "el primer trimestre de 2018"),
        ("es", "2018-Q3", "el tercer trimestre de 2018"),
        ("es", "2018-H1", "el primer semestre de 2018"),
        ("es", "2018", "2018"),
        ("fr", "2017-12-06", "6 décembre 2017"),
        ("fr", "2017-12-01", "1er décembre 2017"),
        ("fr", "2017-12-11", "11 décembre 2017"),
        ("fr", "2018-06", "juin 2018"),
        ("fr", "2018-Q4", "le quatrième trimestre 2018"),
        ("fr", "2018-H2", "le second semestre 2018"),
        ("fr", "2018", "2018"),
        ("pt", "2017-12-06", "6 de dezembro de 2017"),
        ("pt", "2017-12-01", "1º de dezembro de 2017"),
        ("pt", "2018-06", "junho de 2018"),
        ("pt", "2018-Q2", "o segundo trimestre de 2018"),
        ("pt", "2018-H2", "o segundo semestre de 2018"),
        ("pt", "2018", "2018"),
    ],
)
def test_dates_have_the_form_of_the_language(tag: str, text: str, words: str) -> None:
    assert tongue(tag).when(when(text)) == words


@pytest.mark.parametrize("tag", ["en", "es"])
def test_no_date_is_said_as_nothing(tag: str) -> None:
    assert tongue(tag).when(None) == ""


# Numbers and lists.


@pytest.mark.parametrize(
    ("tag", "fraction", "large", "small", "share"),
    [
        ("en", "12,345.6", "-1,200", "0.00025", f"26{SPACE}%"),
        ("es", "12.345,6", "-1.200", "0,00025", f"26{SPACE}%"),
        ("fr", f"12{THIN}345,6", f"-1{THIN}200", "0,00025", f"26{SPACE}%"),
        ("pt", "12.345,6", "-1.200", "0,00025", "26%"),
        ("ne", "12,345.6", "-1,200", "0.00025", f"26{SPACE}%"),
    ],
)
def test_numbers_have_the_form_of_the_language(
    tag: str, fraction: str, large: str, small: str, share: str
) -> None:
    spoken = tongue(tag)

    assert [spoken.number(each) for each in (12345.6, -1200, 0.00025)] == [fraction, large, small]
    assert spoken.percent(26) == share


@pytest.mark.parametrize(
    ("value", "words"),
    [(3.0, "3"), (0.1, "0.1"), (33.333, "33.333"), (1e16, "10,000,000,000,000,000"), (0, "0")],
)
def test_number_has_the_digits_it_was_written_with(value: float, words: str) -> None:
    assert tongue("en").number(value) == words


def test_number_of_any_size_is_written_out() -> None:
    assert tongue("en").number(1.5e300) == "1,500" + 99 * ",000"
    assert tongue("en").number(-5e-324) == f"-0.{323 * '0'}5"


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize(
    "value",
    [10**27, 10**28, -(10**308), 10**308, 10**634],
    ids=["1e27", "1e28", "-1e308", "1e308", "1e634"],
)
def test_number_of_any_length_is_said_in_every_language(language: str, value: int) -> None:
    spoken, digits = tongue(language), str(abs(value))

    for words in (spoken.number(value), spoken.signed(value), spoken.percent(value)):
        assert "".join(filter(str.isdecimal, words)) == digits
        assert ("-" in words) is (value < 0)


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize("value", [1e27, 1e308, -1e308])
def test_number_of_an_indicator_may_be_as_large_as_a_file_can_hold(
    language: str, value: float
) -> None:
    words = tongue(language).number(value)

    assert "".join(filter(str.isdecimal, words)) == str(int(abs(Decimal(str(value)))))


@pytest.mark.parametrize("value", [0, 29, 57, 58, 99, 100])
def test_percentage_is_neither_rounded_nor_cut(value: int) -> None:
    assert tongue("en").percent(value) == f"{value}{SPACE}%"


@pytest.mark.parametrize("tag", ["en", "es", "fr", "pt"])
def test_unknown_percentage_is_a_dash(tag: str) -> None:
    assert tongue(tag).percent(None) == "–"


def test_signed_number_has_a_sign_unless_it_is_nothing() -> None:
    assert [tongue("es").signed(each) for each in (12, 1200, 0, -12)] == [
        "+12",
        "+1.200",
        "0",
        "-12",
    ]


@pytest.mark.parametrize(
    ("tag", "items", "words"),
    [
        ("en", [], ""),
        ("en", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("en", ["a", "b", "c"], "a, b and c"),
        ("es", ["a", "b", "c"], "a, b y c"),
        ("es", ["datos", "instituciones"], "datos e instituciones"),
        ("es", ["a", "y", "Higiene"], "a, y e Higiene"),
        ("es", ["agua", "hielo"], "agua y hielo"),
        ("es", ["Identidad"], "Identidad"),
        ("fr", ["a", "b", "c"], "a, b et c"),
        ("pt", ["a", "b", "instituições"], "a, b e instituições"),
    ],
)
def test_items_are_listed_as_the_language_does(tag: str, items: list[str], words: str) -> None:
    assert tongue(tag).listed(items) == words


@pytest.mark.parametrize(
    ("tag", "items", "words"),
    [
        ("en", [], ""),
        ("en", ["a"], "a"),
        ("en", ["a", "{b}", "c"], "a; {b}; c"),
        ("es", ["a", "b"], "a; b"),
        ("fr", ["a", "b", "c"], f"a{SPACE}; b{SPACE}; c"),
        ("pt", ["a", "b"], "a; b"),
    ],
)
def test_clauses_stand_apart_as_the_language_does(tag: str, items: list[str], words: str) -> None:
    assert tongue(tag).clauses(items) == words


# Countries and goals.


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("en", ["Nepal", "South Korea", "Brazil"]),
        ("es", ["Nepal", "Corea del Sur", "Brasil"]),
        ("fr", ["Népal", "Corée du Sud", "Brésil"]),
        ("pt", ["Nepal", "Coreia do Sul", "Brasil"]),
        ("ne", ["Nepal", "South Korea", "Brazil"]),
    ],
)
def test_countries_have_names_in_the_language(tag: str, names: list[str]) -> None:
    assert [tongue(tag).country(code) for code in ("NPL", "KOR", "BRA")] == names


@pytest.mark.parametrize("tag", ["en", "es", "fr", "pt"])
def test_every_country_has_a_name(tag: str) -> None:
    spoken = tongue(tag)

    assert not [code for code in country_codes() if spoken.country(code) in ("", code)]


def test_code_of_no_country_stands_for_itself() -> None:
    assert tongue("es").country("ZZZ") == "ZZZ"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "Peace, justice and strong institutions"),
        ("es", "Paz, justicia e instituciones fuertes"),
        ("fr", "Paix, justice et institutions efficaces"),
        ("pt", "Paz, justiça e instituições eficazes"),
        ("ne", "Peace, justice and strong institutions"),
    ],
)
def test_goals_have_short_names_in_the_language(tag: str, name: str) -> None:
    assert tongue(tag).sdg(16) == name


def test_number_of_no_goal_is_refused() -> None:
    with pytest.raises(KeyError):
        Tongue("pt").sdg(18)
