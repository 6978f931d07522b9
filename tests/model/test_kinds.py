import pytest

from builders import a_plan
from ogdplan.model import evidence, knowledge, work
from ogdplan.model.kinds import (
    KINDS,
    NOT_PUBLIC,
    TABLES,
    all_records,
    field_named,
    fields_of,
    kind_named,
    kind_of,
    records_by_id,
    records_of,
    table_model,
)
from ogdplan.model.plan import Plan
from ogdplan.model.record import Table
from ogdplan.model.terms import Term
from ogdplan.model.text import Text
from ogdplan.model.vocabularies import InstitutionRole, Status
from ogdplan.model.when import When
from types_in_words import type_of

# Section 2 of the design: the fields of every table in order, R for required.
FORMAT = {
    "plan": """
        title: Text R
        country: country
        countries: list of country
        kind: plan-kind
        number: string
        stage: stage
        basis: basis
        start: When
        end: When
        adopted: When
        lead: Ref[institution] R
        supporting: list of Ref[institution]
        languages: list of language
        summary: Text
        endorsed_by: Text
        orientation: orientation
        sdgs: list of Sdg
        reporting: reporting
        portal: Url
        sdg_portal: Url
        previous: plan id
        parent: plan id
        ogp_id: string
        sources: list of string
        note: Text
    """,
    "institutions": """
        id: Id R
        name: Text R
        acronym: string
        sector: sector R
        roles: list of institution-role
        champion: boolean
        communities: list of community
        sdgs: list of Sdg
        contact: string
        url: Url
        sources: list of string
        note: Text
    """,
    "instruments": """
        id: Id R
        title: Text R
        kind: instrument-kind R
        on: When
        effect: Text
        url: Url
        sources: list of string
        note: Text
    """,
    "commitments": """
        id: Id R
        number: string
        title: Text R
        problem: Text
        solution: Text
        results: Text
        beneficiaries: Text
        lead: Ref[institution]
        supporting: list of Ref[institution]
        start: When
        end: When
        status: status
        progress: integer 0–100
        completed: When
        withdrawn: When
        readiness_dimension: readiness-dimension
        policy_areas: list of string
        sdgs: list of Sdg
        origin: origin
        carried_from: FarRef
        ogp_id: string
        sources: list of string
        note: Text
    """,
    "milestones": """
        id: Id R
        number: string
        title: Text R
        commitment: Ref[commitment]
        kind: milestone-kind
        dimension: dimension
        expected_output: Text
        lead: Ref[institution]
        supporting: list of Ref[institution]
        timing: timing
        start: When
        due: When
        due_text: string
        status: status
        started: When
        completed: When
        withdrawn: When
        progress: integer 0–100
        weight: number > 0
        depends_on: list of Ref[milestone]
        contributes_to: FarRef
        evidence: list of string
        sdgs: list of Sdg
        sources: list of string
        note: Text
    """,
    "updates": """
        id: Id R
        about: Ref[milestone, commitment]
        on: When R
        period: period
        status: status
        progress: integer 0–100
        text: Text R
        due_from: When
        due_to: When
        evidence: list of string
        reported_by: Ref[institution]
        sources: list of string
        note: Text
    """,
    "challenges": """
        id: Id R
        title: Text R
        category: challenge-category R
        description: Text
        severity: level
        status: challenge-status
        raised: When
        resolved: When
        lead: Ref[institution]
        affects: list of Ref[milestone, commitment, dataset]
        mitigations: list of Ref[milestone, next-step]
        resolution: Text
        sources: list of string
        note: Text
    """,
    "lessons": """
        id: Id R
        title: Text R
        category: lesson-category R
        kind: lesson-kind
        description: Text
        on: When
        from: list of Ref[milestone, commitment, challenge, event]
        helps_with: list of challenge-category
        applied_in: list of FarRef
        sources: list of string
        note: Text
    """,
    "next_steps": """
        id: Id R
        number: string
        title: Text R
        theme: next-step-theme
        description: Text
        lead: Ref[institution]
        due: When
        status: next-step-status
        addresses: list of Ref[challenge]
        promoted_to: Ref[milestone]
        sources: list of string
        note: Text
    """,
    "datasets": """
        id: Id R
        number: string
        title: Text R
        publisher: Ref[institution]
        url: Url
        licence: licence
        formats: list of string
        frequency: frequency
        sdgs: list of Sdg
        priority: level
        availability: availability
        release_needs: release-needs
        planned: When
        released: When
        access: access
        access_reason: Text
        publisher_benefit: Text
        milestones: list of Ref[milestone]
        sources: list of string
        note: Text
    """,
    "indicators": """
        id: Id R
        number: string
        title: Text R
        level: indicator-level R
        unit: string
        direction: direction
        baseline: number
        baseline_on: When
        target: number
        target_on: When
        sdg: Sdg
        commitment: Ref[commitment]
        sources: list of string
        note: Text
    """,
    "measurements": """
        id: Id R
        indicator: Ref[indicator] R
        on: When R
        value: number R
        sources: list of string
        note: Text
    """,
    "events": """
        id: Id R
        title: Text R
        kind: event-kind R
        start: When R
        end: When
        place: string
        participants: integer ≥ 0
        ratings: ratings
        sources: list of string
        note: Text
    """,
    "resources": """
        id: Id R
        title: Text R
        kind: resource-kind R
        url: Url
        languages: list of language
        helps_with: list of challenge-category
        sources: list of string
        note: Text
    """,
    "assessments": """
        id: Id R
        about: Ref[commitment, milestone, dataset]
        framework: framework R
        criterion: string R
        rating: string
        value: number
        out_of: number
        on: When
        assessor: string
        sources: list of string
        note: Text
    """,
    "accepted": """
        rule: rule R
        about: Ref[any]
        reason: Text R
    """,
}


