from datetime import date

import pytest

from builders import a_plan
from builders_loaded import a_loaded
from ogdplan.actions.naming import find
from ogdplan.actions.records import Hit, card, keep, referrers, search, search_all
from ogdplan.errors import AmbiguousNameError, UnknownNameError
from ogdplan.model.kinds import kind_named

AS_OF = date(2018, 6, 30)
TOML = """
[[institutions]]
id = "nic"
name = "National Information Commission"
acronym = "NIC"
sector = "government"

[[commitments]]
id = "law"
number = "1"
title = "Law"
lead = "nic"

[[milestones]]
id = "draft"
number = "1.1"
title = { en = "Draft", es = "Borrador único" }
commitment = "law"
expected_output = "Text in Kathmandu"

[[milestones]]
id = "draft-two"
number = "2"
title = "Second draft"
depends_on = ["draft"]

[[challenges]]
id = "paper"
title = "x"
category = "other"
"""
PLAN = a_plan(TOML)


def found(name: str, kind: str | None = None) -> str:
    return find(PLAN, name, plan_id="nepal", kind=kind_named(kind) if kind else None).id


@pytest.mark.parametrize(
    ("name", "record_id"),
    [
        ("draft", "draft"),
        ("1.1", "draft"),
        ("1", "law"),
        ("2", "draft-two"),
        ("draft-", "draft-two"),
        ("pap", "paper"),
    ],
)
def test_record_is_named_by_id_then_number_then_beginning(name: str, record_id: str) -> None:
    assert found(name) == record_id


def test_kind_narrows_what_a_name_may_mean() -> None:
    assert found("draft", "milestone") == "draft"
    assert found("l", "commitment") == "law"
    with pytest.raises(UnknownNameError) as caught:
        found("law", "milestone")
    assert caught.value.message == 'no milestone called "law" in nepal'
    assert caught.value.hint == "`ogdplan milestone list nepal` lists them"


def test_number_of_several_records_is_ambiguous() -> None:
    plan = a_plan(
        "".join(
            f'[[next_steps]]\nid = "{name}"\nnumber = "7"\ntitle = "A"\n' for name in ("a", "ab")
        )
    )

    with pytest.raises(AmbiguousNameError) as caught:
        find(plan, "7", plan_id="nepal")
    assert caught.value.message == '"7" fits more than one record: a, ab'


def test_name_like_another_leads_to_it() -> None:
    with pytest.raises(UnknownNameError) as caught:
        found("drfat")

    assert caught.value.message == 'no record called "drfat" in nepal'
    assert caught.value.hint == "did you mean draft?"


def test_referrers_are_in_the_order_of_the_file_with_their_field() -> None:
    assert [(each.record.id, each.field) for each in referrers(PLAN, "nic")] == [("law", "lead")]
    assert [(each.record.id, each.field) for each in referrers(PLAN, "draft")] == [
        ("draft-two", "depends_on")
    ]
    assert referrers(PLAN, "paper") == ()


def test_card_has_the_record_at_the_date_and_its_referrers() -> None:
    found_card = card(a_loaded(TOML), "law", kind=None, as_of=AS_OF)

    assert (found_card.kept.plan_id, found_card.kept.record.id) == ("nepal", "law")
    assert found_card.kept.progress.as_of == AS_OF
    assert [each.record.id for each in found_card.referrers] == ["draft"]


def hits(*words: str) -> list[tuple[str, str]]:
    return [(hit.record.id, hit.field) for hit in search(PLAN, words, None)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["draft"], [("draft", "title"), ("draft-two", "title")]),
        (["BORRADOR", "unico"], [("draft", "title")]),
        (["kathmandu"], [("draft", "expected_output")]),
        (["draft", "kathmandu"], [("draft", "title")]),
        (["1.1"], [("draft", "number")]),
        (["nic"], [("nic", "id"), ("draft", "title")]),
        (["government"], []),
        (["law", "commission"], []),
    ],
)
def test_all_words_have_to_occur_in_one_record(
    words: list[str], expected: list[tuple[str, str]]
) -> None:
    assert hits(*words) == expected


def test_references_and_vocabularies_are_no_text() -> None:
    assert hits("other") == []
    assert [record_id for record_id, _ in hits("law")] == ["law"]


def test_hit_shows_the_wording_that_has_most_of_the_words() -> None:
    (hit,) = search(PLAN, ["borrador", "unico", "text"], None)

    assert hit == Hit(PLAN.milestones[0], "title", "Borrador único")


def test_marks_of_hangul_and_indic_scripts_are_found_as_written() -> None:
    plan = a_plan('[[lessons]]\nid = "a"\ntitle = "데이터 तथ्याङ्क"\ncategory = "other"\n')

    assert [hit.record.id for hit in search(plan, ["데이터", "तथ्याङ्क"], None)] == ["a"]


def test_hits_of_all_plans_come_in_their_order() -> None:
    plans = [a_loaded(TOML, "b"), a_loaded(TOML, "a")]

    assert [each.plan_id for each in search_all(plans, ["kathmandu"], None)] == ["b", "a"]


def kept(kind: str, **filters: str) -> list[str]:
    found_records = keep([a_loaded(TOML)], kind_named(kind), filters, as_of=AS_OF)
    return [each.record.id for each in found_records]


def test_lead_of_a_milestone_may_be_that_of_its_commitment() -> None:
    assert kept("milestone", lead="nic") == ["draft"]
    assert kept("milestone", lead="NIC") == ["draft"]
    assert kept("commitment", lead="nic") == ["law"]


def test_institution_that_no_plan_has_is_refused() -> None:
    with pytest.raises(UnknownNameError) as caught:
        kept("milestone", lead="nci")
    assert caught.value.message == 'no institution called "nci" in nepal'

    plans = [a_loaded(TOML, "a"), a_loaded(TOML, "b")]
    with pytest.raises(UnknownNameError, match="in these plans"):
        keep(plans, kind_named("milestone"), {"lead": "zzz"}, as_of=AS_OF)


def test_no_plans_have_nothing_and_refuse_nothing() -> None:
    assert keep([], kind_named("milestone"), {"lead": "zzz"}, as_of=AS_OF) == ()


def test_no_filter_keeps_all() -> None:
    assert kept("milestone") == ["draft", "draft-two"]
