from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import a_plan
from ogdplan.checks import advice, language, openness, record, schedule
from ogdplan.checks.context import Context
from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import Status
from ogdplan.progress.health import Health

DAYS = st.one_of(st.dates(), st.dates(date(2016, 1, 1), date(2019, 12, 31)))
PERIODS = st.sampled_from(["0001", "9999", "2018", "2018-Q1", "2017-H2", "1990", "2030"])
WHENS = st.one_of(DAYS.map(date.isoformat), PERIODS.map('"{}"'.format))
QUOTED_STATUS = st.sampled_from([f'"{status}"' for status in Status])
ENTRIES = st.sampled_from(['["Minutes"]', '["https://data.gov.np"]', '["a", "see www.b.np"]'])
IDS = ("m0", "m1", "m2")


def tables(head: str, **fields: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return tables with this head in which each of the fields may be absent."""
    lines = st.fixed_dictionaries({}, optional=fields)
    return lines.map(lambda found: "\n".join([head, *(f"{k} = {v}" for k, v in found.items())]))


def milestone(name: str) -> st.SearchStrategy[str]:
    return tables(
        f'[[milestones]]\nid = "{name}"\ntitle = "Work"',
        lead=st.just('"office"'),
        start=WHENS,
        due=WHENS,
        started=WHENS,
        completed=WHENS,
        withdrawn=WHENS,
        status=QUOTED_STATUS,
        progress=st.integers(0, 100).map(str),
        timing=st.sampled_from(['"fixed"', '"ongoing"']),
        evidence=ENTRIES,
        depends_on=st.sampled_from([f'["{name}"]' for name in (*IDS, "ghost")]),
    )


PLANS = st.tuples(
    tables(
        '[plan]\ntitle = "A plan"',
        start=WHENS,
        end=WHENS,
        adopted=WHENS,
        stage=st.sampled_from(['"draft"', '"adopted"', '"closed"']),
        reporting=st.just('"monthly"'),
        languages=st.sampled_from(["[]", '["en", "es"]']),
    ),
    *map(milestone, IDS),
    tables(
        '[[commitments]]\nid = "c"\ntitle = "x"',
        start=WHENS,
        end=WHENS,
        completed=WHENS,
        status=QUOTED_STATUS,
    ),
    tables(
        '[[updates]]\nid = "u"\ntext = "x"\non = "2018"',
        about=st.sampled_from(['"m0"', '"c"', '"ghost"']),
        status=QUOTED_STATUS,
        evidence=ENTRIES,
    ),
    tables(
        '[[datasets]]\nid = "d"\ntitle = "x"',
        planned=WHENS,
        released=WHENS,
        access=st.just('"closed"'),
        licence=st.sampled_from(['"CC0-1.0"', '"CC-BY-NC-4.0"', '"AAL"']),
    ),
).map(lambda parts: a_plan("\n".join(parts)))


def found_in(plan: Plan, as_of: date) -> Counter[str]:
    context = Context(plan, as_of)
    modules = (record, schedule, openness, language, advice)
    return Counter(each.rule.slug for module in modules for each in module.check(context))


@given(PLANS, DAYS)
def test_any_plan_can_be_checked_at_any_date(plan: Plan, as_of: date) -> None:
    found = found_in(plan, as_of)

    assert found == found_in(plan, as_of)


@given(PLANS, DAYS)
def test_findings_about_evidence_add_up_to_the_figures(plan: Plan, as_of: date) -> None:
    evidence = Context(plan, as_of).progress.evidence_counts
    found = found_in(plan, as_of)

    unshown = found["completed-without-evidence"] + found["evidence-not-public"]
    assert unshown == evidence.completed - evidence.with_public_evidence


@given(PLANS, DAYS)
def test_nothing_is_called_late_that_the_figures_do_not_count(plan: Plan, as_of: date) -> None:
    counts = Context(plan, as_of).progress.milestone_counts
    found = found_in(plan, as_of)

    assert found["overdue"] <= counts.by_health[Health.OVERDUE]
    assert found["completed-without-date"] >= counts.undated


@given(PLANS, DAYS)
def test_a_dataset_has_at_most_one_finding_about_openness(plan: Plan, as_of: date) -> None:
    assert len(list(openness.check(Context(plan, as_of)))) <= 1
