"""The files that a site is made of, each read once: they say whether anything is to be done."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from ogdplan.actions.library import Failed
from ogdplan.model.values import is_plan_id
from ogdplan.workspace.folder import (
    Content,
    PlanPath,
    PlansFolder,
    Unreadable,
    plan_paths,
    read_plan,
)

_MISNAMED = Unreadable(
    None,
    "its name cannot be the id of a plan, nor the address of a page",
    "rename the file: small letters a to z, digits and single hyphens, then .toml",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A plan file, what it held when it was read, and a digest of its name and of that.

    Of one that could not be read it has why, and a digest of that.

    All that is published of it is made of this `content`, whatever happens to the file meanwhile.
    """

    place: PlanPath
    content: Content
    digest: str

    @property
    def plan_id(self) -> str:
        """Return the plan's id."""
        return self.place.plan_id

    @property
    def is_misnamed(self) -> bool:
        """Whether the file's name gives no plan id, so that no page can be called by it."""
        return not is_plan_id(self.plan_id)

    @property
    def size(self) -> int:
        """Return how many bytes were read."""
        return len(self.content) if isinstance(self.content, bytes) else 0


def sources(folder: PlansFolder) -> tuple[Source, ...]:
    """Return all plan files of a folder, by plan id."""
    return tuple(_source(place, read_plan(folder, place)) for place in plan_paths(folder))


def misnamed(found: Iterable[Source]) -> tuple[Failed, ...]:
    """Return the files among these that can have no page."""
    return tuple(Failed(each.place, reason=_MISNAMED) for each in found if each.is_misnamed)


def _source(place: PlanPath, content: Content) -> Source:
    read = repr(content).encode() if isinstance(content, Unreadable) else content
    return Source(place, content, sha256(os.fsencode(f"{place.shown}\0") + read).hexdigest())
