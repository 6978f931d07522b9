from pathlib import Path

import pytest

from actions.edits.changing import HEAD, edited, refused
from ogdplan.actions.edits.renaming import follow, rename
from ogdplan.actions.edits.subject import Decision, Edit, Subject
from ogdplan.model.kinds import kind_named


def renamed(name: str, new: str, kind: str = "milestone") -> Decision:
    def decide(plan: Subject) -> Edit:
        return rename(plan, kind_named(kind), name, new)

    return decide


PLAN = """
[[milestones]]
id = "portal" # as in the decree
number = "1"
title = "The portal"

[[milestones]]
id = "law"
title = "The law, see portal"
depends_on = [
    "portal", # first
]
note = "portal"

[[updates]]
id = "portal-may"
about = "portal"
on = "2018-05"
text = "portal"

[[challenges]]
id = "fear"
title = "Fear"
category = "other"
affects = ["portal", "law"]
mitigations = ["portal"]

[[accepted]]
rule = "missing-due"
about = "portal"
reason = "It has none"
"""


def test_all_references_follow_and_texts_do_not(tmp_path: Path) -> None:
    found = edited(tmp_path, PLAN, renamed("1", "door"))

    assert (
        found.body
        == """
[[milestones]]
id = "door" # as in the decree
number = "1"
title = "The portal"

[[milestones]]
id = "law"
title = "The law, see portal"
depends_on = [
    "door", # first
]
note = "portal"

[[updates]]
id = "portal-may"
about = "door"
on = "2018-05"
text = "portal"

[[challenges]]
id = "fear"
title = "Fear"
category = "other"
affects = ["door", "law"]
mitigations = ["door"]

[[accepted]]
rule = "missing-due"
about = "door"
reason = "It has none"
"""
    )


def test_lead_of_the_plan_follows(tmp_path: Path) -> None:
    found = edited(tmp_path, HEAD, renamed("ANTAI", "authority", "institution"), head="")

    assert found.body == HEAD.replace('"antai"', '"authority"')


def test_same_name_again_changes_nothing(tmp_path: Path) -> None:
    assert edited(tmp_path, PLAN, renamed("portal", "portal")) == (PLAN, (), None)


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("fear", 'there is a record called "fear" already'),
        ("The Door", '"The Door" cannot be an id'),
    ],
)
def test_name_that_is_taken_or_none_is_refused(tmp_path: Path, new: str, message: str) -> None:
    error = refused(tmp_path, PLAN, renamed("portal", new))

    assert (error.message, error.exit_code) == (message, 2)


def test_one_of_two_records_with_one_name_gets_another_by_its_number(tmp_path: Path) -> None:
    body = """
[[milestones]]
id = "portal"
number = "1"
title = "The portal"

[[milestones]]
id = "portal"
number = "2"
title = "The other portal"
"""

    found = edited(tmp_path, body, renamed("2", "door"))

    assert found.body == body.replace('"portal"\nnumber = "2"', '"door"\nnumber = "2"')


def test_references_to_a_record_of_another_kind_with_the_same_name_stay(tmp_path: Path) -> None:
    body = """
[[milestones]]
id = "portal"
title = "The portal"

[[milestones]]
id = "law"
title = "The law"
depends_on = ["portal"]

[[challenges]]
id = "portal"
title = "Nobody uses the portal"
category = "other"
"""

    found = edited(tmp_path, body, renamed("portal", "use", "challenge"))

    assert found.body == body.replace('[[challenges]]\nid = "portal"', '[[challenges]]\nid = "use"')


def test_reference_that_stands_twice_in_a_list_follows(tmp_path: Path) -> None:
    body = """
[[milestones]]
id = "portal"
title = "The portal"

[[milestones]]
id = "law"
title = "The law"
depends_on = ["portal", "portal"]
"""

    found = edited(tmp_path, body, renamed("portal", "door"))

    assert '"portal"' not in found.body


@pytest.mark.parametrize(
    ("before", "after"),
    [('"portal"', '"door"'), ('["portal", {}]', '["door", {}]'), ('["portal", 3]', '["door", 3]')],
)
def test_reference_in_a_list_that_is_wrong_follows(tmp_path: Path, before: str, after: str) -> None:
    body = """
[[milestones]]
id = "portal"
title = "The portal"

[[milestones]]
id = "law"
title = "The law"
"""

    found = edited(tmp_path, f"{body}depends_on = {before}\n", renamed("portal", "door"))

    assert found.body == body.replace('portal"\n', 'door"\n', 1) + f"depends_on = {after}\n"


FAR = """
[[commitments]]
id = "data"
title = "Data"
lead = "antai"
carried_from = "nepal#portal" # of 2016

[[lessons]]
id = "ask"
title = "Ask first"
category = "other"
applied_in = ["nepal#portal", "nepal#portal-2", "brazil#portal"]
"""


def test_other_plans_follow(tmp_path: Path) -> None:
    found = edited(
        tmp_path, FAR, lambda plan: follow(plan, "nepal#portal", "nepal#door"), head=HEAD
    )

    assert found.body == FAR.replace('"nepal#portal"', '"nepal#door"')


def test_far_reference_of_a_plan_to_its_own_record_follows(tmp_path: Path) -> None:
    body = PLAN + FAR.replace("nepal#portal", "panama#portal")

    found = edited(tmp_path, body, renamed("portal", "door"))

    assert 'carried_from = "panama#door" # of 2016\n' in found.body
    assert 'applied_in = ["panama#door", "panama#portal-2", "brazil#portal"]\n' in found.body
