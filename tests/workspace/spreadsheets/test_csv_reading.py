import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.errors import FileError
from ogdplan.report import csv_text
from ogdplan.workspace.spreadsheets.formula_text import neutral_in_csv, plain_of_csv
from ogdplan.workspace.spreadsheets.reading import read_book
from workspace.workbooks import quick, rows, table

ACCENTS = "id;título;situação\n1;Publicação de dados;concluída\n2;Catálogo;em execução\n"
READ = (
    ("id", "título", "situação"),
    ("1", "Publicação de dados", "concluída"),
    ("2", "Catálogo", "em execução"),
)


@pytest.mark.parametrize(
    ("mark", "codec", "said"),
    [
        (b"", "utf-8", "UTF-8"),
        (b"", "utf-8-sig", "UTF-8"),
        (b"", "cp1252", "Windows-1252"),
        (b"", "utf-16", "UTF-16"),
        (b"\xfe\xff", "utf-16-be", "UTF-16"),
        (b"", "utf-16-le", "UTF-16"),
        (b"", "utf-16-be", "UTF-16"),
        (b"", "utf-32", "UTF-32"),
    ],
)
def test_encoding_is_known_by_the_bytes(tmp_path: Path, mark: bytes, codec: str, said: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(mark + ACCENTS.encode(codec))

    book = read_book(path)

    assert book.tables[0].rows == READ
    assert book.notes == (f"read as {said}", "cells divided by semicolons")


@pytest.mark.parametrize("text", ["номер\tсрок\n1\tмарт\n" * 40, "番号,期限\n一,三月\n" * 40])
def test_utf_16_without_mark_is_known_in_other_alphabets(tmp_path: Path, text: str) -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        path = tmp_path / f"{codec}.csv"
        path.write_bytes(text.encode(codec))

        assert len(rows(path)[0]) == 2
        assert read_book(path).notes[0] == "read as UTF-16"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_decided_over_the_file(tmp_path: Path, delimiter: str, line_end: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(["id", "title", "cost", "leads"])
    for number in range(30):
        title = "Train, publish; and | report" if number % 3 else "One, two, three, four, five"
        writer.writerow([number, title, "1,5", "health; finance"])
    path = tmp_path / "plan.csv"
    path.write_bytes(text.getvalue().encode())

    assert rows(path)[0] == ("id", "title", "cost", "leads")
    assert {len(row) for row in rows(path)} == {4}


def test_first_line_that_names_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("sep=;\na,b;c,d\ne,f;g,h\n", encoding="utf-8")

    assert rows(path) == (("a,b", "c,d"), ("e,f", "g,h"))
    assert table(path).row_number(0) == 1


def test_single_column_is_no_riddle(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("title\nPublish data, then train\nReport\n", encoding="utf-8")

    assert rows(path)[0][0] == "title"


@pytest.mark.parametrize("sign", [";", ",", "|"])
def test_what_the_heading_lacks_divides_no_texts(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "plan.csv"
    lines = (f"Open schools{sign} and data", f"Train officers{sign} and clerks", "Publish")
    path.write_text("\n".join(("Title", *lines)), encoding="utf-8")

    assert rows(path) == (("Title",), *((line,) for line in lines))
    assert read_book(path).notes[1] == "it has one column"


def test_title_above_the_headings_hides_no_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Actions\n\nid;title\n1;a, b\n2;c\n", encoding="utf-8")

    assert rows(path)[2:] == (("id", "title"), ("1", "a, b"), ("2", "c"))


def test_quotes_within_texts_do_not_mislead_about_the_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    texts = ['Say,"open', *(f"Row {number}, of many" for number in range(20))]
    lines = [f"{number};{text}" for number, text in enumerate(texts)]
    path.write_text("\n".join(("id;title, in words", *lines)), encoding="utf-8")

    assert rows(path)[1] == ("0", 'Say,"open')


def test_rows_are_counted_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(b'a,b\r\n"one\r\ntwo",x\r\nlast,y\r\n')

    read = table(path)

    assert read.rows == (("a", "b"), ("one\ntwo", "x"), ("last", "y"))
    assert [read.row_number(index) for index in range(3)] == [1, 2, 3]


def test_cell_may_be_as_long_as_the_file(tmp_path: Path) -> None:
    limit = csv.field_size_limit(1_000)
    path = tmp_path / "plan.csv"
    path.write_text(f"Title,Due\n{'a' * 5_000},2020\n", encoding="utf-8")

    try:
        assert rows(path)[1] == ("a" * 5_000, "2020")
        path.write_text("Title,Due\na,2020\n", encoding="utf-8")
        assert len(rows(path)) == 2
        assert csv.field_size_limit() > 5_000
    finally:
        csv.field_size_limit(limit)


def test_quotes_broken_at_line_900_are_said_with_the_line(tmp_path: Path) -> None:
    lines = [f'{number},"text {number}"' for number in range(1, 1001)]
    lines[899] = '900,"text 900'
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    with pytest.raises(FileError, match="the quotes are broken in the row that begins on line 900"):
        read_book(path)


def test_quote_left_open_to_the_end_is_said_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text('a,b\n1,2\n3,"4\n5,6\n', encoding="utf-8")

    with pytest.raises(FileError, match="begins on line 3"):
        read_book(path)


def test_rows_of_different_lengths_become_even(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("a,b,c,,\n1\n\n2,3,,,,\n,,,\n\n", encoding="utf-8")

    assert rows(path) == (
        ("a", "b", "c"),
        ("1", None, None),
        (None, None, None),
        ("2", "3", None),
    )


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b" ,\n"[1:]])
def test_empty_file_has_no_rows_and_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(content)

    assert rows(path) == ()
    assert read_book(path).notes == ("read as UTF-8", "it is empty")


def test_only_a_heading_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("id,title\n", encoding="utf-8")

    assert rows(path) == (("id", "title"),)


def test_nul_characters_are_left_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(b"id,title\n1,Publish the data of all ministries\0\n")

    assert rows(path)[1] == ("1", "Publish the data of all ministries")
    assert "1 NUL characters were left out" in read_book(path).notes


def test_bytes_of_no_encoding_are_said_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(b"id,title\n1,fine\n2,\x81\x8d\xe9\n")

    with pytest.raises(FileError, match="line 3 is neither UTF-8 nor Windows-1252"):
        read_book(path)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", "No,Название,Срок\n1,Опубликовать реестр школ,2018\n"),
        ("cp1253", "No,Τίτλος\n1,Δημοσίευση του μητρώου\n"),
        ("cp1251", "Number,Title,Due,Status\n1,Опубликовать реестр школ,June,On track\n"),
    ],
)
def test_other_alphabet_is_not_taken_for_latin_letters(
    tmp_path: Path, codec: str, text: str
) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(text.encode(codec))

    with pytest.raises(FileError, match="not Latin") as caught:
        read_book(path)
    assert caught.value.hint == "save it as CSV in UTF-8, or as .xlsx or .ods"


@pytest.mark.parametrize(
    "line",
    ["Operación de datos", "L’accès “ouvert”", "DÉLAI", "Œuvre à l'œuvre", "5 €", "Реестр школ"],
)
def test_stray_line_in_a_file_of_utf_8_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(f"No,Title\n1,{line}\n".encode() + "2,Año\n".encode("cp1252"))

    with pytest.raises(FileError, match="line 3 is not UTF-8, and other lines are") as caught:
        read_book(path)
    assert caught.value.hint == "save it as CSV in UTF-8, or as .xlsx or .ods"


@pytest.mark.parametrize("codec", ["cp850", "cp437", "mac-roman"])
@pytest.mark.parametrize(
    "text",
    [
        "Operación más próxima del año",
        "Exécution à l'école du réseau",
        "Publicação de informações públicas",
        "Dirección de Comunicación de la República",
        "Secretaría Técnica",
    ],
)
def test_old_encodings_of_latin_letters_are_refused(tmp_path: Path, codec: str, text: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(f"Title,Deadline\n{text},2020\n".encode(codec, "replace"))

    with pytest.raises(FileError, match="Windows-1252"):
        read_book(path)


def test_signs_beside_words_of_windows_are_no_other_encoding(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    text = "«\xa0Café\xa0»,CAFÉ»,£5 of l’été… “À”–‘É’ 10\xa0000\xa0€ d'œuvre‡ e†\n¡Hola!,¿Qué?,Ž\n"
    path.write_bytes(text.encode("cp1252"))

    assert rows(path)[0][0] == "«\xa0Café\xa0»"


def test_accents_of_latin_languages_are_no_other_alphabet(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    text = "N°;Activité\n1;L'été à l'école\n2;Ações não são só à mão\n"
    path.write_bytes(text.encode("cp1252"))

    assert rows(path)[2][1] == "Ações não são só à mão"


def test_utf_16_that_breaks_off_is_said(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes("id,title\n1,x\n".encode("utf-16")[:-1])

    with pytest.raises(FileError, match="it says that it is UTF-16"):
        read_book(path)


def test_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("007,1.50,true,2024-01-02\n", encoding="utf-8")

    assert rows(path) == (("007", "1.50", "true", "2024-01-02"),)


@given(st.text(st.sampled_from('=+-@ab;\n ,"＝'), min_size=1, max_size=8))
def test_apostrophes_of_our_own_tables_are_taken_away(text: str) -> None:
    written = csv_text.rows(["id", "title"], [["1", text]])
    _, (_, cell) = csv.reader(io.StringIO(written, newline=""))

    assert plain_of_csv(cell) == text


def test_100_000_rows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("id,title\n" + "1,x\n" * 100_000, encoding="utf-8")

    assert len(rows(path)) == 100_001


@pytest.mark.parametrize("sign", ["", '"', "="])
def test_many_blanks_behind_a_semicolon_take_no_time(sign: str) -> None:
    text = f"a;{' ' * 20_000}{sign}{' ' * 20_000}x"

    with quick():
        assert plain_of_csv(neutral_in_csv(text)) == text
