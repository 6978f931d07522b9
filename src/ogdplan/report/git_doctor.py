"""How git handles the plans here: a list of what is right, what is not, and what to do."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, assert_never

from ogdplan.actions.git_doctor import (
    Configured,
    Declared,
    Examination,
    Fires,
    NamesRecords,
    Program,
    Settled,
    State,
)
from ogdplan.report.git_setup import treatment, where_said
from ogdplan.report.page import Heading, Lines, Page, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.view import View
from ogdplan.report.words import counted
from ogdplan.workspace.git.attributes import NAME

Check = Declared | Configured | Program | Fires | NamesRecords | Settled

INSTALL = "run: ogdplan git install"
_SITES = (
    "the merge buttons of GitHub, GitLab and other sites do not: they merge line by line; "
    "where they see a conflict, merge on your computer and push"
)
NOTES = (
    "git rebase, cherry-pick, revert and stash merge plans as git merge does",
    _SITES,
    "settings are not shared: each clone needs `ogdplan git install` once",
)
_NOT_SHARED = f"{NAME} is not committed as it is now: other clones do not have it"

_MARKS = {
    State.RIGHT: ("✔", Style.GOOD),
    State.WRONG: ("✘", Style.LATE),
    State.UNTRIED: ("–", Style.GONE),
}
_LONGEST_ANSWER = 60


class _Words(NamedTuple):
    """What is said of a check: its name, how it is, and what to do about it."""

    name: str
    message: str
    help: str | None = None


def view(found: Examination, *, as_of: date) -> View:
    """Return what was looked at, for people and for programs."""
    rows = [(check, _words(check)) for check in found.checks]
    lines = tuple(line for check, words in rows for line in _lines(check, words))
    notes = tuple(said(note) for note in _notes(found))
    blocks = (
        Heading("Does git merge the plans here with ogdplan?", 1),
        Lines(lines, indent=2),
        Heading("Good to know"),
        Lines(notes, indent=2),
    )
    return View(Page(blocks), _document(found, rows, as_of))


def _document(
    found: Examination, rows: Sequence[tuple[Check, _Words]], as_of: date
) -> dict[str, object]:
    return {
        "schema": "ogdplan/git-doctor/1",
        "as_of": as_of.isoformat(),
        "git": found.git_version,
        "right": found.is_right,
        "checks": [
            {
                "check": words.name,
                "state": check.state.value,
                "message": words.message,
                "help": words.help,
            }
            for check, words in rows
        ],
        "notes": list(_notes(found)),
    }


def _lines(check: Check, words: _Words) -> Iterator[Line]:
    mark, style = _MARKS[check.state]
    yield said((mark, style), f" {words.name}: {words.message}")
    if words.help:
        yield said(("  hint: ", Style.HELP), words.help)


def _notes(found: Examination) -> Iterator[str]:
    yield from NOTES
    if not found.is_shared:
        yield _NOT_SHARED
    for path in found.submodules:
        yield f"{path} is a submodule: its plans are merged in it, and it needs an install too"
    yield f"this is git {found.git_version}"


def _words(check: Check) -> _Words:
    match check:
        case Declared():
            return _declared(check)
        case Configured():
            return _configured(check)
        case Program():
            return _program(check)
        case Fires():
            return _fires(check)
        case NamesRecords(is_told):
            what = "names the record in which a line changed" if is_told else "names no records"
            return _Words("differences", f"git diff {what}", None if is_told else INSTALL)
        case Settled():
            return _settled(check)
        case _:
            assert_never(check)


def _declared(check: Declared) -> _Words:
    if not check.otherwise:
        return _Words("attributes", "they leave all plans to ogdplan")
    if all(each.merge == each.diff == "unspecified" for each in check.plans):
        return _Words("attributes", f"no line in {NAME} leaves plans to ogdplan", INSTALL)
    what = f"they leave these to something else: {treatment(check.otherwise)}"
    return _Words("attributes", what, where_said(check.otherwise))


def _configured(check: Configured) -> _Words:
    if check.driver is None:
        return _Words("driver", "git was not told how to merge plans", INSTALL)
    return _Words("driver", "git was told how to merge plans")


def _program(check: Program) -> _Words:
    name = "program"
    if check.words is None:
        return _Words(name, "not looked at, since there is no driver")
    if not check.words:
        return _Words(name, "the driver is another than the one ogdplan sets", INSTALL)
    if check.answer is None:
        return _Words(name, f"it does not start: {' '.join(check.words)}", INSTALL)
    if check.answer != check.version:
        what = f"it says it is {check.answer[:_LONGEST_ANSWER]}, and this is {check.version}"
        return _Words(name, what, INSTALL)
    return _Words(name, f"it is there, and this version: {check.version}")


def _fires(check: Fires) -> _Words:
    name = "trial"
    if check.trial is None:
        return _Words(name, "not tried, since there is no driver that starts")
    if check.trial.fires:
        return _Words(name, "a real merge kept both of two changes side by side")
    again = f"{INSTALL}; should it fail again, please report it with what is printed here"
    return _Words(name, f"a real merge failed: {check.trial.words}", again)


def _settled(check: Settled) -> _Words:
    name = "conflicts"
    paths = sorted({*check.unmerged, *check.conflicts})
    if not paths:
        return _Words(name, "no plan has an unresolved merge")
    where = ", ".join(_unsettled(check, path) for path in paths)
    fix = "`ogdplan check` shows the lines; settle them, then git add and git commit"
    return _Words(name, f"a merge is unresolved in {where}", fix)


def _unsettled(check: Settled, path: str) -> str:
    number = check.conflicts.get(path, 0)
    return f"{path} ({counted(number, 'conflict', 'conflicts')})" if number else path
