from pathlib import Path

import pytest

from actions.edits.changing import HEAD, edited, refused
from ogdplan.actions.edits.given import Given
from ogdplan.actions.edits.records import add, change, change_plan
from ogdplan.actions.edits.subject import Decision, Edit, Subject
from ogdplan.model.kinds import kind_named

PORTAL = """
[[milestones]]
id = "portal"
title = "The portal"
"""
LAW = """
[[milestones]]
id = "law"
title = "The law"
"""


def added(kind: str, given: Given, record_id: str | None = None) -> Decision:
    def decide(plan: Subject) -> Edit:
        return add(plan, kind_named(kind), given, record_id=record_id)

    return decide


def changed(given: Given, *names: str, kind: str = "milestone") -> Decision:
    def decide(plan: Subject) -> Edit:
        return change(plan, kind_named(kind), names or ["portal"], given)

    return decide


# Add.


@pytest.mark.parametrize(
    ("kind", "given", "record"),
    [
        (
            "institution",
            Given({"name": "National Council", "sector": "academia", "champion": True}),
            """
[[institutions]]
id = "national-council"
name = "National Council"
sector = "academia"
champion = true
""",
        ),
        (
            "milestone",
            Given({"due": "2018-12", "title": "Law", "lead": "ANTAI", "depends_on": ["port"]}),
            """
[[milestones]]
id = "law"
title = "Law"
lead = "antai"
due = "2018-12"
depends_on = ["portal"]
""",
        ),
        (
            "update",
            Given({"text": "Half", "on": "2018-05", "about": "por", "reported_by": "antai"}),
            """
[[updates]]
id = "portal-2018-05"
about = "portal"
on = "2018-05"
text = "Half"
reported_by = "antai"
""",
        ),
        (
            "lesson",
            Given({"title": "Ask", "category": "champions", "from": ["portal"]}),
            """
[[lessons]]
id = "ask"
title = "Ask"
category = "champions"
from = ["portal"]
""",
        ),
        (
            "event",
            Given(
                {
                    "title": "Taller",
                    "kind": "training",
                    "start": "2018",
                    "ratings": {"Good": 60, "So so": 40},
                },
                language="es",
            ),
            """
[[events]]
id = "taller"
title.es = "Taller"
kind = "training"
start = "2018"
ratings.Good = 60
ratings."So so" = 40
""",
        ),
        (
            "milestone",
            Given({"title": "Law"}, added={"evidence": ("a letter", "a letter", "a decree")}),
            """
[[milestones]]
id = "law"
title = "Law"
evidence = ["a letter", "a decree"]
""",
        ),
        (
            "milestone",
            Given({"title": "Law", "evidence": []}),
            """
[[milestones]]
id = "law"
title = "Law"
""",
        ),
    ],
)
def test_record_is_added_in_the_order_of_the_format(
    tmp_path: Path, kind: str, given: Given, record: str
) -> None:
    found = edited(tmp_path, PORTAL, added(kind, given))

    # New institutions come before the milestones, all others after them.
    assert found.body in {PORTAL + record, record + PORTAL}


@pytest.mark.parametrize(
    ("kind", "given", "hint"),
    [
        (
            "commitment",
            Given({"title": "Openness"}),
            'ogdplan milestone add panama "…" --commitment openness --due DATE',
        ),
        (
            "milestone",
            Given({"title": "Law"}),
            "ogdplan milestone report panama law --text …",
        ),
        (
            "challenge",
            Given({"title": "Fear", "category": "other"}),
            'ogdplan next-step add panama "…" --addresses fear',
        ),
        (
            "indicator",
            Given({"title": "Share", "level": "output"}),
            "ogdplan measurement add panama share NUMBER",
        ),
        ("lesson", Given({"title": "Ask", "category": "other"}), None),
    ],
)
def test_next_command_after_a_record_is_hinted_at(
    tmp_path: Path, kind: str, given: Given, hint: str | None
) -> None:
    assert edited(tmp_path, "", added(kind, given)).hint == hint


def test_id_can_be_chosen(tmp_path: Path) -> None:
    found = edited(tmp_path, "", added("milestone", Given({"title": "The law"}), "law"))

    assert found.body == LAW


