"""What is said about text that is no TOML; ⟦ and ⟧ stand around the place that is meant."""

import re
import time

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from ogdplan.planfile.positions import Lines
from ogdplan.planfile.syntax import SyntaxProblem, parse

STUMBLES = [
    # periods and days
    ("due = ⟦2018-06⟧", "the period 2018-06 has no quotes",
     'write the period in quotes: due = "2018-06"'),
    ("due = ⟦2018-q2⟧ # soon", "the period 2018-q2 has no quotes",
     'write the period in quotes: due = "2018-Q2"'),
    ("due = ⟦H1 2018⟧", "the period H1 2018 has no quotes",
     'write the period in quotes: due = "2018-H1"'),
    ("due = ⟦2018-6⟧", "the period 2018-6 has no quotes",
     'write the period in quotes: due = "2018-06"'),
    ("due = ⟦06/2018⟧", "the period 06/2018 has no quotes",
     'write the period in quotes: due = "2018-06"'),
    ("periods = [\n  2017-01-01, ⟦2018-H1⟧, # x\n]", "the period 2018-H1 has no quotes",
     'write the period in quotes: "2018-H1"'),
    ("due = ⟦2018-02-30⟧", "there is no day 2018-02-30",
     "the last day of that month is 2018-02-28"),
    ("days = [2018-02-28, ⟦2018-02-29⟧]", "there is no day 2018-02-29",
     "the last day of that month is 2018-02-28"),
    ("due = ⟦2018-6-1⟧", "2018-6-1 is not how a day is written",
     "write year, month and day: due = 2018-06-30"),
    ("due = ⟦30/06/2018⟧", "30/06/2018 is not how a day is written",
     "write year, month and day: due = 2018-06-30"),
    ("due = 2018-06-30 ⟦(tentative)⟧", "(tentative) stands behind the value 2018-06-30",
     "put # before a remark, and a text between quotes as a whole"),
    # numbers
    ("value = ⟦12,5⟧", "12,5 has a decimal comma", "write a decimal point: value = 12.5"),
    ("value = ⟦-1,250⟧", "-1,250 has a comma in it",
     "write -1250, or with a decimal point -1.250"),
    ("value = ⟦1.000.000⟧", "1.000.000 is not how a number is written",
     "write the digits without anything between them, and a point before decimals"),
    ("value = ⟦50 %⟧", "50 % has a percent sign", "write the number alone: value = 50"),
    ("number = ⟦007⟧", "007 begins with a zero", 'write number = 7, or in quotes number = "007"'),
    ("value = ⟦12.⟧", "12. is not how a number is written", "write value = 12.0 or value = 12"),
    ("value = ⟦.5⟧", ".5 is not how a number is written", "write value = 0.5"),
    # other values
    ("champion = ⟦True⟧", "True is not how yes is written", "write champion = true"),
    ("champion = ⟦no⟧", "no is not how no is written", "write champion = false"),
    ("due = ⟦null⟧", "null is no value", "leave out what is not known"),
    ("⟦lead⟧ =", "lead has no value",
     "write a value behind the equals sign, or remove the name with it"),
    ("x = {a = 1, ⟦b⟧ = }", "b has no value",
     "write a value behind the equals sign, or remove the name with it"),
    ("lead =⟦= 1⟧", "there is one = too many", "write a single equals sign"),
    ("status = ⟦in progress⟧ # x", "the text in progress has no quotes",
     'put a text between quotes: status = "in progress"'),
    ("roles = [⟦coordinator⟧, \"x\"]", "the text coordinator has no quotes",
     'put a text between quotes: "coordinator"'),
    # quotes
    ("title = ⟦“⟧Open data”", "“ is not a straight quote",
     'use straight quotes: title = "Open data"'),
    ('title = "Open data⟦”⟧', '” cannot close a text that " opens',
     'use straight quotes: title = "Open data"'),
    ('roles = ["a", ⟦‘⟧b’]', "‘ is not a straight quote", 'use straight quotes: "b"'),
    ('title = ⟦"Open data⟧\nstart = 1', 'the text "Open data has no closing quote',
     'write " where the text ends: title = "Open data"'),
    ('title = ⟦"Open⟧\ndata"', 'the text "Open has no closing quote',
     'put """ before and after a text of several lines, or end it with "'),
    ('roles = ["a", ⟦"b]⟧\nx = 1', 'the text "b] has no closing quote',
     'write " where the text ends'),
    ('roles = [⟦"a⟧, "b"]', 'the text "a has no closing quote',
     'write " where the text ends: "a"'),
    ("title = ⟦'Open⟧\nx = 'y'", "the text 'Open has no closing quote",
     "write ' where the text ends: title = 'Open'"),
    ('title = ⟦"""⟧\nOpen\nstart = 1\n', 'the text that begins with """ has no end',
     'write """ where the text ends'),
    ('title = ⟦Open data"⟧', 'the text Open data" has no opening quote',
     'write title = "Open data"'),
    ("title = 'l⟦'⟧eau'", "the apostrophe within 'l'eau' ends the text too early",
     'use other quotes around it: title = "l\'eau"'),
    ('title = "The ⟦"⟧open" plan"', 'the quote within "The "open" plan" ends the text too early',
     "use other quotes around it: title = 'The \"open\" plan'"),
    ('path = "C:⟦\\U⟧sers"', "\\U does not stand for itself between double quotes",
     "write the backslash twice, \\\\, or put the text between single quotes"),
    ('path = "C:⟦\\"⟧', '\\" does not stand for itself between double quotes',
     "write the backslash twice, \\\\, or put the text between single quotes"),
    # behind the value
    ('title = "a"⟦,⟧', ", stands behind the value", "remove it"),
    ('sources = "a"⟦, "b"⟧', ', "b" stands behind the value',
     'put several values in a list: sources = ["a", …]'),
    ('roles = ["a"]⟦]⟧', "] closes nothing here", "remove it"),
    ("start = 1 ⟦end = 2⟧", "end = 2 stands behind the value 1", "begin a new line for it"),
    # names
    ("⟦expected output⟧ = 1", "expected output cannot be a name as it stands",
     "write expected_output = …, or in quotes if it has to be so"),
    ("⟦título⟧ = 1", "título cannot be a name as it stands", 'write "título" = …'),
    ("⟦=⟧ 3", "there is no name before the equals sign", "write name = value"),
    ("status⟦:⟧ completed", "status is followed by a colon",
     'write an equals sign: status = "completed"'),
    ('title = { en⟦:⟧ "x" }', "en is followed by a colon", "write an equals sign: en = …"),
    ('⟦title⟧ "Plan"', "there is no equals sign after title", 'write title = "Plan"'),
    ("⟦A plan⟧", 'the line "A plan" is neither a header nor a name with a value',
     "write name = value, or put # before a remark"),
    ("⟦]⟧", "] closes nothing here", "remove it"),
    # headers
    ("⟦[milestones]]⟧ # x", "the brackets of [milestones]] do not match", "write [[milestones]]"),
    ("⟦[[milestones]⟧\nid = 1", "the brackets of [[milestones] do not match",
     "write [[milestones]]"),
    ("⟦[plan⟧", "the brackets of [plan do not match", "write [plan]"),
    ("⟦[events⟧\n[[events]]", "the brackets of [events do not match", "write [[events]]"),
    ("[⟦next steps⟧]", "next steps cannot be the name of a table", "write [next_steps]"),
    ("[⟦“plan”⟧]", "“plan” cannot be the name of a table", "write [plan]"),
    ("⟦[]⟧", "[] has no name", "write the name of a table in the brackets"),
    ("[plan] ⟦title = 1⟧", "title = 1 stands behind the header [plan]",
     "begin a new line for it, or put # before a remark"),
    # repetitions
    ("[plan]\nend = 1\n[x]\nend = 1\n⟦end⟧ = 2", "end is given twice, first in line 5",
     "keep one of the two lines; each record has its own header"),
    ('[plan]\ntitle = "x"\n⟦title.es⟧ = "y"', "title.es cannot stand beside title in line 3",
     "name the language in each line, as in title.es = …"),
    ('[plan]\ntitle.es = "x"\n⟦title⟧ = "y"', "title cannot stand beside title.es in line 3",
     "name the language in each line, as in title.es = …"),
    ("x = {a = 1, b = [2], ⟦a⟧ = 3}", "a is given twice between the braces",
     "keep one of the two"),
    ("[plan]\nend = 1\n⟦[plan]⟧", "[plan] stands twice, first in line 2",
     "put the lines of both under the first [plan]"),
    ("[[events]]\nid = 1\n⟦[events]⟧",
     "[events] has single brackets, and [[events]] in line 2 has double ones",
     "use double brackets: [[events]]"),
    ("[events]\n⟦[[events]]⟧",
     "[[events]] has double brackets, and [events] in line 2 has single ones",
     "use double brackets in line 2 too: [[events]]"),
    ("events = []\n⟦[[events]]⟧", "[[events]] cannot stand beside events in line 2",
     "remove one of the two, or rename it"),
    # lists
    ('roles = [⟦"a"⟧ "b"]', 'a comma is missing after "a"', 'write a comma: "a",'),
    ('roles = [\n  ⟦"a"⟧ # x\n  "b",\n]', 'a comma is missing after "a"', 'write a comma: "a",'),
    ("x = {a = ⟦1⟧ b = 2}", "a comma is missing after 1", "write a comma: 1,"),
    ('roles = ["a"⟦;⟧ "b"]', "a semicolon stands where a comma belongs", "write ,"),
    ('roles = ["a"⟦)⟧', ") cannot close what [ opens", "write ] instead"),
    ('roles = ["a", ⟦}⟧', "} cannot close what [ opens", "write ] instead"),
    ('roles = ["a",⟦,⟧ "b"]', "there is nothing before this comma", "remove it"),
    ('roles = ⟦[⟧"a",\n"b"\ntitle = 1', "the list that begins here is not closed",
     "write ] at its end"),
    ('roles = ⟦[⟧"a",\n[[events]]\nid = 1', "the list that begins here is not closed",
     "write ] at its end"),
    ('roles = ⟦[⟧"a"', "the list that begins here is not closed", "write ] at its end"),
    ("x = ⟦{⟧a = 1\ny = 2", "the table in braces that begins here is not closed",
     "write } at its end"),
    # characters
    ('title = "a⟦\x00⟧b"', "the character U+0000 cannot stand here",
     "delete it, it may be invisible; where a space is meant, type one"),
    ("⟦\u00a0⟧title = 1", "the character U+00A0 cannot stand here",
     "delete it, it may be invisible; where a space is meant, type one"),
    ("# a⟦\x1b⟧", "the character U+001B cannot stand here",
     "delete it, it may be invisible; where a space is meant, type one"),
]  # fmt: skip


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("text", "message", "help_text"), STUMBLES, ids=lambda it: it[:30])
def test_stumble_is_told_at_its_place(
    text: str, message: str, help_text: str, line_end: str
) -> None:
    before, meant, after = re.split("[⟦⟧]", f"format = 1\n{text}\n".replace("\n", line_end))
    start, end = len(before), len(before + meant)
    problem = SyntaxProblem("toml-syntax", start, end, message, help_text)
    assert parse(before + meant + after) == (problem,)


