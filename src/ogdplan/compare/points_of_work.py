"""Kinds of change in the work itself: what was done, given up, taken up again, reported, shown."""

from dataclasses import dataclass
from typing import ClassVar

from ogdplan.model.when import Precision, When


def _on(when: When | None) -> str:
    if when is None:
        return ""
    return f" {'on' if when.precision is Precision.DAY else 'in'} {when.words}"


# What says the same of a record inherits it: the decorator takes a third of a millisecond each
# time, and classes that it has not seen keep their own names and equal no other.


@dataclass(frozen=True, slots=True)
class _Ended:
    name: ClassVar[str]
    on: When | None

    def __str__(self) -> str:
        return f"{self.name}{_on(self.on)}"


class Completed(_Ended):
    """A milestone or commitment is done; `on` is None where no date is given."""

    name = "completed"


class Withdrawn(_Ended):
    """A milestone or commitment was given up."""

    name = "withdrawn"


class Resolved(_Ended):
    """A challenge was overcome."""

    name = "resolved"


class Done(_Ended):
    """A next step was taken."""

    name = "done"


class Dropped(_Ended):
    """A next step was given up."""

    name = "dropped"


class Started(_Ended):
    """Work on a milestone began."""

    name = "started"


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
class _Moved:
    name: ClassVar[str]
    old: str
    new: str


class StatusChanged(_Moved):
    """The status is another, and neither began nor left an end such as completed."""

    name = "status-changed"

    def __str__(self) -> str:
        return f"status from {self.old} to {self.new}"


class ProgressChanged(_Moved):
    """Another percentage is given for the work done."""

    name = "progress-changed"

    def __str__(self) -> str:
        return f"progress from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class Reported:
    """A report came in; `about` is None for the plan, `says` what it states beside its text.

    `title` is what the record with the id `about` is called.
    """

    name: ClassVar = "reported"
    on: When
    about: str | None
    says: tuple[str, ...]
    text: str
    title: str | None = None

    def __str__(self) -> str:
        return self._about(self.about)

    @property
    def called(self) -> str:
        """Return the words with the title of what it is about in place of the id."""
        return self._about(self.title or self.about)

    def _about(self, subject: str | None) -> str:
        says = f" ({', '.join(self.says)})" if self.says else ""
        return f"report of {self.on.words} about {subject or 'the plan'}{says}: {self.text}"


@dataclass(frozen=True, slots=True)
class _Evidence:
    name: ClassVar[str]
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promoted:
    """A next step has become a milestone."""

    name: ClassVar = "promoted"
    milestone: str

    def __str__(self) -> str:
        return f"became the milestone {self.milestone}"


class EvidenceAdded(_Evidence):
    """Something more is named that shows how the work stands."""

    name = "evidence-added"

    def __str__(self) -> str:
        return f"evidence added: {', '.join(self.entries)}"


class EvidenceRemoved(_Evidence):
    """Something is named as evidence no more."""

    name = "evidence-removed"

    def __str__(self) -> str:
        return f"evidence removed: {', '.join(self.entries)}"


@dataclass(frozen=True, slots=True)
class ChallengeRaised:
    """A challenge was named that the plan did not have."""

    name: ClassVar = "challenge-raised"
    title: str

    def __str__(self) -> str:
        return f"challenge added: {self.title}"
