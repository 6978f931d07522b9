"""Every command, as someone would type it in a repository with the plan `nepal`."""

import csv
import shutil
from pathlib import Path

from cli.asking import AS_OF, write_plan
from repositories import Repo
from safety.hostile import TEXT, hostile_plan

DAY = ("--as-of", AS_OF)

KINDS = (
    *("institution", "instrument", "commitment", "milestone", "update", "challenge", "lesson"),
    *("next-step", "dataset", "indicator", "measurement", "event", "resource", "assessment"),
)

_SHOWN = {
    "institution": "club",
    "instrument": "act",
    "commitment": "supply",
    "milestone": "portal",
    "update": "news",
    "challenge": "paper",
    "lesson": "ask",
    "next-step": "go-on",
    "dataset": "budget",
    "indicator": "reach",
    "measurement": "first",
    "event": "talk",
    "resource": "guide",
    "assessment": "irm",
}

TABLES = (
    ("status",),
    ("agenda", "--within", "900d"),
    ("agenda", "--reports"),
    ("find", "x"),
    ("trend", "--from-git"),
    ("trend", "nepal"),
    ("report", "nepal"),
    *((kind, "list") for kind in KINDS),
)
"""Commands that have every voice of a table."""

PAGES = (
    ("show", "nepal"),
    ("show", "nepal", "portal"),
    ("log", "nepal"),
    ("log", "nepal", "--record", "portal"),
    ("diff", "start"),
    ("diff", "start", "--stat"),
    ("report", "nepal", "--since", "start"),
    *((kind, "show", "nepal", name) for kind, name in _SHOWN.items()),
)
"""Commands whose page there is as JSON and Markdown too."""

MARKDOWN = tuple((*words, "--format", "markdown") for words in (*TABLES, *PAGES))

CSV = tuple((*words, "--format", "csv") for words in TABLES)

CHECKS = tuple(
    ("check", "--all", "--advice", *since, "--format", voice)
    for voice in ("text", "json", "github", "sarif")
    for since in ((), ("--since", "start"))
)

HTML = (
    ("report", "nepal", "--format", "html"),
    ("report", "--all", "--since", "start", "--lang", "ar", "--format", "html"),
    ("report", "nepal", "--one-page", "--format", "html"),
)
"""Commands that make a page for browsers."""

READING = (
    *TABLES,
    *PAGES,
    *MARKDOWN,
    *CSV,
    *((*words, "--format", "json") for words in (*TABLES, *PAGES)),
    *HTML,
    *CHECKS,
    ("report", "nepal", "--one-page"),
    ("site", "--dry-run"),
    ("diff", "start", "--unified"),
    ("diff", "start", "--unified", "--format", "markdown"),
    ("diff", "start", "--format", "github"),
    ("check", "--since", "start", "--new-only"),
    ("fmt", "--check"),
    ("catalogue", "dimension"),
    ("explain", "overdue"),
    ("schema",),
    ("git", "doctor"),
)
"""Commands that only read."""

EDITING = (
    ("milestone", "add", "nepal", TEXT, "--due", "2018-12"),
    ("milestone", "set", "nepal", "later", "--note", TEXT),
    ("milestone", "rename", "nepal", "later", "later-on"),
    ("milestone", "remove", "nepal", "later"),
    ("milestone", "start", "nepal", "later", "--on", "2017-06-01"),
    ("milestone", "complete", "nepal", "later", "--on", "2017-06-01", "--evidence", TEXT),
    ("milestone", "withdraw", "nepal", "later", "--reason", TEXT),
    ("milestone", "reschedule", "nepal", "later", "--due", "2019", "--reason", TEXT),
    ("milestone", "report", "nepal", "later", "--text", TEXT),
    ("challenge", "resolve", "nepal", "paper"),
    ("next-step", "done", "nepal", "go-on"),
    ("next-step", "promote", "nepal", "go-on"),
    ("measurement", "add", "nepal", "reach", "-4", "--on", "2017-07-01"),
    ("plan", "set", "nepal", "--title", TEXT + "!"),
    ("accept", "nepal", "overdue", "portal", "--reason", TEXT),
    ("fmt", "nepal"),
    ("edit", "nepal"),
)
"""Commands that change the plan; each takes `--dry-run`."""

OTHERS = (
    ("new", "Kenya", "--title", TEXT, "--lead", TEXT, "--start", "2027", "--end", "2028"),
    ("merge", "base.toml", "plans/nepal.toml", "theirs.toml"),
    ("import", "nepal", "table.csv", "--as", "milestones"),
    ("site", "--output", "site"),
    ("export", "--to", "plans.json"),
    ("export", "--to", "plans.ics"),
    ("export", "--to", "plans.sqlite"),
    ("export", "nepal", "--to", "nepal.xlsx"),
    ("export", "nepal", "--to", "nepal.ods"),
    ("export", "--as", "milestones", "--to", "milestones.csv"),
    ("export", "nepal", "--template", "updates", "--lead", "club", "--to", "form.xlsx"),
    ("git", "install"),
    ("git", "uninstall"),
)
"""Commands that write something else than one plan that is there."""


CELL = "=cmd() [bold]x[/x] \x1b[31m \u202e <b>y</b>"
"""Words of a table; with all of `TEXT` it would be no text, and nobody could say its columns."""


def hostile_history(repo: Repo) -> Path:
    """Fill a repository with a hostile plan and its history, and return the plan.

    The tag `start` names the first commit; the last version is not committed. Beside the plans
    lie the files of a merge, a broken plan, and a table.
    """
    plan = hostile_plan(repo.root / "plans", "nepal", "before " + TEXT)
    shutil.copy(plan, repo.root / "base.toml")
    repo.commit(TEXT.replace("\0", ""), day="2017-01-15")
    repo.git("tag", "start")
    hostile_plan(repo.root / "plans", "nepal")
    repo.git("config", "user.name", "\u202eSomeone \x1b[31m")
    repo.commit("\x1b]0;title\x07 [bold]x[/x] \u202e", day="2017-02-15")
    hostile_plan(repo.root / "plans", "nepal", TEXT + " now")
    hostile_plan(repo.root, "theirs", TEXT + " theirs")
    with (repo.root / "table.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Title", "Lead", CELL), (f"{CELL} new", CELL, "x")])
    write_plan(repo.root / "plans", "brazil/saude", country='"BRA"', kind='"agency"')
    return plan