def test_line_and_column_are_those_a_person_would_look_at() -> None:
    text = 'format = 1\r\n\r\n[plan]\r\n  title = "Año" é\r\n'
    (found,) = parse(text)
    assert isinstance(found, SyntaxProblem)
    assert Lines(text).position(found.start) == (4, 17)
    assert found.message == 'é stands behind the value "Año"'


def test_text_that_is_toml_gives_its_data() -> None:
    assert parse('format = 1\n[plan]\ntitle = "a"\n') == {"format": 1, "plan": {"title": "a"}}


REGION = "<<<<<<< ours\nb = 1\n=======\nb = 2\n>>>>>>> theirs\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_each_conflict_is_one_problem_in_place_of_bad_syntax(line_end: str) -> None:
    base = REGION.replace("=======", "||||||| base\nb = 0\n=======")
    text = f"a = 1\n{REGION}c = [\n{base}]\n".replace("\n", line_end)
    found = parse(text)
    assert isinstance(found, tuple)
    assert [(it.rule, text[it.start : it.end], Lines(text).position(it.start)) for it in found] == [
        ("conflict-markers", "<<<<<<< ours", (2, 1)),
        ("conflict-markers", "<<<<<<< ours", (8, 1)),
    ]
    assert found[0].message == "the merge conflict between ours and theirs is not settled"
    help_text = "keep the lines of the side that is right and delete the marker lines"
    assert found[0].help == help_text


