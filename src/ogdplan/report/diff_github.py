"""What changed in plans as GitHub workflow commands: a notice beside each record that changed."""

from collections.abc import Iterator

from ogdplan.actions.differences import Broken, Comparison, Located, PlanDifference
from ogdplan.compare.changes import with_words
from ogdplan.findings import Severity
from ogdplan.report import diff
from ogdplan.report.change_lines import change_words
from ogdplan.report.findings import github
from ogdplan.report.findings.github import command


def commands(comparison: Comparison) -> str:
    """Return one command a line, for each record that changed and for what cannot be read."""
    return "".join(line for plan in comparison.plans for line in _plan(plan, comparison))


def _plan(plan: PlanDifference, comparison: Comparison) -> Iterator[str]:
    for broken in plan.broken:
        yield from _broken(broken, is_new=broken.moment is comparison.new)
    told = with_words(plan.changes)
    yield from (_notice(plan, located) for located in plan.located if located.change in told)
    if plan.is_faulty:
        properties = {"file": plan.place.shown, "title": f"{plan.place.plan_id}: errors"}
        yield command("warning", properties, diff.faulty_words(plan, comparison.new))


def _broken(broken: Broken, *, is_new: bool) -> Iterator[str]:
    """Yield the errors of a file at their lines, where these are lines of the new file."""
    failed = broken.failed
    errors = [each for each in failed.findings if each.severity is Severity.ERROR]
    if is_new and errors:
        yield github.commands(errors)
        return
    properties = {"file": failed.place.shown, "title": "cannot be read"}
    yield command("error" if is_new else "warning", properties, diff.broken_words(broken))


def _notice(plan: PlanDifference, located: Located) -> str:
    change, line = located
    # A file that is gone has no line to stand at.
    is_there = line is not None or plan.texts[1]
    place = {"file": plan.place.shown, "line": str(line or 1)} if is_there else {}
    title = f"{plan.place.plan_id}: {change.kind.replace('-', ' ')} {change.id or ''}".strip()
    return command("notice", {**place, "title": title}, change_words(change))
