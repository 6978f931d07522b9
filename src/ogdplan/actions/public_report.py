"""The report of one plan for the public: without what is found wrong in its file."""

from collections.abc import Sequence
from datetime import date

from ogdplan.actions.agencies import Agency
from ogdplan.actions.examination import Surveyed
from ogdplan.actions.library import Loaded
from ogdplan.actions.reporting import Report, plan_report
from ogdplan.findings import FindingCounts
from ogdplan.progress.known import Known
from ogdplan.progress.plan import progress_of

_UNCHECKED = FindingCounts(plans=1, error=0, warning=0, advice=0, accepted=0)


def public_report(loaded: Loaded, agencies: Sequence[Known], *, as_of: date) -> Report:
    """Return the report of a plan that is at hand; `agencies` are all plans under it.

    Neither checks are run nor other files read, as `report_on` does: a site has a report of
    every plan.
    """
    surveyed = Surveyed(loaded.place, (), _UNCHECKED, yields_plan=True)
    under = tuple(Agency(each.plan_id, each.summary) for each in agencies)
    report = plan_report(surveyed, progress_of(loaded.plan, as_of), None, under)
    return Report(as_of, (report,), (), ())
