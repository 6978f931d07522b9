"""The JSON Schema against the reader of plan files, which has the last word.

JSON Schema cannot say all that a plan must keep: CASES are what it can, BEYOND what it cannot.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it has no types
import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.model.kinds import KINDS, TABLES, fields_of, table_model
from ogdplan.model.schema import json_schema
from ogdplan.model.vocabularies import VOCABULARIES
from ogdplan.planfile.reading import read_text
from ogdplan.reference.countries import country_codes
from ogdplan.reference.licences import licence_ids
from ogdplan.reference.sdg import sdg_codes
from ogdplan.rules.catalogue import RULES
from ogdplan.rules.validity import SHAPE

PLANS = sorted((Path(__file__).parents[2] / "plans").rglob("*.toml"))
SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)

START = """\
format = 1

[plan]
title = "Open data plan"
country = "NPL"
lead = "office"

[[institutions]]
id = "office"
name = "Office of Open Data"
sector = "government"
"""
MILESTONE = f'{START}\n[[milestones]]\nid = "portal"\ntitle = "Portal"\n'
DATASET = f'{START}\n[[datasets]]\nid = "trees"\ntitle = "Trees"\n'
UPDATE = f'{START}\n[[updates]]\nid = "u"\non = 2018-06-30\ntext = "T"\n'
EVENT = f'{START}\n[[events]]\nid = "e"\ntitle = "E"\nkind = "other"\nstart = "2018"\n'
ASSESSMENT = f'{START}\n[[assessments]]\nid = "a"\nframework = "irm"\ncriterion = "C"\n'
ACCEPTED = f'{START}\n[[accepted]]\nreason = "R"\n'


def of_plan(line: str) -> str:
    return START.replace('lead = "office"\n', f'lead = "office"\n{line}\n')


# What the reader refuses, by the rule it names, and the schema refuses too.
CASES = [
    ("unsupported-format", START.replace("format = 1", "format = 2")),
    ("missing-field", START.replace("format = 1", "")),
    ("missing-field", "format = 1"),
    ("missing-field", START.replace('title = "Open data plan"\n', "")),
    ("missing-field", START.replace('country = "NPL"\n', "")),
    ("missing-field", START.replace('country = "NPL"', 'kind = "agency"')),
    ("missing-field", MILESTONE.replace('id = "portal"\n', "")),
    ("missing-field", MILESTONE.replace('title = "Portal"\n', "")),
    ("missing-field", ASSESSMENT),
    ("missing-field", f"{ASSESSMENT}out_of = 5"),
    ("unknown-field", f"colour = 1\n{START}"),
    ("unknown-field", of_plan('colour = "red"')),
    ("unknown-field", f'{MILESTONE}colour = "red"'),
    ("unknown-field", f'{START}\n[[milestone]]\nid = "a"\ntitle = "A"'),
    ("wrong-type", START.replace("format = 1", 'format = "1"')),
    ("wrong-type", "format = 1\nplan = []"),
    ("wrong-type", f'{START}\n[milestones]\nid = "a"\ntitle = "A"'),
    ("wrong-type", f"{MILESTONE}number = 1"),
    ("wrong-type", f'{MILESTONE}progress = "50"'),
    ("wrong-type", f"{MILESTONE}progress = true"),
    ("wrong-type", f"{MILESTONE}progress = 50.5"),
    ("wrong-type", f'{MILESTONE}weight = "2"'),
    ("wrong-type", f"{MILESTONE}weight = true"),
    ("wrong-type", f"{MILESTONE}due = 2018"),
    ("wrong-type", f"{MILESTONE}due = 2018-06-30T10:00:00"),
    ("wrong-type", f"{MILESTONE}due = 2018-06-30T10:00:00Z"),
    ("wrong-type", f"{MILESTONE}due = 10:00:00"),
    ("wrong-type", f'{MILESTONE}evidence = "https://example.org"'),
    ("wrong-type", f"{MILESTONE}evidence = [1]"),
    ("wrong-type", f"{MILESTONE}status = 1"),
    ("wrong-type", f"{MILESTONE}note = 1"),
    ("wrong-type", f"{MILESTONE}note.en = 1"),
    ("wrong-type", START.replace('sector = "government"', 'sector = "government"\nchampion = 1')),
    ("wrong-type", f'{EVENT}ratings = "good"'),
    ("wrong-type", f'{EVENT}ratings.good = "91"'),
    ("wrong-type", f"{EVENT}participants = 9.5"),
    ("bad-value", f'{MILESTONE}status = "done"'),
    ("bad-value", f'{MILESTONE}status = "Completed"'),
    ("bad-value", f'{MILESTONE}kind = "law"'),
    ("bad-value", f"{MILESTONE}progress = 101"),
    ("bad-value", f"{MILESTONE}progress = -1"),
    ("bad-value", f"{MILESTONE}weight = 0"),
    ("bad-value", f"{EVENT}participants = -1"),
    ("bad-value", f"{EVENT}ratings.good = 100.5"),
    ("bad-value", f"{EVENT}ratings.good = -1"),
    ("bad-value", f'{MILESTONE}contributes_to = "portal"'),
    ("bad-value", f'{MILESTONE}contributes_to = "Nepal#portal"'),
    ("bad-value", f'{ACCEPTED}rule = "late"'),
    ("bad-id", MILESTONE.replace('"portal"', '"Portal"')),
    ("bad-id", MILESTONE.replace('"portal"', '"open--data"')),
    ("bad-id", MILESTONE.replace('"portal"', f'"{"a" * 65}"')),
    ("bad-id", MILESTONE.replace('"portal"', '""')),
    ("bad-when", f'{MILESTONE}due = "June 2018"'),
    ("bad-when", f'{MILESTONE}due = "2018-13"'),
    ("bad-when", f'{MILESTONE}due = "2018-Q5"'),
    ("bad-when", f'{MILESTONE}due = "0000"'),
    ("bad-when", f'{MILESTONE}due = "2018-02-30"'),
    ("bad-when", f'{MILESTONE}due = ""'),
    ("bad-when", f'{UPDATE}period = "2018-06-30"'),
    ("bad-country", START.replace('"NPL"', '"Nepal"')),
    ("bad-country", START.replace('"NPL"', '"XYZ"')),
    ("bad-country", of_plan('countries = ["NPL", "NP"]')),
    ("bad-language", of_plan('languages = ["english"]')),
    ("bad-language", of_plan('languages = ["en_GB"]')),
    ("bad-language", f'{MILESTONE}note.english = "N"'),
    ("bad-sdg", of_plan('sdgs = ["18"]')),
    ("bad-sdg", of_plan('sdgs = ["16.99"]')),
    ("bad-sdg", of_plan('sdgs = ["16.99.1"]')),
    ("bad-sdg", of_plan('sdgs = ["SDG 16"]')),
    ("bad-url", of_plan('portal = "datos.gob.pa"')),
    ("bad-url", of_plan('portal = "https://datos gob.pa"')),
    ("bad-url", of_plan('portal = "ftp://datos.gob.pa"')),
    ("bad-licence", f'{DATASET}licence = "CC BY 4.0"'),
    ("bad-licence", f'{DATASET}licence = "cc-by-4.0"'),
    ("empty-text", START.replace('"Open data plan"', '""')),
    ("empty-text", START.replace('"Open data plan"', '" "')),
    ("empty-text", f'{MILESTONE}note.en = ""'),
    ("empty-text", f"{MILESTONE}note = {{}}"),
    ("duplicate-value", f'{MILESTONE}evidence = ["a", "a"]'),
    ("duplicate-value", of_plan('sdgs = ["16", "16"]')),
]

# What the reader refuses, and the schema cannot tell from something good.
BEYOND = {
    "two records of one id, for JSON Schema compares no values": (
        "duplicate-id",
        f'{MILESTONE}\n[[datasets]]\nid = "portal"\ntitle = "D"',
    ),
    "a full date in quotes, for in JSON dates are strings": (
        "bad-when",
        f'{MILESTONE}due = "2018-06-30"',
    ),
    "a decimal number without a fraction, for in JSON it is a whole number": (
        "wrong-type",
        f"{MILESTONE}progress = 50.0",
    ),
    "a number that JSON does not have": ("bad-value", f"{MILESTONE}weight = nan"),
    "an infinite number": ("bad-value", f"{MILESTONE}weight = inf"),
    "a whole number of more than 64 bits": ("bad-value", f"{MILESTONE}weight = {2**63}"),
    "a language tag of the right form that nobody has registered": (
        "bad-language",
        of_plan('languages = ["xx"]'),
    ),
}

# What is right, and near to what is not.
GOOD = [
    START,
    START.replace('country = "NPL"', 'kind = "programme"'),
    START.replace('country = "NPL"', 'kind = "programme"\ncountries = ["NPL", "PAN"]'),
    of_plan('kind = "agency"\nparent = "brazil/planejamento"'),
    of_plan('languages = ["es-419", "zh-Hant-TW", "PT-br", "quc"]'),
    of_plan('title.pt-BR = "Plano"').replace('title = "Open data plan"\n', ""),
    of_plan('portal = "HTTPS://ru.wikipedia.org/wiki/Открытые_данные?a=b#c"'),
    of_plan('sdgs = ["1", "17.19", "16.10.2", "1.a", "16.10.99"]'),
    of_plan('start = 2018-06-30\nend = "2019-H2"\nadopted = "2018-Q1"'),
    f"{MILESTONE}progress = 0\nweight = 0.5",
    f'{MILESTONE}contributes_to = "brazil/planejamento#portal"',
    f"{DATASET}licence = 'https://example.org/licence'",
    f'{EVENT}ratings."very good" = 36.5\nparticipants = 0',
    f'{ASSESSMENT}rating = "good"',
    f"{ASSESSMENT}value = 0\nout_of = 5",
    f'{ACCEPTED}rule = "overdue"\nabout = "office"',
    f"milestones = []\n{START}",
]


def as_json(value: object) -> object:
    """Return TOML data as check-jsonschema hands them on: dates and times are RFC 3339 strings."""
    match value:
        case dict():
            return {key: as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(inner) for inner in value]
        case datetime() | time():
            return value.isoformat() if value.tzinfo else f"{value.isoformat()}Z"
        case date():
            return value.isoformat()
    return value


def accepts(toml: str) -> bool:
    return bool(VALIDATOR.is_valid(as_json(tomli.loads(toml))))


def rules_broken(toml: str) -> set[str]:
    return {problem.rule.slug for problem in read_text(toml).problems}


# Any: a JSON document nests as it likes.
def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    inner = schema.values() if isinstance(schema, dict) else schema
    for each in inner if isinstance(schema, dict | list) else ():
        yield from nodes(each)


def test_schema_is_a_schema_of_its_draft() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in SCHEMA


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_shipped_plan_is_accepted(path: Path) -> None:
    assert accepts(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("toml", GOOD)
def test_what_is_right_is_accepted_by_reader_and_schema(toml: str) -> None:
    assert (rules_broken(toml), accepts(toml)) == (set(), True)


@pytest.mark.parametrize(("rule", "toml"), CASES)
def test_what_breaks_a_rule_of_the_shape_is_refused(rule: str, toml: str) -> None:
    assert (rules_broken(toml), accepts(toml)) == ({rule}, False)


@pytest.mark.parametrize("what", BEYOND)
def test_what_json_schema_cannot_say_is_left_to_the_reader(what: str) -> None:
    rule, toml = BEYOND[what]

    assert (rules_broken(toml), accepts(toml)) == ({rule}, True)


def test_every_rule_of_the_shape_has_a_case() -> None:
    assert {rule for rule, _ in CASES} | {rule for rule, _ in BEYOND.values()} == {
        "unsupported-format",
        *(rule.slug for rule in SHAPE),
    }


def test_check_jsonschema_accepts_the_shipped_plans(tmp_path: Path) -> None:
    assert check_jsonschema(tmp_path, *PLANS) == {"status": "ok", "errors": []}


def test_check_jsonschema_names_what_is_wrong(tmp_path: Path) -> None:
    plan = tmp_path / "nepal.toml"
    plan.write_text(f'{MILESTONE}due = "June 2018"\nprogress = 101\n', encoding="utf-8")

    answer = check_jsonschema(tmp_path, plan)

    assert answer["status"] == "fail"
    assert [error["path"] for error in answer["errors"]] == [
        "$.milestones[0].due",
        "$.milestones[0].progress",
    ]


# Any: the answer of another program.
def check_jsonschema(folder: Path, *plans: Path) -> dict[str, Any]:
    schema = folder / "plan.schema.json"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    options = ["--schemafile", str(schema), "--output-format", "json"]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *options, *map(str, plans)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == (0 if answer["status"] == "ok" else 1)
    return {"status": answer["status"], "errors": answer.get("errors", [])}


def test_tables_and_their_fields_stand_in_the_order_of_the_format() -> None:
    tables = properties_of(SCHEMA)
    written = {name: list(properties_of(table)) for name, table in tables.items()}

    assert written == {
        name: [spec.name for spec in fields_of(model)] if (model := table_model(name)) else []
        for name in TABLES
    }
    assert list(tables) == list(TABLES)


def test_required_fields_are_those_of_the_model() -> None:
    found = {
        name: table.get("items", table)["required"]
        for name, table in properties_of(SCHEMA).items()
        if table_model(name)
    }

    assert found == {
        name: [spec.name for spec in fields_of(model) if spec.required]
        for name in TABLES
        if (model := table_model(name))
    }
    assert SCHEMA["required"] == ["format", "plan"]


# Any: a JSON document nests as it likes.
def properties_of(table: Any) -> dict[str, Any]:
    properties: dict[str, Any] = table.get("items", table).get("properties", {})
    return properties


def test_every_table_and_field_begins_its_description_with_that_of_the_model() -> None:
    for kind in KINDS:
        table = properties_of(SCHEMA)[kind.table]
        assert table["description"].lower() == kind.summary.lower()
        assert table["items"]["description"] + "." == kind.model.__doc__
        fields = properties_of(table)
        assert [
            spec.name
            for spec in fields_of(kind.model)
            if fields[spec.name]["description"].partition("\n")[0] != spec.description
        ] == []


def test_no_table_takes_other_keys() -> None:
    tables = [table.get("items", table) for table in properties_of(SCHEMA).values()]

    assert [table["additionalProperties"] for table in tables if "properties" in table] == [
        False
    ] * (len(KINDS) + 2)
    assert SCHEMA["additionalProperties"] is False


def test_field_with_a_vocabulary_explains_its_values() -> None:
    orientation = properties_of(properties_of(SCHEMA)["plan"])["orientation"]

    assert orientation == {
        "description": (
            "What data are opened for\n\n"
            "- `transparency` Transparency: to show what government does\n"
            "- `social-and-economic` Social and economic: to create work and solve problems of "
            "society\n"
            "- `sustainable-development` Sustainable development: to reach and track the "
            "Sustainable Development Goals"
        ),
        "type": "string",
        "enum": ["transparency", "social-and-economic", "sustainable-development"],
        "x-taplo": {
            "docs": {
                "enumValues": [
                    "Transparency: to show what government does",
                    "Social and economic: to create work and solve problems of society",
                    "Sustainable development: to reach and track the Sustainable Development Goals",
                ]
            }
        },
    }


def test_list_of_references_says_of_what() -> None:
    affects = properties_of(properties_of(SCHEMA)["challenges"])["affects"]

    assert affects == {
        "description": (
            "Milestones, commitments or datasets it holds up\n\n"
            "The id of a milestone, a commitment or a dataset"
        ),
        "type": "array",
        "uniqueItems": True,
        "items": {
            "description": "The id of a milestone, a commitment or a dataset",
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": 64,
        },
    }


def test_closed_lists_are_whole() -> None:
    lists = [node["enum"] for node in nodes(SCHEMA) if "enum" in node]

    for values in (
        *(list(terms) for terms in VOCABULARIES.values()),
        sorted(country_codes()),
        list(licence_ids()),
        list(RULES),
        [code for code in sdg_codes() if "." not in code],
    ):
        assert values in lists


def test_every_value_of_a_closed_list_is_explained_to_taplo() -> None:
    lists = [node for node in nodes(SCHEMA) if isinstance(node.get("enum"), list)]

    assert [
        node["enum"]
        for node in lists
        if len(node["x-taplo"]["docs"]["enumValues"]) != len(node["enum"])
        or not all(node["x-taplo"]["docs"]["enumValues"])
    ] == []


def test_nothing_stands_beside_a_reference() -> None:
    """Taplo would ignore it."""
    assert {tuple(node) for node in nodes(SCHEMA) if isinstance(node.get("$ref"), str)} == {
        ("$ref",)
    }


def test_defaults_are_those_of_the_model() -> None:
    found = {
        f"{name}.{field}": schema["default"]
        for name, table in properties_of(SCHEMA).items()
        for field, schema in properties_of(table).items()
        if "default" in schema
    }

    assert found == {
        "plan.kind": "national-ogd",
        "plan.stage": "adopted",
        "plan.basis": "official",
        "plan.languages": ["en"],
        "milestones.timing": "fixed",
        "milestones.weight": 1,
        "challenges.severity": "medium",
        "challenges.status": "open",
        "lessons.kind": "repeat",
        "next_steps.status": "open",
        "datasets.access": "public",
        "indicators.direction": "increase",
    }


def test_schema_is_the_same_each_time() -> None:
    assert json.dumps(json_schema()) == json.dumps(json_schema())


NEAR = st.text(alphabet="aAbB019-_.:/#?@ éQH", max_size=12)


@pytest.mark.parametrize(
    ("toml", "good"),
    [
        (MILESTONE.replace('"portal"', "VALUE"), st.from_regex("[a-z0-9-]{1,5}", fullmatch=True)),
        (f"{MILESTONE}contributes_to = VALUE", st.from_regex("[a-z/#-]{3,7}", fullmatch=True)),
        (of_plan("portal = VALUE"), st.from_regex("[Hh]ttps?://[a-z:/?#@.]{0,9}", fullmatch=True)),
        (
            of_plan("sdgs = [VALUE]"),
            st.from_regex(r"[0-9]{1,2}(\.[0-9a-c]{1,2}){0,2}", fullmatch=True),
        ),
        (f"{UPDATE}period = VALUE", st.from_regex("[0-9]{4}(-[QH]?[0-9]{1,2})?", fullmatch=True)),
        (f"{DATASET}licence = VALUE", st.sampled_from(licence_ids())),
        (f"{MILESTONE}note = VALUE", st.just(" ")),
    ],
    ids=["id", "far-ref", "url", "sdg", "period", "licence", "text"],
)
def test_reader_and_schema_agree_on_any_text(toml: str, good: st.SearchStrategy[str]) -> None:
    @given(NEAR | good)
    def agree(value: str) -> None:
        # JSON's strings are TOML's, but for a few escapes that do not come up here.
        text = toml.replace("VALUE", json.dumps(value, ensure_ascii=False))
        assert accepts(text) == (not rules_broken(text))

    agree()


@given(st.sampled_from([*"enpt", "pt-BR", "zh-Hant", "es-419"]) | NEAR)
def test_schema_accepts_every_language_that_the_reader_does(tag: str) -> None:
    text = of_plan(f"languages = [{json.dumps(tag, ensure_ascii=False)}]")

    assert accepts(text) or rules_broken(text) == {"bad-language"}
