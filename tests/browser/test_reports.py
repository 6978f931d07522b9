"""Reports as a browser shows and prints them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.pages import NARROW, PHONE, WIDE, Opened, Scheme, opened
from cli.asking import ask
from hostile_page import SHOWN, hostile_plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.programs

PLANS = Path(__file__).parents[2] / "plans"
SHIPPED = tuple(
    sorted(path.relative_to(PLANS).with_suffix("").as_posix() for path in PLANS.rglob("*.toml"))
)
DAY = "2018-06-30"

REPORTS = {
    "panama": ("panama",),
    "brazil": ("brazil",),
    "uruguay": ("uruguay",),
    "several": ("panama", "nepal"),
    "one-page": ("panama", "--one-page"),
    "spanish": ("uruguay", "--lang", "es"),
    "right-to-left": ("nepal", "--lang", "ar"),
    "hostile": ("hostile",),
    "hostile-one-page": ("hostile", "--one-page"),
    "hostile-right-to-left": ("hostile", "--lang", "ar"),
    "weights": ("weights",),
    "weights-in-french": ("weights", "--lang", "fr"),
}

# Milestones of no commitment: the table of commitments has too few columns to become cards.
WEIGHTS = """\
format = 1
[plan]
title = "Weights"
country = "PAN"
kind = "national-ogd"
stage = "adopted"
start = "2017"
end = "2017"
lead = "aig"
[[institutions]]
id = "aig"
name = "Authority"
sector = "government"
[[milestones]]
id = "light"
title = "Publish the budget"
due = "2017-05"
weight = 1
[[milestones]]
id = "heavy"
title = "Publish the contracts"
due = "2017-08"
weight = 4
"""

Look = tuple[tuple[int, int], Scheme]
LOOKS: tuple[Look, ...] = ((WIDE, "light"), (PHONE, "dark"), (WIDE, "dark"), (PHONE, "light"))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
TABLET = (660, 900)
IN_EVERY_LOOK = ("panama", "brazil", "uruguay", "hostile", "one-page")


def looks() -> Iterator[tuple[str, Look]]:
    """Yield each report with the looks it is tried in: for some of them, two are enough."""
    for name in REPORTS:
        for look in LOOKS if name in IN_EVERY_LOOK else LOOKS[:2]:
            yield name, look


@pytest.fixture(scope="session")
def folder(reports: Path) -> Path:
    """Return a folder with the plans of the repository, the hostile one, and that of weights."""
    plans = reports / "plans"
    plans.mkdir()
    for path in PLANS.rglob("*.toml"):
        copy = plans / path.relative_to(PLANS)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (plans / "hostile.toml").write_text(hostile_plan(), encoding="utf-8")
    (plans / "weights.toml").write_text(WEIGHTS, encoding="utf-8")
    return plans


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest, folder: Path) -> Path:
    """Return each of the reports as a file."""
    return written(request.param, folder)


def written(name: str, folder: Path) -> Path:
    """Return the file of a report, written once."""
    path = folder.parent / f"{name}.html"
    if not path.exists():
        place = ("--plans", str(folder), "--as-of", DAY, "--output", str(path))
        answer = ask("report", *REPORTS[name], *place)
        assert answer.code == 0, answer.err
    return path


@pytest.mark.parametrize(("name", "look"), tuple(looks()), ids=str)
def test_report_keeps_the_rules_of_accessibility(
    browser: "Browser", folder: Path, name: str, look: Look
) -> None:
    with opened(browser, written(name, folder), *look) as found:
        found.page.evaluate(
            "for (const each of document.querySelectorAll('details')) each.open = 1"
        )

        assert found.violations() == []
        assert found.overflow == 0


@pytest.mark.parametrize("size", [NARROW, PHONE], ids=["narrow", "phone"])
def test_report_and_its_tables_are_not_wider_than_a_phone(
    browser: "Browser", report: Path, size: tuple[int, int]
) -> None:
    script = """
        [...document.querySelectorAll('.table')].filter(
            each => each.scrollWidth > each.clientWidth + 1
        ).length
    """
    with opened(browser, report, size) as found:
        assert found.overflow == 0
        assert found.page.evaluate(script) == 0


def test_report_needs_nothing_but_itself(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as found:
        assert found.requests == [report.as_uri()]
        assert found.complaints == []
        assert found.dialogs == []


@pytest.mark.parametrize("name", ["hostile", "hostile-one-page", "hostile-right-to-left"])
def test_hostile_plan_runs_nothing_and_is_seen_as_text(
    browser: "Browser", folder: Path, name: str
) -> None:
    with opened(browser, written(name, folder)) as found:
        page = found.page
        page.mouse.move(200, 200)
        page.keyboard.press("Tab")
        everything = page.locator("body").inner_text()

        assert found.dialogs == []
        assert page.evaluate("window.fired") is None
        assert page.evaluate("document.scripts.length + document.images.length") == 0
        assert page.evaluate(
            "[...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames())"
            ".filter(name => name.startsWith('on')).length"
        ) == 0  # fmt: skip
        assert page.evaluate(
            "[...document.links].filter(each => !/^(https?|file):/.test(each.href)).length"
        ) == 0  # fmt: skip
        assert page.title().startswith(SHOWN)
        assert SHOWN in everything
        assert (
            "{{7*7}} {% raw %} ]]> <!-- &lt;b&gt; \\u001b[2J \\u202egnp.exe \\u0000" in everything
        )
        assert not re.search("[\x1b\u202e\x00]", page.content())


@pytest.mark.parametrize("name", ["panama", "uruguay"])
def test_rows_of_wide_tables_are_cards_on_a_phone_and_still_a_table_to_screen_readers(
    browser: "Browser", folder: Path, name: str
) -> None:
    with opened(browser, written(name, folder), PHONE) as found:
        page = found.page
        beyond = (
            "[...document.querySelectorAll('[role=region]')]"
            ".filter(each => each.scrollWidth > each.clientWidth).length"
        )
        assert page.evaluate(beyond) == 0
        table = page.locator("table.wide").first
        row = table.get_by_role("row").nth(1)
        cell = row.get_by_role("cell").first
        assert row.get_by_role("rowheader").count() == 1
        heads = table.get_by_role("columnheader").all_inner_texts()
        assert cell.get_attribute("data-label") in heads
        label = cell.evaluate("each => getComputedStyle(each, '::before').content")
        assert label.strip('"') in heads


def test_words_of_a_drawing_begin_at_their_place_in_a_page_from_right_to_left(
    browser: "Browser", folder: Path
) -> None:
    script = """
        [...document.querySelectorAll('.picture svg > text[text-anchor=start]')].map(each => {
            const place = each.x.baseVal[0].value + each.ownerSVGElement.getBoundingClientRect().x;
            return Math.round(each.getBoundingClientRect().left - place);
        })
    """
    with opened(browser, written("right-to-left", folder)) as found:
        off = found.page.evaluate(script)

        assert off
        assert {abs(each) <= 1 for each in off} == {True}


def test_cards_of_a_page_from_right_to_left_have_all_their_words_on_one_side(
    browser: "Browser", folder: Path
) -> None:
    script = """
        [...document.querySelectorAll('.wide tbody :is(th, td)')].map(
            each => getComputedStyle(each).textAlign
        )
    """
    with opened(browser, written("right-to-left", folder), PHONE) as found:
        assert set(found.page.evaluate(script)) == {"right"}


def test_what_scrolls_has_a_shadow_where_it_goes_on(browser: "Browser", folder: Path) -> None:
    for scheme in SCHEMES:
        with opened(browser, written("panama", folder), TABLET, scheme) as found:
            style = "getComputedStyle(document.querySelector('[role=region]'))"
            shown = found.page.evaluate(f"{style}.backgroundAttachment")
            assert shown == "local, local, scroll, scroll"


def test_keys_reach_what_scrolls_and_it_is_seen(browser: "Browser", folder: Path) -> None:
    with opened(browser, written("panama", folder), TABLET) as found:
        page = found.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        region = page.locator("[role=region]").first
        region.focus()
        page.keyboard.press("ArrowRight")
        # Scrolling takes some frames; the page forbids the script that would wait inside it.
        for _ in range(50):
            if page.evaluate("document.activeElement.scrollLeft > 0"):
                break
            page.wait_for_timeout(100)
        else:
            pytest.fail("the region does not scroll")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"


@pytest.mark.parametrize("language", ["en", "es"])
def test_one_page_of_every_plan_prints_on_one_page(
    browser: "Browser", folder: Path, language: str
) -> None:
    found = {}
    for plan in SHIPPED:
        path = folder.parent / f"{plan.replace('/', '-')}-{language}-one.html"
        words = ("report", plan, "--one-page", "--lang", language, "--plans", str(folder))
        assert ask(*words, "--as-of", DAY, "--output", str(path)).code == 0
        with opened(browser, path) as each:
            found[plan] = (pages_of(each.page.pdf(prefer_css_page_size=True)), clipped(each))

    assert found == dict.fromkeys(SHIPPED, (1, 0))


def test_one_page_of_several_plans_prints_a_page_each(browser: "Browser", folder: Path) -> None:
    path = folder.parent / "all-one.html"
    words = ("report", *SHIPPED, "--one-page", "--plans", str(folder), "--as-of", DAY)
    assert ask(*words, "--output", str(path)).code == 0

    with opened(browser, path) as found:
        # The plans side by side have a page of their own, before the others.
        assert pages_of(found.page.pdf(prefer_css_page_size=True)) == len(SHIPPED) + 1
        assert clipped(found) == 0


def test_one_page_of_too_much_flows_on_and_nothing_is_lost(
    browser: "Browser", folder: Path
) -> None:
    with opened(browser, written("hostile-one-page", folder)) as found:
        found.page.evaluate("document.querySelector('main').style.minHeight = '400mm'")

        assert pages_of(found.page.pdf(prefer_css_page_size=True)) == 2
        assert clipped(found) == 0


def test_report_prints_its_headings_and_no_more_pages_than_it_needs(
    browser: "Browser", folder: Path
) -> None:
    with opened(browser, written("panama", folder)) as found:
        pdf = found.page.pdf(prefer_css_page_size=True, outline=True, tagged=True)

        assert 4 <= pages_of(pdf) <= 9
        headings = found.page.locator("main h2").all_inner_texts()
        assert len(headings) >= 8
        for heading in headings:
            assert heading.encode("utf-16-be") in pdf or heading.encode() in pdf


def test_print_leaves_no_heading_of_a_drawing_alone_at_the_foot_of_a_page(
    browser: "Browser", folder: Path
) -> None:
    script = """
        [...document.querySelectorAll('.time-line :is(figcaption, .row.axis, .row.head)')].map(
            each => getComputedStyle(each).breakAfter
        )
    """
    with opened(browser, written("panama", folder)) as found:
        found.page.emulate_media(media="print")

        assert set(found.page.evaluate(script)) == {"avoid"}
        caption = "getComputedStyle(document.querySelector('figcaption')).breakInside"
        assert found.page.evaluate(caption) == "avoid"


def test_print_is_light_and_shows_no_signposts(browser: "Browser", folder: Path) -> None:
    with opened(browser, written("panama", folder), scheme="dark") as found:
        found.page.emulate_media(media="print", color_scheme="dark")

        colour = found.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert colour == "rgb(255, 255, 255)"
        assert not found.page.locator(".contents").is_visible()
        assert not found.page.locator(".skip").is_visible()


def clipped(found: Opened) -> int:
    """Return how many parts of a printed page are cut off where they end."""
    found.page.emulate_media(media="print")
    script = """
        [...document.querySelectorAll('html, body, body *:not(.unseen, svg, svg *)')].filter(
            each => getComputedStyle(each).overflowY !== 'visible'
                && each.scrollHeight > each.clientHeight + 1
        ).length
    """
    return int(found.page.evaluate(script))


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has, by its page objects."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
