"""Errors of shape: types, required and unknown keys, values that are none."""

from datetime import date
from functools import partial

from rulecases.case import Case as AnyCase

Case = partial(AnyCase, as_of=date(2017, 6, 1))
"""A case at a day on which nothing is late yet."""

HEADER = """\
# Nepal
format = 1
[plan]
title = "Open data plan"
lead = "office"
stage = "draft"
{lines}

[[institutions]]
id = "office"
name = "Office"
sector = "government"
"""
NEPAL = 'country = "NPL"\n'
STATUSES = "not-started, in-progress, limited, substantial, completed, withdrawn, unclear"
PLAN_KINDS = "national-ogd, ogp-national, agency, local, programme"
SECTORS = (
    "government, parliament, judiciary, civil-society, academia, private-sector, media, "
    "international"
)
A_DATE = 'write a day as 2018-06-30, or a period in quotes: "2018", "2018-06", "2018-Q2", "2018-H1"'
A_PERIOD = 'write a period in quotes, such as "2018", "2018-06", "2018-Q2" or "2018-H1"'
AN_ID = "use small letters a to z, digits and single hyphens, at most 64 characters"
AN_ADDRESS = "write the whole address, beginning with https:// or http://"


def plan(lines: str) -> str:
    """Return a plan with further lines in its header, which has no country."""
    return HEADER.format(lines=lines)


def header(lines: str) -> str:
    """Return a plan of Nepal with further lines in its header."""
    return HEADER.format(lines=NEPAL + lines)


def milestone(lines: str) -> str:
    """Return a milestone with further lines."""
    return (
        '[[milestones]]\nid = "portal"\ntitle = "A portal"\nlead = "office"\ndue = "2018"\n'
        f"{lines}\n"
    )


def record(table: str, lines: str, own_id: str = "one") -> str:
    """Return a record of a table with these lines below its id."""
    return f'[[{table}]]\nid = "{own_id}"\n{lines}\n'


def titled(table: str, lines: str) -> str:
    """Return a record of a table with a title and these lines."""
    return record(table, f'title = "One"\n{lines}')


def ministry(lines: str) -> str:
    """Return a second institution with these lines."""
    return record("institutions", f'name = "Ministry"\n{lines}', "ministry")


def event(lines: str) -> str:
    """Return an event with further lines."""
    return titled("events", f'kind = "workshop"\nstart = 2017-06-22\n{lines}')


def assessment(lines: str) -> str:
    """Return an assessment of the plan with these lines."""
    return record("assessments", f'framework = "irm"\ncriterion = "Clarity"\n{lines}')


