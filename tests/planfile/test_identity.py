"""Who is called what in a file, and which two are called the same."""

import tomllib

from ogdplan.planfile import identity
from ogdplan.planfile.shape import Faulty


def milestone(record_id: str) -> str:
    return f'[[milestones]]\nid = "{record_id}"\n'


def step(record_id: str) -> str:
    return f'[[next_steps]]\nid = "{record_id}"\n'


def office(record_id: str) -> str:
    return f'[[institutions]]\nid = "{record_id}"\n'


def check(text: str) -> identity.Identities:
    """Return who is who in a text, whatever else is wrong with it."""
    return identity.check(tomllib.loads(text), text)


def messages(text: str) -> list[str]:
    return [problem.message for problem in check(text).problems]


def test_each_record_is_known_by_its_id_with_its_kind() -> None:
    found = identity.check(
        {"institutions": [{"id": "office"}], "next_steps": [{"id": "go-on"}]}, text=""
    )

    assert found.kinds == {"office": "institution", "go-on": "next-step"}
    assert found.problems == ()
    assert found.faulty == frozenset()


def test_what_is_no_record_has_no_id() -> None:
    data = {
        "institutions": "office",
        "milestones": [3, {"id": 4}, {"title": "x"}, ["id"], {"id": "portal"}],
        "updates": {"id": "news"},
        "accepted": [{"id": "portal"}],
        "unknown": [{"id": "portal"}],
    }

    assert identity.check(data, text="").kinds == {"portal": "milestone"}


def test_id_that_cannot_be_one_is_not_double_besides() -> None:
    found = identity.check({"milestones": [{"id": "A"}, {"id": "A"}, {"id": ""}]}, text="")

    assert (found.kinds, found.problems) == ({}, ())


def test_every_record_but_the_first_is_a_double() -> None:
    text = milestone("a") + milestone("b") + milestone("a") + milestone("a")

    assert messages(text) == [
        'the milestone in line 1 has the id "a" already',
        'the milestone in line 1 has the id "a" already',
    ]
    assert check(text).faulty == {Faulty("milestones", 2, "id"), Faulty("milestones", 3, "id")}


def test_later_one_in_the_file_is_the_double_whatever_its_kind() -> None:
    assert messages(office("x") + step("x")) == ['the institution in line 1 has the id "x" already']
    assert messages(step("x") + office("x")) == ['the next step in line 1 has the id "x" already']


def test_order_counts_among_tables_that_alternate() -> None:
    text = milestone("a") + step("x") + milestone("x")

    assert messages(text) == ['the next step in line 3 has the id "x" already']
    assert check(text).faulty == {Faulty("milestones", 1, "id")}


def test_records_in_inline_tables_have_their_lines_too() -> None:
    text = 'next_steps = [\n{id = "x"},\n{id = "y"},\n{id = "x"}]\n' + milestone("y")

    assert sorted(messages(text)) == [
        'the next step in line 2 has the id "x" already',
        'the next step in line 3 has the id "y" already',
    ]


def test_kind_of_a_double_id_is_that_of_the_first() -> None:
    assert check(step("x") + milestone("x")).kinds == {"x": "next-step"}


def test_ids_are_relied_on_only_while_all_of_them_are_known() -> None:
    reliable = [
        Faulty("plan", None, "title"),
        Faulty("milestones", 0, "title"),
        Faulty("milestones", 0),
        Faulty("format"),
        Faulty("plan"),
    ]
    unreliable = [Faulty("milestones", 0, "id"), Faulty("milestones"), Faulty("")]

    assert identity.is_reliable(frozenset(reliable))
    assert not any(identity.is_reliable(frozenset([fault])) for fault in unreliable)
