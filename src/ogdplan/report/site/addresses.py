"""What the files of a site are called: addresses that stay, below any folder."""

from ogdplan.model.kinds import Kind

INDEX = "index.html"
LESSONS = "lessons.html"
SDGS = "sdgs.html"
ABOUT = "about.html"
STATUS = "data/status.json"
STATUS_TABLE = "data/status.csv"


def plan_page(plan_id: str) -> str:
    """Return the page of a plan."""
    return f"plans/{plan_id}.html"


def plan_data(plan_id: str) -> str:
    """Return the report of a plan for programs."""
    return f"data/plans/{plan_id}.json"


def table_of(kind: Kind) -> str:
    """Return the table of all records of a kind."""
    return f"data/{kind.name}.csv"


def relative(name: str, *, here: str) -> str:
    """Return how a page leads to another file: it holds on a disk and below any address."""
    return "../" * here.count("/") + name
