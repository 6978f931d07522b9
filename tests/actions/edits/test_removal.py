from pathlib import Path

import pytest

from actions.edits.changing import HEAD, edited, refused
from ogdplan.actions.edits.removal import forget, remove
from ogdplan.actions.edits.subject import Decision, Edit, Subject
from ogdplan.model.kinds import kind_named


def removed(kind: str, *names: str, cascade: bool = False) -> Decision:
    def decide(plan: Subject) -> Edit:
        return remove(plan, kind_named(kind), names, cascade=cascade)

    return decide


MILESTONES = """
# The first.
[[milestones]]
id = "portal"
number = "1"
title = "The portal"

# The second.
[[milestones]]
id = "law"
title = "The law"

# The third.
[[milestones]]
id = "people"
title = "The people"
"""


def test_record_goes_with_its_comment_and_those_of_its_neighbours_stay(tmp_path: Path) -> None:
    found = edited(tmp_path, MILESTONES, removed("milestone", "law"))

    assert (
        found.body
        == """
# The first.
[[milestones]]
id = "portal"
number = "1"
title = "The portal"

# The third.
[[milestones]]
id = "people"
title = "The people"
"""
    )


def test_several_records_go_at_once_each_once(tmp_path: Path) -> None:
    found = edited(tmp_path, MILESTONES, removed("milestone", "peo", "1", "portal"))

    assert (
        found.body
        == """
# The second.
[[milestones]]
id = "law"
title = "The law"
"""
    )


def test_all_records_of_a_kind_can_go(tmp_path: Path) -> None:
    assert edited(tmp_path, MILESTONES, removed("milestone", "law", "portal", "people")).body == ""


def test_record_of_another_kind_does_not_go(tmp_path: Path) -> None:
    error = refused(tmp_path, MILESTONES, removed("challenge", "portal"))

    assert error.message == 'no challenge called "portal" in panama'


# Records that others refer to.

REFERRED = """
[[commitments]]
id = "openness"
title = "Openness"
lead = "antai"

[[milestones]]
id = "portal"
title = "The portal"
commitment = "openness"

[[milestones]]
id = "law"
title = "The law"
depends_on = ["portal"] # it comes after

[[milestones]]
id = "people"
title = "The people"
depends_on = [
    "law",    # of transparency
    "portal", # of data
]

[[updates]]
id = "portal-may"
about = "portal"
on = "2018-05"
text = "Half"

[[updates]]
id = "of-the-plan"
on = "2018-05"
text = "All well"
"""


def test_referrers_are_listed_by_record_and_field(tmp_path: Path) -> None:
    error = refused(tmp_path, REFERRED, removed("milestone", "portal"))

    assert error.message == (
        "portal is referred to by law (depends_on), people (depends_on), portal-may (about)"
    )
    assert error.hint == "change those first, or remove the references too with --cascade"
    assert error.exit_code == 3


def test_referrers_that_go_too_are_none(tmp_path: Path) -> None:
    error = refused(tmp_path, REFERRED, removed("milestone", "portal", "law"))

    assert error.message == "portal, law are referred to by people (depends_on), portal-may (about)"


def test_only_what_is_referred_to_is_said_to_be(tmp_path: Path) -> None:
    error = refused(tmp_path, REFERRED, removed("milestone", "people", "law", "portal"))

    assert error.message == "portal is referred to by portal-may (about)"


def test_record_and_all_that_refers_to_it_can_go_together(tmp_path: Path) -> None:
    body = MILESTONES + 'depends_on = ["law"]\n'

    found = edited(tmp_path, body, removed("milestone", "law", "people"))

    assert found.body == MILESTONES[: MILESTONES.index("\n# The second")]


def test_record_without_an_id_that_refers_is_no_accepted_finding(tmp_path: Path) -> None:
    body = """
[[milestones]]
id = "portal"
title = "The portal"

[[milestones]]
title = "The law"
depends_on = ["portal"]
"""

    error = refused(tmp_path, body, removed("milestone", "portal"))

    assert error.message.startswith("portal is referred to by ")
    assert "accepted" not in error.message


def test_cascade_takes_names_from_lists_and_reports_from_the_file(tmp_path: Path) -> None:
    found = edited(tmp_path, REFERRED, removed("milestone", "portal", cascade=True))

    assert (
        found.body
        == """
[[commitments]]
id = "openness"
title = "Openness"
lead = "antai"

[[milestones]]
id = "law"
title = "The law"

[[milestones]]
id = "people"
title = "The people"
depends_on = [
    "law",    # of transparency
]

[[updates]]
id = "of-the-plan"
on = "2018-05"
text = "All well"
"""
    )


def test_cascade_takes_two_names_from_one_list(tmp_path: Path) -> None:
    found = edited(tmp_path, REFERRED, removed("milestone", "portal", "law", cascade=True))

    assert '\n[[milestones]]\nid = "people"\ntitle = "The people"\n\n' in found.body
    assert "law" not in found.body


def test_cascade_leaves_no_optional_reference(tmp_path: Path) -> None:
    found = edited(tmp_path, REFERRED, removed("commitment", "openness", cascade=True))

    start = REFERRED.index("\n[[milestones]]")
    assert found.body == REFERRED[start:].replace('commitment = "openness"\n', "")


