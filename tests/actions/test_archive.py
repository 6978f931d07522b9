"""Plan files as git has stored them."""

from pathlib import Path

from ogdplan.actions.archive import Differing, PlanFile, archive_of
from ogdplan.workspace.folder import PlanPath, PlansFolder
from repositories import Repo


def place(repo: Repo, plan_id: str) -> PlanPath:
    shown = f"plans/{plan_id}.toml"
    return PlanPath(plan_id, repo.root / shown, shown)


def test_plans_that_differ_are_read_where_they_are(repo: Repo) -> None:
    repo.write("plans/nepal.toml", "a = 1\n")
    repo.write("plans/same.toml", "same = 1\n")
    repo.commit()
    repo.write("plans/nepal.toml", "a = 2\n")
    repo.commit()
    repo.write("plans/nepal.toml", "a = 3\n")
    repo.write("plans/brazil/saude.toml", "new = 1\n")

    with archive_of(PlansFolder(repo.root / "plans")) as archive:
        first, second = archive.commit("HEAD~1"), archive.commit("HEAD")
        stored = archive.differences(first, second)
        on_disk = archive.differences(first, None)

    nepal = place(repo, "nepal")
    assert stored.plans == (Differing(PlanFile(nepal, b"a = 1\n"), PlanFile(nepal, b"a = 2\n")),)
    assert on_disk.plans == (
        Differing(None, PlanFile(place(repo, "brazil/saude"), b"new = 1\n"), is_tracked=False),
        Differing(PlanFile(nepal, b"a = 1\n"), PlanFile(nepal, b"a = 3\n")),
    )


def test_plans_of_a_commit_are_read_though_they_are_gone(repo: Repo) -> None:
    path = repo.write("plans/nepal.toml", "a = 1\n")
    repo.commit()
    Path(path).unlink()

    with archive_of(PlansFolder(repo.root / "plans")) as archive:
        found = archive.plans_at(archive.commit("HEAD"))

    assert found == (PlanFile(place(repo, "nepal"), b"a = 1\n"),)
