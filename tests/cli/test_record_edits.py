"""Commands that change plans, given what they cannot use, and used by many at once."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.asking import AS_OF, Answer, ask, run, start, write_plan
from ogdplan.workspace.locks import LockedError, locked

RECORDS = """
[[milestones]]
id = "portal"
number = "1.1"
title = "A portal"
lead = "office"
start = "2017-03"
due = "2018"

[[milestones]]
id = "policy"
title = "A policy"
lead = "office"
due = "2018"
depends_on = ["portal"]

[[lessons]]
id = "users"
title = "Ask users first"
category = "prioritise-with-users"

[[indicators]]
id = "reach"
title = "Reach"
level = "output"
"""

DAY = ("--as-of", "2017-06-01")
NO_DATE = 'hint: write a day as 2018-06-30, or a period as 2018-06, 2018-Q2 or "June 2018"'
INVALID = "error: this would make the plan nepal invalid: "
NOTHING = "; nothing is changed"
AN_ID = "hint: write small letters, digits and single hyphens, at most 64 characters"


@pytest.fixture
def nepal(plans: Path) -> Path:
    """Return the file of a plan."""
    return write_plan(plans, "nepal", RECORDS)


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """Check that a file, its time and its folder are afterwards as they were."""
    old = path.read_bytes(), path.stat().st_mtime_ns, names_in(path.parent)
    yield
    assert (path.read_bytes(), path.stat().st_mtime_ns, names_in(path.parent)) == old


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def check_refused(answer: Answer, code: int, *lines: str) -> None:
    assert (answer.code, answer.out, answer.err.splitlines()) == (code, "", list(lines))


UNKNOWN = [
    ("milestone add napal X", 'error: no plan called "napal"', "hint: did you mean nepal?"),
    (
        'milestone set "" portal --number 2',
        'error: no plan called ""',
        "hint: there are nepal; `ogdplan status` lists all plans",
    ),
    (
        "milestone set nepal portl --number 2",
        'error: no milestone called "portl" in nepal',
        "hint: did you mean portal?",
    ),
    (
        "milestone set nepal portal users --number 2",
        'error: no milestone called "users" in nepal',
        "hint: `ogdplan milestone list nepal` lists them",
    ),
    (
        "milestone complete nepal po",
        'error: "po" fits more than one milestone: portal, policy',
        "hint: name one of them in full",
    ),
    (
        "milestone set nepal portal --unset tittle",
        'error: no field called "tittle"',
        "hint: did you mean title?",
    ),
    (
        "milestone set nepal portal --lead nobody",
        'error: no institution called "nobody" in nepal',
        "hint: `ogdplan institution list nepal` lists them",
    ),
    (
        "milestone set nepal policy --remove-depends-on policy",
        'error: no element called "policy" in depends_on',
        "hint: it has portal",
    ),
    (
        "milestone report nepal portal --text x --by offfice",
        'error: no institution called "offfice" in nepal',
        "hint: did you mean office?",
    ),
    (
        "measurement add nepal rech 5",
        'error: no indicator called "rech" in nepal',
        "hint: did you mean reach?",
    ),
    (
        "milestone set nepal portal --status complted",
        'error: no status called "complted"',
        "hint: did you mean completed?",
    ),
    (
        "milestone report nepal portal --status complted",
        'error: no status called "complted"',
        "hint: did you mean completed?",
    ),
    (
        "plan set nepal --stage finished",
        'error: no stage called "finished"',
        "hint: choose one of: draft, consultation, submitted, adopted, closed",
    ),
    (
        "accept nepal missing-du portal --reason x",
        'error: no rule called "missing-du"',
        "hint: did you mean missing-due?",
    ),
    (
        "accept nepal missing-due portl --reason x",
        'error: no record called "portl" in nepal',
        "hint: did you mean portal?",
    ),
    (
        "next-step done nepal users",
        'error: no next step called "users" in nepal',
        "hint: `ogdplan next-step list nepal` lists them",
    ),
]
UNUSABLE = [
    ("milestone set nepal portal --due 2018-13", 'error: "2018-13" is no date', NO_DATE),
    (
        "lesson add nepal X --category other --on 03/04/2018",
        'error: "03/04/2018" may be 4 March 2018 or 3 April 2018',
        "hint: write 2018-03-04 or 2018-04-03",
    ),
    ("milestone complete nepal portal --on soon", 'error: "soon" is no date', NO_DATE),
    (
        "milestone reschedule nepal portal --due soon --reason x",
        'error: "soon" is no date',
        NO_DATE,
    ),
    (
        "milestone report nepal portal --text x --period soon",
        'error: "soon" is no date',
        NO_DATE,
    ),
    (
        "milestone set nepal portal --weight heavy",
        'error: "heavy" is no number for weight',
        "hint: write digits, with a point before decimals: 12.5",
    ),
    (
        "milestone report nepal portal --progress 10.5",
        "error: progress is a whole number, not 10.5",
        "hint: leave out the decimals",
    ),
    (
        "milestone set nepal portal --title x --in -x-",
        'error: "-x-" is no language tag',
        "hint: write a tag such as es or pt-BR",
    ),
    (
        "milestone withdraw nepal portal --reason x --in english",
        'error: "english" is no language tag',
        "hint: write a tag such as es or pt-BR",
    ),
    (
        'milestone add nepal ""',
        "error: the title is empty",
        "hint: say it in a few words",
    ),
    (
        'milestone set nepal portal --title " "',
        "error: title cannot be empty",
        "hint: say it in a few words",
    ),
    (
        "milestone set nepal portal --unset title",
        "error: title cannot be left out",
        "hint: give it anew with --title",
    ),
    (
        "milestone set nepal portal",
        "error: nothing is given that should change",
        "hint: `ogdplan milestone set --help` lists the fields",
    ),
    (
        "plan set nepal",
        "error: nothing is given that should change",
        "hint: `ogdplan plan set --help` lists the fields",
    ),
    (
        "instrument add nepal X",
        "error: --kind must be given for each instrument",
        (
            "hint: --kind is one of law, decree, resolution, policy, strategy, guideline, "
            "agreement, other"
        ),
    ),
    (
        "milestone add nepal X --id portal",
        'error: there is a record called "portal" already',
        "hint: choose another id",
    ),
    ("milestone add nepal X --id ../x", 'error: "../x" cannot be an id', AN_ID),
    ("milestone rename nepal portal Portal_2", 'error: "Portal_2" cannot be an id', AN_ID),
    (
        "milestone rename nepal portal users",
        'error: there is a record called "users" already',
        "hint: choose another id",
    ),
]
REFUSED = [
    (
        "milestone report nepal portal --text x --progress 101",
        f"{INVALID}portal-2017-06-01: progress: 101 is more than 100 [bad-value]{NOTHING}",
        "hint: write 100 or less",
    ),
    (
        "resource add nepal X --kind guideline --url portal",
        f'{INVALID}x: url: "portal" is no web address [bad-url]{NOTHING}',
        "hint: write the whole address, beginning with https:// or http://",
    ),
    (
        "resource add nepal X --kind guideline --languages english",
        f'{INVALID}x: languages: "english" is no language tag [bad-language]{NOTHING}',
        'hint: did you mean "en"?',
    ),
    (
        "milestone set nepal portal --due 2016",
        f"{INVALID}portal: due 2016 is before the start 2017-03 [due-before-start]{NOTHING}",
        "hint: correct one of the two dates",
    ),
    (
        "milestone set nepal portal --depends-on policy",
        (
            f"{INVALID}portal: milestones wait for each other: portal → policy → portal "
            f"[dependency-cycle]{NOTHING}"
        ),
        "hint: remove the dependency that is not real",
    ),
    (
        "plan set nepal --parent nowhere",
        f'{INVALID}parent: there is no plan "nowhere" [unknown-plan]{NOTHING}',
        "hint: correct the plan id, which is the file's path below plans/ without .toml",
    ),
    (
        "milestone remove nepal portal",
        "error: portal is referred to by policy (depends_on)",
        "hint: change those first, or remove the references too with --cascade",
    ),
]


@pytest.mark.parametrize(("line", "error", "hint"), [*UNKNOWN, *UNUSABLE], ids=str)
def test_what_is_unknown_or_unusable_is_a_wrong_usage(
    nepal: Path, line: str, error: str, hint: str
) -> None:
    with untouched(nepal):
        check_refused(ask(*words_of(line), *DAY), 2, error, hint)


@pytest.mark.parametrize(("line", "error", "hint"), REFUSED, ids=str)
def test_change_that_would_make_the_plan_invalid_is_refused(
    nepal: Path, line: str, error: str, hint: str
) -> None:
    for trial in ((), ("--dry-run",)):
        with untouched(nepal):
            check_refused(ask(*words_of(line), *DAY, *trial), 3, error, hint)


def words_of(line: str) -> list[str]:
    return shlex.split(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("milestne add nepal X", "No such command 'milestne'. Did you mean 'milestone'?"),
        ("milestone ad nepal X", "No such command 'ad'. Did you mean 'add'?"),
        ("challenge reslve nepal x", "No such command 'reslve'. Did you mean 'resolve'"),
        ("milestone set nepal portal --tittle X", "No such option: --tittle"),
        ("milestone reschedule nepal portal --due 2019", "Missing option '--reason'"),
        ("accept nepal missing-due", "Missing option '--reason'"),
        ("milestone set nepal", "Missing argument 'ID'"),
        ("measurement add nepal reach", "Missing argument 'VALUE'"),
        ("milestone start nepal portal --format csv", "'csv' is not one of"),
    ],
)
def test_misspelt_command_or_option_is_a_wrong_usage(nepal: Path, line: str, said: str) -> None:
    with untouched(nepal):
        answer = ask(*words_of(line), env={"COLUMNS": "200"})

        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err


COMMANDS = [
    "milestone add nepal X --lead office",
    "milestone set nepal portal --number 2",
    "milestone remove nepal policy",
    "milestone rename nepal portal door",
    "milestone start nepal portal",
    "plan set nepal --stage closed",
    "accept nepal no-legal-basis --reason x",
]


@pytest.mark.parametrize("line", COMMANDS)
def test_broken_file_is_not_changed(nepal: Path, line: str) -> None:
    nepal.write_text("format = 1\n\n[plan\n", encoding="utf-8")

    with untouched(nepal):
        answer = ask(*words_of(line))

        assert (answer.code, answer.out) == (3, "")
        error, hint = answer.err.splitlines()
        assert error.startswith("error: cannot change plans/nepal.toml: line 3: ")
        assert hint.startswith("hint: ")


@pytest.mark.skipif(sys.platform == "win32", reason="makes links")
@pytest.mark.parametrize("line", COMMANDS)
def test_link_out_of_the_folder_is_not_followed(nepal: Path, line: str) -> None:
    outside = nepal.parents[1] / "elsewhere.toml"
    nepal.rename(outside)
    nepal.symlink_to(outside)

    with untouched(outside), untouched(nepal):
        check_refused(
            ask(*words_of(line)),
            3,
            "error: cannot change plans/nepal.toml: the link leads out of plans/",
            "hint: put a copy of the file into the plans folder instead of the link",
        )
    assert nepal.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="its folders are never read-only")
@pytest.mark.parametrize("line", COMMANDS)
def test_folder_that_is_read_only_is_left_alone(nepal: Path, line: str) -> None:
    nepal.parent.chmod(0o555)
    try:
        with untouched(nepal):
            check_refused(
                ask(*words_of(line)),
                3,
                "error: cannot write plans/nepal.toml: its folder is read-only",
                "hint: allow changes to the folder, then run the command again",
            )
    finally:
        nepal.parent.chmod(0o755)


@pytest.mark.parametrize("line", COMMANDS)
def test_file_that_is_read_only_is_left_alone(nepal: Path, line: str) -> None:
    nepal.chmod(0o444)

    with untouched(nepal):
        check_refused(
            ask(*words_of(line)),
            3,
            "error: cannot write plans/nepal.toml: it is read-only",
            "hint: allow changes to the file, then run the command again",
        )


def test_file_that_is_held_by_another_program_is_said_so(nepal: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ogdplan.workspace.locks import locked\n"
        "with locked(Path(sys.argv[1]), shown='x'): print('held', flush=True); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    with start(str(nepal), code=code, stdin=pipe, stdout=pipe) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with (
            untouched(nepal),
            pytest.raises(LockedError) as failure,
            locked(nepal, shown="plans/nepal.toml", patience=0.2),
        ):
            raise AssertionError

        trial = ask("milestone", "set", "nepal", "portal", "--number", "2", "--dry-run")

    assert failure.value.exit_code == 3
    assert failure.value.message == "plans/nepal.toml is being changed by another program"
    assert failure.value.hint == "wait until it is done, then run the command again"
    assert trial.code == 0
    assert ask("milestone", "set", "nepal", "portal", "--number", "2").code == 0


def test_programs_at_once_add_a_record_each(nepal: Path) -> None:
    words = ("add", "nepal", "X", "--lead", "office", "--due", "2018", *DAY)
    pipe = subprocess.PIPE
    programs = [
        start("milestone", *words, cwd=nepal.parents[1], stdout=pipe, stderr=pipe) for _ in range(6)
    ]
    said = [(*program.communicate(timeout=300), program.returncode) for program in programs]

    assert [(err, code) for _, err, code in said if code] == []
    added = {out.decode().rstrip().rpartition("(")[2].rstrip(")") for out, _, _ in said}
    assert added == {"x", *(f"x-{number}" for number in range(2, 7))}
    document = ask("milestone", "list", "nepal", "--format", "json").document
    assert {each["id"] for each in document["records"]} == {"portal", "policy", *added}
    assert ask("check", "nepal", *DAY).code == 0
    assert names_in(nepal.parent) == ["nepal.toml"]
    assert names_in(nepal.parents[1]) == ["plans"]


CHANGES = [
    "milestone set nepal portal --due 2018-06 --title Portal",
    "milestone reschedule nepal portal --due 2018-06 --reason x --in es",
    "milestone remove nepal portal --cascade",
    "milestone rename nepal portal door",
    "lesson add nepal X --category other",
    "plan set nepal --title Otro --in es",
]


LAYOUTS = {
    "plain": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no final newline": lambda text: text.rstrip("\n"),
    "blanks and tabs": lambda text: text.replace('"\n', '"  \t# \u202ex\n'),
}


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="uses git apply")


@needs_git
@pytest.mark.parametrize("line", CHANGES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_trial_gives_the_patch_of_the_change(nepal: Path, line: str, layout: str) -> None:
    before = LAYOUTS[layout](nepal.read_text(encoding="utf-8")).encode()
    nepal.write_bytes(before)

    with untouched(nepal):
        trial = ask(*words_of(line), *DAY, "--dry-run", "--format", "json")

    apply(trial.document["diff"], nepal)
    patched = nepal.read_bytes()
    nepal.write_bytes(before)
    assert ask(*words_of(line), *DAY).code == 0
    assert nepal.read_bytes() == patched != before


@needs_git
@pytest.mark.skipif(sys.platform == "win32", reason="its pipes have other line endings")
@pytest.mark.parametrize("layout", ["CRLF", "no final newline"])
def test_trial_prints_the_patch_into_a_pipe(nepal: Path, layout: str) -> None:
    before = LAYOUTS[layout](nepal.read_text(encoding="utf-8")).encode()
    nepal.write_bytes(before)
    words = (*words_of(CHANGES[0]), *DAY)

    # Not asked here: the runner has one line ending for all.
    printed = run(*words, "--dry-run", cwd=nepal.parents[1])

    assert ask(*words, "--dry-run", "--format", "json").document["diff"] == printed.out
    assert printed.out.startswith("--- a/plans/nepal.toml\n+++ b/plans/nepal.toml\n@@ ")
    apply(printed.out, nepal)
    assert nepal.read_bytes() != before


def apply(diff: str, plan: Path) -> None:
    """Apply a patch to the plan, as git does."""
    folder = plan.parents[1]
    (folder / "change.patch").write_bytes(diff.encode())
    command = ["git", "apply", "--whitespace=nowarn", "change.patch"]
    subprocess.run(command, cwd=folder, check=True)


@pytest.mark.parametrize(
    "line",
    [
        "plan set nepal --stage closed",
        "accept nepal no-legal-basis --reason x",
        "institution add nepal X --sector government",
        "milestone start nepal portal",
        "milestone complete nepal portal",
        "milestone withdraw nepal portal",
        "milestone reschedule nepal portal --due 2019 --reason x",
        "milestone report nepal portal --text x",
        "milestone set nepal portal policy --number 1",
        "milestone remove nepal policy",
        "milestone rename nepal portal door",
    ],
)
def test_json_says_what_changed(nepal: Path, line: str) -> None:
    command, *rest = words_of(line)
    name = command if command == "accept" else f"{command}-{rest[0]}"

    for trial in (("--dry-run",), ()):
        answer = ask(*words_of(line), *DAY, "--format", "json", *trial)

        assert answer.code == 0
        document = answer.document
        keys = ["schema", "as_of", "plan", "written", "changes", "notes", "hint", "diff"]
        assert list(document) == keys
        assert document["schema"] == f"ogdplan/{name}/1"
        assert (document["as_of"], document["plan"]) == ("2017-06-01", "nepal")
        assert document["written"] is not bool(trial)
        assert document["changes"] != []
        assert document["diff"].startswith("--- a/plans/nepal.toml\n")


def test_change_of_a_file_in_no_plans_folder_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = write_plan(tmp_path, "alone", RECORDS)

    answer = ask("lesson", "remove", str(path), "users")

    assert (answer.code, answer.err) == (0, "")
    assert "Ask users first" not in path.read_text(encoding="utf-8")


def test_day_that_is_yet_to_come_is_said_to_be(tmp_path: Path) -> None:
    path = write_plan(tmp_path / "plans", "nepal", '\n[[milestones]]\nid = "m"\ntitle = "M"\n')
    words = ["--on", "2018-07-01", "--as-of", AS_OF, "--plans", str(path.parent)]

    answer = ask("milestone", "complete", "nepal", "m", *words)

    assert answer.code == 0
    assert "--on 1 July 2018 is after 30 June 2018; it counts from then on" in answer.err


def test_field_that_is_given_and_taken_away_is_refused(tmp_path: Path) -> None:
    path = write_plan(tmp_path / "plans", "nepal", '\n[[milestones]]\nid = "m"\ntitle = "M"\n')
    words = ["--due", "2018", "--unset", "due", "--plans", str(path.parent)]

    answer = ask("milestone", "set", "nepal", "m", *words)

    assert (answer.code, answer.out) == (2, "")
    assert "due is given and taken away" in answer.err


def test_what_is_no_utf8_is_refused(tmp_path: Path) -> None:
    path = write_plan(tmp_path / "plans", "nepal")
    before = path.read_bytes()

    answer = ask("milestone", "add", "nepal", "caf\udce9", "--plans", str(path.parent))

    assert (answer.code, answer.out, path.read_bytes()) == (2, "", before)
    assert answer.err == (
        'error: "caf?" is not UTF-8\nhint: type it in a terminal that is set to UTF-8\n'
    )


@pytest.mark.parametrize(
    "words",
    [
        ("complete", "nepal", "m", "--evidence", " "),
        ("report", "nepal", "m", "--text", ""),
        ("withdraw", "nepal", "m", "--reason", ""),
        ("reschedule", "nepal", "m", "--due", "2018", "--reason", " "),
        ("set", "nepal", "m", "--sdgs", ""),
        ("add", "nepal", "M", "--id", ""),
        ("set", "nepal", "m", "--weight", "9" * 400),
    ],
    ids=lambda words: words[0],
)
def test_empty_and_boundless_values_are_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = write_plan(tmp_path / "plans", "nepal", '\n[[milestones]]\nid = "m"\ntitle = "M"\n')
    before = path.read_bytes()

    answer = ask("milestone", *words, "--plans", str(path.parent))

    assert (answer.code, answer.out, path.read_bytes()) == (2, "", before)
    assert len(answer.err) < 300


def test_number_below_zero_is_a_value(tmp_path: Path) -> None:
    indicator = '\n[[indicators]]\nid = "i"\ntitle = "I"\nlevel = "output"\n'
    path = write_plan(tmp_path / "plans", "nepal", indicator)

    answer = ask("measurement", "add", "nepal", "i", "-2.5", "--plans", str(path.parent))

    assert answer.code == 0
    assert "value = -2.5" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [("fmt",), ("milestone", "add"), ("plan", "set")])
def test_file_about_something_else_is_no_plan(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[project]\nname='x'\n", encoding="utf-8")
    more = {"milestone": ["X"], "plan": ["--title", "X"]}.get(command[0], [])

    answer = ask(*command, str(path), *more)

    assert (answer.code in (1, 3), answer.out) == (True, "")
    assert "it is no plan: it has neither format nor [plan]" in answer.err
    assert path.read_text(encoding="utf-8") == "[project]\nname='x'\n"


def test_change_that_cannot_be_told_is_made_all_the_same(tmp_path: Path) -> None:
    path = write_plan(tmp_path / "plans", "nepal")
    words = ["plan", "set", "nepal", "--title", "X", "--plans", str(path.parent)]

    with Path("/dev/full").open("wb") as full:
        process = start(*words, stdout=full, stderr=subprocess.PIPE)
        _, err = process.communicate(timeout=60)

    assert process.returncode == 0
    assert b"plans/nepal.toml: changed, but that cannot be printed" in err
    assert 'title = "X"' in path.read_text(encoding="utf-8")


def test_another_first_language_is_said_to_change_texts(tmp_path: Path) -> None:
    path = write_plan(tmp_path / "plans", "nepal")

    answer = ask("plan", "set", "nepal", "--languages", "ne,en", "--plans", str(path.parent))

    assert "note: texts without a language were en; they are ne now" in answer.err


def test_conflict_that_is_settled_is_told(tmp_path: Path) -> None:
    comment = '# CONFLICT theirs: title = "N"\n'
    body = f'\n[[milestones]]\nid = "m"\n{comment}title = "M"\n'
    path = write_plan(tmp_path / "plans", "nepal", body)

    answer = ask("milestone", "set", "nepal", "m", "--title", "M", "--plans", str(path.parent))

    assert answer.out == "plans/nepal.toml: a conflict of a merge is settled\n"
    assert comment not in path.read_text(encoding="utf-8")


def test_period_that_has_begun_is_not_yet_to_come(tmp_path: Path) -> None:
    path = write_plan(tmp_path / "plans", "nepal", '\n[[milestones]]\nid = "m"\ntitle = "M"\n')
    words = ["--on", "2018", "--as-of", AS_OF, "--dry-run", "--plans", str(path.parent)]

    assert ask("milestone", "complete", "nepal", "m", *words).err == ""