@pytest.mark.parametrize(
    ("name", "kind", "body", "kept"),
    [
        (
            "share",
            "indicator",
            """
[[indicators]]
id = "share"
title = "Open share"
level = "output"

[[measurements]]
id = "share-2017"
indicator = "share"
on = "2017"
value = 4

[[measurements]]
id = "share-2018"
indicator = "share"
on = "2018"
value = 5
""",
            "",
        ),
        (
            "data",
            "dataset",
            """
[[challenges]]
id = "fear"
title = "Fear"
category = "other"
affects = ["data"]

[[datasets]]
id = "data"
title = "Data"

[[assessments]]
id = "data-irm"
about = "data"
framework = "irm"
criterion = "Ambition"
rating = "high"
""",
            """
[[challenges]]
id = "fear"
title = "Fear"
category = "other"
""",
        ),
        (
            "portal",
            "milestone",
            """
[[milestones]]
id = "portal"
title = "The portal"

[[updates]]
id = "portal-may"
about = "portal"
on = "2018-05"
text = "Half"

[[accepted]]
rule = "missing-due"
about = "portal"
reason = "It has none"

[[accepted]]
rule = "date-in-future"
about = "portal-may"
reason = "It is the report on a report"

[[accepted]]
rule = "no-training"
reason = "There was some"
""",
            """
[[accepted]]
rule = "no-training"
reason = "There was some"
""",
        ),
        (
            "steps",
            "next-step",
            """
[[milestones]]
id = "portal"
title = "The portal"

[[challenges]]
id = "fear"
title = "Fear"
category = "other"
mitigations = ["portal", "steps"]

[[next_steps]]
id = "steps"
title = "Steps"
addresses = ["fear"]
promoted_to = "portal"
""",
            """
[[milestones]]
id = "portal"
title = "The portal"

[[challenges]]
id = "fear"
title = "Fear"
category = "other"
mitigations = ["portal"]
""",
        ),
    ],
)
def test_cascade_takes_what_would_mean_nothing_without_the_record(
    tmp_path: Path, name: str, kind: str, body: str, kept: str
) -> None:
    assert edited(tmp_path, body, removed(kind, name, cascade=True)).body == kept


def test_accepted_findings_and_the_plan_are_named_as_referrers(tmp_path: Path) -> None:
    head = HEAD.replace('lead = "antai"', 'lead = "antai"\nsupporting = ["nic"]', 1)
    body = """
[[institutions]]
id = "nic"
name = "National Commission"
sector = "government"

[[accepted]]
rule = "missing-due"
about = "nic"
reason = "x"
"""

    error = refused(tmp_path, body, removed("institution", "nic"), head=head)

    assert error.message == (
        "nic is referred to by the plan (supporting), an accepted finding (about)"
    )


def test_cascade_takes_an_institution_from_the_plan_and_its_records(tmp_path: Path) -> None:
    body = """format = 1

[plan]
title = "A plan"
country = "PAN"
lead = "antai"
supporting = ["antai", "nic"]

[[institutions]]
id = "antai"
name = "Authority"
sector = "government"

[[institutions]]
id = "nic"
name = "National Commission"
sector = "government"

[[milestones]]
id = "portal"
title = "The portal"
lead = "nic"
supporting = ["nic", "antai"]
"""

    found = edited(tmp_path, body, removed("institution", "nic", cascade=True), head="")

    assert (
        found.body
        == """format = 1

[plan]
title = "A plan"
country = "PAN"
lead = "antai"
supporting = ["antai"]

[[institutions]]
id = "antai"
name = "Authority"
sector = "government"

[[milestones]]
id = "portal"
title = "The portal"
supporting = ["antai"]
"""
    )


@pytest.mark.parametrize("cascade", [False, True])
def test_lead_of_the_plan_cannot_go(tmp_path: Path, cascade: bool) -> None:
    error = refused(tmp_path, REFERRED, removed("institution", "ANTAI", cascade=cascade))

    assert error.message == "antai is in charge of the plan, and every plan has a lead"
    assert error.hint == "name another first: ogdplan plan set panama --lead ID"


def test_report_stays_when_who_made_it_goes(tmp_path: Path) -> None:
    body = """
[[institutions]]
id = "nic"
name = "National Commission"
sector = "government"

[[updates]]
id = "may"
on = "2018-05"
text = "All well"
reported_by = "nic"
"""

    found = edited(tmp_path, body, removed("institution", "nic", cascade=True))

    assert (
        found.body
        == """
[[updates]]
id = "may"
on = "2018-05"
text = "All well"
"""
    )


# References from other plans.

FAR = """
[[lessons]]
id = "ask"
title = "Ask first"
category = "other"
applied_in = ["nepal#portal", "nepal#law"]
"""


def forgotten(*names: str) -> Decision:
    return lambda plan: forget(plan, names)


def test_cascade_takes_far_names_from_lists(tmp_path: Path) -> None:
    first = edited(tmp_path, FAR, forgotten("nepal#portal")).body
    both = edited(tmp_path, FAR, forgotten("nepal#portal", "nepal#law")).body

    assert first == FAR.replace('"nepal#portal", ', "")
    assert both == FAR.replace('applied_in = ["nepal#portal", "nepal#law"]\n', "")


def test_names_that_are_only_alike_stay(tmp_path: Path) -> None:
    assert edited(tmp_path, FAR, forgotten("nepal#port")).body == FAR


def test_far_reference_of_a_plan_to_its_own_record_is_one_too(tmp_path: Path) -> None:
    body = f"{MILESTONES}{FAR.replace('nepal#portal', 'panama#portal')}"

    error = refused(tmp_path, body, removed("milestone", "portal"))
    found = edited(tmp_path, body, removed("milestone", "portal", cascade=True))

    assert error.message == "portal is referred to by ask (applied_in)"
    assert found.body.endswith('applied_in = ["nepal#law"]\n')
