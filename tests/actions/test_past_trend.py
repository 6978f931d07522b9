"""Trends by what the files said at each date."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from builders_loaded import a_loaded
from ogdplan.actions.library import load, select
from ogdplan.actions.past_trend import OutsideError, past_trends
from ogdplan.actions.trend import Gap, Trend, Trends
from ogdplan.workspace.folder import PlansFolder, find_folder
from ogdplan.workspace.git.repository import NoRepositoryError
from repositories import Repo

AS_OF = date(2018, 4, 30)
JANUARY, FEBRUARY, MARCH = date(2018, 1, 31), date(2018, 2, 28), date(2018, 3, 31)
BROKEN = "format = 1\n[plan\n"


def a_text(completed: str = "", due: str = "2018-12-31") -> str:
    """Return the text of a plan with a milestone that may be completed."""
    done = f"completed = {completed}\n" if completed else ""
    return (
        'format = 1\n\n[plan]\ntitle = "A plan"\ncountry = "NPL"\nstart = "2018"\nlead = "office"\n'
        '\n[[institutions]]\nid = "office"\nname = "An office"\nsector = "government"\n'
        '\n[[milestones]]\nid = "decree"\ntitle = "Adopt the decree"\n'
        f"due = {due}\n{done}"
    )


def past(repo: Repo, dates: Sequence[date] = (), names: Sequence[str] = ()) -> Trends:
    folder = find_folder(repo.root, given=None)
    selection = select(names, lambda: folder, as_of=AS_OF)
    return past_trends(selection.folder, load(selection).plans, dates, as_of=AS_OF)


def the_one(found: Trends) -> Trend:
    (trend,) = found.plans
    return trend


def completed(found: Trends) -> dict[str, int]:
    """Return how many were completed, by the month of the point."""
    return {point.date.isoformat()[:7]: point.completed for point in the_one(found).points}


def test_date_that_was_filled_in_late_counts_from_the_day_it_was_committed(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-01-15")
    repo.write("plans/nepal.toml", a_text(completed="2018-01-20"))
    repo.commit(day="2018-03-10")

    found = past(repo)

    assert completed(found) == {"2018-01": 0, "2018-02": 0, "2018-03": 1, "2018-04": 1}
    assert (found.from_git, found.notes, found.failed) == (True, (), ())


def test_version_is_measured_at_the_date_and_not_at_its_commit(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text(completed="2018-03-01", due="2018-02-20"))
    repo.commit(day="2018-01-15")

    points = the_one(past(repo)).points

    assert [(each.completed, each.planned) for each in points] == [(0, 1), (0, 0), (1, 0), (1, 0)]


def test_deadlines_are_those_of_the_version(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text(due="2018-02-20"))
    repo.commit(day="2018-01-15")
    repo.write("plans/nepal.toml", a_text(due="2018-12-31"))
    repo.commit(day="2018-03-10")

    assert [each.planned for each in the_one(past(repo)).points] == [1, 0, 1, 1]


def test_commit_of_the_day_itself_counts_and_of_several_the_last(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-01-31")
    repo.write("plans/nepal.toml", a_text(completed="2018-01-01"))
    repo.commit(day="2018-01-31")

    assert completed(past(repo, [JANUARY])) == {"2018-01": 1}


def test_day_is_that_of_the_committer(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.git("add", "--all")
    moment = {"GIT_COMMITTER_DATE": "2018-01-31T23:30:00-11:00"}
    repo.git("commit", "-qm", "Late in the evening", env=moment)

    assert completed(past(repo, [JANUARY])) == {"2018-01": 0}


def test_plan_is_followed_through_its_renames(repo: Repo) -> None:
    repo.write("plans/np.toml", a_text())
    repo.commit(day="2018-01-15")
    (repo.root / "plans/asia pacific").mkdir()
    repo.git("mv", "plans/np.toml", "plans/asia pacific/népal.toml")
    repo.commit(day="2018-02-15")

    found = past(repo, [JANUARY, FEBRUARY])

    assert completed(found) == {"2018-01": 0, "2018-02": 0}
    assert found.notes == ()


def test_branch_counts_from_its_merge_on(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-01-15")
    repo.git("checkout", "-qb", "side")
    repo.write("plans/nepal.toml", a_text(completed="2018-01-20"))
    repo.commit(day="2018-01-20")
    repo.git("checkout", "-q", "main")
    moment = {"GIT_COMMITTER_DATE": "2018-03-15T12:00:00+00:00"}
    repo.git("merge", "-q", "--no-ff", "side", "-m", "Merge", env=moment)
    repo.git("checkout", "-q", "--detach")

    assert completed(past(repo)) == {"2018-01": 0, "2018-02": 0, "2018-03": 1, "2018-04": 1}


def test_month_before_the_first_commit_has_no_point(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-03-10")

    found = past(repo)

    assert list(completed(found)) == ["2018-03", "2018-04"]
    assert the_one(found).gaps == (Gap((JANUARY, FEBRUARY), "its history begins on 2018-03-10"),)
    assert found.notes == (
        "nepal: no points from 2018-01-31 to 2018-02-28: its history begins on 2018-03-10",
    )


def test_plan_that_had_been_removed_for_a_time_has_no_point_then(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-01-15")
    repo.git("rm", "-q", "plans/nepal.toml")
    repo.commit(day="2018-02-15")
    repo.write("plans/nepal.toml", a_text(completed="2018-01-01"))
    repo.commit(day="2018-03-15")

    found = past(repo, [JANUARY, FEBRUARY, MARCH])

    assert completed(found) == {"2018-01": 0, "2018-03": 1}
    assert found.notes == ("nepal: no point at 2018-02-28: it had been removed",)


def test_version_that_was_broken_is_named_with_its_finding_and_the_rest_goes_on(
    repo: Repo,
) -> None:
    repo.write("plans/the plan.toml", a_text())
    repo.commit(day="2018-01-15")
    repo.write("plans/the plan.toml", BROKEN)
    commit = repo.commit(day="2018-02-15")[:7]
    repo.write("plans/the plan.toml", a_text(completed="2018-01-01"))
    repo.commit(day="2018-04-15")

    found = past(repo)

    assert completed(found) == {"2018-01": 0, "2018-04": 1}
    (failed,) = found.failed
    assert failed.place.shown == f"{commit}:plans/the plan.toml"
    assert failed.words.startswith("line 2: ")
    assert failed.hint == f'see it with: git show "{commit}:plans/the plan.toml"'
    assert [(each.rule, each.path) for each in failed.findings] == [
        ("toml-syntax", failed.place.shown)
    ]
    why = f"{failed.place.shown} could not be read"
    assert the_one(found).gaps == (Gap((FEBRUARY, MARCH), why),)


def test_plan_that_was_never_committed_has_no_points(repo: Repo) -> None:
    repo.commit(day="2018-01-15")
    repo.write("plans/nepal.toml", a_text())

    found = past(repo, [JANUARY])

    assert completed(found) == {}
    assert found.notes == ("nepal: no point at 2018-01-31: it was never committed",)


UNCOMMITTED = "nepal has changes that are not committed; they are not in these figures"


def test_what_is_not_committed_yet_is_not_counted_and_that_is_said(repo: Repo) -> None:
    path = repo.write("plans/nepal.toml", a_text())
    repo.write("plans/panama.toml", a_text())
    repo.commit(day="2018-01-15")
    path.write_text(a_text(completed="2018-01-01"), encoding="utf-8")

    found = past(repo, [MARCH])

    assert [each.points[0].completed for each in found.plans] == [0, 0]
    assert found.notes == (UNCOMMITTED,)


def test_file_that_was_written_anew_with_the_same_text_is_no_change(repo: Repo) -> None:
    path = repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-01-15")
    content = path.read_bytes()

    for same in (content, content.replace(b"\n", b"\r\n")):
        path.write_bytes(same)
        os.utime(path, (1, 1))
        assert past(repo, [MARCH]).notes == ()


def test_move_that_is_not_committed_yet_is_followed(repo: Repo) -> None:
    repo.write("plans/np.toml", a_text())
    repo.commit(day="2018-01-15")
    repo.git("mv", "plans/np.toml", "plans/nepal.toml")

    found = past(repo, [JANUARY])

    assert [each.plan_id for each in found.plans] == ["nepal"]
    assert (completed(found), found.notes) == ({"2018-01": 0}, ())

    path = repo.root / "plans/nepal.toml"
    path.write_text(a_text(completed="2018-01-01"), encoding="utf-8")

    assert completed(past(repo, [JANUARY])) == {"2018-01": 0}
    assert past(repo, [JANUARY]).notes == (UNCOMMITTED,)


MOVED = (
    '\n[[updates]]\nid = "moved"\nabout = "decree"\non = 2018-02-01\ntext = "Late"\n'
    "due_from = 2018-02-20\ndue_to = 2018-12-31\n"
)


def test_plan_its_slips_and_what_has_no_deadline_are_of_the_file_at_the_last_date(
    repo: Repo,
) -> None:
    without = a_text().replace("due = 2018-12-31\n", "").replace("A plan", "The first plan")
    repo.write("plans/nepal.toml", without)
    repo.commit(day="2018-01-15")
    repo.write("plans/nepal.toml", a_text() + MOVED)
    repo.commit(day="2018-03-10")

    def told(*dates: date) -> tuple[list[int | None], int | None, object]:
        trend = the_one(past(repo, dates))
        title = trend.plan.header.title
        return [slip.days for slip in trend.slips], trend.without_deadline, title

    assert told(JANUARY, FEBRUARY)[:2] == ([], 1)
    assert told(JANUARY, MARCH)[:2] == ([314], 0)
    assert told()[:2] == ([314], 0)
    assert told(JANUARY)[2] != told(MARCH)[2]


def test_moves_of_the_version_count_up_to_the_date(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text() + MOVED)
    repo.commit(day="2018-01-15")

    assert the_one(past(repo, [JANUARY])).slips == ()
    assert len(the_one(past(repo, [FEBRUARY])).slips) == 1


@pytest.mark.parametrize("after", [None, BROKEN], ids=["removed", "broken"])
def test_without_a_file_at_the_last_date_nothing_is_told_of_deadlines(
    repo: Repo, after: str | None
) -> None:
    path = repo.write("plans/nepal.toml", a_text() + MOVED)
    repo.commit(day="2018-02-15")
    path.write_text(after, encoding="utf-8") if after else path.unlink()
    repo.commit(day="2018-03-15")
    repo.write("plans/nepal.toml", a_text() + MOVED)
    repo.commit(day="2018-04-15")

    for dates in ([JANUARY], [FEBRUARY, MARCH]):
        trend = the_one(past(repo, dates))
        assert (trend.slips, trend.without_deadline, trend.ends_unknown) == ((), None, True)
    assert not the_one(past(repo, [MARCH, FEBRUARY, AS_OF])).ends_unknown


def test_shallow_clone_has_what_it_has_and_says_so(repo: Repo, tmp_path: Path) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-01-15")
    repo.write("plans/nepal.toml", a_text(completed="2018-01-01"))
    repo.commit(day="2018-03-15")
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "clone"))

    found = past(Repo(tmp_path / "clone"), [JANUARY, MARCH])

    assert completed(found) == {"2018-03": 1}
    gap, shallow = found.notes
    assert gap == "nepal: no point at 2018-01-31: its history begins on 2018-03-15"
    assert shallow.endswith("`git fetch --unshallow` brings what came before")


def test_several_plans_each_have_their_history(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-01-15")
    repo.write("plans/panama.toml", a_text(completed="2018-01-01"))
    repo.commit(day="2018-02-15")

    found = past(repo, [JANUARY, FEBRUARY])

    assert {each.plan_id: len(each.points) for each in found.plans} == {"nepal": 2, "panama": 1}


def test_plan_outside_the_folder_has_no_history_in_it(repo: Repo) -> None:
    repo.write("plans/nepal.toml", a_text())
    repo.commit(day="2018-01-15")
    outside = repo.write("drafts/draft.toml", a_text())

    found = past(repo, [MARCH], ["nepal", str(outside)])

    assert [len(each.points) for each in found.plans] == [1, 0]


def test_plans_in_no_folder_of_plans_have_no_history() -> None:
    with pytest.raises(OutsideError):
        past_trends(None, [a_loaded()], (), as_of=AS_OF)


def test_folder_in_no_repository_has_no_history(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()

    with pytest.raises(NoRepositoryError):
        past_trends(PlansFolder(tmp_path / "plans"), [], (), as_of=AS_OF)
