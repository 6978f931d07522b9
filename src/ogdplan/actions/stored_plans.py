"""The plan in a file as it is or was at one moment, or what keeps it from being read."""

from ogdplan.actions.archive import PlanFile
from ogdplan.actions.library import Failed, refusal
from ogdplan.model.plan import Plan
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.pieces import VersionReader
from ogdplan.planfile.reading import read
from ogdplan.workspace.folder import Unreadable


def plan_or_draft_in(file: PlanFile, reader: VersionReader) -> Plan | Failed:
    """Return the plan in a file, with errors its draft; else what is wrong with the file.

    `reader` knows other versions of the same file, so that this one takes less time.
    """
    if isinstance(file.content, Unreadable):
        return refusal(file.place, file.content)
    if plan := reader.plan(file.content):
        return plan
    reading = read(file.content)
    return Failed(file.place, findings_of(reading.problems, reading.text, file.place.shown))
