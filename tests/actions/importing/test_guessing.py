"""Which field a column means."""

import pytest

from ogdplan.actions.importing.tables.guessing import guesses, saved
from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.errors import UnknownNameError, UsageError
from ogdplan.model.kinds import kind_named
from ogdplan.workspace.spreadsheets.cells import Row

MILESTONE = kind_named("milestone")


def columns(*headings: str) -> list[Column]:
    return [Column(at, heading, None) for at, heading in enumerate(headings)]


def fields(
    *headings: str, kind: str = "milestone", rows: tuple[Row, ...] = (), **said: str
) -> list[str | None]:
    found = guesses(columns(*headings), rows, kind_named(kind), ColumnMapping(columns=said))
    return [guess.target.text if guess.target else None for guess in found]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("Milestone", "Responsible agency", "Due date"), ["title", "lead", "due"]),
        (("Hito", "Institución responsable", "Fecha límite"), ["title", "lead", "due"]),
        (("Jalon", "Institution responsable", "Échéance"), ["title", "lead", "due"]),
        (("Marco", "Órgão responsável", "Prazo final"), ["title", "lead", "due"]),
        (("AÇÃO", "orgao_responsavel", "  prazo:"), ["title", "lead", "due"]),
        (
            ("title", "due_text", "Depends on", "note.es"),
            ["title", "due_text", "depends_on", "note.es"],
        ),
        (("Commitment number", "Commitment title"), ["commitment.number", "commitment.title"]),
        (("Other actors involved", "Level of completion"), ["supporting", "status"]),
        (("Whatever", ""), [None, None]),
    ],
)
def test_headings_are_known_in_four_languages(
    headings: tuple[str, ...], expected: list[str | None]
) -> None:
    assert fields(*headings) == expected


@pytest.mark.parametrize(
    ("kind", "headings", "expected"),
    [
        ("instrument", ("Norma", "Tipo", "Fecha"), ["title", "kind", "on"]),
        ("event", ("Event", "Type", "Date"), ["title", "kind", "start"]),
        ("resource", ("Title", "Type"), ["title", "kind"]),
        ("institution", ("Nombre", "Tipo"), ["name", "sector"]),
        ("dataset", ("Dataset", "Access level"), ["title", "access"]),
        ("dataset", ("Conjunto de datos", "Nivel de acceso"), ["title", "access"]),
        ("dataset", ("Conjunto de dados", "Nível de acesso"), ["title", "access"]),
        ("challenge", ("Challenge", "Date raised"), ["title", "raised"]),
        ("indicator", ("Title", "Año base", "Año meta"), ["title", "baseline_on", "target_on"]),
        ("indicator", ("Title", "Ano base", "Ano meta"), ["title", "baseline_on", "target_on"]),
        ("indicator", ("Title", "Target year"), ["title", "target_on"]),
        ("milestone", ("Ação", "% execução", "Situação"), ["title", "progress", "status"]),
        ("milestone", ("Ação", "Execução", "Avanço"), ["title", "status", None]),
    ],
)
def test_headings_are_known_in_their_kind(
    kind: str, headings: tuple[str, ...], expected: list[str | None]
) -> None:
    assert fields(*headings, kind=kind) == expected


def test_one_field_is_guessed_once() -> None:
    assert fields("Title", "Milestone") == ["title", None]


def test_heading_of_a_closed_list_misleads_where_no_value_is_of_it() -> None:
    assert fields("Kind", rows=(("open",), ("improve",))) == [None]
    assert fields("Kind", rows=(("open",), ("Training",))) == ["kind"]


def test_words_for_a_closed_list_are_those_that_its_cells_may_have() -> None:
    assert fields("Prioridad", kind="dataset", rows=(("Alta",),)) == ["priority"]
    assert fields("Priority", kind="dataset", rows=(("urgent",), ("-",))) == [None]
    mapping = ColumnMapping(words={"priority": {"urgent": "high"}})
    (found,) = guesses(columns("Priority"), (("urgent",),), kind_named("dataset"), mapping)
    assert found.target is not None


def test_access_is_meant_whatever_its_words_so_that_nothing_restricted_becomes_public() -> None:
    assert fields("Acceso", "Access", kind="dataset", rows=(("?", "secret"),))[1] == "access"


def test_percentages_are_progress_where_a_record_has_it() -> None:
    assert fields("% cumplimiento") == ["progress"]
    assert fields("Cumplimiento") == ["status"]
    assert fields("% cumplimiento", kind="next-step") == ["status"]


def test_computed_columns_of_our_workbooks_are_never_read() -> None:
    assert fields("Title", "Computed status") == ["title", None]


def test_what_someone_says_goes_before_what_is_guessed() -> None:
    assert fields("Name", "Milestone", Milestone="title") == [None, "title"]
    assert fields("Title", "Due", B="") == ["title", None]


def test_mapping_names_a_field_by_its_heading_or_key() -> None:
    assert fields("A1", A1="Due text") == ["due_text"]
    assert fields("A1", A1="commitment.policy_areas") == ["commitment.policy_areas"]
    assert fields("A1", A1="update.text") == ["update.text"]


def test_unknown_column_of_a_mapping_says_what_is_meant() -> None:
    with pytest.raises(UnknownNameError) as failure:
        fields("Title", "Deadline", Deadlin="due")

    assert failure.value.message == 'no column called "Deadlin"'
    assert failure.value.hint == "did you mean Deadline?"


def test_unknown_field_of_a_mapping_says_what_is_meant() -> None:
    with pytest.raises(UnknownNameError) as failure:
        fields("Title", Title="titel")

    assert failure.value.message == 'no field of milestones called "titel"'
    assert "did you mean title" in (failure.value.hint or "")


def test_two_columns_cannot_be_said_to_be_one_field() -> None:
    with pytest.raises(UsageError, match="are both mapped to due"):
        fields("Start", "End", Start="due", End="due")


def test_a_column_cannot_be_mapped_twice_by_heading_and_letter() -> None:
    with pytest.raises(UsageError, match="is mapped twice"):
        fields("Start", Start="due", A="title")


def test_columns_of_one_heading_are_named_by_letter() -> None:
    with pytest.raises(UsageError) as failure:
        fields("Status", "Status", Status="status")

    assert failure.value.hint == "name one: A or B"
    assert fields("Status", "Status", B="status") == [None, "status"]


def test_nothing_is_guessed_beside_a_mapping_file() -> None:
    mapping = ColumnMapping(columns={"Name": "title"}, is_whole=True)

    found = guesses(columns("Name", "Due"), (), MILESTONE, mapping)
    assert [guess.why for guess in found] == ["as you said", "not in the mapping"]


def test_column_of_the_very_name_goes_before_another_word_for_the_field() -> None:
    found = guesses(columns("Activities", "Title"), ((), ()), MILESTONE, ColumnMapping())

    assert [guess.target.text if guess.target else None for guess in found] == [None, "title"]


def test_saved_mapping_says_all_and_guesses_the_same_again() -> None:
    found = guesses(columns("Hito", "Plazo", "X", "X"), (), MILESTONE, ColumnMapping())
    mapping = saved(found, MILESTONE, None, ColumnMapping())

    assert mapping.columns == {"Hito": "title", "Plazo": "due", "C": "", "D": ""}
    again = guesses(columns("Hito", "Plazo", "X", "X"), (), MILESTONE, mapping)
    assert [guess.target for guess in again] == [guess.target for guess in found]
