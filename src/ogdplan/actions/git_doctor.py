"""Whether git really merges the plans of a clone by ogdplan: what is looked at, and how it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ogdplan.actions.git_setup import Place, place_of, treated
from ogdplan.planfile.reading import read
from ogdplan.workspace.folder import PlansFolder, plan_paths, read_plan
from ogdplan.workspace.git import attributes, settings, trial
from ogdplan.workspace.git.attributes import Applied
from ogdplan.workspace.git.index import submodules, unmerged
from ogdplan.workspace.git.trial import Trial

_LEFT_BY_A_MERGE = frozenset({"unresolved-merge", "conflict-markers"})
_TRACES = (b"CONFLICT", b"<<<<<<<")


class State(StrEnum):
    """How something is that was looked at; untried is what another fault keeps from a trial."""

    RIGHT = "right"
    WRONG = "wrong"
    UNTRIED = "untried"


def _state(is_right: bool) -> State:
    return State.RIGHT if is_right else State.WRONG


@dataclass(frozen=True, slots=True)
class Declared:
    """Whether the attributes that count for each plan make git merge and show it by ogdplan."""

    plans: tuple[Applied, ...]

    @property
    def otherwise(self) -> tuple[Applied, ...]:
        """Return the plans with which git does something else."""
        return tuple(each for each in self.plans if not each.is_ours)

    @property
    def state(self) -> State:
        """Right when they do for every plan."""
        return _state(not self.otherwise)


@dataclass(frozen=True, slots=True)
class Configured:
    """The line by which git starts its driver, None where it was told of none."""

    driver: str | None

    @property
    def state(self) -> State:
        """Right when there is a driver."""
        return _state(self.driver is not None)


@dataclass(frozen=True, slots=True)
class Program:
    """The program of the driver, the version it says it has, and the one that is asking.

    `words` is None without a driver, and empty for a line that is none of ours. `answer` is None
    where the program cannot be started.
    """

    words: tuple[str, ...] | None
    answer: str | None
    version: str

    @property
    def state(self) -> State:
        """Right when it is this version; untried without a driver."""
        return State.UNTRIED if self.words is None else _state(self.answer == self.version)


@dataclass(frozen=True, slots=True)
class Fires:
    """What a real merge came to; None where there is no driver that can be started."""

    trial: Trial | None

    @property
    def state(self) -> State:
        """Right when both sides of the merge are in its result."""
        return _state(self.trial.fires) if self.trial else State.UNTRIED


@dataclass(frozen=True, slots=True)
class NamesRecords:
    """Whether git was told how to name the record in which a difference stands."""

    is_told: bool

    @property
    def state(self) -> State:
        """Right when it was."""
        return _state(self.is_told)


@dataclass(frozen=True, slots=True)
class Settled:
    """The plans in which a merge is not settled: to git's mind, or by what stands in the file."""

    unmerged: tuple[str, ...]
    conflicts: Mapping[str, int]

    @property
    def state(self) -> State:
        """Right when there are none."""
        return _state(not self.unmerged and not self.conflicts)


Check = Declared | Configured | Program | Fires | NamesRecords | Settled


@dataclass(frozen=True, slots=True)
class Examination:
    """All that was looked at, what comes first before what needs it.

    `is_shared`: `.gitattributes` is committed as it is. `submodules` among the plans are
    repositories of their own, with settings and attributes of their own.
    """

    git_version: str
    checks: tuple[Check, ...]
    is_shared: bool
    submodules: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong and nothing had to stay untried."""
        return all(check.state is State.RIGHT for check in self.checks)


def examine(folder: PlansFolder, version: str, environment: Mapping[str, str]) -> Examination:
    """Look whether git merges the plans of a folder by ogdplan of this version.

    The environment is that in which programs are started. Nothing in the repository is touched.
    Raises what `repository_of` raises.
    """
    place = place_of(folder)
    stored = settings.stored(place.repository.root, None)
    driver = stored.get(settings.DRIVER, (None,))[-1]
    program = _program(driver, version, environment)
    return Examination(
        settings.git_version(place.repository.root),
        (
            Declared(treated(place)),
            Configured(driver),
            program,
            Fires(_trial(driver, program, environment)),
            NamesRecords(settings.RECORDS in stored),
            Settled(_unmerged(place), dict(_conflicts(place))),
        ),
        attributes.is_committed(place.repository),
        tuple(folder.shown(path) for path in submodules(place.repository)),
    )


def _program(driver: str | None, version: str, environment: Mapping[str, str]) -> Program:
    if driver is None:
        return Program(None, None, version)
    words = settings.program_of(driver)
    return Program(words, trial.answer_of(words, environment) if words else None, version)


def _trial(driver: str | None, program: Program, environment: Mapping[str, str]) -> Trial | None:
    """Return what a merge came to; one fault is enough where the program is not there."""
    if driver is None or (program.words and program.answer is None):
        return None
    return trial.tried(driver, environment)


def _unmerged(place: Place) -> tuple[str, ...]:
    return tuple(place.folder.shown(path) for path in unmerged(place.repository))


def _conflicts(place: Place) -> Iterator[tuple[str, int]]:
    """Yield the plans with traces of a merge, and how many; most files are not looked into."""
    for each in plan_paths(place.folder):
        content = read_plan(place.folder, each)
        if isinstance(content, bytes) and any(trace in content for trace in _TRACES):
            problems = read(content).problems
            if found := sum(problem.rule.slug in _LEFT_BY_A_MERGE for problem in problems):
                yield each.shown, found