@pytest.mark.parametrize("marker", ["=======", ">>>>>>> theirs", "||||||| base"])
def test_marker_that_was_left_over_is_named(marker: str) -> None:
    (found,) = parse(f"a = 1\n{marker}\nb = 2\n")
    assert isinstance(found, SyntaxProblem)
    assert (found.rule, found.start, found.end) == ("conflict-markers", 6, 6 + len(marker))
    assert found.message == f"{marker} is left of a merge that was not settled"


def test_conflict_markers_within_a_text_are_part_of_it() -> None:
    assert parse(f'a = """\n{REGION}"""\n') == {"a": REGION}
    (found,) = parse(f'a = """\n{REGION}"""\nb = \n')
    assert isinstance(found, SyntaxProblem)
    assert (found.rule, found.message) == ("toml-syntax", "b has no value")


PARTS = ".".join("a" * 30_000)
DEEP = {
    "brackets": f"x = {'[' * 100}⟦[⟧{'[' * 20_000}",
    "braces": f"x = {'{a=' * 100}⟦{{⟧{'a={' * 20_000}",
    "closed": f"x = {'[' * 100}⟦[⟧{']' * 101}",
    "tables": f"x = {'{a.b=' * 50}⟦{{⟧a.b=1}}{'}' * 50}",
    "key": f"{'a.' * 100}⟦a⟧.{PARTS} = 1",
    "short key": f"{'a.' * 100}⟦a⟧.a = 1",
    "key in braces": f"x = {{{'a.' * 99}⟦a⟧.{PARTS} = 1}}",
    "header": f"[{'a.' * 100}⟦a⟧.{PARTS}]",
    "header and value": f"[{'a.' * 59}a]\nx = {'[' * 40}⟦[⟧{']' * 41}",
    "arrays of tables": "".join(f"[[{'a.' * n}a]]\n" for n in range(50)) + f"⟦[{'a.' * 50}a]⟧",
    "before a mistake": f"x = {'[' * 100}⟦[⟧{']' * 101}\ny =\n",
    "key without equals sign": f"{'a.' * 100}⟦a⟧.{PARTS}",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_deep_nesting_is_one_problem_and_found_at_once(text: str) -> None:
    before, meant, after = re.split("[⟦⟧]", text)
    begun = time.perf_counter()
    (found,) = parse(before + meant + after)
    assert time.perf_counter() - begun < 1
    assert isinstance(found, SyntaxProblem)
    assert (found.rule, found.start, found.end) == (
        "nested-too-deep", len(before), len(before + meant),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"x = {'[' * 100}{']' * 100}",
        f"x = {'{a=' * 100}1{'}' * 100}",
        f"{'a.' * 100}a = 1",
        f"[{'a.' * 99}a]\nx = 1",
        f'x = "{"[" * 300}" # {"{" * 300}',
        f'x = "{".a" * 300}"',
        f"x = '''\n{'a.' * 300}a = 1\n'''",
        f"x = [{'[1.5, 1.5], ' * 300}]",
    ],
)
def test_hundred_levels_and_texts_that_look_like_more_are_read(text: str) -> None:
    assert parse(text) == tomli.loads(text)


