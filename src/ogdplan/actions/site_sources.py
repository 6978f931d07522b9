"""The files that a site is made of, as bytes: by them one knows whether anything is to be done."""

from dataclasses import dataclass
from hashlib import sha256

from ogdplan.actions.library import Failed
from ogdplan.model.values import is_plan_id
from ogdplan.workspace.folder import PlanPath, PlansFolder, Unreadable, plan_paths, read_plan

_MISNAMED = Unreadable(
    None,
    "its name cannot be the id of a plan, nor the address of a page",
    "rename the file: small letters a to z, digits and single hyphens, then .toml",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A plan file, and a digest of its bytes; of one that cannot be read, of why."""

    place: PlanPath
    digest: str

    @property
    def plan_id(self) -> str:
        """Return the plan's id."""
        return self.place.plan_id


def sources(folder: PlansFolder) -> tuple[Source, ...]:
    """Return all plan files of a folder whose names give plan ids, by plan id."""
    places = (place for place in plan_paths(folder) if is_plan_id(place.plan_id))
    return tuple(Source(place, _digest(folder, place)) for place in places)


def misnamed(folder: PlansFolder) -> tuple[Failed, ...]:
    """Return the files whose names give no plan id, so that no page can be called by it."""
    strays = (place for place in plan_paths(folder) if not is_plan_id(place.plan_id))
    return tuple(Failed(place, reason=_MISNAMED) for place in strays)


def _digest(folder: PlansFolder, place: PlanPath) -> str:
    content = read_plan(folder, place)
    read = repr(content).encode() if isinstance(content, Unreadable) else content
    return sha256(read).hexdigest()
