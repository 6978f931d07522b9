"""Where headings stand: below titles, in two rows, merged or not."""

from ogdplan.actions.importing.tables.heading_rows import filled, headed
from ogdplan.workspace.spreadsheets.cells import Range, Row, Table


def headings(*rows: Row, merged: tuple[Range, ...] = ()) -> list[str]:
    found = headed(Table("Sheet", rows, merged=merged))
    assert found is not None
    return [column.heading for column in found.columns]


def test_first_row_is_the_headings() -> None:
    found = headed(Table("Sheet", (("Title", "Deadline"), ("Portal", "2018"))))

    assert found is not None
    assert [(each.letters, each.heading, each.first) for each in found.columns] == [
        ("A", "Title", "Portal"),
        ("B", "Deadline", "2018"),
    ]
    assert found.first_row == 1


def test_title_rows_above_the_headings_are_passed_over() -> None:
    rows = (
        ("Ministry of Planning", None, None),
        ("Version of March 2018", None, None),
        (None, None, None),
        ("No.", "Activity", "Due date"),
        (1, "Open the budget", "2018"),
    )

    assert headings(*rows) == ["No.", "Activity", "Due date"]


def test_headings_merged_over_two_rows_are_joined() -> None:
    rows = (
        ("Commitment", None, "Milestone", None),
        ("Number", "Title", "Title", "Due"),
        (1, "Open data", "Portal", "2018"),
    )
    merged = (Range(0, 0, 0, 1), Range(0, 2, 0, 3))

    found = ["Commitment Number", "Commitment Title", "Milestone Title", "Milestone Due"]
    assert headings(*rows, merged=merged) == found


def test_two_rows_are_joined_without_marks_of_merging() -> None:
    rows = (
        ("Commitment", None, "Milestone", None),
        ("Number", "Title", "Title", "Due"),
        (1, "Open data", "Portal", "2018"),
    )

    found = headed(Table("Sheet", rows))
    assert found is not None
    assert found.first_row == 2
    assert found.columns[3].under == "Due"


def test_a_row_of_texts_below_the_headings_is_a_record() -> None:
    rows = (("Title", "Lead"), ("Status", "Agency"), ("Portal", "NIC"))

    assert headings(*rows) == ["Title", "Lead"]


def test_a_row_of_words_that_nobody_knows_is_the_headings_of_last_resort() -> None:
    assert headings(("Foo", "Bar"), ("a", "b")) == ["Foo", "Bar"]


def test_column_without_heading_or_value_is_none() -> None:
    rows = (("Title", None, "Due", None), ("Portal", None, None, "2018"))

    found = headed(Table("Sheet", rows))
    assert found is not None
    assert [each.letters for each in found.columns] == ["A", "C", "D"]


def test_cells_merged_down_a_column_say_the_same_in_each_row() -> None:
    rows = (("Commitment", "Milestone"), ("Open data", "Portal"), (None, "Training"))

    table = Table("Sheet", rows, merged=(Range(1, 0, 2, 0),))
    assert filled(table)[2] == ("Open data", "Training")


def test_table_without_a_word_has_no_headings() -> None:
    assert headed(Table("Sheet", ())) is None
    assert headed(Table("Sheet", ((None, None),))) is None
