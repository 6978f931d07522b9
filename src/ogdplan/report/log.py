"""The history of a plan: in words, as Markdown, and as data."""

from collections.abc import Iterator
from datetime import date

from ogdplan.actions.history import Entry, History
from ogdplan.compare.changes import with_words
from ogdplan.model.when import on_day
from ogdplan.report.change_lines import change_line
from ogdplan.report.changed import change_value
from ogdplan.report.diff import INDENT, LAYOUT
from ogdplan.report.json_text import to_text
from ogdplan.report.linked import bullet
from ogdplan.report.markdown_text import escaped
from ogdplan.report.page import Block, Heading, Lines, Page, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.unreadable import unreadable_value


def voiced(history: History, voice: str, *, as_of: date) -> Page | str:
    """Return a history in a voice: table, json or markdown."""
    match voice:
        case "json":
            return to_text(document(history, as_of=as_of))
        case "markdown":
            return markdown(history)
    return page(history)


def page(history: History) -> Page:
    """Return a history for people: a block for each commit, the newest first."""
    blocks: list[Block] = [Heading(_title(history), 1)]
    blocks += [Lines((_head(each), *_lines(each)), indent=4) for each in history.entries]
    if not history.entries:
        blocks.append(Lines((said((_nothing(history), Style.MUTED)),)))
    return Page(tuple(blocks))


def markdown(history: History) -> str:
    """Return a history in Markdown: a heading for each commit, a bullet for each change."""
    parts = [f"## {escaped(_title(history))}"]
    for each in history.entries:
        parts.append(f"### {escaped(f'{_day(each)} {each.version.subject}')}")
        parts.append(escaped(_who(each)))
        parts.append("\n".join(bullet(line) for line in _lines(each)))
    if not history.entries:
        parts.append(escaped(_nothing(history)))
    return "\n\n".join(parts) + "\n"


def document(history: History, *, as_of: date) -> dict[str, object]:
    """Return a history as JSON."""
    return {
        "schema": "ogdplan/log/1",
        "as_of": as_of.isoformat(),
        "plan": history.plan_id,
        "entries": [_value(each) for each in history.entries],
    }


def failed_words(entry: Entry) -> str:
    """Return that the file cannot be read in a commit, and why; "" where it can."""
    if entry.failed is None:
        return ""
    return f"{entry.place.shown} at {entry.version.short}: {entry.failed.words}"


def _value(entry: Entry) -> dict[str, object]:
    version = entry.version
    findings = unreadable_value([entry.failed])[0]["findings"] if entry.failed else None
    return {
        "commit": version.commit,
        "date": _day(entry),
        "author": version.author,
        "subject": version.subject,
        "path": entry.place.shown,
        "changes": [change_value(each) for each in entry.changes],
        "unreadable": findings,
    }


def _head(entry: Entry) -> Line:
    who = (f"  ({_who(entry)})", Style.MUTED)
    return said((_day(entry), Style.PATH), f"  {entry.version.subject}", who)


def _lines(entry: Entry) -> Iterator[Line]:
    if entry.failed:
        yield said("  ", (f"cannot be read: {entry.failed.words}", Style.ERROR))
    for change in with_words(entry.changes):
        yield (*INDENT, *change_line(change))
    if not entry.changes and not entry.failed:
        yield said("  ", (LAYOUT, Style.MUTED))


def _title(history: History) -> str:
    if history.record:
        return f"History of {history.record} in {history.plan_id}"
    return f"History of {history.plan_id}"


def _nothing(history: History) -> str:
    wanted, what = history.wanted, history.record or "this plan"
    match wanted.since, wanted.until:
        case date() as since, date() as until:
            when = f" between {on_day(since).words} and {on_day(until).words}"
        case date() as since, None:
            when = f" from {on_day(since).words} on"
        case None, date() as until:
            when = f" until {on_day(until).words}"
        case _:
            when = ""
    return f"No commit{when} changed {what}."


def _day(entry: Entry) -> str:
    return entry.version.committed.date().isoformat()


def _who(entry: Entry) -> str:
    return f"{entry.version.author}, {entry.version.short}"
