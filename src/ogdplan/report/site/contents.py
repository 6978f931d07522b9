"""The files of a site about all plans, and what makes each of them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from ogdplan.actions.survey import Survey
from ogdplan.model.kinds import KINDS
from ogdplan.report.html.chapters import Paper
from ogdplan.report.html.render import render
from ogdplan.report.site import addresses, data
from ogdplan.report.site.about import about_page
from ogdplan.report.site.frame import Portfolio
from ogdplan.report.site.lessons import lessons_page
from ogdplan.report.site.overview import overview
from ogdplan.report.site.sdgs import sdgs_page


class SharedFile(NamedTuple):
    """A file about all plans, and what makes its text."""

    name: str
    make: Callable[[], str]


def shared_files(
    portfolio: Portfolio, survey: Survey, tables: Sequence[data.Tables]
) -> Iterator[SharedFile]:
    """Yield the pages about all plans, then the data."""
    pages: dict[str, Callable[[Portfolio], Paper]] = {
        addresses.INDEX: overview,
        addresses.LESSONS: lessons_page,
        addresses.SDGS: sdgs_page,
        addresses.ABOUT: about_page,
    }
    for name, page in pages.items():
        yield SharedFile(name, partial(_rendered, page, portfolio))
    view = data.status_view(survey, as_of=portfolio.as_of, language=portfolio.language)
    yield SharedFile(addresses.STATUS, partial(data.status_json, view))
    yield SharedFile(addresses.STATUS_TABLE, partial(data.status_table, view))
    for kind in KINDS:
        rows = [each[kind.name] for each in tables]
        yield SharedFile(addresses.table_of(kind), partial(data.joined, rows, kind))


def _rendered(page: Callable[[Portfolio], Paper], portfolio: Portfolio) -> str:
    return render(page(portfolio))