@pytest.mark.parametrize(
    ("kind", "given", "message", "hint"),
    [
        (
            "milestone",
            Given(),
            "--title must be given for each milestone",
            "`ogdplan milestone add --help` says what to give",
        ),
        (
            "indicator",
            Given({"title": "Share"}),
            "--level must be given for each indicator",
            "--level is one of output, outcome, impact",
        ),
        (
            "measurement",
            Given({"indicator": "antai"}),
            'no indicator called "antai" in panama',
            "`ogdplan indicator list panama` lists them",
        ),
        (
            "measurement",
            Given(),
            "--indicator and --on and --value must be given for each measurement",
            "`ogdplan measurement add --help` says what to give",
        ),
        ("milestone", Given({"titel": "x"}), 'no field called "titel"', "did you mean title?"),
    ],
)
def test_record_that_lacks_something_is_refused_with_what_to_give(
    tmp_path: Path, kind: str, given: Given, message: str, hint: str
) -> None:
    error = refused(tmp_path, "", added(kind, given))

    assert (error.message, error.hint, error.exit_code) == (message, hint, 2)


def test_id_that_is_taken_by_a_record_of_another_kind_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, "", added("milestone", Given({"title": "x"}), "antai"))

    assert error.message == 'there is a record called "antai" already'


def test_record_that_would_be_wrong_is_refused_with_the_finding(tmp_path: Path) -> None:
    error = refused(tmp_path, "", added("milestone", Given({"title": "x", "sdgs": ["16.99"]})))

    assert error.message.startswith("this would make the plan panama invalid: x: ")
    assert error.message.endswith(" [bad-sdg]; nothing is changed")
    assert error.hint


# Change.


def test_several_records_are_changed_at_once(tmp_path: Path) -> None:
    found = edited(
        tmp_path, PORTAL + LAW, changed(Given({"kind": "standards"}), "law", "portal", "la")
    )

    assert found == (
        f'{PORTAL}kind = "standards"\n{LAW}kind = "standards"\n',
        (),
        None,
    )


def test_record_takes_over_and_gives_up_fields_in_one_go(tmp_path: Path) -> None:
    given = Given({"due": "2018", "lead": "antai"}, unset=("note", "progress"))

    found = edited(tmp_path, PORTAL + 'due = "2017"\nnote = "x"\n', changed(given))

    assert found.body == PORTAL + 'lead = "antai"\ndue = "2018"\n'


def test_deadline_that_is_corrected_is_said_to_leave_no_trace(tmp_path: Path) -> None:
    body = PORTAL + LAW + 'due = "2017"\n'

    (note,) = edited(tmp_path, body, changed(Given({"due": "2018"}), "portal", "law")).notes

    assert note == (
        "law: the deadline is corrected without a trace; to record that it moved, and why: "
        "ogdplan milestone reschedule panama law --due … --reason …"
    )


def test_first_deadline_is_no_correction(tmp_path: Path) -> None:
    assert edited(tmp_path, PORTAL, changed(Given({"due": "2018"}))).notes == ()


def test_same_deadline_again_is_no_correction(tmp_path: Path) -> None:
    body = PORTAL + 'due = "2018"\n'

    assert edited(tmp_path, body, changed(Given({"due": "2018"}))) == (body, (), None)


def test_report_that_is_changed_is_said_to_be_seen(tmp_path: Path) -> None:
    body = '\n[[updates]]\nid = "may"\non = "2018-05"\ntext = "x"\n'

    found = edited(tmp_path, body, changed(Given({"text": "y"}), "may", kind="update"))

    assert found.body == body.replace('"x"', '"y"')
    assert found.notes == ("may: a report that was made is changed; reviewers will see it",)


# Texts in several languages.


@pytest.mark.parametrize(
    ("before", "language", "after"),
    [
        ('title = "Portal" # short', None, 'title = "New" # short'),
        ('title = "Portal"', "en", 'title = "New"'),
        ('title = "Portal"', "EN", 'title = "New"'),
        ('title = "Portal" # short', "es", 'title.en = "Portal" # short\ntitle.es = "New"'),
        (
            'title.en = "Portal"\ntitle.es = "El portal"',
            "es",
            'title.en = "Portal"\ntitle.es = "New"',
        ),
        (
            'title.en = "Portal"\ntitle.pt-BR = "O portal"',
            "pt-br",
            'title.en = "Portal"\ntitle.pt-BR = "New"',
        ),
        (
            'title.en = "Portal"\ntitle.es = "El portal"',
            "ne",
            'title.en = "Portal"\ntitle.es = "El portal"\ntitle.ne = "New"',
        ),
        (
            'title = { en = "Portal", es = "El portal" }',
            None,
            'title = { en = "New", es = "El portal" }',
        ),
        ('title.es = "El portal"', None, 'title.es = "El portal"\ntitle.en = "New"'),
    ],
)
def test_text_is_set_in_its_language_only(
    tmp_path: Path, before: str, language: str | None, after: str
) -> None:
    start = '\n[[milestones]]\nid = "portal"\n'

    found = edited(
        tmp_path, f"{start}{before}\n", changed(Given({"title": "New"}, language=language))
    )

    assert found.body == f"{start}{after}\n"


