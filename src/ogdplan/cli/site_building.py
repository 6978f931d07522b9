"""A site put together, where it is not there already."""

from collections.abc import Sequence

from ogdplan.actions.library import NoPlansError
from ogdplan.actions.site_sources import Source, sources
from ogdplan.cli.program import own_versions
from ogdplan.cli.site_order import Built, Order
from ogdplan.report.site.basis import Basis, digest
from ogdplan.report.site.outcome import Published
from ogdplan.workspace.own_files import own_digest
from ogdplan.workspace.site_folder import open_site


def build_site(order: Order) -> Built:
    """Write the site; raises what `open_site` and its folder raise, NoPlansError without plans."""
    found = sources(order.folder)
    if not found:
        raise NoPlansError(order.folder)
    basis = _basis(order, found)
    with open_site(
        order.path,
        plans=order.folder.root,
        shown=order.shown,
        is_trial=order.is_trial,
        force=order.force,
    ) as site:
        if site.is_whole(basis.made_of):
            return Built(Published((), tuple(sorted(site.before.files)), (), ()))
        # Here, since to load all that makes pages takes longer than to see that none is due.
        from ogdplan.cli.site_pages import Building  # noqa: PLC0415

        return Building(order, site, basis).run(found)


def _basis(order: Order, found: Sequence[Source]) -> Basis:
    program = digest(own_digest(), *own_versions())
    files = tuple(f"{each.plan_id} {each.digest}" for each in found)
    return Basis(program, order.as_of.isoformat(), order.language or "", files)
