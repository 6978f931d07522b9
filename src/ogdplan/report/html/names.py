"""Names that stand for one thing only in a whole file."""

import re
from collections.abc import Sequence

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_-]+")


class Names:
    """The names that were given so far."""

    def __init__(self) -> None:
        """Begin with those that the template gives itself."""
        self._given = {"top", "contents", "content"}

    def chapters(self, wanted: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of all chapters: asked for first, they are the same for each who asks."""
        return tuple(map(self.anchor, wanted))

    def anchor(self, *parts: str) -> str:
        """Return an id of these parts, with a number behind it where it was given before."""
        wanted = "-".join(_NOT_IN_NAMES.sub("-", part) for part in parts if part).strip("-")
        return self._fresh(wanted or "part", "{}-{}")

    def title(self, wanted: str) -> str:
        """Return a title, with a number behind it where it was given before."""
        return self._fresh(wanted, "{} ({})")

    def _fresh(self, wanted: str, form: str) -> str:
        found, number = wanted, 1
        while found in self._given:
            number += 1
            found = form.format(wanted, number)
        self._given.add(found)
        return found
