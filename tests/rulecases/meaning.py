"""Errors of meaning within one file."""

from datetime import date
from functools import partial

from rulecases.case import Case as AnyCase

Case = partial(AnyCase, as_of=date(2017, 6, 1))
"""A case at a day on which nothing is late yet."""


def milestone(own_id: str, lines: str = "") -> str:
    """Return a milestone of the office, with further lines."""
    return (
        f'[[milestones]]\nid = "{own_id}"\ntitle = "Work"\nlead = "office"\ndue = "2018"\n{lines}\n'
    )


def dated(lines: str) -> str:
    """Return a milestone that has no date but those of the lines."""
    return (
        f'[[milestones]]\nid = "portal"\ntitle = "A portal"\nlead = "office"\ntiming = "ongoing"\n'
        f"{lines}\n"
    )


def move(own_id: str, on: str, lines: str, about: str = "portal") -> str:
    """Return a report about the portal with dates of a move."""
    return (
        f'[[updates]]\nid = "{own_id}"\nabout = "{about}"\non = {on}\n'
        f'text = "The tender took longer"\n{lines}\n'
    )


def commitment(lines: str) -> str:
    """Return a commitment with further lines."""
    return f'[[commitments]]\nid = "supply"\ntitle = "More data"\n{lines}\n'


def challenge(lines: str) -> str:
    """Return a challenge with further lines."""
    return (
        f'[[challenges]]\nid = "paper"\ntitle = "Only on paper"\ncategory = "paper-based-culture"\n'
        f"{lines}\n"
    )


HEADER = """\
format = 1
[plan]
title = "Plan"
country = "NPL"
stage = "draft"
{lines}

[[institutions]]
id = "office"
name = "Office"
sector = "government"
"""


def header(lines: str) -> str:
    """Return a draft with these lines in its header."""
    return HEADER.format(lines=lines)


REFERENCES = (
    Case(
        "unknown-reference",
        milestone("portal", "supporting = [⟦'offise'⟧]"),
        milestone("portal", "supporting = ['office']"),
        message='supporting: there is no institution "offise"',
        help='did you mean "office"?',
        record="portal",
    ),
    Case(
        "unknown-reference",
        header('lead = ⟦"ministry"⟧'),
        header('lead = "office"'),
        message='lead: there is no institution "ministry"',
        help="correct the id, or add the record",
    ),
    Case(
        "unknown-reference",
        milestone("portal") + challenge('affects = ["portal", ⟦"portals-of-old"⟧]'),
        milestone("portal") + challenge('affects = ["portal"]'),
        message='affects: there is no milestone, commitment or dataset "portals-of-old"',
        record="paper",
    ),
    Case(
        "unknown-reference",
        '[[accepted]]\nrule = "overdue"\nabout = ⟦"porta"⟧\nreason = "Known"\n'
        + milestone("portal"),
        '[[accepted]]\nrule = "overdue"\nabout = "portal"\nreason = "Known"\n'
        + milestone("portal"),
        message='about: there is no record "porta"',
        help='did you mean "portal"?',
        record="porta",
    ),
    Case(
        "unknown-reference",
        milestone("portal", "contributes_to = ⟦'brazil#portall'⟧"),
        milestone("portal", "contributes_to = 'brazil#portal'"),
        message='contributes_to: there is no record "portall" in the plan brazil',
        help='did you mean "brazil#portal"?',
        record="portal",
        others={"brazil": header('lead = "office"\nkind = "agency"') + milestone("portal")},
    ),
    Case(
        "wrong-kind-reference",
        milestone("portal", "depends_on = [⟦'office'⟧]"),
        milestone("portal") + milestone("training", "depends_on = ['portal']"),
        message='depends_on: "office" is an institution, not a milestone',
        help="name a record of the right kind",
        record="portal",
    ),
    Case(
        "wrong-kind-reference",
        milestone("portal") + move("news", "2017-05-01", "reported_by = ⟦'portal'⟧"),
        milestone("portal") + move("news", "2017-05-01", "reported_by = 'office'"),
        message='reported_by: "portal" is a milestone, not an institution',
        record="news",
    ),
    Case(
        "self-reference",
        milestone("portal", "depends_on = [⟦'portal'⟧]"),
        milestone("portal") + milestone("training", "depends_on = ['portal']"),
        message='depends_on: "portal" is this milestone itself',
        record="portal",
    ),
    Case(
        "self-reference",
        challenge("mitigations = [⟦'paper'⟧]"),
        milestone("portal") + challenge("mitigations = ['portal']"),
        message='mitigations: "paper" is this challenge itself',
        record="paper",
    ),
    Case(
        "self-reference",
        header('lead = "office"\nparent = ⟦"nepal"⟧\nkind = "agency"'),
        header('lead = "office"\nparent = "india"\nkind = "agency"'),
        message='parent: "nepal" is this plan itself',
        help="name another plan, or remove the line",
        others={"india": header('lead = "office"')},
    ),
    Case(
        "self-reference",
        header('lead = "office"\nprevious = ⟦"nepal"⟧\n'),
        header('lead = "office"\nprevious = "nepal-2013"'),
        message='previous: "nepal" is this plan itself',
        others={"nepal-2013": header('lead = "office"')},
    ),
    Case(
        "dependency-cycle",
        milestone("a", "depends_on = [⟦'b'⟧]") + milestone("b", "depends_on = ['a']"),
        milestone("a", "depends_on = ['b']") + milestone("b"),
        message="milestones wait for each other: a → b → a",
        record="a",
    ),
    Case(
        "dependency-cycle",
        milestone("first", "depends_on = ['c']")
        + milestone("c", "depends_on = ['end', ⟦'a'⟧]")
        + milestone("b", "depends_on = ['c']")
        + milestone("a", "depends_on = ['b', 'end']")
        + milestone("end"),
        milestone("first", "depends_on = ['c']")
        + milestone("c", "depends_on = ['end', 'a']")
        + milestone("b", "depends_on = ['end']")
        + milestone("a", "depends_on = ['b', 'end']")
        + milestone("end"),
        message="milestones wait for each other: c → a → b → c",
        record="c",
    ),
)

