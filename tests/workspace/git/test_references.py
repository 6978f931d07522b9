"""The names that commits have."""

from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.git.references import reference_names
from ogdplan.workspace.git.repository import repository_of
from repositories import Repo


def test_branches_and_tags_have_the_names_that_people_write(repo: Repo) -> None:
    repo.commit()
    repo.git("branch", "topic/naïve")
    repo.git("tag", "v1.0")

    found = reference_names(repository_of(PlansFolder(repo.root / "plans")))

    assert found == ("main", "topic/naïve", "v1.0")
