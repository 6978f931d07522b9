"""What a row says of difficulties, which a report has in its text."""

from ogdplan.actions.edits.given import with_text
from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.cells.reading import is_none, plain_text
from ogdplan.actions.importing.records.values import Read
from ogdplan.actions.importing.tables.rows import TableRow
from ogdplan.actions.importing.tables.targets import DIFFICULTIES
from ogdplan.planfile.operations import Value
from ogdplan.reference.languages import primary_language

_LABELS = {"en": "Difficulties", "es": "Dificultades", "fr": "Difficultés", "pt": "Dificuldades"}


def with_difficulties(
    read: Read, row: TableRow, via: str, old: Value | None, subject: Subject
) -> Read:
    """Put what is said of difficulties behind the text of a report, under a label."""
    words = row.words(via, DIFFICULTIES)
    column = row.field(via, DIFFICULTIES)
    if is_none(words) or column is None:
        return read
    own = column.target.language
    language = own or subject.language
    label = _LABELS.get(primary_language(language), _LABELS["en"])
    said = f"{label}: {words}"
    text = read.get("text")
    spot = text[1] if text else row.spot_of(via, DIFFICULTIES)
    before = _text_in(row, via, language, subject)
    whole = f"{before}\n\n{said}" if before else said
    return {**read, "text": (with_text(text[0] if text else old, whole, own, subject), spot)}


def _text_in(row: TableRow, via: str, language: str, subject: Subject) -> str:
    """Return what a row reports in a language; a column that names none has the plan's first."""
    found = (
        plain_text(row.line.value(each))
        for each in row.fields(via)
        if each.target.name == "text" and (each.target.language or subject.language) == language
    )
    return next(found, "")