@pytest.mark.parametrize(
    ("before", "language", "after"),
    [
        ('expected_output = "A site"\n', None, ""),
        ('expected_output = "A site"\n', "en", ""),
        ('expected_output = "A site"\n', "es", 'expected_output = "A site"\n'),
        (
            'expected_output.en = "A site"\nexpected_output.es = "Un sitio"\n',
            "ES",
            'expected_output.en = "A site"\n',
        ),
        ('expected_output.es = "Un sitio"\n', "es", ""),
        ("", None, ""),
        ("", "es", ""),
    ],
)
def test_text_is_taken_away_in_one_language_or_all(
    tmp_path: Path, before: str, language: str | None, after: str
) -> None:
    given = Given(unset=("expected_output",), language=language)

    assert edited(tmp_path, PORTAL + before, changed(given)).body == PORTAL + after


def test_language_of_texts_does_not_keep_other_fields_from_going(tmp_path: Path) -> None:
    given = Given(unset=("due",), language="es")

    assert edited(tmp_path, PORTAL + 'due = "2018"\n', changed(given)).body == PORTAL


@pytest.mark.parametrize(
    ("title", "language", "hint"),
    [
        ('title = "Portal"', None, "give it anew with --title"),
        ('title.es = "El portal"', "es", "give it in another language first"),
        ('title = "Portal"', "en", "give it in another language first"),
    ],
)
def test_what_every_record_has_cannot_be_left_out(
    tmp_path: Path, title: str, language: str | None, hint: str
) -> None:
    body = f'\n[[milestones]]\nid = "portal"\n{title}\n'

    error = refused(tmp_path, body, changed(Given(unset=("title",), language=language)))

    assert (error.message, error.hint) == ("title cannot be left out", hint)


def test_one_language_of_a_required_text_can_go(tmp_path: Path) -> None:
    body = '\n[[milestones]]\nid = "portal"\ntitle.en = "Portal"\ntitle.es = "El portal"\n'

    found = edited(tmp_path, body, changed(Given(unset=("title",), language="es")))

    assert found.body == body.replace('title.es = "El portal"\n', "")


# Lists.


@pytest.mark.parametrize(
    ("given", "evidence"),
    [
        (Given({"evidence": ["c", "c"]}), 'evidence = ["c"]\n'),
        (Given({"evidence": []}), ""),
        (Given(unset=("evidence",)), ""),
        (Given(added={"evidence": ("c", "a")}), 'evidence = ["a", "b", "c"]\n'),
        (Given(removed={"evidence": ("a",)}), 'evidence = ["b"]\n'),
        (Given(removed={"evidence": ("a", "b")}), ""),
        (
            Given(added={"evidence": ("c",)}, removed={"evidence": ("b",)}),
            'evidence = ["a", "c"]\n',
        ),
        (Given({"evidence": ["c"]}, added={"evidence": ("d",)}), 'evidence = ["c", "d"]\n'),
    ],
)
def test_list_is_replaced_or_some_of_it_comes_and_goes(
    tmp_path: Path, given: Given, evidence: str
) -> None:
    found = edited(tmp_path, PORTAL + 'evidence = ["a", "b"]\n', changed(given))

    assert found.body == PORTAL + evidence


def test_single_value_where_a_list_belongs_is_kept_in_it(tmp_path: Path) -> None:
    body = PORTAL + 'evidence = "https://example.org/"\n'

    found = edited(tmp_path, body, changed(Given(added={"evidence": ("a letter",)})))

    assert found.body == PORTAL + 'evidence = ["https://example.org/", "a letter"]\n'


@pytest.mark.parametrize(
    ("evidence", "name", "hint"),
    [
        ('evidence = ["letter", "decree"]\n', "lettre", "did you mean letter?"),
        ('evidence = ["letter", "decree"]\n', "z", "it has letter, decree"),
        ("", "z", "it is empty"),
    ],
)
def test_element_that_is_not_in_the_list_cannot_go(
    tmp_path: Path, evidence: str, name: str, hint: str
) -> None:
    error = refused(tmp_path, PORTAL + evidence, changed(Given(removed={"evidence": (name,)})))

    assert (error.message, error.hint) == (f'no element called "{name}" in evidence', hint)


