import pytest

from builders import a_plan
from ogdplan.actions.naming import find, find_among, kind_of_name
from ogdplan.errors import AmbiguousNameError, UnknownNameError, UsageError
from ogdplan.model.kinds import KINDS, kind_named

PLAN = a_plan("""
[[institutions]]
id = "antai"
name.en = "Transparency Authority"
name.es = "Autoridad de Transparencia"
acronym = "ANT"
sector = "government"

[[institutions]]
id = "ant"
name = "Anthill"
sector = "civil-society"

[[institutions]]
id = "council"
name = "Open"
acronym = "NC"
sector = "academia"

[[institutions]]
id = "congress"
name = "Congress"
acronym = "nc"
sector = "parliament"

[[milestones]]
id = "open"
number = "1"
title = "Open"

[[milestones]]
id = "1"
title = "First"

[[challenges]]
id = "fear"
title = "Open"
category = "other"
""")


def among(name: str, *kinds: str) -> str:
    return find_among(PLAN, name, [kind_named(kind) for kind in kinds], plan_id="panama").id


@pytest.mark.parametrize(
    ("name", "record_id"),
    [
        ("TRANSPARENCY authority", "antai"),
        ("autoridad de transparencia", "antai"),
        ("ANT", "antai"),
        ("ant", "ant"),
        ("anthill", "ant"),
        ("anta", "antai"),
        ("cou", "council"),
    ],
)
def test_institution_is_called_by_id_then_acronym_or_name_then_beginning(
    name: str, record_id: str
) -> None:
    assert among(name, "institution") == record_id


def test_id_goes_before_the_number_of_another() -> None:
    assert among("1", "milestone") == "1"


def test_other_kinds_are_not_called_by_their_titles() -> None:
    with pytest.raises(UnknownNameError):
        among("Open", "milestone", "challenge")
    assert among("Open", "milestone", "institution") == "council"
    assert among("Open") == "council"


def test_acronym_of_two_is_ambiguous() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        among("Nc", "institution")

    assert caught.value.message == '"Nc" fits more than one institution: council, congress'


def test_beginning_of_two_is_ambiguous() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        among("co", "institution", "milestone")

    assert caught.value.message == (
        '"co" fits more than one institution or milestone: council, congress'
    )
    assert caught.value.hint == "name one of them in full"


def test_records_of_all_given_kinds_are_meant() -> None:
    assert among("fe", "milestone", "challenge") == "fear"
    with pytest.raises(UnknownNameError, match='no milestone or lesson called "fe" in panama'):
        among("fe", "milestone", "lesson")


@pytest.mark.parametrize(
    ("name", "kinds", "hint"),
    [
        ("faer", (), "did you mean fear?"),
        ("", (), "`ogdplan find WORDS` finds records by their words"),
        ("xyz", (), "`ogdplan find WORDS` finds records by their words"),
        ("xyz", ("next-step", "challenge"), "`ogdplan next-step list panama` lists them"),
    ],
)
def test_name_of_nothing_leads_on(name: str, kinds: tuple[str, ...], hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        among(name, *kinds)

    assert caught.value.hint == hint


def test_find_looks_among_one_kind_or_all() -> None:
    assert find(PLAN, "fear", plan_id="panama").id == "fear"
    assert find(PLAN, "o", plan_id="panama", kind=kind_named("milestone")).id == "open"


def test_name_of_two_records_is_no_name() -> None:
    plan = a_plan('milestones = [{ id = "a", title = "A" }, { id = "a", title = "B" }]')

    with pytest.raises(UsageError) as caught:
        find(plan, "a", plan_id="nepal")

    assert caught.value.message == "2 records have the id a"
    assert caught.value.hint == "give each another id: ogdplan edit nepal"


NAMES = [kind.name for kind in KINDS]


def test_kinds_are_called_by_name_plural_or_table() -> None:
    names = ["next-step", "next_steps", "Next Steps", "next steps", " next-steps ", "NEXT-STEP"]

    assert {kind_of_name(name, NAMES).name for name in names} == {"next-step"}


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("milestnoe", "did you mean milestone?"),
        ("", "choose one of: institution, instrument, commitment"),
    ],
)
def test_kind_that_is_none_is_refused(name: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        kind_of_name(name, NAMES)

    assert caught.value.message == f'no kind of record called "{name}"'
    assert str(caught.value.hint).startswith(hint)
