"""The rules of the group record by example."""

from rulecases.case import Case

_PLAN = """\
format = 1

[plan]
title = "Open data plan"
country = "NPL"
start = "2017"
end = "2018"
lead = "office"

[[institutions]]
id = "office"
name = "Office of Open Data"
sector = "government"

[[updates]]
id = "meeting"
on = 2018-01-15
text = "The working group met"

"""

_MILESTONE = """\
[[milestones]]
id = "portal"
title = "Open the portal"
due = 2018-06-30
"""

_LED = _MILESTONE + 'lead = "office"\n'
_SHOWN = _LED + 'evidence = ["https://data.gov.np"]\n'
_DONE = _SHOWN + "completed = 2018-01-20\n"

_COMMITMENT = """\
[[commitments]]
id = "publish"
title = "Publish data"
"""


def _update(fields: str, about: str = "portal") -> str:
    return f"""
[[updates]]
id = "report"
about = "{about}"
on = 2018-01-25
text = "How it stands"
{fields}
"""


def _second(fields: str) -> str:
    return f"""
[[milestones]]
id = "licence"
title = "Choose a licence"
lead = "office"
due = 2018-06-30
evidence = ["https://data.gov.np/licence"]
{fields}
"""


def _challenge(fields: str) -> str:
    return f"""\
[[challenges]]
id = "fear"
title = "Offices fear to release data"
category = "fear-to-release"
{fields}

[[next_steps]]
id = "workshop"
title = "Show what others have released"
status = "open"

[[next_steps]]
id = "letter"
title = "Write a letter"
status = "dropped"
"""


_LEAD = (
    Case(
        "missing-lead",
        _PLAN + "⟦[[milestones]]⟧" + _MILESTONE.removeprefix("[[milestones]]"),
        _PLAN + _LED,
        message="it has no lead",
        record="portal",
    ),
    Case(
        "missing-lead",
        _PLAN
        + _COMMITMENT
        + "⟦[[milestones]]⟧"
        + _MILESTONE.removeprefix("[[milestones]]")
        + 'commitment = "publish"\n',
        _PLAN + _COMMITMENT + 'lead = "office"\n' + _MILESTONE + 'commitment = "publish"\n',
        message='neither it nor its commitment "publish" has a lead',
        record="portal",
    ),
    Case(
        "missing-lead",
        _PLAN
        + "⟦[[milestones]]⟧"
        + _MILESTONE.removeprefix("[[milestones]]")
        + 'status = "substantial"\n',
        _PLAN + _MILESTONE + 'status = "withdrawn"\n',
        record="portal",
    ),
)

_DATE = (
    Case(
        "completed-without-date",
        _PLAN + _SHOWN + 'status = ⟦"completed"⟧\n',
        _PLAN + _SHOWN + 'status = "completed"\ncompleted = "2018-01"\n',
        message="completed, and no date says when",
        record="portal",
    ),
    Case(
        "completed-without-date",
        _PLAN + _SHOWN + 'status = ⟦"completed"⟧\nstarted = 2017-03-01\n',
        _PLAN + _SHOWN + 'status = "completed"\n' + _update('status = "completed"'),
        record="portal",
    ),
    Case(
        "completed-without-date",
        _PLAN + _COMMITMENT + 'status = ⟦"completed"⟧\n',
        _PLAN + _COMMITMENT + 'status = "completed"\ncompleted = 2018-01-20\n',
        record="publish",
    ),
)

