"""Of what the files of a site are made: by that it is known which of them stay as they are."""

import json
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Basis:
    """What all files of a site rest on: the program, the day, the language, every plan file."""

    program: str
    as_of: str
    language: str
    files: tuple[str, ...]

    @property
    def made_of(self) -> str:
        """Return a digest of what the pages about all plans are made of."""
        return digest(self.program, self.as_of, self.language, *self.files)

    def of_plan(self, *parts: str) -> str:
        """Return a digest of what the page of one plan is made of: its file, and its kin."""
        return digest(self.program, self.as_of, self.language, *parts)


def digest(*parts: str) -> str:
    """Return one digest of several texts in their order."""
    return sha256(json.dumps(parts).encode()).hexdigest()
