"""A page that is open in the browser, and all that it did."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The rules of axe-core that a page has to keep: WCAG 2.2, levels A and AA, and good practice."""

WIDE, PHONE = (1280, 900), (390, 844)

NARROW = (320, 844)
"""The width at which WCAG 2.2 (1.4.10, reflow) wants pages read without scrolling sideways."""

Scheme = Literal["light", "dark"]


@dataclass
class Opened:
    """A page with the requests it made, what it wrote to the console, and its dialogs."""

    page: "Page"
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def dismiss(self, dialog: "Dialog") -> None:
        """Close a dialog, and remember it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the window."""
        script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(script))

    def violations(self) -> list[str]:
        """Return what axe-core finds against the page, each with the element."""
        from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - may be missing

        options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": list(TAGS)}}
        found = Axe().run(self.page, options=options).response["violations"]
        return [
            f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
            for rule in found
            for node in rule["nodes"]
        ]


@contextmanager
def opened(
    browser: "Browser", path: Path, size: tuple[int, int] = WIDE, scheme: Scheme = "light"
) -> Iterator[Opened]:
    """Open a file in a window of this size, by light or by dark."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = Opened(page)
    page.on("request", lambda request: found.requests.append(request.url))
    page.on("console", lambda message: found.complaints.append(message.text))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("dialog", found.dismiss)
    page.goto(path.as_uri())
    yield found
    context.close()
