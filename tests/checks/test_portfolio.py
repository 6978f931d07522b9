import pickle
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_plan
from ogdplan.checks.portfolio import Card, card_of, check
from ogdplan.findings import Place, Problem
from ogdplan.planfile.shape import Faulty


def cards(**plans: str) -> dict[str, Card]:
    """Return the cards of plans by their id; each is given as lines of `[plan]` and more."""
    return {
        plan_id.replace("__", "/"): card_of(plan_id.replace("__", "/"), a_plan(f"[plan]\n{toml}"))
        for plan_id, toml in plans.items()
    }


def found(own: dict[str, Card], *unread: str) -> dict[str, list[str]]:
    """Return the rules of the problems of each plan, advice left out."""
    problems = check(own, (*own, *unread))
    rules = {
        plan_id: [each.rule.slug for each in problems[plan_id] if each.rule.session is None]
        for plan_id in problems
    }
    return {plan_id: slugs for plan_id, slugs in rules.items() if slugs}


def test_card_says_what_other_plans_need() -> None:
    plan = a_plan("""
        [plan]
        lead = "office"
        country = "BRA"
        kind = "agency"
        parent = "brazil"
        previous = "brazil/old"
        start = "2017"
        [[milestones]]
        id = "portal"
        title = "Portal"
        contributes_to = "brazil#portal"
        [[lessons]]
        id = "ask"
        title = "Ask"
        category = "other"
        applied_in = ["india#a", "nepal#b"]
    """)

    card = card_of("brazil/health", plan)

    assert (card.country, card.kind, card.stage) == ("BRA", "agency", "adopted")
    assert (card.parent, card.previous) == ("brazil", "brazil/old")
    assert (str(card.start), card.end) == ("2017", None)
    assert card.record_ids == frozenset({"office", "portal", "ask"})
    assert [tuple(link) for link in card.far_links] == [
        (("milestones", 0, "contributes_to"), "portal", "contributes_to", "brazil#portal"),
        (("lessons", 0, "applied_in", 0), "ask", "applied_in", "india#a"),
        (("lessons", 0, "applied_in", 1), "ask", "applied_in", "nepal#b"),
    ]
    assert pickle.loads(pickle.dumps(card)) == card


@pytest.mark.parametrize(
    "field", ["country", "kind", "stage", "start", "end", "parent", "previous"]
)
def test_card_leaves_out_a_value_with_an_error(field: str) -> None:
    plan = a_plan('[plan]\nstart = "2017"\nend = "2018"\nparent = "a"\nprevious = "b"')

    sound = card_of("x", plan)
    spoilt = card_of("x", plan, frozenset({Faulty("plan", None, field)}))

    assert getattr(sound, field) is not None
    assert getattr(spoilt, field) is None
    assert card_of("x", plan, frozenset({Faulty("plan")})).kind is None


def test_card_knows_no_records_while_ids_are_wrong() -> None:
    assert card_of("x", a_plan(), frozenset({Faulty("milestones", 2, "id")})).record_ids is None


def test_record_without_id_refers_without_a_made_up_one() -> None:
    plan = a_plan('[[milestones]]\nid = "faulty-milestones-0"\ntitle = "M"\ncontributes_to = "b#x"')

    card = card_of("a", plan, frozenset({Faulty("milestones", 0, "id")}))

    assert [link.record for link in card.far_links] == [None]


def test_record_of_a_plan_with_wrong_ids_may_exist() -> None:
    own = cards(a='[[milestones]]\nid = "m"\ntitle = "M"\ncontributes_to = "b#portal"')
    other = card_of("b", a_plan(), frozenset({Faulty("milestones", 2, "id")}))

    assert found({**own, "b": other}) == {}
    assert found({**own, "b": card_of("b", a_plan())}) == {"a": ["unknown-reference"]}


def test_plan_that_could_not_be_read_is_known() -> None:
    own = cards(a='kind = "agency"\nparent = "b"\nprevious = "c"')

    assert found(own) == {"a": ["unknown-plan", "unknown-plan"]}
    assert found(own, "b") == {"a": ["unknown-plan"]}
    assert found(own, "b", "c") == {}


