"""A second look at tables, beside the plan: what columns mean by its records, what rows lack."""

from collections.abc import Iterator, Sequence

from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.records.days import with_day
from ogdplan.actions.importing.records.drafting import Draft
from ogdplan.actions.importing.records.known import known_records
from ogdplan.actions.importing.records.matters import (
    about_the_plan,
    number_beside,
    require_matter,
    with_numbers,
)
from ogdplan.actions.importing.records.odd_rows import titles_alone
from ogdplan.actions.importing.records.parents import has_parents, with_parents, without_parents
from ogdplan.actions.importing.records.publication import with_publication
from ogdplan.actions.importing.tables.sources import Source


def looked_at(
    subject: Subject, sources: Sequence[Source], *, is_day_said: bool
) -> tuple[Source, ...]:
    """Return tables whose columns mean what they can mean beside the records of the plan.

    Raises UsageError where no column says what reports are about, though one that is left may;
    the same of their day, which nobody else has said; and for dates of publication that are not
    all before today or all after it.
    """
    for source in sources:
        require_matter(source)
    if not is_day_said:
        sources = [with_day(source) for source in sources]
    sources = [with_publication(source, subject.as_of) for source in sources]
    if not any(number_beside(source) or has_parents(source) for source in sources):
        return tuple(sources)
    known = known_records(subject)
    told = [with_numbers(source, known) for source in sources]
    if any(source.kind.name == "commitment" for source in sources):
        # Other tables may name what this one adds.
        return tuple(told)
    return tuple(with_parents(source, known) for source in told)


def noted(found: Draft, sources: Sequence[Source]) -> Iterator[str]:
    """Yield what is said of rows that lack something, or may be no records."""
    yield from about_the_plan(found, sources)
    yield from titles_alone(found, sources)
    yield from without_parents(found, sources)
