import math
import re
from collections.abc import Iterator

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from ogdplan.planfile.positions import Lines, Path, Span, locate

# Documents are drawn as text, statement by statement; statements that tomli refuses after the
# others are left out, so what remains interleaves tables in every way that TOML allows.

SPACES = st.sampled_from(["", "", "", " ", "  ", "\t"])
NAMES = st.sampled_from(
    [*"aaaabbbc", "due_text", "x-1", "3", "é", "a.b", "[c]", "#", "", "1979"],
)
COMMENT = st.sampled_from(["", "", "# c", '# "quoted" [x] = \'y', "#[a]", "#"])
PLAIN = st.text(alphabet="ab =#[]{},.:é日\t", max_size=8)
SCALARS = st.sampled_from(
    [
        *("0", "-17", "+1_000", "0xDEAD", "0o17", "0b1", "1.5", "-1e6", "6.02E+23", "inf", "-nan"),
        *("true", "false", "2018-06-30", "2018-06-30 10:00:00", "2018-06-30T10:00:00.5+01:00"),
        *("2018-06-30 10:00:00Z", "07:32:00", "00:32", "1979-05-27 07:32"),
    ]
)


def basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9")
    return f'"{escaped}"'


def literal(text: str) -> str:
    return f"'{text}'"


def name_token(name: str) -> st.SearchStrategy[str]:
    plain = [name] if re.fullmatch("[A-Za-z0-9_-]+", name) else []
    return st.sampled_from([*plain, basic(name), literal(name)])


@st.composite
def keys(draw: st.DrawFn) -> str:
    token = draw(NAMES.flatmap(name_token))
    for name in draw(st.lists(NAMES, max_size=2)):
        token += draw(SPACES) + "." + draw(SPACES) + draw(name_token(name))
    return token


LONG_PARTS = st.lists(
    st.sampled_from(["a", "é", "\n", "\n", " ", "#", "[[a]]\n", "b = 1\n", '"', '""', "'", "''"]),
    max_size=8,
).map("".join)


def long_basic(text: str) -> str:
    inner = re.sub('"{3,}', '"\\"', text.replace("é", "\\\n  ")).replace('"""', '""')
    return f'"""{inner}"""'


def long_literal(text: str) -> str:
    return f"'''{re.sub(chr(39) + '{3,}', chr(39), text)}'''"


STRINGS = st.one_of(
    st.text(alphabet='ab"\\#é]', max_size=6).map(basic),
    PLAIN.map(literal),
    LONG_PARTS.map(long_basic),
    LONG_PARTS.map(long_literal),
)


@st.composite
def gaps(draw: st.DrawFn) -> str:
    """What may stand between the items of an array: blanks, comments, line endings."""
    pieces = st.sampled_from(["", "", "", " ", "\n", "\t\n  ", " # , ] [ \" '\n", "# '''\n"])
    return "".join(draw(st.lists(pieces, max_size=2)))


@st.composite
def containers(draw: st.DrawFn, items: st.SearchStrategy[str], brackets: str) -> str:
    text = brackets[0] + draw(gaps())
    drawn = draw(st.lists(items, max_size=4))
    for number, item in enumerate(drawn, start=1):
        text += item + draw(gaps())
        if number < len(drawn) or draw(st.booleans()):
            text += "," + draw(gaps())
    return text + brackets[1] if drawn else brackets


