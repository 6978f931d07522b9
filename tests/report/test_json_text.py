import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.report.json_text import to_text

documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_document_is_indented_and_keeps_order_and_letters() -> None:
    document = {"schema": "ogdplan/check/1", "as_of": "2018-06-30", "plans": ["नेपाल"], "a": None}

    assert to_text(document) == (
        "{\n"
        '  "schema": "ogdplan/check/1",\n'
        '  "as_of": "2018-06-30",\n'
        '  "plans": [\n'
        '    "नेपाल"\n'
        "  ],\n"
        '  "a": null\n'
        "}\n"
    )


def test_controls_and_overrides_are_escaped() -> None:
    assert to_text("\x1b[2J \u202e \x9b \udcff \U000e0041") == (
        r'"\u001b[2J \u202e \u009b \udcff \udb40\udc41"' + "\n"
    )


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_numbers_that_json_lacks_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_text({"value": number})


@given(documents)
def test_what_was_written_reads_back_the_same(document: object) -> None:
    assert json.loads(to_text(document)) == document
