from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.kinds import FieldSpec, field_named
from ogdplan.model.record import Table
from ogdplan.report.values import human, machine, table_value
from ogdplan.report.words import Reader

PLAN = a_plan(
    """
    [[institutions]]
    id = "nic"
    name = "Commission"
    acronym = "NIC"
    sector = "government"
    roles = ["coordinator", "data-holder"]
    champion = true

    [[milestones]]
    id = "portal"
    title = { en = "Portal", ne = "पोर्टल" }
    due = "2018-Q2"
    started = 2018-01-02
    lead = "nic"
    supporting = ["nic", "gone"]
    weight = 0.5

    [[events]]
    id = "e"
    title = "E"
    kind = "workshop"
    start = 2018-01-01
    ratings = { "useful" = 90, "long" = 10 }
    """
)
READER = Reader(PLAN, "ne")
(NIC,) = PLAN.institutions
(PORTAL,) = PLAN.milestones
(EVENT,) = PLAN.events


def value_and_spec(record: Table, name: str) -> tuple[object, FieldSpec]:
    spec = field_named(type(record), name)
    assert spec is not None
    return getattr(record, spec.attribute), spec


@pytest.mark.parametrize(
    ("record", "name", "value", "words"),
    [
        (NIC, "sector", "government", "Government"),
        (NIC, "roles", ["coordinator", "data-holder"], "Coordinator, Data holder"),
        (NIC, "champion", True, "yes"),
        (NIC, "communities", [], ""),
        (NIC, "url", None, ""),
        (PORTAL, "title", "पोर्टल", "पोर्टल"),
        (PORTAL, "due", "2018-Q2", "2018-Q2"),
        (PORTAL, "started", "2018-01-02", "2018-01-02"),
        (PORTAL, "lead", "nic", "NIC"),
        (PORTAL, "supporting", ["nic", "gone"], "NIC, gone"),
        (PORTAL, "weight", 0.5, "0.5"),
        (EVENT, "ratings", {"useful": 90, "long": 10}, "useful 90 %, long 10 %"),
    ],
)
def test_value_is_as_in_the_file_for_programs_and_in_words_for_people(
    record: Table, name: str, value: object, words: str
) -> None:
    found, spec = value_and_spec(record, name)

    assert machine(found, READER) == value
    assert human(found, spec, READER) == words


def test_table_has_all_its_fields_in_the_order_of_the_file_and_none_for_what_is_absent() -> None:
    found = table_value(PORTAL, READER)

    assert list(found)[:4] == ["id", "number", "title", "commitment"]
    assert list(found)[-2:] == ["sources", "note"]
    assert (found["number"], found["depends_on"], found["weight"]) == (None, [], 0.5)
    assert found["started"] == date(2018, 1, 2).isoformat()
