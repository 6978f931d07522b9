"""Rules about valid plans in which something is wrong."""

from ogdplan.findings import Group, Rule, Severity

_STATE = (
    "milestones.status milestones.started milestones.completed milestones.withdrawn "
    "updates.about updates.on updates.status"
)
_COMMITMENT = "commitments.status commitments.completed commitments.withdrawn"
_SCHEDULE = f"{_STATE} milestones.due plan.stage"
_PERIOD = "plan.start plan.end"
_TEXTS = (
    "plan.title plan.summary plan.endorsed_by institutions.name instruments.title "
    "instruments.effect commitments.title commitments.problem commitments.solution "
    "commitments.results commitments.beneficiaries milestones.title milestones.expected_output "
    "updates.text challenges.title challenges.description challenges.resolution lessons.title "
    "lessons.description next_steps.title next_steps.description datasets.title "
    "datasets.access_reason datasets.publisher_benefit indicators.title events.title "
    "resources.title"
)
_IDS = (
    "institutions.id instruments.id commitments.id milestones.id updates.id challenges.id "
    "lessons.id next_steps.id datasets.id indicators.id events.id resources.id"
)


def _warning(slug: str, title: str, why: str, fix: str, reads: str, *, group: Group) -> Rule:
    return Rule(slug, group, Severity.WARNING, title, why, fix, frozenset(reads.split()))


def _record(slug: str, title: str, why: str, fix: str, reads: str) -> Rule:
    return _warning(slug, title, why, fix, reads, group=Group.RECORD)


def _schedule(slug: str, title: str, why: str, fix: str, reads: str) -> Rule:
    return _warning(slug, title, why, fix, reads, group=Group.SCHEDULE)


def _openness(slug: str, title: str, why: str, fix: str, reads: str) -> Rule:
    return _warning(slug, title, why, fix, reads, group=Group.OPENNESS)


RECORD = (
    _record(
        "missing-lead",
        "nobody is in charge",
        "work without an institution in charge is nobody's work",
        "set `lead` on the milestone, or on its commitment",
        f"{_STATE} milestones.lead milestones.commitment commitments.lead",
    ),
    _record(
        "completed-without-date",
        "completed, but when?",
        "without the date nobody can tell whether it was done in time",
        "set `completed`, with the precision that is known",
        f"{_STATE} {_COMMITMENT}",
    ),
    _record(
        "date-in-future",
        "something is said to have happened in the future",
        "a date of something done cannot lie ahead; a planned date belongs in another field",
        "correct the date, or use the field for what is planned",
        "milestones.started milestones.completed milestones.withdrawn commitments.completed "
        "commitments.withdrawn challenges.resolved datasets.released measurements.on updates.on",
    ),
    _record(
        "completed-without-evidence",
        "completed, but nothing shows it",
        "accountability needs evidence (workshop, session II)",
        "add to `evidence` what shows that it is done, best a public web address",
        f"{_STATE} milestones.evidence updates.evidence",
    ),
    _record(
        "evidence-not-public",
        "completed, and the evidence cannot be looked at",
        "what citizens cannot see cannot convince them",
        "add a web address to `evidence`",
        f"{_STATE} milestones.evidence updates.evidence",
    ),
    _record(
        "progress-contradicts-status",
        "the percentage says one thing, the status another",
        "readers cannot know which of the two to believe",
        "correct `progress` or `status`",
        f"{_STATE} {_COMMITMENT} milestones.progress commitments.progress updates.progress",
    ),
    _record(
        "status-behind-update",
        "the stated status is behind the last report",
        "a report says how it stands since, and the status still says what was before",
        "set `status` to what the report says, or remove it",
        f"{_STATE} {_COMMITMENT} updates.id",
    ),
    _record(
        "completed-before-dependency",
        "completed before what it depends on",
        "either the dependency is not real, or a date is wrong; of dates known by the month or "
        "year only those count that are the wrong way round whatever the day",
        "correct the date, or remove the dependency",
        f"{_STATE} milestones.depends_on",
    ),
    _record(
        "challenge-unmitigated",
        "a grave challenge that nobody works on",
        "a challenge of high severity without a milestone or next step against it will stay",
        "add a milestone or next step to `mitigations`, or accept the challenge with a reason",
        f"{_STATE} challenges.severity challenges.status challenges.raised challenges.resolved "
        "challenges.mitigations next_steps.status",
    ),
    _record(
        "personal-data",
        "an e-mail address or phone number in a text",
        "plans are public; persons have a right to stay out of them",
        "remove it; an office's address goes into `contact` of the institution",
        "",
    ),
    _record(
        "accepted-nothing",
        "an accepted finding that is not there",
        "an entry that answers for nothing hides the next real finding",
        "remove the entry",
        "",
    ),
    _record(
        "when-far-from-plan",
        "a date far away from the plan",
        "over ten years outside the plan's period it is most likely a slip of the pen; laws, "
        "indicators and measurements may be that far away",
        "correct the year",
        _PERIOD,
    ),
    _record(
        "retired-sdg",
        "an SDG indicator that has been retired",
        "the UN has taken it out of the framework; nobody need collect its data any more",
        "use the indicator that replaced it, or the target",
        "",
    ),
    _record(
        "unknown-sdg-indicator",
        "an SDG indicator that is in none of the frameworks",
        "the target exists; the indicator is a slip, or of another year's framework",
        "check the number; where in doubt use the target",
        "",
    ),
)

