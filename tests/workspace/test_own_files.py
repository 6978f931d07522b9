import shutil
import subprocess
import sys
from pathlib import Path

import ogdplan
from ogdplan.workspace.own_files import own_digest

PACKAGE = Path(ogdplan.__file__).parent if ogdplan.__file__ else Path()
PRINTS = "from ogdplan.workspace.own_files import own_digest; print(own_digest())"


def digest_at(place: Path) -> str:
    """Return what a program that lies elsewhere says of itself."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(place)!r}); {PRINTS}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_digest_is_that_of_the_files_wherever_they_lie(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "ogdplan")

    assert digest_at(tmp_path) == own_digest()

    template = next((tmp_path / "ogdplan").rglob("style.css"))
    template.write_bytes(template.read_bytes() + b"\n")
    assert digest_at(tmp_path) != own_digest()
