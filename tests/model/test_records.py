from datetime import date, datetime
from typing import Any

import pytest
import tomli
from pydantic import ValidationError

from builders import a_plan
from ogdplan.model.kinds import KINDS, fields_of
from ogdplan.model.plan import Header, Plan
from ogdplan.model.record import Table
from ogdplan.model.text import plain
from ogdplan.model.values import Rating
from ogdplan.model.vocabularies import (
    Access,
    Basis,
    ChallengeStatus,
    Direction,
    InstitutionRole,
    LessonKind,
    Level,
    NextStepStatus,
    PlanKind,
    Stage,
    Status,
    Timing,
)
from ogdplan.model.when import on_day, period
from ogdplan.model.work import Institution, Milestone

MILESTONE = '[[milestones]]\nid = "portal"\ntitle = "Portal"\n'
# What each kind needs besides its id and, where it has one, its title.
REQUIRED = {
    "institution": 'name = "N"\nsector = "media"',
    "instrument": 'title = "T"\nkind = "law"',
    "commitment": 'title = "T"',
    "milestone": 'title = "T"',
    "update": 'on = 2018-06-30\ntext = "T"',
    "challenge": 'title = "T"\ncategory = "other"',
    "lesson": 'title = "T"\ncategory = "other"',
    "next-step": 'title = "T"',
    "dataset": 'title = "T"',
    "indicator": 'title = "T"\nlevel = "output"',
    "measurement": 'indicator = "i"\non = 2018-06-30\nvalue = 1',
    "event": 'title = "T"\nkind = "workshop"\nstart = 2018-06-30',
    "resource": 'title = "T"\nkind = "tool"',
    "assessment": 'framework = "irm"\ncriterion = "C"',
}


def errors_of(toml: str) -> list[tuple[tuple[str | int, ...], str]]:
    """Return place and type of each error that the plan of a TOML text has."""
    with pytest.raises(ValidationError) as refused:
        a_plan(toml)
    return [(error["loc"], error["type"]) for error in refused.value.errors()]