MISSING_FIELD = (
    Case(
        "missing-field",
        "⟦#⟧ a plan in format 1 comes here\n",
        plan(NEPAL),
        message="the file holds no plan",
        help=(
            "begin with the line format = 1, or delete the file and have one made: "
            "`ogdplan new COUNTRY`"
        ),
    ),
    Case(
        "missing-field",
        "⟦#⟧ Nepal\nformat = 1\n",
        plan(NEPAL),
        message="plan is missing",
        help="add the line [plan], and below it the plan's title, country and lead",
    ),
    Case(
        # The keys are right; what lacks is the line above them.
        "missing-field",
        header("").replace("[plan]\n", "").replace("#", "⟦#⟧"),
        header(""),
        message="plan is missing",
        help="add the line [plan] above title",
    ),
    Case(
        "missing-field",
        header("").replace("format", "# format").replace("# Nepal", "⟦#⟧ Nepal"),
        header(""),
        message="format is missing",
        help="add the line format = 1 at the top of the file",
    ),
    Case(
        "missing-field",
        header("").replace("[plan]", "⟦[plan]⟧").replace("title", "# title"),
        header(""),
        message="title is missing",
        help="add title: the plan's title",
    ),
    Case(
        "missing-field",
        header("").replace("[plan]", "⟦[plan]⟧").replace("lead", "# lead"),
        header(""),
        message="lead is missing",
        help="add lead: the institution in charge of the plan, by its id",
    ),
    Case(
        "missing-field",
        plan("").replace("[plan]", "⟦[plan]⟧"),
        plan('kind = "programme"\ncountries = ["NPL", "PAN"]'),
        message="country is missing",
        help='add the three-letter code, such as country = "NPL"',
    ),
    Case(
        "missing-field",
        plan('kind = "local"').replace("[plan]", "⟦[plan]⟧"),
        plan('kind = "programme"'),
        message="country is missing",
    ),
    Case(
        # What stands in inline tables, and in tables that only dotted keys make.
        "missing-field",
        'format = 1\n⟦plan⟧.country = "NPL"\nplan.lead = "one"\nplan.stage = "draft"\n'
        'institutions = [{id = "one", name = "Office", sector = "government"}]\n',
        'format = 1\nplan.country = "NPL"\nplan.lead = "one"\nplan.title.ne = "खुला डाटा"\n'
        'plan.languages = ["ne"]\n'
        'institutions = [{id = "one", name = "Office", sector = "government"}]\n',
        message="title is missing",
    ),
    Case(
        "missing-field",
        'milestones = [⟦{id = "portal", lead = "office", due = "2018"}⟧]\n' + header(""),
        'milestones = [{id = "portal", title = "x", lead = "office", due = "2018"}]\n' + header(""),
        message="title is missing",
        help="add title: what will be done",
        record="portal",
    ),
    Case(
        "missing-field",
        '⟦[[milestones]]⟧\ntitle = "A portal"\nlead = "office"\ndue = "2018"\n',
        milestone(""),
        message="id is missing",
        help='add a name of its own, such as id = "open-data-decree"',
    ),
    Case(
        "missing-field",
        ministry("").replace("[[institutions]]", "⟦[[institutions]]⟧"),
        ministry('sector = "government"'),
        message="sector is missing",
        help=f"add sector: the part of society it belongs to; one of {SECTORS}",
        record="ministry",
    ),
    Case(
        "missing-field",
        titled("challenges", "").replace("[[challenges]]", "⟦[[challenges]]⟧"),
        titled("challenges", 'category = "other"'),
        message="category is missing",
        help="add category: which of the known challenges it is; "
        "`ogdplan catalogue challenge-category` prints all",
        record="one",
    ),
    Case(
        "missing-field",
        assessment("").replace("[[assessments]]", "⟦[[assessments]]⟧"),
        assessment('rating = "high"'),
        message="rating is missing",
        help="add the judgement: a `rating` in words, or a `value`",
        record="one",
    ),
    Case(
        "missing-field",
        assessment("out_of = ⟦5⟧"),
        assessment("out_of = 5\nvalue = 3.5"),
        message="value is missing",
        help="add the value that is out of 5",
        record="one",
    ),
    Case(
        "missing-field",
        '⟦[[accepted]]⟧\nrule = "no-training"\n',
        '[[accepted]]\nrule = "no-training"\nreason = "Trained in 2016"\n',
        message="reason is missing",
        help="add reason: why it is accepted",
    ),
)

