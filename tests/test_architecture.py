"""The code keeps to the architecture that docs/architecture.md describes.

A check takes a module, or all of them, and yields its breaches as `place: words`. Each check runs
over the package and, to show that it can fail, over a few lines that break it.
"""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import pytest

SOURCE = Path(__file__).parents[1] / "src"

LAYERS = (
    ("errors", "findings", "rules"),
    ("model", "reference"),
    ("planfile",),
    ("progress",),
    ("compare",),
    ("checks",),
    ("workspace",),
    ("actions",),
    ("report",),
    ("cli",),
)
"""Who may be imported by whom: a layer imports itself and what stands before it."""

RANKS = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}

OWNERS: Mapping[str, tuple[str, ...]] = {
    "typer": ("cli",),
    "rich": ("cli", "report.terminal"),
    "tomli": ("planfile",),
    "tomli_w": ("planfile",),
    "tomlrt": ("planfile",),
    "pydantic": ("model", "planfile"),
    "pydantic_core": ("model", "planfile"),
    "babel": ("report.local_forms", "report.translations"),
    "gettext": ("report.translations",),
    "icalendar": ("report.calendar",),
    "sqlite3": ("workspace.databases",),
    "xlsxwriter": ("workspace.spreadsheets.xlsx_writing",),
    "xml": ("workspace.spreadsheets.xml_parts", "workspace.spreadsheets.ods_xml"),
    "zipfile": ("workspace.spreadsheets.parcel", "workspace.spreadsheets.ods_writing"),
    "openpyxl": (),
    "subprocess": ("workspace.git", "workspace.editor"),
    "os.system": ("workspace.git",),
    "os.popen": ("workspace.git",),
    "jinja2": ("report.html",),
    "markupsafe": ("report.html",),
    "filelock": ("workspace.locks",),
    "tempfile": (
        "workspace.drafts",
        "workspace.editor",
        "workspace.git.merge_file",
        "workspace.git.trial",
        "workspace.locks",
    ),
    "shutil": ("workspace.editor",),
    "os.replace": (),
    "os.rename": (),
    "datetime.date.today": ("cli",),
    "datetime.datetime.today": ("cli",),
    "datetime.datetime.now": ("cli",),
    "datetime.datetime.utcnow": ("cli",),
    "time.time": ("cli",),
    "os.environ": ("cli", "workspace.git.process"),
    "os.getenv": ("cli",),
    # An import by name is one that this test does not see.
    "importlib.import_module": ("cli.group",),
    # No command opens the network.
    "socket": (),
    "http": (),
    "urllib.request": (),
    "webbrowser": (),
}
"""What only some modules may use: libraries, the clock, the environment, other programs."""

OWNED = frozenset(name.partition(".")[0] for name in OWNERS)
"""How the names begin that some modules own."""

WRITERS = frozenset(
    {"write_text", "write_bytes", "touch", "mkdir", "unlink", "chmod", "hardlink_to"}
)
"""Methods of paths that change the disk."""

WRITING_ROOMS = (
    "workspace.files",
    "workspace.drafts",
    "workspace.locks",
    "workspace.site_folder",
)
"""What may change the disk: plan files and results, their drafts, the locks' own folder, sites."""

VAGUE_NAMES = frozenset({"utils", "util", "common", "helpers", "helper"})
LONGEST_MODULE = 260
LONGEST_FUNCTION = 35
LONG_MODULES = {
    "ogdplan.model.vocabularies": "closed lists, one after the other, and no code",
}


