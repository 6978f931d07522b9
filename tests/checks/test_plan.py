from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from builders_checks import examine
from ogdplan.checks.plan import Checked, check_plan
from ogdplan.planfile.reading import read, read_text
from ogdplan.planfile.shape import Faulty
from rulecases.case import PREAMBLE

DAY = date(2017, 6, 1)


def test_file_without_toml_has_its_problems_and_nothing_else() -> None:
    reading = read_text("format = 1\n[plan\n")

    assert check_plan(reading, as_of=DAY) == Checked(reading.problems)
    assert [each.rule.slug for each in reading.problems] == ["toml-syntax"]


def test_file_that_is_no_text_is_checked_without_failure() -> None:
    checked = check_plan(read(b"\xff\xfe"), as_of=DAY)

    assert [each.rule.slug for each in checked.problems] == ["not-utf8"]


def test_empty_file_lacks_what_every_plan_has() -> None:
    checked = check_plan(read_text(""), as_of=DAY)

    assert {each.rule.slug for each in checked.problems} == {"missing-field"}


def test_values_with_an_error_of_any_kind_are_named() -> None:
    text = (
        PREAMBLE
        + '[[milestones]]\nid = "portal"\ntitle = ""\nlead = "nobody"\n'
        + "start = 2018-01-01\ndue = 2017-01-01\n"
    )

    checked = check_plan(read_text(text), as_of=DAY)

    assert checked.faulty == {
        Faulty("milestones", 0, "title"),
        Faulty("milestones", 0, "lead"),
        Faulty("milestones", 0, "due"),
    }


def test_nothing_is_settled_yet() -> None:
    text = PREAMBLE + '[[accepted]]\nrule = "no-training"\nreason = "Later"\n'

    checked = check_plan(read_text(text), as_of=DAY)

    assert [entry.rule for entry in checked.accepted] == ["no-training"]
    assert not any(problem.accepted for problem in checked.problems)


WRONG = (
    "{ a = 1 }",
    '""',
    "5",
    "-1.5",
    "true",
    '"x"',
    '["x", "x"]',
    "2017-13-01",
    "[[1]]",
    "1979-05-27",
)
LINES = (Path(__file__).parents[2] / "plans" / "panama.toml").read_text("utf-8").splitlines(True)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_file_is_checked_without_failure(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 6))):
        number = data.draw(st.integers(0, len(lines) - 1))
        key, equals, _ = lines[number].partition(" = ")
        changed = f"{key}{equals}{data.draw(st.sampled_from(WRONG))}\n" if equals else ""
        lines[number] = data.draw(st.sampled_from((changed, "", f"x{lines[number]}")))

    found = examine("".join(lines), as_of=data.draw(st.dates(date(2015, 1, 1), date(2025, 1, 1))))

    assert all(1 <= finding.line <= len(lines) + 1 for finding in found)
    assert not any(str(finding.record).startswith("faulty-") for finding in found)
    assert not any('"?"' in finding.message or "faulty-" in finding.message for finding in found)
