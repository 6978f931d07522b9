"""The case files beside this test: a plan before, operations, the plan after, byte for byte."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import tomli

from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.operations import (
    AddRecord,
    Operation,
    RemoveRecord,
    SetFields,
    intended,
    same,
)

FOLDER = Path(__file__).parent
SIGNS = str.maketrans({"␍": "\r", "␠": " ", "␉": "\t"})
OPERATION = re.compile(r"(?P<verb>\w+) (?P<table>\w+)(?: (?P<record>[\w-]+))?(?:: (?P<fields>.+))?")


@dataclass(frozen=True)
class Case:
    """One case of a file."""

    title: str
    before: str
    operations: tuple[str, ...]
    after: str


def cases() -> Iterator[Case]:
    """Yield the cases of all files."""
    for path in sorted(FOLDER.glob("*.case")):
        for text in re.split(r"(?:^|\n)= ", path.read_text(encoding="utf-8"))[1:]:
            yield read_case(text)


def read_case(text: str) -> Case:
    """Return the case that the text tells, from its title on."""
    title, before, operations, after = re.split(r"^== ", text, flags=re.MULTILINE)
    layout, _, _ = before.partition("\n")
    old = plain(before, layout)
    new = old if after.startswith("after: the same") else plain(after, layout)
    return Case(title.strip(), old, tuple(operations.splitlines()[1:]), new)


def plain(part: str, layout: str) -> str:
    """Return the text below a headline, with the line endings that the layout names."""
    text = part.partition("\n")[2].translate(SIGNS)
    if "no final newline" in layout:
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if "CRLF" in layout else text


def read_operation(line: str, data: Mapping[str, object]) -> Operation:
    """Return the operation that the line tells, on a plan with this data."""
    match = OPERATION.fullmatch(line)
    assert match, line
    verb, table, record, told = match.group("verb", "table", "record", "fields")
    index = None if record is None else index_of(record, data[table])
    match verb:
        case "set":
            return SetFields(table, index, tomli.loads(f"fields = {{{told}}}")["fields"])
        case "unset":
            return SetFields(table, index, dict.fromkeys(told.split(", ")))
        case "add":
            return AddRecord(table, tomli.loads(f"fields = {{{told}}}")["fields"])
        case "remove" if index is not None:
            return RemoveRecord(table, index)
    raise ValueError(line)


def index_of(record: str, records: object) -> int:
    """Return the place of the record with this id, or the place that is told itself."""
    assert isinstance(records, list)
    return int(record) if record.isdigit() else [each.get("id") for each in records].index(record)


CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_edit_changes_only_what_it_must(case: Case) -> None:
    data = tomli.loads(case.before)
    operations = [read_operation(line, data) for line in case.operations]

    assert rewrite(case.before, operations) == case.after
    assert same(tomli.loads(case.after), intended(data, operations))


def test_no_two_cases_have_one_title() -> None:
    titles = [case.title for case in CASES]
    assert sorted(set(titles)) == sorted(titles)
