"""What a plan needs next, and from which institution."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ogdplan.model.evidence import Dataset
from ogdplan.model.knowledge import NextStep
from ogdplan.model.work import Commitment
from ogdplan.progress.concerns import Concern, Concerns
from ogdplan.progress.late import Late
from ogdplan.progress.owed import Owed
from ogdplan.progress.plan import Progress


class Needs(NamedTuple):
    """How much is needed, in the order in which it weighs.

    `overdue` are milestones; `unclear` those of unclear status, overdue or unconfirmed;
    `unexplained` and `explained` those overdue of another status, without a reason and with one;
    `blocked` and `due` as in `Concerns`. `challenges` are open ones that nothing is done about,
    `reports` 1 for whoever owes one, `unled` unfinished milestones that nobody is in charge of.
    `commitments`, `next_steps` and `datasets` are what is late besides milestones.
    """

    overdue: int
    unclear: int
    unexplained: int
    explained: int
    blocked: int
    challenges: int
    due: int
    reports: int
    unled: int
    commitments: int
    next_steps: int
    datasets: int


class Ask(NamedTuple):
    """What is needed of an institution; `lead` is its id, None for what nobody is in charge of.

    Source: docs/definitions.md, "Who must act".
    """

    lead: str | None
    needs: Needs


def asks_of(
    progress: Progress, concerns: Concerns, owed: Sequence[Owed], late: Sequence[Late]
) -> tuple[Ask, ...]:
    """Return what is needed of each institution of which anything is, the worst first.

    The worst has most overdue; where that is equal, most of what follows in `Needs`; then by id.
    """
    leads = dict.fromkeys(
        [each.lead for each in progress.milestones]
        + [each.challenge.lead for each in progress.challenges]
        + [each.lead for each in late]
    )
    found = (Ask(lead, _needs(lead, progress, concerns, owed, late)) for lead in leads)
    return tuple(sorted((each for each in found if any(each.needs)), key=_order))


def _order(ask: Ask) -> tuple[tuple[int, ...], str]:
    return tuple(-number for number in ask.needs), ask.lead or ""


def _needs(
    lead: str | None,
    progress: Progress,
    concerns: Concerns,
    owed: Iterable[Owed],
    late: Iterable[Late],
) -> Needs:
    def own(found: Iterable[Concern]) -> list[Concern]:
        return [each for each in found if each.progress.lead == lead]

    kinds = Counter(type(each.record) for each in late if each.lead == lead)
    overdue = own(concerns.overdue)
    known = [each for each in overdue if not each.is_unclear]
    unclear = [each for each in (*overdue, *own(concerns.unconfirmed)) if each.is_unclear]
    return Needs(
        overdue=len(overdue),
        unclear=len(unclear),
        unexplained=sum(not each.is_explained for each in known),
        explained=sum(each.is_explained for each in known),
        blocked=len(own(concerns.blocked)),
        challenges=sum(
            each.unmitigated and each.challenge.lead == lead for each in progress.challenges
        ),
        due=len(own(concerns.due)),
        reports=sum(lead is not None and each.lead == lead for each in owed),
        unled=sum(
            lead is None and each.lead is None and each.is_active and not each.is_completed
            for each in progress.milestones
        ),
        commitments=kinds[Commitment],
        next_steps=kinds[NextStep],
        datasets=kinds[Dataset],
    )
