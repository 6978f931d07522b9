"""Every page of a site as a browser shows it."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.pages import NARROW, PHONE, WIDE, Scheme, opened
from cli.asking import ask
from cli.sites import broken_links, pages
from hostile_page import SHOWN, hostile_plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.programs

PLANS = Path(__file__).parents[2] / "plans"
DAY = "2018-06-30"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of the shipped plans, a hostile one, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(PLANS, folder / "plans")
    (folder / "plans" / "hostile.toml").write_text(hostile_plan(), encoding="utf-8")
    (folder / "plans" / "broken.toml").write_text("format = 1\n[plan\n", encoding="utf-8")
    words = ("--plans", str(folder / "plans"), "--output", str(folder / "site"), "--as-of", DAY)
    assert ask("site", *words).code == 1
    return folder / "site"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_pages_keep_the_rules_of_accessibility_and_are_not_wider_than_the_window(
    browser: "Browser", site: Path, size: tuple[int, int], scheme: Scheme
) -> None:
    found = {}
    for name in pages(site):
        with opened(browser, site / name, size, scheme) as each:
            found[name] = each.violations() + ["it is too wide"] * (each.overflow > 0)

    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) >= 17


def test_pages_are_not_wider_than_the_narrowest_window(browser: "Browser", site: Path) -> None:
    found = {}
    for name in pages(site):
        with opened(browser, site / name, NARROW) as each:
            found[name] = each.overflow

    assert found == dict.fromkeys(found, 0)


def test_pages_need_nothing_but_themselves_and_run_nothing(browser: "Browser", site: Path) -> None:
    for name in pages(site):
        with opened(browser, site / name) as found:
            assert found.requests == [(site / name).as_uri()]
            assert (found.complaints, found.dialogs) == ([], [])
            assert found.page.evaluate("document.scripts.length + document.images.length") == 0
            assert found.page.evaluate("window.fired") is None


@pytest.mark.parametrize("name", ["index.html", "lessons.html", "plans/hostile.html"])
def test_hostile_texts_are_seen_as_texts(browser: "Browser", site: Path, name: str) -> None:
    with opened(browser, site / name) as found:
        assert SHOWN in found.page.locator("body").inner_text()
        assert "\u202e" not in found.page.content()


def test_person_finds_the_way_from_page_to_page(browser: "Browser", site: Path) -> None:
    with opened(browser, site / "index.html") as found:
        page = found.page
        page.get_by_role("link", name="Nepal", exact=True).first.click()
        assert page.url == (site / "plans" / "nepal.html").as_uri()
        page.get_by_role("link", name="All plans").click()
        page.get_by_role("link", name="Open data plan of the Ministry of Planning").first.click()
        assert page.url == (site / "plans" / "brazil" / "planejamento.html").as_uri()
        page.get_by_role("link", name="SDGs").first.click()
        assert page.url == (site / "sdgs.html").as_uri()
        assert page.locator("nav.site [aria-current=page]").inner_text() == "SDGs"


def test_links_of_hostile_plans_lead_nowhere_either(site: Path) -> None:
    assert broken_links(site) == []
