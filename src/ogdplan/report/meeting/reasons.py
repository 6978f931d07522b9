"""Why a milestone stands as it does, in the words of the plan and of those who assessed it."""

from collections.abc import Iterator, Sequence

from ogdplan.model.work import Update
from ogdplan.progress.concerns import Concern
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import said
from ogdplan.report.segments import Line, Segment, parted, words
from ogdplan.report.tongue import Tongue, mark

NONE_RECORDED = said(mark("no reason recorded"))
"""What stands where an overdue milestone should have a reason, and has none."""


def reason_of(each: Concern, group: str, teller: Teller) -> Line | None:
    """Return the reason that says most; None where none is needed.

    Only what is overdue needs one. Of what is unclear, it is told that it is, and what others
    found.
    """
    told = next(_reasons(each, teller), None)
    if not each.is_unclear:
        return told or (NONE_RECORDED if group == "overdue" else None)
    tongue = teller.tongue
    outcome = tongue.say("outcome not known") if group == "overdue" else ""
    found = [outcome, _judged(each, tongue), words(told or ())]
    quoted = [part for part in told or () if part.is_quoted]
    return parted(tongue.clauses(filter(None, found)), quoted) if any(found) else None


def _judged(each: Concern, tongue: Tongue) -> str:
    """Return what others found: `IRM 2017: Complete`; "" for nothing."""
    if each.judged is None or each.judged.judged is None:
        return ""
    assessment, status = each.judged.assessment, tongue.term(each.judged.judged)
    who, on = tongue.term(assessment.framework), tongue.when(assessment.on)
    if not on:
        return tongue.say("{who}: {status}", who=who, status=status)
    return tongue.say("{who} {day}: {status}", who=who, day=on, status=status)


def _reasons(each: Concern, teller: Teller) -> Iterator[Line]:
    """Yield the reasons, that which says most first."""
    tongue = teller.tongue
    if waited := (*each.waits_for, *each.open_dependencies):
        quoted = [teller.quoted(one) for one in waited]
        yield parted(
            tongue.say("waits for {milestones}", milestones=_names(quoted, tongue)), quoted
        )
    if each.challenges:
        quoted = [teller.quoted(challenge) for challenge in each.challenges]
        yield parted(
            tongue.say("challenge: {challenges}", challenges=_names(quoted, tongue)), quoted
        )
    if each.last_move:
        yield _dated(each.last_move, teller, is_move=True)
    if each.last_report:
        yield _dated(each.last_report, teller, is_move=False)


def _names(quoted: Sequence[Segment], tongue: Tongue) -> str:
    return tongue.listed([each.text for each in quoted])


def _dated(update: Update, teller: Teller, *, is_move: bool) -> Line:
    day, quoted = teller.tongue.when(update.on), teller.quoted(update)
    if is_move:
        sentence = teller.tongue.say("moved on {day}: {text}", day=day, text=quoted.text)
    else:
        sentence = teller.tongue.say("report of {day}: {text}", day=day, text=quoted.text)
    return parted(sentence, [quoted])
