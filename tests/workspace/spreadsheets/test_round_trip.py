"""What is written is what is read, whatever the cells hold."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogdplan.workspace.spreadsheets.formula_text import neutral, plain
from ogdplan.workspace.spreadsheets.outgoing import OutBook, OutCell, OutColumn, OutSheet
from ogdplan.workspace.spreadsheets.reading import read_book
from ogdplan.workspace.spreadsheets.writing import write_book

_LETTERS = st.one_of(
    st.sampled_from("='+-@\n\t ;\"<>&_x0041_ é番🎉"),
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
)
_TEXTS = st.text(_LETTERS, max_size=12)
_NUMBERS = st.floats(-1e14, 1e14).map(lambda number: float(f"{number:.15g}"))
"""With as many digits as Excel keeps."""

_CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    _NUMBERS,
    st.dates(min_value=date(1900, 3, 1)),
    _TEXTS,
)


def _rows(cells: list[list[OutCell]]) -> list[list[OutCell]]:
    """Return rows as they are read: an empty text is none, and a float without a rest an int."""
    return [
        [None if c == "" else int(c) if isinstance(c, float) and c.is_integer() else c for c in row]
        for row in cells
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_cells_are_read_as_they_were_written(suffix: str, data: st.DataObject) -> None:
    width = data.draw(st.integers(1, 4))
    row = st.lists(_CELLS, min_size=width, max_size=width)
    cells = data.draw(st.lists(row, max_size=5))
    columns = tuple(OutColumn(f"c{number}") for number in range(width))
    book = OutBook((OutSheet("A", columns, tuple(map(tuple, cells))),))

    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        write_book(path, book)
        read = read_book(path).tables[0].rows

    expected = _rows(cells)
    while expected and not any(value is not None for value in expected[-1]):
        expected.pop()
    assert read == (tuple(column.heading for column in columns), *map(tuple, expected))


@given(_TEXTS)
def test_a_text_made_harmless_is_given_back(text: str) -> None:
    assert plain(neutral(text)) == text
    assert neutral(text).lstrip("' \n\t")[:1] not in {"=", "@"} or neutral(text) != text
