"""Days on the command line where a period has a beginning and an end."""

from datetime import date

from ogdplan.cli import streams
from ogdplan.cli.dates import DateError, read_date
from ogdplan.cli.options import Session
from ogdplan.model.when import on_day


def first_day(session: Session, option: str, text: str | None) -> date | None:
    """Return the first day of what someone wrote; says which that is where it is in words."""
    return _said(session, option, text, read_date(text).first) if text is not None else None


def last_day(session: Session, option: str, text: str | None) -> date | None:
    """Return the last day of what someone wrote; says which that is where it is in words."""
    return _said(session, option, text, read_date(text).last) if text is not None else None


def first_day_if_any(text: str) -> date | None:
    """Return the first day of what someone wrote, None where it is something else than a date."""
    try:
        return read_date(text).first
    except DateError:
        return None


def _said(session: Session, option: str, text: str, day: date) -> date:
    if text.strip() != day.isoformat():
        streams.note(f"{option}: {on_day(day).words}", colour=session.colour)
    return day
