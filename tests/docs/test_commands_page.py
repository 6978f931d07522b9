"""docs/commands.md names every command, option and key that there is, and no other.

Notation of the page: a heading of the third level is a command, or a JSON document by its schema.
The first column of a table below it names options or keys. KIND stands for each kind of record,
VERB for what is done with it. Options that are fields are not named one by one: the page has the
rule that makes options of them, and the tests hold the program to it.
"""

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from console_examples import ROOT, Example, changes_with_time, check_example, examples
from ogdplan.cli.main import app
from ogdplan.cli.options import EVERYWHERE
from ogdplan.model.kinds import KINDS, FieldSpec, Kind, fields_of, kind_named
from ogdplan.model.plan import Header
from ogdplan.model.record import Table
from ogdplan.model.values import Rating
from report_plans import DAY, write_full_plan
from repositories import a_repo

PAGE = ROOT / "docs" / "commands.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = examples(PAGE)

BACKTICKED = re.compile(r"`([^`\n]+)`")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*(?![\w-])")
KIND_NAMES = {kind.name for kind in KINDS}

# Any: the type of Typer's commands is private to it.
PROGRAM: Any = typer.main.get_command(app)


@cache
def sections() -> Mapping[str, str]:
    """Return the text below each heading of the second and third level."""
    parts = re.split(r"^##+ (.+)\n", TEXT, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(section: str) -> Iterator[tuple[str, str]]:
    """Yield the first and second cell of the rows of all tables in a section."""
    for line in sections()[section].splitlines():
        if line.startswith("| `"):
            first, second, *_ = line.strip("| ").split(" | ")
            yield first, second


@cache
def documented(section: str) -> Mapping[str, str]:
    """Return what the tables of a section say of each thing in backticks in the first column."""
    return {name: says for names, says in rows(section) for name in BACKTICKED.findall(names)}


def options_of(commands: Iterable[Any]) -> dict[str, Any]:
    """Return the options of commands by each of their spellings, but for help."""
    return {
        spelling: option
        for command in commands
        for option in command.params
        if option.param_type_name == "option"
        for spelling in (*option.opts, *option.secondary_opts)
        if spelling not in {"--help", "-h"}
    }


def leaves() -> dict[str, list[Any]]:
    """Return the commands by name; those of all kinds of record are `KIND list` and so on."""
    found: dict[str, list[Any]] = {}
    for name in PROGRAM.commands:
        command = PROGRAM.commands[name]
        for inner, each in getattr(command, "commands", {"": command}).items():
            group = "KIND" if name in KIND_NAMES and inner in IN_ALL_KINDS else name
            found.setdefault(f"{group} {inner}".strip(), []).append(each)
    return found


IN_ALL_KINDS = set.intersection(*(set(PROGRAM.commands[name].commands) for name in KIND_NAMES))
COMMANDS = leaves()
SHARED = {
    spelling
    for spelling, option in options_of(COMMANDS["status"]).items()
    if option.rich_help_panel == EVERYWHERE
}
"""The options of every command."""

OF_CHANGES = "Options of every change"
OF_FILES = {"new", "edit", "fmt", "import", "merge", "git install", "git uninstall", "site"}
CHANGES = [
    name
    for name, commands in COMMANDS.items()
    if "--dry-run" in options_of(commands) and name not in OF_FILES
]
"""The commands that change what is in a plan file."""

SHARED_BY_CHANGES = (
    set.intersection(*(set(options_of(COMMANDS[name])) for name in CHANGES)) - SHARED
)


def option_of(spec: FieldSpec, part: str = "") -> str:
    return f"--{part}{spec.name.replace('_', '-')}"


def field_options(model: type[Table], *, without: Iterable[str] = (), parts: bool) -> set[str]:
    """Return the options of fields, by the rule that stands on the page."""
    specs = [spec for spec in fields_of(model) if spec.name not in {"id", *without}]
    lists = [spec for spec in specs if spec.repeated and spec.base is not Rating]
    return {
        *map(option_of, specs),
        *(option_of(spec, "no-") for spec in specs if spec.base is bool),
        *(option_of(spec, part) for spec in lists for part in ("add-", "remove-") if parts),
    }


def fields_in(name: str) -> set[str]:
    """Return the options of a command that are fields, of all kinds together."""
    match name:
        case "KIND add":
            models = [field_options(kind.model, parts=False) for kind in KINDS]
        case "KIND set":
            models = [field_options(kind.model, parts=True) for kind in KINDS]
        case "plan set":
            models = [field_options(Header, parts=True)]
        case "next-step promote":
            models = [field_options(kind_named("milestone").model, parts=False)]
        case _:
            return set()
    return set().union(*models)


def told(name: str) -> dict[str, str]:
    """Return what the page says of the options of a command, those of every command aside."""
    shared = documented(OF_CHANGES) if name in CHANGES else {}
    says = {**shared, **documented(name)}
    return {found[0]: text for name, text in says.items() if (found := OPTION.findall(name))}


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example_shows_what_the_program_prints(example: Example, tmp_path: Path) -> None:
    check_example(example, tmp_path)


def test_no_example_shows_something_else_tomorrow() -> None:
    commands = [command for example in EXAMPLES for command in example.commands]

    assert [command for command in commands if changes_with_time(command)] == []


def test_every_command_has_a_section_with_an_example() -> None:
    found = {heading for heading, text in sections().items() if "```console\n$ ogdplan" in text}

    assert found >= COMMANDS.keys()


def test_every_section_about_a_command_is_about_one_there_is() -> None:
    usage = {heading for heading, text in sections().items() if "\n    ogdplan " in text}

    assert usage == {*COMMANDS, "The program itself"}


def a_command(name: str) -> Any:
    """Return a command of a name; of kinds that of challenges, whose records have titles."""
    kind, _, verb = name.partition(" ")
    return PROGRAM.commands["challenge"].commands[verb] if kind == "KIND" else COMMANDS[name][0]


@pytest.mark.parametrize("name", COMMANDS)
def test_usage_names_the_arguments_in_their_order(name: str) -> None:
    usage = re.findall(r"^    ogdplan (.+)$", sections()[name], re.MULTILINE)
    arguments = [
        re.sub(r"[^A-Z]", "", parameter.metavar or parameter.name)
        for parameter in a_command(name).params
        if parameter.param_type_name == "argument"
    ]

    assert [re.sub(r"[^\w -]", "", line) for line in usage] == [" ".join([name, *arguments])]


@pytest.mark.parametrize("name", COMMANDS)
def test_table_of_a_command_has_its_own_options_and_no_other(name: str) -> None:
    own = options_of(COMMANDS[name]).keys() - SHARED

    assert told(name).keys() == own - fields_in(name)


def test_options_of_every_command_stand_in_one_table() -> None:
    found = {OPTION.findall(spelling)[0] for spelling in documented(EVERYWHERE)}

    assert found == SHARED
    assert all(options_of(commands).keys() >= SHARED for commands in COMMANDS.values())


def test_options_of_every_change_stand_in_one_table() -> None:
    found = {OPTION.findall(spelling)[0] for spelling in documented(OF_CHANGES)}

    assert found == SHARED_BY_CHANGES
    assert not any(documented(name).keys() & found for name in CHANGES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_fields_of_a_kind_are_options_by_the_rule_of_the_page(kind: Kind) -> None:
    commands = PROGRAM.commands[kind.name].commands
    arguments = [
        parameter.metavar.lower()
        for parameter in commands["add"].params
        if parameter.param_type_name == "argument"
    ][1:]
    add, change = (options_of([commands[verb]]).keys() - SHARED for verb in ("add", "set"))

    assert add - told("KIND add").keys() == field_options(
        kind.model, without=arguments, parts=False
    )
    assert change - told("KIND set").keys() == field_options(kind.model, parts=True)


def test_fields_of_the_plan_and_of_a_promoted_step_are_options_by_the_same_rule() -> None:
    for name in ("plan set", "next-step promote"):
        own = options_of(COMMANDS[name]).keys() - SHARED

        assert own - told(name).keys() == fields_in(name)


def test_arguments_of_add_are_named_for_kinds_whose_records_have_no_title() -> None:
    real = {
        kind.name: " ".join(
            parameter.metavar
            for parameter in PROGRAM.commands[kind.name].commands["add"].params
            if parameter.param_type_name == "argument"
        )
        for kind in KINDS
    }
    named = {name: says for name, says in documented("KIND add").items() if name in KIND_NAMES}

    assert {name: f"PLAN {says}" for name, says in named.items()} == {
        name: words for name, words in real.items() if words != "PLAN TITLE"
    }


def test_options_of_the_program_itself_stand_in_one_table() -> None:
    found = {OPTION.findall(spelling)[0] for spelling in documented("The program itself")}

    assert found == {*options_of([PROGRAM]), "--help", "-h"}


def test_no_option_is_named_that_does_not_exist() -> None:
    known = set(options_of([PROGRAM, *(each for found in COMMANDS.values() for each in found)]))
    named = {option for code in BACKTICKED.findall(TEXT) for option in OPTION.findall(code)}

    assert named - known == {"--help", "-h"}


def test_no_command_is_named_that_does_not_exist() -> None:
    typed = re.findall(r"^[ $]+ogdplan .+$", TEXT, re.MULTILINE)
    code = "\n".join([*BACKTICKED.findall(TEXT), *typed])
    named = set(re.findall(r"\bogdplan ([a-z][a-z-]*)", code))

    assert named <= set(PROGRAM.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_options_with_a_closed_list_name_all_its_values_the_default_first(name: str) -> None:
    said = told(name)
    for spelling, option in options_of(COMMANDS[name]).items():
        if isinstance(option.default, Enum):
            values = [value.value for value in type(option.default)]
            assert BACKTICKED.findall(said[spelling]) == values
            assert values[0] == option.default.value


def test_filters_of_each_kind_are_those_of_its_list() -> None:
    shared = set.intersection(*(set(options_of([command])) for command in COMMANDS["KIND list"]))
    real = {
        name: options_of([PROGRAM.commands[name].commands["list"]]).keys() - shared
        for name in KIND_NAMES
    }

    found = {name: set(OPTION.findall(filters)) for name, filters in documented("Kinds").items()}

    assert found == real


def test_environment_variables_of_options_are_explained() -> None:
    options = options_of(each for found in COMMANDS.values() for each in found).values()
    needed = {option.envvar for option in options if option.envvar}

    assert documented("Environment variables").keys() == needed | {
        "NO_COLOR",
        "FORCE_COLOR",
        "VISUAL",
        "EDITOR",
    }


# Output for programs.

VERSIONS = tuple(str(ROOT / "plans" / f"{name}.toml") for name in ("nepal", "panama"))
FAULTY = str(ROOT / "tests" / "data" / "faulty-table.csv")
SAMPLES: Mapping[str, tuple[str, ...]] = {
    "ogdplan/status/1": ("status",),
    "ogdplan/show/1 of a plan": ("show", "panama"),
    "ogdplan/show/1 of a record": ("show", "panama", "open-data-decree"),
    "ogdplan/agenda/1": ("agenda",),
    "ogdplan/reports-owed/1": ("agenda", "--reports"),
    "ogdplan/trend/1": ("trend",),
    "ogdplan/report/1": ("report", "--all", "--sections", "summary"),
    "ogdplan/site/1": ("site", "--dry-run"),
    "ogdplan/find/1": ("find", "standards"),
    "ogdplan/new/1": ("new", "Kenya", "--title", "A", "--lead", "B", "--dry-run"),
    "ogdplan/import/1": ("import", "panama", FAULTY, "--as", "milestones"),
    "ogdplan/check/1": ("check",),
    "ogdplan/diff/1": ("diff", "HEAD"),
    "ogdplan/diff-stat/1": ("diff", "HEAD", "--stat"),
    "ogdplan/log/1": ("log", "panama"),
    "ogdplan/fmt/1": ("fmt", "--check"),
    "ogdplan/KIND-VERB/1": ("milestone", "complete", "panama", "policy-application", "--dry-run"),
    "ogdplan/git-install/1": ("git", "install", "--dry-run"),
    "ogdplan/git-uninstall/1": ("git", "uninstall", "--dry-run"),
    "ogdplan/git-doctor/1": ("git", "doctor"),
    "ogdplan/merge/1": ("merge", "--dry-run", os.devnull, *VERSIONS),
    "ogdplan/explain/1": ("explain",),
    "ogdplan/KIND-list/1": ("milestone", "list"),
    "ogdplan/catalogue/1 of all": ("catalogue",),
    "ogdplan/catalogue/1 of one": ("catalogue", "dimension"),
}
"""A command for each JSON document of the page."""

ELSEWHERE = {
    "ogdplan/status/1": {"unreadable[].findings": "ogdplan/check/1"},
    "ogdplan/agenda/1": {"unreadable[].findings": "ogdplan/status/1"},
    "ogdplan/reports-owed/1": {"unreadable[].findings": "ogdplan/status/1"},
    "ogdplan/trend/1": {"unreadable[].findings": "ogdplan/status/1"},
    "ogdplan/report/1": {
        "plans[].sections": "Sections of a report",
        "unreadable[].findings": "ogdplan/status/1",
    },
    "ogdplan/site/1": {"unreadable[].findings": "ogdplan/status/1"},
    "ogdplan/find/1": {"unreadable[].findings": "ogdplan/status/1"},
    "ogdplan/diff/1": {"unreadable[].findings": "ogdplan/status/1"},
    "ogdplan/diff-stat/1": {
        "from": "ogdplan/diff/1",
        "to": "ogdplan/diff/1",
        "unreadable": "ogdplan/diff/1",
    },
    "ogdplan/log/1": {
        "entries[].changes": "ogdplan/diff/1",
        "entries[].unreadable": "ogdplan/check/1",
    },
    "ogdplan/import/1": {"changes": "ogdplan/KIND-VERB/1"},
    "ogdplan/merge/1": {"changes": "ogdplan/diff/1", "errors": "ogdplan/check/1"},
    "ogdplan/fmt/1": {"unreadable[].findings": "ogdplan/status/1"},
    "ogdplan/KIND-list/1": {"unreadable[].findings": "ogdplan/status/1"},
    "ogdplan/show/1 of a plan": {"plan": "ogdplan/status/1"},
    "ogdplan/show/1 of a record": {"record": "ogdplan/KIND-list/1"},
}
"""Parts of a document that the page describes with another."""

CHALLENGE = '[[challenges]]\nid = "new"\ntitle = "A new one"\ncategory = "other"\n'

BY_VALUE = ("by_status", "by_health", "by_kind", "at_date", "ratings")
"""Objects whose keys are values of a vocabulary, or differ from kind to kind."""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with some shipped plans, and a file that yields none, in a repository."""
    repo = a_repo(tmp_path_factory.mktemp("samples"))
    repo.git("config", "merge.ogdplan.driver", "older")
    folder = repo.root / "plans"
    for name in ("costa-rica", "nepal", "panama"):
        shutil.copy(ROOT / "plans" / f"{name}.toml", folder)
    (folder / "broken.toml").write_text("format = 1\n[plan\n", encoding="utf-8")
    repo.commit()
    for name, more in (("panama", CHALLENGE), ("broken", "# Still broken.\n")):
        with (folder / f"{name}.toml").open("a", encoding="utf-8") as file:
            file.write(more)
    return folder


@cache
def document(words: tuple[str, ...], plans: Path, day: str = "2018-01-31") -> Any:
    """Return what a command that writes nothing prints as JSON; it is asked once."""
    where = ["--format", "json", "--as-of", day, "--plans", str(plans)]
    return json.loads(CliRunner().invoke(app, [*words, *where]).stdout)


def paths(value: object, elsewhere: Iterable[str], path: str = "") -> Iterator[str]:
    """Yield the ways to all values of a document: `plans[].milestones.total`."""
    if path in elsewhere or path.rpartition(".")[2] in BY_VALUE:
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, elsewhere, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
        for each in value:
            yield from paths(each, elsewhere, f"{path}[]")
    else:
        yield path


@pytest.mark.parametrize("name", SAMPLES)
def test_table_of_a_document_has_its_keys_and_no_other(name: str, plans: Path) -> None:
    real = set(paths(document(SAMPLES[name], plans), ELSEWHERE.get(name, ())))
    fields = {f"records[].{spec.name}" for spec in fields_of(kind_named("milestone").model)}

    assert documented(name).keys() == real - fields - {"schema", "as_of"}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_part_described_elsewhere_has_a_link_there(name: str) -> None:
    for path, other in ELSEWHERE[name].items():
        assert other in documented(name)[path]


def test_every_document_that_is_described_is_one_of_a_command() -> None:
    assert {heading for heading in sections() if heading.startswith("ogdplan/")} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_heading_of_a_document_is_its_schema(name: str, plans: Path) -> None:
    schema = document(SAMPLES[name], plans)["schema"]

    words = name.partition(" ")[0].replace("KIND", "milestone").replace("VERB", "complete")
    assert words == schema


def test_table_of_the_sections_of_a_report_has_their_keys_and_no_other(tmp_path: Path) -> None:
    write_full_plan(tmp_path / "plans")
    whole, page = (
        document(("report", "nepal", *option), tmp_path / "plans", DAY)["plans"][0]["sections"]
        for option in ((), ("--one-page",))
    )

    pieces = page.keys() - whole.keys()
    changes = {"changes.changes"}
    assert documented("Sections of a report").keys() == set(paths(whole, changes)) | pieces


def test_figures_at_the_date_are_named_for_each_kind(plans: Path) -> None:
    real: dict[str, list[str]] = {}
    for kind in KINDS:
        for record in document((kind.name, "list"), plans)["records"]:
            real.setdefault(kind.name, list(record.get("at_date", {})))

    found = {
        name: BACKTICKED.findall(keys) for name, keys in documented("Figures of a kind").items()
    }

    assert found == {name: keys for name, keys in real.items() if keys}
