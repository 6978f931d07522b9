"""The shape of a plan: every field of every table with every type that it must not have."""

from collections.abc import Collection
from datetime import date

import pytest

from ogdplan.checks.plan import check_plan
from ogdplan.findings import Finding, Severity
from ogdplan.model.kinds import KINDS, TABLES, FieldSpec, fields_of, table_model
from ogdplan.model.values import Rating
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import Reading, read_text
from ogdplan.planfile.shape import GUESSES, Faulty, check
from rulecases.case import PREAMBLE

AS_OF = date(2017, 6, 1)

# Every table, with what it needs and what keeps it from having a finding of meaning.
TABLE_LINES = {
    "plan": ['title = "Plan"', 'country = "NPL"', 'lead = "office"', 'stage = "draft"'],
    "institutions": ['id = "office"', 'name = "Office"', 'sector = "government"'],
    "instruments": ['id = "act"', 'title = "Act"', 'kind = "law"'],
    "commitments": ['id = "supply"', 'title = "Supply"', 'lead = "office"'],
    "milestones": ['id = "portal"', 'title = "Portal"', 'lead = "office"', 'timing = "ongoing"'],
    "updates": ['id = "news"', "on = 2017-01-31", 'text = "News"'],
    "challenges": ['id = "paper"', 'title = "Paper"', 'category = "paper-based-culture"'],
    "lessons": ['id = "slow"', 'title = "Slow"', 'category = "champions"'],
    "next_steps": ['id = "go-on"', 'title = "Go on"'],
    "datasets": ['id = "budget"', 'title = "Budget"'],
    "indicators": ['id = "reach"', 'title = "Reach"', 'level = "outcome"'],
    "measurements": ['id = "reach-1"', 'indicator = "reach"', "on = 2017-01-31", "value = 1"],
    "events": ['id = "talk"', 'title = "Talk"', 'kind = "workshop"', "start = 2017-01-31"],
    "resources": ['id = "guide"', 'title = "Guide"', 'kind = "guideline"'],
    "assessments": ['id = "irm"', 'framework = "irm"', 'criterion = "Clarity"', 'rating = "high"'],
    "accepted": ['rule = "no-training"', 'reason = "Done"'],
}
VALUES = {
    "text": '"such a value is nowhere allowed"',
    "whole number": "7",
    "number": "1.5",
    "not a number": "nan",
    "boolean": "true",
    "date": "2017-01-31",
    "date and time": "2017-01-31T10:00:00Z",
    "time": "10:00:00",
    "list": '["no such value"]',
    "list of numbers": "[1, 2.5]",
    "list of lists": "[[]]",
    "list of tables": '[{a = "b"}]',
    "table": '{zzz = "no such value"}',
    "table of numbers": "{en = 300, es = 400}",
    "table of tables": '{en = {en = "x"}}',
    "empty table": "{}",
}
ALL_FIELDS = [
    pytest.param(table, spec, id=f"{table}.{spec.name}")
    for table in TABLE_LINES
    for spec in fields_of(table_model(table))
]


def fits(spec: FieldSpec, kind: str) -> bool:
    """Return whether a field may hold such a value, as far as its type is concerned."""
    checked = {
        *("id", "url", "portal", "sdg_portal", "country", "countries", "languages", "licence"),
        *("sdg", "sdgs", "period", "rule"),
    }
    is_free = spec.base is str and spec.name not in checked and not spec.refers_far
    if spec.base is Rating:
        return kind == "empty table"
    if spec.repeated:
        return kind == "list" and is_free
    allowed = {int: {"whole number"}, float: {"whole number", "number"}, bool: {"boolean"}}
    if spec.base in allowed:
        return kind in allowed[spec.base]
    if spec.is_when:
        return kind == "date"
    return kind == "text" and (is_free or spec.is_text)


def document(changed: str = "", line: str = "", *, tables: Collection[str] = TABLE_LINES) -> str:
    """Return a plan with tables, in one of which a line replaces that of the same key."""
    text = "format = 1\n"
    for table in tables:
        lines = TABLE_LINES[table]
        key = line.partition(" ")[0]
        kept = [each for each in lines if table != changed or each.partition(" ")[0] != key]
        own = [*kept, line] if table == changed else lines
        header = f"[{table}]" if table == "plan" else f"[[{table}]]"
        text += "\n".join([header, *own]) + "\n\n"
    return text


