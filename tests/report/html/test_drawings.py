"""Drawings of small plans: where things lie, and the table that has the same figures."""

from datetime import date
from itertools import pairwise

import pytest

from builders import a_plan
from ogdplan.model.plan import Plan
from ogdplan.progress.burndown import Point, month_ends, month_ends_ahead, points_at
from ogdplan.progress.goals import GoalCounts, goals_of
from ogdplan.progress.health import Health
from ogdplan.progress.plan import progress_of
from ogdplan.progress.slips import slips_of
from ogdplan.report.html.drawings import time_line as time_lines
from ogdplan.report.html.drawings.burn_down import burn_down, level_step
from ogdplan.report.html.drawings.drawing import (
    Box,
    Drawing,
    Plot,
    Rows,
    Sign,
    Stroke,
    Tiles,
    Words,
)
from ogdplan.report.html.drawings.goals import goals
from ogdplan.report.html.drawings.of_plan import drawings_of
from ogdplan.report.html.drawings.scale import Scale, names_of, scale_of
from ogdplan.report.html.drawings.statuses import statuses
from ogdplan.report.html.drawings.time_line import time_line
from ogdplan.report.html.render import render
from ogdplan.report.meeting.teller import Teller, teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Chart
from ogdplan.report.tongue import tongue
from report.html.papers import a_chapter, a_paper, assert_safe, assert_well_built
from report.html.parsed import Element, parsed

ENGLISH = tongue("en")
JUNE = date(2018, 6, 30)

PLAN = """
[plan]
start = 2018-01-01
end = 2018-12-31
[[commitments]]
id = "law"
title = "A law"
sdgs = ["16"]
[[commitments]]
id = "portal"
title = {ne = "पोर्टल"}
[[milestones]]
id = "draft"
title = "Draft it"
commitment = "law"
due = 2018-03-31
completed = 2018-04-15
sdgs = ["16.10"]
[[milestones]]
id = "pass"
title = "Pass it"
commitment = "law"
start = 2018-02-01
due = 2018-06-29
[[milestones]]
id = "build"
title = "Build it"
commitment = "portal"
due = 2018-12-31
[[milestones]]
id = "show"
title = "Show it"
status = "withdrawn"
[[updates]]
id = "later"
about = "build"
on = 2018-05-01
text = "More time"
due_from = 2018-07-02
due_to = 2018-12-31
"""


def teller(plan: Plan, language: str = "en") -> Teller:
    return teller_of(plan, Wishes(language))


def the_time_line(toml: str, as_of: date = JUNE, language: str = "en") -> Drawing:
    plan = a_plan(toml)
    found = time_line(progress_of(plan, as_of), slips_of(plan, as_of), teller(plan, language))
    assert found
    return found


def cells(drawing: Drawing) -> list[list[str]]:
    return [[cell.words for cell in row] for row in drawing.table.rows]


def drawn(drawing: Drawing) -> Element:
    """Return the figure as it stands in a paper."""
    document = parsed(render(a_paper(a_chapter(drawings={"changes": (drawing,)}))))
    assert_safe(document)
    assert_well_built(document)
    return document.one("figure")


def a_point(day: date, remaining: int, planned: int) -> Point:
    return Point(day, 4, 4 - remaining, 0, 0, remaining, planned, 0)


# The axis.


def test_axis_runs_from_its_first_day_to_its_last() -> None:
    scale = scale_of(date(2018, 1, 11), None, date(2018, 1, 1), date(2018, 1, 6))

    assert scale == Scale(date(2018, 1, 1), date(2018, 1, 11))
    assert [scale.at(date(2018, 1, day)) for day in (1, 6, 11, 31)] == [0, 50, 100, 100]
    assert scale.at(date(2017, 1, 1)) == 0


