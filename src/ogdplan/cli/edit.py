"""`edit`: a plan in one's own editor, checked before it is taken over."""

import os
from functools import partial
from typing import Annotated

import typer

from ogdplan.actions import edit_file as action
from ogdplan.actions.edit_file import Answer
from ogdplan.cli import streams
from ogdplan.cli.changing import ChangeFormat, ChangeFormatOption
from ogdplan.cli.options import OnePlan, Session, command, one_command
from ogdplan.cli.questions import ask, can_ask
from ogdplan.errors import UsageError
from ogdplan.findings import Finding
from ogdplan.report import edited as report
from ogdplan.report.findings.text import in_full_lines
from ogdplan.report.json_text import to_text
from ogdplan.report.page import Lines, Page
from ogdplan.workspace.editor import usual_editor, words_of

_ANSWERS = {"o": Answer.REOPEN, "k": Answer.KEEP, "g": Answer.GIVE_UP}
_QUESTION = "(o)pen it again at the first, (k)eep the draft for later, or (g)ive up"


def build() -> typer.Typer:
    """Return the command."""
    return one_command(edit)


@command
def edit(
    session: Session,
    plan: OnePlan,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would change in the file; write nothing.")
    ] = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Open a plan in your editor; it is replaced only by a file that brings no new error.

    The editor is the one that VISUAL or EDITOR names, such as `nano` or `code --wait`.

    Example: `ogdplan edit nepal`
    """
    opened = action.open_plan(session.select([plan]))
    decide = partial(_decide, colour=session.colour)
    edited = action.edit(opened, _editor(), as_of=session.as_of, decide=decide, writes=not dry_run)
    if voice is ChangeFormat.JSON:
        document = report.document(edited, as_of=session.as_of, written=not dry_run)
        session.say(to_text(document), None)
    elif dry_run and edited.is_changed:
        difference = partial(report.difference, edited), partial(report.patch, edited)
        streams.deliver_difference(*difference, colour=session.colour)
    else:
        session.say(report.page(edited), None)
    if edited.errors:
        streams.tell(report.aside(edited), colour=session.colour)


def _editor() -> tuple[str, ...]:
    """Return the editor of the environment, else at a terminal the usual one."""
    for name in ("VISUAL", "EDITOR"):
        if words := words_of(os.environ.get(name, "")):
            return words
    if not can_ask():
        hint = "name one, such as EDITOR=nano, or run the command in a terminal"
        raise UsageError("no editor is named", hint=hint)
    return (usual_editor(),)


def _decide(findings: tuple[Finding, ...], *, colour: bool) -> Answer:
    """Show the errors that a draft has brought, and ask what to do; unasked, it is kept."""
    lines = [line for finding in findings for line in (*in_full_lines(finding), ())]
    streams.tell(Page((Lines(tuple(lines)),)), colour=colour)
    if not can_ask():
        return Answer.KEEP
    answer = ""
    while answer not in _ANSWERS:
        answer = _asked()
    return _ANSWERS[answer]


def _asked() -> str:
    try:
        return ask(_QUESTION, "o")[:1].lower()
    except KeyboardInterrupt:
        return "k"
