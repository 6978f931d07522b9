"""What a closed list of values is made of: terms with a label, a description and a source."""

from enum import StrEnum
from typing import Self

W1 = "workshop of The Hague 2017, session I"
W2 = "workshop of The Hague 2017, session II"
W3 = "workshop of The Hague 2017, session III"
IRM = "OGP Independent Reporting Mechanism"
ODRA = "World Bank Open Data Readiness Assessment; UN DESA"
OWN = "ogdplan"


class Term(StrEnum):
    """One value of a vocabulary, with what people are told about it.

    The value is the kebab-case word of the file, `label` the same in readers' words,
    `description` one line, `source` who coined it.
    """

    label: str
    description: str
    source: str

    def __new__(
        cls, value: str, description: str = "", source: str = OWN, label: str | None = None
    ) -> Self:
        """Make the term; the label is the value in words unless given."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label or value.replace("-", " ").capitalize()
        term.description = description
        term.source = source
        return term