def test_elements_are_added_to_several_records_each(tmp_path: Path) -> None:
    body = f'{PORTAL}evidence = ["a"]\n{LAW}'

    found = edited(tmp_path, body, changed(Given(added={"evidence": ("b",)}), "portal", "law"))

    assert found.body == f'{PORTAL}evidence = ["a", "b"]\n{LAW}evidence = ["b"]\n'


# References.

REFERENCES = """
[[institutions]]
id = "statistics"
name.en = "Statistics Office"
name.es = "Instituto de Estadística"
sector = "government"

[[milestones]]
id = "portal"
number = "1.1"
title = "The portal"

[[milestones]]
id = "law"
number = "1.2"
title = "The law"
"""


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (Given({"lead": "antai"}), 'lead = "antai"\n'),
        (Given({"lead": "Antai"}), 'lead = "antai"\n'),
        (Given({"lead": "transparency authority"}), 'lead = "antai"\n'),
        (Given({"lead": "instituto de estadística"}), 'lead = "statistics"\n'),
        (Given({"lead": "stat"}), 'lead = "statistics"\n'),
        (Given({"depends_on": ["1.1"]}), 'depends_on = ["portal"]\n'),
        (Given({"depends_on": ["1.1", "port", "portal"]}), 'depends_on = ["portal"]\n'),
        (Given(added={"depends_on": ("1.1", "portal")}), 'depends_on = ["portal"]\n'),
        (Given(added={"supporting": ("ANTAI", "stat")}), 'supporting = ["antai", "statistics"]\n'),
    ],
)
def test_reference_is_named_as_people_do(tmp_path: Path, given: Given, line: str) -> None:
    found = edited(tmp_path, REFERENCES, changed(given, "law"))

    assert found.body == REFERENCES + line


def test_reference_is_taken_from_a_list_as_people_name_it(tmp_path: Path) -> None:
    given = Given(removed={"depends_on": ("1.1",)})

    found = edited(tmp_path, REFERENCES + 'depends_on = ["portal"]\n', changed(given, "law"))

    assert found.body == REFERENCES


def test_reference_that_leads_nowhere_can_be_taken_from_a_list(tmp_path: Path) -> None:
    given = Given(removed={"depends_on": ("gone",)})

    found = edited(tmp_path, REFERENCES + 'depends_on = ["gone"]\n', changed(given, "law"))

    assert found.body == REFERENCES


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (Given({"lead": "law"}), 'no institution called "law" in panama'),
        (Given({"depends_on": ["1"]}), 'no milestone called "1" in panama'),
        (Given(added={"depends_on": ("antai",)}), 'no milestone called "antai" in panama'),
    ],
)
def test_reference_to_none_or_another_kind_is_refused(
    tmp_path: Path, given: Given, message: str
) -> None:
    error = refused(tmp_path, REFERENCES, changed(given, "law"))

    assert (error.message, error.exit_code) == (message, 2)


def test_reference_that_may_be_of_several_kinds_is_found_in_any(tmp_path: Path) -> None:
    body = REFERENCES + '\n[[challenges]]\nid = "fear"\ntitle = "x"\ncategory = "other"\n'
    given = Given({"affects": ["1.1"]})

    found = edited(tmp_path, body, changed(given, "fear", kind="challenge"))

    assert found.body == body + 'affects = ["portal"]\n'


def test_reference_of_several_kinds_to_none_names_them(tmp_path: Path) -> None:
    body = REFERENCES + '\n[[challenges]]\nid = "fear"\ntitle = "x"\ncategory = "other"\n'

    error = refused(tmp_path, body, changed(Given({"affects": ["zzz"]}), "fear", kind="challenge"))

    assert error.message == 'no milestone or commitment or dataset called "zzz" in panama'


# The plan.


PLAN = """format = 1

[plan] # of the country
title = "A plan"
country = "PAN"
start = "2017"
lead = "antai"

[[institutions]]
id = "antai"
name = "Transparency Authority"
acronym = "ANTAI"
sector = "government"
"""


REFUSED = "this would make the plan panama invalid: "


