"""From bytes to a plan or to problems; nothing that a file may hold ever raises."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogdplan.checks.plan import check_plan
from ogdplan.findings import Finding
from ogdplan.model.kinds import TABLES, fields_of, table_model
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import SIZE_LIMIT, Reading, read, read_text
from rulecases.case import PREAMBLE
from toml_text import document

PLAN = PREAMBLE + '[[milestones]]\nid = "portal"\ntitle = "A portal"\n'
AS_OF = date(2017, 6, 1)


def findings(reading: Reading) -> tuple[Finding, ...]:
    """Return what is wrong with the shape of a file, with lines and columns."""
    return findings_of(reading.problems, reading.text, "plans/nepal.toml")


def the_finding(raw: bytes) -> Finding:
    """Return the only finding of a file."""
    [finding] = findings(read(raw))
    return finding


def rules(raw: bytes) -> list[str]:
    return [finding.rule for finding in findings(read(raw))]


def test_plan_without_mistakes_is_read_whole() -> None:
    reading = read(PLAN.encode())

    assert reading.problems == ()
    assert reading.plan is not None
    assert reading.plan == reading.draft
    assert reading.text == PLAN
    assert reading.ids == {"office": "institution", "portal": "milestone"}


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    marked = b"\xef\xbb\xbf" + PLAN.encode()

    assert read(marked) == read(PLAN.encode())


def test_columns_of_the_first_line_do_not_count_a_byte_order_mark() -> None:
    finding = the_finding(b"\xef\xbb\xbfformat = 2\n")

    assert (finding.line, finding.column, finding.excerpt) == (1, 10, "format = 2")


def test_second_byte_order_mark_is_a_mistake_in_the_text() -> None:
    assert rules(b"\xef\xbb\xbf\xef\xbb\xbf" + PLAN.encode()) == ["toml-syntax"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_and_its_text_shown(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    finding = the_finding(mark + PLAN.encode(encoding))

    assert finding.rule == "not-utf8"
    assert finding.message == "the file is in UTF-16, not UTF-8"
    assert (finding.line, finding.column, finding.excerpt) == (1, 1, "format = 1")


def test_byte_of_another_encoding_is_found_behind_letters_of_several_bytes() -> None:
    raw = 'format = 1\ntitle = "बाङ्ला, '.encode() + "Información".encode("latin-1") + b'"\n'
    finding = the_finding(raw)

    assert finding.rule == "not-utf8"
    assert (finding.line, finding.column, finding.width) == (2, 27, 1)
    assert finding.excerpt == 'title = "बाङ्ला, Informaci\ufffdn"'
    assert finding.message == 'byte 0xF3 is not UTF-8; in Windows-1252 it is "ó"'


def test_column_of_a_wrong_byte_does_not_count_the_byte_order_mark() -> None:
    finding = the_finding(b'\xef\xbb\xbfx = "\xe9"\n')

    assert (finding.line, finding.column) == (1, 6)
    assert finding.excerpt == 'x = "\ufffd"'


def test_character_that_ends_too_early_is_no_utf8() -> None:
    finding = the_finding("# é".encode()[:-1])

    assert (finding.rule, finding.line, finding.column) == ("not-utf8", 1, 3)


def test_returns_at_the_ends_of_lines_move_nothing() -> None:
    text = PLAN + 'due = "soon"\nprogress = "half"\n'
    plain = findings(read(text.encode()))
    returned = findings(read(text.replace("\n", "\r\n").encode()))

    assert returned == plain
    assert [(each.line, each.column, each.excerpt) for each in plain] == [
        (18, 7, 'due = "soon"'),
        (19, 12, 'progress = "half"'),
    ]


@pytest.mark.parametrize("text", ["", "\n", "   \n\n", "# only a comment\n", "\ufeff"])
def test_file_without_anything_in_it_is_one_mistake(text: str) -> None:
    finding = the_finding(text.encode())

    assert (finding.rule, finding.line, finding.column) == ("missing-field", 1, 1)
    assert finding.message == "the file holds no plan"


def test_file_beyond_the_limit_is_not_looked_at() -> None:
    finding = the_finding(b"\xff" * (SIZE_LIMIT + 1))

    assert (finding.rule, finding.line, finding.column) == ("file-too-large", 1, 1)
    assert finding.message == "the file has 16,777,217 bytes; a plan has at most 16,777,216"


def test_file_at_the_limit_is_read() -> None:
    raw = PLAN.encode() + b"#" * (SIZE_LIMIT - len(PLAN.encode()))

    assert read(raw).plan is not None


@pytest.mark.parametrize("digits", ["9" * 20, "-" + "9" * 20, "9" * 4000, "0x" + "f" * 5000])
@pytest.mark.parametrize(
    "line",
    [
        "progress = {}",
        "weight = {}",
        "due = {}",
        "due = [{}]",
        "note = {}",
        "note.en = {}",
        "status = {}",
        "evidence = [{}]",
        "number = {}",
    ],
)
def test_number_beyond_all_bounds_is_one_mistake(line: str, digits: str) -> None:
    written = line.format(digits)
    finding = the_finding((PLAN + written + "\n").encode())

    assert finding.rule in ("bad-value", "wrong-type")
    assert (finding.line, finding.excerpt) == (18, written)
    assert len(finding.message) < 200


def test_number_of_participants_stays_within_64_bits() -> None:
    event = '[[events]]\nid = "a"\ntitle = "A"\nkind = "workshop"\nstart = "2017"\n'

    assert rules(f"{PLAN}{event}participants = {2**63}\n".encode()) == ["bad-value"]
    assert rules(f"{PLAN}{event}participants = {2**63 - 1}\n".encode()) == []


def test_number_of_thousands_of_digits_is_no_toml() -> None:
    finding = the_finding((PLAN + "weight = " + "9" * 5000).encode())

    assert (finding.rule, finding.line, finding.column) == ("toml-syntax", 18, 10)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_first_and_last_day_of_the_calendar_are_dates(day: str) -> None:
    reading = read(f"{PLAN}due = {day}\n".encode())

    assert reading.plan is not None
    assert str(reading.plan.milestones[0].due) == day


@pytest.mark.parametrize("period", ["0001", "0001-H1", "9999-Q4", "9999-12", "9999"])
def test_first_and_last_periods_are_periods(period: str) -> None:
    assert read(f'{PLAN}due = "{period}"\n'.encode()).problems == ()


@pytest.mark.parametrize("raw", [b"\0", b"format = 1\0\n", b'x = "a\0b"\n', b"# \0\n"])
def test_nul_is_a_mistake_where_it_stands(raw: bytes) -> None:
    finding = the_finding(raw)

    assert finding.rule == "toml-syntax"
    assert (finding.line, finding.column) == (1, raw.index(b"\0") + 1)


HOSTILE = {
    "20,000 nested lists": f"x = {'[' * 20_000}{']' * 20_000}",
    "20,000 open brackets": "x = " + "[" * 20_000,
    "20,000 nested tables": f"x = {'{a = ' * 20_000}1{'}' * 20_000}",
    "a key of 30,000 parts": ".".join(["a"] * 30_000) + " = 1",
    "a header of 30,000 parts": f"[{'.'.join(['a'] * 30_000)}]",
    "an inline key of 30,000 parts": f"x = {{{'.'.join(['a'] * 30_000)} = 1}}",
    "20,000 unknown keys": "\n".join(f"key{number} = 1" for number in range(20_000)),
    "5,000 misspelt records": '[[milestones]]\nid = "x"\ntitel = "x"\n' * 5_000,
    "10,000 values of no list": f"statuses = {['x'] * 10_000}",
    "10,000 wrong countries": f"countries = {[f'land {number}' for number in range(10_000)]}",
    "10,000 doubles in one line": f"[[milestones]]\nid = 'x'\ntitle = 'x'\nsdgs = {['1'] * 10_000}",
    "10,000 languages": f"note = {{{', '.join(f'x{number} = 1' for number in range(10_000))}}}",
    "a text of 5 MB": f"x = '{'y' * 5_000_000}'",
    "a key of 5 MB": f"{'y' * 5_000_000} = 1",
    "20,000 conflicts": "# CONFLICT theirs: x\n" * 20_000,
    "20,000 regions of conflict": "<<<<<<< a\n=======\n>>>>>>> b\n" * 20_000,
    "20,000 open regions": "<<<<<<< a\n=======\n" * 20_000,
    "500,000 quotes": "# CONFLICT theirs: x\nx = '''" + "''a" * 500_000 + "'''",
    "a text of 1 MB that never ends": 'x = "' + "a" * 1_000_000,
    "300,000 lines that never end": 'x = """' + "a\n" * 300_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_file_is_answered_at_once(text: str) -> None:
    raw = (PREAMBLE.replace("[[institutions]]", text + "\n[[institutions]]", 1)).encode()

    start = time.process_time()
    reading = read(raw)
    found = findings(reading)
    check_plan(reading, as_of=AS_OF)

    # Under a second, with room for slow machines: what grows with the square takes minutes.
    assert time.process_time() - start < 5
    assert found
    assert_inside(found, reading.text)


