"""Photograph the page of a report in Chromium, for the README.

    python scripts/make_page_picture.py [FILE]

It needs the extra `browser` and Chromium; OGDPLAN_CHROMIUM names one that is not found by itself.
Run it when the page looks otherwise: no test compares pixels.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMAND = ("report", "panama", "--as-of", "2018-01-31", "--format", "html")
ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs" / "pictures" / "report.png"


def photograph(page: Path, picture: Path) -> None:
    """Write the top of a page as PNG."""
    chromium = os.environ.get("OGDPLAN_CHROMIUM") or shutil.which("chromium")
    # Root cannot have the sandbox that everyone else's Chromium needs.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=as_root)
        tab = browser.new_page(viewport={"width": 1000, "height": 1180})
        tab.goto(page.as_uri())
        tab.screenshot(path=picture)
        browser.close()


def main() -> None:
    """Read the options, make the page, and photograph it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    file: Path = parser.parse_args().file
    program = Path(sys.executable).with_name("ogdplan")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        subprocess.run([program, *COMMAND, "--output", page], cwd=ROOT, check=True)
        photograph(page, file)


if __name__ == "__main__":
    main()
