"""What only several plans together show."""

from datetime import date

from rulecases.case import Case

DAY = date(2017, 6, 1)


def plan(lines: str = "") -> str:
    """Return a plan with further lines in its header."""
    return (
        f'format = 1\n[plan]\ntitle = "Plan"\nlead = "office"\n{lines}\n\n'
        '[[institutions]]\nid = "office"\nname = "Office"\nsector = "government"\n'
    )


def draft(lines: str = "") -> str:
    """Return a draft of Nepal with further lines in its header."""
    return nepal(f'stage = "draft"\n{lines}')


def nepal(lines: str = "") -> str:
    """Return a plan of Nepal with further lines in its header."""
    return plan(f'country = "NPL"\n{lines}')


COMMITMENT = '\n[[commitments]]\nid = "supply"\ntitle = "More data"\n{lines}\n'
LESSON = '\n[[lessons]]\nid = "users"\ntitle = "Ask"\ncategory = "coordinate-with-users"\n{lines}\n'
BEFORE = {"nepal-2013": nepal('start = "2013"\nend = "2017"') + COMMITMENT.format(lines="")}

OWN = (
    Case(
        "self-reference",
        draft() + COMMITMENT.format(lines='carried_from = ⟦"nepal#supply"⟧'),
        draft() + COMMITMENT.format(lines='carried_from = "nepal-2013#supply"'),
        message='carried_from: "nepal#supply" is this record itself',
        help="name a record of another plan",
        others=BEFORE,
        as_of=DAY,
    ),
)

UNKNOWN = (
    Case(
        "unknown-plan",
        draft('previous = ⟦"nepal-2031"⟧'),
        draft('previous = "nepal-2013"'),
        message='previous: there is no plan "nepal-2031"',
        help='did you mean "nepal-2013"?',
        others=BEFORE,
        as_of=DAY,
    ),
    Case(
        "unknown-plan",
        draft('kind = "agency"\nparent = ⟦"brazil"⟧'),
        draft('kind = "agency"\nparent = "nepal-2013"'),
        message='parent: there is no plan "brazil"',
        help="correct the plan id, which is the file's path below plans/ without .toml",
        others=BEFORE,
        as_of=DAY,
    ),
    Case(
        "unknown-plan",
        draft() + COMMITMENT.format(lines="carried_from = ⟦'nepal-213#supply'⟧"),
        draft() + COMMITMENT.format(lines="carried_from = 'nepal-2013#supply'"),
        message='carried_from: there is no plan "nepal-213"',
        help='did you mean "nepal-2013#supply"?',
        record="supply",
        others=BEFORE,
        as_of=DAY,
    ),
    Case(
        "unknown-plan",
        draft() + LESSON.format(lines="applied_in = ['nepal-2013#supply', ⟦'brazil#supply'⟧]"),
        # What could not be read may have the record.
        draft() + LESSON.format(lines="applied_in = ['nepal-2013#supply', 'broken#supply']"),
        message='applied_in: there is no plan "brazil"',
        record="users",
        others={**BEFORE, "broken": "format = 1\n[plan"},
        as_of=DAY,
    ),
)

OVERLAPPING = (
    Case(
        "overlapping-plans",
        nepal("start = ⟦2017-05-01⟧"),
        nepal("start = 2018-01-01"),
        message="start 2017-05-01 is before the plan nepal-2013 ends, 2017",
        help="correct the periods, or the kind of one of the plans",
        others=BEFORE,
        as_of=DAY,
    ),
    Case(
        "overlapping-plans",
        nepal("start = ⟦2017-06-30⟧"),
        nepal("start = 2017-07-01"),
        others={"nepal-2013": nepal('start = "2013"\nend = 2017-06-30')},
        as_of=DAY,
    ),
    Case(
        "overlapping-plans",
        nepal("start = ⟦'2017-03'⟧"),
        # Both may fall into one year, one after the other.
        nepal("start = '2017'"),
        others=BEFORE,
        as_of=DAY,
    ),
    Case(
        "overlapping-plans",
        nepal("start = ⟦'2017-03'⟧"),
        nepal("start = '2017-03'\nstage = 'draft'"),
        others=BEFORE,
        as_of=DAY,
    ),
    Case(
        "overlapping-plans",
        nepal("kind = 'ogp-national'\nstart = ⟦'2013'⟧"),
        nepal("start = '2013'"),
        message="start 2013 is before the plan a ends, 2017",
        others={"a": nepal("kind = 'ogp-national'\nstart = '2013'\nend = '2017'")},
        as_of=date(2013, 3, 1),
    ),
    Case(
        "overlapping-plans",
        nepal("start = ⟦'2017-03'⟧"),
        nepal("start = '2017-03'\nkind = 'agency'"),
        others=BEFORE | {"agency": nepal("start = '2017'\nend = '2018'\nkind = 'agency'")},
        as_of=DAY,
    ),
    Case(
        "overlapping-plans",
        # The longest of the earlier plans counts, not the last one.
        nepal("start = ⟦'2017-03'⟧"),
        nepal("start = '2020'"),
        message="start 2017-03 is before the plan nepal-2013 ends, 2017",
        others=BEFORE | {"nepal-2015": nepal("start = '2015'\nend = '2016'")},
        as_of=DAY,
    ),
)

AGENCIES = (
    Case(
        "no-agency-plans",
        draft().replace("[plan]", "⟦[plan]⟧"),
        plan('country = "NPL"\nstage = "closed"'),
        message="no plan names this one as its parent",
        as_of=DAY,
    ),
    Case(
        "no-agency-plans",
        draft().replace("[plan]", "⟦[plan]⟧"),
        plan('country = "NPL"\nkind = "agency"\nparent = "brazil"'),
        others={"brazil": plan('country = "BRA"')},
        as_of=DAY,
    ),
    Case(
        "no-agency-plans",
        draft().replace("[plan]", "⟦[plan]⟧"),
        plan('country = "NPL"\nkind = "local"'),
        # Which plan an unreadable one belongs to, its id can tell.
        others={"brazil/health": "format = 1\n[plan"},
        as_of=DAY,
    ),
)

CASES: tuple[Case, ...] = (*OWN, *UNKNOWN, *OVERLAPPING, *AGENCIES)
