"""Print the edits that graphtage makes of two JSON files, as JSON; see edits.py.

    python diff_with_graphtage.py OLD NEW [--ignore-list-order] [--match-if WHAT]

The options are those of graphtage, which is asked as its own command line asks.
"""

import argparse
import json
from collections.abc import Iterator

from edits import Link, edit_of
from graphtage import BuildOptions, KeyValuePairEdit, KeyValuePairNode, expressions, get_filetype
from graphtage.constraints import MatchIf
from graphtage.edits import Insert, Remove
from graphtage.printer import Printer, set_default_printer
from graphtage.tree import CompoundEdit, Edit, TreeNode

Way = tuple[Link, ...]
"""From the documents to a place in both; the links hold nodes of graphtage."""


def edit_between(options: argparse.Namespace) -> Edit:
    """Return the edit of the whole documents."""
    build = BuildOptions(ignore_list_order=options.ignore_list_order)
    old, new = (get_filetype(path).build_tree(path, build) for path in (options.old, options.new))
    if options.match_if:
        condition = expressions.parse(options.match_if)
        for node in old.dfs():
            MatchIf.apply(node, condition)
    whole = old.edits(new)
    while whole.valid and not whole.is_complete() and whole.tighten_bounds():
        pass
    return whole


def ways(edit: Edit, above: Way, keys: tuple[str, ...] = ()) -> Iterator[Way]:
    """Yield the way to each place where the documents differ."""
    if isinstance(edit, KeyValuePairEdit):
        pairs = edit.from_node, edit.to_node
        if edit.key_edit.has_non_zero_cost():
            yield (*above, between(*pairs))
        yield from ways(edit.value_edit, above, (pairs[0].key.object,))
    elif isinstance(edit, CompoundEdit):
        is_known = bool(above) and above[-1].old is edit.from_node
        here = above if is_known else (*above, Link(keys, edit.from_node, edit.to_node))
        for part in edit.edits():
            yield from ways(part, here)
    elif edit.has_non_zero_cost():
        old = None if isinstance(edit, Insert) else edit.from_node
        new = edit.from_node if isinstance(edit, Insert) else edit.to_node
        yield (*above, between(old, None if isinstance(edit, Remove) else new, keys))


def between(old: TreeNode | None, new: TreeNode | None, keys: tuple[str, ...] = ()) -> Link:
    """Return two nodes as a link; of pairs of a key and a value, the values under their keys."""
    pairs = [node for node in (old, new) if isinstance(node, KeyValuePairNode)]
    if not pairs:
        return Link(keys, old, new)
    names = dict.fromkeys(pair.key.object for pair in pairs)
    return Link(tuple(names), *(node and node.value for node in (old, new)))


def with_data(way: Way) -> Iterator[Link]:
    """Yield the links below the documents with the data that the nodes stand for."""
    for keys, *nodes in way[1:]:
        yield Link(keys, *(each.to_obj() if isinstance(each, TreeNode) else None for each in nodes))


def main() -> None:
    """Read the options and print the edits."""
    parser = argparse.ArgumentParser()
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--ignore-list-order", action="store_true")
    parser.add_argument("--match-if")
    options = parser.parse_args()
    set_default_printer(Printer(quiet=True))
    found = edit_between(options)
    print(json.dumps([edit_of(tuple(with_data(way))) for way in ways(found, ())]))


main()
