from builders import a_plan
from builders_compare import OFFICES, a_report, changed, told
from ogdplan.compare.changes import FieldChange, What, between
from ogdplan.compare.matching import successors_between
from ogdplan.compare.sides import Side

PORTAL = '[[milestones]]\nid = "{}"\ntitle = "The portal"\n'


def test_record_with_another_id_and_the_same_content_is_renamed() -> None:
    (change,) = changed(PORTAL.format("portal"), PORTAL.format("site"))

    assert (change.what, change.kind, change.id) == (What.RENAMED, "milestone", "site")
    assert change.fields == (FieldChange("id", "portal", "site"),)
    assert change.summary == "milestone renamed from portal to site"


def test_references_that_follow_a_rename_are_no_change() -> None:
    report = a_report("june", "")
    rest = '[[challenges]]\nid = "fear"\ntitle = "x"\ncategory = "other"\naffects = ["{0}"]\n'
    rest += '[[accepted]]\nrule = "missing-due"\nabout = "{0}"\nreason = "x"\n'
    old, new = (PORTAL.format(name) + rest.format(name) for name in ("portal", "site"))

    found = told(old + report, new + report.replace('"portal"', '"site"'))

    assert found == ["milestone renamed from portal to site"]


def test_reference_that_stays_behind_is_no_change_either() -> None:
    report = a_report("june", "")

    assert told(PORTAL.format("portal"), PORTAL.format("site"), report) == [
        "milestone renamed from portal to site"
    ]
    assert told(
        PORTAL.format("portal") + report, PORTAL.format("site") + report + "progress = 5\n"
    ) == ["milestone renamed from portal to site", "june: progress set to 5 %"]


def test_value_that_only_reads_like_a_renamed_id_is_no_reference() -> None:
    step = '[[next_steps]]\nid = "a"\ntitle = "x"\nnumber = "portal"\ndue = "{}"\n'

    (renamed, change) = changed(
        PORTAL.format("portal") + step.format("2018"),
        PORTAL.format("site") + step.format("2019"),
    )

    assert renamed.what is What.RENAMED
    assert [field.field for field in change.fields] == ["due"]


def test_record_and_what_it_refers_to_are_renamed_together() -> None:
    office = '[[institutions]]\nid = "{}"\nname = "The office"\nsector = "media"\n'
    lead = 'lead = "{}"\n'

    found = told(
        office.format("one") + PORTAL.format("portal") + lead.format("one"),
        office.format("two") + PORTAL.format("site") + lead.format("two"),
    )

    assert found == [
        "institution renamed from one to two",
        "milestone renamed from portal to site",
    ]


def test_header_that_follows_a_rename_is_no_change() -> None:
    office = '[[institutions]]\nid = "{}"\nname = "The office"\nsector = "media"\n'

    assert told(office.format("one"), office.format("two")) == [
        "institution renamed from one to two"
    ]


def test_texts_that_mean_the_same_do_not_hide_a_rename() -> None:
    found = told(PORTAL.format("portal"), '[[milestones]]\nid = "site"\ntitle.en = "The portal"\n')

    assert found == ["milestone renamed from portal to site"]


def test_record_that_also_differs_is_not_renamed() -> None:
    found = told(PORTAL.format("portal"), PORTAL.format("site") + 'due = "2018"\n')

    assert found == ["milestone added: The portal", "milestone removed: The portal"]


def test_record_is_not_renamed_when_two_could_be_meant() -> None:
    one, two, three = (PORTAL.format(name) for name in ("a", "b", "c"))

    assert told(one, two + three) == ["milestone added: The portal"] * 2 + [
        "milestone removed: The portal"
    ]
    assert (
        told(two + three, one)
        == ["milestone added: The portal"] + ["milestone removed: The portal"] * 2
    )


def test_record_is_not_renamed_into_another_kind() -> None:
    found = told('[[milestones]]\nid = "a"\ntitle = "x"', '[[next_steps]]\nid = "b"\ntitle = "x"')

    assert found == ["next step added: x", "milestone removed: x"]


def test_record_that_is_still_there_is_not_renamed() -> None:
    found = told(PORTAL.format("a"), PORTAL.format("a") + PORTAL.format("b"))

    assert found == ["milestone added: The portal"]
    assert told(PORTAL.format("a") + PORTAL.format("b"), PORTAL.format("b")) == [
        "milestone removed: The portal"
    ]


