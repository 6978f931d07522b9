"""Measure whole commands of ogdplan against yardsticks, on this machine, now.

    python -m venv .venv
    .venv/bin/pip install -e '.[test]'
    .venv/bin/python benchmarks/run.py [--only version status] [--runs 7]
    .venv/bin/python benchmarks/run.py --markdown docs/performance.md

Command and yardstick run by turns, so that whatever else the machine does slows both. What counts
is the ratio of their medians; that of the processor time, which several processes share, stands
beside it. Each runs once before, unmeasured. What cannot be measured is "not run", with what is
missing. Ends with exit code 1 when a budget is missed. Needs Linux or macOS.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import growth
from cases import CASES, Case, Field
from machine import machine
from measuring import CannotRunError, by_turns
from results import (
    BEGIN,
    END,
    HEADS,
    Result,
    Scale,
    block,
    has_place,
    line,
    put,
    scale_line,
    verdict,
)

KEYS = (*(case.key for case in CASES), *(f"growth-{name}" for name in growth.COMMANDS))


def result_of(case: Case, at: Field, runs: int) -> Result:
    """Measure one budget."""
    work, measure = by_turns(case.commands(at), min(runs, case.most_runs))
    ratio = work.seconds / measure.seconds
    return Result(
        case.key,
        case.work,
        case.yardstick,
        f"{work.seconds:.3f} s",
        f"{measure.seconds:.3f} s",
        f"{ratio:.3g} ×",
        f"{work.processor_seconds / measure.processor_seconds:.3g} ×",
        budget_words(case),
        verdict(ratio, case.budget),
    )


def budget_words(case: Case) -> str:
    """Return how the budget of a case is written."""
    return "" if case.budget is None else f"≤ {case.budget:g} ×"


def measured(key: str, at: Field, runs: int) -> Iterator[Result | Scale]:
    """Measure what a key names; what cannot be run is a result that says so."""
    case = next((case for case in CASES if case.key == key), None)
    name = key.removeprefix("growth-")
    try:
        if case:
            yield result_of(case, at, runs)
        else:
            yield from growth.growth(name, at, runs)
    except CannotRunError as error:
        yield from (not_run(case, str(error)) if case else growth.not_run(name, str(error)))


def not_run(case: Case, why: str) -> Iterator[Result]:
    """Yield a budget that could not be measured."""
    words = f"not run: {why}"
    yield Result(case.key, case.work, case.yardstick, budget=budget_words(case), verdict=words)


def measure_all(keys: Sequence[str], runs: int) -> Iterator[Result | Scale]:
    """Measure what the keys name, in a folder of its own, and print each as soon as it is known."""
    with tempfile.TemporaryDirectory() as folder:
        # As installed: bytecode is there after the first run, whatever the environment says.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        at = Field(Path(folder))
        for key in keys:
            for each in measured(key, at, runs):
                print(scale_line(each) if isinstance(each, Scale) else line(each), flush=True)
                yield each


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--only", nargs="+", choices=KEYS, default=KEYS, metavar="WHAT", help=", ".join(KEYS)
    )
    parser.add_argument("--runs", type=int, default=7, help="measured runs of each command")
    parser.add_argument(
        "--markdown",
        type=Path,
        metavar="FILE",
        help="put the figures into this page in the place of those it has, or into a new one",
    )
    options = parser.parse_args()
    if options.markdown and not has_place(options.markdown):
        parser.error(f"no place for figures in {options.markdown}: add the lines {BEGIN} and {END}")
    print(f"{machine()}\n\n{line(HEADS)}", flush=True)
    found = list(measure_all(options.only, options.runs))
    results = [each for each in found if isinstance(each, Result)]
    if options.markdown:
        scales = [each for each in found if isinstance(each, Scale)]
        put(block(results, scales, machine()), options.markdown)
    sys.exit(any(each.verdict == "MISSED" for each in results))


if __name__ == "__main__":
    main()