@dataclass(frozen=True)
class Module:
    """One module of the package, as text."""

    name: str
    text: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Return all that the module is made of; each check goes through it."""
        return tuple(ast.walk(self.tree))

    @property
    def room(self) -> str:
        """Return its name below the package: `report.terminal.paint`."""
        return self.name.partition(".")[2]

    @property
    def layer(self) -> str:
        """Return its room at the top; the program called as a module is its command line."""
        return "cli" if self.room == "__main__" else self.room.partition(".")[0]

    def at(self, node: ast.stmt | ast.expr | ast.excepthandler) -> str:
        """Return where a node stands: `report/page.py:12`."""
        path = self.room.replace(".", "/") + ("/__init__.py" if self.is_package else ".py")
        return f"{path.lstrip('/')}:{node.lineno}"


def modules() -> tuple[Module, ...]:
    """Return all modules of the package."""
    return tuple(_module(path) for path in sorted((SOURCE / "ogdplan").rglob("*.py")))


def _module(path: Path) -> Module:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    return Module(name, path.read_text(encoding="utf-8"), is_package)


MODULES = modules()


def imports(module: Module) -> Iterator[tuple[str, str, ast.stmt]]:
    """Yield what is imported, wherever in the module: the name from, the name in it, the place.

    `import a.b` gives `("a.b", "", …)`, `from a import b` gives `("a", "b", …)`.
    """
    package = module.name.split(".")
    for node in module.nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.name, "", node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            up = len(package) + module.is_package - node.level if node.level else 0
            source = ".".join([*package[:up], *filter(None, [node.module])])
            yield from ((source, alias.name, node) for alias in node.names)


def own_imports(module: Module, known: Iterable[str]) -> Iterator[tuple[str, str, ast.stmt]]:
    """Yield the modules of the package that are imported, and the name taken from each."""
    names = frozenset(known)
    for source, name, node in imports(module):
        if source.partition(".")[0] == "ogdplan":
            inner = f"{source}.{name}"
            yield (inner, "", node) if inner in names else (source, name, node)


def full_names(module: Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name that is used, spelled out by the imports: `datetime.date.today`."""
    origins: dict[str, str] = {}
    for node in module.nodes:
        if isinstance(node, ast.Import):
            origins |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            origins |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
    for expression in module.nodes:
        if isinstance(expression, ast.Name | ast.Attribute) and (name := dotted(expression)):
            first, dot, rest = name.partition(".")
            yield f"{origins.get(first, first)}{dot}{rest}", expression


def dotted(expression: ast.expr) -> str:
    """Return a name or names with dots between them as they are written; "" for all else."""
    if isinstance(expression, ast.Attribute):
        above = dotted(expression.value)
        return f"{above}.{expression.attr}" if above else ""
    return expression.id if isinstance(expression, ast.Name) else ""


def is_in(name: str, place: str) -> bool:
    return name == place or name.startswith(f"{place}.")


# The checks.


def rightward_imports(module: Module) -> Iterator[str]:
    """Yield imports of a layer that stands further right."""
    for source, name, node in imports(module):
        if source.partition(".")[0] != "ogdplan":
            continue
        layer = f"{source}.{name}".split(".")[1]
        if layer not in RANKS:
            yield f"{module.at(node)}: no layer is called {layer}"
        elif RANKS[layer] > RANKS[module.layer]:
            yield f"{module.at(node)}: {module.layer} imports {layer}"
        elif module.layer == "reference" != layer:
            yield f"{module.at(node)}: reference imports {layer}"


def import_cycles(found: Iterable[Module]) -> Iterator[str]:
    """Yield each module that imports itself by way of others."""
    by_name = {module.name: module for module in found}
    graph = {
        name: {source for source, _, _ in own_imports(module, by_name)} & by_name.keys()
        for name, module in by_name.items()
    }
    for start, direct in graph.items():
        reached: set[str] = set()
        waiting = list(direct)
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting.extend(graph[name])
        if start in reached:
            yield f"{start} imports itself by way of others"


def calls_of_actions(found: Iterable[Module]) -> Iterator[str]:
    """Yield what `report` takes from `actions` that is no class: it could be called."""
    by_name = {module.name: module for module in found}
    for module in by_name.values():
        if module.layer != "report":
            continue
        for source, name, node in own_imports(module, by_name):
            if is_in(source, "ogdplan.actions") and name not in _classes(by_name.get(source)):
                yield f"{module.at(node)}: {name or source} is no class"


def _classes(module: Module | None) -> set[str]:
    body = module.tree.body if module else []
    return {node.name for node in body if isinstance(node, ast.ClassDef)}


