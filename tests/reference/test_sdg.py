import re
from collections import Counter
from pathlib import Path

import pytest

from ogdplan.reference import sdg
from ogdplan.reference.sdg import (
    SdgCode,
    SdgLevel,
    SdgStatus,
    goal,
    goal_name,
    goal_of,
    goals,
    sdg_code,
    sdg_codes,
)

CODES = [found for code in sdg_codes() if (found := sdg_code(code))]


def test_goal_target_and_indicator_are_found_by_code() -> None:
    current = SdgStatus.CURRENT

    assert sdg_code("16") == SdgCode("16", SdgLevel.GOAL, None, current, None)
    assert sdg_code("16.10") == SdgCode("16.10", SdgLevel.TARGET, "16", current, None)
    assert sdg_code("16.b.1") == SdgCode("16.b.1", SdgLevel.INDICATOR, "16.b", current, "10.3.1")


@pytest.mark.parametrize("code", ["", "0", "18", "1.6", "16.11", "16.10.9", "1.A", "01", " 1"])
def test_code_of_no_goal_target_or_indicator_is_unknown(code: str) -> None:
    assert sdg_code(code) is None


def test_framework_has_17_goals_169_targets_and_253_indicators() -> None:
    counts = Counter(code.level for code in CODES)

    assert counts == {SdgLevel.GOAL: 17, SdgLevel.TARGET: 169, SdgLevel.INDICATOR: 253}
    assert len(set(sdg_codes())) == len(CODES) == 439


def test_parent_is_the_code_one_level_up() -> None:
    above = {
        SdgLevel.GOAL: None,
        SdgLevel.TARGET: SdgLevel.GOAL,
        SdgLevel.INDICATOR: SdgLevel.TARGET,
    }
    for code in CODES:
        parent = sdg_code(code.parent) if code.parent else None
        assert (parent.level if parent else None) == above[code.level]
        assert code.parent == (code.code.rpartition(".")[0] or None)


def test_repeated_indicator_exists_and_repeats_nothing_itself() -> None:
    repeated = [sdg_code(code.repeats) for code in CODES if code.repeats]

    assert repeated
    assert all(first and first.level is SdgLevel.INDICATOR for first in repeated)
    assert not any(first.repeats for first in repeated if first)


def test_only_indicators_are_retired() -> None:
    retired = [code.level for code in CODES if code.status is SdgStatus.RETIRED]

    assert retired == [SdgLevel.INDICATOR] * 5


def test_codes_come_as_goals_then_targets_then_indicators_each_in_order() -> None:
    def place(code: str) -> tuple[int, list[tuple[int, int, str]]]:
        parts = code.split(".")
        numbered = [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts]
        return len(parts), numbered

    assert list(sdg_codes()) == sorted(sdg_codes(), key=place)


@pytest.mark.parametrize(("code", "number"), [("1", 1), ("16.10.2", 16), ("17.a", 17), ("9.99", 9)])
def test_goal_of_a_code_is_its_first_number(code: str, number: int) -> None:
    assert goal_of(code) == number


def test_goal_of_what_has_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        goal_of("peace")


def test_goals_are_1_to_17_with_distinct_colours_and_names_in_each_language() -> None:
    assert [each.number for each in goals()] == list(range(1, 18))
    assert len({each.colour for each in goals()}) == 17
    for each in goals():
        assert re.fullmatch("#[0-9A-F]{6}", each.colour)
        assert set(each.names) == {"en", "es", "fr", "ru", "ar", "zh", "ne"}
        assert all(name and name == name.strip() for name in each.names.values())


def test_goal_is_found_by_number() -> None:
    found = goal(16)

    assert found
    assert found.names["en"] == "Peace, justice and strong institutions"
    assert hash(found) == hash(goals()[15])
    assert goal(0) is goal(18) is None


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Climate action"),
        ("es", "Acción por el Clima"),
        ("es-PA", "Acción por el Clima"),
        ("NE", "मौसम कार्य"),
        ("pt-BR", "Climate action"),
        ("", "Climate action"),
    ],
)
def test_goal_name_falls_back_to_english(language: str, name: str) -> None:
    assert goal_name(13, language) == name


def test_goal_name_of_no_goal_is_refused() -> None:
    with pytest.raises(KeyError):
        goal_name(18, "en")


def test_each_goal_name_column_has_the_language_of_its_header() -> None:
    table = Path(sdg.__file__).with_name("sdg-goals.csv")
    header = table.read_text(encoding="utf-8").splitlines()[0].split(",")

    assert header == ["goal", "colour", *(f"short_{language}" for language in goals()[0].names)]
