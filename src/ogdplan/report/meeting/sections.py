"""The sections of a report on one plan, those that are wanted."""

from collections.abc import Callable, Mapping

from ogdplan.actions.reporting import PlanReport
from ogdplan.report.meeting import obstacles, openness, outside, oversight, work
from ogdplan.report.meeting.also_late import also_late
from ogdplan.report.meeting.attention import attention
from ogdplan.report.meeting.changes import changes
from ogdplan.report.meeting.measures import measures
from ogdplan.report.meeting.one_page import one_page
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.summary import summary
from ogdplan.report.meeting.teller import Teller, teller_of
from ogdplan.report.meeting.who_must_act import who_must_act
from ogdplan.report.meeting.wishes import Wishes

_MAKERS: Mapping[SectionName, Callable[[PlanReport, Teller], Section]] = {
    SectionName.SUMMARY: summary,
    SectionName.MEASURES: measures,
    SectionName.COMMITMENTS: work.commitments,
    SectionName.ATTENTION: attention,
    SectionName.ALSO_LATE: also_late,
    SectionName.WHO_MUST_ACT: who_must_act,
    SectionName.COMPLETED: work.completed,
    SectionName.CHANGES: changes,
    SectionName.CHALLENGES: obstacles.challenges,
    SectionName.LESSONS: obstacles.lessons,
    SectionName.NEXT_STEPS: obstacles.next_steps,
    SectionName.DATASETS: openness.datasets,
    SectionName.INDICATORS: openness.indicators,
    SectionName.EVENTS: outside.events,
    SectionName.ASSESSMENTS: outside.assessments,
    SectionName.FINDINGS: oversight.findings,
    SectionName.REPORTS_OWED: oversight.reports_owed,
    SectionName.AGENCIES: oversight.agencies,
}


def sections_of(plan: PlanReport, wishes: Wishes) -> tuple[Section, ...]:
    """Return the sections to show, in the order of the report.

    Of those that nobody named, the empty ones are left out.
    """
    found = wanted_sections(plan, wishes)
    return tuple(each for each in found if wishes.sections is not None or not each.is_empty)


def wanted_sections(plan: PlanReport, wishes: Wishes) -> tuple[Section, ...]:
    """Return the sections that are wanted, the empty ones too: for programs."""
    teller = teller_of(plan.progress.plan, wishes)
    if wishes.one_page:
        return one_page(plan, teller)
    names = SectionName if wishes.sections is None else wishes.sections
    return tuple(_MAKERS[name](plan, teller) for name in SectionName if name in names)
