"""A plan as one side of a comparison, and its values as a reader is told them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ogdplan.compare.values import in_file
from ogdplan.model.kinds import FieldSpec, kind_of, records_by_id
from ogdplan.model.plan import Accepted, Header, Plan
from ogdplan.model.record import Record, Table
from ogdplan.model.terms import Term
from ogdplan.model.text import Text
from ogdplan.model.values import Rating, is_url
from ogdplan.model.when import When
from ogdplan.planfile.unread import Unread
from ogdplan.progress.timeline import Updates, updates_by_subject

_LONGEST = 80
_PROPER_NAME = re.compile(r"[A-Z]{2}|.* [A-Z][a-z]")


@dataclass(frozen=True)
class Side:
    """One of two plans that are compared; texts are told in its own first language.

    `unread` are the values of its file that are at fault, and left out of the plan.
    """

    plan: Plan
    unread: tuple[Unread, ...] = ()

    def unread_of(self, table: Table) -> Mapping[str, Unread]:
        """Return the values of a table that cannot be read, by field."""
        if not self.unread:
            return {}
        return self._unread.get(_key(table), {})

    def in_file(self, table: Table, spec: FieldSpec) -> object:
        """Return a field as JSON has what stands in the file, also where it cannot be read."""
        unread = self.unread_of(table).get(spec.name)
        return unread.raw if unread else in_file(table, spec)

    def words_of(self, table: Table, spec: FieldSpec) -> str | None:
        """Return the value of a field in a few words; None where there is none to be read."""
        value = getattr(table, spec.attribute)
        if spec.name in self.unread_of(table) or value is None or value == ():
            return None
        values = value if isinstance(value, tuple) else (value,)
        return ", ".join(self.said(each, spec) or "" for each in values)

    @cached_property
    def _unread(self) -> Mapping[tuple[str, str | None], Mapping[str, Unread]]:
        found: dict[tuple[str, str | None], dict[str, Unread]] = {}
        for each in self.unread:
            found.setdefault((each.kind, each.id), {})[each.field] = each
        return found

    @cached_property
    def _by_id(self) -> Mapping[str, Record]:
        return records_by_id(self.plan)

    @property
    def language(self) -> str:
        """Return the plan's first language."""
        return self.plan.header.language

    @cached_property
    def updates(self) -> Updates:
        """Return the reports about each milestone and commitment, by day."""
        return updates_by_subject(self.plan.updates)

    def text(self, text: Text) -> str:
        """Return the wording in the plan's first language, in one line."""
        return one_line(text.choose(None, self.language).words)

    def title(self, table: Table) -> str:
        """Return what a table is called, in one line, however long.

        A record by its title, name, text, criterion or value; the header by the plan's title;
        an accepted finding by its rule and the record it is about.
        """
        match table:
            case Record():
                if kind_of(table).heading in self.unread_of(table):
                    return table.id
                heading = getattr(table, kind_of(table).heading)
                return self.text(heading) if isinstance(heading, Text) else one_line(str(heading))
            case Header():
                return self.text(table.title)
            case Accepted():
                return one_line(f"{table.rule} of {table.about or 'the plan'}")
        message = f"{type(table).__name__} has no title"
        raise TypeError(message)

    def title_of(self, record_id: str) -> str:
        """Return the title of the record with an id, shortened and in quotes; the id for none."""
        record = self._by_id.get(record_id)
        return quoted(self.title(record)) if record else shortened(record_id)

    def said(self, value: object, spec: FieldSpec) -> str | None:
        """Return a single value of a field in a few words, None for no value.

        A term by its label, an institution by its short name; texts and strings of several
        words stand in quotes.
        """
        match value:
            case None:
                return None
            case str():
                return self._string(value, spec)
            case Text():
                return quoted(self.text(value))
            case When():
                return value.words
            case Rating():
                return shortened(f"{value.label} {value.percent} %")
        return _number(value, spec)

    def _string(self, value: str, spec: FieldSpec) -> str:
        if isinstance(value, Term):
            return label(value)
        if spec.refers_to == ("institution",):
            return shortened(self._institutions.get(value, value))
        if is_url(value):
            # A web address that is cut leads nowhere.
            return value
        return quoted(value) if re.search(r"\s", value) else shortened(value)

    @cached_property
    def _institutions(self) -> dict[str, str]:
        return {each.id: each.acronym or self.text(each.name) for each in self.plan.institutions}


def _key(table: Table) -> tuple[str, str | None]:
    return (kind_of(table).name, table.id) if isinstance(table, Record) else ("plan", None)


def _number(value: object, spec: FieldSpec) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value} %" if spec.name == "progress" else str(value)


def label(term: Term) -> str:
    """Return the label of a term as it reads inside a sentence: `not started`, `UN DESA`."""
    if _PROPER_NAME.match(term.label):
        return term.label
    return term.label[0].lower() + term.label[1:]


def one_line(text: str) -> str:
    """Return the text with every run of white space, line ends too, as one space."""
    return " ".join(text.split())


def shortened(text: str) -> str:
    """Return the text in one line of at most 80 characters, cut between words where it can be."""
    line = one_line(text)
    if len(line) <= _LONGEST:
        return line
    end = line.rfind(" ", _LONGEST // 2, _LONGEST)
    return f"{line[: end if end > 0 else _LONGEST - 1]}…"


def quoted(text: str) -> str:
    """Return the text, shortened, in quotes."""
    return f'"{shortened(text)}"'
