"""The vocabularies and reference tables, for looking things up."""

from collections.abc import Callable, Iterable, Mapping
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
from ogdplan.report.tongue import ENGLISH, Tongue, mark
from ogdplan.report.view import View

Rows = list[tuple[str, str, str, str]]
"""Rows of value, label, description and source."""

_LIST = "Open Definition"
"""The source of a licence that has no page of its own."""

_HEADINGS = (mark("Value"), mark("Label"), mark("Description"), mark("Source"))
_INDEX_HEADINGS = (mark("Name"), mark("Values"), mark("What it is"))


def names() -> tuple[str, ...]:
    """Return the names of all tables that can be printed."""
    return (*VOCABULARIES, *_TABLES)


def index_view(as_of: date, spoken: Tongue = ENGLISH) -> View:
    """Return the list of tables, in a language that has a catalogue, else in English."""
    counts = {name: len(_rows(name, spoken)) for name in names()}
    rows: Rows = [
        (name, spoken.count("{n} value", "{n} values", number), _about(name, spoken), "")
        for name, number in counts.items()
    ]
    document = {
        "schema": "ogdplan/catalogue/1",
        "as_of": as_of.isoformat(),
        "catalogues": [
            {"name": name, "description": _about(name, spoken), "values": number}
            for name, number in counts.items()
        ],
    }
    sheet = _sheet(_INDEX_HEADINGS, rows, spoken)
    return View(Page((Heading(spoken.say("Catalogues"), 1), sheet)), document, sheet)


def view(name: str, as_of: date, spoken: Tongue = ENGLISH) -> View:
    """Return one table, in a language that has a catalogue, else in English.

    `name` is one of `names()`.
    """
    rows = _rows(name, spoken)
    document = {
        "schema": "ogdplan/catalogue/1",
        "as_of": as_of.isoformat(),
        "name": name,
        "description": _about(name, spoken),
        "values": [
            {"value": value, "label": label, "description": description, "source": source}
            for value, label, description, source in rows
        ],
    }
    sheet = _sheet(_HEADINGS, rows, spoken)
    heading = Heading(f"{name}: {_about(name, spoken)}", 1)
    return View(Page((heading, sheet)), document, sheet)


def _rows(name: str, spoken: Tongue) -> Rows:
    if name in VOCABULARIES:
        return _terms(VOCABULARIES[name], spoken)
    return _TABLES[name][1](spoken)


def _terms(terms: Iterable[Term], spoken: Tongue) -> Rows:
    return [(term.value, spoken.term(term), spoken.describe(term), term.source) for term in terms]


def _about(name: str, spoken: Tongue) -> str:
    return spoken.about(name) if name in VOCABULARIES else spoken.say(_TABLES[name][0])


def _sheet(headings: tuple[str, ...], rows: Rows, spoken: Tongue) -> Sheet:
    columns = tuple(
        Column(
            spoken.say(heading),
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


def _licences(_: Tongue) -> Rows:
    found = (licences.licence(licence_id) for licence_id in licences.licence_ids())
    return [
        (each.id, each.title, each.conformance.value, each.url or _LIST) for each in found if each
    ]


def _goals(spoken: Tongue) -> Rows:
    return [
        (
            str(goal.number),
            spoken.sdg(goal.number),
            spoken.say("colour {code}", code=goal.colour),
            "United Nations",
        )
        for goal in sdg.goals()
    ]


def _countries(spoken: Tongue) -> Rows:
    found = (countries.country(code) for code in sorted(countries.country_codes()))
    return [
        (each.alpha3, _country(each, spoken), each.official_name or "", "ISO 3166-1")
        for each in found
        if each
    ]


def _country(country: countries.Country, spoken: Tongue) -> str:
    """Return the name of a country; in English as the standard has it, where the codes are from."""
    return country.name if spoken.language == "en" else spoken.country(country.alpha3)


def _challenges(spoken: Tongue) -> Rows:
    return _topics(workshop.CHALLENGES, ChallengeCategory, spoken)


def _lessons(spoken: Tongue) -> Rows:
    return _topics((*workshop.LESSONS, *workshop.IMPROVEMENTS), LessonCategory, spoken)


def _achievements(spoken: Tongue) -> Rows:
    return _topics(workshop.ACHIEVEMENTS, MilestoneKind, spoken)


def _topics(topics: tuple[workshop.Topic, ...], terms: type[Term], spoken: Tongue) -> Rows:
    return _terms((terms(topic.slug) for topic in topics), spoken)


def _next_steps(_: Tongue) -> Rows:
    return [
        (step.theme, f"group {step.group}", step.text, step.question.label)
        for step in workshop.NEXT_STEPS
    ]


_TABLES: Mapping[str, tuple[str, Callable[[Tongue], Rows]]] = {
    "licences": (
        mark("licences of the Open Definition list, and whether they are open"),
        _licences,
    ),
    "countries": (mark("countries by three-letter code"), _countries),
    "goals": (mark("the Sustainable Development Goals"), _goals),
    "workshop-challenges": (mark("the nine challenges of the workshop of 2017"), _challenges),
    "workshop-lessons": (mark("the eight lessons of the workshop and its two wishes"), _lessons),
    "workshop-achievements": (mark("the six kinds of achievement of the workshop"), _achievements),
    "workshop-next-steps": (
        mark("the 27 next steps that the workshop's groups named"),
        _next_steps,
    ),
}
