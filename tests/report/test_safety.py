import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hostile_plans import steers
from ogdplan.report.safety import escape_hidden_in_json, visible

any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J\x1b]0;owned\x07", r"\u001b[2J\u001b]0;owned\u0007"),
        ("\x9b31mred", r"\u009b31mred"),
        ("a\x7fb\x00c", r"a\u007fb\u0000c"),
        ("safe \u202eelif\u202c", r"safe \u202eelif\u202c"),
        ("\u2066x\u2069 \u200fy \u061cz", r"\u2066x\u2069 \u200fy \u061cz"),
        ("\ufeffid", r"\ufeffid"),
        ("id\u2060", r"id\u2060"),
        ("flag\U000e0041", r"flag\U000e0041"),
        ("plans/\udcff.toml", r"plans/\udcff.toml"),
        ("::stop-commands::x", r"\u003a:stop-commands::x"),
        ("\t::error::x", r" \u003a:error::x"),
        ("\u3000::error::x", "\u3000\\u003a:error::x"),
        ("see ##[add-mask]x", r"see \u0023#[add-mask]x"),
        ("one\u2028two\u2029three\x85", r"one\u2028two\u2029three\u0085"),
    ],
)
def test_what_steers_or_hides_is_shown_as_an_escape(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


def test_line_breaks_and_tabs_leave_one_line() -> None:
    assert visible("one\ntwo\r\nthree\tfour\rfive") == r"one⏎two⏎three four\u000dfive"


def test_line_breaks_stay_when_asked_for() -> None:
    text = "one\ntwo\r\nthree\tfour\x1b\n::five"

    assert visible(text, keep_newlines=True) == "one\ntwo\nthree four\\u001b\n\\u003a:five"


@pytest.mark.parametrize(
    "text",
    [
        "Plan de acción «abierto» [open] [/x] 100 %",
        "नेपाल सरकार, क्\u200dष with a joiner",
        "বাংলাদেশ র\u200cয with a non-joiner",
        "العربية \u0600١٢",
        "ភាសា\u200bខ្មែរ",
        "국가 데이터 👩\u200d👩\u200d👧 ❤\ufe0f",
        "co\u00adoperate",
        r"C:\plans\u202e",
        "ratio 2::1 of std ::vector, ## [x] #[y]",
    ],
)
def test_text_of_every_script_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(any_text)
def test_no_hostile_character_is_left(text: str) -> None:
    assert not any(map(steers, visible(text)))
    assert not any(map(steers, visible(text, keep_newlines=True).replace("\n", "")))


@given(any_text)
def test_what_is_visible_once_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(any_text)
@example("\U000e0041\udcff\x7f\u202e\n")
def test_json_text_loses_nothing_and_has_no_hostile_character(text: str) -> None:
    escaped = escape_hidden_in_json(json.dumps([text], ensure_ascii=False, indent=2))

    assert json.loads(escaped) == json.loads(json.dumps([text]))
    assert not any(map(steers, escaped.replace("\n", "")))