def strangers(module: Module) -> Iterator[str]:
    """Yield uses of what belongs to other modules."""
    uses: list[tuple[str, ast.stmt | ast.expr]] = list(full_names(module))
    uses += [(f"{source}.{name}".rstrip("."), node) for source, name, node in imports(module)]
    found = {
        f"{module.at(node)}: {owned}"
        for name, node in uses
        if name.partition(".")[0] in OWNED
        for owned, owners in OWNERS.items()
        if is_in(name, owned) and not any(is_in(module.room, owner) for owner in owners)
    }
    yield from sorted(found)


def written_files(module: Module) -> Iterator[str]:
    """Yield what writes to the disk outside the rooms for it."""
    if module.room in WRITING_ROOMS:
        return
    for node in module.nodes:
        if isinstance(node, ast.Call) and (writer := _writer(node)):
            yield f"{module.at(node)}: {writer}"


def _writer(call: ast.Call) -> str | None:
    """Return the name of a call that changes the disk, None for any other call."""
    function = ast.unparse(call.func)
    name = function.rpartition(".")[2]
    # The null device is no file.
    if name in {"open", "fdopen"} and not ast.unparse(call).startswith("os.open(os.devnull,"):
        return function if _may_write(call, function) else None
    # A string is replaced by two arguments, a value by keywords, a file by one.
    moves = name == "replace" and "." in function and len(call.args) == 1 and not call.keywords
    return function if moves or name in WRITERS else None


def _may_write(call: ast.Call, function: str) -> bool:
    """Return whether a file is opened so that it can be written, or in a mode nobody knows."""
    is_method = "." in function and function.partition(".")[0] not in {"os", "io", "codecs"}
    position = 0 if is_method else 1
    given = [keyword.value for keyword in call.keywords if keyword.arg in {"mode", "flags"}]
    given += call.args[position : position + 1]
    return any(
        not isinstance(mode, ast.Constant) or bool(set("wax+") & set(str(mode.value)))
        for mode in given
    )


def prints(module: Module) -> Iterator[str]:
    """Yield calls of `print`."""
    for node in module.nodes:
        if isinstance(node, ast.Call) and dotted(node.func) in {"print", "pprint.pprint"}:
            yield f"{module.at(node)}: {dotted(node.func)}"


def broad_handlers(module: Module) -> Iterator[str]:
    """Yield where every exception is caught."""
    for node in module.nodes:
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            if {"everything", "Exception", "BaseException"} & set(caught.strip("()").split(", ")):
                yield f"{module.at(node)}: catches {caught}"


def busy_packages(module: Module) -> Iterator[str]:
    """Yield what stands in an `__init__.py` beside its docstring."""
    if module.is_package:
        for index, node in enumerate(module.tree.body):
            if index or ast.get_docstring(module.tree) is None:
                yield f"{module.at(node)}: more than a docstring"


def vague_names(module: Module) -> Iterator[str]:
    """Yield names of modules that say nothing."""
    for word in sorted(VAGUE_NAMES & set(module.name.split("."))):
        yield f"{module.name}: {word} says nothing"


def long_modules(module: Module) -> Iterator[str]:
    """Yield modules with too many lines."""
    lines = module.text.count("\n")
    if lines >= LONGEST_MODULE and module.name not in LONG_MODULES:
        yield f"{module.name}: {lines} lines"


def long_functions(module: Module) -> Iterator[str]:
    """Yield functions with too many lines, docstring and signature aside."""
    for node in module.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            if lines >= LONGEST_FUNCTION:
                yield f"{module.at(node)}: {node.name} has {lines} lines"


# The package keeps to them.


def breaches(check: Callable[[Module], Iterator[str]]) -> list[str]:
    return [breach for module in MODULES for breach in check(module)]


def test_package_is_found() -> None:
    assert {"ogdplan.errors", "ogdplan.cli.main"} <= {module.name for module in MODULES}


def test_every_module_stands_in_a_layer() -> None:
    assert {module.layer for module in MODULES} - {""} <= RANKS.keys()


