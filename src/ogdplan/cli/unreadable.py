"""Files that yield no plan are named, and make the answer no."""

from collections.abc import Sequence

import typer

from ogdplan.actions.library import Failed
from ogdplan.cli import streams


def finish(failed: Sequence[Failed], *, colour: bool) -> None:
    """Name each file that yields no plan on stderr; exit with 1 when there is one."""
    for each in failed:
        message = f"cannot read {each.place.shown}: {each.words}"
        streams.warn("error", message, each.hint, colour=colour)
    if failed:
        raise typer.Exit(1)
