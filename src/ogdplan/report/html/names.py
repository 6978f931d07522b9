"""Names that stand for one thing only in a whole file."""

import re

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_-]+")


class Names:
    """The names that were given so far."""

    def __init__(self) -> None:
        """Begin with none given."""
        self._given: set[str] = set()

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
