from datetime import date, time
from pathlib import Path

import pytest

from ogdplan.actions.merge import Merged
from ogdplan.actions.merged_file import Contents
from ogdplan.compare.merge.conflicts import Conflict, Side, What
from ogdplan.compare.merge.documents import Key
from ogdplan.findings import Finding, Group, Severity
from ogdplan.planfile.operations import Value
from ogdplan.report import merge as report
from ogdplan.report.page import Lines, Page
from ogdplan.report.segments import plain

PATH = "plans/nepal.toml"
VERSIONS = Contents(b"", b"one\n", b"", Path("x"), PATH, "nepal", is_plan=True)
ERROR = Finding(
    "dependency-cycle", Group.VALIDITY, Severity.ERROR, PATH, 3, 1, None, None, "wrong", "mend it"
)


def text_of(page: Page) -> list[str]:
    lines: list[str] = []
    for block in page.blocks:
        assert isinstance(block, Lines)
        lines += plain(block.lines).splitlines()
    return lines


def conflict(
    what: What = What.VALUE,
    path: tuple[str, ...] = ("due",),
    values: tuple[Value | None, Value | None, Value | None] = (None, None, None),
    removed_by: Side | None = None,
    *,
    is_needed: bool = False,
) -> Conflict:
    key = Key("milestones", "portal")
    return Conflict(what, key, path, *values, removed_by, is_needed, record="portal")


def told(found: Conflict) -> str:
    lines = text_of(report.page(Merged(VERSIONS, b"", conflicts=(found,))))
    assert lines[0] == f"{PATH}: merged, 1 conflict to settle"
    return lines[1]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            conflict(values=("2018", date(2019, 1, 2), "2020")),
            'due: ours 2019-01-02, theirs "2020" (was "2018")',
        ),
        (conflict(values=(None, 1, None)), "due: ours 1, theirs none"),
        (
            conflict(path=("title", "es"), values=(None, "a\n\x1b[31m", "b" * 61)),
            f'title.es: ours "a\\n\\u001b[31m", theirs "{"b" * 58}…',
        ),
        (
            conflict(What.REMOVED, (), removed_by=Side.OURS),
            "ours removed it, theirs changed it; it stays",
        ),
        (
            conflict(What.REMOVED, (), removed_by=Side.THEIRS, is_needed=True),
            "theirs removed it, ours relies on it; it stays",
        ),
        (
            conflict(What.SAME_ID, ("id",), (None, "gate", "gate")),
            "both sides gave a new record the id gate; theirs has this one now",
        ),
    ],
)
def test_conflict_says_what_each_side_wanted(found: Conflict, words: str) -> None:
    assert told(found) == f"conflict: portal: {words}"


def test_errors_are_shown_in_full() -> None:
    lines = text_of(report.page(Merged(VERSIONS, b"", errors=(ERROR, ERROR))))

    assert lines == [
        f"{PATH}: merged, 2 errors that neither side had",
        *(f"{PATH}:3:1: error: wrong [dependency-cycle]", "  help: mend it") * 2,
    ]


def test_what_is_left_of_all_kinds_is_counted() -> None:
    found = Merged(VERSIONS, b"", (conflict(),) * 2, (ERROR,), marked=1, by_lines=True)

    assert text_of(report.page(found))[0] == (
        f"{PATH}: merged line by line, 3 conflicts to settle, 1 error that neither side had"
    )


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (("ours",), "since ours is no plan that can be read"),
        (("ours", "theirs"), "since ours and theirs are no plan that can be read"),
    ],
)
def test_versions_that_are_no_plan_are_named(sides: tuple[str, ...], words: str) -> None:
    found = Merged(VERSIONS, b"", broken=tuple((side, ERROR) for side in sides), by_lines=True)

    lines = text_of(report.page(found))

    assert lines[0] == f"{PATH}: merged line by line, {words}"
    assert lines[1] == f"{PATH} ({sides[0]}):3:1: error: wrong [dependency-cycle]"


def test_what_to_do_stands_aside() -> None:
    assert report.aside(Merged(VERSIONS, b""), in_place=True) == Page(())
    assert text_of(report.aside(Merged(VERSIONS, b"", errors=(ERROR,)), in_place=True)) == [
        "next: correct what does not fit together any more, and run: ogdplan check nepal"
    ]


def test_difference_is_one_of_ours() -> None:
    found = Merged(VERSIONS, b"one\ntwo \xff\n")
    lines = [f"--- a/{PATH}", f"+++ b/{PATH}", "@@ -1 +1,2 @@", " one", "+two \ufffd"]

    assert text_of(report.difference(found)) == lines
    assert report.patch(found).splitlines() == lines


@pytest.mark.parametrize(
    ("value", "told_as"),
    [
        (None, None),
        (date(2018, 1, 31), "2018-01-31"),
        (time(7, 32), "07:32:00"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (1.5, 1.5),
        (["a", date(2018, 1, 31)], ["a", "2018-01-31"]),
        ({"es": "A", "on": date(2018, 1, 31)}, {"es": "A", "on": "2018-01-31"}),
    ],
)
def test_values_are_told_as_json(value: Value | None, told_as: object) -> None:
    found = Merged(VERSIONS, b"", conflicts=(conflict(values=(value, None, value)),))

    document = report.document(found, as_of=date(2018, 1, 31), written=False)

    conflicts = document["conflicts"]
    assert isinstance(conflicts, list)
    [one] = conflicts
    assert (one["base"], one["ours"], one["theirs"]) == (told_as, None, told_as)


def test_document_tells_what_was_removed_by_whom_and_what_is_no_record() -> None:
    accepted = Conflict(What.VALUE, Key("accepted", "overdue portal"), ("reason",), "A", "B", "C")
    removed = conflict(What.REMOVED, (), removed_by=Side.THEIRS)
    found = Merged(VERSIONS, b"", (removed, accepted), (ERROR,), broken=(("base", ERROR),))

    document = report.document(found, as_of=date(2018, 1, 31), written=True)

    assert document["written"] is True
    assert document["conflicts"] == [
        {
            "conflict": "removed",
            "kind": "milestone",
            "id": "portal",
            "subject": "portal",
            "field": None,
            "base": None,
            "ours": None,
            "theirs": None,
            "removed_by": "theirs",
        },
        {
            "conflict": "value",
            "kind": "accepted",
            "id": None,
            "subject": "overdue portal",
            "field": "reason",
            "base": "A",
            "ours": "B",
            "theirs": "C",
            "removed_by": None,
        },
    ]
