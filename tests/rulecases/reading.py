"""Errors of reading: text that is no TOML, or no plan of ours.

Files that are too large and links are shown where files are, as `SHOWN_ELSEWHERE` in
tests/checks/test_rules.py says.
"""

from datetime import date
from functools import partial

from rulecases.case import Case as AnyCase
from rulecases.case import whole

Case = partial(AnyCase, as_of=date(2017, 6, 1))
"""A case at a day on which nothing is late yet."""

MILESTONE = """\
[[milestones]]
id = "portal"
title = "A portal"
lead = "office"
due = {due}
"""
WORK = MILESTONE.format(due='"2018"')
MERGED = """\
[[milestones]]
id = "portal"
title = "A portal"
lead = "office"
⟦<<<<<<< ours⟧
due = "2018"
=======
due = "2019"
>>>>>>> theirs
"""
SECOND_REGION = """
[[milestones]]
id = "more"
title = "More"
lead = "office"
due = "2018"
{}
"""

TOML_SYNTAX = (
    Case(
        "toml-syntax",
        MILESTONE.format(due="⟦2018-06⟧"),
        MILESTONE.format(due='"2018-06"'),
    ),
    Case(
        "toml-syntax",
        '[[milestones]]\nid = "portal"\ntitle = ⟦“⟧A portal”\n',
        WORK.replace('"A portal"', '"A “portal”"'),
    ),
    Case(
        # A key given twice is refused by TOML itself; the second one is meant.
        "toml-syntax",
        WORK + '⟦due⟧ = "2019"\n',
        WORK,
    ),
)

NOT_UTF8 = (
    Case(
        "not-utf8",
        WORK.replace("A portal", "Publicaci⟦\udcf3⟧n de datos"),
        WORK.replace("A portal", "Publicación de datos"),
        message='byte 0xF3 is not UTF-8; in Windows-1252 it is "ó"',
        help="save the file again with the encoding UTF-8",
    ),
    Case(
        # Columns count characters, of which the letters before have several bytes.
        "not-utf8",
        WORK.replace("A portal", "खुला डाटा ⟦\udcff⟧"),
        WORK.replace("A portal", "खुला डाटा ÿ"),
    ),
    Case(
        "not-utf8",
        WORK.replace("A portal", "⟦\udc81⟧"),
        WORK,
        message="byte 0x81 is not UTF-8",
    ),
)

CONFLICT_MARKERS = (
    Case(
        "conflict-markers",
        MERGED,
        WORK,
        message="the merge conflict between ours and theirs is not settled",
        help="keep the lines of the side that is right and delete the marker lines",
    ),
    Case(
        # In a string they are text, and break nothing.
        "conflict-markers",
        MERGED,
        WORK.replace(
            '"A portal"', '"""\n<<<<<<< ours\ndue = 1\n=======\ndue = 2\n>>>>>>> theirs\n"""'
        ),
    ),
    Case(
        "conflict-markers",
        MERGED.replace("\n", "\r\n"),
        WORK.replace("\n", "\r\n"),
    ),
)

NESTED_TOO_DEEP = (
    Case(
        "nested-too-deep",
        whole(WORK + f"note = {'[' * 98}⟦[⟧[{']' * 100}\n"),
        whole(WORK + "note.en = 'A [[[[[[[[[[ note'\n"),
    ),
)

UNSUPPORTED_FORMAT = (
    Case(
        "unsupported-format",
        "format = ⟦2⟧\n[plan]\ntitel = 3\n",
        whole(WORK),
        message="the file has format 2; this program knows format 1",
        help="install a newer ogdplan, or correct the line to `format = 1`",
    ),
    Case(
        "unsupported-format",
        "format = ⟦0⟧\n",
        whole(WORK),
        message="the file has format 0; this program knows format 1",
    ),
)

UNRESOLVED_MERGE = (
    Case(
        "unresolved-merge",
        MILESTONE.format(due='"2018"\n⟦# CONFLICT theirs: due = 2018-06-30⟧'),
        MILESTONE.format(due='"2018"\n# CONFLICT of interest: none'),
        message="two versions of this stand side by side",
        help="keep the right value and delete the comment that starts with CONFLICT",
    ),
    Case(
        # At the end of a line, and where a string holds a quote that opens nothing.
        "unresolved-merge",
        MILESTONE.format(due="'2018'  ⟦# CONFLICT ours: removed⟧\nnote = '''it's\n'''"),
        MILESTONE.format(due='"2018"\nnote = "write # CONFLICT theirs: x = 1 like this"'),
    ),
    Case(
        "unresolved-merge",
        WORK + "⟦# CONFLICT theirs: removed due⟧",
        WORK + 'note = """\nit\'s "so":\n# CONFLICT theirs: removed due\n"""\n',
    ),
)

CASES: tuple[AnyCase, ...] = (
    *TOML_SYNTAX,
    *NOT_UTF8,
    *CONFLICT_MARKERS,
    *NESTED_TOO_DEEP,
    *UNSUPPORTED_FORMAT,
    *UNRESOLVED_MERGE,
)
