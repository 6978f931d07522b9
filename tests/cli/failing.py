"""A command that fails in every way there is, for the tests of the error boundary."""

import typer

from ogdplan.cli.options import Session, command, one_command
from ogdplan.errors import FileError, OgdplanError, UsageError

FAILURES: dict[str, BaseException] = {
    "failure": OgdplanError("it could not be done", hint="do something else"),
    "file": FileError("read", "x.toml", "permission denied"),
    "usage": UsageError("it does not fit", hint="write it so"),
    "bug": ZeroDivisionError("division\nby zero"),
    "interrupt": KeyboardInterrupt(),
    "exit": typer.Exit(1),
    "hostile": OgdplanError("[bold]no\x1b[2J[/x]", hint="[red]"),
}


def build() -> typer.Typer:
    """Return the command."""
    return one_command(fail)


def build_one() -> typer.Typer:
    """Return a command of several in a module."""
    return build_called("one")


def build_two() -> typer.Typer:
    """Return another one."""
    return build_called("two")


def build_called(name: str) -> typer.Typer:
    """Return a command whose help is its name."""
    return one_command(fail, f"Be {name}.")


@command
def fail(session: Session, how: str) -> None:
    """Fail."""
    raise FAILURES[how]
