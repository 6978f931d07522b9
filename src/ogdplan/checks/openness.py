"""The rules of the group openness: whether datasets are what they are called, open data."""

from collections.abc import Iterator

from ogdplan.checks.context import Context
from ogdplan.checks.phrases import listed
from ogdplan.findings import Problem
from ogdplan.model.evidence import Dataset
from ogdplan.model.vocabularies import Access
from ogdplan.progress.openness import has_open_format, is_released
from ogdplan.reference.licences import Conformance, licence


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of the group openness, at most one for each dataset."""
    for dataset in context.plan.datasets:
        if dataset.access is not Access.PUBLIC:
            yield from _without_reason(context, dataset)
        elif _conformance(dataset) is Conformance.NOT_OPEN:
            message = f"the licence {dataset.licence} is not open"
            yield context.problem("licence-not-open", dataset, "licence", message)
        elif is_released(dataset, context.as_of):
            yield from _not_open(context, dataset)


def _without_reason(context: Context, dataset: Dataset) -> Iterator[Problem]:
    if dataset.access_reason is None:
        message = f"access is {dataset.access}, and no reason is given"
        yield context.problem("restricted-without-reason", dataset, "access", message)


def _not_open(context: Context, dataset: Dataset) -> Iterator[Problem]:
    """Yield what a released dataset lacks to be open; a licence not reviewed is not known."""
    lacks = {
        "licence": "an open licence such as CC-BY-4.0" if dataset.licence is None else "",
        "web address": "the web address of the data" if dataset.url is None else "",
        "open format": "" if has_open_format(dataset) else "an open format such as csv",
    }
    lacking = [f"no {what}" for what, mending in lacks.items() if mending]
    if lacking:
        message = f"released {dataset.released}, and it has {listed(lacking)}"
        help_text = f"add {listed([mending for mending in lacks.values() if mending])}"
        yield context.problem(
            "released-not-open", dataset, "released", message, help_text=help_text
        )


def _conformance(dataset: Dataset) -> Conformance | None:
    known = licence(dataset.licence) if dataset.licence else None
    return known.conformance if known else None
