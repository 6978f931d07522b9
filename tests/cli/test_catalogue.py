import csv
import io
import re
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
    assert all(each["value"] and each["label"] and each["source"] for each in document["values"])


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


def test_labels_descriptions_and_headings_are_in_the_language_asked_for(plans: Path) -> None:
    answer = ask("catalogue", "release-needs", "--lang", "es-UY")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[0] == (
        "release-needs: qué hace falta para que se publique un conjunto de datos"
    )
    assert answer.lines[2].split() == ["Valor", "Etiqueta", "Descripción", "Fuente"]
    assert re.split(" {2,}", answer.lines[4])[:3] == [
        "nothing",
        "Nada",
        "quien los tiene puede publicarlos",
    ]


def test_keys_of_output_for_programs_are_the_same_in_every_language(plans: Path) -> None:
    document = ask("catalogue", "status", "--lang", "pt", "--format", "json").document
    rows = list(
        csv.DictReader(io.StringIO(ask("catalogue", "status", "--lang", "pt", "-f", "csv").out))
    )

    assert rows == document["values"]
    assert document["values"][0] == {
        "value": "not-started",
        "label": "Não iniciado",
        "description": "nada foi feito ainda",
        "source": "OGP Independent Reporting Mechanism",
    }


def test_list_of_catalogues_is_in_the_language_asked_for(plans: Path) -> None:
    answer = ask("catalogue", "--lang", "fr")

    assert answer.lines[0] == "Catalogues"
    assert answer.lines[2].split() == ["Nom", "Valeurs", "De", "quoi", "il", "s’agit"]
    assert answer.lines[5].split()[:5] == ["stage", "5", "valeurs", "où", "en"]
    assert "licences de la liste de l’Open Definition" in answer.out


@pytest.mark.parametrize(
    ("name", "value", "label", "description"),
    [
        ("goals", "1", "Erradicação da pobreza", "cor #E5243B"),
        ("countries", "KOR", "Coreia do Sul", ""),
        ("workshop-challenges", "fear-to-release", "Medo de publicar", None),
    ],
)
def test_tables_are_in_the_language_asked_for(
    plans: Path, name: str, value: str, label: str, description: str | None
) -> None:
    document = ask("catalogue", name, "--lang", "pt-BR", "--format", "json").document

    (found,) = [each for each in document["values"] if each["value"] == value]
    assert found["label"] == label
    assert description is None or found["description"] == description


def test_language_without_labels_is_named_and_english_stands_in(plans: Path) -> None:
    answer = ask("catalogue", "access", "--lang", "ne")

    assert answer.code == 0
    assert answer.err == ('labels are not translated into the language "ne"; they are in English\n')
    assert answer.out == ask("catalogue", "access").out
