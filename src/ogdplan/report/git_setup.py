"""How git was set up for plans: what changed of its settings and files, and what comes next."""

import os
from collections.abc import Iterator, Sequence
from datetime import date

from ogdplan.actions.git_setup import FileChange, Installed, SettingChange, Setup
from ogdplan.report.page import Lines, Page, said
from ogdplan.report.segments import Line, Style
from ogdplan.workspace.git.attributes import DRIVER, NAME, Applied
from ogdplan.workspace.git.settings import Scope

_SCOPES = {
    Scope.LOCAL: "for this clone",
    Scope.GLOBAL: "for all your clones on this computer",
}
_ELSEWHERE = f"further down in {NAME}, in a {NAME} nearer to the plans, or in .git/info/attributes"
_LISTED = 3


def page(setup: Setup) -> Page:
    """Return a line for each thing that changed, or would."""
    lines = [*_settings_lines(setup), *_file_lines(setup)]
    return Page((Lines(tuple(lines or [said(_nothing(setup))]), indent=2),))


def document(setup: Setup, *, command: str, as_of: date) -> dict[str, object]:
    """Return what changed, or would, as JSON."""
    return {
        "schema": f"ogdplan/{command}/1",
        "as_of": as_of.isoformat(),
        "written": setup.written and setup.is_change,
        "settings": [
            {
                "scope": each.scope.value,
                "key": each.key,
                "old": each.old[-1] if each.old else None,
                "new": each.new,
            }
            for each in setup.settings
        ],
        "attributes": _file_document(setup.file) if setup.file else None,
        "notes": list(_notes(setup)),
        "warnings": list(_warnings(setup)),
    }


def aside(setup: Setup) -> Page:
    """Return what else is good to know, and what to do next."""
    lines = [said(("warning: ", Style.WARNING), words) for words in _warnings(setup)]
    lines += [said((f"note: {words}", Style.MUTED)) for words in _notes(setup)]
    if isinstance(setup, Installed) and setup.written and setup.is_change:
        lines.append(said(("next: ", Style.HELP), "ogdplan git doctor"))
    return Page((Lines(tuple(lines), indent=2),)) if lines else Page(())


def treatment(plans: Sequence[Applied]) -> str:
    """Return in words what git does with plans that it does not hand to ogdplan."""
    shown = ", ".join(
        f"{each.path} (merge={each.merge}, diff={each.diff})" for each in plans[:_LISTED]
    )
    more = len(plans) - _LISTED
    return f"{shown} and {more} more" if more > 0 else shown


def where_said(plans: Sequence[Applied]) -> str:
    """Return where to look for what makes git treat plans so."""
    if all(not each.path.endswith(".toml") for each in plans):
        return "give them names that end in .toml, in small letters"
    return f"look for a line that says so {_ELSEWHERE}"


def _settings_lines(setup: Setup) -> Iterator[Line]:
    for scope in Scope:
        for verbs, found in _by_verb(setup, scope):
            verb = verbs[0] if setup.written else verbs[1]
            keys = ", ".join(each.key for each in found)
            yield said(f"git, {_SCOPES[scope]}: {verb} ", (keys, Style.EMPHASIS))
            yield from (said(f"  it was: {old}") for each in found for old in each.old if each.new)


def _by_verb(
    setup: Setup, scope: Scope
) -> Iterator[tuple[tuple[str, str], tuple[SettingChange, ...]]]:
    changes = [each for each in setup.settings if each.scope is scope]
    groups = (
        (("set", "would set"), [each for each in changes if each.new and not each.old]),
        (("changed", "would change"), [each for each in changes if each.new and each.old]),
        (("took away", "would take away"), [each for each in changes if not each.new]),
    )
    yield from ((verbs, tuple(found)) for verbs, found in groups if found)


def _file_lines(setup: Setup) -> Iterator[Line]:
    file = setup.file
    if file is None or not file.is_change:
        return
    added = isinstance(setup, Installed)
    verb = "added" if added else "taken away"
    would = "" if setup.written else "would be "
    line = os.fsdecode(file.line)
    yield said((NAME, Style.PATH), f": {would}{verb}: ", (line, Style.EMPHASIS))
    if file.new is None:
        yield said((NAME, Style.PATH), f": {would}removed, since nothing else was in it")


def _nothing(setup: Setup) -> str:
    if isinstance(setup, Installed):
        return f"nothing to change: git was told already, {_SCOPES[setup.scope]}"
    return "nothing to change: git was not told to use ogdplan"


def _notes(setup: Setup) -> Iterator[str]:
    if not isinstance(setup, Installed):
        if setup.stays:
            yield f"the line in {NAME} stays: git is told of ogdplan {_SCOPES[setup.stays]}"
        elif setup.file and setup.file.is_change and setup.is_shared:
            yield f"others share {NAME}: commit it only if nobody merges with ogdplan any more"
        return
    if setup.file is None:
        yield f"the plans are declared in {NAME} when you install in their repository"
    elif setup.file.is_change or not setup.is_shared:
        yield f"commit {NAME}, so that all clones have it: git add {NAME}"
    if setup.scope is Scope.LOCAL:
        yield "settings are not shared: each clone runs `ogdplan git install` once"


def _warnings(setup: Setup) -> Iterator[str]:
    if not isinstance(setup, Installed):
        return
    if setup.is_hidden:
        command = "`ogdplan git uninstall --local`"
        yield f"this clone has settings of its own, and they count here; {command} removes them"
    if setup.otherwise:
        what = f"git does not use {DRIVER} for {treatment(setup.otherwise)}"
        yield f"{what}; {where_said(setup.otherwise)}"


def _file_document(file: FileChange) -> dict[str, object]:
    return {
        "path": NAME,
        "line": os.fsdecode(file.line),
        "changed": file.is_change,
        "removed": file.old is not None and file.new is None,
    }
