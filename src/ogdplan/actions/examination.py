"""Plan files examined, each by itself, on all processors when that pays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from ogdplan.actions import parallel
from ogdplan.actions.library import Failed, refusal, total_size
from ogdplan.actions.watching import Watch, unwatched
from ogdplan.checks import portfolio
from ogdplan.checks.acceptance import settle
from ogdplan.checks.context import Past
from ogdplan.checks.plan import check_plan
from ogdplan.checks.portfolio import Card, card_of
from ogdplan.findings import Finding, FindingCounts, Problem, Span, count
from ogdplan.model.plan import Accepted, Plan
from ogdplan.model.values import is_plan_id
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import Reading, read
from ogdplan.progress.summary import Summary, summary_of
from ogdplan.rules import history
from ogdplan.rules.catalogue import RULES
from ogdplan.workspace.folder import Content, PlanPath, PlansFolder, Unreadable, read_plan

_ON_TRUST = (portfolio.SLUGS | history.SLUGS) - history.UNACCEPTABLE
"""The rules whose accepted entries are taken on trust here.

What several plans show is not known yet. What changed depends on since when one asks, so that an
entry for it can accept nothing today and yet be right.
"""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One file asked for: its findings by line, and whether it yields a plan.

    `summary` holds the plan's figures where they were asked for; findings of such a plan are
    counted and not located, which is most of the work. Of a file that yields none `faults` are
    those of the findings that keep it from one, and `reason` says why the system would not give
    the file.
    """

    place: PlanPath
    findings: tuple[Finding, ...]
    counts: FindingCounts
    yields_plan: bool = False
    summary: Summary | None = None
    faults: tuple[Finding, ...] = ()
    reason: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A file to be examined; of one that nobody asked for only what other plans need to know.

    `content` is what it holds where that is not to be read from the disk. `before` is what it
    held earlier, for the rules of history, None where nobody asks what changed.
    """

    place: PlanPath
    is_asked: bool = True
    content: Content | None = None
    before: Content | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier version of a file: the ids that its records have now, where they changed.

    `failed` says why it cannot be compared.
    """

    renames: Mapping[str, str] = field(default_factory=dict)
    failed: Failed | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """What one process finds out about one file, small enough to hand to another."""

    surveyed: Surveyed
    card: Card | None = None
    accepted: tuple[Accepted, ...] = ()
    earlier: Earlier | None = None

    @property
    def place(self) -> PlanPath:
        """Return which file it is."""
        return self.surveyed.place


def examine(
    folder: PlansFolder | None,
    subjects: Sequence[Subject],
    *,
    as_of: date,
    measured: bool,
    watch: Watch = unwatched,
) -> tuple[Examined, ...]:
    """Return what each file shows by itself, with figures when `measured`; in the order given."""
    work = partial(_examine, folder, as_of, measured)
    on_disk = total_size(each.place for each in subjects if each.content is None)
    at_hand = sum(len(each.content) for each in subjects if isinstance(each.content, bytes))
    examined = parallel.each(work, subjects, size=on_disk + at_hand)
    return tuple(watch(examined, len(subjects)))


def _examine(folder: PlansFolder | None, as_of: date, measured: bool, subject: Subject) -> Examined:
    place = subject.place
    content = read_plan(folder, place) if subject.content is None else subject.content
    if isinstance(content, Unreadable):
        failed = refusal(place, content)
        counts = count(failed.findings, plans=1)
        found = failed.findings
        return Examined(Surveyed(place, found, counts, faults=found, reason=failed.reason))
    reading = read(content)
    if subject.is_asked:
        return _checked(subject, reading, as_of=as_of, measured=measured)
    plan = reading.plan or reading.draft
    card = card_of(place.plan_id, plan, reading.faulty) if plan else None
    return Examined(Surveyed(place, (), count((), plans=1)), card)


def _checked(subject: Subject, reading: Reading, *, as_of: date, measured: bool) -> Examined:
    place = subject.place
    past, earlier = _past(place, subject.before, reading)
    checked = check_plan(reading, as_of=as_of, past=past)
    problems = (*settle(checked.accepted, checked.problems, unasked=_ON_TRUST), *_misnamed(place))
    summary = summary_of(checked.progress) if measured and checked.progress else None
    plan = reading.plan or reading.draft
    return Examined(
        Surveyed(
            place,
            () if summary else findings_of(problems, reading.text, place.shown),
            count(problems, plans=1),
            yields_plan=reading.plan is not None,
            summary=summary,
            faults=() if reading.plan else findings_of(reading.problems, reading.text, place.shown),
        ),
        card_of(place.plan_id, plan, checked.faulty) if plan else None,
        checked.accepted,
        earlier,
    )


def _past(
    place: PlanPath, before: Content | None, reading: Reading
) -> tuple[Past | None, Earlier | None]:
    """Return what a plan was, to be compared with; None where one of the two yields none.

    Where ids are missing or duplicate nobody can say which record is which.
    """
    if before is None:
        return None, None
    if isinstance(before, Unreadable):
        return None, Earlier(failed=refusal(place, before))
    old = read(before)
    if old.plan is None or old.ids is None:
        findings = findings_of(old.problems, old.text, place.shown)
        return None, Earlier(failed=Failed(place, findings))
    if reading.plan is None or reading.ids is None:
        return None, Earlier()
    renames = _renames(old.plan, reading.plan)
    return Past(old.plan, renames), Earlier(renames)


def _renames(old: Plan, new: Plan) -> Mapping[str, str]:
    # Here, since only who asks what changed needs them: 5 ms.
    from ogdplan.compare.matching import successors_between  # noqa: PLC0415
    from ogdplan.compare.sides import Side  # noqa: PLC0415

    return successors_between(Side(old), Side(new))


def _misnamed(place: PlanPath) -> tuple[Problem, ...]:
    """Return the problem of a file whose path gives no plan id."""
    if is_plan_id(place.plan_id):
        return ()
    message = f'the file\'s name gives the plan id "{place.plan_id}", which cannot be one'
    help_text = "rename the file: small letters a to z, digits and single hyphens, then .toml"
    return (Problem(RULES["bad-id"], Span(0, 0), message, help_text),)
