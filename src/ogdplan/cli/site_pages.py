"""The files of a site made: each plan is read, and what differs from before is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from ogdplan.actions import parallel
from ogdplan.actions.library import Failed, Selection, plan_in, total_size
from ogdplan.actions.public_report import public_report
from ogdplan.actions.site_material import gather
from ogdplan.actions.site_sources import Source
from ogdplan.actions.survey import survey
from ogdplan.cli.program import own_versions
from ogdplan.cli.progress_bar import with_bar
from ogdplan.cli.site_order import Built, Order
from ogdplan.progress.kin import above, under
from ogdplan.report.html.render import render
from ogdplan.report.site import addresses, data
from ogdplan.report.site.basis import Basis
from ogdplan.report.site.contents import shared_files
from ogdplan.report.site.frame import Portfolio
from ogdplan.report.site.outcome import Published
from ogdplan.report.site.plan_page import broken_paper, plan_paper
from ogdplan.workspace.folder import PlanPath, PlansFolder, plan_paths, read_plan
from ogdplan.workspace.site_folder import SiteFolder

_WEIGHT = 20
"""How much longer a plan takes to be laid out than to be checked (see `parallel.WORTH_IT`)."""

Text = tuple[str, str]
"""The name of a file, and what stands in it."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Building:
    """A site that is being written, and what happened to its files so far."""

    order: Order
    site: SiteFolder
    basis: Basis
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    def run(self, found: Sequence[Source], strays: Sequence[Failed]) -> Built:
        """Write all files, plans first, since all other pages lead to them."""
        order = self.order
        tell = partial(data.tables_of, language=order.language)
        places = [each.place for each in found]
        reading = gather(order.folder, places, as_of=order.as_of, tell=tell)
        read = tuple(self._shown(reading, "Reading plans", len(found)))
        plans = [each for each in read if not isinstance(each, Failed)]
        failed = (*(each for each in read if isinstance(each, Failed)), *strays)
        known = tuple(each.known for each in plans)
        portfolio = Portfolio(known, failed, order.as_of, order.language, own_versions()[0])
        self._write_plans(found, portfolio)
        self._write_shared(portfolio, [each.told for each in plans])
        removed, kept = self.site.finish("" if failed else self.basis.made_of)
        unchanged = tuple(sorted(self.unchanged))
        published = Published(tuple(sorted(self.written)), unchanged, removed, kept)
        return Built(published, tuple(each.plan.header for each in known), failed)

    def _write_plans(self, found: Sequence[Source], portfolio: Portfolio) -> None:
        broken = {each.place.plan_id for each in portfolio.failed}
        digests = {each.plan_id: each.digest for each in found}
        missing: list[tuple[PlanPath, str]] = []
        for each in found:
            made_of = self.basis.of_plan(*_parts(each.plan_id, digests, portfolio))
            names = _names(each.plan_id, is_broken=each.plan_id in broken)
            kept = [name for name in names if self._keep(name, made_of)]
            if len(kept) < len(names):
                missing.append((each.place, made_of))
        places = [place for place, _ in missing]
        work = partial(_texts, portfolio, self.order.folder)
        made = parallel.each(work, places, size=_WEIGHT * total_size(places))
        shown = self._shown(made, "Writing pages", len(missing))
        for (_, made_of), texts in zip(missing, shown, strict=True):
            for name, text in texts:
                self._put(name, made_of, text)

    def _write_shared(self, portfolio: Portfolio, tables: Sequence[data.Tables]) -> None:
        selection = Selection(self.order.folder, plan_paths(self.order.folder))
        surveyed = survey(selection, as_of=self.order.as_of)
        for name, make in shared_files(portfolio, surveyed, tables):
            if not self._keep(name, self.basis.made_of):
                self._put(name, self.basis.made_of, make())

    def _keep(self, name: str, made_of: str) -> bool:
        is_current = self.site.is_current(name, made_of)
        if is_current:
            self.unchanged.append(name)
        return is_current

    def _put(self, name: str, made_of: str, text: str) -> None:
        if name not in self.site.now:
            is_new = self.site.write(name, made_of, text.encode())
            (self.written if is_new else self.unchanged).append(name)

    def _shown(self, items: Iterable[_Item], words: str, total: int) -> Iterator[_Item]:
        return with_bar(items, words, total=total, colour=self.order.colour)


def _parts(plan_id: str, digests: Mapping[str, str], portfolio: Portfolio) -> tuple[str, ...]:
    """Return what the page of a plan shows beside the day: its file, and its kin."""
    files = (plan_id, *(each.plan_id for each in under(plan_id, portfolio.plans)))
    headers = (repr(each.plan.header) for each in above(plan_id, portfolio.plans))
    return (*(digests[each] for each in files), *headers)


def _names(plan_id: str, *, is_broken: bool) -> tuple[str, ...]:
    page = addresses.plan_page(plan_id)
    return (page,) if is_broken else (page, addresses.plan_data(plan_id))


def _texts(portfolio: Portfolio, folder: PlansFolder, place: PlanPath) -> tuple[Text, ...]:
    """Return the files about one plan; a process of its own may do so."""
    loaded, plan_id = plan_in(place, read_plan(folder, place)), place.plan_id
    page = addresses.plan_page(plan_id)
    if isinstance(loaded, Failed):
        return ((page, render(broken_paper(loaded, portfolio))),)
    agencies = under(plan_id, portfolio.plans)
    report = public_report(loaded, agencies, as_of=portfolio.as_of)
    relatives = (*above(plan_id, portfolio.plans), *agencies)
    return (
        (page, render(plan_paper(report, relatives, portfolio))),
        (addresses.plan_data(plan_id), data.report_json(report, portfolio.language)),
    )