@pytest.mark.parametrize(
    "check",
    [
        rightward_imports,
        strangers,
        written_files,
        prints,
        busy_packages,
        vague_names,
        long_modules,
        long_functions,
    ],
    ids=lambda check: check.__name__,
)
def test_no_module_breaks_the_rule_on(check: Callable[[Module], Iterator[str]]) -> None:
    assert breaches(check) == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert list(import_cycles(MODULES)) == []


def test_report_takes_values_from_actions_and_calls_none() -> None:
    assert list(calls_of_actions(MODULES)) == []


def test_every_exception_is_caught_in_one_place_only() -> None:
    (place,) = breaches(broad_handlers)

    assert PurePosixPath(place.partition(":")[0]) == PurePosixPath("cli/group.py")


def test_no_exception_for_length_is_left_over() -> None:
    too_long = {m.name for m in MODULES if m.text.count("\n") >= LONGEST_MODULE}

    assert LONG_MODULES.keys() <= too_long


# Each check can fail, and leaves alone what only looks alike.


def a_module(room: str, text: str) -> Module:
    is_package = room.endswith("__init__")
    name = f"ogdplan.{room}".removesuffix(".__init__")
    return Module(name, text, is_package)


@pytest.mark.parametrize(
    ("check", "room", "text", "words"),
    [
        (rightward_imports, "model.plan", "import ogdplan.report.page", "model imports report"),
        (rightward_imports, "errors", "from ogdplan import model", "errors imports model"),
        (rightward_imports, "errors", "from . import model", "errors imports model"),
        (rightward_imports, "checks.dates", "from ..cli import main", "checks imports cli"),
        (rightward_imports, "planfile.__init__", "from ..cli import x", "planfile imports cli"),
        (rightward_imports, "model.x", "def f():\n import ogdplan.cli", "model imports cli"),
        (rightward_imports, "cli.main", "from ogdplan.tools import x", "no layer is called tools"),
        (rightward_imports, "reference.sdg", "import ogdplan.errors", "reference imports errors"),
        (strangers, "report.page", "import rich.text", "rich"),
        (strangers, "report.terminals", "from rich import box", "rich"),
        (strangers, "actions.new", "from typer import echo", "typer"),
        (strangers, "actions.new", "import tomli_w as toml", "tomli_w"),
        (strangers, "checks.dates", "from pydantic import Field", "pydantic"),
        (strangers, "workspace.files", "import subprocess", "subprocess"),
        (strangers, "workspace.folder", "import tempfile", "tempfile"),
        (strangers, "actions.change", "from filelock import FileLock", "filelock"),
        (strangers, "progress.x", "from datetime import date\ndate.today()", "datetime.date.today"),
        (strangers, "x", "import datetime as d\nd.datetime.now()", "datetime.datetime.now"),
        (strangers, "workspace.x", "import os\nos.environ['A']", "os.environ"),
        (strangers, "workspace.x", "from os import getenv", "os.getenv"),
        (strangers, "workspace.x", "import os\nf = os.replace", "os.replace"),
        (strangers, "cli.x", "from urllib import request", "urllib.request"),
        (strangers, "report.x", "import importlib\nimportlib.import_module('y')", "importlib."),
        (written_files, "report.x", "path.write_text('')", "path.write_text"),
        (written_files, "report.x", "Path('a').mkdir()", "Path('a').mkdir"),
        (written_files, "workspace.x", "path.hardlink_to(other)", "path.hardlink_to"),
        (written_files, "workspace.x", "path.chmod(0o600)", "path.chmod"),
        (written_files, "report.x", "open(path, 'w')", "open"),
        (written_files, "report.x", "open(path, mode='ab')", "open"),
        (written_files, "report.x", "path.open('r+')", "path.open"),
        (written_files, "report.x", "path.open(mode)", "path.open"),
        (written_files, "report.x", "os.fdopen(3, 'w')", "os.fdopen"),
        (written_files, "report.x", "os.open(path, os.O_WRONLY)", "os.open"),
        (written_files, "report.x", "Path(old).replace(new)", "Path(old).replace"),
        (prints, "cli.x", "def f():\n    print(1)", "print"),
        (broad_handlers, "cli.x", "try: f()\nexcept Exception: pass", "catches Exception"),
        (broad_handlers, "cli.x", "try: f()\nexcept (OSError, BaseException): pass", "catches ("),
        (broad_handlers, "cli.x", "try: f()\nexcept: pass", "catches everything"),
        (busy_packages, "cli.__init__", '"""Words."""\nfrom a import b', "more than a docstring"),
        (busy_packages, "cli.__init__", "x = 1", "more than a docstring"),
        (vague_names, "cli.utils", "", "utils says nothing"),
        (vague_names, "common.dates", "", "common says nothing"),
        (long_modules, "cli.x", "\n" * LONGEST_MODULE, f"{LONGEST_MODULE} lines"),
        (long_functions, "cli.x", "def f():\n" + " g()\n" * LONGEST_FUNCTION, "f has 35 lines"),
    ],
)
def test_check_finds(
    check: Callable[[Module], Iterator[str]], room: str, text: str, words: str
) -> None:
    (breach,) = check(a_module(room, text))

    assert words in breach


