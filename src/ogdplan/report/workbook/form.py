"""The form on which an institution reports: instructions, and a row for each running milestone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ogdplan.actions.exporting import Form
from ogdplan.model.baseline import Held, sums_of
from ogdplan.model.book_marks import MARKER, BookKind, Mark
from ogdplan.model.updates_form import CODE_SHEET, SHOWN, FormColumn
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Update
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.report.tongue import Tongue, mark, tongue
from ogdplan.report.translations import SOURCE_LANGUAGE, languages
from ogdplan.report.words import Reader
from ogdplan.workspace.spreadsheets.outgoing import (
    Link,
    OutBook,
    OutCell,
    OutColumn,
    OutSheet,
)
from ogdplan.workspace.spreadsheets.sheet_plan import cleaned_text

_HEADINGS: Mapping[FormColumn, str] = {
    FormColumn.ABOUT: mark("Id"),
    FormColumn.TITLE: mark("Milestone"),
    FormColumn.DUE: mark("Deadline"),
    FormColumn.STATUS_NOW: mark("Status so far"),
    FormColumn.LAST_REPORT: mark("Last report"),
    FormColumn.STATUS: mark("Status now"),
    FormColumn.PROGRESS: mark("Percent done"),
    FormColumn.TEXT: mark("What was done"),
    FormColumn.EVIDENCE: mark("Evidence"),
    FormColumn.DIFFICULTIES: mark("Difficulties"),
    FormColumn.ON: mark("Date of the report"),
}
_HELP: Mapping[FormColumn, str] = {
    FormColumn.STATUS: mark("Choose from the list. Leave it empty where nothing has changed."),
    FormColumn.PROGRESS: mark("A whole number from 0 to 100, without the percent sign."),
    FormColumn.TEXT: mark(
        "What was done in these days, in one to three sentences. A row whose white cells are "
        "empty is no report."
    ),
    FormColumn.EVIDENCE: mark(
        "Web addresses that show it, one on each line of the cell (Alt+Enter makes a new line)."
    ),
    FormColumn.DIFFICULTIES: mark("What stands in the way, and what would help."),
    FormColumn.ON: mark("The day of the report; empty means the last day of the period."),
}
_WIDTHS: Mapping[FormColumn, int] = {
    FormColumn.ABOUT: 18,
    FormColumn.TITLE: 28,
    FormColumn.STATUS_NOW: 14,
    FormColumn.LAST_REPORT: 24,
    FormColumn.STATUS: 14,
    FormColumn.TEXT: 32,
    FormColumn.EVIDENCE: 22,
    FormColumn.DIFFICULTIES: 24,
}
"""Together no more than fits across a page of print."""
_ASKED_STATUS = tuple(each for each in Status if each is not Status.UNCLEAR)


def form_book(form: Form, language: str | None) -> OutBook:
    """Return the form with its words in a language, English without one."""
    writer = _Writer(form, tongue(language), Reader(form.exported.plan, language))
    first, last = (day.isoformat() for day in form.interval)
    plan_id, lead = form.exported.plan_id, form.lead.id
    mark = Mark(BookKind.FORM, plan_id, lead, first, last, language or "")
    sheets = (writer.instructions(), writer.table(), writer.codes())
    return OutBook(sheets, {MARKER: mark.text})


def form_headings() -> Iterator[tuple[str, ...]]:
    """Yield the headings of a form, from left to right, in each language that it can be in."""
    for language in (SOURCE_LANGUAGE, *languages()):
        yield tuple(tongue(language).say(_HEADINGS[column]) for column in FormColumn)


@dataclass(frozen=True, slots=True)
class _Writer:
    form: Form
    words: Tongue
    reader: Reader

    def instructions(self) -> OutSheet:
        """Return the sheet that says what is asked, until when, and how to fill each column."""
        columns = (OutColumn(self.words.say("Instructions"), 30), OutColumn("", 90))
        return OutSheet(self.words.say("Instructions"), columns, tuple(self._steps()), spare_rows=0)

    def _steps(self) -> Iterator[tuple[OutCell, ...]]:
        say, form = self.words.say, self.form
        first, last = form.interval
        yield (say("Plan"), self.reader.text(form.exported.plan.header.title))
        yield (say("Institution"), self.reader.text(form.lead.name))
        yield (
            say("Period"),
            say("{first} to {last}", first=self.words.day(first), last=self.words.day(last)),
        )
        yield (say("What to do"), say("Fill the white columns of the next sheet, a row each."))
        yield (None, say("Do not change the grey columns, the headings or the order of columns."))
        yield (None, say("Save the file under its name and send it back to who sent it to you."))
        for column, help_text in _HELP.items():
            yield (say(_HEADINGS[column]), say(help_text))
        for status in _ASKED_STATUS:
            yield (self.words.term(status), self.words.describe(status))

    def table(self) -> OutSheet:
        """Return the sheet to be filled."""
        rows = zip(self.form.milestones, self.form.reports, strict=True)
        return OutSheet(
            self.words.say("Reports"),
            tuple(self._column(column) for column in FormColumn),
            tuple(self._row(each, report) for each, report in rows),
            spare_rows=0,
        )

    def _column(self, column: FormColumn) -> OutColumn:
        statuses = tuple(self.words.term(status) for status in _ASKED_STATUS)
        return OutColumn(
            self.words.say(_HEADINGS[column]),
            width=_WIDTHS.get(column, 11),
            choices=statuses if column is FormColumn.STATUS else (),
            note=self.words.say(_HELP[column]) if column in _HELP else "",
            is_computed=not column.is_asked,
        )

    def _row(self, each: MilestoneProgress, report: Update | None) -> tuple[OutCell, ...]:
        milestone = each.milestone
        said = (
            self.words.say(
                "{when}: {text}",
                when=self.words.when(report.on),
                text=self.reader.text(report.text),
            )
            if report
            else self.words.say("No report yet")
        )
        shown = (
            milestone.id,
            self.reader.text(milestone.title),
            milestone.due.value if milestone.due else None,
            self.words.term(each.status),
            said,
        )
        return (*shown, *(None for column in FormColumn if column.is_asked))

    def _shown(self) -> Iterator[tuple[OutCell, ...]]:
        """Yield for each milestone what its grey cells hold, for the way back."""
        for cells in self.table().rows:
            held = zip(SHOWN, map(_held, cells[: len(SHOWN)]), strict=True)
            yield ("shown", cells[0], sums_of((column.value, cell) for column, cell in held))

    def codes(self) -> OutSheet:
        """Return the hidden sheet that says what the words of the form stand for."""
        columns = (OutColumn("what"), OutColumn("value"), OutColumn("word"))
        headings = (
            ("column", column.value, self.words.say(_HEADINGS[column])) for column in FormColumn
        )
        statuses = (("status", each.value, self.words.term(each)) for each in _ASKED_STATUS)
        rows = (*headings, *statuses, *self._shown())
        return OutSheet(CODE_SHEET, columns, rows, is_hidden=True, spare_rows=0)


def _held(cell: OutCell) -> Held:
    """Return a cell as it is compared; programs lose tabs and blanks."""
    text = cell.text if isinstance(cell, Link) else cell
    return " ".join(cleaned_text(text).split()) if isinstance(text, str) else text