def test_every_plan_that_overlaps_an_earlier_one_is_found_once() -> None:
    own = cards(
        a='start = "2010"\nend = "2020"',
        b='start = "2011"\nend = "2012"',
        c='start = "2013"\nend = "2014"',
        d='start = "2021"\nend = "2022"',
    )

    problems = check(own, own)

    assert found(own) == {"b": ["overlapping-plans"], "c": ["overlapping-plans"]}
    [overlap] = [each for each in problems["c"] if each.rule.slug == "overlapping-plans"]
    assert overlap.message == "start 2013 is before the plan a ends, 2020"
    assert overlap.place == Place(("plan", "start"))


def test_plan_lasts_until_the_last_day_of_its_end() -> None:
    own = cards(
        a='start = "2010"\nend = "2018"',
        b='start = "2019"\nend = 2019-06-30',
        c='start = "2018-09"\nend = 2018-11-30',
    )
    earlier = cards(d='start = "2011"\nend = 2018-06-30')

    assert found({**own, **earlier}) == {"c": ["overlapping-plans"], "d": ["overlapping-plans"]}


def test_plan_begins_on_the_first_day_of_its_start() -> None:
    own = cards(a='start = 2017-03-01\nend = "2018"', b='start = "2017"\nend = "2018"')

    assert found(own) == {"a": ["overlapping-plans"]}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ('start = "2017"', 'start = "2018"\nend = "2019"'),
        ('end = "2018"', 'start = "2018-03"'),
        ('start = "2017"\nend = 2018-06-30', 'start = "2018"'),
        ('start = "2017"\nend = "2018"', 'end = "2018"'),
        ('start = "2016"\nend = "2018"', 'start = "2018"\nend = "2020"'),
        ('start = "2017"\nend = "2018"', 'start = "2017"\ncountry = "NPL"'),
        ('start = "2017"\nend = "2018"', 'start = "2017"\nkind = "ogp-national"'),
        ('start = "2017"\nend = "2018"', 'start = "2017"\nstage = "submitted"'),
        ('start = "2017"\nend = "2018"\nstage = "draft"', 'start = "2017"'),
        (
            'start = "2017"\nend = "2018"\nkind = "local"',
            'start = "2017"\nkind = "local"',
        ),
        (
            'start = "2017"\nend = "2018"\nkind = "programme"\ncountries = ["NPL"]',
            'start = "2017"\nkind = "programme"\ncountries = ["NPL"]',
        ),
    ],
)
def test_only_what_is_certain_overlaps(earlier: str, later: str) -> None:
    assert found(cards(a=earlier, b=later)) == {}
    assert found(cards(b=earlier, a=later)) == {}


def test_national_plan_with_an_agency_plan_needs_no_advice() -> None:
    def advised(own: dict[str, Card], *unread: str) -> list[str]:
        return [
            plan_id
            for plan_id, problems in check(own, (*own, *unread)).items()
            if any(each.rule.slug == "no-agency-plans" for each in problems)
        ]

    assert advised(cards(a="", a__health='kind = "agency"')) == ["a"]
    assert advised(cards(a="", a__health='kind = "agency"\nparent = "a"')) == []
    assert advised(cards(a="", b=""), "a/health") == ["b"]
    assert advised(cards(a='parent = "a"')) == ["a"]
    assert advised(cards(a='stage = "closed"', b='kind = "programme"')) == []


years = st.integers(2010, 2016)


@given(st.lists(st.tuples(years, years), min_size=1, max_size=8), st.randoms())
def test_findings_do_not_depend_on_the_order_of_the_plans(
    periods: list[tuple[int, int]], random: Random
) -> None:
    texts = {
        f"plan-{number}": f"[plan]\nstart = {first}-01-01\nend = {max(first, last)}-12-31"
        for number, (first, last) in enumerate(periods)
    }
    own = {plan_id: card_of(plan_id, a_plan(text)) for plan_id, text in texts.items()}
    shuffled = dict(sorted(own.items(), key=lambda _: random.random()))

    expected: dict[str, tuple[Problem, ...]] = check(own, own)

    assert check(shuffled, own) == expected
    assert {plan_id for plan_id, slugs in found(own).items() if slugs} == {
        plan_id
        for plan_id, card in own.items()
        if any(_begins_earlier_and_lasts(other, card) for other in own.values())
    }


def _begins_earlier_and_lasts(other: Card, card: Card) -> bool:
    assert card.start
    assert other.start
    assert other.end
    day: date = card.start.first
    is_earlier = (other.start.first, other.plan_id) < (day, card.plan_id)
    return is_earlier and day <= other.end.last
