"""What the files of a site are called: addresses that stay, below any folder."""

from ogdplan.model.kinds import KINDS, Kind
from ogdplan.model.values import is_plan_id

INDEX = "index.html"
LESSONS = "lessons.html"
SDGS = "sdgs.html"
ABOUT = "about.html"
STATUS = "data/status.json"
STATUS_TABLE = "data/status.csv"

_OF_A_KIND = "data/{}.csv"
_PAGE, _DATA = "plans/{}.html", "data/plans/{}.json"

_OF_ALL_PLANS = frozenset(
    {INDEX, LESSONS, SDGS, ABOUT, STATUS, STATUS_TABLE}
    | {_OF_A_KIND.format(kind.name) for kind in KINDS}
)


def plan_page(plan_id: str) -> str:
    """Return the page of a plan."""
    return _PAGE.format(plan_id)


def plan_data(plan_id: str) -> str:
    """Return the report of a plan for programs."""
    return _DATA.format(plan_id)


def table_of(kind: Kind) -> str:
    """Return the table of all records of a kind."""
    return _OF_A_KIND.format(kind.name)


def is_site_name(name: object) -> bool:
    """Return whether a site can have a file of this name, whatever someone wrote in a manifest."""
    if not isinstance(name, str):
        return False
    return name in _OF_ALL_PLANS or any(_is_of_one_plan(name, form) for form in (_PAGE, _DATA))


def _is_of_one_plan(name: str, form: str) -> bool:
    before, after = form.split("{}")
    plan_id = name.removeprefix(before).removesuffix(after)
    return is_plan_id(plan_id) and name == form.format(plan_id)


def relative(name: str, *, here: str) -> str:
    """Return how a page leads to another file: it holds on a disk and below any address."""
    return "../" * here.count("/") + name
