"""The checks of hostile texts refuse what they are there to refuse."""

import pytest

from cli.voices import CHECKS

ROWS = "| a | b |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("voice", "out"),
    [
        ("table", "a\x1b[2J\n"),
        ("table", "safe \u202eelif\n"),
        ("text", "  ::error::x\n"),
        ("text", "see ##[add-mask]x\n"),
        ("markdown", "<script>alert(1)</script>\n"),
        ("markdown", "- a <b>c</b>\n"),
        ("markdown", "- [x](https://example.org)\n"),
        ("markdown", "- ![x](https://example.org)\n"),
        ("markdown", "- `x` and *y* and **z**\n"),
        ("markdown", f"{ROWS}| one | two | three |\n"),
        ("markdown", f"{ROWS}| one | two |\n\n| three | four |\n"),
        ("csv", "a\n=1+1\n"),
        ("csv", "a\n-x\n"),
        ("csv", "a,b\n1\n"),
        ("csv", "a\n\x1b[2J\n"),
        ("json", "{} {}"),
        ("json", '{"a": "\u202e"}'),
        ("sarif", "no document"),
        ("github", "::error file=a::x\nyes\n"),
        ("github", "::set-output name=a::b\n"),
        ("github", "::error file=a::\x1b[2J\n"),
        ("github", "::error file=a::##[add-mask]x\n"),
    ],
)
def test_bad_output_is_refused(voice: str, out: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        CHECKS[voice](out)


@pytest.mark.parametrize(
    ("voice", "out"),
    [
        ("table", "a: 1\n\n  b ::c\n"),
        ("markdown", f"# A plan\n\n{ROWS}| one | \\|two |\n\n- see <https://example.org>\n"),
        ("csv", "a,b\n-1.5,'=1+1\n"),
        ("json", '{"a": "\\u202e"}\n'),
        ("github", "::error file=a,line=1::no such id\n"),
    ],
)
def test_good_output_is_taken(voice: str, out: str) -> None:
    CHECKS[voice](out)
