"""Every stumble over TOML: the place between ⟦ and ⟧, what is said of it, and what helps."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.planfile.syntax import SyntaxProblem, parse
from rulecases.case import marked

STUMBLES = [
    ("due = ⟦2018-06⟧", "the period 2018-06 has no quotes",
     'write the period in quotes: due = "2018-06"'),
    ("due = ⟦2018-q2⟧ # soon", "the period 2018-Q2 has no quotes",
     'write the period in quotes: due = "2018-Q2"'),
    ("periods = [⟦2018-H1⟧]", "the period 2018-H1 has no quotes",
     'write the period in quotes: "2018-H1"'),
    ("due = ⟦30/06/2018⟧", "30/06/2018 is no date as a plan file has it",
     "write year, month, day: due = 2018-06-30"),
    ("due = ⟦2018-6-1⟧", "2018-6-1 is no date as a plan file has it",
     "write year, month, day: due = 2018-06-30"),
    ("due = ⟦2018-02-30⟧", "there is no day 2018-02-30", "correct the day or the month"),
    ("title = ⟦“⟧Plan”", "“ is a typographic quote", 'use straight quotes: "…"'),
    ("value = ⟦12,5⟧", "12,5 has a decimal comma", "write the number with a point: value = 12.5"),
    ("champion = ⟦True⟧", "True is not how yes and no are written", "write champion = true"),
    ("champion = ⟦no⟧", "no is not how yes and no are written", "write champion = false"),
    ('title = ⟦"Plan⟧\nstart = 1', "the text that begins here has no closing quote",
     "add the quote at its end; a text of several lines stands between three quotes"),
    ('title = ⟦"""⟧Plan\nstart = 1\n', "the text that begins here has no closing quotes",
     'add """ at its end'),
    ("title = ⟦'l'eau'⟧", "an apostrophe ends this text too early",
     'put the text between double quotes: "…"'),
    ('path = "C:⟦\\U⟧sers"', "a backslash has a meaning of its own between double quotes",
     r"write two of them, \\, or put the text between single quotes"),
    ("status = ⟦completed⟧", "the text completed has no quotes", 'write status = "completed"'),
    ('title = ⟦Open data⟧"', "the text Open data has no opening quote",
     'write title = "Open data"'),
    ("⟦lead⟧ =", "lead has no value", "write a value after the =, or remove the line"),
    ("⟦next steps⟧ = 1", "the name next steps has a blank in it",
     "write it as one word, such as next_steps"),
    ('title⟦:⟧ "Plan"', "a colon stands where = belongs, after title", "write title = …"),
    ('⟦title⟧ "Plan"', "there is no = after title", "write title = and its value"),
    ("⟦[[milestones]⟧\nid = 1", "the brackets of this header do not match",
     "write [milestones] for one table, [[milestones]] for one of several"),
    ("⟦[plan⟧", "the brackets of this header do not match",
     "write [plan] for one table, [[plan]] for one of several"),
    ("[plan]\nend = 1\n⟦end⟧ = 2", "end is given twice in this table",
     "keep one of the two lines; records of a kind begin with a [[header]] each"),
    ("[plan]\nend = 1\n⟦[plan]⟧", "the table [plan] stands in the file twice",
     "move its lines under the first [plan]"),
    ("[[events]]\nid = 1\n⟦[events]⟧", "[events] is a list of records elsewhere in the file",
     "write [[events]], with two brackets, as above"),
    ("[events]\n⟦[[events]]⟧", "[events] is a single table elsewhere in the file",
     "write [[events]], with two brackets, everywhere"),
    ('roles = ["a" ⟦"b"]⟧', "a comma is missing in front of this, in a list",
     "put a comma between the parts of a list"),
    ("x = {a = 1 ⟦b = 2}⟧", "a comma is missing in front of this, in an inline table",
     "put a comma between the parts of an inline table"),
    ('roles = ⟦[⟧"a",\n"b"\ntitle = 1', "a list begins here and is not closed",
     "add ] at its end"),
    ('roles = ⟦[⟧"a"', "a list begins here and is not closed", "add ] at its end"),
    ("progress = 50⟦%⟧", "% is left over behind the value",
     "put a text between quotes, a remark behind #, and each key on a line of its own"),
    ('title = "a⟦\x00⟧b"', "the character U+0000 cannot stand in a plan file",
     "remove it; it cannot be seen in most editors"),
    ("⟦= 3⟧", "this does not fit here",
     "look at the line for a missing quote, bracket or comma"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "help_text"), STUMBLES, ids=lambda text: text[:30])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_stumble_is_told_at_its_place(
    text: str, message: str, help_text: str, line_end: str
) -> None:
    whole = f"format = 1\n{text}\n".replace("\n", line_end)
    document, _, _, _ = marked(whole)
    start = whole.index("⟦")
    end = whole.index("⟧") - 1
    problem = SyntaxProblem("toml-syntax", start, end, message, help_text)
    assert parse(document) == (problem,)


def test_text_that_is_toml_gives_its_data() -> None:
    assert parse('format = 1\n[plan]\ntitle = "a"\n') == {"format": 1, "plan": {"title": "a"}}


REGION = "<<<<<<< ours\nb = 1\n=======\nb = 2\n>>>>>>> theirs\n"


def test_each_region_of_conflict_markers_is_one_problem_in_place_of_bad_syntax() -> None:
    found = parse(f"a = 1\n{REGION}c = 1\n{REGION}")
    assert isinstance(found, tuple)
    assert [(problem.rule, problem.start, problem.end) for problem in found] == [
        ("conflict-markers", 6, 18),
        ("conflict-markers", 60, 72),
    ]


def test_conflict_markers_inside_a_text_are_part_of_it() -> None:
    assert parse(f'a = """\n{REGION}"""\n') == {"a": REGION}


DEEP = {
    "brackets": "x = ⟦" + "[" * 20_000,
    "key": "⟦" + ".".join("a" * 30_000) + " = 1",
    "header": "[⟦" + ".".join("a" * 30_000) + "]",
    "closed brackets": "⟦x⟧ = " + "[" * 101 + "]" * 101,
    "short key": ".".join("a" * 150) + " = 1",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_deep_nesting_is_one_problem_and_found_at_once(text: str) -> None:
    document = text.replace("⟦", "").replace("⟧", "")
    begun = time.perf_counter()
    found = parse(document)
    assert time.perf_counter() - begun < 1
    assert isinstance(found, tuple)
    assert [problem.rule for problem in found] == ["nested-too-deep"]


def test_a_hundred_levels_are_not_too_deep() -> None:
    data = parse("x = " + "[" * 99 + "]" * 99)
    assert isinstance(data, dict)


def test_brackets_and_dots_in_a_text_do_not_nest() -> None:
    text = "[" * 300 + "." * 300
    assert parse(f'x = "{text}" # {text}') == {"x": text}


def test_number_of_thousands_of_digits_is_named() -> None:
    found = parse("x = 1\ny = " + "9" * 5000)
    message = "a number of 5000 digits is too long"
    assert found == (SyntaxProblem("toml-syntax", 10, 5010, message, "correct the number"),)


@given(st.text(alphabet=st.sampled_from("ab=[]{}\"'#\n\r\\.,-:0123 “\x00<>")))
def test_no_text_is_too_strange(text: str) -> None:
    found = parse(text)
    if isinstance(found, tuple):
        assert found
        for problem in found:
            assert 0 <= problem.start <= problem.end <= len(text) + 1
            assert problem.message
            assert problem.help
