"""Circles in a graph of names, found without recursion: a chain may be thousands long."""

from collections.abc import Collection, Iterator, Mapping

Graph = Mapping[str, Collection[str]]
"""For each node where its edges lead; every node has an entry."""


def tangles(graph: Graph) -> list[frozenset[str]]:
    """Return the strongly connected components of more than one node.

    In each of them every node can be reached from every other, so it is full of circles; what
    lies between two of them is in none.

    Source: Kosaraju's algorithm, in time linear in nodes and edges.
    """
    backwards: dict[str, list[str]] = {node: [] for node in graph}
    for node, following in graph.items():
        for follower in following:
            backwards[follower].append(node)
    seen: set[str] = set()
    found = []
    for node in reversed(_finished(graph)):
        component = frozenset(_walk(backwards, node, seen))
        if len(component) > 1:
            found.append(component)
    return found


def shortest_circle(graph: Graph, start: str, within: Collection[str]) -> list[str]:
    """Return the nodes of a shortest way from `start` back to it, `start` at its beginning only.

    The way stays `within`; of ways equally short the one that the edges name first.
    """
    came_from: dict[str, str] = {}
    reached = [start]
    for node in reached:
        for follower in graph[node]:
            if follower == start:
                return _way(came_from, start, node)
            if follower in within and follower not in came_from:
                came_from[follower] = node
                reached.append(follower)
    return []


def _finished(graph: Graph) -> list[str]:
    """Return the nodes in the order in which a walk into the depth leaves them."""
    seen: set[str] = set()
    return [node for start in graph for node in _walk(graph, start, seen)]


def _walk(graph: Graph, start: str, seen: set[str]) -> Iterator[str]:
    """Yield the nodes not yet seen that `start` leads to, each after those it leads to."""
    if start in seen:
        return
    seen.add(start)
    path = [(start, iter(graph[start]))]
    while path:
        node, following = path[-1]
        for follower in following:
            if follower not in seen:
                seen.add(follower)
                path.append((follower, iter(graph[follower])))
                break
        else:
            path.pop()
            yield node


def _way(came_from: Mapping[str, str], start: str, end: str) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
