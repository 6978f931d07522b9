"""Which two states of the plans are compared: what people write, and what it means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from ogdplan.actions.archive import Archive
from ogdplan.errors import UsageError
from ogdplan.model.when import on_day
from ogdplan.workspace.git.differences import common_ancestor
from ogdplan.workspace.git.history import first_commit, last_commit_before
from ogdplan.workspace.git.objects import Commit, UnknownRevisionError

HEAD = "HEAD"
WORKING_TREE = "working tree"


class TwoMeaningsError(UsageError):
    """A word names a revision and a plan."""

    def __init__(self, word: str) -> None:
        hint = f"for the plan write --plan {word}, for the revision {word}~0"
        super().__init__(f'"{word}" is the name of a revision and of a plan', hint=hint)


class ReversedDaysError(UsageError):
    """A period ends before it begins."""

    def __init__(self, since: date, until: date) -> None:
        words = f"--since {since.isoformat()} is after --until {until.isoformat()}"
        hint = f"write --since {until.isoformat()} --until {since.isoformat()}"
        super().__init__(words, hint=hint)


class NothingInCommonError(UsageError):
    """Two revisions whose histories never met were to be compared from where they parted."""

    def __init__(self, one: str, other: str, *, is_shallow: bool) -> None:
        hint = f"compare them as they are: {one}..{other}"
        if is_shallow:
            hint = "this clone has only the last part of the history: `git fetch --unshallow`"
        super().__init__(f"{one} and {other} have no commit in common", hint=hint)


class Edge(StrEnum):
    """On which side of a day the last commit was looked for."""

    BEFORE = "before"
    UNTIL = "until"


class Bound(NamedTuple):
    """The day that a commit was the last one before, or until its end."""

    edge: Edge
    day: date

    @property
    def words(self) -> str:
        """Return it in words: `the last commit before 1 March 2018`."""
        return f"the last commit {self.edge} {on_day(self.day).words}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the plans: that of a commit, or without one that of files on the disk.

    `name` is what someone called it, else the beginning of the commit's id. `role` says why it
    was taken where nobody named it: "the last commit before 1 March 2018". `bound` says the same
    where it was taken for a day, to be said in another language.
    """

    name: str
    commit: Commit | None = None
    role: str = ""
    bound: Bound | None = None

    @property
    def is_working_tree(self) -> bool:
        """Whether it is the folder of plans as it is on the disk now."""
        return self.commit is None and self.name == WORKING_TREE


@dataclass(frozen=True, slots=True)
class Past(Moment):
    """The state of the plans in a commit."""

    commit: Commit


class Period(NamedTuple):
    """The days, both included, of whose changes someone asks; without an end until now."""

    since: date | None = None
    until: date | None = None


class Moments(NamedTuple):
    """Two states to compare, what else was named, and what is good to know of the choice."""

    old: Past
    new: Moment
    others: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def moments_of(
    archive: Archive, words: Sequence[str], *, period: Period, is_plan: Callable[[str], bool]
) -> Moments:
    """Return what is to be compared when someone writes these words.

    No revision: HEAD and the disk. One: that and the disk. Two, or `A..B`: those; `A...B`: from
    where the two parted to B. A period: the last commit of the main line before it, and the last
    one within it, or where it has no end the disk. Words that are no revision are `others`, for
    the caller to find out. Raises UsageError for what cannot be told, what `Archive.commit` raises
    for the rest.
    """
    named: list[Past] = []
    others: list[str] = []
    for word in words:
        found = _meaning(archive, word)
        if found and is_plan(word):
            raise TwoMeaningsError(word)
        named.extend(found)
        others.extend(() if found else (word,))
    _refuse_too_many(len(named), period)
    if period.since:
        return _since(archive, period.since, period.until, tuple(others))
    old, *rest = named or [_named(archive, HEAD)]
    return Moments(old, rest[0] if rest else Moment(WORKING_TREE), tuple(others))


