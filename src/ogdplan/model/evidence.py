"""What can be counted and judged: datasets, indicators, measurements, assessments."""

from typing import Annotated

from pydantic import Field

from ogdplan.model import vocabularies as v
from ogdplan.model.record import (
    CommitmentRef,
    IndicatorRef,
    InstitutionRef,
    Milestones,
    Record,
    Sdgs,
    Strings,
)
from ogdplan.model.values import (
    FROM_TOML,
    LicenceId,
    Number,
    RefersTo,
    Sdg,
    TextValue,
    Url,
    WhenValue,
)

Frequency = Annotated[v.Frequency, FROM_TOML]
Level = Annotated[v.Level, FROM_TOML]
Availability = Annotated[v.Availability, FROM_TOML]
ReleaseNeeds = Annotated[v.ReleaseNeeds, FROM_TOML]
Access = Annotated[v.Access, FROM_TOML]
IndicatorLevel = Annotated[v.IndicatorLevel, FROM_TOML]
Direction = Annotated[v.Direction, FROM_TOML]
Framework = Annotated[v.Framework, FROM_TOML]
Assessed = Annotated[str, RefersTo(("commitment", "milestone", "dataset"))]


class Dataset(Record):
    """Data that are, or could be, opened."""

    number: str | None = Field(default=None, description="Its number in the inventory")
    title: TextValue = Field(description="What the data are about")
    publisher: InstitutionRef | None = Field(default=None, description="Who publishes the data")
    url: Url | None = Field(default=None, description="Where the data can be had")
    licence: LicenceId | None = Field(
        default=None, description="A licence id such as CC-BY-4.0, or the licence's web address"
    )
    formats: Strings = Field(default=(), description="Formats it can be had in: csv, xlsx, pdf, …")
    frequency: Frequency | None = Field(default=None, description="How often it is renewed")
    sdgs: Sdgs = Field(default=(), description="Goals, targets or indicators it informs")
    priority: Level | None = Field(default=None, description="How much it matters to users")
    availability: Availability | None = Field(
        default=None, description="In which form the data exist today"
    )
    release_needs: ReleaseNeeds | None = Field(
        default=None, description="What it takes to get it released"
    )
    planned: WhenValue | None = Field(default=None, description="When it is to be released")
    released: WhenValue | None = Field(default=None, description="When it was released")
    access: Access = Field(default=v.Access.PUBLIC, description="Who may use it")
    access_reason: TextValue | None = Field(default=None, description="Why not everyone may use it")
    publisher_benefit: TextValue | None = Field(
        default=None, description="What publishing saves the publisher"
    )
    milestones: Milestones = Field(default=(), description="Milestones that work on it")


class Indicator(Record):
    """Something measured to see whether the plan works."""

    number: str | None = Field(default=None, description="The plan's own numbering")
    title: TextValue = Field(description="What is measured")
    level: IndicatorLevel = Field(description="Whether it measures output, outcome or impact")
    unit: str | None = Field(default=None, description="The unit of its values")
    direction: Direction = Field(
        default=v.Direction.INCREASE, description="Which way it should move"
    )
    baseline: Number | None = Field(default=None, description="The value at the outset")
    baseline_on: WhenValue | None = Field(default=None, description="When that was measured")
    target: Number | None = Field(default=None, description="The value aimed at")
    target_on: WhenValue | None = Field(default=None, description="Until when")
    sdg: Sdg | None = Field(default=None, description="The SDG indicator, target or goal it is")
    commitment: CommitmentRef | None = Field(default=None, description="The commitment it measures")


class Measurement(Record):
    """One value of an indicator."""

    indicator: IndicatorRef = Field(description="The indicator measured")
    on: WhenValue = Field(description="When it was measured")
    value: Number = Field(description="The value")


class Assessment(Record):
    """What others say of the plan or of a part of it, beside the self-report."""

    about: Assessed | None = Field(
        default=None, description="The commitment, milestone or dataset judged; else the plan"
    )
    framework: Framework = Field(description="Who or what the assessment follows")
    criterion: str = Field(description="What was judged")
    rating: str | None = Field(default=None, description="The judgement in the assessor's word")
    value: Number | None = Field(default=None, description="The judgement as a number")
    out_of: Number | None = Field(default=None, description="The highest value there is")
    on: WhenValue | None = Field(default=None, description="When it was published")
    assessor: str | None = Field(default=None, description="The body that judged")
