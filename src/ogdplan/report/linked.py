"""Lines in Markdown in which a web address can be a real link, and nothing else."""

import re

from ogdplan.report.markdown_text import escaped
from ogdplan.report.segments import Line, Segment, Style

_SAFE = re.compile(
    r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][A-Za-z0-9/?#%&=+.,:;~_@!$'()*\[\]-]*)?"
)
"""An address without a blank, a bracket of HTML, another script, or a name before its host."""


def bullet(line: Line) -> str:
    """Return a line as a bullet; addresses in the style of a link lead where they say."""
    return f"- {''.join(map(_part, line)).strip()}"


def _part(segment: Segment) -> str:
    is_link = segment.style is Style.LINK and _SAFE.fullmatch(segment.text)
    return f"<{segment.text}>" if is_link else escaped(segment.text)


def link(words: str, address: str) -> str:
    """Return words, already in Markdown, as a link to a web address; else the words alone."""
    return f"[{words}](<{address}>)" if _SAFE.fullmatch(address) else words
