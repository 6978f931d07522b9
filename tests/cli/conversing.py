"""The program in a terminal in which somebody answers its questions."""

import os
import select
from collections.abc import Mapping, Sequence
from pathlib import Path

from cli.asking import Answer, start

INTERRUPT = "\x03"
"""What Ctrl-C types."""

_PATIENCE = 20
"""Seconds."""

_UNTIL_AGAIN = 5
"""Seconds after which an interrupt that did nothing is typed once more."""


def converse(
    *words: str,
    answers: Sequence[tuple[str, str]],
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Answer:
    """Run the program in a terminal; when it has shown a question, type the answer to it.

    Each question is looked for below the one before. `out` is all that was shown, what was
    typed too. Only where the system has terminals of this kind: not on Windows.

    An interrupt that comes after the question, but before Python waits for the answer, is noticed
    only with the next key; then it is typed again, as a person would.
    """
    import fcntl  # noqa: PLC0415 - not on Windows
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    def take_terminal() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C reaches it

    ours, theirs = pty.openpty()
    environment = {"TERM": "dumb", **(env or {})}
    process = start(
        *words,
        env=environment,
        cwd=cwd,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=take_terminal,
    )
    os.close(theirs)
    shown, asked, waiting, answer = "", 0, list(answers), ""
    while more := _read(ours, is_interrupted=answer == INTERRUPT):
        shown += more
        while waiting and (found := shown.find(waiting[0][0], asked)) >= 0:
            question, answer = waiting.pop(0)
            asked = found + len(question)
            os.write(ours, answer.encode())
    if waiting:
        process.kill()
    os.close(ours)
    assert not waiting, f"it never asked {waiting[0][0]!r}; it showed:\n{shown}"
    return Answer(process.wait(timeout=30), shown.replace("\r\n", "\n"), "")


def _read(terminal: int, *, is_interrupted: bool) -> str:
    """Return what is shown next; nothing at the end, or when nothing comes for long."""
    if is_interrupted and not select.select([terminal], [], [], _UNTIL_AGAIN)[0]:
        os.write(terminal, INTERRUPT.encode())
    if not select.select([terminal], [], [], _PATIENCE)[0]:
        return ""
    try:
        return os.read(terminal, 65536).decode()
    except OSError:  # Linux says so at the end
        return ""
