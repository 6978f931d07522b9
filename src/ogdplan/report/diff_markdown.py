"""What changed in plans as Markdown, fit for a comment in a review."""

import re
from collections.abc import Iterator

from ogdplan.actions.differences import Comparison, PlanDifference
from ogdplan.report import diff, diff_stat, markdown
from ogdplan.report.linked import bullet
from ogdplan.report.markdown_text import escaped
from ogdplan.report.page import Page
from ogdplan.report.safety import visible
from ogdplan.report.segments import words

_LEAST_FENCE = 3


def text(comparison: Comparison, *, with_lines: bool) -> str:
    """Return what changed: a heading for each plan, a bullet for each record."""
    parts = [f"## {escaped(diff.title(comparison).text)}", escaped(diff.total(comparison))]
    for plan in comparison.plans:
        parts += _plan(plan, comparison, with_lines=with_lines)
    return "\n\n".join(parts) + "\n"


def counts(comparison: Comparison) -> str:
    """Return how much changed, as a table."""
    _, *rest = diff_stat.page(comparison).blocks
    return f"## {escaped(diff.title(comparison).text)}\n\n{markdown.page(Page(tuple(rest)))}"


def _plan(plan: PlanDifference, comparison: Comparison, *, with_lines: bool) -> Iterator[str]:
    yield f"### {escaped(plan.place.plan_id)}"
    yield "\n".join(bullet(line) for line in diff.plan_lines(plan, comparison))
    if with_lines and (lines := diff.file_lines(plan)):
        yield _fenced("\n".join(visible(words(line)) for line in lines))


def _fenced(code: str) -> str:
    """Return lines as a block of code, between fences longer than any in it."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(_LEAST_FENCE, longest + 1)
    return f"{fence}diff\n{code}\n{fence}"
