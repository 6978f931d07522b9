from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.known import known_of
from ogdplan.progress.plan import progress_of
from ogdplan.report.page import Cell, Sheet
from ogdplan.report.segments import Style
from ogdplan.report.site.comparison import comparison
from ogdplan.report.site.frame import Portfolio

TOML = """
[plan]
stage = "adopted"
start = "2018"
end = "2019"
reporting = "monthly"
[[updates]]
id = "u"
on = 2018-06-01
text = "x"
"""


@pytest.mark.parametrize(
    ("day", "cell"),
    [
        (date(2018, 6, 30), Cell("1 June 2018")),
        (date(2018, 12, 1), Cell("1 June 2018", Style.RISK, "◆")),
    ],
)
def test_freshness_of_a_plan_that_has_been_silent_for_too_long_is_marked(
    day: date, cell: Cell
) -> None:
    known = known_of("nepal", progress_of(a_plan(TOML), day))

    found = comparison(Portfolio((known,), (), day, None, "1"))

    (sheet,) = (each for each in found.blocks if isinstance(each, Sheet))
    keys = [column.key for column in sheet.columns]
    assert sheet.rows[0][keys.index("freshness")] == cell


@pytest.mark.parametrize(
    ("bases", "head"),
    [
        (["official"], "Completion, self-reported"),
        (["partial", "reconstructed"], "Completion, by public sources"),
        (["official", "partial"], "Completion"),
    ],
)
def test_completion_is_called_by_what_the_files_are_put_together_from(
    bases: list[str], head: str
) -> None:
    day = date(2018, 6, 30)
    plans = [a_plan(f'[plan]\nbasis = "{basis}"') for basis in bases]
    known = (known_of(f"plan-{n}", progress_of(each, day)) for n, each in enumerate(plans))

    found = comparison(Portfolio(tuple(known), (), day, None, "1"))

    (sheet,) = (each for each in found.blocks if isinstance(each, Sheet))
    assert sheet.columns[1].heading == head


@pytest.mark.parametrize(
    ("fields", "style", "mark"),
    [
        ("due = 2018-06-01", Style.LATE, "▲"),
        ('status = "unclear"', Style.RISK, "?"),
        ("due = 2019-06-01", Style.GOOD, "●"),
    ],
)
def test_schedule_has_the_sign_that_it_has_in_the_report_of_the_plan(
    fields: str, style: Style, mark: str
) -> None:
    day = date(2018, 6, 30)
    toml = f'[[milestones]]\nid = "m"\ntitle = "x"\n{fields}\n'
    well = '[[milestones]]\nid = "well"\ntitle = "x"\ndue = 2019-06-01\n'
    known = known_of("nepal", progress_of(a_plan(toml + well), day))

    found = comparison(Portfolio((known,), (), day, None, "1"))

    (sheet,) = (each for each in found.blocks if isinstance(each, Sheet))
    cell = sheet.rows[0][[column.key for column in sheet.columns].index("schedule")]
    assert (cell.style, cell.mark) == (style, mark)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 12, 31), "0 of 1 on track, 1 overdue"),
        (date(2020, 1, 1), "0 of 1 on track, 1 not delivered"),
    ],
)
def test_overdue_after_the_end_of_a_plan_was_not_delivered(day: date, words: str) -> None:
    late = '[[milestones]]\nid = "m"\ntitle = "x"\ndue = 2018-06-01\n'
    known = known_of("nepal", progress_of(a_plan(TOML + late), day))

    found = comparison(Portfolio((known,), (), day, None, "1"))

    (sheet,) = (each for each in found.blocks if isinstance(each, Sheet))
    cell = sheet.rows[0][[column.key for column in sheet.columns].index("schedule")]
    assert cell.text == words


def test_plan_without_milestones_is_not_said_to_have_finished_all_or_nothing() -> None:
    done = '[[commitments]]\nid = "c"\ntitle = "x"\nstatus = "completed"\n'
    known = known_of("nepal", progress_of(a_plan(TOML + done), date(2019, 6, 30)))

    found = comparison(Portfolio((known,), (), date(2019, 6, 30), None, "1"))

    (sheet,) = (each for each in found.blocks if isinstance(each, Sheet))
    keys = [column.key for column in sheet.columns]
    assert [sheet.rows[0][keys.index(key)].text for key in ("schedule", "evidence")] == ["–", "–"]
