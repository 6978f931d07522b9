"""What the workshop of The Hague found in June 2017, as a catalogue.

Source: UN DESA/DPADM, report of the International Knowledge-sharing Workshop on Open Government
Data for Sustainable Development. The facts are the report's, the wording is ours. Slugs name
values of the vocabularies, which hold their labels and descriptions.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

TITLE = (
    "International Knowledge-sharing Workshop on Open Government Data for Sustainable Development"
)
ORGANISER = "UN DESA"
PROJECT = "1415H"
"""The number of the organiser's development-account project, under way since 2015."""

PLACE = "The Hague"
FIRST_DAY = date(2017, 6, 22)
LAST_DAY = date(2017, 6, 23)

COUNTRIES = ("BGD", "BRA", "CRI", "IDN", "KOR", "NPL", "PAN", "PHL", "URY")
"""The countries present, by alpha-3 code."""

FINALISED_PLANS = ("BGD", "NPL", "PAN", "URY")
"""The countries that finalised an OGD action plan as an outcome."""

PROJECT_ACTIVITIES = (("workshop", 4), ("training", 4), ("study-tour", 3), ("regional-workshop", 2))
"""How many events of each kind the project held, by slug of the event kind."""


@dataclass(frozen=True, slots=True)
class Partner:
    """An institution that carried the project; `country` is None for a regional commission."""

    acronym: str
    name: str
    country: str | None


PARTNERS = (
    Partner("a2i", "Access to Information programme", "BGD"),
    Partner("NIC", "National Information Commission", "NPL"),
    Partner("AIG", "National Authority for Government Innovation", "PAN"),
    Partner("ANTAI", "National Authority for Transparency and Access to Information", "PAN"),
    Partner("AGESIC", "Agency for Electronic Government and the Information Society", "URY"),
    Partner("ECLAC", "Economic Commission for Latin America and the Caribbean", None),
    Partner("ESCAP", "Economic and Social Commission for Asia and the Pacific", None),
)


SDG_WORK_DONE = (
    "The national statistical office comes first: it knows which data stand behind an indicator.",
    "An assessment of which SDG datasets exist, in some countries by UNDP, sets what to open next.",
    "Where agencies cannot be won by coordination, a decree or ruling from the top obliges them.",
    "Even where things go best, only some half of the SDG datasets have an open format.",
    "Goals that government and civil society put first get the effort, in reuse and release.",
    "Guidelines from the centre have each agency write a plan (Brazil), and can carry the SDGs.",
    "Portals follow the SDGs or publish their data: Bangladesh, Costa Rica, the Philippines.",
    "Officers open data when they see the time, effort and resources that publishing spares them.",
    "Initiatives set out for transparency, go on to jobs and social problems, then to the SDGs.",
)
"""Session I: what had been done so far to join open government data and the SDGs."""

SDG_WORK_TO_DO = (
    "Make the 2030 agenda known to everybody who acts on it at home, officers included.",
    "Govern with agencies and civil society at one table, and a circle of actors for each goal.",
    (
        "Write SDG objectives and tasks into the national guidelines; back them with awareness, "
        "training, monitoring, evaluation and a high political authority."
    ),
    (
        "Work on technology, with the country's ICT infrastructure; on policy, by strategy and "
        "action plan; and on operation, by organisation."
    ),
    "Start from the country's problems, beyond the global indicators: they show the key datasets.",
)
"""Session I: what was still to do."""

