"""Work for other processes, in a module that they can import."""

import os


def squared_here(number: int) -> tuple[int, int]:
    """Return the square, and the id of the process that took it."""
    return number * number, os.getpid()


def failing(number: int) -> int:
    """Return the number; there is something wrong with three."""
    if number == 3:
        raise ValueError("three")
    return number
