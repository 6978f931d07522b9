"""The dates of plans as a calendar (RFC 5545): deadlines, next steps, releases, meetings.

Each is an event of whole days, on the last day that counts: tasks (VTODO) are passed over by
Google's calendar and by Outlook when they read a file, and only Thunderbird shows them. Nothing
here asks a clock. DTSTAMP, LAST-MODIFIED and SEQUENCE come from the day that is looked at, so
that a later file replaces the entries of an earlier one, and the same plan gives the same bytes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from ogdplan.actions.exporting import Export, Exported
from ogdplan.model import knowledge
from ogdplan.model.record import Record
from ogdplan.model.terms import Term
from ogdplan.model.values import is_url
from ogdplan.model.when import When
from ogdplan.progress.agenda import AgendaItem, agenda_of
from ogdplan.report.safety import visible
from ogdplan.report.tongue import Tongue, mark, tongue
from ogdplan.report.words import Reader

_ALWAYS = (date.max - date.min).days
_NAMES = {
    "milestone": mark("Milestone"),
    "next-step": mark("Next step"),
    "dataset": mark("Release of data"),
    "event": mark("Event"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the calendar says of one record; both days are included.

    `facts` are the lines below its title.
    """

    record: Record
    title: str
    first: date
    last: date
    facts: tuple[str, ...]
    categories: tuple[str, ...]
    place: str = ""


def calendar(export: Export, language: str | None) -> bytes:
    """Return the calendar of plans for readers of a language, None for that of each plan."""
    found = Calendar()
    found.add("prodid", "-//ogdplan//ogdplan//EN")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", _name(export, language))
    for one in export.plans:
        seen: Counter[str] = Counter()
        for entry in _entries(one, language):
            seen[entry.record.id] += 1
            found.add_component(_event(entry, one, export.as_of, seen[entry.record.id]))
    content: bytes = found.to_ical()
    return content


def _name(export: Export, language: str | None) -> str:
    if len(export.plans) != 1:
        return tongue(language).say("Open data action plans")
    plan = export.plans[0].plan
    return visible(Reader(plan, language).text(plan.header.title))


def _entries(one: Exported, language: str | None) -> Iterator[Entry]:
    reader, words = Reader(one.plan, language), tongue(language)
    for item in agenda_of(one.plan_id, one.progress, within_days=_ALWAYS):
        yield _deadline(item, one, reader, words)
    for event in sorted(one.plan.events, key=lambda each: (each.start.first, each.id)):
        yield _meeting(event, one, reader, words)


def _deadline(item: AgendaItem, one: Exported, reader: Reader, words: Tongue) -> Entry:
    kind = words.say(_NAMES[item.kind])
    standing = _standing(item, one, words)
    facts = (
        words.say("{kind} of {plan}", kind=kind, plan=reader.text(one.plan.header.title)),
        words.say("Deadline: {when}", when=words.when(item.when)),
        *_lead(item.lead, reader, words),
        *(words.say("Status: {status}", status=each) for each in standing[:1]),
        words.say("Id: {id}", id=f"{one.plan_id}#{item.record.id}"),
    )
    title = f"{kind}: {reader.text(item.title)}"
    return Entry(item.record, title, item.day, item.day, facts, (kind, *standing))


def _standing(item: AgendaItem, one: Exported, words: Tongue) -> tuple[str, ...]:
    """Return the status and the health of what is due, as far as it has them."""
    milestone = one.progress.milestone(item.record.id) if item.health else None
    if milestone and item.health:
        health = words.health(item.health, plan_over=one.progress.over)
        return (words.term(milestone.status), health)
    status = getattr(item.record, "status", None)
    return (words.term(status),) if isinstance(status, Term) else ()


def _meeting(event: knowledge.Event, one: Exported, reader: Reader, words: Tongue) -> Entry:
    kind = words.say(_NAMES["event"])
    end = event.end or event.start
    first, last = sorted((event.start.first, end.last))
    facts = (
        words.say("{kind} of {plan}", kind=kind, plan=reader.text(one.plan.header.title)),
        *_days(event.start, event.end, words),
        words.say("Id: {id}", id=f"{one.plan_id}#{event.id}"),
    )
    named = (kind, words.term(event.kind))
    return Entry(event, reader.text(event.title), first, last, facts, named, event.place or "")


def _days(start: When, end: When | None, words: Tongue) -> Iterator[str]:
    yield words.say("Begins: {when}", when=words.when(start))
    if end:
        yield words.say("Ends: {when}", when=words.when(end))


def _lead(lead: str | None, reader: Reader, words: Tongue) -> Iterator[str]:
    if lead:
        yield words.say("In charge: {name}", name=reader.institution(lead))


def _event(entry: Entry, one: Exported, as_of: date, times: int) -> Event:
    event = Event()
    stamp = datetime.combine(as_of, time(), UTC)
    event.add("uid", _uid(one.plan_id, entry.record.id, times))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", as_of.toordinal())
    event.add("dtstart", entry.first)
    if entry.last < date.max:
        event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", visible(entry.title))
    event.add("description", "\n".join(visible(line) for line in entry.facts))
    event.add("categories", [visible(word) for word in entry.categories])
    # A deadline keeps nobody busy all day.
    event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", visible(entry.place))
    if url := next(filter(is_url, _addresses(entry.record)), None):
        event.add("url", visible(url))
    return event


def _uid(plan_id: str, record_id: str, times: int) -> str:
    """Return what names an entry for good; a second record of one id gets a name of its own."""
    again = f"({times})" if times > 1 else ""
    # Without an @, though many have one: what looks like an address of mail is taken for one.
    return visible(f"{plan_id.replace('/', '.')}.{record_id}{again}.ogdplan")


def _addresses(record: Record) -> Iterable[str]:
    """Return where to read on: the record's own page, its evidence, its sources."""
    own = getattr(record, "url", None)
    evidence: tuple[str, ...] = getattr(record, "evidence", ())
    return (*((own,) if own else ()), *evidence, *record.sources)
