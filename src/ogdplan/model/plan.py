"""A whole plan: its header, its records, and the findings someone answers for."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from ogdplan.model import vocabularies as v
from ogdplan.model.evidence import Assessment, Dataset, Indicator, Measurement
from ogdplan.model.knowledge import Challenge, Event, Lesson, NextStep, Resource
from ogdplan.model.record import (
    UNIQUE,
    InstitutionRef,
    Institutions,
    Languages,
    Sdgs,
    Strings,
    Table,
)
from ogdplan.model.values import (
    FROM_TOML,
    CountryCode,
    PlanId,
    RefersTo,
    RuleSlug,
    TextValue,
    Url,
    WhenValue,
)
from ogdplan.model.work import Commitment, Institution, Instrument, Milestone, Update

FORMAT = 1
"""The version of the file format that this program reads and writes."""

PlanKind = Annotated[v.PlanKind, FROM_TOML]
Stage = Annotated[v.Stage, FROM_TOML]
Basis = Annotated[v.Basis, FROM_TOML]
Orientation = Annotated[v.Orientation, FROM_TOML]
Reporting = Annotated[v.Reporting, FROM_TOML]
Countries = Annotated[tuple[CountryCode, ...], FROM_TOML, UNIQUE]


class Header(Table):
    """The `[plan]` table: what the plan is, whose, and for how long."""

    title: TextValue = Field(description="The plan's title")
    country: CountryCode | None = Field(
        default=None, description="ISO 3166-1 alpha-3 code; required but for a programme"
    )
    countries: Countries = Field(default=(), description="Countries of a programme")
    kind: PlanKind = Field(default=v.PlanKind.NATIONAL_OGD, description="What kind of plan it is")
    number: str | None = Field(default=None, description="The plan's own number or reference")
    stage: Stage = Field(default=v.Stage.ADOPTED, description="Where it stands, draft to closed")
    basis: Basis = Field(
        default=v.Basis.OFFICIAL, description="How this file relates to the plan's own text"
    )
    start: WhenValue | None = Field(default=None, description="When the plan begins")
    end: WhenValue | None = Field(default=None, description="When the plan ends")
    adopted: WhenValue | None = Field(default=None, description="When it was adopted")
    lead: InstitutionRef = Field(description="The institution in charge of the plan")
    supporting: Institutions = Field(default=(), description="Institutions that help")
    languages: Languages = Field(
        default=("en",), description="Languages of the texts; the first is that of plain strings"
    )
    summary: TextValue | None = Field(default=None, description="The plan in a few sentences")
    endorsed_by: TextValue | None = Field(
        default=None, description="The post or body that stands behind it, never a person's name"
    )
    orientation: Orientation | None = Field(default=None, description="What data are opened for")
    sdgs: Sdgs = Field(default=(), description="The goals given priority")
    reporting: Reporting | None = Field(
        default=None, description="How often progress has to be reported"
    )
    portal: Url | None = Field(default=None, description="The open data portal")
    sdg_portal: Url | None = Field(default=None, description="The portal that tracks the SDGs")
    previous: PlanId | None = Field(default=None, description="Plan id of the plan before")
    parent: PlanId | None = Field(
        default=None, description="Plan id of the national plan above an agency or local plan"
    )
    ogp_id: str | None = Field(default=None, description="Its id in the OGP's database")
    sources: Strings = Field(default=(), description="Web addresses or citations it rests on")
    note: TextValue | None = Field(default=None, description="A remark that is not published")

    @property
    def language(self) -> str:
        """Return the plan's first language."""
        return self.languages[0] if self.languages else "en"


class Accepted(Table):
    """A finding someone answers for, with the reason."""

    rule: RuleSlug = Field(description="The rule whose finding is accepted")
    about: Annotated[str, RefersTo()] | None = Field(
        default=None, description="The record it concerns; else the plan"
    )
    reason: TextValue = Field(description="Why it is accepted")


class Plan(Table):
    """One plan file, version 1."""

    model_config = ConfigDict(title="Open government data action plan")

    format: Literal[1] = Field(description="The version of this file format")
    header: Header = Field(alias="plan", description="What the plan is, whose, for how long")
    institutions: Annotated[tuple[Institution, ...], FROM_TOML] = ()
    instruments: Annotated[tuple[Instrument, ...], FROM_TOML] = ()
    commitments: Annotated[tuple[Commitment, ...], FROM_TOML] = ()
    milestones: Annotated[tuple[Milestone, ...], FROM_TOML] = ()
    updates: Annotated[tuple[Update, ...], FROM_TOML] = ()
    challenges: Annotated[tuple[Challenge, ...], FROM_TOML] = ()
    lessons: Annotated[tuple[Lesson, ...], FROM_TOML] = ()
    next_steps: Annotated[tuple[NextStep, ...], FROM_TOML] = ()
    datasets: Annotated[tuple[Dataset, ...], FROM_TOML] = ()
    indicators: Annotated[tuple[Indicator, ...], FROM_TOML] = ()
    measurements: Annotated[tuple[Measurement, ...], FROM_TOML] = ()
    events: Annotated[tuple[Event, ...], FROM_TOML] = ()
    resources: Annotated[tuple[Resource, ...], FROM_TOML] = ()
    assessments: Annotated[tuple[Assessment, ...], FROM_TOML] = ()
    accepted: Annotated[tuple[Accepted, ...], FROM_TOML] = ()