def test_many_keys_without_a_table_are_answered_at_once() -> None:
    text = "".join(f"key{number} = 1\n" for number in range(20_000)) + "title = 'x'\n"

    start = time.process_time()
    found = findings(read_text(text))

    assert time.process_time() - start < 5
    assert len(found) == 20_002
    assert [each.message for each in found if each.rule == "missing-field"] == [
        "format is missing",
        "plan is missing",
    ]


def test_merge_comment_is_a_mistake_but_hides_no_plan() -> None:
    reading = read_text(PLAN + 'due = "2018"\n# CONFLICT theirs: due = "2019"\n')

    [finding] = findings(reading)
    assert (finding.rule, finding.line, finding.column) == ("unresolved-merge", 19, 1)
    assert finding.width == len('# CONFLICT theirs: due = "2019"')
    assert reading.plan is not None


@pytest.mark.parametrize(
    "line",
    [
        "note = '# CONFLICT theirs: x'",
        'note = "say \\" # CONFLICT theirs: x"',
        'note = """\n# CONFLICT theirs: x\n"""',
        "note = '''it's\n# CONFLICT ours: removed\n'''",
        "# a CONFLICT theirs: x",
        "## CONFLICT theirs: x",
        "# conflict theirs: x",
        "# CONFLICT of interest: none",
        "# see # CONFLICT theirs: x",
    ],
)
def test_what_only_looks_like_a_merge_comment_is_none(line: str) -> None:
    assert read_text(f"{PLAN}{line}\n").problems == ()


