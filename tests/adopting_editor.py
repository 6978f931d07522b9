"""An editor for the examples of the docs: in it someone sets the stage of a plan to adopted."""

import sys
from pathlib import Path

if __name__ == "__main__":
    draft = Path(sys.argv[1])
    content = draft.read_bytes()
    draft.write_bytes(content.replace(b'stage = "submitted"', b'stage = "adopted"'))
