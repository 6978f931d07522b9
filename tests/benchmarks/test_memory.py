import sys

import pytest

from memory import most_together

HELD = "held = b'x' * 60_000_000"
CHILD = f"import time; {HELD}; time.sleep(0.5)"
BOTH = f"import subprocess, sys; {HELD}; subprocess.run([sys.executable, '-c', {CHILD!r}])"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")
def test_memory_of_a_process_and_the_one_it_starts_is_added_up() -> None:
    alone = most_together([sys.executable, "-c", CHILD])
    both = most_together([sys.executable, "-c", BOTH])

    assert alone is not None
    assert both is not None
    assert 60 < alone < 110
    assert 120 < both < 200
