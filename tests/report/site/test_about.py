from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.known import known_of
from ogdplan.progress.plan import progress_of
from ogdplan.report.page import Sheet
from ogdplan.report.site.about import about_page
from ogdplan.report.site.frame import Portfolio

DAY = date(2018, 6, 30)
OWN = ("Completion, self-reported", "the plan's own office calls completed")
OTHERS = ("Completion, by public sources", "public sources show to be completed")


@pytest.mark.parametrize(
    ("bases", "told"),
    [
        ([], [OWN]),
        (["official"], [OWN]),
        (["partial", "reconstructed"], [OTHERS]),
        (["partial", "official"], [OWN, OTHERS]),
    ],
)
def test_completion_is_explained_by_what_the_files_are_put_together_from(
    bases: list[str], told: list[tuple[str, str]]
) -> None:
    plans = [a_plan(f'[plan]\nbasis = "{basis}"') for basis in bases]
    known = (known_of(f"plan-{n}", progress_of(each, DAY)) for n, each in enumerate(plans))

    found = about_page(Portfolio(tuple(known), (), DAY, None, "1"))

    (sheet,) = (each for each in found.chapters[0].sections[0].blocks if isinstance(each, Sheet))
    rows = [(name.words, meaning.words) for name, meaning in sheet.rows]
    completion, others = rows[: len(told)], rows[len(told) :]
    assert [name for name, _ in completion] == [name for name, _ in told]
    assert all(words in meaning for (_, meaning), (_, words) in zip(completion, told, strict=True))
    assert len(others) == 4