UNKNOWN_FIELD = (
    Case(
        "unknown-field",
        header("⟦previos⟧ = 'nepal'"),
        header(""),
        message='"previos" is no key of [plan]',
        help='did you mean "previous"?',
    ),
    Case(
        # A misspelt key that is required is not missing besides.
        "unknown-field",
        header("").replace("title", "⟦Titel⟧"),
        header(""),
        message='"Titel" is no key of [plan]',
        help='did you mean "title"?',
    ),
    Case(
        "unknown-field",
        header("").replace("stage", "⟦status⟧"),
        header(""),
        message='"status" is no key of [plan]',
        help='did you mean "stage"?',
    ),
    Case(
        "unknown-field",
        header("⟦'favourite colour'⟧ = 'red'"),
        header("note = 'red'"),
        message='"favourite colour" is no key of [plan]',
        help="known here: title, country, countries, kind, number, stage, basis, start, end, "
        "adopted, lead, supporting, languages, summary, endorsed_by, orientation, sdgs, "
        "reporting, portal, sdg_portal, previous, parent, ogp_id, sources, note",
    ),
    Case(
        "unknown-field",
        header("").replace("format = 1\n[plan]", "[plan]\n⟦format⟧ = 1"),
        header(""),
        message='"format" is no key of [plan]',
        help="move it to the top of the file, above [plan]",
    ),
    Case(
        "unknown-field",
        '⟦country⟧ = "NPL"\n' + plan(""),
        header(""),
        message='"country" is no key of a plan file',
        help="move it below the line [plan]",
    ),
    Case(
        "unknown-field",
        '⟦country⟧ = "NPL"\n' + header(""),
        header(""),
        message='"country" is no key of a plan file',
        help='"country" stands in [plan] already; keep one of the two',
    ),
    Case(
        "unknown-field",
        "⟦answer⟧ = 42\n" + header(""),
        header(""),
        message='"answer" is no key of a plan file',
        help="only format stands at the top; all else stands below a line such as [plan]",
    ),
    Case(
        "unknown-field",
        "⟦version⟧ = 1\n" + header("").replace("format = 1\n", "# the format\n"),
        header(""),
        message='"version" is no key of a plan file',
        help='did you mean "format"?',
    ),
    Case(
        "unknown-field",
        header("").replace("[plan]", "[⟦Plan⟧]"),
        header(""),
        message="[Plan] is no table of a plan file",
        help="did you mean [plan]?",
    ),
    Case(
        # No reference to the portal is reported: nobody knows what is in that table.
        "unknown-field",
        milestone("").replace("milestones", "⟦milestone⟧")
        + record("updates", "about = 'portal'\non = 2017-05-01\ntext = 'News'", "news"),
        milestone("")
        + record("updates", "about = 'portal'\non = 2017-05-01\ntext = 'News'", "news"),
        message="[[milestone]] is no table of a plan file",
        help="did you mean [[milestones]]?",
    ),
    Case(
        "unknown-field",
        titled("⟦activities⟧", ""),
        milestone(""),
        message="[[activities]] is no table of a plan file",
        help="did you mean [[milestones]]?",
    ),
    Case(
        "unknown-field",
        "[⟦appendix⟧]\npages = 3\n",
        "",
        message="[appendix] is no table of a plan file",
        help="known here: plan, institutions, instruments, commitments, milestones, updates, "
        "challenges, lessons, next_steps, datasets, indicators, measurements, events, resources, "
        "assessments, accepted",
    ),
    Case(
        "unknown-field",
        milestone("⟦depends-on⟧ = ['portal']"),
        milestone("depends_on = []"),
        message='"depends-on" is no key of [[milestones]]',
        help='did you mean "depends_on"?',
        record="portal",
    ),
    Case(
        "unknown-field",
        titled("milestones", 'lead = "office"\n⟦deadline⟧ = "2018"'),
        titled("milestones", 'lead = "office"\ndue = "2018"'),
        message='"deadline" is no key of [[milestones]]',
        help='did you mean "due"?',
        record="one",
    ),
    Case(
        "unknown-field",
        milestone("⟦Due⟧ = '2018'"),
        milestone(""),
        message='"Due" is no key of [[milestones]]',
        help='"due" stands there already; keep one of the two',
    ),
    Case(
        "unknown-field",
        milestone("⟦note_es⟧ = 'Nota'"),
        milestone("note.es = 'Nota'"),
        message='"note_es" is no key of [[milestones]]',
        help='did you mean "note.es"?',
    ),
    Case(
        "unknown-field",
        'milestones = [{id = "a", title = "A", lead = "office", due = "2018", ⟦progres⟧ = 3}]\n'
        + header(""),
        'milestones = [{id = "a", title = "A", lead = "office", due = "2018", progress = 3}]\n'
        + header(""),
        message='"progres" is no key of [[milestones]]',
        record="a",
    ),
    Case(
        "unknown-field",
        'format = 1\nplan.title = "Plan"\nplan.country = "NPL"\nplan.lead = "one"\n'
        "plan.⟦stauts⟧.es = 'x'\n"
        'institutions = [{id = "one", name = "Office", sector = "government"}]\n',
        'format = 1\nplan.title = "Plan"\nplan.country = "NPL"\nplan.lead = "one"\n'
        'institutions = [{id = "one", name = "Office", sector = "government"}]\n',
        message='"stauts" is no key of [plan]',
    ),
    Case(
        "unknown-field",
        '[[accepted]]\n⟦id⟧ = "one"\nrule = "no-training"\nreason = "Done"\n',
        '[[accepted]]\nrule = "no-training"\nreason = "Done"\n',
        message='"id" is no key of [[accepted]]',
        help="known here: rule, about, reason",
    ),
    Case(
        # A misspelt rating is no missing judgement.
        "unknown-field",
        assessment("⟦raiting⟧ = 'high'"),
        assessment("rating = 'high'"),
        message='"raiting" is no key of [[assessments]]',
        help='did you mean "rating"?',
    ),
)

