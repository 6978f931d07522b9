"""From places in the data to lines and columns of the text."""

import pytest

from ogdplan.findings import Aim, DataPath, Finding, Place, Problem, Span
from ogdplan.planfile.locating import Locator, findings_of
from ogdplan.rules.catalogue import RULES

TEXT = """\
format = 1
[plan]
title.en = "Plan"
title."pt-BR" = "Plano"
# a comment
[[milestones]]
id = "a"
sdgs = [
  "16", # peace
  "4",
]
[[milestones]]
id = "b"
note = '''
two
lines'''
[events.ratings]
good = 3
"""


def at(place: Place | Span, text: str = TEXT, rule: str = "bad-value") -> Finding:
    """Return the finding at a place."""
    problem = Problem(RULES[rule], place, "it is wrong", "mend it", record="a", field="b")
    return Locator(text).finding(problem, "plans/nepal.toml")


def meant(finding: Finding) -> str:
    """Return the part of the line that a finding points at."""
    return finding.excerpt[finding.column - 1 :][: finding.width]


@pytest.mark.parametrize(
    ("path", "line", "words"),
    [
        (("format",), 1, "1"),
        (("plan", "title", "en"), 3, '"Plan"'),
        (("plan", "title", "pt-BR"), 4, '"Plano"'),
        (("milestones", 0, "id"), 7, '"a"'),
        (("milestones", 0, "sdgs", 1), 10, '"4"'),
        (("milestones", 1, "id"), 13, '"b"'),
        (("events", "ratings", "good"), 18, "3"),
    ],
)
def test_value_is_found_at_any_depth(path: DataPath, line: int, words: str) -> None:
    finding = at(Place(path))

    assert (finding.line, meant(finding)) == (line, words)


@pytest.mark.parametrize(
    ("path", "line", "words"),
    [
        (("plan", "title", "pt-BR"), 4, '"pt-BR"'),
        (("plan", "title"), 3, "title"),
        (("milestones",), 6, "milestones"),
        (("milestones", 1, "note"), 14, "note"),
        (("events", "ratings"), 17, "ratings"),
    ],
)
def test_key_is_found_without_its_brackets(path: DataPath, line: int, words: str) -> None:
    finding = at(Place(path, Aim.KEY))

    assert (finding.line, meant(finding)) == (line, words)


@pytest.mark.parametrize(
    ("path", "line", "words"),
    [
        (("plan",), 2, "[plan]"),
        (("milestones", 1), 12, "[[milestones]]"),
        (("events",), 17, "[events.ratings]"),
    ],
)
def test_header_is_found_with_its_brackets(path: DataPath, line: int, words: str) -> None:
    finding = at(Place(path, Aim.HEADER))

    assert (finding.line, meant(finding)) == (line, words)


@pytest.mark.parametrize(
    ("place", "line", "words"),
    [
        (Place(("milestones", 1, "due")), 12, "[[milestones]]"),
        (Place(("milestones", 7, "due")), 6, "[[milestones]]"),
        (Place(("milestones", 0, "sdgs", 9)), 8, "["),
        (Place(("plan", "lead", "x", 3)), 2, "[plan]"),
        (Place(("milestones", 0), Aim.KEY), 6, "milestones"),
        (Place(("events", 0), Aim.HEADER), 17, "[events.ratings]"),
    ],
)
def test_what_is_not_there_is_pointed_at_where_it_would_be(
    place: Place, line: int, words: str
) -> None:
    finding = at(place)

    assert (finding.line, meant(finding)) == (line, words)


@pytest.mark.parametrize("aim", Aim)
def test_what_has_no_place_at_all_is_the_start_of_the_file(aim: Aim) -> None:
    for path in ((), ("unknown",), ("unknown", 3, "x")):
        finding = at(Place(path, aim))
        assert (finding.line, finding.column, finding.width) == (1, 1, 1)


def test_value_of_several_lines_is_meant_to_the_end_of_the_first() -> None:
    finding = at(Place(("milestones", 1, "note")))

    assert (finding.line, finding.column, meant(finding)) == (14, 8, "'''")


def test_offsets_are_taken_as_they_are() -> None:
    start = TEXT.index("# a comment")

    finding = at(Span(start, start + 11))

    assert (finding.line, finding.column, meant(finding)) == (5, 1, "# a comment")


@pytest.mark.parametrize("start", [len(TEXT), len(TEXT.rstrip())])
def test_end_of_the_file_is_a_place(start: int) -> None:
    finding = at(Span(start, start + 1))

    assert finding.line == TEXT[:start].count("\n") + 1
    assert finding.column == len(finding.excerpt) + 1
    assert finding.width == 1


def test_empty_text_has_a_first_line() -> None:
    finding = at(Span(0, 1), text="")

    assert (finding.line, finding.column, finding.width, finding.excerpt) == (1, 1, 1, "")


def test_columns_count_characters_not_bytes_or_cells() -> None:
    finding = at(Place(("x", "b")), text='x = {a = "नेपाल 日本 😀", b = 3}\n')

    assert (finding.column, meant(finding)) == (28, "3")


def test_returns_belong_to_no_line() -> None:
    finding = at(Place(("b",)), text="a = 1\r\nb = [\r\n]\r\n")

    assert (finding.line, finding.column, finding.width, finding.excerpt) == (2, 5, 1, "b = [")


def test_finding_carries_what_the_problem_says() -> None:
    finding = at(Place(("plan",)), rule="overdue")

    assert finding.rule == "overdue"
    assert (finding.group, finding.severity) == ("schedule", "warning")
    assert (finding.path, finding.record, finding.field) == ("plans/nepal.toml", "a", "b")
    assert (finding.message, finding.help, finding.accepted) == ("it is wrong", "mend it", False)


def test_findings_stand_in_the_order_of_the_file() -> None:
    problems = [
        Problem(RULES[rule], Place(path), message, "help")
        for rule, path, message in [
            ("overdue", ("milestones", 1, "id"), "x"),
            ("bad-value", ("milestones", 0, "id"), "y"),
            ("bad-id", ("milestones", 0, "id"), "z"),
            ("bad-id", ("milestones", 0, "id"), "a"),
            ("missing-field", ("plan",), "b"),
        ]
    ]

    found = findings_of(problems, TEXT, "x.toml")

    assert [(each.line, each.rule, each.message) for each in found] == [
        (2, "missing-field", "b"),
        (7, "bad-id", "a"),
        (7, "bad-id", "z"),
        (7, "bad-value", "y"),
        (13, "overdue", "x"),
    ]


def test_findings_of_one_line_share_its_text() -> None:
    text = f"x = {list(range(500))}\n"
    problems = [Problem(RULES["bad-value"], Place(("x", at)), "a", "b") for at in range(500)]

    found = findings_of(problems, text, "x.toml")

    assert len({id(each.excerpt) for each in found}) == 1


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("milestones", 0), 6),
        (("milestones", 1), 12),
        (("plan",), 2),
        (("events", "ratings"), 17),
        (("nonsense", 3), 1),
    ],
)
def test_table_begins_at_the_line_of_its_header(path: DataPath, line: int) -> None:
    assert Locator(TEXT).line(path) == line
