from ogdplan.report import unified
from ogdplan.report.segments import Style, plain


def diff(before: str, after: str) -> list[str]:
    return plain(unified.lines(before, after, "plans/nepal.toml")).splitlines()


def test_difference_has_the_lines_around_it() -> None:
    assert diff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nx\n6\n") == [
        "--- a/plans/nepal.toml",
        "+++ b/plans/nepal.toml",
        "@@ -2,5 +2,5 @@",
        " 2",
        " 3",
        " 4",
        "-5",
        "+x",
        " 6",
    ]


def test_same_text_has_no_difference() -> None:
    assert diff("1\n", "1\n") == []


def test_new_file_comes_from_nowhere() -> None:
    assert diff("", "1\n") == ["--- /dev/null", "+++ b/plans/nepal.toml", "@@ -0,0 +1 @@", "+1"]


def test_last_line_without_an_ending_is_marked() -> None:
    no_ending = "\\ No newline at end of file"

    assert diff("1", "1\n")[3:] == ["-1", no_ending, "+1"]
    assert diff("1\n", "2")[3:] == ["-1", "+2", no_ending]


def test_endings_of_windows_are_not_shown() -> None:
    assert diff("1\r\n2\r\n", "1\r\n3\r\n")[3:] == [" 1", "-2", "+3"]


def test_only_the_endings_of_toml_end_a_line() -> None:
    found = unified.lines("a\u2028b\n", "a\u2028c\n", "x")

    assert [line[0].text for line in found][3:] == ["-a\u2028b", "+a\u2028c"]


def test_each_line_says_what_it_is() -> None:
    found = unified.lines("-- a\nb\n", "b\n++ c\n", "x")

    assert [line[0].style for line in found] == [
        Style.HEADING,
        Style.HEADING,
        Style.MUTED,
        Style.LATE,
        Style.PLAIN,
        Style.GOOD,
    ]


def test_patch_keeps_the_endings_of_the_file() -> None:
    assert unified.patch("1\r\n2\n3", "1\r\n\r\n3", "x") == (
        "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n 1\r\n-2\n+\r\n 3\n\\ No newline at end of file\n"
    )


def test_file_that_is_gone_goes_nowhere() -> None:
    assert diff("1\n", "") == ["--- a/plans/nepal.toml", "+++ /dev/null", "@@ -1 +0,0 @@", "-1"]


def test_file_that_was_moved_has_both_names() -> None:
    found = plain(unified.lines("1\n", "2\n", "plans/nepal.toml", was="plans/np.toml"))

    assert found.splitlines()[:2] == ["--- a/plans/np.toml", "+++ b/plans/nepal.toml"]
