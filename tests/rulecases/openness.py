"""The rules of the group openness by example."""

from rulecases.case import Case


def _dataset(fields: str) -> str:
    return f"""\
format = 1

[plan]
title = "Open data plan"
country = "NPL"
start = "2017-H2"
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

[[datasets]]
id = "budget"
title = "Budget"
{fields}
"""


_OPEN = 'licence = "CC-BY-4.0"\nurl = "https://data.gov.np/budget"\nformats = ["csv"]\n'

CASES = (
    Case(
        "licence-not-open",
        _dataset('licence = ⟦"CC-BY-NC-4.0"⟧'),
        _dataset('licence = "CC-BY-SA-4.0"'),
        message="the licence CC-BY-NC-4.0 is not open",
        help="choose an open licence such as CC-BY-4.0 or CC0-1.0",
        record="budget",
    ),
    Case(  # not reviewed is unknown, never "not open"
        "licence-not-open",
        _dataset('licence = ⟦"CC-BY-ND-4.0"⟧\naccess = "public"'),
        _dataset('licence = "AAL"\naccess = "public"'),
    ),
    Case(
        "licence-not-open",
        _dataset('licence = ⟦"ukcrown"⟧\nreleased = 2018-01-20'),
        _dataset('licence = "ukcrown"\naccess = "closed"\naccess_reason = "Personal data"'),
    ),
    Case(
        "released-not-open",
        _dataset("released = ⟦2018-01-20⟧"),
        _dataset("released = 2018-01-20\n" + _OPEN),
        message="released 2018-01-20, and it has no licence, no web address and no open format",
        help="add an open licence such as CC-BY-4.0, the web address of the data and an open "
        "format such as csv",
        record="budget",
    ),
    Case(
        "released-not-open",
        _dataset("released = ⟦2018-01-20⟧\n" + _OPEN.replace("csv", "pdf")),
        _dataset("released = 2018-01-20\n" + _OPEN.replace('"csv"', '"pdf", ".CSV"')),
        message="released 2018-01-20, and it has no open format",
        help="add an open format such as csv",
    ),
    Case(
        "released-not-open",
        _dataset("released = ⟦2018-01-20⟧\n" + _OPEN.replace("csv", "xlsx")),
        _dataset("released = 2018-01-20\n" + _OPEN.replace("csv", "ttl")),
    ),
    Case(
        "released-not-open",
        _dataset('released = ⟦"2018-01"⟧\n' + _OPEN.replace('licence = "CC-BY-4.0"', "")),
        _dataset('released = "2018"\n' + _OPEN.replace('licence = "CC-BY-4.0"', "")),
        message="released 2018-01, and it has no licence",
    ),
    Case(
        "released-not-open",
        _dataset('released = ⟦2018-01-20⟧\nformats = ["csv"]\nlicence = "https://data.gov.np/l"'),
        _dataset(
            "released = 2018-01-20\n" + _OPEN.replace("CC-BY-4.0", "https://data.gov.np/licence")
        ),
        message="released 2018-01-20, and it has no web address",
    ),
    Case(
        "restricted-without-reason",
        _dataset('access = ⟦"restricted"⟧\nreleased = 2018-01-20'),
        _dataset('access = "restricted"\nreleased = 2018-01-20\naccess_reason = "A fee"'),
        message="access is restricted, and no reason is given",
        record="budget",
    ),
    Case(
        "restricted-without-reason",
        _dataset('access = ⟦"closed"⟧'),
        _dataset('access = "public"'),
        message="access is closed, and no reason is given",
    ),
)
"""Each rule of the group with each of its faces."""