def small_document(table: str, line: str) -> str:
    """Return a plan with as few tables as one of them needs."""
    others = {"plan", "institutions", table, *(["indicators"] if table == "measurements" else [])}
    return document(table, line, tables=[each for each in TABLE_LINES if each in others])


def grave(text: str) -> list[Finding]:
    """Return the errors and warnings of a plan."""
    return _grave(read_text(text))


def _grave(reading: Reading) -> list[Finding]:
    problems = check_plan(reading, as_of=AS_OF).problems
    found = findings_of(problems, reading.text, "plans/nepal.toml")
    return [each for each in found if each.severity is not Severity.ADVICE]


def messages(text: str) -> list[str]:
    return [f"{each.line}: {each.message}" for each in grave(text)]


def errors(text: str) -> list[str]:
    return [each.message for each in grave(text) if each.severity is Severity.ERROR]


def test_document_has_every_table_and_no_mistake() -> None:
    assert ("format", *TABLE_LINES) == TABLES
    assert [each.rule for each in grave(document())] == []


def documents(table: str, lines: list[str]) -> list[str]:
    """Return plans with a record for each line; with one line each where one is all there is."""
    if table == "plan":
        return [small_document("plan", line) for line in lines]
    records = ""
    for number, line in enumerate(lines):
        own_id = f'id = "{table.replace("_", "-")}-{number}"'
        key = line.partition(" ")[0]
        own = [own_id if each.startswith("id = ") else each for each in TABLE_LINES[table]]
        kept = [each for each in own if each.partition(" ")[0] != key]
        records += "\n".join([f"[[{table}]]", *kept, line]) + "\n\n"
    others = ["plan", "institutions", *(["indicators"] if table == "measurements" else [])]
    return [document(tables=others) + records]


@pytest.mark.parametrize(("table", "spec"), ALL_FIELDS)
def test_value_of_wrong_type_is_the_only_finding(table: str, spec: FieldSpec) -> None:
    wrong = {f"{spec.name} = {value}" for kind, value in VALUES.items() if not fits(spec, kind)}

    for text in documents(table, sorted(wrong)):
        reading = read_text(text)
        found = _grave(reading)

        numbers = {at for at, line in enumerate(text.split("\n"), start=1) if line in wrong}
        assert numbers
        assert {each.line for each in found} == numbers
        assert {each.severity for each in found} == {Severity.ERROR}
        assert {each.field for each in found} == {spec.name}
        assert all(each.column > len(spec.name) + 2 for each in found if each.rule == "wrong-type")
        assert reading.plan is None
        assert reading.draft is not None


@pytest.mark.parametrize(("table", "spec"), ALL_FIELDS)
def test_key_in_capitals_is_one_finding_that_says_how_it_is_written(
    table: str, spec: FieldSpec
) -> None:
    slip = spec.name.upper().replace("_", "-")

    [finding] = grave(small_document(table, f'{slip} = "x"'))

    assert finding.rule == "unknown-field"
    assert f'"{spec.name}"' in finding.help
    assert (finding.column, finding.width) == (1, len(slip))


@pytest.mark.parametrize("table", [table for table in TABLES if table != "format"])
@pytest.mark.parametrize("value", ["3", '"x"', "true", "2017-01-31", "1.5", "[1]", "[[]]", '["x"]'])
def test_table_of_wrong_type_is_the_only_finding(table: str, value: str) -> None:
    header = f"[{table}]" if table == "plan" else f"[[{table}]]"
    before, _, rest = document().partition(header)
    text = f"{table} = {value}\n{before}{rest.partition(chr(10) * 2)[2]}"

    found = grave(text)

    assert [(each.rule, each.line) for each in found] == [("wrong-type", 1)]
    assert read_text(text).draft is not None


@pytest.mark.parametrize("table", [kind.table for kind in KINDS])
def test_table_with_single_brackets_is_the_only_finding(table: str) -> None:
    text = document().replace(f"[[{table}]]", f"[{table}]")

    [finding] = grave(text)

    assert (finding.rule, finding.column, finding.width) == ("wrong-type", 1, len(table) + 2)
    assert finding.help == f"write [[{table}]], with double brackets, above each record"