def entries(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(keys(), SPACES, SPACES, values).map(lambda e: f"{e[0]}{e[1]}={e[2]}{e[3]}")


VALUES = st.recursive(
    SCALARS | STRINGS,
    lambda inner: containers(inner, "[]") | containers(entries(inner), "{}"),
    max_leaves=6,
)
HEADERS = st.tuples(st.sampled_from(["[]", "[[]]"]), SPACES, keys(), SPACES).map(
    lambda h: h[0][: len(h[0]) // 2] + h[1] + h[2] + h[3] + h[0][len(h[0]) // 2 :]
)
STATEMENTS = st.tuples(
    SPACES, HEADERS | entries(VALUES) | entries(VALUES) | st.just(""), SPACES, COMMENT
).map("".join)


def is_toml(text: str) -> bool:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return False
    return True


@st.composite
def documents(draw: st.DrawFn) -> str:
    text = ""
    for statement in draw(st.lists(STATEMENTS, max_size=12)):
        if is_toml(f"{text}{statement}\n"):
            text += f"{statement}\n"
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


def paths_in(data: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    if path:
        yield path, data
    if isinstance(data, dict):
        for name, value in data.items():
            yield from paths_in(value, (*path, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from paths_in(value, (*path, index))


def same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return type(one) is type(other) and one == other


def with_value(data: object, path: Path, value: object) -> object:
    match data:
        case dict() if path:
            return {**data, path[0]: with_value(data[path[0]], path[1:], value)}
        case list() if path:
            changed = with_value(dict(enumerate(data)), path, value)
            assert isinstance(changed, dict)
            return list(changed.values())
    return value


def has_own_value(text: str, span: Span, value: object) -> bool:
    """Say whether the span is the text of the value, rather than a header or a name."""
    source = text[slice(*span)]
    return is_toml(f"x = {source}") and same(tomli.loads(f"x = {source}")["x"], value)


def names_in_header(header: str) -> list[str]:
    data, names = tomli.loads(header), list[str]()
    while data:
        ((name, data),) = data.items()
        names.append(name)
        data = data[0] if isinstance(data, list) else data
    return names


@settings(max_examples=40, deadline=None)
@given(documents())
def test_scanner_agrees_with_tomli_on_every_path(text: str) -> None:
    data = tomli.loads(text)
    positions = locate(text)
    seen = set[Span]()
    for path, value in paths_in(data):
        place = positions.value(path)
        assert place is not None
        is_own = has_own_value(text, place, value)
        if is_own:
            assert place not in seen
            seen.add(place)
            changed = f"{text[: place.start]}'changed'{text[place.end :]}"
            assert same(tomli.loads(changed), with_value(data, path, "changed"))
        check_header(text, positions.header(path), path, value, is_own=is_own)
        check_key(text, positions.key(path), path, place, is_own=is_own)


def check_header(
    text: str, header: Span | None, path: Path, value: object, *, is_own: bool
) -> None:
    assert (header is not None) == isinstance(value, dict | list)
    if is_own or header is None:
        return
    source = text[slice(*header)]
    names = [step for step in path if isinstance(step, str)]
    if source.startswith("["):
        assert names_in_header(source)[: len(names)] == names
        assert source.startswith("[[") == source.endswith("]]")
    else:
        assert tomli.loads(f"{source} = 0") == {path[-1]: 0}


def check_key(text: str, key: Span | None, path: Path, place: Span, *, is_own: bool) -> None:
    assert (key is None) == isinstance(path[-1], int)
    if key is None:
        return
    assert "\n" not in text[slice(*key)]
    assert tomli.loads(f"{text[slice(*key)]} = 0") == {path[-1]: 0}
    if is_own:
        assert re.fullmatch(r"[ \t]*=[ \t]*", text[key.end : place.start])


@settings(max_examples=25, deadline=None)
@given(documents())
def test_answers_do_not_depend_on_the_order_of_questions(text: str) -> None:
    forwards, backwards = locate(text), locate(text)
    paths = [path for path, _ in paths_in(tomli.loads(text))]
    asked = {
        path: (forwards.value(path), forwards.key(path), forwards.header(path)) for path in paths
    }
    for path in reversed(paths):
        assert backwards.header(path) == asked[path][2]
        assert backwards.key(path) == asked[path][1]
        assert backwards.value(path) == asked[path][0]
        assert backwards.value((*path, "no such")) is None
        assert backwards.key((*path, 99)) is None


PLAN = """\
format = 1
# the plan
[plan] # [x]
title.es = "Plan" # "c"
title . "pt-BR" = "Plano"
languages = [
  "es", # "x",
  'pt-BR',
]
lead = { id = "a", at.year = 2018, in = [1, [2, 3]] }

  [[milestones]]
  id = "first"
  [milestones.texts.en]
[[milestones]]
"due" = 2018-06-30
[[milestones.steps]]
[[milestones.steps]]
on = 2018-06-30 10:00:00
[zones.north]
note = '''
[[milestones]]
''''
[zones]
"""

PLACES: list[tuple[str, Path, str | None]] = [
    ("value", ("format",), "1:10 1"),
    ("key", ("format",), "1:1 format"),
    ("key", ("plan",), "3:2 plan"),
    ("header", ("plan",), "3:1 [plan]"),
    ("value", ("plan",), "3:1 [plan]"),
    ("value", ("plan", "title", "es"), '4:12 "Plan"'),
    ("key", ("plan", "title", "es"), "4:7 es"),
    ("key", ("plan", "title", "pt-BR"), '5:9 "pt-BR"'),
    ("key", ("plan", "title"), "4:1 title"),
    ("header", ("plan", "title"), "4:1 title"),
    ("value", ("plan", "title"), "4:1 title"),
    ("header", ("plan", "title", "es"), None),
    ("value", ("plan", "languages", 1), "8:3 'pt-BR'"),
    ("key", ("plan", "languages", 1), None),
    ("value", ("plan", "languages", 2), None),
    ("value", ("plan", "lead", "id"), '10:15 "a"'),
    ("key", ("plan", "lead", "at", "year"), "10:23 year"),
    ("header", ("plan", "lead", "at"), "10:20 at"),
    ("value", ("plan", "lead", "in", 1, 0), "10:46 2"),
    ("header", ("plan", "lead", "in", 1), "10:45 [2, 3]"),
    ("header", ("plan", "lead"), '10:8 { id = "a", at.year = 2018, in = [1, [2, 3]] }'),
    ("key", ("milestones",), "12:5 milestones"),
    ("header", ("milestones",), "12:3 [[milestones]]"),
    ("value", ("milestones",), "12:3 [[milestones]]"),
    ("header", ("milestones", 0), "12:3 [[milestones]]"),
    ("key", ("milestones", 0), None),
    ("header", ("milestones", 0, "texts"), "14:3 [milestones.texts.en]"),
    ("key", ("milestones", 0, "texts"), "14:15 texts"),
    ("header", ("milestones", 1), "15:1 [[milestones]]"),
    ("key", ("milestones", 1, "due"), '16:1 "due"'),
    ("header", ("milestones", 1, "steps"), "17:1 [[milestones.steps]]"),
    ("header", ("milestones", 1, "steps", 1), "18:1 [[milestones.steps]]"),
    ("value", ("milestones", 1, "steps", 1, "on"), "19:6 2018-06-30 10:00:00"),
    ("value", ("milestones", 2), None),
    ("key", ("zones",), "20:2 zones"),
    ("header", ("zones",), "24:1 [zones]"),
    ("value", ("zones", "north", "note"), "21:8 '''\n[[milestones]]\n''''"),
    ("header", (), "1:1 "),
    ("value", (), "1:1 "),
    ("key", (), None),
    ("value", ("plan", "nothing"), None),
    ("value", ("format", "nothing"), None),
    ("header", ("plan", "languages", 1, "nothing"), None),
]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("question", "path", "expected"), PLACES)
def test_places_in_a_plan(question: str, path: Path, expected: str | None, ending: str) -> None:
    text = PLAN.replace("\n", ending)
    positions = locate(text)
    ask = {"value": positions.value, "key": positions.key, "header": positions.header}[question]
    span = ask(path)
    found = None
    if span:
        line, column = Lines(text).position(span.start)
        found = f"{line}:{column} {text[slice(*span)]}".replace("\r\n", "\n")
    assert found == expected


def test_place_is_a_span_of_offsets() -> None:
    assert locate("format = 1").value(("format",)) == Span(9, 10)
    assert locate("[plan]").header(("plan",)) == Span(0, 6)
    assert locate("").header(()) == Span(0, 0)


def test_key_stands_where_the_text_has_it_first_whatever_is_read_first() -> None:
    text = "[a.b]\nc.d = 1\n[a.b.c.e]\n[a]\n"
    positions = locate(text)
    assert positions.header(("a", "b", "c", "e")) == Span(14, 23)
    assert positions.key(("a", "b", "c")) == Span(6, 7)
    assert positions.header(("a", "b", "c")) == Span(6, 7)
    assert positions.key(("a",)) == Span(1, 2)


def test_header_at_the_end_means_the_last_table_of_each_array() -> None:
    positions = locate("[[a]]\n[[a]]\n[[a.b]]\n[c]\n")
    assert positions.last_table == ("c",)
    assert positions.resolve(("a", "b", "d")) == ("a", 1, "b", 0, "d")
    assert positions.resolve(("a",)) == ("a",)


@pytest.mark.parametrize(
    "value",
    [
        "[" * 90 + "]" * 90,
        "{a = " * 90 + "1" + "}" * 90,
        "[" + '"x", ' * 5000 + "]",
        '"' + "\\n" * 50_000 + '"',
        '"""' + '\\""\n' * 50_000 + '"""',
        "[\n" + "# ]\n" * 50_000 + "]",
        '["""""""",["\\""]]',
        """[''''''',[0 # , ] [ " '\n]]""",
    ],
)
def test_long_and_deep_values_end_where_they_end(value: str) -> None:
    text = f"x = {value}\ny = 1\n"
    positions = locate(text)
    assert positions.value(("x",)) == Span(4, 4 + len(value))
    assert positions.value(("y",)) == Span(9 + len(value), 10 + len(value))


@given(st.text(alphabet="ab日\r\n", max_size=30))
def test_lines_count_as_tomli_does(text: str) -> None:
    text = text.replace("\r", "\r\n")
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert line == text.count("\n", 0, offset) + 1
        assert column == offset - text.rfind("\n", 0, offset)
        assert lines.text_of(line) == text.split("\n")[line - 1].removesuffix("\r")
