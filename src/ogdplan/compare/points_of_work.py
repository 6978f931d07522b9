"""Kinds of change in the work itself: what was done, given up, taken up again, reported, shown."""

from dataclasses import dataclass
from typing import ClassVar

from ogdplan.model.when import Precision, When


def _on(when: When | None) -> str:
    if when is None:
        return ""
    return f" {'on' if when.precision is Precision.DAY else 'in'} {when.words}"


@dataclass(frozen=True, slots=True)
class _Ended:
    name: ClassVar[str]
    on: When | None

    def __str__(self) -> str:
        return f"{self.name}{_on(self.on)}"


@dataclass(frozen=True, slots=True)
class Completed(_Ended):
    """A milestone or commitment is done; `on` is None where no date is given."""

    name = "completed"


@dataclass(frozen=True, slots=True)
class Withdrawn(_Ended):
    """A milestone or commitment was given up."""

    name = "withdrawn"


@dataclass(frozen=True, slots=True)
class Resolved(_Ended):
    """A challenge was overcome."""

    name = "resolved"


@dataclass(frozen=True, slots=True)
class Done(_Ended):
    """A next step was taken."""

    name = "done"


@dataclass(frozen=True, slots=True)
class Dropped(_Ended):
    """A next step was given up."""

    name = "dropped"


@dataclass(frozen=True, slots=True)
class Started(_Ended):
    """Work on a milestone began."""

    name = "started"


@dataclass(frozen=True, slots=True)
class Released(_Ended):
    """A dataset was released."""

    name = "released"


@dataclass(frozen=True, slots=True)
class Reopened:
    """What was at an end is not any more; `was` is the word for that end, `on` its date."""

    name: ClassVar = "reopened"
    was: str
    on: When | None

    def __str__(self) -> str:
        return f"reopened (was {self.was}{_on(self.on)})"


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """The status is another, and neither began nor left an end such as completed."""

    name: ClassVar = "status-changed"
    old: str
    new: str

    def __str__(self) -> str:
        return f"status from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class ProgressChanged:
    """Another percentage is given for the work done."""

    name: ClassVar = "progress-changed"
    old: str
    new: str

    def __str__(self) -> str:
        return f"progress from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class Reported:
    """A report came in; `about` is None for the plan, `says` what it states beside its text."""

    name: ClassVar = "reported"
    on: When
    about: str | None
    says: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        says = f" ({', '.join(self.says)})" if self.says else ""
        return f"report of {self.on.words} about {self.about or 'the plan'}{says}: {self.text}"


@dataclass(frozen=True, slots=True)
class EvidenceAdded:
    """Something more is named that shows how the work stands."""

    name: ClassVar = "evidence-added"
    entries: tuple[str, ...]

    def __str__(self) -> str:
        return f"evidence added: {', '.join(self.entries)}"


@dataclass(frozen=True, slots=True)
class EvidenceRemoved:
    """Something is named as evidence no more."""

    name: ClassVar = "evidence-removed"
    entries: tuple[str, ...]

    def __str__(self) -> str:
        return f"evidence removed: {', '.join(self.entries)}"


@dataclass(frozen=True, slots=True)
class ChallengeRaised:
    """A challenge was named that the plan did not have."""

    name: ClassVar = "challenge-raised"
    title: str

    def __str__(self) -> str:
        return f"challenge added: {self.title}"