_FUTURE = (
    Case(
        "date-in-future",
        _PLAN + _SHOWN + "completed = ⟦2018-02-01⟧\n",
        _PLAN + _SHOWN + "completed = 2018-01-31\n",
        message="completed 2018-02-01 is later than 2018-01-31",
        help="correct the date; one that is planned goes into `due`",
        record="portal",
    ),
    Case(
        "date-in-future",
        _PLAN + _LED + 'started = ⟦"2018-02"⟧\n',
        _PLAN + _LED + 'started = "2018"\n',
        record="portal",
    ),
    Case(
        "date-in-future",
        _PLAN + _LED + "withdrawn = ⟦2018-02-01⟧\n",
        _PLAN + _LED + "withdrawn = 2018-01-01\n",
    ),
    Case(
        "date-in-future",
        _PLAN + _COMMITMENT + "completed = ⟦2018-02-01⟧\n",
        _PLAN + _COMMITMENT + "completed = 2018-01-31\n",
        help="correct the date; one that is planned goes into `end`",
        record="publish",
    ),
    Case(
        "date-in-future",
        _PLAN + _COMMITMENT + "withdrawn = ⟦2018-02-01⟧\n",
        _PLAN + _COMMITMENT + "withdrawn = 2018-01-31\n",
    ),
    Case(
        "date-in-future",
        _PLAN + '[[updates]]\nid = "next"\ntext = "We meet again"\non = ⟦2018-02-01⟧\n',
        _PLAN + '[[updates]]\nid = "next"\ntext = "We meet again"\non = 2018-01-31\n',
        message="the date 2018-02-01 is later than 2018-01-31",
        help="correct the date",
        record="next",
    ),
    Case(
        "date-in-future",
        _PLAN + _challenge('status = "resolved"\nresolved = ⟦2018-02-01⟧'),
        _PLAN + _challenge('status = "resolved"\nresolved = 2018-01-31'),
        record="fear",
    ),
    Case(
        "date-in-future",
        _PLAN + '[[datasets]]\nid = "budget"\ntitle = "Budget"\nreleased = ⟦"2019"⟧\n',
        _PLAN + '[[datasets]]\nid = "budget"\ntitle = "Budget"\nreleased = "2018"\n',
        help="correct the date; one that is planned goes into `planned`",
        record="budget",
    ),
    Case(
        "date-in-future",
        _PLAN
        + '[[indicators]]\nid = "users"\ntitle = "Users"\nlevel = "outcome"\n'
        + '[[measurements]]\nid = "users-2030"\nindicator = "users"\nvalue = 5\non = ⟦"2030"⟧\n',
        _PLAN
        + '[[indicators]]\nid = "users"\ntitle = "Users"\nlevel = "outcome"\ntarget_on = "2030"\n'
        + '[[measurements]]\nid = "users-2018"\nindicator = "users"\nvalue = 5\non = "2018-01"\n',
        record="users-2030",
    ),
    Case(  # so far ahead that it would be far from the plan too
        "date-in-future",
        _PLAN + _SHOWN + "completed = ⟦2108-01-20⟧\n",
        _PLAN + _SHOWN + "completed = 2018-01-20\n",
    ),
)

_EVIDENCE = (
    Case(
        "completed-without-evidence",
        _PLAN + _LED + "completed = ⟦2018-01-20⟧\n",
        _PLAN + _LED + "completed = 2018-01-20\nevidence = ['https://data.gov.np']\n",
        message="completed, and nothing is named that shows it",
        record="portal",
    ),
    Case(
        "completed-without-evidence",
        _PLAN + _LED + 'status = ⟦"completed"⟧\n' + _update('status = "completed"'),
        _PLAN
        + _LED
        + 'status = "completed"\n'
        + _update('status = "completed"\nevidence = ["https://data.gov.np"]'),
    ),
    Case(
        "completed-without-evidence",
        _PLAN
        + "⟦[[milestones]]⟧"
        + _LED.removeprefix("[[milestones]]")
        + _update('status = "completed"'),
        _PLAN + _LED + _update('status = "substantial"'),
        record="portal",
    ),
    Case(
        "evidence-not-public",
        _PLAN + _LED + 'completed = 2018-01-20\nevidence = ⟦["Decree 511 of 2017"]⟧\n',
        _PLAN
        + _LED
        + 'completed = 2018-01-20\nevidence = ["Decree 511", "https://gaceta.gob.pa/511"]\n',
        message="completed, and the evidence is no web address",
        help="add a web address to `evidence`",
        record="portal",
    ),
    Case(
        "evidence-not-public",
        _PLAN
        + _LED
        + 'completed = 2018-01-20\nevidence = ⟦["Decree 511", "see www.gaceta.gob.pa"]⟧\n',
        _PLAN
        + _LED
        + 'completed = 2018-01-20\nevidence = ["Decree 511"]\n'
        + _update('evidence = ["https://gaceta.gob.pa/511"]'),
        message="completed, and none of 2 pieces of evidence is a web address",
        help="write the web address as an entry of its own, beginning with https://",
    ),
    Case(
        "evidence-not-public",
        _PLAN + _LED + "completed = ⟦2018-01-20⟧\n" + _update('evidence = ["Minutes"]'),
        _PLAN + _LED + "started = 2018-01-20\n" + _update('evidence = ["Minutes"]'),
        record="portal",
    ),
)

