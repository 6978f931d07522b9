import sys

import pytest

from measuring import CannotRunError, TooSlowError, run

PYTHON = sys.executable


def test_run_tells_time_and_memory() -> None:
    usage = run([PYTHON, "-c", "import time; time.sleep(0.2)"])

    assert usage.seconds >= 0.2
    assert 0 < usage.processor_seconds < usage.seconds
    assert usage.megabytes > 1


def test_run_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(TooSlowError, match=r"did not end within 0\.2 seconds"):
        run([PYTHON, "-c", "import time; time.sleep(60)"], limit_seconds=0.2)


def test_other_exit_code_is_no_run_and_is_told_with_what_was_said() -> None:
    command = [PYTHON, "-c", "import sys; sys.exit('no plan')"]

    assert run(command, ends=[1], limit_seconds=60).seconds > 0
    with pytest.raises(CannotRunError, match=r"exit code 1 of .*: no plan"):
        run(command)
