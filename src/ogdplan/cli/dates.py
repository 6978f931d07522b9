"""Dates as people write them on the command line."""

from ogdplan.errors import UsageError
from ogdplan.model.dates_in_words import day_of, when_in_words
from ogdplan.model.when import When, period


class DateError(UsageError):
    """A date on the command line that nobody can read."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f'"{text}" is no date',
            hint='write a day as 2018-06-30, or a period as 2018-06, 2018-Q2 or "June 2018"',
        )


def read_date(text: str) -> When:
    """Return the day or period that someone wrote; a period stands for its last day.

    Reads ISO days, periods of plan files, and days, months, quarters and half-years in words.
    Raises DateError when it can be read in no or two ways.
    """
    bare = text.strip()
    found = day_of(bare) or period(bare) or when_in_words(bare)
    if found is None:
        raise DateError(text)
    return found
