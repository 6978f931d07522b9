"""LibreOffice, which opens files of ours and saves them anew."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_SOFFICE = shutil.which("soffice")

NEEDS_OFFICE = [
    pytest.mark.programs,
    pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]


def save_as(to: str, paths: Sequence[Path], folder: Path) -> None:
    """Have LibreOffice save files in a folder, as another kind; it is started once for all.

    Its settings lie beside the folder and are nobody's.
    """
    settings = (folder.parent / "settings").as_uri()
    subprocess.run(
        [
            str(_SOFFICE),
            f"-env:UserInstallation={settings}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(folder),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
