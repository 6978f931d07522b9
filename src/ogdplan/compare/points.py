"""The closed set of kinds of change.

Each is a small class that is able to say itself: `str()` of it gives its words, `name` what it
is counted as. Titles, labels and the values of fields are in words already when it is made.
"""

from collections.abc import Mapping
from typing import get_args

from ogdplan.compare.points_of_deadlines import (
    DeadlineMoved,
    DeadlineRemoved,
    DeadlineSet,
)
from ogdplan.compare.points_of_faults import ReadableAgain, Unreadable
from ogdplan.compare.points_of_fields import (
    Added,
    FieldChanged,
    FieldRemoved,
    FieldSet,
    LeadChanged,
    ListChanged,
    Removed,
    Renamed,
    Reordered,
    Reworded,
    TranslationAdded,
    TranslationRemoved,
)
from ogdplan.compare.points_of_plans import PlanAdded, PlanMoved, PlanRemoved
from ogdplan.compare.points_of_work import (
    ChallengeRaised,
    Completed,
    Done,
    Dropped,
    EvidenceAdded,
    EvidenceRemoved,
    ProgressChanged,
    Promoted,
    Released,
    Reopened,
    Reported,
    Resolved,
    Started,
    StatusChanged,
    Withdrawn,
)

Point = (
    Completed
    | Reopened
    | Withdrawn
    | DeadlineMoved
    | DeadlineSet
    | DeadlineRemoved
    | StatusChanged
    | Unreadable
    | ReadableAgain
    | Started
    | ProgressChanged
    | Reported
    | EvidenceAdded
    | EvidenceRemoved
    | Resolved
    | ChallengeRaised
    | Done
    | Dropped
    | Promoted
    | Released
    | LeadChanged
    | PlanAdded
    | PlanRemoved
    | PlanMoved
    | Added
    | Removed
    | Renamed
    | FieldChanged
    | FieldSet
    | FieldRemoved
    | Reworded
    | ListChanged
    | Reordered
    | TranslationAdded
    | TranslationRemoved
)
"""One thing that happened to a record; the kinds in the order of what matters to a meeting."""

RANKS: Mapping[type[Point], int] = {kind: rank for rank, kind in enumerate(get_args(Point))}
"""The place of each kind in that order, from 0."""
