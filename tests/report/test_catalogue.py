from datetime import date

import pytest

from ogdplan.model.vocabularies import VOCABULARIES, ChallengeCategory
from ogdplan.reference.workshop import NEXT_STEPS
from ogdplan.report import catalogue
from ogdplan.report.page import Fit, Heading, Sheet

AS_OF = date(2018, 6, 30)


def sheet(name: str) -> Sheet:
    found = catalogue.view(name, AS_OF).sheet
    assert found is not None
    return found


@pytest.mark.parametrize("name", VOCABULARIES)
def test_vocabulary_has_a_row_a_value(name: str) -> None:
    assert [row[0].text for row in sheet(name).rows] == [term.value for term in VOCABULARIES[name]]


@pytest.mark.parametrize("name", catalogue.names())
def test_catalogue_says_what_it_is_in_small_letters_and_without_a_full_stop(name: str) -> None:
    (heading, _) = catalogue.view(name, AS_OF).page.blocks

    assert isinstance(heading, Heading)
    about = heading.text.removeprefix(f"{name}: ")
    assert about[0].islower()
    assert not about.endswith(".")


def test_challenges_of_the_workshop_are_nine_of_the_vocabulary() -> None:
    found = [row[0].text for row in sheet("workshop-challenges").rows]

    assert len(found) == 9
    assert set(found) < {term.value for term in ChallengeCategory}


def test_workshop_has_ten_lessons_six_achievements_and_27_next_steps() -> None:
    assert len(sheet("workshop-lessons").rows) == 10
    assert len(sheet("workshop-achievements").rows) == 6
    assert len(sheet("workshop-next-steps").rows) == len(NEXT_STEPS) == 27


def test_goals_are_17() -> None:
    rows = sheet("goals").rows

    assert [row[0].text for row in rows] == [str(number) for number in range(1, 18)]
    assert rows[15][1].text == "Peace, justice and strong institutions"


def test_licences_say_whether_they_are_open() -> None:
    found = {row[0].text: row[2].text for row in sheet("licences").rows}

    assert found["CC-BY-4.0"] == "open"
    assert found["CC-BY-NC-4.0"] == "not-open"


def test_descriptions_wrap_and_go_after_sources() -> None:
    columns = {column.key: (column.priority, column.fit) for column in sheet("status").columns}

    assert columns == {
        "value": (0, Fit.WHOLE),
        "label": (1, Fit.WHOLE),
        "description": (2, Fit.WRAPPED),
        "source": (3, Fit.WHOLE),
    }