WRONG_TYPE = (
    Case(
        "wrong-type",
        header("").replace("format = 1", 'format = ⟦"1"⟧'),
        header(""),
        message='format: "1" is a text, not a whole number',
        help="write format = 1",
    ),
    Case(
        "wrong-type",
        header("").replace("format = 1", "format = ⟦true⟧"),
        header(""),
        message="format: true is not a whole number",
        help="write format = 1",
    ),
    Case(
        "wrong-type",
        header("").replace("format = 1", "format = ⟦1.0⟧"),
        header(""),
        message="format: 1.0 is a number, not a whole number",
        help="write format = 1",
    ),
    Case(
        "wrong-type",
        header("").replace("[plan]", "⟦[[plan]]⟧"),
        header(""),
        message="plan: a table is expected here, not a list",
        help="write [plan], with single brackets",
    ),
    Case(
        "wrong-type",
        "format = 1\nplan = ⟦'Nepal'⟧\n",
        header(""),
        message='plan: "Nepal" is a text, not a table',
        help="write the line [plan], and below it the plan's title, country and lead",
    ),
    Case(
        "wrong-type",
        milestone("").replace("[[milestones]]", "⟦[milestones]⟧"),
        milestone(""),
        message="milestones: a list of records is expected here, not a table",
        help="write [[milestones]], with double brackets, above each record",
    ),
    Case(
        "wrong-type",
        "milestones = ⟦3⟧\n" + header(""),
        "milestones = []\n" + header(""),
        message="milestones: 3 is a whole number, not a list of records",
        help="write [[milestones]], with double brackets, above each record",
    ),
    Case(
        "wrong-type",
        "milestones = [⟦3⟧]\n" + header(""),
        "milestones = []\n" + header(""),
        message="milestones: 3 is a whole number, not a table",
        help="write each record below a line [[milestones]] of its own",
    ),
    Case(
        "wrong-type",
        milestone("progress = ⟦'50 %'⟧"),
        milestone("progress = 50"),
        message='progress: "50 %" is a text, not a whole number',
        help="write it without quotes: 50",
        record="portal",
    ),
    Case(
        "wrong-type",
        milestone("progress = ⟦'half'⟧"),
        milestone("progress = 0"),
        message='progress: "half" is a text, not a whole number',
        help="write a whole number without quotes",
    ),
    Case(
        "wrong-type",
        milestone("progress = ⟦50.0⟧"),
        milestone("progress = 100"),
        message="progress: 50.0 is a number, not a whole number",
        help="write it without decimals: 50",
    ),
    Case(
        "wrong-type",
        milestone("progress = ⟦true⟧"),
        milestone("progress = 1"),
        message="progress: true is not a whole number",
        help="write a whole number without quotes",
    ),
    Case(
        "wrong-type",
        milestone('weight = ⟦"2,5"⟧'),
        milestone("weight = 2.5"),
        message='weight: "2,5" is a text, not a number',
        help="write it without quotes: 2.5",
    ),
    Case(
        "wrong-type",
        milestone("weight = ⟦false⟧"),
        milestone("weight = 1"),
        message="weight: false is not a number",
    ),
    Case(
        "wrong-type",
        milestone("started = ⟦2017-05-01T10:00:00⟧"),
        milestone("started = 2017-05-01"),
        message="started: 2017-05-01 10:00:00 is a date with a time, not a date",
        help="write the day without quotes and without a time: 2017-05-01",
    ),
    Case(
        "wrong-type",
        header("start = ⟦2017⟧"),
        header("start = '2017'"),
        message="start: 2017 is a whole number, not a date",
        help='write the year in quotes: "2017"',
    ),
    Case(
        "wrong-type",
        header("start = ⟦[2017-05-01]⟧"),
        header("start = 2017-05-01"),
        message="start: a date is expected here, not a list",
        help=A_DATE,
    ),
    Case(
        "wrong-type",
        milestone("evidence = ⟦'https://data.gov.np/'⟧"),
        milestone("evidence = ['https://data.gov.np/']"),
        message='evidence: "https://data.gov.np/" is a text, not a list',
        help='write a list in brackets: ["https://data.gov.np/"]',
    ),
    Case(
        "wrong-type",
        milestone("evidence = ['A letter', ⟦7⟧]"),
        milestone("evidence = ['A letter', '7']"),
        message="evidence: 7 is a whole number, not a text",
        help='write it in quotes: "7"',
    ),
    Case(
        # Both 16.1 and 16.10 are targets, and as numbers they are the same.
        "wrong-type",
        milestone("sdgs = [⟦16.10⟧]"),
        milestone("sdgs = ['16.10']"),
        message="sdgs: 16.1 is a number, not a text",
        help="write it in quotes, with all its digits",
    ),
    Case(
        "wrong-type",
        plan('country = ⟦["NPL"]⟧'),
        plan('country = "NPL"'),
        message="country: a text is expected here, not a list",
        help='write it without brackets: "NPL"',
    ),
    Case(
        "wrong-type",
        milestone("note = ⟦2017-05-01⟧"),
        milestone("note = '2017-05-01'"),
        message="note: 2017-05-01 is a date, not a text",
        help='write it in quotes: "2017-05-01"',
    ),
    Case(
        "wrong-type",
        milestone("note.en = 'A note'\nnote.es = ⟦3⟧"),
        milestone("note.en = 'A note'\nnote.es = '3'"),
        message="note.es: 3 is a whole number, not a text",
        help='write it in quotes: "3"',
        record="portal",
    ),
    Case(
        "wrong-type",
        milestone("status = ⟦3⟧"),
        milestone("status = 'limited'"),
        message="status: 3 is a whole number, not a text",
        help=f"choose one of: {STATUSES}",
    ),
    Case(
        "wrong-type",
        ministry("sector = 'media'\nroles = ⟦'partner'⟧"),
        ministry("sector = 'media'\nroles = ['partner']"),
        message='roles: "partner" is a text, not a list',
        help='write a list in brackets: ["partner"]',
    ),
    Case(
        "wrong-type",
        ministry("sector = 'media'\nchampion = ⟦'yes'⟧"),
        ministry("sector = 'media'\nchampion = true"),
        message='champion: "yes" is a text, not true or false',
        help="write true or false, without quotes",
    ),
    Case(
        "wrong-type",
        event("ratings = ⟦[80]⟧"),
        event("ratings = {useful = 80}"),
        message="ratings: a table is expected here, not a list",
        help="write a line for each: ratings.useful = 80",
    ),
    Case(
        "wrong-type",
        event("ratings.useful = ⟦'80%'⟧"),
        event("ratings.useful = 80"),
        message='ratings.useful: "80%" is a text, not a number',
        help="write it without quotes: 80",
        record="one",
    ),
    Case(
        "wrong-type",
        event("ratings.useful = 80\n⟦[events.ratings.organisation]⟧\nrooms = 90"),
        event("ratings.useful = 80\nratings.organisation = 90"),
        message="ratings.organisation: a number is expected here, not a table",
    ),
)

