from dataclasses import replace
from datetime import date

import pytest

from builders_loaded import a_loaded
from ogdplan.actions.trend import Gap, Trends, trends_of
from ogdplan.report import trend
from ogdplan.report.page import Cell, Chart, Heading, Lines, Sheet
from ogdplan.report.segments import Style, plain
from ogdplan.report.view import View

AS_OF = date(2018, 3, 15)
TOML = """
[plan]
title = { en = "The plan", es = "El plan" }
languages = ["en", "es"]
start = "2018"

[[milestones]]
id = "decree"
title = "Adopt the decree"
due = "2018-02"
completed = 2018-02-01

[[milestones]]
id = "portal"
title = { en = "Launch the portal", es = "Abrir el portal" }
due = 2018-06-30

[[updates]]
id = "moved"
about = "portal"
on = 2018-01-15
text = "The tender failed"
due_from = "2018-03"
due_to = "2018-05"

[[updates]]
id = "moved-again"
about = "portal"
on = 2018-02-15
text = { en = "It failed again", es = "Fracasó otra vez" }
due_from = "2018-05"
due_to = 2018-06-30
"""
FREE = '[[milestones]]\nid = "free"\ntitle = "Free"\n'


def trends(*tomls: str, days: tuple[date, ...] = ()) -> Trends:
    plans = [a_loaded(toml, f"plan-{number}") for number, toml in enumerate(tomls)]
    return trends_of(plans, days, as_of=AS_OF)


def view(*tomls: str, days: tuple[date, ...] = (), language: str | None = None) -> View:
    return trend.view(trends(*tomls, days=days), language)


def lines(found: View) -> str:
    """Return the lines of a page that stand in no table."""
    return "".join(plain(each.lines) for each in found.page.blocks if isinstance(each, Lines))


def sheets(found: View) -> list[Sheet]:
    return [each for each in found.page.blocks if isinstance(each, Sheet)]


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def test_one_plan_has_a_chart_of_what_remains_and_was_planned() -> None:
    found = view(TOML)

    (chart,) = (each for each in found.page.blocks if isinstance(each, Chart))
    assert chart == Chart(("2018-01", "2018-02", "2018-03-15"), (2, 1, 1), (2, 1, 1))
    assert found.page.blocks[0] == Heading("What remains of plan-0: The plan", 1)
    assert "Remaining on 2018-03-15: 1 of 2 milestones; 1 if all deadlines had been kept." in lines(
        found
    )


def test_legend_has_both_marks() -> None:
    assert "█ remain   ━ planned: would remain with all deadlines kept\n" in lines(view(TOML))


def test_last_day_of_the_calendar_ends_a_month() -> None:
    (chart,) = (
        each for each in view(TOML, days=(date.max,)).page.blocks if isinstance(each, Chart)
    )

    assert chart.labels == ("9999-12",)


def test_milestones_that_the_plan_sets_no_date_for_are_counted_in_words() -> None:
    words = "Without a deadline: 1 milestone; what has none is planned as it stands.\n"

    assert words in lines(view(TOML + FREE))
    assert "Without a deadline" not in lines(view(TOML))


def test_number_overdue_stands_where_it_is_not_the_gap() -> None:
    early = 'due = "2018-12"\ncompleted = 2018-02-01\n'

    # Of two that remain beyond the plan, one that was done early makes a gap of one.
    one = FREE + 'due = "2018-02"\n' + FREE.replace("free", "late") + 'due = "2018-02"\n'
    assert lines(view(one)).startswith(
        "Remaining on 2018-03-15: 2 of 2 milestones; 0 if all deadlines had been kept.\n"
    )
    assert lines(view(one + FREE.replace("free", "early") + early)).startswith(
        "Remaining on 2018-03-15: 2 of 3 milestones; 1 if all deadlines had been kept; 2 overdue.\n"
    )


