from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.kinds import KINDS, Kind, records_of
from ogdplan.progress.plan import progress_of
from ogdplan.report.page import Cell
from ogdplan.report.segments import Style
from ogdplan.report.standing import KEYS, figures_of
from ogdplan.report.words import Reader

AS_OF = date(2018, 6, 30)
PLAN = a_plan(
    """
    [[institutions]]
    id = "nic"
    name = "Commission"
    acronym = "NIC"
    sector = "government"

    [[instruments]]
    id = "law"
    title = "Law"
    kind = "law"

    [[commitments]]
    id = "reported"
    title = "Reported"
    status = "limited"

    [[commitments]]
    id = "read-off"
    title = "Read off"
    lead = "nic"

    [[milestones]]
    id = "late"
    title = "Late"
    commitment = "read-off"
    due = 2018-06-28

    [[milestones]]
    id = "done"
    title = "Done"
    commitment = "read-off"
    due = 2018-06-28
    completed = 2018-06-18
    evidence = ["https://example.org"]

    [[milestones]]
    id = "dateless"
    title = "Dateless"

    [[updates]]
    id = "moved"
    about = "late"
    on = 2018-01-01
    text = "Moved"
    due_from = 2018-06-27
    due_to = 2018-06-28

    [[challenges]]
    id = "alone"
    title = "Alone"
    category = "other"

    [[challenges]]
    id = "helped"
    title = "Helped"
    category = "other"
    mitigations = ["late", "step"]

    [[lessons]]
    id = "lesson"
    title = "Lesson"
    category = "other"

    [[next_steps]]
    id = "step"
    title = "Step"
    status = "in-progress"

    [[datasets]]
    id = "census"
    title = "Census"
    url = "https://example.org"
    licence = "CC-BY-4.0"
    formats = ["csv"]
    released = 2018-01-01

    [[datasets]]
    id = "paper"
    title = "Paper"

    [[indicators]]
    id = "measured"
    title = "Measured"
    level = "output"

    [[indicators]]
    id = "unmeasured"
    title = "Unmeasured"
    level = "output"

    [[measurements]]
    id = "m"
    indicator = "measured"
    on = 2018-06-01
    value = -0.5

    [[events]]
    id = "event"
    title = "Event"
    kind = "workshop"
    start = 2018-01-01

    [[resources]]
    id = "resource"
    title = "Resource"
    kind = "tool"

    [[assessments]]
    id = "assessment"
    framework = "irm"
    criterion = "Completion"
    rating = "limited"
    """
)
PROGRESS = progress_of(PLAN, AS_OF)
READER = Reader(PLAN, None)
RECORDS = {record.id: record for kind in KINDS for record in records_of(PLAN, kind)}


def values(record_id: str) -> dict[str, object]:
    figures = figures_of(RECORDS[record_id], PROGRESS, READER)
    return {figure.key: figure.value for figure in figures}


def cell(record_id: str, key: str) -> Cell:
    figures = figures_of(RECORDS[record_id], PROGRESS, READER)
    return {figure.key: figure.cell for figure in figures}[key]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_kind_has_the_figures_that_its_keys_name(kind: Kind) -> None:
    for record in records_of(PLAN, kind):
        assert tuple(values(record.id)) == KEYS.get(kind.name, ())


@pytest.mark.parametrize(
    ("record_id", "expected"),
    [
        (
            "late",
            {
                "status": "not-started",
                "health": "overdue",
                "slip_days": 1,
                "delay_days": 2,
                "lead": "nic",
                "evidence": "none",
            },
        ),
        (
            "done",
            {
                "status": "completed",
                "health": "completed",
                "slip_days": 0,
                "delay_days": -10,
                "lead": "nic",
                "evidence": "public",
            },
        ),
        (
            "read-off",
            {
                "status": "in-progress",
                "reported": False,
                "completed_milestones": 1,
                "active_milestones": 2,
                "completed_percent": 50,
            },
        ),
        (
            "reported",
            {
                "status": "limited",
                "reported": True,
                "completed_milestones": 0,
                "active_milestones": 0,
                "completed_percent": None,
            },
        ),
        ("alone", {"status": "open", "open": True, "unmitigated": True}),
        ("helped", {"status": "open", "open": True, "unmitigated": False}),
        ("step", {"status": "in-progress"}),
        ("census", {"open": True, "stars": 3}),
        ("paper", {"open": False, "stars": 0}),
        ("measured", {"latest": -0.5, "latest_on": "2018-06-01"}),
        ("unmeasured", {"latest": None, "latest_on": None}),
    ],
)
def test_figures_are_those_of_the_date(record_id: str, expected: dict[str, object]) -> None:
    assert values(record_id) == expected


@pytest.mark.parametrize(
    ("record_id", "key", "expected"),
    [
        ("late", "slip_days", Cell("+1 day", value=1)),
        ("done", "slip_days", Cell("0", value=0)),
        ("done", "delay_days", Cell("-10 days", value=-10)),
        ("dateless", "slip_days", Cell("–", Style.MUTED, value="")),
        ("late", "lead", Cell("NIC")),
        ("read-off", "completed_milestones", Cell("1 of 2", value=1)),
        ("reported", "completed_milestones", Cell("–", value=0)),
        ("read-off", "completed_percent", Cell("50 %", value=50)),
        ("alone", "unmitigated", Cell("none", Style.LATE, "▲")),
        ("helped", "unmitigated", Cell("2")),
        ("census", "stars", Cell("★★★", value=3)),
        ("paper", "stars", Cell("–", value=0)),
        ("measured", "latest", Cell("-0.5 (2018-06-01)")),
        ("unmeasured", "latest", Cell("–")),
    ],
)
def test_people_read_figures_in_words(record_id: str, key: str, expected: Cell) -> None:
    assert cell(record_id, key) == expected
