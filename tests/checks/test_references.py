from datetime import date

import pytest

from builders_checks import examine
from ogdplan.checks.links import COMPARISONS, Guesses, link_fields
from ogdplan.findings import Finding, Severity
from ogdplan.model.kinds import KINDS
from rulecases.case import PREAMBLE


def errors(text: str) -> list[Finding]:
    """Return the errors of a plan."""
    found = examine(PREAMBLE + text, as_of=date(2017, 6, 1))
    return [finding for finding in found if finding.severity is Severity.ERROR]


def milestone(own_id: str, depends_on: str = "[]") -> str:
    return (
        f'[[milestones]]\nid = "{own_id}"\ntitle = "Work"\nlead = "office"\ndue = "2018"\n'
        f"depends_on = {depends_on}\n"
    )


def test_two_tangles_are_two_findings_each_at_its_first_milestone() -> None:
    text = (
        milestone("one", '["two"]')
        + milestone("bridge", '["three"]')
        + milestone("two", '["one", "bridge"]')
        + milestone("three", '["four"]')
        + milestone("four", '["three"]')
    )

    found = errors(text)

    assert [(finding.rule, finding.record, finding.message) for finding in found] == [
        ("dependency-cycle", "one", "milestones wait for each other: one → two → one"),
        ("dependency-cycle", "three", "milestones wait for each other: three → four → three"),
    ]


def test_two_circles_through_one_milestone_are_one_finding() -> None:
    text = milestone("a", '["b", "c"]') + milestone("b", '["a"]') + milestone("c", '["a"]')

    assert [finding.record for finding in errors(text)] == ["a"]


def test_milestone_that_waits_for_itself_in_a_circle_has_both_findings() -> None:
    text = milestone("a", '["a", "b"]') + milestone("b", '["a"]')

    assert [finding.rule for finding in errors(text)] == ["self-reference", "dependency-cycle"]


def test_circle_through_an_unknown_milestone_is_none() -> None:
    text = milestone("a", '["ghost"]') + milestone("b", '["a"]')

    assert [finding.rule for finding in errors(text)] == ["unknown-reference"]


@pytest.mark.parametrize(
    ("length", "drawn"),
    [(7, "0 → 1 → 2 → 3 → 4 → 5 → 6 → 0"), (20, "0 → 1 → 2 → 3 → 4 → 5 → … → 0")],
)
def test_long_circle_is_shown_in_short(length: int, drawn: str) -> None:
    text = "".join(
        milestone(str(number), f'["{(number + 1) % length}"]') for number in range(length)
    )

    [finding] = errors(text)

    assert finding.message == f"milestones wait for each other: {drawn}"


def test_each_wrong_name_of_a_list_is_a_finding() -> None:
    text = milestone("a", '["ghost", "office", "spirit"]')

    found = errors(text)

    assert [(finding.rule, finding.column) for finding in found] == [
        ("unknown-reference", 15),
        ("wrong-kind-reference", 24),
        ("unknown-reference", 34),
    ]


def test_suggestion_is_of_a_kind_that_fits() -> None:
    text = milestone("offices", '["offic"]')

    assert [finding.help for finding in errors(text)] == ['did you mean "offices"?']


def test_guessing_stops_when_it_takes_long() -> None:
    guesses = Guesses()
    names = [f"step-{number}" for number in range(COMPARISONS // 2)]

    made = [guesses.nearest(f"step-{number}x", names, among="steps") for number in range(3)]

    assert made == ["step-0", "step-1", None]


@pytest.mark.parametrize(
    ("table", "field"),
    [(kind.table, spec.name) for kind in KINDS for spec in link_fields(kind.model)],
)
def test_every_field_that_refers_is_checked(table: str, field: str) -> None:
    required = {
        "institutions": 'name = "N"\nsector = "media"\n',
        "updates": 'on = 2017-05-01\ntext = "T"\n',
        "challenges": 'title = "T"\ncategory = "other"\n',
        "lessons": 'title = "T"\ncategory = "other"\n',
        "indicators": 'title = "T"\nlevel = "output"\n',
        "measurements": "on = 2017-05-01\nvalue = 1\n",
        "assessments": 'framework = "irm"\ncriterion = "C"\nrating = "good"\n',
    }.get(table, 'title = "T"\n')
    spec = next(
        spec
        for kind in KINDS
        if kind.table == table
        for spec in link_fields(kind.model)
        if spec.name == field
    )
    value = '["ghost"]' if spec.repeated else '"ghost"'
    text = f'[[{table}]]\nid = "it"\n{required}{field} = {value}\n'

    found = [finding for finding in errors(text) if finding.rule == "unknown-reference"]

    assert [(finding.record, finding.field) for finding in found] == [("it", field)]
