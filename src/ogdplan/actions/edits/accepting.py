"""Accepting a finding: someone answers for it, with the reason."""

from collections.abc import Iterable

from ogdplan.actions.edits.given import with_text
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.checks import portfolio
from ogdplan.checks.acceptance import settle
from ogdplan.checks.plan import check_plan
from ogdplan.errors import UnknownNameError, UsageError, first_of
from ogdplan.findings import Problem, Severity
from ogdplan.planfile.operations import AddRecord, Value
from ogdplan.reference.suggestions import closest
from ogdplan.rules import history
from ogdplan.rules.catalogue import RULES

_UNSEEN_OF_PLANS = portfolio.SLUGS | {"update-rewritten"}
_UNSEEN_OF_RECORDS = history.SLUGS - history.UNACCEPTABLE
"""Rules that look beyond one file, by what their findings can be about."""


def accept(
    subject: Subject,
    rule: str,
    name: str | None,
    *,
    reason: str,
    language: str | None = None,
) -> Edit:
    """Accept what a rule says of a record, or of the plan as a whole.

    Raises UnknownNameError for a rule that is none, UsageError where there is nothing to accept,
    or it cannot be. What only several plans together show is taken on trust, and what only an
    earlier version of the plan shows.
    """
    _refuse_rule(rule)
    about = subject.find(name).id if name else None
    there = [each for each in _problems(subject) if each.rule.slug == rule]
    if (rule, about) in {(each.rule, each.about) for each in subject.plan.accepted}:
        hint = "its reason stands under [[accepted]] in the file"
        raise UsageError(f"{rule} is accepted already for {about or 'the plan'}", hint=hint)
    is_there = about in {each.record for each in there}
    if not (is_there or _is_trusted(rule, about)):
        raise _nothing(subject, rule, about, there)
    fields: dict[str, Value] = {"rule": rule}
    if about:
        fields["about"] = about
    fields["reason"] = with_text(None, reason, language, subject)
    return Edit((AddRecord("accepted", fields),), hint=f"ogdplan check {subject.plan_id}")


def _is_trusted(rule: str, about: str | None) -> bool:
    return rule in (_UNSEEN_OF_RECORDS if about else _UNSEEN_OF_PLANS)


def _problems(subject: Subject) -> tuple[Problem, ...]:
    """Return what is wrong with the file by itself, what is accepted marked so."""
    checked = check_plan(subject.reading, as_of=subject.as_of)
    return settle(checked.accepted, checked.problems, unasked=portfolio.SLUGS | history.SLUGS)


def _refuse_rule(slug: str) -> None:
    if slug not in RULES:
        otherwise = "`ogdplan explain` lists all rules"
        raise UnknownNameError("rule", slug, candidates=closest(slug, RULES), otherwise=otherwise)
    if RULES[slug].severity is Severity.ERROR:
        hint = f"mend it: `ogdplan explain {slug}` says how"
        raise UsageError(f"{slug} is an error, and errors cannot be accepted", hint=hint)
    if slug in history.UNACCEPTABLE:
        told = "it is told only while REV of `check --since REV` still has the record"
        hint = "put the record back; set `withdrawn`, or say in a report why it had to go"
        raise UsageError(f"{slug} cannot be accepted: {told}", hint=hint)


def _nothing(
    subject: Subject, rule: str, about: str | None, there: Iterable[Problem]
) -> UsageError:
    records = tuple(each.record for each in there if each.record and not each.accepted)
    where = f"about {about}" if about else "about the plan as a whole"
    hint = f"it is found for {first_of(records)}" if records else f"ogdplan check {subject.plan_id}"
    return UsageError(f"{rule} finds nothing {where} in {subject.plan_id}", hint=hint)