def test_axis_of_one_day_has_it_at_its_start() -> None:
    assert scale_of(JUNE).at(JUNE) == 0
    assert scale_of(JUNE).ticks(ENGLISH) == ()


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (date(2018, 3, 1), ["January 2018", "February 2018", "March 2018"]),
        (date(2018, 12, 31), ["January 2018", "April 2018", "July 2018", "October 2018"]),
        (date(2020, 12, 31), ["January 2018", "July 2018", "January 2019", "July 2019",
                              "January 2020", "July 2020"]),
        (date(2022, 2, 1), ["2018", "2019", "2020", "2021", "2022"]),
        (date(2040, 1, 1), [str(year) for year in range(2018, 2041, 2)]),
        (date(2031, 12, 31), [str(year) for year in range(2018, 2032)]),
        (date(9999, 12, 31), [f"{number}000" for number in range(3, 10)]),
    ],
)  # fmt: skip
def test_axis_names_a_few_round_dates(last: date, names: list[str]) -> None:
    ticks = Scale(date(2018, 1, 1), last).ticks(ENGLISH)

    assert [tick.name for tick in ticks] == names
    assert [tick.is_minor for tick in ticks] == [bool(i % 2) for i in range(len(names))]


def test_axis_begins_before_the_first_year_without_a_failure() -> None:
    assert Scale(date(1, 1, 1), date(3, 1, 1)).ticks(ENGLISH)


def test_names_on_the_axis_do_not_stand_over_each_other() -> None:
    ticks = Scale(date(2018, 1, 1), date(2020, 12, 31)).ticks(ENGLISH)
    names = names_of(ticks, 99)

    assert [name.text for name in names if isinstance(name, Words)] == [
        "January 2018", "January 2019", "July 2019", "January 2020", "July 2020",
    ]  # fmt: skip
    assert [name.anchor for name in names if isinstance(name, Words)] == [
        "start", "middle", "middle", "middle", "middle",
    ]  # fmt: skip


# The burn-down.


def test_burn_down_draws_what_remained_up_to_today_and_the_plan_beyond() -> None:
    past = [a_point(date(2018, 1, 1), 4, 4), a_point(date(2018, 1, 11), 2, 3)]
    ahead = [a_point(date(2018, 1, 21), 2, 0)]

    found = burn_down(past, ahead, ENGLISH)

    assert found
    assert isinstance(found.figure, Plot)
    strokes = [each for each in found.figure.shapes if isinstance(each, Stroke)]
    assert [each for each in strokes if each.role == "actual-line"] == [
        Stroke(0, 6, 50, 6, "actual-line"),
        Stroke(50, 6, 50, 48, "actual-line"),
    ]
    assert [each[:4] for each in strokes if each.role == "plan-line"] == [
        (0, 6, 50, 6),
        (50, 6, 50, 27),
        (50, 27, 100, 27),
        (100, 27, 100, 90),
    ]
    assert [each for each in strokes if each.role == "today"] == [Stroke(50, 0, 50, 90, "today")]
    assert [each for each in found.figure.shapes if isinstance(each, Box)] == [
        Box(0, 6, 50, 84, "actual")
    ]


def test_burn_down_has_the_numbers_of_the_day_and_of_the_end_beside_its_lines() -> None:
    first, now, end = date(2018, 1, 1), date(2018, 1, 11), date(2018, 1, 21)

    def numbers(remaining: int, planned: int, *ahead: Point) -> list[tuple[str, float, str]]:
        past = [a_point(first, 40, 40), a_point(now, remaining, planned)]
        found = burn_down(past, ahead, ENGLISH)
        assert found
        assert isinstance(found.figure, Plot)
        words = [each for each in found.figure.shapes if isinstance(each, Words)]
        return [(each.text, round(each.y), each.anchor) for each in words if each.is_strong]

    assert numbers(20, 10, a_point(end, 20, 0)) == [
        ("20", 46, "start"),
        ("10", 67, "start"),
        ("0", 88, "end"),
    ]
    assert numbers(20, 19) == [("20", 46, "end"), ("19", 58, "end")]
    assert numbers(20, 20) == [("20", 46, "end")]


