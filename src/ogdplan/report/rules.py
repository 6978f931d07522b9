"""The catalogue of rules as `explain` shows it, for people and as a document."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from ogdplan.findings import Group, Rule, Severity
from ogdplan.report.cells import pad
from ogdplan.report.page import Lines, Page
from ogdplan.report.segments import Line, Segment, Style
from ogdplan.report.view import View
from ogdplan.rules.catalogue import RULES

WORKSHOP = "workshop of The Hague, June 2017"

_SEVERITIES = {
    Severity.ERROR: ("errors", Style.ERROR),
    Severity.WARNING: ("warnings", Style.WARNING),
    Severity.ADVICE: ("advice", Style.ADVICE),
}


def explain(rule: Rule) -> tuple[Line, ...]:
    """Return one rule in full: what it finds, why it exists and how to fix what it finds."""
    head = (Segment(rule.slug, Style.RULE), Segment(": "), Segment(rule.title, Style.EMPHASIS))
    kind = (
        Segment("  kind: ", Style.MUTED),
        Segment(rule.severity.value, _SEVERITIES[rule.severity][1]),
        Segment(f", group {rule.group.value}"),
    )
    origin = (_labelled("from", f"{WORKSHOP}, session {rule.session}"),) if rule.session else ()
    return (head, kind, _labelled("why", rule.why), _labelled("fix", rule.fix), *origin)


def rule_list(rules: Iterable[Rule] = tuple(RULES.values())) -> tuple[Line, ...]:
    """Return the rules under a heading for each severity and group, else in the order given."""
    by_group = sorted(rules, key=_group_order)
    width = max((len(rule.slug) for rule in by_group), default=0)
    lines: list[Line] = []
    for _, of_group in groupby(by_group, key=_group_order):
        first, *more = of_group
        lines += [_heading(first), *(_listed(rule, width) for rule in (first, *more)), ()]
    lines.append((Segment("ogdplan explain RULE says why, and what to do", Style.MUTED),))
    return tuple(lines)


def document(rules: Iterable[Rule], *, as_of: date) -> dict[str, object]:
    """Return the document `ogdplan/explain/1` with the rules in the order given."""
    return {
        "schema": "ogdplan/explain/1",
        "as_of": as_of.isoformat(),
        "rules": [rule_value(rule) for rule in rules],
    }


def rule_value(rule: Rule) -> dict[str, object]:
    """Return one rule for a JSON document; `session` is None where no session is behind it."""
    return {
        "rule": rule.slug,
        "group": rule.group.value,
        "severity": rule.severity.value,
        "title": rule.title,
        "why": rule.why,
        "fix": rule.fix,
        "session": rule.session,
    }


def _labelled(label: str, text: str) -> Line:
    return (Segment(f"{label:>6}: ", Style.MUTED), Segment(text))


def _group_order(rule: Rule) -> tuple[int, int]:
    return list(Severity).index(rule.severity), list(Group).index(rule.group)


def _heading(rule: Rule) -> Line:
    words, style = _SEVERITIES[rule.severity]
    heading = Segment(words, style)
    # The groups of errors and of advice say nothing that the severity does not.
    if rule.severity is not Severity.WARNING:
        return (heading,)
    return (heading, Segment(f", {rule.group.value}", Style.EMPHASIS))


def _listed(rule: Rule, width: int) -> Line:
    return (
        Segment("  "),
        Segment(pad(rule.slug, width), Style.RULE),
        Segment("  "),
        Segment(rule.title),
    )


def view(rule: Rule, *, as_of: date) -> View:
    """Return one rule in full."""
    return View(Page((Lines(explain(rule)),)), document([rule], as_of=as_of))


def list_view(*, as_of: date) -> View:
    """Return all rules, a line each."""
    return View(Page((Lines(rule_list()),)), document(RULES.values(), as_of=as_of))
