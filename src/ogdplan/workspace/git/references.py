"""The names that commits have in a repository: branches and tags."""

from ogdplan.workspace.git.process import run
from ogdplan.workspace.git.repository import Repository


def reference_names(repository: Repository) -> tuple[str, ...]:
    """Return the names of branches and tags, as people write them."""
    arguments = ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags"]
    names = run(repository.root, arguments).decode("utf-8", "replace").splitlines()
    return tuple(sorted(names))
