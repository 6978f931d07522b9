"""docs/performance.md has figures for all that is measured, with the budgets of the code."""

import re

import growth
from cases import CASES
from console_examples import ROOT
from results import BEGIN, END
from run import budget_words

TEXT = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
FIGURES = TEXT.partition(BEGIN)[2].partition(END)[0]
ROWS = [line.strip("| ").split(" | ") for line in FIGURES.splitlines() if line.startswith("|")]

VERDICTS = {row[0].strip("`"): row[7].partition(":")[0] for row in ROWS if row[0].startswith("`")}

BUDGETS = {case.key: budget_words(case) for case in CASES}
for name in growth.COMMANDS:
    BUDGETS[f"growth-{name}"] = f"≤ {growth.EXPONENT:g}"
    BUDGETS[f"memory-{name}"] = f"≤ {growth.MEMORY} MB"


def test_each_case_has_its_row_with_the_budget_of_the_code() -> None:
    rows = {row[0].strip("`"): row[6] for row in ROWS if row[0].startswith("`")}

    assert rows == BUDGETS


def test_each_row_says_what_came_of_it() -> None:
    assert set(VERDICTS.values()) <= {"kept", "MISSED", "not run", "no budget"}


def test_each_size_of_the_scale_run_has_its_row() -> None:
    sizes = [(row[0], row[1]) for row in ROWS if row[0] in growth.COMMANDS]
    run = [name for name in growth.COMMANDS if VERDICTS[f"growth-{name}"] != "not run"]

    assert sizes == [(name, f"{size:,}") for name in run for size in growth.SIZES]


def test_page_says_what_each_yardstick_is() -> None:
    told = re.findall(r"^- ((?:`[\w-]+`(?:, )?)+):", TEXT, re.MULTILINE)
    keys = [key for keys in told for key in re.findall(r"[\w-]+", keys)]

    assert sorted([*keys, "trend-tz"]) == sorted(BUDGETS)


def test_page_says_on_what_machine_the_figures_were_measured() -> None:
    [machine] = [line for line in FIGURES.splitlines() if line.startswith("Measured on: ")]

    assert re.search(r" processors?\b.*, Python 3\.\d+\.\d+\.$", machine)
