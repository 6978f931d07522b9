"""What changed in the file of a plan since a commit.

The changes are told in the words of `diff`, which are English.
"""

from collections.abc import Mapping
from dataclasses import replace

from ogdplan.actions.moments import Edge, Moment, Moments
from ogdplan.actions.reporting import Changed
from ogdplan.compare.changes import Change, FieldChange, with_words
from ogdplan.compare.sides import shortened
from ogdplan.model.kinds import NOT_PUBLIC
from ogdplan.report.change_lines import change_line, change_words
from ogdplan.report.changed import change_value
from ogdplan.report.meeting import parts
from ogdplan.report.meeting.table import Entry, Field, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.moments import moment_value
from ogdplan.report.page import Block, Lines
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue, mark

_BOUNDED = {
    Edge.BEFORE: mark("{commit} ({day}, “{subject}”; the last commit before {bound})"),
    Edge.UNTIL: mark("{commit} ({day}, “{subject}”; the last commit until {bound})"),
}


def blocks(changed: Changed, teller: Teller) -> tuple[Block, ...]:
    """Return what is compared, and a line for each record that changed."""
    tongue, origin = teller.tongue, changed.origin
    before = (parts.line(_moments(origin, tongue), Style.MUTED),) if origin else ()
    lines = tuple(change_line(each) for each in with_words(_told(changed, teller)))
    none = parts.nothing(tongue.say("Nothing changed in the plan file."))
    return (*before, Lines(lines, indent=2) if lines else none)


def _moments(origin: Moments, tongue: Tongue) -> str:
    old = _moment(origin.old, tongue)
    if origin.new.is_working_tree:
        return tongue.say("Compared: from {old} to the working tree", old=old)
    return tongue.say("Compared: from {old} to {new}", old=old, new=_moment(origin.new, tongue))


def _moment(moment: Moment, tongue: Tongue) -> str:
    """Return a state: the name of a commit, its day and subject, and why it was taken."""
    commit, bound = moment.commit, moment.bound
    if commit is None:
        return moment.name
    return tongue.say(
        _BOUNDED[bound.edge] if bound else "{commit} ({day}, “{subject}”)",
        commit=moment.name,
        day=tongue.day(commit.day),
        subject=shortened(commit.subject),
        bound=tongue.day(bound.day) if bound else "",
    )


def table(changed: Changed, teller: Teller) -> Table:
    """Return a row for each record that changed."""
    fields = (Field("kind"), Field("id"), Field("change"), Field("summary"))
    rows = (
        (Entry(each.kind), Entry(each.id), Entry(each.what.value), Entry(change_words(each)))
        for each in _told(changed, teller)
    )
    return Table(fields, tuple(rows))


def value(changed: Changed, teller: Teller) -> Mapping[str, object]:
    """Return the two states that are compared, and the changes, as JSON."""
    origin = changed.origin
    return {
        "from": moment_value(origin.old) if origin else None,
        "to": moment_value(origin.new) if origin else None,
        "changes": [change_value(each) for each in _told(changed, teller)],
    }


def _told(changed: Changed, teller: Teller) -> tuple[Change, ...]:
    """Return the changes; to the public without what is not for publication."""
    if not teller.public:
        return changed.changes
    kept = (
        replace(
            each,
            fields=tuple(filter(_is_public, each.fields)),
            points=tuple(point for point in each.points if _field_of(point) not in NOT_PUBLIC),
        )
        for each in changed.changes
        # Why a finding is accepted is said to those who keep the plan.
        if each.kind != "accepted"
    )
    return tuple(each for each in kept if each.points)


def _is_public(change: FieldChange) -> bool:
    return change.field not in NOT_PUBLIC


def _field_of(point: object) -> str | None:
    found = getattr(point, "field", None)
    return found if isinstance(found, str) else None
