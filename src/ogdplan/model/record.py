"""What all records have in common, and the types their fields are made of."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ogdplan.model.values import (
    FROM_TOML,
    Id,
    Language,
    RefersTo,
    Sdg,
    TextValue,
    without_duplicates,
)

UNIQUE = AfterValidator(without_duplicates)
"""Refuses a list that holds a value twice."""

InstitutionRef = Annotated[str, RefersTo(("institution",))]
CommitmentRef = Annotated[str, RefersTo(("commitment",))]
MilestoneRef = Annotated[str, RefersTo(("milestone",))]
IndicatorRef = Annotated[str, RefersTo(("indicator",))]
ChallengeRef = Annotated[str, RefersTo(("challenge",))]
WorkRef = Annotated[str, RefersTo(("milestone", "commitment"))]

Strings = Annotated[tuple[str, ...], FROM_TOML, UNIQUE]
Languages = Annotated[tuple[Language, ...], FROM_TOML, UNIQUE]
Sdgs = Annotated[tuple[Sdg, ...], FROM_TOML, UNIQUE]
Institutions = Annotated[tuple[InstitutionRef, ...], FROM_TOML, UNIQUE]
Milestones = Annotated[tuple[MilestoneRef, ...], FROM_TOML, UNIQUE]
Challenges = Annotated[tuple[ChallengeRef, ...], FROM_TOML, UNIQUE]
Percent = Annotated[int, Field(ge=0, le=100)]


class Table(BaseModel):
    """A table of a plan file: strict, frozen, without unknown keys."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


class Record(Table):
    """One entry of an array of tables, named by its id."""

    id: Id = Field(description="Names the record in this file; never changed lightly")
    sources: Strings = Field(default=(), description="Web addresses or citations it rests on")
    note: TextValue | None = Field(default=None, description="A remark that is not published")
