"""Rows that are left out with others, since they name records that only those would add."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.cells.faults import Spot
from ogdplan.actions.importing.prepared import Prepared, Terms, prepare
from ogdplan.actions.importing.records.institutions import Decisions
from ogdplan.actions.importing.records.left_out import Reference, left_out_with
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.planfile.reading import read_text
from ogdplan.workspace.spreadsheets.cells import Book, Table

_Item = TypeVar("_Item")

PLAN = """format = 1

[plan]
title = "A plan"
country = "PAN"
lead = "office"

[[institutions]]
id = "office"
name = "An office"
sector = "government"
"""
CHAIN = (("b", "Second", "a"), ("a", "First", "nowhere"), ("c", "Third", "b"), ("d", "Other", None))


class Passes:
    """Counts how many times all rows are read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, items: Iterable[_Item], total: int) -> Iterable[_Item]:
        assert total >= 0
        self.count += 1
        return items


def prepared(*rows: tuple[str, str, str | None], partial: bool, watch: Passes) -> Prepared:
    """Prepare milestones, each with an id, a title and what it depends on."""
    table = Table("Milestones", (("ID", "Title", "Depends on"), *rows))
    return prepared_of(table, terms=Terms(partial=partial, watch=watch))


def prepared_of(*tables: Table, terms: Terms) -> Prepared:
    reading = read_text(PLAN)
    assert reading.plan is not None
    assert reading.data is not None
    subject = Subject("panama", reading, reading.plan, reading.data, date(2018, 1, 1))
    book = Book(Path("t.xlsx"), "xlsx", tables)
    return prepare(subject, book, ColumnMapping(), Decisions({}), terms)


def faults(found: Prepared) -> list[tuple[int, str]]:
    return [(fault.spot.row, fault.message) for fault in found.faults]


def test_what_follows_from_a_row_at_fault_is_said_only_where_that_stays_out() -> None:
    first = (3, 'no milestone called "nowhere"')

    whole = prepared(*CHAIN, partial=False, watch=Passes())
    partial = prepared(*CHAIN, partial=True, watch=Passes())

    assert faults(whole) == [first]
    assert faults(partial) == [
        (2, '"a" is added by a row that is left out'),
        first,
        (4, '"b" is added by a row that is left out'),
    ]
    assert partial.faults[0].help == "mend row 3"
    assert [entry.id for entry in partial.draft.entries] == ["d"]


def test_chain_of_any_length_is_left_out_at_once() -> None:
    rows = [(f"m{n}", f"Work {n}", f"m{n - 1}" if n else "nowhere") for n in range(30)]
    watch = Passes()

    found = prepared(*rows, partial=True, watch=watch)

    assert (len(found.faults), watch.count) == (30, 2)


def test_record_that_a_good_row_has_beside_it_can_be_named_all_the_same() -> None:
    milestones = (
        ("Title", "Due", "Commitment number", "Commitment title"),
        ("Portal", "31/11/2018", "1", "Open data"),
        ("Training", "2018", "1", "Open data"),
    )
    challenges = (
        ("Title", "Category", "affects"),
        ("Too few people", "weak-leadership", "open-data"),
    )

    found = prepared_of(
        Table("Milestones", milestones),
        Table("Challenges", challenges),
        terms=Terms(partial=True),
    )

    assert [(fault.spot.sheet, fault.spot.row) for fault in found.faults] == [("Milestones", 2)]


def test_row_of_another_sheet_is_named_with_it() -> None:
    reference = Reference(Spot("Events", 2, "B"), "portal", Spot("Milestones", 5))

    (fault,) = left_out_with([reference], frozenset({("Milestones", 5)}))

    assert (fault.spot.row, fault.help) == (2, 'mend row 5 of "Milestones"')


def test_rows_that_name_each_other_are_each_left_out_once() -> None:
    one, other = Spot("Work", 2), Spot("Work", 3)
    references = [Reference(one, "b", other), Reference(other, "a", one)]

    assert [fault.spot for fault in left_out_with(references, frozenset({one.key}))] == [other]


def test_parent_whose_own_row_is_left_out_is_said_only_where_that_stays_out() -> None:
    commitments = (("Number", "Title", "Start"), ("1", "Open data", "31/11/2018"))
    milestones = (("Title", "Due", "Commitment number"), ("Portal", "2018", "1"))
    tables = (Table("Commitments", commitments), Table("Milestones", milestones))

    whole = prepared_of(*tables, terms=Terms())
    partial = prepared_of(*tables, terms=Terms(partial=True))

    assert [fault.spot.sheet for fault in whole.faults] == ["Commitments"]
    assert [fault.spot.sheet for fault in partial.faults] == ["Commitments", "Milestones"]
