"""Text in Markdown: every character stands for itself."""

import re

from ogdplan.report.safety import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&@])")
_BULLET_OR_RULE = re.compile(r"^(\s*)([-=])(?=[-=\s]|$)")
_NUMBERED = re.compile(r"^(\s*\d+)\.(?=\s|$)")


def escaped(text: str) -> str:
    """Return text so that Markdown shows it as it is: no markup, no HTML, no link."""
    safe = _SPECIAL.sub(r"\\\1", visible(text))
    safe = safe.replace("://", ":\\//").replace("www.", "www\\.")
    return _NUMBERED.sub(r"\1\\.", _BULLET_OR_RULE.sub(r"\1\\\2", safe))
