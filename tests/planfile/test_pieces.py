"""Versions that are read piece by piece are what they are when each is read by itself."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogdplan.planfile.pieces import VersionReader
from ogdplan.planfile.reading import read
from planfile_documents import Document, documents

TOP = 'format = 1\n[plan]\ntitle = "A"\ncountry = "NPL"\nlead = "x"\n'
OFFICE = '\n[[institutions]]\nid = "x"\nname = "X"\nsector = "media"\n'
PORTAL = '\n[[milestones]]\nid = "portal"\ntitle = "Open it"\n'
PLAN = TOP + OFFICE + PORTAL


def by_itself(text: str) -> object:
    reading = read(text.encode("utf-8", "surrogateescape"))
    return reading.plan or reading.draft


def piece_by_piece(*texts: str) -> list[object]:
    reader = VersionReader()
    return [
        reading.plan or reading.draft
        for reading in (reader.read(text.encode("utf-8", "surrogateescape")) for text in texts)
    ]


ODD = {
    "nothing": "",
    "no TOML": f"{PLAN}x = \n",
    "a byte-order mark": f"\ufeff{PLAN}",
    "line ends of Windows": PLAN.replace("\n", "\r\n"),
    "a carriage return at the end": f"{PLAN}\r",
    "no line end at the end": PLAN.rstrip(),
    "no records": TOP,
    "a record first": f"{PORTAL.lstrip()}",
    "a header within a text": PLAN + "note = '''\n[[milestones]]\nid = 'y'\n'''\n",
    "a header within a text of a record that is one": (
        PLAN + "note = '''\n[[milestones]]\nid = 'y'\ntitle = 'Y'\nnote = '''\n"
    ),
    "lists within a list": PLAN + "evidence = [\n[[1]]\n]\n",
    "the plan behind the records": f"format = 1\n{OFFICE}{PORTAL}{TOP.partition(chr(10))[2]}",
    "the plan once more": PLAN + "[plan]\nnumber = '1'\n",
    "a text in a table": PLAN + "[milestones.note]\nen = 'A note'\n",
    "an array in a record": PLAN + "[[milestones.x]]\na = 1\n",
    "a table of another record": PLAN + "[institutions.note]\nen = 'A note'\n",
    "records in a list": TOP.replace("[plan]", "milestones = []\n[plan]") + OFFICE + PORTAL,
    "a record of no kind": PLAN + '[[nonsense]]\nid = "z"\n',
    "a header with blanks": PLAN + '[[ milestones ]]\nid = "z"\ntitle = "Z"\n',
    "a quoted header": PLAN + '[["milestones"]]\nid = "z"\ntitle = "Z"\n',
    "a wrong value": PLAN + 'kind = "nonsense"\n',
    "a record without an id": PLAN + "[[milestones]]\ntitle = 'Z'\n",
    "an id twice": PLAN + PORTAL,
    "no country": PLAN.replace('country = "NPL"\n', ""),
    "another format": PLAN.replace("format = 1", "format = 2"),
    "a format that is no number": PLAN.replace("format = 1", "format = true"),
    "an assessment without a judgement": (
        PLAN + '[[assessments]]\nid = "j"\nframework = "irm"\ncriterion = "c"\n'
    ),
    "no UTF-8 in a record": PLAN + "note = '\udcff'\n",
    "no UTF-8 above": f"# \udcff\n{PLAN}",
    "a conflict of a merge": PLAN + "<<<<<<< ours\nnumber = '1'\n=======\n>>>>>>> theirs\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_file_is_read_as_by_itself(text: str) -> None:
    assert piece_by_piece(text) == [by_itself(text)]
    assert piece_by_piece(PLAN, text, PLAN) == [by_itself(each) for each in (PLAN, text, PLAN)]


def test_file_that_is_too_large_yields_nothing() -> None:
    assert piece_by_piece(f"{PLAN}{'#' * 16 * 1024 * 1024}") == [None]


def test_records_that_stay_are_the_same_objects() -> None:
    one, other = VersionReader(), VersionReader()
    old = one.read(PLAN.encode()).plan
    changed = PLAN.replace("Open it", "Open it now") + OFFICE.replace('"x"', '"y"')
    new = one.read(changed.encode()).plan

    assert new == other.read(changed.encode()).plan
    assert old
    assert new
    assert new.institutions[0] is old.institutions[0]
    assert new.milestones[0] != old.milestones[0]


def edited(document: Document, random: Random) -> str:
    """Return the text with some statements gone, twice there, or in another place."""
    texts = [statement.text for statement in document.statements]
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(texts) + 1)
        match random.randrange(3):
            case 0:
                del texts[at : at + random.randint(1, 4)]
            case 1:
                texts[at:at] = texts[at : at + 1]
            case _:
                texts.insert(at, random.choice(("[[milestones]]\n", "# x\n", "'''", "x = 1\n")))
    return "".join(texts)


@settings(deadline=None)
@given(documents(), st.randoms(use_true_random=False))
def test_versions_of_any_file_are_read_as_by_themselves(document: Document, random: Random) -> None:
    texts = [document.text, *(edited(document, random) for _ in range(4)), document.text]

    assert piece_by_piece(*texts) == [by_itself(text) for text in texts]


VALID = st.lists(
    st.builds(
        lambda name, title, more: (
            f'\n[[milestones]]\nid = "{name}"\ntitle = "{title}"\n{"# more" * more}'
        ),
        st.sampled_from("abcd"),
        st.sampled_from(["A", "B", "[[x]]", "नेपाल"]),
        st.integers(0, 2),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(st.lists(VALID, min_size=1, max_size=5))
def test_versions_of_a_right_file_are_read_as_by_themselves(versions: list[list[str]]) -> None:
    texts = [TOP + OFFICE + "".join(records) for records in versions]

    assert piece_by_piece(*texts) == [by_itself(text) for text in texts]
