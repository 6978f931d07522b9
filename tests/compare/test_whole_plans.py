from builders import a_plan
from ogdplan.compare.changes import Change, FieldChange, What
from ogdplan.compare.points_of_plans import PlanAdded, PlanMoved, PlanRemoved
from ogdplan.compare.whole_plans import plan_added, plan_moved, plan_removed

PLAN = a_plan('[plan]\ntitle.es = "El plan"\ntitle.en = "The\\nplan"\n')


def test_plan_that_came_or_went_is_one_change_without_fields() -> None:
    assert plan_added("panama", PLAN) == Change(
        "panama", "plan", None, What.ADDED, "The plan", (), (PlanAdded("The plan"),)
    )
    assert plan_removed("panama", PLAN) == Change(
        "panama", "plan", None, What.REMOVED, "The plan", (), (PlanRemoved("The plan"),)
    )


def test_plan_with_another_id_has_that_field_changed() -> None:
    assert plan_moved("old", "panama", PLAN) == Change(
        "panama",
        "plan",
        None,
        What.RENAMED,
        "The plan",
        (FieldChange("id", "old", "panama"),),
        (PlanMoved("old", "panama"),),
    )


def test_changes_of_whole_plans_say_themselves() -> None:
    assert plan_added("panama", PLAN).summary == "plan added: The plan"
    assert plan_added("panama", PLAN, is_tracked=False).summary == (
        "plan added, not yet under version control: The plan"
    )
    assert plan_removed("panama", PLAN).summary == "plan removed: The plan"
    assert plan_moved("old", "panama", PLAN).summary == "plan moved from old to panama"


def test_plan_that_cannot_be_read_is_called_by_its_id() -> None:
    assert plan_added("panama", None).summary == "plan added: panama"
    assert plan_removed("panama", None).title == "panama"


def test_long_title_is_cut_in_the_words_only() -> None:
    plan = a_plan(f'[plan]\ntitle = "A long {"way " * 40}home"\n')

    assert len(plan_added("x", plan).summary) < 100
    assert plan_added("x", plan).title.endswith(" home")
