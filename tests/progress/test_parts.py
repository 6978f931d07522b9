from datetime import date

from builders import a_plan
from ogdplan.progress.parts import Part, last_report_about, part_of, without_commitment
from ogdplan.progress.plan import Progress, progress_of

TOML = """
[[commitments]]
id = "law"
title = "A law"
[[milestones]]
id = "done"
title = "Done"
commitment = "law"
completed = 2018-01-01
weight = 2
[[milestones]]
id = "late"
title = "Late"
commitment = "law"
due = 2018-01-31
[[milestones]]
id = "gone"
title = "Given up"
commitment = "law"
withdrawn = 2018-01-01
[[milestones]]
id = "loose"
title = "Loose"
[[milestones]]
id = "lost"
title = "Lost"
commitment = "nowhere"
[[updates]]
id = "first"
about = "late"
on = 2018-01-15
text = "T"
[[updates]]
id = "after"
about = "late"
on = 2018-07-01
text = "T"
"""


def progress() -> Progress:
    return progress_of(a_plan(TOML), date(2018, 6, 30))


def test_withdrawn_milestones_do_not_count_in_a_part_and_percent_is_by_weight() -> None:
    assert part_of(progress().commitment("law").milestones) == Part(
        active=2, completed=1, overdue=1, completed_percent=66, is_weighted=True
    )


def test_part_without_active_milestones_has_no_percent() -> None:
    assert part_of(()) == Part(
        active=0, completed=0, overdue=0, completed_percent=None, is_weighted=False
    )


def test_milestones_of_no_commitment_and_of_one_that_is_not_there_are_none_lost() -> None:
    found = without_commitment(progress().milestones, progress().commitments)

    assert [each.milestone.id for each in found] == ["loose", "lost"]


def test_last_report_is_the_latest_up_to_the_date() -> None:
    late = progress().milestone("late")
    assert late

    assert last_report_about(late, date(2018, 6, 30)) == date(2018, 1, 15)
    assert last_report_about(late, date(2018, 7, 1)) == date(2018, 7, 1)
    assert last_report_about(late, date(2018, 1, 14)) is None