def test_record_is_read_as_it_is_written() -> None:
    plan = a_plan(
        MILESTONE
        + """
        number = "1.1"
        commitment = "openness"
        kind = "infrastructure"
        supporting = ["a", "b"]
        due = "2018-Q2"
        status = "limited"
        started = 2018-01-31
        progress = 30
        weight = 1.5
        evidence = ["https://example.org"]
        sdgs = ["16.10"]
        """
    )

    assert plan.milestones == (
        Milestone.model_validate(
            {
                "id": "portal",
                "title": "Portal",
                "number": "1.1",
                "commitment": "openness",
                "kind": "infrastructure",
                "supporting": ("a", "b"),
                "due": "2018-Q2",
                "status": Status.LIMITED,
                "started": date(2018, 1, 31),
                "progress": 30,
                "weight": 1.5,
                "evidence": ["https://example.org"],
                "sdgs": ["16.10"],
            }
        ),
    )
    (milestone,) = plan.milestones
    assert (milestone.title, milestone.due, milestone.started, milestone.status) == (
        plain("Portal"),
        period("2018-Q2"),
        on_day(date(2018, 1, 31)),
        Status.LIMITED,
    )
    assert (milestone.supporting, milestone.weight) == (("a", "b"), 1.5)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_kind_needs_exactly_the_required_fields(kind: Any) -> None:
    data = tomli.loads(f'id = "x"\n{REQUIRED[kind.name]}')

    kind.model.model_validate(data)

    for name in data:
        rest = {other: value for other, value in data.items() if other != name}
        with pytest.raises(ValidationError) as refused:
            kind.model.model_validate(rest)
        assert [(error["loc"], error["type"]) for error in refused.value.errors()] == [
            ((name,), "missing")
        ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_kind_refuses_a_key_it_does_not_have(kind: Any) -> None:
    toml = f'[[{kind.table}]]\nid = "x"\n{REQUIRED[kind.name]}\ncolour = "red"'

    assert errors_of(toml) == [((kind.table, 0, "colour"), "extra_forbidden")]


def test_plan_needs_its_format_and_header() -> None:
    with pytest.raises(ValidationError) as refused:
        Plan.model_validate({})

    assert [(error["loc"], error["type"]) for error in refused.value.errors()] == [
        (("format",), "missing"),
        (("plan",), "missing"),
    ]


def test_header_needs_title_and_lead() -> None:
    with pytest.raises(ValidationError) as refused:
        Header.model_validate({})

    assert [error["loc"] for error in refused.value.errors()] == [("title",), ("lead",)]


@pytest.mark.parametrize("version", [0, 2, "1", 1.5, None])
def test_format_of_another_version_is_refused(version: object) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate({"format": version, "plan": {"title": "T", "lead": "a"}})


def test_plan_refuses_a_table_it_does_not_have() -> None:
    assert errors_of("[[milestone]]\nid = 'a'") == [(("milestone",), "extra_forbidden")]


@pytest.mark.parametrize(
    ("toml", "place", "error"),
    [
        ("due = 0", "due", "ogdplan-faults"),
        ("due = 2018", "due", "ogdplan-faults"),
        ("due = true", "due", "ogdplan-faults"),
        ("due = 2018-06-30T00:00:00", "due", "ogdplan-faults"),
        ('due = "2018-06-30"', "due", "ogdplan-faults"),
        ('progress = "1"', "progress", "int_type"),
        ("progress = true", "progress", "int_type"),
        ("progress = 50.0", "progress", "int_type"),
        ("progress = 101", "progress", "less_than_equal"),
        ("progress = -1", "progress", "greater_than_equal"),
        ('weight = "1"', "weight", "ogdplan-faults"),
        ("weight = true", "weight", "ogdplan-faults"),
        ("weight = 0", "weight", "greater_than"),
        ("weight = -0.5", "weight", "greater_than"),
        ("weight = nan", "weight", "ogdplan-faults"),
        ("weight = inf", "weight", "ogdplan-faults"),
        ("number = 1", "number", "string_type"),
        ("number = 1.1", "number", "string_type"),
        ("due_text = 2018-06-30", "due_text", "string_type"),
        ('evidence = "https://example.org"', "evidence", "tuple_type"),
        ('depends_on = "a"', "depends_on", "tuple_type"),
        ("lead = ['a']", "lead", "string_type"),
        ("status = 1", "status", "enum"),
        ('status = "done"', "status", "enum"),
        ('status = "Limited"', "status", "enum"),
        ('title = ["Portal"]', "title", "ogdplan-faults"),
    ],
)
def test_value_of_a_milestone_is_not_converted(toml: str, place: str, error: str) -> None:
    text = MILESTONE.replace('title = "Portal"\n', "") if toml.startswith("title") else MILESTONE

    assert errors_of(f"{text}{toml}") == [(("milestones", 0, place), error)]


@pytest.mark.parametrize(
    ("table", "kind", "toml"),
    [
        ("institutions", "institution", "champion = 1"),
        ("institutions", "institution", 'champion = "true"'),
        ("events", "event", "participants = -1"),
        ("events", "event", "participants = 9.0"),
        ("events", "event", 'participants = "9"'),
        ("indicators", "indicator", 'target = "9"'),
        ("indicators", "indicator", "target = false"),
    ],
)
def test_value_of_another_record_is_not_converted(table: str, kind: str, toml: str) -> None:
    found = errors_of(f'[[{table}]]\nid = "x"\n{REQUIRED[kind]}\n{toml}')

    assert [place for place, _ in found] == [(table, 0, toml.partition(" ")[0])]


def test_item_of_a_list_is_refused_at_its_place() -> None:
    assert errors_of(MILESTONE + 'sdgs = ["16", "99", 3]\nevidence = ["a", 1]') == [
        (("milestones", 0, "evidence", 1), "string_type"),
        (("milestones", 0, "sdgs", 1), "ogdplan-faults"),
        (("milestones", 0, "sdgs", 2), "string_type"),
    ]


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (kind, spec.name)
        for kind in KINDS
        for spec in fields_of(kind.model)
        if spec.repeated and spec.base is not Rating
    ],
)
def test_list_of_a_record_holds_no_duplicates(kind: Any, field: str) -> None:
    value = {
        "sdgs": "16",
        "languages": "en",
        "roles": "partner",
        "communities": "ogd",
        "helps_with": "other",
        "applied_in": "nepal#portal",
    }.get(field, "a")
    toml = f'[[{kind.table}]]\nid = "x"\n{REQUIRED[kind.name]}\n{field} = '

    a_plan(f'{toml}["{value}"]')
    assert errors_of(f'{toml}["{value}", "{value}"]') == [
        ((kind.table, 0, field), "ogdplan-faults")
    ]


def test_record_cannot_be_changed() -> None:
    (office,) = a_plan().institutions

    with pytest.raises(ValidationError, match="frozen"):
        office.acronym = "X"


