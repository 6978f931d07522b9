"""docs/safety.md#html: a page is built of our own elements alone, whatever plans say."""

from pathlib import Path

import pytest

from cli.asking import ask
from cli.voices import check_html
from repositories import Repo
from safety.commands import DAY, HTML


@pytest.mark.parametrize("words", HTML, ids=" ".join)
def test_page_runs_nothing_and_fetches_nothing(history: Repo, words: tuple[str, ...]) -> None:
    answer = ask(*words, *DAY)

    assert answer.code in (0, 1), answer.err
    check_html(answer.out)


def test_no_page_of_a_site_runs_anything(history: Repo, tmp_path: Path) -> None:
    answer = ask("site", "--output", str(tmp_path / "site"), *DAY)

    assert answer.code in (0, 1), answer.err
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 5
    for page in pages:
        check_html(page.read_text(encoding="utf-8"))
