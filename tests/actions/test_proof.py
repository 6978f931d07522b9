from pathlib import Path

import pytest

from actions.edits.changing import HEAD, a_folder, change_panama, contents, edited, refused
from ogdplan.actions.edits.subject import Decision, Edit
from ogdplan.actions.proof import RefusedError, UnprovenError, prove
from ogdplan.planfile.operations import AddRecord, Operation, RemoveRecord, SetFields, Value
from ogdplan.planfile.reading import read_text
from ogdplan.workspace.folder import PlanPath

PLACE = PlanPath("panama", Path("plans/panama.toml"), "plans/panama.toml")
PORTAL = """
[[milestones]]
id = "portal"
title = "The portal"
"""


def doing(*operations: Operation) -> Decision:
    return lambda _: Edit(operations)


def setting(index: int = 0, table: str = "milestones", **fields: Value | None) -> Decision:
    return doing(SetFields(table, index, fields))


# What the text says.


def test_text_that_says_what_is_intended_is_read() -> None:
    text = (HEAD + PORTAL).replace('"The portal"', '"A portal"')
    operations = [SetFields("milestones", 0, {"title": "A portal"})]

    new = prove(PLACE, read_text(HEAD + PORTAL), text, operations)

    assert new == read_text(text)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + PORTAL,
        HEAD + PORTAL.replace("The portal", "Another portal"),
        HEAD.replace("A plan", "Another plan") + PORTAL.replace("The portal", "A portal"),
        HEAD + PORTAL.replace("The portal", "A portal") + "broken",
        HEAD,
    ],
)
def test_text_that_says_something_else_is_no_proof(text: str) -> None:
    operations = [SetFields("milestones", 0, {"title": "A portal"})]

    with pytest.raises(UnprovenError) as caught:
        prove(PLACE, read_text(HEAD + PORTAL), text, operations)

    assert caught.value.message == (
        "this change cannot be made safely in plans/panama.toml; nothing is changed"
    )
    assert caught.value.hint == (
        "make it by hand, and please report the layout of the file around it"
    )


# New errors.


@pytest.mark.parametrize(
    ("decide", "message"),
    [
        (
            setting(due="2018", start="2019"),
            "portal: due 2018 is before the start 2019 [due-before-start]",
        ),
        (
            setting(lead="nobody"),
            'portal: lead: there is no institution "nobody" [unknown-reference]',
        ),
        (
            setting(id="antai"),
            'antai: the institution in line 8 has the id "antai" already [duplicate-id]',
        ),
        (
            doing(AddRecord("lessons", {"id": "ask", "title": "x", "category": "ohter"})),
            'ask: category: "ohter" is no lesson category [bad-value]',
        ),
        (doing(SetFields("plan", None, {"country": None})), "country is missing [missing-field]"),
        (
            doing(SetFields("plan", None, {"start": "2018", "end": "2017"})),
            "end 2017 is before the start 2018 [end-before-start]",
        ),
    ],
)
def test_new_error_is_refused_with_the_record_and_the_rule(
    tmp_path: Path, decide: Decision, message: str
) -> None:
    error = refused(tmp_path, PORTAL, decide)

    assert (
        error.message == f"this would make the plan panama invalid: {message}; nothing is changed"
    )
    assert error.hint


def test_of_several_new_errors_the_first_is_told_and_the_rest_counted(tmp_path: Path) -> None:
    error = refused(tmp_path, PORTAL, setting(lead="nobody", due="never", kind="none"))

    assert error.message.endswith(", and 2 more; nothing is changed")


def test_errors_elsewhere_that_were_there_do_not_block(tmp_path: Path) -> None:
    body = PORTAL + 'lead = "nobody"\n' + PORTAL.replace('"portal"', '"law"') + 'due = "never"\n'

    found = edited(tmp_path, body, setting(progress=50))

    assert found.body == body.replace('"nobody"\n', '"nobody"\nprogress = 50\n', 1)


def test_error_of_a_field_does_not_block_another_value_of_it_with_that_error(
    tmp_path: Path,
) -> None:
    found = edited(tmp_path, PORTAL + 'lead = "nobody"\n', setting(lead="noone"))

    assert found.body == PORTAL + 'lead = "noone"\n'


def test_same_error_in_another_field_or_record_is_new(tmp_path: Path) -> None:
    body = PORTAL + 'lead = "nobody"\n' + PORTAL.replace('"portal"', '"law"')

    assert "[unknown-reference]" in refused(tmp_path, body, setting(depends_on=["none"])).message
    assert "[unknown-reference]" in refused(tmp_path, body, setting(1, lead="nobody")).message


def test_new_error_of_the_file_is_refused_when_a_record_goes(tmp_path: Path) -> None:
    body = PORTAL + PORTAL.replace('"portal"', '"law"') + 'depends_on = ["portal"]\n'

    error = refused(tmp_path, body, doing(RemoveRecord("milestones", 0)))

    assert "law: depends_on: " in error.message
    assert "[unknown-reference]" in error.message


# Broken plans can be mended.