@pytest.mark.parametrize(
    "before", ["", "note = 'a # b' ", 'note = "\\\\" ', "note = '''\na''' ", 'note = """a"""" ']
)
def test_merge_comment_behind_a_value_is_found(before: str) -> None:
    [finding] = findings(read_text(f"{PLAN}{before}# CONFLICT ours: removed\n"))

    assert finding.rule == "unresolved-merge"
    assert finding.excerpt.endswith("# CONFLICT ours: removed")


def test_format_of_another_version_is_all_that_is_said() -> None:
    finding = the_finding(b"format = 2\nwhatever = 'that means'\n[plan]\n")

    assert (finding.rule, finding.line, finding.column) == ("unsupported-format", 1, 10)


def assert_inside(found: tuple[Finding, ...], text: str) -> None:
    """Check that every finding lies in the text that people see."""
    lines = text.split("\n")
    for finding in found:
        assert 1 <= finding.line <= len(lines)
        line = lines[finding.line - 1].removesuffix("\r")
        assert finding.excerpt == line
        assert 1 <= finding.column <= len(line) + 1
        assert finding.width >= 1
        assert finding.column + finding.width <= max(len(line), finding.column) + 1
        assert finding.message == finding.message.strip() != ""
        assert finding.help


def assert_answered(raw: bytes) -> None:
    """Check that a file is read and checked, and that what is found lies in it."""
    reading = read(raw)
    assert_inside(findings(reading), reading.text)
    assert (reading.plan is not None) <= (reading.draft is not None)
    checked = check_plan(reading, as_of=AS_OF)
    assert_inside(findings_of(checked.problems, reading.text, "x"), reading.text)


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(raw: bytes) -> None:
    assert_answered(raw)


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    assert_answered(text.encode("utf-8", "surrogatepass"))


EXAMPLE = PLAN + (
    'due = 2018-01-31\nsdgs = ["16", "16.10"]\nnote.en = "Note"\nnote.es = \'Nota\'\n'
    '\n[[events]]\nid = "talk"\ntitle = "Talk"\nkind = "workshop"\nstart = "2017-06"\n'
    'ratings = {good = 80, "very good" = 7.5}\n'
)
PIECES = (
    st.sampled_from(
        [
            *"\"'[]{}=.,#\n\r\t\\\ufeff é0",
            '"""',
            "'''",
            "[[",
            "# CONFLICT theirs: ",
            "<<<<<<<",
            "format",
        ]
    )
    | st.characters()
)


@given(st.data())
@settings(max_examples=40)
def test_no_slip_of_the_keyboard_is_too_strange(data: st.DataObject) -> None:
    text = EXAMPLE
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(PIECES) + text[end:]

    assert_answered(text.encode("utf-8", "surrogatepass"))


SCALARS = st.one_of(
    st.text(max_size=8),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.sampled_from(["2018-06", "office", "NPL", "en", "https://data.gov.np/", "16.10", "nepal#a"]),
)
KEYS = st.text(max_size=6) | st.sampled_from(["en", "es", "id", "title", "lead", "about"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


def records(table: str) -> st.SearchStrategy[object]:
    """Return records of a table with known and unknown keys and with values of all sorts."""
    model = table_model(table)
    names = [spec.name for spec in fields_of(model)] if model else []
    keys = st.sampled_from(names) | KEYS if names else KEYS
    record = st.dictionaries(keys, VALUES, max_size=6)
    return VALUES | (record if table == "plan" else st.lists(record | VALUES, max_size=3))


FILES = st.fixed_dictionaries({}, optional={table: records(table) for table in TABLES}) | (
    st.dictionaries(KEYS | st.sampled_from(TABLES), VALUES, max_size=6)
)


@given(FILES)
@settings(max_examples=60)
def test_no_data_are_too_strange(data: dict[str, object]) -> None:
    assert_answered(document(data).encode())
