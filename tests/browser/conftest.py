"""Pages in a real browser: Chromium without a window and without a network.

The tests are skipped, with the reason, where Chromium, playwright or axe-core is missing. The
environment variable OGDPLAN_CHROMIUM names another Chromium.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_ARGUMENTS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Chromium of a user without rights needs its sandbox; root cannot have it.
_AS_ROOT = ("--no-sandbox",)


def chromium() -> str | None:
    """Return where Chromium is, None for nowhere."""
    named = os.environ.get("OGDPLAN_CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Return Chromium, started once."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is missing: .[browser]")
    pytest.importorskip("axe_playwright_python", reason="axe-core is missing: .[browser]")
    path = chromium()
    if path is None:
        pytest.skip("Chromium is missing: install it, or name it in OGDPLAN_CHROMIUM")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*_ARGUMENTS, *(_AS_ROOT if is_root else ())]
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for pages."""
    return tmp_path_factory.mktemp("reports")
