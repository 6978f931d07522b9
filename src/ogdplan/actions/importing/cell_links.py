"""The address behind a cell: what it leads to is the fact, "click here" is not."""

from ogdplan.model.kinds import FieldSpec
from ogdplan.reference.plain_words import plain_words

_LISTS = ("evidence", "sources")
_ADDRESSES = ("url", "portal", "sdg_portal")
_EMPTY_WORDS = frozenset(
    (
        *("click", "click here", "here", "link", "links", "see", "see here", "see link", "view"),
        *("open", "url", "web", "website", "hyperlink", "go", "more"),
        *("aqui", "ver", "ver aqui", "ver enlace", "enlace", "vinculo", "clic aqui", "abrir"),
        *("haga clic aqui", "pulse aqui", "sitio web", "hipervinculo"),
        *(
            "ici",
            "cliquez ici",
            "cliquer ici",
            "lien",
            "voir",
            "voir ici",
            "voir le lien",
            "ouvrir",
        ),
        *("clique aqui", "veja", "veja aqui", "ver link", "acesse", "acesse aqui", "site"),
    )
)
"""What says no more than that there is a link, in four languages."""


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
    if not is_list or is_same or plain_words(text) in _EMPTY_WORDS:
        return address
    return f"{address}\n{text}"
