"""The data beside the pages: which files there are, and what they hold."""

from collections.abc import Iterator

from ogdplan.model.kinds import KINDS
from ogdplan.model.site_names import STATUS, STATUS_TABLE, relative, table_of
from ogdplan.report.meeting.parts import line
from ogdplan.report.meeting.section import Section
from ogdplan.report.page import Cell, Column, Sheet
from ogdplan.report.tongue import Tongue, mark

_HOLDS = {
    "institution": mark("the institutions of all plans"),
    "instrument": mark("the instruments of all plans"),
    "commitment": mark("the commitments of all plans"),
    "milestone": mark("the milestones of all plans"),
    "update": mark("the updates of all plans"),
    "challenge": mark("the challenges of all plans"),
    "lesson": mark("the lessons of all plans"),
    "next-step": mark("the next steps of all plans"),
    "dataset": mark("the datasets of all plans"),
    "indicator": mark("the indicators of all plans"),
    "measurement": mark("the measurements of all plans"),
    "event": mark("the events of all plans"),
    "resource": mark("the resources of all plans"),
    "assessment": mark("the assessments of all plans"),
}
"""What the table of each kind of record holds, by the name of the kind."""


def downloads(words: Tongue, *, here: str) -> Section:
    """Return the files of data with what each holds."""
    columns = (Column(words.say("File"), "file"), Column(words.say("What it holds"), "holds"))
    rows = tuple(
        (Cell(name, href=relative(name, here=here)), Cell(holds)) for name, holds in _files(words)
    )
    says = words.say(
        "All that is shown here, for programs and spreadsheets. CSV is UTF-8; the page of each "
        "plan leads to its report as JSON."
    )
    return Section("data", words.say("Data"), (line(says), Sheet(columns, rows)))


def _files(words: Tongue) -> Iterator[tuple[str, str]]:
    yield STATUS, words.say("where all plans stand, as JSON")
    yield STATUS_TABLE, words.say("where all plans stand, a row for each plan")
    for kind in KINDS:
        yield table_of(kind), words.say(_HOLDS[kind.name])
