import pytest

from ogdplan.actions.edits.ids import chosen, id_for, id_from, numbered, unique
from ogdplan.errors import UsageError
from ogdplan.model.kinds import kind_named
from ogdplan.model.values import is_id
from ogdplan.planfile.operations import Value
from workspace.workbooks import quick


@pytest.mark.parametrize(
    ("title", "record_id"),
    [
        ("Open the portal", "open-the-portal"),
        ("Lançar o portal à população", "lancar-o-portal-a-populacao"),
        ("तथ्याङ्क ऐन", "tthyaangk-ain"),
        ("开放数据", "kai-fang-shu-ju"),
        ("2018 — plan (draft)", "2018-plan-draft"),
        ("!!!", "milestone"),
    ],
)
def test_id_is_like_the_title_in_any_script(title: str, record_id: str) -> None:
    assert id_from(title, set(), otherwise="milestone") == record_id


@pytest.mark.parametrize(
    ("title", "record_id"),
    [
        ("a" * 40, "a" * 40),
        ("a" * 70, "a" * 40),
        (f"{'a' * 20} {'b' * 19}", f"{'a' * 20}-{'b' * 19}"),
        (f"{'a' * 20} {'b' * 20}", "a" * 20),
        (
            "Establish the interministerial coordination committee on data",
            "establish-the-interministerial",
        ),
    ],
)
def test_id_is_cut_at_a_word_to_forty_characters(title: str, record_id: str) -> None:
    assert id_from(title, set(), otherwise="milestone") == record_id


def test_id_that_is_taken_gets_the_first_free_number() -> None:
    taken = {"portal", "portal-2", "portal-4"}

    assert id_from("Portal", taken, otherwise="milestone") == "portal-3"
    assert id_from("!", {"lesson"}, otherwise="lesson") == "lesson-2"
    assert unique("law", taken) == "law"


def test_thousands_of_ids_that_begin_alike_take_no_time() -> None:
    taken: set[str] = set()

    with quick():
        for number in range(1, 8_001):
            record_id = unique("open-data", taken)
            assert record_id == (f"open-data-{number}" if number > 1 else "open-data")
            taken.add(record_id)


def test_number_of_five_digits_keeps_an_id_short_enough() -> None:
    name = "a" * 64
    taken = {name, *(f"{'a' * 59}-{number}" for number in range(2, 10_000))}

    assert unique(name, taken) == f"{'a' * 58}-10000"


def test_number_behind_an_id_keeps_it_short_enough() -> None:
    longest = "a" * 58 + "-" + "b" * 5

    assert numbered(longest, 1, set()) == "a" * 58 + "-1"
    assert is_id(unique("a" * 64, {"a" * 64}))


@pytest.mark.parametrize(
    ("kind", "fields", "record_id"),
    [
        ("institution", {"name": {"es": "Autoridad", "en": "Authority"}}, "authority"),
        ("milestone", {"title": {"es": "Ley", "pt": "Lei"}}, "ley"),
        ("update", {"about": "portal", "on": "2018-Q2"}, "portal-2018-q2"),
        ("lesson", {"title": "Ask first"}, "ask-first"),
        ("update", {"on": "2018"}, "plan-2018"),
        ("measurement", {"indicator": "share", "on": "2018", "value": 4}, "share-2018"),
        (
            "assessment",
            {"about": "portal", "framework": "irm", "on": "2018", "criterion": "x"},
            "portal-irm-2018",
        ),
        ("assessment", {"framework": "odb", "criterion": "x"}, "plan-odb"),
    ],
)
def test_kinds_without_a_title_are_called_by_what_they_are_about_and_when(
    kind: str, fields: dict[str, Value], record_id: str
) -> None:
    assert id_for(kind_named(kind), fields, set()) == record_id
    assert id_for(kind_named(kind), fields, {record_id}) == f"{record_id}-2"


def test_report_about_something_with_a_long_name_has_a_name_that_is_short_enough() -> None:
    fields: dict[str, Value] = {"about": "a" * 64, "on": "2018"}
    first = id_for(kind_named("update"), fields, set())

    assert is_id(first)
    assert is_id(id_for(kind_named("update"), fields, {first}))


@pytest.mark.parametrize("name", ["Portal", "a--b", "", "a" * 65, "é"])
def test_id_that_is_chosen_has_to_be_one(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(name, set())

    assert caught.value.message == f'"{name}" cannot be an id'
    assert caught.value.hint == (
        "write small letters, digits and single hyphens, at most 64 characters"
    )


def test_id_that_is_chosen_has_to_be_free() -> None:
    assert chosen("portal", {"law"}) == "portal"
    with pytest.raises(UsageError, match='there is a record called "law" already'):
        chosen("law", {"law"})
