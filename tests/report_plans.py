"""Plans for the tests of `report`: one that has something for every section."""

from datetime import date
from pathlib import Path

from cli.asking import write_plan
from ogdplan.actions.library import select
from ogdplan.actions.reporting import Report, report_on
from ogdplan.report.meeting.view import page
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.segments import words
from ogdplan.report.terminal.pages import laid_out
from ogdplan.workspace.folder import find_folder

DAY = "2018-06-30"
"""The day that the plan is made for."""

FULL = """
[[institutions]]
id = "stats"
name.en = "National Statistics Office"
name.es = "Oficina Nacional de Estadística"
acronym = "NSO"
sector = "government"
contact = "opendata@stats.example.org"

[[commitments]]
id = "law"
number = "1"
title.en = "A legal basis"
title.es = "Una base legal"
lead = "office"

[[milestones]]
id = "decree"
number = "1.1"
title = "Adopt the decree"
commitment = "law"
due = 2018-05-31
completed = 2018-05-01
evidence = ["https://example.org/decree", "minutes of the meeting"]

[[milestones]]
id = "rules"
title.en = "Publish the rules"
title.es = "Publicar las reglas"
commitment = "law"
due = 2018-06-10
note = "The minister waits for the budget"

[[milestones]]
id = "training"
title = "Train the officers"
commitment = "law"
lead = "stats"
due = 2018-12-31
depends_on = ["rules"]

[[milestones]]
id = "survey"
title = "Survey the users"
lead = "stats"
status = "unclear"

[[milestones]]
id = "portal"
title = "Launch the portal"
lead = "stats"
start = "2018"
due = "2018-08"

[[updates]]
id = "moved"
about = "portal"
on = 2018-05-10
text = "The tender failed"
due_from = "2018-05"
due_to = "2018-08"

[[updates]]
id = "general"
on = 2018-06-01
text = "The council met"

[[challenges]]
id = "money"
title = "No budget"
category = "funding-and-staff"
severity = "high"
raised = 2018-04-02
affects = ["rules"]
note = "Ask the finance ministry"

[[challenges]]
id = "fear"
title = "Fear to release"
category = "fear-to-release"
lead = "stats"
mitigations = ["training", "talks"]

[[challenges]]
id = "old"
title = "No law"
category = "lack-of-regulation"
resolved = 2018-05-01

[[lessons]]
id = "early"
title = "Talk to users early"
category = "coordinate-with-users"
kind = "avoid"
on = "2018-02"

[[lessons]]
id = "pairs"
title = "Train in pairs"
category = "champions"

[[next_steps]]
id = "talks"
title = "Talk to the ministries"
lead = "office"
due = 2018-09-30
addresses = ["fear"]
note = "Begin with health"

[[next_steps]]
id = "done-step"
title = "Print the guide"
status = "done"

[[datasets]]
id = "budget"
title = "The budget"
publisher = "stats"
url = "https://example.org/budget"
licence = "CC-BY-4.0"
formats = ["csv"]
sdgs = ["16.6"]
availability = "online"
released = "2018-03"

[[datasets]]
id = "schools"
title = "Schools"
sdgs = ["4"]
availability = "paper"
planned = "2018-05"

[[indicators]]
id = "users"
title = "Users of the portal"
level = "outcome"
unit = "users"
baseline = 1000
baseline_on = "2017"
target = 2000
target_on = "2018"

[[measurements]]
id = "users-1"
indicator = "users"
on = 2018-05-31
value = 1250

[[events]]
id = "workshop"
title = "Workshop of the officers"
kind = "workshop"
start = 2018-04-10
end = 2018-04-12
place = "Panama City"
participants = 1200
ratings = { useful = 92.5 }

[[events]]
id = "fair"
title = "Data fair"
kind = "other"
start = "2018-10"

[[assessments]]
id = "irm-decree"
about = "decree"
framework = "irm"
criterion = "Completion"
rating = "Limited"
on = 2018-06-15

[[assessments]]
id = "irm-law"
about = "law"
framework = "irm"
criterion = "Ambition"
value = 3
out_of = 4
"""
"""A plan with an open, a late, a blocked and an unclear milestone, and records of every kind."""

AGENCY = """
[[milestones]]
id = "own"
title = "Open its own data"
lead = "office"
due = 2018-03-31

[[updates]]
id = "own-report"
about = "own"
on = 2018-06-20
text = "Half of it is open"
"""


def write_full_plan(folder: Path) -> Path:
    """Write the plan, and the plan of an agency under it."""
    keys = {"languages": '["en", "es"]', "stage": '"adopted"', "reporting": '"quarterly"'}
    agency = {"kind": '"agency"', "parent": '"nepal"', "title": '"Plan of the office"'}
    write_plan(folder, "nepal/office", AGENCY, **agency)
    return write_plan(folder, "nepal", FULL, **keys)


def report_of(folder: Path, *names: str, day: str = DAY, agencies: bool = True) -> Report:
    """Return the report of plans in a folder, of all without names."""
    as_of = date.fromisoformat(day)
    selection = select(names, lambda: find_folder(folder.parent, given=folder), as_of=as_of)
    return report_on(selection, as_of=as_of, since=None, with_agencies=agencies)


def shown(report: Report, wishes: Wishes, *, width: int | None = 80) -> list[str]:
    """Return the lines of a report on a terminal of so many columns; all blanks are alike."""
    lines = laid_out(page(report, wishes), width=width)
    return [words(line).replace("\u00a0", " ") for line in lines]
