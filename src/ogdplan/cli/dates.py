"""Dates as people write them on the command line."""

from ogdplan.errors import UsageError
from ogdplan.model.when import When, day_of, period


class DateError(UsageError):
    """A date on the command line that can be read in no or two ways."""

    def __init__(self, text: str, readings: tuple[When, ...] = ()) -> None:
        if readings:
            words = " or ".join(each.words for each in readings)
            days = " or ".join(each.text for each in readings)
            super().__init__(f'"{text}" may be {words}', hint=f"write {days}")
            return
        super().__init__(
            f'"{text}" is no date',
            hint='write a day as 2018-06-30, or a period as 2018-06, 2018-Q2 or "June 2018"',
        )


def read_date(text: str) -> When:
    """Return the day or period that someone wrote; a period stands for its last day.

    Reads what `deadline` reads, but no spans, seasons and fiscal years. Raises DateError when
    it can be read in no or two ways.
    """
    bare = text.strip()
    found = day_of(bare) or period(bare)
    return found or _in_words(text)


def _in_words(text: str) -> When:
    # Every command imports this module, and few read words.
    from ogdplan.model.deadlines.deadline import Ambiguous, deadline, when_in_words  # noqa: PLC0415

    if found := when_in_words(text):
        return found
    said = deadline(text)
    raise DateError(text, said.readings if isinstance(said, Ambiguous) else ())
