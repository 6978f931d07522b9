import pytest

from builders import a_plan
from looking import plan_of_indicators
from ogdplan.compare.sides import Side, label, one_line, quoted, shortened
from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import Framework, PlanKind, Status


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Status.NOT_STARTED, "not started"),
        (PlanKind.NATIONAL_OGD, "national OGD plan"),
        (PlanKind.OGP_NATIONAL, "OGP national plan"),
        (Framework("irm"), "IRM"),
        (Framework("odb"), "Open Data Barometer"),
    ],
)
def test_label_reads_inside_a_sentence(term: Term, words: str) -> None:
    assert label(term) == words


def test_every_kind_of_line_end_goes() -> None:
    assert one_line(" a\r\nb\x0bc\x85d\u2028e\u2029f ") == "a b c d e f"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
        ("x" * 60 + " " + "y" * 60, "x" * 60 + "…"),
        ("x" * 20 + " " + "y" * 90, "x" * 20 + " " + "y" * 58 + "…"),
        ("x" * 79 + " y", "x" * 79 + "…"),
        ("a\nb", "a b"),
    ],
)
def test_long_text_is_cut_between_words_where_it_can_be(text: str, short: str) -> None:
    assert shortened(text) == short
    assert quoted(text) == f'"{short}"'


def test_title_is_in_the_first_language_of_the_plan() -> None:
    plan = a_plan("""
        [plan]
        title.en = "A plan"
        title.es = "Un plan"
        languages = ["es", "en"]
        [[measurements]]
        id = "m"
        indicator = "users"
        on = "2018"
        value = 4.5
    """)
    side = Side(plan)

    assert side.title(plan.header) == "Un plan"
    assert side.title(plan.measurements[0]) == "4.5"


def test_plan_as_a_whole_has_no_title_of_its_own() -> None:
    plan = a_plan()

    with pytest.raises(TypeError, match="Plan has no title"):
        Side(plan).title(plan)


def test_titles_are_found_in_few_steps_however_many_are_asked_for() -> None:
    seen: list[str] = []
    side = Side(plan_of_indicators(300, seen))

    assert [side.title_of(f"i{n}") for n in range(300)] == [f'"{n}"' for n in range(300)]
    assert len(seen) < 3_000
