"""What stands above a report: titles, the facts about a plan, and the files that it lacks."""

from ogdplan.actions.reporting import PlanReport, Report
from ogdplan.model.plan import Header
from ogdplan.model.vocabularies import Basis
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import said
from ogdplan.report.segments import Line, Style
from ogdplan.report.tongue import Tongue, tongue


def title_of(plan: PlanReport, wishes: Wishes) -> str:
    """Return the title of the plan."""
    return teller_of(plan.progress.plan, wishes).told(plan.progress.plan.header.title).marked


def titled(plan: PlanReport, wishes: Wishes) -> str:
    """Return the heading of a report on one plan: its title and the day."""
    say, title = tongue(wishes.language).say, title_of(plan, wishes)
    day = tongue(wishes.language).day(plan.progress.as_of)
    if wishes.one_page:
        return say("{title}: summary on {day}", title=title, day=day)
    return say("{title}: report on {day}", title=title, day=day)


def titled_together(report: Report, tongue: Tongue) -> str:
    """Return the heading of a report on several plans, or none: how many, and the day."""
    number, day = len(report.plans), tongue.day(report.as_of)
    return tongue.count("Report on {n} plan, {day}", "Report on {n} plans, {day}", number, day=day)


def files_not_read(report: Report, tongue: Tongue) -> tuple[str, ...]:
    """Return which files the report lacks, a sentence each."""
    return tuple(
        tongue.say("{file} could not be read and is not included", file=each.place.shown)
        for each in report.failed
    )


def facts_of(plan: PlanReport, wishes: Wishes) -> tuple[Line, ...]:
    """Return the facts: what plan it is, the period of the report, the file's basis, a summary."""
    teller = teller_of(plan.progress.plan, wishes)
    say, header = teller.tongue.say, plan.progress.plan.header
    facts = (
        countries(header, teller.tongue),
        teller.tongue.term(header.kind),
        period(header, teller.tongue),
        teller.tongue.term(header.stage),
        say("lead: {institution}", institution=teller.institution(header.lead)),
    )
    lines = [said((" · ".join(fact for fact in facts if fact), Style.MUTED))]
    span = say("Period of this report: {span}", span=span_words(plan, teller.tongue))
    lines.append(said((span, Style.MUTED)))
    if basis := _basis(header, teller.tongue):
        lines.append(said((basis, Style.RISK)))
    # One page has no room for it.
    if header.summary and not wishes.one_page:
        lines.append((teller.segment(header.summary),))
    return tuple(lines)


def is_official(header: Header) -> bool:
    """Return whether the file speaks for the government: it is made from the plan's own text."""
    return header.basis is Basis.OFFICIAL


def countries(header: Header, tongue: Tongue) -> str:
    """Return the country of a plan, or those of a programme."""
    codes = (header.country,) if header.country else header.countries
    return tongue.clauses(map(tongue.country, codes))


def period(header: Header, tongue: Tongue) -> str:
    """Return from when until when a plan runs."""
    if header.start is None and header.end is None:
        return tongue.say("no start and no end given")
    start, end = (tongue.when(each) or "?" for each in (header.start, header.end))
    return f"{start} – {end}"


def span_words(plan: PlanReport, tongue: Tongue) -> str:
    """Return from when to when the report tells; or since the version of the day itself."""
    first, last = plan.interval
    if first > last:
        return tongue.say("since the version of {day}", day=tongue.day(last))
    return tongue.say("from {first} to {last}", first=tongue.day(first), last=tongue.day(last))


def _basis(header: Header, tongue: Tongue) -> str:
    """Return what the file was put together from; "" where that is the plan's own text."""
    match header.basis:
        case Basis.PARTIAL:
            return tongue.say(
                "This page was put together from parts of the plan's own text and from public"
                " sources; it is no statement of the government."
            )
        case Basis.RECONSTRUCTED:
            return tongue.say(
                "This page was put together from public sources; it is no statement of the"
                " government."
            )
        case Basis.OFFICIAL:
            return ""
