"""The budgets: what is measured, against what, and how many times as long it may take."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from measuring import (
    HERE,
    Command,
    need_module,
    program,
    run,
    system_program,
    yardstick,
)

AS_OF = "2026-06-30"
"""The day that make_plans.py makes its plans for."""


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
        system_program("git", "apt install git")
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

    Without a budget the ratio is told, and nobody judges it. `most_runs` keeps a yardstick that
    takes minutes from taking hours.
    """

    key: str
    work: str
    yardstick: str
    budget: float | None
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
    need_module("tomlkit")
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
    burndown = [*_taskwarrior(at), "burndown.weekly"]
    return on_plans("trend", at.few_warnings()), burndown


def _trend_in_a_zone(at: Field) -> tuple[Command, Command]:
    """Return the same with TZ set, for both."""
    trend, burndown = _trend(at)
    zone = ("env", "TZ=UTC")
    return [*zone, *trend], [*zone, *burndown]


def _report(_: Field) -> tuple[Command, Command]:
    plans = HERE.parent / "plans"
    report = [*on_plans("report", plans), "--all", "--format", "html"]
    return report, on_plans("status", plans)


def _site(at: Field) -> tuple[Command, Command]:
    """Return a site made anew each time, and the check of the same plans."""
    folder = at.few_warnings()
    site = [*on_plans("site", folder), "--force", "--output", at.folder / "site"]
    return site, on_plans("check", folder)


def _import(at: Field) -> tuple[Command, Command]:
    """Return a new plan made of 10,000 rows, not written, and the rows read by themselves."""
    need_module("openpyxl")
    table, plans = at.folder / "table.xlsx", at.folder / "none"
    if "table" not in at.made:
        run([sys.executable, HERE / "make_table.py", table, "--rows", "10000"])
        plans.mkdir()
        at.made["table"] = table
    words = (
        "--new",
        "KEN",
        "--title",
        "Plan",
        "--lead",
        "Office",
        "--start",
        "2025",
        "--end",
        "2026",
    )
    command = [*on_plans("import", plans), "kenya", table, *words, "--dry-run"]
    return command, yardstick("read_with_openpyxl", table)


def _export(at: Field) -> tuple[Command, Command]:
    """Return a workbook of 200 plans, and the check of the same plans."""
    folder = at.few_warnings()
    export = [*on_plans("export", folder), "--to", at.folder / "plans.xlsx"]
    return export, on_plans("check", folder)


def _taskwarrior(at: Field) -> Command:
    """Return Taskwarrior with the milestones of the plans as its tasks."""
    task = system_program("task", "apt install taskwarrior")
    data, settings, tasks = at.folder / "tasks", at.folder / "taskrc", at.folder / "tasks.json"
    command: Command = ["env", f"TASKRC={settings}", f"TASKDATA={data}", task]
    if "tasks" not in at.made:
        settings.write_text(f"data.location={data}\nconfirmation=off\ngc=off\n")
        data.mkdir()
        with tasks.open("wb") as file:
            made: Command = [sys.executable, HERE / "make_tasks.py", at.few_warnings()]
            subprocess.run(made, stdout=file, check=True)
        run([*command, "import", tasks])
        at.made["tasks"] = data
    return command


BUDGETS = (
    Case("version", "--version", "a one-command Typer program", 1.3, _version),
    Case("status", "status, shipped plans", "typer, pydantic, a rich table", 1.6, _status),
    Case("schema", "check, 10,000 milestones", "check-jsonschema", 0.4, _check_by_schema),
    Case("parse", "check, 10,000 milestones", "tomli, one process", 4, _check_by_parsing),
    Case("edit", "one edit, 3,000 milestones", "tomlkit: parse, set, dump", 0.5, _edit),
    Case("diff", "diff, 200 plans, 10 changed", "git show of each file, both sides", 0.3, _diff),
    Case("log", "log, 1,000 commits", "git show of each commit", 0.2, _log),
    Case("warnings", "check, 10,000 warnings", "check, 20 warnings", 2, _check_warnings),
    Case("trend", "trend, 10,000 milestones", "task burndown.weekly", 0.05, _trend, most_runs=1),
)
"""What has a budget, the quick ones first."""

OTHERS = (
    Case("report", "report, shipped plans, HTML", "status, the same plans", None, _report),
    Case("site", "site, 200 plans", "check, the same plans", None, _site, most_runs=1),
    Case("import", "import of 10,000 rows, xlsx", "openpyxl reads the file", None, _import),
    Case("export", "export of 200 plans, xlsx", "check, the same plans", None, _export),
    Case("trend-tz", "trend, 10,000 milestones", "task burndown, TZ named", None, _trend_in_a_zone),
)
"""What is worth knowing and has no budget."""

CASES = (*BUDGETS, *OTHERS)


def on_plans(name: str, folder: Path) -> Command:
    """Return the command of ogdplan that looks at all plans of a folder."""
    return [program("ogdplan"), name, "--as-of", AS_OF, "--plans", folder]
