"""The closed lists of the file format (docs/file-format.md, "Vocabularies"), each declared once."""

from ogdplan.model.terms import IRM, ODRA, OWN, W1, W2, W3, Term


class PlanKind(Term):
    """What kind of plan a file holds."""

    NATIONAL_OGD = (
        "national-ogd",
        "a country's own plan for open government data",
        OWN,
        "National OGD plan",
    )
    OGP_NATIONAL = (
        "ogp-national",
        "a national action plan of the Open Government Partnership",
        OWN,
        "OGP national plan",
    )
    AGENCY = ("agency", "the open data plan of one agency or ministry", OWN, "Agency plan")
    LOCAL = ("local", "the plan of a city, province or region", OWN, "Local plan")
    PROGRAMME = ("programme", "a programme that several countries share", OWN)

    @property
    def is_national(self) -> bool:
        """Whether the plan speaks for a whole country."""
        return self in (PlanKind.NATIONAL_OGD, PlanKind.OGP_NATIONAL)


class Stage(Term):
    """Where a plan stands between first draft and end."""

    DRAFT = ("draft", "being written")
    CONSULTATION = ("consultation", "out for comments")
    SUBMITTED = ("submitted", "handed to those who decide on it")
    ADOPTED = ("adopted", "in force")
    CLOSED = ("closed", "ended, whether all was done or not")


class Basis(Term):
    """How the file relates to the plan's own text."""

    OFFICIAL = ("official", "written from the plan's own text")
    PARTIAL = ("partial", "written from a part of the plan's own text")
    RECONSTRUCTED = ("reconstructed", "put together from other sources; the plan's text not found")


class Orientation(Term):
    """What an initiative opens data for; common paths begin with the first."""

    TRANSPARENCY = ("transparency", "to show what government does", W1)
    SOCIAL_AND_ECONOMIC = (
        "social-and-economic",
        "to create work and solve problems of society",
        W1,
        "Social and economic",
    )
    SUSTAINABLE_DEVELOPMENT = (
        "sustainable-development",
        "to reach and track the Sustainable Development Goals",
        W1,
    )


class Reporting(Term):
    """How often progress has to be reported."""

    MONTHLY = ("monthly", "every month")
    QUARTERLY = ("quarterly", "every three months")
    HALF_YEARLY = ("half-yearly", "every six months", OWN, "Half-yearly")
    YEARLY = ("yearly", "every year")


class Status(Term):
    """How far a commitment or milestone has come."""

    NOT_STARTED = ("not-started", "nothing done yet", IRM)
    IN_PROGRESS = ("in-progress", "under way; the source states no level of completion", OWN)
    LIMITED = ("limited", "under way, little of it done", IRM)
    SUBSTANTIAL = ("substantial", "most of it done", IRM)
    COMPLETED = ("completed", "done", IRM, "Complete")
    WITHDRAWN = ("withdrawn", "given up; counts no more", IRM)
    UNCLEAR = ("unclear", "no source shows how it stands", IRM, "No evidence available")


class Dimension(Term):
    """The three dimensions of work on open data."""

    TECHNOLOGY = ("technology", "portals, formats and the national ICT infrastructure", W1)
    POLICY = ("policy", "strategy, law and action plan", W1)
    OPERATION = ("operation", "organisation, people and processes", W1)


class MilestoneKind(Term):
    """What sort of work a milestone is; the first six are the workshop's achievements."""

    COMMUNITY_BUILDING = (
        "community-building",
        "bringing together those who open and those who use data",
        W3,
        "Community building",
    )
    SENSITIZATION = ("sensitization", "making actors aware of open data and its use", W3)
    READINESS_ASSESSMENT = (
        "readiness-assessment",
        "finding out how ready the country is for open data",
        W3,
    )
    CO_CREATION = (
        "co-creation",
        "writing strategy and action plan together with others",
        W3,
        "Co-creation",
    )
    TRAINING = ("training", "teaching how data are opened", W3)
    DATA_REUSE = ("data-reuse", "promoting and making use of open data", W3)
    LEGAL_FRAMEWORK = ("legal-framework", "a law, decree or policy")
    GOVERNANCE = ("governance", "bodies, roles and ways of working")
    STANDARDS = ("standards", "common formats, metadata and licences")
    INFRASTRUCTURE = ("infrastructure", "portals and other technical means")
    DATA_PUBLICATION = ("data-publication", "releasing datasets")
    DATA_QUALITY = ("data-quality", "making data correct, complete and current")
    MONITORING = ("monitoring", "following up whether what was promised is done")
    OTHER = ("other", "none of these")