BAD_VALUE = (
    Case(
        "bad-value",
        milestone("status = ⟦'Complete'⟧"),
        milestone("status = 'substantial'"),
        message='status: "Complete" is no status',
        help=f'did you mean "completed"? allowed are {STATUSES}',
        record="portal",
    ),
    Case(
        "bad-value",
        milestone("status = ⟦'In_Progress'⟧"),
        milestone("status = 'in-progress'"),
        help=f'did you mean "in-progress"? allowed are {STATUSES}',
    ),
    Case(
        "bad-value",
        milestone("status = ⟦'done'⟧"),
        milestone("status = 'unclear'"),
        message='status: "done" is no status',
        help=f"choose one of: {STATUSES}; `ogdplan catalogue status` explains them",
    ),
    Case(
        "bad-value",
        milestone("kind = ⟦'trainings'⟧"),
        milestone("kind = 'training'"),
        message='kind: "trainings" is no milestone kind',
        help='did you mean "training"? `ogdplan catalogue milestone-kind` prints all that are '
        "allowed",
    ),
    Case(
        # What the wrong kind would make of a country that is not there, nobody knows.
        "bad-value",
        plan("kind = ⟦'program'⟧"),
        plan("kind = 'programme'"),
        message='kind: "program" is no plan kind',
        help=f'did you mean "programme"? allowed are {PLAN_KINDS}',
    ),
    Case(
        "bad-value",
        ministry("sector = 'media'\nroles = ['partner', ⟦'boss'⟧]"),
        ministry("sector = 'media'\nroles = ['partner', 'funder']"),
        message='roles: "boss" is no institution role',
        help="choose one of: coordinator, statistics-office, data-holder, regulator, approver, "
        "auditor, steering-body, funder, partner, reviewer; `ogdplan catalogue institution-role` "
        "explains them",
        record="ministry",
    ),
    Case(
        "bad-value",
        milestone("progress = ⟦101⟧"),
        milestone("progress = 99"),
        message="progress: 101 is more than 100",
        help="write 100 or less",
    ),
    Case(
        "bad-value",
        milestone("progress = ⟦-1⟧"),
        milestone("progress = 0"),
        message="progress: -1 is less than 0",
        help="write 0 or more",
    ),
    Case(
        "bad-value",
        milestone("weight = ⟦0⟧"),
        milestone("weight = 0.1"),
        message="weight: 0 is not more than 0",
        help="write a number above 0",
    ),
    Case(
        "bad-value",
        milestone("weight = ⟦inf⟧"),
        milestone("weight = 1e9"),
        message="weight: inf is out of range",
        help="write an ordinary number",
    ),
    Case(
        "bad-value",
        titled("indicators", "level = 'output'\ntarget = ⟦9223372036854775808⟧"),
        titled("indicators", "level = 'output'\ntarget = 9223372036854775807"),
        message="target: 9223372036854775808 is out of range",
    ),
    Case(
        "bad-value",
        event("participants = ⟦-3⟧"),
        event("participants = 0"),
        message="participants: -3 is less than 0",
        help="write 0 or more",
    ),
    Case(
        "bad-value",
        event("ratings.useful = ⟦101⟧"),
        event("ratings.useful = 100"),
        message="ratings.useful: 101 is no percentage from 0 to 100",
        help="write a percentage from 0 to 100",
        record="one",
    ),
    Case(
        "bad-value",
        event("ratings = {useful = 80, 'well run' = ⟦nan⟧}"),
        event("ratings = {useful = 80, 'well run' = 0}"),
        message="ratings.well run: nan is no percentage from 0 to 100",
    ),
    Case(
        "bad-value",
        milestone("contributes_to = ⟦'one'⟧"),
        milestone(""),
        message='contributes_to: "one" does not name a record of another plan',
        help='write plan id, # and record id, such as "nepal-2013#portal"',
    ),
    Case(
        "bad-value",
        titled("lessons", "category = 'champions'\napplied_in = [⟦'nepal#'⟧]"),
        titled("lessons", "category = 'champions'\napplied_in = []"),
        message='applied_in: "nepal#" does not name a record of another plan',
    ),
    Case(
        "bad-value",
        '[[accepted]]\nrule = ⟦"no_training"⟧\nreason = "Done"\n',
        '[[accepted]]\nrule = "no-training"\nreason = "Done"\n',
        message='rule: "no_training" is no rule',
        help='did you mean "no-training"?',
    ),
    Case(
        "bad-value",
        '[[accepted]]\nrule = ⟦"xyzzy"⟧\nabout = "office"\nreason = "Done"\n',
        '[[accepted]]\nrule = "no-training"\nreason = "Done"\n',
        message='rule: "xyzzy" is no rule',
        help="`ogdplan explain` lists the rules",
        record="office",
    ),
)

