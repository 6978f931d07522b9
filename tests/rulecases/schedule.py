"""The rules of the group schedule by example."""

from datetime import date

from rulecases.case import Case


def _plan(fields: str = "") -> str:
    """Return a plan with a report of the month of the day asked for."""
    return f"""\
format = 1

[plan]
title = "Open data plan"
country = "NPL"
start = "2017"
end = "2018"
lead = "office"
{fields}

[[institutions]]
id = "office"
name = "Office of Open Data"
sector = "government"

[[updates]]
id = "meeting"
on = 2018-01-15
text = "The working group met"

"""


def _milestone(fields: str, header: str = "[[milestones]]") -> str:
    return f"""\
{header}
id = "portal"
title = "Open the portal"
lead = "office"
{fields}

"""


def _dataset(fields: str) -> str:
    return f"""\
[[datasets]]
id = "budget"
title = "Budget"
url = "https://data.gov.np/budget"
licence = "CC-BY-4.0"
formats = ["csv"]
{fields}
"""


def _commitment(fields: str) -> str:
    return f"""\
[[commitments]]
id = "publish"
title = "Publish data"
{fields}
"""


_REPORT = """\
[[updates]]
id = "report"
about = "portal"
on = 2018-01-20
text = "The tender had to be repeated"

"""

_CHALLENGE = """\
[[challenges]]
id = "no-money"
title = "No money"
category = "funding-and-staff"
affects = ["portal"]
"""

_OVERDUE = (
    Case(
        "overdue",
        _plan() + _milestone("due = ⟦2018-01-30⟧"),
        _plan() + _milestone("due = 2018-01-31"),
        message="the deadline 2018-01-30 passed 1 day ago, the status is not-started",
        help="if it is done set `completed`, if it was given up `withdrawn`; else add a report "
        "since 2018-01-30, a new date with its reason and the challenge that explains the delay",
        record="portal",
    ),
    Case(
        "overdue",
        _plan() + _milestone('due = ⟦"2017-Q4"⟧\nstarted = 2017-05-01') + _REPORT,
        _plan() + _milestone('due = "2018-Q1"\nstarted = 2017-05-01') + _REPORT,
        message="the deadline 2017-Q4 passed 31 days ago, the status is in-progress",
        help="if it is done set `completed`, if it was given up `withdrawn`; else add a new date "
        "with its reason and the challenge that explains the delay",
    ),
    Case(
        "overdue",
        _plan() + _milestone('due = ⟦"2017"⟧') + _REPORT + _CHALLENGE,
        _plan() + _milestone('due = "2017"\nstatus = "withdrawn"') + _REPORT + _CHALLENGE,
        help="if it is done set `completed`, if it was given up `withdrawn`; else add a new date "
        "with its reason",
    ),
    Case(  # a challenge that is overcome explains nothing
        "overdue",
        _plan()
        + _milestone('due = ⟦"2017"⟧')
        + _REPORT
        + _CHALLENGE
        + 'status = "resolved"\nresolved = 2017-06-01\n',
        _plan() + _milestone("due = 2018-06-30") + _REPORT + _CHALLENGE,
        help="if it is done set `completed`, if it was given up `withdrawn`; else add a new date "
        "with its reason and the challenge that explains the delay",
    ),
    Case(
        "overdue",
        _plan('stage = "closed"')
        + _commitment("")
        + _milestone('due = ⟦"2017"⟧\ncommitment = "publish"')
        + _REPORT
        + _CHALLENGE.replace('"portal"', '"publish"'),
        _plan('stage = "submitted"') + _milestone('due = "2017"'),
        help="if it is done set `completed`, if it was given up `withdrawn`",
    ),
    Case(
        "overdue",
        _plan() + _milestone('due = ⟦"2018"⟧\nstatus = "limited"'),
        _plan()
        + _milestone('due = "2018"\ncompleted = 2019-03-01\nevidence = ["https://data.gov.np"]'),
        message="not delivered: the deadline 2018 passed 60 days ago, the status is limited",
        as_of=date(2019, 3, 1),
    ),
    Case(
        "overdue",
        _plan() + _milestone('due = ⟦"2018"⟧\nstatus = "unclear"'),
        _plan() + _milestone('due = "2018"\nstatus = "withdrawn"'),
        message="the deadline 2018 passed 60 days ago, and no source shows how it stands",
        as_of=date(2019, 3, 1),
    ),
)

_RELEASE = (
    Case(
        "release-overdue",
        _plan() + _dataset("planned = ⟦2018-01-30⟧"),
        _plan() + _dataset("planned = 2018-01-31"),
        message="planned 2018-01-30, 1 day ago, and not released",
        record="budget",
    ),
    Case(
        "release-overdue",
        _plan() + _dataset('planned = ⟦"2017-12"⟧'),
        _plan() + _dataset('planned = "2017-12"\nreleased = "2018"'),
    ),
    Case(
        "release-overdue",
        _plan('stage = "closed"') + _dataset('planned = ⟦"2017"⟧'),
        _plan('stage = "draft"') + _dataset('planned = "2017"'),
    ),
)