_PROGRESS = (
    Case(
        "progress-contradicts-status",
        _PLAN + _DONE + "progress = ⟦99⟧\n",
        _PLAN + _DONE + "progress = 100\n",
        message="progress is 99, and the status completed",
        record="portal",
    ),
    Case(
        "progress-contradicts-status",
        _PLAN + _LED + 'status = "not-started"\nprogress = ⟦1⟧\n',
        _PLAN + _LED + 'status = "not-started"\nprogress = 0\n',
        message="progress is 1, and the status not-started",
    ),
    Case(
        "progress-contradicts-status",
        _PLAN + _LED + "progress = ⟦30⟧\n",
        _PLAN + _LED + "started = 2018-01-20\nprogress = 30\n",
    ),
    Case(
        "progress-contradicts-status",
        _PLAN + _SHOWN + "progress = ⟦80⟧\n" + _update('status = "completed"'),
        _PLAN + _SHOWN + "progress = 80\n" + _update('status = "in-progress"'),
        record="portal",
    ),
    Case(
        "progress-contradicts-status",
        _PLAN + _COMMITMENT + 'status = "not-started"\nprogress = ⟦40⟧\n',
        _PLAN + _COMMITMENT + "progress = 40\n",
        record="publish",
    ),
    Case(
        "progress-contradicts-status",
        _PLAN + _SHOWN + _update('status = "completed"\nprogress = ⟦90⟧'),
        _PLAN + _SHOWN + _update("progress = 90"),
        record="report",
    ),
)

_BEHIND = (
    Case(
        "status-behind-update",
        _PLAN + _LED + 'status = ⟦"limited"⟧\n' + _update('status = "substantial"'),
        _PLAN + _LED + 'status = "substantial"\n' + _update('status = "substantial"'),
        message='the status is limited, and "report" of 2018-01-25 says substantial',
        help="set `status` to substantial, or add a report that says limited",
        record="portal",
    ),
    Case(
        "status-behind-update",
        _PLAN
        + _DONE
        + 'status = ⟦"completed"⟧\n'
        + _update('status = "in-progress"').replace("2018-01-25", "2018-01-21"),
        _PLAN
        + _DONE
        + 'status = "completed"\n'
        + _update('status = "in-progress"').replace("2018-01-25", "2018-01-20"),
        help="remove `status`, or add a report that says completed",
    ),
    Case(
        "status-behind-update",
        _PLAN
        + _COMMITMENT
        + 'status = ⟦"limited"⟧\n'
        + _update('status = "unclear"', about="publish"),
        _PLAN + _COMMITMENT + 'status = "limited"\n' + _update("progress = 50", about="publish"),
        record="publish",
    ),
)