def test_fields_of_the_plan_are_set_and_unset(tmp_path: Path) -> None:
    given = Given(
        {"title": "Un plan", "end": "2018", "lead": "ANTAI"},
        added={"supporting": ("ANTAI",)},
        unset=("start",),
        language="es",
    )

    found = edited(tmp_path, PLAN, lambda plan: change_plan(plan, given), head="")

    assert found == (
        """format = 1

[plan] # of the country
title.en = "A plan"
title.es = "Un plan"
country = "PAN"
end = "2018"
lead = "antai"
supporting = ["antai"]

[[institutions]]
id = "antai"
name = "Transparency Authority"
acronym = "ANTAI"
sector = "government"
""",
        (),
        None,
    )


@pytest.mark.parametrize(
    ("given", "message", "exit_code"),
    [
        (Given(unset=("lead",)), "lead cannot be left out", 2),
        (Given({"led": "antai"}), 'no field called "led"', 2),
        (
            Given({"country": "PNA"}),
            f'{REFUSED}country: "PNA" is no country code [bad-country]; nothing is changed',
            3,
        ),
        (
            Given({"end": "2016"}),
            f"{REFUSED}end 2016 is before the start 2017 [end-before-start]; nothing is changed",
            3,
        ),
    ],
)
def test_plan_that_would_be_wrong_is_refused(
    tmp_path: Path, given: Given, message: str, exit_code: int
) -> None:
    error = refused(tmp_path, PLAN, lambda plan: change_plan(plan, given), head="")

    assert (error.message, error.exit_code) == (message, exit_code)


def test_first_language_of_the_plan_is_that_of_texts_without_one(tmp_path: Path) -> None:
    head = PLAN.replace('start = "2017"', 'languages = ["es", "en"]')
    body = PORTAL.replace("The portal", "El portal")

    found = edited(tmp_path, body, changed(Given({"title": "X"}, language="en")), head=head)

    assert (
        found.body
        == """
[[milestones]]
id = "portal"
title.es = "El portal"
title.en = "X"
"""
    )


def test_nothing_given_is_empty() -> None:
    assert Given(language="es").is_empty
    for given in (
        Given({"a": 1}),
        Given(added={"a": (1,)}),
        Given(removed={"a": (1,)}),
        Given(unset=("a",)),
    ):
        assert not given.is_empty


MOVED = """
[[milestones]]
id = "portal"
title = "The portal"
due = "2018-06"

[[updates]]
id = "portal-move-1"
about = "portal"
on = 2018-01-01
text = "Late"
due_from = "2018-03"
due_to = "2018-06"
"""


def test_corrected_deadline_takes_its_last_move_along(tmp_path: Path) -> None:
    found = edited(tmp_path, MOVED, changed(Given({"due": "2018-07"}), "portal"))

    assert found.body == MOVED.replace("2018-06", "2018-07")
    assert found.notes[1:] == (
        "portal-move-1: the report of the last move is corrected with the deadline",
    )


def test_moved_deadline_cannot_be_taken_away(tmp_path: Path) -> None:
    error = refused(tmp_path, MOVED, changed(Given(unset=("due",)), "portal"))

    assert (error.message, error.exit_code) == ("the deadline of portal has been moved", 2)
    assert error.hint == "remove the reports first that moved it: portal-move-1"


RESOLVED = """
[[challenges]]
id = "paper"
title = "Paper"
category = "other"
status = "resolved"
resolved = 2018-01-01
"""


def test_challenge_is_not_opened_while_its_end_stands(tmp_path: Path) -> None:
    again = changed(Given({"status": "open"}), "paper", kind="challenge")

    error = refused(tmp_path, RESOLVED, again)

    assert (error.message, error.exit_code) == ("paper was resolved on 2018-01-01", 2)
    assert error.hint == "ogdplan challenge set panama paper --status open --unset resolved"


def test_challenge_is_opened_where_its_end_goes_too(tmp_path: Path) -> None:
    again = changed(Given({"status": "open"}, unset=("resolved",)), "paper", kind="challenge")

    found = edited(tmp_path, RESOLVED, again)

    assert found.body == RESOLVED.replace('"resolved"\nresolved = 2018-01-01', '"open"')


def test_first_language_is_named_where_a_plan_has_several(tmp_path: Path) -> None:
    head = HEAD.replace('lead = "antai"\n', 'lead = "antai"\nlanguages = ["en", "es"]\n')
    body = '\n[[milestones]]\nid = "portal"\ntitle = "The portal"\n'

    found = edited(tmp_path, body, changed(Given({"note": "N"}, language="en")), head=head)

    assert found.body == f'{body}note.en = "N"\n'
