"""The value of a field: as the file has it, and as it is compared."""

from collections.abc import Hashable

from ogdplan.model.kinds import FieldSpec, fields_of
from ogdplan.model.record import Table
from ogdplan.model.terms import Term
from ogdplan.model.text import Text
from ogdplan.model.values import Rating
from ogdplan.model.when import When


def in_file(table: Table, spec: FieldSpec) -> object:
    """Return a field as JSON has what stands in the file, None when it does not stand there.

    A default that is written out is a value, one that is left out is none. A text is a string,
    or an object of languages; a day or period is a string.
    """
    if spec.attribute not in table.model_fields_set:
        return None
    value = getattr(table, spec.attribute)
    if spec.base is Rating:
        return {rating.label: rating.percent for rating in value}
    return _plain(value)


def _plain(value: object) -> object:
    match value:
        case Term() | When():
            return str(value)
        case Text(((None, words),)):
            return words
        case Text():
            return dict(value.versions)
        case tuple():
            return [_plain(each) for each in value]
    return value


def compared(value: object, primary: str) -> Hashable:
    """Return what two values have in common when they mean the same.

    The order of the languages of a text and of the labels of ratings is no difference, nor is
    a plain string for a text in `primary`, the plan's first language.
    """
    match value:
        case Text():
            return frozenset(by_language(value, primary).items())
        case tuple() if value and isinstance(value[0], Rating):
            return frozenset(value)
        case Hashable():
            return value
    message = f"{type(value).__name__} is no value of a plan"
    raise TypeError(message)


def by_language(text: Text, primary: str) -> dict[str, str]:
    """Return the wordings of a text by language tag, that of a plain string by `primary`."""
    return {tag or primary: words for tag, words in text.versions}


def content_of(table: Table) -> str:
    """Return all that the file says in a table, as a text to sort by."""
    return repr([in_file(table, spec) for spec in fields_of(type(table))])
