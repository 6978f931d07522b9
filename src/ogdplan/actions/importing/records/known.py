"""The records that rows can mean: those of the plan, and those that the table itself adds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ogdplan.actions.edits.subject import Subject, Target
from ogdplan.actions.importing.cells.faults import Bad, shortened
from ogdplan.model.kinds import KINDS, Kind
from ogdplan.model.text import Text
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.suggestions import closest

_ALIKE = 0.5
_ALIKE_LETTERS = 0.75
_SHORT = 4
"""Words of fewer letters, such as "the", say nothing of what titles have in common."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record that is known: its id, and where the plan has it; None for a new one.

    `scope` is the commitment or the like that it belongs to.
    """

    id: str
    kind: Kind
    target: Target | None
    number: str | None = None
    scope: str | None = None


@dataclass(slots=True)
class Known:
    """Records by id, number and title."""

    by_id: dict[str, Found] = field(default_factory=dict)
    by_number: dict[tuple[str, str], list[Found]] = field(default_factory=dict)
    by_title: dict[tuple[str, str], list[Found]] = field(default_factory=dict)

    def add(self, found: Found, titles: Iterable[str]) -> None:
        """Know a record by its id, its number and its titles."""
        self.by_id[found.id] = found
        if found.number:
            self.by_number.setdefault((found.kind.name, found.number), []).append(found)
        for title in dict.fromkeys(map(_plain, titles)):
            self.by_title.setdefault((found.kind.name, title), []).append(found)

    def place(self, record_id: str) -> Target | None:
        """Return where the plan has a record; None for one that it has not."""
        found = self.by_id.get(record_id)
        return found.target if found else None

    def numbered(self, kind: Kind, number: str, scope: str | None) -> list[Found]:
        """Return the records of this number, of several those in the scope."""
        return _within(self.by_number.get((kind.name, number), []), scope)

    def titled(
        self, kind: Kind, title: str, scope: str | None, number: str | None = None
    ) -> list[Found]:
        """Return the records of just this title in the scope, but none of another number."""
        found = self.by_title.get((kind.name, _plain(title)), [])
        found = [each for each in found if not (number and each.number and each.number != number)]
        if scope:
            found = [each for each in found if each.scope in (scope, None)]
        return _within(found, scope)

    def title_of(self, found: Found) -> str:
        """Return the title of a record, cut where it is long."""
        return shortened(next(iter(self._titles(found, None)), found.id))

    def is_called_otherwise(self, found: Found, title: str, language: str | None) -> bool:
        """Return whether a title is no wording of that of a record of the plan.

        What the record lacks in the language cannot be compared.
        """
        titles = self._titles(found, language)
        return bool(titles) and not any(_are_alike(title, each) for each in titles)

    @staticmethod
    def _titles(found: Found, language: str | None) -> list[str]:
        heading = getattr(found.target.record, found.kind.heading, None) if found.target else None
        if not isinstance(heading, Text):
            return []
        return [words for tag, words in heading.versions if language in (None, tag)]

    def called(self, kinds: Iterable[Kind], name: str) -> str | Bad:
        """Return the id of the record that a cell names by id, number or title."""
        kinds = tuple(kinds)
        exact = self.by_id.get(name)
        if exact and exact.kind in kinds:
            return exact.id
        for table, words in ((self.by_number, name), (self.by_title, _plain(name))):
            found = {each.id: each for kind in kinds for each in table.get((kind.name, words), [])}
            if len(found) == 1:
                return next(iter(found))
            if found:
                return Bad(
                    f'"{shortened(name)}" fits {" and ".join(found)}', "write the id of one of them"
                )
        what = " or ".join(kind.words for kind in kinds)
        near = closest(name, [each.id for each in self.by_id.values() if each.kind in kinds])
        hint = f"did you mean {near[0]}?" if near else "write its id, number or whole title"
        return Bad(f'no {what} called "{shortened(name)}"', hint)


def known_records(subject: Subject) -> Known:
    """Return the records of a plan."""
    known = Known()
    for kind in KINDS:
        for target in subject.targets(kind):
            record = target.record
            heading = getattr(record, kind.heading, None)
            titles = [words for _, words in heading.versions] if isinstance(heading, Text) else []
            number = getattr(record, "number", None)
            scope = getattr(record, "commitment", None)
            known.add(Found(record.id, kind, target, number, scope), titles)
    return known


def _within(found: list[Found], scope: str | None) -> list[Found]:
    if len(found) < 2 or scope is None:
        return found
    return [each for each in found if each.scope == scope] or found


def _are_alike(one: str, other: str) -> bool:
    """Return whether two titles can be one, reworded: half of the words or letters are the same."""
    words, others = plain_words(one), plain_words(other)
    sets = [
        {word for word in each.split() if len(word) >= _SHORT} or set(each.split())
        for each in (words, others)
    ]
    shared = len(sets[0] & sets[1]) / (min(map(len, sets)) or 1)
    if words == others or shared >= _ALIKE:
        return True
    return SequenceMatcher(a=words, b=others, autojunk=False).ratio() >= _ALIKE_LETTERS


def _plain(title: str) -> str:
    return " ".join(title.split())
