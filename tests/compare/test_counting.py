from builders_compare import a_move, changed
from ogdplan.compare.counting import count_by_kind
from ogdplan.compare.points import RANKS

PORTAL = '[[milestones]]\nid = "portal"\ntitle = "The portal"\n'


def test_every_kind_is_counted_zeros_too_in_the_order_of_what_matters() -> None:
    counts = count_by_kind(())

    assert list(counts) == [kind.name for kind in RANKS]
    assert set(counts.values()) == {0}


def test_what_is_told_twice_counts_once_and_two_things_twice() -> None:
    new = f'{PORTAL}due = "2018-07"\nevidence = ["a"]\n'
    changes = changed(f'{PORTAL}due = "2018-06"\n', new + a_move("m", "2018-06", "2018-07"))

    assert {name: number for name, number in count_by_kind(changes).items() if number} == {
        "deadline-moved": 1,
        "evidence-added": 1,
    }
    assert len(changes) == 2
