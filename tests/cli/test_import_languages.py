"""`import`: in which language the texts of a table are."""

from pathlib import Path

import pytest
import tomli

from cli.asking import Answer, ask, write_plan

MILESTONES = """
[[milestones]]
id = "decree"
number = "1"
title.en = "Adopt the open data decree"
title.es = "Decreto de datos abiertos"
due = "2018"

[[milestones]]
id = "website"
number = "2"
title = "Develop the website"
due = "2018"
"""
TAKEN = "texts are taken as Spanish, as the heading is; --in says another language\n"


def imported(text: str, *words: str) -> Answer:
    """Import a CSV text into the plan `panama`."""
    Path("table.csv").write_text(text, encoding="utf-8")
    return ask("import", "panama", "table.csv", *words)


def plan_in(folder: Path, languages: str) -> Path:
    return write_plan(folder, "panama", MILESTONES, country='"PAN"', languages=languages)


@pytest.fixture
def panama(plans: Path) -> Path:
    return plan_in(plans, '["en", "es"]')


def added(path: Path, before: str) -> str:
    """Return what has come to the end of a plan that is else as it was, but for deadlines."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith(before)
    return text.removeprefix(before)


def test_texts_go_into_the_language_of_their_headings(panama: Path) -> None:
    before = panama.read_text(encoding="utf-8")
    text = "Actividad,Fecha límite,Observaciones\nPublicar el registro,2018,Con la AIG\n"

    answer = imported(text)

    assert answer.code == 0
    assert f"note: Actividad, Observaciones: {TAKEN}" in answer.err
    assert "Actividad      Publicar el registro  title.es  Spanish for title" in answer.err
    assert added(panama, before) == (
        '\n[[milestones]]\nid = "publicar-el-registro"\ntitle.es = "Publicar el registro"\n'
        'due = "2018"\nnote.es = "Con la AIG"\n'
    )
    assert imported(text).err.endswith("nothing to change\n")


def test_translation_of_a_plain_text_comes_beside_it(panama: Path) -> None:
    assert imported("ID,Actividad,Plazo\nwebsite,Crear el sitio,2018\n").code == 0

    assert 'title.en = "Develop the website"\ntitle.es = "Crear el sitio"\n' in panama.read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Actividad,Fecha límite\nDecreto de datos abiertos,2018\nDevelop the  website,2018\n",
        "Activity,Deadline\nDecreto  de datos abiertos,2018\nDevelop the website ,2018\n",
        "Title,Due\nDecreto de datos abiertos,2018\n",
        'No.,Title,Due\n1,Decreto de datos abiertos,2018\n2,"Develop\nthe website",2018\n',
        "Title (en),Due\nAdopt  the open data decree,2018\n",
    ],
)
def test_title_of_one_language_changes_nothing_in_another(panama: Path, text: str) -> None:
    before = panama.read_bytes()

    answer = imported(text)

    assert (answer.code, answer.out) == (0, "")
    assert panama.read_bytes() == before


def test_runs_of_blanks_in_a_new_title_collapse(panama: Path) -> None:
    assert imported('Title,Due\n"Open  the\ndata",2018\n').code == 0

    assert 'title = "Open the data"' in panama.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        ("Actividad,Fecha límite", ("--in", "en")),
        ("Actividad,Fecha límite", ("--map", "Actividad=title.en")),
        ("Title (en),Fecha límite", ()),
    ],
)
def test_language_that_is_said_goes_before_that_of_the_headings(
    panama: Path, headings: str, words: tuple[str, ...]
) -> None:
    answer = imported(f"{headings}\nPublish the register,2018\n", *words)

    assert 'title.en = "Publish the register"' in panama.read_text(encoding="utf-8")
    assert TAKEN not in answer.err


def test_said_language_takes_a_text_that_is_the_same_in_another(panama: Path) -> None:
    assert (
        imported("Actividad\nDevelop the website\n", "--in", "es", "--as", "milestones").code == 0
    )

    assert 'title.es = "Develop the website"' in panama.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        # Mostly Spanish, so a name of a field is in a Spanish table.
        ("Title,Institución responsable,Fecha límite", "title.es"),
        ("Title,Due,Responsable", "title"),
        ("Título,Due,Status", "title.es"),
        ("Activity,Institución responsable,Fecha límite", "title"),
        ("Actividad,Responsible,Deadline", "title.es"),
    ],
)
def test_mixed_headings_are_in_the_language_of_most(
    panama: Path, headings: str, field: str
) -> None:
    before = panama.read_text(encoding="utf-8")

    assert imported(f"{headings}\nAbrir,,\n", "--as", "milestones").code == 0

    name = "title" if field == "title" else "title.es"
    assert added(panama, before).endswith(f'{name} = "Abrir"\n')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title,Due,Comentarios\nAbrir,2018,Bem\n", 'title = "Abrir"\ndue = "2018"\nnote.pt-BR'),
        ("Título,Prazo final,Órgão responsável\nAbrir,2018,\n", 'title.pt-BR = "Abrir"'),
    ],
)
def test_word_of_two_languages_is_of_the_one_that_the_table_or_the_plan_has(
    plans: Path, text: str, expected: str
) -> None:
    path = plan_in(plans, '["en", "pt-BR"]')

    assert imported(text).code == 0

    assert expected in path.read_text(encoding="utf-8")


def test_headings_of_the_first_language_need_no_note(plans: Path) -> None:
    path = plan_in(plans, '["es", "en"]')

    answer = imported("Actividad,Fecha límite\nAbrir,2018\n")

    assert 'title = "Abrir"' in path.read_text(encoding="utf-8")
    assert "heading is" not in answer.err


@pytest.mark.parametrize("languages", ['["en"]', '["en", "fr"]'])
def test_texts_in_a_language_that_the_plan_has_not_are_named(plans: Path, languages: str) -> None:
    path = plan_in(plans, languages)

    answer = imported("Actividad,Fecha límite\nAbrir,2018\n")

    assert answer.code == 0
    assert 'title = "Abrir"' in path.read_text(encoding="utf-8")
    assert (
        "note: Actividad: the heading is in Spanish, no language of the plan; "
        "texts count as English, --in says another\n"
    ) in answer.err


def test_new_institution_is_called_so_in_the_language_of_the_table(panama: Path) -> None:
    answer = imported("Actividad,Responsable,Plazo\nAbrir,Ministerio de Salud; INAP,2018\n")

    assert answer.code == 0
    text = panama.read_text(encoding="utf-8")
    assert 'name.es = "Ministerio de Salud"' in text
    assert 'name = "INAP"' in text


def test_number_alone_is_no_proof_where_the_language_is_guessed(panama: Path) -> None:
    text = "N.º,Actividad,Plazo\n2,Contratar médicos,2018\n"

    answer = imported(text)

    assert answer.code == 1
    assert 'number 2 is "Develop the website" (website); the title is quite another' in answer.err
    assert imported(text, "--in", "es").code == 0


def test_saved_mapping_keeps_the_language(panama: Path) -> None:
    text = "Actividad,Responsable,Plazo\nAbrir,Ministerio de Salud,2018\n"
    before = panama.read_bytes()
    assert imported(text, "--save-mapping", "m.toml").code == 0
    once = panama.read_bytes()
    saved = Path("m.toml").read_text(encoding="utf-8")

    panama.write_bytes(before)
    assert imported(text, "--mapping", "m.toml").code == 0

    assert 'language = "es"\n' in saved
    assert 'Actividad = "title.es"\n' in saved
    assert panama.read_bytes() == once


def test_mapping_that_names_no_language_means_the_first(panama: Path) -> None:
    mapping = '[columns]\nActividad = "title"\nPlazo = "due"\n'
    Path("m.toml").write_text(f'kind = "milestones"\n{mapping}', encoding="utf-8")

    assert imported("Actividad,Plazo\nAbrir,2018\n", "--mapping", "m.toml").code == 0

    assert 'title = "Abrir"' in panama.read_text(encoding="utf-8")


def test_reports_are_in_the_language_of_the_table(panama: Path) -> None:
    text = "Milestone,Avances,Dificultades,Fecha\nwebsite,Listo,Falta gente,2018-03-01\n"

    answer = imported(text, "--as", "updates", "--map", "Avances=text", "--map", "Fecha=on")

    assert answer.code == 0
    expected = r'text.es = "Listo\n\nDificultades: Falta gente"'
    assert expected in panama.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [(), ("--template", "updates", "--lead", "office")])
def test_workbook_of_ours_says_its_language_itself(panama: Path, words: tuple[str, ...]) -> None:
    text = panama.read_text(encoding="utf-8").replace(
        'id = "website"', 'id = "web"\nlead = "office"'
    )
    panama.write_text(text, encoding="utf-8")
    assert ask("export", "panama", "--to", "w.xlsx", *words, "--as-of", "2018-01-01").code == 0

    answer = ask("import", "panama", "w.xlsx", "--in", "es")

    assert answer.code == 2
    assert "a workbook of ours says itself which language its texts are in" in answer.err


def test_list_of_ours_as_csv_names_its_languages(panama: Path) -> None:
    before = panama.read_bytes()
    assert ask("export", "panama", "--as", "milestones", "--to", "m.csv").code == 0

    answer = ask("import", "panama", "m.csv")

    assert panama.read_bytes() == before
    assert "heading is" not in answer.err


@pytest.mark.parametrize(
    ("words", "language"),
    # Headings that nobody knows are in no language.
    [(("--in", "es"), "es"), ((), "en")],
)
def test_new_plan_is_in_the_language_that_is_said(
    plans: Path, words: tuple[str, ...], language: str
) -> None:
    new = ("--new", "Panama", "--lead", "An office", "--as", "milestones")

    assert imported("Xyz\nAbrir\n", "--map", "Xyz=title", *new, *words).code == 0

    text = (plans / "panama.toml").read_text(encoding="utf-8")
    assert tomli.loads(text)["plan"].get("languages", ["en"]) == [language]
    assert 'title = "Abrir"' in text


def test_language_that_is_none_is_refused(panama: Path) -> None:
    mapping = 'language = "english"\n[columns]\nActividad = "title"\n'
    Path("m.toml").write_text(mapping, encoding="utf-8")

    assert '"english" is no language tag' in imported("Actividad\nAbrir\n", "--in", "english").err
    answer = imported("Actividad\nAbrir\n", "--mapping", "m.toml")
    assert 'm.toml: "english" is no language tag' in answer.err