class Timing(Term):
    """How a milestone is placed in time."""

    FIXED = ("fixed", "has a deadline")
    RECURRING = ("recurring", "comes back every period")
    ONGOING = ("ongoing", "goes on all the time")
    CONDITIONAL = ("conditional", "waits for something else to happen")


class Origin(Term):
    """Where a commitment comes from."""

    NEW = ("new", "first made in this plan")
    CARRIED_FORWARD = ("carried-forward", "taken over from an earlier plan", OWN, "Carried forward")


class ReadinessDimension(Term):
    """The dimensions along which readiness for open data is assessed."""

    LEADERSHIP = ("leadership", "political will and someone in charge", ODRA)
    POLICY_AND_LEGAL = (
        "policy-and-legal",
        "laws and policies on data and information",
        ODRA,
        "Policy and legal",
    )
    INSTITUTIONS = ("institutions", "structures, skills and duties within government", ODRA)
    DATA_MANAGEMENT = ("data-management", "how data are held, described and kept", ODRA)
    DEMAND = ("demand", "who asks for data, and for which", ODRA)
    CIVIC_ENGAGEMENT = ("civic-engagement", "how citizens take part and use data", ODRA)
    FUNDING = ("funding", "money for the initiative", ODRA)
    TECHNOLOGY_AND_SKILLS = (
        "technology-and-skills",
        "national technology and the people who master it",
        ODRA,
        "Technology and skills",
    )


class ChallengeCategory(Term):
    """What makes opening data hard; the first nine are the workshop's challenges."""

    AWARENESS_AND_BENEFITS = (
        "awareness-and-benefits",
        "what open data is and what it brings is little known",
        W2,
        "Awareness and benefits",
    )
    FEAR_TO_RELEASE = (
        "fear-to-release",
        "offices fear poor quality, gaps in the data, or misuse",
        W2,
    )
    WEAK_LEADERSHIP = ("weak-leadership", "without strong leadership open data does not spread", W2)
    FIRST_MOVER_RISK = (
        "first-mover-risk",
        "no office wants to be the first to open its data",
        W2,
        "First-mover risk",
    )
    AGENCY_INVOLVEMENT = ("agency-involvement", "too few agencies take part", W2)
    LACK_OF_REGULATION = (
        "lack-of-regulation",
        "efforts may be undone where no rule secures them",
        W2,
    )
    UNKNOWN_HOLDINGS = (
        "unknown-holdings",
        "officers cannot tell what to open, not knowing what they hold",
        W2,
    )
    MISUNDERSTANDING_OF_OGD = (
        "misunderstanding-of-ogd",
        "putting data online is taken for opening them",
        W2,
        "Misunderstanding of OGD",
    )
    PAPER_BASED_CULTURE = (
        "paper-based-culture",
        "work is still done and kept on paper",
        W2,
        "Paper-based culture",
    )
    FUNDING_AND_STAFF = ("funding-and-staff", "money or people are missing", OWN)
    OTHER = ("other", "none of these")


