"""The two streams: what was asked for goes to stdout, all else to stderr."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from ogdplan.errors import FileError
from ogdplan.report.json_text import to_text
from ogdplan.report.page import Lines, Page, said
from ogdplan.report.safety import visible
from ogdplan.report.segments import Style, plain
from ogdplan.report.terminal.pages import laid_out
from ogdplan.report.view import View
from ogdplan.workspace.files import write_output

_USUAL_WIDTH = 80

STDOUT = Path("-")
"""The file that means stdout."""


def terminal_width() -> int | None:
    """Return the cells of a line on stdout; None where it is no terminal and nothing wraps."""
    return _width(sys.stdout)


def deliver(view: View, voice: str, *, output: Path | None, colour: bool) -> None:
    """Print a view in a voice (table, json, csv or markdown), or write it to a file."""
    content: Page | str = view.page
    match voice:
        case "json":
            content = to_text(view.document)
        case "csv" if view.sheet:
            from ogdplan.report import csv_text  # noqa: PLC0415 - each voice when it is asked for

            is_file = output not in (None, STDOUT)
            content = (csv_text.BYTE_ORDER_MARK if is_file else "") + csv_text.table(view.sheet)
        case "markdown":
            from ogdplan.report import markdown  # noqa: PLC0415

            content = markdown.page(view.page)
    deliver_content(content, output=output, colour=colour)


def deliver_difference(page: Callable[[], Page], patch: Callable[[], str], *, colour: bool) -> None:
    """Print lines that change: to a terminal as a page, elsewhere as a patch for `git apply`.

    A page shows what is hidden and leaves out blanks at the ends of lines: no patch any more.
    Only the one that is printed is made: to compare large files takes long.
    """
    content = page() if _width(sys.stdout) is not None else patch()
    deliver_content(content, output=None, colour=colour)


def deliver_content(content: Page | str, *, output: Path | None, colour: bool) -> None:
    """Print a page or a text, or write it to a file; a page goes there without colours."""
    file = None if output == STDOUT else output
    if isinstance(content, Page):
        stream = sys.stdout if file is None else None
        content = _painted(content, stream, colour=colour and file is None)
    if file is None:
        _print(content)
    else:
        write_output(file, content)


def deliver_bytes(content: bytes) -> None:
    """Print a file just as it is; a terminal is shown what would steer it or hide itself."""
    if _width(sys.stdout) is None:
        _print(content)
        return
    _print(visible(content.decode("utf-8", "backslashreplace"), keep_newlines=True))


def warn(kind: str, message: str, hint: str | None = None, *, colour: bool = True) -> None:
    """Say on stderr what went wrong, and what to do next."""
    style = Style.WARNING if kind == "warning" else Style.ERROR
    lines = [said((f"{kind}: ", style), message)]
    if hint:
        lines.append(said(("hint: ", Style.HELP), hint))
    tell(Page((Lines(tuple(lines)),)), colour=colour)


def note(message: str, *, colour: bool = True) -> None:
    """Say on stderr something that is good to know."""
    tell(Page((Lines((said((message, Style.MUTED)),)),)), colour=colour)


def tell(page: Page, *, colour: bool = True) -> None:
    """Say a page on stderr."""
    # Whoever closed stderr does not want to know.
    with suppress(OSError, AttributeError):
        sys.stderr.write(_painted(page, sys.stderr, colour=colour))


def _print(content: str | bytes) -> None:
    """Write to stdout at once. A reader that has gone, such as `head`, has had enough."""
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        _abandon_stdout()
        if not _reader_has_gone(error):
            raise _cannot_print(error.strerror or str(error)) from error
    except AttributeError as error:  # Python has None for a stream that is closed at the start
        raise _cannot_print("it is closed") from error


def _reader_has_gone(error: OSError) -> bool:
    # Windows says EINVAL of a pipe that nobody reads.
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def _cannot_print(reason: str) -> FileError:
    hint = "write it to a file with --output FILE"
    return FileError("write", "the result to stdout", reason[:1].lower() + reason[1:], hint=hint)


def _abandon_stdout() -> None:
    """Keep Python from writing the rest at exit, and from complaining that it cannot."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _painted(page: Page, stream: TextIO | None, *, colour: bool) -> str:
    """Return the page as it is to be written to a stream, with or without colours."""
    lines = laid_out(page, width=_width(stream))
    if stream is None or not (colour and _may_have_colours(stream)):
        return plain(lines)
    from ogdplan.report.terminal.paint import coloured  # noqa: PLC0415 - Rich takes 20 ms to import

    return coloured(lines, stream)


def _may_have_colours(stream: TextIO) -> bool:
    """Return whether Rich is to be asked for colours: it has none for what is no terminal.

    Two variables of the environment tell it to take any stream for one.
    """
    if os.environ.get("NO_COLOR"):
        return False
    is_forced = os.environ.get("FORCE_COLOR") or os.environ.get("TTY_COMPATIBLE")
    return bool(is_forced) or stream.isatty()


def _width(stream: TextIO | None) -> int | None:
    """Return the width that the environment or the terminal says; None for what is no terminal."""
    # Not asked of Rich: to it every pipe is a terminal under FORCE_COLOR, and every terminal
    # that is dumb has 80 columns.
    if stream is None or not stream.isatty():
        return None
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    with suppress(OSError):
        return os.get_terminal_size(stream.fileno()).columns or _USUAL_WIDTH
    return _USUAL_WIDTH
