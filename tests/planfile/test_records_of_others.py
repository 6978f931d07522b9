"""Records that come into a file as another file has them, with their comments."""

import pytest
import tomli

from ogdplan.planfile.anatomy import Anatomy
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.operations import AddRecord

RECORD = '# why\n[[milestones]]\nid = "m"  # beside\n# below'
ADDED = AddRecord("milestones", {"id": "m"}, RECORD)


@pytest.mark.parametrize(
    ("text", "path", "lines"),
    [
        (f"{RECORD}\n\n# apart\n", ("milestones", 0), RECORD),
        (f"[plan]\nx = 1\n\n{RECORD}\n", ("milestones", 0), RECORD),
        (f"# apart\n\n{RECORD}", ("milestones", 0), RECORD),
        (
            "[[events]]\n[events.ratings]\na = 1\n\n[plan]\n",
            ("events", 0),
            "[[events]]\n[events.ratings]\na = 1",
        ),
        (
            "[[events]]\nx = 1\n\n[plan]\n\n# more\n[events.ratings]\na = 1\n",
            ("events", 0),
            "[[events]]\nx = 1\n# more\n[events.ratings]\na = 1",
        ),
        ('milestones = [{ id = "m" }]\n', ("milestones", 0), None),
    ],
)
def test_lines_of_a_record_are_those_that_are_its_own(
    text: str, path: tuple[str | int, ...], lines: str | None
) -> None:
    assert Anatomy(text).lines_of(path) == lines


def test_record_comes_as_it_is_written_after_the_last_of_its_kind() -> None:
    text = '  [[milestones]]\n  id = "a"\n\n[[events]]\n'

    assert rewrite(text, [ADDED]) == f'  [[milestones]]\n  id = "a"\n\n{RECORD}\n\n[[events]]\n'


def test_record_comes_first_where_nothing_stands_before_it() -> None:
    assert rewrite("[[events]]\n", [ADDED]) == f"{RECORD}\n\n[[events]]\n"


def test_record_gets_the_line_endings_of_the_file() -> None:
    windows = AddRecord("milestones", {"id": "m"}, RECORD.replace("\n", "\r\n"))

    assert rewrite("[plan]\n", [windows]) == f"[plan]\n\n{RECORD}\n"
    assert rewrite("[plan]\r\n", [ADDED]) == f"[plan]\n\n{RECORD}\n".replace("\n", "\r\n")


def test_record_is_written_inline_where_the_others_are() -> None:
    found = rewrite('milestones = [{ id = "a" }]\n', [ADDED])

    assert tomli.loads(found) == {"milestones": [{"id": "a"}, {"id": "m"}]}
    assert "#" not in found