class LessonCategory(Term):
    """What was learned; the first eight are the workshop's lessons, then its two wishes."""

    AGENCY_LEVEL_PLANS = (
        "agency-level-plans",
        "rules should ask every agency for a plan, and teach how",
        W2,
        "Agency-level plans",
    )
    CENTRALISE_OR_DECENTRALISE = (
        "centralise-or-decentralise",
        "what to do centrally depends on needs and maturity",
        W2,
        "Centralise or decentralise",
    )
    DATA_LIFE_CYCLE = (
        "data-life-cycle",
        "look at data from their making to their use",
        W2,
        "Data life cycle",
    )
    COORDINATE_WITH_USERS = (
        "coordinate-with-users",
        "work with those who need the data from the first day",
        W2,
    )
    PRIORITISE_WITH_USERS = (
        "prioritise-with-users",
        "let users help to choose what is opened first",
        W2,
    )
    INSTITUTIONALISATION = (
        "institutionalisation",
        "give the initiative and its governance a lasting home",
        W2,
    )
    AUDIT_AND_ACCOUNTABILITY = (
        "audit-and-accountability",
        "audits push for openness, and accountability needs evidence",
        W2,
    )
    CHAMPIONS = ("champions", "someone inside who opens data, someone outside who uses them", W2)
    CONTINUED_SUPPORT = (
        "continued-support",
        "room for improvement: lasting support by UN DESA",
        W2,
    )
    LEARNING_PLATFORM = (
        "learning-platform",
        "room for improvement: a platform to learn from other countries",
        W2,
    )
    OTHER = ("other", "none of these")


class LessonKind(Term):
    """What a lesson asks of its reader."""

    REPEAT = ("repeat", "it worked; do it again")
    AVOID = ("avoid", "it did not work; do it otherwise")
    SUCCESS_STORY = ("success-story", "a result worth telling")
    INNOVATION = ("innovation", "something new that was tried")


class NextStepTheme(Term):
    """What a next step is about; all but the last were named by the workshop's three groups."""

    LEADERSHIP_BUY_IN = (
        "leadership-buy-in",
        "full support of those at the top",
        W3,
        "Leadership buy-in",
    )
    LEGAL_FRAMEWORK = (
        "legal-framework",
        "rules that outlast the persons who care for the matter",
        W3,
    )
    MANAGEMENT_PRACTICES = ("management-practices", "better ways to run the initiative", W3)
    ICT_INFRASTRUCTURE = ("ict-infrastructure", "better technical means", W3, "ICT infrastructure")
    STANDARDS = ("standards", "common standards for data", W3)
    PRIVATE_SECTOR_USE = (
        "private-sector-use",
        "understanding how companies use open data",
        W3,
        "Private-sector use",
    )
    APPOINT_CHAMPION = ("appoint-champion", "someone who stands for the cause", W3)
    SOCIALISE_STRATEGY = ("socialise-strategy", "making the strategy widely known", W3)
    INVOLVE_STAKEHOLDERS = (
        "involve-stakeholders",
        "the open data, SDG and freedom-of-information communities",
        W3,
    )
    DOCUMENTATION = ("documentation", "writing down how things are done", W3)
    DATA_QUALITY = ("data-quality", "data one can trust", W3)
    DATA_REUSE = ("data-reuse", "more use of what is open", W3)
    DATA_DRIVEN_DECISIONS = (
        "data-driven-decisions",
        "deciding on the ground of data",
        W3,
        "Data-driven decisions",
    )
    IMPACT_INDICATORS = ("impact-indicators", "measuring what open data changes", W3)
    DATA_INTEGRATION = ("data-integration", "joining open data with other sources", W3)
    SUCCESS_STORIES = ("success-stories", "collecting examples that convince", W3)
    PERFORMANCE_AGREEMENTS = (
        "performance-agreements",
        "open data in the yearly agreements of agencies",
        W3,
    )
    PRIORITY_DATASETS = ("priority-datasets", "which datasets and sectors come first", W3)
    DEMAND_SIDE_CAPACITY = (
        "demand-side-capacity",
        "skills of those who use data",
        W3,
        "Demand-side capacity",
    )
    KNOWLEDGE_BANK = ("knowledge-bank", "a store of guides and experience", W3)
    CONVINCE_OFFICERS = ("convince-officers", "winning over those who hold data", W3)
    GOVERNMENT_USE = ("government-use", "government as a user of its own open data", W3)
    INVOLVE_SECTORS = ("involve-sectors", "taking in the different sectors", W3)
    PUBLIC_BENEFITS = ("public-benefits", "showing the public what it gains", W3)
    CONTINUED_GUIDANCE = ("continued-guidance", "lasting guidance by UN DESA", W3)
    OTHER = ("other", "none of these")