def test_many_long_keys_do_not_hold_up_the_reading() -> None:
    text = "".join(f"{'a.' * 900}k{number} = 1\n" for number in range(1000))
    begun = time.perf_counter()
    parse(text)
    assert time.perf_counter() - begun < 2


def test_number_of_thousands_of_digits_is_named() -> None:
    digits = "9" * 5000
    (found,) = parse(f'x = "{digits}" # {digits}\ny = {digits}')
    assert isinstance(found, SyntaxProblem)
    assert (found.rule, found.end - found.start) == ("toml-syntax", 5000)
    assert found.message == f"the number {digits[:57]}… has 5000 digits"


SCRAPS = st.lists(
    st.sampled_from(
        [*"ab1=[]{}\"'#\n,.:-\\ “\x00\r", "\r\n", '"""', "'''", "[[a]]", "a = ", "<<<<<<< a\n"]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=100, deadline=None)
@given(SCRAPS)
def test_what_tomli_reads_is_read_and_all_else_is_explained(text: str) -> None:
    try:
        expected = tomli.loads(text)
    except tomli.TOMLDecodeError:
        found = parse(text)
        assert isinstance(found, tuple)
        assert all(0 <= it.start <= it.end <= len(text) for it in found)
        assert all(it.message and it.help for it in found)
    else:
        assert parse(text) == expected
