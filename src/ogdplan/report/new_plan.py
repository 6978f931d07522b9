"""A new plan: one line that says what was made; beside it, what to do next."""

from datetime import date

from ogdplan.actions.new_plan import NewPlan
from ogdplan.model.vocabularies import PlanKind
from ogdplan.report import unified
from ogdplan.report.page import Lines, Page, said
from ogdplan.report.segments import Style


def document(new: NewPlan, *, as_of: date, written: bool) -> dict[str, object]:
    """Return what was made, or would be, as JSON."""
    return {
        "schema": "ogdplan/new/1",
        "as_of": as_of.isoformat(),
        "plan": new.place.plan_id,
        "path": new.place.shown,
        "written": written,
        "hint": _next(new),
        "diff": patch(new),
    }


def aside(new: NewPlan) -> Page:
    """Return the next useful command, and what a plan below a national one lacks."""
    lines = [said(("next: ", Style.HELP), _next(new))]
    is_below = new.wanted.kind in (PlanKind.AGENCY, PlanKind.LOCAL)
    if is_below and new.wanted.parent is None:
        command = f"ogdplan plan set {new.place.plan_id} --parent PLAN"
        lines.insert(0, said((f"note: it stands under no national plan: {command}", Style.MUTED)))
    return Page((Lines(tuple(lines), are_whole=True),))


def patch(new: NewPlan) -> str:
    """Return the new file as `git apply` takes it."""
    return unified.patch("", new.text, new.place.shown)


def _next(new: NewPlan) -> str:
    return f'ogdplan commitment add {new.place.plan_id} "…"'


def made(new: NewPlan) -> Page:
    """Return the line that says what was made."""
    where = f"{new.folder.shown('')}/ and " if new.folder_is_new else ""
    kind = new.wanted.kind.label
    what = said(f"made {where}{new.place.shown}: ", (new.wanted.title, Style.EMPHASIS))
    return Page((Lines(((*what, *said(f" ({kind}, {new.wanted.stage.value})")),)),))


def preview(new: NewPlan) -> Page:
    """Return the file that a plan would be."""
    return Page((Lines(unified.lines("", new.text, new.place.shown), are_whole=True),))
