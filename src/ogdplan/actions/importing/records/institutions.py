"""The institutions that cells name: known ones, new ones, and those that may be either."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ogdplan.actions.edits.ids import id_from
from ogdplan.actions.importing.cells.deadlines import Calendar, is_like_date
from ogdplan.actions.importing.cells.faults import Bad, RowFault, Spot, shortened
from ogdplan.actions.importing.records.institution_names import (
    are_alike,
    bracketed,
    can_be_several,
    can_be_unit,
    is_acronym_of,
    looks_like_acronym,
    several,
    without_role,
)
from ogdplan.actions.importing.records.spellings import Spellings
from ogdplan.model.vocabularies import Sector
from ogdplan.model.work import Institution
from ogdplan.planfile.operations import Value
from ogdplan.reference.plain_words import plain_words

_TOO_NEAR = 0.93

Question = Callable[[str, str], bool]
"""Asks someone whether a name of the table is an institution that is known by another."""


@dataclass(slots=True)
class Decisions:
    """Which names mean which institution, as someone has said; a name for itself is a new one.

    `ask` is None where nobody can be asked.
    """

    said: dict[str, str]
    ask: Question | None = None

    def of(self, name: str) -> str | None:
        """Return the name that someone said a name means."""
        words = plain_words(name)
        return next((to for each, to in self.said.items() if plain_words(each) == words), None)


@dataclass(slots=True)
class NewInstitution:
    """An institution that the plan lacks, and where the table names it first."""

    fields: dict[str, Value]
    spot: Spot


class Near(NamedTuple):
    """A known name that a new one is much like, from 0 to 1, or shares the acronym of."""

    name: str
    ratio: float = 1.0
    shares_acronym: bool = False

    def refused(self, name: str) -> Bad:
        """Return why a name cannot be that of a new institution until someone has said so."""
        what = "shares the acronym of" if self.shares_acronym else "may be the same institution as"
        same = f'"{name}" = "{self.name}"'
        hint = f'say so under [institutions] in a mapping file: {same}, or = "{name}" for another'
        return Bad(f'"{name}" {what} "{self.name}"', hint)


@dataclass(slots=True)
class Institutions:
    """The institutions of a plan, and those that a table adds.

    `near` are pairs of a new name and a known one that is spelled much alike, `joined` the
    cells with a new name that may be several, by that name.
    """

    decisions: Decisions
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    new: dict[str, NewInstitution] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    joined: dict[str, list[Spot]] = field(default_factory=dict)
    _spellings: Spellings = field(default_factory=Spellings)
    _joined: dict[str, str] = field(default_factory=dict)

    def know(self, record_id: str, names: Sequence[str]) -> None:
        """Know an institution by these names."""
        for name in names:
            self.names.setdefault(plain_words(name), name)
            self._spellings.add(name)
        for name in (record_id, *names):
            words = plain_words(name)
            self.ids[words] = tuple(dict.fromkeys((*self.ids.get(words, ()), record_id)))

    def is_known(self, name: str) -> bool:
        """Return whether a name means an institution, or several, without adding one."""
        return self.decisions.of(name) is not None or self._known(without_role(name)) is not None

    def called(self, name: str, spot: Spot, taken: set[str]) -> str | Bad:
        """Return the id of the institution of this name, which may be a new one.

        A name too like a known one is refused until someone says whether it is the same.
        """
        said = self.decisions.of(name)
        meant = said or without_role(name)
        if found := self._known(meant):
            self._keep_joined(meant, spot)
            return found
        if said:
            return self._add(meant, spot, taken)
        if bad := _no_name(meant) or self._several(meant):
            return bad
        near = self._sharing(meant) or self._like(meant)
        if near and self.decisions.ask:
            is_same = self.decisions.ask(meant, near.name)
            self.decisions.said[name] = near.name if is_same else name
            return self.called(name, spot, taken)
        if near and near.ratio >= _TOO_NEAR:
            return near.refused(name)
        if near:
            self.near[meant] = near.name
        self._keep_joined(meant, spot, is_new=can_be_several(meant))
        return self._add(meant, spot, taken)

    def found_several(self) -> tuple[RowFault, ...]:
        """Return the cells whose name turned out to be several, once the whole table is known."""
        return tuple(
            RowFault(spot, bad.message, bad.help)
            for name, spots in self.joined.items()
            if (bad := self._several(name))
            for spot in dict.fromkeys(spots)
        )

    def _keep_joined(self, name: str, spot: Spot, *, is_new: bool = False) -> None:
        """Keep a cell whose name may be several; of one that is not new only where it is kept."""
        words = plain_words(name)
        if is_new or words in self._joined:
            same = self._joined.setdefault(words, name)
            self.joined.setdefault(same, []).append(spot)

    def _several(self, name: str) -> Bad | None:
        """Return why a name is not that of one institution."""
        parts = several(name, lambda each: self._known(each) is not None)
        if not parts or (can_be_unit(name) and not any(map(self._is_of_plan, parts))):
            return None
        hint = f"write them with ; between: {'; '.join(parts)}"
        if not all(map(self._known, parts)):
            one = f'"{name}" = "{name}"'
            hint += f"; if it is one, say so under [institutions] in a mapping file: {one}"
        return Bad(f'"{name}" names {len(parts)} institutions', hint)

    def _is_of_plan(self, name: str) -> bool:
        found = self._known(name)
        return found is not None and found not in self.new

    def _known(self, name: str) -> str | Bad | None:
        """Return the institution of a name; by the acronym behind it only where names are alike."""
        bare, inside = bracketed(name)
        if inside is None or self.ids.get(plain_words(name)):
            return self._one_of(name)
        known = self.ids.get(plain_words(bare), ())
        of_inside = self.ids.get(plain_words(inside), ())
        # What is no acronym tells apart: "County Government (Nairobi)".
        if known and (looks_like_acronym(inside) or set(known) & set(of_inside)):
            return self._one_of(bare)
        alike = [each for each in of_inside if self._is_called_like(each, bare)]
        return alike[0] if len(alike) == 1 and not known else None

    def _one_of(self, name: str) -> str | Bad | None:
        ids = self.ids.get(plain_words(name), ())
        if len(ids) > 1:
            return Bad(f'"{name}" fits {" and ".join(ids)}', "write the id of one of them")
        return ids[0] if ids else None

    def _is_called_like(self, record_id: str, name: str) -> bool:
        names = (shown for words, shown in self.names.items() if record_id in self.ids[words])
        return any(are_alike(name, each) for each in names if " " in each)

    def _sharing(self, name: str) -> Near | None:
        """Return the known institution whose acronym a new name has behind it."""
        bare, inside = bracketed(name)
        ids = self.ids.get(plain_words(inside or ""), ())
        if not ids or self.ids.get(plain_words(bare)):
            return None
        names = (shown for words, shown in self.names.items() if ids[0] in self.ids[words])
        return Near(max(names, key=len, default=ids[0]), shares_acronym=True)

    def _like(self, name: str) -> Near | None:
        found = self._spellings.most_like(name)
        return Near(*found) if found else None

    def _add(self, name: str, spot: Spot, taken: set[str]) -> str:
        title, acronym = bracketed(name)
        if acronym is None or not is_acronym_of(acronym, title):
            title, acronym = name, None
        record_id = id_from(title, taken, otherwise="institution")
        taken.add(record_id)
        fields: dict[str, Value] = {"id": record_id, "name": title}
        if acronym:
            fields["acronym"] = acronym
        fields["sector"] = Sector.GOVERNMENT.value
        self.new[record_id] = NewInstitution(fields, spot)
        bare, inside = bracketed(title)
        others = [bare] if inside and looks_like_acronym(inside) else []
        self.know(record_id, [title, *([acronym] if acronym else others)])
        return record_id


def known_institutions(records: tuple[Institution, ...], decisions: Decisions) -> Institutions:
    """Return the institutions of a plan, by id, acronym and name in any language."""
    found = Institutions(decisions)
    for each in records:
        names = [words for _, words in each.name.versions]
        found.know(each.id, [*names, *([each.acronym] if each.acronym else [])])
    return found


def _no_name(name: str) -> Bad | None:
    """Return why a text cannot be the name of an institution: it is a date."""
    if not is_like_date(name, Calendar()):
        return None
    so = f'under [institutions] in a mapping file: "{name}" = "{name}"'
    hint = f"is this the column of the institutions? if it is one, say so {so}"
    return Bad(f'"{shortened(name)}" is a date, no institution', hint)
