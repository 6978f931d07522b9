from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ogdplan.checks.cycles import Graph, shortest_circle, tangles

NODES = "abcdef"
graphs = st.fixed_dictionaries(
    {node: st.sets(st.sampled_from(NODES)).map(sorted) for node in NODES}
)


def reached_from(graph: Graph, start: str) -> set[str]:
    """Return the nodes that one step or more lead to from `start`."""
    found = set(graph[start])
    while more := {after for node in found for after in graph[node]} - found:
        found |= more
    return found


@given(graphs)
def test_tangle_is_all_that_can_be_reached_and_leads_back(graph: Graph) -> None:
    reach = {node: reached_from(graph, node) for node in graph}
    together = {
        frozenset({node, *(other for other in reach[node] if node in reach[other])})
        for node in graph
    }

    found = tangles(graph)

    assert set(found) == {each for each in together if len(each) > 1}
    assert len(found) == len(set(found))


@given(graphs)
def test_circle_starts_at_its_start_and_follows_the_edges(graph: Graph) -> None:
    for tangle in tangles(graph):
        start = min(tangle)
        circle = shortest_circle(graph, start, tangle)

        assert circle[0] == start
        assert all(after in graph[node] for node, after in pairwise(circle))
        assert start in graph[circle[-1]]
        assert len(circle) == len(set(circle))


def test_shortest_way_is_taken() -> None:
    graph = {"a": ["b", "c"], "b": ["d"], "c": ["a"], "d": ["a"]}

    assert shortest_circle(graph, "a", frozenset("abcd")) == ["a", "c"]


def test_node_that_leads_to_itself_only_is_no_tangle() -> None:
    assert tangles({"a": ["a"], "b": ["a"]}) == []


def test_long_chain_is_no_trouble() -> None:
    length = 50_000
    graph = {str(number): [str((number + 1) % length)] for number in range(length)}

    assert [len(tangle) for tangle in tangles(graph)] == [length]
    assert len(shortest_circle(graph, "0", graph.keys())) == length
