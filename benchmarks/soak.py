"""Look for faults with generated input, round after round, for as long as you like.

    python -m venv .venv
    .venv/bin/pip install -e '.[test]'
    .venv/bin/python benchmarks/soak.py --minutes 30 [--only reading merging] [--seed 7]

Each round runs the laws of one kind, in turns, with a new seed: those that the tests marked `soak`
hold. Prints a line a round. Stops at the first fault, prints it with the command that repeats it,
and ends with exit code 1. No round begins after the time is over; with `--minutes 0` each kind has
one round.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

KINDS: Mapping[str, Sequence[str]] = {
    "reading": ["tests/planfile/test_reading_properties.py"],
    "editing": [
        "tests/planfile/test_edits_properties.py",
        "tests/planfile/test_formatting_properties.py",
    ],
    "merging": ["tests/actions/test_merge_laws.py"],
    "hostile": ["tests/cli/test_hostile_text.py", "tests/cli/test_export_hostile.py"],
}
"""What can be looked at, and the files whose long runs do it."""

CASES = 300
"""Cases of each law in a round: a round takes some seconds to a minute."""

CASES_VARIABLE = "OGDPLAN_SOAK_CASES"
_MOST_SEED = 2**32
_COUNTED = re.compile(r"^(\d+) cases$", re.MULTILINE)


@dataclass(frozen=True)
class Round:
    """What came of one round; `said` is what the tests printed."""

    cases: int
    seconds: float
    failed: bool
    said: str


def run_round(files: Sequence[str], *, seed: int, cases: int) -> Round:
    """Hold the laws of some test files to so many cases each, drawn from a seed."""
    # The default profile, since that of a continuous integration draws the same cases every time.
    options = ["-m", "soak", "-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    drawn = ["--hypothesis-profile=default", f"--hypothesis-seed={seed}"]
    begun = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", "pyproject.toml", *options, *drawn, *files],
        cwd=ROOT,
        env={**os.environ, CASES_VARIABLE: str(cases)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    counted = _COUNTED.search(ended.stdout)
    return Round(
        int(counted[1]) if counted else 0,
        time.perf_counter() - begun,
        ended.returncode != 0,
        ended.stdout + ended.stderr,
    )


def turns(kinds: Sequence[str], seed: int) -> Iterator[tuple[str, int]]:
    """Yield the kinds in turns without an end, each time with the next seed."""
    while True:
        for kind in kinds:
            yield kind, seed % _MOST_SEED
            seed += 1


def soak(
    kinds: Mapping[str, Sequence[str]], *, minutes: float, seed: int, cases: int = CASES
) -> bool:
    """Run rounds for some minutes, each kind at least once; return whether no fault was found."""
    end = time.monotonic() + 60 * minutes
    total = 0
    for number, (kind, own_seed) in enumerate(turns(list(kinds), seed), start=1):
        if number > len(kinds) and time.monotonic() >= end:
            break
        found = run_round(kinds[kind], seed=own_seed, cases=cases)
        total += found.cases
        words = f"{number:>4}  {kind:<8}  seed {own_seed:<10}  {found.cases:>7,} cases"
        print(f"{words}  {found.seconds:>6.1f} s", flush=True)
        if found.failed:
            again = f"--only {kind} --seed {own_seed} --cases {cases} --minutes 0"
            print(f"{found.said}\nfault found; to repeat it: python benchmarks/soak.py {again}")
            return False
    print(f"no fault in {total:,} cases")
    return True


def main() -> None:
    """Read the options and look for faults."""
    summary, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--minutes", type=float, required=True, help="how long; 0 is one round each"
    )
    parser.add_argument(
        "--only",
        nargs="+",
        choices=KINDS,
        default=list(KINDS),
        metavar="WHAT",
        help=", ".join(KINDS),
    )
    parser.add_argument("--seed", type=int, help="the seed of the first round; else any")
    parser.add_argument("--cases", type=int, default=CASES, help=f"of each law in a round: {CASES}")
    options = parser.parse_args()
    chosen = {kind: KINDS[kind] for kind in options.only}
    seed = random.randrange(_MOST_SEED) if options.seed is None else options.seed
    try:
        kept = soak(chosen, minutes=options.minutes, seed=seed, cases=options.cases)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(not kept)


if __name__ == "__main__":
    main()
