"""The moments of commits, as git stores them: seconds since 1970 and a zone such as `+0545`.

Other programs have written commits too, and what they wrote stays: a moment that no calendar has
is taken for the nearest there is, one that cannot be read for the beginning of 1970.
"""

import re
from datetime import MAXYEAR, UTC, datetime, timedelta, timezone

_ZONE = re.compile(r"([+-])(\d\d)(\d\d)")
_LAST = int(datetime(MAXYEAR, 12, 30, tzinfo=UTC).timestamp())


def moment_of(stored: str) -> datetime:
    """Return the moment of `1520244000 +0545`, in that zone; of an impossible zone in UTC."""
    seconds, _, zone = stored.strip().rpartition(" ")
    number = int(seconds) if seconds.isascii() and seconds.isdigit() else 0
    return datetime.fromtimestamp(min(number, _LAST), _zone(zone))


def seconds_of(moment: datetime) -> int:
    """Return the seconds since 1970, none before; the zone is that of here where it has none."""
    try:
        return max(0, int(moment.timestamp()))
    except (OverflowError, ValueError, OSError):  # days at the very ends of the calendar
        return 0 if moment.year < MAXYEAR else _LAST


def _zone(words: str) -> timezone:
    found = _ZONE.fullmatch(words)
    if found is None:
        return UTC
    offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
    if offset >= timedelta(days=1):
        return UTC
    return timezone(-offset if found[1] == "-" else offset)