_TURN = (
    Case(
        "completed-before-dependency",
        _PLAN
        + _SHOWN
        + 'depends_on = ["licence"]\ncompleted = ⟦2018-01-20⟧\n'
        + _second("completed = 2018-01-21"),
        _PLAN
        + _SHOWN
        + 'depends_on = ["licence"]\ncompleted = 2018-01-20\n'
        + _second("completed = 2018-01-20"),
        message='completed 2018-01-20, and "licence", on which it depends, only 2018-01-21',
        record="portal",
    ),
    Case(
        "completed-before-dependency",
        _PLAN
        + _SHOWN
        + 'depends_on = ["licence"]\ncompleted = ⟦2018-01-20⟧\n'
        + _second('status = "substantial"'),
        _PLAN
        + _SHOWN
        + 'depends_on = ["licence"]\ncompleted = 2018-01-20\n'
        + _second('status = "withdrawn"'),
        message='completed 2018-01-20, and "licence", on which it depends, is substantial',
    ),
    Case(  # "2018-01" may be the 20th or before; "2018" goes on beyond the day asked for
        "completed-before-dependency",
        _PLAN
        + _SHOWN
        + 'depends_on = ["licence"]\ncompleted = ⟦"2017-12"⟧\n'
        + _second('completed = "2018-01"'),
        _PLAN
        + _SHOWN
        + 'depends_on = ["licence"]\ncompleted = 2018-01-20\n'
        + _second('completed = "2018"'),
    ),
    Case(
        "completed-before-dependency",
        _PLAN
        + _SHOWN
        + 'depends_on = ["licence"]\nstatus = ⟦"completed"⟧\n'
        + _second("started = 2017-12-01")
        + _update('status = "completed"'),
        _PLAN
        + _SHOWN
        + 'depends_on = ["licence"]\nstatus = "completed"\n'
        + _second('status = "unclear"')
        + _update('status = "completed"'),
    ),
)

_UNMITIGATED = (
    Case(
        "challenge-unmitigated",
        _PLAN + _challenge('severity = ⟦"high"⟧'),
        _PLAN + _challenge('severity = "medium"'),
        message="the severity is high, and no milestone or next step works against it",
        record="fear",
    ),
    Case(
        "challenge-unmitigated",
        _PLAN + _challenge('severity = ⟦"high"⟧\nmitigations = ["letter"]'),
        _PLAN + _challenge('severity = "high"\nmitigations = ["letter", "workshop"]'),
        message="the severity is high, and all that worked against it was given up",
    ),
    Case(
        "challenge-unmitigated",
        _PLAN + _challenge('severity = ⟦"high"⟧\nstatus = "mitigating"'),
        _PLAN + _challenge('severity = "high"\nstatus = "accepted"'),
    ),
    Case(
        "challenge-unmitigated",
        _PLAN + _challenge('severity = ⟦"high"⟧\nraised = 2018-01-31'),
        _PLAN + _challenge('severity = "high"\nraised = 2018-02-01'),
    ),
)


def _note(text: str) -> str:
    return _PLAN + _LED + f"note = {text}\n"


_PERSONAL = (
    Case(
        "personal-data",
        _note('⟦"Ask jane.doe@example.org for the draft"⟧'),
        _note('"Ask @nic_nepal, or see https://medium.com/@nic/a?to=jane@example.org"'),
        message="the text has an e-mail address",
        record="portal",
    ),
    Case(
        "personal-data",
        _PLAN + _LED + 'note.en = "Call the office"\nnote.es = ⟦"Llamar al +507 6000-1234"⟧\n',
        _PLAN + _LED + 'note.en = "Call the office"\nnote.es = "Unos +12,345,678 balboas"\n',
        message="the text has a phone number",
        record="portal",
    ),
    Case("personal-data", _note('⟦"+977 1 441 3461"⟧'), _note('"Grew by +51.507351 and +1234567"')),
    Case("personal-data", _note('⟦"Tel.: 441-3461"⟧'), _note('"Hotel 4413461, tel. 441346"')),
    Case("personal-data", _note('⟦"Teléfono 6000 1234"⟧'), _note('"Teléfonos en 2015-2017"')),
    Case("personal-data", _note('⟦"téléphone n° 44134610"⟧'), _note('"Fax 2015-2017"')),
    Case("personal-data", _note('⟦"WhatsApp: (01) 4413-461"⟧'), _note('"Tel. 2018-06-30"')),
    Case("personal-data", _note('⟦"Room 4, (01) 441-3461"⟧'), _note('"Room 4, (01) 2018-2019"')),
    Case(
        "personal-data",
        _note('⟦"a@example.org, +50760001234"⟧'),
        _note('"DS-3513-2018, ISO 3166-1, 10.1000/182, 978-3-16-148410-0, 1 234 567"'),
        message="the text has an e-mail address and a phone number",
    ),
    Case(
        "personal-data",
        _PLAN.replace('title = "Open data plan"', 'title = ⟦"Plan of office@example.org"⟧'),
        _PLAN.replace('"government"\n', '"government"\ncontact = "office@example.org"\n'),
    ),
)

