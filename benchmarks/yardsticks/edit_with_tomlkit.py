"""Change one milestone in the middle of a plan with tomlkit: parse, set, dump."""

import sys
import time
from pathlib import Path

import tomlkit

path = Path(sys.argv[1])
document = tomlkit.parse(path.read_text(encoding="utf-8"))
milestones = document["milestones"]
milestones[len(milestones) // 2]["note"] = f"run {time.time_ns()}"
path.write_text(tomlkit.dumps(document), encoding="utf-8")
