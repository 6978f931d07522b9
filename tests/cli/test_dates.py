import subprocess
import sys

import pytest

from ogdplan.cli.dates import DateError, read_date


@pytest.mark.parametrize(
    ("text", "last", "form"),
    [
        ("2018-06-30", "2018-06-30", "2018-06-30"),
        (" 2018-06-30 ", "2018-06-30", "2018-06-30"),
        ("2018-06", "2018-06-30", "2018-06"),
        ("2018-Q2", "2018-06-30", "2018-Q2"),
        ("2018-H1", "2018-06-30", "2018-H1"),
        ("2018", "2018-12-31", "2018"),
        ("June 2018", "2018-06-30", "2018-06"),
        ("2018 Q2", "2018-06-30", "2018-Q2"),
        ("q2/2018", "2018-06-30", "2018-Q2"),
        ("Setembro/2018", "2018-09-30", "2018-09"),
        ("30 June 2018", "2018-06-30", "2018-06-30"),
        ("30 de junio de 2018", "2018-06-30", "2018-06-30"),
        ("1er février 2018", "2018-02-01", "2018-02-01"),
        ("By 2023", "2023-12-31", "2023"),
        ("31/12/2019", "2019-12-31", "2019-12-31"),
        ("IV trimestre 2024", "2024-12-31", "2024-Q4"),
    ],
)
def test_date_is_read_as_people_write_it(text: str, last: str, form: str) -> None:
    found = read_date(text)

    assert (found.last.isoformat(), found.text) == (last, form)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "soon", "2018-13", "2018-02-30", "30 February 2018", "0000", "२०१८", "jui 2018"),
        *("ongoing", "annually", "n/a", "2018-2020", "from June 2018", "fall 2023", "43465"),
    ],
)
def test_what_is_no_date_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(text)

    assert caught.value.exit_code == 2
    assert caught.value.message == f'"{text}" is no date'
    assert caught.value.hint == (
        'write a day as 2018-06-30, or a period as 2018-06, 2018-Q2 or "June 2018"'
    )


def test_two_numbers_that_may_be_day_and_month_are_not_guessed() -> None:
    with pytest.raises(DateError) as caught:
        read_date("06/07/2018")

    assert caught.value.message == '"06/07/2018" may be 7 June 2018 or 6 July 2018'
    assert caught.value.hint == "write 2018-06-07 or 2018-07-06"


def test_reading_a_plain_day_loads_no_words() -> None:
    code = (
        "import sys; from ogdplan.cli.dates import read_date; read_date('2018-06-30');"
        "print([name for name in sys.modules if 'deadlines' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
