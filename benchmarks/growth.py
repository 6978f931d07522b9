"""How time and memory of a command grow with the number of plans."""

import math
from collections.abc import Iterator, Sequence
from statistics import linear_regression

from cases import Field, on_plans
from measuring import Command, by_turns, medians, run
from memory import most_together
from results import Result, Scale, verdict

COMMANDS = ("check", "status")
SIZES = (100, 1_000, 10_000)
MILESTONES = 20
MOST_RUNS = 3
MEMORY = 400
"""Megabytes that all processes together may hold at once, with the most plans."""

EXPONENT = 1.1
"""What still counts as linear: with it, ten times the plans take a quarter more time each."""


def growth(
    name: str, at: Field, runs: int, sizes: Sequence[int] = SIZES
) -> Iterator[Scale | Result]:
    """Measure a command over ever more plans: yield each size, then the growth and the memory."""
    runs = min(runs, MOST_RUNS)
    start = by_turns([on_plans(name, at.plans(1, MILESTONES, 0))], runs)[0].seconds
    scales = []
    for size in sizes:
        command = on_plans(name, at.plans(size, MILESTONES, size // 10))
        scales.append(scale(name, command, size=size, start=start, runs=runs))
        yield scales[-1]
    yield from judged(name, scales)


def scale(name: str, command: Command, *, size: int, start: float, runs: int) -> Scale:
    """Measure a command over so many plans; what a start takes is no part of what each takes."""
    usage = medians([run(command) for _ in range(runs)])
    each = 1000 * (usage.seconds - start) / size
    return Scale(name, size, usage.seconds, each, usage.megabytes, most_together(command))


def judged(name: str, scales: Sequence[Scale]) -> Iterator[Result]:
    """Yield the budgets of growth and memory with what the sizes say of them."""
    power = exponent(scales)
    work = f"{name}, {scales[0].plans:,} to {scales[-1].plans:,} plans"
    yield Result(
        f"growth-{name}",
        work,
        "exponent of the time, fitted",
        measured=f"{power:.2f}",
        budget=f"≤ {EXPONENT:g}",
        verdict=verdict(power, EXPONENT),
    )
    last = scales[-1]
    most = max(last.megabytes, last.megabytes_together or 0)
    yield Result(
        f"memory-{name}",
        f"{name}, {last.plans:,} plans",
        "peak memory, all processes" if last.megabytes_together else "peak, largest process",
        measured=f"{most:.0f} MB",
        budget=f"≤ {MEMORY} MB",
        verdict=verdict(most, MEMORY),
    )


def not_run(name: str, why: str) -> Iterator[Result]:
    """Yield the same budgets for a command that could not be measured."""
    budgets = {f"growth-{name}": f"≤ {EXPONENT:g}", f"memory-{name}": f"≤ {MEMORY} MB"}
    for key, budget in budgets.items():
        yield Result(key, f"{name}, {SIZES[-1]:,} plans", budget=budget, verdict=f"not run: {why}")


def exponent(scales: Sequence[Scale]) -> float:
    """Return the power of the number of plans with which the time after the start grows.

    1 is linear. It is the slope of the line that fits the logarithms best.
    """
    sizes = [math.log(scale.plans) for scale in scales]
    # A command that is as quick as an empty one has no time to take a logarithm of.
    times = [math.log(max(scale.milliseconds_each * scale.plans, 1)) for scale in scales]
    return linear_regression(sizes, times).slope
