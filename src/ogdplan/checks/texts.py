"""Every text of a plan, with the table and the field it stands in."""

from collections.abc import Iterator
from functools import cache

from ogdplan.model.kinds import all_records, fields_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Table
from ogdplan.model.text import Text

NamedText = tuple[Table, str, Text]
"""The table a text stands in, the field, and the text."""


def all_texts(plan: Plan) -> Iterator[NamedText]:
    """Yield every text: of `[plan]`, of the records in the order of the file, of `accepted`."""
    for table in (plan.header, *all_records(plan), *plan.accepted):
        yield from _texts(table, _text_fields(type(table)))


def published_texts(plan: Plan) -> Iterator[NamedText]:
    """Yield the texts that readers of a report get: no notes, no reasons for accepting."""
    for table in (plan.header, *all_records(plan)):
        yield from _texts(table, _published_fields(type(table)))


def _texts(table: Table, fields: tuple[str, ...]) -> Iterator[NamedText]:
    for field in fields:
        text: Text | None = getattr(table, field)
        if text is not None:
            yield table, field, text


@cache
def _text_fields(model: type[Table]) -> tuple[str, ...]:
    """Return the text fields of a table; in none of them key and attribute differ."""
    return tuple(spec.name for spec in fields_of(model) if spec.is_text)


@cache
def _published_fields(model: type[Table]) -> tuple[str, ...]:
    return tuple(name for name in _text_fields(model) if name != "note")
