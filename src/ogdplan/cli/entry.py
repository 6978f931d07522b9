"""Where the program begins: an interruption while it loads is none of its faults."""

import sys


def main() -> None:
    """Run the program; exits with 130 when someone interrupts it at any moment."""
    try:
        from ogdplan.cli.main import main as run  # noqa: PLC0415 - what takes long to load

        run()
    except KeyboardInterrupt:
        sys.exit(130)
