"""What a merge changed by itself."""

from builders import a_plan
from ogdplan.compare.changes import between
from ogdplan.compare.merged import by_the_merge_itself

PORTAL = '[[milestones]]\nid = "portal"\ntitle = "The portal"\n'
LAW = '[[milestones]]\nid = "law"\ntitle = "The law"\n'


def told(ours: str, theirs: str, merged: str) -> list[str]:
    """Return what a merge of two plans changed by itself, in words."""
    new = a_plan(merged)
    against = [between(a_plan(old), new, plan_id="panama") for old in (ours, theirs)]
    return [change.summary for change in by_the_merge_itself(against)]


def test_merge_that_takes_from_both_sides_changes_nothing_itself() -> None:
    portal = '[[milestones]]\nid = "portal"\ntitle.en = "P"\n'
    ours = portal + 'number = "1"\nevidence = ["a", "b"]\ntitle.es = "El portal"\n'
    theirs = portal + 'due = "2018"\nevidence = ["a", "c"]\ntitle.fr = "Le portail"\n' + LAW
    merged = (
        '[[milestones]]\nid = "portal"\ntitle = { en = "P", es = "El portal", fr = "Le portail" }\n'
        f'number = "1"\ndue = "2018"\nevidence = ["a", "b", "c"]\n{LAW}'
    )

    assert told(ours, theirs, merged) == []


def test_third_value_is_of_the_merge() -> None:
    ours, theirs, merged = (f'{PORTAL}number = "{each}"\n' for each in "123")

    assert told(ours, theirs, merged) == ["portal: number changed from 1 to 3"]


def test_lesser_change_of_a_record_is_that_of_the_merge() -> None:
    ours = PORTAL + 'number = "1"\n'
    theirs = PORTAL + 'number = "2"\nweight = 2\nkind = "other"\n'

    assert told(ours, theirs, f'{PORTAL}number = "3"\nweight = 2\nkind = "other"\n') == [
        "portal: number changed from 2 to 3"
    ]
    assert told(ours, "", f'{PORTAL}number = "3"\n') == ["portal: number changed from 1 to 3"]


def test_record_that_came_or_went_on_no_side_is_of_the_merge() -> None:
    assert told(PORTAL, PORTAL, PORTAL + LAW) == ["milestone added: The law"]
    assert told(PORTAL + LAW, PORTAL + LAW, PORTAL) == ["milestone removed: The law"]
    assert told(PORTAL + LAW, PORTAL, PORTAL + LAW) == []
    assert told(PORTAL + LAW, PORTAL, PORTAL) == []


def test_entry_of_a_list_that_no_side_had_is_of_the_merge() -> None:
    lists = ('["a"]', '["b"]', '["a", "b", "c"]')
    ours, theirs, merged = (f"{PORTAL}evidence = {each}\n" for each in lists)

    assert told(ours, theirs, merged) == ["portal: evidence added: b, c"]


def test_entry_of_a_list_that_both_sides_had_and_the_merge_lost_is_told() -> None:
    lists = ('evidence = ["a"]', 'evidence = ["a"]', "")
    ours, theirs, merged = (f"{PORTAL}{each}\n" for each in lists)

    assert told(ours, theirs, merged) == ["portal: evidence removed: a"]


def test_header_and_accepted_findings_are_told_too() -> None:
    def plan(title: str, reason: str) -> str:
        return f'[plan]\ntitle = "{title}"\n[[accepted]]\nrule = "overdue"\nreason = "{reason}"\n'

    assert told(plan("A", "a"), plan("B", "b"), plan("C", "c")) == [
        'plan: title changed from "A" to "C"',
        'accepted overdue of the plan: reason changed from "a" to "c"',
    ]
    assert told(plan("A", "a"), plan("B", "b"), plan("A", "b")) == []


def test_more_than_two_sides_are_all_looked_at() -> None:
    new = a_plan(f'{PORTAL}number = "4"\n')
    against = [
        between(a_plan(f'{PORTAL}number = "{each}"\n'), new, plan_id="x")
        for each in ("1", "2", "4")
    ]

    assert by_the_merge_itself(against) == ()
    assert len(by_the_merge_itself(against[:2])) == 1