DATES = (
    Case(
        "end-before-start",
        header('lead = "office"\nstart = 2017-07-01\nend = ⟦2017-06-30⟧'),
        header('lead = "office"\nstart = 2017-07-01\nend = "2017"'),
        message="end 2017-06-30 is before the start 2017-07-01",
        help="correct one of the two dates",
    ),
    Case(
        "end-before-start",
        commitment("start = '2018'\nend = ⟦'2017-Q4'⟧"),
        commitment("start = '2018'\nend = '2018-Q1'"),
        message="end 2017-Q4 is before the start 2018",
        record="supply",
    ),
    Case(
        "end-before-start",
        "[[events]]\nid = 'talks'\ntitle = 'Talks'\nkind = 'workshop'\n"
        "start = 2017-06-22\nend = ⟦2017-06-21⟧\n",
        "[[events]]\nid = 'talks'\ntitle = 'Talks'\nkind = 'workshop'\n"
        "start = 2017-06-22\nend = 2017-06-22\n",
        message="end 2017-06-21 is before the start 2017-06-22",
        record="talks",
    ),
    Case(
        "due-before-start",
        dated("start = 2017-05-01\ndue = ⟦2017-03-01⟧\nstatus = 'withdrawn'"),
        dated("start = 2017-05-01\ndue = '2017-05'\nstatus = 'withdrawn'"),
        message="due 2017-03-01 is before the start 2017-05-01",
        record="portal",
    ),
    Case(
        "completed-before-started",
        dated("evidence = ['https://data.gov.np/']\nstarted = 2017-05-01\ncompleted = ⟦'2017-04'⟧"),
        dated("evidence = ['https://data.gov.np/']\nstarted = 2017-05-01\ncompleted = 2017-05-01"),
        message="completed 2017-04 is before started 2017-05-01",
        record="portal",
    ),
    Case(
        "completed-before-started",
        dated(
            "evidence = ['https://data.gov.np/']\nstarted = 2017-05-01\ncompleted = ⟦2017-04-30⟧"
        ),
        # The planned start is no fact: work may begin before it.
        dated("evidence = ['https://data.gov.np/']\nstart = 2017-05-01\ncompleted = 2017-04-30"),
    ),
    Case(
        "date-without-status",
        milestone("portal", "status = 'substantial'\ncompleted = ⟦2017-05-01⟧"),
        milestone(
            "portal",
            "evidence = ['https://data.gov.np/']\nstatus = 'completed'\ncompleted = 2017-05-01",
        ),
        message="completed 2017-05-01, but the status is substantial",
        help="correct the status, leave it out, or remove the date",
        record="portal",
    ),
    Case(
        "date-without-status",
        commitment("status = 'completed'\nwithdrawn = ⟦'2017-05'⟧"),
        commitment("withdrawn = '2017-05'"),
        message="withdrawn 2017-05, but the status is completed",
        record="supply",
    ),
    Case(
        "date-without-status",
        commitment("status = 'not-started'\ncompleted = 2017-04-01\nwithdrawn = ⟦2017-05-01⟧"),
        commitment("status = 'withdrawn'\ncompleted = 2017-04-01\nwithdrawn = 2017-05-01"),
        message="withdrawn 2017-05-01, but the status is not-started",
    ),
    Case(
        "date-without-status",
        # Known to the year only, a date holds from the end of that year.
        commitment("status = 'withdrawn'\ncompleted = ⟦'2016'⟧\nwithdrawn = 2016-11-01"),
        commitment("status = 'completed'\ncompleted = '2016'\nwithdrawn = 2016-11-01"),
        message="completed 2016, but the status is withdrawn",
    ),
    Case(
        "resolved-before-raised",
        challenge(
            "status = 'resolved'\nraised = 2017-03\nresolved = ⟦2017-02-28⟧".replace(
                "2017-03\n", "'2017-03'\n"
            )
        ),
        challenge("status = 'resolved'\nraised = '2017-03'\nresolved = 2017-03-01"),
        message="resolved 2017-02-28 is before raised 2017-03",
        record="paper",
    ),
)

