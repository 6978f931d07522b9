"""The vocabularies and reference tables, for looking things up."""

from collections.abc import Callable, Mapping
from datetime import date

from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import (
    VOCABULARIES,
    ChallengeCategory,
    LessonCategory,
    MilestoneKind,
)
from ogdplan.reference import countries, licences, sdg, workshop
from ogdplan.report.page import Cell, Column, Fit, Heading, Page, Sheet
from ogdplan.report.segments import Style
from ogdplan.report.view import View

Rows = list[tuple[str, str, str, str]]
"""Rows of value, label, description and source."""


def names() -> tuple[str, ...]:
    """Return the names of all tables that can be printed."""
    return (*VOCABULARIES, *_TABLES)


def index_view(as_of: date) -> View:
    """Return the list of tables."""
    rows: Rows = [(name, f"{len(_rows(name))} values", _about(name), "") for name in names()]
    document = {
        "schema": "ogdplan/catalogue/1",
        "as_of": as_of.isoformat(),
        "catalogues": [
            {"name": name, "description": _about(name), "values": len(_rows(name))}
            for name in names()
        ],
    }
    sheet = _sheet(("Name", "Values", "What it is"), rows)
    return View(Page((Heading("Catalogues", 1), sheet)), document, sheet)


def view(name: str, as_of: date) -> View:
    """Return one table; `name` is one of `names()`."""
    rows = _rows(name)
    document = {
        "schema": "ogdplan/catalogue/1",
        "as_of": as_of.isoformat(),
        "name": name,
        "description": _about(name),
        "values": [
            {"value": value, "label": label, "description": description, "source": source}
            for value, label, description, source in rows
        ],
    }
    sheet = _sheet(("Value", "Label", "Description", "Source"), rows)
    heading = Heading(f"{name}: {_about(name)}", 1)
    return View(Page((heading, sheet)), document, sheet)


def _rows(name: str) -> Rows:
    if name in VOCABULARIES:
        return [
            (term.value, term.label, term.description, term.source) for term in VOCABULARIES[name]
        ]
    return _TABLES[name][1]()


def _about(name: str) -> str:
    if name in VOCABULARIES:
        first = (VOCABULARIES[name].__doc__ or "").partition("\n")[0].rstrip(".")
        return first[:1].lower() + first[1:]
    return _TABLES[name][0]


def _sheet(headings: tuple[str, ...], rows: Rows) -> Sheet:
    columns = tuple(
        Column(
            heading,
            heading.lower().replace(" ", "_"),
            priority=index,
            fit=Fit.WRAPPED if index == 2 else Fit.WHOLE,
        )
        for index, heading in enumerate(headings)
    )
    return Sheet(
        columns,
        tuple(
            tuple(
                Cell(words, Style.EMPHASIS if index == 0 else Style.PLAIN)
                for index, words in enumerate(row[: len(headings)])
            )
            for row in rows
        ),
    )


def _licences() -> Rows:
    found = (licences.licence(licence_id) for licence_id in licences.licence_ids())
    return [(each.id, each.title, each.conformance.value, each.url or "") for each in found if each]


def _goals() -> Rows:
    return [
        (str(goal.number), sdg.goal_name(goal.number), f"colour {goal.colour}", "United Nations")
        for goal in sdg.goals()
    ]


def _countries() -> Rows:
    found = (countries.country(code) for code in sorted(countries.country_codes()))
    return [
        (each.alpha3, each.name, each.official_name or "", "ISO 3166-1") for each in found if each
    ]


def _challenges() -> Rows:
    return _topics(workshop.CHALLENGES, ChallengeCategory)


def _lessons() -> Rows:
    return _topics((*workshop.LESSONS, *workshop.IMPROVEMENTS), LessonCategory)


def _achievements() -> Rows:
    return _topics(workshop.ACHIEVEMENTS, MilestoneKind)


def _topics(topics: tuple[workshop.Topic, ...], vocabulary: type[Term]) -> Rows:
    terms = [vocabulary(topic.slug) for topic in topics]
    return [(term.value, term.label, term.description, term.source) for term in terms]


def _next_steps() -> Rows:
    return [
        (step.theme, f"group {step.group}", step.text, step.question.label)
        for step in workshop.NEXT_STEPS
    ]


_TABLES: Mapping[str, tuple[str, Callable[[], Rows]]] = {
    "licences": ("licences of the Open Definition list, and whether they are open", _licences),
    "countries": ("countries by three-letter code", _countries),
    "goals": ("the Sustainable Development Goals", _goals),
    "workshop-challenges": ("the nine challenges of the workshop of 2017", _challenges),
    "workshop-lessons": ("the eight lessons of the workshop and its two wishes", _lessons),
    "workshop-achievements": ("the six kinds of achievement of the workshop", _achievements),
    "workshop-next-steps": ("the 27 next steps that the workshop's groups named", _next_steps),
}