def test_table_of_the_burn_down_has_every_point() -> None:
    past = [a_point(date(2018, 1, 1), 4, 4), a_point(date(2018, 1, 11), 2, 3)]
    found = burn_down(past, [a_point(date(2018, 1, 21), 2, 0)], ENGLISH)

    assert found
    assert cells(found) == [
        ["1 January 2018", "4", "4"],
        ["11 January 2018", "2", "3"],
        ["21 January 2018", "–", "0"],
    ]
    assert found.description.startswith("On 11 January 2018 2 milestones remained")
    assert found.description.endswith("3.")


@pytest.mark.parametrize(
    "points",
    [[a_point(JUNE, 1, 1)], [a_point(JUNE, 0, 0), a_point(date(2018, 7, 31), 0, 0)]],
)
def test_burn_down_of_one_date_or_of_nothing_is_not_drawn(points: list[Point]) -> None:
    assert burn_down(points, [], ENGLISH) is None


@pytest.mark.parametrize(
    ("highest", "step"), [(1, 1), (5, 1), (6, 2), (10, 2), (11, 5), (26, 10), (1000, 200)]
)
def test_levels_are_round_numbers_and_few(highest: int, step: int) -> None:
    assert level_step(highest) == step


def test_dates_ahead_go_to_the_last_deadline_or_the_end_of_the_plan() -> None:
    toml = '[plan]\nend = 2018-02-10\n[[milestones]]\nid = "a"\ntitle = "A"\ndue = 2018-03-01'

    assert month_ends_ahead(a_plan(toml), date(2018, 1, 31)) == (
        date(2018, 2, 28),
        date(2018, 3, 31),
    )
    assert month_ends_ahead(a_plan(toml), date(2019, 1, 1)) == ()
    assert month_ends_ahead(a_plan(), JUNE) == ()


def test_dates_ahead_end_although_a_deadline_never_comes() -> None:
    toml = '[[milestones]]\nid = "a"\ntitle = "A"\ndue = 9999-12-31'

    assert month_ends_ahead(a_plan(toml), JUNE)[-1] == date(2028, 5, 31)


def test_burn_down_that_ends_before_the_last_deadline_says_so() -> None:
    toml = "".join(
        f'[[milestones]]\nid = "m{n}"\ntitle = "M"\ndue = {due}\n{more}'
        for n, (due, more) in enumerate(
            [
                ("2028-05-31", ""),
                ("2028-06-01", ""),
                ("2060-01-01", ""),
                ("2060-01-01", "withdrawn = 2018-01-01\n"),
            ]
        )
    )
    plan = a_plan(toml)
    drawings = drawings_of(
        progress_of(plan, JUNE),
        points=points_at(plan, [JUNE]),
        slips=(),
        goal_counts=(),
        teller=teller(plan),
    )

    (found,) = drawings["measures"]
    assert found.note == "Shown up to 31 May 2028; 2 milestones are due later."
    assert found.table.rows[-1][2].words == "2"


# The time line.


def test_time_line_has_a_row_a_milestone_below_its_commitment() -> None:
    figure = the_time_line(PLAN).figure

    assert isinstance(figure, Rows)
    assert [("".join(s.text for s in row.name), row.is_head) for row in figure.rows] == [
        ("A law", True),
        ("Draft it", False),
        ("Pass it", False),
        ("पोर्टल [ne]", True),
        ("Build it", False),
    ]
    assert [s.shape for row in figure.rows for s in row.shapes if isinstance(s, Sign)] == [
        "completed",
        "overdue",
        "first-promise",
        "on-track",
    ]


def test_time_line_draws_a_deadline_from_where_it_was_first_promised() -> None:
    figure = the_time_line(PLAN).figure

    assert isinstance(figure, Rows)
    build = figure.rows[-1].shapes
    promised, present = (each.x for each in build if isinstance(each, Sign))
    assert (promised, present) == (50, 100)
    assert [each for each in build if isinstance(each, Stroke) and each.role == "moved"] == [
        Stroke(50, 50, 100, 50, "moved")
    ]


