"""Measure whole commands of ogdplan against yardsticks, on this machine, now.

    python -m venv .venv
    .venv/bin/pip install -e '.[test]'
    .venv/bin/python benchmarks/run.py [--only version status] [--runs 7]

Command and yardstick run by turns, so that whatever else the machine does slows both. What counts
is the ratio of their medians; that of the processor time, which several processes share, stands
beside it. Each runs once before, unmeasured. Needs Linux or macOS.
"""

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import linear_regression

from measuring import HERE, CannotRunError, Command, by_turns, medians, program, run, yardstick

AS_OF = "2026-06-30"
"""The day that make_plans.py makes its plans for."""

GROWTH_SIZES = (100, 1_000, 10_000)
GROWTH_RUNS = 3
GROWTH_MEMORY = 400
GROWTH_EXPONENT = 1.1
"""What still counts as linear: with it, ten times the plans take a quarter more time each."""

Row = tuple[str, str, str, str, str, str]


@dataclass(frozen=True)
class Field:
    """Where the plans that are measured lie; each set is made when it is first asked for."""

    folder: Path
    made: dict[str, Path] = field(default_factory=dict)

    def plans(self, count: int, milestones: int, warnings: int) -> Path:
        """Return a folder with so many plans, milestones in each, and warnings in all."""
        numbers = {"plans": count, "milestones": milestones, "warnings": warnings}
        name = "-".join(map(str, numbers.values()))
        if name not in self.made:
            self.made[name] = self.folder / name / "plans"
            options = [word for key, value in numbers.items() for word in (f"--{key}", str(value))]
            run([sys.executable, HERE / "make_plans.py", self.made[name], *options])
        return self.made[name]

    def few_warnings(self) -> Path:
        """Return 200 plans with 10,000 milestones, and 20 warnings."""
        return self.plans(200, 50, 20)

    def history(self, name: str, plans: Sequence[str], history: Sequence[str]) -> Path:
        """Return a repository with plans, and a history of them."""
        if name not in self.made:
            self.made[name] = self.folder / name
            run([sys.executable, HERE / "make_plans.py", self.made[name] / "plans", *plans])
            run([sys.executable, HERE / "make_history.py", self.made[name], *history])
        return self.made[name]

    def schema(self) -> Path:
        """Return the file of the JSON Schema of plans."""
        path = self.folder / "plan.schema.json"
        run([program("ogdplan"), "schema", "--output", path])
        return path


@dataclass(frozen=True)
class Case:
    """One budget: a command may take so many times as long as its yardstick.

    `most_runs` keeps a yardstick that takes minutes from taking hours.
    """

    key: str
    work: str
    yardstick: str
    budget: float
    commands: Callable[[Field], tuple[Command, Command]]
    most_runs: int = 99


def _version(_: Field) -> tuple[Command, Command]:
    return [program("ogdplan"), "--version"], yardstick("one_command")


def _status(_: Field) -> tuple[Command, Command]:
    return on_plans("status", HERE.parent / "plans"), yardstick("one_table")


def _check_by_schema(at: Field) -> tuple[Command, Command]:
    folder = at.few_warnings()
    files = sorted(folder.rglob("*.toml"))
    schema: Command = [program("check-jsonschema"), "--schemafile", at.schema(), *files]
    return on_plans("check", folder), schema


def _check_by_parsing(at: Field) -> tuple[Command, Command]:
    folder = at.few_warnings()
    return on_plans("check", folder), yardstick("parse_toml", folder)


def _check_warnings(at: Field) -> tuple[Command, Command]:
    many = at.plans(200, 50, 10_000)
    return on_plans("check", many), on_plans("check", at.few_warnings())


def _edit(at: Field) -> tuple[Command, Command]:
    """Return two edits of a milestone in the middle of plans of 3,000; each is another each time.

    Both change their own plan, so that neither has to read what the other wrote.
    """
    ours, theirs = at.plans(1, 3_000, 0), at.folder / "tomlkit.toml"
    (path,) = ours.rglob("*.toml")
    shutil.copy(path, theirs)
    plan_id = path.relative_to(ours).with_suffix("").as_posix()
    words = f"{program('ogdplan')} milestone set {plan_id} milestone-1500 --plans {ours}"
    return ["sh", "-c", f'exec {words} --note "run $$"'], yardstick("edit_with_tomlkit", theirs)


def _diff(at: Field) -> tuple[Command, Command]:
    plans = ["--plans", "200", "--milestones", "50"]
    root = at.history("diff", plans, ["--changed", "10"])
    command = [*on_plans("diff", root / "plans"), "HEAD~1"]
    return command, yardstick("git_show", root, "HEAD~1", "HEAD")


def _log(at: Field) -> tuple[Command, Command]:
    plans = ["--plans", "1", "--milestones", "50", "--warnings", "0"]
    root = at.history("log", plans, ["--commits", "1000"])
    (path,) = (root / "plans").rglob("*.toml")
    return [*on_plans("log", root / "plans"), path.stem], yardstick("git_show", root, "commits")


