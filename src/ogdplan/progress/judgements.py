"""Assessments by others beside the plan's own word, and where the two differ."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ogdplan.model.evidence import Assessment, Dataset
from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Commitment, Milestone
from ogdplan.progress.plan import Progress, progress_of

_OF_COMPLETION = re.compile(
    r"\b(complet(e|ed|ion)|progress|implementation|status"
    r"|cumplimiento|avance|implementación|cumprimento|conclusão|progresso|implementação"
    r"|achèvement|avancement|progrès|mise en œuvre)\b",
    re.IGNORECASE,
)
"""Criteria about how far work has come, in the languages of the assessors.

Not "completeness", which is asked of data.
"""

_SYNONYMS = {
    "completed": Status.COMPLETED,
    "fully completed": Status.COMPLETED,
    "completo": Status.COMPLETED,
    "achevé": Status.COMPLETED,
    "not yet started": Status.NOT_STARTED,
    "no iniciado": Status.NOT_STARTED,
    "não iniciado": Status.NOT_STARTED,
    "non commencé": Status.NOT_STARTED,
    "limitado": Status.LIMITED,
    "limité": Status.LIMITED,
    "sustancial": Status.SUBSTANTIAL,
    "substancial": Status.SUBSTANTIAL,
    "substantiel": Status.SUBSTANTIAL,
    "retirado": Status.WITHDRAWN,
    "retiré": Status.WITHDRAWN,
    "no evidence": Status.UNCLEAR,
    "unable to tell": Status.UNCLEAR,
}
_STATUSES: Mapping[str, Status] = {
    **_SYNONYMS,
    **{
        words: each
        for each in Status
        for words in (each.value.replace("-", " "), each.label.lower())
    },
}
"""What assessors call a status, in small letters and without hyphens."""

_LEVELS = (Status.LIMITED, Status.SUBSTANTIAL)


@dataclass(frozen=True, slots=True)
class Judgement:
    """An assessment, and what the plan itself says of the same on that day.

    `subject` is what was judged, None for the plan. `judged` is the status that the rating
    names, where the criterion is about completion. `self_reported` is the status by the plan on
    the last day of `on`, without one at the date asked for; None of a dataset and of the plan.
    `differs` is None where the two cannot be compared.

    Source: docs/definitions.md, "Judgement and difference".
    """

    assessment: Assessment
    subject: Milestone | Commitment | Dataset | None
    judged: Status | None
    self_reported: Status | None
    differs: bool | None

    @property
    def is_known_by_others_only(self) -> bool:
        """Whether it names how something stands that by the plan's own word is unclear."""
        is_named = self.judged not in (None, Status.UNCLEAR)
        return is_named and self.self_reported is Status.UNCLEAR


def judgements_of(progress: Progress) -> tuple[Judgement, ...]:
    """Return the assessments known at the date, in the order of the file."""
    subjects = _subjects(progress.plan)
    known: dict[date, Mapping[str, Status]] = {progress.as_of: _statuses(progress)}
    found = []
    for assessment in progress.plan.assessments:
        day = assessment.on.last if assessment.on else progress.as_of
        if day > progress.as_of:
            continue
        if day not in known:
            known[day] = _statuses(progress_of(progress.plan, day))
        judged, reported = judged_status(assessment), known[day].get(assessment.about or "")
        subject = subjects.get(assessment.about or "")
        found.append(Judgement(assessment, subject, judged, reported, _differ(judged, reported)))
    return tuple(found)


def judged_status(assessment: Assessment) -> Status | None:
    """Return the status that a rating names, None where the criterion is about something else."""
    if assessment.rating is None or not _OF_COMPLETION.search(assessment.criterion):
        return None
    return _STATUSES.get(" ".join(assessment.rating.replace("-", " ").lower().split()))


def _differ(judged: Status | None, reported: Status | None) -> bool | None:
    """Return whether a judgement contradicts the plan's own word; None where nobody can tell.

    Under way without a level may be limited, or substantial.
    """
    if judged is None or reported is None or Status.UNCLEAR in (judged, reported):
        return None
    both = {judged, reported}
    if Status.IN_PROGRESS in both and both & set(_LEVELS):
        return False
    return judged is not reported


def _subjects(plan: Plan) -> Mapping[str, Milestone | Commitment | Dataset]:
    records = chain[Milestone | Commitment | Dataset](
        plan.datasets, plan.milestones, plan.commitments
    )
    return {record.id: record for record in records}


def _statuses(progress: Progress) -> Mapping[str, Status]:
    """Return how each milestone and commitment stands by the plan's own word."""
    found = {each.milestone.id: each.status for each in progress.milestones}
    return found | {each.commitment.id: each.status for each in progress.commitments}
