"""Laws of the edit engine, over random plan files and random edits of them.

What an edit may touch is told by the documents, which know the owner of each of their lines.
"""

import re
from dataclasses import replace

import tomli
from hypothesis import assume

from laws import holds, runs
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.operations import (
    Operation,
    RemoveRecord,
    SetFields,
    intended,
    same,
)
from planfile_documents import Document, Statement, count, documents, record
from planfile_edits import (
    ChangeOfList,
    Edit,
    additions_of_one_record,
    changes_of_a_list,
    changes_of_one_record,
    comparable,
    edits,
    is_in_order,
    is_touched,
    new_fields_of_one_record,
    untouched,
)

COMMENT = re.compile(r"#\d+#")


def data_is_as_intended(edit: Edit) -> None:
    assert same(tomli.loads(edit.result), intended(edit.document.data, edit.operations))


def other_lines_stay_as_they_are(edit: Edit) -> None:
    kept = "".join(statement.text for statement in untouched(edit))
    assert is_in_order(comparable(kept, edit), comparable(edit.result, edit))


def removals_write_nothing(edit: Edit) -> None:
    text = edit.document.text
    removals = [each for each in edit.operations if isinstance(each, RemoveRecord)]
    wholes = {each.owner for each in edit.document.statements if each.is_whole}
    assume(all((each.table, None) not in wholes for each in removals))
    assert is_in_order(comparable(rewrite(text, removals), edit), comparable(text, edit))


def line_endings_stay(edit: Edit) -> None:
    old, new = edit.document.text, edit.result
    if old and untouched(edit)[-1:] == [edit.document.statements[-1]]:
        assert new.endswith("\n") == old.endswith("\n")
    if "\r\n" not in old:
        assert "\r" not in new
    elif "\n" not in old.replace("\r\n", ""):
        assert "\n" not in new.replace("\r\n", "")


def comments_stay(edit: Edit) -> None:
    [operation] = edit.operations
    lost = {*COMMENT.findall(edit.document.text)} - {*COMMENT.findall(edit.result)}
    for statement in edit.document.statements:
        if lost.intersection(COMMENT.findall(statement.text)):
            assert may_lose_comments(statement, operation, edit.document)


def may_lose_comments(statement: Statement, operation: Operation, document: Document) -> bool:
    """Say whether a line goes with its field, or with elements of its list."""
    if not isinstance(operation, SetFields) or not is_touched(statement, operation, document):
        return False
    old: object = record(document.data, (operation.table, operation.index))
    new: object = {**old, **operation.fields} if isinstance(old, dict) else old
    for name in statement.path:
        old = old[name] if isinstance(old, dict) else None
        new = new.get(name) if isinstance(new, dict) else None
    if isinstance(old, list) and isinstance(new, list):
        return new[: len(old)] != old or len({*new}) < len(new)
    is_header = statement.text.lstrip().startswith("[")
    return new is None or isinstance(old, list) or (is_header and not isinstance(new, dict))


def elements_that_stay_keep_their_lines(change: ChangeOfList) -> None:
    text = f"[[milestones]]\ndepends_on = {change.array}\n"
    result = rewrite(text, [SetFields("milestones", 0, {"depends_on": change.new})])
    lines = [line.replace(",", "").strip() for line in result.splitlines()]
    for line, element in zip(change.lines, change.old, strict=True):
        assert element not in change.new or line.replace(",", "").strip() in lines


def adding_and_removing_restores_the_bytes(edit: Edit) -> None:
    text, data = edit.document.text, edit.document.data
    [addition] = edit.operations
    added = rewrite(text, [addition])
    assert rewrite(added, [RemoveRecord(addition.table, count(data, addition.table))]) == text


def setting_what_is_there_changes_nothing(document: Document) -> None:
    data = document.data
    operations = [SetFields(*owner, record(data, owner)) for owner in document.owners()]
    assert rewrite(document.text, operations) == document.text


def setting_and_unsetting_restores_the_bytes(edit: Edit) -> None:
    [operation] = edit.operations
    assert isinstance(operation, SetFields)
    back = replace(operation, fields=dict.fromkeys(operation.fields))
    assert rewrite(edit.result, [back]) == edit.document.text


RUNS = runs(20, 3_000)


@RUNS
def test_edit_leaves_the_data_that_is_asked_for(runs: int) -> None:
    holds(data_is_as_intended, edits(), runs)


@RUNS
def test_edit_leaves_the_lines_of_others_alone(runs: int) -> None:
    holds(other_lines_stay_as_they_are, edits(), runs)


@RUNS
def test_removing_records_writes_nothing_new(runs: int) -> None:
    holds(removals_write_nothing, edits(), runs)


@RUNS
def test_edit_keeps_the_line_endings_of_the_file(runs: int) -> None:
    holds(line_endings_stay, edits(), runs)


@RUNS
def test_edit_loses_no_comment_but_with_what_it_is_about(runs: int) -> None:
    holds(comments_stay, changes_of_one_record() | additions_of_one_record(), runs)


@RUNS
def test_elements_that_stay_in_a_list_keep_their_comments(runs: int) -> None:
    holds(elements_that_stay_keep_their_lines, changes_of_a_list(), runs)


@RUNS
def test_adding_and_removing_a_record_restores_the_bytes(runs: int) -> None:
    holds(adding_and_removing_restores_the_bytes, additions_of_one_record(), runs)


@RUNS
def test_setting_fields_to_what_they_are_changes_nothing(runs: int) -> None:
    holds(setting_what_is_there_changes_nothing, documents(), runs)


@RUNS
def test_setting_and_unsetting_a_field_restores_the_bytes(runs: int) -> None:
    holds(setting_and_unsetting_restores_the_bytes, new_fields_of_one_record(), runs)