def test_time_line_draws_work_from_its_start_and_today_in_every_row() -> None:
    figure = the_time_line(PLAN).figure

    assert isinstance(figure, Rows)
    spans = [s for row in figure.rows for s in row.shapes if isinstance(s, Stroke)]
    (span,) = (each for each in spans if each.role == "span")
    assert (round(span.x, 1), round(span.to_x, 1)) == (8.5, 49.2)
    today = [each.x for each in spans if each.role == "today"]
    assert today == [180 / 364 * 100] * 5


def test_time_line_is_as_long_as_the_plan_and_what_is_drawn() -> None:
    """A milestone that has a start and no deadline is not drawn, nor is work done later on."""
    later = (
        '[[milestones]]\nid = "x"\ntitle = "X"\nstart = 2010-01-01\n'
        '[[milestones]]\nid = "y"\ntitle = "Y"\ncompleted = 2024-01-01\n'
        '[[milestones]]\nid = "z"\ntitle = "Z"\ndue = 2018-05-01\ncompleted = 2024-01-01\n'
    )
    figure = the_time_line(PLAN + later).figure

    assert isinstance(figure, Rows)
    assert [each.text for each in figure.axis if isinstance(each, Words)] == [
        "January 2018",
        "April 2018",
        "July 2018",
        "October 2018",
    ]
    signs = [s.x for row in figure.rows for s in row.shapes if isinstance(s, Sign)]
    assert max(signs) == 100


def test_time_line_says_what_it_leaves_out_and_its_table_has_it() -> None:
    found = the_time_line(PLAN)

    assert found.note == "1 milestone without a deadline is in the table only."
    assert cells(found) == [
        ["Draft it", "A law", "31 March 2018", "31 March 2018", "✔ Completed"],
        ["Pass it", "A law", "29 June 2018", "29 June 2018", "▲ Overdue"],
        ["Build it", "पोर्टल [ne]", "2 July 2018", "31 December 2018", "● On track"],
        ["Show it", "No commitment", "", "no deadline", "✕ Withdrawn"],
    ]
    assert found.table.rows[2][1].language == "ne"


def milestones(completed: int, overdue: int) -> str:
    done = 'completed = 2018-03-01\nstatus = "completed"\n'
    states = [done] * completed + [""] * overdue
    return "".join(
        f'[[milestones]]\nid = "m{number}"\ntitle = "M"\ndue = 2018-04-01\n{state}'
        for number, state in enumerate(states)
    )


@pytest.mark.parametrize(
    ("language", "completed", "overdue", "said"),
    [
        ("en", 0, 1, "1 milestone: 0 completed and 1 past its deadline."),
        ("en", 1, 2, "3 milestones: 1 completed and 2 past their deadline."),
        ("es", 0, 1, "1 hito: 0 completados y 1 con la fecha límite vencida."),
        ("es", 2, 0, "2 hitos: 2 completados y 0 con la fecha límite vencida."),
        ("fr", 0, 1, "1 jalon\xa0: 0 achevé et 1 dont l’échéance est dépassée."),
        ("fr", 2, 0, "2 jalons\xa0: 2 achevés et 0 dont l’échéance est dépassée."),
        ("pt", 1, 0, "1 marco: 1 concluído e 0 com o prazo vencido."),
        ("pt", 2, 2, "4 marcos: 2 concluídos e 2 com o prazo vencido."),
    ],
)
def test_time_line_says_how_many_are_done_and_late(
    language: str, completed: int, overdue: int, said: str
) -> None:
    found = the_time_line(milestones(completed, overdue), language=language)

    assert found.description == said


def test_legend_of_the_time_line_explains_what_is_drawn() -> None:
    assert [key.words for key in the_time_line(PLAN).legend] == [
        "Completed",
        "Overdue",
        "On track",
        "From the first promise",
        "30 June 2018",
    ]