def test_records_with_equal_fields_are_equal() -> None:
    data = {"id": "a", "name": "A", "sector": "media", "roles": ["partner"]}

    assert Institution.model_validate(data) == Institution.model_validate(data)
    assert Institution.model_validate(data).roles == (InstitutionRole.PARTNER,)


def test_header_has_the_defaults_of_the_format() -> None:
    header = a_plan().header

    assert (header.kind, header.stage, header.basis, header.languages) == (
        PlanKind.NATIONAL_OGD,
        Stage.ADOPTED,
        Basis.OFFICIAL,
        ("en",),
    )


def test_records_have_the_defaults_of_the_format() -> None:
    plan = a_plan(
        "\n".join(
            f'[[{kind.table}]]\nid = "{kind.name}"\n{REQUIRED[kind.name]}'
            for kind in KINDS
            if kind.name != "institution"
        )
    )

    assert (plan.milestones[0].timing, plan.milestones[0].weight) == (Timing.FIXED, 1)
    assert (plan.challenges[0].severity, plan.challenges[0].status) == (
        Level.MEDIUM,
        ChallengeStatus.OPEN,
    )
    assert plan.lessons[0].kind is LessonKind.REPEAT
    assert plan.next_steps[0].status is NextStepStatus.OPEN
    assert plan.datasets[0].access is Access.PUBLIC
    assert plan.indicators[0].direction is Direction.INCREASE


def test_every_other_field_is_absent_unless_given() -> None:
    models: list[type[Table]] = [Header, *(kind.model for kind in KINDS)]
    defaults = {
        f"{model.__name__}.{spec.name}": default
        for model in models
        for spec in fields_of(model)
        if not spec.required
        and (default := model.model_fields[spec.attribute].default) is not None
        and default != ()
    }

    assert defaults == {
        "Header.kind": "national-ogd",
        "Header.stage": "adopted",
        "Header.basis": "official",
        "Header.languages": ("en",),
        "Milestone.timing": "fixed",
        "Milestone.weight": 1,
        "Challenge.severity": "medium",
        "Challenge.status": "open",
        "Lesson.kind": "repeat",
        "NextStep.status": "open",
        "Dataset.access": "public",
        "Indicator.direction": "increase",
    }


def test_lesson_is_learned_from_what_stands_under_from() -> None:
    plan = a_plan('[[lessons]]\nid = "l"\ntitle = "T"\ncategory = "other"\nfrom = ["portal"]')

    assert plan.lessons[0].origins == ("portal",)


def test_lesson_does_not_know_the_name_that_python_has_for_from() -> None:
    toml = '[[lessons]]\nid = "l"\ntitle = "T"\ncategory = "other"\norigins = ["portal"]'

    assert errors_of(toml) == [(("lessons", 0, "origins"), "extra_forbidden")]


def test_event_keeps_its_ratings_in_order() -> None:
    plan = a_plan(
        """
        [[events]]
        id = "workshop"
        title = "Workshop"
        kind = "regional-workshop"
        start = 2017-06-22
        ratings.excellent = 55
        ratings."very good" = 36
        """
    )

    assert plan.events[0].ratings == (Rating("excellent", 55), Rating("very good", 36))


@pytest.mark.parametrize(
    ("toml", "language"),
    [
        ("", "en"),
        ('[plan]\nlanguages = ["es", "en"]', "es"),
        ("[plan]\nlanguages = []", "en"),
    ],
)
def test_first_language_of_a_plan(toml: str, language: str) -> None:
    assert a_plan(toml).header.language == language


def test_all_mistakes_are_found_at_once() -> None:
    toml = """
        [plan]
        kind = "national"
        portal = "portal.gov"

        [[milestones]]
        id = "Portal"
        due = 2018

        [[accepted]]
        rule = "late"
        reason = " "
    """

    assert errors_of(toml) == [
        (("plan", "kind"), "enum"),
        (("plan", "portal"), "ogdplan-faults"),
        (("milestones", 0, "id"), "ogdplan-faults"),
        (("milestones", 0, "title"), "missing"),
        (("milestones", 0, "due"), "ogdplan-faults"),
        (("accepted", 0, "rule"), "ogdplan-faults"),
        (("accepted", 0, "reason"), "ogdplan-faults"),
    ]


def test_times_in_a_file_are_no_dates() -> None:
    data = tomli.loads("due = 2018-06-30T00:00:00")

    assert isinstance(data["due"], datetime)
    assert errors_of(f"{MILESTONE}due = 2018-06-30T00:00:00") == [
        (("milestones", 0, "due"), "ogdplan-faults")
    ]
