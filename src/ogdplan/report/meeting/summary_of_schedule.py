"""The sentence of the summary that accounts for all that is unfinished."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.model.when import When
from ogdplan.progress.measures import Schedule
from ogdplan.report.meeting.parts import shortened_part
from ogdplan.report.meeting.shares import overdue_in_words
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import said
from ogdplan.report.segments import Line, Segment, parted
from ogdplan.report.tongue import Tongue


def schedule_line(plan: PlanReport, teller: Teller) -> Line:
    """Return how each of the unfinished milestones stands, and the next deadline."""
    tongue, schedule = teller.tongue, plan.measures.schedule
    say = tongue.say
    if not plan.measures.completion.active:
        return _ends(plan, teller)
    if not schedule.unfinished:
        return said(say("No milestone is unfinished."))
    words = tongue.count(
        "{n} milestone is unfinished: {standing}",
        "{n} milestones are unfinished: {standing}",
        schedule.unfinished,
        standing=tongue.listed(tuple(_standing(plan, tongue))),
    )
    if not plan.concerns.ahead:
        return said(say("{sentence}; no deadline is ahead.", sentence=words))
    first = plan.concerns.ahead[0].progress
    title = shortened_part(teller.quoted(first.milestone))
    deadline = _dated(title, first.milestone.due, first.lead, teller)
    sentence = say(
        "{sentence}; the next deadline is {deadline}.", sentence=words, deadline=deadline
    )
    return parted(sentence, [title])


def _standing(plan: PlanReport, tongue: Tongue) -> Iterator[str]:
    schedule, plan_over = plan.measures.schedule, plan.progress.over
    if schedule.overdue:
        yield _overdue(schedule, tongue, plan_over=plan_over)
    if schedule.blocked:
        yield _blocked(schedule.blocked, tongue, plan_over=plan_over)
    if number := schedule.unconfirmed:
        if schedule.overdue_unclear:
            yield tongue.count("{n} more of unclear status", "{n} more of unclear status", number)
        else:
            yield tongue.count("{n} of unclear status", "{n} of unclear status", number)
    if number := schedule.due_soon:
        yield tongue.say("{n} due soon", n=tongue.number(number))
    if number := schedule.unscheduled:
        yield tongue.say("{n} without a deadline", n=tongue.number(number))
    if number := schedule.on_track:
        yield tongue.say("{n} on track", n=tongue.number(number))


def _overdue(schedule: Schedule, tongue: Tongue, *, plan_over: bool) -> str:
    unclear = schedule.overdue_unclear
    words = overdue_in_words(schedule.overdue, tongue, plan_over=plan_over)
    if not unclear:
        return words
    if unclear == schedule.overdue:
        return tongue.count(
            "{overdue} (its outcome is not known)",
            "{overdue} (the outcome of all {n} is not known)",
            unclear,
            overdue=words,
        )
    return tongue.count(
        "{overdue} (the outcome of {n} of them is not known)",
        "{overdue} (the outcome of {n} of them is not known)",
        unclear,
        overdue=words,
    )


def _blocked(number: int, tongue: Tongue, *, plan_over: bool) -> str:
    if plan_over:
        return tongue.count(
            "{n} waiting for one that was not delivered",
            "{n} waiting for ones that were not delivered",
            number,
        )
    return tongue.count(
        "{n} waiting for one that is overdue", "{n} waiting for ones that are overdue", number
    )


def _ends(plan: PlanReport, teller: Teller) -> Line:
    """Return how commitments stand against their ends, where no milestone has a deadline."""
    tongue, ends = teller.tongue, plan.ends
    if not any(ends):
        return said(tongue.say("No milestone has a deadline to keep."))
    words = tongue.say("No commitment is past its end")
    if ends.past:
        words = tongue.count(
            "{n} commitment is past its end", "{n} commitments are past their end", len(ends.past)
        )
    if not ends.ahead:
        return said(tongue.say("{sentence}; no other end is ahead.", sentence=words))
    following = ends.ahead[0].commitment
    title = shortened_part(teller.quoted(following))
    end = _dated(title, following.end, following.lead, teller)
    sentence = tongue.say("{sentence}; the next end is {end}.", sentence=words, end=end)
    return parted(sentence, [title])


def _dated(title: Segment, day: When | None, lead: str | None, teller: Teller) -> str:
    """Return when something is due, what it is, and who is in charge of it."""
    words = teller.tongue.say("{day}: {title}", day=teller.tongue.when(day), title=title.text)
    if lead is None:
        return words
    who = teller.institution(lead)
    return teller.tongue.say("{deadline} ({institution})", deadline=words, institution=who)