def test_time_line_of_many_milestones_has_a_row_a_commitment() -> None:
    number = time_lines.MOST + 1
    milestones = "".join(
        f'[[milestones]]\nid = "m{index}"\ntitle = "M"\ndue = 2018-01-{1 + index % 2 * 30:02}\n'
        f'commitment = "c{index % 2}"\n'
        for index in range(number)
    )
    commitments = "".join(f'[[commitments]]\nid = "c{i}"\ntitle = "C{i}"\n' for i in range(2))
    found = the_time_line(commitments + milestones)

    assert isinstance(found.figure, Rows)
    assert [row.name[0].text for row in found.figure.rows] == ["C0", "C1"]
    words = [s.text for row in found.figure.rows for s in row.shapes if isinstance(s, Words)]
    assert words == ["21", "20"]
    assert len(found.table.rows) == number
    assert found.note == "A number beside a sign says how many milestones it stands for."


def test_signs_close_to_each_other_move_apart() -> None:
    healths = ('status = "completed"', "", 'status = "unclear"')
    milestones = "".join(
        f'[[milestones]]\nid = "m{index}"\ntitle = "M"\ndue = 2018-06-0{1 + index % 3}\n'
        f"{healths[index % 3]}\n"
        for index in range(time_lines.MOST + 2)
    )
    found = the_time_line(f"[plan]\nstart = 2018-01-01\nend = 2018-12-31\n{milestones}")

    assert isinstance(found.figure, Rows)
    (row,) = found.figure.rows
    places = [each.x for each in row.shapes if isinstance(each, Sign)]
    assert len(places) == 3
    assert all(after - before >= 3 for before, after in pairwise(places))


def test_time_line_without_a_date_is_not_drawn() -> None:
    plan = a_plan('[[milestones]]\nid = "a"\ntitle = "A"')

    assert time_line(progress_of(plan, JUNE), (), teller(plan)) is None


# The statuses.


def test_bars_show_the_milestones_of_each_commitment_by_status() -> None:
    plan = a_plan(PLAN)
    found = statuses(progress_of(plan, JUNE), teller(plan))

    assert found
    assert isinstance(found.figure, Rows)
    assert [row.shapes for row in found.figure.rows] == [
        (Box(0, 8, 50, 84, "status-completed"), Box(50, 8, 50, 84, "status-not-started")),
        (Box(0, 8, 50, 84, "status-not-started"),),
        (Box(0, 8, 50, 84, "status-withdrawn"),),
    ]
    assert ["".join(s.text for s in row.words) for row in found.figure.rows] == [
        "✔ Complete: 1   ○ Not started: 1",
        "○ Not started: 1",
        "✕ Withdrawn: 1",
    ]
    assert [column.heading for column in found.table.columns] == [
        *("Commitment", "Complete", "Not started", "Withdrawn", "Milestones")
    ]
    assert cells(found) == [
        ["A law", "1", "1", "0", "2"],
        ["पोर्टल [ne]", "0", "1", "0", "1"],
        ["No commitment", "0", "0", "1", "1"],
    ]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "The longest bar stands for 1 milestone."),
        (2, "The longest bar stands for 2 milestones."),
    ],
)
def test_bars_say_how_many_the_longest_stands_for(number: int, said: str) -> None:
    plan = a_plan(milestones(number, 0))
    found = statuses(progress_of(plan, JUNE), teller(plan))

    assert found
    assert found.description == said


def test_plan_without_milestones_has_no_bars() -> None:
    plan = a_plan()

    assert statuses(progress_of(plan, JUNE), teller(plan)) is None


# The goals.


