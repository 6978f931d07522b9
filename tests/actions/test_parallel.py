import os
from collections.abc import Iterator

import pytest

from actions.working import failing, squared_here
from ogdplan.actions import parallel


def processors(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Make the system say that there are so many."""
    monkeypatch.setattr(os, "cpu_count", lambda: number)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(number)), raising=False)


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    processors(monkeypatch, 2)


def results(found: Iterator[tuple[int, int]]) -> tuple[list[int], set[int]]:
    pairs = list(found)
    return [number for number, _ in pairs], {process for _, process in pairs}


def test_little_work_is_done_here() -> None:
    numbers, processes = results(parallel.each(squared_here, range(5), size=10))

    assert (numbers, processes) == ([0, 1, 4, 9, 16], {os.getpid()})


def test_much_work_is_done_elsewhere_too_and_in_order(two_processors: None) -> None:
    work = parallel.each(squared_here, range(50), size=parallel.WORTH_IT)

    numbers, found = results(work)

    assert numbers == [number * number for number in range(50)]
    assert len(found) > 1


def test_one_item_is_done_here_however_large(two_processors: None) -> None:
    _, processes = results(parallel.each(squared_here, [2], size=parallel.WORTH_IT))

    assert processes == {os.getpid()}


def test_one_processor_does_it_here(monkeypatch: pytest.MonkeyPatch) -> None:
    processors(monkeypatch, 1)

    _, found = results(parallel.each(squared_here, range(3), size=parallel.WORTH_IT))

    assert found == {os.getpid()}


def test_nothing_to_do_gives_nothing() -> None:
    assert list(parallel.each(squared_here, [], size=parallel.WORTH_IT)) == []


@pytest.mark.parametrize("size", [0, parallel.WORTH_IT])
def test_failure_reaches_the_caller(two_processors: None, size: int) -> None:
    with pytest.raises(ValueError, match="three"):
        list(parallel.each(failing, range(5), size=size))
