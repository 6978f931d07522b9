"""Entries of accepted findings that accept nothing."""

from datetime import date

from rulecases.case import Case

DAY = date(2017, 6, 1)
MILESTONE = '[[milestones]]\nid = "portal"\ntitle = "A portal"\nlead = "office"\n{lines}\n'
ENTRY = '[[accepted]]\nrule = {rule}\n{about}reason = "Agreed with the office"\n'

CASES: tuple[Case, ...] = (
    Case(
        "accepted-nothing",
        MILESTONE.format(lines='due = "2018"')
        + ENTRY.format(rule='⟦"missing-due"⟧', about='about = "portal"\n'),
        MILESTONE.format(lines="") + ENTRY.format(rule='"missing-due"', about='about = "portal"\n'),
        message='there is no finding of missing-due about "portal"',
        help="remove the entry",
        record="portal",
        as_of=DAY,
    ),
    Case(
        "accepted-nothing",
        ENTRY.format(rule='⟦"stale-plan"⟧', about=""),
        ENTRY.format(rule='"no-training"', about=""),
        message="there is no finding of stale-plan about the plan as a whole",
        as_of=DAY,
    ),
    Case(
        "accepted-nothing",
        ENTRY.format(rule='⟦"end-before-start"⟧', about=""),
        ENTRY.format(rule='"no-agency-plans"', about=""),
        message="end-before-start is an error, and errors cannot be accepted",
        as_of=DAY,
    ),
    Case(
        "accepted-nothing",
        ENTRY.format(rule='⟦"evidenced-record-removed"⟧', about=""),
        ENTRY.format(rule='"update-rewritten"', about=""),
        message="evidenced-record-removed cannot be accepted: the record is gone, and no entry "
        "can name it",
        as_of=DAY,
    ),
)
