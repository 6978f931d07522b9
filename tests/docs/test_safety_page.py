"""docs/safety.md: each promise has tests that name it, and each module of them a promise."""

import ast
import re
from pathlib import Path

from console_examples import ROOT

PAGE = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
PROMISES = re.findall(r'^- <a id="([a-z-]+)"></a>\*\*', PAGE, re.MULTILINE)
TESTS = ROOT / "tests" / "safety"

_NAMED = re.compile(r"docs/safety\.md#([a-z-]+)")


def named_by(module: Path) -> list[str]:
    """Return the promises that the first lines of a module of tests name."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert any(isinstance(node, ast.FunctionDef) for node in tree.body)
    return _NAMED.findall(ast.get_docstring(tree) or "")


def test_each_promise_has_tests_that_name_it() -> None:
    named = [name for module in TESTS.glob("test_*.py") for name in named_by(module)]

    assert len(PROMISES) > 10
    assert sorted(named) == sorted(PROMISES)


def test_table_of_the_tests_has_each_promise_once() -> None:
    table = (TESTS / "README.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| .* \| \[[a-z-]+\]\(\.\./\.\./docs/safety\.md#([a-z-]+)\) \|", table, re.MULTILINE
    )
    modules = re.findall(r"`(test_\w+\.py)` \|$", table, re.MULTILINE)

    assert set(rows) == set(PROMISES)
    assert {module for module in modules if not (TESTS / module).is_file()} == set()
    assert {path.name for path in TESTS.glob("test_*.py")} == set(modules)


def test_modules_that_the_page_names_exist() -> None:
    for name in re.findall(r"`((?:report|workspace)/[\w/]+\.py)`", PAGE):
        assert (ROOT / "src" / "ogdplan" / name).is_file(), name
