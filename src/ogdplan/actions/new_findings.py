"""Which findings are new, compared by rule, record and field."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace

from ogdplan.findings import Finding

_NO_RENAMES: Mapping[str, str] = {}


def new_findings(
    findings: Iterable[Finding],
    known: Iterable[Finding],
    renames: Mapping[str, str] = _NO_RENAMES,
) -> tuple[Finding, ...]:
    """Return the findings for which no known one stands, one for one; their order stays.

    Where several are alike and there are more than there were, those that say what a known one
    said, best of the same line, are not new. `renames` gives the ids that the records of known
    ones have now, where they changed.
    """
    left = list(findings)
    waiting = [_renamed(each, renames) for each in known]
    for trait in (_words_and_line, _words, _key):
        left, waiting = _unpaired(left, waiting, trait)
    return tuple(left)


def _renamed(finding: Finding, renames: Mapping[str, str]) -> Finding:
    record = renames.get(finding.record or "")
    return replace(finding, record=record) if record else finding


def _unpaired(
    findings: Iterable[Finding], known: Iterable[Finding], trait: Callable[[Finding], Hashable]
) -> tuple[list[Finding], list[Finding]]:
    """Return what is left of both when those that have a trait in common go out in pairs."""
    waiting: dict[Hashable, list[Finding]] = defaultdict(list)
    for each in known:
        waiting[trait(each)].append(each)
    left = []
    for each in findings:
        alike = waiting.get(trait(each))
        if alike:
            alike.pop()
        else:
            left.append(each)
    return left, [each for alike in waiting.values() for each in alike]


def _key(finding: Finding) -> tuple[str, str | None, str | None]:
    return finding.rule, finding.record, finding.field


def _words(finding: Finding) -> Hashable:
    return _key(finding), finding.message


def _words_and_line(finding: Finding) -> Hashable:
    return _words(finding), finding.excerpt
