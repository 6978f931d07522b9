"""Three versions of a plan file merged record by record, onto the text of ours.

What has no records to merge, such as a file that is no TOML, is merged line by line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ogdplan.actions.merged_file import Contents
from ogdplan.actions.merged_text import merged_text, says_what_is_decided
from ogdplan.actions.new_findings import new_findings
from ogdplan.checks.errors import errors_of
from ogdplan.compare.changes import Change, between
from ogdplan.compare.merge.conflicts import Conflict
from ogdplan.compare.merge.decide import Merge, merge
from ogdplan.compare.merge.documents import beside_tables, is_mergeable
from ogdplan.errors import OgdplanError
from ogdplan.findings import Finding
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.operations import is_same
from ogdplan.planfile.reading import Reading, as_text, read, with_mark_of
from ogdplan.workspace.git.merge_file import MARKER_SIZE, MergedLines, merge_lines
from ogdplan.workspace.git.process import GitError, GitMissingError

_OPEN = "unresolved-merge"
"""The rule about what earlier merges left: no error of this one."""


class UnmergeableError(OgdplanError):
    """Contents that are no plans can be merged by lines only, and git does not do that."""

    def __init__(self, shown: str, reason: str) -> None:
        super().__init__(
            f"{shown} can only be merged line by line, by git, and {reason}",
            hint="mend the version that is no plan, or keep one of the two as it is",
        )


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of three versions of a file.

    `conflicts` stand in comments of the content; of what could only be merged `by_lines`,
    `marked` places stand between markers. `errors` are those that neither side had, by line;
    `broken` names the sides that are no TOML, with the first thing that is wrong there. `changes`
    are what ours takes over.
    """

    versions: Contents
    content: bytes
    conflicts: tuple[Conflict, ...] = ()
    errors: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()
    broken: tuple[tuple[str, Finding], ...] = ()
    by_lines: bool = False
    marked: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left to settle; what base was does not matter any more."""
        broken = [side for side, _ in self.broken if side != "base"]
        return not (self.conflicts or self.errors or self.marked or broken)


def merge_versions(versions: Contents, *, as_of: date, marker_size: int = MARKER_SIZE) -> Merged:
    """Return three versions merged; where one side is as base was, the other side's bytes.

    Raises UnmergeableError where they can only be merged line by line, and git does not.
    """
    if versions.theirs in (versions.base, versions.ours):
        return Merged(versions, versions.ours)
    ours, theirs = read(versions.ours), read(versions.theirs)
    if versions.ours == versions.base:
        return Merged(versions, versions.theirs, changes=_changes(versions, ours, theirs))
    base = read(versions.base)
    has_records = _have_records(base, ours, theirs)
    decided = merge(base, ours, theirs) if has_records else None
    content = _by_records(versions, decided, ours, theirs) if decided else None
    if content is None:
        merged = _by_lines(versions, base, ours, theirs, marker_size=marker_size)
    else:
        merged = Merged(versions, content)
    conflicts = decided.conflicts if decided else ()
    return _examined(replace(merged, conflicts=conflicts), ours, theirs, as_of=as_of)


def _have_records(base: Reading, ours: Reading, theirs: Reading) -> bool:
    """Return whether all three have tables that can be merged, and the same beside these."""
    datas = [each.data for each in (base, ours, theirs)]
    if not all(data is not None and is_mergeable(data) for data in datas):
        return False
    old, own, other = (beside_tables(data or {}) for data in datas)
    return is_same(other, own) or is_same(other, old)


def _by_records(versions: Contents, decided: Merge, ours: Reading, theirs: Reading) -> bytes | None:
    """Return the file as it is decided; None where that cannot be written safely."""
    text = _line_by_line(versions, decided) or merged_text(decided, ours, theirs)
    return None if text is None else with_mark_of(versions.ours, text)


def _line_by_line(versions: Contents, decided: Merge) -> str | None:
    """Return the lines as git merges them, where that is what was decided.

    So what both sides changed beside the data, comments and layout, is kept too.
    """
    if decided.conflicts:
        return None
    try:
        lines = merge_lines(versions.base, versions.ours, versions.theirs)
    except (GitError, GitMissingError):
        return None
    text = as_text(lines.content)
    return text if not lines.conflicts and says_what_is_decided(decided, text) else None


def _by_lines(
    versions: Contents, base: Reading, ours: Reading, theirs: Reading, *, marker_size: int
) -> Merged:
    lines = _lines(versions, marker_size)
    sides = (("base", base), ("ours", ours), ("theirs", theirs))
    broken = tuple(
        (name, findings_of(reading.problems, reading.text, versions.shown)[0])
        for name, reading in sides
        if reading.data is None
    )
    return Merged(versions, lines.content, broken=broken, by_lines=True, marked=lines.conflicts)


def _lines(versions: Contents, marker_size: int) -> MergedLines:
    sides = (versions.base, versions.ours, versions.theirs)
    try:
        return merge_lines(*sides, marker_size=marker_size)
    except (GitError, GitMissingError) as error:
        raise UnmergeableError(versions.shown, error.message) from error


def _examined(merged: Merged, ours: Reading, theirs: Reading, *, as_of: date) -> Merged:
    """Return what was merged with what ours takes over, and the errors that neither side had."""
    versions, reading = merged.versions, read(merged.content)
    errors = () if merged.marked else _new_errors(reading, (ours, theirs), versions.shown, as_of)
    return replace(merged, errors=errors, changes=_changes(versions, ours, reading))


def _new_errors(
    merged: Reading, sides: Iterable[Reading], shown: str, as_of: date
) -> tuple[Finding, ...]:
    """Return the errors for which neither side has one; conflicts left open before are none."""
    found = (each for each in errors_of(merged, as_of=as_of) if each.rule.slug != _OPEN)
    left = findings_of(found, merged.text, shown)
    for side in sides:
        left = new_findings(left, findings_of(errors_of(side, as_of=as_of), side.text, shown))
    return left


def _changes(versions: Contents, ours: Reading, merged: Reading) -> tuple[Change, ...]:
    old, new = ours.plan or ours.draft, merged.plan or merged.draft
    return between(old, new, plan_id=versions.plan_id) if old and new else ()
