"""A plan edited by hand: on a draft, which takes its place only where it brings no new error."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from ogdplan.actions.errors_found import brought, errors_of
from ogdplan.actions.library import Selection
from ogdplan.compare.changes import Change, between
from ogdplan.errors import FileError, OgdplanError
from ogdplan.findings import Finding
from ogdplan.planfile.reading import as_text, read
from ogdplan.workspace import editor
from ogdplan.workspace.files import replace_plan
from ogdplan.workspace.folder import PlanPath, PlansFolder, Unreadable, read_plan
from ogdplan.workspace.locks import locked


class Answer(Enum):
    """What someone wants to do with a draft that has errors."""

    REOPEN = auto()
    KEEP = auto()
    GIVE_UP = auto()


Decide = Callable[[tuple[Finding, ...]], Answer]
"""Asks what to do about the errors that a draft has brought."""


class NewErrorsError(OgdplanError):
    """A draft has errors that the plan did not have."""

    def __init__(self, place: PlanPath, findings: Sequence[Finding]) -> None:
        number = "a new error" if len(findings) == 1 else f"{len(findings)} new errors"
        first = f"line {findings[0].line}: {findings[0].message}"
        super().__init__(f"{place.shown} stays as it was: the draft has {number}, {first}")


class DraftKeptError(OgdplanError):
    """Something went wrong, and what someone wrote is kept."""

    def __init__(self, why: OgdplanError, draft: Path) -> None:
        advice = f"{why.hint}; " if why.hint else ""
        super().__init__(
            why.message, hint=f"{advice}what you wrote is in {draft}, copy it from there"
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan that is to be edited, and what its file held then."""

    place: PlanPath
    folder: PlansFolder | None
    content: bytes


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of a plan: its content before and after, the same where nothing changed.

    `errors` counts those that the plan had before and still has.
    """

    place: PlanPath
    before: bytes
    after: bytes
    errors: int = 0

    @property
    def is_changed(self) -> bool:
        """Whether the plan is another one than before."""
        return self.before != self.after

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what changed in the plan; nothing where a file is none."""
        before, after = read(self.before), read(self.after)
        old, new = before.plan or before.draft, after.plan or after.draft
        return between(old, new, plan_id=self.place.plan_id) if old and new else ()

    @property
    def texts(self) -> tuple[str, str]:
        """Return the text before and after, without a byte-order mark."""
        return as_text(self.before), as_text(self.after)


def open_plan(selection: Selection) -> Opened:
    """Return the one plan of a selection as it is now; raises FileError when it cannot be read."""
    (place,) = selection.paths
    content = read_plan(selection.folder, place)
    if isinstance(content, Unreadable):
        raise FileError("read", place.shown, content.message, hint=content.help)
    return Opened(place, selection.folder, content)


def edit(
    opened: Opened, command: Sequence[str], *, as_of: date, decide: Decide, writes: bool = True
) -> Edited:
    """Open a draft of a plan in an editor; once it is fine it takes the plan's place.

    `decide` is asked when it has errors that the plan did not have. Whatever goes wrong, a draft
    that differs from the plan is kept, and named by DraftKeptError.
    """
    draft = editor.make_draft(opened.place.path.name, opened.content)
    try:
        edited = _edited(opened, draft, command, as_of=as_of, decide=decide)
        if writes and edited.is_changed:
            _replace(opened, edited.after)
    except OgdplanError as error:
        if _is_untouched(draft, opened.content):
            editor.discard(draft)
            raise
        raise DraftKeptError(error, draft) from error
    editor.discard(draft)
    return edited


def _edited(
    opened: Opened, draft: Path, command: Sequence[str], *, as_of: date, decide: Decide
) -> Edited:
    """Return what someone makes of the draft, opening it until it is fine or given up."""
    unchanged = Edited(opened.place, opened.content, opened.content)
    before = errors_of(opened.content, opened.place, opened.folder, as_of=as_of)
    line = None
    while True:
        editor.open_in(command, draft, line)
        content = editor.read_draft(draft)
        if content == opened.content:
            return unchanged
        after = errors_of(content, opened.place, opened.folder, as_of=as_of)
        new = brought(before, after)
        if not new:
            return Edited(opened.place, opened.content, content, len(after.findings))
        match decide(new):
            case Answer.REOPEN:
                line = new[0].line
            case Answer.KEEP:
                raise NewErrorsError(opened.place, new)
            case Answer.GIVE_UP:
                return unchanged


def _replace(opened: Opened, content: bytes) -> None:
    path, shown = opened.place.path, opened.place.shown
    with locked(path, shown=shown):
        replace_plan(path, content, read=opened.content, shown=shown)


def _is_untouched(draft: Path, content: bytes) -> bool:
    """Return whether nothing would be lost with a draft."""
    try:
        return editor.read_draft(draft) == content
    except FileError:
        return not draft.exists()
