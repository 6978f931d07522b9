from collections import Counter
from datetime import date

from ogdplan.reference import workshop
from ogdplan.reference.countries import country
from ogdplan.reference.workshop import NEXT_STEPS, NextStep, Question, Topic


def test_workshop_was_two_days_in_june_2017() -> None:
    assert (date(2017, 6, 22), date(2017, 6, 23)) == (workshop.FIRST_DAY, workshop.LAST_DAY)
    assert workshop.PLACE == "The Hague"


def test_nine_known_countries_were_present_and_four_of_them_finalised_plans() -> None:
    assert len(workshop.COUNTRIES) == 9
    assert list(workshop.COUNTRIES) == sorted(workshop.COUNTRIES)
    assert all(country(code) for code in workshop.COUNTRIES)
    assert set(workshop.FINALISED_PLANS) < set(workshop.COUNTRIES)


def test_each_country_that_finalised_a_plan_has_a_partner() -> None:
    countries = {partner.country for partner in workshop.PARTNERS if partner.country}

    assert countries == set(workshop.FINALISED_PLANS)


def test_project_held_thirteen_activities() -> None:
    assert dict(workshop.PROJECT_ACTIVITIES) == {
        "workshop": 4,
        "training": 4,
        "study-tour": 3,
        "regional-workshop": 2,
    }


def test_topics_are_numbered_from_one_in_the_order_of_the_report() -> None:
    lists = (
        workshop.CHALLENGES,
        workshop.LESSONS,
        workshop.IMPROVEMENTS,
        workshop.ACHIEVEMENTS,
    )

    assert [len(topics) for topics in lists] == [9, 8, 2, 6]
    for topics in lists:
        assert [topic.number for topic in topics] == list(range(1, len(topics) + 1))
        assert len({topic.slug for topic in topics}) == len(topics)
    assert workshop.CHALLENGES[6] == Topic(7, "unknown-holdings")
    assert workshop.LESSONS[7] == Topic(8, "champions")


def test_three_groups_named_27_steps_of_25_themes() -> None:
    themes = Counter(step.theme for step in NEXT_STEPS)

    assert [step.number for step in NEXT_STEPS] == list(range(1, 28))
    assert len(themes) == 25
    assert {theme for theme, count in themes.items() if count == 2} == {
        "legal-framework",
        "success-stories",
    }


def test_steps_are_divided_by_question_and_group_as_in_the_report() -> None:
    assert Counter((step.question, step.group) for step in NEXT_STEPS) == {
        (Question.ADVANCE, 1): 6,
        (Question.ADVANCE, 2): 4,
        (Question.ADVANCE, 3): 3,
        (Question.EVERYBODY, 1): 4,
        (Question.EVERYBODY, 2): 5,
        (Question.EVERYBODY, 3): 5,
    }


def test_step_says_who_named_it_and_in_answer_to_what() -> None:
    assert NEXT_STEPS[7] == NextStep(
        8,
        2,
        Question.ADVANCE,
        "appoint-champion",
        "Name a champion who speaks for open data.",
    )
    assert NEXT_STEPS[7].question.label == "How to advance the initiative"


def test_texts_are_sentences_said_once() -> None:
    texts = [step.text for step in NEXT_STEPS]
    texts += [*workshop.SDG_WORK_DONE, *workshop.SDG_WORK_TO_DO]

    assert len(set(texts)) == len(texts)
    assert all(text[0].isupper() and text.endswith(".") for text in texts)


def test_answers_about_the_whole_workshop_add_up_to_all_participants() -> None:
    assert sum(rating.percent for rating in workshop.OVERALL_RATINGS) == 100


def test_ratings_are_percentages() -> None:
    ratings = (*workshop.PRAISE_RATINGS, *workshop.COMMITMENT_RATINGS)

    assert {rating.percent for rating in ratings} == {91, 100}
    assert workshop.SDG_OPEN_SHARE_BENCHMARK_PERCENT == 50
