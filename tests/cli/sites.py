"""Sites as a browser takes them: their files, their links, and what shows that one was written."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class Page(HTMLParser):
    """A page: where its links lead, which ids it has, and what is read of it."""

    text: str
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        found = dict(attrs)
        self.ids += [value for value in [found.get("id")] if value]
        self.links += [value for name in ("href", "src") if (value := found.get(name))]

    def handle_data(self, data: str) -> None:
        self.words += data


def texts(site: Path) -> dict[str, str]:
    """Return the texts of all files of a site, by their names; of its manifest too."""
    found = (path for path in site.rglob("*") if path.is_file())
    return {each.relative_to(site).as_posix(): each.read_bytes().decode() for each in found}


def names(site: Path) -> set[str]:
    """Return the names of the files of a site, apart from its manifest."""
    return {name for name in texts(site) if not name.startswith(".")}


def pages(site: Path) -> dict[str, Page]:
    """Return the pages of a site by their names."""
    return {name: Page(text) for name, text in texts(site).items() if name.endswith(".html")}


def traces(site: Path) -> dict[str, tuple[int, int]]:
    """Return of each file what shows that it was written: its inode and its time."""
    return {
        path.relative_to(site).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in site.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def touched(site: Path, before: dict[str, tuple[int, int]]) -> set[str]:
    """Return the files that were written, made or removed since."""
    after = traces(site)
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def broken_links(site: Path) -> list[str]:
    """Return each link within a site that leads to no file, or to no place in its page."""
    found = pages(site)
    broken = []
    for name, page in found.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (site / name).parent / unquote(parts.path) if parts.path else site / name
            inside = target.resolve().relative_to(site.resolve()).as_posix()
            has_place = not parts.fragment or parts.fragment in found[inside].ids
            if link.startswith("/") or not target.is_file() or not has_place:
                broken.append(f"{name}: {link}")
    return broken
