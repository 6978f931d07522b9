from datetime import date

from builders import a_plan
from ogdplan.progress.goals import GoalCounts, goals_of
from ogdplan.progress.plan import progress_of


def goals(toml: str) -> tuple[GoalCounts, ...]:
    return goals_of(progress_of(a_plan(toml), date(2018, 6, 30)))


def test_records_count_once_for_each_goal_they_name_at_any_level() -> None:
    found = goals(
        """
        commitments = [{ id = "c", title = "x", sdgs = ["16", "16.10", "9"] }]
        milestones = [
            { id = "m", title = "x", commitment = "c", sdgs = ["16.10.2", "16.6"] },
            { id = "n", title = "x", sdgs = ["16"], completed = 2018-06-30 },
        ]
        indicators = [{ id = "i", title = "x", level = "impact", sdg = "4.1.1" }]
        [[datasets]]
        id = "d"
        title = "x"
        sdgs = ["3.8"]
        url = "https://example.org"
        licence = "CC0-1.0"
        formats = ["csv"]
        released = 2018-06-30
        [[datasets]]
        id = "e"
        title = "x"
        sdgs = ["3"]
        """
    )

    assert found == (
        GoalCounts(3, 0, 0, 0, 2, 1, 0),
        GoalCounts(4, 0, 0, 0, 0, 0, 1),
        GoalCounts(9, 1, 0, 0, 0, 0, 0),
        GoalCounts(16, 1, 2, 1, 0, 0, 0),
    )


def test_what_is_withdrawn_counts_for_no_goal() -> None:
    toml = """
        commitments = [{ id = "c", title = "x", sdgs = ["1"], status = "withdrawn" }]
        milestones = [{ id = "m", title = "x", sdgs = ["2"], withdrawn = 2018-06-30 }]
    """

    assert goals(toml) == ()


def test_goals_of_the_plan_itself_and_of_institutions_are_no_records() -> None:
    assert goals('plan = { sdgs = ["16"] }') == ()
