"""Findings for people: errors in full, the rest one line a rule and plan, then what there is."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ogdplan.findings import Finding, FindingCounts, Severity
from ogdplan.report.findings.excerpt import ROOM, around
from ogdplan.report.safety import visible
from ogdplan.report.segments import Line, Segment, Style
from ogdplan.rules.catalogue import RULES

_STYLES = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.ADVICE: Style.ADVICE,
}
_RULE_ORDER = {slug: order for order, slug in enumerate(RULES)}
_BLANK: Line = ()
_NAMED_RECORDS = 3


def lines(
    findings: Iterable[Finding],
    counts: FindingCounts,
    *,
    show_all: bool,
    show_advice: bool,
    room: int = ROOM,
    new_since: str | None = None,
) -> tuple[Line, ...]:
    """Return what `check` prints about findings, which come sorted.

    `room` is how many cells of the lines that they point at are shown. `new_since` is the
    revision where they are only those that it did not have.

    Errors stand first and in full; warnings, and advice when asked for, are folded into one
    line a rule and plan, or all is in full in the order given. Accepted findings are only
    counted, in the last line.
    """
    shown = [finding for finding in findings if _is_shown(finding, show_advice=show_advice)]
    in_full = [finding for finding in shown if show_all or finding.severity is Severity.ERROR]
    folded = [] if show_all else [each for each in shown if each.severity is not Severity.ERROR]
    return (
        *chain.from_iterable((*in_full_lines(finding, room=room), _BLANK) for finding in in_full),
        *_folded_lines(folded),
        _last_line(counts, hint=counts.advice > 0 and not show_advice, new_since=new_since),
    )


def in_full_lines(finding: Finding, *, room: int = ROOM) -> tuple[Line, ...]:
    """Return a finding with its place, the line it is about and what to do next."""
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    head = (
        Segment(place, Style.PATH),
        Segment(": "),
        Segment(finding.severity.value, _STYLES[finding.severity]),
        Segment(": "),
        Segment(visible(finding.message), Style.EMPHASIS),
        Segment(" "),
        Segment(f"[{finding.rule}]", Style.RULE),
    )
    return (head, *_excerpt_lines(finding, room), *_help_lines(finding))


def _is_shown(finding: Finding, *, show_advice: bool) -> bool:
    return not finding.accepted and (show_advice or finding.severity is not Severity.ADVICE)


def _excerpt_lines(finding: Finding, room: int) -> tuple[Line, ...]:
    if not finding.excerpt.strip():
        return ()
    excerpt = around(finding.excerpt, finding.column, finding.width, room=room)
    number = f"{finding.line:>5}"
    return (
        (Segment(f"{number} | ", Style.GUTTER), Segment(excerpt.text)),
        (Segment(f"{'':>{len(number)}} | ", Style.GUTTER), Segment(excerpt.carets, Style.CARET)),
    )


def _help_lines(finding: Finding) -> tuple[Line, ...]:
    if not finding.help:
        return ()
    return ((Segment("  help: ", Style.HELP), Segment(visible(finding.help))),)


def _folded_lines(findings: Iterable[Finding]) -> Iterator[Line]:
    """Give a line for each plan and rule, then how to see more; nothing for no findings."""
    by_plan_and_rule: dict[tuple[str, int], list[Finding]] = {}
    for finding in findings:
        key = (finding.path, _RULE_ORDER[finding.rule])
        by_plan_and_rule.setdefault(key, []).append(finding)
    for key in sorted(by_plan_and_rule):
        yield _folded_line(by_plan_and_rule[key])
    if by_plan_and_rule:
        yield (
            Segment("--all shows each with its line; ogdplan explain RULE says why", Style.MUTED),
        )
        yield _BLANK


def _folded_line(findings: list[Finding]) -> Line:
    first = findings[0]
    return (
        Segment(visible(first.path), Style.PATH),
        Segment(": "),
        Segment(first.severity.value, _STYLES[first.severity]),
        Segment(f": {len(findings)} × "),
        Segment(first.rule, Style.RULE),
        Segment(f": {_said(findings)}"),
        *_record_names(findings),
    )


def _said(findings: list[Finding]) -> str:
    """Return what a rule is about; the message itself of a finding that has no line to show."""
    first, *more = findings
    has_line = first.record or first.excerpt
    return RULES[first.rule].title if more or has_line else visible(first.message)


def _record_names(findings: Iterable[Finding]) -> tuple[Segment, ...]:
    """Return the first records that the findings are about, each once."""
    records = tuple(dict.fromkeys(finding.record for finding in findings if finding.record))
    if not records:
        return ()
    named = tuple(map(visible, records[:_NAMED_RECORDS]))
    rest = ("…",) if len(records) > len(named) else ()
    return (Segment(f" ({', '.join((*named, *rest))})", Style.MUTED),)


def _last_line(counts: FindingCounts, *, hint: bool, new_since: str | None) -> Line:
    plans = _counted(counts.plans, "plan", "plans")
    numbers = (
        _number(counts.error, "error", "errors", style=Style.ERROR),
        _number(counts.warning, "warning", "warnings", style=Style.WARNING),
        _number(counts.advice, "piece of advice", "pieces of advice", style=Style.ADVICE),
        _number(counts.accepted, "accepted", "accepted", style=Style.MUTED),
    )
    said = [(Segment(", "), *number) for number in numbers if number]
    if not said:
        nothing = f"new since {visible(new_since)}" if new_since else "to report"
        return (Segment(f"{plans} checked, nothing {nothing}"),)
    end = f", new since {visible(new_since)}" if new_since else ""
    end += " (--advice shows the advice)" if hint else ""
    return (*tuple(chain.from_iterable(said))[1:], Segment(f" in {plans}{end}"))


def _number(number: int, one: str, many: str, *, style: Style) -> tuple[Segment, ...]:
    return (Segment(_counted(number, one, many), style),) if number else ()


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
