"""Plans as actions hand them on, for tests of actions and reports."""

from pathlib import Path

from builders import a_plan
from ogdplan.actions.library import Loaded
from ogdplan.workspace.folder import PlanPath


def a_place(plan_id: str = "nepal") -> PlanPath:
    """Return where a plan would lie."""
    shown = f"plans/{plan_id}.toml"
    return PlanPath(plan_id, Path(shown), shown)


def a_loaded(toml: str = "", plan_id: str = "nepal") -> Loaded:
    """Return the plan of a TOML text as one that was read; see `builders.a_plan`."""
    return Loaded(a_place(plan_id), a_plan(toml))
