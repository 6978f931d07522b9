from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.datasets import DatasetProgress, datasets_of
from ogdplan.progress.plan import progress_of

AS_OF = date(2018, 6, 30)


def dataset(fields: str) -> DatasetProgress:
    plan = a_plan(f'[[datasets]]\nid = "budget"\ntitle = "x"\n{fields}\n')
    (found,) = datasets_of(progress_of(plan, AS_OF))
    return found


def test_dataset_is_released_open_and_has_its_stars() -> None:
    shared = 'url = "https://example.org"\nlicence = "CC0-1.0"\nformats = ["csv"]\n'

    found = dataset(f"{shared}released = 2018-06-30")
    later = dataset(f"{shared}released = 2018-07-01")

    assert (found.is_released, found.is_open, found.stars) == (True, True, 3)
    assert (later.is_released, later.is_open, later.stars) == (False, False, 3)
    assert found.dataset.id == "budget"


@pytest.mark.parametrize(
    ("fields", "is_late"),
    [
        ("planned = 2018-06-29", True),
        ("planned = 2018-06-30", False),
        ('planned = "2018-06"', False),
        ("planned = 2018-06-29\nreleased = 2018-06-30", False),
        ("planned = 2018-06-29\nreleased = 2018-07-01", True),
        ('planned = 2018-06-29\nreleased = "2018"', False),
        ("", False),
    ],
)
def test_release_is_late_once_its_day_has_passed(fields: str, is_late: bool) -> None:
    assert dataset(fields).is_late is is_late
