"""The language of the program's own words that `--lang` asks for."""

from ogdplan.cli import streams
from ogdplan.cli.options import Session
from ogdplan.report.tongue import Tongue, tongue


def spoken_tongue(session: Session) -> Tongue:
    """Return the language of labels and sentences; says so when English stands in for it."""
    found = tongue(session.language)
    if not found.has_catalogue:
        what = f'labels are not translated into the language "{found.tag}"'
        streams.note(f"{what}; they are in English", colour=session.colour)
    return found
