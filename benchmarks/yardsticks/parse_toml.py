"""Parse every TOML file below a folder with tomli, one after the other."""

import sys
from pathlib import Path

import tomli

for path in sorted(Path(sys.argv[1]).rglob("*.toml")):
    tomli.loads(path.read_text(encoding="utf-8"))