def _trend(at: Field) -> tuple[Command, Command]:
    """Return the trend of 10,000 milestones, and the burn-down of as many tasks.

    Taskwarrior asks the system for the time zone again and again unless TZ names it. It is
    measured as it is called here, with TZ or without.
    """
    task = shutil.which("task")
    if task is None:
        raise CannotRunError(
            "Taskwarrior is not installed; in Debian it is apt install taskwarrior"
        )
    plans, settings = at.few_warnings(), at.folder / "taskrc"
    settings.write_text(f"data.location={at.folder / 'tasks'}\nconfirmation=off\ngc=off\n")
    (at.folder / "tasks").mkdir(exist_ok=True)
    apart = ["env", f"TASKRC={settings}", f"TASKDATA={at.folder / 'tasks'}", task]
    tasks = at.folder / "tasks.json"
    with tasks.open("wb") as file:
        made: Command = [sys.executable, HERE / "make_tasks.py", plans]
        subprocess.run(made, stdout=file, check=True)
    run([*apart, "import", tasks])
    return on_plans("trend", plans), [*apart, "burndown.weekly"]


CASES = (
    Case("version", "--version", "a one-command Typer program", 1.3, _version),
    Case("status", "status, shipped plans", "typer, pydantic, a rich table", 1.6, _status),
    Case("schema", "check, 10,000 milestones", "check-jsonschema", 0.4, _check_by_schema),
    Case("parse", "check, 10,000 milestones", "tomli, one process", 4, _check_by_parsing),
    Case("edit", "one edit, 3,000 milestones", "tomlkit: parse, set, dump", 0.5, _edit),
    Case("diff", "diff, 200 plans, 10 changed", "git show of each file, both sides", 0.3, _diff),
    Case("log", "log, 1,000 commits", "git show of each commit", 0.2, _log),
    Case("warnings", "check, 10,000 warnings", "check, 20 warnings", 2, _check_warnings),
    Case("trend", "trend, 10,000 milestones", "task burndown.weekly", 0.05, _trend, most_runs=3),
)


def on_plans(name: str, folder: Path) -> Command:
    """Return the command of ogdplan that looks at all plans of a folder."""
    return [program("ogdplan"), name, "--as-of", AS_OF, "--plans", folder]


def rows_of(case: Case, at: Field, runs: int) -> Iterator[Row]:
    """Measure one budget and yield its row."""
    work, measure = by_turns(case.commands(at), min(runs, case.most_runs))
    ratio = work.seconds / measure.seconds
    yield (
        f"{case.work}: {work.seconds:.3f} s",
        f"{case.yardstick}: {measure.seconds:.3f} s",
        f"{ratio:.3g} ×",
        f"{work.processor_seconds / measure.processor_seconds:.3g} ×",
        f"≤ {case.budget:g} ×",
        verdict(ratio, case.budget),
    )


def growth_rows(name: str, at: Field, runs: int) -> Iterator[Row]:
    """Measure how time and memory of a command grow with the number of plans of 20 milestones."""
    start = by_turns([on_plans(name, at.plans(1, 20, 0))], GROWTH_RUNS)[0].seconds
    points = []
    for size in GROWTH_SIZES:
        command = on_plans(name, at.plans(size, 20, size // 10))
        usage = medians([run(command) for _ in range(min(runs, GROWTH_RUNS))])
        points.append((math.log(size), math.log(usage.seconds - start)))
        each = f"{1000 * (usage.seconds - start) / size:.2f} ms each, {usage.megabytes:.0f} MB"
        yield f"{name}, {size:,} plans of 20", each, "", "", "", ""
    slope = linear_regression(*zip(*points, strict=True)).slope
    power, limit = f"{slope:.2f}", f"≤ {GROWTH_EXPONENT}"
    yield f"{name}, growth", "exponent", power, "", limit, verdict(slope, GROWTH_EXPONENT)
    memory, limit = f"{usage.megabytes:.0f} MB", f"≤ {GROWTH_MEMORY} MB"
    kept = verdict(usage.megabytes, GROWTH_MEMORY)
    yield f"{name}, most memory", "of one process", memory, "", limit, kept


def verdict(measured: float, budget: float) -> str:
    """Return whether a budget is kept, in a word."""
    return "kept" if measured <= budget else "MISSED"


def show(row: Row) -> None:
    """Print one row of the table as soon as it is known."""
    work, measure, ratio, of_processor, budget, judged = row
    line = f"{work:<34} {measure:<40} {ratio:>8} {of_processor:>9} {budget:>9}  {judged}"
    print(line.rstrip(), flush=True)


def measure_all(keys: Sequence[str], runs: int, folder: Path) -> None:
    """Measure what the keys name and print the table; what cannot be run is said in its row."""
    at = Field(folder)
    rows = {case.key: rows_of(case, at, runs) for case in CASES}
    rows |= {f"growth-{name}": growth_rows(name, at, runs) for name in ("check", "status")}
    show(("work", "yardstick", "ratio", "processor", "budget", "verdict"))
    for key in keys:
        try:
            for row in rows[key]:
                show(row)
        except CannotRunError as error:
            show((key, f"not measured: {error}", "", "", "", ""))


def main() -> None:
    """Read the options and measure."""
    keys = (*(case.key for case in CASES), "growth-check", "growth-status")
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--only", nargs="+", choices=keys, default=keys, metavar="WHAT", help=", ".join(keys)
    )
    parser.add_argument("--runs", type=int, default=7, help="measured runs of each command")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # As installed: bytecode is there after the first run, whatever the environment says.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        measure_all(options.only, options.runs, Path(folder))


if __name__ == "__main__":
    main()