BAD_ID = (
    Case(
        "bad-id",
        titled("milestones", "lead = 'office'\ndue = '2018'").replace(
            '"one"', '⟦"Open_Data Portál"⟧'
        ),
        titled("milestones", "lead = 'office'\ndue = '2018'"),
        message='id: "Open_Data Portál" cannot be an id',
        help='did you mean "open-data-portal"?',
        record="Open_Data Portál",
    ),
    Case(
        "bad-id",
        record("institutions", 'name = "NIC"\nsector = "government"', "x").replace(
            '"x"', '⟦"सूचना"⟧'
        ),
        record("institutions", 'name = "NIC"\nsector = "government"'),
        message='id: "सूचना" cannot be an id',
        help=AN_ID,
    ),
    Case(
        "bad-id",
        titled("resources", 'kind = "tool"').replace('"one"', "⟦'-a--b'⟧"),
        titled("resources", 'kind = "tool"').replace('"one"', "'a-b'"),
        help='did you mean "a-b"?',
    ),
    Case(
        "bad-id",
        titled("resources", 'kind = "tool"').replace('"one"', f"⟦'{'a' * 65}'⟧"),
        titled("resources", 'kind = "tool"').replace('"one"', f"'{'a' * 64}'"),
        message=f'id: "{"a" * 57}…" cannot be an id',
        help=AN_ID,
    ),
    Case(
        "bad-id",
        titled("resources", 'kind = "tool"').replace('"one"', "⟦''⟧"),
        titled("resources", 'kind = "tool"').replace('"one"', "'1'"),
        message='id: "" cannot be an id',
        help=AN_ID,
    ),
)

BAD_WHEN = (
    Case(
        "bad-when",
        milestone("").replace('"2018"', "⟦'2018-06-30'⟧"),
        milestone("").replace('"2018"', "2018-06-30"),
        message='due: "2018-06-30" is no period',
        help="write the day without quotes and without a time: 2018-06-30",
        record="portal",
    ),
    Case(
        "bad-when",
        milestone("").replace('"2018"', "⟦'Junio de 2018'⟧"),
        milestone("").replace('"2018"', "'2018-06'"),
        message='due: "Junio de 2018" is no period',
        help='did you mean "2018-06"?',
    ),
    Case(
        "bad-when",
        milestone("").replace('"2018"', "⟦'30 June 2018'⟧"),
        milestone("").replace('"2018"', "'2018-06'"),
        help="write the day as 2018-06-30, without quotes",
    ),
    Case(
        "bad-when",
        milestone("").replace('"2018"', "⟦'Q2 2018'⟧"),
        milestone("").replace('"2018"', "'2018-Q2'"),
        help='did you mean "2018-Q2"?',
    ),
    Case(
        # Day or month first? There is no guessing.
        "bad-when",
        milestone("").replace('"2018"', "⟦'05/06/2018'⟧"),
        milestone("").replace('"2018"', "'2018-H1'"),
        help=A_DATE,
    ),
    Case(
        "bad-when",
        header("end = ⟦'2018-13'⟧"),
        header("end = '2018-12'"),
        message='end: "2018-13" is no period',
        help=A_DATE,
    ),
    Case(
        "bad-when",
        record("updates", "on = 2017-05-01\ntext = 'News'\nperiod = ⟦'2017-04-30'⟧"),
        record("updates", "on = 2017-05-01\ntext = 'News'\nperiod = '2017-04'"),
        message='period: "2017-04-30" is no period',
        help=A_PERIOD,
    ),
    Case(
        "bad-when",
        record("updates", "on = 2017-05-01\ntext = 'News'\nperiod = ⟦'first quarter'⟧"),
        record("updates", "on = 2017-05-01\ntext = 'News'\nperiod = '2017-Q1'"),
        help=A_PERIOD,
    ),
)

