from builders import a_plan
from builders_compare import changed, told
from ogdplan.compare.changes import Change, FieldChange, What, between
from ogdplan.compare.points_of_fields import FieldChanged, Removed


def test_change_holds_all_that_programs_need() -> None:
    head = '[[milestones]]\nid = "portal"\ntitle.es = "El portal"\ntitle.en = "The\\nportal"\n'

    assert changed(f'{head}number = "1"', f'{head}number = "2"') == (
        Change(
            plan_id="panama",
            kind="milestone",
            id="portal",
            what=What.CHANGED,
            title="The portal",
            fields=(FieldChange("number", "1", "2"),),
            points=(FieldChanged("number", "1", "2"),),
        ),
    )


def test_record_that_is_gone_has_its_old_values_and_title() -> None:
    title = f"A long {'way ' * 40}home"

    (change,) = changed(f'[[next_steps]]\nid = "a"\ntitle = "{title}"\nstatus = "open"', "")

    assert change == Change(
        plan_id="panama",
        kind="next-step",
        id="a",
        what=What.REMOVED,
        title=title,
        fields=(FieldChange("title", title, None), FieldChange("status", "open", None)),
        points=(Removed("next step", f"A long {'way ' * 17}way…"),),
    )


def test_record_that_is_new_has_all_that_the_file_says() -> None:
    (change,) = changed("", '[[next_steps]]\nid = "a"\ntitle = "Go"\nstatus = "open"')

    assert change.what is What.ADDED
    assert change.fields == (FieldChange("title", None, "Go"), FieldChange("status", None, "open"))


def test_header_is_told_as_the_plan() -> None:
    (change,) = changed('[plan]\nstage = "adopted"', '[plan]\nstage = "closed"\ntitle = "A plan"')

    assert (change.kind, change.id, change.title) == ("plan", None, "A plan")
    assert change.summary == "plan: stage changed from adopted to closed"


def test_what_means_the_same_is_no_change() -> None:
    old = """
        [plan]
        title.es = "Un plan"
        title.en = "A plan"
        [[milestones]]
        id = "a"
        title = "A"
        weight = 1
        [[milestones]]
        id = "b"
        title.en = "B"
        [[events]]
        id = "e"
        title = "E"
        kind = "other"
        start = "2018"
        ratings = { good = 90, bad = 10 }
    """
    new = """
        [plan]
        title.en = "A plan"
        title.es = "Un plan"
        languages = ["en"]
        [[milestones]]
        id = "b"
        title = "B"
        evidence = []
        [[milestones]]
        id = "a"
        title = "A"
        weight = 1.0
        timing = "fixed"
        [[events]]
        id = "e"
        title = "E"
        kind = "other"
        start = "2018"
        ratings = { bad = 10, good = 90 }
    """

    assert told(old, new) == []


def test_what_matters_to_a_meeting_comes_first() -> None:
    old = """
        [[milestones]]
        id = "renumbered"
        title = "x"
        number = "1"
        [[milestones]]
        id = "moved"
        title = "x"
        due = "2018"
        [[milestones]]
        id = "withdrawn"
        title = "x"
        [[milestones]]
        id = "reopened"
        title = "x"
        status = "completed"
        [[milestones]]
        id = "going"
        title = "x"
        status = "limited"
        [[milestones]]
        id = "b-completed"
        title = "x"
        [[milestones]]
        id = "a-completed"
        title = "x"
        [[lessons]]
        id = "old"
        title = "Old"
        category = "other"
        [[challenges]]
        id = "fear"
        title = "x"
        category = "other"
    """
    new = """
        [[lessons]]
        id = "new"
        title = "New"
        category = "champions"
        [[challenges]]
        id = "paper"
        title = "Paper"
        category = "other"
        [[challenges]]
        id = "fear"
        title = "x"
        category = "other"
        status = "resolved"
        [[updates]]
        id = "report"
        on = "2018"
        text = "x"
        [[milestones]]
        id = "renumbered"
        title = "x"
        number = "2"
        [[milestones]]
        id = "moved"
        title = "x"
        due = "2019"
        [[milestones]]
        id = "withdrawn"
        title = "x"
        status = "withdrawn"
        [[milestones]]
        id = "reopened"
        title = "x"
        [[milestones]]
        id = "going"
        title = "x"
        status = "substantial"
        [[milestones]]
        id = "a-completed"
        title = "x"
        status = "completed"
        number = "7"
        [[milestones]]
        id = "b-completed"
        title = "x"
        status = "completed"
        evidence = ["minutes"]
    """

    assert told(old, new) == [
        "a-completed: completed; number set to 7",
        "b-completed: completed; evidence added: minutes",
        "reopened: reopened (was completed)",
        "withdrawn: withdrawn",
        "moved: first move of the deadline, from 2018 to 2019, 365 days later: no reason recorded",
        "going: status from limited to substantial",
        "report of 2018 about the plan: x",
        "fear: resolved",
        "challenge added: Paper",
        "lesson added: New",
        "lesson removed: Old",
        "renumbered: number changed from 1 to 2",
    ]


def test_changes_of_equal_weight_are_ordered_by_kind() -> None:
    head = '[plan]\nnumber = "{0}"\n[[milestones]]\nid = "a"\ntitle = "x"\nnumber = "{0}"\n'
    head += '[[commitments]]\nid = "b"\ntitle = "x"\nnumber = "{0}"\n'
    head += '[[accepted]]\nrule = "overdue"\nreason = "Reason {0}"\n'

    found = changed(head.format(1), head.format(2))

    assert [change.kind for change in found] == ["plan", "commitment", "milestone", "accepted"]


def test_two_that_are_accepted_are_ordered_by_rule() -> None:
    entry = '[[accepted]]\nrule = "{}"\nreason = "{}"\n'
    old, new = (entry.format("stale-plan", n) + entry.format("overdue", n) for n in (1, 2))

    assert [each.title for each in changed(old, new)] == [
        "overdue of the plan",
        "stale-plan of the plan",
    ]


def test_changes_bear_the_id_of_the_plan() -> None:
    found = between(a_plan(), a_plan('[plan]\ntitle = "Another"'), plan_id="brazil/planning")

    assert [each.plan_id for each in found] == ["brazil/planning"]
