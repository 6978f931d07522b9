"""Long work that someone may watch: each file is handed through as it is done."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")


class Watch(Protocol):
    """Hands items on unchanged and in order; may show how many of the total are done."""

    def __call__(self, items: Iterable[_Item], total: int) -> Iterable[_Item]:
        """Return the items, each when it is asked for."""


def unwatched(items: Iterable[_Item], total: int) -> Iterable[_Item]:  # noqa: ARG001 - as Watch
    """Hand the items on; nobody looks."""
    return items
