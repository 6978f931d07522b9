import re
from itertools import islice
from pathlib import Path

import pytest

from console_examples import ROOT
from soak import KINDS, run_round, soak, turns

FAULTY = """
import pytest
from hypothesis import given, strategies as st

@pytest.mark.soak
@given(st.integers())
def test_all_numbers_are_small(number: int) -> None:
    assert number < 100
"""


def test_every_law_with_long_runs_is_looked_at() -> None:
    tests = ROOT / "tests"
    found = {
        path.relative_to(ROOT).as_posix()
        for path in tests.rglob("test_*.py")
        if re.search(r"\bruns\([\d_]+, [\d_]+\)", path.read_text(encoding="utf-8"))
    }

    assert found == {file for files in KINDS.values() for file in files}


def test_each_turn_has_the_next_seed() -> None:
    assert list(islice(turns(["a", "b"], 2**32 - 2), 4)) == [
        ("a", 2**32 - 2),
        ("b", 2**32 - 1),
        ("a", 0),
        ("b", 1),
    ]


def test_round_without_a_fault_is_told_with_its_cases(capsys: pytest.CaptureFixture[str]) -> None:
    assert soak({"reading": KINDS["reading"]}, minutes=0, seed=7, cases=5)

    line, total = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"   1  reading   seed 7 +10 cases +\d+\.\d s", line)
    assert total == "no fault in 10 cases"


def test_fault_stops_and_is_told_with_what_repeats_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "test_faulty.py").write_text(FAULTY, encoding="utf-8")

    assert not soak({"odd": [str(tmp_path)]}, minutes=1, seed=7, cases=5)

    first, *_, last = capsys.readouterr().out.splitlines()
    assert first.startswith("   1  odd       seed 7 ")
    assert last == (
        "fault found; to repeat it: "
        "python benchmarks/soak.py --only odd --seed 7 --cases 5 --minutes 0"
    )


def test_seed_gives_the_same_cases_again(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn"
    write = f"with open({str(drawn)!r}, 'a') as file:\n        file.write(f'{{number}} ')"
    law = FAULTY.replace("assert number < 100", write)
    (tmp_path / "test_drawn.py").write_text(law, encoding="utf-8")

    seen = []
    for seed in (7, 7, 8):
        assert not run_round([str(tmp_path)], seed=seed, cases=5).failed
        seen.append(drawn.read_text())
        drawn.unlink()

    assert seen[0] == seen[1] != seen[2]