BAD_COUNTRY = (
    Case(
        "bad-country",
        plan("country = ⟦'Panama'⟧"),
        plan("country = 'PAN'"),
        message='country: "Panama" is no country code',
        help='write the three-letter code: "PAN"',
    ),
    Case(
        "bad-country",
        plan("country = ⟦'np'⟧"),
        plan("country = 'NPL'"),
        message='country: "np" is no country code',
        help='write the three-letter code: "NPL"',
    ),
    Case(
        "bad-country",
        plan("country = ⟦'Urugauy'⟧"),
        plan("country = 'URY'"),
        help='did you mean "URY" (Uruguay)?',
    ),
    Case(
        # Never one of the two Koreas by guess.
        "bad-country",
        plan("country = ⟦'Korea'⟧"),
        plan("country = 'KOR'"),
        help='did you mean "PRK" (Korea, Democratic People\'s Republic of) or '
        '"KOR" (Korea, Republic of)?',
    ),
    Case(
        "bad-country",
        plan("kind = 'programme'\ncountries = ['NPL', ⟦'XXX'⟧]"),
        plan("kind = 'programme'\ncountries = ['NPL', 'BGD']"),
        message='countries: "XXX" is no country code',
        help="use the three-letter code of ISO 3166-1, such as NPL",
    ),
)

BAD_LANGUAGE = (
    Case(
        "bad-language",
        header("languages = ['en', ⟦'spa'⟧]"),
        header("languages = ['en']"),
        message='languages: "spa" is no language tag',
        help='did you mean "es"?',
    ),
    Case(
        "bad-language",
        header("languages = [⟦'klingon'⟧]"),
        header("languages = ['en', 'pt-BR']")
        .replace('"Open data plan"', '{en = "A", pt-BR = "B"}')
        .replace('name = "Office"', 'name = {en = "A", pt-BR = "B"}'),
        help="use a tag of BCP 47, such as en, es, ne or pt-BR",
    ),
    Case(
        # In a Text the tag is a key.
        "bad-language",
        milestone("note.⟦Spanish⟧ = 'Nota'"),
        milestone("note.es = 'Nota'"),
        message='note: "Spanish" is no language tag',
        help='did you mean "es"?',
        record="portal",
    ),
    Case(
        "bad-language",
        milestone("note = {en = 'Note', ⟦pt_BR⟧ = 'Nota'}"),
        milestone("note = {en = 'Note', pt-BR = 'Nota'}"),
        help='did you mean "pt-BR"?',
    ),
    Case(
        "bad-language",
        titled("resources", "kind = 'tool'\nlanguages = [⟦'English'⟧]"),
        titled("resources", "kind = 'tool'\nlanguages = ['en']"),
        help='did you mean "en"?',
        record="one",
    ),
)

BAD_SDG = (
    Case(
        "bad-sdg",
        milestone("sdgs = ['16', ⟦'18'⟧]"),
        milestone("sdgs = ['16', '17']"),
        message="sdgs: there is no goal 18",
        help="the goals are 1 to 17",
        record="portal",
    ),
    Case(
        "bad-sdg",
        milestone("sdgs = [⟦'16.99'⟧]"),
        milestone("sdgs = ['16.10']"),
        message="sdgs: there is no target 16.99",
        help='write a goal as "16", a target as "16.10", an indicator as "16.10.2"',
    ),
    Case(
        "bad-sdg",
        header("sdgs = [⟦'Goal 16'⟧]"),
        header("sdgs = ['16']"),
        message='sdgs: "Goal 16" is no goal, target or indicator',
        help='did you mean "16"?',
    ),
    Case(
        "bad-sdg",
        titled("indicators", "level = 'output'\nsdg = ⟦'SDG 16.10.2'⟧"),
        titled("indicators", "level = 'output'\nsdg = '16.10.2'"),
        help='did you mean "16.10.2"?',
    ),
)

BAD_URL = (
    Case(
        "bad-url",
        header("portal = ⟦'www.data.gov.np'⟧"),
        header("portal = 'http://www.data.gov.np'"),
        message='portal: "www.data.gov.np" is no web address',
        help='write the whole address: "https://www.data.gov.np"',
    ),
    Case(
        "bad-url",
        titled("resources", "kind = 'tool'\nurl = ⟦'see the annex'⟧"),
        titled("resources", "kind = 'tool'\nurl = 'https://example.org/annex?page=3'"),
        message='url: "see the annex" is no web address',
        help=AN_ADDRESS,
        record="one",
    ),
    Case(
        "bad-url",
        header("portal = ⟦'ftp://data.gov.np/'⟧"),
        header("portal = 'HTTPS://data.gov.np/'"),
        help=AN_ADDRESS,
    ),
)

