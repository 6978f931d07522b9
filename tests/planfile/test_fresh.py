import re
from datetime import date

import pytest
import tomli

from ogdplan.model.kinds import KINDS, TABLES, Kind, fields_of
from ogdplan.model.plan import Header
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.fresh import text_of
from ogdplan.planfile.operations import AddRecord, RemoveRecord, Value
from ogdplan.planfile.reading import read_text

HEADER: dict[str, Value] = {
    "languages": ("ne", "en"),
    "title": 'A "plan"',
    "country": "NPL",
    "kind": "national-ogd",
    "start": date(2018, 6, 30),
    "end": "2019-Q2",
    "lead": "office",
}
LEAD: dict[str, Value] = {"sector": "government", "id": "office", "name": "An office"}


def fresh(plan_id: str = "nepal", **header: Value) -> str:
    return text_of(plan_id, {**HEADER, **header}, LEAD)


def comments(text: str) -> str:
    """Return all comments as one line of words."""
    return " ".join(line.removeprefix("#").strip() for line in text.split("\n") if line[:1] == "#")


def test_file_is_a_plan_without_a_mistake() -> None:
    reading = read_text(fresh())

    assert reading.problems == ()
    assert tomli.loads(fresh()) == {
        "format": 1,
        "plan": {**HEADER, "languages": ["ne", "en"]},
        "institutions": [LEAD],
    }


def test_values_stand_in_the_order_of_the_format_and_as_people_write_them() -> None:
    assert (
        '\n[plan]\ntitle = "A \\"plan\\""\ncountry = "NPL"\nkind = "national-ogd"\n'
        'start = 2018-06-30\nend = "2019-Q2"\nlead = "office"\nlanguages = ["ne", "en"]\n\n'
    ) in fresh()
    assert (
        '\n[[institutions]]\nid = "office"\nname = "An office"\nsector = "government"\n\n'
    ) in fresh()


@pytest.mark.parametrize(
    ("plan_id", "schema"),
    [
        ("nepal", "../docs/plan.schema.json"),
        ("brazil/saude", "../../docs/plan.schema.json"),
    ],
)
def test_first_line_leads_editors_to_the_schema_beside_plans(plan_id: str, schema: str) -> None:
    first, second, *_ = fresh(plan_id).split("\n")

    assert (first, second) == (f"#:schema {schema}", "#")
    assert "`ogdplan schema --output docs/plan.schema.json`" in comments(fresh(plan_id))


def test_comments_name_the_commands_for_this_plan() -> None:
    assert "`ogdplan check brazil/saude`" in fresh("brazil/saude")
    assert "`ogdplan show brazil/saude`" in fresh("brazil/saude")


def test_fields_of_the_plan_that_are_not_there_yet_are_named() -> None:
    (named,) = re.findall(r"When known, also: ([^.]+)\.", comments(fresh()))

    names = [spec.name for spec in fields_of(Header)]
    unfit = {"country", "countries", "parent"}
    assert named.split(", ") == [name for name in names if name not in {*HEADER, *unfit}]


@pytest.mark.parametrize("kind", ["agency", "local"])
def test_parent_is_named_where_a_plan_may_have_one(kind: str) -> None:
    assert ", parent," in comments(fresh(kind=kind))


@pytest.mark.parametrize("kind", ["agency", "local"])
def test_parent_that_is_there_is_not_named_again(kind: str) -> None:
    assert "parent" not in comments(fresh(kind=kind, parent="nepal"))


def test_every_kind_has_a_guide_of_its_own_in_the_order_of_the_file() -> None:
    blocks = fresh().rstrip("\n").split("\n\n")
    guides = [match[1] for block in blocks if (match := re.match(r"# \[+(\w+)\]+ ", block))]

    assert guides == [table for table in TABLES if table != "format"]


def test_guide_says_what_the_kind_is_for_and_how_to_add_one() -> None:
    blocks = fresh().rstrip("\n").split("\n\n")

    assert (
        '# [[commitments]] what the plan promises: ogdplan commitment add nepal "Title"' in blocks
    )
    assert (
        "# [[measurements]] values of the indicators:\n"
        "#     ogdplan measurement add nepal INDICATOR NUMBER --on DATE" in blocks
    )
    assert (
        "# [[assessments]] what others say:\n"
        '#     ogdplan assessment add nepal "Criterion" --framework FRAMEWORK --rating "Rating"'
        in blocks
    )
    assert (
        "# [[accepted]] findings that someone answers for: "
        'ogdplan accept nepal RULE ID --reason "Reason"' in blocks
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_guide_has_every_option_that_a_record_needs(kind: Kind) -> None:
    (guide,) = [block for block in fresh().split("\n\n") if block.startswith(f"# [[{kind.table}]]")]

    needed = {spec.name for spec in fields_of(kind.model) if spec.required}
    said = {word.lower() for word in re.findall(r"\w+", guide)}
    assert said >= needed - {"id", "value"}


def test_no_line_is_too_long_for_a_screen() -> None:
    assert max(map(len, fresh("brazil/planejamento").split("\n"))) <= 100


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_first_record_of_a_kind_goes_below_its_guide(kind: Kind) -> None:
    text = fresh()

    changed = rewrite(text, [AddRecord(kind.table, {"id": "new"})])

    above, _, _ = changed.partition('id = "new"')
    *_, guide = [line for line in above.split("\n") if line.startswith("# [[")]
    assert guide.startswith(f"# [[{kind.table}]]")
    last = 1 if kind.table == "institutions" else 0
    assert rewrite(changed, [RemoveRecord(kind.table, last)]) == text
