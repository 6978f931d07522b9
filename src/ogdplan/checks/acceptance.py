"""Accepted findings: which problems someone answers for, and which entries answer for none."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ogdplan.findings import Place, Problem, Severity
from ogdplan.model.plan import Accepted
from ogdplan.rules.catalogue import RULES
from ogdplan.rules.history import UNACCEPTABLE

_IDLE = "accepted-nothing"


def settle(
    accepted: Sequence[Accepted],
    problems: Iterable[Problem],
    *,
    unasked: Collection[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Return all problems of a file, those accepted marked, with a warning for each idle entry.

    `accepted` are the entries in the order of the file, `problems` everything found in it.
    `unasked` are the slugs of rules that were not asked, such as those about several plans
    where only one is known: entries for them are taken on trust. While the file has an error no
    entry counts as idle, for the error may be why what it accepts was not found.
    """
    found = _marked(accepted, problems)
    if any(problem.rule.severity is Severity.ERROR for problem in found):
        return found
    entries = tuple(enumerate(accepted))
    first = [(index, entry) for index, entry in entries if entry.rule not in (*unasked, _IDLE)]
    found += _marked(accepted, _idle(first, found))
    return found + tuple(_idle([each for each in entries if each[1].rule == _IDLE], found))


def _marked(accepted: Sequence[Accepted], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    if not accepted:
        return tuple(problems)
    answered = {(entry.rule, entry.about) for entry in accepted}
    return tuple(
        problem._replace(accepted=True)
        if _can_be_accepted(problem) and _key(problem) in answered
        else problem
        for problem in problems
    )


def _can_be_accepted(problem: Problem) -> bool:
    return problem.severity is not Severity.ERROR and problem.rule.slug not in UNACCEPTABLE


def _idle(
    entries: Iterable[tuple[int, Accepted]], problems: Iterable[Problem]
) -> Iterator[Problem]:
    used = {_key(problem) for problem in problems if problem.accepted}
    rule = RULES[_IDLE]
    for index, entry in entries:
        if (entry.rule, entry.about) not in used:
            place = Place(("accepted", index, "rule"))
            yield Problem(rule, place, _message(entry), rule.fix, entry.about, "rule")


def _message(entry: Accepted) -> str:
    if RULES[entry.rule].severity is Severity.ERROR:
        return f"{entry.rule} is an error, and errors cannot be accepted"
    if entry.rule in UNACCEPTABLE:
        return f"{entry.rule} cannot be accepted: the record is gone, and no entry can name it"
    subject = f'about "{entry.about}"' if entry.about else "about the plan as a whole"
    return f"there is no finding of {entry.rule} {subject}"


def _key(problem: Problem) -> tuple[str, str | None]:
    return problem.rule.slug, problem.record
