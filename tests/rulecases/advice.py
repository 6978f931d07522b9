"""The advice by example: a plan that lacks nothing, and what is said when one thing goes."""

from rulecases.case import Case

_PLAN = """\
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
roles = ["coordinator", "steering-body"]
champion = true

[[institutions]]
id = "statistics"
name = "Bureau of Statistics"
sector = "government"
roles = ["statistics-office", "data-holder"]

[[institutions]]
id = "court"
name = "Supreme Court"
sector = "judiciary"

[[institutions]]
id = "ministry"
name = "Ministry of Finance"
sector = "government"

[[institutions]]
id = "coders"
name = "Society of Civic Coders"
sector = "civil-society"
communities = ["ogd"]
champion = true

[[instruments]]
id = "law"
title = "Right to Information Act"
kind = "law"

[[milestones]]
id = "assess"
title = "Assess the readiness"
kind = "readiness-assessment"
expected_output = "A report"
lead = "office"
supporting = ["court"]
due = 2018-06-30

[[milestones]]
id = "clean"
title = "Clean the budget data"
kind = "data-quality"
lead = "ministry"
due = 2018-06-30

[[updates]]
id = "meeting"
on = 2018-01-15
text = "The working group met"

[[datasets]]
id = "budget"
title = "Budget"
licence = "CC-BY-4.0"
priority = "high"
sdgs = ["16"]

[[indicators]]
id = "trust"
title = "Trust in government"
level = "impact"

[[events]]
id = "course"
title = "A course"
kind = "training"
start = 2018-01-10
"""
"""Nothing is advised about it."""


def _but(*changes: tuple[str, str]) -> str:
    """Return the plan with words replaced; each must be there, and once."""
    text = _PLAN
    for words, others in changes:
        assert text.count(words) == 1, words
        text = text.replace(words, others)
    return text


def _lacking(*changes: tuple[str, str]) -> str:
    return _but(("[plan]", "⟦[plan]⟧"), *changes)


_CHAMPION_INSIDE = ('"steering-body"]\nchampion = true', '"steering-body"]')
_CHAMPION_OUTSIDE = ('communities = ["ogd"]\nchampion = true', 'communities = ["ogd"]')
_USERS = ('"civil-society"\ncommunities = ["ogd"]', '"international"')
_LAW = ('[[instruments]]\nid = "law"\ntitle = "Right to Information Act"\nkind = "law"\n', "")
_READINESS = ('kind = "readiness-assessment"\n', "")
_QUALITY = ('kind = "data-quality"\n', "")
_COURSE = ('kind = "training"', 'kind = "workshop"')
_STEERING = (', "steering-body"', "")
_OUTPUT = ('expected_output = "A report"\n', "")
_PRIORITY = ('priority = "high"', 'priority = "low"')
_GOAL = ('sdgs = ["16"]\n', "")
_MINISTRY = ('lead = "ministry"', 'lead = "office"')
_LICENCE = '"CC-BY-4.0"'


def _adding(table: str, *fields: str) -> tuple[str, str]:
    """Return the change that adds a record with these fields."""
    lines = "\n".join((f"[[{table}]]", 'id = "more"', *fields, "", "[[updates]]"))
    return "[[updates]]", lines


def _milestone(*fields: str) -> tuple[str, str]:
    return _adding("milestones", 'title = "More"', 'lead = "office"', *fields)


def _step(*fields: str) -> tuple[str, str]:
    return _adding("next_steps", 'title = "More"', 'theme = "data-quality"', *fields)


def _assessment(framework: str) -> tuple[str, str]:
    words = (f'framework = "{framework}"', 'criterion = "Readiness"', 'rating = "medium"')
    return _adding("assessments", *words)


_WITHDRAWN = 'status = "withdrawn"'
_LATER = "due = 2018-06-30"