SCHEDULE = (
    _schedule(
        "overdue",
        "a deadline has passed",
        "a late milestone needs a word: how it stands, until when, and what holds it up",
        "report how it stands, move the deadline with a reason, or name the challenge",
        f"{_SCHEDULE} {_PERIOD} milestones.commitment challenges.affects challenges.status "
        "challenges.raised challenges.resolved",
    ),
    _schedule(
        "release-overdue",
        "a dataset should have been released",
        "users were told a date and count on it",
        "set `released`, or move `planned`",
        f"datasets.planned datasets.released plan.stage {_PERIOD}",
    ),
    _schedule(
        "missing-due",
        "no deadline",
        "a milestone without a date can never be late, and is seldom done",
        "set `due`, or `timing` to recurring, ongoing or conditional",
        f"{_SCHEDULE} milestones.timing milestones.due_text",
    ),
    _schedule(
        "due-outside-plan",
        "a deadline outside the plan's period",
        "the plan cannot answer for it; one of the dates is wrong; a period that reaches into the "
        "plan's own may lie within it",
        "correct the deadline, or the plan's period",
        f"{_SCHEDULE} {_PERIOD}",
    ),
    _schedule(
        "commitment-outside-plan",
        "a commitment outside the plan's period",
        "the plan cannot answer for it; one of the dates is wrong; a period that reaches into the "
        "plan's own may lie within it",
        "correct the commitment's dates, or the plan's period",
        "commitments.start commitments.end commitments.origin commitments.carried_from "
        f"plan.stage {_PERIOD}",
    ),
    _schedule(
        "stale-plan",
        "no report for a long time",
        "a running plan that nobody reports on looks abandoned",
        "add an update, or close the plan",
        f"{_PERIOD} plan.stage plan.reporting updates.on milestones.started milestones.completed "
        "milestones.withdrawn commitments.completed commitments.withdrawn challenges.raised "
        "challenges.resolved datasets.released measurements.on",
    ),
    _schedule(
        "overlapping-plans",
        "two plans of one country and kind at the same time",
        "nobody can tell which of them holds; a plan may begin in the very year, or other period, "
        "in which the one before it ends",
        "correct the periods, or the kind of one of the plans",
        "plan.country plan.kind plan.start plan.end plan.stage",
    ),
)

OPENNESS = (
    _openness(
        "licence-not-open",
        "a public dataset under a licence that is not open",
        "data that may not be reused freely are online, not open",
        "choose an open licence such as CC-BY-4.0 or CC0-1.0",
        "datasets.licence datasets.access",
    ),
    _openness(
        "released-not-open",
        "a dataset was released, and is not open",
        "taking data online for open data is one of the workshop's nine challenges",
        "give it an open licence, a web address and a format such as csv",
        "datasets.released datasets.access datasets.licence datasets.url datasets.formats",
    ),
    _openness(
        "restricted-without-reason",
        "access is restricted, and no reason is given",
        "exceptions from open by default have to be justified",
        "say why in `access_reason`",
        "datasets.access datasets.access_reason",
    ),
)

LANGUAGE = (
    _warning(
        "missing-translation",
        "texts are missing in a language that the plan promises",
        "readers of that language are left out",
        "add the wording with `title.es = …`, or take the language out of `languages`",
        f"plan.languages {_TEXTS} {_IDS}",
        group=Group.LANGUAGE,
    ),
)

RULES = (*RECORD, *SCHEDULE, *OPENNESS, *LANGUAGE)
