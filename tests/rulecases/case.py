"""How a rule is shown by example: a plan in which it fires, and one in which it just does not."""

from dataclasses import dataclass, field
from datetime import date

PREAMBLE = """\
format = 1

[plan]
title = "Open data plan"
country = "NPL"
start = "2017"
end = "2018"
lead = "office"

[[institutions]]
id = "office"
name = "Office of Open Data"
sector = "government"

"""
"""Stands before a case that brings no `format` of its own; it has no finding but advice."""


@dataclass(frozen=True)
class Case:
    """One rule by example.

    `fires` is TOML in which the value that the finding points at stands between ⟦ and ⟧;
    `near_miss` the same, changed just so far that the rule is content. Where `format` is not
    in the text the preamble is put before it. `message` and `help` are what the finding says,
    None for any. `others` are further plans by plan id, for rules that look at several.
    """

    rule: str
    fires: str
    near_miss: str
    message: str | None = None
    help: str | None = None
    record: str | None = None
    as_of: date = date(2018, 1, 31)
    others: dict[str, str] = field(default_factory=dict)
    before: str | None = None


def whole(text: str) -> str:
    """Return the text of a case as a whole plan file, marks included."""
    return text if "format" in text else PREAMBLE + text


def marked(text: str) -> tuple[str, int, int, int]:
    """Return a text without its marks, and the line, column and width of what they enclose.

    A marked stretch over several lines has the width of its part on the first.
    """
    before, _, rest = text.partition("⟦")
    meant, _, after = rest.partition("⟧")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return before + meant + after, line, column, len(meant.partition("\n")[0])
