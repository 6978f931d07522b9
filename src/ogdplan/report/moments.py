"""The two states of a comparison, in words and as data."""

from ogdplan.actions.differences import Comparison
from ogdplan.actions.moments import Moment
from ogdplan.compare.sides import quoted
from ogdplan.model.when import on_day


def compared(comparison: Comparison) -> str:
    """Return what is compared: `from HEAD (5 March 2018, "Begin") to the working tree`."""
    return f"from {_words(comparison.old)} to {_words(comparison.new)}".rstrip(",")


def place_of(moment: Moment) -> str:
    """Return where something is at a moment: `at HEAD~3`, `in the working tree`."""
    if moment.commit:
        return f"at {moment.name}"
    return f"in the {moment.name}" if moment.is_working_tree else f"in {moment.name}"


def moment_value(moment: Moment) -> dict[str, object]:
    """Return a moment as JSON: a commit and its day, both None for files on the disk."""
    commit = moment.commit
    return {
        "revision": moment.name,
        "commit": commit.id if commit else None,
        "date": commit.day.isoformat() if commit else None,
    }


def _words(moment: Moment) -> str:
    if moment.commit is None:
        return f"the {moment.name}" if moment.is_working_tree else moment.name
    day = on_day(moment.commit.day).words
    words = f"{moment.name} ({day}, {quoted(moment.commit.subject)})"
    return f"{words}, {moment.role}," if moment.role else words
