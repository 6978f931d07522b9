from datetime import date

from builders import a_plan
from ogdplan.progress.plan import progress_of
from ogdplan.progress.summary import Summary, summary_of

TOML = """
[plan]
start = "2017"
end = 2018-06-29

[[milestones]]
id = "a"
title = "A"
due = "2018-05"

[[milestones]]
id = "b"
title = "B"
completed = 2018-01-01
evidence = ["https://example.org"]

[[commitments]]
id = "c"
title = "C"

[[challenges]]
id = "d"
title = "D"
category = "other"

[[lessons]]
id = "e"
title = "E"
category = "other"

[[next_steps]]
id = "f"
title = "F"

[[datasets]]
id = "g"
title = "G"
"""
NAMES = {
    "header": None,
    "milestones": "milestone_counts",
    "commitments": "commitment_counts",
    "challenges": "challenge_counts",
    "next_steps": "next_step_counts",
    "evidence": "evidence_counts",
    "datasets": "dataset_counts",
}


def test_summary_has_every_figure_of_the_progress_and_the_header() -> None:
    plan = a_plan(TOML)
    progress = progress_of(plan, date(2018, 6, 30))

    summary = summary_of(progress)

    assert summary.header is plan.header
    for name in (each for each in Summary._fields if each != "header"):
        assert getattr(summary, name) == getattr(progress, NAMES.get(name) or name)


def test_figures_of_the_summary_are_not_all_alike() -> None:
    summary = summary_of(progress_of(a_plan(TOML), date(2018, 6, 30)))

    assert (summary.running, summary.over, summary.elapsed_percent) == (False, True, 100)
    assert (summary.milestones.total, summary.evidence.with_public_evidence) == (2, 1)
    assert (summary.lessons, summary.last_report) == (1, date(2018, 1, 1))
