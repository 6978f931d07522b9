"""How each dataset stands: released, open, with how many stars, late."""

from dataclasses import dataclass

from ogdplan.model.evidence import Dataset
from ogdplan.progress.openness import is_late, is_open, is_released, stars
from ogdplan.progress.plan import Progress


@dataclass(frozen=True, slots=True)
class DatasetProgress:
    """A dataset at a date; `is_late` as `openness.is_late` defines it."""

    dataset: Dataset
    is_released: bool
    is_open: bool
    stars: int
    is_late: bool


def datasets_of(progress: Progress) -> tuple[DatasetProgress, ...]:
    """Return how each dataset of the plan stands, in the order of the file."""
    as_of = progress.as_of
    return tuple(
        DatasetProgress(
            dataset,
            is_released(dataset, as_of),
            is_open(dataset, as_of),
            stars(dataset),
            is_late(dataset, as_of),
        )
        for dataset in progress.plan.datasets
    )
