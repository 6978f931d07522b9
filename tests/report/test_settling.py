from dataclasses import replace
from pathlib import Path

import pytest

from builders_merge import HEAD, merged
from ogdplan.actions.merge import Merged
from ogdplan.actions.merged_file import Contents
from ogdplan.compare.merge.decide import merge
from ogdplan.findings import Finding, Group, Severity
from ogdplan.planfile.reading import read_text
from ogdplan.report.settling import hints

CHECK = "ogdplan check nepal"
VERSIONS = Contents(b"", b"", b"", Path("x"), "plans/nepal.toml", "nepal", is_plan=True)
BROKEN = Finding("toml-syntax", Group.VALIDITY, Severity.ERROR, "p", 1, 1, None, None, "m", "h")
PORTAL = '[[milestones]]\nid = "portal"\n{}\n'


def hinted(*texts: str, versions: Contents = VERSIONS) -> list[str]:
    """Return the hints where three plans have these tables more."""
    base, ours, theirs = texts
    found = merged(base, ours, theirs)
    return list(hints(Merged(versions, b"", conflicts=found.conflicts)))


def of_milestone(base: str, ours: str, theirs: str) -> list[str]:
    """Return the hints where three milestones differ in some fields, but the last."""
    *found, last = hinted(*(PORTAL.format(each) for each in (base, ours, theirs)))
    assert last == CHECK
    return found


SET = "ogdplan milestone set nepal portal"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "hint"),
    [
        ('due = "2018"', 'due = "2019"', 'due = "2020"', f"{SET} --due …"),
        (
            'due = "1"\nprogress = 1',
            'due = "2"\nprogress = 2',
            'due = "3"\nprogress = 3',
            f"{SET} --due … --progress …",
        ),
        ('due_text = "A"', "", 'due_text = "B"', f"{SET} --due-text …, or --unset due-text"),
        ('due = "2018"', 'due = "2019"', "", f"{SET} --due …, or --unset due"),
        ('title = "A"', 'title = "B"', 'title = "C"', f"{SET} --title …"),
        (
            'title.en = "A"\ntitle.es = "A"',
            'title.en = "B"\ntitle.es = "B"',
            'title.en = "C"\ntitle.es = "C"',
            f"{SET} --title … --in en / {SET} --title … --in es",
        ),
        (
            'note.es = "A"',
            'note.fr = "B"',
            'note.es = "C"',
            f"{SET} --note … --in es, or --unset note --in es",
        ),
        ("x = 1", "x = 2", "x = 3", "ogdplan edit nepal, to choose one value of portal"),
        (
            "x.a = 1",
            "x.a = 2",
            "x.a = 3",
            "ogdplan edit nepal, to choose one value of portal",
        ),
    ],
)
def test_fields_are_settled_by_setting_them(base: str, ours: str, theirs: str, hint: str) -> None:
    assert of_milestone(base, ours, theirs) == hint.split(" / ")


def test_ratings_are_settled_together() -> None:
    event = '[[events]]\nid = "day"\nratings = {{ a = {0}, b = {0} }}\n'

    assert hinted(*(event.format(number) for number in (1, 2, 3))) == [
        "ogdplan event set nepal day --ratings …",
        CHECK,
    ]


def test_fields_of_the_plan_are_settled_by_its_own_command() -> None:
    base, ours, theirs = (read_text(HEAD.replace("A plan", each)) for each in "ABC")
    conflicts = merge(base, ours, theirs).conflicts

    assert list(hints(Merged(VERSIONS, b"", conflicts=conflicts))) == [
        "ogdplan plan set nepal --title …",
        CHECK,
    ]


def test_record_is_removed_or_its_comment() -> None:
    keep = "or delete the comment above it to keep it"

    assert hinted(PORTAL.format(""), "", PORTAL.format("progress = 1")) == [
        f"ogdplan milestone remove nepal portal, {keep}",
        CHECK,
    ]
    referring = '[[updates]]\nid = "news"\nabout = "portal"\non = "2018"\ntext = "N"\n'
    assert hinted(PORTAL.format(""), "", PORTAL.format("") + referring) == [
        f"ogdplan milestone remove nepal portal --cascade, {keep}",
        CHECK,
    ]


def test_ids_are_settled_by_renaming() -> None:
    assert hinted("", PORTAL.format(""), PORTAL.format("progress = 1")) == [
        "ogdplan milestone rename nepal portal-theirs …, with the id that you want",
        CHECK,
    ]
    renamed = [PORTAL.format('title = "A"').replace("portal", name) for name in "abc"]
    assert hinted(*renamed) == [
        "ogdplan milestone rename nepal b …, with the id that you want",
        CHECK,
    ]


def test_what_no_command_names_is_settled_in_the_editor() -> None:
    entry = '[[accepted]]\nrule = "overdue"\nreason = "{}"\n'
    nameless = '[[milestones]]\ntitle = "{}"\n'

    for text, subject in ((entry, "overdue"), (nameless, "milestones")):
        assert hinted(*(text.format(each) for each in "ABC")) == [
            f"ogdplan edit nepal, to choose one value of {subject}",
            CHECK,
        ]
    gone = '[[accepted]]\nrule = "overdue"\nreason = "A"\n'
    assert hinted(gone, "", gone.replace("A", "B")) == ["ogdplan edit nepal, to settle it", CHECK]


def test_names_that_a_shell_would_take_apart_stand_in_quotes() -> None:
    versions = replace(VERSIONS, plan_id="two words")

    assert hinted(*(PORTAL.format(f'due = "{n}"') for n in range(3)), versions=versions) == [
        "ogdplan milestone set 'two words' portal --due …",
        "ogdplan check 'two words'",
    ]


def test_of_many_the_first_are_told() -> None:
    texts = [
        "".join(PORTAL.format(f'due = "{n}"').replace("portal", f"m{k}") for k in range(7))
        for n in range(3)
    ]

    found = hinted(*texts)

    assert len(found) == 6
    assert found[-1] == f"{CHECK}, which names 2 more"


def test_clean_merge_needs_nothing() -> None:
    assert list(hints(Merged(VERSIONS, b""))) == []


@pytest.mark.parametrize(
    ("found", "hint"),
    [
        (
            Merged(VERSIONS, b"", marked=1),
            f"keep the lines that are right, delete the marker lines, and run: {CHECK}",
        ),
        (
            Merged(VERSIONS, b"", broken=(("ours", BROKEN),)),
            f"mend the file by hand, and run: {CHECK}",
        ),
        (
            Merged(VERSIONS, b"", errors=(BROKEN,)),
            f"correct what does not fit together any more, and run: {CHECK}",
        ),
        (
            Merged(replace(VERSIONS, is_plan=False), b"", errors=(BROKEN,)),
            "correct what does not fit together any more, and run: ogdplan check",
        ),
    ],
)
def test_what_is_no_conflict_of_records_is_mended_by_hand(found: Merged, hint: str) -> None:
    assert list(hints(found)) == [hint]


def test_merged_file_that_is_no_plan_is_settled_by_hand() -> None:
    found = Merged(VERSIONS, b"", errors=(BROKEN,))

    assert list(hints(found, in_place=False)) == [
        "correct what does not fit together any more, and run: ogdplan check"
    ]


def test_file_outside_a_folder_of_plans_is_settled_by_hand() -> None:
    versions = replace(VERSIONS, is_plan=False)

    assert hinted(*(PORTAL.format(f'due = "{n}"') for n in range(3)), versions=versions) == [
        "choose the values that are right, and delete the comments that begin with CONFLICT"
    ]
