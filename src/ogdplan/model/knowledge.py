"""What was hard, what was learned, what comes next, and where to read on."""

from typing import Annotated

from pydantic import Field

from ogdplan.model import vocabularies as v
from ogdplan.model.record import (
    UNIQUE,
    Challenges,
    InstitutionRef,
    Languages,
    MilestoneRef,
    Record,
)
from ogdplan.model.values import (
    FROM_TOML,
    IN_RANGE,
    FarRef,
    Ratings,
    RefersTo,
    TextValue,
    Url,
    WhenValue,
)

ChallengeCategory = Annotated[v.ChallengeCategory, FROM_TOML]
ChallengeCategories = Annotated[
    tuple[Annotated[v.ChallengeCategory, FROM_TOML], ...], FROM_TOML, UNIQUE
]
Level = Annotated[v.Level, FROM_TOML]
ChallengeStatus = Annotated[v.ChallengeStatus, FROM_TOML]
LessonCategory = Annotated[v.LessonCategory, FROM_TOML]
LessonKind = Annotated[v.LessonKind, FROM_TOML]
NextStepTheme = Annotated[v.NextStepTheme, FROM_TOML]
NextStepStatus = Annotated[v.NextStepStatus, FROM_TOML]
EventKind = Annotated[v.EventKind, FROM_TOML]
ResourceKind = Annotated[v.ResourceKind, FROM_TOML]
Affected = Annotated[str, RefersTo(("milestone", "commitment", "dataset"))]
Mitigation = Annotated[str, RefersTo(("milestone", "next-step"))]
LessonSource = Annotated[str, RefersTo(("milestone", "commitment", "challenge", "event"))]


class Challenge(Record):
    """Something that stands in the way."""

    title: TextValue = Field(description="The challenge in a few words")
    category: ChallengeCategory = Field(description="Which of the known challenges it is")
    description: TextValue | None = Field(default=None, description="The challenge in full")
    severity: Level = Field(default=v.Level.MEDIUM, description="How much it holds up the plan")
    status: ChallengeStatus = Field(default=v.ChallengeStatus.OPEN, description="How it stands")
    raised: WhenValue | None = Field(default=None, description="When it was first named")
    resolved: WhenValue | None = Field(default=None, description="When it was overcome")
    lead: InstitutionRef | None = Field(default=None, description="Who deals with it")
    affects: Annotated[tuple[Affected, ...], FROM_TOML, UNIQUE] = Field(
        default=(), description="Milestones, commitments or datasets it holds up"
    )
    mitigations: Annotated[tuple[Mitigation, ...], FROM_TOML, UNIQUE] = Field(
        default=(), description="Milestones or next steps that work against it"
    )
    resolution: TextValue | None = Field(default=None, description="How it was overcome")


class Lesson(Record):
    """Something learned that others can use."""

    title: TextValue = Field(description="The lesson in a few words")
    category: LessonCategory = Field(description="Which of the known lessons it is")
    kind: LessonKind = Field(default=v.LessonKind.REPEAT, description="What it asks of a reader")
    description: TextValue | None = Field(default=None, description="The lesson in full")
    on: WhenValue | None = Field(default=None, description="When it was learned")
    origins: Annotated[tuple[LessonSource, ...], FROM_TOML, UNIQUE] = Field(
        default=(), alias="from", description="What it was learned from"
    )
    helps_with: ChallengeCategories = Field(
        default=(), description="Categories of challenge it helps against"
    )
    applied_in: Annotated[tuple[FarRef, ...], FROM_TOML, UNIQUE] = Field(
        default=(), description="Records of other plans that apply it, plan-id#record-id"
    )


class NextStep(Record):
    """Something to be done after or beside the milestones."""

    number: str | None = Field(default=None, description="The plan's own numbering")
    title: TextValue = Field(description="The step in a few words")
    theme: NextStepTheme | None = Field(default=None, description="What it is about")
    description: TextValue | None = Field(default=None, description="The step in full")
    lead: InstitutionRef | None = Field(default=None, description="Who takes it")
    due: WhenValue | None = Field(default=None, description="Until when; its last day counts")
    status: NextStepStatus = Field(default=v.NextStepStatus.OPEN, description="How it stands")
    addresses: Challenges = Field(default=(), description="Challenges it works against")
    promoted_to: MilestoneRef | None = Field(
        default=None, description="The milestone it has become"
    )


class Event(Record):
    """A meeting, training or tour."""

    title: TextValue = Field(description="Its title")
    kind: EventKind = Field(description="What sort of meeting it is")
    start: WhenValue = Field(description="Its first day")
    end: WhenValue | None = Field(default=None, description="Its last day")
    place: str | None = Field(default=None, description="Where it is held")
    participants: Annotated[int, Field(ge=0), IN_RANGE] | None = Field(
        default=None, description="How many took part"
    )
    ratings: Ratings = Field(
        default=(), description="What participants thought of it: label = percent, 0 to 100"
    )


class Resource(Record):
    """A guide, tool or report worth keeping: the knowledge bank."""

    title: TextValue = Field(description="Its title")
    kind: ResourceKind = Field(description="What it is")
    url: Url | None = Field(default=None, description="Its web address")
    languages: Languages = Field(default=(), description="Languages it can be had in")
    helps_with: ChallengeCategories = Field(
        default=(), description="Categories of challenge it helps against"
    )
