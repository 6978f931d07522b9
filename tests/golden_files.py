"""Golden files: what people see, kept in tests/golden/ and compared byte for byte.

    OGDPLAN_RENEW=1 python -m pytest tests/cli tests/report

writes them anew. Read the difference before you commit it.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
RENEWS = os.environ.get("OGDPLAN_RENEW") == "1"


def check_golden(name: str, found: str) -> None:
    """Fail when the golden file holds something else; write it anew when asked to."""
    path = GOLDEN / name
    if RENEWS:
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8")