class Sector(Term):
    """The part of society an institution belongs to."""

    GOVERNMENT = ("government", "ministries, agencies, municipalities")
    PARLIAMENT = ("parliament", "the legislature")
    JUDICIARY = ("judiciary", "courts and prosecution")
    CIVIL_SOCIETY = ("civil-society", "associations and citizens' groups")
    ACADEMIA = ("academia", "universities and research")
    PRIVATE_SECTOR = ("private-sector", "companies and their associations")
    MEDIA = ("media", "press and broadcasting")
    INTERNATIONAL = ("international", "international organisations and other governments")


class InstitutionRole(Term):
    """What an institution does for the plan."""

    COORDINATOR = ("coordinator", "leads or coordinates the plan")
    STATISTICS_OFFICE = ("statistics-office", "makes official statistics")
    DATA_HOLDER = ("data-holder", "holds data to be opened")
    REGULATOR = ("regulator", "makes or enforces the rules")
    APPROVER = ("approver", "adopts the plan")
    AUDITOR = ("auditor", "checks what was done")
    STEERING_BODY = ("steering-body", "steers the initiative with several members")
    FUNDER = ("funder", "gives money")
    PARTNER = ("partner", "helps to carry out the plan")
    REVIEWER = ("reviewer", "comments on or assesses the plan")


class Community(Term):
    """The communities a next step of the workshop wants to bring together."""

    OGD = ("ogd", "users of open government data", W3, "Open government data")
    SDG = ("sdg", "those who work on the Sustainable Development Goals", W3, "SDG")
    FOI = ("foi", "those who work on freedom of information", W3, "Freedom of information")


class InstrumentKind(Term):
    """The legal or political form of an instrument."""

    LAW = ("law", "passed by the legislature")
    DECREE = ("decree", "issued by the executive")
    RESOLUTION = ("resolution", "of a ministry or authority")
    POLICY = ("policy", "a stated course of government")
    STRATEGY = ("strategy", "aims for several years")
    GUIDELINE = ("guideline", "how things are to be done")
    AGREEMENT = ("agreement", "between institutions or countries")
    OTHER = ("other", "none of these")


class Level(Term):
    """A grade."""

    LOW = ("low", "little weight")
    MEDIUM = ("medium", "some weight")
    HIGH = ("high", "much weight")


class ChallengeStatus(Term):
    """How a challenge stands."""

    OPEN = ("open", "nothing done about it yet")
    MITIGATING = ("mitigating", "being worked on")
    RESOLVED = ("resolved", "overcome")
    ACCEPTED = ("accepted", "known, and lived with")


class NextStepStatus(Term):
    """How a next step stands."""

    OPEN = ("open", "not begun")
    IN_PROGRESS = ("in-progress", "under way")
    DONE = ("done", "done")
    DROPPED = ("dropped", "not pursued any more")


class Availability(Term):
    """In which form the data of a dataset exist."""

    NONEXISTENT = ("nonexistent", "nobody collects these data yet")
    PAPER = ("paper", "on paper only")
    DIGITAL = ("digital", "in digital form, not online")
    ONLINE = ("online", "on the internet")


class ReleaseNeeds(Term):
    """What it takes to get a dataset released."""

    NOTHING = ("nothing", "its holder can release it", W1)
    COORDINATION = ("coordination", "offices have to agree", W1)
    REGULATION = ("regulation", "a rule has to require it", W1)


class Access(Term):
    """Who may use a dataset."""

    PUBLIC = ("public", "everyone")
    RESTRICTED = ("restricted", "some, under conditions")
    CLOSED = ("closed", "nobody outside")


