"""`import --mapping`: what a mapping file gives to rows, and what is wrong with one."""

from pathlib import Path

import pytest

from cli.asking import Answer, ask, write_plan


@pytest.fixture
def nepal(plans: Path) -> Path:
    return write_plan(
        plans, "nepal", '\n[[milestones]]\nid = "portal"\ntitle = "Launch the portal"\n'
    )


STATUS = '[columns]\nTitle = "title"\nStatus = "status"\n'
COLUMNS = f'{STATUS}Done = "update.text"\n'


def mapped(text: str, mapping: str, *words: str) -> Answer:
    """Import a CSV text by a mapping file into the plan `nepal`."""
    Path("table.csv").write_text(text, encoding="utf-8")
    Path("m.toml").write_text(mapping, encoding="utf-8")
    options = ("--as", "milestones", "--mapping", "m.toml")
    return ask("import", "nepal", "table.csv", *options, *words)


def test_report_that_a_mapping_gives_is_made_of_every_row(nepal: Path) -> None:
    columns = '[columns]\nTitle = "title"\n'
    values = '[values]\n"update.text" = "As planned"\n"update.on" = "2024-02"\n'

    answer = mapped("Title\nLaunch the portal\nTrain officers\n", columns + values)

    assert answer.code == 0
    text = nepal.read_text(encoding="utf-8")
    for about in ("portal", "train-officers"):
        assert f'about = "{about}"\non = "2024-02"\ntext = "As planned"\n' in text
    again = mapped("Title\nLaunch the portal\nTrain officers\n", columns + values)
    assert (again.code, again.out) == (0, "")
    assert "nothing to change" in again.err


def test_report_that_a_mapping_gives_stands_where_a_row_says_nothing(nepal: Path) -> None:
    values = '[values]\n"update.text" = "As planned"\n"update.on" = "2024-02"\n'
    table = "Title,Status,Done\nLaunch the portal,,Opened\nTrain officers,,\n"

    answer = mapped(table, COLUMNS + values)

    assert answer.code == 0
    text = nepal.read_text(encoding="utf-8")
    assert 'about = "portal"\non = "2024-02"\ntext = "Opened"\n' in text
    assert 'about = "train-officers"\non = "2024-02"\ntext = "As planned"\n' in text


@pytest.mark.parametrize("file", ["reports.csv", "reports.xlsx"])
def test_report_that_the_plan_has_gets_what_a_mapping_gives(plans: Path, file: str) -> None:
    report = '[[updates]]\nid = "a"\nabout = "portal"\non = 2018-06-01\ntext = "Begun"\n'
    path = write_plan(plans, "nepal", f'[[milestones]]\nid = "portal"\ntitle = "A"\n\n{report}')
    assert ask("export", "nepal", "--to", file, "--as", "updates").code == 0
    columns = '[columns]\nID = "id"\nAbout = "about"\nText = "text"\n'
    values = '[values]\nreported_by = "office"\non = 2018-06-02\n'
    Path("m.toml").write_text(columns + values, encoding="utf-8")
    before = path.read_text(encoding="utf-8")

    answer = ask("import", "nepal", file, "--as", "updates", "--mapping", "m.toml")

    assert answer.code == 0, answer.err
    assert path.read_text(encoding="utf-8") == f'{before}reported_by = "office"\n'


@pytest.mark.parametrize("name", ["id", "update.id", "commitment.id", "update.difficulties"])
def test_what_no_two_records_share_is_refused_among_values(nepal: Path, name: str) -> None:
    before = nepal.read_bytes()
    values = f'[values]\n"{name}" = "same"\n'

    answer = mapped("Title\nTrain officers\n", f'[columns]\nTitle = "title"\n{values}')

    assert answer.code == 2
    assert f'"{name}" under [values] cannot be the same for every record' in answer.err
    assert nepal.read_bytes() == before