def test_goals_are_tiles_in_their_colours_with_what_is_done_for_them() -> None:
    found = goals((GoalCounts(16, 1, 2, 1, 3, 0, 1), GoalCounts(7, 0, 0, 0, 0, 0, 2)), ENGLISH)

    assert found
    assert isinstance(found.figure, Tiles)
    peace, energy = found.figure.tiles
    assert (peace.number, peace.colour, peace.is_dark) == ("16", "#00689D", True)
    assert (energy.number, energy.colour, energy.is_dark) == ("7", "#FCC30B", False)
    assert peace.figures == (
        "1 commitment",
        "1 of 2 milestones completed",
        "0 of 3 datasets open",
        "1 indicator",
    )
    assert cells(found) == [
        ["16. Peace, justice and strong institutions", "1", "2", "1", "3", "0", "1"],
        ["7. Affordable and clean energy", "0", "0", "0", "0", "0", "2"],
    ]


def test_plan_without_goals_has_no_tiles() -> None:
    assert goals((), ENGLISH) is None


# As they stand in the paper.


def test_each_drawing_has_a_name_a_description_and_its_table_behind_it() -> None:
    plan = a_plan(PLAN)
    progress = progress_of(plan, JUNE)
    by_section = drawings_of(
        progress,
        points=points_at(plan, month_ends(plan, JUNE)),
        slips=slips_of(plan, JUNE),
        goal_counts=goals_of(progress),
        teller=teller(plan),
    )
    assert {name: [each.name for each in found] for name, found in by_section.items()} == {
        "measures": ["burn-down"],
        "commitments": ["status-by-commitment", "goals"],
        "attention": ["time-line"],
    }
    for drawing in (each for found in by_section.values() for each in found):
        figure = drawn(drawing)
        anchor = f"panama-{drawing.name}"
        assert figure["aria-labelledby"] == anchor
        assert figure.one("strong", id_=anchor).text == drawing.title
        pictures = [each for each in figure.all("div") if each["role"] == "img"]
        assert [each["aria-describedby"] for each in pictures] == (
            [] if drawing.name == "goals" else [f"{anchor}-says"]
        )
        details = figure.one("details")
        assert details.one("summary").text == f"The same as a table: {drawing.title}"
        rows = details.one("table").rows()
        assert rows[1:] == [[cell.words for cell in row] for row in drawing.table.rows]


def test_shapes_are_drawn_where_they_lie() -> None:
    found = burn_down(
        [a_point(date(2018, 1, 1), 3, 3), a_point(date(2018, 1, 11), 2, 2)], [], ENGLISH
    )
    assert found
    plot = drawn(found).one("svg", class_="plot")

    assert plot["height"] == "260"
    area = plot.one("rect", class_="actual")
    assert [area[name] for name in ("x", "y", "width", "height")] == ["0%", "6%", "100%", "84%"]
    today = plot.one("line", class_="today")
    assert [today[name] for name in ("x1", "y1", "x2", "y2")] == ["100%", "0%", "100%", "90%"]
    assert [each.text for each in plot.all("text")][:4] == ["0", "1", "2", "3"]


@pytest.mark.parametrize("health", [*map(str, Health), "first-promise"])
def test_every_sign_is_drawn(health: str) -> None:
    base = burn_down(
        [a_point(date(2018, 1, 1), 3, 3), a_point(date(2018, 1, 11), 2, 2)], [], ENGLISH
    )
    assert base
    figure = drawn(base._replace(figure=Plot(10, (Sign(12.345, 50, health),))))

    sign = figure.one("svg", class_="at")
    assert (sign["x"], sign["y"]) == ("12.35%", "50%")
    assert list(sign.all("path", "circle"))


def test_drawing_takes_the_place_of_a_chart_of_letters() -> None:
    base = burn_down(
        [a_point(date(2018, 1, 1), 3, 3), a_point(date(2018, 1, 11), 2, 2)], [], ENGLISH
    )
    assert base
    chart = Chart(("a", "b"), (1, 1), (1, 1))
    document = parsed(render(a_paper(a_chapter(chart, drawings={"changes": (base,)}))))

    assert not list(document.all("pre"))
