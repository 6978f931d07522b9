"""The colours of the page stand out from what lies behind them, by light and by dark."""

import re
from importlib.resources import files

import pytest

from ogdplan.reference import sdg
from ogdplan.report.html.drawings.goals import BLACK, WHITE, contrast

STYLE = (files("ogdplan.report.html") / "templates" / "style.css").read_text(encoding="utf-8")

TEXTS = ("ink", "soft", "accent", "done", "good", "risk", "late", "gone")
GRAPHICS = ("edge", "accent", "plan", "done", "good", "risk", "late", "gone", "ink")


def palettes() -> list[dict[str, str]]:
    """Return the colours by name: those of the light page, then those of the dark one."""
    blocks = [block for block in re.findall(r":root\{([^}]*)\}", STYLE) if "--paper" in block]
    return [dict(re.findall(r"--([a-z]+):(#[0-9a-f]+)", block)) for block in blocks]


def full(colour: str) -> str:
    """Return `#fff` as `#ffffff`."""
    return colour if len(colour) == 7 else "#" + "".join(2 * each for each in colour[1:])


@pytest.mark.parametrize("palette", palettes(), ids=("light", "dark"))
@pytest.mark.parametrize("behind", ["paper", "sheet"])
def test_texts_and_graphics_can_be_seen(palette: dict[str, str], behind: str) -> None:
    ground = full(palette[behind])

    assert [n for n in TEXTS if contrast(full(palette[n]), ground) < 4.5] == []
    assert [n for n in GRAPHICS if contrast(full(palette[n]), ground) < 3] == []


def test_both_palettes_have_every_colour_that_is_used() -> None:
    light, dark = palettes()

    assert light.keys() == dark.keys() == set(re.findall(r"var\(--([a-z]+)\)", STYLE))


@pytest.mark.parametrize("goal", sdg.goals(), ids=lambda goal: str(goal.number))
def test_words_on_the_colour_of_a_goal_can_be_read(goal: sdg.SdgGoal) -> None:
    assert max(contrast(goal.colour, WHITE), contrast(goal.colour, BLACK)) >= 4.5


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert ".on-dark{color:#fff}.on-light{color:#111}" in STYLE
