"""Plans whose every text is hostile, and what must never be seen of them."""

import re
from collections.abc import Sequence
from pathlib import Path

from cli.asking import Answer, write_plan
from toml_text import as_toml

CONTROLS = (
    "\x1b[2J\x1b[31mred\x1b[0m",  # clears the screen, and paints
    "\x1b]0;title\x07\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",  # OSC: title, link
    "\x9b31m\x9d0;title\x9c",  # the same in one byte each
    "\x08\x08\x08\x7f\x00\x0b\x0c",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200ey\u200f \u061cz",
    "\u2028line\u2029paragraph\x85next",
    "\ufeff\u2060\U000e0041hidden",
)
"""What steers a terminal, turns the writing or hides itself."""

MARKUP = (
    "[bold]x[/bold]",
    "[/x]",
    "[/]",
    "[link=https://evil.example]x[/link]",
    "[@click=app.quit]x[/]",
    ":smile:",
)
"""What Rich would take for markup."""

TEXT = " ".join((*CONTROLS, *MARKUP)) + "\r\nsecond\tline"
"""All of it in one text."""

_SEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
_OWN_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def steering(text: str) -> list[str]:
    """Return the characters of an output that steer or hide; line feeds are none."""
    return _SEEN.findall(text)


def uncoloured(text: str) -> str:
    """Return what a terminal was sent without the colours that the program chose itself."""
    return _OWN_COLOUR.sub("", text)


def check_calm(answer: Answer, *, codes: Sequence[int] = (0, 1)) -> None:
    """Check that a command has ended as it should and wrote nothing that steers."""
    assert answer.code in codes, answer.err
    assert "Traceback" not in answer.out + answer.err
    assert "bug:" not in answer.err
    assert (steering(answer.out), steering(answer.err)) == ([], [])


def records(text: str) -> str:
    """Return records of a plan, as TOML, with a text wherever one may stand."""
    q = as_toml(text)
    return f"""
[[institutions]]
id = "club"
name = {q}
acronym = {q}
sector = "civil-society"
contact = {q}

[[instruments]]
id = "act"
title = {q}
kind = "law"

[[commitments]]
id = "supply"
number = {q}
title.en = {q}
title.es = {q}
policy_areas = [{q}]

[[milestones]]
id = "portal"
number = {q}
title = {q}
note = {q}
lead = "club"
due = "2017-03"
due_text = {q}
commitment = "supply"
evidence = [{q}, "https://data.example/portal"]

[[milestones]]
id = "later"
title = {q}
lead = "club"
due = "2018-06"

[[updates]]
id = "news"
about = "portal"
on = 2017-05-01
text = {q}
due_from = "2017-02"
due_to = "2017-03"

[[challenges]]
id = "paper"
title = {q}
category = "other"
affects = ["portal"]

[[lessons]]
id = "ask"
title = {q}
description = {q}
category = "other"

[[next_steps]]
id = "go-on"
title = {q}
due = "2017-07"

[[datasets]]
id = "budget"
title = {q}
formats = [{q}]
planned = "2017-02"

[[indicators]]
id = "reach"
title = {q}
level = "output"
unit = {q}
target = -5

[[measurements]]
id = "first"
indicator = "reach"
on = 2017-05-01
value = -3

[[events]]
id = "talk"
title = {q}
kind = "workshop"
start = "2017"
place = {q}
ratings = {{{q} = 3}}

[[resources]]
id = "guide"
title = {q}
kind = "guideline"
url = "https://data.example/guide"

[[assessments]]
id = "irm"
framework = "irm"
criterion = {q}
rating = {q}
note = {q}

[[accepted]]
rule = "no-training"
reason = {q}
"""


def hostile_plan(folder: Path, plan_id: str, text: str = TEXT) -> Path:
    """Write a plan that is right and has a text wherever one may stand, in a comment too."""
    # A comment may not hold the controls that TOML forbids; those above U+007F it may.
    comment = re.sub("[\x00-\x1f\x7f]+", " ", text)
    q = as_toml(text)
    return write_plan(
        folder, plan_id, f"# {comment}\n{records(text)}", title=q, number=q, summary=q
    )


def wrong_plan(folder: Path, plan_id: str, text: str = TEXT) -> Path:
    """Write a plan with a text wherever it is an error."""
    q = as_toml(text)
    wrong = f"status = {q}\n{q} = 3\nnote = {{{q} = {q}}}\ndepends_on = [{q}]\n[[{q}]]\nid = {q}\n"
    accepted = f'[[accepted]]\nrule = {q}\nabout = {q}\nreason = "x"\n'
    updates = f"[[updates]]\nid = {q}\nperiod = {q}\n"
    work = '[[milestones]]\nid = "portal"\ntitle = "A portal"\n'
    return write_plan(folder, plan_id, f"{work}{wrong}{updates}{accepted}")
