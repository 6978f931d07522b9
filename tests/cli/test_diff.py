"""What `diff` says, in all its voices."""

import os
from pathlib import Path

import pytest

from cli.asking import Answer, ask, in_terminal, write_plan
from golden_files import check_golden
from repositories import Repo

PORTAL = """
[[milestones]]
id = "portal"
title = "Open the portal"
due = "2018-06"
lead = "office"
"""
FEAR = '\n[[challenges]]\nid = "fear"\ntitle = "Officers fear mistakes"\ncategory = "other"\n'
MOVE = """
[[updates]]
id = "portal-move-1"
about = "portal"
on = 2018-03-01
text = "Procurement took longer"
due_from = "2018-06"
due_to = 2018-12-31
"""


def written(repo: Repo, plan_id: str, toml: str = "", **header: str) -> Path:
    return write_plan(repo.root / "plans", plan_id, toml, **header)


@pytest.fixture
def changed(repo: Repo) -> Repo:
    """Return a repository in which much has changed since the last commit."""
    written(repo, "nepal", PORTAL)
    written(repo, "panama", PORTAL)
    written(repo, "undesa", PORTAL + FEAR, title='"The programme"')
    written(repo, "uruguay", PORTAL)
    written(repo, "gone", title='"Given up"')
    repo.commit("Begin", day="2018-01-15")
    moved = PORTAL.replace('"2018-06"', "2018-12-31")
    written(repo, "nepal", moved + MOVE + FEAR)
    path = written(repo, "panama", PORTAL)
    path.write_text(f"# A remark.\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    repo.git("mv", "plans/undesa.toml", "plans/programme.toml")
    written(repo, "programme", PORTAL + FEAR + "severity = 'high'\n", title='"The programme"')
    repo.git("rm", "-q", "plans/gone.toml")
    written(repo, "brazil/saude", title='"Health data"')
    (repo.root / "plans" / "uruguay.toml").write_text("format = 1\n[plan\n", encoding="utf-8")
    return repo


def told(answer: Answer) -> list[str]:
    """Return the lines about records, without the heading and the sum."""
    return answer.lines[2:-2]


def test_text_tells_plan_by_plan_what_changed(changed: Repo) -> None:
    answer = ask("diff")

    check_golden("diff.txt", answer.out)
    assert answer.code == 1
    assert answer.err == (
        "error: plans/uruguay.toml cannot be read in the working tree: "
        "line 2: the brackets of [plan do not match\n"
    )


def test_markdown_is_fit_for_a_comment(changed: Repo) -> None:
    answer = ask("diff", "--format", "markdown")

    check_golden("diff.md", answer.out)
    assert answer.code == 1


def test_counts_are_by_plan_and_in_all(changed: Repo) -> None:
    check_golden("diff-stat.txt", ask("diff", "--stat").out)


def test_counts_are_a_table_in_markdown_too(changed: Repo) -> None:
    assert ask("diff", "--stat", "--format", "markdown", "--plan", "nepal").out == (
        '## Changes from HEAD \\(15 January 2018, "Begin"\\) to the working tree\n\n'
        "| Plan | Changes | What happened |\n| --- | ---: | --- |\n"
        "| nepal | 2 | 1 deadline moved, 1 challenge added |\n"
    )


def test_json_has_exactly_the_keys_that_are_promised(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    commit = repo.commit("Begin", day="2018-01-15")
    written(repo, "nepal", PORTAL.replace('"2018-06"', "2018-12-31"))

    answer = ask("diff", "--format", "json", "--as-of", "2018-02-01")

    assert (answer.code, answer.err) == (0, "")
    assert answer.document == {
        "schema": "ogdplan/diff/1",
        "as_of": "2018-02-01",
        "from": {"revision": "HEAD", "commit": commit, "date": "2018-01-15"},
        "to": {"revision": "working tree", "commit": None, "date": None},
        "changes": [
            {
                "plan": "nepal",
                "kind": "milestone",
                "id": "portal",
                "change": "changed",
                "fields": [{"field": "due", "old": "2018-06", "new": "2018-12-31"}],
                "summary": "portal: first move of the deadline, from June 2018 to "
                "31 December 2018, 184 days later: no reason recorded",
            }
        ],
        "unreadable": [],
    }


def test_json_has_what_happened_to_plans_as_a_whole(changed: Repo) -> None:
    answer = ask("diff", "--format", "json")

    whole = [each for each in answer.document["changes"] if each["kind"] == "plan"]
    assert [(each["plan"], each["change"], each["id"], each["fields"]) for each in whole] == [
        ("brazil/saude", "added", None, []),
        ("gone", "removed", None, []),
        ("programme", "renamed", None, [{"field": "id", "old": "undesa", "new": "programme"}]),
    ]
    assert [each["summary"] for each in whole] == [
        "plan added, not yet under version control: Health data",
        "plan removed: Given up",
        "plan moved from undesa to programme",
    ]
    (unreadable,) = answer.document["unreadable"]
    assert (unreadable["path"], unreadable["revision"]) == ("plans/uruguay.toml", "working tree")
    assert [each["rule"] for each in unreadable["findings"]] == ["toml-syntax"]


def test_text_and_markdown_tell_all_that_json_has_but_what_is_told_twice(changed: Repo) -> None:
    summaries = [each["summary"] for each in ask("diff", "--format", "json").document["changes"]]
    text, markdown = ask("diff").out, ask("diff", "--format", "markdown").out

    words = [each.removeprefix("portal: ").removeprefix("fear: ") for each in summaries]
    for voice in (text, markdown.replace("\\", "")):
        assert [each for each in words if each not in voice] == [
            (
                "report of 1 March 2018 about portal "
                "(deadline from June 2018 to 31 December 2018): Procurement took longer"
            )
        ]


def test_notices_for_github_stand_at_the_records(changed: Repo) -> None:
    answer = ask("diff", "--format", "github")

    assert answer.lines == [
        (
            "::notice file=plans/brazil/saude.toml,line=3,title=brazil/saude%3A plan::"
            "plan added, not yet under version control: Health data"
        ),
        "::notice title=gone%3A plan::plan removed: Given up",
        (
            "::notice file=plans/nepal.toml,line=16,title=nepal%3A milestone portal::Open the "
            "portal: first move of the deadline, from June 2018 to 31 December 2018, "
            "184 days later: Procurement took longer (portal)"
        ),
        (
            "::notice file=plans/nepal.toml,line=30,title=nepal%3A challenge fear::"
            "challenge added: Officers fear mistakes (fear)"
        ),
        (
            "::notice file=plans/programme.toml,line=3,title=programme%3A plan::"
            "plan moved from undesa to programme"
        ),
        (
            "::notice file=plans/programme.toml,line=22,title=programme%3A challenge fear::"
            'challenge "Officers fear mistakes": severity changed from medium to high (fear)'
        ),
        (
            "::error file=plans/uruguay.toml,line=2,col=1,endColumn=6,title=toml-syntax::the "
            "brackets of [plan do not match (write [plan])"
        ),
    ]


def test_what_git_and_plans_hold_cannot_break_out_of_a_notice(repo: Repo) -> None:
    written(repo, "a,b", PORTAL)
    repo.commit()
    written(repo, "a,b", PORTAL + FEAR.replace("Officers fear", "100 %\\n::error::"))

    assert ask("diff", "--format", "github").lines == [
        (
            "::notice file=plans/a%2Cb.toml,line=22,title=a%2Cb%3A challenge fear::"
            "challenge added: 100 %25 ::error:: mistakes (fear)"
        )
    ]


def test_changed_lines_stand_beside_the_words(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    written(repo, "gone")
    repo.commit()
    written(repo, "nepal", PORTAL.replace('"2018-06"', "2018-12-31"))
    repo.git("rm", "-q", "plans/gone.toml")

    text, markdown = ask("diff", "-u").out, ask("diff", "-u", "--format", "markdown").out

    assert "--- a/plans/gone.toml\n+++ /dev/null\n@@ -1,14 +0,0 @@\n-format = 1\n" in text
    change = '@@ -16,5 +16,5 @@\n [[milestones]]\n id = "portal"\n title = "Open the portal"\n'
    change += '-due = "2018-06"\n+due = 2018-12-31\n lead = "office"\n'
    assert f"--- a/plans/nepal.toml\n+++ b/plans/nepal.toml\n{change}" in text
    assert f"```diff\n--- a/plans/nepal.toml\n+++ b/plans/nepal.toml\n{change}```\n" in markdown


def test_fence_is_longer_than_any_in_the_lines(repo: Repo) -> None:
    written(repo, "nepal", "# ```\n")
    repo.commit()
    written(repo, "nepal", "# ````\n")

    out = ask("diff", "-u", "--format", "markdown").out

    assert "\n`````diff\n" in out
    assert out.endswith("\n`````\n")


def test_line_ends_of_the_disk_are_no_changed_lines(repo: Repo) -> None:
    path = written(repo, "nepal", PORTAL)
    repo.commit()
    text = path.read_text(encoding="utf-8").replace("portal", "door")
    path.write_text(text, encoding="utf-8", newline="\r\n")

    out = ask("diff", "-u").out

    changed = [line for line in out.splitlines() if line.startswith(("+", "-"))]
    assert changed[2:] == [
        '-id = "portal"',
        '-title = "Open the portal"',
        '+id = "door"',
        '+title = "Open the door"',
    ]


def test_file_written_anew_with_the_same_bytes_is_no_change(repo: Repo) -> None:
    path = written(repo, "nepal", PORTAL)
    repo.commit()
    os.utime(path, (1, 1))

    answer = ask("diff", "--exit-code")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[2:] == ["Nothing changed."]


@pytest.mark.parametrize(("text", "code"), [(PORTAL, 0), (f"# More.\n{PORTAL}", 0), (FEAR, 1)])
def test_exit_code_says_whether_a_plan_changed_in_what_it_says(
    repo: Repo, text: str, code: int
) -> None:
    written(repo, "nepal", PORTAL)
    repo.commit()
    written(repo, "nepal", text)

    assert ask("diff", "--exit-code").code == code
    assert ask("diff").code == 0


def test_only_another_layout_is_said_so(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    repo.commit("Begin")
    written(repo, "nepal", f"# More.\n{PORTAL}")

    assert ask("diff").out == (
        'Changes from HEAD (15 January 2018, "Begin") to the working tree\n\n'
        "nepal\n  layout or comments changed\n\nNo plan changed in what it says.\n"
    )
    assert ask("diff", "--format", "json").document["changes"] == []


def test_plan_with_mistakes_is_compared_without_them(repo: Repo) -> None:
    written(repo, "nepal", PORTAL + 'kind = "nonsense"\n')
    repo.commit()
    written(repo, "nepal", PORTAL + FEAR)

    answer = ask("diff")

    assert (answer.code, answer.err) == (0, "")
    assert told(answer) == [
        "nepal",
        "  challenge added: Officers fear mistakes (fear)",
        '  Open the portal: kind removed (was "nonsense") (portal)',
    ]


def test_plan_that_was_broken_is_named_with_what_was_wrong(repo: Repo) -> None:
    path = written(repo, "nepal")
    path.write_text("format = 1\n[plan\n", encoding="utf-8")
    repo.commit()
    written(repo, "nepal")

    answer = ask("diff", "HEAD~0")

    reason = "cannot be read at HEAD~0: line 2: the brackets of [plan do not match"
    assert told(answer) == ["nepal", f"  {reason}"]
    assert (answer.code, answer.err) == (1, f"error: plans/nepal.toml {reason}\n")
    assert ask("diff", "HEAD~0", "--format", "github").out == (
        f"::warning file=plans/nepal.toml,title=cannot be read::{reason}\n"
    )


def test_new_plan_that_is_broken_is_said_to_be_new_too(repo: Repo) -> None:
    repo.commit()
    (repo.root / "plans" / "x.toml").write_text("x = \n", encoding="utf-8")

    answer = ask("diff")

    assert answer.code == 1
    assert told(answer)[0] == "x"
    assert told(answer)[1].startswith("  cannot be read in the working tree: line 1: ")
    assert told(answer)[2] == "  plan added, not yet under version control: x"


def test_broken_plan_that_is_gone_is_nobodys_trouble(repo: Repo) -> None:
    written(repo, "nepal")
    repo.write("plans/x.toml", "x = \n")
    repo.commit()
    repo.git("rm", "-q", "plans/x.toml")

    answer = ask("diff")

    assert (answer.code, answer.err) == (0, "")
    assert told(answer) == ["x", "  plan removed: x"]


def test_file_that_is_too_large_for_a_plan_is_named(repo: Repo) -> None:
    path = written(repo, "nepal")
    repo.commit()
    path.write_bytes(b"#" * (16 * 1024 * 1024 + 1))

    answer = ask("diff")

    reason = "the file has 16,777,217 bytes; a plan has at most 16,777,216"
    assert told(answer) == ["nepal", f"  cannot be read in the working tree: {reason}"]
    assert answer.code == 1


def test_accepted_finding_is_located(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    repo.commit()
    entry = '\n[[accepted]]\nrule = "overdue"\nabout = "portal"\nreason = "We know"\n'
    written(repo, "nepal", PORTAL + entry)

    assert ask("diff", "--format", "github").lines == [
        (
            "::notice file=plans/nepal.toml,line=22,title=nepal%3A accepted::"
            "accepted finding added: overdue of portal"
        )
    ]


def test_record_that_is_gone_has_its_notice_at_the_top_of_the_file(repo: Repo) -> None:
    written(repo, "nepal", PORTAL + FEAR)
    repo.commit()
    written(repo, "nepal", PORTAL)

    assert ask("diff", "--format", "github").lines == [
        (
            "::notice file=plans/nepal.toml,line=1,title=nepal%3A challenge fear::"
            "challenge removed: Officers fear mistakes (fear)"
        )
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--stat", "--unified"], "--stat and --unified exclude each other"),
        (["--stat", "--format", "github"], "--stat has no voice for GitHub"),
        (["--unified", "--format", "json"], "--unified does not go with --format json"),
        (["--unified", "--format", "github"], "--unified does not go with --format github"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    repo: Repo, options: list[str], message: str
) -> None:
    repo.commit()

    answer = ask("diff", *options)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"error: {message}\nhint: ")


def test_result_goes_to_a_file(changed: Repo) -> None:
    answer = ask("diff", "--output", "found.txt")

    assert (answer.code, answer.out) == (1, "")
    assert (changed.root / "found.txt").read_text(encoding="utf-8") == ask("diff").out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no terminal of this kind")
@pytest.mark.parametrize("columns", [60, 140])
def test_lines_keep_to_the_width_of_a_terminal(changed: Repo, columns: int) -> None:
    for options in ([], ["--stat"]):
        out = in_terminal("diff", *options, columns=columns).out

        assert max(map(len, out.splitlines())) <= columns
        assert "31 December 2018" in " ".join(out.split()) or options


def test_subject_cannot_steer_a_terminal(repo: Repo) -> None:
    written(repo, "nepal")
    repo.commit("\x1b[2J\u202eBegin")

    assert ask("diff").lines[0] == (
        'Changes from HEAD (15 January 2018, "\\u001b[2J\\u202eBegin") to the working tree'
    )


def test_counts_are_data_too_with_all_kinds(changed: Repo) -> None:
    document = ask("diff", "--stat", "--format", "json", "--as-of", "2018-02-01").document

    assert list(document) == ["schema", "as_of", "from", "to", "plans", "total", "unreadable"]
    assert (document["schema"], document["as_of"]) == ("ogdplan/diff-stat/1", "2018-02-01")
    assert {each["id"]: each["changes"] for each in document["plans"]} == {
        "brazil/saude": 1,
        "gone": 1,
        "nepal": 2,
        "panama": 0,
        "programme": 2,
        "uruguay": 0,
    }
    assert document["total"]["changes"] == sum(document["total"]["by_kind"].values()) == 6
    assert document["total"]["by_kind"]["withdrawn"] == 0
    assert [each["path"] for each in document["unreadable"]] == ["plans/uruguay.toml"]


def test_no_change_is_said_so_in_every_voice(repo: Repo) -> None:
    written(repo, "nepal")
    repo.commit("Begin")

    heading = 'from HEAD (15 January 2018, "Begin") to the working tree'
    assert ask("diff").out == f"Changes {heading}\n\nNothing changed.\n"
    assert ask("diff", "--stat").out == f"Changes {heading}\n\nNothing changed.\n"
    assert ask("diff", "--format", "markdown").out.endswith("\n\nNothing changed.\n")
    assert ask("diff", "--format", "github").out == ""


# Values that cannot be read.

TYPO = PORTAL.replace("2018-06", "2018-Q7")


def test_value_that_cannot_be_read_is_told_as_what_it_is(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    repo.commit()
    written(repo, "nepal", TYPO)

    answer = ask("diff")
    (change,) = ask("diff", "--format", "json").document["changes"]

    assert (answer.code, answer.err) == (0, "")
    assert told(answer) == [
        "nepal",
        '  Open the portal: due can no longer be read: "2018-Q7" is no period (portal)',
        "  has errors: ogdplan check nepal",
    ]
    assert answer.lines[-1] == "1 change in 1 plan."
    assert change["fields"] == [{"field": "due", "old": "2018-06", "new": "2018-Q7"}]
    assert change["summary"] == 'portal: due can no longer be read: "2018-Q7" is no period'
    assert ask("diff", "--format", "markdown").out.endswith("\n- has errors: ogdplan check nepal\n")
    assert ask("diff", "--format", "github").lines[-1] == (
        "::warning file=plans/nepal.toml,title=nepal%3A errors::has errors: ogdplan check nepal"
    )
    assert "1 value that cannot be read; has errors" in " ".join(ask("diff", "--stat").out.split())


def test_value_that_is_mended_can_be_read_again(repo: Repo) -> None:
    written(repo, "nepal", TYPO)
    repo.commit()
    written(repo, "nepal", PORTAL)

    assert told(ask("diff")) == [
        "nepal",
        "  Open the portal: due can be read again: June 2018 (portal)",
    ]
    (change,) = ask("diff", "--format", "json").document["changes"]
    assert change["fields"] == [{"field": "due", "old": "2018-Q7", "new": "2018-06"}]


def test_errors_of_a_commit_are_said_to_be_there(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    repo.commit()
    written(repo, "nepal", TYPO)
    repo.commit()

    assert told(ask("diff", "HEAD~1", "HEAD"))[-1] == "  has errors at HEAD"


def test_total_counts_the_lines_that_are_told(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    repo.commit()
    done = "started = 2018-02-01\ncompleted = 2018-03-01\nevidence = ['a']\n"
    written(repo, "nepal", PORTAL + done + FEAR)

    assert told(ask("diff")) == [
        "nepal",
        (
            "  Open the portal: started on 1 February 2018; completed on 1 March 2018; "
            "evidence added: a (portal)"
        ),
        "  challenge added: Officers fear mistakes (fear)",
    ]
    assert ask("diff").lines[-1] == "2 changes in 1 plan."


def test_milestone_that_is_gone_is_told_with_how_it_stood(repo: Repo) -> None:
    written(repo, "nepal", PORTAL + "completed = 2018-03-01\nevidence = ['a']\n")
    repo.commit()
    written(repo, "nepal")

    assert told(ask("diff"))[1] == (
        "  milestone removed: Open the portal, was completed, with evidence (portal)"
    )


def test_note_is_not_for_publication(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    repo.commit()
    written(repo, "nepal", PORTAL + 'note = "Between us"\n')

    for voice in ("text", "markdown", "github"):
        out = ask("diff", "--format", voice).out
        assert "note set" in out
        assert "Between us" not in out
    (change,) = ask("diff", "--format", "json").document["changes"]
    assert change["summary"] == "portal: note set"
    assert change["fields"] == [{"field": "note", "old": None, "new": "Between us"}]


def test_plan_itself_comes_first(repo: Repo) -> None:
    written(repo, "nepal", PORTAL, stage='"draft"')
    repo.commit()
    written(repo, "nepal", PORTAL + "completed = 2018-03-01\n", stage='"adopted"', end='"2019"')

    assert told(ask("diff"))[1].startswith("  plan: stage changed from draft to adopted; end ")


def test_evidence_is_a_link_in_markdown_where_its_address_is_safe(repo: Repo) -> None:
    written(repo, "nepal", PORTAL)
    repo.commit()
    found = [
        "https://example.org/a_b?c=1",
        "https://a@example.org",
        "javascript:alert(1)",
        "1. *b*",
    ]
    written(repo, "nepal", f"{PORTAL}evidence = {found}\n".replace("'", '"'))

    out = ask("diff", "--format", "markdown").out

    assert out.endswith(
        "evidence added: <https://example.org/a_b?c=1>, https:\\//a\\@example.org, "
        'javascript:alert\\(1\\), "1. \\*b\\*" \\(portal\\)\n'
    )


def test_counts_say_what_happened_to_what(repo: Repo) -> None:
    written(repo, "nepal", PORTAL + PORTAL.replace("portal", "door"))
    repo.commit()
    both = PORTAL + PORTAL.replace("portal", "door")
    steps = '\n[[next_steps]]\nid = "go"\ntitle = "Go on"\n'
    written(repo, "nepal", both.replace("06", "07") + steps + FEAR)

    words = "2 deadlines moved, 1 challenge added, 1 next step added"
    assert ask("diff", "--stat", "--format", "markdown").lines[-1] == f"| nepal | 4 | {words} |"
