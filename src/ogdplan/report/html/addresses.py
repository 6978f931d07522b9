"""Which texts may become links: whatever else a plan holds stays text."""

import re

_WEB = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:[/?#][A-Za-z0-9/?#%&=+.,:;~_@!$'()*\[\]-]*)?"
)
"""No name or password before the host, no blank, no quote, no letter of another script."""

_WITHIN_A_SITE = re.compile(r"(?:\.\./)*[A-Za-z0-9_][A-Za-z0-9_./-]*(?:#[A-Za-z0-9_-]*)?|#[\w-]+")


def web_address(text: str) -> str:
    """Return the text where it is the address of a web page, else ""."""
    return text if _WEB.fullmatch(text) else ""


def address(href: str) -> str:
    """Return where our own link may lead: a web page, or a file beside this one; else ""."""
    return href if _WEB.fullmatch(href) or _WITHIN_A_SITE.fullmatch(href) else ""
