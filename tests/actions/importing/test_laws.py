"""What holds for every table: twice is once, our own workbooks change nothing."""

from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from laws import holds, runs
from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.prepared import Prepared, Terms, prepare
from ogdplan.actions.importing.records.institutions import Decisions
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.reading import read_text
from ogdplan.workspace.spreadsheets.cells import Book, CellValue, Table

PLAN = """format = 1

[plan]
title = "A plan"
country = "BRA"
lead = "office"

[[institutions]]
id = "office"
name = "An office"
sector = "government"

[[milestones]]
id = "portal"
number = "1"
title = "Portal"
due = "2018-06"
"""
HEADINGS = ("ID", "No.", "Title", "Due", "Status", "Lead", "Progress", "Evidence", "Weight")

words = st.sampled_from(["Portal", "Ação", "Train officers", "x", "=1+1", "[open]", "a\nb", '"q"'])
cells: st.SearchStrategy[tuple[CellValue, ...]] = st.tuples(
    st.sampled_from([None, None, "portal", "new-id", "Bad Id", "office"]),
    st.sampled_from([None, "1", 2, 2.5, "A/7"]),
    st.one_of(st.none(), words),
    st.sampled_from(
        [None, "2018", "Setembro/2018", "Q4 2016", "Ongoing", "soon", 43100, date(2018, 1, 2)]
    ),
    st.sampled_from([None, "Done", "Cumprido", "parcial", "C", "nearly"]),
    st.sampled_from([None, "office", "AN OFFICE", "Ministry (M)", "m; An office", "-"]),
    st.sampled_from([None, 40, "40 %", 140, 0.5]),
    st.sampled_from([None, "https://a.org; x", "None", "* https://b.org/y."]),
    st.sampled_from([None, 1, 2.5, 0, "1,5"]),
)
Rows = list[tuple[CellValue, ...]]

tables = st.lists(cells.filter(any), min_size=1, max_size=6)


def subject(text: str) -> Subject:
    reading = read_text(text)
    assert reading.plan is not None
    assert reading.data is not None
    return Subject("brazil", reading, reading.plan, reading.data, date(2018, 1, 1))


def prepared(text: str, rows: Rows) -> Prepared:
    book = Book(Path("t.xlsx"), "xlsx", (Table("Sheet", (HEADINGS, *rows)),))
    mapping = ColumnMapping(kind="milestones")
    return prepare(subject(text), book, mapping, Decisions({}), Terms(partial=True))


@runs(few=60, many=3000)
def test_good_rows_give_a_valid_plan_and_twice_is_once(runs: int) -> None:
    holds(twice_is_once, tables, runs)


def twice_is_once(rows: Rows) -> None:
    first = prepared(PLAN, rows)
    text = rewrite(PLAN, first.edit.operations)

    assert subject(text).plan is not None
    bad = {fault.spot.row for fault in first.faults}
    if good := [row for at, row in enumerate(rows, start=2) if at not in bad]:
        again = prepared(text, good)
        assert (again.edit.operations, again.faults) == ((), ())


@runs(few=60, many=3000)
def test_every_row_is_a_record_or_has_a_fault(runs: int) -> None:
    holds(record_or_fault, tables, runs)


def record_or_fault(rows: Rows) -> None:
    found = prepared(PLAN, rows)

    bad = {fault.spot.row for fault in found.faults}
    good = {entry.spot.row for entry in found.draft.entries if entry.has_row}
    assert bad | good == set(range(2, len(rows) + 2))
    assert not bad & good
