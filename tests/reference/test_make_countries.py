import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from ogdplan.reference import tables

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_countries.py"


def installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def test_script_writes_the_shipped_tables(tmp_path: Path) -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    for package in ("pycountry", "babel"):
        if f'"{package}": "{installed(package)}"' not in source:
            pytest.skip(f"the tables were made with another {package}")

    subprocess.run([sys.executable, SCRIPT, tmp_path], check=True)

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    shipped = Path(tables.__file__).parent
    assert len(made) == 6
    assert made == {name: (shipped / name).read_bytes() for name in made}
