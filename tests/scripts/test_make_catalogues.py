"""The script that brings catalogues into step with the code."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from make_catalogues import Message, main, messages_of
from ogdplan.report.translations import CATALOGUES

COMPLETE = 'msgctxt "status"\nmsgid "Complete"\nmsgstr "'


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def run(*words: str, folder: Path) -> Done:
    """Run the script here: in a process of its own it would read the whole code each time."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([*words, "--folder", str(folder)])
        except SystemExit as end:
            code = int(end.code or 0)
    return Done(code, out.getvalue(), err.getvalue())


def messages(tmp_path: Path, text: str, name: str = "module.py") -> list[Message]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(messages_of(path))


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    """Return a copy of the Spanish catalogue, alone in its folder."""
    path = tmp_path / "es.po"
    path.write_bytes((CATALOGUES / "es.po").read_bytes())
    return path


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('tongue.say("one")', [("one",)]),
        ('say("one " "sentence")', [("one sentence",)]),
        ('HEADING = mark("one")', [("one",)]),
        ('tongue.count("{n} day", "{n} days", 3)', [("{n} day", "{n} days")]),
        ('tongue.say("late" if late else "early")', [("late",), ("early",)]),
        ('tongue.say("on {day}", day=tongue.say("today"))', [("on {day}",), ("today",)]),
        ("tongue.say(HEADING)", []),
        ('"a-b".count("-")', []),
        ("count(findings, plans=1)", []),
        ('shout("one")', []),
    ],
)
def test_messages_of_a_module(tmp_path: Path, text: str, found: list[tuple[str, ...]]) -> None:
    assert messages(tmp_path, text) == [Message(each) for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<p>{{ tongue.say("one") }}</p>', [("one",)]),
        ('<p>{{ say("one")|upper }}</p>', [("one",)]),
        ('{% if tongue.say("a" if b else "c") %}{% endif %}', [("a",), ("c",)]),
        ('{{ tongue.count("{n} day", "{n} days", n) }}', [("{n} day", "{n} days")]),
        ("{{ tongue.say(heading) }}", []),
    ],
)
def test_messages_of_a_template(tmp_path: Path, text: str, found: list[tuple[str, ...]]) -> None:
    assert messages(tmp_path, text, "page.html") == [Message(each) for each in found]


def test_text_that_is_put_together_before_it_is_said_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"module\.py:2: say of an f-string"):
        messages(tmp_path, '\ntongue.say(f"{name} is late")')


def test_catalogue_in_step_stays_as_it_is(spanish: Path) -> None:
    before = spanish.read_bytes()

    done = run(folder=spanish.parent)

    assert (done.returncode, done.stdout) == (0, "es.po: in step, 0 untranslated\n")
    assert spanish.read_bytes() == before


def test_new_message_is_added_and_named_as_untranslated(spanish: Path) -> None:
    whole = spanish.read_text(encoding="utf-8")
    entry = f'{COMPLETE}Completo"\n\n'
    spanish.write_text(whole.replace(entry, ""), encoding="utf-8", newline="\n")

    done = run(folder=spanish.parent)

    assert done.stdout == "es.po: out of step, 1 untranslated\n    Complete\n"
    assert spanish.read_text(encoding="utf-8") == whole.replace(entry, f'{COMPLETE}"\n\n')


def test_message_that_nobody_says_is_dropped_and_translations_stay(spanish: Path) -> None:
    whole = spanish.read_text(encoding="utf-8")
    mended = whole.replace(f'{COMPLETE}Completo"', f'# as in the plan\n{COMPLETE}Cumplido"')
    gone = 'msgid "said no more"\nmsgstr "ya no se dice"\n'
    spanish.write_text(f"{mended}\n{gone}", encoding="utf-8", newline="\n")

    done = run(folder=spanish.parent)

    assert done.stdout == "es.po: out of step, 0 untranslated\n"
    assert spanish.read_text(encoding="utf-8") == mended


def test_doubt_about_a_translation_stays(spanish: Path) -> None:
    whole = spanish.read_text(encoding="utf-8")
    doubted = whole.replace(COMPLETE, f"#, fuzzy\n{COMPLETE}")
    spanish.write_text(doubted, encoding="utf-8", newline="\n")

    run(folder=spanish.parent)

    assert spanish.read_text(encoding="utf-8") == doubted


def test_check_fails_and_writes_nothing(spanish: Path) -> None:
    spanish.write_text(f'{spanish.read_text(encoding="utf-8")}\nmsgid "x"\nmsgstr "y"\n', "utf-8")
    before = spanish.read_bytes()

    done = run("--check", folder=spanish.parent)

    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "run: python scripts/make_catalogues.py"
    assert spanish.read_bytes() == before


def test_new_catalogue_has_all_messages_and_the_plural_rule_of_its_language(tmp_path: Path) -> None:
    done = run("--new", "ru", folder=tmp_path)

    made = (tmp_path / "ru.po").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert '"Plural-Forms: nplurals=3;' in made
    assert 'msgid_plural "in {n} days"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n' in made
    assert f'{COMPLETE}"\n' in made
    assert 'msgctxt "rule"\nmsgid "a deadline has passed"\nmsgstr ""\n' in made
    # The table of goals has Russian names.
    assert 'msgctxt "goal"' not in made
    assert run("--check", folder=tmp_path).returncode == 0


def test_catalogue_is_not_begun_twice(spanish: Path) -> None:
    before = spanish.read_bytes()

    done = run("--new", "es", folder=spanish.parent)

    assert done.returncode == 2
    assert "es.po is there already" in done.stderr
    assert spanish.read_bytes() == before


@pytest.mark.parametrize("tag", ["zz", "Klingon", "pt-BR", ".."])
def test_catalogue_is_begun_only_in_a_known_language_without_a_region(
    tmp_path: Path, tag: str
) -> None:
    done = run("--new", tag, folder=tmp_path)

    assert done.returncode == 2
    assert f'"{tag}" is no language that Babel knows' in done.stderr
    assert list(tmp_path.iterdir()) == []
