"""Plans checked and measured: each by itself, then all of a folder together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ogdplan.actions.examination import Examined, Subject, Surveyed, examine
from ogdplan.actions.library import Failed, Selection
from ogdplan.actions.watching import Watch, unwatched
from ogdplan.checks import portfolio
from ogdplan.checks.acceptance import settle
from ogdplan.findings import Finding, Group, Problem, Severity, count
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import as_text
from ogdplan.rules.catalogue import RULES
from ogdplan.workspace.folder import (
    Content,
    PlanPath,
    PlansFolder,
    Unreadable,
    plan_paths,
    read_plan,
)

_BY_THEMSELVES = frozenset(RULES) - portfolio.SLUGS
"""The rules that look at one plan only."""


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
            Failed(each.place, each.faults, each.reason)
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


def survey(
    selection: Selection,
    *,
    as_of: date,
    measured: bool = True,
    with_agencies: bool = True,
    contents: Mapping[PlanPath, Content] | None = None,
    watch: Watch = unwatched,
) -> Survey:
    """Check the plans of a selection, with figures when `measured`.

    The other plans of their folder are read too, since plans refer to each other; nothing is
    said of them, nor without `with_agencies` of agency plans. A file that does not even say
    whether it is one is taken for none, so that it is not passed over. `contents` are what files
    hold that were read already.
    """
    known = contents or {}
    subjects = [replace(each, content=known.get(each.place)) for each in subjects_of(selection)]
    examined = examine(selection.folder, subjects, as_of=as_of, measured=measured, watch=watch)
    agencies = {
        each.place for each in examined if not with_agencies and each.card and each.card.is_agency
    }
    places = (place for place in selection.paths if place not in agencies)
    return Survey(Portfolio(selection.folder, examined, known).surveyed(places))


def subjects_of(
    selection: Selection, before: Mapping[PlanPath, Content] | None = None
) -> tuple[Subject, ...]:
    """Return the files that are asked for, then the others of their folder.

    `before` is what files held earlier, for the rules of history.
    """
    known = before or {}
    asked = set(selection.paths)
    places = plan_paths(selection.folder) if selection.folder else ()
    return (
        *(Subject(place, before=known.get(place)) for place in selection.paths),
        *(Subject(place, is_asked=False) for place in places if place not in asked),
    )


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All files of a folder, examined at one moment; of no folder, a file alone.

    `contents` are those of files that are not to be read from the disk.
    """

    folder: PlansFolder | None
    examined: tuple[Examined, ...]
    contents: Mapping[PlanPath, Content] = field(default_factory=dict)

    def surveyed(self, places: Iterable[PlanPath]) -> tuple[Surveyed, ...]:
        """Return what was found in files, by themselves and between plans; in the order given."""
        found = {each.place: each for each in self.examined}
        between = self._between() if self.folder else {}
        return tuple(self._joined(found[place], between.get(place.plan_id, ())) for place in places)

    def _between(self) -> Mapping[str, tuple[Problem, ...]]:
        cards = {each.card.plan_id: each.card for each in self.examined if each.card}
        return portfolio.check(cards, [each.place.plan_id for each in self.examined])

    def _joined(self, examined: Examined, between: tuple[Problem, ...]) -> Surveyed:
        """Return what was found in a file together with what was found between plans.

        The text is fetched once more to find the lines of the latter: they are few.
        """
        surveyed = examined.surveyed
        entries = any(entry.rule in portfolio.SLUGS for entry in examined.accepted)
        if self.folder is None or not (between or entries):
            return surveyed
        unasked = frozenset(RULES) if surveyed.counts.error else _BY_THEMSELVES
        problems = settle(examined.accepted, between, unasked=unasked)
        if not problems:
            return surveyed
        counts = surveyed.counts + count(problems, plans=0)
        if surveyed.summary:
            return replace(surveyed, counts=counts)
        more = findings_of(problems, self._text(surveyed.place), surveyed.place.shown)
        findings = sorted((*surveyed.findings, *more), key=lambda finding: finding.order)
        return replace(surveyed, findings=tuple(findings), counts=counts)

    def _text(self, place: PlanPath) -> str:
        """Return the text of a file that could be read before; nothing when it has gone since."""
        at_hand = self.contents.get(place)
        content = read_plan(self.folder, place) if at_hand is None else at_hand
        return "" if isinstance(content, Unreadable) else as_text(content)
