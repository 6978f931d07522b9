import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.report.findings import github
from report.finding_samples import DUE_BEFORE_START, a_finding

any_text = st.text(st.characters(exclude_categories=()))


def test_finding_becomes_a_command_with_its_place_and_help() -> None:
    assert github.commands((DUE_BEFORE_START,)) == (
        "::error file=plans/panama.toml,line=41,col=7,endColumn=17,title=due-before-start"
        "::due 2017-03-01 is before the start 2017-05-01 (correct one of the two dates)\n"
    )


@pytest.mark.parametrize(
    ("rule", "command"), [("bad-id", "error"), ("overdue", "warning"), ("no-training", "notice")]
)
def test_severity_chooses_the_command(rule: str, command: str) -> None:
    assert github.commands((a_finding(rule),)).startswith(f"::{command} file=")


def test_accepted_findings_are_left_out() -> None:
    assert github.commands((a_finding(accepted=True),)) == ""


def test_special_characters_are_escaped_where_they_end_something() -> None:
    finding = a_finding(path="plans/a:b,c%.toml", message="50%: late, and\nmore", help="")

    assert github.commands((finding,)) == (
        "::warning file=plans/a%3Ab%2Cc%25.toml,line=41,col=7,endColumn=17,title=overdue"
        "::50%25: late, and⏎more\n"
    )


@given(any_text, any_text, any_text)
def test_no_text_of_a_plan_begins_a_second_command(path: str, message: str, fix: str) -> None:
    printed = github.commands((a_finding(path=path, message=message, help=fix),))

    assert printed.splitlines() == [printed.removesuffix("\n")]
    properties = printed.split("::")[1]
    assert len(properties.split(",")) == 5
