"""Whole percentages, rounded down so that 100 means all."""

from fractions import Fraction


def percent_of(part: int | Fraction, whole: int | Fraction) -> int | None:
    """Return how many percent of `whole` the part is, None when there is nothing to divide by."""
    return int(100 * part // whole) if whole else None


def written(number: float) -> Fraction:
    """Return a number exactly as the file writes it: 0.1 is a tenth."""
    return Fraction(repr(number))
