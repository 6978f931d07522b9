"""Make the table of translated labels, by which `import` knows them, from the catalogues.

    python scripts/make_term_labels.py

It writes `src/ogdplan/reference/term-labels.csv`: a row for each label of a value of a closed list
in each language that has a catalogue, but for those that are as in English. A label that several
languages share stands there once. The same catalogues give the same bytes. Needs ogdplan itself and
Babel.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import VOCABULARIES
from ogdplan.reference import term_labels
from ogdplan.reference.sure_words import sure_words
from ogdplan.report.translations import languages, translations

PATH = Path(term_labels.__file__).with_name(term_labels.TABLE)


class Label(NamedTuple):
    """A row of the table."""

    label: str
    language: str
    vocabulary: str
    value: str


def labels_of(name: str, vocabulary: type[Term]) -> Iterator[Label]:
    """Yield the translated labels of one closed list, each once."""
    known = {sure_words(words) for term in vocabulary for words in (term.value, term.label)}
    for term in vocabulary:
        for language in languages():
            label = translations(language).pgettext(name, term.label)
            if sure_words(label) not in known:
                known.add(sure_words(label))
                yield Label(label, language, name, term.value)


def table() -> str:
    """Return the table as the text of its file."""
    rows = [row for each in VOCABULARIES.items() for row in labels_of(*each)]
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([Label._fields, *sorted(rows)])
    return text.getvalue()


if __name__ == "__main__":
    PATH.write_text(table(), encoding="utf-8")
    print(f"{PATH.name}: {table().count(chr(10)) - 1} labels")
