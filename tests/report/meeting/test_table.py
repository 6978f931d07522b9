from ogdplan.report.meeting.table import Entry, Field, Table, joined, stacked, with_first
from ogdplan.report.page import Cell, Column, Sheet

FIELDS = (Field("title", "Title"), Field("slip", "Slip"), Field("ids"))
ROW = (Entry("A", Cell("A")), Entry(None, Cell("–")), Entry(["a", "b"]))


def test_people_do_not_see_columns_without_heading_nor_those_in_which_nothing_stands() -> None:
    table = Table(FIELDS, (ROW,), (Cell("sum"), Cell("0"), Cell("")))

    assert table.shown() == Sheet((Column("Title", "title"),), ((Cell("A"),),), (Cell("sum"),))


def test_column_stays_where_one_row_has_something() -> None:
    other = (Entry("B", Cell("B")), Entry(3, Cell("+3 days")), Entry([]))

    assert [column.key for column in Table(FIELDS, (ROW, other)).shown().columns] == [
        "title",
        "slip",
    ]


def test_json_has_every_field_of_every_row() -> None:
    assert Table(FIELDS, (ROW,)).values() == [{"title": "A", "slip": None, "ids": ["a", "b"]}]


def test_csv_has_each_value_in_one_piece() -> None:
    fields = tuple(map(Field, ("text", "none", "yes", "number", "list", "object")))
    values = ("A", None, True, 1.5, ["a", "b"], {"useful": 92.5})
    sheet = Table(fields, (tuple(map(Entry, values)),)).sheet()

    assert [cell.text if cell.value is None else cell.value for cell in sheet.rows[0]] == [
        "A",
        "",
        "true",
        1.5,
        "a; b",
        "useful=92.5",
    ]
    assert [column.key for column in sheet.columns] == [field.key for field in fields]


def test_tables_with_the_same_fields_are_stacked_and_their_sheets_joined() -> None:
    one, other = Table(FIELDS, (ROW,)), Table(FIELDS, (ROW, ROW))

    assert stacked((one, other)).rows == (ROW, ROW, ROW)
    assert joined((one.sheet(), other.sheet())) == stacked((one, other)).sheet()


def test_column_before_the_others_is_the_same_in_every_row() -> None:
    sheet = with_first(Table(FIELDS, (ROW, ROW)).sheet(), Column("plan", "plan"), Cell("nepal"))

    assert [column.key for column in sheet.columns] == ["plan", "title", "slip", "ids"]
    assert [row[0].text for row in sheet.rows] == ["nepal", "nepal"]
