"""Rules that a file must keep to be a valid plan."""

from ogdplan.findings import Group, Rule, Severity


def _error(slug: str, title: str, why: str, fix: str, *, reads: str = "") -> Rule:
    """Return a rule; `reads` only what can mislead it.

    The value that an error points at always counts. Of the values it is compared with, one at
    fault is taken for absent, so that only those that are required or make up a chain matter.
    """
    values = frozenset(reads.split())
    return Rule(slug, Group.VALIDITY, Severity.ERROR, title, why, fix, values)


READING = (
    _error(
        "toml-syntax",
        "the file is no TOML",
        "a file that breaks the rules of TOML cannot be read, by this program or any other",
        "correct the line; the message says what was expected there",
    ),
    _error(
        "not-utf8",
        "the file is not UTF-8",
        "TOML files are UTF-8, so that every script of the world can stand in one file",
        "save the file again with the encoding UTF-8",
    ),
    _error(
        "conflict-markers",
        "a merge left its markers in the file",
        "git could not merge two versions by itself and wrote both, between markers",
        "keep the lines that are right and delete the others and the markers",
    ),
    _error(
        "file-too-large",
        "the file is too large",
        "a plan is a text that people read; a file over 16 MiB is something else",
        "split the plan, or remove what is no part of it",
    ),
    _error(
        "nested-too-deep",
        "the file nests too deep",
        "no plan needs more than a few levels; over 100 the file is broken or hostile",
        "remove the needless brackets or dots",
    ),
    _error(
        "link-outside",
        "the file is a link that leads out of the plans folder",
        "a plan that lies elsewhere is not under version control with the others",
        "put a copy of the file into the plans folder instead of the link",
    ),
    _error(
        "unsupported-format",
        "the file has a format this program does not know",
        "a newer program may have written it; reading it wrongly would be worse than not at all",
        "install a newer ogdplan, or correct the line to `format = 1`",
    ),
    _error(
        "unresolved-merge",
        "a merge left a conflict to settle",
        "two people changed the same thing; both values stand there until someone decides",
        "keep the right value and delete the comment that starts with CONFLICT",
    ),
)

SHAPE = (
    _error(
        "missing-field",
        "something required is missing",
        "readers and reports rely on these fields being there",
        "add the field",
    ),
    _error(
        "unknown-field",
        "a key that the format does not have",
        "a misspelt key would otherwise be ignored without a word",
        "correct the name, or put the remark into `note`",
    ),
    _error(
        "wrong-type",
        "a value of the wrong type",
        "a number in quotes or a date with a time would be misread",
        "write the value as the format asks; `ogdplan schema` and docs/file-format.md tell how",
    ),
    _error(
        "bad-value",
        "a value that is not allowed here",
        "closed lists keep plans comparable across countries",
        "choose one of the allowed values; `ogdplan catalogue` prints them",
    ),
    _error(
        "bad-id",
        "an id that cannot be one",
        "ids appear in file names, commands and web addresses",
        "use small letters a to z, digits and single hyphens, at most 64 characters",
    ),
    _error(
        "bad-when",
        "a date or period that is none",
        "schedules are computed from these dates",
        'write a day as 2018-06-30, a period in quotes as "2018", "2018-06", "2018-Q2", "2018-H1"',
    ),
    _error(
        "bad-country",
        "a country code that does not exist",
        "plans are found and compared by country",
        "use the three-letter code of ISO 3166-1, such as NPL",
    ),
    _error(
        "bad-language",
        "a language tag that does not exist",
        "reports choose texts by language",
        "use a tag of BCP 47, such as en, es, ne or pt-BR",
    ),
    _error(
        "bad-sdg",
        "no such Sustainable Development Goal, target or indicator",
        "links to the goals are counted and published",
        'write a goal as "16", a target as "16.10", an indicator as "16.10.2"',
    ),
    _error(
        "bad-url",
        "a web address that is none",
        "readers follow these links to the evidence",
        "write the whole address, beginning with https:// or http://",
    ),
    _error(
        "bad-licence",
        "a licence that is not known",
        "whether data are open depends on the licence",
        "use an id of `ogdplan catalogue licences`, or the web address of the licence",
    ),
    _error(
        "empty-text",
        "a text without words",
        "an empty text says nothing, and hides that something is missing",
        "write the text, or remove the line",
    ),
    _error(
        "duplicate-value",
        "a list holds the same value twice",
        "lists are sets here; the second one is a slip or hides another value",
        "remove one of the two, or correct it",
    ),
    _error(
        "duplicate-id",
        "two records have the same id",
        "records refer to each other by id; with two of one name nobody knows which is meant",
        "give one of the two another id, and correct what refers to it",
    ),
)

MEANING = (
    _error(
        "unknown-reference",
        "a reference to a record that does not exist",
        "a name that leads nowhere is a slip, or its record was removed",
        "correct the id, or add the record",
    ),
    _error(
        "wrong-kind-reference",
        "a reference to a record of the wrong kind",
        "a milestone cannot lead, an institution cannot be depended on",
        "name a record of the right kind",
    ),
    _error(
        "self-reference",
        "a record refers to itself",
        "nothing can depend on or mitigate itself",
        "name another record, or remove the reference",
    ),
    _error(
        "dependency-cycle",
        "milestones that wait for each other in a circle",
        "none of them could ever begin",
        "remove the dependency that is not real",
    ),
    _error(
        "end-before-start",
        "an end before its start",
        "nothing ends before it begins; one of the dates is wrong",
        "correct one of the two dates",
        reads="events.start",
    ),
    _error(
        "due-before-start",
        "a deadline before the start",
        "work cannot be due before it is to begin; one of the dates is wrong",
        "correct one of the two dates",
    ),
    _error(
        "completed-before-started",
        "done before it was started",
        "one of the two dates is wrong",
        "correct one of the two dates",
    ),
    _error(
        "date-without-status",
        "a date says one thing, the status another",
        "what has a date of completion is completed, what has one of withdrawal is withdrawn",
        "correct the status, leave it out, or remove the date",
    ),
    _error(
        "resolved-before-raised",
        "a challenge resolved before it was raised",
        "one of the two dates is wrong",
        "correct one of the two dates",
    ),
    _error(
        "deadline-chain-broken",
        "the record of a moved deadline does not fit together",
        "slips are computed from it: each move starts where the one before ended, "
        "and the last ends at the deadline of today",
        "correct the dates so that each `due_to` is the next `due_from` and the last one is `due`",
        reads="updates.about updates.on updates.due_from updates.due_to "
        "milestones.due commitments.end",
    ),
    _error(
        "unknown-plan",
        "a reference to a plan that does not exist",
        "links between plans carry progress from one to the other",
        "correct the plan id, which is the file's path below plans/ without .toml",
    ),
)

RULES = (*READING, *SHAPE, *MEANING)
