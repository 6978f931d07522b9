"""What was measured, as lines for a terminal and as a block of Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

BEGIN = "<!-- figures: made by benchmarks/run.py --markdown, not by hand -->"
END = "<!-- end of the figures -->"
_PLACE = re.compile(f"{re.escape(BEGIN)}\n.*?{re.escape(END)}\n", re.DOTALL)


@dataclass(frozen=True)
class Result:
    """One budget: what ogdplan and its yardstick took, and whether it is kept.

    `measured` is what the budget limits: a ratio, an exponent, a memory. `processor` is the ratio
    of the processor times. A budget that could not be measured has a verdict that says why.
    """

    key: str
    work: str
    yardstick: str = ""
    took: str = ""
    yardstick_took: str = ""
    measured: str = ""
    processor: str = ""
    budget: str = ""
    verdict: str = ""


@dataclass(frozen=True)
class Scale:
    """What a command takes for so many plans; memory of its largest process, and of all at once."""

    command: str
    plans: int
    seconds: float
    milliseconds_each: float
    megabytes: float
    megabytes_together: float | None


HEADS = Result(
    "what", "work", "yardstick", "took", "took", "measured", "processor", "budget", "verdict"
)
SCALE_HEADS = ("command", "plans of 20", "took", "each plan", "largest process", "all processes")


def verdict(measured: float, budget: float | None) -> str:
    """Return whether a budget is kept, in a word or two."""
    if budget is None:
        return "no budget"
    return "kept" if measured <= budget else "MISSED"


def line(result: Result) -> str:
    """Return a result as one row of the table that a terminal shows."""
    cells = (
        f"{result.key:<13} {result.work:<29} {result.took:>8}  {result.yardstick:<33}",
        f"{result.yardstick_took:>8} {result.measured:>9} {result.processor:>9}",
        f"{result.budget:>9}  {result.verdict}",
    )
    return " ".join(cells).rstrip()


def scale_line(scale: Scale) -> str:
    """Return one size of the scale run as a line."""
    command, plans, took, each, largest, together = scale_cells(scale)
    words = f"{command}, {plans} plans of 20 milestones: {took}, {each} each plan"
    return f"{'':<13} {words}; memory {largest}, all processes {together}"


def scale_cells(scale: Scale) -> tuple[str, ...]:
    """Return one size of the scale run as the cells of a row."""
    together = scale.megabytes_together
    return (
        scale.command,
        f"{scale.plans:,}",
        f"{scale.seconds:.2f} s",
        f"{scale.milliseconds_each:.2f} ms",
        f"{scale.megabytes:.0f} MB",
        "not known" if together is None else f"{together:.0f} MB",
    )


def block(results: Sequence[Result], scales: Sequence[Scale], machine: str) -> str:
    """Return all that was measured in Markdown, between the two marks."""
    rows = [_cells(result) for result in results]
    parts = [BEGIN, f"Measured on: {machine}.", _table(_cells(HEADS), rows)]
    if scales:
        parts.append(_table(SCALE_HEADS, [scale_cells(scale) for scale in scales]))
    return "\n\n".join([*parts, END]) + "\n"


def _cells(result: Result) -> tuple[str, ...]:
    return (
        f"`{result.key}`" if result is not HEADS else result.key,
        result.work,
        result.took,
        result.yardstick,
        result.yardstick_took,
        result.measured,
        result.budget,
        result.verdict,
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def has_place(path: Path) -> bool:
    """Return whether figures can be put into a file: it has the two marks, or is to be made."""
    return not path.exists() or _PLACE.search(path.read_text(encoding="utf-8")) is not None


def put(figures: str, path: Path) -> None:
    """Write a block into a file: in the place of the one that it has, else as the whole file."""
    text = path.read_text(encoding="utf-8") if path.exists() else figures
    text = _PLACE.sub(lambda _: figures, text, count=1)
    path.write_text(text, encoding="utf-8", newline="\n")
