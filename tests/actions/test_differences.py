"""How one plan file differs between two states."""

from pathlib import Path

from hypothesis import given, settings

from ogdplan.actions.archive import Differing, PlanFile
from ogdplan.actions.differences import Comparison, PlanDifference, difference
from ogdplan.actions.moments import Moment
from ogdplan.report.diff import page
from ogdplan.report.segments import plain
from ogdplan.report.terminal.pages import laid_out
from ogdplan.workspace.folder import PlanPath
from planfile_documents import Document, documents

OLD, NEW = Moment("old"), Moment("new")
TOP = 'format = 1\n[plan]\ntitle = "A"\ncountry = "NPL"\nlead = "x"\n'


def file(text: str, plan_id: str = "nepal") -> PlanFile:
    place = PlanPath(plan_id, Path(f"plans/{plan_id}.toml"), f"plans/{plan_id}.toml")
    return PlanFile(place, text.encode())


def differs(old: PlanFile | None, new: PlanFile | None) -> PlanDifference | None:
    return difference(Differing(old, new), OLD, NEW)


@settings(deadline=None)
@given(documents())
def test_no_file_differs_from_itself(document: Document) -> None:
    assert differs(file(document.text), file(document.text)) is None


@settings(deadline=None)
@given(documents())
def test_file_with_another_comment_has_no_changes(document: Document) -> None:
    found = differs(file(document.text), file(f"# More.\n{document.text}"))

    assert found is not None
    assert found.changes == ()


@settings(deadline=None)
@given(documents(), documents())
def test_same_files_differ_in_the_same_way_and_every_change_has_its_line(
    one: Document, other: Document
) -> None:
    found = [differs(file(one.text), file(other.text)) for _ in range(2)]

    assert found[0] == found[1]
    for each in found[0].located if found[0] else ():
        assert each.line is None or 1 <= each.line <= other.text.count("\n") + 1


def test_file_that_was_moved_and_changed_has_both_told() -> None:
    found = differs(file(TOP, "np"), file(TOP.replace('"A"', '"B"')))

    assert found is not None
    assert [change.summary for change in found.changes] == [
        "plan moved from np to nepal",
        'plan: title changed from "A" to "B"',
    ]
    assert found.was
    assert found.was.plan_id == "np"


def test_file_that_is_broken_on_both_sides_is_named_for_both() -> None:
    found = differs(file("x = \n"), file("y = \n"))

    assert found is not None
    assert [each.moment for each in found.broken] == [OLD, NEW]
    text = plain(laid_out(page(Comparison(OLD, NEW, (found,)), with_lines=False), width=None))
    assert text.count("cannot be read in") == 2
