from datetime import date

from builders import a_plan
from ogdplan.model.vocabularies import ChallengeCategory, LessonCategory
from ogdplan.progress.across import challenge_topics, goal_topics, lesson_topics, totals
from ogdplan.progress.known import Known, known_of
from ogdplan.progress.plan import progress_of

DAY = date(2018, 6, 30)
FEAR = '[[challenges]]\nid = "fear"\ntitle = "Fear"\ncategory = "fear-to-release"\n'
SOLVED = f"{FEAR}resolved = 2018-01-31\n"
DATA = """
[[milestones]]
id = "m"
title = "M"
completed = 2018-01-31
evidence = ["https://example.org"]
sdgs = ["16.10", "16", "1"]

[[milestones]]
id = "n"
title = "N"

[[datasets]]
id = "d"
title = "D"
sdgs = ["16"]
"""


def known(plan_id: str, toml: str = "") -> Known:
    return known_of(plan_id, progress_of(a_plan(toml), DAY))


def test_challenges_come_by_category_with_who_has_solved_one_elsewhere() -> None:
    weak = FEAR.replace("fear-to-release", "weak-leadership").replace('"fear"', '"weak"')
    plans = (known("a", weak + FEAR), known("b", SOLVED), known("c", SOLVED))

    fear, other = challenge_topics(plans)

    assert fear.category is ChallengeCategory.FEAR_TO_RELEASE
    assert other.category is ChallengeCategory.WEAK_LEADERSHIP
    assert (fear.unmitigated, fear.mitigated, len(fear.solved)) == (1, 0, 2)
    assert [each.plan_id for each in fear.solved_elsewhere(plans[0])] == ["b", "c"]
    assert [each.plan_id for each in fear.solved_elsewhere(plans[1])] == ["c"]


def test_challenge_that_something_works_against_is_mitigated() -> None:
    step = '[[next_steps]]\nid = "talk"\ntitle = "Talk"\n'

    (topic,) = challenge_topics((known("a", f'{FEAR}mitigations = ["talk"]\n{step}'),))

    assert (topic.unmitigated, topic.mitigated) == (0, 1)


def test_challenge_not_yet_raised_is_none() -> None:
    assert challenge_topics((known("a", f"{FEAR}raised = 2018-07-01\n"),)) == ()


def test_lessons_come_by_category_and_with_the_challenges_they_help_with() -> None:
    lesson = '[[lessons]]\nid = "ask"\ntitle = "Ask"\ncategory = "champions"\n'
    helps = f'{lesson}helps_with = ["fear-to-release"]\n'
    plans = (known("a", helps), known("b", lesson + FEAR))

    (topic,) = lesson_topics(plans)
    (fear,) = challenge_topics(plans)

    assert topic.category is LessonCategory.CHAMPIONS
    assert [each.known.plan_id for each in topic.lessons] == ["a", "b"]
    assert [each.known.plan_id for each in fear.lessons] == ["a"]


def test_lesson_of_a_later_day_is_not_yet_learned() -> None:
    lesson = '[[lessons]]\nid = "ask"\ntitle = "Ask"\ncategory = "champions"\non = '

    assert lesson_topics((known("a", f"{lesson}2018-07-01\n"),)) == ()
    assert len(lesson_topics((known("a", f"{lesson}2018-06-30\n"),))) == 1


def test_goals_are_added_up_over_plans() -> None:
    first, second = goal_topics((known("a", DATA), known("b", DATA), known("c")))

    assert (first.goal, second.goal) == (1, 16)
    assert second.total._asdict() == {
        "goal": 16,
        "commitments": 0,
        "milestones": 2,
        "completed_milestones": 2,
        "datasets": 2,
        "open_datasets": 0,
        "indicators": 0,
    }
    assert [each.known.plan_id for each in second.plans] == ["a", "b"]


def test_totals_are_the_sums_of_the_plans() -> None:
    lesson = '[[lessons]]\nid = "ask"\ntitle = "Ask"\ncategory = "champions"\n'
    found = totals((known("a", DATA + FEAR), known("b", DATA + SOLVED + lesson)))

    assert (found.milestones.plans, found.milestones.completed, found.milestones.active) == (
        2,
        2,
        4,
    )
    assert (found.open_challenges, found.unmitigated, found.lessons) == (1, 1, 1)
    assert found.datasets == (2, 0, 2, 0)


def test_totals_of_no_plan_are_nothing() -> None:
    found = totals(())

    assert found.milestones.plans == 0
    assert found.datasets == (0, 0, 0, 0)
