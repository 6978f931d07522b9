"""Lists as a plan file has them, mistakes included."""

from collections.abc import Iterable

from ogdplan.planfile.operations import Value


def elements(raw: Value | None) -> list[Value]:
    """Return the elements of a list; a single value that stands where a list belongs is one."""
    if raw is None:
        return []
    return list(raw) if isinstance(raw, (list, tuple)) else [raw]


def once(values: Iterable[Value]) -> list[Value]:
    """Return the values in their order, each once; some of a broken list cannot be hashed."""
    found: list[Value] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found
