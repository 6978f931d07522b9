import csv
import io
from pathlib import Path

import pytest

from cli.asking import AS_OF, ask
from ogdplan.model.vocabularies import VOCABULARIES, Status
from ogdplan.report.catalogue import names

TABLES = [
    "licences",
    "countries",
    "goals",
    "workshop-challenges",
    "workshop-lessons",
    "workshop-achievements",
    "workshop-next-steps",
]


def test_list_has_every_vocabulary_and_table(plans: Path) -> None:
    answer = ask("catalogue")

    assert (answer.code, answer.err) == (0, "")
    assert [line.split()[0] for line in answer.lines[4:]] == [*VOCABULARIES, *TABLES]


def test_vocabulary_has_value_label_description_and_source(plans: Path) -> None:
    answer = ask("catalogue", "status")

    assert (answer.code, answer.err) == (0, "")
    first = next(iter(Status))
    assert answer.lines[2].split() == ["Value", "Label", "Description", "Source"]
    assert answer.lines[4].split("  ")[0] == first.value
    assert first.description in answer.lines[4]


@pytest.mark.parametrize("name", names())
def test_every_catalogue_says_the_same_in_csv_and_json(plans: Path, name: str) -> None:
    document = ask("catalogue", name, "--as-of", AS_OF, "--format", "json").document
    rows = list(csv.DictReader(io.StringIO(ask("catalogue", name, "--format", "csv").out)))

    assert list(document) == ["schema", "as_of", "name", "description", "values"]
    assert (document["schema"], document["name"]) == ("ogdplan/catalogue/1", name)
    assert rows == document["values"]
    assert all(each["value"] and each["label"] for each in document["values"])


def test_index_counts_the_values_of_each(plans: Path) -> None:
    document = ask("catalogue", "--format", "json").document

    assert list(document) == ["schema", "as_of", "catalogues"]
    assert {each["name"]: each["values"] for each in document["catalogues"]}["status"] == 7
    assert all(each["description"] for each in document["catalogues"])


@pytest.mark.parametrize(
    ("name", "hint"),
    [("statsu", "did you mean status?"), ("zzz", "`ogdplan catalogue` lists them")],
)
def test_catalogue_that_is_not_there_is_a_wrong_usage(plans: Path, name: str, hint: str) -> None:
    answer = ask("catalogue", name)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f'error: no catalogue called "{name}"\nhint: {hint}\n'
