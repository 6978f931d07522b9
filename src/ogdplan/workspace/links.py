"""Links and folders, on every system and without an exception."""

import os
import stat
import sys
from pathlib import Path


def is_link(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry of a folder leads elsewhere; a junction of Windows does."""
    if sys.platform == "win32":
        # A junction is a link to a folder that is_symlink does not know. Not any reparse point:
        # OneDrive makes one of each of its folders.
        tag = entry.stat(follow_symlinks=False).st_reparse_tag
        return entry.is_symlink() or tag == stat.IO_REPARSE_TAG_MOUNT_POINT
    return entry.is_symlink()


def is_folder(path: Path) -> bool:
    """Return whether a folder is there, or a link to one."""
    # Path.is_dir raises where a folder above may not be entered, until 3.14.
    return os.path.isdir(path)  # noqa: PTH112


def real_path(path: Path) -> Path:
    """Return where a path really leads, whether or not something is there."""
    # Not Path.resolve: on a link that leads to itself it raises RuntimeError until 3.13.
    return Path(os.path.realpath(path))
