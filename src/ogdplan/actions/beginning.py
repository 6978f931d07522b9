"""Which commit plans are compared with: a revision, where a branch left it, or before a day."""

from dataclasses import dataclass
from datetime import date

from ogdplan.actions.archive import Archive
from ogdplan.actions.moments import (
    HEAD,
    WORKING_TREE,
    Moment,
    Moments,
    NothingInCommonError,
    Past,
    Period,
    moments_of,
)
from ogdplan.errors import UsageError
from ogdplan.model.when import on_day
from ogdplan.workspace.git.differences import common_ancestor
from ogdplan.workspace.git.objects import (
    AmbiguousRevisionError,
    Commit,
    UnknownRevisionError,
)

_PARTED = "..."


class NeitherRevisionNorDayError(UsageError):
    """What should say since when names no commit, and cannot be read as a day."""

    def __init__(self, words: str, *, is_shallow: bool) -> None:
        hint = (
            "name a commit, branch or tag: HEAD~3, main, main... for where this branch left main; "
            'or a day: 2018-06-30, "June 2018"'
        )
        if is_shallow:
            hint = "this clone has only the last part of the history: `git fetch --unshallow`"
        super().__init__(f'no revision called "{words}", and it is no day either', hint=hint)


@dataclass(frozen=True, slots=True)
class Since:
    """What someone wrote to say since when, and the day that it is where it can be read as one."""

    words: str
    day: date | None = None


def beginning(archive: Archive, since: Since) -> Moments:
    """Return the commit that is meant, and the disk.

    A revision; `REV...`, the commit where REV and HEAD parted; else the last commit of the main
    line before a day. A note says which commit it is where nobody named it. Raises UsageError
    for what is none of these, and what `Archive.commit` raises.
    """
    if (old := commit_named(archive, since)) is None:
        return _said(moments_of(archive, (), period=Period(since.day), is_plan=_is_no_plan))
    moments = Moments(old, Moment(WORKING_TREE))
    return _said(moments) if old.role else moments


def commit_named(archive: Archive, since: Since) -> Past | None:
    """Return the commit of a revision, or where one and HEAD parted; None where a day is meant.

    Raises what `beginning` raises.
    """
    if since.words.endswith(_PARTED):
        return _parting(archive, since.words)
    try:
        return Past(since.words, archive.commit(since.words))
    except (UnknownRevisionError, AmbiguousRevisionError) as error:
        if since.day:
            return None
        if isinstance(error, AmbiguousRevisionError):
            raise
        is_shallow = archive.repository.is_shallow
        raise NeitherRevisionNorDayError(since.words, is_shallow=is_shallow) from error


def has_gone_on(archive: Archive, commit: Commit) -> bool:
    """Return whether a commit has what HEAD lacks, though both have a commit in common."""
    found = common_ancestor(archive.repository, commit.id, archive.commit(HEAD).id)
    return found not in {None, commit.id}


def _parting(archive: Archive, words: str) -> Past:
    try:
        return moments_of(archive, (words,), period=Period(), is_plan=_is_no_plan).old
    except NothingInCommonError as error:
        hint = f"compare with it as it is: --since {words.removesuffix(_PARTED)}"
        if archive.repository.is_shallow:
            hint = error.hint or hint
        raise UsageError(error.message, hint=hint) from error


def _said(moments: Moments) -> Moments:
    """Return the moments with a note of which commit it is, where no other note says it."""
    commit, role = moments.old.commit, moments.old.role
    note = f"--since: {commit.short} of {on_day(commit.day).words}, {role}"
    return moments if moments.notes else moments._replace(notes=(note,))


def _is_no_plan(_word: str) -> bool:
    return False
