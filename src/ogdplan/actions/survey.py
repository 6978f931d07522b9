"""Plans checked and measured: each by itself, then all of a folder together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from ogdplan.actions import parallel
from ogdplan.actions.library import Failed, Selection, refusal, total_size
from ogdplan.checks import portfolio
from ogdplan.checks.acceptance import settle
from ogdplan.checks.plan import check_plan
from ogdplan.checks.portfolio import Card, card_of
from ogdplan.findings import Finding, FindingCounts, Group, Problem, Severity, Span, count
from ogdplan.model.plan import Accepted
from ogdplan.model.values import is_plan_id
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import Reading, as_text, read
from ogdplan.progress.summary import Summary, summary_of
from ogdplan.rules.catalogue import RULES
from ogdplan.workspace.folder import PlanPath, PlansFolder, Unreadable, plan_paths, read_plan

_BY_THEMSELVES = frozenset(RULES) - portfolio.SLUGS
"""The rules that look at one plan only."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One file asked for: its findings by line, and whether it yields a plan.

    `summary` holds the plan's figures where they were asked for; findings of such a plan are
    counted and not located, which is most of the work. `reason` says why the system would not
    give the file.
    """

    place: PlanPath
    findings: tuple[Finding, ...]
    counts: FindingCounts
    yields_plan: bool = False
    summary: Summary | None = None
    reason: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """The files asked for, in that order."""

    plans: tuple[Surveyed, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all findings, sorted by path, line, column and rule."""
        return tuple(sorted(self._found, key=lambda finding: finding.order))

    @property
    def failed(self) -> tuple[Failed, ...]:
        """Return the files that yield no plan."""
        return tuple(
            Failed(each.place, each.findings, each.reason)
            for each in self.plans
            if not each.yields_plan
        )

    def is_wrong(self, *, strict: bool) -> bool:
        """Return whether there is an error, or when strict a warning apart from the schedule."""
        return any(
            finding.severity is Severity.ERROR
            or (strict and finding.severity is Severity.WARNING and finding.group != Group.SCHEDULE)
            for finding in self._found
            if not finding.accepted
        )

    @property
    def _found(self) -> Iterator[Finding]:
        return (finding for each in self.plans for finding in each.findings)


@dataclass(frozen=True, slots=True)
class _Examined:
    """What one process finds out about one file, small enough to hand to another."""

    surveyed: Surveyed
    card: Card | None = None
    accepted: tuple[Accepted, ...] = ()


def survey(selection: Selection, *, as_of: date, measured: bool = True) -> Survey:
    """Check the plans of a selection, with figures when `measured`.

    The other plans of their folder are read too, since plans refer to each other; nothing is
    said of them.
    """
    asked = set(selection.paths)
    places = plan_paths(selection.folder) if selection.folder else ()
    others = [place for place in places if place not in asked]
    work = partial(_examine, selection.folder, as_of, measured)
    tasks = [*((place, True) for place in selection.paths), *((place, False) for place in others)]
    size = total_size(place for place, _ in tasks)
    examined = list(parallel.each(work, tasks, size=size))
    known = [place.plan_id for place, _ in tasks]
    between = _between(examined, known) if selection.folder else {}
    found = (
        _joined(each, between.get(each.surveyed.place.plan_id, ()), selection.folder)
        for each in examined[: len(selection.paths)]
    )
    return Survey(tuple(found))


def _between(examined: Iterable[_Examined], known: list[str]) -> Mapping[str, tuple[Problem, ...]]:
    cards = {each.card.plan_id: each.card for each in examined if each.card}
    return portfolio.check(cards, known)


def _examine(
    folder: PlansFolder | None, as_of: date, measured: bool, task: tuple[PlanPath, bool]
) -> _Examined:
    """Read one file; of one that nobody asked for only what other plans need to know."""
    place, is_asked = task
    content = read_plan(folder, place)
    if isinstance(content, Unreadable):
        failed = refusal(place, content)
        counts = count(failed.findings, plans=1)
        return _Examined(Surveyed(place, failed.findings, counts, reason=failed.reason))
    reading = read(content)
    if is_asked:
        return _checked(place, reading, as_of=as_of, measured=measured)
    plan = reading.plan or reading.draft
    card = card_of(place.plan_id, plan, reading.faulty) if plan else None
    return _Examined(Surveyed(place, (), count((), plans=1)), card)


def _checked(place: PlanPath, reading: Reading, *, as_of: date, measured: bool) -> _Examined:
    checked = check_plan(reading, as_of=as_of)
    settled = settle(checked.accepted, checked.problems, unasked=portfolio.SLUGS)
    problems = (*settled, *_misnamed(place))
    summary = summary_of(checked.progress) if measured and checked.progress else None
    plan = reading.plan or reading.draft
    return _Examined(
        Surveyed(
            place,
            () if summary else findings_of(problems, reading.text, place.shown),
            count(problems, plans=1),
            yields_plan=reading.plan is not None,
            summary=summary,
        ),
        card_of(place.plan_id, plan, checked.faulty) if plan else None,
        checked.accepted,
    )


def _misnamed(place: PlanPath) -> tuple[Problem, ...]:
    """Return the problem of a file whose path gives no plan id."""
    if is_plan_id(place.plan_id):
        return ()
    message = f'the file\'s name gives the plan id "{place.plan_id}", which cannot be one'
    help_text = "rename the file: small letters a to z, digits and single hyphens, then .toml"
    return (Problem(RULES["bad-id"], Span(0, 0), message, help_text),)


def _joined(
    examined: _Examined, between: tuple[Problem, ...], folder: PlansFolder | None
) -> Surveyed:
    """Return what was found in a file together with what was found between plans.

    The text is fetched once more to find the lines of the latter: they are few.
    """
    surveyed = examined.surveyed
    entries = any(entry.rule in portfolio.SLUGS for entry in examined.accepted)
    if folder is None or not (between or entries):
        return surveyed
    unasked = frozenset(RULES) if surveyed.counts.error else _BY_THEMSELVES
    problems = settle(examined.accepted, between, unasked=unasked)
    if not problems:
        return surveyed
    counts = surveyed.counts + count(problems, plans=0)
    if surveyed.summary:
        return replace(surveyed, counts=counts)
    more = findings_of(problems, _text(folder, surveyed.place), surveyed.place.shown)
    findings = sorted((*surveyed.findings, *more), key=lambda finding: finding.order)
    return replace(surveyed, findings=tuple(findings), counts=counts)


def _text(folder: PlansFolder, place: PlanPath) -> str:
    """Return the text of a file that could be read before; nothing when it has gone since."""
    content = read_plan(folder, place)
    if isinstance(content, Unreadable):
        return ""
    return as_text(content)
