"""What stands in the tables of a report: each value with the words that people read."""

from collections.abc import Sequence
from datetime import date

from ogdplan.model.record import Record
from ogdplan.model.terms import Term
from ogdplan.model.text import Text
from ogdplan.model.vocabularies import ChallengeStatus, NextStepStatus, Status
from ogdplan.model.when import When
from ogdplan.progress.health import Health
from ogdplan.progress.waiting import MOST_LISTED
from ogdplan.report.marks import CHALLENGE, HEALTH, NEXT_STEP, STATUS
from ogdplan.report.meeting.parts import shortened_part
from ogdplan.report.meeting.table import Entry
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import EMPTY, Cell, Gauge, quoting
from ogdplan.report.segments import Style, parted
from ogdplan.report.tongue import Tongue

DASH = Cell("–", Style.MUTED)
"""What stands for a figure that there is none of."""


def plain(value: str | int | None) -> Entry:
    """Return a value that people read as it is."""
    return Entry(value, EMPTY if value is None else Cell(str(value)))


def identifier(record_id: str) -> Entry:
    """Return an id, which people need less than the rest."""
    return Entry(record_id, Cell(record_id, Style.MUTED))


def title(teller: Teller, record: Record) -> Entry:
    """Return what a record is called."""
    return Entry(teller.title(record), teller.title_cell(record))


def text(teller: Teller, words: Text | None) -> Entry:
    """Return a text of the plan."""
    return Entry(teller.text(words) if words else None, teller.cell(words))


def titles(teller: Teller, records: Sequence[Record], *, longest: int | None = None) -> Entry:
    """Return records: all ids for programs; for people what the first are called, all counted.

    Titles of more than the `longest` characters are shortened; with None none is.
    """
    first = records[:MOST_LISTED]
    quoted = [teller.quoted(each) for each in first]
    if longest is not None:
        quoted = [shortened_part(each, longest) for each in quoted]
    names = [each.text for each in quoted]
    if more := len(records) - len(first):
        names.append(teller.tongue.count("{n} more", "{n} more", more))
    cell = quoting(parted(teller.tongue.listed(names), quoted)) if names else EMPTY
    return Entry([each.id for each in records], cell)


def institution(teller: Teller, institution_id: str | None) -> Entry:
    """Return who is in charge: the id for programs, the short name for people."""
    return Entry(institution_id, Cell(teller.institution(institution_id)))


def when(tongue: Tongue, value: When | None, style: Style = Style.PLAIN) -> Entry:
    """Return a day or period."""
    return Entry(value.text if value else None, Cell(tongue.when(value), style))


def late(tongue: Tongue, value: When, days_left: int) -> Entry:
    """Return a day or period that has passed with the sign of what is late, and how long ago."""
    mark, style = HEALTH[Health.OVERDUE]
    words = tongue.say("{day}: {days}", day=tongue.when(value), days=tongue.days(days_left))
    return Entry(value.text, Cell(words, style, mark))


def day(tongue: Tongue, value: date | None) -> Entry:
    """Return a day; a dash where there is none."""
    return Entry(value.isoformat(), Cell(tongue.day(value))) if value else Entry(None, DASH)


def term(tongue: Tongue, value: Term | None) -> Entry:
    """Return a value of a vocabulary."""
    return Entry(value.value, Cell(tongue.term(value))) if value else Entry(None)


def number(tongue: Tongue, value: float | None) -> Entry:
    """Return a number; a dash where there is none."""
    return Entry(None, DASH) if value is None else Entry(value, Cell(tongue.number(value)))


def percent(tongue: Tongue, value: int | None) -> Entry:
    """Return a percentage; a dash where there is none."""
    return Entry(value, DASH if value is None else Cell(tongue.percent(value)))


def signed_days(tongue: Tongue, value: int | None) -> Entry:
    """Return by how many days something moved, with its sign; nothing for no move."""
    if not value:
        return Entry(value)
    # The plural is that of the number without its sign.
    words = tongue.count("{signed} day", "{signed} days", abs(value), signed=tongue.signed(value))
    return Entry(value, Cell(words))


def alarming(tongue: Tongue, value: int, health: Health, *, of: int) -> Entry:
    """Return how many `of` the milestones have this health: it draws attention when any has.

    Where there are no milestones people read a dash: "0" would say that nothing is late.
    """
    if not of:
        return Entry(value, DASH)
    if not value:
        return Entry(value, Cell("0", Style.MUTED))
    mark, style = HEALTH[health]
    return Entry(value, Cell(tongue.number(value), style, mark))


def health(tongue: Tongue, value: Health, *, plan_over: bool) -> Entry:
    """Return the health of a milestone, with its mark."""
    mark, style = HEALTH[value]
    return Entry(value.value, Cell(tongue.health(value, plan_over=plan_over), style, mark))


def status(tongue: Tongue, value: Status | ChallengeStatus | NextStepStatus) -> Entry:
    """Return a status, with its mark."""
    match value:
        case Status():
            mark, style = STATUS[value]
        case ChallengeStatus():
            mark, style = CHALLENGE[value]
        case NextStepStatus():
            mark, style = NEXT_STEP[value]
    return Entry(value.value, Cell(tongue.term(value), style, mark))


def done_of(tongue: Tongue, done: int, active: int, gauge: Gauge | None = None) -> Entry:
    """Return how many of the active milestones are completed, with a bar if there is one."""
    if not active:
        return Entry(done, DASH)
    words = tongue.say("{part} of {whole}", part=tongue.number(done), whole=tongue.number(active))
    return Entry(done, Cell(words, gauge=gauge))


def completion(tongue: Tongue, done: int | None, elapsed: int | None = None) -> Entry:
    """Return how many percent are completed, with a bar, and a line for the time that passed."""
    return Entry(done, Cell(tongue.percent(done), gauge=Gauge(done, elapsed)))


def last_report(tongue: Tongue, value: date | None, *, stale: bool) -> Entry:
    """Return the day of the last report, marked where that is too long ago."""
    mark, style = HEALTH[Health.DUE_SOON] if stale else ("", Style.PLAIN)
    words = tongue.day(value) if value else tongue.say("never")
    return Entry(value.isoformat() if value else None, Cell(words, style, mark))


def yes_no(tongue: Tongue, value: bool | None) -> Entry:
    """Return whether something is so; nothing where it is not known."""
    if value is None:
        return Entry(None)
    return Entry(value, Cell(tongue.say("yes") if value else tongue.say("no")))
