"""docs/safety.md#markdown: a text of a plan is text in Markdown, read by a real parser."""

from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cli.asking import ask, write_plan
from repositories import Repo
from safety.commands import DAY, MARKDOWN, hostile_history
from safety.hostile import hostile_plan

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""Markdown as GitHub and others read it."""

OURS = frozenset(
    {"heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close"}
    | {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
    | {
        f"{part}_{end}"
        for part in ("table", "thead", "tbody", "tr", "th", "td")
        for end in ("open", "close")
    }
    | {"fence", "text", "softbreak", "text_special"}
)
"""What the program itself writes: headings, bullets, tables, and charts between fences."""

HOSTILE = (
    "**bold** _it_ ~~gone~~ `code` ``x``",
    "[x](https://evil.example) ![x](https://evil.example/x.png) [x][y]",
    "[x](javascript:alert(1)) <javascript:alert(1)>",
    "<https://evil.example> <mail@evil.example>",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- x --> <?x?> <![CDATA[x]]>",
    "&lt;b&gt; &#65; &#x41; &amp; &copy;",
    "| a | b |",
    "a \\| b \\\\| c \\",
    "# heading",
    "> quote",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "2) item",
    "- [ ] task",
    "---",
    "===",
    "```\ncode",
    "~~~\ncode",
    "    code",
    "\ttabbed",
    "one\n\n# two\n\n<b>three</b>",
    "[x]: https://evil.example",
    "[^1] [^1]: note",
    "hard  \nbreak\\\nagain",
    ": --- | :---: |",
    "$x$ $$y$$ @all #1",
)


def tokens_of(markdown: str) -> Iterator[Token]:
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def texts_of(markdown: str) -> str:
    """Return what a reader of the page sees, without blanks."""
    shown = (
        token.content for token in tokens_of(markdown) if token.type in ("text", "text_special")
    )
    return "".join("".join(shown).split())


def seen(text: str) -> str:
    """Return a text as a page shows it: in one line, and here without blanks."""
    return "".join(text.replace("\r\n", "⏎").replace("\n", "⏎").split())


@pytest.fixture
def one_text(repo: Repo, request: pytest.FixtureRequest) -> str:
    """Return a text that a plan has wherever one may stand; the test is beside its history."""
    hostile_plan(repo.root / "plans", "nepal", "before")
    repo.commit("start")
    repo.git("tag", "start")
    hostile_plan(repo.root / "plans", "nepal", request.param)
    repo.git("config", "user.name", "Some | <b>one</b>")
    repo.commit(request.param)
    return str(request.param)


PAGES = (
    *(("milestone", "list"), ("challenge", "list"), ("show", "nepal"), ("show", "nepal", "portal")),
    *(("log", "nepal"), ("diff", "start")),
)
"""Each has another form: tables, pages, a card, bullets, commits."""


@pytest.mark.parametrize("one_text", HOSTILE, indirect=True, ids=range(len(HOSTILE)))
def test_text_is_shown_as_it_is(one_text: str) -> None:
    for words in PAGES:
        page = ask(*words, *DAY, "--format", "markdown").out
        check_text(page, words)
        if words[0] not in ("log", "diff"):
            assert seen(one_text) in texts_of(page), words


@pytest.mark.parametrize("one_text", [" ".join(HOSTILE)], indirect=True, ids=["all"])
def test_no_page_has_markup_of_a_plan(one_text: str) -> None:
    for words in MARKDOWN:
        check_text(ask(*words, *DAY).out, words)


def check_text(page: str, words: tuple[str, ...]) -> None:
    """Check that a page has no markup but the program's own."""
    kinds = {token.type for token in tokens_of(page)}
    # Of a diff the public web addresses of evidence are links.
    assert kinds <= OURS | ({"link_open", "link_close"} if words[0] == "diff" else set()), words
    targets = {token.attrGet("href") for token in tokens_of(page) if token.type == "link_open"}
    assert targets <= {"https://data.example/portal"}, words


@pytest.mark.parametrize("one_text", HOSTILE, indirect=True, ids=range(len(HOSTILE)))
def test_rows_keep_their_cells(one_text: str) -> None:
    for words in PAGES[:2]:
        page = ask(*words, *DAY, "--format", "markdown").out
        cells = [
            token.type
            for token in tokens_of(page)
            if token.type in ("tr_open", "th_open", "td_open")
        ]
        rows = "".join("r" if each == "tr_open" else "c" for each in cells).split("r")[1:]
        assert len(set(rows)) == 1, words
        assert len(rows) == len([line for line in page.splitlines() if line.startswith("|")]) - 1


def test_lines_of_a_file_stay_between_their_fences(repo: Repo) -> None:
    plan = write_plan(repo.root / "plans", "nepal")
    repo.commit()
    text = plan.read_text(encoding="utf-8")
    plan.write_text(f"{text}# ```` </details> <script> \u202e\n# ~~~~~~\n", encoding="utf-8")

    page = ask("diff", "--unified", "--format", "markdown").out

    [fence] = [token for token in tokens_of(page) if token.type == "fence"]
    assert "+# ```` </details> <script> \\u202e\n+# ~~~~~~" in fence.content
    assert {token.type for token in tokens_of(page)} <= OURS


def test_addresses_that_could_run_something_are_no_links(repo: Repo) -> None:
    evidence = (
        *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"),
        *("ftp://evil.example/x", "https://a@evil.example", "https://evil.example/<b>"),
        *("https://evil.example/ onclick=x", "//evil.example", "https://еvil.example"),
    )
    work = '[[milestones]]\nid = "portal"\ntitle = "Portal"\ncompleted = 2017-05-01\n'
    write_plan(repo.root / "plans", "nepal", work)
    repo.commit()
    listed = ", ".join(f'"{each}"' for each in evidence)
    write_plan(repo.root / "plans", "nepal", f"{work}evidence = [{listed}]\n")

    page = ask("diff", "--format", "markdown").out

    assert "evidence" in page
    assert "javascript:" in texts_of(page)
    assert [token for token in tokens_of(page) if token.type == "link_open"] == []


def test_names_of_plans_are_text_too(repo: Repo) -> None:
    hostile_history(repo)
    write_plan(repo.root / "plans", "_x_ [a](b) `c`")

    for words in (("status",), ("milestone", "list")):
        kinds = {token.type for token in tokens_of(ask(*words, *DAY, "--format", "markdown").out)}
        assert kinds <= OURS
