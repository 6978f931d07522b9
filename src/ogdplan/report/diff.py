"""What changed between two states of plans: in words, and as data."""

from collections.abc import Iterator
from datetime import date

from ogdplan.actions.differences import Broken, Comparison, PlanDifference
from ogdplan.actions.moments import Moment
from ogdplan.compare.changes import with_words
from ogdplan.compare.counting import count_records
from ogdplan.report import unified
from ogdplan.report.change_lines import change_line
from ogdplan.report.changed import change_value
from ogdplan.report.moments import compared, moment_value, place_of
from ogdplan.report.page import Block, Heading, Lines, Page, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.unreadable import unreadable_value
from ogdplan.report.words import counted

NOTHING = "Nothing changed."
LAYOUT = "layout or comments changed"
INDENT = said("  ")


def page(comparison: Comparison, *, with_lines: bool) -> Page:
    """Return what changed, plan by plan, what matters to a meeting first."""
    blocks: list[Block] = [title(comparison)]
    for plan in comparison.plans:
        lines = tuple(plan_lines(plan, comparison))
        blocks += [Heading(plan.place.plan_id), Lines(lines, indent=4)]
        if with_lines:
            blocks.append(Lines(file_lines(plan), are_whole=True))
    blocks.append(Lines((said((total(comparison), Style.MUTED)),)))
    return Page(tuple(blocks))


def title(comparison: Comparison) -> Heading:
    """Return what is compared, as a heading."""
    return Heading(f"Changes {compared(comparison)}", 1)


def plan_lines(plan: PlanDifference, comparison: Comparison) -> Iterator[Line]:
    """Yield a line for each record that changed, for what cannot be read, and for errors."""
    for broken in plan.broken:
        yield (*INDENT, *said((broken_words(broken), Style.ERROR)))
    for change in with_words(plan.changes):
        yield (*INDENT, *change_line(change))
    if not plan.changes and not plan.broken:
        yield (*INDENT, *said((LAYOUT, Style.MUTED)))
    if plan.is_faulty:
        yield (*INDENT, *said((faulty_words(plan, comparison.new), Style.WARNING)))


def file_lines(plan: PlanDifference) -> tuple[Line, ...]:
    """Return the lines of a file that changed, as `diff` shows them."""
    was = plan.was.shown if plan.was else None
    return unified.lines(*plan.texts, plan.place.shown, was=was)


def broken_words(broken: Broken) -> str:
    """Return that a file cannot be read, where, and why."""
    return f"cannot be read {place_of(broken.moment)}: {broken.failed.words}"


def faulty_words(plan: PlanDifference, moment: Moment) -> str:
    """Return that a plan has errors, and how to see them where the files are at hand."""
    if moment.commit:
        return f"has errors {place_of(moment)}"
    name = plan.place.plan_id if moment.is_working_tree else plan.place.shown
    return f"has errors: ogdplan check {name}"


def total(comparison: Comparison) -> str:
    """Return of how many records the lines tell, in one sentence."""
    if not comparison.plans:
        return NOTHING
    number = sum(count_records(plan.changes) for plan in comparison.plans)
    if not number and comparison.broken:
        return "No other change can be told."
    if not number:
        return "No plan changed in what it says."
    plans = sum(1 for plan in comparison.plans if plan.changes)
    return f"{counted(number, 'change', 'changes')} in {counted(plans, 'plan', 'plans')}."


def document(comparison: Comparison, *, as_of: date) -> dict[str, object]:
    """Return all changes as JSON, those too that people are told by another."""
    return {
        "schema": "ogdplan/diff/1",
        "as_of": as_of.isoformat(),
        "from": moment_value(comparison.old),
        "to": moment_value(comparison.new),
        "changes": [change_value(each) for each in comparison.changes],
        "unreadable": broken_value(comparison),
    }


def broken_value(comparison: Comparison) -> list[dict[str, object]]:
    """Return as JSON the files that cannot be read, in which state, and why."""
    found = []
    for moment, failed in comparison.broken:
        (value,) = unreadable_value([failed])
        found.append({"path": value["path"], "revision": moment.name, **value})
    return found
