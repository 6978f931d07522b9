"""The files of a site: those about one plan, those about all, and what makes each of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ogdplan.actions.library import Failed
from ogdplan.actions.reporting import Report
from ogdplan.actions.survey import Survey
from ogdplan.model import site_names
from ogdplan.model.kinds import KINDS
from ogdplan.progress.kin import above, under
from ogdplan.progress.known import Known
from ogdplan.report.html.chapters import Paper
from ogdplan.report.html.render import render
from ogdplan.report.site import data
from ogdplan.report.site.about import about_page
from ogdplan.report.site.frame import Portfolio
from ogdplan.report.site.lessons import lessons_page
from ogdplan.report.site.overview import overview
from ogdplan.report.site.plan_page import broken_paper, plan_paper
from ogdplan.report.site.sdgs import sdgs_page

Text = tuple[str, str]
"""The name of a file, and what stands in it."""


class SharedFile(NamedTuple):
    """A file about all plans, and what makes its text."""

    name: str
    make: Callable[[], str]


def shared_files(
    portfolio: Portfolio, survey: Survey, tables: Sequence[data.Tables]
) -> Iterator[SharedFile]:
    """Yield the pages about all plans, then the data."""
    pages: dict[str, Callable[[Portfolio], Paper]] = {
        site_names.INDEX: overview,
        site_names.LESSONS: lessons_page,
        site_names.SDGS: sdgs_page,
        site_names.ABOUT: about_page,
    }
    for name, page in pages.items():
        yield SharedFile(name, partial(_rendered, page, portfolio))
    view = data.status_view(survey, as_of=portfolio.as_of, language=portfolio.language)
    yield SharedFile(site_names.STATUS, partial(data.status_json, view))
    yield SharedFile(site_names.STATUS_TABLE, partial(data.status_table, view))
    for kind in KINDS:
        rows = [each[kind.name] for each in tables]
        yield SharedFile(site_names.table_of(kind), partial(data.joined, rows, kind))


def names_of_plan(plan_id: str, *, is_broken: bool) -> tuple[str, ...]:
    """Return the files about one plan: its page, and unless it cannot be read its data."""
    page = site_names.plan_page(plan_id)
    return (page,) if is_broken else (page, site_names.plan_data(plan_id))


def parts_of_plan(
    plan_id: str, digests: Mapping[str, str], plans: Sequence[Known]
) -> tuple[str, ...]:
    """Return what the page of a plan shows beside the day: its file, and its kin.

    `digests` are those of the plan files by plan id.
    """
    files = (plan_id, *(each.plan_id for each in under(plan_id, plans)))
    headers = (repr(each.plan.header) for each in above(plan_id, plans))
    return (*(digests[each] for each in files), *headers)


def files_of_plan(
    report: Report, relatives: Sequence[Known], portfolio: Portfolio
) -> tuple[Text, ...]:
    """Return the files about the one plan of a report; `relatives` as in `plan_paper`."""
    page, document = names_of_plan(report.plans[0].plan_id, is_broken=False)
    return (
        (page, render(plan_paper(report, relatives, portfolio))),
        (document, data.report_json(report, portfolio.language)),
    )


def files_of_broken(failed: Failed, portfolio: Portfolio) -> tuple[Text, ...]:
    """Return the files about a plan that cannot be read."""
    (page,) = names_of_plan(failed.place.plan_id, is_broken=True)
    return ((page, render(broken_paper(failed, portfolio))),)


def _rendered(page: Callable[[Portfolio], Paper], portfolio: Portfolio) -> str:
    return render(page(portfolio))
