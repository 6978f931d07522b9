"""Put a folder of plans under version control, with a history, for benchmarks.

    python benchmarks/make_history.py FOLDER --commits 1000
    python benchmarks/make_history.py FOLDER --changed 10

FOLDER holds `plans/`, as make_plans.py writes it. Each commit after the first adds a report to the
first plan, or changes one of its milestones. With `--changed` one more commit changes that many
plans. The same options give the same commits.
"""

import argparse
import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_BEGIN = 1_735_689_600
"""The first of January 2025, in seconds."""

_DAY = 86_400
_TITLE = re.compile(r'^id = "(milestone-\d+)"\n', re.MULTILINE)
_ENVIRONMENT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def changed(text: str, number: int) -> str:
    """Return the text of a plan after one more change of a milestone."""
    ids = _TITLE.findall(text)
    milestone = ids[number % len(ids)]
    day = date(2025, 1, 1) + timedelta(days=number % 365)
    if number % 3 == 0:
        report = f'about = "{milestone}"\non = {day}\ntext = "Report {number}"\n'
        return f'{text.rstrip()}\n\n[[updates]]\nid = "report-{number}"\n{report}'
    head = f'id = "{milestone}"\n'
    field = f"number = {str(number)!r}\n".replace("'", '"')
    before, _, after = text.partition(head)
    return before + head + field + re.sub(r'\Anumber = "[^"\n]*"\n', "", after)


def stream(plans: Path, commits: int, changes: int) -> Iterator[bytes]:
    """Yield what `git fast-import` makes the history of."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(plans.rglob("*.toml"))}
    first, *_ = texts
    yield _commit(0, "The plans", [_file(plans, *each) for each in texts.items()])
    for number in range(1, commits):
        texts[first] = changed(texts[first], number)
        yield _commit(number, f"Change {number}", [_file(plans, first, texts[first])])
    if changes:
        some = list(texts)[:: max(1, len(texts) // changes)][:changes]
        files = [_file(plans, path, changed(texts[path], commits)) for path in some]
        yield _commit(commits, f"Change {changes} plans", files)


def _commit(number: int, subject: str, files: list[bytes]) -> bytes:
    who = f"Someone <someone@example.org> {_BEGIN + number * _DAY // 2} +0000"
    head = f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n"
    return head.encode() + _data(subject) + b"".join(files)


def _file(plans: Path, path: Path, text: str) -> bytes:
    name = path.relative_to(plans.parent).as_posix()
    return f"M 100644 inline {name}\n".encode() + _data(text)


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%s\n" % (len(content), content)


def main() -> None:
    """Read the options and make the repository."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--commits", type=int, default=1)
    parser.add_argument("--changed", type=int, default=0)
    options = parser.parse_args()
    environment = {**os.environ, **_ENVIRONMENT}
    git = ["git", "-C", str(options.folder)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], check=True, env=environment)
    content = b"".join(stream(options.folder / "plans", options.commits, options.changed))
    subprocess.run([*git, "fast-import", "--quiet"], input=content, check=True, env=environment)
    subprocess.run([*git, "reset", "--quiet", "--hard", "main"], check=True, env=environment)


if __name__ == "__main__":
    main()