BAD_LICENCE = (
    Case(
        "bad-licence",
        titled("datasets", "licence = ⟦'cc by 4.0'⟧"),
        titled("datasets", "licence = 'CC-BY-4.0'"),
        message='licence: "cc by 4.0" is no known licence',
        help='did you mean "CC-BY-4.0"?',
        record="one",
    ),
    Case(
        "bad-licence",
        titled("datasets", "licence = ⟦'creativecommons.org/licenses/by/4.0/'⟧"),
        titled("datasets", "licence = 'https://creativecommons.org/licenses/by/4.0/'"),
        help='write the whole address: "https://creativecommons.org/licenses/by/4.0/"',
    ),
    Case(
        "bad-licence",
        titled("datasets", "licence = ⟦'Creative Commons Attribution Sharealike'⟧"),
        titled("datasets", "licence = 'CC-BY-SA-4.0'"),
        help='did you mean "CC-BY-SA-4.0"?',
    ),
    Case(
        "bad-licence",
        titled("datasets", "licence = ⟦'free for all'⟧"),
        titled("datasets", "licence = 'CC0-1.0'"),
        help="use an id of `ogdplan catalogue licences`, or the web address of the licence",
    ),
)

EMPTY_TEXT = (
    Case(
        "empty-text",
        header("").replace('"Open data plan"', "⟦' '⟧"),
        header(""),
        message="title: the text is empty",
        help="write the text",
    ),
    Case(
        "empty-text",
        milestone("note = ⟦''⟧"),
        milestone("note = '-'"),
        message="note: the text is empty",
        help="write the text, or remove the line",
        record="portal",
    ),
    Case(
        "empty-text",
        milestone("note.en = 'Note'\nnote.es = ⟦'''\n'''⟧"),
        milestone("note.en = 'Note'\nnote.es = 'Nota'"),
        message="note.es: the text is empty",
        help="write the text, or remove the line",
    ),
    Case(
        "empty-text",
        milestone("note = ⟦{}⟧"),
        milestone("note = {en = 'Note'}"),
        message="note: the text has no wording in any language",
    ),
)

DUPLICATE_VALUE = (
    Case(
        "duplicate-value",
        milestone("sdgs = ['16.10', '4', ⟦'16.10'⟧]"),
        milestone("sdgs = ['16.10', '4', '16.1']"),
        message='sdgs: "16.10" stands in this list twice',
        help="remove one of the two, or correct it",
        record="portal",
    ),
    Case(
        "duplicate-value",
        header("sources = ['A letter', ⟦\"A letter\"⟧]"),
        header("sources = ['A letter', 'a letter']"),
        message='sources: "A letter" stands in this list twice',
    ),
    Case(
        "duplicate-value",
        ministry("sector = 'media'\nroles = ['partner', ⟦'partner'⟧]"),
        ministry("sector = 'media'\nroles = ['partner', 'funder']"),
        message='roles: "partner" stands in this list twice',
    ),
)

DUPLICATE_ID = (
    Case(
        "duplicate-id",
        milestone("") + milestone("").replace('"portal"', '⟦"portal"⟧'),
        milestone("") + milestone("").replace('"portal"', '"portal-2"'),
        message='the milestone in line 15 has the id "portal" already',
        help="give one of the two another id, and correct what refers to it",
        record="portal",
    ),
    Case(
        # The later one in the file, in whatever order the format lists the kinds.
        "duplicate-id",
        milestone("").replace("portal", "ministry")
        + record("next_steps", 'title = "Go on"')
        + ministry("sector = 'media'").replace('"ministry"', '⟦"ministry"⟧'),
        milestone("") + record("next_steps", 'title = "Go on"') + ministry("sector = 'media'"),
        message='the milestone in line 15 has the id "ministry" already',
        record="ministry",
    ),
    Case(
        "duplicate-id",
        'next_steps = [{id = "office", title = "Go on"}]\n'
        + header("").replace('"office"\nname', '⟦"office"⟧\nname'),
        'next_steps = [{id = "go-on", title = "Go on"}]\n' + header(""),
        message='the next step in line 1 has the id "office" already',
    ),
)

CASES: tuple[AnyCase, ...] = (
    *MISSING_FIELD,
    *UNKNOWN_FIELD,
    *WRONG_TYPE,
    *BAD_VALUE,
    *BAD_ID,
    *BAD_WHEN,
    *BAD_COUNTRY,
    *BAD_LANGUAGE,
    *BAD_SDG,
    *BAD_URL,
    *BAD_LICENCE,
    *EMPTY_TEXT,
    *DUPLICATE_VALUE,
    *DUPLICATE_ID,
)