@pytest.mark.parametrize(
    ("values", "said", "of"),
    [
        (
            '"update.on" = "2024-02"\n"update.reported_by" = "office"\n',
            "update.on and update.reported_by under [values] change nothing",
            "update",
        ),
        (
            '"commitment.title" = "Open the budget"\n',
            "commitment.title under [values] changes nothing",
            "commitment",
        ),
    ],
)
def test_values_that_no_row_takes_are_said(nepal: Path, values: str, said: str, of: str) -> None:
    answer = mapped("Title\nTrain officers\n", f'[columns]\nTitle = "title"\n[values]\n{values}')

    assert answer.code == 0
    assert f"note: {said}: no column says anything of the {of}\n" in answer.err


@pytest.mark.parametrize(
    ("meant", "hint"),
    [
        ("substantal", "did you mean substantial?"),
        ("?", "choose one of: not-started, in-progress"),
    ],
)
def test_word_that_a_mapping_gives_no_meaning_is_named_as_its_own(
    nepal: Path, meant: str, hint: str
) -> None:
    words = f'[words.status]\n"Nearly there" = "{meant}"\n'

    answer = mapped("Title,Status\nTrain officers,Done\n", f"{STATUS}{words}")

    assert answer.code == 2
    assert f'"Nearly there" = "{meant}" under [words.status] names no status' in answer.err
    assert hint in answer.err


def test_word_of_a_mapping_may_mean_another_known_word(nepal: Path) -> None:
    words = '[words.status]\n"Nearly there" = "On track"\n'

    answer = mapped("Title,Status\nTrain officers,nearly there\n", f"{STATUS}{words}")

    assert answer.code == 0
    assert 'status = "in-progress"' in nepal.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            '[words]\nstatus = "x"\n',
            "error: m.toml: words.status is no table\nhint: write it as [words.status]\n",
        ),
        ("[words.status]\nDone = 1\n", '"Done" under [words.status] is no text'),
    ],
)
def test_words_of_a_mapping_are_tables_of_texts(nepal: Path, words: str, message: str) -> None:
    answer = mapped("Title,Status\nTrain officers,x\n", f"{STATUS}{words}")

    assert answer.code != 0
    assert message in answer.err


KIND = "Activity,Kind,Deadline\nTrain officers,course,2027\n"
WORDS = '[words.kind]\ncourse = "training"\n'


def test_mapping_of_words_alone_guesses_columns_and_makes_a_doubted_one_meant(nepal: Path) -> None:
    answer = mapped(KIND, WORDS)

    assert answer.code == 0
    text = nepal.read_text(encoding="utf-8")
    assert 'title = "Train officers"\n' in text
    assert 'kind = "training"\n' in text


def test_words_for_a_column_that_a_kept_mapping_leaves_out_are_noted_with_its_line(
    nepal: Path,
) -> None:
    mapped(KIND, '[words.status]\nNearly = "substantial"\n', "--save-mapping", "kept.toml")
    kept = Path("kept.toml").read_text(encoding="utf-8").partition("[words.status]")[0]

    answer = mapped(KIND, kept + WORDS)
    again = mapped(KIND, kept.replace('Kind = ""', 'Kind = "kind"') + WORDS)

    line = 'Kind = "kind" under [columns] takes one in'
    assert f"note: [words.kind] changes nothing: no column becomes kind; {line}\n" in answer.err
    assert again.code == 0
    assert "changes nothing" not in again.err
    assert 'kind = "training"\n' in nepal.read_text(encoding="utf-8")


def test_words_for_no_field_are_noted(nepal: Path) -> None:
    answer = mapped("Title\nTrain officers\n", '[words.knd]\ncourse = "training"\n')

    assert answer.code == 0
    assert "note: [words.knd] changes nothing: no column becomes knd\n" in answer.err


def test_words_of_a_report_are_used_where_its_column_is(nepal: Path) -> None:
    columns = '[columns]\nTitle = "title"\nStatus = "update.status"\nDone = "update.text"\n'
    words = '[words.status]\nNearly = "substantial"\n'

    answer = mapped("Title,Status,Done\nLaunch the portal,Nearly,Opened\n", columns + words)

    assert answer.code == 0
    assert "changes nothing" not in answer.err