DEADLINES = (
    Case(
        "deadline-chain-broken",
        dated("due = '2018-06'") + move("later", "2017-05-01", "due_from = ⟦'2018-03'⟧"),
        dated("due = '2018-06'")
        + move("later", "2017-05-01", "due_from = '2018-03'\ndue_to = '2018-06'"),
        message="due_from 2018-03 stands without due_to",
        help="add due_to, or remove due_from",
        record="later",
    ),
    Case(
        "deadline-chain-broken",
        dated("due = '2018-06'") + move("later", "2017-05-01", "due_to = ⟦'2018-06'⟧"),
        dated("due = '2018-06'") + move("later", "2017-05-01", ""),
        message="due_to 2018-06 stands without due_from",
        help="add due_from, or remove due_to",
        record="later",
    ),
    Case(
        "deadline-chain-broken",
        dated("due = '2018-09'")
        + move("second", "2017-05-02", "due_from = ⟦'2018-05'⟧\ndue_to = '2018-09'")
        + move("first", "2017-05-01", "due_from = '2018-03'\ndue_to = '2018-06'"),
        dated("due = '2018-09'")
        + move("second", "2017-05-02", "due_from = '2018-06'\ndue_to = '2018-09'")
        + move("first", "2017-05-01", "due_from = '2018-03'\ndue_to = '2018-06'"),
        message='due_from 2018-05 is not 2018-06, where the move before ended ("first")',
        record="second",
    ),
    Case(
        "deadline-chain-broken",
        dated("due = 2018-06-30")
        + move("start", "2017-04-01", "status = 'limited'")
        + move("later", "2017-05-01", "due_from = '2018-03'\ndue_to = ⟦'2018-06'⟧"),
        # On one day the order of the file counts.
        dated("due = '2018-09'")
        + move("first", "2017-05-01", "due_from = '2018-03'\ndue_to = '2018-06'")
        + move("second", "2017-05-01", "due_from = '2018-06'\ndue_to = '2018-09'"),
        message='due_to 2018-06 is not due 2018-06-30 of "portal"',
        record="later",
    ),
    Case(
        "deadline-chain-broken",
        dated("") + move("later", "2017-05-01", "due_from = '2018-03'\ndue_to = ⟦'2018-06'⟧"),
        # A report about the plan as a whole has no deadline to be compared with.
        "[[updates]]\nid = 'later'\non = 2017-05-01\ntext = 'Later'\n"
        "due_from = '2018-03'\ndue_to = '2018-06'\n",
        message='due_to 2018-06 stands, and there is no due, of "portal"',
    ),
    Case(
        "deadline-chain-broken",
        commitment("end = '2018-03'")
        + move("later", "2017-05-01", "due_from = '2018-03'\ndue_to = ⟦'2018-06'⟧", "supply"),
        commitment("end = '2018-06'")
        + move("later", "2017-05-01", "due_from = '2018-03'\ndue_to = '2018-06'", "supply"),
        message='due_to 2018-06 is not end 2018-03 of "supply"',
    ),
)

CASES: tuple[AnyCase, ...] = (*REFERENCES, *DATES, *DEADLINES)