def written_fields(model: type[Table]) -> list[str]:
    return [
        f"{spec.name}: {type_of(spec)}{' R' if spec.required else ''}" for spec in fields_of(model)
    ]


@pytest.mark.parametrize("table", FORMAT)
def test_table_has_the_fields_of_the_design_in_its_order(table: str) -> None:
    model = table_model(table)

    assert model is not None
    assert written_fields(model) == [line.strip() for line in FORMAT[table].strip().split("\n")]


def test_tables_stand_in_the_order_of_the_design() -> None:
    assert ("format", *FORMAT) == TABLES


def test_kinds_have_their_words_tables_and_headings() -> None:
    assert [(kind.name, kind.table, kind.model, kind.heading) for kind in KINDS] == [
        ("institution", "institutions", work.Institution, "name"),
        ("instrument", "instruments", work.Instrument, "title"),
        ("commitment", "commitments", work.Commitment, "title"),
        ("milestone", "milestones", work.Milestone, "title"),
        ("update", "updates", work.Update, "text"),
        ("challenge", "challenges", knowledge.Challenge, "title"),
        ("lesson", "lessons", knowledge.Lesson, "title"),
        ("next-step", "next_steps", knowledge.NextStep, "title"),
        ("dataset", "datasets", evidence.Dataset, "title"),
        ("indicator", "indicators", evidence.Indicator, "title"),
        ("measurement", "measurements", evidence.Measurement, "value"),
        ("event", "events", knowledge.Event, "title"),
        ("resource", "resources", knowledge.Resource, "title"),
        ("assessment", "assessments", evidence.Assessment, "criterion"),
    ]


def test_heading_of_a_kind_is_a_required_field() -> None:
    headings = [(kind.name, field_named(kind.model, kind.heading)) for kind in KINDS]

    assert [name for name, spec in headings if spec is None or not spec.required] == []


def test_words_of_a_kind_are_what_people_say() -> None:
    step = kind_named("next-step")

    assert (step.words, step.plural) == ("next step", "next steps")
    assert step.plural_name == "next-steps"


def test_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        kind_named("next step")


