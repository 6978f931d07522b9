"""What no finding can say of plans compared with an earlier commit, for want of a line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    # Only to name the type: it brings git with it, which a plain check does without.
    from ogdplan.actions.since import SurveySince


class Unsaid(NamedTuple):
    """A message, and what to do."""

    message: str
    hint: str


def unsaid_of(found: "SurveySince") -> tuple[Unsaid, ...]:
    """Return what is to be said beside the findings, for people."""
    return tuple(_unsaid(found))


def _unsaid(found: "SurveySince") -> Iterator[Unsaid]:
    revision = found.past.name
    if found.has_gone_on:
        message = f"{revision} has gone on since HEAD left it: what was done there may seem undone"
        yield Unsaid(message, f"compare with where the two parted: --since {revision}...")
    for failed in found.incomparable:
        message = f"{failed.place.shown} was broken at {revision}: {failed.words}"
        yield Unsaid(message, "it is checked as it is; what changed in it since is left out")
    for path in found.submodules:
        message = f"{path} is a submodule, and another commit of it at {revision}"
        yield Unsaid(message, "its plans are checked as they are; what changed in them is left out")
