import re

from machine import machine


def test_machine_is_told_in_a_line_and_not_named() -> None:
    parts = r"\d+ processors?( \(.+\))?, (\d+ GB of memory, )?[\w /.()-]+, Python 3\.\d+\.\d+\S*"

    assert re.fullmatch(parts, machine())