SDG_OPEN_SHARE_BENCHMARK_PERCENT = 50
"""The share of SDG datasets that is open "in the best cases"; a rough figure, not a target."""


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry of a numbered list of the report; `slug` is its value in our vocabulary."""

    number: int
    slug: str


def _topics(*slugs: str) -> tuple[Topic, ...]:
    return tuple(Topic(number, slug) for number, slug in enumerate(slugs, start=1))


CHALLENGES = _topics(
    "awareness-and-benefits",
    "fear-to-release",
    "weak-leadership",
    "first-mover-risk",
    "agency-involvement",
    "lack-of-regulation",
    "unknown-holdings",
    "misunderstanding-of-ogd",
    "paper-based-culture",
)
"""Session II: the nine challenges, by challenge category."""

LESSONS = _topics(
    "agency-level-plans",
    "centralise-or-decentralise",
    "data-life-cycle",
    "coordinate-with-users",
    "prioritise-with-users",
    "institutionalisation",
    "audit-and-accountability",
    "champions",
)
"""Session II: the eight lessons, by lesson category."""

IMPROVEMENTS = _topics("continued-support", "learning-platform")
"""Session II: the two points with room for improvement, by lesson category."""

ACHIEVEMENTS = _topics(
    "community-building",
    "sensitization",
    "readiness-assessment",
    "co-creation",
    "training",
    "data-reuse",
)
"""Session III: the six achievements, by milestone kind."""


class Question(StrEnum):
    """The two questions of session III that each of the three groups answered."""

    ADVANCE = "advance-the-initiative"
    EVERYBODY = "everybodys-agenda"

    @property
    def label(self) -> str:
        """The question in words."""
        return _QUESTION_LABELS[self]


_QUESTION_LABELS = {
    Question.ADVANCE: "How to advance the initiative",
    Question.EVERYBODY: "How to spread it across government and make it everybody's agenda",
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step that one of the groups named; `number` counts through both questions."""

    number: int
    group: int
    question: Question
    theme: str
    text: str


_STEPS = {
    (Question.ADVANCE, 1): (
        ("leadership-buy-in", "Have the leaders fully behind the initiative."),
        ("legal-framework", "Rest it on law, so that it outlives the people who are committed."),
        ("management-practices", "Improve how the work is managed."),
        ("ict-infrastructure", "Improve the ICT infrastructure it runs on."),
        ("standards", "Agree on standards and keep to them."),
        ("private-sector-use", "Learn how businesses use the data."),
    ),
    (Question.ADVANCE, 2): (
        ("legal-framework", "Put binding rules in place."),
        ("appoint-champion", "Name a champion who speaks for open data."),
        ("socialise-strategy", "Make the strategy known and discussed."),
        ("involve-stakeholders", "Bring the OGD, SDG and freedom-of-information circles in."),
    ),
    (Question.ADVANCE, 3): (
        ("documentation", "Write down more of how things are done."),
        ("data-quality", "Raise the quality of the data."),
        ("data-reuse", "See that published data are used again."),
    ),
    (Question.EVERYBODY, 1): (
        ("data-driven-decisions", "Let decisions rest on data."),
        ("impact-indicators", "Measure what open data change, by indicators of impact."),
        ("data-integration", "Join government data with those of other sources."),
        ("success-stories", "Gather what has worked elsewhere in the world."),
    ),
    (Question.EVERYBODY, 2): (
        ("performance-agreements", "Make open data part of the yearly performance agreements."),
        ("priority-datasets", "Settle which datasets and sectors come first."),
        ("demand-side-capacity", "Build up the skills of those who would use the data."),
        ("success-stories", "Tell of problems in society that open data helped to solve."),
        ("knowledge-bank", "Keep a shared bank of knowledge."),
    ),
    (Question.EVERYBODY, 3): (
        ("convince-officers", "Win over the officers who hold the data."),
        ("government-use", "Have government use its own open data."),
        ("involve-sectors", "Reach out to further sectors."),
        ("public-benefits", "Show the public what it gains."),
        ("continued-guidance", "Keep UN DESA's help: assessing, training, sharing experience."),
    ),
}


def _next_steps() -> tuple[NextStep, ...]:
    listed = [(*key, *step) for key, steps in _STEPS.items() for step in steps]
    return tuple(
        NextStep(number, group, question, theme, text)
        for number, (question, group, theme, text) in enumerate(listed, start=1)
    )


NEXT_STEPS = _next_steps()
"""Session III: the 27 steps in the report's order, of 25 themes: two were named twice."""


@dataclass(frozen=True, slots=True)
class Rating:
    """The share of participants, 0 to 100, that an answer got."""

    label: str
    percent: int


OVERALL_RATINGS = (Rating("excellent", 55), Rating("very good", 36), Rating("satisfactory", 9))
"""What the participants thought of the workshop as a whole."""

PRAISE_RATINGS = (
    Rating("choice of themes", 100),
    Rating("arrangements and facilities", 100),
    Rating("overall impression", 91),
    Rating("clarity of objectives", 91),
    Rating("quality of speakers", 91),
    Rating("quality of presentations", 91),
)
"""How many found each aspect excellent or very good."""

COMMITMENT_RATINGS = (
    Rating("would recommend it", 100),
    Rating("want to contribute to the network", 100),
)
"""How many would act on what they thought of it."""
