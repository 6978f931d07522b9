"""Rules about what changed since an earlier version of a plan; only `check --since REV` asks."""

from ogdplan.findings import Group, Rule, Severity

_ASKED = "(asked with `check --since REV`)"


def _history(slug: str, title: str, why: str, fix: str, reads: str) -> Rule:
    """Return a rule of the group record: that a change left no word is no news of the work."""
    table = frozenset(reads.split())
    return Rule(slug, Group.RECORD, Severity.WARNING, title, why, fix, table)


RULES = (
    _history(
        "due-moved-silently",
        "a deadline was moved, and no report says so",
        f"people count on the date they were told {_ASKED}",
        "add a report with `due_from`, `due_to` and the reason as its text, as "
        "`ogdplan milestone reschedule` does; accept it where the old date was a slip of the pen",
        "milestones.due updates.about updates.due_from updates.due_to",
    ),
    _history(
        "reopened-silently",
        "what was done is open again, and no report says so",
        f"what was reported as achieved must not vanish without a word {_ASKED}",
        "add a report that says how it stands now, and why; about a challenge or next step, a "
        "report whose text names it by its id or title",
        "milestones.status milestones.completed milestones.withdrawn commitments.status "
        "commitments.completed commitments.withdrawn challenges.status challenges.resolved "
        "next_steps.status updates.about updates.on updates.status updates.text",
    ),
    _history(
        "update-rewritten",
        "a report was changed or removed afterwards",
        "reports are what was known on their day; evidence, sources and translations may be "
        f"added, and the note is free {_ASKED}",
        "put the report back as it was, and say what is known now in a new one",
        "",
    ),
    _history(
        "evidenced-record-removed",
        "a record that had evidence is gone",
        f"what was shown to the public must not vanish {_ASKED}",
        "put the record back, or the whole plan; set `withdrawn` where the work was given up",
        "",
    ),
)

SLUGS = frozenset(rule.slug for rule in RULES)
"""The rules that look at two versions of a plan."""

UNACCEPTABLE = frozenset({"evidenced-record-removed"})
"""The rules for whose findings nobody can answer in the plan.

The record is gone: an entry cannot name it, and one about the plan as a whole would answer for
every record that is ever removed.
"""
