"""Commands built when they are called, and the one place where failures end."""

import importlib
import sys
import traceback
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from ogdplan.errors import OgdplanError

DEBUG = "ogdplan.debug"
COLOURLESS = "ogdplan.colourless"
"""What a command leaves for its failure: whether its trace is wanted, and no colours."""


class Place(NamedTuple):
    """Where a command is built: `build(argument)` of a module; `panel` is its part of help.

    A module that builds several commands has a function for each: `builder` is its name.
    """

    module: str
    panel: str
    argument: str | None = None
    builder: str = "build"


CommandTable = dict[str, Place]


# Any: the type of Typer's commands is private to it.
class LazyCommands(Mapping[str, Any]):
    """The commands by name; each is built when it is first looked up."""

    def __init__(self, table: CommandTable) -> None:
        self._table = table

    def __getitem__(self, name: str) -> Any:
        """Return the command of this name; KeyError when there is none."""
        return _built(name, self._table[name])

    def __iter__(self) -> Iterator[str]:
        """Yield the names in the order of help."""
        return iter(self._table)

    def __len__(self) -> int:
        """Return how many commands there are."""
        return len(self._table)


# Kept for the process, not for the group: one is made at each call, and a process may call often.
@cache
def _built(name: str, place: Place) -> Any:
    build = getattr(importlib.import_module(place.module), place.builder)
    typer_app = build(place.argument) if place.argument else build()
    command: Any = typer.main.get_command(typer_app)
    command.name = name
    command.rich_help_panel = place.panel
    return command


class HelpfulGroup(TyperGroup):
    """A group that shows its help when it is called by itself, as if it was asked to."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the arguments, `--help` where there are none."""
        return super().parse_args(ctx, args or ["--help"])


class LazyGroup(HelpfulGroup):
    """A group whose commands are built when they are called."""

    table: ClassVar[CommandTable] = {}

    # Any: Typer hands its own options through, whatever they are in its version.
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands = LazyCommands(self.table)  # type: ignore[assignment]  # only read

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002
        """Return the names of the commands without building them."""
        return list(self.table)


class RootGroup(LazyGroup):
    """The group of all commands: here failures become words and codes."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the arguments that stand before the command."""
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            _make_visible(error)
            raise

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """Run the command; every failure ends here with one message and its exit code."""
        try:
            return super().invoke(ctx)
        except TyperException as error:
            _make_visible(error)
            raise
        except (typer.Exit, typer.Abort):
            raise
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except OgdplanError as error:
            _say(ctx, "error", error.message, error.hint)
            raise typer.Exit(error.exit_code) from error
        except Exception as error:
            _report_bug(ctx, error)
            raise typer.Exit(4) from error


def _report_bug(ctx: typer.Context, error: Exception) -> None:
    hint = "run it again with --debug and report what it prints"
    if ctx.meta.get(DEBUG):
        _print_trace(error)
        hint = "please report it, with all that is printed above"
    what = " ".join(f"{type(error).__name__}: {error}".split())
    _say(ctx, "bug", what, hint)


def _make_visible(error: TyperException) -> None:
    """Let Typer quote what someone typed, or a shell put in for `*`, so that nothing is hidden."""
    from ogdplan.report.safety import visible  # noqa: PLC0415 - only when there is a failure

    error.message = visible(error.message, keep_newlines=True)


def _print_trace(error: Exception) -> None:
    from ogdplan.report.safety import visible  # noqa: PLC0415 - only when there is a failure

    sys.stderr.write(visible("".join(traceback.format_exception(error)), keep_newlines=True))


def _say(ctx: typer.Context, kind: str, message: str, hint: str | None) -> None:
    from ogdplan.cli.streams import warn  # noqa: PLC0415 - reports only when there is a failure

    warn(kind, message, hint, colour=not ctx.meta.get(COLOURLESS))
