"""Plan files laid out anew: their spaces, blank lines and the order of their keys."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from ogdplan.actions.library import (
    NAME_A_PLAN,
    NO_PLAN,
    Failed,
    Selection,
    is_no_plan,
    refusal,
)
from ogdplan.actions.proof import UnprovenError
from ogdplan.planfile.formatting import formatted, say_the_same
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import read, with_mark_of
from ogdplan.workspace.files import replace_plan
from ogdplan.workspace.folder import PlanPath, PlansFolder, Unreadable, read_plan
from ogdplan.workspace.locks import locked


class Mode(Enum):
    """What becomes of a new layout: it is written, or people are told of it, or shown it."""

    WRITE = auto()
    CHECK = auto()
    SHOW = auto()


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One plan file as it was read, its text and the new one, both without a byte-order mark."""

    place: PlanPath
    read: bytes
    before: str
    after: str

    @property
    def content(self) -> bytes:
        """Return the new file; a byte-order mark stays."""
        return with_mark_of(self.read, self.after)

    @property
    def is_changed(self) -> bool:
        """Whether the new layout is another one."""
        return self.before != self.after

    @property
    def changed_lines(self) -> int:
        """Return how many lines the new layout has that the old one has not, or the other way.

        The greater of the two, and 1 where lines only stand in another order. Not by difflib,
        which takes seconds for a large plan.
        """
        if not self.is_changed:
            return 0
        # Not splitlines: it drops line endings, which may be all that differs.
        old, new = (Counter(text.split("\n")) for text in (self.before, self.after))
        return max((new - old).total(), (old - new).total(), 1)


@dataclass(frozen=True, slots=True)
class Layouts:
    """What was laid out, in the order asked for, and the files that cannot be."""

    plans: tuple[LaidOut, ...]
    failed: tuple[Failed, ...]

    @property
    def changed(self) -> tuple[LaidOut, ...]:
        """Return the plans whose new layout is another one."""
        return tuple(plan for plan in self.plans if plan.is_changed)


def lay_out(selection: Selection, mode: Mode) -> Layouts:
    """Lay out the plans of a selection; only the mode WRITE writes, and only what changes.

    A file that is no TOML, or that of another format, is left as it is. Raises what `locked` and
    `replace_plan` raise; the files before that one are written.
    """
    found = tuple(_each(selection, mode))
    return Layouts(
        tuple(each for each in found if isinstance(each, LaidOut)),
        tuple(each for each in found if isinstance(each, Failed)),
    )


def proven(place: PlanPath, read: bytes, before: str, after: str) -> LaidOut:
    """Return a file with its new layout; raises UnprovenError when that says something else."""
    if not say_the_same(before, after):
        raise UnprovenError(place.shown)
    return LaidOut(place, read, before, after)


def _each(selection: Selection, mode: Mode) -> Iterator[LaidOut | Failed]:
    for place in selection.paths:
        found = _laid_out(selection.folder, place)
        if mode is Mode.WRITE and isinstance(found, LaidOut) and found.is_changed:
            found = _written(selection.folder, place)
        yield found


def _written(folder: PlansFolder | None, place: PlanPath) -> LaidOut | Failed:
    """Lay out a file and write it, read anew while nobody else writes it."""
    with locked(place.path, shown=place.shown):
        found = _laid_out(folder, place)
        if isinstance(found, LaidOut):
            replace_plan(place.path, found.content, read=found.read, shown=place.shown)
    return found


def _laid_out(folder: PlansFolder | None, place: PlanPath) -> LaidOut | Failed:
    content = read_plan(folder, place)
    if isinstance(content, Unreadable):
        return refusal(place, content)
    reading = read(content)
    if reading.data is None:
        return Failed(place, findings_of(reading.problems, reading.text, place.shown))
    if is_no_plan(reading.data):
        return Failed(place, reason=Unreadable(None, NO_PLAN, NAME_A_PLAN))
    return proven(place, content, reading.text, formatted(reading.text))
