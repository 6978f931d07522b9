import pytest

from builders import a_plan
from ogdplan.report.meeting.parts import notes, shortened
from ogdplan.report.meeting.teller import Teller, Told, teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import EMPTY, Cell
from ogdplan.report.segments import Segment, Style, words

TOML = """
[plan]
title = "Un plan"
languages = ["es", "en"]
[[institutions]]
id = "office"
name = "La oficina"
acronym = "OF"
sector = "government"
contact = "office@example.org"
[[institutions]]
id = "other"
name.en = "The other"
sector = "government"
[[milestones]]
id = "both"
title.es = "Dos"
title.en = "Two"
note = "Igual"
[[milestones]]
id = "plain"
title = "Una"
note = "Igual"
[[milestones]]
id = "bare"
title = "Sola"
"""


def teller(language: str | None = None, *, public: bool = False) -> Teller:
    return teller_of(a_plan(TOML), Wishes(language=language, public=public))


@pytest.mark.parametrize(
    ("language", "index", "told"),
    [
        (None, 0, Told("Dos", "es")),
        (None, 1, Told("Una", "es")),
        ("es", 0, Told("Dos")),
        ("es-PA", 0, Told("Dos")),
        ("en", 0, Told("Two")),
        ("en", 1, Told("Una", "es", is_fallback=True)),
        ("ne", 0, Told("Dos", "es", is_fallback=True)),
    ],
)
def test_text_says_its_language_where_it_is_not_that_of_the_report(
    language: str | None, index: int, told: Told
) -> None:
    found = teller(language)

    assert found.told(found.plan.milestones[index].title) == told


def test_only_a_text_in_another_language_than_was_asked_for_is_marked() -> None:
    assert Told("Una", "es").marked == "Una"
    assert Told("Una", "es", is_fallback=True).marked == "Una [es]"


def test_cells_and_segments_carry_mark_and_language() -> None:
    found = teller("en")
    title = found.plan.milestones[1].title

    assert found.cell(title, Style.LATE, "▲") == Cell("Una [es]", Style.LATE, "▲", language="es")
    assert found.cell(None) == EMPTY
    assert found.segment(title) == Segment("Una [es]", language="es")
    assert found.text(title) == "Una"


def test_institution_goes_by_its_acronym_else_its_name_else_its_id() -> None:
    found = teller()

    assert [found.institution(each) for each in ("office", "other", "gone", None)] == [
        "OF",
        "The other",
        "gone",
        "",
    ]


def test_contact_and_notes_are_not_for_the_public() -> None:
    inside, public = teller(), teller(public=True)
    record = inside.plan.milestones[0]

    assert (inside.contact("office"), public.contact("office")) == ("office@example.org", "")
    assert (inside.contact("other"), inside.contact(None)) == ("", "")
    assert (inside.note(record), public.note(record)) == (record.note, None)


def test_equal_notes_are_told_once() -> None:
    (block,) = notes(teller(), teller().plan.milestones)

    assert [words(line) for line in block.lines] == ["Note on “Dos” and “Una”: Igual"]
    assert notes(teller(public=True), teller().plan.milestones) == ()


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("four words of text", "four words of text"),
        ("four words, of text more", "four words …"),
        ("oneverylongwordwithoutblank", "oneverylongwordwit …"),
    ],
)
def test_long_words_are_cut_between_two_of_them(text: str, short: str) -> None:
    assert shortened(text, 18 if " of text more" not in text else 12) == short
