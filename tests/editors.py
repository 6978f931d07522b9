"""Editors for tests: programs that do to a file what somebody would."""

import sys
from pathlib import Path


def an_editor(folder: Path, code: str) -> str:
    """Return the command of an editor, as VISUAL has it.

    Its code has `draft`, the path of the file, `arguments`, those before it, and `change`, which
    replaces words in the file.
    """
    script = folder / "editor.py"
    begin = (
        "import sys\n"
        "from pathlib import Path\n"
        "*arguments, name = sys.argv[1:]\n"
        "draft = Path(name)\n"
        "def change(old, new):\n"
        "    content = draft.read_bytes()\n"
        "    assert old.encode() in content, content\n"
        "    draft.write_bytes(content.replace(old.encode(), new.encode(), 1))\n"
    )
    script.write_text(begin + code, encoding="utf-8")
    return f'"{sys.executable}" "{script}"'
