"""Who does what until when: institutions, instruments, commitments, milestones, updates."""

from typing import Annotated

from pydantic import Field

from ogdplan.model import vocabularies as v
from ogdplan.model.record import (
    UNIQUE,
    CommitmentRef,
    InstitutionRef,
    Institutions,
    Milestones,
    Percent,
    Record,
    Sdgs,
    Strings,
    WorkRef,
)
from ogdplan.model.values import FROM_TOML, FarRef, Number, Period, TextValue, Url, WhenValue

Roles = Annotated[tuple[Annotated[v.InstitutionRole, FROM_TOML], ...], FROM_TOML, UNIQUE]
Communities = Annotated[tuple[Annotated[v.Community, FROM_TOML], ...], FROM_TOML, UNIQUE]
Sector = Annotated[v.Sector, FROM_TOML]
InstrumentKind = Annotated[v.InstrumentKind, FROM_TOML]
Status = Annotated[v.Status, FROM_TOML]
ReadinessDimension = Annotated[v.ReadinessDimension, FROM_TOML]
Origin = Annotated[v.Origin, FROM_TOML]
MilestoneKind = Annotated[v.MilestoneKind, FROM_TOML]
Dimension = Annotated[v.Dimension, FROM_TOML]
Timing = Annotated[v.Timing, FROM_TOML]


class Institution(Record):
    """An agency, ministry, association or partner that has a part in the plan."""

    name: TextValue = Field(description="Its full name")
    acronym: str | None = Field(default=None, description="Its short name, as people say it")
    sector: Sector = Field(description="The part of society it belongs to")
    roles: Roles = Field(default=(), description="What it does for the plan")
    champion: bool | None = Field(default=None, description="Whether it stands up for open data")
    communities: Communities = Field(default=(), description="The communities it belongs to")
    sdgs: Sdgs = Field(default=(), description="The goals, targets or indicators it answers for")
    contact: str | None = Field(
        default=None, description="An office's address, never a person's; not published"
    )
    url: Url | None = Field(default=None, description="Its web address")


class Instrument(Record):
    """A law, decree, policy or the like that the plan rests on."""

    title: TextValue = Field(description="Its title")
    kind: InstrumentKind = Field(description="Its legal or political form")
    on: WhenValue | None = Field(default=None, description="When it was passed or signed")
    effect: TextValue | None = Field(default=None, description="What it changes for open data")
    url: Url | None = Field(default=None, description="Where its text can be read")


class Commitment(Record):
    """A promise of the plan, kept by its milestones."""

    number: str | None = Field(default=None, description="The plan's own numbering")
    title: TextValue = Field(description="What is promised, in a few words")
    problem: TextValue | None = Field(default=None, description="The problem it addresses")
    solution: TextValue | None = Field(default=None, description="What will be done about it")
    results: TextValue | None = Field(default=None, description="What is expected in the end")
    beneficiaries: TextValue | None = Field(default=None, description="Who gains from it")
    lead: InstitutionRef | None = Field(default=None, description="The institution in charge")
    supporting: Institutions = Field(default=(), description="Institutions that help")
    start: WhenValue | None = Field(default=None, description="When it begins")
    end: WhenValue | None = Field(default=None, description="When it is to be kept")
    status: Status | None = Field(
        default=None, description="How it stands, where that is stated for the whole"
    )
    progress: Percent | None = Field(default=None, description="Percent done, 0 to 100")
    completed: WhenValue | None = Field(default=None, description="When it was kept")
    withdrawn: WhenValue | None = Field(default=None, description="When it was given up")
    readiness_dimension: ReadinessDimension | None = Field(
        default=None, description="The dimension of readiness it works on"
    )
    policy_areas: Strings = Field(default=(), description="Policy areas, as the plan names them")
    sdgs: Sdgs = Field(default=(), description="Goals, targets or indicators it serves")
    origin: Origin | None = Field(default=None, description="New, or from an earlier plan")
    carried_from: FarRef | None = Field(
        default=None, description="The commitment of another plan it continues, plan-id#record-id"
    )
    ogp_id: str | None = Field(default=None, description="Its id in the OGP's database")


class Milestone(Record):
    """A piece of work with a result one can check."""

    number: str | None = Field(default=None, description="The plan's own numbering")
    title: TextValue = Field(description="What will be done")
    commitment: CommitmentRef | None = Field(
        default=None, description="The commitment it belongs to"
    )
    kind: MilestoneKind | None = Field(default=None, description="What sort of work it is")
    dimension: Dimension | None = Field(default=None, description="Technology, policy or operation")
    expected_output: TextValue | None = Field(
        default=None, description="What one will be able to see when it is done"
    )
    lead: InstitutionRef | None = Field(
        default=None, description="The institution in charge; else the commitment's lead"
    )
    supporting: Institutions = Field(default=(), description="Institutions that help")
    timing: Timing = Field(default=v.Timing.FIXED, description="How it is placed in time")
    start: WhenValue | None = Field(default=None, description="When work is to begin")
    due: WhenValue | None = Field(default=None, description="The deadline; its last day counts")
    due_text: str | None = Field(default=None, description="The deadline in the plan's own words")
    status: Status | None = Field(
        default=None, description="How it stands; can be left out where dates say it"
    )
    started: WhenValue | None = Field(default=None, description="When work began")
    completed: WhenValue | None = Field(default=None, description="When it was done")
    withdrawn: WhenValue | None = Field(default=None, description="When it was given up")
    progress: Percent | None = Field(default=None, description="Percent done, 0 to 100")
    weight: Annotated[Number, Field(gt=0)] = Field(
        default=1, description="How much it counts in the plan's completion, above 0"
    )
    depends_on: Milestones = Field(default=(), description="Milestones that must be done before")
    contributes_to: FarRef | None = Field(
        default=None, description="The record of another plan it serves, plan-id#record-id"
    )
    evidence: Strings = Field(
        default=(), description="What shows that it is done; web addresses are public evidence"
    )
    sdgs: Sdgs = Field(default=(), description="Goals, targets or indicators it serves")


class Update(Record):
    """A dated report about a milestone, a commitment or the plan; never rewritten."""

    about: WorkRef | None = Field(
        default=None, description="The milestone or commitment reported on; else the plan"
    )
    on: WhenValue = Field(description="When it was reported")
    period: Period | None = Field(default=None, description="The period reported on")
    status: Status | None = Field(default=None, description="How it stood")
    progress: Percent | None = Field(default=None, description="Percent done, 0 to 100")
    text: TextValue = Field(description="The report; for a moved deadline, the reason")
    due_from: WhenValue | None = Field(
        default=None, description="The deadline before this report moved it"
    )
    due_to: WhenValue | None = Field(
        default=None, description="The deadline this report moved it to"
    )
    evidence: Strings = Field(
        default=(), description="What shows it; web addresses are public evidence"
    )
    reported_by: InstitutionRef | None = Field(default=None, description="Who reported")
