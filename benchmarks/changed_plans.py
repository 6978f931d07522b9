"""Make a plan and a later one, and know what really changed between them.

    python benchmarks/changed_plans.py FOLDER --milestones 50

writes `old.toml` and `new.toml` into FOLDER and prints the true changes. The old plan comes from
make_plans.py; the new one is made of its data by true_changes.py, rewritten by rewritings.py, and
written by a library that does not know the old text.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tomli
import tomli_w

from make_plans import plan_text
from rewritings import REWRITINGS
from statements import Statement
from true_changes import CHANGES, Draft

LEAST = 48
"""The milestones of a plan that has room for all changes: four dozen."""


@dataclass(frozen=True)
class PlanPair:
    """Two plans: their texts, what really changed by what was done, and the echoes.

    An echo is a reference that only follows its record's new id. It does differ, but the rename
    has said so.
    """

    old: str
    new: str
    done: Mapping[str, Sequence[Statement]]
    echoes: frozenset[Statement]

    @property
    def truth(self) -> frozenset[Statement]:
        """Return all that really changed."""
        return frozenset(statement for statements in self.done.values() for statement in statements)

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write both into a folder and return their paths."""
        paths = folder / "old.toml", folder / "new.toml"
        for path, text in zip(paths, (self.old, self.new), strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        return paths


def make(milestones: int) -> PlanPair:
    """Return a plan of so many milestones, at least `LEAST`, and what became of it."""
    old = plan_text("pan", country="PAN", milestones=milestones, warnings=0, seed=1)
    draft = Draft(tomli.loads(old), milestones)
    done = {words: tuple(change(draft)) for words, change in CHANGES.items()}
    for rewrite in REWRITINGS:
        rewrite(draft)
    new = tomli_w.dumps(draft.data).replace("\n[[", "\n# As the ministry tells it.\n[[")
    return PlanPair(old, new, done, frozenset(draft.echoes))


def main() -> None:
    """Read the options, write the two plans and print what is true."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--milestones", type=int, default=50, help=f"{LEAST} or more")
    options = parser.parse_args()
    if options.milestones < LEAST:
        parser.error(f"a plan of fewer than {LEAST} milestones has no room for all changes")
    pair = make(options.milestones)
    pair.write(options.folder)
    for words, statements in pair.done.items():
        print(f"{words}: {'; '.join(map(str, statements))}")


if __name__ == "__main__":
    main()