_PEOPLE = (
    Case(
        "no-champion-inside",
        _lacking(_CHAMPION_INSIDE),
        _but(_CHAMPION_INSIDE, ('sector = "judiciary"', 'sector = "judiciary"\nchampion = true')),
        message="0 of 4 public institutions are champions",
    ),
    Case(
        "no-champion-outside",
        _lacking(_CHAMPION_OUTSIDE),
        _but(_CHAMPION_OUTSIDE, ('"civil-society"', '"academia"\nchampion = true')),
        message="0 of 1 institutions outside government are champions",
    ),
    Case(
        "no-statistics-office",
        _lacking(('"statistics-office", ', "")),
        _PLAN,
        message="0 of 5 institutions are the statistics office",
    ),
    Case(
        "no-user-community",
        _lacking(_USERS),
        _but(('"civil-society"', '"international"')),
        message="0 of 5 institutions speak for those who use data",
    ),
    Case(
        "no-user-community",
        _lacking(_USERS, ('sector = "judiciary"', 'sector = "judiciary"\ncommunities = ["foi"]')),
        _but(('"civil-society"\ncommunities = ["ogd"]', '"media"')),
    ),
    Case(
        "few-agencies",
        _lacking(_MINISTRY),
        _PLAN,
        message="2 public institutions beside the lead with a part: statistics and court",
    ),
    Case(
        "few-agencies",
        _lacking((', "data-holder"', "")),
        _but(
            (', "data-holder"', ""),
            ('priority = "high"', 'priority = "high"\npublisher = "statistics"'),
        ),
    ),
    Case(
        "few-agencies",
        _lacking(_MINISTRY, (', "data-holder"', ""), ('supporting = ["court"]\n', "")),
        _but(_MINISTRY, _adding("commitments", 'title = "Publish"', 'supporting = ["ministry"]')),
        message="0 public institutions beside the lead with a part",
    ),
    Case(
        "no-governance",
        _lacking(_STEERING, _milestone('kind = "governance"', _WITHDRAWN)),
        _but(_STEERING, _milestone('kind = "governance"', _LATER)),
        message="no institution steers the plan, and no milestone sets up its governance",
    ),
)

_WORK = (
    Case(
        "no-legal-basis",
        _lacking(_LAW, _milestone('kind = "legal-framework"', _WITHDRAWN)),
        _but(_LAW, _milestone('kind = "legal-framework"', _LATER)),
        message="no instrument is named, and no milestone works on the legal framework",
    ),
    Case(
        "no-readiness-assessment",
        _lacking(_READINESS, _assessment("irm")),
        _but(_READINESS, _assessment("odra")),
        message="no milestone assesses readiness, and no assessment of it is recorded",
    ),
    Case(
        "no-training",
        _lacking(_COURSE),
        _but(_COURSE, _milestone('kind = "training"', _LATER)),
        message="no milestone and no event is a training",
    ),
    Case(
        "no-data-quality-work",
        _lacking(_QUALITY, _step('status = "dropped"')),
        _but(_QUALITY, _step()),
        message="no milestone and no next step works on the quality of data",
    ),
    Case(
        "no-expected-output",
        _lacking(_OUTPUT, _milestone('expected_output = "A list"', _WITHDRAWN)),
        _but(_OUTPUT, _milestone('expected_output = "A list"', _LATER)),
        message="0 of 2 milestones say what one will be able to see",
    ),
)

_DATA = (
    Case(
        "no-priority-datasets",
        _lacking(_PRIORITY),
        _but(('priority = "high"', 'priority = "medium"')),
        message="0 of 1 datasets have priority",
    ),
    Case(
        "no-sdg-link",
        _lacking(_GOAL),
        _but(_GOAL, ('level = "impact"', 'level = "impact"\nsdg = "16.6.2"')),
        message="no record names a goal, target or indicator",
    ),
    Case(
        "no-sdg-link",
        _lacking(_GOAL),
        _but(_GOAL, ('country = "NPL"', 'country = "NPL"\nsdgs = ["16"]')),
    ),
    Case(
        "no-impact-indicator",
        _lacking(('"impact"', '"outcome"')),
        _PLAN,
        message="0 of 1 indicators measure impact",
    ),
    Case(
        "licence-not-reviewed",
        _but((_LICENCE, '⟦"AAL"⟧')),
        _but((_LICENCE, '"CC0-1.0"')),
        message='whether "AAL" is an open licence has not been reviewed',
        record="budget",
    ),
    Case(
        "licence-not-reviewed",
        _but((_LICENCE, '⟦"https://data.gov.np/licence"⟧')),
        _but(
            (
                _LICENCE,
                '"https://data.gov.np/licence"\naccess = "closed"\naccess_reason = "Secret"',
            ),
        ),
    ),
)


def _of_kind(fields: str) -> str:
    """Return a plan that lacks a training, with these fields in its header."""
    return _but(_COURSE, ('country = "NPL"', f'country = "NPL"\n{fields}'))


def _advised(fields: str) -> str:
    return _of_kind(fields).replace("[plan]", "⟦[plan]⟧")


_WHO_IS_ADVISED = (
    Case("no-training", _advised('stage = "draft"'), _of_kind('stage = "closed"')),
    Case("no-training", _advised('kind = "ogp-national"'), _of_kind('kind = "agency"')),
    Case("no-training", _advised('stage = "submitted"'), _of_kind('kind = "local"')),
    Case("no-training", _advised('kind = "national-ogd"'), _of_kind('kind = "programme"')),
)

CASES = (*_PEOPLE, *_WORK, *_DATA, *_WHO_IS_ADVISED)
"""Each piece of advice that one plan by itself gives rise to."""
