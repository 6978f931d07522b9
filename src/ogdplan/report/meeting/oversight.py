"""What the plan file lacks, who owes a report, and the plans under this one."""

from typing import assert_never

from ogdplan.actions.reporting import PlanReport
from ogdplan.actions.rule_counts import RuleCount
from ogdplan.findings import Severity
from ogdplan.model.vocabularies import Stage
from ogdplan.progress.owed import Owed, running_milestones
from ogdplan.progress.period import Standstill, standstill
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.figures import plans_table
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Cell, Fit
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue, mark

_SEVERITIES = {
    Severity.ERROR: (mark("Error"), Style.ERROR),
    Severity.WARNING: (mark("Warning"), Style.WARNING),
    Severity.ADVICE: (mark("Advice"), Style.ADVICE),
}

_NOT_ADOPTED = {
    Stage.DRAFT: mark("Reports are owed once the plan is adopted; it is still a draft."),
    Stage.CONSULTATION: mark("Reports are owed once the plan is adopted; it is in consultation."),
    Stage.SUBMITTED: mark("Reports are owed once the plan is adopted; it has been submitted."),
}


def findings(plan: PlanReport, teller: Teller) -> Section:
    """Return how often each rule found something; empty of a plan that nobody checked.

    What exactly was found, `check` says.
    """
    tongue = teller.tongue
    fields = (
        Field("severity", tongue.say("Severity")),
        Field("title", tongue.say("What was found"), fit=Fit.WRAPPED),
        Field("open", tongue.say("Found"), "right"),
        Field("accepted", tongue.say("Accepted"), "right", 1),
        Field("records", tongue.say("The first of them"), priority=3, fit=Fit.WRAPPED),
        Field("rule", tongue.say("Rule"), priority=2),
    )
    table = Table(fields, tuple(_rule(each, tongue) for each in plan.rules))
    none = tongue.say("The check finds nothing.")
    if (counts := plan.findings) is None:
        return parts.section(SectionName.FINDINGS, tongue, table=table, value=None, is_empty=True)
    return parts.section(
        SectionName.FINDINGS,
        tongue,
        parts.shown_or_nothing(table, none),
        table=table,
        value={
            "error": counts.error,
            "warning": counts.warning,
            "advice": counts.advice,
            "accepted": counts.accepted,
            "rules": table.values(),
        },
    )


def _rule(each: RuleCount, tongue: Tongue) -> Row:
    words, style = _SEVERITIES[each.rule.severity]
    return (
        Entry(each.rule.severity.value, Cell(tongue.say(words), style)),
        Entry(each.rule.title, Cell(tongue.rule(each.rule))),
        entries.number(tongue, each.open),
        entries.number(tongue, each.accepted),
        Entry(list(each.records), Cell(", ".join(each.records), Style.MUTED)),
        entries.identifier(each.rule.slug),
    )


def reports_owed(plan: PlanReport, teller: Teller) -> Section:
    """Return who has milestones under way and reported nothing in the period."""
    tongue = teller.tongue
    fields = (
        Field("lead", tongue.say("In charge"), fit=Fit.WRAPPED),
        Field("last_report", tongue.say("Last report")),
        Field("running", tongue.say("Under way"), "right", 1),
        Field("milestones", tongue.say("Milestones"), priority=2, fit=Fit.WRAPPED),
        Field("contact", tongue.say("Contact"), priority=3, fit=Fit.WRAPPED),
        Field("name"),
    )
    table = Table(fields, tuple(_owed(each, teller) for each in plan.owed))
    none = _nobody_owes(plan, tongue)
    return parts.table_section(SectionName.REPORTS_OWED, tongue, table, none=none, always=True)


def _nobody_owes(plan: PlanReport, tongue: Tongue) -> str:
    """Return that no report is owed; where the plan does not run, why."""
    say, header = tongue.say, plan.progress.plan.header
    start, end = header.start, header.end
    match standstill(header, plan.progress.as_of):
        case Standstill.NOT_ADOPTED:
            return say(_NOT_ADOPTED[header.stage])
        case Standstill.CLOSED:
            return say("Nobody owes a report: the plan is closed.")
        case Standstill.NOT_BEGUN:
            return say("The plan begins on {day}.", day=tongue.day(start.first) if start else "?")
        case Standstill.OVER:
            return say("The plan ended on {day}.", day=tongue.day(end.last) if end else "?")
        case None if not running_milestones(plan.progress):
            return say("Nobody owes a report: no milestone is under way.")
        case None:
            return say("Nobody owes a report.")
        case other:
            assert_never(other)


def _owed(each: Owed, teller: Teller) -> Row:
    tongue = teller.tongue
    lead = entries.institution(teller, each.lead)
    if each.lead is None:
        lead = Entry(None, Cell(tongue.say("nobody in charge"), Style.RISK))
    last = entries.day(tongue, each.last_report)
    if each.last_report is None:
        last = Entry(None, Cell(tongue.say("never"), Style.RISK))
    milestones = tuple(found.milestone for found in each.milestones)
    contact = teller.contact(each.lead)
    return (
        lead,
        last,
        entries.number(tongue, len(milestones)),
        entries.titles(teller, milestones, longest=parts.LONGEST_TITLE),
        Entry(contact or None, Cell(contact)),
        Entry(teller.institution(each.lead) or None),
    )


def agencies(plan: PlanReport, teller: Teller) -> Section:
    """Return the plans under this one, and their sum, which is no part of its own figures."""
    tongue = teller.tongue
    found = ((each.plan_id, each.summary) for each in plan.agencies)
    table = plans_table(found, tongue, key="agency", total=plan.agency_total)
    aside = tongue.say("These figures stand beside those of the plan; they are no part of them.")
    none = parts.nothing(tongue.say("No plan stands under this one."))
    blocks = (table.shown(), parts.line(aside, Style.MUTED)) if table.rows else (none,)
    return parts.section(
        SectionName.AGENCIES,
        tongue,
        *blocks,
        table=table,
        value={"plans": table.values(), "total": _total(plan)},
        is_empty=not table.rows,
    )


def _total(plan: PlanReport) -> dict[str, object] | None:
    total = plan.agency_total
    if total is None:
        return None
    return {
        "plans": total.plans,
        "milestones": total.total,
        "active": total.active,
        "completed": total.completed,
        "completed_percent": total.completed_percent,
        "overdue": total.overdue,
        "due_soon": total.due_soon,
    }
