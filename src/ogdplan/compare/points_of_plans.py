"""Kinds of change in the files of plans: one came, went, or has another name."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PlanAdded:
    """A plan is new; `is_tracked` is false where git was not told of its file."""

    name: ClassVar = "plan-added"
    title: str
    is_tracked: bool = True

    def __str__(self) -> str:
        unknown = "" if self.is_tracked else ", not yet under version control"
        return f"plan added{unknown}: {self.title}"


@dataclass(frozen=True, slots=True)
class PlanRemoved:
    """A plan is gone."""

    name: ClassVar = "plan-removed"
    title: str

    def __str__(self) -> str:
        return f"plan removed: {self.title}"


@dataclass(frozen=True, slots=True)
class PlanMoved:
    """A plan has another id, which is the name of its file."""

    name: ClassVar = "plan-moved"
    old: str
    new: str

    def __str__(self) -> str:
        return f"plan moved from {self.old} to {self.new}"
