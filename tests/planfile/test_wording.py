"""What people are told: of which record and field, in words of one style."""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from ogdplan.findings import Aim, Place, Problem
from ogdplan.model.kinds import KINDS
from ogdplan.planfile import wording
from ogdplan.planfile.reading import read_text
from rulecases.case import PREAMBLE, marked, whole

MILESTONE = '[[milestones]]\nid = "portal"\ntitle = "A portal"\n'


def problems(lines: str) -> tuple[Problem, ...]:
    """Return the problems of a plan with these lines at its end."""
    return read_text(PREAMBLE + lines).problems


def the_problem(lines: str) -> Problem:
    [found] = problems(lines)
    return found


@pytest.mark.parametrize(
    ("lines", "record", "field"),
    [
        (MILESTONE + "progress = 'half'", "portal", "progress"),
        (MILESTONE + "note.es = 3", "portal", "note"),
        (MILESTONE + "sdgs = ['99']", "portal", "sdgs"),
        (MILESTONE + "colour = 'red'", "portal", "colour"),
        ('[[milestones]]\nid = "portal"', "portal", "title"),
        ('[[milestones]]\ntitle = "Portal"', None, "id"),
        ('[[milestones]]\ntitle = "Portal"\nid = 3', None, "id"),
        ('[[accepted]]\nrule = "x"\nabout = "office"\nreason = "x"', "office", "rule"),
        ('[[accepted]]\nrule = "x"\nid = 3\nreason = "x"'.replace("id = 3\n", ""), None, "rule"),
        ("[milestones]", None, "milestones"),
        ("[appendix]", None, "appendix"),
    ],
)
def test_problem_names_its_record_and_field(
    lines: str, record: str | None, field: str | None
) -> None:
    found = the_problem(lines)

    assert (found.record, found.field) == (record, field)


def test_field_of_the_plan_has_no_record() -> None:
    [found] = read_text(PREAMBLE.replace('country = "NPL"', "country = 'x'")).problems

    assert (found.record, found.field) == (None, "country")


def test_record_that_is_no_table_has_no_field() -> None:
    [found] = read_text("milestones = [3]\n" + PREAMBLE).problems

    assert (found.record, found.field) == (None, None)
    assert found.place == Place(("milestones", 0))


def test_values_with_several_mistakes_have_a_problem_for_each() -> None:
    found = problems(MILESTONE + "note = {en = 3, Spanish = ' ', es = 'Nota'}")

    assert [(each.rule.slug, each.place, each.message) for each in found] == [
        (
            "wrong-type",
            Place(("milestones", 0, "note", "en")),
            "note.en: 3 is a whole number, not a text",
        ),
        (
            "bad-language",
            Place(("milestones", 0, "note", "Spanish"), Aim.KEY),
            'note: "Spanish" is no language tag',
        ),
        (
            "empty-text",
            Place(("milestones", 0, "note", "Spanish")),
            "note.Spanish: the text is empty",
        ),
    ]


def test_long_names_and_values_are_cut() -> None:
    title = "x" * 1000
    found = the_problem(MILESTONE + f"status = '{title}'")
    assert found.message == f'status: "{"x" * 57}…" is no status'

    event = '[[events]]\nid = "a"\ntitle = "A"\nkind = "workshop"\nstart = "2017"\n'
    found = the_problem(f"{event}ratings.{title} = 'much'")
    assert found.message == f'ratings.{"x" * 57}…: "much" is a text, not a number'


def test_wrong_type_of_what_is_no_field_is_told_too() -> None:
    fault = wording.wrong_type(("format",), True)

    assert (fault.rule, fault.message) == ("wrong-type", "format: true is not a whole number")


def all_problems() -> Iterator[Problem]:
    """Yield what is said in all the cases about reading and shape."""
    for name in ("reading", "shape"):
        for case in import_module(f"rulecases.{name}").CASES:
            text = marked(whole(case.fires))[0]
            yield from read_text(text).problems
    for kind in KINDS:
        yield from problems(f"[[{kind.table}]]\nsources = 3\nnote = 3\nzzz = 3\n")


def test_messages_and_helps_are_of_one_style() -> None:
    found = list(all_problems())

    assert len(found) > 150
    for problem in found:
        for words in (problem.message, problem.help):
            assert words == words.strip()
            assert "\n" not in words
            assert not words.endswith((".", "!"))
            assert not words[0].isupper()
            assert not re.search(r"\b(None|NoneType|str|int|dict|tuple|datetime|pydantic)\b", words)
