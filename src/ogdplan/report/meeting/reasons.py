"""Why a milestone stands as it does, in the words of the plan and of those who assessed it."""

from collections.abc import Iterator

from ogdplan.model.work import Update
from ogdplan.progress.concerns import Concern
from ogdplan.report.meeting.teller import Teller, Told
from ogdplan.report.tongue import Tongue, mark

NONE_RECORDED = Told(mark("no reason recorded"))
"""What stands where an overdue milestone should have a reason, and has none."""


def reason_of(each: Concern, group: str, teller: Teller) -> Told | None:
    """Return the reason that says most; None where none is needed.

    Only what is overdue needs one. Of what is unclear, it is told that it is, and what others
    found.
    """
    told = next(_reasons(each, teller), None)
    if not each.is_unclear:
        return told or (NONE_RECORDED if group == "overdue" else None)
    tongue = teller.tongue
    outcome = tongue.say("outcome not known") if group == "overdue" else ""
    found = [outcome, _judged(each, tongue), told.marked if told else ""]
    return Told(tongue.clauses(filter(None, found))) if any(found) else None


def _judged(each: Concern, tongue: Tongue) -> str:
    """Return what others found: `IRM 2017: Complete`; "" for nothing."""
    if each.judged is None or each.judged.judged is None:
        return ""
    assessment, status = each.judged.assessment, tongue.term(each.judged.judged)
    who, on = tongue.term(assessment.framework), tongue.when(assessment.on)
    if not on:
        return tongue.say("{who}: {status}", who=who, status=status)
    return tongue.say("{who} {day}: {status}", who=who, day=on, status=status)


def _reasons(each: Concern, teller: Teller) -> Iterator[Told]:
    """Yield the reasons, that which says most first."""
    tongue = teller.tongue
    if waited := (*each.waits_for, *each.open_dependencies):
        names = tongue.listed([teller.marked_title(one) for one in waited])
        yield Told(tongue.say("waits for {milestones}", milestones=names))
    if each.challenges:
        names = tongue.listed([teller.marked_title(challenge) for challenge in each.challenges])
        yield Told(tongue.say("challenge: {challenges}", challenges=names))
    if each.last_move:
        yield _dated(each.last_move, teller, is_move=True)
    if each.last_report:
        yield _dated(each.last_report, teller, is_move=False)


def _dated(update: Update, teller: Teller, *, is_move: bool) -> Told:
    day, text = teller.tongue.when(update.on), teller.told(update.text)
    if is_move:
        words = teller.tongue.say("moved on {day}: {text}", day=day, text=text.marked)
    else:
        words = teller.tongue.say("report of {day}: {text}", day=day, text=text.marked)
    return Told(words)
