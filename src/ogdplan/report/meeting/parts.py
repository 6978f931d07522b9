"""Pieces that sections are put together from: their titles, lines of words, lines of notes."""

from collections.abc import Iterable, Sequence

from ogdplan.model.record import Record
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.table import Table
from ogdplan.report.meeting.teller import Teller, Told
from ogdplan.report.page import Block, Lines, said
from ogdplan.report.segments import Line, Segment, Style, part_of, parted, words
from ogdplan.report.tongue import Tongue, mark

_TITLES = {
    SectionName.SUMMARY: mark("Summary"),
    SectionName.MEASURES: mark("Five measures, side by side"),
    SectionName.COMMITMENTS: mark("Progress by commitment"),
    SectionName.ATTENTION: mark("Overdue, blocked, and due next"),
    SectionName.ALSO_LATE: mark("Also late: commitments, next steps and data releases"),
    SectionName.WHO_MUST_ACT: mark("What is needed, and from whom"),
    SectionName.COMPLETED: mark("Completed in the period"),
    SectionName.CHANGES: mark("What changed"),
    SectionName.CHALLENGES: mark("Open challenges"),
    SectionName.LESSONS: mark("Lessons"),
    SectionName.NEXT_STEPS: mark("Next steps"),
    SectionName.DATASETS: mark("Datasets"),
    SectionName.INDICATORS: mark("Indicators"),
    SectionName.EVENTS: mark("Events"),
    SectionName.ASSESSMENTS: mark("Assessments by others, beside the self-report"),
    SectionName.FINDINGS: mark("What the check finds in the plan file"),
    SectionName.REPORTS_OWED: mark("Who owes a report"),
    SectionName.AGENCIES: mark("Plans under this one"),
}

LONGEST_TITLE = 60
"""How many characters of a title stand within a sentence."""

_CUT = " …"


def title_of(name: SectionName, tongue: Tongue) -> str:
    """Return the title of a section."""
    return tongue.say(_TITLES[name])


def section(
    name: SectionName,
    tongue: Tongue,
    *blocks: Block,
    table: Table,
    value: object,
    is_empty: bool = False,
) -> Section:
    """Return a section with its title; `table` is what CSV has of it."""
    return Section(name, title_of(name, tongue), blocks, table.sheet(), value, is_empty)


def table_section(
    name: SectionName, tongue: Tongue, table: Table, *, none: str, always: bool = False
) -> Section:
    """Return a section that is one table, or without a row the words `none`.

    A whole report leaves it out without a row, but not one that is `always` to be there.
    """
    is_empty = not (table.rows or always)
    block, value = shown_or_nothing(table, none), table.values()
    return section(name, tongue, block, table=table, value=value, is_empty=is_empty)


def shown_or_nothing(table: Table, none: str) -> Block:
    """Return a table for people, or without a row the line that says so."""
    return table.shown() if table.rows else nothing(none)


def line(words: str, style: Style = Style.PLAIN) -> Lines:
    """Return one line of words as a block."""
    return Lines((said((words, style)),))


def nothing(words: str) -> Lines:
    """Return the line that says that there is nothing."""
    return line(words, Style.MUTED)


def shortened(text: str, most: int) -> str:
    """Return the text, cut between two words where there are more characters than `most`."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:.–')}{_CUT}"


def shortened_part(part: Segment, most: int = LONGEST_TITLE) -> Segment:
    """Return what a sentence quotes, cut as `shortened` cuts its words."""
    return part._replace(text=shortened(part.text, most))


def shortened_line(whole: Line, most: int) -> Line:
    """Return the line, cut as `shortened` cuts its words."""
    short = shortened(words(whole), most)
    if short == words(whole):
        return whole
    return (*part_of(whole, slice(len(short) - len(_CUT))), Segment(_CUT))


def notes(teller: Teller, records: Iterable[Record]) -> tuple[Lines, ...]:
    """Return what the notes of these records say, equal ones once; nothing in a public report."""
    about: dict[Told, list[Segment]] = {}
    for record in dict.fromkeys(records):
        if note := teller.note(record):
            about.setdefault(teller.told(note), []).append(teller.quoted(record, Style.MUTED))
    lines = tuple(_note(teller, told, titles) for told, titles in about.items())
    return (Lines(lines, indent=2),) if lines else ()


def _note(teller: Teller, told: Told, titles: Sequence[Segment]) -> Line:
    tongue = teller.tongue
    quoted = [shortened_part(each) for each in titles]
    names = [tongue.say("“{title}”", title=each.text) for each in quoted]
    before = tongue.say("Note on {titles}:", titles=tongue.listed(names))
    return (
        *parted(before, quoted, Style.MUTED),
        Segment(f" {told.marked}", Style.PLAIN, language=told.language),
    )
