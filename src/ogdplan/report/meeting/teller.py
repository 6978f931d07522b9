"""Who tells of a plan: in which language, and what may be told."""

from dataclasses import dataclass
from typing import NamedTuple

from ogdplan.model.kinds import NOT_PUBLIC
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record
from ogdplan.model.text import Text
from ogdplan.reference.languages import primary_language
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import EMPTY, Cell
from ogdplan.report.segments import Segment, Style
from ogdplan.report.tongue import Tongue, tongue
from ogdplan.report.words import Reader, heading


class Told(NamedTuple):
    """A text of a plan for readers: its words, and their language where it is another.

    `language` is "" for the language of the report's own words. `is_fallback`: the text has no
    wording in the language that was asked for.
    """

    words: str
    language: str = ""
    is_fallback: bool = False

    @property
    def marked(self) -> str:
        """Return the words, with their language behind them where another was asked for."""
        return f"{self.words} [{self.language}]" if self.is_fallback else self.words


_NOTHING = Told("")


@dataclass(frozen=True)
class Teller(Reader):
    """A reader who tells others of the plan, in words of their language.

    `public`: what is not for publication is not told.
    """

    tongue: Tongue
    public: bool = False

    def told(self, text: Text | None) -> Told:
        """Return a text in the language that is wanted, else in the plan's first."""
        if text is None:
            return _NOTHING
        primary = self.plan.header.language
        words, found = text.choose(self.language, primary)
        language = found or primary
        own = primary_language(language)
        is_fallback = bool(self.language) and own != primary_language(self.language or "")
        is_other = is_fallback or own != self.tongue.language
        return Told(words, language if is_other else "", is_fallback)

    def segment(self, text: Text | None, style: Style = Style.PLAIN) -> Segment:
        """Return a text as a part of a line."""
        told = self.told(text)
        return Segment(told.marked, style, language=told.language)

    def cell(self, text: Text | None, style: Style = Style.PLAIN, mark: str = "") -> Cell:
        """Return a text as a cell of a table."""
        told = self.told(text)
        return Cell(told.marked, style, mark, language=told.language) if text else EMPTY

    def note(self, record: Record) -> Text | None:
        """Return the note of a record; None where it has none, or the report is public."""
        return record.note if self._may_tell("note") else None

    def contact(self, institution_id: str | None) -> str:
        """Return where an institution can be reached; "" where unknown, or not to be told."""
        if institution_id is None or not self._may_tell("contact"):
            return ""
        found = (each.contact for each in self.plan.institutions if each.id == institution_id)
        return next(filter(None, found), "")

    def heading(self, record: Record) -> Told:
        """Return what a record is called: its title, name, text, criterion or value."""
        called = heading(record)
        return self.told(called) if isinstance(called, Text) else Told(called)

    def quoted(self, record: Record, style: Style = Style.PLAIN) -> Segment:
        """Return what a record is called, as a part of a sentence."""
        told = self.heading(record)
        return Segment(told.marked, style, language=told.language, is_quoted=True)

    def title_cell(self, record: Record, style: Style = Style.PLAIN, mark: str = "") -> Cell:
        """Return what a record is called as a cell."""
        told = self.heading(record)
        return Cell(told.marked, style, mark, language=told.language)

    def _may_tell(self, field: str) -> bool:
        return not self.public or field not in NOT_PUBLIC


def teller_of(plan: Plan, wishes: Wishes) -> Teller:
    """Return who tells of a plan as it is wanted."""
    return Teller(plan, wishes.language, tongue(wishes.language), wishes.public)
