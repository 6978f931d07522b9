"""References within a file: to nothing, to the wrong kind, to oneself, in a circle."""

from collections.abc import Iterable, Iterator, Mapping

from ogdplan.checks.context import Context
from ogdplan.checks.cycles import shortest_circle, tangles
from ogdplan.checks.links import Guesses, Link, did_you_mean, links_of, tables_of
from ogdplan.checks.phrases import listed
from ogdplan.findings import Problem
from ogdplan.model.kinds import KINDS, kind_named
from ogdplan.model.record import Record, Table

_SHOWN_OF_CIRCLE = 8


def check(context: Context, ids: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with the references of a file.

    `ids` gives the kind of every record by its id; without reliable ids this cannot be checked.
    """
    guesses = Guesses()
    for _, _, table in tables_of(context.plan):
        own_id = table.id if isinstance(table, Record) else None
        for link in links_of(table):
            spec, _, target = link
            if target == own_id or ids.get(target) not in (spec.refers_to or ()):
                yield _misdirected(context, table, link, ids=ids, guesses=guesses)
    yield from _circles(context)


def _misdirected(
    context: Context, table: Table, link: Link, *, ids: Mapping[str, str], guesses: Guesses
) -> Problem:
    spec, within, target = link
    kinds = spec.refers_to or ()
    help_text = None
    if isinstance(table, Record) and target == table.id:
        slug, message = "self-reference", f'"{target}" is this {_words((ids[target],))} itself'
    elif target in ids:
        owner = _words((ids[target],))
        slug, message = (
            "wrong-kind-reference",
            f'"{target}" is {_a(owner)}, not {_a(_words(kinds))}',
        )
    else:
        slug, message = "unknown-reference", f'there is no {_words(kinds)} "{target}"'
        candidates = (record_id for record_id, kind in ids.items() if kind in kinds)
        help_text = did_you_mean(guesses.nearest(target, candidates, among=kinds))
    return context.problem(
        slug, table, spec.name, f"{spec.name}: {message}", within=within, help_text=help_text
    )


def _words(kinds: tuple[str, ...]) -> str:
    if len(kinds) == len(KINDS):
        return "record"
    return listed([kind_named(name).words for name in kinds], last="or")


def _a(words: str) -> str:
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def _circles(context: Context) -> Iterator[Problem]:
    """Yield one problem for each tangle of milestones, at the first of them in the file."""
    waiting = {each.id: each for each in context.plan.milestones if each.depends_on}
    graph = {
        own_id: [other for other in milestone.depends_on if other in waiting and other != own_id]
        for own_id, milestone in waiting.items()
    }
    for tangle in tangles(graph):
        first = next(own_id for own_id in waiting if own_id in tangle)
        circle = shortest_circle(graph, first, tangle)
        index = waiting[first].depends_on.index(circle[1])
        message = f"milestones wait for each other: {_drawn((*circle, first))}"
        yield context.problem(
            "dependency-cycle", waiting[first], "depends_on", message, within=(index,)
        )


def _drawn(circle: Iterable[str]) -> str:
    nodes = list(circle)
    if len(nodes) > _SHOWN_OF_CIRCLE:
        nodes[_SHOWN_OF_CIRCLE - 2 : -1] = ["…"]
    return " → ".join(nodes)
