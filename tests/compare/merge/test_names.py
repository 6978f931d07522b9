from builders_merge import a_reading
from ogdplan.compare.merge.names import Naming, naming

ONE = '[[milestones]]\nid = "{}"\ntitle = "{}"\n'


def m(own_id: str, title: str = "A", more: str = "") -> str:
    return ONE.format(own_id, title) + more


def named(base: str, ours: str, theirs: str) -> Naming:
    return naming(*(a_reading(each) for each in (base, ours, theirs)))


def test_ids_stay_where_nobody_renamed() -> None:
    assert named(m("a"), m("a", "B"), m("a") + m("c", "C")) == ({}, {}, {})


def test_records_that_ours_renamed_go_by_the_new_id() -> None:
    assert named(m("a"), m("b"), m("a")) == ({"a": "b"}, {"a": "b"}, {})


def test_records_that_theirs_renamed_go_by_the_old_id() -> None:
    assert named(m("a"), m("a"), m("b")) == ({}, {"b": "a"}, {})


def test_records_that_both_renamed_go_by_the_id_of_ours() -> None:
    assert named(m("a"), m("b"), m("c")) == ({"a": "b"}, {"c": "b"}, {})
    assert named(m("a"), m("b"), m("b")) == ({"a": "b"}, {"b": "b"}, {})


def test_records_with_mistakes_are_renamed_too() -> None:
    wrong = "progress = 200\n"

    assert named(m("a", more=wrong), m("b", more=wrong), m("a", more=wrong)).base == {"a": "b"}


def test_record_that_gets_an_id_or_loses_it_is_not_renamed() -> None:
    nameless = m("a").replace('id = "a"\n', "")

    assert named(nameless, m("a") + nameless, m("a")) == ({}, {}, {})
    assert named(m("a"), nameless, m("a")) == ({}, {}, {})


def test_file_without_a_plan_to_compare_has_no_renames() -> None:
    empty = a_reading("")._replace(plan=None, draft=None, data={})

    assert naming(empty, a_reading(m("a")), a_reading(m("b"))) == ({}, {}, {})


def test_same_new_record_on_both_sides_is_one() -> None:
    assert named("", m("a"), m("a")).clashing == {}


def test_new_records_with_one_id_clash_when_they_differ() -> None:
    assert named("", m("a"), m("a", "B")) == ({}, {"a": "a-theirs"}, {"a": "a-theirs"})


def test_new_records_of_two_kinds_clash() -> None:
    event = '[[events]]\nid = "a"\ntitle = "A"\n'

    assert named("", m("a"), event).clashing == {"a": "a-theirs"}


def test_new_record_of_theirs_clashes_with_one_that_ours_renamed() -> None:
    assert named(m("a"), m("b"), m("a") + m("b", "B")).clashing == {"b": "b-theirs"}


def test_record_that_theirs_renamed_is_not_new() -> None:
    assert named(m("a"), m("a") + m("b", "B"), m("b")).clashing == {}


def test_what_refers_to_a_record_that_clashes_clashes_too() -> None:
    referring = m("c", "C", 'depends_on = ["a"]\n')

    found = named("", m("a") + referring, m("a", "B") + referring)

    assert found.clashing == {"a": "a-theirs", "c": "c-theirs"}


def test_what_refers_to_a_renamed_record_alike_is_the_same() -> None:
    referring = m("c", "C", 'depends_on = ["{}"]\n')

    found = named(m("a"), m("b") + referring.format("b"), m("a") + referring.format("a"))

    assert found.clashing == {}


def test_other_id_is_one_that_nothing_has() -> None:
    taken = m("a-theirs", "T") + m("a-theirs-2", "T")

    assert named("", m("a") + taken, m("a", "B")).clashing == {"a": "a-theirs-3"}
    assert named("", m("a"), m("a", "B") + taken).clashing == {"a": "a-theirs-3"}
    assert named(taken, m("a"), m("a", "B")).clashing == {"a": "a-theirs-3"}


def test_two_records_that_clash_get_two_ids() -> None:
    long, other = "a" * 63, "a" * 64

    found = named("", m(long) + m(other), m(long, "B") + m(other, "B"))

    assert sorted(found.clashing.values()) == ["a" * 55 + "-theirs-2", "a" * 57 + "-theirs"]


def test_other_id_is_no_longer_than_ids_may_be_and_has_no_two_dashes() -> None:
    own_id = "a" * 56 + "-b"

    assert named("", m(own_id), m(own_id, "B")).clashing == {own_id: "a" * 56 + "-theirs"}
