"""How open a dataset is, and whether its release is late."""

from datetime import date

from ogdplan.model.evidence import Dataset
from ogdplan.model.vocabularies import Access
from ogdplan.reference.licences import Conformance, licence

STRUCTURED = frozenset({"xls", "xlsx", "shp", "mdb", "sav"})
"""Formats a machine can read, each bound to one maker's software: two stars."""

NON_PROPRIETARY = frozenset(
    {"csv", "tsv", "json", "geojson", "xml", "ods", "kml", "gpkg", "parquet"}
)
"""Formats that any software may read: three stars."""

LINKED = frozenset({"rdf", "ttl", "nt", "jsonld", "n3"})
"""Formats that name things by web addresses: four stars."""


def stars(dataset: Dataset) -> int:
    """Return the stars of the five-star scheme, 0 to 4.

    0 without an open licence or without a format. The fifth star is for links to other data,
    which formats alone do not show.

    Source: docs/definitions.md, "Open dataset and stars".
    """
    formats = _formats(dataset)
    if not (formats and has_open_licence(dataset)):
        return 0
    ranks = ((LINKED, 4), (NON_PROPRIETARY, 3), (STRUCTURED, 2))
    return next((count for names, count in ranks if names & formats), 1)


def is_open(dataset: Dataset, as_of: date) -> bool:
    """Return whether everyone may get and reuse the data at `as_of`, with any software."""
    return (
        dataset.access is Access.PUBLIC
        and is_released(dataset, as_of)
        and dataset.url is not None
        and has_open_licence(dataset)
        and has_open_format(dataset)
    )


def has_open_format(dataset: Dataset) -> bool:
    """Return whether one of the formats can be read by any software."""
    return not _formats(dataset).isdisjoint(NON_PROPRIETARY | LINKED)


def is_released(dataset: Dataset, as_of: date) -> bool:
    """Return whether the dataset is released; a period counts from its last day."""
    return dataset.released is not None and dataset.released.last <= as_of


def may_be_released(dataset: Dataset, as_of: date) -> bool:
    """Return whether the dataset is released, or perhaps was; a period counts from its first day.

    Known to the year only, a release may have been in time: then it is not called late.
    """
    return dataset.released is not None and dataset.released.first <= as_of


def is_late(dataset: Dataset, as_of: date) -> bool:
    """Return whether the planned release has passed and the dataset cannot have been released."""
    is_planned_before = dataset.planned is not None and dataset.planned.last < as_of
    return is_planned_before and not may_be_released(dataset, as_of)


def has_open_licence(dataset: Dataset) -> bool:
    """Return whether the Open Definition calls its licence open; not reviewed is not known."""
    known = licence(dataset.licence) if dataset.licence else None
    return known is not None and known.conformance is Conformance.OPEN


def _formats(dataset: Dataset) -> frozenset[str]:
    return frozenset(name.strip().lower().removeprefix(".") for name in dataset.formats)