def _refuse_too_many(revisions: int, period: Period) -> None:
    if period.until and not period.since:
        raise UsageError("--until needs --since", hint="add --since with the first day")
    if period.since and period.until and period.since > period.until:
        raise ReversedDaysError(period.since, period.until)
    if period.since and revisions:
        hint = "leave out the revision, or --since"
        raise UsageError("--since says itself what to compare with", hint=hint)
    if revisions > 2:
        hint = "write `ogdplan diff HEAD~3 HEAD`; a range such as HEAD~3..HEAD stands for two"
        raise UsageError("more than two revisions are named", hint=hint)


def _meaning(archive: Archive, word: str) -> tuple[Past, ...]:
    """Return the one or two revisions of a word; none where it can only be a plan."""
    try:
        return (_named(archive, word),)
    except UnknownRevisionError:
        if ".." in word and not word.lower().endswith(".toml"):
            return _range(archive, word)
        if any(sign in word for sign in "~^@:{"):
            raise
        return ()


def _range(archive: Archive, word: str) -> tuple[Past, Past]:
    dots = "..." if "..." in word else ".."
    left, _, right = word.partition(dots)
    old, new = (_named(archive, name or HEAD) for name in (left, right))
    return (_parting(archive, old, new) if dots == "..." else old), new


def _parting(archive: Archive, one: Past, other: Past) -> Past:
    """Return where two lines of history parted."""
    found = common_ancestor(archive.repository, one.commit.id, other.commit.id)
    if found is None:
        is_shallow = archive.repository.is_shallow
        raise NothingInCommonError(one.name, other.name, is_shallow=is_shallow)
    commit = archive.commit(found)
    return Past(commit.short, commit, f"where {one.name} and {other.name} parted")


def _named(archive: Archive, revision: str) -> Past:
    return Past(revision, archive.commit(revision))


def _since(archive: Archive, day: date, until: date | None, others: tuple[str, ...]) -> Moments:
    """Return the state before a day, the first that is known where there was none yet, and the end.

    The end is the state after the day `until`, or without one that on the disk.
    """
    new: Moment = Moment(WORKING_TREE)
    if found := state_before(archive, day):
        if until:
            new = state_until(archive, until) or _end(found.commit, until)
        return Moments(found, new, others)
    commit = archive.commit(first_commit(archive.repository, archive.commit(HEAD).id))
    old = Past(commit.short, commit, "the first commit")
    if until:
        new = state_until(archive, until) or _end(commit, until)
    return Moments(old, new, others, (_late(archive, commit, day),))


def state_before(archive: Archive, day: date) -> Past | None:
    """Return the last state of the main line before a day, None when nothing was committed yet."""
    commit = _last_before(archive, day)
    return _bounded(commit, Bound(Edge.BEFORE, day)) if commit else None


def state_until(archive: Archive, day: date) -> Past | None:
    """Return the last state of the main line up to a day, None when nothing was committed yet."""
    commit = _last_before(archive, day + timedelta(days=1))
    return _end(commit, day) if commit else None


def _end(commit: Commit, day: date) -> Past:
    return _bounded(commit, Bound(Edge.UNTIL, day))


def _bounded(commit: Commit, bound: Bound) -> Past:
    return Past(commit.short, commit, bound.words, bound)


def _last_before(archive: Archive, day: date) -> Commit | None:
    # Midnight here, as people mean it: git itself takes a bare day for this time of it.
    moment = f"{day.isoformat()}T00:00:00"
    found = last_commit_before(archive.repository, archive.commit(HEAD).id, moment)
    return archive.commit(found) if found else None


def _late(archive: Archive, first: Commit, before: date) -> str:
    """Return that the history begins too late, and what is compared therefore."""
    begins, day = on_day(first.day).words, on_day(before).words
    if archive.repository.is_shallow:
        cut = f"the history in this clone is cut: it begins on {begins}, not before {day}"
        return f"{cut}; `git fetch --unshallow` brings the rest"
    return f"nothing was committed before {day}: compared with the first commit, of {begins}"