class Frequency(Term):
    """How often a dataset is renewed."""

    CONTINUOUS = ("continuous", "all the time")
    DAILY = ("daily", "every day")
    WEEKLY = ("weekly", "every week")
    MONTHLY = ("monthly", "every month")
    QUARTERLY = ("quarterly", "every three months")
    HALF_YEARLY = ("half-yearly", "every six months", OWN, "Half-yearly")
    ANNUAL = ("annual", "every year")
    BIENNIAL = ("biennial", "every two years")
    IRREGULAR = ("irregular", "now and then")
    ONCE = ("once", "never again")


class IndicatorLevel(Term):
    """What an indicator measures."""

    OUTPUT = ("output", "what was made")
    OUTCOME = ("outcome", "what people do with it")
    IMPACT = ("impact", "what it changes in the end")


class Direction(Term):
    """Which way an indicator should move."""

    INCREASE = ("increase", "more is better")
    DECREASE = ("decrease", "less is better")


class EventKind(Term):
    """What sort of meeting an event is."""

    WORKSHOP = ("workshop", "working together on a subject")
    TRAINING = ("training", "teaching")
    STUDY_TOUR = ("study-tour", "visiting others to learn from them")
    REGIONAL_WORKSHOP = ("regional-workshop", "a workshop of several countries")
    CONSULTATION = ("consultation", "asking for views")
    HACKATHON = ("hackathon", "building things with data")
    OTHER = ("other", "none of these")


class ResourceKind(Term):
    """What a resource of the knowledge bank is."""

    GUIDELINE = ("guideline", "how things are done")
    TRAINING_MATERIAL = ("training-material", "for teaching and learning")
    STANDARD = ("standard", "a norm to follow")
    TOOL = ("tool", "software")
    PORTAL = ("portal", "a site with data or knowledge")
    REPORT = ("report", "an account of work or findings")
    OTHER = ("other", "none of these")


class Framework(Term):
    """Who or what an assessment follows."""

    IRM = ("irm", "the OGP's Independent Reporting Mechanism", IRM, "IRM")
    ODRA = ("odra", "the World Bank's Open Data Readiness Assessment", ODRA, "ODRA")
    ODB = ("odb", "the Open Data Barometer", "World Wide Web Foundation", "Open Data Barometer")
    GDB = ("gdb", "the Global Data Barometer", "Global Data Barometer", "Global Data Barometer")
    UNDESA = ("undesa", "surveys and assessments of UN DESA", "UN DESA", "UN DESA")
    AUDIT = ("audit", "an audit institution")
    CIVIL_SOCIETY = ("civil-society", "an assessment by civil society")
    OTHER = ("other", "another assessor")


VOCABULARIES: dict[str, type[Term]] = {
    "plan-kind": PlanKind,
    "stage": Stage,
    "basis": Basis,
    "orientation": Orientation,
    "reporting": Reporting,
    "status": Status,
    "dimension": Dimension,
    "milestone-kind": MilestoneKind,
    "timing": Timing,
    "origin": Origin,
    "readiness-dimension": ReadinessDimension,
    "challenge-category": ChallengeCategory,
    "challenge-status": ChallengeStatus,
    "lesson-category": LessonCategory,
    "lesson-kind": LessonKind,
    "next-step-theme": NextStepTheme,
    "next-step-status": NextStepStatus,
    "sector": Sector,
    "institution-role": InstitutionRole,
    "community": Community,
    "instrument-kind": InstrumentKind,
    "level": Level,
    "availability": Availability,
    "release-needs": ReleaseNeeds,
    "access": Access,
    "frequency": Frequency,
    "indicator-level": IndicatorLevel,
    "direction": Direction,
    "event-kind": EventKind,
    "resource-kind": ResourceKind,
    "framework": Framework,
}
"""Every vocabulary by the name that `ogdplan catalogue` knows it under."""


def vocabulary_name(vocabulary: type[Term]) -> str:
    """Return the name of a vocabulary, as `ogdplan catalogue` knows it."""
    return next(name for name, terms in VOCABULARIES.items() if terms is vocabulary)
