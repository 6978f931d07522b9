"""The plans that people mean by a plan id, a part of one, a file or a country."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PureWindowsPath

from ogdplan.errors import AmbiguousNameError, UnknownNameError, UsageError, first_of
from ogdplan.model.vocabularies import PlanKind
from ogdplan.reference.countries import country, find_country
from ogdplan.reference.suggestions import closest


class UnknownPlanError(UnknownNameError):
    """A name fits none of the plans; says which is meant, or else which plans there are."""

    def __init__(self, message: str, *, plan_ids: tuple[str, ...], meant: str | None) -> None:
        hint = f"did you mean {meant}?" if meant else _there_are(plan_ids)
        # Past the sentence of UnknownNameError, to one of its own.
        UsageError.__init__(self, message, hint=hint)


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What the header of a plan says that names depend on; `running` is at the date asked for."""

    country: str | None
    kind: PlanKind
    running: bool


class PlanNames:
    """The names that the plans of a folder can be called by.

    `headers` gives the facts of each plan that can be read. Since it has to read them all, it is
    called at most once, and only when the ids and files there are do not settle a name.
    """

    def __init__(
        self, plan_ids: Iterable[str], headers: Callable[[], Mapping[str, HeaderFacts]]
    ) -> None:
        self._ids = tuple(sorted(set(plan_ids)))
        self._known = frozenset(self._ids)
        self._read_headers = headers

    def resolve_all(self, names: Iterable[str]) -> tuple[str | Path, ...]:
        """Return what each name means, in the order of the names, each plan or path once."""
        return tuple(dict.fromkeys(self.resolve(name) for name in names))

    def resolve(self, name: str) -> str | Path:
        """Return the plan id that the name means, or the path when it names a file.

        The first that fits: a plan id; a file that is there; the last part of one id; a country,
        by its one plan or else its one running national plan. A backslash counts as a slash.
        Raises AmbiguousNameError when several plans fit, UnknownNameError when none does. Never
        resolves what is only spelled like a name.
        """
        plan_id = name.replace("\\", "/")
        if plan_id in self._known and not _leaves_folder(name):
            return plan_id
        if _looks_like_a_file(name):
            return self._file(name)
        if _has_separator(name) and _is_there(name):
            return Path(name)
        if found := self._by_last_part(name) or self._by_country(name):
            return found
        raise self._refusal(plan_id)

    @cached_property
    def _headers(self) -> Mapping[str, HeaderFacts]:
        return self._read_headers()

    def _file(self, name: str) -> Path:
        if _is_there(name):
            return Path(name)
        message = f'no plan file called "{name}"'
        meant = self._closest(PureWindowsPath(name).name.removesuffix(".toml"))
        raise UnknownPlanError(message, plan_ids=self._ids, meant=meant)

    def _by_last_part(self, name: str) -> str | None:
        return _only_one(name, tuple(each for each in self._ids if _last_part(each) == name))

    def _by_country(self, name: str) -> str | None:
        meant = find_country(name)
        if meant is None:
            return None
        plans = {
            plan_id: facts
            for plan_id, facts in self._headers.items()
            if facts.country == meant.alpha3
        }
        national = [each for each, facts in plans.items() if facts.kind.is_national]
        running = [each for each in national if plans[each].running]
        return running[0] if len(running) == 1 else _only_one(name, tuple(sorted(plans)))

    def _refusal(self, name: str) -> UsageError:
        """Return the error for a name that means no plan; it may name a folder of plans."""
        above = f"{name.rstrip('/')}/"
        below = tuple(each for each in self._ids if each.startswith(above))
        if len(below) > 1:
            return AmbiguousNameError("plan", name, below)
        meant = find_country(name)
        message = f"no plan for {meant.name}" if meant else f'no plan called "{name}"'
        nearest = below[0] if below else self._closest(name)
        return UnknownPlanError(message, plan_ids=self._ids, meant=nearest)

    def _closest(self, name: str) -> str | None:
        """Return the id, last part or country that is spelled most like the name."""
        parts = (_last_part(each) for each in self._ids)
        found = closest(name, (*self._ids, *parts)) or closest(name, self._countries())
        return found[0] if found else None

    def _countries(self) -> tuple[str, ...]:
        codes = {facts.country for facts in self._headers.values() if facts.country}
        return tuple(found.name for code in codes if (found := country(code)))


def _only_one(name: str, plan_ids: tuple[str, ...]) -> str | None:
    """Return the only plan; None when there is none."""
    if len(plan_ids) > 1:
        raise AmbiguousNameError("plan", name, plan_ids)
    return plan_ids[0] if plan_ids else None


def _last_part(plan_id: str) -> str:
    return plan_id.rpartition("/")[2]


def _looks_like_a_file(name: str) -> bool:
    return name.lower().endswith(".toml") or _leaves_folder(name)


def _leaves_folder(name: str) -> bool:
    """Return whether the name climbs, starts at the top or names a drive, on any system."""
    shape = PureWindowsPath(name)
    return bool(shape.anchor) or ".." in shape.parts


def _has_separator(name: str) -> bool:
    return "/" in name or os.sep in name


def _is_there(name: str) -> bool:
    """Return whether anything but a folder is there; a link that leads nowhere is."""
    # Path.exists and Path.is_dir raise where a folder above may not be entered, until 3.14.
    return os.path.lexists(name) and not os.path.isdir(name)  # noqa: PTH112


def _there_are(plan_ids: tuple[str, ...]) -> str:
    if not plan_ids:
        return "there are no plans yet; `ogdplan new COUNTRY` makes one"
    return f"there are {first_of(plan_ids)}; `ogdplan status` lists all plans"