_NO_DUE = (
    Case(
        "missing-due",
        _plan() + _milestone("", header="⟦[[milestones]]⟧"),
        _plan() + _milestone('timing = "ongoing"'),
        message="it has no deadline",
        record="portal",
    ),
    Case(
        "missing-due",
        _plan() + _milestone('timing = ⟦"fixed"⟧'),
        _plan() + _milestone('timing = "recurring"'),
        message="the timing is fixed, and there is no deadline",
    ),
    Case(
        "missing-due",
        _plan() + _milestone('due_text = "after the elections"', header="⟦[[milestones]]⟧"),
        _plan() + _milestone('due_text = "after the elections"\ntiming = "conditional"'),
        help='set `due` to the date that "after the elections" means',
    ),
    Case(
        "missing-due",
        _plan() + _milestone('status = "unclear"', header="⟦[[milestones]]⟧"),
        _plan() + _milestone('status = "withdrawn"'),
    ),
    Case(
        "missing-due",
        _plan() + _milestone("started = 2017-05-01", header="⟦[[milestones]]⟧"),
        _plan() + _milestone('completed = 2017-05-01\nevidence = ["https://data.gov.np"]'),
    ),
    Case(
        "missing-due",
        _plan('stage = "closed"') + _milestone("", header="⟦[[milestones]]⟧"),
        _plan('stage = "consultation"') + _milestone(""),
    ),
)

_DUE_OUTSIDE = (
    Case(
        "due-outside-plan",
        _plan() + _milestone("due = ⟦2019-01-01⟧"),
        _plan() + _milestone("due = 2018-12-31"),
        message="due 2019-01-01 is after the plan's end 2018",
        record="portal",
    ),
    Case(
        "due-outside-plan",
        _plan().replace('"2018"', "2018-06-29") + _milestone('due = ⟦"2018-07"⟧'),
        _plan().replace('"2018"', "2018-06-29") + _milestone('due = "2018"'),
    ),
    Case(
        "due-outside-plan",
        _plan()
        + _milestone(
            "due = ⟦2016-12-31⟧\ncompleted = 2017-01-31\nevidence = ['https://data.gov.np']"
        ),
        _plan()
        + _milestone("due = 2017-01-01\ncompleted = 2017-01-31\nevidence = ['https://x.np']"),
        message="due 2016-12-31 is before the plan's start 2017",
    ),
    Case(
        "due-outside-plan",
        _plan() + _milestone('due = ⟦"2019"⟧'),
        _plan() + _milestone('due = "2019"\nstatus = "withdrawn"'),
    ),
    Case(
        "due-outside-plan",
        _plan('stage = "closed"') + _milestone('due = ⟦"2019"⟧'),
        _plan('stage = "draft"') + _milestone('due = "2019"'),
    ),
    Case(
        "due-outside-plan",
        _plan() + _milestone('due = ⟦"2019"⟧'),
        _plan().replace('end = "2018"\n', "") + _milestone('due = "2019"'),
    ),
)

_COMMITMENT_OUTSIDE = (
    Case(
        "commitment-outside-plan",
        _plan() + _commitment("end = ⟦2019-01-01⟧"),
        _plan() + _commitment('end = "2018"'),
        message="end 2019-01-01 is after the plan's end 2018",
        record="publish",
    ),
    Case(
        "commitment-outside-plan",
        _plan() + _commitment("start = ⟦2016-12-31⟧\nend = 2018-06-30"),
        _plan() + _commitment("start = 2017-01-01\nend = 2018-06-30"),
        message="start 2016-12-31 is before the plan's start 2017",
    ),
    Case(
        "commitment-outside-plan",
        _plan() + _commitment('start = "2019"\nend = ⟦"2020"⟧'),
        _plan() + _commitment('start = "2018"\nend = "2018"'),
    ),
    Case(  # work carried forward has begun before the plan
        "commitment-outside-plan",
        _plan() + _commitment('start = ⟦"2016"⟧\norigin = "new"'),
        _plan() + _commitment('start = "2016"\norigin = "carried-forward"'),
    ),
    Case(
        "commitment-outside-plan",
        _plan('stage = "closed"') + _commitment('end = ⟦"2019"⟧'),
        _plan('stage = "submitted"') + _commitment('end = "2019"'),
    ),
)


def _reporting_since(day: str, fields: str = "") -> str:
    return _plan(fields).replace("2018-01-15", day)


_STALE = (
    Case(
        "stale-plan",
        _reporting_since("2017-08-03").replace("[plan]", "⟦[plan]⟧"),
        _reporting_since("2017-08-04"),
        message="the last report is of 2017-08-03, 181 days ago",
    ),
    Case(
        "stale-plan",
        _reporting_since("2017-07-30", 'reporting = ⟦"quarterly"⟧'),
        _reporting_since("2017-07-31", 'reporting = "quarterly"'),
        message="reporting is quarterly, and the last report is of 2017-07-30, 185 days ago",
    ),
    Case(
        "stale-plan",
        _reporting_since("2017-11-30", 'reporting = ⟦"monthly"⟧'),
        _reporting_since("2017-11-30", 'reporting = "yearly"'),
    ),
    Case(
        "stale-plan",
        _reporting_since("2016-12-31").replace("[plan]", "⟦[plan]⟧"),
        _reporting_since("2016-12-31").replace('start = "2017"', "start = 2018-02-01"),
    ),
    Case(
        "stale-plan",
        _reporting_since("2017-05-01").replace("[plan]", "⟦[plan]⟧"),
        _reporting_since("2017-05-01", 'stage = "closed"'),
    ),
    Case(
        "stale-plan",
        _plan().partition("[[updates]]")[0].replace("[plan]", "⟦[plan]⟧"),
        _plan().partition("[[updates]]")[0].replace('"2017"', "2018-01-01"),
        message="nothing has been reported since the start 2017",
    ),
)

CASES = (*_OVERDUE, *_RELEASE, *_NO_DUE, *_DUE_OUTSIDE, *_COMMITMENT_OUTSIDE, *_STALE)
"""Each rule of the group with each of its faces."""
