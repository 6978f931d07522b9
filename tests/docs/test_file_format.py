"""docs/file-format.md has every table, key and value of the format, and nothing else.

Where the page and the model differ, the model decides: the test shows the lines the page needs.
"""

import re
from pathlib import Path

import pytest

from builders_checks import examine
from ogdplan.findings import Severity
from ogdplan.model.kinds import TABLES, FieldSpec, fields_of, table_model
from ogdplan.model.record import Table
from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import VOCABULARIES, vocabulary_name
from ogdplan.planfile.reading import read_text
from types_in_words import type_of

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")
SECTIONS = dict(
    zip(*[iter(re.split(r"^(##+ .+)\n", PAGE, flags=re.MULTILINE)[1:])] * 2, strict=True)
)
EXAMPLES = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

FIELD_COLUMNS = "| key | type | required | meaning |\n|---|---|---|---|"
VALUE_COLUMNS = "| value | label | meaning | source |\n|---|---|---|---|"


def heading_of(table: str) -> str:
    return f"### [{table}]" if table == "plan" else f"### [[{table}]]"


def field_row(model: type[Table], spec: FieldSpec) -> str:
    required = "yes" if spec.required else ""
    meaning = spec.description + default_of(model, spec)
    return f"| `{spec.name}` | {linked_type(spec)} | {required} | {meaning} |"


def linked_type(spec: FieldSpec) -> str:
    """Return the type of a field; a vocabulary leads to its section."""
    if spec.vocabulary:
        name = vocabulary_name(spec.vocabulary)
        return type_of(spec).replace(name, f"[{name}](#{name})")
    return type_of(spec)


def default_of(model: type[Table], spec: FieldSpec) -> str:
    default = model.model_fields[spec.attribute].default
    if spec.required or default is None or default == ():
        return ""
    return f"; if absent, `{'`, `'.join(default) if isinstance(default, tuple) else default}`"


def value_row(term: Term) -> str:
    return f"| `{term.value}` | {term.label} | {term.description} | {term.source} |"


def rows_of(heading: str) -> str:
    """Return the table in a section of the page."""
    return "\n".join(line for line in SECTIONS[heading].split("\n") if line.startswith("|"))


@pytest.mark.parametrize("table", [name for name in TABLES if table_model(name)])
def test_table_has_its_keys_in_their_order_and_no_other(table: str) -> None:
    model = table_model(table)
    assert model
    rows = [field_row(model, spec) for spec in fields_of(model)]

    assert rows_of(heading_of(table)) == "\n".join([FIELD_COLUMNS, *rows])


def test_page_has_a_section_for_each_table_and_no_other() -> None:
    headings = [heading for heading in SECTIONS if heading.startswith("### [")]

    assert headings == [heading_of(table) for table in TABLES if table_model(table)]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_vocabulary_has_its_values_in_their_order_and_no_other(name: str) -> None:
    terms = VOCABULARIES[name]

    assert rows_of(f"### {name}") == "\n".join([VALUE_COLUMNS, *map(value_row, terms)])
    assert (terms.__doc__ or "").partition("\n")[0] in SECTIONS[f"### {name}"]


def test_page_has_a_section_for_each_vocabulary_and_no_other() -> None:
    """Sections after the tables, as far as they are of the third level, are vocabularies."""
    headings = [heading for heading in SECTIONS if re.fullmatch("### [a-z-]+", heading)]

    assert headings == [f"### {name}" for name in VOCABULARIES]


def test_every_type_that_a_table_names_is_explained() -> None:
    models = [model for name in TABLES if (model := table_model(name))]
    names = {
        re.split(r"[\[ ]", type_of(spec).removeprefix("list of "))[0]
        for model in models
        for spec in fields_of(model)
        if not spec.vocabulary
    }
    explained = set(re.findall(r"^\| \*\*([^*]+)\*\*", SECTIONS["## Types"], re.MULTILINE))

    assert explained == {"plan id" if name == "plan" else name for name in names} | {"list of …"}


def test_first_example_is_a_whole_plan_without_a_finding() -> None:
    example = EXAMPLES[0]

    assert read_text(example).plan is not None
    assert [
        finding.rule for finding in examine(example) if finding.severity is not Severity.ADVICE
    ] == []


@pytest.mark.parametrize("number", range(1, len(EXAMPLES)))
def test_further_example_fits_into_the_first(number: int) -> None:
    plan = f"{EXAMPLES[0]}\n{EXAMPLES[number]}"

    assert [problem.message for problem in read_text(plan).problems] == []


def test_links_within_the_page_lead_somewhere() -> None:
    anchors = {re.sub(r"[^a-z0-9 _-]", "", h.lower()).strip().replace(" ", "-") for h in SECTIONS}

    assert {link for link in re.findall(r"\]\(#([^)]+)\)", PAGE) if link not in anchors} == set()
