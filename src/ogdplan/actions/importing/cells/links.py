"""The address behind a cell: what it leads to is the fact, "click here" is not."""

import re

from ogdplan.model.kinds import FieldSpec
from ogdplan.model.values import is_url
from ogdplan.reference.plain_words import plain_words

_LISTS = ("evidence", "sources")
_ADDRESSES = ("url", "portal", "sdg_portal")
_EMPTY_WORDS = frozenset(
    (
        *("click", "here", "link", "links", "see", "view", "open", "url", "web", "website"),
        *("hyperlink", "go", "more", "source", "sources", "evidence", "available", "at", "the"),
        *("and", "or", "aqui", "ver", "enlace", "vinculo", "clic", "abrir", "haga", "pulse"),
        *("sitio", "hipervinculo", "fuente", "fuentes", "evidencia", "disponible", "en", "el"),
        *("y", "o", "ici", "cliquez", "cliquer", "lien", "liens", "voir", "le", "ouvrir", "et"),
        *("preuve", "sur", "ou", "clique", "veja", "acesse", "site", "fonte"),
        *("fontes", "disponivel", "em", "e"),
    )
)
"""Words that say no more than that there is a link, in four languages."""

_URL = re.compile(r"https?://[^\s<>\"\]|]+")
_BULLET = re.compile(r"^\s*(?:[-*•·–—]|\d+[.)])\s+")
_HOLLOW = re.compile(r"\(\s*\)|\[\s*\]|<\s*>")
_IN_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:)])|[,;:]\s*(?=[,;:.])")
_EDGES = " \t,;:|-–—"
_LONGEST_COUNT = 2


def is_bare_address(text: str) -> bool:
    """Return whether a text is an address on the web that lacks its https://."""
    return re.fullmatch(r"www\.[^\s.]+\.\S+", text, re.IGNORECASE) is not None


def addresses_apart(line: str) -> list[str]:
    """Return the addresses of a line that has nothing else, or else the line as it is."""
    parts = re.split(r"[;,]?\s+", line.strip())
    return parts if all(map(is_url, parts)) else [line]


def entries_of(line: str) -> list[str]:
    """Return the web addresses in a line, and behind them the words that say more than a link.

    A line without an address is its own words, without its bullet.
    """
    bare = _BULLET.sub("", line)
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        address = _whole(match[0])
        found.append(address)
        return match[0].removeprefix(address)

    rest = _URL.sub(taken, bare.replace("](", "] ("))
    if not found:
        return [bare]
    words = _IN_BRACKETS.sub(r"\1", _HOLLOW.sub("", rest))
    words = " ".join(_BEFORE_MARK.sub("", words).split()).strip(_EDGES)
    return [*found, words] if _says_more(words) else found


def _says_more(words: str) -> bool:
    """Return whether words say more than that there is a link; "Link 2" does not."""
    return any(
        word not in _EMPTY_WORDS and not (word.isdecimal() and len(word) <= _LONGEST_COUNT)
        for word in plain_words(words).split()
    )


def _whole(address: str) -> str:
    """Return an address without what ends the sentence or bracket that it stands in."""
    bare = address.rstrip(".,;:")
    return bare if "(" in bare else bare.rstrip(").,;:")


def with_address(spec: FieldSpec, text: str, address: str) -> str:
    """Return the text of a cell with the address that it leads to, where the field wants one.

    Words that say more are an entry of their own. An address that someone typed stands: a
    spreadsheet keeps the link of what stood in the cell before.
    """
    is_list = spec.name in _LISTS
    is_web = address.lower().startswith(("http://", "https://"))
    if not (is_list or spec.name in _ADDRESSES) or not is_web or "://" in text:
        return text
    is_same = address.rstrip("/").lower().endswith(text.rstrip("/").lower())
    if not is_list or is_same or not _says_more(text):
        return address
    return f"{address}\n{text}"