def test_every_table_of_the_plan_has_a_kind_or_is_known() -> None:
    attributes = {info.alias or name for name, info in Plan.model_fields.items()}

    assert attributes == set(TABLES)


def test_format_has_no_table_model() -> None:
    assert (table_model("format"), table_model("milestone")) == (None, None)


def test_every_field_is_described() -> None:
    models = [model for table in FORMAT if (model := table_model(table))]

    undescribed = [
        f"{model.__name__}.{spec.name}"
        for model in models
        for spec in fields_of(model)
        if not spec.description or spec.description.endswith(".")
    ]

    assert undescribed == []


def test_description_begins_with_a_capital() -> None:
    models = [model for table in FORMAT if (model := table_model(table))]

    assert [
        spec.description
        for model in models
        for spec in fields_of(model)
        if not spec.description[0].isupper()
    ] == []


@pytest.mark.parametrize(
    ("model", "name", "attribute", "base", "repeated"),
    [
        (knowledge.Lesson, "from", "origins", str, True),
        (work.Milestone, "status", "status", Status, False),
        (work.Milestone, "due", "due", When, False),
        (work.Milestone, "title", "title", Text, False),
        (work.Milestone, "weight", "weight", float, False),
        (work.Institution, "champion", "champion", bool, False),
        (work.Institution, "roles", "roles", InstitutionRole, True),
    ],
)
def test_field_knows_its_key_its_attribute_and_its_type(
    model: type[Table], name: str, attribute: str, base: type, repeated: bool
) -> None:
    spec = field_named(model, name)

    assert spec
    assert (spec.attribute, spec.base, spec.repeated) == (attribute, base, repeated)
    assert (spec.vocabulary is base, spec.is_when, spec.is_text) == (
        issubclass(base, Term),
        base is When,
        base is Text,
    )


def test_field_is_found_by_its_key_not_by_its_attribute() -> None:
    assert field_named(knowledge.Lesson, "origins") is None


def test_each_field_that_is_not_public_is_one_of_the_format() -> None:
    """A name that no field has would keep nothing from the public."""
    names = {spec.name for kind in KINDS for spec in fields_of(kind.model)}

    assert names >= NOT_PUBLIC


def test_field_that_names_a_plan_or_its_record_says_so() -> None:
    marked = {
        (table, spec.name): (spec.refers_far, spec.names_plan)
        for table in FORMAT
        if (model := table_model(table))
        for spec in fields_of(model)
        if spec.refers_far or spec.names_plan
    }

    assert marked == {
        ("plan", "previous"): (False, True),
        ("plan", "parent"): (False, True),
        ("commitments", "carried_from"): (True, False),
        ("milestones", "contributes_to"): (True, False),
        ("lessons", "applied_in"): (True, False),
    }


def test_marks_keep_the_bounds_that_stand_within_the_type() -> None:
    progress = field_named(work.Milestone, "progress")

    assert progress
    assert {getattr(mark, "le", None) for mark in progress.marks} >= {100}


def test_records_come_kind_by_kind_in_the_order_of_the_file() -> None:
    plan = a_plan(
        """
        milestones = [{ id = "b", title = "B" }, { id = "a", title = "A" }]
        commitments = [{ id = "c", title = "C" }]
        """
    )

    assert [(kind_of(record).name, record.id) for record in all_records(plan)] == [
        ("institution", "office"),
        ("commitment", "c"),
        ("milestone", "b"),
        ("milestone", "a"),
    ]
    assert records_of(plan, kind_named("milestone")) == plan.milestones


def test_of_two_records_with_one_id_the_first_is_found_by_it() -> None:
    plan = a_plan(
        """
        milestones = [{ id = "a", title = "A milestone" }, { id = "a", title = "Again" }]
        commitments = [{ id = "c", title = "C" }, { id = "a", title = "A commitment" }]
        """
    )

    found = records_by_id(plan)

    assert list(found) == ["office", "c", "a"]
    assert found["a"] == plan.commitments[1]
