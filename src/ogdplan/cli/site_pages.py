"""The files of a site made: each plan is laid out, and what differs from before is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeVar

from ogdplan.actions import parallel
from ogdplan.actions.library import Failed, Selection, plan_in
from ogdplan.actions.public_report import public_report
from ogdplan.actions.site_sources import Source, misnamed
from ogdplan.actions.survey import survey
from ogdplan.cli.program import own_versions
from ogdplan.cli.progress_bar import with_bar
from ogdplan.cli.site_order import Built, Order
from ogdplan.progress.kin import above, under
from ogdplan.progress.known import Known, known_of
from ogdplan.progress.plan import progress_of
from ogdplan.report.site import data
from ogdplan.report.site.basis import Basis
from ogdplan.report.site.contents import (
    SharedFile,
    Text,
    files_of_broken,
    files_of_plan,
    names_of_plan,
    parts_of_plan,
    shared_files,
)
from ogdplan.report.site.frame import Portfolio
from ogdplan.report.site.outcome import Published
from ogdplan.workspace.site_folder import SiteFolder

_WEIGHT = 20
"""How much longer a plan takes to be laid out than to be checked (see `parallel.WORTH_IT`)."""

_Item = TypeVar("_Item")


class _Read(NamedTuple):
    """What the pages about all plans need of each: only one at a time is held as a whole."""

    known: tuple[Known, ...]
    tables: tuple[data.Tables, ...]
    failed: tuple[Failed, ...]


@dataclass(slots=True)
class Building:
    """A site that is being written; the lists of what happened to its files grow meanwhile."""

    order: Order
    site: SiteFolder
    basis: Basis
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    def run(self, found: Sequence[Source]) -> Built:
        """Write all files, plans first, since all other pages lead to them."""
        named = [each for each in found if not each.is_misnamed]
        known, tables, broken = self._read(named)
        failed, order = (*broken, *misnamed(found)), self.order
        portfolio = Portfolio(known, failed, order.as_of, order.language, own_versions()[0])
        shared = self._shared(portfolio, tables, found)
        unread = {each.place for each in broken}
        pages = {
            each: names_of_plan(each.plan_id, is_broken=each.place in unread) for each in named
        }
        self.site.require_free([*(each.name for each in shared), *chain(*pages.values())])
        self._write_plans(pages, portfolio)
        self._write_shared(shared)
        removed, kept = self.site.finish("" if failed else self.basis.made_of)
        written, unchanged = tuple(sorted(self.written)), tuple(sorted(self.unchanged))
        headers = tuple(each.plan.header for each in known)
        return Built(Published(written, unchanged, removed, kept), headers, failed)

    def _read(self, found: Sequence[Source]) -> _Read:
        known: list[Known] = []
        tables: list[data.Tables] = []
        failed: list[Failed] = []
        for each in self._shown(found, "Reading plans", len(found)):
            loaded = plan_in(each.place, each.content)
            if isinstance(loaded, Failed):
                failed.append(loaded)
                continue
            progress = progress_of(loaded.plan, self.order.as_of)
            known.append(known_of(loaded.plan_id, progress))
            tables.append(data.tables_of(loaded, progress, language=self.order.language))
        return _Read(tuple(known), tuple(tables), tuple(failed))

    def _shared(
        self, portfolio: Portfolio, tables: Sequence[data.Tables], found: Sequence[Source]
    ) -> tuple[SharedFile, ...]:
        contents = {each.place: each.content for each in found}
        selection = Selection(self.order.folder, tuple(contents))
        surveyed = survey(selection, as_of=self.order.as_of, contents=contents)
        return tuple(shared_files(portfolio, surveyed, tables))

    def _write_plans(self, pages: Mapping[Source, Sequence[str]], portfolio: Portfolio) -> None:
        digests = {each.plan_id: each.digest for each in pages}
        missing: dict[Source, str] = {}
        for each, names in pages.items():
            made_of = self.basis.of_plan(*parts_of_plan(each.plan_id, digests, portfolio.plans))
            kept = [name for name in names if self._keep(name, made_of)]
            if len(kept) < len(names):
                missing[each] = made_of
        size = _WEIGHT * sum(each.size for each in missing)
        made = parallel.each(partial(_texts, portfolio), tuple(missing), size=size)
        shown = self._shown(made, "Writing pages", len(missing))
        for made_of, texts in zip(missing.values(), shown, strict=True):
            for name, text in texts:
                self._put(name, made_of, text)

    def _write_shared(self, shared: Iterable[SharedFile]) -> None:
        for name, make in shared:
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


def _texts(portfolio: Portfolio, source: Source) -> tuple[Text, ...]:
    """Return what stands in the files about one plan; a process of its own may do so."""
    loaded, plan_id = plan_in(source.place, source.content), source.plan_id
    if isinstance(loaded, Failed):
        return files_of_broken(loaded, portfolio)
    agencies = under(plan_id, portfolio.plans)
    report = public_report(loaded, agencies, as_of=portfolio.as_of)
    return files_of_plan(report, (*above(plan_id, portfolio.plans), *agencies), portfolio)
