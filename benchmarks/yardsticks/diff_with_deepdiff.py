"""Print the differences that deepdiff finds between two TOML files, as JSON; see edits.py.

    python diff_with_deepdiff.py OLD NEW [--by-id] [NAME=VALUE …]

NAME is a setting of DeepDiff, VALUE is JSON. With `--by-id` a record is held against the one with
the same id, as deepdiff's documentation says for records that have one.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import tomli
from deepdiff import DeepDiff
from deepdiff.helper import CannotCompare, notpresent
from deepdiff.model import DiffLevel
from edits import Link, edit_of


def is_same_record(old: object, new: object, _: DiffLevel | None = None) -> bool:
    """Return whether two records have one id; what is no record, deepdiff compares as it does."""
    if isinstance(old, dict) and isinstance(new, dict) and "id" in old and "id" in new:
        return bool(old["id"] == new["id"])
    raise CannotCompare


def way_to(difference: DiffLevel) -> Iterator[Link]:
    """Yield the tables, records and fields that lead to a difference."""
    keys = difference.path(output_format="list")
    level = difference.all_up
    for key in keys:
        level = level.down
        name = (key,) if isinstance(key, str) else ()
        yield Link(name, *(None if each is notpresent else each for each in (level.t1, level.t2)))


def main() -> None:
    """Read the options and print the differences, but for records in another place."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", type=Path, nargs=2)
    parser.add_argument("settings", nargs="*")
    parser.add_argument("--by-id", action="store_true")
    options = parser.parse_intermixed_args()
    pairs = (setting.partition("=") for setting in options.settings)
    settings = {name: json.loads(value) for name, _, value in pairs}
    if options.by_id:
        settings["iterable_compare_func"] = is_same_record
    plans = (tomli.loads(path.read_text(encoding="utf-8")) for path in options.files)
    found = DeepDiff(*plans, **settings)
    told = [
        edit_of(tuple(way_to(each)))
        for kind, differences in found.tree.items()
        if kind != "iterable_item_moved"
        for each in differences
    ]
    print(json.dumps(told))


main()
