from pathlib import Path

import pytest

from results import BEGIN, END, Result, Scale, block, has_place, line, put, scale_line, verdict

KEPT = Result(
    "edit", "one edit", "tomlkit", "0.500 s", "2.000 s", "0.25 ×", "0.3 ×", "≤ 0.5 ×", "kept"
)
NOT_RUN = Result("trend", "trend", "task", budget="≤ 0.05 ×", verdict="not run: task is missing")
SCALE = Scale("check", 10_000, 18.5, 1.84, 131, 250)


def test_verdict_is_kept_up_to_the_budget() -> None:
    assert [verdict(each, 0.5) for each in (0.4, 0.5, 0.51)] == ["kept", "kept", "MISSED"]
    assert verdict(7, None) == "no budget"


def test_line_tells_the_measured_ratio_beside_its_budget() -> None:
    assert " ".join(line(KEPT).split()) == (
        "edit one edit 0.500 s tomlkit 2.000 s 0.25 × 0.3 × ≤ 0.5 × kept"
    )
    assert line(NOT_RUN).endswith("≤ 0.05 ×  not run: task is missing")


def test_line_of_a_size_tells_time_and_memory() -> None:
    assert scale_line(SCALE).strip() == (
        "check, 10,000 plans of 20 milestones: 18.50 s, 1.84 ms each plan; "
        "memory 131 MB, all processes 250 MB"
    )


def test_block_has_the_machine_and_both_tables() -> None:
    assert block([KEPT, NOT_RUN], [SCALE], "2 processors") == (
        f"{BEGIN}\n\nMeasured on: 2 processors.\n\n"
        "| what | work | took | yardstick | took | measured | budget | verdict |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| `edit` | one edit | 0.500 s | tomlkit | 2.000 s | 0.25 × | ≤ 0.5 × | kept |\n"
        "| `trend` | trend |  | task |  |  | ≤ 0.05 × | not run: task is missing |\n\n"
        "| command | plans of 20 | took | each plan | largest process | all processes |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| check | 10,000 | 18.50 s | 1.84 ms | 131 MB | 250 MB |\n\n"
        f"{END}\n"
    )


def test_memory_of_all_processes_may_be_unknown() -> None:
    unknown = Scale("check", 100, 0.3, 2, 43, None)

    assert "| 43 MB | not known |" in block([KEPT], [unknown], "a machine")


def test_figures_take_the_place_of_those_before_and_nothing_else_changes(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"# Before\n\n{BEGIN}\nold\n{END}\n\nAfter \\1.\n", encoding="utf-8")
    figures = block([KEPT], [], r"a \1 machine")

    put(figures, page)

    assert page.read_text(encoding="utf-8") == f"# Before\n\n{figures}\nAfter \\1.\n"


def test_new_file_has_the_figures_alone(tmp_path: Path) -> None:
    page = tmp_path / "new.md"

    assert has_place(page)
    put(block([KEPT], [], "a machine"), page)

    assert page.read_text(encoding="utf-8") == block([KEPT], [], "a machine")


@pytest.mark.parametrize("text", ["", "# Page\n", f"{BEGIN}\n", f"{END}\n{BEGIN}\n"])
def test_file_without_both_marks_has_no_place(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")

    assert not has_place(page)
