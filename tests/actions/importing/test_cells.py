"""One cell to a value."""

from datetime import date

import pytest

from ogdplan.actions.importing.cells.faults import Bad
from ogdplan.actions.importing.cells.numbers import decimal_mark
from ogdplan.actions.importing.cells.reading import Manner, is_nothing, read_cell
from ogdplan.model.kinds import FieldSpec, field_named, kind_named
from ogdplan.planfile.operations import Value
from ogdplan.workspace.spreadsheets.cells import CellError, CellValue, Percentage

THEIRS, OURS = Manner(), Manner(is_ours=True)


def spec(kind: str, name: str) -> FieldSpec:
    found = field_named(kind_named(kind).model, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Done", "completed"),
        ("C", "completed"),
        ("100%", "completed"),
        ("On track", "in-progress"),
        ("DELAYED", "in-progress"),
        ("Cumprido", "completed"),
        ("Parcial", "in-progress"),
        ("In Progress", "in-progress"),
        ("Not Started", "not-started"),
        ("não iniciado", "not-started"),
        ("NAO INICIADO", "not-started"),
        ("En cours", "in-progress"),
        ("Sustancial", "substantial"),
        ("Complete", "completed"),
        ("No evidence available", "unclear"),
        ("withdrawn", "withdrawn"),
        ("On-going", "in-progress"),
        ("N/S", "not-started"),
        ("En cours d’exécution", "in-progress"),
        ("in_progress", "in-progress"),
        ("0 %", "not-started"),
        (Percentage(1.0), "completed"),
        ("Done.", "completed"),
        ("(done)", "completed"),
        ("“Completed.”", "completed"),
        ("✅ Completed", "completed"),
        ("\N{HEAVY CHECK MARK}\N{VARIATION SELECTOR-16} [Done]", "completed"),
    ],
)
def test_words_of_trackers_are_known(words: CellValue, status: str) -> None:
    assert read_cell(spec("milestone", "status"), words, THEIRS) == status


def test_unknown_word_for_a_status_is_never_guessed() -> None:
    read = read_cell(spec("milestone", "status"), "Nearly there", THEIRS)

    assert isinstance(read, Bad)
    assert read.message == '"Nearly there" is not known here'


@pytest.mark.parametrize(
    "words",
    [
        *("Done?", "C?", "Completed (?)", "Done / ?", "Completed*", "Completed..."),
        *("❌ Completed", "✗ Done", "☐ Completed", "[ ] Done", "[x] Done", "(Done"),
        *("!= completed", "¬ completed", "-completed", "C-", "In progress & completed"),
        *("<100%", "> 0%", "~100%", "-0%", "100", "0", "℃"),
        *("Done\n?", "¿Cumplido?", "(Done?)", "✅ ❌ Done", "'Done"),
    ],
)
def test_sign_at_a_word_for_a_status_is_never_overlooked(words: str) -> None:
    assert isinstance(read_cell(spec("milestone", "status"), words, THEIRS), Bad)


@pytest.mark.parametrize(
    ("kind", "field", "label", "value"),
    [
        ("instrument", "kind", "LEY", "law"),
        ("instrument", "kind", "Décret", "decree"),
        ("institution", "roles", "Coordenação; Auditoria", ["coordinator", "auditor"]),
        ("challenge", "category", "absence de reglementation", "lack-of-regulation"),
        ("event", "kind", "Taller", "workshop"),
        ("dataset", "access", "Restringido", "restricted"),
    ],
)
def test_labels_are_known_in_other_languages(
    kind: str, field: str, label: str, value: Value
) -> None:
    assert read_cell(spec(kind, field), label, THEIRS) == value


@pytest.mark.parametrize(
    ("kind", "name", "words", "help_"),
    [
        ("milestone", "status", "Nearly there", "[words.status]"),
        ("instrument", "kind", "Statute", "[words.kind]"),
        ("institution", "sector", "governmant", "[words.sector]"),
    ],
)
def test_unknown_word_of_a_list_can_be_said_in_a_mapping(
    kind: str, name: str, words: str, help_: str
) -> None:
    theirs, ours = (read_cell(spec(kind, name), words, each) for each in (THEIRS, OURS))

    assert isinstance(theirs, Bad)
    assert theirs.help.endswith(f"; or say what it means, under {help_} of a mapping file")
    assert isinstance(ours, Bad)
    assert ours.help == theirs.help.partition("; or")[0]


