"""A small plan that has something of every kind of date and text, for what is written of plans."""

from pathlib import Path

from cli.asking import Answer, ask, write_plan

DAY = "2018-06-30"

PLAN = """
[[institutions]]
id = "moe"
name = { en = "Ministry of Environment", es = "Ministerio de Ambiente" }
acronym = "MoE"
sector = "government"
contact = "The open data office"
note = "A private remark"

[[commitments]]
id = "open-data"
title = "Open the data"
lead = "moe"

[[milestones]]
id = "portal"
number = "1.10"
title = { en = "Build the portal", es = "Construir el portal" }
commitment = "open-data"
due = 2018-05-31
status = "in-progress"
evidence = ["https://data.example/portal"]
depends_on = ["law"]

[[milestones]]
id = "law"
title = "Pass the law; now, or later"
lead = "office"
due = "2018-Q4"
supporting = ["moe", "office"]
# Half of it is done.
weight = 2.5

[[milestones]]
id = "done"
title = "Write the plan"
due = "2017-06"
completed = 2017-07-10

[[updates]]
id = "late"
about = "portal"
on = 2018-02-01
text = "Began late"
due_from = 2018-03-31
due_to = 2018-05-31

[[next_steps]]
id = "train"
title = "Train the trainers"
due = "2018-09"

[[datasets]]
id = "budget"
title = "The budget"
planned = 2018-08-01
url = "https://data.example/budget"

[[events]]
id = "meeting"
title = "The meeting"
kind = "workshop"
start = 2018-07-02
end = 2018-07-04
place = "The Hague"
ratings = { "very good" = 60, good = 40 }
"""


def a_plan_to_export(plans: Path, plan_id: str = "nepal", more: str = "", **header: str) -> Path:
    """Write the plan, with more records at its end."""
    return write_plan(plans, plan_id, PLAN + more, languages='["en", "es"]', **header)


def export(*words: str, day: str = DAY) -> Answer:
    """Export as someone would on the day."""
    return ask("export", *words, "--as-of", day)