def test_id_of_several_records_is_never_renamed() -> None:
    twice = PORTAL.format("a") + '[[commitments]]\nid = "a"\ntitle = "x"\n'

    assert told(twice, PORTAL.format("b")) == [
        "milestone added: The portal",
        "commitment removed: x",
        "milestone removed: The portal",
    ]
    assert told(PORTAL.format("b"), twice) == [
        "commitment added: x",
        "milestone added: The portal",
        "milestone removed: The portal",
    ]


def test_records_of_one_id_are_matched_by_content() -> None:
    once, again = PORTAL.format("a"), '[[milestones]]\nid = "a"\ntitle = "Again"\n'
    other = '[[milestones]]\nid = "a"\ntitle = "Another"\n'

    assert told(once + again, again + once) == []
    assert told(once + again, again) == ["milestone removed: The portal"]
    assert told(again, once + again) == ["milestone added: The portal"]
    assert told(once + again, again + other) == ['a: title changed from "The portal" to "Another"']


def test_order_of_records_of_one_id_says_nothing() -> None:
    one, two, three, four = (
        f'[[milestones]]\nid = "a"\ntitle = "{title}"\n' for title in ("d", "a", "c", "b")
    )

    assert told(one + two, three + four) == told(two + one, four + three)


def test_accepted_findings_match_by_rule_and_record() -> None:
    entry = '[[accepted]]\nrule = "{}"\nabout = "{}"\nreason = "{}"\n'

    found = told(
        entry.format("overdue", "portal", "waits") + entry.format("missing-due", "a", "x"),
        entry.format("missing-due", "b", "x") + entry.format("overdue", "portal", "No money"),
    )

    assert found == [
        "accepted finding added: missing-due of b",
        "accepted finding removed: missing-due of a",
        'accepted overdue of portal: reason changed from "waits" to "No money"',
    ]


def test_accepted_finding_of_the_plan_has_no_id() -> None:
    (change,) = changed("", '[[accepted]]\nrule = "stale-plan"\nreason = "We are between two"\n')

    assert (change.kind, change.id, change.title) == ("accepted", None, "stale-plan of the plan")
    assert change.fields == (
        FieldChange("rule", None, "stale-plan"),
        FieldChange("reason", None, "We are between two"),
    )


def test_accepted_finding_is_told_apart_from_one_of_no_record() -> None:
    entry = '[[accepted]]\nrule = "overdue"\n{}reason = "x"\n'

    assert told(entry.format(""), entry.format('about = "a"\n')) == [
        "accepted finding added: overdue of a",
        "accepted finding removed: overdue of the plan",
    ]


def test_first_language_that_changes_leaves_plain_strings_alone() -> None:
    old, new = (
        a_plan(f"[plan]\nlanguages = {languages}\n{PORTAL.format('a')}{OFFICES}")
        for languages in ('["en", "es"]', '["es", "en"]')
    )

    assert [each.summary for each in between(old, new, plan_id="x")] == [
        "plan: languages in another order"
    ]


def successors(old: str, new: str) -> dict[str, str]:
    return dict(successors_between(Side(a_plan(old)), Side(a_plan(new))))


def test_record_that_was_changed_too_is_followed_by_its_title() -> None:
    changed = PORTAL.format("site") + 'due = "2018"\n'

    assert successors(PORTAL.format("portal"), changed) == {"portal": "site"}
    assert successors(PORTAL.format("portal"), PORTAL.format("site")) == {"portal": "site"}


def test_record_is_followed_to_none_that_was_there_or_is_of_another_kind() -> None:
    site = PORTAL.format("site") + 'due = "2018"\n'
    step = '[[next_steps]]\nid = "site"\ntitle = "The portal"\n'

    assert successors(PORTAL.format("portal") + site, site) == {}
    assert successors(PORTAL.format("portal"), step) == {}


def test_title_of_several_leads_to_none() -> None:
    one, two = (PORTAL.format(name) + 'due = "2018"\n' for name in ("one", "two"))

    assert successors(PORTAL.format("portal"), one + two) == {}
    assert successors(PORTAL.format("portal") + PORTAL.format("gate"), one) == {}
