import subprocess
from pathlib import Path

from cli.asking import start


def test_program_begins_at_the_entry() -> None:
    process = start(
        "--version", code="from ogdplan.cli.entry import main; main()", stdout=subprocess.PIPE
    )
    out, _ = process.communicate(timeout=60)

    assert (process.returncode, out.startswith(b"ogdplan ")) == (0, True)


def test_interruption_while_it_loads_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    first = f"import sys; sys.path.insert(0, {str(tmp_path)!r})"
    code = f"{first}; from ogdplan.cli.entry import main; main()"

    process = start(code=code, stderr=subprocess.PIPE)
    _, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (130, b"")
