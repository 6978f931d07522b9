"""The report of plans as a paper: a chapter a plan, with its sections and drawings."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version

from ogdplan.actions.reporting import PlanReport, Report
from ogdplan.report.html.chapters import Chapter, Paper
from ogdplan.report.html.drawings.drawing import Drawing
from ogdplan.report.html.drawings.of_plan import drawings_of
from ogdplan.report.html.names import Names
from ogdplan.report.meeting.heading import facts_of, files_not_read, titled_together
from ogdplan.report.meeting.section import Section
from ogdplan.report.meeting.sections import sections_of
from ogdplan.report.meeting.teller import Teller, teller_of
from ogdplan.report.meeting.view import comparison
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Cell, Fit, said
from ogdplan.report.tongue import tongue

_COMPARISON = "comparison"


def paper_of(report: Report, wishes: Wishes) -> Paper:
    """Return the report as a paper; its chapters are named by plan id."""
    chapters = tuple(chapter_of(plan, wishes) for plan in report.plans)
    words = tongue(wishes.language)
    is_alone = len(chapters) == 1
    return Paper(
        chapters[0].title if is_alone else titled_together(report, words),
        words,
        chapters if is_alone else (_comparison(report, wishes, chapters), *chapters),
        one_page=wishes.one_page,
        as_of=report.as_of,
        version=version("ogdplan"),
        notes=tuple(map(said, files_not_read(report, words))),
        language=chapters[0].language if is_alone else "",
    )


def chapter_of(plan: PlanReport, wishes: Wishes) -> Chapter:
    """Return the report of one plan as a chapter; one page has no room for drawings."""
    teller = teller_of(plan.progress.plan, wishes)
    title = teller.told(plan.progress.plan.header.title)
    return Chapter(
        plan.plan_id,
        title.marked,
        facts_of(plan, wishes),
        sections_of(plan, wishes),
        {} if wishes.one_page else _drawings(plan, teller),
        plan.path,
        title.language,
    )


def _drawings(plan: PlanReport, teller: Teller) -> Mapping[str, tuple[Drawing, ...]]:
    return drawings_of(
        plan.progress,
        points=plan.points,
        slips=plan.slips,
        goal_counts=plan.goals,
        teller=teller,
    )


def _comparison(report: Report, wishes: Wishes, chapters: Sequence[Chapter]) -> Chapter:
    """Return the plans beside each other, as a chapter without a title; they lead to theirs."""
    title = tongue(wishes.language).say("Comparison")
    table = comparison(report, wishes).shown()
    _, *anchors = Names().chapters([_COMPARISON, *(each.anchor for each in chapters)])
    names = (
        Cell(each.title, language=each.language, href=f"#{anchor}")
        for each, anchor in zip(chapters, anchors, strict=True)
    )
    rows = tuple((name, *row[1:]) for name, row in zip(names, table.rows, strict=True))
    # Without a plan there is no column either.
    columns = (*(each._replace(fit=Fit.WRAPPED) for each in table.columns[:1]), *table.columns[1:])
    led = table._replace(columns=columns, rows=rows)
    return Chapter(_COMPARISON, "", (), (Section(_COMPARISON, title, (led,)),), {})
