r"""Text from a plan made safe to show: whatever would steer a terminal or hide itself is seen.

A plan is written by others. A control sequence in a title could clear the screen, and an
override of the writing direction could show a reviewer another text than the file holds.
"""

import re

_BREAKS = {"\r\n": "⏎", "\n": "⏎", "\t": " "}

_HIDDEN = (
    "\\x00-\\x1f\\x7f-\\x9f"  # C0, DEL and C1 controls: terminals obey them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, overrides, isolates
    "\u2028\u2029"  # line and paragraph separator
    "\u180e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible, and no script needs them
    "\U000e0000-\U000e007f"  # tags: a second, unseen text
    "\ud800-\udfff"  # halves of surrogate pairs: paths hold them, UTF-8 cannot
)
# Zero-width joiner and non-joiner stay: Indic scripts and Persian are misspelt without them.
# So do the zero-width space and the soft hyphen, which break lines in Khmer or German.

_HIDDEN_CHARACTER = re.compile(f"[{_HIDDEN}]")
_HIDDEN_OR_BREAK = re.compile(f"\r\n|[{_HIDDEN}]")

# A workflow of GitHub obeys a line that begins with `::`, blanks aside, and `##[` anywhere.
_COMMAND_TO_GITHUB = re.compile(r"\A\s*:(?=:)|#(?=#\[)")


def visible(text: str, *, keep_newlines: bool = False) -> str:
    r"""Return the text with controls and hidden characters as escapes such as `\u202e`.

    A line break becomes `⏎` and a tab a space, so that the result is one line; with
    `keep_newlines` line breaks stay, as LF. Letters of all scripts stay as they are. Of what would
    be a command to GitHub in the log of a workflow, the first sign is shown as an escape.
    Backslashes are not doubled: the result is for reading, not for reading back.
    """
    if keep_newlines:
        return "\n".join(visible(line) for line in text.replace("\r\n", "\n").split("\n"))
    shown = _HIDDEN_OR_BREAK.sub(_shown, text)
    return _COMMAND_TO_GITHUB.sub(_with_last_escaped, shown)


def escape_hidden_in_json(text: str) -> str:
    r"""Return JSON text whose hidden characters are escaped the way JSON does: nothing is lost.

    Line feeds stay: in JSON text they stand between values only.
    """
    return _HIDDEN_CHARACTER.sub(_in_json, text)


def _shown(match: re.Match[str]) -> str:
    found = match.group()
    return _BREAKS.get(found) or _escape(ord(found))


def _with_last_escaped(match: re.Match[str]) -> str:
    found = match.group()
    return found[:-1] + _escape(ord(found[-1]))


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _in_json(match: re.Match[str]) -> str:
    found = match.group()
    if found == "\n":
        return found
    units = found.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