@pytest.mark.parametrize("table", [kind.table for kind in KINDS])
def test_singular_of_a_table_is_the_only_finding(table: str) -> None:
    text = document().replace(f"[[{table}]]", f"[[{table.removesuffix('s')}]]")

    [finding] = grave(text)

    assert (finding.rule, finding.column) == ("unknown-field", 3)
    assert finding.help == f"did you mean [[{table}]]?"


@pytest.mark.parametrize("version", ["true", "1.0", '"1"', "[1]", "{a = 1}", "2017-01-31"])
def test_format_that_is_no_whole_number_is_of_the_wrong_type(version: str) -> None:
    [finding] = grave(document().replace("format = 1", f"format = {version}"))

    assert (finding.rule, finding.line, finding.column) == ("wrong-type", 1, 10)


def test_draft_leaves_out_what_is_wrong_and_keeps_the_rest() -> None:
    reading = read_text(
        PREAMBLE
        + '[[milestones]]\nid = "portal"\ntitle = "Portal"\nprogress = "half"\ndue = "2018"\n'
    )

    assert reading.draft is not None
    [milestone] = reading.draft.milestones
    assert (milestone.id, milestone.progress, str(milestone.due)) == ("portal", None, "2018")
    assert reading.faulty == {Faulty("milestones", 0, "progress")}


def test_draft_has_something_for_everything_that_is_required() -> None:
    reading = read_text("".join(f"[[{kind.table}]]\n" for kind in KINDS) + "[[accepted]]\n")

    assert reading.draft is not None
    assert [record.id for record in reading.draft.next_steps] == ["faulty-next-steps-0"]
    assert Faulty("plan") in reading.faulty
    assert reading.ids is None


def test_misspelt_required_key_is_at_fault_as_if_it_were_missing() -> None:
    shaped = check({"format": 1, "plan": {"titel": "Plan", "lead": "office", "country": "NPL"}})

    assert [problem.message for problem in shaped.problems] == ['"titel" is no key of [plan]']
    assert shaped.faulty == {Faulty("plan", None, "title")}


def test_each_misspelt_and_each_missing_key_is_named() -> None:
    lines = '[[milestones]]\nID = "portal"\nname = "Portal"\nowner = "office"\ncolour = "red"\n'

    assert messages(PREAMBLE + lines) == [
        '16: "ID" is no key of [[milestones]]',
        '17: "name" is no key of [[milestones]]',
        '18: "owner" is no key of [[milestones]]',
        '19: "colour" is no key of [[milestones]]',
    ]


def test_unknown_key_that_nothing_resembles_leaves_the_missing_one_missing() -> None:
    assert errors(PREAMBLE + '[[accepted]]\nzzz = "x"\nrule = "no-training"\n') == [
        "reason is missing",
        '"zzz" is no key of [[accepted]]',
    ]


def test_country_that_the_wrong_kind_may_not_need_is_not_missed() -> None:
    header = 'format = 1\n[plan]\ntitle = "Plan"\nlead = "one"\nkind = {}\n'
    office = '[[institutions]]\nid = "one"\nname = "Office"\nsector = "government"\n'

    for kind in ('"program"', "3", "[]", "{}", '"country"'):
        [message] = errors(header.format(kind) + office)
        assert message.startswith("kind: ")


def test_keys_of_the_plan_without_its_line_are_one_mistake() -> None:
    assert errors('format = 1\ntitle.es = "Plan"\ncountry = "NPL"\nlead = "x"\nsdgs = []\n') == [
        "plan is missing"
    ]


def test_table_named_like_a_key_of_the_plan_is_a_table() -> None:
    [finding] = grave(PREAMBLE + "[[sources]]\nname = 'x'\n")

    assert finding.message == "[[sources]] is no table of a plan file"


def test_after_many_mistakes_nobody_guesses_but_each_is_named() -> None:
    records = '[[milestones]]\nid = "m{0}"\ntitle = "x"\nstatus = "complete"\n'
    text = PREAMBLE + "".join(records.format(number) for number in range(GUESSES + 5))

    helps = [each.help for each in grave(text) if each.rule == "bad-value"]

    assert len(helps) == GUESSES + 5
    assert [each.startswith("did you mean") for each in helps] == [True] * GUESSES + [False] * 5
