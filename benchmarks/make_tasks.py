"""Write the milestones of a folder of plans as tasks for Taskwarrior, on stdout.

    python benchmarks/make_tasks.py FOLDER | task import -

A task is entered when its milestone starts, due on its deadline, and done when that is completed.
"""

import argparse
import json
import sys
import uuid
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import tomli

_START = date(2025, 1, 1)
"""When a milestone that names no start is entered: the first day of the plans."""

_PERIOD_ENDS = {"Q1": "03-31", "Q2": "06-30", "Q3": "09-30", "Q4": "12-31", "H1": "06-30"}


def tasks(folder: Path) -> Iterator[dict[str, str]]:
    """Yield a task for each milestone of the plans below a folder."""
    for path in sorted(folder.rglob("*.toml")):
        for milestone in tomli.loads(path.read_text(encoding="utf-8"))["milestones"]:
            yield task(f"{path.relative_to(folder).as_posix()}#{milestone['id']}", milestone)


def task(name: str, milestone: Mapping[str, object]) -> dict[str, str]:
    """Return a milestone as a task."""
    title = milestone["title"]
    found = {
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "description": str(next(iter(title.values())) if isinstance(title, dict) else title),
        "entry": moment(milestone.get("started") or milestone.get("start") or _START),
        "status": "completed" if "completed" in milestone else "pending",
    }
    if "due" in milestone:
        found["due"] = moment(milestone["due"])
    if "completed" in milestone:
        found["end"] = moment(milestone["completed"])
    return found


def moment(when: object) -> str:
    """Return the end of a day or period as Taskwarrior writes it; of a year the last day."""
    text = str(when)
    year, _, part = text.partition("-")
    day = text if isinstance(when, date) else f"{year}-{_PERIOD_ENDS.get(part, '12-31')}"
    return f"{day.replace('-', '')}T120000Z"


def main() -> None:
    """Read the folder and print the tasks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the folder of plans")
    json.dump(list(tasks(parser.parse_args().folder)), sys.stdout)


if __name__ == "__main__":
    main()