@pytest.mark.parametrize(
    ("check", "room", "text"),
    [
        (rightward_imports, "cli.main", "from ogdplan.errors import OgdplanError"),
        (rightward_imports, "model.values", "from ogdplan.reference import sdg"),
        (rightward_imports, "reference.sdg", "from ogdplan.reference.tables import read_table"),
        (rightward_imports, "rules.catalogue", "from ogdplan.findings import Rule"),
        (rightward_imports, "checks.x", "import report"),
        (strangers, "cli.x", "import typer\nfrom rich.text import Text"),
        (strangers, "report.terminal.x", "from rich.text import Text"),
        (strangers, "report.x", "import richer\nimport os.path\nimport urllib.parse"),
        (strangers, "progress.x", "def f(date):\n    return date.today"),
        (written_files, "report.x", "'a'.replace('b', 'c')"),
        (written_files, "report.x", "replace(value, a=1)"),
        (written_files, "report.x", "value.replace(a=1)"),
        (written_files, "report.x", "path.open('rb'); path.open(); open(path, encoding='x')"),
        (written_files, "report.x", "os.open(os.devnull, os.O_WRONLY)"),
        *((written_files, room, "path.write_text('')") for room in WRITING_ROOMS),
        (prints, "report.x", "console.print(1)"),
        (broad_handlers, "cli.x", "try: f()\nexcept (OSError, ValueError): pass"),
        (busy_packages, "cli.__init__", '"""Words."""\n'),
        (vague_names, "report.words", ""),
        (long_modules, "cli.x", "\n" * (LONGEST_MODULE - 1)),
        (long_functions, "cli.x", 'def f():\n """A.\n\n B."""\n' + " g()\n" * 34),
    ],
)
def test_check_leaves_alone(check: Callable[[Module], Iterator[str]], room: str, text: str) -> None:
    assert list(check(a_module(room, text))) == []


def test_cycle_by_way_of_others_is_found() -> None:
    circle = [
        a_module("report.a", "from ogdplan.report import b"),
        a_module("report.b", "def late():\n    from ogdplan.report.c import x"),
        a_module("report.c", "from .a import y"),
        a_module("report.d", "from ogdplan.report import a"),
    ]

    assert [breach.partition(" ")[0] for breach in import_cycles(circle)] == [
        "ogdplan.report.a",
        "ogdplan.report.b",
        "ogdplan.report.c",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "from ogdplan.actions.survey import survey",
        "from ogdplan.actions import survey",
        "import ogdplan.actions.survey",
        "from ogdplan.actions.survey import *",
        "from ogdplan.actions.gone import Survey",
    ],
)
def test_report_that_could_call_an_action_is_found(line: str) -> None:
    action = a_module("actions.survey", "class Survey: ...\ndef survey(): ...")

    (breach,) = calls_of_actions([action, a_module("report.status", line)])

    assert breach.startswith("report/status.py:1: ")


def test_report_may_name_the_types_that_actions_give() -> None:
    action = a_module("actions.survey", "class Survey: ...\ndef survey(): ...")
    line = "from ogdplan.actions.survey import Survey"

    assert list(calls_of_actions([action, a_module("report.status", line)])) == []
