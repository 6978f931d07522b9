"""What the reports of a table make of the status and progress that milestones state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ogdplan.actions.edits.reports import overtaken
from ogdplan.actions.edits.subject import Edit, Subject, Target
from ogdplan.actions.importing.records.entries import Entry
from ogdplan.actions.importing.records.known import Known
from ogdplan.actions.importing.tables.targets import UPDATE
from ogdplan.model.kinds import kind_named
from ogdplan.model.when import When, parse_when
from ogdplan.model.work import Update
from ogdplan.planfile.operations import SetFields, Value

MILESTONE = kind_named("milestone")


class _Report(NamedTuple):
    """A report of a row; `before` is what the plan had of it, None for a new one."""

    about: str
    on: When
    said: Mapping[str, Value]
    before: Mapping[str, Value] | None

    def follows(self, stated: Mapping[str, Value], fields: Mapping[str, Value | None]) -> bool:
        """Return whether a milestone is to follow: a corrected report if it stated just that."""
        old = self.before
        return old is None or all(
            value is None or stated.get(name) == old.get(name) for name, value in fields.items()
        )


def overtaken_by_rows(subject: Subject, entries: Sequence[Entry], known: Known) -> Iterator[Edit]:
    """Yield what reports overtake, as if each had been made by hand, in the order of their days.

    A status or progress that a row says of the milestone itself stays.
    """
    rows = {entry.id: entry.fields for entry in entries if entry.kind is MILESTONE}
    milestones: dict[str, Target] = {}
    for report in sorted(_reports(entries), key=lambda each: each.on.last):
        about = milestones.get(report.about) or known.place(report.about)
        if about is None or about.kind is not MILESTONE:
            continue
        row = rows.get(about.id, {})
        raw = {name: value for name, value in about.raw.items() if name not in row}
        about = replace(about, raw=raw)
        fields, notes = overtaken(subject, about, {"on": report.on.value, **report.said})
        if fields and report.follows(raw, fields):
            stated = {**raw, **fields}.items()
            left = {name: value for name, value in stated if value is not None}
            milestones[about.id] = replace(about, raw=left)
            yield Edit((SetFields(about.kind.table, about.index, fields),), tuple(notes))


def _reports(entries: Sequence[Entry]) -> Iterator[_Report]:
    """Yield the reports that say a status or progress, but none whose day is at fault."""
    for entry in entries:
        said = {
            name: value
            for name in ("status", "progress")
            if (value := entry.fields.get(name)) is not None
        }
        if entry.kind is not UPDATE or not said:
            continue
        on, place = entry.fields.get("on"), entry.place
        old = place.record if place else None
        before = place.raw if place else None
        about = str((before or entry.fields).get("about"))
        if on is not None:
            yield _Report(about, parse_when(on), said, before)
        elif isinstance(old, Update):
            yield _Report(about, old.on, said, before)
