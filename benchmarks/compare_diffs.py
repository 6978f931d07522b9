"""Ask three programs what changed in a plan, and see how long they take and what is right.

    python -m venv .venv
    .venv/bin/pip install -e '.[test]' 'deepdiff[cli]' graphtage
    .venv/bin/python benchmarks/compare_diffs.py [--milestones 50 500] [--details]

ogdplan stands against deepdiff and graphtage, which compare any data. Each of these is asked as
somebody would ask first, and with the settings that, of those we tried, tell most of a plan
rightly: records with one id are a pair, or only close ones are. One that is not installed is left
out.

What is true comes from true_changes.py, which makes the new plan: 40 statements such as "milestone
milestone-7 changed: started". A statement names a record, and one of its fields or what became of
the whole: added, removed, renamed. What a program tells is turned into such statements:

- ogdplan prints them (`ogdplan diff OLD NEW --format json`).
- deepdiff and graphtage tell places in the data, such as `root['milestones'][7]['started']`. They
  are given the id of the record there, which they do not print. What lies deeper than a field is a
  change of the field, a new value of `id` is a rename. That an item stands elsewhere, which
  deepdiff can tell, is passed over.
- Who holds one record against another, and tells how they differ, has told nothing true of either:
  "milestone milestone-25 > open-budget changed: title".

Right is a true statement that was told, missed a true one that was not, wrong one that was told and
is not true. An echo is neither: a reference that differs because it follows the new id of a record.
A record that has another id is renamed; to tell that it is gone and another has come is wrong.

What is a change, ogdplan's own rules say (`ogdplan.compare.changes.between`). None is another
order of records and fields, comments, a text written as a table of one language, a default written
out. Of the last two there are five. Who knows nothing of plans cannot know them, but the
reader has to. Another order of the values in a list is one, which "ignore order" does not tell.

Times are medians of whole processes, by turns, after one unmeasured run. What takes over 10 seconds
runs once; what takes over `--limit` seconds is stopped, and has no answer. graphtage is given JSON:
it reads no dates in TOML. What it tells, and what deepdiff does, is asked of the libraries, since
their commands print it for people; deepdiff's command does not know of ids, so there the time is
that of yardsticks/diff_with_deepdiff.py.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import tomli

from changed_plans import LEAST, PlanPair, make
from measuring import CannotRunError, Command, TooSlowError, Usage, medians, program, run, yardstick
from statements import Edit, Score, Statement, of_changes, of_edits, score

ONCE_SECONDS = 10
"""What takes longer runs once."""

DEEPDIFF = ("deepdiff", "click")
GRAPHTAGE = ("graphtage",)
"""What the programs need beside the dependencies of ogdplan."""

Read = Callable[[str], Iterable[Statement]]


@dataclass(frozen=True)
class Contender:
    """A program with its settings: the command that is timed, and the one that is understood.

    `modules` are what it needs beside ogdplan's own dependencies, `end` is the exit code of a timed
    run that found differences.
    """

    name: str
    timed: Command
    asked: Command
    read: Read
    modules: Sequence[str] = ()
    end: int = 0


def contenders(folder: Path) -> Iterator[Contender]:
    """Yield all programs, ogdplan first, to compare the plans in a folder."""
    plans = (folder / "old.toml", folder / "new.toml")
    ours: Command = [program("ogdplan"), "diff", *plans, "--format", "json"]
    yield Contender("ogdplan diff", ours, ours, _read_ogdplan)
    yield from _deepdiff(plans)
    yield from _graphtage([path.with_suffix(".json") for path in plans])


def _deepdiff(plans: Sequence[Path]) -> Iterator[Contender]:
    deep = Path(sys.executable).parent / "deep"
    for name, cutoff in (("ignore order", "0.3"), ("closer pairs", "0.2")):
        options = ("--ignore-order", "--cutoff-distance-for-pairs", cutoff)
        settings = ("ignore_order=true", f"cutoff_distance_for_pairs={cutoff}")
        timed: Command = [deep, "diff", *plans, *options]
        asked = yardstick("diff_with_deepdiff", *plans, *settings)
        yield Contender(f"deepdiff, {name}", timed, asked, _read_edits, DEEPDIFF)
    by_id = yardstick("diff_with_deepdiff", *plans, "--by-id")
    yield Contender("deepdiff, records by id", by_id, by_id, _read_edits, DEEPDIFF)


def _graphtage(plans: Sequence[Path]) -> Iterator[Contender]:
    graphtage = Path(sys.executable).parent / "graphtage"
    by_id = ("--ignore-list-order", "--match-if", "from['id'] == to['id']")
    for name, options in (("graphtage", ()), ("graphtage, records by id", by_id)):
        timed: Command = [graphtage, "--no-status", *plans, *options]
        asked = yardstick("diff_with_graphtage", *plans, *options)
        yield Contender(name, timed, asked, _read_edits, GRAPHTAGE, end=1)


def _read_ogdplan(output: str) -> Iterator[Statement]:
    return of_changes(json.loads(output)["changes"])


def _read_edits(output: str) -> Iterator[Statement]:
    return of_edits(
        Edit(each["table"], tuple(each["old"]), tuple(each["new"]), tuple(each["fields"]))
        for each in json.loads(output)
    )


def write(pair: PlanPair, folder: Path) -> None:
    """Write the plans into a folder, as TOML and as JSON."""
    for path in pair.write(folder):
        data = tomli.loads(path.read_text(encoding="utf-8"))
        text = json.dumps(data, default=str, ensure_ascii=False)
        path.with_suffix(".json").write_text(text, encoding="utf-8")


def times(those: Sequence[Contender], runs: int, limit_seconds: float) -> list[Usage | None]:
    """Return what each program takes, None for one that had to be stopped."""
    firsts = [_first(each, limit_seconds) for each in those]
    quick = [at for at, usage in enumerate(firsts) if usage and usage.seconds <= ONCE_SECONDS]
    rounds = [[run(those[at].timed, ends=[those[at].end]) for at in quick] for _ in range(runs)]
    again = dict(zip(quick, map(medians, zip(*rounds, strict=True)), strict=True))
    return [again.get(at, usage) for at, usage in enumerate(firsts)]


def _first(contender: Contender, limit_seconds: float) -> Usage | None:
    try:
        return run(contender.timed, ends=[contender.end], limit_seconds=limit_seconds)
    except TooSlowError:
        return None


def answer(contender: Contender) -> set[Statement]:
    """Return what a program tells."""
    ended = subprocess.run(contender.asked, check=False, capture_output=True, encoding="utf-8")
    if ended.returncode:
        said = ended.stderr.strip().rpartition("\n")[2]
        raise CannotRunError(f"no answer of {contender.name}: {said}")
    return set(contender.read(ended.stdout))


def compare(milestones: int, folder: Path, options: argparse.Namespace) -> None:
    """Compare the programs on plans of so many milestones and print a table."""
    pair = make(milestones)
    write(pair, folder)
    here = [each for each in contenders(folder) if is_installed(each.modules)]
    usages = times(here, options.runs, options.limit)
    print(f"\n{milestones} milestones, {len(pair.truth)} true statements")
    show("", "seconds", "× ogdplan", "MB", "right", "missed", "wrong", "echoes")
    for contender, usage in zip(here, usages, strict=True):
        if usage is None:
            show(contender.name, f"> {options.limit:g}", *"––––––")
            continue
        judged = score(answer(contender), pair.truth, pair.echoes)
        show(contender.name, *_taken(usage, usages[0]), *_counts(judged))
        if options.details:
            tell(judged)


def _taken(usage: Usage, ours: Usage | None) -> Iterator[str]:
    yield f"{usage.seconds:.2f}"
    yield f"{usage.seconds / ours.seconds:.1f}" if ours else "–"
    yield f"{usage.megabytes:.0f}"


def _counts(judged: Score) -> Iterator[str]:
    yield from (
        str(len(each)) for each in (judged.right, judged.missed, judged.wrong, judged.echoes)
    )


def is_installed(modules: Iterable[str]) -> bool:
    """Return whether Python finds all of these."""
    return all(find_spec(each) for each in modules)


def show(name: str, *cells: str) -> None:
    """Print one row of the table as soon as it is known."""
    print(f"{name:<26}" + "".join(f"{cell:>10}" for cell in cells), flush=True)


def tell(judged: Score) -> None:
    """Print the statements that were missed and those that are wrong."""
    for word, statements in (("missed", judged.missed), ("wrong", judged.wrong)):
        for each in sorted(statements):
            print(f"    {word}: {each}")


def main() -> None:
    """Read the options and compare."""
    summary, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--milestones", type=int, nargs="+", default=[50, 500], help=f"{LEAST} or more, in a plan"
    )
    parser.add_argument("--runs", type=int, default=5, help="measured runs of each command")
    parser.add_argument("--limit", type=float, default=120, help="seconds that one run may take")
    parser.add_argument("--details", action="store_true", help="list what is missed and wrong")
    options = parser.parse_args()
    if min(options.milestones) < LEAST:
        parser.error(f"a plan of fewer than {LEAST} milestones has no room for all changes")
    for name, modules in (("deepdiff", DEEPDIFF), ("graphtage", GRAPHTAGE)):
        if not is_installed(modules):
            print(f"{name} is left out: pip install 'deepdiff[cli]' graphtage", file=sys.stderr)
    # As installed: bytecode is there after the first run, whatever the environment says.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        for milestones in options.milestones:
            with tempfile.TemporaryDirectory() as folder:
                compare(milestones, Path(folder), options)
    except CannotRunError as error:
        sys.exit(f"not compared: {error}")


if __name__ == "__main__":
    main()
