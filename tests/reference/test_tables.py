from pathlib import Path

import pytest

from ogdplan.reference import tables

FOLDER = Path(tables.__file__).parent
MANY_A_KEY = {"column-synonyms.csv", "term-labels.csv"}
"""A heading means one thing in one kind of record, and another in another; so does a label."""
NAMES = sorted(path.name for path in FOLDER.glob("*.csv"))


def test_all_tables_are_shipped() -> None:
    assert NAMES == [
        "column-synonyms.csv",
        "countries.csv",
        "country-aliases.csv",
        "fiscal-years.csv",
        "frequency-synonyms.csv",
        "hemispheres.csv",
        "languages-alpha3.csv",
        "languages.csv",
        "licence-synonyms.csv",
        "licences.csv",
        "regions.csv",
        "right-to-left.csv",
        "scripts.csv",
        "sdg-codes.csv",
        "sdg-goals.csv",
        "status-synonyms.csv",
        "term-labels.csv",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_table_is_utf8_without_mark_and_ends_lines_with_lf(name: str) -> None:
    content = (FOLDER / name).read_bytes()

    content.decode("utf-8")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")


@pytest.mark.parametrize("name", NAMES)
def test_rows_have_the_width_of_the_header_and_distinct_first_cells(name: str) -> None:
    header = (FOLDER / name).read_text(encoding="utf-8").splitlines()[0].split(",")

    rows = tables.read_table(name)

    assert {len(row) for row in rows} == {len(header)}
    assert name in MANY_A_KEY or len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "name", sorted(set(NAMES) - {"country-aliases.csv", "sdg-codes.csv", "sdg-goals.csv"})
)
def test_rows_are_sorted_by_their_first_cell(name: str) -> None:
    keys = [row[0] for row in tables.read_table(name)]

    assert keys == sorted(keys)


@pytest.mark.parametrize("name", sorted(set(NAMES) - MANY_A_KEY))
def test_row_read_alone_is_the_row_of_the_table(name: str) -> None:
    rows = tables.read_table(name)

    for row in (rows[0], rows[len(rows) // 2], rows[-1]):
        assert tables.read_row(name, row[0]) == row


@pytest.mark.parametrize("key", ["code", "abc,", "", "zzzz", "Ghotuo"])
def test_there_is_no_row_for_another_cell(key: str) -> None:
    assert tables.read_row("languages-alpha3.csv", key) is None


def test_row_with_a_quoted_comma_is_read_alone() -> None:
    assert tables.read_row("scripts.csv", "Ahom") == ["Ahom", "Ahom, Tai Ahom", "ltr"]
