"""Laws of the layout, over random plan files."""

import re
from collections.abc import Callable
from itertools import groupby

import pytest

from laws import holds, runs
from ogdplan.planfile.anatomy import Anatomy
from ogdplan.planfile.formatting import formatted, say_the_same
from ogdplan.planfile.scanner import COMMENT, STRING, Path
from planfile_documents import Document, documents

STRINGS_AND_COMMENTS = re.compile(rf"{STRING}|(?P<comment>{COMMENT})")


def comments(text: str) -> list[str]:
    """Return the comments of a TOML text in order, without the spaces behind them."""
    found = STRINGS_AND_COMMENTS.finditer(text)
    return [match["comment"].rstrip() for match in found if match["comment"]]


def strings(text: str) -> list[str]:
    """Return the strings of a TOML text in order, as they are written."""
    found = STRINGS_AND_COMMENTS.finditer(text)
    return [match[0] for match in found if not match["comment"]]


def without_strings(text: str) -> str:
    """Return the text with nothing in its strings."""
    return STRINGS_AND_COMMENTS.sub(lambda match: match["comment"] or '""', text)


def keys(text: str) -> list[Path]:
    """Return the fields of the text in order; the languages of one field count once."""
    paths = (
        entry.path[: max(len(part.path) + 1, 2)]
        for part in Anatomy(text).parts
        for entry in part.entries
    )
    return [path for path, _ in groupby(paths)]


def data_stays(document: Document) -> None:
    assert say_the_same(document.text, formatted(document.text))


def laid_out_again_nothing_changes(document: Document) -> None:
    once = formatted(document.text)
    assert formatted(once) == once


def strings_stay_as_they_are_written(document: Document) -> None:
    plain = document.text.replace("\r\n", "\n")
    # A quoted key comes again with each language that gets a line of its own.
    assert set(strings(formatted(plain))) == set(strings(plain))


def comments_stay(document: Document) -> None:
    new = formatted(document.text)
    assert sorted(comments(new)) == sorted(comments(document.text))
    if keys(new) == keys(document.text):
        assert comments(new) == comments(document.text)


def spaces_are_in_their_places(document: Document) -> None:
    text = formatted(document.text)
    assert ("\r\n" if document.text.partition("\n")[0].endswith("\r") else "\n") in f"{text}\n"
    assert text.count("\r\n") in {0, text.count("\n")}
    plain = without_strings(text.replace("\r\n", "\n"))
    assert not re.search(r"[ \t]\n|\n\n\n|\A\n|\n\n\Z|[^\n]\Z", plain)


RUNS = runs(20, 5_000)


@RUNS
@pytest.mark.parametrize(
    "law",
    [
        data_stays,
        laid_out_again_nothing_changes,
        strings_stay_as_they_are_written,
        comments_stay,
        spaces_are_in_their_places,
    ],
)
def test_law_of_the_layout_holds(law: Callable[[Document], None], runs: int) -> None:
    holds(law, documents(), runs)