def test_words_of_a_mapping_are_meant_with_their_signs() -> None:
    manner = Manner(words={"Done?": "substantial"})

    assert read_cell(spec("milestone", "status"), "done?", manner) == "substantial"
    assert read_cell(spec("milestone", "status"), "done", manner) == "completed"


def test_words_of_a_mapping_are_known_too() -> None:
    manner = Manner(words={"Nearly there": "substantial"})

    assert read_cell(spec("milestone", "status"), "nearly  THERE", manner) == "substantial"


def test_words_for_a_status_are_known_for_next_steps_and_challenges() -> None:
    assert read_cell(spec("next-step", "status"), "Cumprido", THEIRS) == "done"
    assert read_cell(spec("challenge", "status"), "Ongoing", THEIRS) == "mitigating"
    assert isinstance(read_cell(spec("challenge", "status"), "Cancelled", THEIRS), Bad)


@pytest.mark.parametrize(
    ("kind", "name", "value", "expected"),
    [
        ("milestone", "number", 1.0, "1"),
        ("milestone", "number", 1.1, "1.1"),
        ("milestone", "title", date(2018, 1, 2), "2018-01-02"),
        ("milestone", "title", " a\r\nb ", "a\nb"),
        ("milestone", "progress", "40 %", 40),
        ("milestone", "progress", 40.0, 40),
        ("milestone", "progress", 33.3, 33),
        ("milestone", "progress", "45,5 %", 45),
        ("milestone", "progress", Percentage(0.999), 99),
        ("milestone", "progress", "0.4 %", 0),
        ("milestone", "weight", "1,5", 1.5),
        ("milestone", "weight", "0.125", 0.125),
        ("measurement", "value", "1.234.567", 1234567),
        ("measurement", "value", "1,234.5", 1234.5),
        ("measurement", "value", "1.234,56", 1234.56),
        ("measurement", "value", "12 345,6", 12345.6),
        ("measurement", "value", "1.2345", 1.2345),
        ("measurement", "value", -1.234, -1.234),
        ("institution", "champion", "Sim", True),
        ("institution", "champion", "Não", False),
        ("institution", "roles", "Coordinator; regulator", ["coordinator", "regulator"]),
        ("commitment", "sdgs", "ODS 16, SDG 16.10", ["16", "16.10"]),
        ("commitment", "sdgs", 16, ["16"]),
        ("commitment", "policy_areas", "Health; Water\nHealth", ["Health", "Water"]),
        ("dataset", "formats", "csv, pdf", ["csv", "pdf"]),
        (
            "milestone",
            "evidence",
            "* Portal - [https://a.org](https://a.org)\nMinutes of 3 May; see (https://b.org/x).",
            ["https://a.org", "Portal", "Minutes of 3 May", "https://b.org/x"],
        ),
        (
            "milestone",
            "evidence",
            "Gazette No. 12 of 4 May 2025, https://a.org/12",
            ["https://a.org/12", "Gazette No. 12 of 4 May 2025"],
        ),
        (
            "milestone",
            "evidence",
            "See report (https://a.org/r), page 14; approved by Minister",
            ["https://a.org/r", "See report, page 14", "approved by Minister"],
        ),
        (
            "milestone",
            "evidence",
            "[Decree 3](https://a.org/3), [Decree 4](https://a.org/4).",
            ["https://a.org/3", "https://a.org/4", "Decree 3, Decree 4."],
        ),
        (
            "milestone",
            "evidence",
            "Link 1: https://a.org/1 y https://a.org/2",
            ["https://a.org/1", "https://a.org/2"],
        ),
        ("milestone", "evidence", "Disponible en: <https://a.org>.", ["https://a.org"]),
        ("milestone", "evidence", "https://a.org/x_(y)", ["https://a.org/x_(y)"]),
        ("event", "ratings", "Good = 40\nBad = 2.5", {"Good": 40, "Bad": 2.5}),
    ],
)
def test_cell_becomes_the_value_of_its_field(
    kind: str, name: str, value: CellValue, expected: Value
) -> None:
    assert read_cell(spec(kind, name), value, THEIRS) == expected