def test_table_of_points_leaves_out_what_is_always_nothing() -> None:
    points, _ = sheets(view(TOML))

    assert [column.key for column in points.columns] == [
        "date",
        "total",
        "completed",
        "remaining",
        "planned",
    ]
    assert texts(points)[-1] == ["2018-03-15", "2", "1", "1", "1"]


def test_table_of_points_has_what_is_withdrawn_or_undated_where_there_is_any() -> None:
    more = FREE + 'status = "completed"\n' + FREE.replace("free", "gone") + "withdrawn = 2018-02-01"

    points, _ = sheets(view(TOML + more))

    assert [column.key for column in points.columns][3:5] == ["withdrawn", "undated"]


@pytest.mark.parametrize(("count", "every"), [(1, 1), (24, 1), (25, 2), (48, 2), (49, 3)])
def test_long_series_is_thinned_to_a_screen(count: int, every: int) -> None:
    days = tuple(date(2018 + number // 12, number % 12 + 1, 1) for number in range(count))

    points, *_ = sheets(view(TOML, days=days))

    assert (points.every, len(points.rows)) == (every, count)
    assert plain([points.rest]) == f"One date of {every} is shown; --format csv has all.\n"


def test_deadlines_that_moved_are_told_with_their_reasons() -> None:
    found = view(TOML, language="es")

    _, slips = sheets(found)
    assert texts(slips) == [["Abrir el portal", "2018-03", "2018-06-30", "91", "2", "portal"]]
    assert lines(found).endswith("Abrir el portal: The tender failed, then: Fracasó otra vez\n")


def test_milestone_without_a_deadline_any_more_has_no_days() -> None:
    toml = TOML.replace("due = 2018-06-30\n", "")

    _, slips = sheets(view(toml))

    assert texts(slips)[0][1:5] == ["2018-03", "–", "–", "2"]


def test_no_move_is_said_so() -> None:
    assert lines(view(FREE)).endswith("No deadline moved up to 2018-03-15.\n")


def test_plan_without_milestones_has_no_chart() -> None:
    found = view("")

    assert lines(found) == "The plan has no milestones.\nNo deadline moved up to 2018-03-15.\n"
    assert sheets(found) == []


def test_milestones_that_are_no_longer_there_are_shown_where_they_were() -> None:
    (then,) = trends(TOML).plans
    (now,) = trends("").plans

    found = trend.view(Trends(AS_OF, (replace(then, plan=now.plan),), from_git=True), None)

    assert len(sheets(found)) == 2


def test_several_plans_have_a_row_each() -> None:
    found = view(TOML, FREE)

    (table,) = sheets(found)
    dash, zero = Cell("–", Style.MUTED), Cell("0", Style.MUTED)
    assert table.rows == (
        (
            Cell("plan-0", Style.EMPHASIS),
            Cell("2018-01"),
            Cell("▁▄▄", Style.DONE),
            Cell("0 → 1 of 2"),
            Cell("1"),
            Cell("1"),
            Cell("1"),
            Cell("91"),
        ),
        (
            Cell("plan-1", Style.EMPHASIS),
            Cell("2018-03-15"),
            Cell("▁", Style.DONE),
            Cell("0 → 0 of 1"),
            Cell("1"),
            Cell("1"),
            zero,
            dash,
        ),
    )
    assert lines(found) == (
        "Completed: the share of milestones done at each date, · where there are none.\n"
        "Planned: would remain with all deadlines kept; "
        "what has no deadline counts as it stands.\n"
    )


def test_deadlines_that_moved_are_said_up_to_the_last_date() -> None:
    early, late = date(2018, 1, 10), date(2018, 2, 1)

    assert lines(view(TOML, days=(early,))).endswith("No deadline moved up to 2018-01-10.\n")
    found = view(TOML, days=(late, early))
    assert Heading("Deadlines that moved up to 2018-02-01") in found.page.blocks
    assert texts(sheets(found)[1])[0][1:5] == ["2018-03", "2018-05", "61", "1"]


@pytest.mark.parametrize(
    ("days", "title"),
    [
        ((), "How plans went on, up to 2018-03-15"),
        ((date(2018, 1, 31),), "How plans stood on 2018-01-31"),
        (
            (date(2018, 2, 28), date(2017, 1, 31), date(2018, 1, 31)),
            "How plans went on, from 2017-01-31 to 2018-02-28",
        ),
    ],
)
def test_title_of_several_plans_has_the_dates_that_are_shown(
    days: tuple[date, ...], title: str
) -> None:
    assert view(TOML, FREE, days=days).page.blocks[0] == Heading(title, 1)


def test_days_of_several_plans_are_those_of_the_longest_slip() -> None:
    other = TOML.replace('"moved', '"other').replace('"portal"', '"second"')
    other = other[other.index('[[milestones]]\nid = "second"') :].replace('"2018-03"', '"2018-02"')

    found = sheets(view(TOML + other, FREE))[0]

    assert [cell.text for cell in found.rows[0][-2:]] == ["2", "122"]
    assert found.columns[-1].heading == "Longest\nslip, days"


def test_narrow_terminal_leaves_out_what_matters_least_first() -> None:
    columns = sorted(enumerate(trend.COLUMNS), key=lambda each: (-each[1].priority, -each[0]))

    assert [column.key for _, column in columns if column.priority] == [
        *("moved", "from", "longest_slip", "done", "planned", "remaining")
    ]


def test_no_plan_is_said_so() -> None:
    assert lines(view()) == "No plan could be read.\n"


def test_csv_has_a_row_for_each_plan_and_date() -> None:
    sheet = view(TOML, FREE).sheet

    assert sheet is not None
    assert [column.key for column in sheet.columns] == [
        *("plan", "date", "total", "completed", "withdrawn", "undated", "remaining", "planned")
    ]
    assert [row[:2] for row in texts(sheet)] == [
        ["plan-0", "2018-01-31"],
        ["plan-0", "2018-02-28"],
        ["plan-0", "2018-03-15"],
        ["plan-1", "2018-03-15"],
    ]
    assert [cell.value for cell in sheet.rows[2][2:]] == [2, 1, 0, 0, 1, 1]


def test_plan_that_is_gone_at_the_last_date_has_its_points_and_says_so() -> None:
    (then,) = trends(TOML, days=(date(2018, 1, 31),)).plans
    gap = Gap((date(2018, 2, 28), AS_OF), "it had been removed")
    gone = replace(then, slips=(), without_deadline=None, gaps=(gap,))

    found = trend.view(Trends(AS_OF, (gone,), from_git=True), None)

    assert lines(found).startswith(
        "Remaining on 2018-01-31: 2 of 2 milestones; 2 if all deadlines had been kept.\n"
        "Nothing is known of it from 2018-02-28 to 2018-03-15: it had been removed.\n"
    )
    assert len(sheets(found)) == 1
    assert "No deadline moved" not in lines(found)


def test_points_out_of_git_say_where_they_come_from_and_plans_without_one_have_dashes() -> None:
    found = trends(TOML, FREE)
    first, second = found.plans
    bare = Trends(
        AS_OF,
        (
            first,
            type(second)("plan-1", second.plan, (), (), None, (Gap((AS_OF,), "it was not there"),)),
        ),
        from_git=True,
    )

    several = trend.view(bare, None)
    one = trend.view(Trends(AS_OF, bare.plans[1:], from_git=True), None)

    said = "Each figure is what the file said on that day, as git has it.\n"
    assert lines(several).endswith(said)
    assert [cell.text for cell in sheets(several)[0].rows[1]] == ["plan-1", *"–––––––"]
    assert lines(one) == f"Nothing is known of it on 2018-03-15: it was not there.\n{said}"
    assert one.document["from_git"] is True
    plans = one.document["plans"]
    assert isinstance(plans, list)
    assert plans[0]["gaps"] == [{"date": "2018-03-15", "reason": "it was not there"}]
