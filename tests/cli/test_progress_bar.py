import io
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr

import pytest

from ogdplan.cli.progress_bar import no_bar, with_bar

WORDS = "Reading plans"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


def shown(seconds: Iterable[float], stream: io.StringIO, items: Iterable[int] = range(3)) -> str:
    """Return what is shown while items are done at these seconds, the first when work begins."""
    clock = iter(seconds)
    with redirect_stderr(stream):
        bar = with_bar(items, WORDS, total=3, colour=False, clock=lambda: next(clock))
        assert list(bar) == list(range(3))
    return stream.getvalue()


def test_work_of_less_than_a_second_shows_nothing() -> None:
    assert shown([0, 0.3, 0.6, 0.9], Terminal()) == ""


def test_work_of_a_second_shows_how_far_it_is_and_then_goes() -> None:
    found = shown([0, 0.5, 1.0, 1.5], Terminal())

    assert WORDS in found
    assert found.index("2/3") < found.index("3/3")
    assert "1/3" not in found
    assert found.endswith("\x1b[2K")


def test_bar_is_not_drawn_for_each_of_many_quick_items() -> None:
    found = shown([0, 1.0, 1.05, 1.1], Terminal())

    assert ("1/3" in found, "2/3" in found, "3/3" in found) == (True, False, True)


def test_bar_is_away_while_something_is_asked() -> None:
    def asking() -> Iterator[int]:
        yield from (0, 1)
        with no_bar():
            terminal.write("Really?\n")
        yield 2

    terminal = Terminal()
    before, _, after = shown([0, 1, 2, 3], terminal, asking()).partition("Really?\n")

    assert before.endswith("\x1b[2K")
    assert "3/3" in after
    with no_bar():
        pass


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert shown([0, 5], io.StringIO()) == ""


def test_nothing_is_shown_on_a_terminal_that_cannot_move_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "dumb")

    assert shown([0, 5], Terminal()) == ""


def test_stream_that_is_closed_is_no_matter() -> None:
    with redirect_stderr(None):
        assert list(with_bar(range(3), WORDS, total=3, colour=False)) == [0, 1, 2]


def test_bar_goes_when_the_work_fails() -> None:
    def failing() -> Iterator[int]:
        yield from (0, 1)
        raise ValueError

    terminal = Terminal()
    with pytest.raises(ValueError, match=r"^$"):
        shown([0, 5, 6], terminal, failing())

    assert terminal.getvalue().endswith("\x1b[2K")
