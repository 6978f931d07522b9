from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.vocabularies import Status
from ogdplan.progress.judgements import Judgement, judgements_of
from ogdplan.progress.plan import progress_of

AS_OF = date(2018, 6, 30)
PORTAL = '[[milestones]]\nid = "portal"\ntitle = "x"\n'


def assessment(fields: str, *, rating: str = "Limited", criterion: str = "Completion") -> str:
    return (
        f'[[assessments]]\nid = "irm"\nframework = "irm"\ncriterion = "{criterion}"\n'
        f'rating = "{rating}"\n{fields}\n'
    )


def judgements(toml: str) -> tuple[Judgement, ...]:
    return judgements_of(progress_of(a_plan(toml), AS_OF))


def judged(rating: str, criterion: str = "Completion") -> Status | None:
    return judgements(assessment("", rating=rating, criterion=criterion))[0].judged


def differs(stated: str, rating: str) -> bool | None:
    toml = f'{PORTAL}status = "{stated}"\n' + assessment('about = "portal"', rating=rating)
    return judgements(toml)[0].differs


@pytest.mark.parametrize(
    ("rating", "status"),
    [
        ("completed", Status.COMPLETED),
        ("Complete", Status.COMPLETED),
        ("not-started", Status.NOT_STARTED),
        ("Not  Started", Status.NOT_STARTED),
        ("LIMITED", Status.LIMITED),
        ("Substantial", Status.SUBSTANTIAL),
        ("In progress", Status.IN_PROGRESS),
        ("Withdrawn", Status.WITHDRAWN),
        ("No evidence available", Status.UNCLEAR),
        ("No iniciado", Status.NOT_STARTED),
        ("Outstanding", None),
        ("Not complete", None),
    ],
)
def test_rating_names_a_status_in_the_words_of_assessors(
    rating: str, status: Status | None
) -> None:
    assert judged(rating) is status


@pytest.mark.parametrize(
    ("criterion", "status"),
    [
        ("Completion at end of term", Status.LIMITED),
        ("Level of PROGRESS", Status.LIMITED),
        ("Nivel de cumplimiento", Status.LIMITED),
        ("Ambition", None),
        ("Completeness of the data", None),
    ],
)
def test_only_criteria_about_completion_judge_a_status(
    criterion: str, status: Status | None
) -> None:
    assert judged("Limited", criterion) is status


@pytest.mark.parametrize(
    ("stated", "rating", "expected"),
    [
        ("completed", "Complete", False),
        ("completed", "Substantial", True),
        ("limited", "Substantial", True),
        ("in-progress", "Limited", False),
        ("in-progress", "Substantial", False),
        ("substantial", "In progress", False),
        ("in-progress", "Complete", True),
        ("in-progress", "Not started", True),
        ("unclear", "Complete", None),
        ("completed", "No evidence available", None),
        ("completed", "Outstanding", None),
    ],
)
def test_judgement_differs_when_it_names_another_status(
    stated: str, rating: str, expected: bool | None
) -> None:
    assert differs(stated, rating) is expected


def test_score_judges_no_status() -> None:
    toml = '[[assessments]]\nid = "a"\nframework = "odb"\ncriterion = "Progress"\nvalue = 3\n'

    assert judgements(toml)[0].judged is None


@pytest.mark.parametrize(
    ("on", "reported"),
    [
        ("on = 2018-05-31", Status.IN_PROGRESS),
        ('on = "2018-05"', Status.IN_PROGRESS),
        ("on = 2018-06-01", Status.COMPLETED),
        ("", Status.COMPLETED),
    ],
)
def test_own_word_is_that_of_the_day_of_the_assessment(on: str, reported: Status) -> None:
    toml = f"{PORTAL}started = 2018-01-01\ncompleted = 2018-06-01\n"

    found = judgements(toml + assessment(f'about = "portal"\n{on}'))

    assert found[0].self_reported is reported


def test_own_word_of_a_commitment_comes_from_its_milestones_on_that_day() -> None:
    toml = '[[commitments]]\nid = "policy"\ntitle = "x"\n' + PORTAL
    toml += 'commitment = "policy"\ncompleted = 2018-06-01\n'

    found = judgements(toml + assessment('about = "policy"\non = 2018-05-31', rating="Complete"))

    assert found[0].subject is not None
    assert found[0].subject.id == "policy"
    assert (found[0].self_reported, found[0].differs) == (Status.NOT_STARTED, True)


@pytest.mark.parametrize(
    ("on", "count"), [("2018-06-30", 1), ("2018-07-01", 0), ('"2018"', 0), ('"2018-06"', 1)]
)
def test_assessments_of_later_are_not_known(on: str, count: int) -> None:
    assert len(judgements(assessment(f"on = {on}"))) == count


@pytest.mark.parametrize("about", ["", 'about = "budget"', 'about = "ghost"'])
def test_plan_dataset_and_what_is_nowhere_have_no_own_word(about: str) -> None:
    toml = '[[datasets]]\nid = "budget"\ntitle = "x"\n'

    (found,) = judgements(toml + assessment(about))

    assert (found.self_reported, found.differs) == (None, None)
    assert (found.subject is not None) == ("budget" in about)


@pytest.mark.parametrize(
    ("stated", "rating", "expected"),
    [
        ("unclear", "Complete", True),
        ("unclear", "No evidence", False),
        ("unclear", "High", False),
        ("limited", "Complete", False),
    ],
)
def test_others_alone_know_what_is_unclear_by_its_own_word(
    stated: str, rating: str, expected: bool
) -> None:
    toml = f'milestones = [{{ id = "m", title = "x", status = "{stated}" }}]'

    (found,) = judgements(toml + "\n" + assessment('about = "m"', rating=rating))

    assert found.is_known_by_others_only is expected
