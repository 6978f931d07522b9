"""The page docs/rules.md, written from the catalogue so that the two cannot differ."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ogdplan.findings import Group, Rule, Severity
from ogdplan.report.rules import WORKSHOP
from ogdplan.rules.catalogue import RULES

_INTRODUCTION = """\
# Rules

<!-- Written by ogdplan.report.rules_page from the catalogue of rules; do not edit. -->

`ogdplan check` reads the plans and says what is wrong with them. Each thing it says is a
**finding**: it names the file, the line and the column, says what is wrong, and what to do next.
Each finding comes from one of the rules on this page. `ogdplan explain RULE` shows a rule in the
terminal, such as `ogdplan explain overdue`.

    plans/panama.toml:41:7: error: due 2017-03-01 is before the start 2017-05-01 [due-before-start]
       41 | due = 2017-03-01
          |       ^^^^^^^^^^
      help: correct one of the two dates

## How bad is it?

- An **error** means that the file is not a valid plan; it has to be corrected. Every error is
  printed in full, with its line.
- A **warning** means that the file is valid, and something in it is wrong or missing: a deadline
  has passed, a licence is not open. Warnings are printed as one line for each rule and plan;
  `--all` prints each with its line.
- **Advice** comes from what nine countries learned and told each other in The Hague in June 2017.
  It is counted, and printed with `--advice`. It is for national plans that are not closed. A plan
  without it may be right as it is.

Rules stand in groups, by what they are about: {groups}.

## What the command answers to other programs

A script or a service that runs `ogdplan check` learns the result from its exit code:

| exit code | meaning |
|---|---|
| 0 | no errors; there may be warnings and advice |
| 1 | there is at least one error; with `--strict`, an error or a warning |
| 2 | the command was not understood |
| 3 | something could not be done, such as opening a file |
| 4 | ogdplan itself has a fault |

Warnings of the group schedule are no failure with `--strict` either: a passed deadline is news
about the work, and no mistake in the file.

## When a finding is known and stays

Some findings are right, and nothing is to be done about them. Then the plan says so, with a reason
that others can read:

    [[accepted]]
    rule = "completed-without-evidence"
    about = "training-of-officers"
    reason = "The list of participants holds names and stays in the office"

`ogdplan accept PLAN completed-without-evidence training-of-officers --reason "…"` writes that.

`rule` is the name of the rule and `about` the id of the record; without `about`, the finding on
the plan itself is meant. An accepted finding is no longer printed, but still counted. Warnings and
advice can be accepted, errors cannot. An entry that accepts nothing any more is itself a warning,
so that none is forgotten. Entries for rules that compare a plan with what it was are taken on
trust, since what these find depends on since when one asks. One of them cannot be accepted:
evidenced-record-removed, for the record is gone, and no entry can name it. It is told only while
one asks since a commit that still has the record; an entry for it accepts nothing.
"""


def rules_page() -> str:
    """Return the whole page in Markdown: an introduction, then each group with its rules."""
    introduction = _INTRODUCTION.format(groups=", ".join(group.value for group in Group))
    return "\n".join((introduction, *_sections(RULES.values())))


def _sections(rules: Iterable[Rule]) -> Iterator[str]:
    rules = tuple(rules)
    for group in Group:
        yield f"## Group {group.value}\n\n{_about(group)}\n"
        yield from (_section(rule) for rule in rules if rule.group is group)


def _section(rule: Rule) -> str:
    origin = f" (from the {WORKSHOP}, session {rule.session})" if rule.session else ""
    return (
        f"### {rule.slug}\n\n"
        f"{_severity(rule.severity)}: {_sentence(rule.title)}\n\n"
        f"- **Why:** {_sentence(rule.why, end=origin)}\n"
        f"- **What to do:** {_sentence(rule.fix)}\n"
    )


def _severity(severity: Severity) -> str:
    return f"**{severity.value.capitalize()}**"


def _sentence(text: str, *, end: str = "") -> str:
    """Return a text of the catalogue, which has neither capital nor full stop, as a sentence."""
    stop = "" if text.endswith("?") and not end else "."
    return f"{text[:1].upper()}{text[1:]}{end}{stop}"


def _about(group: Group) -> str:
    match group:
        case Group.VALIDITY:
            return "What a file must keep to be a valid plan. All of these are errors."
        case Group.RECORD:
            return (
                "Whether records say enough, and do not contradict themselves. The last four\n"
                "compare a plan with what it was; `ogdplan check --since REV` asks them."
            )
        case Group.SCHEDULE:
            return (
                "Whether the work is on time, and the dates fit the plan. These are raised for\n"
                "plans that are adopted or closed."
            )
        case Group.OPENNESS:
            return "Whether datasets that are meant to be open really are."
        case Group.LANGUAGE:
            return "Whether the texts are there in every language that the plan promises."
        case Group.ADVICE:
            return "What the workshop learned about plans that succeed."
        case _:
            assert_never(group)