def test_one_of_two_errors_of_shape_can_be_mended(tmp_path: Path) -> None:
    body = PORTAL + 'due = "never"\nkind = "none"\n'

    found = edited(tmp_path, body, setting(due="2018"))

    assert found.body == PORTAL + 'due = "2018"\nkind = "none"\n'


@pytest.mark.parametrize("renamed", [0, 2])
def test_error_that_another_one_hid_does_not_block_its_mending(
    tmp_path: Path, renamed: int
) -> None:
    hidden = PORTAL.replace('"portal"', '"law"') + 'depends_on = ["nowhere"]\n'
    records = [PORTAL, hidden, PORTAL.replace("The", "Another")]

    found = edited(tmp_path, "".join(records), setting(renamed, id="door"))

    records[renamed] = records[renamed].replace('"portal"', '"door"')
    assert found.body == "".join(records)


def test_error_of_shape_that_hid_one_of_meaning_can_be_mended(tmp_path: Path) -> None:
    body = PORTAL + 'start = "2019"\ndue = "2018-13"\nprogress = 150\n'

    found = edited(tmp_path, body, setting(progress=50))

    assert found.body == PORTAL + 'start = "2019"\ndue = "2018-13"\nprogress = 50\n'


def test_value_that_is_mended_may_show_what_is_wrong_beside_it(tmp_path: Path) -> None:
    body = PORTAL + 'start = "2019-13"\ndue = "2018"\n'

    found = edited(tmp_path, body, setting(start="2019"))

    assert found.body == PORTAL + 'start = "2019"\ndue = "2018"\n'


@pytest.mark.parametrize(
    ("decide", "rule"),
    [
        (setting(due="2018", start="2019"), "due-before-start"),
        (setting(kind="none"), "bad-value"),
        (setting(id="antai"), "duplicate-id"),
        (doing(AddRecord("milestones", {"id": "portal", "title": "x"})), "duplicate-id"),
        (doing(AddRecord("milestones", {"id": "door", "title": "x", "lead": "no"})), None),
        (doing(SetFields("plan", None, {"title": " "})), "empty-text"),
    ],
)
def test_new_error_in_a_broken_plan_is_refused_where_it_shows(
    tmp_path: Path, decide: Decision, rule: str | None
) -> None:
    law = PORTAL.replace('"portal"', '"law"')
    body = PORTAL + law + law  # two of one name: references cannot be looked at

    if rule is None:
        edited(tmp_path, body, decide)
    else:
        assert f"[{rule}]" in refused(tmp_path, body, decide).message


def test_broken_plan_gets_records_without_fault(tmp_path: Path) -> None:
    body = PORTAL + 'due = "never"\n'
    lesson: dict[str, Value] = {"id": "ask", "title": "Ask", "category": "other"}

    found = edited(tmp_path, body, doing(AddRecord("lessons", lesson)))

    assert found.body == (body + '\n[[lessons]]\nid = "ask"\ntitle = "Ask"\ncategory = "other"\n')


# Other plans.

NEPAL = HEAD + PORTAL


@pytest.mark.parametrize(
    ("decide", "message"),
    [
        (
            setting(contributes_to="nepal#law"),
            'contributes_to: there is no record "law" in the plan nepal [unknown-reference]',
        ),
        (
            setting(contributes_to="nepl#portal"),
            'portal: contributes_to: there is no plan "nepl" [unknown-plan]',
        ),
        (
            setting(contributes_to="panama#portal"),
            'portal: contributes_to: "panama#portal" is this record itself [self-reference]',
        ),
        (
            doing(SetFields("plan", None, {"previous": "nepal-2016"})),
            'previous: there is no plan "nepal-2016" [unknown-plan]',
        ),
    ],
)
def test_reference_to_another_plan_has_to_lead_somewhere(
    tmp_path: Path, decide: Decision, message: str
) -> None:
    folder = a_folder(tmp_path, {"panama": HEAD + PORTAL, "nepal": NEPAL})

    with pytest.raises(RefusedError) as caught:
        change_panama(folder, decide)

    assert message in caught.value.message
    assert contents(folder) == {"panama.toml": HEAD + PORTAL, "nepal.toml": NEPAL}


@pytest.mark.parametrize("nepal", [NEPAL, "broken", HEAD + PORTAL + 'due = "never"\n'])
def test_reference_to_a_record_that_is_there_or_cannot_be_looked_for_is_good(
    tmp_path: Path, nepal: str
) -> None:
    folder = a_folder(tmp_path, {"panama": HEAD + PORTAL, "nepal": nepal})

    change_panama(folder, setting(contributes_to="nepal#portal"))

    assert contents(folder)["panama.toml"] == (HEAD + PORTAL + 'contributes_to = "nepal#portal"\n')


def test_wrong_reference_to_another_plan_that_was_there_does_not_block(tmp_path: Path) -> None:
    law = PORTAL.replace('"portal"', '"law"') + 'contributes_to = "nepal#law"\n'
    folder = a_folder(tmp_path, {"panama": HEAD + PORTAL + law, "nepal": NEPAL})

    change_panama(folder, setting(contributes_to="nepal#portal"))

    assert contents(folder)["panama.toml"] == (
        HEAD + PORTAL + 'contributes_to = "nepal#portal"\n' + law
    )
