"""What changed_plans.py does to the file of a plan that is no change of what it says."""

from collections.abc import Callable, Sequence

from true_changes import Draft

Rewriting = Callable[[Draft], None]


def _move_records(draft: Draft) -> None:
    """Put a milestone to the front, a challenge to the end, and the newest reports first."""
    milestones, challenges = draft.table("milestones"), draft.table("challenges")
    milestone = draft.one("milestones", draft.id("milestones", 3, 6))
    milestones.remove(milestone)
    milestones.insert(0, milestone)
    challenges.append(challenges.pop(0))
    draft.table("updates").reverse()


def _move_tables(draft: Draft) -> None:
    for table in ("milestones", "institutions"):
        draft.data[table] = draft.data.pop(table)


def _move_fields(draft: Draft) -> None:
    """Write the fields of every third record backwards."""
    for _, records in draft.tables():
        for record in records[::3]:
            for name in reversed(list(record)):
                record[name] = record.pop(name)


def _name_language(draft: Draft) -> None:
    """Write texts in the plan's first language as tables of languages."""
    texts = (
        (draft.one("milestones", draft.id("milestones", 0, 2)), "title"),
        (draft.one("milestones", draft.id("milestones", 3, 9)), "expected_output"),
        (draft.one("commitments", "commitment-3"), "problem"),
    )
    for record, name in texts:
        record[name] = {"en": record[name]}


def _write_defaults(draft: Draft) -> None:
    """Write out what holds where it is not written."""
    draft.one("milestones", draft.id("milestones", 0, 9))["timing"] = "fixed"
    draft.one("challenges", draft.id("challenges", 2, 6))["severity"] = "medium"


REWRITINGS: Sequence[Rewriting] = (
    _move_records,
    _move_tables,
    _move_fields,
    _name_language,
    _write_defaults,
)
"""What is rewritten, in this order."""
