from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import a_plan
from builders_checks import examine
from ogdplan.checks.context import Context
from ogdplan.checks.language import check
from ogdplan.model.kinds import KINDS, fields_of
from ogdplan.model.plan import Header
from ogdplan.model.text import Text
from ogdplan.rules.catalogue import RULES

PLAN = """\
format = 1
[plan]
title.es = "Plan de datos abiertos"
country = "PAN"
stage = "draft"
lead = "office"
languages = ["en", "es", "pt"]
[[institutions]]
id = "office"
name = "Office of Open Data"
sector = "government"
"""


def test_each_language_has_one_finding_at_the_list() -> None:
    found = [each for each in examine(PLAN) if each.rule == "missing-translation"]

    assert [(each.column, each.message) for each in found] == [
        (13, "1 of 2 texts lack en; the first is the plan's title"),
        (13, '1 of 2 texts lack es; the first is the name of "office"'),
        (13, "2 of 2 texts lack pt; the first is the plan's title"),
    ]


def test_text_at_fault_is_not_called_untranslated() -> None:
    found = examine(PLAN.replace('"Office of Open Data"', '""').replace(', "pt"', ""))

    assert [each.rule for each in found if each.severity != "advice"] == ["empty-text"]


def test_rule_reads_every_published_text_and_whose_it_is() -> None:
    tables = [("plan", Header), *((kind.table, kind.model) for kind in KINDS)]
    texts = {
        f"{table}.{spec.name}"
        for table, model in tables
        for spec in fields_of(model)
        if spec.is_text and spec.name != "note"
    }

    ids = {f"{text.partition('.')[0]}.id" for text in texts} - {"plan.id"}
    assert RULES["missing-translation"].reads == texts | ids | {"plan.languages"}


def test_record_without_an_id_is_not_named() -> None:
    text = PLAN.replace('"pt"]', '"pt"]\nsummary.en = "x"\nsummary.es = "x"\nsummary.pt = "x"')
    found = examine(text.replace('id = "office"\n', ""))

    assert not any("faulty" in each.message for each in found)


TAGS = st.sampled_from(["en", "es", "pt", "pt-BR", "PT-br", "zh-Hant-TW", "zh", "EN"])
TEXTS = st.lists(st.one_of(TAGS, st.none()), min_size=1, unique=True).map(
    lambda tags: Text(tuple((tag, "x") for tag in tags))
)


@given(TEXTS, TAGS, TAGS)
def test_text_lacks_a_language_when_its_readers_would_get_another(
    text: Text, language: str, primary: str
) -> None:
    chosen = (text.choose(language, primary).language or primary).lower()
    is_served = chosen in (language.lower(), language.lower().partition("-")[0])
    languages = list(dict.fromkeys((primary, language)))
    plan = a_plan(f"[plan]\nlanguages = {languages}")
    header = plan.header.model_copy(update={"title": text})
    translated = plan.model_copy(update={"header": header, "institutions": ()})

    messages = [each.message for each in check(Context(translated, date(2018, 1, 31)))]
    assert is_served is not any(f"lack {language};" in message for message in messages)
