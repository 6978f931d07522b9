"""What is known of the files of a site: of what each was made, and what was written.

It stands in the site itself as `.ogdplan-site.json`, from the beginning of the first run. A run
that is under way adds a line to `.ogdplan-site.journal` before each file, so that the next one
knows what a killed one wrote. Whoever can write there may have written either: only names that a
site can have are taken from them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ogdplan.model.site_names import is_site_name

MANIFEST = ".ogdplan-site.json"
JOURNAL = ".ogdplan-site.journal"

_SCHEMA = "ogdplan/site-manifest/1"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class WrittenFile(NamedTuple):
    """A file of the site: a digest of all it was made of, and one of its bytes."""

    made_of: str
    content: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that were written, by their names below the site.

    `made_of` is a digest of all that the whole site was made of, "" for a site that is not whole.
    """

    made_of: str = ""
    files: Mapping[str, WrittenFile] = field(default_factory=dict)


def read_manifest(text: str) -> Manifest | None:
    """Return what a manifest says; None for what this program did not write."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA:
        return None
    made_of, listed = data.get("made_of"), data.get("files")
    if not isinstance(made_of, str) or not isinstance(listed, dict):
        return None
    files = {name: _written(name, value) for name, value in listed.items()}
    known = {name: each for name, each in files.items() if each}
    return Manifest(made_of, known) if len(known) == len(files) else None


def manifest_text(manifest: Manifest) -> str:
    """Return a manifest as it is written: one line a file, by name."""
    files = {name: list(manifest.files[name]) for name in sorted(manifest.files)}
    head = json.dumps({"schema": _SCHEMA, "made_of": manifest.made_of})
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(each)}" for name, each in files.items())
    return f'{head[:-1]}, "files": {{\n{lines}\n}}}}\n'


def journal_line(name: str, written: WrittenFile) -> str:
    """Return what the journal says of a file that is about to be written."""
    return json.dumps([name, *written]) + "\n"


def read_journal(text: str) -> Iterator[tuple[str, WrittenFile]]:
    """Yield the files of a journal in order; a line that was cut off names none."""
    for line in text.splitlines():
        try:
            name, *value = json.loads(line)
        except (ValueError, TypeError, RecursionError):
            continue
        written = _written(name, value)
        if written:
            yield name, written


def _written(name: object, value: object) -> WrittenFile | None:
    if not is_site_name(name) or not isinstance(value, list) or len(value) != 2:
        return None
    made_of, content = value
    return WrittenFile(made_of, content) if _is_digest(made_of) and _is_digest(content) else None


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and bool(_DIGEST.fullmatch(value))
