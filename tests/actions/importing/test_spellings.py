"""Names that are spelled much alike."""

from difflib import SequenceMatcher
from time import process_time

from hypothesis import strategies as st

from laws import holds, runs
from ogdplan.actions.importing.cells.faults import Spot
from ogdplan.actions.importing.records.institutions import Decisions, Institutions
from ogdplan.actions.importing.records.spellings import Spellings

ALIKE = ("ministry of health", "ministry of wealth", "ministero della sanita", "a" * 20)
names = st.builds(
    lambda name, at, put, cut: name[:at] + put + name[at + cut :],
    st.sampled_from(ALIKE),
    st.integers(0, 20),
    st.sampled_from(["", "a", "h", "ж", "pq", "aaa"]),
    st.integers(0, 3),
)


@runs(few=100, many=10000)
def test_name_most_alike_is_the_one_with_the_highest_ratio(runs: int) -> None:
    holds(most_alike, st.lists(names, min_size=2, max_size=12), runs)


def most_alike(drawn: list[str]) -> None:
    name, *others = (" ".join(each.split()) for each in drawn)
    known = Spellings()
    for other in others:
        known.add(other)
    ratios = [
        SequenceMatcher(a=other, b=name, autojunk=False).ratio()
        for other in others
        if min(len(name), len(other)) > 8
    ]

    found = known.most_like(name)

    best = max((each for each in ratios if each >= 0.88), default=None)
    assert (found and found[1]) == best


def test_names_with_other_digits_are_never_alike() -> None:
    known = Spellings()
    known.add("District Office 12")

    assert known.most_like("District Office 13") is None
    assert known.most_like("Distrikt Office 12") == ("District Office 12", 34 / 36)


def test_thousands_of_names_of_one_pattern_are_soon_told_apart() -> None:
    known = Institutions(Decisions({}))
    taken: set[str] = set()
    start = process_time()

    for number in range(2000):
        known.called(f"Office of Water and Land of District {number}", Spot("Sheet", number), taken)

    assert len(known.new) == 2000
    assert process_time() - start < 10
