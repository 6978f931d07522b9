from datetime import date

import pytest

from builders import a_plan
from ogdplan.checks import advice
from ogdplan.checks.context import Context
from ogdplan.findings import Aim, Place
from ogdplan.rules.catalogue import RULES


def advised(toml: str) -> list[str]:
    return [each.rule.slug for each in advice.check(Context(a_plan(toml), date(2018, 1, 31)))]


def test_plan_with_nothing_in_it_is_advised_on_everything_but_its_records() -> None:
    about_records = {"licence-not-reviewed", "no-expected-output", "no-agency-plans"}
    rules = [rule.slug for rule in RULES.values() if rule.session]

    assert advised("") == [slug for slug in rules if slug not in about_records]


def test_advice_stands_at_the_header_of_the_plan() -> None:
    found = list(advice.check(Context(a_plan(), date(2018, 1, 31))))

    assert {each.place for each in found} == {Place(("plan",), Aim.HEADER)}
    assert {each.record for each in found} == {None}


@pytest.mark.parametrize(
    "header",
    [
        'kind = "agency"',
        'kind = "local"',
        'kind = "programme"',
        'stage = "closed"',
        'kind = "ogp-national"\nstage = "closed"',
    ],
)
def test_agency_plans_programmes_and_closed_plans_are_not_advised(header: str) -> None:
    assert advised(f"[plan]\n{header}") == []


def test_plan_whose_milestones_are_all_withdrawn_has_none_to_describe() -> None:
    withdrawn = '[[milestones]]\nid = "a"\ntitle = "A"\nstatus = "withdrawn"'

    assert "no-expected-output" not in advised(withdrawn)
    assert "no-expected-output" in advised(withdrawn.replace("withdrawn", "limited"))


def test_lead_of_a_milestone_through_its_commitment_takes_part() -> None:
    names = ("a", "b", "c")
    toml = "".join(
        f'[[institutions]]\nid = "{name}"\nname = "{name}"\nsector = "government"\n'
        f'[[commitments]]\nid = "of-{name}"\ntitle = "{name}"\nlead = "{name}"\n'
        for name in ("office", *names)
    )

    assert "few-agencies" not in advised(toml)
    assert "few-agencies" in advised(toml.replace('lead = "c"', 'lead = "b"'))
