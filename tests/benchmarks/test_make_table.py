from pathlib import Path

import pytest

from cli.asking import ask
from make_table import write


def test_table_is_imported_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    write(tmp_path / "table.xlsx", 10)
    new = (
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

    answer = ask("import", "kenya", "table.xlsx", *new, "--as-of", "2026-06-30")

    assert answer.code == 0
    text = (tmp_path / "plans" / "kenya.toml").read_text(encoding="utf-8")
    assert text.count("\n[[milestones]]\n") == 10
    assert text.count('status = "completed"') == 2
    assert "progress = 75" in text
    assert 'evidence = ["https://data.example.org/datasets/10"]' in text
