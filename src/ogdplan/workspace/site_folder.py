"""The folder of a site: only what this program wrote is ever replaced or removed."""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ogdplan.errors import FileError, first_of
from ogdplan.workspace.drafts import clear_drafts, drafted, new_mode, sync_folder
from ogdplan.workspace.failures import said_of, words_of
from ogdplan.workspace.files import require_open_folder
from ogdplan.workspace.locks import locked
from ogdplan.workspace.site_manifest import (
    JOURNAL,
    MANIFEST,
    Manifest,
    WrittenFile,
    journal_line,
    manifest_text,
)
from ogdplan.workspace.site_place import (
    ELSEWHERE,
    digest_of,
    is_real_folder,
    read_site,
    refuse_place,
)


@dataclass(slots=True)
class SiteFolder:
    """A folder that a site is written into; `shown` is its name in output.

    `before` is what earlier runs wrote, `now` what this one has found or made so far; it grows
    with each file. A trial changes nothing on the disk. With `force` nothing counts as current,
    and files of the site that someone changed are replaced too.
    """

    root: Path
    shown: str
    before: Manifest
    is_trial: bool = False
    force: bool = False
    now: dict[str, WrittenFile] = field(default_factory=dict)

    def is_whole(self, made_of: str) -> bool:
        """Return whether the whole site was made of this, and every file is as it was written."""
        files = self.before.files
        is_same = bool(files) and not self.force and self.before.made_of == made_of
        return is_same and all(
            digest_of(self.root, name) == each.content for name, each in files.items()
        )

    def require_free(self, names: Collection[str]) -> None:
        """Raise FileError where one of these names is taken by what ogdplan did not write as it is.

        That is a file of someone's own or one that was changed, a link, or a folder; with `force`
        a changed file counts as free.
        """
        taken = tuple(name for name in sorted(names) if self._is_taken(name))
        strange = tuple(name for name in taken if self._is_strange(name))
        if strange:
            hint = f"move that file, or {ELSEWHERE}"
            reason = f"not written by ogdplan: {first_of(strange)}"
            raise FileError("write", self.shown, reason, hint=hint)
        closed = tuple(name for name in taken if digest_of(self.root, name) is None)
        if closed:
            hint = "allow reading that file, or --force writes it anew"
            raise FileError("write", self.shown, f"cannot be read: {first_of(closed)}", hint=hint)
        if taken:
            hint = "--force writes it anew, and what was changed is lost"
            reason = f"changed since ogdplan wrote it: {first_of(taken)}"
            raise FileError("write", self.shown, reason, hint=hint)

    def is_current(self, name: str, made_of: str) -> bool:
        """Return whether a file was made of this and is as it was written; it then stays."""
        known = self.before.files.get(name)
        if self.force or known is None or known.made_of != made_of:
            return False
        if digest_of(self.root, name) != known.content:
            return False
        self.now[name] = known
        return True

    def write(self, name: str, made_of: str, content: bytes) -> bool:
        """Write a file whole; return whether its bytes are others than before.

        Raises FileError where it cannot be written, or someone's own file has its name.
        """
        written = WrittenFile(made_of, sha256(content).hexdigest())
        is_new = digest_of(self.root, name) != written.content
        if is_new:
            self.require_free([name])
        if is_new and not self.is_trial:
            self._replace(name, written, content)
        self.now[name] = written
        return is_new

    def finish(self, made_of: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Remove files of earlier runs that this one did not make, and write the manifest.

        Returns the names of what was removed, and of what stays since someone changed it.
        """
        old = sorted(self.before.files.keys() - self.now.keys())
        there = {name: found for name in old if (found := digest_of(self.root, name))}
        gone = tuple(n for n, found in there.items() if found == self.before.files[n].content)
        kept = tuple(name for name in there if name not in gone)
        if not self.is_trial:
            for name in gone:
                self._remove(name)
            self._settle(Manifest(made_of, self.now))
        return gone, kept

    def _settle(self, manifest: Manifest) -> None:
        path = self.root / MANIFEST
        content = manifest_text(manifest).encode()
        with said_of(f"{self.shown}/{MANIFEST}"):
            if not path.is_file() or path.read_bytes() != content:
                _put(path, content)
            (self.root / JOURNAL).unlink(missing_ok=True)

    def _replace(self, name: str, written: WrittenFile, content: bytes) -> None:
        path = self.root / name
        with said_of(f"{self.shown}/{name}"):
            with (self.root / JOURNAL).open("a", encoding="utf-8", newline="\n") as journal:
                journal.write(journal_line(name, written))
                journal.flush()
                os.fsync(journal.fileno())
            path.parent.mkdir(parents=True, exist_ok=True)
            require_open_folder(path.parent, f"{self.shown}/{name}")
            _put(path, content)

    def _remove(self, name: str) -> None:
        path = self.root / name
        with said_of(f"{self.shown}/{name}", action="remove"):
            require_open_folder(path.parent, f"{self.shown}/{name}")
            path.unlink()
        for folder in path.parents:
            if folder == self.root:
                break
            with suppress(OSError):  # Something is left in it.
                folder.rmdir()

    def _is_taken(self, name: str) -> bool:
        """Return whether something is there that earlier runs did not write as it is."""
        if self._is_strange(name):
            return True
        known = self.before.files.get(name)
        if known is None or self.force or not os.path.lexists(self.root / name):
            return False
        return digest_of(self.root, name) != known.content

    def _is_strange(self, name: str) -> bool:
        """Return whether something is there that ogdplan never writes, or never wrote."""
        path = self.root / name
        folders = [each for each in path.parents if self.root in each.parents]
        if any(os.path.lexists(each) and not is_real_folder(each) for each in folders):
            return True
        if not os.path.lexists(path):
            return False
        return name not in self.before.files or path.is_symlink() or not path.is_file()


@contextmanager
def open_site(
    path: Path, *, plans: Path, shown: str, is_trial: bool = False, force: bool = False
) -> Iterator[SiteFolder]:
    """Give the folder of a site, for one run at a time; it is made where it is missing.

    Raises FileError for a folder that holds something else, for one in the folder of plans or
    around it, and for a file or a link; LockedError while another run holds it for too long.
    """
    refuse_place(path, plans, shown)
    if is_trial:
        yield SiteFolder(path, shown, read_site(path, shown), is_trial=True, force=force)
        return
    with locked(path / MANIFEST, shown=f"{shown}/"):
        before = read_site(path, shown)
        _make(path, shown)
        with said_of(f"{shown}/"):
            require_open_folder(path, f"{shown}/")
            _begin(path)
        yield SiteFolder(path, shown, before, force=force)


def _make(path: Path, shown: str) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError as error:
        reason = "the system allows no folder there"
        raise FileError("create", f"the folder {shown}", reason, hint=ELSEWHERE) from error
    except OSError as error:
        raise FileError("create", f"the folder {shown}", words_of(error), hint=ELSEWHERE) from error


def _begin(root: Path) -> None:
    """Make a folder that is taken for a site; what a run writes from here on is told apart."""
    clear_drafts(root / MANIFEST)
    if not (root / MANIFEST).exists():
        (root / JOURNAL).unlink(missing_ok=True)
        _put(root / MANIFEST, manifest_text(Manifest()).encode())


def _put(path: Path, content: bytes) -> None:
    clear_drafts(path)
    # For all to read: who runs a site may not see that a page of it is closed.
    with drafted(path, content, mode=new_mode()) as draft:
        draft.replace(path)
    sync_folder(path.parent)
