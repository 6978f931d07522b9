"""What someone wants of a site, and what came of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ogdplan.actions.library import Failed
from ogdplan.model.plan import Header
from ogdplan.report.site.outcome import Published
from ogdplan.workspace.folder import PlansFolder


@dataclass(frozen=True, slots=True)
class Order:
    """Which plans, into which folder, how; `shown` is how output names the folder."""

    folder: PlansFolder
    path: Path
    shown: str
    as_of: date
    language: str | None
    colour: bool
    is_trial: bool = False
    force: bool = False


class Built(NamedTuple):
    """What became of the files, the headers of the plans read, and the files that yield none.

    No plan is read where every file of the site is as it has to be.
    """

    published: Published
    headers: tuple[Header, ...] = ()
    failed: tuple[Failed, ...] = ()