_FAR = (
    Case(
        "when-far-from-plan",
        _PLAN + _LED.replace("2018-06-30", "⟦2029-01-01⟧"),
        _PLAN.replace('"2018"', '"2019"') + _LED.replace("2018-06-30", "2019-12-31"),
        message="due 2029-01-01 is over 10 years after the plan's end 2018",
        help="correct the year",
        record="portal",
    ),
    Case(
        "when-far-from-plan",
        _PLAN + _SHOWN + "completed = ⟦2006-12-31⟧\n",
        _PLAN + _SHOWN + "completed = 2007-01-01\n",
        message="completed 2006-12-31 is over 10 years before the plan's start 2017",
    ),
    Case(
        "when-far-from-plan",
        _PLAN + '[[events]]\nid = "tour"\ntitle = "Tour"\nkind = "study-tour"\nstart = ⟦"2029"⟧\n',
        _PLAN + '[[events]]\nid = "tour"\ntitle = "Tour"\nkind = "study-tour"\nstart = "2028"\n',
        record="tour",
    ),
    Case(
        "when-far-from-plan",
        _PLAN.replace('start = "2017"', 'start = "2017"\nadopted = ⟦1917-06-30⟧'),
        _PLAN.replace('start = "2017"', "adopted = 1917-06-30"),
        message="adopted 1917-06-30 is over 10 years before the plan's start 2017",
    ),
    Case(
        "when-far-from-plan",
        _PLAN + _challenge("raised = ⟦1990-01-01⟧"),
        _PLAN
        + '[[instruments]]\nid = "law"\ntitle = "Law"\nkind = "law"\non = 1990-01-01\n'
        + '[[indicators]]\nid = "poor"\ntitle = "Poverty"\nlevel = "impact"\nbaseline = 5\n'
        + 'baseline_on = "1990"\ntarget_on = "2030"\n'
        + '[[measurements]]\nid = "poor-1990"\nindicator = "poor"\nvalue = 5\non = "1990"\n',
        record="fear",
    ),
)

_SDG = (
    Case(
        "retired-sdg",
        _PLAN + _LED + 'sdgs = ["16", ⟦"17.6.2"⟧]\n',
        _PLAN + _LED + 'sdgs = ["16", "17.6.1"]\n',
        message="indicator 17.6.2 has been retired",
        help='use "17.6.1" or the target "17.6"',
        record="portal",
    ),
    Case(
        "retired-sdg",
        _PLAN + '[[indicators]]\nid = "jobs"\ntitle = "Jobs"\nlevel = "impact"\nsdg = ⟦"8.9.2"⟧\n',
        _PLAN + '[[indicators]]\nid = "jobs"\ntitle = "Jobs"\nlevel = "impact"\nsdg = "8.9"\n',
        record="jobs",
    ),
    Case(
        "unknown-sdg-indicator",
        _PLAN + _LED + 'sdgs = [⟦"16.10.9"⟧]\n',
        _PLAN + _LED + 'sdgs = ["16.10.2", "16.b.1"]\n',
        message="target 16.10 has no indicator 16.10.9",
        help='use "16.10.1", "16.10.2" or the target "16.10"',
        record="portal",
    ),
    Case(
        "unknown-sdg-indicator",
        _PLAN.replace('lead = "office"', 'lead = "office"\nsdgs = [⟦"16.10.3"⟧]'),
        _PLAN.replace('lead = "office"', 'lead = "office"\nsdgs = ["16.10"]'),
    ),
)

CASES = (
    *_LEAD,
    *_DATE,
    *_FUTURE,
    *_EVIDENCE,
    *_PROGRESS,
    *_BEHIND,
    *_TURN,
    *_UNMITIGATED,
    *_PERSONAL,
    *_FAR,
    *_SDG,
)
"""Each rule of the group with each of its faces."""