@pytest.mark.parametrize(
    ("kind", "name", "value", "message"),
    [
        ("milestone", "progress", "half", '"half" is no number'),
        ("event", "participants", 40.5, "40.5 is no whole number"),
        ("milestone", "progress", 0.75, "0.75 could be 0.75 % or 75 %"),
        ("measurement", "value", "1.234", '"1.234" could be 1234 or 1.234'),
        ("measurement", "value", "1,234", '"1,234" could be 1234 or 1.234'),
        ("institution", "champion", "maybe", '"maybe" is neither yes nor no'),
        ("commitment", "sdgs", 16.1, "16.1 could be 16.1 or 16.10"),
        ("milestone", "title", CellError("#REF!"), "#REF! is an error of the spreadsheet"),
        ("event", "ratings", "Good", '"Good" is no rating'),
        ("milestone", "kind", "trainings", '"trainings" is not known here'),
    ],
)
def test_cell_that_can_be_no_value_says_why(
    kind: str, name: str, value: CellValue, message: str
) -> None:
    read = read_cell(spec(kind, name), value, THEIRS)

    assert isinstance(read, Bad)
    assert read.message == message


def test_shares_of_one_become_percent() -> None:
    assert read_cell(spec("milestone", "progress"), 0.4, Manner(are_shares=True)) == 40
    assert read_cell(spec("milestone", "progress"), 1, Manner(are_shares=True)) == 100


def test_number_above_one_among_shares_is_a_fault() -> None:
    read = read_cell(spec("milestone", "progress"), "75", Manner(are_shares=True))

    assert read == Bad("75 stands among shares of 1", "write 75%")


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        (["1.234", "0.5"], "."),
        (["1.234", "2,5"], ","),
        (["1.234", "1.234.567"], ","),
        (["1.234", "1,234,567"], "."),
        (["1.234", "0.125"], "."),
        (["1.234", "12"], None),
        (["1.5", "2,5"], None),
    ],
)
def test_column_tells_what_stands_before_decimals(values: list[CellValue], mark: str) -> None:
    assert decimal_mark(values) == mark


@pytest.mark.parametrize(("mark", "expected"), [(",", 1234), (".", 1.234)])
def test_number_of_thousands_is_read_as_its_column_tells(mark: str, expected: float) -> None:
    assert read_cell(spec("measurement", "value"), "1.234", Manner(mark=mark)) == expected


def test_number_against_its_column_is_no_number() -> None:
    assert isinstance(read_cell(spec("measurement", "value"), "2,5", Manner(mark=".")), Bad)


def test_entries_of_our_own_workbook_are_taken_to_the_letter() -> None:
    entry = "Report of May; see https://a.org, page 3"

    assert read_cell(spec("milestone", "evidence"), entry, OURS) == [entry]


@pytest.mark.parametrize(
    ("field", "cell", "entries"),
    [
        ("dataset.formats", "CSV, XLSX", ["CSV", "XLSX"]),
        ("dataset.formats", "CSV; XLSX\nPDF", ["CSV", "XLSX", "PDF"]),
        ("dataset.sdgs", "16.6; 16.10", ["16.6", "16.10"]),
        ("resource.languages", "en, es", ["en", "es"]),
        ("resource.helps_with", "Fear to release; Other", ["fear-to-release", "other"]),
        ("milestone.evidence", "https://a.org/x; https://b.org/y", 2),
        ("update.evidence", "https://a.org/x, https://b.org/y https://c.org", 3),
        ("update.sources", "https://a.org/x;y", ["https://a.org/x;y"]),
        ("lesson.applied_in", "nepal, panama", ["nepal", "panama"]),
        ("commitment.policy_areas", "Health; Water", ["Health", "Water"]),
    ],
)
def test_entries_of_our_own_workbook_stand_apart_by_marks_that_they_cannot_hold(
    field: str, cell: str, entries: list[str] | int
) -> None:
    read = read_cell(spec(*field.split(".")), cell, OURS)

    assert isinstance(read, list)
    assert read == entries or len(read) == entries


@pytest.mark.parametrize("value", [None, "", "  ", "-", "–", "n/a", "N.A."])
def test_dash_and_the_like_say_nothing(value: CellValue) -> None:
    assert is_nothing(spec("milestone", "lead"), value, THEIRS)
    assert is_nothing(spec("milestone", "title"), value, THEIRS)


def test_none_says_nothing_but_in_a_text() -> None:
    assert is_nothing(spec("milestone", "evidence"), "None.", THEIRS)
    assert not is_nothing(spec("update", "text"), "None.", THEIRS)


def test_error_of_a_spreadsheet_is_never_nothing() -> None:
    assert not is_nothing(spec("milestone", "lead"), CellError("#N/A"), THEIRS)
