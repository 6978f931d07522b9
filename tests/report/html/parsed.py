"""HTML read strictly: every element is closed where it should be, or the test fails."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "base", "embed", "source"})
_SELF_CLOSED = frozenset({"rect", "line", "path", "circle"})


@dataclass
class Element:
    """An element with what is in it, texts too."""

    name: str
    attributes: dict[str, str | None]
    children: "list[Element | str]" = field(default_factory=list)

    def __getitem__(self, name: str) -> str | None:
        return self.attributes.get(name)

    @property
    def text(self) -> str:
        """Return all text in it, blanks and line breaks as one blank."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()

    def all(self, *names: str) -> "Iterator[Element]":
        """Yield the elements in it of these names, all for none, in the order of the file."""
        for child in self.children:
            if isinstance(child, Element):
                if not names or child.name in names:
                    yield child
                yield from child.all(*names)

    def one(self, name: str, **attributes: str) -> "Element":
        """Return the only element of this name with these attributes."""
        (found,) = (
            each
            for each in self.all(name)
            if all(each[key.rstrip("_")] == value for key, value in attributes.items())
        )
        return found

    def rows(self) -> list[list[str]]:
        """Return the cells of a table, row by row, heads and foot too."""
        return [[cell.text for cell in row.all("th", "td")] for row in self.all("tr")]


class _Strict(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]
        self.declarations: list[str] = []

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"{tag} has an attribute twice: {names}"
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _SELF_CLOSED, f"{tag} closes itself"
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(html: str) -> Element:
    """Return the document; fail for what is not balanced."""
    parser = _Strict()
    parser.feed(html)
    parser.close()
    assert [each.name for each in parser.open] == [""], "something is not closed"
    assert parser.declarations == ["DOCTYPE html"]
    return parser.open[0]
