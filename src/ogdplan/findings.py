"""Findings: what is wrong with a plan file, as values apart from exceptions.

A check makes a `Problem`: a rule, a place in the data and words. Once the text of the file
is at hand the place becomes a line and a column, and the problem a `Finding`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Group(StrEnum):
    """What a rule is about."""

    VALIDITY = "validity"
    RECORD = "record"
    SCHEDULE = "schedule"
    OPENNESS = "openness"
    LANGUAGE = "language"
    ADVICE = "advice"


class Rule(NamedTuple):
    """One rule of the catalogue.

    `why` says what the rule protects, `fix` what to do. `reads` names the values the rule
    looks at as `table.field`, `table.*` or `table`: when one of them has an error, nothing
    that this rule says about it is reported. `session` is the workshop session that an
    advice rule rests on.
    """

    slug: str
    group: Group
    severity: Severity
    title: str
    why: str
    fix: str
    reads: frozenset[str] = frozenset()
    session: str | None = None


DataPath = tuple[str | int, ...]
"""The way to a value in the data of a file: `("milestones", 3, "due")`."""


class Aim(Enum):
    """Which part of what stands at a path a problem points at."""

    VALUE = "value"
    KEY = "key"
    HEADER = "header"


class Place(NamedTuple):
    """A path in the data of a plan file and the part of it that is meant."""

    path: DataPath
    aim: Aim = Aim.VALUE


class Span(NamedTuple):
    """Offsets in the text of a file, the end excluded; for problems found in the text itself."""

    start: int
    end: int


class Problem(NamedTuple):
    """Something wrong, before its line is known.

    `record` is the id of the record it concerns, `field` the key; both None where the file
    as a whole is meant. `accepted` as in `Finding`.
    """

    rule: Rule
    place: Place | Span
    message: str
    help: str
    record: str | None = None
    field: str | None = None
    accepted: bool = False

    @property
    def severity(self) -> Severity:
        """Return how bad it is."""
        return self.rule.severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a plan file, located and explained.

    `line` and `column` count from 1, columns in code points; `width` is how many code points
    of that line are meant, at least 1; `excerpt` is that line. `accepted` says that the file
    has an entry that answers for it.
    """

    rule: str
    group: Group
    severity: Severity
    path: str
    line: int
    column: int
    record: str | None
    field: str | None
    message: str
    help: str
    accepted: bool = False
    width: int = 1
    excerpt: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Return the sort key of findings: path, line, column, rule; the message breaks ties."""
        return (self.path, self.line, self.column, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """The number of plans checked, and of findings by severity.

    Accepted findings are counted as accepted and nowhere else.
    """

    plans: int
    error: int
    warning: int
    advice: int
    accepted: int

    def __add__(self, other: "FindingCounts") -> "FindingCounts":
        """Return the sums."""
        return FindingCounts(
            self.plans + other.plans,
            self.error + other.error,
            self.warning + other.warning,
            self.advice + other.advice,
            self.accepted + other.accepted,
        )


def count(findings: Iterable[Finding | Problem], *, plans: int) -> FindingCounts:
    """Return the counts of the findings that so many plans gave."""
    kinds = Counter("accepted" if finding.accepted else finding.severity for finding in findings)
    return FindingCounts(
        plans,
        error=kinds[Severity.ERROR],
        warning=kinds[Severity.WARNING],
        advice=kinds[Severity.ADVICE],
        accepted=kinds["accepted"],
    )
