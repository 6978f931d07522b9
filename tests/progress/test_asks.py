from datetime import date

from builders import a_plan
from ogdplan.progress.asks import Ask, Needs, asks_of
from ogdplan.progress.concerns import concerns_of
from ogdplan.progress.interval import Interval
from ogdplan.progress.late import late_besides
from ogdplan.progress.owed import reports_owed
from ogdplan.progress.plan import progress_of

AS_OF = date(2018, 6, 30)
JUNE = Interval(date(2018, 6, 1), AS_OF)
NOTHING = Needs(*[0] * len(Needs._fields))


def milestone(record: str, lead: str, fields: str = "") -> str:
    led = f'lead = "{lead}"\n' if lead else ""
    return f'[[milestones]]\nid = "{record}"\ntitle = "x"\n{led}{fields}\n'


def challenge(record: str, lead: str, fields: str = "") -> str:
    led = f'lead = "{lead}"\n' if lead else ""
    return f'[[challenges]]\nid = "{record}"\ntitle = "x"\ncategory = "other"\n{led}{fields}\n'


LATE_BESIDES = """
[[commitments]]
id = "law"
title = "x"
lead = "a"
end = 2018-06-29
[[next_steps]]
id = "talks"
title = "x"
lead = "a"
due = 2018-06-29
[[datasets]]
id = "budget"
title = "x"
publisher = "a"
planned = 2018-06-29
"""


def asks(toml: str) -> tuple[Ask, ...]:
    progress = progress_of(a_plan(toml), AS_OF)
    return asks_of(
        progress, concerns_of(progress), reports_owed(progress, JUNE), late_besides(progress)
    )


DRAFT = '[plan]\nstage = "draft"\n'
"""A plan for which nobody owes a report."""


def test_all_that_an_institution_has_to_do_is_counted() -> None:
    found = asks(
        milestone("late", "a", "due = 2018-06-01")
        + milestone("dark-late", "a", 'due = 2018-06-01\nstatus = "unclear"')
        + milestone("told", "a", "due = 2018-06-02")
        + milestone("dark", "a", 'status = "unclear"')
        + milestone("held", "a", 'depends_on = ["late"]')
        + milestone("near", "a", "due = 2018-07-01")
        + milestone("far", "a", "due = 2019-07-01")
        + challenge("open", "a")
        + challenge("worked-on", "a", 'mitigations = ["far"]\naffects = ["told"]')
        + challenge("over", "a", 'status = "resolved"')
        + LATE_BESIDES
    )

    assert found == (
        Ask(
            "a",
            Needs(
                overdue=3,
                unclear=2,
                unexplained=1,
                explained=1,
                blocked=1,
                challenges=1,
                due=1,
                reports=1,
                unled=0,
                commitments=1,
                next_steps=1,
                datasets=1,
            ),
        ),
    )


def test_worst_comes_first_then_by_id() -> None:
    found = asks(
        DRAFT
        + milestone("a1", "a", "due = 2018-07-01")
        + milestone("b1", "b", "due = 2018-06-01")
        + milestone("c1", "c", "due = 2018-07-01")
        + milestone("d1", "d", 'due = 2018-06-01\nstatus = "unclear"')
        + milestone("e1", "e", "due = 2019-07-01")
        + challenge("f1", "f")
    )

    assert [each.lead for each in found] == ["d", "b", "f", "a", "c"]


def test_what_nobody_is_in_charge_of_needs_someone() -> None:
    found = asks(
        milestone("open", "")
        + milestone("done", "", "completed = 2018-06-01")
        + milestone("gone", "", 'status = "withdrawn"')
        + milestone("far", "a", "due = 2030-01-01")
        + '[[updates]]\nid = "u"\nabout = "far"\non = 2018-06-02\ntext = "x"\n'
    )

    assert found == (Ask(None, NOTHING._replace(unled=1)),)


def test_lead_of_a_commitment_is_asked_for_its_milestones() -> None:
    toml = '[[commitments]]\nid = "law"\ntitle = "x"\nlead = "a"\n'

    found = asks(DRAFT + toml + milestone("m", "", 'commitment = "law"\ndue = 2018-06-01'))

    assert found == (Ask("a", NOTHING._replace(overdue=1, unexplained=1)),)


def test_plan_in_which_all_is_done_asks_nobody() -> None:
    assert asks(milestone("done", "a", "completed = 2018-06-01")) == ()
