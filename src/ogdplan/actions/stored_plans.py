"""The plan in a file as it is or was at one moment, or what keeps it from being read."""

from ogdplan.actions.archive import PlanFile
from ogdplan.actions.library import Failed, refusal
from ogdplan.compare.sides import Side
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.pieces import VersionReader
from ogdplan.planfile.unread import unread_values
from ogdplan.workspace.folder import Unreadable


def side_in(file: PlanFile, reader: VersionReader) -> Side | Failed:
    """Return the plan in a file to compare, with errors its draft; else what is wrong with it.

    `reader` knows other versions of the same file, so that this one takes less time.
    """
    if isinstance(file.content, Unreadable):
        return refusal(file.place, file.content)
    reading = reader.read(file.content)
    if plan := reading.plan or reading.draft:
        return Side(plan, unread_values(reading))
    return Failed(file.place, findings_of(reading.problems, reading.text, file.place.shown))
