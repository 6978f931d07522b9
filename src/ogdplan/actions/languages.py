"""Whether plans have texts in a language."""

from collections.abc import Iterable, Iterator

from ogdplan.actions.library import Loaded
from ogdplan.model.kinds import all_records, fields_of
from ogdplan.model.plan import Header, Plan
from ogdplan.model.record import Table
from ogdplan.model.text import Text
from ogdplan.reference.languages import primary_language


def has_language(wanted: str, tables: Iterable[Table]) -> bool:
    """Return whether a header promises the language, or a text of a table is in it.

    A plan in a language has texts for those who ask for a regional kind of it: `es` for `es-PY`.
    """
    tags = {wanted.lower(), primary_language(wanted)}
    return any(language.lower() in tags for table in tables for language in _languages(table))


def tables_of(plans: Iterable[Loaded]) -> Iterator[Table]:
    """Yield the headers and records of plans."""
    for each in plans:
        yield from tables_in(each.plan)


def tables_in(plan: Plan) -> Iterator[Table]:
    """Yield the header and the records of a plan."""
    yield plan.header
    yield from all_records(plan)


def _languages(table: Table) -> Iterator[str]:
    """Yield the languages that a table names; a plain text is in one that its header names."""
    if isinstance(table, Header):
        yield from table.languages
    for spec in fields_of(type(table)):
        value = getattr(table, spec.attribute)
        if isinstance(value, Text):
            yield from filter(None, value.languages)
