"""Questions to whoever sits in front of a terminal; they never reach stdout."""

import sys


def can_ask() -> bool:
    """Return whether somebody can read a question and answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str, default: str = "") -> str:
    """Return what someone answers, the default where that is nothing."""
    # Not typer.prompt: it writes a part of the question to stdout.
    usual = f" [{default}]" if default else ""
    sys.stderr.write(f"{question}{usual}: ")
    sys.stderr.flush()
    try:
        return input().strip() or default
    except EOFError as error:
        raise KeyboardInterrupt from error
