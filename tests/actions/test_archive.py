"""Plan files as git has stored them."""

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


def test_plan_that_was_moved_is_known_by_where_it_is_now(repo: Repo) -> None:
    repo.write("plans/np.toml", "a = 1\n" * 20)
    repo.write("plans/gone.toml", "gone = 1\n")
    repo.commit()
    repo.git("mv", "plans/np.toml", "plans/nepal.toml")
    repo.git("rm", "-q", "plans/gone.toml")
    repo.commit()

    with archive_of(PlansFolder(repo.root / "plans")) as archive:
        found = archive.differences(archive.commit("HEAD~1"), archive.commit("HEAD"))

    assert found.earlier == {place(repo, "nepal"): PlanFile(place(repo, "np"), b"a = 1\n" * 20)}


def test_plan_in_a_commit_is_found_by_its_place(repo: Repo) -> None:
    repo.write("plans/nepal.toml", "a = 1\n")
    repo.commit()
    outside = PlanPath("peru", repo.root.parent / "peru.toml", "peru.toml")

    with archive_of(PlansFolder(repo.root / "plans")) as archive:
        head = archive.commit("HEAD")
        found = [archive.blob_of(each, head) for each in (place(repo, "nepal"), outside)]

    assert found == [repo.git("rev-parse", "HEAD:plans/nepal.toml").strip(), None]


def test_lines_of_a_file_are_the_same_whatever_ends_them(repo: Repo) -> None:
    nepal = place(repo, "nepal")

    assert PlanFile(nepal, b"a = 1\r\nb = 2\n").lines == b"a = 1\nb = 2\n"
