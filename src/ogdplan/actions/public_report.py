"""The report of one plan for the public: without what is found wrong in its file."""

from collections.abc import Sequence
from datetime import date

from ogdplan.actions.agencies import Agency
from ogdplan.actions.library import Loaded
from ogdplan.actions.reporting import Report, plan_report
from ogdplan.progress.known import Known
from ogdplan.progress.plan import progress_of


def public_report(loaded: Loaded, agencies: Sequence[Known], *, as_of: date) -> Report:
    """Return the report of a plan that is at hand; `agencies` are all plans under it.

    Neither checks are run nor other files read, as `report_on` does: a site has a report of
    every plan.
    """
    progress = progress_of(loaded.plan, as_of)
    under = tuple(Agency(each.plan_id, each.summary) for each in agencies)
    report = plan_report(loaded.place, progress, surveyed=None, changed=None, agencies=under)
    return Report(as_of, (report,), (), ())
