"""The environment in which git runs: that of this program, but for what would mislead us."""

import os
from collections.abc import Mapping
from pathlib import Path

_PATHS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
_DROPPED = frozenset(
    (
        *("GIT_CONFIG", "GIT_EXTERNAL_DIFF", "GIT_PREFIX"),
        *("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
    )
)
_TRACES = ("GIT_TRACE", "GIT_CURL_VERBOSE")


def for_git(environment: Mapping[str, str], here: Path) -> dict[str, str]:
    """Return the environment for git, started from `here` for whatever folder.

    It speaks English, since its words are looked into; it fetches nothing that is not here. Paths
    that count from `here` are whole. In a hook GIT_DIR names the repository, and without
    GIT_WORK_TREE git takes whatever folder it is started in for the top of the working tree: then
    it finds the repository by itself.
    """
    kept = {
        name: value
        for name, value in environment.items()
        if name not in _DROPPED and not name.startswith(_TRACES)
    }
    if not kept.get("GIT_WORK_TREE"):
        kept.pop("GIT_DIR", None)
    whole = {name: os.path.join(here, kept[name]) for name in _PATHS if kept.get(name)}  # noqa: PTH118 - no `..` may be resolved
    return {**kept, **whole, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
