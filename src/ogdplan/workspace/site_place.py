"""Where a site may be, and what earlier runs have written there."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from ogdplan.errors import FileError, first_of
from ogdplan.workspace.failures import AGAIN, words_of
from ogdplan.workspace.links import real_path
from ogdplan.workspace.site_manifest import (
    JOURNAL,
    MANIFEST,
    Manifest,
    WrittenFile,
    read_journal,
    read_manifest,
)

OF_HOSTS = frozenset({"CNAME", ".nojekyll", "robots.txt", "favicon.ico", ".well-known", ".git"})
"""What those who publish a site put beside its pages; it may be there first, and stays."""

ELSEWHERE = "choose another folder with --output DIR"
"""What to do where a site cannot be."""


def refuse_place(path: Path, plans: Path, shown: str) -> None:
    """Refuse a place where a site would come upon plans, or leave the folder that was named."""
    with _said_of_place(shown):
        if path.is_symlink():
            hint = "name the folder that it leads to, with --output DIR"
            raise FileError("write", shown, "it is a link", hint=hint)
        if os.path.lexists(path) and not is_real_folder(path):
            raise FileError("write", shown, "it is no folder", hint=ELSEWHERE)
    real, folder = real_path(path), real_path(plans)
    if real == folder or folder in real.parents:
        raise FileError("write", shown, "it lies in the folder of plans", hint=ELSEWHERE)
    if real in folder.parents:
        raise FileError("write", shown, "the folder of plans lies in it", hint=ELSEWHERE)


def read_site(path: Path, shown: str) -> Manifest:
    """Return what earlier runs wrote; refuse a folder that none of them wrote into.

    A journal without a manifest tells nothing: every run that keeps one has written a manifest.
    """
    with _said_of_place(f"{shown}/"):
        names = set(os.listdir(path)) if path.is_dir() else set()  # noqa: PTH208 - names alone
        for name in sorted({MANIFEST, JOURNAL} & names):
            _require_file(path / name, f"{shown}/{name}")
        if MANIFEST not in names:
            if strange := sorted(name for name in names - OF_HOSTS if not _is_leftover(name)):
                reason = f"the folder holds other files: {first_of(tuple(strange))}"
                raise FileError("write", shown, reason, hint=ELSEWHERE)
            return Manifest()
        manifest = read_manifest(_text(path / MANIFEST))
        journal = dict(read_journal(_text(path / JOURNAL))) if JOURNAL in names else {}
    if manifest is None:
        hint = f"remove that file and all pages of the site, {AGAIN}"
        raise FileError("read", f"{shown}/{MANIFEST}", "it is no list of files", hint=hint)
    return Manifest(manifest.made_of if not journal else "", _with(manifest.files, journal, path))


def _require_file(path: Path, shown: str) -> None:
    """Refuse what leads elsewhere, where it would be added to, and what reading would wait for."""
    if path.is_symlink() or not path.is_file():
        reason = "it is a link" if path.is_symlink() else "it is no file"
        raise FileError("write", shown, reason, hint=f"remove it, {AGAIN}")


@contextmanager
def _said_of_place(shown: str) -> Iterator[None]:
    """Raise FileError where the system keeps the place from being looked at."""
    try:
        yield
    except OSError as error:
        raise FileError("write", shown, words_of(error), hint=ELSEWHERE) from error


def _with(
    files: Mapping[str, WrittenFile], journal: Mapping[str, WrittenFile], path: Path
) -> dict[str, WrittenFile]:
    """Return the files of the manifest, and those of the journal that really were written."""
    done = {name: each for name, each in journal.items() if digest_of(path, name) == each.content}
    return {**files, **done}


def digest_of(root: Path, name: str) -> str | None:
    """Return the digest of the bytes of a file; None where there is none of our own."""
    path = root / name
    try:
        # Also where a folder above it became a link: what lies elsewhere is not ours.
        is_own = path.is_file() and real_path(path) == real_path(root) / name
        return sha256(path.read_bytes()).hexdigest() if is_own else None
    except OSError:
        return None


def _is_leftover(name: str) -> bool:
    return name.startswith(".ogdplan-")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def is_real_folder(path: Path) -> bool:
    """Return whether a folder is there itself, and no link to one."""
    return path.is_dir() and not path.is_symlink()
