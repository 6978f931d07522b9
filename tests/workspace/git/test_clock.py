"""The moments of commits, whoever wrote them."""

from datetime import UTC, datetime

import pytest

from ogdplan.workspace.git.clock import moment_of, seconds_of


@pytest.mark.parametrize(
    ("stored", "moment"),
    [
        ("1520244000 +0000", "2018-03-05T10:00:00+00:00"),
        ("1520244000 +0545", "2018-03-05T15:45:00+05:45"),
        ("1520244000 -0330", "2018-03-05T06:30:00-03:30"),
        ("1520244000 +9959", "2018-03-05T10:00:00+00:00"),
        ("1520244000 +05", "2018-03-05T10:00:00+00:00"),
        ("1520244000 +051800", "2018-03-05T10:00:00+00:00"),
        ("-86400 +0000", "1970-01-01T00:00:00+00:00"),
        ("soon +0000", "1970-01-01T00:00:00+00:00"),
        ("", "1970-01-01T00:00:00+00:00"),
        ("99999999999999999999 +1200", "9999-12-30T12:00:00+12:00"),
    ],
)
def test_moment_is_what_is_stored_or_the_nearest_there_is(stored: str, moment: str) -> None:
    assert moment_of(stored).isoformat() == moment


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [
        (datetime(2018, 3, 5, 10, tzinfo=UTC), 1520244000),
        (datetime(1960, 1, 1, tzinfo=UTC), 0),
        (datetime(1, 1, 1), 0),
        (datetime(9999, 12, 31), 253402214400),
    ],
)
def test_seconds_are_never_before_1970(moment: datetime, seconds: int) -> None:
    assert seconds_of(moment) == pytest.approx(seconds, abs=2 * 86_400)
